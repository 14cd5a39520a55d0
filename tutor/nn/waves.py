"""A hillside with a hollow: the cost of H(x) = sin(Wx), and the walk that looks at one sample at a time.

x and y hold m samples each, alpha is the learning rate.
"""

from __future__ import annotations

import numpy as np

from tutor.nn.arrays import Array


def cost(W: Array | float, x: Array, y: Array) -> Array:
    """Return the cost at every W, any shape: 1/(2m) · sum of (sin(Wx) - y)²."""
    error = np.sin(np.asarray(W)[..., None] * x) - y  # (..., m)
    return np.asarray((error**2).mean(axis=-1) / 2)


def slopes(W: float, x: Array, y: Array) -> Array:
    """Return what each sample alone says the slope is at W: (m,). The slope of the cost is their mean."""
    return np.asarray((np.sin(W * x) - y) * np.cos(W * x) * x)


def descend(W: float, x: Array, y: Array, alpha: float, updates: int) -> Array:
    """Return W before the first update and after each, looking at all samples each time: (updates + 1,)."""
    path = [W]
    for _ in range(updates):
        W = W - alpha * float(slopes(W, x, y).mean())
        path.append(W)
    return np.array(path)


def descend_by_lot(W: float, x: Array, y: Array, alpha: float, drawn: Array) -> Array:
    """Return W before the first update and after each, looking at the one sample drawn for it: (updates + 1,).

    This is stochastic gradient descent: the slope of one sample in place of the mean of all.
    """
    path = [W]
    for i in drawn:
        W = W - alpha * float(slopes(W, x, y)[int(i)])
        path.append(W)
    return np.array(path)
