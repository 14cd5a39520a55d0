"""How one update of a 2-2-1 network is worked out on paper, number by number."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.nn.mlp import MLP
from tutor.working import Expression, exp, given, ln_of, weighted

PLACES: Mapping[str, tuple[str, tuple[int, int]]] = {
    "w11": ("W1", (0, 0)),
    "w21": ("W1", (1, 0)),
    "b11": ("b1", (0, 0)),
    "w12": ("W1", (0, 1)),
    "w22": ("W1", (1, 1)),
    "b12": ("b1", (0, 1)),
    "v1": ("W2", (0, 0)),
    "v2": ("W2", (1, 0)),
    "b21": ("b2", (0, 0)),
}
"""The nine numbers that the network learns, by the name a lesson uses, and where each lies in an `MLP`."""


def numbers_of(net: MLP) -> dict[str, float]:
    """Return the nine numbers of a 2-2-1 network (or of its gradient) by name."""
    return {name: float(getattr(net, part)[index]) for name, (part, index) in PLACES.items()}


def by_hand(net: Mapping[str, float], x1: float, x2: float, y: float, alpha: float) -> dict[str, Expression]:
    """Return every number of the update as one works it out: forward, the loss, each slope, each new number."""
    given_x1, given_x2 = given(x1, "x1"), given(x2, "x2")
    w11, w21, b11, w12, w22, b12, v1, v2, b21 = (given(net[name], name) for name in PLACES)

    z1 = weighted([(w11, given_x1), (w21, given_x2)], b11).named("z1", 3)
    h1 = _sigmoid(z1).named("h1", 3)
    z2 = weighted([(w12, given_x1), (w22, given_x2)], b12).named("z2", 3)
    h2 = _sigmoid(z2).named("h2", 3)
    z = weighted([(v1, h1), (v2, h2)], b21).named("z", 3)
    p = _sigmoid(z).named("p", 3)
    loss = (-ln_of(p if y == 1 else 1 - p)).named("loss", 3)

    delta = (p - given(y, "y")).named("delta", 3)
    delta1 = (delta * v1 * h1 * (1 - h1)).named("delta1", 3)
    delta2 = (delta * v2 * h2 * (1 - h2)).named("delta2", 3)
    slopes = {
        "v1": delta * h1,
        "v2": delta * h2,
        "b21": delta * 1,
        "w11": delta1 * given_x1,
        "w21": delta1 * given_x2,
        "b11": delta1 * 1,
        "w12": delta2 * given_x1,
        "w22": delta2 * given_x2,
        "b12": delta2 * 1,
    }
    slopes = {name: slope.named(f"d{name}", 3) for name, slope in slopes.items()}
    steps = {name: given(alpha, "alpha") * slope for name, slope in slopes.items()}
    new = [(given(net[name], name) - step).named(f"new_{name}", 3) for name, step in steps.items()]
    every = (z1, h1, z2, h2, z, p, loss, delta, delta1, delta2, *slopes.values(), *new)
    return {number.name: number for number in every}


def _sigmoid(z: Expression) -> Expression:
    return 1 / (1 + exp(-z))
