"""The forward pass of a small network, one layer at a time, in the deck's letters.

The deck's index order is "from, to": w21 leads from x2 to the first neuron. So W[i, j] leads from i to j, and a layer
is x W + b.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from tutor.nn.arrays import Array


class Layer(NamedTuple):
    """The parameters of one layer."""

    W: Array
    """(n_in, n_out)"""
    b: Array
    """(n_out,)"""


class Passed(NamedTuple):
    """What one layer works out."""

    y: Array
    """the weighted sums, (n_out,)"""
    out: Array
    """what it passes on, h(y), (n_out,)"""


NETWORK: tuple[Layer, ...] = (
    Layer(np.array([[0.5, -1.0], [1.0, 0.5], [-0.5, 1.0]]), np.array([0.5, -0.5])),
    Layer(np.array([[1.0, -0.5], [0.5, 1.0]]), np.array([-1.0, 0.5])),
    Layer(np.array([[1.5], [-1.0]]), np.array([0.5])),
)
"""A network of 3-2-2-1 with numbers that are easy to work with by hand."""


def layer(x: Array, W: Array, b: Array, h: Callable[[Array], Array]) -> Passed:
    """Return the sums and the outputs of one layer: (n_in,) @ (n_in, n_out) + (n_out,) -> (n_out,)."""
    y = x @ W + b
    return Passed(y, h(y))


def forward(x: Array, network: Sequence[Layer], h: Callable[[Array], Array]) -> list[Passed]:
    """Return what every layer works out, first to last. The output layer passes its sums on as they are."""
    passed: list[Passed] = []
    for index, (W, b) in enumerate(network):
        last = index == len(network) - 1
        passed.append(layer(x, W, b, (lambda y: y) if last else h))
        x = passed[-1].out
    return passed
