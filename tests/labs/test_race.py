"""What the two walkers of the lesson on gradient descent do, and who gets out of the hollow."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from tutor.figure import Hops, Tangent
from tutor.labs.hollow import LOCAL, LOTS, hollow
from tutor.labs.race import race

BEND = Fraction(14, 3)
"""How fast the slope grows with W on the deck's three points: the mean of 1, 4 and 9."""
RATES = [Fraction(percent, 100) for percent in range(1, 61)]


def gaps(alpha: Fraction, updates: int = 20) -> list[Fraction]:
    """Return W - 1 after each update, from W = -1, as exact fractions."""
    return [-2 * (1 - alpha * BEND) ** update for update in range(updates + 1)]


def arrival(alpha: Fraction) -> int | None:
    return next((update for update, gap in enumerate(gaps(alpha)) if abs(gap) < Fraction(1, 100)), None)


def stays(alpha: Fraction) -> bool:
    return all(abs(gap) <= Fraction(11, 5) for gap in gaps(alpha))


@pytest.mark.parametrize("alpha", RATES[::7])
def test_the_walkers_land_where_the_rule_of_the_lesson_says(alpha: Fraction) -> None:
    figure = race(alpha=float(alpha), update=6).drawings[0]
    a, b = (layer for layer in figure.layers if isinstance(layer, Hops))
    assert [float(1 + gap) for gap in gaps(alpha)] == pytest.approx(b.x)
    assert [float(1 + gap) for gap in gaps(Fraction(1, 10))] == pytest.approx(a.x)
    assert [float(BEND / 2 * gap**2) for gap in gaps(alpha)] == pytest.approx(b.y)
    assert (7, 7) == (a.places, b.places)


def test_a_tangent_stands_where_each_is_with_its_slope() -> None:
    figure = race(alpha=0.3, update=2).drawings[0]
    tangents = [layer for layer in figure.layers if isinstance(layer, Tangent)]
    at = [1 + gaps(rate)[2] for rate in (Fraction(1, 10), Fraction(3, 10))]
    assert [(pytest.approx(float(W)), pytest.approx(float(BEND * (W - 1)))) for W in at] == [
        (one.x, one.slope) for one in tangents
    ]


def test_a_arrives_after_9_and_b_beats_it_where_it_needs_less_than_half() -> None:
    assert 9 == arrival(Fraction(1, 10)) == race().readouts["arrival_A"].value
    for alpha in RATES:
        found = arrival(alpha)
        wins = found is not None and 2 * found < 9
        assert race(alpha=float(alpha), update=4).readouts["beats"].value == wins, alpha
    assert not race(alpha=0.21, update=1).readouts["beats"].value, "it has to walk"
    assert race(alpha=0.21, update=1).readouts["could_beat"].value


def test_one_rate_alone_is_the_largest_that_stays_in_the_frame() -> None:
    largest = max(alpha for alpha in RATES if stays(alpha))
    assert Fraction(42, 100) == largest < Fraction(3, 7)
    assert [largest] == [alpha for alpha in RATES if race(alpha=float(alpha), update=20).readouts["only_just"].value]


def test_beyond_the_frame_the_lane_says_where() -> None:
    note = next(
        layer.note
        for layer in race(alpha=0.5, update=3).drawings[0].layers
        if isinstance(layer, Hops) and layer.name == "B"
    )
    W = float(1 + gaps(Fraction(1, 2))[3])
    assert f"out of the frame: W {W:.3g}" in note("en")
    assert f"그림 밖: W {W:.3g}" in note("ko")


def test_a_prediction_sees_where_they_start_and_nothing_more() -> None:
    veiled = race(alpha=0.5, update=5).drawings[0].veiled()
    walks = [layer for layer in veiled.layers if isinstance(layer, Hops)]
    assert [(1, ""), (1, "")] == [(walk.places, walk.note) for walk in walks]


X = np.array([0.8, 1.0, 2.0])


def pull(W: float, x: float, epsilon: float = 1e-6) -> float:
    """Return the slope of one sample's half squared error, measured."""
    loss = lambda at: (np.sin(at * x) - np.sin(2 * x)) ** 2 / 2  # noqa: E731
    return float(loss(W + epsilon) - loss(W - epsilon)) / (2 * epsilon)


def test_in_the_hollow_the_mean_of_the_slopes_is_0_and_the_slopes_are_what_is_said_of_them() -> None:
    found = [pull(LOCAL, x) for x in X]
    assert 0 == pytest.approx(np.mean(found), abs=1e-3)
    assert ["-0.78", "-0.87", "+1.65"] == [f"{one:+.2f}" for one in found]
    assert [0, 0, 0] == pytest.approx([pull(2.0, x) for x in X], abs=1e-6)


@pytest.mark.parametrize("alpha", [0.1, 0.2, 0.4, 0.6])
def test_a_stays_in_the_hollow_and_b_gets_out_with_strides_of_the_right_length(alpha: float) -> None:
    a = b = -0.4
    seen = []
    for lot in LOTS:
        a -= alpha * float(np.mean([pull(a, x) for x in X]))
        b -= alpha * pull(b, X[int(lot)])
        seen.append(b)
    readouts = hollow(alpha=alpha, update=40).readouts
    assert (a, b) == (pytest.approx(readouts["W_A"].value, abs=1e-3), pytest.approx(readouts["W"].value, abs=1e-3))
    assert abs(a - LOCAL) < 0.01
    assert readouts["trapped"].value
    left = not all(-1 <= W <= 3.2 for W in seen)
    assert (left, not left and abs(b - 2) < 0.05) == (readouts["leaves"].value, readouts["escapes"].value)
    assert (alpha == 0.6, alpha == 0.4) == (readouts["leaves"].value, readouts["escapes"].value)
