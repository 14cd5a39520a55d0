"""What the lesson on training says about seeds, plateaus and hidden units, computed again another way."""

import itertools
import math
import re

import numpy as np
import pytest

from tests.walks import some_now
from tutor.labs import xor_training
from tutor.labs.xor_training import EPOCHS_A_FRAME, FRAMES, Training, same_to_all, survey, train
from tutor.nn import mlp

LAST = FRAMES


def curve(result):
    return result.drawings[1].layers[1].y


def test_a_result_depends_on_nothing_but_the_parameters():
    xor_training.training.cache_clear()
    late = train(seed=4, frame=40).readouts["loss"].value
    xor_training.training.cache_clear()
    train(seed=4, frame=90)
    assert train(seed=4, frame=40).readouts["loss"].value == late


def test_a_frame_is_so_many_plain_epochs():
    net = mlp.start(4, 3)
    epochs = mlp.train(net, xor_training.X, xor_training.Y, mlp.HIDDEN_ACTIVATIONS["tanh"], 0.7)
    net = next(itertools.islice(epochs, 5 * EPOCHS_A_FRAME - 1, None))
    p = mlp.forward(net, xor_training.X, mlp.HIDDEN_ACTIVATIONS["tanh"]).p[:, 0]
    result = train(seed=4, hidden="3", activation="tanh", alpha=0.7, frame=5)
    assert result.readouts["p"].value.tolist() == p.tolist()
    assert result.readouts["epoch"].value == 5 * EPOCHS_A_FRAME


def test_preparing_in_slices_leaves_nothing_to_train():
    xor_training.training.cache_clear()
    values = train.check({"seed": 11, "frame": 100})
    shares = list(train.prepare(**values))
    assert shares == sorted(shares)
    assert all(0 <= share <= 1 for share in shares)
    run = xor_training.training(11, 2, "sigmoid", 1.0)
    run._epochs = iter(())  # any further epoch would raise
    assert train(**values).readouts["epoch"].value == 100 * EPOCHS_A_FRAME


def test_the_loss_is_minus_the_mean_log_of_what_the_truth_was_given():
    readouts = train(seed=2, frame=30).readouts
    p = readouts["p"].value
    expected = -(math.log(1 - p[0]) + math.log(p[1]) + math.log(p[2]) + math.log(1 - p[3])) / 4
    assert readouts["loss"].value == pytest.approx(expected, abs=1e-12)


def test_seed_9_lies_flat_at_ln_2_and_then_learns_all_four_rows():
    result = train(seed=9, frame=LAST)
    losses = curve(result)
    flat = np.abs(losses - math.log(2)) < 0.01
    assert int(flat.sum()) * EPOCHS_A_FRAME > 200
    assert result.readouts["solved"].value is True
    assert result.readouts["loss"].value < 0.01


def test_seed_6_sticks_with_two_units_because_two_rows_look_the_same_to_the_output():
    readouts = train(seed=6, frame=LAST).readouts
    assert readouts["solved"].value is False
    assert readouts["loss"].value == pytest.approx(math.log(2) / 2, abs=0.005)
    H, p = readouts["H"].value, readouts["p"].value
    assert H[1] == pytest.approx(H[3], abs=0.01)
    assert p[[1, 3]] == pytest.approx([0.5, 0.5], abs=0.01)
    assert p[[0, 2]] == pytest.approx([0, 1], abs=0.01)
    assert train(seed=6, frame=LAST).note


def test_the_same_seed_with_four_units_learns():
    assert train(seed=6, hidden="4", frame=LAST).readouts["solved"].value is True


def test_the_learning_curve_of_a_seed_falls_all_the_way_at_the_usual_rate():
    assert (np.diff(curve(train(seed=9, frame=LAST))) < 1e-9).all()


def test_the_survey_counts_the_trainings_that_one_can_look_at_singly():
    result = survey(hidden="2", activation="sigmoid")
    solved = [Training(seed, 2, "sigmoid", 1.0).until(LAST)[-1] for seed in range(1, 21)]
    truth = xor_training.Y[:, 0] == 1
    alone = [bool(((frame.p > 0.5) == truth).all()) for frame in solved]
    run = xor_training.survey_of(2, "sigmoid")
    assert run.solved[:20].tolist() == alone
    assert result.readouts["solved"].value == int(run.solved.sum())


@pytest.mark.parametrize(("hidden", "activation"), list(itertools.product("234", ("sigmoid", "tanh"))))
def test_where_the_hundred_trainings_ended_is_said_as_it_is(hidden, activation):
    run = xor_training.survey_of(int(hidden), activation).until(LAST)
    ends = survey(hidden=hidden, activation=activation).drawings[1]
    for language in ("en", "ko"):
        said = [float(word) for word in re.findall(r"\d\.\d{3}", ends.alt(language))]
        groups = [run.losses[run.solved], run.losses[~run.solved]]
        assert said == pytest.approx(
            [end for group in groups if len(group) for end in (min(group), max(group))], abs=5e-4
        )


def test_more_hidden_units_than_needed_make_success_likely():
    for activation in ("sigmoid", "tanh"):
        two, three, four = (survey(hidden=k, activation=activation).readouts["solved"].value for k in "234")
        assert two < three < four
        assert 40 <= two <= 85
        assert four >= 95


def test_tanh_learns_sooner_but_sticks_more_often_with_two_units():
    sigmoid, tanh = (xor_training.survey_of(2, name).until(LAST) for name in ("sigmoid", "tanh"))
    assert int(tanh.solved.sum()) < int(sigmoid.solved.sum())
    half_way = [next(i for i, n in enumerate(run.learned) if n >= run.learned[-1] / 2) for run in (sigmoid, tanh)]
    assert half_way[1] < half_way[0] / 3


def test_most_networks_that_stick_end_at_half_of_ln_2():
    run = xor_training.survey_of(2, "sigmoid").until(LAST)
    losses = run.losses[~run.solved]
    assert np.mean(np.abs(losses - math.log(2) / 2) < 0.005) > 0.8


def test_preparing_the_survey_leaves_nothing_to_train():
    xor_training.survey_of.cache_clear()
    assert all(0 <= share <= 1 for share in survey.prepare(hidden="3", activation="tanh"))
    assert len(xor_training.survey_of(3, "tanh").learned) == FRAMES


def test_one_half_is_the_best_that_can_be_said_to_all_rows():
    losses = {said: same_to_all(said=said).readouts["loss"].value for said in np.arange(0.05, 0.96, 0.05)}
    assert min(losses, key=losses.__getitem__) == pytest.approx(0.5)
    assert same_to_all(said=0.5).readouts["loss"].value == pytest.approx(math.log(2))
    assert same_to_all(said=0.8).readouts["loss"].value == pytest.approx(-(math.log(0.8) + math.log(0.2)) / 2)


@some_now(
    ("hidden", "activation", "alpha", "seed"),
    itertools.product(["2", "3", "4"], ["sigmoid", "tanh"], [0.1, 3.0], [1, 100]),
    5,
)
def test_everything_stays_finite_at_the_ends_of_the_parameters(hidden, activation, alpha, seed):
    for frame in (0, LAST):
        result = train(seed=seed, hidden=hidden, activation=activation, alpha=alpha, frame=frame, lines=True)
        assert np.isfinite(curve(result)).all()
        assert np.isfinite(result.drawings[0].layers[0].z).all()
        assert np.isfinite(result.readouts["p"].value).all()


def test_a_hidden_units_line_is_where_its_sum_is_zero():
    net = mlp.start(12, 4)
    for (x1, x2), w, b in zip(xor_training.unit_lines(net), net.W1.T, net.b1[0], strict=True):
        for end in (0, 1):
            assert w[0] * x1[end] + w[1] * x2[end] + b == pytest.approx(0, abs=1e-12)
