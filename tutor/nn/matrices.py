"""The product of two matrices, written out cell by cell, and the shapes that it needs."""

from __future__ import annotations

import numpy as np

from tutor.nn.arrays import Array, Shape


def cell(A: Array, B: Array, i: int, j: int) -> float:
    """Return one cell of A B: row i of A times column j of B, entry by entry, added up."""
    return float(sum(A[i, k] * B[k, j] for k in range(A.shape[1])))


def product(A: Array, B: Array) -> Array:
    """Return A B, cell by cell: (n, k) @ (k, m) -> (n, m). The inner dimensions must agree.

    NumPy's A @ B does the same, much faster.
    """
    n, m = A.shape[0], B.shape[1]
    return np.array([[cell(A, B, i, j) for j in range(m)] for i in range(n)])


def product_or_error(A: Array, B: Array) -> Array | str:
    """Return A @ B, or what NumPy says where the shapes do not fit."""
    try:
        return np.asarray(A @ B)
    except ValueError as error:
        return str(error)


def shapes_along(n: int, weights: list[Shape]) -> list[Shape]:
    """Return the shape of a batch of n samples before the first layer and after every layer."""
    return [(n, weights[0][0]), *((n, n_out) for _, n_out in weights)]
