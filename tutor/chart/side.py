"""Drawing a `Side`: grains over one side of a straight line, so that it is told apart without colour as well."""

from __future__ import annotations

import numpy as np

from tutor.chart.canvas import Canvas
from tutor.chart.frame import Frame
from tutor.chart.palette import Palette
from tutor.figure import Side

GRAIN = "░"


def draw_side(canvas: Canvas, side: Side, frame: Frame, palette: Palette) -> None:
    """Strew grains over the cells whose middle lies on the side. They lie still while the line moves."""
    x, y = frame.x.values(frame.columns), frame.y.values(frame.rows)
    with np.errstate(all="ignore"):
        inside = side.x_weight * x[None, :] + side.y_weight * y[:, None] > side.level  # (rows, columns), lowest first
    style = palette.style(side.role)
    for row, cells in enumerate(inside[::-1]):
        columns = np.flatnonzero(cells)
        if len(columns):
            # Every fourth cell, two further on in the next row. The blanks between them are one piece with them.
            first, last = int(columns[0]), int(columns[-1])
            shift = (first + 2 * row) % 4
            grains = (f"{GRAIN}   " * (frame.columns // 4 + 2))[shift : shift + last - first + 1]
            canvas.put(frame.left + first, frame.top + row, grains, style)
