"""Drawing `Polygons`: filled shapes in braille, side by side on one scale with equal axes."""

from __future__ import annotations

import numpy as np

from tutor.chart.canvas import Canvas, cropped, width_of, wrapped
from tutor.chart.dots import Dots, drawn
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.figure import Polygon, Polygons, Role
from tutor.language import say
from tutor.nn.arrays import Array

_BETWEEN = 5
"""Columns between two shapes, with the sign in their middle."""
_LEAST = (8, 4)
"""The fewest columns and rows in which a shape is drawn."""
_CAPTION = 2
"""Rows of what stands below a shape at most."""
_MOST_CORNERS = 200
_AXIS = 4
"""Every so many dots of an axis one is drawn."""


def draw_polygons(drawing: Polygons, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the shapes drawn, or None where there is no room for them."""
    count = len(drawing.parts)
    if not count:
        return None
    columns = (width - _BETWEEN * (count - 1)) // count
    captions = [wrapped(say(part.caption, language), columns + _BETWEEN - 1)[:_CAPTION] for part in drawing.parts]
    rows = height - 1 - max(map(len, captions))
    if columns < _LEAST[0] or rows < _LEAST[1]:
        return None
    canvas = canvas_for(drawing, width, height)
    columns = min(columns, 2 * rows + 8)
    start = (width - count * columns - _BETWEEN * (count - 1)) // 2
    for at, part in enumerate(drawing.parts):
        x = start + at * (columns + _BETWEEN)
        named = [cropped(say(part.name, language), columns + _BETWEEN - 1)]
        for y, text in (*enumerate(named), *enumerate(captions[at], start=1 + rows)):
            with canvas.of(part.part):
                canvas.put(max(x + (columns - width_of(text)) // 2, 0), y, text, palette.style(part.role, bold=not y))
        _axes(canvas, x, columns, rows, palette)
        with canvas.of(part.part):
            canvas.block(x, 1, drawn(_inside(part, columns, rows, drawing.reach)), palette.style(part.role))
        if at < len(drawing.signs):
            canvas.put(x + columns + _BETWEEN // 2, 1 + rows // 2, drawing.signs[at], palette.style(bold=True))
    return canvas


def polygons_height(width: int, count: int) -> int:
    """Return how many rows the shapes take at their best."""
    return max(min((width - _BETWEEN * (count - 1)) // max(count, 1) // 2, 14), 10) + 1 + _CAPTION


def _axes(canvas: Canvas, x: int, columns: int, rows: int, palette: Palette) -> None:
    dots = np.zeros((4 * rows, 2 * columns), dtype=np.bool_)
    dots[4 * rows // 2, ::_AXIS] = True
    dots[::_AXIS, columns] = True
    canvas.block(x, 1, drawn(dots), palette.style(Role.QUIET))


def _inside(part: Polygon, columns: int, rows: int, reach: float) -> Dots:
    """Return the dots inside a shape: a ray from each to the left meets its border an odd number of times."""
    unit = min(2 * columns, 4 * rows) / 2 / (reach or 1.0)
    corners = slice(0, _MOST_CORNERS)
    with np.errstate(all="ignore"):
        x, y = np.nan_to_num(part.x[corners] * unit), np.nan_to_num(part.y[corners] * unit)
    count = min(len(x), len(y))
    across = np.arange(0.5 - columns, columns)
    up = np.arange(2.0 * rows - 0.5, -2.0 * rows, -1.0)
    odd = np.zeros((4 * rows, 2 * columns), dtype=np.bool_)
    for at in range(count):
        odd ^= _left_of(across, up, (x[at], y[at]), (x[at - 1], y[at - 1]))
    return odd


def _left_of(across: Array, up: Array, start: tuple[float, float], end: tuple[float, float]) -> Dots:
    """Return the dots to the right of a side of the shape, in the rows that it spans."""
    (x0, y0), (x1, y1) = start, end
    with np.errstate(all="ignore"):
        spans = (y0 > up) != (y1 > up)
        meets = x0 + (up - y0) * ((x1 - x0) / (y1 - y0 or 1.0))
        found: Dots = spans[:, None] & (across[None, :] > meets[:, None])
    return found
