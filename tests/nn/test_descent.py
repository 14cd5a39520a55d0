"""Gradient descent on a parabola, against the parabola's own closed form and finite differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.nn.descent import cost, curvature, descend, slope

X = np.array([1.0, 2.0, 3.0])
Y = np.array([1.0, 2.0, 3.0])
weights = st.floats(-10, 10)


@pytest.mark.parametrize(("W", "expected"), [(1, 0), (0, 14 / 3), (2, 14 / 3)])
def test_the_deck_s_three_costs_with_1_over_m(W, expected):
    assert float(cost(W, X, Y, halves=1)) == pytest.approx(expected, abs=1e-12)


def test_dividing_by_2m_halves_the_cost_and_the_slope():
    W = np.linspace(-2, 4, 13)
    assert cost(W, X, Y, 2) == pytest.approx(cost(W, X, Y, 1) / 2)
    assert slope(W, X, Y, 2) == pytest.approx(slope(W, X, Y, 1) / 2)


@given(weights)
def test_the_slope_on_this_data_is_14_thirds_of_the_distance(W):
    assert float(slope(W, X, Y)) == pytest.approx(14 / 3 * (W - 1), abs=1e-9)


@given(
    weights, st.lists(st.tuples(st.floats(-5, 5), st.floats(-5, 5)), min_size=1, max_size=6), st.sampled_from([1, 2])
)
def test_the_slope_is_the_measured_slope_on_any_data(W, points, halves):
    x, y = np.array(points).T
    measured = float(cost(W + 1e-4, x, y, halves) - cost(W - 1e-4, x, y, halves)) / 2e-4
    assert float(slope(W, x, y, halves)) == pytest.approx(measured, abs=1e-5)


@given(weights, st.floats(0.01, 0.6), st.integers(0, 20))
def test_every_update_multiplies_the_distance_by_the_same_number(W, alpha, updates):
    path = descend(W, X, Y, alpha, updates)
    expected = 1 + (W - 1) * (1 - alpha * 14 / 3) ** np.arange(updates + 1)
    assert path == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_a_rate_of_3_14ths_lands_in_one_update_from_anywhere():
    for W in (-1.0, 0.0, 2.5):
        assert descend(W, X, Y, 3 / 14, 1)[-1] == pytest.approx(1, abs=1e-12)


def test_the_walk_converges_below_3_sevenths_and_diverges_above():
    below, at, above = (descend(0.0, X, Y, alpha, 200)[-1] for alpha in (3 / 7 - 0.01, 3 / 7, 3 / 7 + 0.01))
    assert below == pytest.approx(1, abs=1e-3)
    assert abs(at - 1) == pytest.approx(1, abs=1e-6)
    assert abs(above - 1) > 1000


def test_the_curvature_is_the_second_derivative():
    measured = float(slope(1.5, X, Y) - slope(0.5, X, Y))
    assert curvature(X) == pytest.approx(measured)
    assert curvature(X, halves=1) == pytest.approx(28 / 3)


def test_the_same_walk_needs_twice_the_rate_with_2m():
    assert descend(0.0, X, Y, 0.1, 10, halves=1) == pytest.approx(descend(0.0, X, Y, 0.2, 10, halves=2))
