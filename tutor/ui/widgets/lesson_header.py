"""The first line of a lesson: its title, one mark a step, the language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.role import Role
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


@dataclass(frozen=True)
class Heading:
    """What the header shows."""

    number: int
    title: str
    marks: tuple[str, ...]
    """one a step: "done", "visited" or "unseen" """
    current: int


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
        self._first_mark = 0

    def watch_heading(self) -> None:
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is None or self.heading is None:
            return
        place, rest = divmod(offset.x - self._first_mark, 2)
        if rest == 0 and 0 <= place < len(self.heading.marks):
            self.post_message(self.StepChosen(place))

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        heading = self.heading
        if heading is None:
            return [[]]
        look = look_of(self)
        tail = f" ── {look.language}"
        marks_width = 2 * len(heading.marks) - 1
        room = width - marks_width - cell_len(tail) - 5
        title = f"{heading.number} · {heading.title}"
        if cell_len(title) > room:
            title = set_cell_size(title, max(room - 1, 1)) + "…"
        rule = max(width - cell_len(title) - marks_width - cell_len(tail) - 2, 1)
        self._first_mark = cell_len(title) + rule + 2
        line = [Segment(title, look.strong), Segment(" " + "─" * rule + " ", look.quiet)]
        for number, mark in enumerate(heading.marks):
            sign = {"done": "●", "visited": "◐", "unseen": "○"}[mark]
            style = look.role(Role.RIGHT) if mark == "done" else look.quiet
            if number == heading.current:
                style = look.role(Role.MODEL, bold=True) + Style(underline=True)
            line.append(Segment(sign, style))
            if number < len(heading.marks) - 1:
                line.append(Segment(" "))
        line.append(Segment(tail, look.quiet))
        return [line]
