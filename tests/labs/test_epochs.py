"""Epochs in little time come out as those that learners read, whatever the network and the samples."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.labs.epochs import Epochs
from tutor.labs.many import Many
from tutor.nn import deep, mlp
from tutor.nn.arrays import Array
from tutor.nn.deep import ACTIVATIONS, Network
from tutor.nn.mlp import HIDDEN_ACTIVATIONS

RATES = (0.3, -0.1, 2.0)


def _samples(m: int, n: int) -> tuple[Array, Array]:
    random = np.random.default_rng(m + n)
    return random.normal(size=(m, n)), (random.random((m, 1)) > 0.5).astype(float)


def _same(found: Network, wanted: Network) -> None:
    for mine, other in zip(found, wanted, strict=True):
        np.testing.assert_allclose(mine.W, other.W, rtol=1e-11, atol=1e-14)
        np.testing.assert_allclose(mine.b, other.b, rtol=1e-11, atol=1e-14)


@pytest.mark.parametrize("activation", ACTIVATIONS)
@pytest.mark.parametrize(
    "sizes", [(3, 1), (2, 4, 1), (2, 1, 1), (1, 3, 1), (2, 3, 3, 1), (2, 1, 1, 1), (4, 2, 5, 3, 1)], ids=str
)
@pytest.mark.parametrize("m", [2, 9])
def test_networks_side_by_side_learn_as_each_of_them_alone(activation: str, sizes: tuple[int, ...], m: int) -> None:
    X, y = _samples(m, sizes[0])
    nets = [deep.start(seed, sizes) for seed in range(len(RATES))]
    epochs = Epochs(nets, X, y, activation, RATES)
    for _ in range(5):
        epochs.epoch()
    for net, rate, found in zip(nets, RATES, epochs.nets(), strict=True):
        wanted = net
        for _ in range(5):
            wanted = deep.epoch(wanted, X, y, ACTIVATIONS[activation], rate)
        _same(found, wanted)


def test_large_weights_cost_what_each_network_pays_for_them_and_biases_are_free() -> None:
    X, y = _samples(9, 2)
    nets = [deep.start(seed, (2, 4, 1)) for seed in range(3)]
    prices = (0.0, 0.1, 0.5)
    epochs = Epochs(nets, X, y, "tanh", [0.5] * 3, prices)
    for _ in range(5):
        epochs.epoch()
    for wanted, price, found in zip(nets, prices, epochs.nets(), strict=True):
        for _ in range(5):
            wanted = deep.epoch(wanted, X, y, ACTIVATIONS["tanh"], 0.5, price)
        _same(found, wanted)


def test_batches_are_one_update_each_in_their_order() -> None:
    X, y = _samples(10, 2)
    start, order = deep.start(1, (2, 4, 1)), np.random.default_rng(3).permutation(10)
    batches = (order[:4], order[4:8], order[8:])
    epochs = Epochs([start], X, y, "relu", [0.5], [0.01])
    epochs.epoch(batches)
    wanted = deep.epoch(start, X, y, ACTIVATIONS["relu"], 0.5, 0.01, batches)
    _same(epochs.nets()[0], wanted)
    epochs.epoch()
    _same(epochs.nets()[0], deep.epoch(wanted, X, y, ACTIVATIONS["relu"], 0.5, 0.01))


def test_a_network_that_was_handed_out_stays_as_it_was() -> None:
    X, y = _samples(9, 2)
    epochs = Epochs([deep.start(1, (2, 4, 1))], X, y, "tanh", [0.5])
    (before,) = epochs.nets()
    kept = [layer.W.copy() for layer in before]
    epochs.epoch()
    for layer, W in zip(before, kept, strict=True):
        np.testing.assert_array_equal(layer.W, W)


@pytest.mark.parametrize("activation", HIDDEN_ACTIVATIONS)
@pytest.mark.parametrize("k", [1, 2, 4])
def test_many_networks_learn_as_each_of_them_alone(activation: str, k: int) -> None:
    X, y = _samples(4, 2)
    nets = [mlp.start(seed, k) for seed in range(5)]
    many = Many(nets, X, y, activation, 0.7)
    first = many.nets()
    found = many.after(12)
    for number, net in enumerate(nets):
        training = mlp.train(net, X, y, HIDDEN_ACTIVATIONS[activation], 0.7)
        wanted = [next(training) for _ in range(12)][-1]
        for mine, other, started, given in zip(found, wanted, first, net, strict=True):
            np.testing.assert_allclose(mine[number], other, rtol=1e-11, atol=1e-14)
            np.testing.assert_array_equal(started[number], given)
