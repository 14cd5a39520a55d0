"""A chart on screen: it holds one drawing and hands it to the renderer, which knows no widget."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.chart.drawing import draw
from tutor.chart.pointing import Pointed, pointed_at
from tutor.dataclass import dataclass
from tutor.figure import Drawing
from tutor.pointing import pointed
from tutor.render.look import Look
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class Chart(Lines):
    """Draws its `drawing` at whatever size it has."""

    IS_FILLED = True

    DEFAULT_CSS = """
    Chart { height: 1fr; width: 1fr; }
    """

    @dataclass
    class Clicked(Message):
        """A plane that takes points was clicked on."""

        pointed: Pointed

    drawing: var[Drawing | None] = var(None)
    dimmed: var[bool] = var(False)
    """grey as a whole: it is no longer what it was"""

    pointed: var[str] = var("")
    """the part that stands out, where it has it"""

    def watch_pointed(self) -> None:
        self.update_lines()

    def watch_drawing(self) -> None:
        self.update_lines()

    def watch_dimmed(self) -> None:
        self.update_lines()

    def show(self, drawing: Drawing | None, *, dimmed: bool) -> None:
        """Show a drawing, lit or dimmed, in one frame."""
        self.set_reactive(Chart.dimmed, dimmed)
        self.set_reactive(Chart.drawing, drawing)
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        offset, size = event.get_content_offset(self), self.content_size
        if offset is None or self.drawing is None:
            return
        look = look_of(self)
        pointed = pointed_at(self.drawing, *offset, *size, look.palette, look.language)
        if pointed is not None:
            self.post_message(self.Clicked(pointed))

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:
        if self.drawing is None or not height:
            return []
        look = look_of(self)
        drawing = pointed(self.drawing, self.pointed) if self.pointed else self.drawing
        lines = draw(drawing, width, height, look.palette, look.language)
        return dimmed(lines, look) if self.dimmed else lines


def dimmed(lines: Sequence[Sequence[Segment]], look: Look) -> Sequence[Sequence[Segment]]:
    """Return a drawing in grey."""
    return [[Segment(text, look.quiet) for text, _, _ in line] for line in lines]
