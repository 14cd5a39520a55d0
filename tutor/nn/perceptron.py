"""The perceptron: one artificial neuron with a threshold (Rosenblatt, 1957).

The letters are the deck's: inputs x, weights w, bias b, threshold theta, output y. m is the number of samples, n the
number of inputs.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tutor.nn.arrays import Array

CORNERS: Array = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=float)
"""The four inputs (x1, x2) of a truth table, shape (4, 2)."""

GATES: Mapping[str, tuple[int, int, int, int]] = {
    "AND": (0, 0, 0, 1),
    "OR": (0, 1, 1, 1),
    "NAND": (1, 1, 1, 0),
    "NOR": (1, 0, 0, 0),
    "XOR": (0, 1, 1, 0),
}
"""From a gate's name to its output at each of the four corners."""


def weighted_sum(x: Array, w: Array, b: float) -> Array:
    """Return w1·x1 + w2·x2 + … + b of every sample: (m, n) -> (m,)."""
    total = x @ w + b  # (m, n) @ (n,) -> (m,)
    # Binary floats make 0.1 + 0.2 a little more than 0.3. With that dust rounded away, "on the threshold" is exact.
    return np.asarray(np.round(total, 10))


def step(total: Array, theta: float = 0.0) -> Array:
    """Return 1 where the sum is above theta and 0 elsewhere. Exactly on the threshold gives 0."""
    return np.where(total > theta, 1.0, 0.0)


def perceptron(x: Array, w: Array, b: float, theta: float = 0.0) -> Array:
    """Return y of every sample, 0 or 1: (m, n) -> (m,)."""
    return step(weighted_sum(x, w, b), theta)


def learn_from(x: Array, t: float, w: Array, b: float, alpha: float) -> tuple[Array, float]:
    """Return the weights and the bias after looking at one sample x (n,) whose right output is t.

    Rosenblatt's rule: w := w + alpha·(t - y)·x and b := b + alpha·(t - y). A right answer (t = y) changes nothing.
    """
    y = float(perceptron(x[None, :], w, b)[0])
    error = t - y  # -1, 0 or 1
    return w + alpha * error * x, b + alpha * error
