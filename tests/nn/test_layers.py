"""The forward pass against scikit-learn's, and against sums written out."""

import numpy as np
import pytest

from tutor.nn.activations import relu, sigmoid
from tutor.nn.layers import NETWORK, forward


@pytest.mark.parametrize(("ours", "theirs"), [(relu, "relu"), (sigmoid, "logistic"), (lambda x: x, "identity")])
def test_the_output_equals_scikit_learns(ours, theirs: str) -> None:
    from sklearn.neural_network import MLPRegressor

    oracle = MLPRegressor(hidden_layer_sizes=(2, 2), activation=theirs)
    oracle.partial_fit(np.zeros((2, 3)), np.zeros(2))
    oracle.coefs_, oracle.intercepts_ = [W for W, _ in NETWORK], [b for _, b in NETWORK]
    for x in ([1.0, 0.5, 2.0], [-1.0, -1.0, 1.0], [3.0, -2.0, 0.5]):
        assert pytest.approx(oracle.predict([x])[0]) == forward(np.array(x), NETWORK, ours)[-1].out[0]


def test_the_first_layer_by_hand_in_the_decks_order_of_indices() -> None:
    first = forward(np.array([1.0, 0.5, 2.0]), NETWORK, relu)[0]
    assert 0.5 * 1 + 1 * 0.5 + -0.5 * 2 + 0.5 == first.y[0]  # w11 x1 + w21 x2 + w31 x3 + b11
    assert -1 * 1 + 0.5 * 0.5 + 1 * 2 + -0.5 == first.y[1]  # w12 x1 + w22 x2 + w32 x3 + b12
