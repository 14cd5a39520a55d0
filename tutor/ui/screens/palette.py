"""The palette of all commands: Textual's own, which a second click or key while it closes would end the app by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from textual import events, on, work
from textual.app import App, ComposeResult, SystemCommand
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.css.query import NoMatches
from textual.dom import DOMNode
from textual.errors import NoWidget
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tutor.course.outline import LessonOutline
from tutor.session.words import folded, holds
from tutor.ui import messages
from tutor.ui.keys import LiveKey, bind
from tutor.ui.screens.leaving import OnceLeft
from tutor.ui.screens.settings import MOTION
from tutor.ui.theme import THEME_WORDS, THEMES
from tutor.ui.widgets.key_line import KeyLine


class CommandRows(CommandList):
    """The commands, of which there may be others by now than were clicked, and for which there may be no room."""

    def _on_click(self, event: events.Click) -> None:  # type: ignore[override]  # Textual calls this, then its own
        option = event.style.meta.get("option")
        if option is not None and option >= self.option_count:
            event.prevent_default()

    def _move_page(self, direction: Any) -> None:
        # Without room nothing is known of its lines.
        if self.scrollable_content_region:
            super()._move_page(direction)


class Palette(CommandPalette, OnceLeft[None]):
    """Does what was chosen once, and what was pressed or clicked after that is not meant for it."""

    BINDINGS = [bind("escape", "escape", "KEY_CLOSE")]

    def compose(self) -> ComposeResult:
        for widget in super().compose():
            yield CommandRows() if type(widget) is CommandList else widget
        yield KeyLine()

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def only_once(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Keep from Textual what comes after a command was chosen: it would be done twice."""
        if not self.is_active:
            event.stop()
            event.prevent_default()

    # What was being looked for may be found, or not, when the palette has been left and has no rows any more.

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        with suppress(NoMatches):
            await CommandPalette._gather_commands.__wrapped__(self, search_value)  # type: ignore[attr-defined]

    def _watch__list_visible(self) -> None:
        if not self.was_left:
            super()._watch__list_visible()

    async def _watch__show_busy(self) -> None:
        if not self.was_left:
            await super()._watch__show_busy()

    def on_click(self, event: events.Click) -> None:
        if not self.is_active or not self._is_on_it(event):
            event.prevent_default()

    def _is_on_it(self, event: events.Click) -> bool:
        """Whether there is anything where it was clicked: the window may have grown smaller since."""
        try:
            self.get_widget_at(event.screen_x, event.screen_y)
        except NoWidget:
            return False
        return True


class Commands(Provider):
    """The app's commands, in the order in which it names them: Textual would put lesson 10 before lesson 2."""

    async def discover(self) -> Hits:
        """Yield every command."""
        for title, words, call, discover in self.app.get_system_commands(self.screen):
            if discover:
                yield DiscoveryHit(title, call, help=words)

    async def search(self, query: str) -> Hits:
        """Yield the commands that hold what is typed, and then those that hold its letters."""
        matcher = self.matcher(query)
        for number, (title, words, call, _) in enumerate(self.app.get_system_commands(self.screen)):
            is_held = holds(folded(title), folded(query).split())
            if is_held or matcher.match(title) > 0:
                yield Hit(is_held + 1 / (number + 2), matcher.highlight(title), call, help=words)


class SetsLook(Protocol):
    """Changes how all looks."""

    def __call__(self, *, theme: str | None = None, **choices: str) -> None:
        """Change what is given."""


def commands(
    keys: Iterable[LiveKey[DOMNode]],
    lessons: Sequence[LessonOutline],
    language: str,
    *,
    do: Callable[[str, DOMNode], object],
    open_lesson: Callable[[str], None],
    set_look: SetsLook,
) -> Iterator[SystemCommand]:
    """Yield a command for everything a key can do now, every lesson, and every setting."""
    from tutor.ui.widgets.question import QuestionView

    for key in keys:
        if key.action != "command_palette" and isinstance(key.owner, App | Screen | QuestionView):
            yield SystemCommand(key.message(language), key.keys, partial(do, key.action, key.owner))
    for lesson in lessons:
        title = messages.LESSON_COMMAND(language, number=lesson.number, title=lesson.title.in_(language))
        yield SystemCommand(title, lesson.goal.in_(language), partial(open_lesson, lesson.id))
    for theme, words in zip(THEMES, THEME_WORDS, strict=True):
        yield SystemCommand(messages.THEME_COMMAND(language, name=words(language)), "", partial(set_look, theme=theme))
    for motion, words in MOTION.items():
        name = messages.MOTION_COMMAND(language, name=words(language))
        yield SystemCommand(name, "", partial(set_look, motion=motion))
