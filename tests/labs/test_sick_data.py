"""Sick data: each case fails for one cause, mending that heals it, and mending anything else does not."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from tutor.figure import Figure, Heat, Line, Mark, Panels, Points
from tutor.labs.samples import samples
from tutor.labs.sick_data import (
    EPOCHS_A_FRAME,
    FRAMES,
    HONEST,
    ILLNESSES,
    REPAIRS,
    case,
    is_cured,
    learnt_from,
    mislabelled,
    run,
    watch,
)
from tutor.nn import deep
from tutor.nn.arrays import Array
from tutor.nn.deep import ACTIVATIONS

NAMES = list(ILLNESSES)
SEEDS = [1, 2, 3, 6, 7]
"""Those that the lesson asks with, and others."""


def read(name: str, **values: Any) -> Any:
    return case(**values).readouts[name].value


def rows(X: Array) -> set[tuple[float, ...]]:
    return {tuple(row) for row in X.tolist()}


@pytest.mark.parametrize("name", NAMES)
def test_the_cause_is_the_cause(name: str) -> None:
    # No more at once than are kept.
    for seeds in (SEEDS[:3], SEEDS[3:]):
        tried = list(product(seeds, REPAIRS, (0, 10, 60)))
        watch([*(run(name, seed) for seed in seeds), *(run(name, *one) for one in tried)], FRAMES)
        for seed, repair, fork in tried:
            assert not is_cured(name, run(name, seed).until(FRAMES)[-1])
            recovers = is_cured(name, run(name, seed, repair, fork).until(FRAMES)[-1])
            if repair != ILLNESSES[name].cure:
                assert not recovers, (seed, repair, fork)
            elif fork == 0:
                assert recovers, seed


def test_in_the_leak_what_is_tested_is_among_what_is_learnt_and_after_the_split_nothing_is() -> None:
    sick, split = learnt_from("leak", 1, "none"), learnt_from("leak", 1, "split")
    assert rows(sick.X_test) <= rows(sick.X)
    assert not rows(split.X_test) & rows(split.X)
    np.testing.assert_array_equal(sick.X_test, split.X_test)
    new = samples("xor", 0.4, 6, 200)
    assert not rows(new.X) & (rows(sick.X) | rows(split.X) | rows(split.X_test))
    assert (135, 75) == (read("samples", case="leak"), read("different", case="leak"))
    assert (120, 120) == tuple(read(one, case="leak", repair="split", fork=0) for one in ("samples", "different"))


@pytest.mark.parametrize("seed", [1, 3, 6])
def test_one_label_is_wrong_in_the_midst_of_the_other_kind_and_it_is_the_dearest_sample(seed: int) -> None:
    sick, right = learnt_from("label", seed, "none"), learnt_from("label", seed, "label")
    (wrong,) = np.flatnonzero(sick.y[:, 0] != right.y[:, 0])
    assert mislabelled(right, seed) == wrong
    assert 1 == right.y[wrong, 0]
    np.testing.assert_array_equal(sick.X, right.X)
    # The nearest other samples all have the other label.
    nearest = np.argsort(np.hypot(*(sick.X - sick.X[wrong]).T))[1:4]
    assert [1, 1, 1] == sick.y[nearest, 0].tolist()
    for frame in (60, FRAMES):
        costs = run("label", seed).until(frame)[-1].costs[0]
        assert wrong == costs.argmax()
        assert 2 < costs[wrong]
        assert np.median(costs) < 0.03
        assert 4 * np.sort(costs)[-6] < costs[wrong]


def test_a_run_is_what_its_setting_makes_of_it_written_out() -> None:
    has = samples("xor", 0.4, 5, 60)
    X, y = np.concatenate([has.X[:15], has.X_test]), np.concatenate([has.y[:15], has.y_test])
    net = deep.start(2, (2, 8, 8, 1))
    for _ in range(3 * EPOCHS_A_FRAME):
        net = deep.epoch(net, X, y, ACTIVATIONS["tanh"], 0.5)
    p = deep.forward(net, has.X_test, ACTIVATIONS["tanh"])[-1]
    entropy = -np.mean(np.where(has.y_test == 1, np.log(p), np.log(1 - p)))
    assert run("leak", 2).until(3)[-1].losses[1] == pytest.approx(float(entropy), abs=1e-9)
    for _ in range(2 * EPOCHS_A_FRAME):
        net = deep.epoch(net, has.X, has.y, ACTIVATIONS["tanh"], 0.5)
    p = deep.forward(net, has.X_test, ACTIVATIONS["tanh"])[-1]
    entropy = -np.mean(np.where(has.y_test == 1, np.log(p), np.log(1 - p)))
    assert run("leak", 2, "split", 3).until(5)[-1].losses[1] == pytest.approx(float(entropy), abs=1e-9)


@pytest.mark.parametrize("name", NAMES)
def test_up_to_the_fork_both_futures_are_one(name: str) -> None:
    cure = ILLNESSES[name].cure
    sick, other = run(name, 1).until(12), run(name, 1, cure, 7).until(12)
    for one, another in zip(sick[:7], other[:7], strict=True):
        assert one.losses == another.losses
    assert sick[12].losses != other[12].losses


def test_new_samples_say_what_the_leaked_test_hides() -> None:
    for seed in SEEDS:
        train, test, new = run("leak", seed).until(FRAMES)[-1].losses
        assert test < 0.1
        assert new > 5 * test
        assert abs(train - test) < 0.05
    late = [run("leak", seed, "split", 60).until(FRAMES)[-1].losses for seed in (1, 2, 7)]
    assert all(new > HONEST * test for _, test, new in late)
    assert all(read("right_but_late", case="leak", seed=seed, repair="split", fork=60) for seed in (1, 2, 7))


def parts(**values: Any) -> tuple[Figure, Figure, Figure]:
    (picture,) = case(**values).drawings
    assert isinstance(picture, Panels)
    first, second, third = picture.parts
    assert isinstance(first, Figure)
    assert isinstance(second, Figure)
    assert isinstance(third, Figure)
    return first, second, third


@pytest.mark.parametrize("name", NAMES)
def test_every_sample_is_in_the_picture_of_what_it_costs(name: str) -> None:
    plane, costs, _ = parts(case=name, frame=60)
    moment = run(name, 1).until(60)[-1]
    drawn = {layer.mark: layer.y for layer in costs.layers if isinstance(layer, Points)}
    for mark, wanted in zip("●+·", moment.costs, strict=True):
        np.testing.assert_allclose(drawn[mark], np.minimum(wanted, 4.0))
    (dearest,) = (layer for layer in plane.layers if isinstance(layer, Mark))
    assert f"{moment.costs[0].max():.1f}" == dearest.label
    assert any(isinstance(layer, Heat) for layer in plane.layers)


@pytest.mark.parametrize("name", NAMES)
def test_both_futures_stand_beside_each_other_once_the_film_is_past_the_fork(name: str) -> None:
    cure = ILLNESSES[name].cure
    before, _, _ = parts(case=name, repair=cure, fork=10, frame=9)
    sick, mended, curves = parts(case=name, repair=cure, fork=10, frame=30)
    assert any(isinstance(layer, Heat) for layer in before.layers)
    assert not any(isinstance(layer, Heat) for layer in (*sick.layers, *mended.layers))
    new, one, other = (layer for layer in curves.layers if isinstance(layer, Line))
    assert (31, 31, 21) == (len(new.y), len(one.y), len(other.y))
    which = 1 if name == "leak" else 0
    assert other.y[-1] == pytest.approx(run(name, 1, cure, 10).until(30)[-1].losses[which])
    assert new.y[-1] == pytest.approx(run(name, 1, cure, 10).until(30)[-1].losses[2])


@pytest.mark.parametrize("name", NAMES)
def test_before_the_guess_nothing_is_seen_of_new_samples(name: str) -> None:
    (picture,) = case(case=name, frame=60).drawings
    assert isinstance(picture, Panels)
    _, costs, curves = picture.veiled().parts
    assert isinstance(costs, Figure)
    assert isinstance(curves, Figure)
    assert {"●", "+"} == {layer.mark for layer in costs.layers if isinstance(layer, Points)}
    assert 1 == sum(isinstance(layer, Line) for layer in curves.layers)


def test_what_is_tried_is_told_apart() -> None:
    for name, illness in ILLNESSES.items():
        for repair in REPAIRS:
            tried = {one for one in REPAIRS if one != "none" and read(f"tried_{one}", case=name, repair=repair, fork=0)}
            assert tried == ({repair} if repair not in ("none", illness.cure) else set())
