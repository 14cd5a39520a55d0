"""Activation functions against scipy, closed forms and finite differences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from tutor.nn.activations import ACTIVATIONS, activation, sigmoid, softmax, softmax_slope

X = np.linspace(-6, 6, 121)


def logistic(x: np.ndarray) -> np.ndarray:
    from scipy import special

    return special.expit(x)


def normal_cdf(x: np.ndarray) -> np.ndarray:
    from scipy import stats

    return stats.norm.cdf(x)


ORACLES = {
    "sigmoid": logistic,
    "tanh": np.tanh,
    "relu": lambda x: (np.abs(x) + x) / 2,
    "leaky": lambda x: 0.505 * x + 0.495 * np.abs(x),  # the mean of slopes 1 and 0.01, and half their difference
    "elu": lambda x: np.where(x > 0, x, np.exp(np.minimum(x, 0)) - 1),
    "softplus": lambda x: np.log(1 + np.exp(x)),
    "swish": lambda x: x / (1 + np.exp(-x)),
    "gelu": lambda x: x * normal_cdf(x),
    "linear": lambda x: x,
    "step": lambda x: np.heaviside(x, 0.0),
}


@pytest.mark.parametrize("name", list(ORACLES))
def test_every_function_equals_its_oracle(name: str) -> None:
    np.testing.assert_allclose(ACTIVATIONS[name].h(X), ORACLES[name](X), atol=1e-12)


@pytest.mark.parametrize("name", list(ACTIVATIONS))
@pytest.mark.parametrize("a", [0.01, 0.25, 1.0])
def test_every_derivative_equals_a_finite_difference_away_from_the_corner(name: str, a: float) -> None:
    function = activation(name, a)
    x = X[np.abs(X) > 0.01]
    difference = (function.h(x + 1e-6) - function.h(x - 1e-6)) / 2e-6
    np.testing.assert_allclose(function.slope(x), difference, atol=1e-7)


def test_the_decks_two_sigmoids() -> None:
    one, two = sigmoid(np.array([1.0, 2.0]))
    assert "0.7311" == f"{one:.4f}"
    assert "0.8808" == f"{two:.4f}"


def test_exactly_at_0_a_step_gives_0() -> None:
    assert [0.0] == ACTIVATIONS["step"].h(np.zeros(1)).tolist()
    assert [0.0] == ACTIVATIONS["relu"].slope(np.zeros(1)).tolist()


@given(arrays(float, 4, elements=st.floats(-1e6, 1e6)))
def test_nothing_overflows_however_far_out(x: np.ndarray) -> None:
    for function in ACTIVATIONS.values():
        assert np.isfinite(function.h(x)).all()
        assert np.isfinite(function.slope(x)).all()


@given(arrays(float, 3, elements=st.floats(-700, 700)), st.floats(-50, 50))
def test_softmax_shares_out_1_and_sees_only_differences(z: np.ndarray, shift: float) -> None:
    from scipy import special

    np.testing.assert_allclose(softmax(z), special.softmax(z), atol=1e-12)
    np.testing.assert_allclose(softmax(z).sum(), 1.0)
    np.testing.assert_allclose(softmax(z + shift), softmax(z), atol=1e-9)


def test_softmaxs_derivative_equals_finite_differences() -> None:
    z = np.array([2.0, 1.0, -0.5])
    numeric = np.stack([(softmax(z + d) - softmax(z - d)) / 2e-6 for d in np.eye(3) * 1e-6], axis=1)
    np.testing.assert_allclose(softmax_slope(z), numeric, atol=1e-8)
