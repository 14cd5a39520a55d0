"""A surface as coloured half blocks with its boundary drawn in braille, straight from NumPy.

plotext takes 17 to 28 ms and 36 KB for a surface of 60 x 24 cells; a decision boundary that moves while it is learned
has 20 ms a frame.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rich.style import Style

from tutor.chart.canvas import Canvas
from tutor.chart.dots import braille
from tutor.chart.frame import Frame
from tutor.chart.palette import LEVELS, SHADES, Palette, ink_on
from tutor.chart.scale import Scale
from tutor.figure import Heat, Role
from tutor.nn.arrays import Array

_SMALL = 64 * 64
"""Cells of a surface up to which it is mixed by a product of matrices, which for a larger one is mostly zeros."""


def draw_heat(canvas: Canvas, heat: Heat, frame: Frame, palette: Palette) -> bool:
    """Fill the plot with the surface; say whether there is one. Cells outside its rectangle, or without a finite value,
    are empty."""
    z = np.atleast_2d(np.asarray(heat.z, dtype=np.float64))
    if z.ndim != 2 or z.size == 0:
        return False
    low, high = heat.z_range
    if not (np.isfinite(low) and np.isfinite(high) and high > low):
        low, high = 0.0, 1.0
    with np.errstate(all="ignore"):
        share = (np.clip(z, low, high) / 2 - low / 2) / (high / 2 - low / 2)
    known = np.isfinite(share)
    share = np.where(known, share, 0.5)
    rows, columns = frame.rows, frame.columns

    halves, seen = _sampled(share, known, heat, frame, 2 * rows, columns)
    levels = np.where(seen, np.minimum((halves * LEVELS).astype(int), LEVELS - 1), -1)[::-1]
    edge = np.zeros((rows, columns), dtype=int)
    if heat.boundary is not None and np.isfinite(heat.boundary):
        dots, dots_seen = _sampled(share, known, heat, frame, 4 * rows, 2 * columns)
        edge = braille(_edge(dots, dots_seen, (heat.boundary - low) / (high - low)))
    looks: dict[tuple[int, int, int], tuple[str, Style]] = {}
    for row in range(rows):
        cells = list(zip(levels[2 * row].tolist(), levels[2 * row + 1].tolist(), edge[row].tolist(), strict=True))
        for cell in set(cells) - looks.keys():
            looks[cell] = _look(*cell, palette)
        texts, styles = [looks[cell][0] for cell in cells], [looks[cell][1] for cell in cells]
        canvas.row(frame.left, frame.top + row, texts, styles)
    return True


def _sampled(
    share: Array, known: npt.NDArray[np.bool_], heat: Heat, frame: Frame, rows: int, columns: int
) -> tuple[Array, npt.NDArray[np.bool_]]:
    """Return the surface at rows x columns places over the plot (row 0 lowest), interpolated between its cells, and
    where it is known."""
    y = _along(share.shape[0], heat.y_range, frame.y, rows)
    x = _along(share.shape[1], heat.x_range, frame.x, columns)
    if share.size <= _SMALL:
        # (rows, m) @ (m, n) @ (n, columns) -> (rows, columns)
        values = y.weights(share.shape[0]) @ share @ x.weights(share.shape[1]).T
    else:
        values = share[y.below] * (1 - y.mix)[:, None] + share[y.above] * y.mix[:, None]  # (rows, n)
        values = values[:, x.below] * (1 - x.mix) + values[:, x.above] * x.mix  # (rows, columns)
    seen = known[np.ix_(y.nearest, x.nearest)] & y.inside[:, None] & x.inside[None, :]
    return np.clip(values, 0.0, 1.0), seen


class _Places(NamedTuple):
    """Places along an axis: which two cells of the surface each lies between, and how far from the first to the second
    (0 to 1); the cell nearest to each, and whether it lies on the surface."""

    below: npt.NDArray[np.int_]
    above: npt.NDArray[np.int_]
    mix: Array
    nearest: npt.NDArray[np.int_]
    inside: npt.NDArray[np.bool_]

    def weights(self, count: int) -> Array:
        """Return how each place mixes the `count` cells of the surface: (places, count)."""
        weights = np.zeros((len(self.mix), count))
        every = np.arange(len(self.mix))
        weights[every, self.below] += 1 - self.mix
        weights[every, self.above] += self.mix
        return weights


def _along(count: int, span: tuple[float, float], scale: Scale, places: int) -> _Places:
    """Return where each of `places` along an axis lies on the `count` cells of the surface."""
    with np.errstate(all="ignore"):
        position = (scale.values(places) - span[0]) / (span[1] - span[0]) * count
    position = np.where(np.isfinite(position), position, -1.0)
    # Half a cell of the chart beyond the limits still belongs to the cell at the limit.
    room = count / max(scale.cells, 1)
    inside = (position >= -room) & (position <= count + room)
    centre = np.clip(position - 0.5, 0, count - 1)
    below = np.floor(centre).astype(int)
    nearest = np.clip(np.floor(position), 0, count - 1).astype(int)
    return _Places(below, np.minimum(below + 1, count - 1), centre - below, nearest, inside)


def _edge(share: Array, seen: npt.NDArray[np.bool_], boundary: float) -> npt.NDArray[np.bool_]:
    """Return the dots on the upper side of the boundary that have one of the other side beside them, row 0 on top."""
    above = share >= boundary
    beside = np.zeros_like(above)
    beside[:, 1:] |= ~above[:, :-1]
    beside[:, :-1] |= ~above[:, 1:]
    beside[1:] |= ~above[:-1]
    beside[:-1] |= ~above[1:]
    edge: npt.NDArray[np.bool_] = (above & beside & seen)[::-1]
    return edge


def _look(upper: int, lower: int, edge: int, palette: Palette) -> tuple[str, Style]:
    """Return how a cell looks whose halves have these levels (-1 for none), with these dots of the boundary."""
    if upper < 0 or lower < 0:
        return " ", palette.style()
    level = (upper + lower) // 2
    if not palette.heat:
        return (chr(0x2800 + edge), palette.style(Role.MODEL)) if edge else (SHADES[level], palette.style())
    if edge:
        # Kept on one side of the middle, the boundary is one colour along its whole length.
        ground = palette.heat[min(level, LEVELS // 2) if palette.dark else max(level, LEVELS // 2)]
        return chr(0x2800 + edge), palette.ground_style(ink_on(ground), ground)
    if upper == lower:
        return " ", palette.ground_style(None, palette.heat[upper])
    return "▀", palette.ground_style(palette.heat[upper], palette.heat[lower])
