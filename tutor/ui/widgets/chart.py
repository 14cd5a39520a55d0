"""A chart on screen: it holds one drawing and hands it to the renderer, which knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.reactive import var

from tutor.chart.drawing import draw
from tutor.figure import Drawing
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class Chart(Lines):
    """Draws its `drawing` at whatever size it has."""

    DEFAULT_CSS = """
    Chart { height: 1fr; width: 1fr; }
    """

    drawing: var[Drawing | None] = var(None)

    def watch_drawing(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:
        if self.drawing is None or not height:
            return []
        look = look_of(self)
        return draw(self.drawing, width, height, look.palette, look.language)
