"""The words on a step, and the glossary of a course: a line to type in, what is found under it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from tutor.dataclass import dataclass
from tutor.learner.progress import StepPlace
from tutor.render.glossary import Definitions, definition_lines
from tutor.render.messages import ALL_WORDS, WORDS_HERE
from tutor.render.wrap import wrapped
from tutor.session.glossary import Definition, matching
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


class WordsField(Input):
    """Where a part of a word is typed; ↑ ↓ and Enter are for what was found."""

    BINDINGS = [
        bind("up", "screen.move(-1)", "KEY_CHOOSE", display="↑ ↓"),
        bind("down", "screen.move(1)", ""),
        bind("pageup", "screen.move(-5)", ""),
        bind("pagedown", "screen.move(5)", ""),
        bind("enter", "screen.open", "KEY_TO_STEP"),
    ]


class WordLines(Lines, can_focus=True):
    """Words with what they mean, one of them chosen."""

    BINDINGS = [*WordsField.BINDINGS, bind("d", "screen.all", "KEY_GLOSSARY")]

    words: var[tuple[Definition, ...]] = var(())
    chosen: var[int] = var(0)

    @dataclass
    class Opened(Message):
        """A word was clicked."""

        number: int

    def __init__(self) -> None:
        super().__init__()
        self.shown = Definitions([], (0,))

    def watch_words(self) -> None:
        self.chosen = 0
        self.forget_rows()
        self.update_lines()

    def watch_chosen(self) -> None:
        self.forget_rows()
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        number = self.shown.at(offset.y) if offset is not None else None
        if number is not None:
            self.post_message(self.Opened(number))

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        self.shown = definition_lines(self.words, self.chosen, width, look)
        nothing = wrapped(messages.SEARCH_NOTHING(look.language), width)
        return self.shown.lines or [[Segment(row, look.quiet)] for row in nothing]


class GlossaryScreen(Dialog[StepPlace | None]):
    """The words that stand on a step, or all of them. Hands back the step that teaches the chosen one."""

    BINDINGS = [
        bind("escape", "dismiss", "KEY_CLOSE"),
    ]

    is_whole: var[bool] = var(default=False)
    """all words are listed, and can be searched"""

    def __init__(self, here: Sequence[Definition], whole: Sequence[Definition]) -> None:
        """Make the screen; `here` are the words on the step that is open, and `whole` are all of them."""
        super().__init__()
        self._here, self._whole = tuple(here), tuple(whole)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide search"):
            yield WordsField(placeholder=messages.WORDS_PLACEHOLDER(look_of(self).language), compact=True)
            with VerticalScroll(can_focus=False):
                yield WordLines()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(WordsField).cursor_blink = False
        self.is_whole = not self._here
        self._show()

    def _show(self) -> None:
        language = look_of(self).language
        field, lines = self.query_one(WordsField), self.query_one(WordLines)
        words = self._whole if self.is_whole else self._here
        title = ALL_WORDS(language, count=len(words)) if self.is_whole else WORDS_HERE(language)
        self.query_one(Vertical).border_title = plain(title)
        lines.words = matching(words, field.value) if field.value.strip() else words
        field.display = self.is_whole
        (field if self.is_whole else lines).focus()
        self._scroll()
        self.refresh_bindings()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action in ("move", "open") and self.is_mounted:
            return bool(self.query_one(WordLines).words)
        return True

    def action_move(self, steps: int) -> None:
        lines = self.query_one(WordLines)
        lines.chosen = min(max(lines.chosen + steps, 0), len(lines.words) - 1)
        self._scroll()

    def _scroll(self) -> None:
        """Bring the chosen word into view, once its lines have their places."""
        self.call_after_refresh(self._scroll_now)

    def _scroll_now(self) -> None:
        lines = self.query_one(WordLines)
        if lines.chosen < len(lines.shown.starts) - 1:
            start, end = lines.shown.starts[lines.chosen : lines.chosen + 2]
            self.query_one(VerticalScroll).scroll_to_region(Region(0, start, 1, end - start), animate=False)

    def action_all(self) -> None:
        """List all words."""
        self.is_whole = True
        self._show()

    def on_word_lines_opened(self, event: WordLines.Opened) -> None:
        self.query_one(WordLines).chosen = event.number
        self.action_open()

    def action_open(self) -> None:
        """Open the step that teaches the chosen word."""
        lines = self.query_one(WordLines)
        if lines.chosen < len(lines.words):
            self.dismiss(lines.words[lines.chosen].place)
