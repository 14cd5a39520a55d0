"""A multi-layer perceptron with one hidden layer: forward pass, loss, backpropagation, update.

The letters are the deck's: X holds one sample a row, W has one column a unit, and h is the activation function. The
shapes are m samples, n inputs, k hidden units and one output. Every function also takes a stack of networks (a further
axis in front of each W and b), so that a hundred of them can be trained at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from tutor.nn.arrays import Array
from tutor.nn.losses import log_loss


class MLP(NamedTuple):
    """The learned numbers of a network, or the gradient of the loss: one entry for each of them."""

    W1: Array
    """(n, k): from each input to each hidden unit"""
    b1: Array
    """(1, k)"""
    W2: Array
    """(k, 1): from each hidden unit to the output"""
    b2: Array
    """(1, 1)"""


class Pass(NamedTuple):
    """What a forward pass leaves behind; backpropagation needs both."""

    H: Array
    """(m, k): what the hidden units say, after the activation"""
    p: Array
    """(m, 1): what the network says, between 0 and 1"""


class HiddenActivation(NamedTuple):
    """An activation function of z, and its slope written with h, the value that is already there."""

    h: Callable[[Array], Array]
    slope_from_h: Callable[[Array], Array]


def sigmoid_by_tanh(z: Array) -> Array:
    """Return 1 / (1 + exp(-z)), written with tanh: the same curve, and nothing overflows far from 0."""
    return 0.5 + 0.5 * np.tanh(0.5 * z)


def sigmoid_slope_from_h(h: Array) -> Array:
    """Return the slope of the sigmoid where its value is `h`."""
    return h * (1.0 - h)


def tanh_slope_from_h(h: Array) -> Array:
    """Return the slope of tanh where its value is `h`."""
    return 1.0 - h * h


HIDDEN_ACTIVATIONS = {
    "sigmoid": HiddenActivation(sigmoid_by_tanh, sigmoid_slope_from_h),
    "tanh": HiddenActivation(np.tanh, tanh_slope_from_h),
}


def start(seed: int, k: int, n: int = 2) -> MLP:
    """Return a network of `n` inputs and `k` hidden units with random weights, always the same for one seed.

    The weights have to differ: two hidden units that start alike would stay alike for ever.
    """
    random = np.random.default_rng(seed)
    return MLP(random.normal(size=(n, k)), np.zeros((1, k)), random.normal(size=(k, 1)), np.zeros((1, 1)))


def forward(net: MLP, X: Array, activation: HiddenActivation) -> Pass:
    """Return what the network makes of the samples `X`, shape (m, n)."""
    H = activation.h(X @ net.W1 + net.b1)  # (m, n) @ (n, k) + (1, k) -> (m, k)
    p = sigmoid_by_tanh(H @ net.W2 + net.b2)  # (m, k) @ (k, 1) + (1, 1) -> (m, 1)
    return Pass(H, p)


def loss(p: Array, y: Array) -> Array:
    """Return the binary cross-entropy of the predictions `p` for the labels `y`, both (m, 1): one number a network."""
    return np.asarray(log_loss(p, y).mean(axis=(-2, -1)))


def backward(net: MLP, X: Array, y: Array, seen: Pass, activation: HiddenActivation) -> MLP:
    """Return the gradient of the loss: the chain rule, from the output back to the inputs.

    A delta is the slope of the loss by the sum z that goes into a unit. At the output, cross-entropy and sigmoid
    cancel to p - y (Rumelhart, Hinton and Williams, 1986, had the squared error, where h'(z) stays).
    """
    delta2 = (seen.p - y) / len(y)  # (m, 1)
    delta1 = delta2 @ net.W2.mT * activation.slope_from_h(seen.H)  # (m, 1) @ (1, k) -> (m, k)
    return MLP(
        W1=X.mT @ delta1,  # (n, m) @ (m, k) -> (n, k)
        b1=delta1.sum(axis=-2, keepdims=True),  # (1, k)
        W2=seen.H.mT @ delta2,  # (k, m) @ (m, 1) -> (k, 1)
        b2=delta2.sum(axis=-2, keepdims=True),  # (1, 1)
    )


def update(net: MLP, gradient: MLP, alpha: float) -> MLP:
    """Return the network one step downhill: each number minus alpha times its slope. alpha is the learning rate."""
    return MLP(*[number - alpha * slope for number, slope in zip(net, gradient, strict=True)])


def train(net: MLP, X: Array, y: Array, activation: HiddenActivation, alpha: float) -> Iterator[MLP]:
    """Yield the network after every epoch, for ever. An epoch here is one update from all the samples."""
    while True:
        seen = forward(net, X, activation)
        net = update(net, backward(net, X, y, seen, activation), alpha)
        yield net


def nudged(net: MLP, part: str, index: tuple[int, int], by: float) -> MLP:
    """Return the network with one number moved: `part` is the array ("W1"), `index` the place in it."""
    array = getattr(net, part).copy()
    array[index] += by
    return net._replace(**{part: array})


def measured_slope(
    net: MLP, X: Array, y: Array, activation: HiddenActivation, part: str, index: tuple[int, int], epsilon: float
) -> float:
    """Return the slope of the loss by one number, measured without any derivative: the central difference.

    (L(w + epsilon) - L(w - epsilon)) / (2 epsilon). Its error shrinks with epsilon² until the rounding of floats,
    which grows with 1 / epsilon, takes over.
    """
    above = loss(forward(nudged(net, part, index, epsilon), X, activation).p, y)
    below = loss(forward(nudged(net, part, index, -epsilon), X, activation).p, y)
    return float(above - below) / (2 * epsilon)
