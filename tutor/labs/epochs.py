"""Epochs in little time: what `deep.epoch` does, for networks side by side, with arrays that are made once.

A small network costs hardly anything but what NumPy needs to begin each operation. So weights and biases lie in one
array, the biases of a layer below its weights: with a 1 beside the values that go in, one product gives the sums, and
one gives the slopes of both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array
from tutor.nn.deep import Layer, Network, Rows


def _tanh_slope(h: Array, out: Array) -> None:
    np.multiply(h, h, out=out)
    np.subtract(1.0, out, out=out)


def sigmoid_into(z: Array, out: Array) -> None:
    """Write the sigmoid of z, as `sigmoid_by_tanh` has it, into `out`, which may be z."""
    np.multiply(z, 0.5, out=out)
    np.tanh(out, out=out)
    np.multiply(out, 0.5, out=out)
    np.add(out, 0.5, out=out)


def _sigmoid_slope(h: Array, out: Array) -> None:
    np.subtract(1.0, h, out=out)
    np.multiply(h, out, out=out)


Into = Callable[[Array, Array], Any]
"""A function that writes what it makes of one array into another."""
ACTIVATIONS_INTO: Mapping[str, tuple[Into, Into]] = {
    "tanh": (lambda z, out: np.tanh(z, out=out), _tanh_slope),
    "sigmoid": (sigmoid_into, _sigmoid_slope),
    "relu": (lambda z, out: np.maximum(0.0, z, out=out), lambda h, out: np.greater(h, 0.0, out=out)),
}
"""From a name to the activation of z, and to its slope written with h."""


class _Hidden(NamedTuple):
    """What a hidden layer needs for m samples, over the networks that are trained side by side."""

    Wb: Array
    """(networks, n + 1, k): its weights, and its biases below them"""
    slopes: Array
    """(networks, n + 1, k): the gradient by them"""
    h: Array
    """(networks, m, k): what it says"""
    delta: Array
    """(networks, m, k)"""
    scratch: Array
    """(networks, m, k)"""
    onward: Array
    """(networks, m, k + 1): what it says, and a 1 beside it"""


class _Room(NamedTuple):
    """The arrays for m samples."""

    hidden: tuple[_Hidden, ...]
    p: Array
    """(networks, m, 1): what the networks say, and then how far that is from the labels"""
    padded: Array
    """(networks, m, 2): the same, and a 0 beside it"""


class Epochs:
    """Networks of one shape and activation, which are trained on as many samples: the same, or each on its own."""

    def __init__(
        self,
        nets: Sequence[Network],
        X: Array,
        y: Array,
        activation: str,
        rates: Sequence[float],
        l2: Sequence[float] = (),
    ) -> None:
        """Begin with `nets`.

        Args:
            nets: the networks.
            X: the samples, (m, n), or (networks, m, n) where each has its own.
            y: their labels, (m, 1) or (networks, m, 1).
            activation: of every hidden layer.
            rates: one a network; below 0 where the update goes up the slope.
            l2: what large weights cost in each of them; () for nothing.
        """
        self._y, self._X, self._X1 = y, X, np.concatenate([X, np.ones((*X.shape[:-1], 1))], axis=-1)
        self._h, self._slope = ACTIVATIONS_INTO[activation]
        self._sizes = [layer.W.shape for layer in nets[0]]
        # One row a network: of each layer first all weights, then all biases.
        self._numbers = np.array([np.concatenate([part.ravel() for layer in net for part in layer]) for net in nets])
        self._gradient = np.empty_like(self._numbers)
        self._rates = np.array(rates, dtype=float)[:, np.newaxis]
        self._l2 = self._costs(l2) if any(l2) else None
        *_, last = self._both(self._numbers)
        *_, slopes = self._both(self._gradient)
        self._W, self._b, self._W_slopes, self._b_slopes = last[:, :-1], last[:, -1:], slopes[:, :-1], slopes[:, -1:]
        # The weights of the last layer as a row, and a row of zeros below: BLAS has no quick way for a single row.
        self._last = np.zeros((len(nets), 2, self._sizes[-1][0]))
        self._rooms: dict[int, _Room] = {}

    def _costs(self, l2: Sequence[float]) -> Array:
        """Return what large numbers cost, as `_numbers` has them: biases nothing."""
        weights = [np.repeat((1.0, 0.0), (n * k, k)) for n, k in self._sizes]
        costs: Array = np.array(l2, dtype=float)[:, np.newaxis] * np.concatenate(weights)
        return costs

    def _both(self, numbers: Array) -> list[Array]:
        """Return where in an array the weights and biases of each layer lie, (networks, n + 1, k)."""
        found, end = [], 0
        for n, k in self._sizes:
            start, end = end, end + (n + 1) * k
            found.append(numbers[:, start:end].reshape(len(numbers), n + 1, k))
        return found

    def nets(self) -> list[Network]:
        """Return the networks as they stand."""
        layers = [Layer(both[:, :-1], both[:, -1:]) for both in self._both(self._numbers.copy())]
        return [tuple(Layer(layer.W[at], layer.b[at]) for layer in layers) for at in range(len(self._numbers))]

    def epoch(self, batches: Sequence[Rows] = ()) -> None:
        """Train for an epoch: one update from all samples, or from each of the `batches`, rows of shared samples."""
        if not batches:
            self._update(self._X, self._X1, self._y)
        for rows in batches:
            self._update(self._X[rows], self._X1[rows], self._y[rows])

    def _room(self, m: int) -> _Room:
        if m not in self._rooms:
            nets = len(self._numbers)
            layers = zip(self._both(self._numbers)[:-1], self._both(self._gradient)[:-1], self._sizes[:-1], strict=True)
            hidden = tuple(
                _Hidden(
                    Wb,
                    slopes,
                    h=np.empty((nets, m, k)),
                    delta=np.empty((nets, m, k)),
                    scratch=np.empty((nets, m, k)),
                    onward=np.ones((nets, m, k + 1)),
                )
                for Wb, slopes, (_, k) in layers
            )
            self._rooms[m] = _Room(hidden, np.empty((nets, m, 1)), np.zeros((nets, m, 2)))
        return self._rooms[m]

    def _update(self, X: Array, X1: Array, y: Array) -> None:
        """Go one step downhill, with the slopes from some samples: (…, m, n), with a 1 beside them, and (…, m, 1)."""
        room = self._room(y.shape[-2])
        self._backward(room, X, X1, self._forward(room, X, X1), y)
        if self._l2 is not None:
            self._gradient += self._l2 * self._numbers
        np.multiply(self._gradient, self._rates, out=self._gradient)
        np.subtract(self._numbers, self._gradient, out=self._numbers)

    def _forward(self, room: _Room, X: Array, X1: Array) -> Array:
        """Work out `room.p`, and return what goes into the last layer."""
        values = X
        for number, layer in enumerate(room.hidden):
            if values.shape[-1] > 1:
                np.matmul(X1, layer.Wb, out=layer.scratch)  # (m, n + 1) @ (n + 1, k) -> (m, k)
            else:
                np.matmul(values, layer.Wb[:, :-1], out=layer.scratch)
                np.add(layer.scratch, layer.Wb[:, -1:], out=layer.scratch)
            self._h(layer.scratch, layer.h)
            values = layer.h
            if number + 1 < len(room.hidden):
                layer.onward[..., :-1] = values
                X1 = layer.onward
        np.matmul(values, self._W, out=room.p)
        np.add(room.p, self._b, out=room.p)
        sigmoid_into(room.p, room.p)
        return values

    def _backward(self, room: _Room, X: Array, X1: Array, values: Array, y: Array) -> None:
        delta, m = room.p, y.shape[-2]
        np.subtract(delta, y, out=delta)
        np.divide(delta, m, out=delta)
        np.matmul(values.mT, delta, out=self._W_slopes)
        np.add.reduce(delta, axis=-2, keepdims=True, out=self._b_slopes)
        if room.hidden:
            room.padded[..., :1] = delta
            self._last[:, 0] = self._W[..., 0]
            np.matmul(room.padded, self._last, out=room.hidden[-1].delta)
        for number in range(len(room.hidden) - 1, -1, -1):
            layer, before = room.hidden[number], room.hidden[number - 1] if number else None
            self._slope(layer.h, layer.scratch)
            np.multiply(layer.delta, layer.scratch, out=layer.delta)
            if m > 2 and min(layer.slopes.shape[1] - 1, layer.slopes.shape[2]) > 1:
                np.matmul((before.onward if before else X1).mT, layer.delta, out=layer.slopes)
            else:
                # Of a row or a column alone, and of two samples, BLAS adds up in another order.
                np.matmul((before.h if before else X).mT, layer.delta, out=layer.slopes[:, :-1])
                np.add.reduce(layer.delta, axis=-2, keepdims=True, out=layer.slopes[:, -1:])
            if before:
                np.matmul(layer.delta, layer.Wb[:, :-1].mT, out=before.delta)
