"""What stands above a plot: title, the label of the y axis, the legend."""

from __future__ import annotations

from dataclasses import dataclass

from tutor.chart.canvas import Canvas, cropped, width_of
from tutor.chart.palette import LEVELS, SHADES, Palette
from tutor.chart.scale import number
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
    ramp: tuple[str, str, str] | None = None
    """The colours of a surface: its label, and what its two ends stand for."""

    def rows(self, width: int) -> list[str]:
        """Return the rows that the header needs, top down: "title", "label", "legend", or "label legend" for both."""
        rows = ["title"] if self.title else []
        legend = bool(self.entries) or self.ramp is not None
        if self.y_label and legend:
            fits = width_of(self.y_label) + _SPACE + self.legend_width() <= width
            return [*rows, "label legend"] if fits else [*rows, "legend", "label"]
        return rows + ["label"] * bool(self.y_label) + ["legend"] * legend

    def legend_width(self) -> int:
        """Return how wide the whole legend is."""
        texts = [width_of(sample) + 1 + width_of(label) for sample, label, _ in self.entries]
        if self.ramp:
            texts.append(sum(map(width_of, self.ramp)) + LEVELS + 2 + bool(self.ramp[0]))
        return sum(texts) + _SPACE * (len(texts) - 1)


def header_of(figure: Figure, palette: Palette, language: str) -> Header:
    """Return what stands above the plot; a legend only where more than one thing has to be told apart."""
    layers = [layer for layer in figure.layers if isinstance(layer, Line | Points | Segments | Bars | Heat)]
    several_lines = has_several_lines(figure)
    entries = tuple(
        (_sample(layer, palette, several_lines), say(layer.label, language), layer.role)
        for layer in layers
        if not isinstance(layer, Heat) and say(layer.label, language)
    )
    ramps = [
        (say(layer.label, language), number(layer.z_range[0]), number(layer.z_range[1]))
        for layer in layers
        if isinstance(layer, Heat) and say(layer.label, language)
    ]
    title, y_label = say(figure.title, language), say(figure.y.label, language)
    return Header(title, y_label, entries if len(layers) > 1 else (), ramps[0] if ramps else None)


def has_several_lines(figure: Figure) -> bool:
    """Return whether there are lines to tell apart: without colour they are then broken by role."""
    return sum(isinstance(layer, Line) for layer in figure.layers) > 1


def _sample(layer: Layer, palette: Palette, several_lines: bool) -> str:
    """Return how a layer looks in the legend."""
    match layer:
        case Points():
            return layer.mark
        case Line():
            return "╌╌" if layer.dashed or (several_lines and layer.role in palette.broken) else "──"
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
            if header.ramp and x + sum(map(width_of, header.ramp)) + LEVELS + 3 <= canvas.width:
                _draw_ramp(canvas, x, y, header.ramp, palette)


def _draw_ramp(canvas: Canvas, x: int, y: int, ramp: tuple[str, str, str], palette: Palette) -> None:
    label, low, high = ramp
    quiet = palette.style(Role.QUIET)
    x = canvas.put(x, y, f"{label} {low} " if label else f"{low} ", quiet)
    for level in range(LEVELS):
        style = palette.ground_style(None, palette.heat[level]) if palette.heat else palette.style()
        x = canvas.put(x, y, " " if palette.heat else SHADES[level], style)
    canvas.put(x, y, f" {high}", quiet)
