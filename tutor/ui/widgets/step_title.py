"""The title of a step."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.reactive import var

from tutor.render.title import title_lines
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
        return title_lines(self.title, self.marks, width, look_of(self))
