"""The long valley and the round one: the same line at the start, and who arrives after how many updates."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from tutor.figure import Hops
from tutor.labs.valleys import SPAN_B, SPAN_W, STANDARD, valleys

X = (1, 2, 3)
RATES = [Fraction(two, 50) for two in range(1, 61)]


def cost(W: float, b: float, x: tuple[float, ...]) -> float:
    return sum((W * one + b - y) ** 2 for one, y in zip(x, X, strict=True)) / 6


def walked(alpha: float, x: tuple[float, ...], W: float, b: float, updates: int) -> list[tuple[float, float]]:
    path = [(W, b)]
    for _ in range(updates):
        if abs(W) > 1e9:  # it does not come back
            break
        errors = [W * one + b - y for one, y in zip(x, X, strict=True)]
        W, b = (
            W - alpha * sum(error * one for error, one in zip(errors, x, strict=True)) / 3,
            b - alpha * sum(errors) / 3,
        )
        path.append((W, b))
    return path


SPREAD = (2 / 3) ** 0.5
STANDARDISED = tuple((one - 2) / SPREAD for one in X)
START = (-0.5 * SPREAD, 2.4 - 0.5 * 2)


def test_both_begin_with_the_same_line() -> None:
    assert START == pytest.approx(STANDARD.start)
    for x, x_std in zip(X, STANDARDISED, strict=True):
        assert -0.5 * x + 2.4 == pytest.approx(START[0] * x_std + START[1])
    readouts = valleys(update=0).readouts
    assert readouts["cost_raw"].value == pytest.approx(readouts["cost_standard"].value)


@pytest.mark.parametrize("alpha", [0.1, 0.3, 0.5, 1.0])
def test_the_walks_drawn_are_those_of_the_rule(alpha: float) -> None:
    parts = valleys(alpha=alpha, update=9).drawings[0].parts
    for part, x, start in zip(parts, (X, STANDARDISED), ((-0.5, 2.4), START), strict=True):
        hops = next(layer for layer in part.layers if isinstance(layer, Hops))
        path = np.array(walked(alpha, x, *start, 9))
        assert 10 == hops.places
        np.testing.assert_allclose(np.stack([hops.x, hops.y], axis=1)[:10], path, rtol=1e-6, atol=1e-9)


@pytest.mark.parametrize("alpha", RATES[::4])
def test_who_arrives_and_when_is_what_a_walk_finds(alpha: Fraction) -> None:
    arrivals = []
    for x, start in ((X, (-0.5, 2.4)), (STANDARDISED, START)):
        path = walked(float(alpha), x, *start, 400)
        arrivals.append(next((n for n, (W, b) in enumerate(path) if cost(W, b, x) < 0.001), None))
    readouts = valleys(alpha=float(alpha), update=60).readouts
    assert not valleys(alpha=float(alpha), update=0).readouts["in_20"].value
    assert [one or 400 for one in arrivals] == [readouts["needs_raw"].value, readouts["needs_standard"].value]
    assert readouts["in_20"].value == any(one is not None and one <= 20 for one in arrivals)
    assert readouts["in_one"].value == (1 in arrivals)


def test_no_rate_gets_the_long_valley_there_in_20_and_1_gets_the_round_one_there_at_once() -> None:
    found = {alpha: valleys(alpha=float(alpha), update=20).readouts for alpha in RATES}
    assert min(one["needs_raw"].value for one in found.values()) > 20
    assert 1 in [alpha for alpha, one in found.items() if one["in_one"].value]
    assert all(abs(alpha - 1) <= Fraction(2, 50) for alpha, one in found.items() if one["in_one"].value)
    assert not found[Fraction(1, 10)]["in_20"].value
    assert (33, 255) == (found[Fraction(1, 10)]["needs_standard"].value, found[Fraction(1, 10)]["needs_raw"].value)


def test_the_border_and_the_ratio_are_those_of_the_two_bends() -> None:
    # Of [[14/3, 2], [2, 1]]: their sum is 17/3, their product 2/3.
    root = ((17 / 3) ** 2 - 4 * 2 / 3) ** 0.5
    steepest, flattest = (17 / 3 + root) / 2, (17 / 3 - root) / 2
    readouts = valleys().readouts
    assert 2 / steepest == pytest.approx(readouts["border"].value)
    assert 46 == round(steepest / flattest) == round(readouts["ratio"].value)


def test_what_is_round_looks_round_in_half_of_a_wide_screen() -> None:
    # 52 columns by 19 rows, and a row is twice as high as a column is wide.
    assert SPAN_W / SPAN_B == pytest.approx(52 / (2 * 19), rel=0.05)
