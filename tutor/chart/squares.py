"""Squares over errors, as large as they are: the area of each is its error squared."""

from __future__ import annotations

import math

import numpy as np

from tutor.chart.canvas import Canvas, printable, width_of
from tutor.chart.dots import drawn
from tutor.chart.frame import Frame, pair
from tutor.chart.palette import Palette
from tutor.figure import Squares
from tutor.language import say

MOST_SQUARES = 200
_TEXTURE = 4
"""Inside, every so many dots one is set."""


def draw_squares(canvas: Canvas, layer: Squares, frame: Frame, palette: Palette, language: str) -> None:
    """Draw the squares of a layer, and in each what it says where there is room for it.

    A dot of braille is as wide as high, so a square of so many dots across and down is one to the eye.
    """
    x, low = pair(layer.x, layer.low)
    _, high = pair(layer.x, layer.high)
    count = min(len(x), len(high), MOST_SQUARES)
    dots = np.zeros((4 * frame.rows, 2 * frame.columns), dtype=np.bool_)
    left = frame.x.place(x[:count]) * 2
    down, up = (4 * (frame.rows - frame.y.place(ends[:count])) for ends in (low, high))
    style = palette.style(layer.role)
    words = []
    for at, (start, one, other) in enumerate(zip(left.tolist(), down.tolist(), up.tolist(), strict=True)):
        if not all(map(math.isfinite, (start, one, other))):
            continue
        top, bottom = sorted((one, other))
        side = bottom - top
        _fill(dots, start, top, side)
        if at < len(layer.names):
            words.append((say(layer.names[at], language), start, top, side))
    canvas.block(frame.left, frame.top, drawn(dots), style)
    bold = palette.style(layer.role, bold=True)
    for name, start, top, side in words:
        text = printable(name)
        column, row = (start + side / 2) / 2 - width_of(text) / 2, (top + side / 2) / 4
        if side / 2 > width_of(text) + 1 and 0 <= row < frame.rows and 0 <= column < frame.columns - width_of(text):
            canvas.put(frame.left + round(column), frame.top + int(row), text, bold)


def _fill(dots: np.ndarray[tuple[int, int], np.dtype[np.bool_]], left: float, top: float, side: float) -> None:
    """Set the dots of one square: its four sides, and a light texture inside."""
    rows, columns = dots.shape
    ends = [
        round(min(max(value, -9.0), 9.0 + size))
        for value, size in ((top, rows), (top + side, rows), (left, columns), (left + side, columns))
    ]
    first, last, start, end = ends
    if last <= first or end <= start:
        return
    down, across = np.arange(max(first, 0), min(last + 1, rows)), np.arange(max(start, 0), min(end + 1, columns))
    if not len(down) or not len(across):
        return
    border = np.isin(down, (first, last))[:, None] | np.isin(across, (start, end))[None, :]
    texture = ((down % _TEXTURE)[:, None] == 0) & (((across + 2 * (down // _TEXTURE)[:, None]) % _TEXTURE) == 0)
    dots[down[0] : down[-1] + 1, across[0] : across[-1] + 1] |= border | texture
