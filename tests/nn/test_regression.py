"""Linear regression against finite differences, NumPy's least squares and scikit-learn."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.nn.regression import cost, curvatures, descend, gradient, hypothesis, least_squares, standardise

numbers = st.floats(-5, 5)
samples = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=8)


@given(numbers, numbers, samples)
def test_both_slopes_are_the_measured_ones(W, b, points):
    x, y = np.array(points).T
    e = 1e-4
    by_W = float(cost(W + e, b, x, y) - cost(W - e, b, x, y)) / (2 * e)
    by_b = float(cost(W, b + e, x, y) - cost(W, b - e, x, y)) / (2 * e)
    assert gradient(W, b, x, y) == pytest.approx((by_W, by_b), abs=1e-5)


def test_the_cost_over_a_plane_is_the_cost_at_each_of_its_points():
    x, y = np.array([1.0, 2.0, 4.0]), np.array([0.0, 1.0, 5.0])
    W, b = np.array([[0.0, 1.0, 2.0]]), np.array([[-1.0], [3.0]])
    plane = cost(W, b, x, y)
    assert plane.shape == (2, 3)
    for row in range(2):
        for column in range(3):
            error = hypothesis(x, W[0, column], b[row, 0]) - y
            assert plane[row, column] == pytest.approx((error @ error) / 6)


def test_least_squares_is_numpys_and_scikit_learns():
    from sklearn.linear_model import LinearRegression

    random = np.random.default_rng(3)
    x = random.normal(5, 2, 40)
    y = 3 * x - 7 + random.normal(size=40)
    W, b = least_squares(x, y)
    model = LinearRegression().fit(x[:, None], y)
    assert (W, b) == pytest.approx((model.coef_[0], model.intercept_))
    assert (W, b) == pytest.approx(tuple(np.polyfit(x, y, 1)))
    assert gradient(W, b, x, y) == pytest.approx((0, 0), abs=1e-9)


def test_a_descent_ends_at_the_least_squares():
    x, y = np.array([1.0, 2.0, 3.0]), np.array([2.0, 2.0, 5.0])
    assert descend(0.0, 0.0, x, y, 0.3, 1000)[-1] == pytest.approx(np.polyfit(x, y, 1), abs=1e-6)


def test_both_slopes_are_taken_before_either_number_moves():
    x, y = np.array([1.0, 2.0, 3.0]), np.array([1.0, 2.0, 3.0])
    path = descend(2.0, 1.0, x, y, 0.1, 1)
    assert path.tolist() == [[2.0, 1.0], pytest.approx([2 - 0.1 * 20 / 3, 1 - 0.1 * 3])]


def test_standardising_is_scikit_learns():
    from sklearn.preprocessing import StandardScaler

    x = np.array([90.0, 93.5, 94.0, 99.0])
    assert standardise(x) == pytest.approx(StandardScaler().fit_transform(x[:, None])[:, 0])


def test_the_curvatures_are_those_of_the_three_points():
    # The characteristic polynomial of [[14/3, 2], [2, 1]] is t² - (17/3)·t + 2/3.
    flattest, steepest = curvatures(np.array([1.0, 2.0, 3.0]))
    assert flattest + steepest == pytest.approx(17 / 3)
    assert flattest * steepest == pytest.approx(2 / 3)


@given(st.lists(st.floats(-100, 100), min_size=3, max_size=20, unique=True))
def test_standardised_inputs_make_the_bowl_round(values):
    x = np.array(values)
    if x.std() > 1e-3:
        assert curvatures(standardise(x)) == pytest.approx((1, 1), abs=1e-6)


def test_in_a_round_bowl_a_rate_of_1_arrives_at_once():
    x, y = standardise(np.array([90.0, 95.0, 97.0, 100.0])), np.array([700.0, 850.0, 900.0, 1000.0])
    assert descend(0.0, 0.0, x, y, 1.0, 1)[-1] == pytest.approx(least_squares(x, y))
