"""Where a figure's plot lies on the canvas."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tutor.chart.scale import Scale
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array


def pair(x: Array, y: Array) -> tuple[Array, Array]:
    """Return two arrays as flat ones of the same length."""
    x, y = np.ravel(np.asarray(x, dtype=np.float64)), np.ravel(np.asarray(y, dtype=np.float64))
    count = min(len(x), len(y))
    return x[:count], y[:count]


class Frame(NamedTuple):
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

    def spots(self, x: Array, y: Array) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
        """Return the canvas cells (columns, rows) of the points that lie inside the limits, each once, in the order in
        which the last point of each comes: however many points there are, no more than there are cells."""
        columns, rows = self.x.cells_of(x), self.y.cells_of(y)
        inside = (columns >= 0) & (rows >= 0)
        columns, rows = columns[inside][::-1], rows[inside][::-1]
        _, last = np.unique(rows * self.columns + columns, return_index=True)
        order = np.sort(last)[::-1]
        return self.left + columns[order], self.top + self.rows - 1 - rows[order]

    def edge_towards(self, x: float, y: float) -> tuple[tuple[int, int], str]:
        """Return the canvas cell at the edge nearest to a point outside the limits, and an arrow to it."""
        x_inside = min(max(x, self.x.low), self.x.high)
        y_inside = min(max(y, self.y.low), self.y.high)
        column, row = self.x.cell(x_inside) or 0, self.y.cell(y_inside) or 0
        arrow = "▲" if y > self.y.high else "▼" if y < self.y.low else "▶" if x > self.x.high else "◀"
        return (self.left + column, self.top + self.rows - 1 - row), arrow
