"""What NumPy does with shapes, written out: reading order, and the rule of broadcasting."""

from __future__ import annotations

from collections.abc import Callable
from itertools import zip_longest

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
"""Numbers in any shape."""

Shape = tuple[int, ...]


def reshaped(a: Array, rows: int) -> Array:
    """Return the entries of `a`, in reading order (row by row), laid out in so many rows.

    The -1 lets NumPy work out the number of columns.

    Raises:
        ValueError: the entries do not fill the rows evenly; the sentence is NumPy's own.
    """
    return a.reshape(rows, -1)


def broadcast_shape(a: Shape, b: Shape) -> Shape | None:
    """Return the shape of a + b, or None where they do not fit.

    The shapes are laid one over the other from the *right*. Two lengths fit where they are equal or one of them is 1;
    a missing length counts as 1. The larger one is the result's. (NumPy user guide, "Broadcasting".)
    """
    result: list[int] = []
    for p, q in zip_longest(reversed(a), reversed(b), fillvalue=1):
        if p != q and 1 not in (p, q):
            return None
        result.append(q if p == 1 else p)
    return tuple(reversed(result))


def standardised(X: Array) -> Array:
    """Return every column less its mean, over its standard deviation: (m, n) -> (m, n).

    Each column then has the mean 0 and the standard deviation 1, whatever its unit was.
    """
    return np.asarray((X - X.mean(axis=0)) / X.std(axis=0))  # (m, n) - (n,), and each row over (n,)


def or_error(work: Callable[[], Array]) -> Array | str:
    """Return what `work` gives, or NumPy's own sentence where the shapes do not fit."""
    try:
        return work()
    except ValueError as error:
        return str(error)
