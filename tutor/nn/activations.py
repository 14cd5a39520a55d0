"""Activation functions h(x) and their derivatives, elementwise: an array of any shape gives one of the same shape.

Step and sigmoid are the deck's; the others are those its overview page shows, with softplus and GELU beside them. Where
a function has a corner there is no derivative; as frameworks do, the value from the left stands in.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from tutor.nn.arrays import Array
from tutor.nn.perceptron import step


def flat(x: Array) -> Array:
    """Return the derivative of `step`: 0 everywhere (at 0 it jumps, and has none)."""
    return np.zeros_like(x)


def linear(x: Array) -> Array:
    """Return x itself."""
    return x


def linear_slope(x: Array) -> Array:
    """Return 1 everywhere."""
    return np.ones_like(x)


def sigmoid(x: Array) -> Array:
    """Return 1 / (1 + exp(-x)), between 0 and 1."""
    e = np.exp(-np.abs(x))  # never overflows; for x < 0 the fraction is turned over
    return np.where(x >= 0, 1 / (1 + e), e / (1 + e))


def sigmoid_slope(x: Array) -> Array:
    """Return h(x)·(1 - h(x)): at most 1/4, at x = 0."""
    h = sigmoid(x)
    return h * (1 - h)


def tanh(x: Array) -> Array:
    """Return (exp(x) - exp(-x)) / (exp(x) + exp(-x)), between -1 and 1."""
    return np.tanh(x)


def tanh_slope(x: Array) -> Array:
    """Return 1 - h(x)²: at most 1, at x = 0."""
    return 1 - np.tanh(x) ** 2


def relu(x: Array) -> Array:
    """Return max(0, x): the rectified linear unit."""
    return np.maximum(0, x)


def relu_slope(x: Array) -> Array:
    """Return 1 where x > 0 and 0 elsewhere."""
    return step(x)


def leaky_relu(x: Array, a: float = 0.01) -> Array:
    """Return x where x > 0 and a·x elsewhere. In the *parametric* ReLU (He et al., 2015) a is learned."""
    return np.where(x > 0, x, a * x)


def leaky_relu_slope(x: Array, a: float = 0.01) -> Array:
    """Return 1 where x > 0 and a elsewhere."""
    return np.where(x > 0, 1.0, a)


def elu(x: Array, a: float = 1.0) -> Array:
    """Return x where x > 0 and a·(exp(x) - 1) elsewhere (Clevert et al., 2015)."""
    return np.where(x > 0, x, a * np.expm1(np.minimum(x, 0)))


def elu_slope(x: Array, a: float = 1.0) -> Array:
    """Return 1 where x > 0 and a·exp(x) elsewhere."""
    return np.where(x > 0, 1.0, a * np.exp(np.minimum(x, 0)))


def softplus(x: Array) -> Array:
    """Return ln(1 + exp(x)): a ReLU without the corner."""
    return np.logaddexp(0, x)


def swish(x: Array) -> Array:
    """Return x·sigmoid(x), also called SiLU (Ramachandran et al., 2017)."""
    return x * sigmoid(x)


def swish_slope(x: Array) -> Array:
    """Return s + x·s·(1 - s) with s = sigmoid(x)."""
    return sigmoid(x) + x * sigmoid_slope(x)


def normal_share(x: Array) -> Array:
    """Return Φ(x): the share of a standard normal distribution that lies below x."""
    return np.asarray(0.5 * (1 + np.vectorize(math.erf, otypes=[float])(x / math.sqrt(2))))


def normal_density(x: Array) -> Array:
    """Return φ(x) = exp(-x²/2) / sqrt(2π), the derivative of Φ."""
    return np.asarray(np.exp(-(x**2) / 2) / math.sqrt(2 * math.pi))


def gelu(x: Array) -> Array:
    """Return x·Φ(x): the Gaussian error linear unit (Hendrycks and Gimpel, 2016), in its exact form."""
    return x * normal_share(x)


def gelu_slope(x: Array) -> Array:
    """Return Φ(x) + x·φ(x)."""
    return normal_share(x) + x * normal_density(x)


def softmax(z: Array) -> Array:
    """Return exp(z_i) / sum of exp(z_j) along the last axis: scores (n,) or (m, n) become shares of 1.

    Subtracting the largest score first changes no share, and keeps exp from overflowing.
    """
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


def softmax_slope(z: Array) -> Array:
    """Return d p_i / d z_j = p_i·((i = j) - p_j), shape (n, n): every share depends on every score."""
    p = softmax(z)
    return np.diag(p) - np.outer(p, p)


class Activation(NamedTuple):
    """An elementwise activation function and its derivative."""

    h: Callable[[Array], Array]
    slope: Callable[[Array], Array]


def activation(name: str, a: float) -> Activation:
    """Return the named function; `a` is the slope of leaky and parametric ReLU at x < 0 and the scale of ELU there.

    Raises:
        KeyError: there is no function of that name.
    """
    with_a: Mapping[str, Activation] = {
        "leaky": Activation(lambda x: leaky_relu(x, a), lambda x: leaky_relu_slope(x, a)),
        "parametric": Activation(lambda x: leaky_relu(x, a), lambda x: leaky_relu_slope(x, a)),
        "elu": Activation(lambda x: elu(x, a), lambda x: elu_slope(x, a)),
    }
    return with_a[name] if name in with_a else ACTIVATIONS[name]


ACTIVATIONS: Mapping[str, Activation] = {
    "step": Activation(step, flat),
    "linear": Activation(linear, linear_slope),
    "sigmoid": Activation(sigmoid, sigmoid_slope),
    "tanh": Activation(tanh, tanh_slope),
    "relu": Activation(relu, relu_slope),
    "leaky": Activation(leaky_relu, leaky_relu_slope),
    "parametric": Activation(leaky_relu, leaky_relu_slope),
    "elu": Activation(elu, elu_slope),
    "softplus": Activation(softplus, sigmoid),
    "swish": Activation(swish, swish_slope),
    "gelu": Activation(gelu, gelu_slope),
}
"""From a name to the function, in the order in which the lesson shows them (a at its usual value)."""
