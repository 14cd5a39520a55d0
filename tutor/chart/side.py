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
    inside = inside[::-1]
    # Every fourth cell of a row, two further on in the next.
    inside &= (np.arange(frame.columns)[None, :] + 2 * np.arange(frame.rows)[:, None]) % 4 == 0
    style = palette.style(side.role)
    for row, column in zip(*(at.tolist() for at in np.nonzero(inside)), strict=True):
        canvas.glyph(frame.left + column, frame.top + row, GRAIN, style)
