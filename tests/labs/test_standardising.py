"""Standardising against scikit-learn, and against what is said of it."""

import numpy as np
import pytest

from tutor.labs.standardising import people
from tutor.nn.arrays import standardised


@pytest.mark.parametrize("unit", ["cm", "m"])
def test_the_people_are_standardised_as_scikit_learn_does(unit: str) -> None:
    from sklearn.preprocessing import StandardScaler

    readouts = people(unit=unit).readouts
    scaler = StandardScaler().fit(readouts["X"].value)
    np.testing.assert_allclose(readouts["Z"].value, scaler.transform(readouts["X"].value))
    np.testing.assert_allclose(readouts["mean"].value, scaler.mean_)
    np.testing.assert_allclose(readouts["spread"].value, scaler.scale_)


def test_another_unit_of_height_changes_nothing_once_it_is_standardised() -> None:
    np.testing.assert_allclose(people(unit="cm").readouts["Z"].value, people(unit="m").readouts["Z"].value)


def test_a_column_gets_the_mean_0_and_the_standard_deviation_1() -> None:
    X = np.random.default_rng(3).normal(5, [1, 20, 0.1], (50, 3))
    Z = standardised(X)
    np.testing.assert_allclose(Z.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(Z.std(axis=0), 1)
