"""The palette of all commands: Textual's own, which a second click or key while it closes would end the app by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol

from textual import events, on
from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.dom import DOMNode
from textual.screen import Screen
from textual.widgets import Input, OptionList

from tutor.course.outline import LessonOutline
from tutor.ui import messages
from tutor.ui.keys import LiveKey
from tutor.ui.screens.leaving import OnceLeft
from tutor.ui.theme import THEME_WORDS, THEMES


class Palette(CommandPalette, OnceLeft[None]):
    """Does what was chosen once, and what was pressed or clicked after that is not meant for it."""

    @on(Input.Submitted)
    @on(OptionList.OptionSelected)
    def only_once(self, event: Input.Submitted | OptionList.OptionSelected) -> None:
        """Keep from Textual what comes after a command was chosen: it would be done twice."""
        if not self.is_active:
            event.stop()
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        if not self.is_active:
            event.prevent_default()


class SetsLook(Protocol):
    """Changes how all looks."""

    def __call__(self, *, theme: str | None = None, motion: bool | None = None) -> None:
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
    for motion, words in ((True, messages.MOTION_ON), (False, messages.MOTION_OFF)):
        name = messages.MOTION_COMMAND(language, name=words(language))
        yield SystemCommand(name, "", partial(set_look, motion=motion))
