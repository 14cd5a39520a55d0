"""Many networks with one hidden layer, trained at once on the same few samples: what `mlp.train` does to each of them.

They are counted along the last axis of every array. So the sums of all units of all networks are one product, and
every other operation goes over long rows.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tutor.labs.epochs import ACTIVATIONS_INTO, sigmoid_into
from tutor.nn.arrays import Array
from tutor.nn.mlp import MLP


class Many:
    """Networks that differ in nothing but their numbers."""

    def __init__(self, nets: Sequence[MLP], X: Array, y: Array, activation: str, alpha: float) -> None:
        """Begin with `nets`, which are trained on samples (m, n) and their labels (m, 1)."""
        (n, k), m, count = nets[0].W1.shape, len(X), len(nets)
        self._X1, self._y, self._alpha = np.hstack([X, np.ones((m, 1))]), y, alpha
        self._h, self._slope = ACTIVATIONS_INTO[activation]
        rows = [np.concatenate([net.W1.ravel(), net.b1.ravel(), net.W2.ravel(), net.b2.ravel()]) for net in nets]
        self._numbers = np.stack(rows, axis=1)  # (all the numbers of a network, networks)
        self._gradient = np.empty_like(self._numbers)
        self._shape = (n, k, count)
        self._parts, self._slopes = map(self._parts_of, (self._numbers, self._gradient))
        self._H, self._delta, self._scratch = (np.empty((m, k, count)) for _ in range(3))
        self._p = np.empty((m, count))

    def _parts_of(self, numbers: Array) -> tuple[Array, Array, Array]:
        """Return the numbers into the hidden units, (n + 1, k · networks), and out of them, (k, networks), and b2."""
        n, k, count = self._shape
        inward = (n + 1) * k
        return numbers[:inward].reshape(n + 1, k * count), numbers[inward:-1], numbers[-1]

    def nets(self) -> MLP:
        """Return the networks as they stand, as a stack."""
        n, k, count = self._shape
        inward, W2, b2 = self._parts_of(self._numbers.copy())
        Wb = np.moveaxis(inward.reshape(n + 1, k, count), -1, 0)
        return MLP(Wb[:, :n], Wb[:, n:], W2.T[..., np.newaxis], b2[:, np.newaxis, np.newaxis])

    def after(self, epochs: int) -> MLP:
        """Return the networks so many epochs later."""
        for _ in range(epochs):
            self._epoch()
        return self.nets()

    def _epoch(self) -> None:
        X1, H, p, delta, scratch = self._X1, self._H, self._p, self._delta, self._scratch
        (Wb, W2, b2), (Wb_slopes, W2_slopes, b2_slopes) = self._parts, self._slopes
        flat, each = (len(p), -1), p[:, np.newaxis]  # a row a sample, and beside each of its units
        np.matmul(X1, Wb, out=scratch.reshape(flat))  # (m, n + 1) @ (n + 1, k · networks)
        self._h(scratch, H)
        np.multiply(H, W2, out=scratch)
        np.add.reduce(scratch, axis=1, out=p)
        np.add(p, b2, out=p)
        sigmoid_into(p, p)
        np.subtract(p, self._y, out=p)
        np.divide(p, len(p), out=p)  # the delta of the output, (m, networks)
        np.multiply(H, each, out=scratch)
        np.add.reduce(scratch, axis=0, out=W2_slopes)
        np.add.reduce(p, axis=0, out=b2_slopes)
        self._slope(H, delta)
        np.multiply(delta, W2, out=delta)
        np.multiply(delta, each, out=delta)
        np.matmul(X1.T, delta.reshape(flat), out=Wb_slopes)
        np.multiply(self._gradient, self._alpha, out=self._gradient)
        np.subtract(self._numbers, self._gradient, out=self._numbers)
