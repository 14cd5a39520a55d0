"""The closing test's labs: what they train, what stays shut, and the threshold, against scikit-learn."""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
import pytest

from tests.walks import some_now
from tutor.figure import Figure, Panels, Points
from tutor.labs.diagnosis import ENOUGH, EPOCHS_A_FRAME, FRAMES, train
from tutor.labs.masses import inputs_of
from tutor.labs.thresholds import answers, cut, missed
from tutor.language import say
from tutor.nn import deep
from tutor.nn.deep import ACTIVATIONS

ALL = ("radius", "texture", "smoothness", "concave")
BUILT: dict[str, Any] = {"inputs": "all", "scale": "standardised", "units": 3, "rate": "0.3"}
WRITTEN: dict[str, Any] = {"guess": 9, "fails": "missed"}


def read(**values: Any) -> dict[str, Any]:
    return {name: one.value for name, one in train(**values).readouts.items()}


def said_after(frame: int, split: int = 1, layers: tuple[int, ...] = (3,)) -> tuple[deep.Network, Any]:
    """Return the network that so many frames make, written out, and the sets."""
    has = inputs_of(split, ALL, standardised=True)
    net = deep.start(1, (4, *layers, 1))
    for _ in range(frame * EPOCHS_A_FRAME):
        net = deep.epoch(net, *has.training, ACTIVATIONS["tanh"], 0.3)
    return net, has


@pytest.mark.parametrize(("frame", "split"), [(0, 1), (3, 1), (20, 4)])
def test_what_is_read_is_what_scikit_learn_says_of_the_same_network(frame: int, split: int) -> None:
    from sklearn.metrics import accuracy_score, confusion_matrix, log_loss

    net, has = said_after(frame, split)
    found = read(**BUILT, split=split, frame=frame)
    assert frame * EPOCHS_A_FRAME == found["epoch"]
    named = (
        (has.validation, "validation_loss", "missed", "alarms", "right"),
        (has.test, "test_loss", "test_missed", "test_alarms", "test_right"),
    )
    for some, cost, lost, alarms, right in named:
        p = deep.forward(net, some.X, ACTIVATIONS["tanh"])[-1][:, 0]
        (_, false_alarms), (false_benign, _) = confusion_matrix(some.y[:, 0], p >= 0.5)
        assert found[cost] == pytest.approx(log_loss(some.y[:, 0], p), abs=1e-6)
        assert (false_benign, false_alarms) == (found[lost], found[alarms])
        assert found[right] == pytest.approx(accuracy_score(some.y[:, 0], p >= 0.5))
    assert found["test_wrong"] == found["test_missed"] + found["test_alarms"]


def test_a_neuron_without_a_hidden_layer_does_about_as_well_as_logistic_regression() -> None:
    from sklearn.linear_model import LogisticRegression

    for split in range(1, 9):
        has = inputs_of(split, ALL, standardised=True)
        oracle = LogisticRegression(C=np.inf).fit(has.training.X, has.training.y[:, 0])
        found = read(**{**BUILT, "rate": "1"}, layers="0", split=split, frame=FRAMES)
        assert found["right"] == pytest.approx(oracle.score(has.validation.X, has.validation.y[:, 0]), abs=0.02)


@pytest.mark.parametrize("split", range(1, 9))
def test_with_all_inputs_standardised_every_split_can_be_passed(split: int) -> None:
    for layers in ("0", "1", "2"):
        assert read(**BUILT, **WRITTEN, split=split, layers=layers, frame=FRAMES)["passes"]


@some_now(("split", "rate"), product(range(1, 9), ["0.01", "0.3", "3"]), 4)
def test_no_network_passes_on_texture_alone_or_on_raw_inputs(split: int, rate: str) -> None:
    for change in ({"inputs": "texture"}, {"scale": "raw"}, {"scale": "raw", "layers": "0"}):
        assert not read(**{**BUILT, **WRITTEN, "rate": rate, **change}, split=split, frame=FRAMES)["passes"]


def test_it_is_opened_only_once_something_was_written_down() -> None:
    good = {**BUILT, "frame": FRAMES}
    for half in ({}, {"guess": 9}, {"fails": "missed"}):
        found = read(**good, **half)
        assert (False, True) == (found["passes"], found["unwritten"])
    found = read(**good, **WRITTEN)
    assert (True, False) == (found["passes"], found["unwritten"])
    assert found["test_right"] >= ENOUGH


@pytest.mark.parametrize("frame", [0, FRAMES])
def test_nothing_that_is_shown_tells_of_the_test_set(frame: int) -> None:
    """Two splits that share the other sets would look alike: only training and validation are drawn and listed."""
    result = train(**BUILT, frame=frame)
    assert not [name for name in result.shows if name.startswith("test")]
    (picture,) = result.drawings
    assert isinstance(picture, Panels)
    answered, curves = picture.parts
    assert isinstance(answered, Figure)
    assert isinstance(curves, Figure)
    net, has = said_after(frame)
    p = deep.forward(net, has.validation.X, ACTIVATIONS["tanh"])[-1][:, 0]
    drawn = np.concatenate([layer.x for layer in answered.layers if isinstance(layer, Points)])
    assert sorted(drawn) == pytest.approx(sorted(p))
    assert 2 == sum(len(getattr(layer, "x", ())) == frame + 1 for layer in curves.layers if hasattr(layer, "dashed"))
    for language in ("en", "ko"):
        assert "test" not in say(picture.alt, language)
        assert "시험" not in say(picture.alt, language)


def test_every_mass_is_marked_as_what_became_of_it() -> None:
    (figure,) = cut(threshold=0.3).drawings
    assert isinstance(figure, Figure)
    p, y = (one[:, 0] for one in answers())
    of = {layer.part: sorted(layer.x) for layer in figure.layers if isinstance(layer, Points)}
    assert of["missed"] == sorted(p[(y == 1) & (p < 0.3)])
    assert of["alarms"] == sorted(p[(y == 0) & (p >= 0.3)])
    assert len(p) == sum(map(len, of.values()))


@pytest.mark.parametrize("threshold", [0.05, 0.3, 0.5, 0.95])
def test_the_share_missed_is_what_recall_leaves_over(threshold: float) -> None:
    from sklearn.metrics import confusion_matrix, recall_score

    p, y = (one[:, 0] for one in answers())
    readouts = missed(threshold=threshold).readouts
    assert readouts["missed_share"].value == pytest.approx(1 - recall_score(y, p >= threshold))
    counts = cut(threshold=threshold).readouts
    assert counts["missed"].value == readouts["missed"].value
    assert confusion_matrix(y, p >= threshold)[0, 1] == counts["alarms"].value


def test_one_threshold_misses_few_at_the_least_false_alarms() -> None:
    from sklearn.metrics import confusion_matrix

    p, y = (one[:, 0] for one in answers())
    tables = {step: confusion_matrix(y, p >= step / 20) for step in range(1, 20)}
    fewest = min(table[0, 1] for table in tables.values() if table[1, 0] <= 3)
    best = [step for step, table in tables.items() if table[1, 0] <= 3 and table[0, 1] == fewest]
    assert best == [step for step in tables if cut(threshold=step / 20).readouts["careful"].value]
    assert 10 not in best, "the task is done where it starts"
