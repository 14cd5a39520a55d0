"""Sick runs: each fails for one cause, mending that heals it, and mending anything else does not."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from tutor.figure import Figure, Line, Panels, Tiles
from tutor.labs import sick
from tutor.labs.samples import samples
from tutor.labs.sick import EPOCHS_A_FRAME, FRAMES, HEALTHY, ILLNESSES, REPAIRS, begun, case, mended, run
from tutor.nn import deep
from tutor.nn.deep import ACTIVATIONS
from tutor.remembered import forget

NAMES = list(ILLNESSES)
SEEDS = [1, 4, 7]


def read(name: str, **values: Any) -> Any:
    return case(**values).readouts[name].value


@pytest.mark.parametrize("name", NAMES)
def test_the_cause_is_the_cause(name: str) -> None:
    tried = list(product(SEEDS, REPAIRS, (0, 20)))
    assert case.together is not None
    case.together([case.check({"case": name, "seed": seed, "repair": one, "fork": at}) for seed, one, at in tried])
    for seed, repair, fork in tried:
        assert run(name, seed)[-1].loss > 2 * HEALTHY
        recovers = run(name, seed, repair, fork)[-1].loss < HEALTHY
        if repair != ILLNESSES[name].cure:
            assert not recovers, (seed, repair, fork)
        elif fork == 0:
            assert recovers, seed


def test_up_to_the_fork_both_futures_are_one() -> None:
    sick, other = run("equal", 1), run("equal", 1, "rate", 7)
    assert [moment.loss for moment in sick[:8]] == [moment.loss for moment in other[:8]]
    assert sick[8].loss != other[8].loss
    assert FRAMES + 1 == len(other)


def test_a_run_is_what_its_setting_makes_of_it_written_out() -> None:
    net, setting = begun(ILLNESSES["saturated"], 4)

    has = samples("rings", 0.1, 5, 60)
    for _ in range(3 * EPOCHS_A_FRAME):
        net = deep.epoch(net, has.X, has.y, ACTIVATIONS["sigmoid"], 5.0)
    p = deep.forward(net, has.X, ACTIVATIONS["sigmoid"])[-1]
    entropy = -np.mean(np.where(has.y == 1, np.log(p), np.log(1 - p)))
    assert run("saturated", 4)[3].loss == pytest.approx(float(entropy), abs=1e-12)
    assert ("sigmoid", 5.0) == setting


def test_only_one_setting_is_mended() -> None:
    for name, illness in ILLNESSES.items():
        net, setting = begun(illness, 1)
        for repair in REPAIRS:
            other, then = mended(illness, repair, net, setting, 1)
            changed = {
                "weights": any(not np.array_equal(a.W, b.W) for a, b in zip(net, other, strict=True)),
                "biases": any(not np.array_equal(a.b, b.b) for a, b in zip(net, other, strict=True)),
                "activation": setting.activation != then.activation,
                "rate": abs(setting.rate) != abs(then.rate),
                "sign": np.sign(setting.rate) != np.sign(then.rate),
            }
            has_biases = any(layer.b.any() for layer in net)
            wanted = set() if repair == "none" or (repair == "biases" and not has_biases) else {repair}
            assert wanted == {one for one, is_changed in changed.items() if is_changed}, (name, repair)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_lesson_says_of_the_units_is_so(seed: int) -> None:
    alike = run("equal", seed)
    assert all(np.ptp(moment.slopes) < 1e-9 for moment in alike)
    dead = run("dead", seed)
    assert all(not moment.slopes.any() and moment.steepest == dead[0].steepest for moment in dead)
    # Nothing comes back, so only the bias of the output could move, and half the samples are of each kind.
    assert dead[0].steepest == pytest.approx(0.0, abs=1e-12)
    assert np.median(run("saturated", seed)[0].slopes) <= 0.02
    rising = [moment.loss for moment in run("sign", seed)[:3]]
    assert rising == sorted(rising)
    # The first steps at too high a rate, and the units are flat; at the beginning they were not.
    leap = run("rate", seed)
    assert leap[0].slopes.max() > 0.2
    assert leap[1].slopes.max() < 0.01
    assert not run("rate", seed, "rate", 10)[-1].loss < HEALTHY


def test_the_slope_of_tanh_at_minus_six_is_what_is_said_of_it() -> None:
    assert "0.00002" == f"{1 - np.tanh(-6.0) ** 2:.5f}"


@pytest.mark.parametrize("name", NAMES)
def test_both_futures_stand_beside_each_other_once_the_film_is_past_the_fork(name: str) -> None:
    cure = ILLNESSES[name].cure
    (before,) = case(case=name, repair=cure, fork=10, frame=9).drawings
    (after,) = case(case=name, repair=cure, fork=10, frame=30).drawings
    assert isinstance(before, Panels)
    assert isinstance(after, Panels)
    assert isinstance(before.parts[1], Tiles)
    assert isinstance(after.parts[1], Figure)
    curves = after.parts[2]
    assert isinstance(curves, Figure)
    sick, other = (layer for layer in curves.layers if isinstance(layer, Line))
    assert (31, 21) == (len(sick.y), len(other.y))
    np.testing.assert_array_equal(other.x, sick.x[10:])
    assert other.y[0] == pytest.approx(run(name, 1, cure, 10)[10].loss)


def test_a_unit_that_lets_nothing_back_wears_a_cross() -> None:
    (picture,) = case(case="dead").drawings
    units = picture.parts[1]  # type: ignore[union-attr]
    assert isinstance(units, Tiles)
    assert ["✗ 0.00"] * 6 == [tile.note for row in units.rows for tile in row]
    assert 6 == read("still", case="dead")


def test_what_is_tried_is_told_apart() -> None:
    for name, illness in ILLNESSES.items():
        for repair in REPAIRS:
            tried = {one for one in REPAIRS if one != "none" and read(f"tried_{one}", case=name, repair=repair, fork=0)}
            assert tried == ({repair} if repair not in ("none", illness.cure) else set())
    assert read("right_but_late", case="rate", repair="rate", fork=10)
    assert not read("right_but_late", case="rate", repair="rate", fork=0)


def test_a_training_mended_at_a_frame_needs_nobody_to_have_watched_it_so_far() -> None:
    wanted = [moment.loss for moment in sick.run("equal", 5, "weights", 4)]
    forget("tutor.labs")
    mended = sick._forked("equal", 5, "weights", 4)
    sick._train([mended])
    assert wanted == pytest.approx([moment.loss for moment in mended.moments])
