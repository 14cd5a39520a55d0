"""The handwritten digits against scikit-learn's copy of them, and the classifier against its logistic regression."""

import itertools
import math
import warnings

import numpy as np
import pytest

from tutor.figure import Bars, Line, Pixels, Role
from tutor.labs import digits, handwriting
from tutor.language import say


@pytest.fixture(scope="module")
def sets():
    return handwriting.training_set(), handwriting.held_out()


def test_the_images_and_labels_are_every_sixth_of_the_public_ones(sets):
    from sklearn.datasets import load_digits

    public = load_digits()
    X = np.concatenate([part.X for part in sets])
    labels = np.concatenate([part.labels for part in sets])
    assert (X * 16 == public.data[:1797:6]).all()
    assert (labels == public.target[:1797:6]).all()


def test_no_image_is_both_learned_from_and_held_out(sets):
    learned, held_out = ({row.tobytes() for row in part.X} for part in sets)
    assert (len(learned), len(held_out), learned & held_out) == (200, 100, set())


def test_every_digit_occurs_in_both_sets(sets):
    assert [sorted(set(part.labels)) for part in sets] == [list(range(10))] * 2


def test_the_untrained_classifier_costs_ln_ten():
    assert handwriting.scores_after(0).training_cost == pytest.approx(math.log(10))
    assert digits.learning(training=0).readouts["cost"].value == pytest.approx(math.log(10))


def test_the_costs_are_scikit_learns_log_loss(sets):
    from sklearn.metrics import log_loss

    model = handwriting.trained(20)
    after = handwriting.scores_after(20)
    for (X, labels), cost in zip(sets, (after.training_cost, after.held_out_cost), strict=True):
        z = X @ model.W + model.b
        powers = np.exp(z)
        assert log_loss(labels, powers / powers.sum(axis=1, keepdims=True), labels=range(10)) == pytest.approx(cost)


def test_the_classifier_does_about_as_well_as_scikit_learns_on_images_it_has_not_seen(sets):
    from sklearn.linear_model import LogisticRegression

    (X, labels), (new_X, new_labels) = sets
    oracle = LogisticRegression(max_iter=2000).fit(X, labels)
    oracle_right = int((oracle.predict(new_X) == new_labels).sum())
    assert handwriting.scores_after(20).held_out_right >= oracle_right - 2


def test_the_training_cost_falls_with_every_slice():
    costs = [handwriting.scores_after(slices).training_cost for slices in range(handwriting.LAST_SLICE + 1)]
    assert all(after < before for before, after in itertools.pairwise(costs))


def test_the_images_that_the_lesson_names_are_misread():
    for image in (18, 57):
        result = digits.classify(image=image)
        assert result.readouts["said"].value != result.readouts["meant"].value
        assert result.note


def test_preparing_reports_its_share_and_ends_with_all_of_it():
    shares = list(digits.prepare_training(image=0, training=5))
    assert shares == sorted(shares)
    assert shares[-1] == 1
    assert list(digits.prepare_training(image=0, training=0)) == [0]


def test_an_image_and_ten_probabilities_are_drawn():
    picture, bars = digits.classify(image=3).drawings
    assert isinstance(picture, Pixels)
    assert picture.values.shape == (8, 8)
    assert (picture.values.min(), picture.values.max()) == (0, 1)
    layer = next(layer for layer in bars.layers if isinstance(layer, Bars))
    assert len(layer.values) == 10
    assert layer.values.sum() == pytest.approx(1)


@pytest.mark.parametrize("lab", [digits.picture, digits.classify, digits.learning], ids=lambda lab: lab.name)
def test_every_image_can_be_looked_at_without_a_warning(lab):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for image in range(0, 100, 9):
            result = lab(image=image)
            assert all(np.isfinite(readout.value).all() for readout in result.readouts.values())


def test_a_prediction_about_the_first_cost_hides_the_curves():
    costs = digits.learning(training=0).drawings[0]
    assert not [layer for layer in costs.veiled().layers if isinstance(layer, Line)]
    assert costs.places["cost"].at == 0


def test_the_classifier_has_a_weight_from_every_pixel_to_every_digit():
    readouts = digits.classify().readouts
    assert readouts["W_shape"].value.tolist() == [64, 10]
    assert readouts["parameters"].value == 64 * 10 + 10


def test_an_untrained_classifier_has_misread_nothing_yet():
    result = digits.learning(image=77, training=0)
    bars = next(layer for layer in result.drawings[1].layers if isinstance(layer, Bars))
    assert Role.LOSS not in bars.roles
    assert not result.note


def test_a_misread_image_is_said_to_be_misread_wherever_its_bars_are_drawn():
    notes = [lab(image=77, training=handwriting.LAST_SLICE).note for lab in (digits.classify, digits.learning)]
    assert [say(note, "en") for note in notes] == ["It says 5; 9 was meant."] * 2


def test_before_training_no_digit_is_said_to_get_most():
    for language, most in (("en", "most"), ("ko", "가장 큰")):
        assert most not in digits.learning(image=77, training=0).drawings[1].alt(language)
        assert most in digits.learning(image=77, training=5).drawings[1].alt(language)
