"""What stands above a plot: title, the label of the y axis, the legend."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.chart.canvas import Canvas, cropped, width_of
from tutor.chart.palette import Palette
from tutor.figure import Bars, Figure, Heat, Layer, Line, Points, Role, Segments
from tutor.language import say

Entry = tuple[str, str, Role]
"""(sample, label, role) of a layer in the legend"""

_SPACE = 3
"""Cells between two entries."""


@dataclass(frozen=True)
class Header:
    """What stands above the plot."""

    title: str
    y_label: str
    entries: tuple[Entry, ...]

    def rows(self, width: int) -> list[str]:
        """Return the rows that the header needs, top down: "title", "label", "legend", or "label legend" for both."""
        rows = ["title"] if self.title else []
        if self.y_label and self.entries:
            fits = width_of(self.y_label) + _SPACE + self.legend_width() <= width
            return [*rows, "label legend"] if fits else [*rows, "legend", "label"]
        return rows + ["label"] * bool(self.y_label) + ["legend"] * bool(self.entries)

    def legend_width(self) -> int:
        """Return how wide the whole legend is."""
        texts = [width_of(sample) + 1 + width_of(label) for sample, label, _ in self.entries]
        return sum(texts) + _SPACE * (len(texts) - 1)


def header_of(figure: Figure, palette: Palette, language: str) -> Header:
    """Return what stands above the plot; a legend only where more than one thing has to be told apart."""
    layers = [layer for layer in figure.layers if isinstance(layer, Line | Points | Segments | Bars | Heat)]
    entries = tuple(
        (_sample(layer, palette), say(layer.label, language), layer.role)
        for layer in layers
        if not isinstance(layer, Heat) and say(layer.label, language)
    )
    return Header(say(figure.title, language), say(figure.y.label, language), entries if len(layers) > 1 else ())


def _sample(layer: Layer, palette: Palette) -> str:
    """Return how a layer looks in the legend."""
    match layer:
        case Points():
            return layer.mark
        case Line():
            return "╌╌" if layer.dashed or layer.role in palette.broken else "──"
        case Segments():
            return "│" if layer.role is Role.LOSS else "──"
        case _:
            return "█"


def draw_header(
    canvas: Canvas, header: Header, rows: list[str], label_end: int, palette: Palette, start: int | None = None
) -> None:
    """Draw the header into the top rows. The label of the y axis ends at column `label_end`, above the axis, or where
    it is longer starts at the left edge; with `start` it starts there."""
    for y, row in enumerate(rows):
        x = 0
        if row == "title":
            canvas.put(0, y, cropped(header.title, canvas.width), palette.style(bold=True))
        if "label" in row:
            x = max(0, label_end - width_of(header.y_label)) if start is None else start
            x = canvas.put(x, y, cropped(header.y_label, canvas.width - x), palette.style(Role.QUIET)) + _SPACE
        if "legend" in row:
            if not x:
                x = max(0, min(label_end, canvas.width - header.legend_width()))
            for sample, label, role in header.entries:
                room = canvas.width - x
                if room < width_of(sample) + 3:
                    break
                text = f"{sample} {cropped(label, room - width_of(sample) - 1)}"
                x = canvas.put(x, y, text, palette.style(role)) + _SPACE
