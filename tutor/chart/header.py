"""What stands above a plot: title, the label of the y axis, the legend."""

from __future__ import annotations

from tutor.chart.canvas import Canvas, cropped, width_of
from tutor.chart.palette import LEVELS, SHADES, Palette
from tutor.chart.scale import number
from tutor.chart.side import GRAIN
from tutor.figure import Bars, Figure, Heat, Layer, Line, Points, Role, Segments, Side, Squares
from tutor.language import say
from tutor.namedtuple import NamedTuple

_SPACE = 3
"""Cells between two entries."""
_CLOSE = 2
"""Cells between them where they stand in one row only so."""
_GUTTER = 6
"""Cells that the labels of the y axis are taken to need, while it is open how many there are."""
_LOW = 11
"""Rows from which on a figure spares a second one for a legend that would be cut."""


class Entry(NamedTuple):
    """One layer in the legend."""

    sample: str
    label: str
    role: Role
    part: str = ""

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return width_of(self.sample) + 1 + width_of(self.label)

    def draw(self, canvas: Canvas, x: int, y: int, palette: Palette) -> int:
        """Draw it, cut to what fits, and return the cell after it."""
        room = canvas.width - x - width_of(self.sample) - 1
        if room < 2:
            return canvas.width
        with canvas.of(self.part):
            return canvas.put(x, y, f"{self.sample} {cropped(self.label, room)}", palette.style(self.role))


class Ramp(NamedTuple):
    """The colours of a surface in the legend, and what their two ends stand for."""

    label: str
    low: str
    high: str

    @property
    def width(self) -> int:
        """How many cells it takes."""
        return width_of(self.label) + 1 + len(self.low) + 1 + LEVELS + 1 + len(self.high)

    def draw(self, canvas: Canvas, x: int, y: int, palette: Palette) -> int:
        """Draw it where there is room for all of it, and return the cell after it."""
        if x + self.width > canvas.width:
            return canvas.width
        quiet = palette.style(Role.QUIET)
        x = canvas.put(x, y, f"{self.label} {self.low} ", quiet)
        with canvas.of(solid=True):
            for level in range(LEVELS):
                style = palette.ground_style(None, palette.heat[level]) if palette.heat else palette.style()
                x = canvas.put(x, y, " " if palette.heat else SHADES[level], style)
        return canvas.put(x, y, f" {self.high}", quiet)


class Row(NamedTuple):
    """One row above the plot."""

    title: str = ""
    label: str = ""
    """The label of the y axis."""
    items: tuple[Entry | Ramp, ...] = ()


class Header(NamedTuple):
    """What stands above the plot."""

    title: str
    y_label: str
    items: tuple[Entry | Ramp, ...]

    def rows(self, width: int, height: int, label_end: int = 1) -> list[Row]:
        """Return the rows above a plot in a figure of this size, top down: the title, and the label of the y axis with
        the legend after it; a legend that is too long takes more rows, but in a low figure. `label_end` is the column
        where the label of the y axis ends, unless it is longer."""
        rows = [Row(title=self.title)] if self.title else []
        if not self.items:
            return [*rows, Row(label=self.y_label)] if self.y_label else rows
        start = (max(width_of(self.y_label), _GUTTER) if self.y_label else _GUTTER) + _CLOSE
        label = self.y_label
        if label and start + self.items[0].width > width:
            # The label is too long for anything beside it, and goes next to the axis.
            return [*rows, Row(items=self.items), Row(label=label)]
        all_items = sum(item.width + _CLOSE for item in self.items) - _CLOSE
        before = max(label_end, width_of(label)) + _CLOSE if label else 0
        fits = before + all_items <= width
        if height < _LOW or fits:
            return [*rows, Row(label=label, items=self.items)]
        first = _fitting(self.items, width - start)
        rows.append(Row(label=label, items=first))
        rest = self.items[len(first) :]
        while rest:
            beside = _fitting(rest, width)
            rows.append(Row(items=beside))
            rest = rest[len(beside) :]
        return rows


def _fitting(items: tuple[Entry | Ramp, ...], width: int) -> tuple[Entry | Ramp, ...]:
    """Return as many of the items as stand beside each other in `width` cells; at least one."""
    at = 0
    for count, item in enumerate(items):
        if count and at + item.width > width:
            return items[:count]
        at += item.width + _CLOSE
    return items


def header_of(figure: Figure, palette: Palette, language: str) -> Header:
    """Return what stands above the plot; a legend only where more than one thing has to be told apart."""
    shown = Line | Points | Segments | Bars | Heat | Squares | Side
    layers = [layer for layer in figure.layers if isinstance(layer, shown)]
    several_lines = has_several_lines(figure)
    items: list[Entry | Ramp] = []
    for layer in layers:
        label = say(layer.label, language)
        if not label:
            continue
        if isinstance(layer, Heat):
            items.append(Ramp(label, number(layer.z_range[0], ".3g"), number(layer.z_range[1], ".3g")))
        elif len(layers) > 1:
            items.append(Entry(_sample(layer, palette, several_lines), label, layer.role, layer.part))
    items.sort(key=lambda item: isinstance(item, Ramp))
    return Header(say(figure.title, language), say(figure.y.label, language), tuple(items))


_BROKEN = {Role.OTHER: "╌╌", Role.LOSS: "┈┈", Role.QUIET: "· "}
"""How lines that are broken by role look in the legend."""


def has_several_lines(figure: Figure) -> bool:
    """Return whether there are lines to tell apart: without colour they are then broken by role."""
    return sum(isinstance(layer, Line) for layer in figure.layers) > 1


def _sample(layer: Layer, palette: Palette, several_lines: bool) -> str:
    """Return how a layer looks in the legend."""
    match layer:
        case Points():
            return layer.mark
        case Line():
            if several_lines and layer.role in palette.broken:
                return _BROKEN[layer.role]
            return "╌╌" if layer.dashed else "──"
        case Squares():
            return "▦"
        case Segments():
            return "│" if layer.role is Role.LOSS else "──"
        case Side():
            return GRAIN * 2
        case _:
            return "█"


def draw_header(canvas: Canvas, rows: list[Row], label_end: int, palette: Palette, start: int | None = None) -> None:
    """Draw the header into the top rows. The label of the y axis ends at column `label_end`, above the axis, or where
    it is longer starts at the left edge; with `start` it starts there."""
    for y, row in enumerate(rows):
        if row.title:
            canvas.put(0, y, cropped(row.title, canvas.width), palette.style(bold=True))
            continue
        x = max(0, label_end - width_of(row.label)) if start is None else start
        if row.label:
            space = _space(row, canvas.width - x)
            x = canvas.put(x, y, cropped(row.label, canvas.width - x), palette.style(Role.QUIET)) + space
        else:
            space = _space(row, canvas.width)
            total = sum(item.width + space for item in row.items) - space
            x = max(0, min(label_end, canvas.width - total))
        for item in row.items:
            x = item.draw(canvas, x, y, palette) + space


def _space(row: Row, width: int) -> int:
    """Return the cells between two entries of a row: fewer where the last one would be cut."""
    entries = [*([width_of(row.label)] if row.label else []), *(item.width for item in row.items)]
    between = max(len(entries) - 1, 1)
    return min(max((width - sum(entries)) // between, 1), _SPACE)
