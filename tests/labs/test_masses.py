"""The masses against scikit-learn's copy of them, and how they are dealt out and scaled."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.figure import Figure, Points
from tutor.labs.masses import NAMES, inputs_of, look, masses, sets

COLUMNS = ["mean radius", "mean texture", "mean smoothness", "mean concave points"]


def test_the_numbers_are_those_of_the_public_data_and_malignant_is_one() -> None:
    from sklearn.datasets import load_breast_cancer

    public = load_breast_cancer()
    X, y = masses()
    assert (X == public.data[:, [list(public.feature_names).index(name) for name in COLUMNS]]).all()
    assert ((y[:, 0] == 1) == (public.target_names[public.target] == "malignant")).all()
    assert (569, 212) == (len(y), int(y.sum()))


@pytest.mark.parametrize("split", [1, 2, 8, 9])
def test_every_mass_is_in_one_set_and_the_kinds_are_as_frequent_in_each(split: int) -> None:
    X, y = masses()
    whole = sorted(tuple(row) for row in np.hstack([X, y]))
    dealt = sorted(tuple(row) for one in sets(split) for row in np.hstack([one.X, one.y]))
    assert whole == dealt
    assert [284, 143, 142] == [len(one.y) for one in sets(split)]
    assert all(one.y.mean() == pytest.approx(212 / 569, abs=0.003) for one in sets(split))


def test_another_number_deals_them_out_otherwise_and_the_same_one_in_the_same_way() -> None:
    assert (sets(1).test.X == sets.__wrapped__(1).test.X).all()
    assert not (sets(1).test.X == sets(2).test.X).all()


def test_all_sets_are_standardised_by_the_training_set() -> None:
    from sklearn.preprocessing import StandardScaler

    names = ("texture", "concave")
    raw, scaled = (inputs_of(3, names, standardised=one) for one in (False, True))
    oracle = StandardScaler().fit(raw.training.X)
    for before, after in zip(raw, scaled, strict=True):
        assert oracle.transform(before.X) == pytest.approx(after.X)
        assert (before.y == after.y).all()
    assert (raw.test.X[:, 0] == sets(3).test.X[:, list(NAMES).index("texture")]).all()


def test_who_says_benign_to_all_is_right_as_often_as_the_most_frequent_label() -> None:
    from sklearn.datasets import load_breast_cancer

    target = load_breast_cancer().target
    readouts = look().readouts
    assert readouts["always_benign"].value == pytest.approx(max(np.bincount(target)) / len(target))
    assert readouts["always_benign"].value + readouts["always_malignant"].value == pytest.approx(1)


def test_each_mass_is_a_point_of_its_kind() -> None:
    from sklearn.datasets import load_breast_cancer

    (figure,) = look(across="smoothness", up="concave").drawings
    assert isinstance(figure, Figure)
    public = load_breast_cancer()
    benign, malignant = (layer for layer in figure.layers if isinstance(layer, Points))
    for points, name in ((benign, "benign"), (malignant, "malignant")):
        rows = public.target_names[public.target] == name
        assert (points.x == public.data[rows, 4]).all()
        assert (points.y == public.data[rows, 7]).all()
