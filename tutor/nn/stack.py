"""Layers in a row, with and without an activation between them: why a network needs one."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence

import numpy as np

from tutor.nn.arrays import Array
from tutor.nn.layers import Layer


def forward(x: Array, layers: Sequence[Layer], h: Callable[[Array], Array]) -> Array:
    """Return the output of a row of layers, with h after each but the last: (m, n_first) -> (m, n_last)."""
    for W, b in layers[:-1]:
        x = h(x @ W + b)  # (m, n_in) @ (n_in, n_out) + (n_out,) -> (m, n_out)
    W, b = layers[-1]
    return x @ W + b


def collapsed(layers: Sequence[Layer]) -> Layer:
    """Return the one layer that does what a row of layers *without* activation does.

    (x W1 + b1) W2 + b2 = x (W1 W2) + (b1 W2 + b2), and so on from layer to layer.
    """
    W, b = layers[0]
    for W_next, b_next in layers[1:]:
        W, b = W @ W_next, b @ W_next + b_next
    return Layer(W, b)


def random_layers(depth: int, width: int, seed: int) -> list[Layer]:
    """Return layers from 1 input over depth - 1 hidden layers of `width` to 1 output, with random numbers in them.

    The spread sqrt(2 / n_in) keeps signals from fading or exploding behind a ReLU (He et al., 2015).
    """
    rng = np.random.default_rng(seed)
    widths = [1, *[width] * (depth - 1), 1]
    return [
        Layer(rng.normal(size=(n_in, n_out)) * np.sqrt(2 / n_in), rng.normal(size=n_out))
        for n_in, n_out in itertools.pairwise(widths)
    ]


def hinges(x: Array, at: Array, v: Array) -> Array:
    """Return the sum of v_k·max(0, x - at_k): one hidden layer of ReLU units, (m,) and (n,), (n,) -> (m,)."""
    return np.asarray(np.maximum(0, x[:, None] - at) @ v)  # (m, n) @ (n,) -> (m,)
