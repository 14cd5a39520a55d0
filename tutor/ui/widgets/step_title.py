"""The title of a step."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.reactive import var

from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines
from tutor.ui.wrap import wrapped


class StepTitle(Lines):
    """The title of a step, and an empty line under it."""

    title: var[str] = var("")

    def watch_title(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        return [*([Segment(row, look.strong)] for row in wrapped(self.title, width)), []]
