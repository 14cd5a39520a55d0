"""The binary cross-entropy labs against the deck's table, scikit-learn and closed forms."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.figure import Bars, Guide, Line
from tutor.labs import cross_entropy
from tutor.written import substituted

PROBABILITY = st.floats(0.02, 0.99)

DECK = [
    # ID, actual, predicted, corrected, log10, as the deck prints them
    ("ID6", 1, 0.94, 0.94, -0.0268721464),
    ("ID1", 1, 0.90, 0.90, -0.0457574905),
    ("ID7", 1, 0.78, 0.78, -0.1079053973),
    ("ID8", 0, 0.56, 0.44, -0.3565473235),
    ("ID2", 0, 0.51, 0.49, -0.3098039199),
    ("ID3", 1, 0.47, 0.47, -0.32790214206),
    ("ID4", 1, 0.32, 0.32, -0.49485002168),
    ("ID5", 0, 0.10, 0.90, -0.0457574905),
]


def test_every_column_of_the_deck_comes_out_in_its_order():
    result = cross_entropy.table(columns="mean", base="10")
    ids, actual, predicted, corrected, logs = (list(column) for column in zip(*DECK, strict=True))
    assert [row[0] for row in result.table.rows] == ids
    assert [float(row[1]) for row in result.table.rows] == actual
    assert [float(row[2]) for row in result.table.rows] == predicted
    assert result.readouts["corrected"].value.tolist() == pytest.approx(corrected)
    # The deck writes -0.3279... with a digit too many at its end; nine decimals agree everywhere.
    assert result.readouts["logs"].value.tolist() == pytest.approx(logs, abs=1e-9)


def test_the_loss_of_the_deck_is_0_214_and_of_every_framework_0_494():
    readouts = cross_entropy.table().readouts
    assert f"{readouts['loss'].value:.3f}" == f"{readouts['loss_10'].value:.3f}" == "0.214"
    assert f"{readouts['loss_e'].value:.3f}" == "0.494"
    assert readouts["loss"].value == pytest.approx(0.21442, abs=5e-6)
    assert readouts["loss_e"].value == pytest.approx(0.49373, abs=5e-6)


@pytest.mark.parametrize(("columns", "width", "footer"), [
    ("predicted", 3, False), ("corrected", 4, False), ("log", 5, False), ("mean", 5, True),
])  # fmt: skip
def test_the_table_shows_as_many_columns_as_were_explained(columns, width, footer):
    table = cross_entropy.table(columns=columns).table
    assert {len(row) for row in table.rows} == {len(table.columns)} == {width}
    assert bool(table.footer) == footer


@given(st.lists(PROBABILITY, min_size=8, max_size=8))
def test_any_table_costs_what_scikit_learn_says(p):
    from sklearn.metrics import log_loss

    readouts = cross_entropy.table(p=tuple(p), base="e").readouts
    expected = log_loss([row[1] for row in DECK], p)
    assert readouts["loss"].value == pytest.approx(readouts["loss_e"].value) == pytest.approx(expected)
    assert readouts["loss_10"].value == pytest.approx(expected / math.log(10))


def test_a_row_that_was_moved_stands_out():
    p = list(cross_entropy.PREDICTED)
    p[6] = 0.95
    assert cross_entropy.table(p=tuple(p)).table.lit_rows == frozenset({6})


def test_only_one_row_can_bring_the_loss_under_the_target_by_itself():
    enough = set()
    for row, ID in enumerate(cross_entropy.IDS):
        for value in np.round(np.arange(0.02, 0.995, 0.01), 2):
            p = list(cross_entropy.PREDICTED)
            p[row] = float(value)
            if cross_entropy.table(p=tuple(p)).readouts["one_move_enough"].value:
                enough.add(ID)
    assert enough == {"ID4"}


def test_two_rows_moved_are_told_apart_from_one():
    p = (0.99, 0.90, 0.78, 0.56, 0.51, 0.47, 0.97, 0.10)
    readouts = cross_entropy.table(p=p).readouts
    assert (readouts["one_move_enough"].value, readouts["moved_several"].value) == (False, True)


def test_the_product_of_the_corrected_probabilities_has_the_sum_of_the_logs_as_its_logarithm():
    readouts = cross_entropy.table().readouts
    assert math.log10(readouts["product"].value) == pytest.approx(readouts["sum_of_logs"].value)


def test_a_prediction_about_the_loss_hides_the_mean_and_leaves_the_bars():
    figure = cross_entropy.table(columns="mean").drawings[0]
    assert [type(layer) for layer in figure.layers] == [Bars, Guide]
    assert [type(layer) for layer in figure.veiled().layers] == [Bars]


def test_before_the_logarithms_are_shown_the_bars_are_still_the_corrected_probabilities():
    bars = cross_entropy.table(columns="log").drawings[0].veiled().layers[0]
    assert bars.values.tolist() == pytest.approx([row[3] for row in DECK])


@given(st.floats(0.001, 0.999), st.sampled_from(["0", "1"]))
def test_the_loss_of_one_sample_is_minus_the_logarithm_of_what_the_truth_was_given(p, y):
    readouts = cross_entropy.one(y=y, p=p).readouts
    expected = -math.log(p if y == "1" else 1 - p)
    assert readouts["loss"].value == pytest.approx(expected, abs=1e-12)
    assert readouts["squared_error"].value == pytest.approx((p - int(y)) ** 2)


def test_the_working_of_a_cat_keeps_the_second_term():
    working = cross_entropy.one(y="0", p=0.3).readouts["loss"].working
    assert substituted(working) == "-(0·ln 0.3 + 1·ln 0.7) = -ln 0.7 = 0.357"


def test_each_tenth_of_the_probability_adds_ln_ten():
    readouts = cross_entropy.one(y="1", p=0.02).readouts
    assert readouts["loss"].value - readouts["loss_at_ten_times"].value == pytest.approx(math.log(10))


@pytest.mark.parametrize(("y", "p"), [("1", 0), ("0", 1), ("1", 1), ("0", 0)])
def test_at_certainty_the_loss_is_finite_and_a_wrong_certainty_says_how_it_is_clipped(y, p):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = cross_entropy.one(y=y, p=p)
    wrong = int(y) != p
    assert result.readouts["loss"].value == pytest.approx(-math.log(1e-7) if wrong else 0, abs=1e-6)
    assert bool(result.note) == wrong
    curve = next(layer for layer in result.drawings[0].layers if isinstance(layer, Line))
    assert np.isfinite(curve.y).all()


@pytest.mark.parametrize("p", [0.02, 0.5, 0.99])
@pytest.mark.parametrize("columns", cross_entropy.COLUMNS)
@pytest.mark.parametrize("base", ["10", "e"])
def test_a_bar_taller_than_the_chart_is_named(p, columns, base):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        result = cross_entropy.table(p=(p,) * 8, columns=columns, base=base)
    figure = result.drawings[0]
    bars = next(layer for layer in figure.layers if isinstance(layer, Bars))
    assert figure.y.high == cross_entropy.table(columns=columns).drawings[0].y.high
    for ID, value in zip(bars.names, bars.values, strict=True):
        assert (value > figure.y.high) == (bool(result.note) and ID in result.note.in_("en"))


@pytest.mark.parametrize("p", [(0.8, 0.4, 0.5), (0.9, 0.2, 0.4), (0.6, 0.7, 0.9)])
def test_the_pencil_and_paper_question_has_scikit_learns_answer_and_mistakes_far_from_it(p):
    from sklearn.metrics import log_loss

    readouts = cross_entropy.three(p=p).readouts
    assert readouts["loss"].value == pytest.approx(log_loss([1, 0, 1], p))
    numbers = [readouts[n].value for n in ("loss", "sum_of_losses", "mean_log", "uncorrected_loss", "loss_10")]
    gaps = [abs(a - b) for i, a in enumerate(numbers) for b in numbers[:i]]
    assert min(gaps) > 0.02


def test_the_labels_that_the_lab_names_have_scikit_learns_loss():
    from sklearn.metrics import log_loss

    readouts = cross_entropy.table(base="e").readouts
    assert readouts["loss"].value == pytest.approx(log_loss(readouts["y"].value, cross_entropy.PREDICTED))
