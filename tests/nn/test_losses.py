"""The losses against scikit-learn, closed forms and tables worked by hand."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tutor.nn import losses
from tutor.nn.activations import softmax

TABLE_Y = np.array([1, 1, 1, 0, 0, 1, 1, 0], dtype=float)
TABLE_P = np.array([0.94, 0.90, 0.78, 0.56, 0.51, 0.47, 0.32, 0.10])
finite = st.floats(-1e6, 1e6)


@pytest.mark.parametrize(("W", "cost"), [(1, 0.0), (0, 14 / 3), (2, 14 / 3), (-1, 56 / 3), (0.5, 3.5 / 3)])
def test_the_cost_of_three_points_on_a_line_is_fourteen_thirds_of_the_squared_distance_from_one(W, cost):
    x = y = np.array([1.0, 2.0, 3.0])
    assert losses.mean_squared_error(W * x, y) == pytest.approx(cost, abs=1e-12)


@given(arrays(float, 5, elements=finite), arrays(float, 5, elements=finite))
def test_the_mean_squared_error_is_scikit_learns(prediction, y):
    from sklearn.metrics import mean_squared_error as sklearn_mse

    assert losses.mean_squared_error(prediction, y) == pytest.approx(sklearn_mse(y, prediction))


def test_the_table_of_eight_has_the_corrected_probabilities_of_the_deck():
    expected = [0.94, 0.90, 0.78, 0.44, 0.49, 0.47, 0.32, 0.90]
    assert losses.corrected_probability(TABLE_P, TABLE_Y).tolist() == pytest.approx(expected)


def test_the_table_of_eight_costs_what_scikit_learn_says():
    from sklearn.metrics import log_loss as sklearn_log_loss

    assert losses.binary_cross_entropy(TABLE_P, TABLE_Y) == pytest.approx(sklearn_log_loss(TABLE_Y, TABLE_P))


@given(arrays(float, 8, elements=st.floats(0.001, 0.999)))
def test_any_eight_probabilities_cost_what_scikit_learn_says(p):
    from sklearn.metrics import log_loss as sklearn_log_loss

    assert losses.binary_cross_entropy(p, TABLE_Y) == pytest.approx(sklearn_log_loss(TABLE_Y, p))


def test_a_certain_and_wrong_prediction_costs_a_finite_amount():
    assert losses.log_loss(np.array([0.0, 1.0]), np.array([1.0, 0.0])).tolist() == pytest.approx(
        [-math.log(1e-7), -math.log(1e-7)]
    )


@given(arrays(float, 6, elements=st.floats(-1e4, 1e4)))
def test_softmax_gives_probabilities_in_the_order_of_the_scores(z):
    p = softmax(z)
    assert p.sum() == pytest.approx(1)
    assert (p >= 0).all()
    assert p[np.argmax(z)] == p.max()


def test_softmax_of_one_two_three_is_the_ratio_of_their_powers_of_e():
    total = math.e + math.e**2 + math.e**3
    assert softmax(np.array([1.0, 2.0, 3.0])).tolist() == pytest.approx(
        [math.e / total, math.e**2 / total, math.e**3 / total]
    )


@given(arrays(float, (4, 3), elements=st.floats(-5, 5)), st.lists(st.integers(0, 2), min_size=4, max_size=4))
def test_the_categorical_cross_entropy_is_scikit_learns(z, labels):
    from sklearn.metrics import log_loss as sklearn_log_loss

    p = softmax(z)
    y = losses.one_hot(np.array(labels), 3)
    assert losses.categorical_cross_entropy(p, y) == pytest.approx(sklearn_log_loss(labels, p, labels=[0, 1, 2]))


@given(st.floats(-6, 6), st.integers(0, 1))
def test_with_two_classes_the_categorical_cross_entropy_is_the_binary_one(z, y):
    p = 1 / (1 + math.exp(-z))
    two = softmax(np.array([[0.0, z]]))
    assert losses.categorical_cross_entropy(two, losses.one_hot(np.array([y]), 2)) == pytest.approx(
        losses.binary_cross_entropy(np.array([p]), np.array([float(y)]))
    )
