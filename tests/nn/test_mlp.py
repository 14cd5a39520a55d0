"""The multi-layer perceptron against finite differences, scikit-learn and a pass worked by hand."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.nn import mlp
from tutor.nn.mlp import HIDDEN_ACTIVATIONS, MLP
from tutor.nn.perceptron import CORNERS

X = CORNERS
Y = np.array([[0.0], [1.0], [1.0], [0.0]])


def after(net: MLP, epochs: int, activation: str = "sigmoid", alpha: float = 1.0) -> MLP:
    return next(itertools.islice(mlp.train(net, X, Y, HIDDEN_ACTIVATIONS[activation], alpha), epochs - 1, None))


def test_the_sigmoid_is_one_over_one_plus_exp():
    for z in (-3.0, -0.5, 0.0, 1.0, 2.0):
        assert float(mlp.sigmoid_by_tanh(np.array(z))) == pytest.approx(1 / (1 + math.exp(-z)), abs=1e-15)


def test_the_sigmoid_does_not_overflow_far_from_zero():
    assert mlp.sigmoid_by_tanh(np.array([-1e6, 1e6])).tolist() == [0.0, 1.0]


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
def test_a_slope_written_with_the_value_is_the_measured_slope(activation):
    h, slope = HIDDEN_ACTIVATIONS[activation]
    z = np.linspace(-4, 4, 17)
    measured = (h(z + 1e-6) - h(z - 1e-6)) / 2e-6
    assert slope(h(z)) == pytest.approx(measured, abs=1e-9)


def test_a_forward_pass_worked_by_hand():
    net = MLP(
        np.array([[1.5, 1.5], [-1.0, -1.0]]), np.array([[-0.5, 0.5]]), np.array([[1.0], [-2.0]]), np.array([[0.5]])
    )
    seen = mlp.forward(net, np.array([[1.0, 0.0]]), HIDDEN_ACTIVATIONS["sigmoid"])
    # z1 = 1 and z2 = 2, so the hidden values are the deck's own: 0.731 and 0.881.
    assert np.round(seen.H, 3).tolist() == [[0.731, 0.881]]
    z = 0.7310585786 - 2 * 0.8807970780 + 0.5
    assert float(seen.p[0, 0]) == pytest.approx(1 / (1 + math.exp(-z)), abs=1e-9)


@pytest.mark.parametrize("activation", ["sigmoid", "tanh"])
@given(seed=st.integers(0, 2**32), hidden=st.integers(1, 6))
@settings(max_examples=25, deadline=None)
def test_every_slope_agrees_with_a_finite_difference(activation, seed, hidden):
    net, h = mlp.start(seed, hidden), HIDDEN_ACTIVATIONS[activation]
    gradient = mlp.backward(net, X, Y, mlp.forward(net, X, h), h)
    for part in MLP._fields:
        for index in np.ndindex(getattr(net, part).shape):
            measured = mlp.measured_slope(net, X, Y, h, part, index, 1e-5)
            assert float(getattr(gradient, part)[index]) == pytest.approx(measured, rel=1e-5, abs=1e-9)


def test_nudging_one_number_leaves_the_network_itself_alone():
    net = mlp.start(3, 2)
    before = [part.copy() for part in net]
    moved = mlp.nudged(net, "W1", (0, 1), 0.5)
    assert float(moved.W1[0, 1] - net.W1[0, 1]) == pytest.approx(0.5)
    assert all(np.array_equal(old, now) for old, now in zip(before, net, strict=True))


@pytest.mark.parametrize(("activation", "theirs"), [("sigmoid", "logistic"), ("tanh", "tanh")])
def test_ten_epochs_end_where_scikit_learns_do(activation, theirs):
    from sklearn.neural_network import MLPClassifier

    net = mlp.start(7, 3)
    other = MLPClassifier(
        (3,), theirs, solver="sgd", alpha=0, batch_size=4, learning_rate_init=0.5, momentum=0, shuffle=False, max_iter=1
    )
    # partial_fit makes one epoch; the first one only brings the arrays into being.
    other.partial_fit(X, Y.ravel(), classes=[0.0, 1.0])
    other.coefs_ = [net.W1.copy(), net.W2.copy()]
    other.intercepts_ = [net.b1[0].copy(), net.b2[0].copy()]
    other._optimizer.velocities = [np.zeros_like(part) for part in (*other.coefs_, *other.intercepts_)]
    other._optimizer.params = [*other.coefs_, *other.intercepts_]
    for _ in range(10):
        other.partial_fit(X, Y.ravel())
    ours = after(net, 10, activation, 0.5)
    assert ours.W1 == pytest.approx(other.coefs_[0], abs=1e-6)
    assert ours.b1[0] == pytest.approx(other.intercepts_[0], abs=1e-6)
    assert ours.W2 == pytest.approx(other.coefs_[1], abs=1e-6)
    assert ours.b2[0] == pytest.approx(other.intercepts_[1], abs=1e-6)


def test_one_seed_gives_one_network():
    assert all(np.array_equal(a, b) for a, b in zip(mlp.start(5, 4), mlp.start(5, 4), strict=True))
    assert not np.array_equal(mlp.start(5, 4).W1, mlp.start(6, 4).W1)


def test_a_stack_of_networks_trains_as_each_would_alone():
    nets = [mlp.start(seed, 2) for seed in (1, 2, 3)]
    stack = MLP(*[np.stack(parts) for parts in zip(*nets, strict=True)])
    together = after(stack, 200)
    for place, net in enumerate(nets):
        alone = after(net, 200)
        for part in MLP._fields:
            assert getattr(together, part)[place] == pytest.approx(getattr(alone, part), abs=1e-9)


def test_hidden_units_that_start_alike_stay_alike():
    net = MLP(np.full((2, 2), 0.5), np.zeros((1, 2)), np.full((2, 1), 0.5), np.zeros((1, 1)))
    trained = after(net, 2000)
    assert np.array_equal(trained.W1[:, 0], trained.W1[:, 1])
    assert trained.W2[0, 0] == trained.W2[1, 0]
    p = mlp.forward(trained, X, HIDDEN_ACTIVATIONS["sigmoid"]).p
    assert int(((p > 0.5) == (Y == 1)).sum()) < 4


def test_a_training_that_runs_for_long_at_a_high_rate_stays_finite():
    for activation in HIDDEN_ACTIVATIONS:
        net = after(mlp.start(1, 4), 5000, activation, 3.0)
        assert all(np.isfinite(part).all() for part in net)
