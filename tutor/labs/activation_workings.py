"""How each activation function, and its slope, is worked out at one x on paper."""

from __future__ import annotations

import numpy as np

from tutor.nn import activations as nn
from tutor.working import Expression, call, exp, formula, given, largest, ln_of, step, where_above

PLACES = 6
"""Decimals of what is worked out on the way: two more than the result has, so that it comes out as it is written."""


def h_at(kind: str, x: float, a: float) -> tuple[float, float]:
    """Return h(x) and h'(x) at one x."""
    function = nn.activation(kind, a)
    at = np.array([x])
    return float(function.h(at)[0]), float(function.slope(at)[0])


def h_of(kind: str, x: Expression, a: float) -> Expression:
    """Return h(x) as one works it out on paper."""
    alpha, minus_x = given(a, "a", 4), (-x).named(form=4)
    match kind:
        case "step":
            h = where_above(x, 0, 1, 0)
        case "linear":
            h = formula(x)
        case "sigmoid":
            h = 1 / (1 + step(exp(minus_x), PLACES))
        case "tanh":
            up, down = exp(x).named(form=4), exp(minus_x).named(form=4)
            h = (up - down) / (up + down)
        case "relu":
            h = largest(0, x)
        case "leaky" | "parametric":
            h = where_above(x, 0, formula(x), alpha * x)
        case "elu":
            h = where_above(x, 0, formula(x), alpha * (exp(x) - 1))
        case "softplus":
            h = ln_of(step(1 + exp(x), PLACES))
        case "swish":
            h = formula(x * h_of("sigmoid", x, a).named("sigmoid(x)"))
        case "gelu":
            h = formula(x * _normal_share(x))
        case _:
            raise ValueError(f"no activation function {kind!r}")
    return h.to(4)


def slope_of(kind: str, x: Expression, a: float) -> Expression:
    """Return h'(x) as one works it out on paper, with h(x) where that is there already."""
    alpha = given(a, "a", 4)
    match kind:
        case "step":
            slope = given(0)
        case "linear":
            slope = given(1)
        case "sigmoid":
            h = h_of(kind, x, a).named("h")
            slope = formula(h * (1 - h))
        case "tanh":
            slope = formula(1 - h_of(kind, x, a).named("h") ** 2)
        case "relu":
            slope = where_above(x, 0, 1, 0)
        case "leaky" | "parametric":
            slope = where_above(x, 0, 1, formula(alpha))
        case "elu":
            slope = where_above(x, 0, 1, alpha * exp(x))
        case "softplus":
            slope = call("sigmoid", _sigmoid, x)
        case "swish":
            s = h_of("sigmoid", x, a).named("s")
            slope = formula(s + x * s * (1 - s).named("(1 - s)", 4))
        case "gelu":
            slope = formula(_normal_share(x) + x * call("φ", _density, x).named("φ(x)", 4))
        case _:
            raise ValueError(f"no activation function {kind!r}")
    return slope.to(4)


def _sigmoid(x: float) -> float:
    return h_at("sigmoid", x, 0.0)[0]


def _density(x: float) -> float:
    return float(nn.normal_density(np.array([x]))[0])


def _share(x: float) -> float:
    return float(nn.normal_share(np.array([x]))[0])


def _normal_share(x: Expression) -> Expression:
    return call("Φ", _share, x).named("Φ(x)", 4)
