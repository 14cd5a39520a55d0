"""Bars: one a row, its name at the left and its value at its end.

They are drawn cell by cell: the end of a bar falls on an eighth of a cell, where plotext rounds to a whole one.
"""

from __future__ import annotations

import math

import numpy as np
from rich.style import Style

from tutor.chart.canvas import Canvas, cropped, width_of
from tutor.chart.header import Header, draw_header
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.chart.scale import limits, number
from tutor.figure import Bars, Figure, Guide, Mark, Role
from tutor.language import say
from tutor.namedtuple import NamedTuple

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_SMALLEST_BAR = 6
"""Cells: below this a bar says nothing, and the figure is told in words."""


class Bar(NamedTuple):
    """One bar, and whether it is the first of its category."""

    name: str
    value: float
    role: Role
    first: bool = True
    part: str = ""


class Layout(NamedTuple):
    """Where the rows of bars lie: `thickness` lines each, `gap` lines between categories."""

    top: int
    thickness: int
    gap: int

    @property
    def slim(self) -> bool:
        """Whether the bars touch one another, and are drawn thin to stay apart."""
        return self.thickness == 1 and self.gap == 0

    def row(self, bars: list[Bar], index: int) -> int:
        """Return the first line of bar `index`."""
        gaps = sum(bar.first for bar in bars[1 : index + 1])
        return self.top + index * self.thickness + gaps * self.gap


def bars_of(figure: Figure, language: str) -> list[Bar]:
    """Return all bars of a figure, top down. Layers over the same names stand together, category by category."""
    layers = [layer for layer in figure.layers if isinstance(layer, Bars)]
    names = [[say(name, language) for name in layer.names] for layer in layers]
    values = [np.ravel(np.asarray(layer.values, dtype=np.float64)).tolist() for layer in layers]
    together = len(layers) > 1 and all(own == names[0] for own in names)
    bars: list[Bar] = []
    if together:
        for index, name in enumerate(names[0]):
            group = [
                Bar(name if not place else "", own[index], _role(layer, index), not place, layer.part)
                for place, (layer, own) in enumerate(zip(layers, values, strict=True))
                if index < len(own)
            ]
            bars += group
        return bars
    for layer, own_names, own in zip(layers, names, values, strict=True):
        bars += [
            Bar(name, value, _role(layer, index), part=layer.part)
            for index, (name, value) in enumerate(zip(own_names, own, strict=False))
        ]
    return bars


def _role(layer: Bars, index: int) -> Role:
    return layer.roles[index] if index < len(layer.roles) else layer.role


def value_labels(values: list[float]) -> list[str]:
    """Return the values as they stand at the ends of the bars: all with the same decimals, three digits or so.

    A value that would read as nothing has two digits of its own.
    """
    finite = [value for value in values if math.isfinite(value)]
    largest = max((abs(value) for value in finite), default=0.0)
    if largest >= 1e6 or 0 < largest < 1e-4:
        return [number(value, ".2e") for value in values]
    most = min(max(2 - math.floor(math.log10(largest)), 0), 6) if largest else 0
    decimals = next((d for d in range(most) if all(abs(round(v, d) - v) < 1e-9 for v in finite)), most)
    return [_label(value, decimals) for value in values]


def _label(value: float, decimals: int) -> str:
    text = number(value, f".{decimals}f")
    is_lost = value != 0 and math.isfinite(value) and not any(digit in text for digit in "123456789")
    return number(value, ".2g") if is_lost else text


def bars_height(figure: Figure, language: str) -> int:
    """Return how many lines the bars of a figure take at their best."""
    bars = bars_of(figure, language)
    groups = sum(bar.first for bar in bars)
    header = bool(say(figure.title, language)) + 1 + _has_guide_labels(figure, language)
    return header + len(bars) + max(groups - 1, 0) * (1 if groups <= 6 else 0)


def draw_bars(
    figure: Figure, header: Header, width: int, height: int, palette: Palette, language: str
) -> Canvas | None:
    """Return the figure's bars, or None where there is no room for them."""
    bars = bars_of(figure, language)
    names_title = say(figure.x.label, language)
    labels = value_labels([bar.value for bar in bars])
    gutter = min(max((width_of(bar.name) for bar in bars), default=0), max(width * 2 // 5, 4))
    gutter = max(gutter, min(width_of(names_title), width // 4))
    value_width = max((len(label) for label in labels), default=0)
    below_zero = any(bar.value < 0 for bar in bars)
    columns = width - gutter - 1 - (value_width + 1) * (2 if below_zero else 1)
    head = header.rows(width - gutter - 2, 0)
    guide_row = _has_guide_labels(figure, language)
    while head and height - len(head) - guide_row < max(len(bars), 1):
        head.pop(0)
    guide_row = guide_row and height - len(head) > len(bars)
    room = height - len(head) - guide_row
    if columns < _SMALLEST_BAR or room < 1 or not bars:
        return None
    canvas = canvas_for(figure, width, height)
    draw_header(canvas, head, gutter + 2, palette, start=gutter + 2)
    for y, row in enumerate(head):
        if row.label or (row.items and y == len(head) - 1):
            canvas.put(0, y, cropped(names_title, gutter), palette.style(Role.QUIET))
    layout = _layout(bars, len(head) + guide_row, room)
    left = gutter + 1 + (value_width + 1 if below_zero else 0)
    scale = _BarScale.over(figure, bars, columns, 2 if layout.slim else 8)
    guides = [
        left + scale.cell(layer.at) for layer in figure.layers if isinstance(layer, Guide) and math.isfinite(layer.at)
    ]
    hidden = 0
    for index, (bar, label) in enumerate(zip(bars, labels, strict=True)):
        y = layout.row(bars, index)
        if y + layout.thickness > height or (y + 1 >= height and index < len(bars) - 1):
            hidden = len(bars) - index
            canvas.put(0, height - 1, f"⋯ +{hidden}", palette.style(Role.QUIET))
            break
        with canvas.of(bar.part, solid=True):
            for line in range(layout.thickness):
                _draw_bar(canvas, left, y + line, scale, bar.value, palette.style(bar.role))
        middle = y + (layout.thickness - 1) // 2
        name = cropped(bar.name, gutter)
        with canvas.of(bar.part):
            canvas.put(gutter - width_of(name), middle, name, palette.style())
            _draw_value(canvas, left, middle, scale, bar, label, palette, guides)
    bottom = layout.row(bars, len(bars) - hidden - 1) + layout.thickness
    for y in range(len(head) + guide_row, bottom):
        canvas.put(left + scale.zero, y, "│", palette.style(Role.QUIET))
    _draw_guides(canvas, figure, left, len(head) + guide_row, bottom, scale, palette, language, bool(guide_row))
    _draw_marks(canvas, figure, left, bars, layout, scale, palette, language)
    return canvas


class _BarScale(NamedTuple):
    """Values over `columns` cells, of which cell `zero` holds the axis: bars begin at either side of it."""

    zero: int
    columns: int
    unit: float
    """Cells per 1."""
    steps: int
    """How finely the end of a bar is drawn: in eighths of a cell, or halves."""

    @classmethod
    def over(cls, figure: Figure, bars: list[Bar], columns: int, steps: int) -> _BarScale:
        values = np.array([bar.value for bar in bars] + [0.0])
        low, high = limits(figure.y.low, figure.y.high, values)
        low, high = min(low, 0.0), max(high, 0.0)
        if not any(bar.value < 0 for bar in bars):
            low = 0.0
        if high - low < 1e-300:  # nothing but zero, or too small to divide by
            low, high = 0.0, 1.0
        free = columns - 1
        zero = round(free * (-low / 2) / (high / 2 - low / 2))
        zero = min(max(zero, 1 if low < 0 else 0), free - (1 if high > 0 else 0))
        right = (free - zero) / high if high > 0 else math.inf
        left = zero / -low if low < 0 else math.inf
        return cls(zero, columns, min(right, left), steps)

    def length(self, value: float) -> float:
        """Return how long the bar of `value` is, in cells, negative to the left; at most as long as there is room.

        What is not zero is never drawn as nothing.
        """
        if math.isnan(value) or value == 0:
            return 0.0
        length = min(max(value * self.unit, -float(self.zero)), float(self.columns - 1 - self.zero))
        return math.copysign(max(round(abs(length) * self.steps), 1) / self.steps, length)

    def cell(self, value: float) -> int:
        """Return the cell in which the bar of `value` ends, counted from the left; the axis for zero."""
        length = self.length(value)
        return self.zero + (math.ceil(length) if length > 0 else math.floor(length))


def _layout(bars: list[Bar], top: int, room: int) -> Layout:
    groups = sum(bar.first for bar in bars)
    for thickness, gap in ((2, 1), (1, 1)):
        if len(bars) * thickness + (groups - 1) * gap <= room:
            return Layout(top, thickness, gap)
    return Layout(top, 1, 0)


def _draw_bar(canvas: Canvas, left: int, y: int, scale: _BarScale, value: float, style: Style) -> None:
    length = scale.length(value)
    whole, part = divmod(round(abs(length) * scale.steps), scale.steps)
    axis = left + scale.zero
    if scale.steps == 2:
        if length >= 0:
            canvas.put(axis + 1, y, "━" * whole + "╸" * part, style)
        else:
            canvas.put(axis - whole - part, y, "╺" * part + "━" * whole, style)
    elif length >= 0:
        canvas.put(axis + 1, y, "█" * whole + _EIGHTHS[part].strip(), style)
    else:
        canvas.put(axis - whole, y, "█" * whole, style)
        if part:
            # The blocks grow from the left; one that grows from the right is the rest of the cell, reversed.
            canvas.put(axis - whole - 1, y, _EIGHTHS[8 - part], style + Style(reverse=True))


def _draw_value(
    canvas: Canvas,
    left: int,
    y: int,
    scale: _BarScale,
    bar: Bar,
    label: str,
    palette: Palette,
    guides: list[int],
) -> None:
    """Write a value at the end of its bar, or where a guide would run through it beyond the guide."""
    cell = left + scale.cell(bar.value)
    if bar.value < 0 and cell < left + scale.zero:
        x = cell - 1 - len(label)
    else:
        x = cell + 2
        for guide in sorted(guides):
            if x - 1 <= guide <= x + len(label) and guide + 2 + len(label) <= canvas.width:
                x = guide + 2
    canvas.put(x, y, label, palette.style(bar.role, bold=True))


def _has_guide_labels(figure: Figure, language: str) -> bool:
    return any(isinstance(layer, Guide) and say(layer.label, language) for layer in figure.layers)


def _draw_guides(
    canvas: Canvas,
    figure: Figure,
    left: int,
    top: int,
    bottom: int,
    scale: _BarScale,
    palette: Palette,
    language: str,
    labelled: bool,
) -> None:
    for layer in figure.layers:
        if not isinstance(layer, Guide) or not math.isfinite(layer.at):
            continue
        x = left + scale.cell(layer.at)
        style = palette.style(layer.role)
        for y in range(top, bottom):
            there = canvas.at(x, y)
            with canvas.of(layer.part, solid=there == "█"):
                if there == "█":
                    canvas.put(x, y, "┊", canvas.style_at(x, y) + Style(reverse=True))
                elif there in " ━":
                    canvas.put(x, y, "┊" if there == " " else "┿", style)
        if labelled:
            label = cropped(say(layer.label, language), canvas.width)
            start = min(max(0, x - width_of(label) // 2), canvas.width - width_of(label))
            with canvas.of(layer.part):
                canvas.put(start, top - 1, label, style)


def _draw_marks(
    canvas: Canvas,
    figure: Figure,
    left: int,
    bars: list[Bar],
    layout: Layout,
    scale: _BarScale,
    palette: Palette,
    language: str,
) -> None:
    """Draw marks: x is the number of the category from 0, y the value."""
    firsts = [index for index, bar in enumerate(bars) if bar.first]
    for layer in figure.layers:
        if not isinstance(layer, Mark) or not math.isfinite(layer.x) or math.isnan(layer.y):
            continue
        category = round(layer.x)
        if not 0 <= category < len(firsts):
            continue
        y = layout.row(bars, firsts[category])
        x = left + scale.cell(layer.y)
        style = palette.style(layer.role, bold=True)
        label = say(layer.label, language)
        with canvas.of(layer.part):
            end = canvas.put(x, y, layer.mark, style)
            if label and canvas.free(end, y, width_of(label) + 1):
                canvas.put(end + 1, y, label, style)
