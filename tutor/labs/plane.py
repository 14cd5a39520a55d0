"""Drawing the plane of two inputs: the corners of a truth table, the boundary of a neuron, the side that fires."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Heat, Layer, Points, Role
from tutor.language import Text
from tutor.nn import perceptron as nn
from tutor.nn.arrays import Array

WINDOW = (-0.5, 1.5)
"""What the chart shows of the (x1, x2) plane, both ways."""
CELLS = 40


def cell_centres(span: tuple[float, float], count: int) -> Array:
    """Return the middles of `count` equal cells along a span, (count,): where the values of a `Heat` belong."""
    low, high = span
    return low + (np.arange(count) + 0.5) * (high - low) / count


def grid(across: tuple[float, float], up: tuple[float, float], count: int) -> Array:
    """Return the middles of `count` × `count` cells as (x1, x2), (count², 2): a row of the plane at a time."""
    return np.stack(np.meshgrid(cell_centres(across, count), cell_centres(up, count)), axis=-1).reshape(-1, 2)


def boundary(w1: float, w2: float, level: float) -> tuple[Array, Array] | None:
    """Return the two ends, as (x1, x2), of the line w1·x1 + w2·x2 = level; None where there is no line."""
    along = np.array(WINDOW)
    if max(abs(w1), abs(w2)) < 1e-9:
        return None
    if abs(w2) >= abs(w1):
        return along, (level - w1 * along) / w2
    return (level - w2 * along) / w1, along


def plane(w: Array, b: float, theta: float, reveals: bool = False) -> Heat:
    """Return y over the whole window, as a surface of 0 and 1."""
    y = nn.perceptron(grid(WINDOW, WINDOW, CELLS), w, b, theta).reshape(CELLS, CELLS)
    # The two sides stay pale, so that line and points stand out from them.
    return Heat(y, WINDOW, WINDOW, (-1.0, 2.0), reveals=reveals)


X1 = Axis("x1", *WINDOW, ticks=(0, 0.5, 1))
X2 = Axis("x2", *WINDOW, ticks=(0, 0.5, 1))


def corner_points(targets: Array, y: Array) -> list[Layer]:
    """Return the four corners: ● where 1 is wanted, ○ where 0 is, and × over those that come out wrong."""
    x = nn.CORNERS
    layers: list[Layer] = []
    wrong = targets != y
    for wanted, mark in ((1.0, "●"), (0.0, "○")):
        here = (targets == wanted) & ~wrong
        if here.any():
            label = Text(en=f"should be {wanted:.0f}", ko=f"{wanted:.0f}이어야 함")
            layers.append(Points(x[here, 0], x[here, 1], Role.GIVEN, label, mark))
    if wrong.any():
        layers.append(Points(x[wrong, 0], x[wrong, 1], Role.LOSS, Text(en="wrong", ko="틀림"), "×"))
    return layers
