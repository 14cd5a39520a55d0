"""Strokes as dots, straight from NumPy: what plotext would draw of them, where it would take too long.

plotext takes 1.4 µs a dot: a noisy curve on a wall of 300 x 100 cells is half a second, and ten of them five. The dots
here are reckoned as plotext 6.1 does, so that nothing shows which of the two has drawn; a test holds them together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from tutor.chart.clip import Stroke
from tutor.chart.dots import AT_ONCE, EMPTY, braille, parts
from tutor.namedtuple import NamedTuple

_NEAR, _FAR = 0.0017585662, 0.001616152
"""How far inside the first and the last cell plotext puts what lies on the limits."""

Ints = npt.NDArray[np.int_]


class Inked(NamedTuple):
    """What is drawn in inks, (rows, columns)."""

    codes: Ints
    """The character in each cell as its code point, 0 where nothing was drawn."""
    inks: Ints
    """The number of its ink."""


def dots_of(stroke: Stroke) -> int:
    """Return how many dots a stroke takes to draw, one over the other included."""
    if len(stroke.x) == 0:
        return 0
    joined = ~stroke.starts[1:]
    across = np.abs(np.diff(np.floor(2 * stroke.x)))[joined]
    up = np.abs(np.diff(np.floor(4 * stroke.y)))[joined]
    return len(stroke.x) + int(np.maximum(across, up).sum())


def inked(columns: int, rows: int, strokes: Sequence[tuple[Stroke, int]]) -> Inked:
    """Return the strokes in braille, each cell in the ink of the last one that touches it.

    The strokes lie inside the `columns` x `rows` cells.
    """
    dots = np.zeros((4 * rows, 2 * columns), dtype=np.bool_)
    inks = np.full((rows, columns), -1)
    for stroke, ink in strokes:
        for across, down in _dots(stroke, columns, rows):
            dots[down, across] = True
            inks[down // 4, across // 2] = ink
    return Inked(np.where(inks >= 0, EMPTY + braille(dots), 0), inks)


def _dots(stroke: Stroke, columns: int, rows: int) -> Iterator[tuple[Ints, Ints]]:
    """Yield the dots of a stroke, some at a time: their columns from the left, and their rows from the top."""
    if len(stroke.x) == 0:
        return
    x = 2 * (_NEAR + (columns - _NEAR - _FAR) * (stroke.x / columns))
    y = 4 * (_NEAR + (rows - _NEAR - _FAR) * ((stroke.y - rows) / -rows))
    yield x.astype(int), y.astype(int)
    ends = np.flatnonzero(~stroke.starts)
    ends = ends[ends > 0]
    steps = np.maximum(
        np.abs(x[ends].astype(int) - x[ends - 1].astype(int)), np.abs(y[ends].astype(int) - y[ends - 1].astype(int))
    )
    # The two ends are there already.
    ends, steps = ends[steps > 1], steps[steps > 1]
    for part in parts(steps - 1, AT_ONCE):
        own, count = ends[part], steps[part] - 1
        begins = np.cumsum(count) - count
        share = (np.arange(int(count.sum())) - np.repeat(begins, count) + 1.0) / np.repeat(count + 1, count)
        across, down = (
            (np.repeat(values[own - 1], count) + np.repeat(values[own] - values[own - 1], count) * share).astype(int)
            for values in (x, y)
        )
        yield across, down
