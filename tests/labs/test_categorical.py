"""Softmax, one-hot and the categorical cross-entropy against scikit-learn and closed forms."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.figure import Points
from tutor.labs import categorical
from tutor.written import substituted

SCORES = st.tuples(*[st.floats(-4, 4)] * 3)


@given(SCORES, st.sampled_from(["0", "1", "2"]))
def test_the_loss_of_three_scores_is_scikit_learns(z, truth):
    from sklearn.metrics import log_loss

    readouts = categorical.animals(z=z, truth=truth).readouts
    powers = [math.exp(score) for score in z]
    p = [power / sum(powers) for power in powers]
    assert readouts["p"].value.tolist() == pytest.approx(p)
    assert readouts["loss"].value == pytest.approx(log_loss([int(truth)], [p], labels=[0, 1, 2]))


def test_scores_three_one_zero_give_the_cat_more_than_its_share_of_the_points():
    readouts = categorical.animals(z=(3, 1, 0)).readouts
    assert substituted(readouts["first"].working) == "20.086 / (20.086 + 2.718 + 1.000) = 20.086/23.80 = 0.844"
    assert readouts["first_by_division"].value == 0.75


def test_the_working_of_the_loss_keeps_one_term():
    assert substituted(categorical.animals(z=(3, 1, 0), truth="0").readouts["loss"].working) == (
        "-(1·ln 0.844 + 0·ln 0.114 + 0·ln 0.042) = -ln 0.844 = 0.170"
    )


def test_the_cat_is_sure_when_the_others_are_lowered_and_not_when_it_is_raised():
    lowered = categorical.animals(z=(1, -2, -2)).readouts
    raised = categorical.animals(z=(4, 1, 1)).readouts
    assert (lowered["others_did_it"].value, lowered["cat_moved"].value) == (True, False)
    assert (raised["others_did_it"].value, raised["cat_moved"].value) == (False, True)


def test_equal_scores_are_not_told_that_the_cat_fell():
    assert categorical.animals(z=(1, 1, 1)).readouts["cat_fell"].value is False


@pytest.mark.parametrize(("columns", "width"), [("scores", 2), ("powers", 3), ("softmax", 4), ("loss", 5)])
def test_the_table_shows_as_many_columns_as_were_explained(columns, width):
    table = categorical.animals(columns=columns).table
    assert {len(row) for row in table.rows} == {len(table.columns)} == {width}
    assert len(table.footer) in (0, width)


@given(st.floats(-6, 6), st.sampled_from(["0", "1"]))
def test_two_classes_are_the_sigmoid_and_the_binary_cross_entropy(z, y):
    from sklearn.metrics import log_loss

    readouts = categorical.two(z=z, y=y).readouts
    assert readouts["p"].value == pytest.approx(1 / (1 + math.exp(-z)))
    assert readouts["sigmoid"].value == pytest.approx(readouts["p"].value)
    assert readouts["categorical"].value == pytest.approx(readouts["binary"].value)
    assert readouts["binary"].value == pytest.approx(log_loss([int(y)], [readouts["p"].value], labels=[0, 1]))


def test_softmax_of_nought_and_one_is_the_sigmoid_of_one_of_the_deck():
    assert f"{categorical.two(z=1).readouts['p'].value:.3f}" == "0.731"


def test_the_points_of_the_softmax_lie_on_the_sigmoid():
    points = next(layer for layer in categorical.two().drawings[0].layers if isinstance(layer, Points))
    assert points.y.tolist() == pytest.approx((1 / (1 + np.exp(-points.x))).tolist())


def test_a_prediction_about_the_cat_hides_the_probabilities_and_keeps_the_scores():
    scores, probabilities = categorical.animals().drawings
    assert scores.veiled().layers[0].values.tolist() == [3, 1, 0]
    assert np.isnan(probabilities.veiled().layers[0].values).all()
    assert probabilities.veiled().layers[0].names == categorical.ANIMALS


@pytest.mark.parametrize("z", [(-4, -4, -4), (4, 4, 4), (4, -4, 0), (0, 0, 0), (2, -1, -1)])
@pytest.mark.parametrize("truth", ["0", "1", "2"])
def test_any_scores_give_finite_readouts_without_a_warning(z, truth):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = categorical.animals(z=z, truth=truth, columns="loss")
    assert all(np.isfinite(readout.value).all() for readout in result.readouts.values())


@pytest.mark.parametrize("shift", [0, 50, 1000])
def test_the_probabilities_of_two_photos_do_not_mind_what_is_added_to_all_scores(shift):
    readouts = categorical.photos(shift=shift).readouts
    exact = [[math.exp(score) / sum(map(math.exp, row)) for score in row] for row in categorical.PHOTOS.tolist()]
    assert readouts["p"].value == pytest.approx(np.array(exact))
    assert readouts["z"].value == pytest.approx(categorical.PHOTOS + shift)
    assert (readouts["m"].value, readouts["k"].value) == readouts["z"].value.shape
