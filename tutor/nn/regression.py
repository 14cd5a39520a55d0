"""Linear regression, H(x) = Wx + b: hypothesis, cost, gradient descent, and the closed form to compare with.

x and y hold m samples each. The cost has 1/(2m) in front, as in the lesson on gradient descent.
"""

from __future__ import annotations

import numpy as np

from tutor.nn.arrays import Array


def hypothesis(x: Array, W: float, b: float) -> Array:
    """Return H(x) = Wx + b of every sample: (m,) -> (m,)."""
    return W * x + b


def cost(W: Array | float, b: Array | float, x: Array, y: Array) -> Array:
    """Return 1/(2m) · sum of (Wx + b - y)² at every pair of W and b, any shape."""
    error = np.asarray(W)[..., None] * x + np.asarray(b)[..., None] - y  # (..., m)
    return np.asarray((error**2).mean(axis=-1) / 2)


def gradient(W: float, b: float, x: Array, y: Array) -> tuple[float, float]:
    """Return the slopes of the cost by W and by b.

    By W it is 1/m · sum of (Wx + b - y)·x. By b the inner derivative is 1 in place of x: the mean error.
    """
    error = hypothesis(x, W, b) - y  # (m,)
    return float((error * x).mean()), float(error.mean())


def descend(W: float, b: float, x: Array, y: Array, alpha: float, updates: int) -> Array:
    """Return (W, b) before the first update and after each of them: shape (updates + 1, 2)."""
    path = [(W, b)]
    for _ in range(updates):
        dW, db = gradient(W, b, x, y)  # both slopes at the old place, then both moves
        W, b = W - alpha * dW, b - alpha * db
        path.append((W, b))
    return np.array(path)


def standardise(x: Array) -> Array:
    """Return (x - mean) / standard deviation: mean 0, standard deviation 1, the same order."""
    return np.asarray((x - x.mean()) / x.std())


def curvatures(x: Array) -> tuple[float, float]:
    """Return how strongly the bowl bends along its flattest and along its steepest direction.

    They are the eigenvalues of the second derivatives [[mean of x², mean of x], [mean of x, 1]]. One update multiplies
    the distance along each direction by 1 - alpha · curvature, so alpha has to stay below 2 / steepest.
    """
    bends = np.array([[(x**2).mean(), x.mean()], [x.mean(), 1.0]])
    flattest, steepest = np.linalg.eigvalsh(bends)
    return float(flattest), float(steepest)


def least_squares(x: Array, y: Array) -> tuple[float, float]:
    """Return the W and b of smallest cost, without any descent: where both slopes are 0 (Legendre, 1805)."""
    W = float(((x - x.mean()) * (y - y.mean())).mean() / x.var())
    return W, float(y.mean() - W * x.mean())
