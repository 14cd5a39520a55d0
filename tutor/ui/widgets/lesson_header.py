"""The first line of a lesson: its title, one mark a step, the language."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.dataclass import dataclass
from tutor.render.clickable import NOTHING, Clickable
from tutor.render.header import Heading, lesson_header
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class LessonHeader(Lines):
    """`8 · The cost function ─────── ● ● ◐ ○ ○ ── en`; a click on a mark goes to that step."""

    DEFAULT_CSS = """
    LessonHeader { dock: top; height: 1; padding: 0 1; }
    """

    heading: var[Heading | None] = var(None)

    @dataclass
    class StepChosen(Message):
        """A step's mark was clicked."""

        number: int

    def __init__(self) -> None:
        super().__init__()
        self._shown: Clickable = NOTHING

    def watch_heading(self) -> None:
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        number = self._shown.thing_at(*offset) if offset is not None else None
        if number is not None:
            self.post_message(self.StepChosen(number))

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        if self.heading is None:
            return [[]]
        self._shown = lesson_header(self.heading, width, look_of(self))
        return self._shown.lines
