"""Walks: numbered landing places on the plot, and under its axis a lane each, in which the strides are arcs."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np

from tutor.chart import clip
from tutor.chart.canvas import Canvas, cropped, printable, width_of
from tutor.chart.clip import Stroke
from tutor.chart.dots import drawn, mark
from tutor.chart.frame import Frame, pair
from tutor.chart.palette import Palette
from tutor.chart.scale import Scale
from tutor.figure import Figure, Guide, Hops, Role, Tangent
from tutor.language import say
from tutor.nn.arrays import Array

MOST_HOPS = 500
"""Strides of a walk that are drawn: the last ones."""
_ARC = np.linspace(0, np.pi, 25)
_FULL = 0.25
"""The share of the plot's width from which on a stride's arc is as high as its lane."""
_LANES = ((22, 4), (15, 3), (11, 2))
"""From so many rows of a figure on a lane has so many: two of arcs, one, or none over the line with the numbers."""


def walks_of(figure: Figure) -> list[Hops]:
    """Return the walks of a figure that have a lane."""
    return [layer for layer in figure.layers if isinstance(layer, Hops) and layer.lane]


def lane_rows(figure: Figure, height: int) -> int:
    """Return how many rows each lane takes in a figure of this height; 0 without lanes."""
    return next((rows for least, rows in _LANES if height >= least), 1) if walks_of(figure) else 0


def landed(hops: Hops) -> tuple[Array, Array, int]:
    """Return where a walk landed so far, and the number of the first of these places: the last `MOST_HOPS` at most."""
    x, y = pair(hops.x, hops.y)
    first = max(hops.places - MOST_HOPS, 0)
    return x[first : hops.places], y[first : hops.places], first


def strides_of(layer: Hops, frame: Frame) -> Stroke:
    """Return the strides from place to place as a line over the plot; none for a walk with a lane."""
    if layer.lane:
        return clip.EMPTY
    x, y, _ = landed(layer)
    return clip.polyline(frame.x.place(x), frame.y.place(y), frame.columns, frame.rows)


def tangent_stroke(layer: Tangent, frame: Frame) -> Stroke:
    """Return a tangent as a line over the plot, of the same length on the screen whatever its slope is."""
    (x,), (y,) = frame.x.place([layer.x]), frame.y.place([layer.y])
    with np.errstate(all="ignore"):
        # Cells are twice as high as wide: in widths of a cell, one step to the right is so many up.
        right = (frame.columns - 1) / (frame.x.high / 2 - frame.x.low / 2) / 2
        up = 2 * np.float64(layer.slope) * (frame.rows - 1) / (frame.y.high / 2 - frame.y.low / 2) / 2
        size = np.hypot(right, up)
        half = min(max(layer.length, 0.0), 2.0) * frame.columns / 2 if math.isfinite(layer.length) else 0.0
        dx, dy = half * right / size, half * up / size / 2
    if not all(map(math.isfinite, (x, y, dx, dy))):
        return clip.EMPTY
    ends = np.array([x - dx]), np.array([y - dy]), np.array([x + dx]), np.array([y + dy])
    return clip.segments(ends, frame.columns, frame.rows)


def numbers(hops: Hops, x: Scale) -> Iterator[tuple[int, int, str]]:
    """Yield the number, the cell along the axis and the text of each place that lies inside the limits but the last."""
    places, _, first = landed(hops)
    cells = x.cells_of(places)
    for at, cell in enumerate(cells[:-1].tolist()):
        if cell >= 0:
            yield at, cell, str(first + at)


def draw_lanes(canvas: Canvas, figure: Figure, frame: Frame, top: int, rows: int, palette: Palette, lang: str) -> None:
    """Draw the lanes of a figure from line `top` on, `rows` lines each."""
    targets = [
        cell
        for layer in figure.layers
        if isinstance(layer, Guide) and layer.axis == "x" and (cell := frame.x.cell(layer.at)) is not None
    ]
    for hops in walks_of(figure):
        arcs = max(rows - 2, 0)
        with canvas.of(hops.part):
            if arcs:
                _draw_arcs(canvas, hops, frame, top, arcs, palette)
            _draw_line(canvas, hops, frame, top + arcs, targets, palette)
            if rows > 1:
                _draw_words(canvas, hops, frame.left, top + arcs + 1, palette, lang)
        top += rows


def _draw_arcs(canvas: Canvas, hops: Hops, frame: Frame, top: int, rows: int, palette: Palette) -> None:
    places = frame.x.place(landed(hops)[0])
    joined = np.isfinite(places[:-1]) & np.isfinite(places[1:])
    start, end = places[:-1][joined][:, None], places[1:][joined][:, None]
    if not len(start):
        return
    # Half an ellipse over each stride: a long one is as high as the lane, a short one lower.
    high = (4 * rows - 1) * np.clip(np.abs(end - start) / (frame.columns * _FULL), 0.3, 1.0)
    gap = np.full((len(start), 1), np.nan)
    x = np.hstack([(start + end) / 2 - (end - start) / 2 * np.cos(_ARC), gap]).ravel()
    y = np.hstack([0.5 + high * np.sin(_ARC), gap]).ravel()  # in dots
    cut = clip.polyline(x, y, frame.columns, 4 * rows)
    dots = np.zeros((4 * rows, 2 * frame.columns), dtype=np.bool_)
    mark(dots, Stroke(cut.x, rows - (cut.y + 0.01) / 4, cut.starts))
    canvas.block(frame.left, top, drawn(dots), palette.style(hops.role))


def _draw_line(canvas: Canvas, hops: Hops, frame: Frame, y: int, targets: list[int], palette: Palette) -> None:
    """Draw the line of a lane with the numbers of the places on it, and the mark where the walk is now."""
    quiet = palette.style(Role.QUIET)
    canvas.put(frame.left, y, "─" * frame.columns, quiet)
    for cell in targets:
        canvas.put(frame.left + cell, y, "┼", quiet)
    x, _, _ = landed(hops)
    if not len(x):
        return
    taken: set[int] = set()
    now = frame.x.cell(float(x[-1]))
    glyph = printable(hops.mark)
    if now is None and not math.isnan(x[-1]):
        now = frame.columns - 1 if x[-1] > frame.x.high else 0
        glyph = "▶" if now else "◀"
    if now is not None:
        canvas.put(frame.left + now, y, glyph, palette.style(hops.role, bold=True))
        taken.update(range(now, now + max(width_of(glyph), 1)))
    style = palette.style(hops.role)
    for _, cell, text in numbers(hops, frame.x):
        cells = range(cell, cell + len(text))
        if taken.isdisjoint(range(cell - 1, cell + len(text) + 1)) and cell + len(text) <= frame.columns:
            canvas.put(frame.left + cell, y, text, style)
            taken.update(cells)
        elif cell not in taken:
            canvas.put(frame.left + cell, y, "┴", style)
            taken.add(cell)


def _draw_words(canvas: Canvas, hops: Hops, left: int, y: int, palette: Palette, language: str) -> None:
    """Write who walks in a lane, and what is said about it."""
    at = canvas.put(left, y, printable(hops.mark) + " ", palette.style(hops.role, bold=True))
    label = say(hops.label, language)
    if label:
        at = canvas.put(at, y, cropped(label, canvas.width - at), palette.style(hops.role, bold=True)) + 3
    note = say(hops.note, language)
    canvas.put(at, y, cropped(note, canvas.width - at), palette.style())
