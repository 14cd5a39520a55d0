"""The first line of a review or of testing out: its title, how it goes, the language."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.reactive import var

from tutor.render.header import Tally, sitting_header
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class SittingHeader(Lines):
    """`Review ─────── ✓ 4  ✗ 1  7 left ── en`."""

    DEFAULT_CSS = """
    SittingHeader { dock: top; height: 1; padding: 0 1; }
    """

    tally: var[Tally | None] = var(None)

    def watch_tally(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return [sitting_header(self.tally, width, look_of(self)) if self.tally is not None else []]
