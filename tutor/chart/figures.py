"""Drawing a `Figure`: where the parts go, what plotext draws of it, and what is laid over that."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from tutor.chart import clip, plot
from tutor.chart.canvas import PLAIN, Canvas, cropped, width_of
from tutor.chart.clip import Stroke
from tutor.chart.palette import Palette, ink_on
from tutor.chart.scale import Scale, Tick, limits, ticks
from tutor.figure import (
    Array,
    Figure,
    Guide,
    Heat,
    Layer,
    Line,
    Mark,
    Points,
    Role,
    Segments,
)
from tutor.language import say

INKS = tuple(Role)
"""The ink numbers given to plotext are places in this tuple."""

SMALLEST_PLOT = (8, 3)
"""Columns and rows below which no plot is drawn."""

DASH = (5, 4)
"""Braille dots drawn and left out in a dashed line."""


@dataclass(frozen=True)
class Frame:
    """Where the plot lies on the canvas, and its two scales."""

    left: int
    """The first column of the plot itself."""
    top: int
    x: Scale
    y: Scale

    @property
    def columns(self) -> int:
        """How wide the plot is."""
        return self.x.cells

    @property
    def rows(self) -> int:
        """How high the plot is."""
        return self.y.cells

    def spot(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the canvas cell of a point, or None outside the limits."""
        column, row = self.x.cell(x), self.y.cell(y)
        if column is None or row is None:
            return None
        return self.left + column, self.top + self.rows - 1 - row


def pair(x: Array, y: Array) -> tuple[Array, Array]:
    """Return two arrays as flat ones of the same length."""
    x, y = np.ravel(np.asarray(x, dtype=np.float64)), np.ravel(np.asarray(y, dtype=np.float64))
    count = min(len(x), len(y))
    return x[:count], y[:count]


def figure_limits(figure: Figure) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the limits of both axes: those given, else those of what is drawn."""
    tight: tuple[list[Array], list[Array]] = ([], [])
    loose: tuple[list[Array], list[Array]] = ([], [])
    for layer in figure.layers:
        match layer:
            case Line():
                x, y = pair(layer.x, layer.y)
                tight[0].append(x)
                loose[1].append(y)
            case Points():
                x, y = pair(layer.x, layer.y)
                loose[0].append(x)
                loose[1].append(y)
            case Segments():
                loose[0].extend((np.ravel(layer.x0), np.ravel(layer.x1)))
                loose[1].extend((np.ravel(layer.y0), np.ravel(layer.y1)))
            case Mark():
                loose[0].append(np.array([layer.x]))
                loose[1].append(np.array([layer.y]))
            case Guide():
                loose["xy".index(layer.axis)].append(np.array([layer.at]))
            case Heat():
                tight[0].append(np.array(layer.x_range))
                tight[1].append(np.array(layer.y_range))
    found = []
    for axis, tight_values, loose_values in ((figure.x, tight[0], loose[0]), (figure.y, tight[1], loose[1])):
        # What is drawn as a line may end at the edge of the chart; a point there would be cut in half.
        margin = 0.0 if tight_values else 0.05
        values = np.concatenate([np.empty(0), *tight_values, *loose_values]).astype(np.float64)
        found.append(limits(axis.low, axis.high, values, margin=margin))
    return found[0], found[1]


@dataclass(frozen=True)
class Header:
    """What stands above the plot."""

    title: str
    y_label: str
    entries: tuple[tuple[str, str, Role], ...]
    """(sample, label, role) of each layer in the legend"""

    def rows(self, width: int) -> list[str]:
        """Return which rows the header needs: "title", "label", "legend" or "label legend" on one line."""
        rows = ["title"] if self.title else []
        if self.y_label and self.entries:
            fits = width_of(self.y_label) + 3 + self.legend_width() <= width
            return [*rows, "label legend"] if fits else [*rows, "legend", "label"]
        return rows + ["label"] * bool(self.y_label) + ["legend"] * bool(self.entries)

    def legend_width(self) -> int:
        """Return how wide the whole legend is."""
        return sum(width_of(sample) + 1 + width_of(label) for sample, label, _ in self.entries) + 3 * (
            len(self.entries) - 1
        )


def sample_of(layer: Layer, palette: Palette) -> str:
    """Return how a layer looks in the legend."""
    match layer:
        case Points():
            return layer.mark
        case Line():
            return "╌╌" if layer.dashed or layer.role in palette.broken else "──"
        case Segments():
            return "│" if layer.role is Role.LOSS else "──"
        case _:
            return palette.marks.get(layer.role, "─") if not isinstance(layer, Heat) else "▒"


def header_of(figure: Figure, palette: Palette, language: str) -> Header:
    """Return what stands above the plot; a legend only where more than one thing has to be told apart."""
    entries = tuple(
        (sample_of(layer, palette), say(layer.label, language), layer.role)
        for layer in figure.layers
        if isinstance(layer, Line | Points | Segments) and say(layer.label, language)
    )
    several = sum(isinstance(layer, Line | Points | Segments | Heat) for layer in figure.layers) > 1
    return Header(say(figure.title, language), say(figure.y.label, language), entries if several else ())


def draw_header(canvas: Canvas, header: Header, rows: list[str], label_end: int, palette: Palette) -> None:
    """Draw the header into the top rows; the label of the y axis ends above the axis, or starts at the left edge."""
    for y, row in enumerate(rows):
        x = 0
        if row == "title":
            canvas.put(0, y, cropped(header.title, canvas.width), palette.style(bold=True))
        if "label" in row:
            x = max(0, label_end - width_of(header.y_label))
            x = canvas.put(x, y, cropped(header.y_label, canvas.width - x), palette.style(Role.QUIET)) + 3
        if "legend" in row:
            x = x if x else min(label_end + 1, max(0, canvas.width - header.legend_width()))
            for sample, label, role in header.entries:
                room = canvas.width - x
                if room < 4:
                    break
                style = palette.style(role)
                x = canvas.put(x, y, f"{sample} {cropped(label, room - width_of(sample) - 1)}", style) + 3


def x_ticks_of(low: float, high: float, figure: Figure, columns: int) -> list[Tick]:
    """Return the ticks below the plot: no two labels closer than two cells."""
    scale = Scale(low, high, columns)

    def fit(chosen: list[Tick]) -> bool:
        free = -(10**6)
        for tick in chosen:
            cell = scale.cell(tick.value)
            if cell is None:
                continue
            start = cell - len(tick.label) // 2
            if start < free:
                return False
            free = start + len(tick.label) + 2
        return True

    return ticks(low, high, figure.x.ticks, min(columns // 7 + 1, 9), fit)  # type: ignore[arg-type]


def y_ticks_of(low: float, high: float, figure: Figure, rows: int) -> list[Tick]:
    """Return the ticks at the left: one in about three rows, never two in one row."""
    scale = Scale(low, high, rows)

    def fit(chosen: list[Tick]) -> bool:
        cells = [cell for tick in chosen if (cell := scale.cell(tick.value)) is not None]
        return len(set(cells)) == len(chosen)

    return ticks(low, high, figure.y.ticks, min((rows + 4) // 3, 8), fit)  # type: ignore[arg-type]


def draw_figure(figure: Figure, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the drawn figure, or None where there is no room for a plot."""
    header = header_of(figure, palette, language)
    head = header.rows(width)
    x_label = say(figure.x.label, language)
    # A short name stands at the end of the axis, as in a textbook; a long one below it.
    beside = 0 < width_of(x_label) <= 3
    below = bool(x_label) and not beside
    while height - len(head) - 2 - below < SMALLEST_PLOT[1] and (head or below):
        if below:
            below = False
        else:
            head.pop(0)
    rows = height - len(head) - 2 - below
    (x_low, x_high), (y_low, y_high) = figure_limits(figure)
    y_ticks = y_ticks_of(y_low, y_high, figure, max(rows, 1))
    gutter = max((len(tick.label) for tick in y_ticks), default=0)
    right = width_of(x_label) + 1 if beside else 1
    columns = width - gutter - 1 - right
    if columns < SMALLEST_PLOT[0] or rows < SMALLEST_PLOT[1]:
        return None
    frame = Frame(gutter + 1, len(head), Scale(x_low, x_high, columns), Scale(y_low, y_high, rows))
    x_ticks = x_ticks_of(x_low, x_high, figure, columns)

    canvas = Canvas(width, height)
    draw_header(canvas, header, head, gutter + 1, palette)
    _draw_plot(canvas, figure, frame, x_ticks, y_ticks, palette)
    axis_row = frame.top + rows
    if beside:
        canvas.put(frame.left + columns + 1, axis_row, x_label, palette.style(Role.QUIET))
    elif below:
        label = cropped(x_label, width)
        canvas.put(max(0, frame.left + columns - width_of(label)), axis_row + 2, label, palette.style(Role.QUIET))
    _draw_points(canvas, figure, frame, palette)
    _draw_marks(canvas, figure, frame, palette, language)
    return canvas


def _draw_plot(
    canvas: Canvas, figure: Figure, frame: Frame, x_ticks: list[Tick], y_ticks: list[Tick], palette: Palette
) -> None:
    gutter = frame.left - 1
    strokes: list[tuple[Stroke, int]] = []
    guides: list[plot.Guide] = []
    for layer in figure.layers:
        match layer:
            case Line():
                strokes.append((_line_stroke(layer, frame, palette), INKS.index(layer.role)))
            case Segments():
                strokes.append((_segments_stroke(layer, frame), INKS.index(layer.role)))
            case Guide():
                cell = (frame.x if layer.axis == "x" else frame.y).cell(layer.at)
                if cell is not None:
                    dotted = layer.role is Role.QUIET
                    guides.append(plot.Guide(layer.axis == "x", cell, dotted, INKS.index(layer.role)))
    lines = plot.drawn(
        plot.Plot(
            frame.columns,
            frame.rows,
            x_ticks=[(cell, t.label) for t in x_ticks if (cell := frame.x.cell(t.value)) is not None],
            y_ticks=[(cell, t.label.rjust(gutter)) for t in y_ticks if (cell := frame.y.cell(t.value)) is not None],
            strokes=strokes,
            guides=guides,
            frame_ink=INKS.index(Role.QUIET),
            left=gutter,
        )
    )
    for y, runs in enumerate(lines, start=frame.top):
        x = 0
        for text, ink in runs:
            if ink is None or not text.strip():
                x += width_of(text)
            else:
                x = canvas.put(x, y, text, palette.style(INKS[ink]))


def _line_stroke(layer: Line, frame: Frame, palette: Palette) -> Stroke:
    x, y = pair(layer.x, layer.y)
    stroke = clip.polyline(frame.x.place(x), frame.y.place(y), frame.columns, frame.rows)
    pattern = DASH if layer.dashed else palette.broken.get(layer.role)
    return clip.dashed(stroke, *pattern) if pattern else stroke


def _segments_stroke(layer: Segments, frame: Frame) -> Stroke:
    x0, y0 = pair(layer.x0, layer.y0)
    x1, y1 = pair(layer.x1, layer.y1)
    count = min(len(x0), len(x1))
    return clip.segments(
        frame.x.place(x0[:count]),
        frame.y.place(y0[:count]),
        frame.x.place(x1[:count]),
        frame.y.place(y1[:count]),
        frame.columns,
        frame.rows,
    )


def _draw_points(canvas: Canvas, figure: Figure, frame: Frame, palette: Palette) -> None:
    for layer in figure.layers:
        if not isinstance(layer, Points):
            continue
        x, y = pair(layer.x, layer.y)
        for point in zip(x.tolist(), y.tolist(), strict=True):
            if spot := frame.spot(*point):
                _stamp(canvas, *spot, layer.mark, layer.role, palette)


def _stamp(canvas: Canvas, x: int, y: int, mark: str, role: Role, palette: Palette) -> None:
    ground = canvas.style_at(x, y).bgcolor
    style = palette.style(role, bold=True)
    if ground is not None:
        style += PLAIN.__class__(color=ink_on(ground.get_truecolor().hex), bold=True)
    canvas.put(x, y, mark, style)


def _draw_marks(canvas: Canvas, figure: Figure, frame: Frame, palette: Palette, language: str) -> None:
    for layer in figure.layers:
        if not isinstance(layer, Mark) or math.isnan(layer.x) or math.isnan(layer.y):
            continue
        spot = frame.spot(layer.x, layer.y)
        if spot:
            _stamp(canvas, *spot, layer.mark, layer.role, palette)
            label = say(layer.label, language)
            if label:
                canvas.put(spot[0] + 2, spot[1], label, palette.style(layer.role, bold=True))
