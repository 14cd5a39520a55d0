"""The title of a step."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import var

from tutor.render.wrap import wrapped
from tutor.role import Role
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class StepTitle(Lines):
    """The title of a step, and an empty line under it."""

    title: var[str] = var("")
    marks: var[str] = var("")
    """what the learner keeps about the step, in signs"""

    def watch_title(self) -> None:
        self.update_lines()

    def watch_marks(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        marks = f"  {self.marks}" if self.marks else ""
        # The marks stand behind the last word, so the title is broken as if they were one.
        rows = wrapped(self.title, max(width - cell_len(marks), 8))
        lines = [[Segment(row, look.strong)] for row in rows]
        if lines and marks:
            lines[-1].append(Segment(marks, look.role(Role.GUESS)))
        return [*lines, []]
