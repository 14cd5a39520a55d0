"""Networks of any depth, against finite differences, the network of one hidden layer, and scikit-learn."""

from __future__ import annotations

from itertools import islice

import numpy as np
import pytest

from tutor.nn import deep, mlp
from tutor.nn.deep import ACTIVATIONS, Layer, Network

RANDOM = np.random.default_rng(3)
X = RANDOM.normal(size=(7, 2))
Y = (RANDOM.random((7, 1)) > 0.5).astype(float)


def cost(net: Network, name: str, l2: float) -> float:
    """Return loss and penalty, written out."""
    p = deep.forward(net, X, ACTIVATIONS[name])[-1]
    entropy = -np.mean(np.where(Y == 1, np.log(p), np.log(1 - p)))
    return float(entropy) + l2 / 2 * sum(float(np.sum(layer.W * layer.W)) for layer in net)


@pytest.mark.parametrize("l2", [0.0, 0.3])
@pytest.mark.parametrize("name", list(ACTIVATIONS))
@pytest.mark.parametrize("sizes", [(2, 1), (2, 3, 1), (2, 4, 3, 2, 1)])
def test_every_slope_is_that_of_the_finite_difference(sizes: tuple[int, ...], name: str, l2: float) -> None:
    net = tuple(Layer(layer.W, layer.b + 0.1) for layer in deep.start(5, sizes))
    made = deep.forward(net, X, ACTIVATIONS[name])
    gradient = deep.backward(net, X, Y, made, ACTIVATIONS[name], l2)
    epsilon = 1e-6
    for place, (layer, slopes) in enumerate(zip(net, gradient, strict=True)):
        for part in ("W", "b"):
            array, slope = getattr(layer, part), getattr(slopes, part)
            for index in np.ndindex(array.shape):
                ends = []
                for by in (epsilon, -epsilon):
                    moved = array.copy()
                    moved[index] += by
                    other = (*net[:place], layer._replace(**{part: moved}), *net[place + 1 :])
                    ends.append(cost(other, name, l2))
                assert (ends[0] - ends[1]) / (2 * epsilon) == pytest.approx(slope[index], abs=1e-7)


@pytest.mark.parametrize("name", ["tanh", "sigmoid"])
def test_with_one_hidden_layer_it_trains_as_the_network_that_the_lessons_read(name: str) -> None:
    small = mlp.start(4, 3)
    net: Network = (Layer(small.W1, small.b1), Layer(small.W2, small.b2))
    *_, small = islice(mlp.train(small, X, Y, ACTIVATIONS[name], 0.7), 40)
    for _ in range(40):
        net = deep.epoch(net, X, Y, ACTIVATIONS[name], 0.7)
    for one, other in zip(small, (net[0].W, net[0].b, net[1].W, net[1].b), strict=True):
        np.testing.assert_allclose(one, other, atol=1e-12)


@pytest.mark.filterwarnings("ignore:Stochastic Optimizer")
def test_what_a_network_says_is_what_that_of_scikit_learn_says() -> None:
    sklearn = pytest.importorskip("sklearn.neural_network")
    theirs = sklearn.MLPClassifier((4, 3), activation="relu", max_iter=30, random_state=1).fit(X, Y.ravel())
    pairs = zip(theirs.coefs_, theirs.intercepts_, strict=True)
    net = tuple(Layer(weights, biases[None, :]) for weights, biases in pairs)
    said = deep.forward(net, X, ACTIVATIONS["relu"])[-1]
    np.testing.assert_allclose(theirs.predict_proba(X)[:, 1], said[:, 0], atol=1e-12)
    assert theirs.loss_ == pytest.approx(deep.loss(said, Y), abs=0.05)


def test_an_epoch_in_batches_is_an_update_from_each() -> None:
    net = deep.start(2, (2, 3, 1))
    batches = [np.array([0, 3]), np.array([5]), np.array([1, 2, 4, 6])]
    by_hand = net
    for rows in batches:
        made = deep.forward(by_hand, X[rows], ACTIVATIONS["tanh"])
        gradient = deep.backward(by_hand, X[rows], Y[rows], made, ACTIVATIONS["tanh"], 0.1)
        by_hand = tuple(
            Layer(one.W - 0.5 * slope.W, one.b - 0.5 * slope.b) for one, slope in zip(by_hand, gradient, strict=True)
        )
    at_once = deep.epoch(net, X, Y, ACTIVATIONS["tanh"], 0.5, 0.1, batches)
    for one, other in zip(by_hand, at_once, strict=True):
        np.testing.assert_array_equal(one.W, other.W)
        np.testing.assert_array_equal(one.b, other.b)


@pytest.mark.parametrize("size", [1, 3, 7, 50])
def test_batches_hold_every_row_once(size: int) -> None:
    batches = list(deep.shuffled(7, size, np.random.default_rng(0)))
    assert list(range(7)) == sorted(int(row) for rows in batches for row in rows)
    assert all(len(rows) <= size for rows in batches)
    assert -(-7 // size) == len(batches)


def test_weights_begin_so_wide_that_a_sum_of_them_is_about_as_wide_as_its_terms() -> None:
    (first, _) = deep.start(1, (400, 300, 1))
    assert first.W.std() == pytest.approx(1 / 20, rel=0.02)
    assert not first.b.any()
