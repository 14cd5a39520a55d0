"""Trainings side by side come out as each of them alone, epoch by epoch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tutor.lab import Values
from tutor.labs import sick, sick_data
from tutor.labs.epochs import Epochs
from tutor.labs.side_by_side import Together, Training
from tutor.nn import deep
from tutor.nn.deep import ACTIVATIONS

RANDOM = np.random.default_rng(9)
X, Y = RANDOM.normal(size=(12, 2)), (RANDOM.random((12, 1)) > 0.5).astype(float)
OTHER = 1 - Y


def test_each_is_what_it_would_be_alone_whatever_stands_beside_it() -> None:
    trainings = [
        Training(deep.start(seed, sizes), X, y, activation, rate)
        for seed, sizes, y, activation, rate in [
            (1, (2, 3, 1), Y, "tanh", 0.5),
            (2, (2, 3, 1), Y, "tanh", -0.1),
            (3, (2, 3, 1), Y, "relu", 0.5),
            (4, (2, 4, 4, 1), Y, "tanh", 0.5),
            (5, (2, 3, 1), OTHER, "tanh", 0.5),
            (6, (2, 3, 1), Y, "tanh", 2.0),
        ]
    ]
    trainings.append(Training(deep.start(7, (2, 3, 1)), 2 * X[::-1], Y, "tanh", 0.5))
    for one, net in zip(trainings, Together(trainings).later(30), strict=True):
        alone = one.net
        for _ in range(30):
            alone = deep.epoch(alone, one.X, one.y, ACTIVATIONS[one.activation], one.rate)
        for mine, wanted in zip(net, alone, strict=True):
            np.testing.assert_allclose(mine.W, wanted.W, rtol=1e-12)
            np.testing.assert_allclose(mine.b, wanted.b, rtol=1e-12)


def test_what_has_come_to_the_same_numbers_is_trained_once(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[int] = []
    plain = Epochs.epoch

    def epoch(self: Epochs, *batches: Any) -> None:
        counted.append(len(self.nets()))
        plain(self, *batches)

    monkeypatch.setattr(Epochs, "epoch", epoch)
    alike = [Training(deep.start(1, (2, 3, 1)), X, Y, "tanh", rate) for rate in (0.5, 0.5, 0.1, 0.5)]
    others = [Training(deep.start(2, (2, 3, 1)), X, y, "tanh", 0.5) for y in (Y, OTHER)]
    nets = Together([*alike, *others]).later(2)
    assert [4, 4] == counted
    assert nets[0] is nets[1] is nets[3]
    assert not np.array_equal(nets[0][0].W, nets[2][0].W)
    assert not np.array_equal(nets[4][0].W, nets[5][0].W)


def test_a_training_that_has_come_to_a_stand_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    going: list[int] = []

    class Counted(Together):
        def later(self, epochs: int) -> list[deep.Network]:
            going.append(epochs)
            return super().later(epochs)

    monkeypatch.setattr(sick, "Together", Counted)
    sick._sick.cache_clear()
    dead = sick.run("dead", 19)
    assert 2 >= len(going)
    assert sick.FRAMES + 1 == len(dead)
    np.testing.assert_array_equal(dead[0].net[0].W, dead[-1].net[0].W)


def test_networks_that_are_stacked_have_the_slopes_of_each() -> None:
    nets = [deep.start(seed, (2, 3, 1)) for seed in range(4)]
    stack = tuple(
        deep.Layer(np.stack([net[at].W for net in nets]), np.stack([net[at].b for net in nets])) for at in (0, 1)
    )
    h = ACTIVATIONS["tanh"]
    together = deep.backward(stack, X, Y, deep.forward(stack, X, h), h, 0.2)
    for number, net in enumerate(nets):
        for mine, wanted in zip(together, deep.backward(net, X, Y, deep.forward(net, X, h), h, 0.2), strict=True):
            np.testing.assert_allclose(mine.W[number], wanted.W, rtol=1e-12)
            np.testing.assert_allclose(mine.b[number], wanted.b, rtol=1e-12)


@pytest.mark.parametrize(
    ("module", "name", "repairs"), [(sick, "equal", ("rate", "sign")), (sick_data, "label", ("rate", "weights"))]
)
def test_what_was_run_together_reads_as_what_is_run_alone(module: object, name: str, repairs: tuple[str, ...]) -> None:
    lab = module.case  # type: ignore[attr-defined]
    settings: list[Values] = [
        {"case": name, "seed": 5, "repair": repair, "fork": fork, "frame": 70} for repair in repairs for fork in (0, 41)
    ]
    alone = []
    for values in settings:
        _forget(module)
        alone.append({key: readout.value for key, readout in lab(**values).readouts.items()})
    _forget(module)
    assert lab.together is not None
    lab.together([lab.check(values) for values in settings])
    found = [{key: readout.value for key, readout in lab(**values).readouts.items()} for values in settings]
    for mine, wanted in zip(found, alone, strict=True):
        assert mine == pytest.approx(wanted, rel=1e-9)
    assert found[0] != found[2]


def _forget(module: object) -> None:
    for name in ("_sick", "_forked", "run"):
        if hasattr(cache := getattr(module, name, None), "cache_clear"):
            cache.cache_clear()
