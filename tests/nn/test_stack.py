"""Stacked layers against plain matrix algebra and scikit-learn's forward pass."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.nn.activations import relu
from tutor.nn.stack import collapsed, forward, hinges, random_layers


@given(st.integers(2, 6), st.integers(0, 200))
def test_layers_without_activation_equal_the_one_they_collapse_into(depth: int, seed: int) -> None:
    layers = random_layers(depth, 5, seed)
    x = np.linspace(-3, 3, 11)[:, None]
    W, b = collapsed(layers)
    np.testing.assert_allclose(forward(x, layers, lambda z: z), x @ W + b, rtol=1e-9, atol=1e-9)


def test_the_forward_pass_equals_scikit_learns() -> None:
    from sklearn.neural_network import MLPRegressor

    layers = random_layers(3, 4, 7)
    oracle = MLPRegressor(hidden_layer_sizes=(4, 4), activation="relu", max_iter=1)
    oracle.partial_fit(np.zeros((2, 1)), np.zeros(2))
    oracle.coefs_, oracle.intercepts_ = [W for W, _ in layers], [b for _, b in layers]
    x = np.linspace(-2, 2, 9)[:, None]
    np.testing.assert_allclose(forward(x, layers, relu)[:, 0], oracle.predict(x))


def test_two_desks_by_hand() -> None:
    W, b = collapsed([(np.array([[2.0]]), np.array([-1.0])), (np.array([[1.5]]), np.array([-2.0]))])
    assert ([[3.0]], [-3.5]) == (W.tolist(), b.tolist())  # 1.5·2 and 1.5·(-1) - 2


def test_three_hinges_make_a_tent() -> None:
    x = np.linspace(-1, 3, 41)
    tent = hinges(x, np.array([0.0, 1.0, 2.0]), np.array([1.0, -2.0, 1.0]))
    assert pytest.approx(np.interp(x, [-1, 0, 1, 2, 3], [0, 0, 1, 0, 0])) == tent
