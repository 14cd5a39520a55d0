"""Braille: four rows and two columns of dots in each cell."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from tutor.chart.clip import Stroke

Dots = npt.NDArray[np.bool_]
"""shape (…, 4·rows, 2·columns), row 0 on top"""

AT_ONCE = 200_000
"""Dots reckoned in one go."""

EMPTY = 0x2800
"""The code point of a cell without a dot; that of any other is it and the cell's pattern."""

_BITS = (0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80)
"""Of the dots of a cell, those at the left from top to bottom, and then those at the right."""
_PATTERNS = np.array([sum(bit for at, bit in enumerate(_BITS) if dots >> at & 1) for dots in range(256)])
"""By which dots are there, one bit each in that order."""


def braille(dots: Dots) -> npt.NDArray[np.int_]:
    """Return the braille pattern (0 to 255; its character is U+2800 and that) of each cell, (…, rows, columns)."""
    *several, rows, columns = dots.shape
    # Two dots beside each other are two bytes, read as one number: four of these to a cell, and few cells at that.
    pairs = dots.view("<u2").reshape(*several, rows // 4, 4, columns // 2)
    stacked = pairs[..., 0, :] | pairs[..., 1, :] << 1 | pairs[..., 2, :] << 2 | pairs[..., 3, :] << 3
    patterns: npt.NDArray[np.int_] = _PATTERNS[(stacked | stacked >> 4) & 0xFF]
    return patterns


def is_braille(character: str) -> bool:
    """Return whether `character` is a cell of braille."""
    return "\u2800" <= character <= "\u28ff"


def are_braille(codes: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
    """Return which code points are those of a cell of braille."""
    found: npt.NDArray[np.bool_] = (codes >= EMPTY) & (codes < EMPTY + 256)
    return found


def drawn(dots: Dots) -> npt.NDArray[np.int_]:
    """Return the code point of each cell, (rows, columns); 0 for one without a dot, where nothing is drawn."""
    patterns = braille(dots)
    return np.where(patterns, EMPTY + patterns, 0)


def mark(dots: Dots, stroke: Stroke) -> None:
    """Set the dots under `stroke`, whose points are in cells from the top left corner."""
    ends = np.flatnonzero(~stroke.starts)
    x0, x1, y0, y1 = stroke.x[ends - 1] * 2, stroke.x[ends] * 2, stroke.y[ends - 1] * 4, stroke.y[ends] * 4
    steps = np.ceil(np.maximum(np.abs(x1 - x0), np.abs(y1 - y0))).astype(int)
    for part in parts(steps + 1, AT_ONCE):
        count = steps[part] + 1
        own = np.repeat(np.arange(part.start, part.stop), count)
        step = np.arange(len(own)) - np.repeat(np.cumsum(count) - count, count)
        columns, rows = (
            np.where(step == steps[own], end[own], step * ((end - start) / np.maximum(steps, 1))[own] + start[own])
            for start, end in ((x0, x1), (y0, y1))
        )
        columns, rows = np.floor(columns + 1e-9).astype(int), np.floor(rows + 1e-9).astype(int)
        inside = (columns >= 0) & (columns < dots.shape[1]) & (rows >= 0) & (rows < dots.shape[0])
        dots[rows[inside], columns[inside]] = True


def parts(sizes: npt.NDArray[np.int_], most: int) -> Iterator[slice]:
    """Yield what follows each other in parts that come to about `most` together: what fits into a processor's cache."""
    total = np.cumsum(sizes)
    first = 0
    while first < len(sizes):
        done = int(total[first - 1]) if first else 0
        last = max(int(np.searchsorted(total, done + most, side="right")), first + 1)
        yield slice(first, last)
        first = last
