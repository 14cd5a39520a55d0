"""Gradient descent for a line through the origin, H(x) = Wx: the cost, its slope, and the walk downhill.

x and y hold m samples each, alpha is the learning rate. `halves` is the number in front of the mean: the cost is
1/m · sum of (Wx - y)² with 1, and 1/(2m) · sum of (Wx - y)² with 2.
"""

from __future__ import annotations

import numpy as np

from tutor.nn.arrays import Array


def cost(W: Array | float, x: Array, y: Array, halves: int = 2) -> Array:
    """Return the cost at every W, any shape."""
    error = np.asarray(W)[..., None] * x - y  # (..., 1) * (m,) - (m,) -> (..., m)
    return np.asarray((error**2).mean(axis=-1) / halves)


def slope(W: Array | float, x: Array, y: Array, halves: int = 2) -> Array:
    """Return the derivative of the cost by W, at every W, any shape.

    The 2 that comes down from the square is cancelled by the 2 in 1/(2m): 1/m · sum of (Wx - y)·x is left.
    """
    error = np.asarray(W)[..., None] * x - y  # (..., m)
    return np.asarray(2 / halves * (error * x).mean(axis=-1))


def descend(W: float, x: Array, y: Array, alpha: float, updates: int, halves: int = 2) -> Array:
    """Return W before the first update and after each of them: shape (updates + 1,).

    W := W - alpha · d cost/dW. Left of the minimum the slope is negative and W grows; right of it W shrinks.
    """
    path = [W]
    for _ in range(updates):
        W = W - alpha * float(slope(W, x, y, halves))
        path.append(W)
    return np.array(path)


def curvature(x: Array, halves: int = 2) -> float:
    """Return how fast the slope grows with W: 2/halves · mean of x², a constant for a parabola.

    One update multiplies the distance to the minimum by 1 - alpha · curvature. So alpha = 1 / curvature lands on the
    minimum at once, and above 2 / curvature every update ends further away than it began.
    """
    return float(2 / halves * (x**2).mean())
