"""A network of any depth: forward pass, loss with a penalty on large weights, backpropagation, training in batches.

The letters are those of the network with one hidden layer: X holds one sample a row, W has one column a unit. Every
layer but the last bends its sums with the same activation function; the last one ends in a sigmoid. Axes before those
of W and b may count networks that are trained side by side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tutor.nn.arrays import Array
from tutor.nn.losses import log_loss
from tutor.nn.mlp import HIDDEN_ACTIVATIONS, HiddenActivation, sigmoid_by_tanh


def relu(z: Array) -> Array:
    """Return max(0, z)."""
    return np.maximum(0.0, z)


def relu_slope_from_h(h: Array) -> Array:
    """Return the slope of ReLU where its value is `h`: 1 where it lets something through, else 0."""
    return (h > 0).astype(float)


ACTIVATIONS = {**HIDDEN_ACTIVATIONS, "relu": HiddenActivation(relu, relu_slope_from_h)}


class Layer(NamedTuple):
    """The learned numbers of a layer, or the gradient of the loss: one entry for each of them."""

    W: Array
    """(n, k): from each of the n values before to each of its k units"""
    b: Array
    """(1, k)"""


Network = tuple[Layer, ...]
Rows = npt.NDArray[np.intp]
"""Numbers of rows."""


def start(seed: int, sizes: Sequence[int], spread: float = 1.0) -> Network:
    """Return a network with so many values in each layer, from the inputs to the output, always the same for one seed.

    The weights are random, `spread` / √n wide for n values before: then a sum of n terms is about as wide as one term
    (LeCun et al., 1998, "Efficient BackProp", 4.6). The biases are 0.
    """
    random = np.random.default_rng(seed)
    return tuple(Layer(random.normal(size=(n, k)) * spread / np.sqrt(n), np.zeros((1, k))) for n, k in pairwise(sizes))


def forward(net: Network, X: Array, activation: HiddenActivation) -> list[Array]:
    """Return what every layer makes of the samples `X`, (m, n): one array (m, k) a layer, the last (m, 1) between 0
    and 1."""
    made = []
    values = X
    for layer in net[:-1]:
        values = activation.h(values @ layer.W + layer.b)  # (m, n) @ (n, k) + (1, k) -> (m, k)
        made.append(values)
    made.append(sigmoid_by_tanh(values @ net[-1].W + net[-1].b))
    return made


def loss(p: Array, y: Array) -> float:
    """Return the binary cross-entropy of the predictions `p` for the labels `y`, both (m, 1)."""
    return float(log_loss(p, y).mean())


def penalty(net: Network, l2: float) -> float:
    """Return what large weights cost: l2/2 times the sum of their squares. Biases are free."""
    return l2 / 2 * sum(float((layer.W**2).sum()) for layer in net)


def backward(
    net: Network, X: Array, y: Array, made: Sequence[Array], activation: HiddenActivation, l2: float = 0.0
) -> Network:
    """Return the gradient of loss and penalty: the chain rule, from the output back to the inputs.

    At the output, cross-entropy and sigmoid cancel to p - y; each layer before gets its delta along the edges, times
    the slope of its own activation. The slope of the penalty by a weight w is l2·w.
    """
    delta = (made[-1] - y) / len(y)  # (m, 1)
    gradient: list[Layer] = []
    for number in range(len(net) - 1, -1, -1):
        before = made[number - 1] if number else X
        slopes = before.mT @ delta  # (n, m) @ (m, k) -> (n, k)
        if l2:
            slopes += l2 * net[number].W
        gradient.append(Layer(slopes, delta.sum(axis=-2, keepdims=True)))
        if number:
            delta = delta @ net[number].W.mT * activation.slope_from_h(before)  # (m, k) @ (k, n) -> (m, n)
    return tuple(reversed(gradient))


def update(net: Network, gradient: Network, rate: float | Array) -> Network:
    """Return the network one step downhill: each number minus the rate times its slope."""
    return tuple(
        Layer(layer.W - rate * slope.W, layer.b - rate * slope.b) for layer, slope in zip(net, gradient, strict=True)
    )


def epoch(
    net: Network,
    X: Array,
    y: Array,
    activation: HiddenActivation,
    rate: float | Array,
    l2: float = 0.0,
    batches: Sequence[Rows] = (),
) -> Network:
    """Return the network after one look at all the samples: one update from each of the `batches`, which are numbers
    of rows; without any, one update from all rows at once."""
    for rows in batches or (slice(None),):
        some, labels = X[rows], y[rows]
        made = forward(net, some, activation)
        net = update(net, backward(net, some, labels, made, activation, l2), rate)
    return net


def shuffled(m: int, size: int, random: np.random.Generator) -> Iterator[Rows]:
    """Yield the numbers from 0 to m - 1 in random order, `size` at a time: the batches of one epoch."""
    order = random.permutation(m)
    for first in range(0, m, size):
        yield order[first : first + size]
