"""Why one perceptron cannot do XOR, and how two layers can (Minsky and Papert, 1969; the deck's page 6)."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from tutor.nn.arrays import Array
from tutor.nn.perceptron import CORNERS, step, weighted_sum

NEURONS: Mapping[str, tuple[float, float, float]] = {
    "AND": (0.6, 0.6, -1.0),
    "OR": (2.0, 2.0, -1.0),
    "NAND": (-1.0, -1.0, 1.5),
    "NOR": (-2.0, -2.0, 1.0),
}
"""From a gate's name to weights (w1, w2) and a bias b that make it. Many others do."""


def neuron(gate: str, x: Array) -> Array:
    """Return the output of the neuron that makes `gate`: (m, 2) -> (m,)."""
    w1, w2, b = NEURONS[gate]
    return step(weighted_sum(x, np.array([w1, w2]), b))


def two_layers(first: str, second: str, last: str, x: Array) -> tuple[Array, Array]:
    """Return the hidden outputs s (m, 2) of two neurons, and the output y (m,) of a third that sees only s."""
    s = np.stack([neuron(first, x), neuron(second, x)], axis=1)
    return s, neuron(last, s)


def best_line(targets: Sequence[float]) -> int:
    """Return how many of the four rows the best single perceptron gets right, by trying 729 of them.

    The weights and biases tried are -2, -1.5, …, 2. A finer grid finds nothing better: whatever a line can separate
    at these four corners, one of these separates too.
    """
    grid = np.arange(-2, 2.5, 0.5)
    w1, w2, b = (values.ravel() for values in np.meshgrid(grid, grid, grid))
    y = step(CORNERS @ np.stack([w1, w2]) + b)  # (4, 2) @ (2, 729) -> (4, 729)
    right = (y == np.asarray(targets)[:, None]).sum(axis=0)
    return int(right.max())


def tables_of_one_line() -> list[tuple[int, ...]]:
    """Return those of the 16 truth tables of two inputs that one perceptron can make."""
    return [table for table in itertools.product((0, 1), repeat=4) if best_line(table) == 4]


def count_parameters(widths: Sequence[int]) -> int:
    """Return how many weights and biases a network with layers of these widths has (inputs first)."""
    return sum(before * after + after for before, after in itertools.pairwise(widths))


def bent(x: Array, W: Array, b: Array, h: Callable[[Array], Array], t: float) -> Array:
    """Return where places x (m, 2) are on their way through a layer h(x W + b), t = 0 before it and 1 behind it.

    In the first half they go to x W + b in a straight line, in the second from there to h(x W + b).
    """
    z = x @ W + b  # (m, 2) @ (2, 2) + (2,) -> (m, 2)
    if t <= 0.5:
        return np.asarray((1 - 2 * t) * x + 2 * t * z)
    return np.asarray((2 - 2 * t) * z + (2 * t - 1) * h(z))


def one_line_does(places: Array, targets: Array) -> float | None:
    """Return the level c of a line s1 + s2 = c with all places that want 1 on one side; None where there is none.

    Both neurons play the same part here, so that the best line is one of these.
    """
    sums = places.sum(axis=1)
    ones, zeros = sums[targets == 1], sums[targets == 0]
    for low, high in ((zeros, ones), (ones, zeros)):
        if high.min() - low.max() > 1e-9:
            return float(high.min() + low.max()) / 2
    return None
