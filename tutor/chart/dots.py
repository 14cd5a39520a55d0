"""Braille: four rows and two columns of dots in each cell."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from tutor.chart.clip import Stroke

Dots = npt.NDArray[np.bool_]
"""shape (4·rows, 2·columns), row 0 on top"""

_BITS = np.array([[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]])


def braille(dots: Dots) -> npt.NDArray[np.int_]:
    """Return the braille pattern (0 to 255; its character is U+2800 and that) of each cell, shape (rows, columns)."""
    rows, columns = dots.shape[0] // 4, dots.shape[1] // 2
    cells = dots.reshape(rows, 4, columns, 2)
    patterns: npt.NDArray[np.int_] = np.einsum("rdcs,ds->rc", cells, _BITS)
    return patterns


def is_braille(character: str) -> bool:
    """Return whether `character` is a cell of braille."""
    return "\u2800" <= character <= "\u28ff"


def mark(dots: Dots, stroke: Stroke) -> None:
    """Set the dots under `stroke`, whose points are in cells from the top left corner."""
    for first in np.flatnonzero(~stroke.starts):
        x, y = stroke.x[first - 1 : first + 1] * 2, stroke.y[first - 1 : first + 1] * 4
        count = int(np.ceil(max(abs(x[1] - x[0]), abs(y[1] - y[0])))) + 1
        columns = np.floor(np.linspace(x[0], x[1], count) + 1e-9).astype(int)
        rows = np.floor(np.linspace(y[0], y[1], count) + 1e-9).astype(int)
        inside = (columns >= 0) & (columns < dots.shape[1]) & (rows >= 0) & (rows < dots.shape[0])
        dots[rows[inside], columns[inside]] = True
