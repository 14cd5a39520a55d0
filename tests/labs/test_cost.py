"""The cost labs against the deck's figures and hand-worked tables."""

import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.figure import Bars, Heat, Line, Mark, Points, Segments
from tutor.lab import Choice, Lab, Slider, Timeline
from tutor.labs import batches, cost
from tutor.written import substituted

LABS = (cost.mse, cost.sweep, cost.one_sample, cost.line, cost.two_apps, batches.mini_batch)


@pytest.mark.parametrize(("W", "says"), [(1, "0.00"), (0, "4.67"), (2, "4.67")])
def test_the_costs_of_the_deck_come_out_of_the_lab(W, says):
    assert f"{cost.mse(W=W).readouts['cost'].value:.2f}" == says


def test_the_working_at_zero_is_written_as_the_deck_writes_it():
    assert substituted(cost.mse(W=0).readouts["cost"].working) == "((0·1-1)² + (0·2-2)² + (0·3-3)²) / 3 = 14/3 = 4.67"


def test_the_working_with_a_bias_shows_the_bias_in_every_bracket():
    expected = "((2·1-1-1)² + (2·2-1-2)² + (2·3-1-3)²) / 3 = 5/3 = 1.67"
    assert substituted(cost.line(W=2, b=-1).readouts["cost"].working) == expected


def test_the_likely_mistakes_at_zero_are_the_numbers_a_learner_would_write():
    readouts = cost.mse(W=0).readouts
    names = ("sum_of_squares", "mean_absolute_error", "mean_error", "mean_error_squared", "sum_then_square")
    assert [readouts[name].value for name in names] == [14, 2, -2, 4, 12]


@given(st.floats(-1, 3))
def test_the_cost_over_w_is_the_parabola_the_lesson_states(W):
    assert cost.mse(W=W).readouts["cost"].value == pytest.approx(14 / 3 * (W - 1) ** 2)


@given(st.floats(-1, 3))
def test_the_other_w_of_the_mirror_question_costs_the_same(W):
    readouts = cost.mse(W=W).readouts
    assert cost.mse(W=readouts["mirror"].value).readouts["cost"].value == pytest.approx(readouts["cost"].value)


@given(st.floats(-1, 3), st.floats(-2, 2))
def test_the_cost_of_a_shifted_line_is_scikit_learns(W, b):
    from sklearn.metrics import mean_squared_error

    x = np.array([1.0, 2.0, 3.0])
    assert cost.line(W=W, b=b).readouts["cost"].value == pytest.approx(mean_squared_error(x, W * x + b))


@given(st.floats(-2, 2))
def test_no_other_weight_does_better_than_the_best_one_for_a_bias(b):
    from sklearn.metrics import mean_squared_error

    best, lowest = (cost.line(b=b).readouts[name].value for name in ("best_W", "lowest_cost"))
    x = np.array([1.0, 2.0, 3.0])
    least_squares = np.linalg.lstsq(x[:, None], x - b, rcond=None)[0][0]
    assert best == pytest.approx(least_squares)
    assert lowest == pytest.approx(mean_squared_error(x - b, least_squares * x))


def test_with_b_stuck_at_one_the_slider_reaches_the_lowest_cost_and_only_near_it():
    reached = [
        W for W in np.round(np.arange(-1, 3.01, 0.05), 2) if cost.line(W=W, b=1).readouts["as_low_as_b_allows"].value
    ]
    assert reached == [0.55, 0.6]


def test_the_loss_of_one_sample_shows_its_error_squared():
    readout = cost.one_sample(W=0.5, sample="3").readouts["loss"]
    assert (readout.value, substituted(readout.working)) == (2.25, "(0.5·3-3)² = (-1.5)² = 2.25")


def test_the_sweep_ends_where_the_slider_does_and_draws_what_it_passed():
    first, last = cost.sweep(step=0), cost.sweep(step=80)
    assert (first.readouts["W"].value, last.readouts["W"].value) == (-1, 3)
    curve = next(layer for layer in cost.sweep(step=40).drawings[1].layers if isinstance(layer, Line))
    assert (curve.x[0], curve.x[-1]) == (-1, 1)


def test_a_prediction_about_the_cost_hides_the_point_and_keeps_a_place_for_the_guess():
    over_W = cost.mse(W=2).drawings[1]
    assert not [layer for layer in over_W.veiled().layers if isinstance(layer, Line | Mark)]
    assert over_W.places["cost"].at == 2


@pytest.mark.parametrize(("W", "known"), [(1, []), (0, [1]), (2, [1, 0])])
def test_a_cost_that_is_still_to_be_predicted_is_nowhere_on_the_chart(W, known):
    over_W = cost.mse(W=W).drawings[1]
    assert not [layer for layer in over_W.layers if isinstance(layer, Line)]
    points = next(layer for layer in over_W.layers if isinstance(layer, Points))
    assert points.x.tolist() == known


def test_the_residuals_run_from_the_data_to_the_line():
    residuals = next(layer for layer in cost.mse(W=2).drawings[0].layers if isinstance(layer, Segments))
    assert (residuals.y0.tolist(), residuals.y1.tolist()) == ([1, 2, 3], [2, 4, 6])


def test_the_plain_mean_prefers_the_worse_app_and_the_squares_do_not():
    scores = {
        measure: [cost.two_apps(measure=measure).readouts[f"score_{app}"].value for app in "AB"]
        for measure in ("plain", "absolute", "squared")
    }
    assert scores == {"plain": [0, 2], "absolute": [4, 2], "squared": [24, 4]}


@pytest.mark.parametrize(("size", "batches_an_epoch"), [("1", 12), ("3", 4), ("12", 1)])
def test_the_batches_of_an_epoch_hold_every_sample_once_and_average_to_the_whole_cost(size, batches_an_epoch):
    results = [batches.mini_batch(W=0.7, size=size, batch=i).readouts for i in range(batches_an_epoch)]
    assert sorted(batches.batches(int(size))[:batches_an_epoch].ravel()) == list(range(12))
    assert np.mean([r["batch_cost"].value for r in results]) == pytest.approx(results[0]["full_cost"].value)
    assert [r["epoch"].value for r in results] == [1] * batches_an_epoch


def _ends(lab: Lab):
    """Yield the lab's parameters with each of them in turn at every end or option it has."""
    for name, parameter in lab.parameters.items():
        match parameter:
            case Slider():
                values = (parameter.low, parameter.high)
            case Timeline():
                values = (0, parameter.last)
            case Choice():
                values = tuple(parameter.options)
        for value in values:
            yield {name: value}


@pytest.mark.parametrize("lab", LABS, ids=lambda lab: lab.name)
def test_at_the_ends_of_its_parameters_a_lab_draws_finite_things_inside_fixed_limits(lab):
    for values in _ends(lab):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            result = lab(**values)
        for figure, usual in zip(result.drawings, lab().drawings, strict=True):
            assert (figure.x.low, figure.x.high, figure.y.low, figure.y.high) == (
                usual.x.low, usual.x.high, usual.y.low, usual.y.high,
            )  # fmt: skip
            for layer in figure.layers:
                match layer:
                    case Points():
                        drawn = [layer.x, layer.y]
                        assert ((layer.y >= figure.y.low) & (layer.y <= figure.y.high)).all()
                    case Line():
                        drawn = [layer.x, layer.y]
                    case Bars():
                        drawn = [layer.values]
                        assert layer.values.max() <= figure.y.high
                    case Heat():
                        drawn = [layer.z]
                    case _:
                        drawn = []
                assert all(np.isfinite(values).all() for values in drawn)
        assert all(figure.alt.in_("ko") != figure.alt.in_("en") for figure in result.drawings)


@given(st.floats(-1, 3))
def test_the_cost_is_what_scikit_learn_makes_of_the_samples_that_the_lab_names(W):
    from sklearn.metrics import mean_squared_error

    readouts = cost.mse(W=W).readouts
    x, y = readouts["X"].value, readouts["Y"].value
    assert readouts["cost"].value == pytest.approx(mean_squared_error(y, W * x))
