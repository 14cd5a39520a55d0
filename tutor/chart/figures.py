"""Drawing a `Figure`: where the parts go, what plotext draws of it, and what is laid over that."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from rich.style import Style

from tutor.chart import clip, plot
from tutor.chart.bars import draw_bars
from tutor.chart.canvas import Canvas, cropped, width_of
from tutor.chart.clip import Stroke
from tutor.chart.dots import are_braille
from tutor.chart.frame import Frame, pair
from tutor.chart.header import Row, draw_header, has_several_lines, header_of
from tutor.chart.heat import draw_heat, draw_levels
from tutor.chart.hops import draw_lanes, landed, lane_rows, strides_of, tangent_stroke, walks_of
from tutor.chart.looks import Numbers, ground_of, grounds_of, mapped, number_of
from tutor.chart.overlay import Overlay, segment_ends, straight
from tutor.chart.palette import Palette, ink_on
from tutor.chart.pointed import canvas_for
from tutor.chart.raster import Inked, dots_of
from tutor.chart.scale import Scale, Tick, limits, ticks
from tutor.chart.side import draw_side
from tutor.chart.squares import draw_squares
from tutor.figure import (
    Axis,
    Bars,
    Figure,
    Guide,
    Heat,
    Hops,
    Layer,
    Line,
    Mark,
    Points,
    Role,
    Segments,
    Side,
    Squares,
    Tangent,
)
from tutor.language import say
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array

INKS = tuple(Role)
"""The ink numbers given to plotext are places in this tuple; those beyond it are of what is pointed at."""

SMALLEST_PLOT = (8, 3)
"""Columns and rows below which no plot is drawn."""

DASH = (5, 4)
"""Braille dots drawn and left out in a dashed line."""

_KEPT = 64
"""Ticks of axes that are kept: axes mostly stand while something moves between them."""

Stroked = Line | Segments | Hops | Tangent
"""The layers that are drawn as lines."""

MOST_DOTS = 500_000
"""Dots drawn for the lines of a figure, one over the other included: twice what fills 300 x 100 cells. Beyond, lines
keep fewer of their points."""


def figure_limits(figure: Figure) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the limits of both axes: those given, else those of what is drawn."""
    if _is_given(figure.x) and _is_given(figure.y):
        nothing = np.empty(0)
        return limits(figure.x.low, figure.x.high, nothing), limits(figure.y.low, figure.y.high, nothing)
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
            case Hops():
                x, y, _ = landed(layer)
                loose[0].append(x)
                loose[1].append(y)
            case Squares():
                loose[0].append(np.ravel(layer.x))
                loose[1].extend((np.ravel(layer.low), np.ravel(layer.high)))
            case Mark() | Tangent():
                loose[0].append(np.array([layer.x]))
                loose[1].append(np.array([layer.y]))
            case Guide():
                loose["xy".index(layer.axis)].append(np.array([layer.at]))
            case Heat():
                tight[0].append(np.array(layer.x_range))
                tight[1].append(np.array(layer.y_range))
    found = []
    for axis, tight_values, loose_values in ((figure.x, tight[0], loose[0]), (figure.y, tight[1], loose[1])):
        if _is_given(axis):
            # Whatever is drawn.
            found.append(limits(axis.low, axis.high, np.empty(0)))
            continue
        # What is drawn as a line may end at the edge of the chart; a point there would be cut in half.
        margin = 0.0 if tight_values else 0.05
        values = np.concatenate([np.empty(0), *tight_values, *loose_values]).astype(np.float64)
        found.append(limits(axis.low, axis.high, values, margin=margin))
    return found[0], found[1]


def _is_given(axis: Axis) -> bool:
    """Return whether both limits of an axis are given."""
    return axis.low is not None and axis.high is not None and math.isfinite(axis.low) and math.isfinite(axis.high)


def equal_limits(
    x: tuple[float, float], y: tuple[float, float], columns: int, rows: int
) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the limits of both axes, those of one drawn apart so that one unit is as long across as up.

    A cell is taken to be twice as high as wide.
    """
    unit_x, unit_y = (x[1] - x[0]) / (columns - 1), (y[1] - y[0]) / (2 * (rows - 1))
    more_x, more_y = (unit_y - unit_x) * (columns - 1) / 2, (unit_x - unit_y) * (rows - 1)
    if not max(map(abs, (*x, *y))) < 1e100:
        return x, y
    return ((x[0] - more_x, x[1] + more_x), y) if more_x > 0 else (x, (y[0] - more_y, y[1] + more_y))


@lru_cache(maxsize=_KEPT)
def x_ticks_of(low: float, high: float, given: tuple[float, ...] | None, columns: int) -> list[Tick]:
    """Return the ticks below the plot, those `given` or round ones: no two labels closer than two cells."""
    scale = Scale(low, high, columns)

    def fit(chosen: Sequence[Tick]) -> bool:
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

    return ticks(low, high, given, min(columns // 8 + 1, 9), fit)


@lru_cache(maxsize=_KEPT)
def y_ticks_of(low: float, high: float, given: tuple[float, ...] | None, rows: int) -> list[Tick]:
    """Return the ticks at the left, those `given` or round ones: one in about three rows, never two in one row, and
    where their values are evenly apart, none twice as far from the next as another."""
    scale = Scale(low, high, rows)

    def fit(chosen: Sequence[Tick]) -> bool:
        cells = [cell for tick in chosen if (cell := scale.cell(tick.value)) is not None]
        if len(set(cells)) < len(chosen):
            return False
        rises = np.diff([tick.value for tick in chosen])
        apart = np.abs(np.diff(cells))
        return len(apart) < 2 or not np.allclose(rises, rises[0]) or bool(apart.max() < 2 * apart.min())

    return ticks(low, high, given, min((rows + 7) // 3, 8), fit)


def _given(axis: Axis) -> tuple[float, ...] | None:
    """Return the ticks that are given for an axis."""
    return None if axis.ticks is None else tuple(axis.ticks)


def _gutter(y_ticks: Sequence[Tick]) -> int:
    """Return how wide the numbers at the left are."""
    return max((len(tick.label) for tick in y_ticks), default=0)


class Layout(NamedTuple):
    """Where the parts of a figure go."""

    frame: Frame
    head: list[Row]
    y_ticks: list[Tick]
    gutter: int
    """columns of the numbers at the left"""
    beside: bool
    """the name of the axis below stands at its end"""
    below: bool
    """the name of the axis below stands under it"""
    lane: int
    """rows of the lane of each walk"""


def layout_of(figure: Figure, width: int, height: int, palette: Palette, language: str) -> Layout | None:
    """Return where the parts of a figure go, or None where there is no room for a plot."""
    header = header_of(figure, palette, language)
    y_given = _given(figure.y)
    (x_low, x_high), (y_low, y_high) = figure_limits(figure)
    # How many rows the plot has depends on the header, but hardly how wide its numbers are.
    head = header.rows(width, height, _gutter(y_ticks_of(y_low, y_high, y_given, max(height - 3, 1))) + 1)
    x_label = say(figure.x.label, language)
    # A short name stands at the end of the axis, as in a textbook; a long one below it.
    beside = 0 < width_of(x_label) <= 3
    below = bool(x_label) and not beside
    lane, lanes = lane_rows(figure, height), len(walks_of(figure))
    while height - len(head) - 2 - below - lane * lanes < SMALLEST_PLOT[1] and (head or below or lane):
        if below:
            below = False
        elif head:
            head.pop(0)
        else:
            lane -= 1
    rows = height - len(head) - 2 - below - lane * lanes
    y_ticks = y_ticks_of(y_low, y_high, y_given, max(rows, 1))
    gutter = _gutter(y_ticks)
    right = width_of(x_label) + 1 if beside else 1
    columns = width - gutter - 1 - right
    if figure.equal and columns > 1 and rows > 1:
        x_limits, y_limits = (x_low, x_high), (y_low, y_high)
        (_, _), (y_low, y_high) = equal_limits(x_limits, y_limits, columns, rows)
        y_ticks = y_ticks_of(y_low, y_high, y_given, rows)
        gutter = _gutter(y_ticks)
        columns = width - gutter - 1 - right
        (x_low, x_high), (y_low, y_high) = equal_limits(x_limits, y_limits, max(columns, 2), rows)
    if columns < SMALLEST_PLOT[0] or rows < SMALLEST_PLOT[1]:
        return None
    frame = Frame(gutter + 1, len(head), Scale(x_low, x_high, columns), Scale(y_low, y_high, rows))
    return Layout(frame, head, y_ticks, gutter, beside, below, lane)


def draw_figure(figure: Figure, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the drawn figure, or None where there is no room for a plot."""
    if any(isinstance(layer, Bars) for layer in figure.layers):
        header = header_of(figure, palette, language)
        return draw_bars(figure, header, width, height, palette, language)
    layout = layout_of(figure, width, height, palette, language)
    if layout is None:
        return None
    frame, head, y_ticks, gutter, beside, below, lane = layout
    x_ticks = x_ticks_of(frame.x.low, frame.x.high, _given(figure.x), frame.columns)
    x_label = say(figure.x.label, language)

    canvas = canvas_for(figure, width, height)
    draw_header(canvas, head, gutter + 1, palette)
    # A surface fills the whole plot, so that one below another is not seen.
    surface: Heat | None = None
    for layer in reversed(figure.layers):
        if isinstance(layer, Heat) and draw_heat(canvas, layer, frame, palette):
            surface = layer
            break
    for layer in figure.layers:
        with canvas.of(layer.part):
            if isinstance(layer, Squares):
                draw_squares(canvas, layer, frame, palette, language)
            elif isinstance(layer, Side):
                draw_side(canvas, layer, frame, palette)
    _draw_plot(canvas, figure, frame, x_ticks, y_ticks, palette)
    if surface is not None:
        draw_levels(canvas, surface, figure.layers, frame, palette)
    axis_row = frame.top + frame.rows
    if beside:
        canvas.put(frame.left + frame.columns + 1, axis_row, x_label, palette.style(Role.QUIET))
    elif below:
        label = cropped(x_label, width)
        canvas.put(max(0, frame.left + frame.columns - width_of(label)), axis_row + 2, label, palette.style(Role.QUIET))
    if lane:
        draw_lanes(canvas, figure, frame, axis_row + 2 + below, lane, palette, language)
    Overlay(canvas, frame, palette, language).draw(figure)
    return canvas


def _draw_plot(
    canvas: Canvas, figure: Figure, frame: Frame, x_ticks: list[Tick], y_ticks: list[Tick], palette: Palette
) -> None:
    gutter = frame.left - 1
    guides: list[plot.Guide] = []
    for layer in figure.layers:
        match layer:
            case Guide():
                cell = (frame.x if layer.axis == "x" else frame.y).cell(layer.at)
                if cell is not None:
                    dotted = layer.role is Role.QUIET
                    guides.append(plot.Guide(layer.axis == "x", cell, dotted, _ink(canvas, layer)))
    ticks_x = tuple((cell, t.label) for t in x_ticks if (cell := frame.x.cell(t.value)) is not None)
    ticks_y = tuple((cell, t.label.rjust(gutter)) for t in y_ticks if (cell := frame.y.cell(t.value)) is not None)
    quiet = INKS.index(Role.QUIET)
    unique = tuple(dict.fromkeys(reversed(guides)))[::-1]  # the last of each, in their order
    strokes = _strokes(canvas, figure, frame, palette.broken if has_several_lines(figure) else {})
    axes, lines = plot.drawn(plot.Plot(frame.columns, frame.rows, ticks_x, ticks_y, strokes, unique, quiet, gutter))
    looks = np.array([number_of(palette.style(role)) for role in INKS])
    _put(canvas, 0, frame.top, axes, looks)
    _put(canvas, frame.left, frame.top, lines, looks)


def _ink(canvas: Canvas, layer: Layer) -> int:
    """Return the ink number of a layer."""
    assert not isinstance(layer, Heat)
    return INKS.index(layer.role) + len(INKS) * canvas.points_at(layer.part)


def _put(canvas: Canvas, left: int, top: int, inked: Inked, looks_of: Numbers) -> None:
    """Lay what is drawn in inks over the canvas, each in its look. Over a surface a line is black or white, whichever
    reads better there, and joins the dots of the boundary."""
    codes, inks = (values[: canvas.height - top, : canvas.width - left] for values in inked)
    down, across = np.nonzero(codes)
    if not len(down):
        return
    there = np.s_[top + down, left + across]
    drawn, grounds = codes[down, across], canvas.looks[there]
    looks = looks_of[inks[down, across] % len(INKS)]
    covered = grounds_of(grounds) > 0
    if covered.any():
        looks[covered] = mapped(grounds[covered], _over)
        dots = canvas.codes[there]
        joined = covered & are_braille(drawn) & are_braille(dots)
        drawn[joined] |= dots[joined].astype(np.int_)
    canvas.scatter(there[1], there[0], drawn, looks)
    canvas.light(left, top, (codes > 0) & (inks >= len(INKS)))


def _over(ground: int) -> Style:
    """Return the style of a line over a surface that looks so."""
    colour = ground_of(ground)
    assert colour is not None
    return Palette.ground_style(ink_on(colour), colour)


def _strokes(
    canvas: Canvas, figure: Figure, frame: Frame, by_role: Mapping[Role, tuple[int, int]]
) -> tuple[tuple[Stroke, int], ...]:
    """Return what is drawn as lines, with its ink: as many dots as there is time for."""
    layers = [layer for layer in figure.layers if isinstance(layer, Stroked)]
    found = [_stroke(layer, frame) for layer in layers]
    # From edge to edge a line takes no more dots than the plot has across, or up.
    most = sum(len(stroke.x) for stroke in found) * (1 + max(2 * frame.columns, 4 * frame.rows))
    dots = sum(map(dots_of, found)) if most > MOST_DOTS else most
    if dots > MOST_DOTS:
        found = [
            clip.fewer_points(stroke, len(stroke.x) * MOST_DOTS // dots)
            if isinstance(layer, Line | Hops)
            else clip.fewer_segments(stroke, len(stroke.x) // 2 * MOST_DOTS // dots)
            for stroke, layer in zip(found, layers, strict=True)
        ]
    inked = [
        (_broken(stroke, layer, by_role), _ink(canvas, layer)) for stroke, layer in zip(found, layers, strict=True)
    ]
    # What is pointed at comes last, to be seen where others cross it.
    return tuple(sorted(inked, key=lambda one: one[1] >= len(INKS)))


def _broken(stroke: Stroke, layer: Stroked, by_role: Mapping[Role, tuple[int, int]]) -> Stroke:
    match layer:
        case Line():
            pattern = DASH if layer.dashed else by_role.get(layer.role)
        case Tangent():
            pattern = DASH
        case _:
            pattern = None
    return clip.dashed(stroke, *pattern) if pattern else stroke


def _stroke(layer: Stroked, frame: Frame) -> Stroke:
    match layer:
        case Line():
            x, y = pair(layer.x, layer.y)
            return clip.polyline(frame.x.place(x), frame.y.place(y), frame.columns, frame.rows)
        case Segments():
            return _segments_stroke(layer, frame)
        case Hops():
            return strides_of(layer, frame)
        case Tangent():
            return tangent_stroke(layer, frame)


def _segments_stroke(layer: Segments, frame: Frame) -> Stroke:
    ends = segment_ends(layer, frame)
    return clip.segments(clip.selected(ends, ~straight(ends)), frame.columns, frame.rows)
