"""The playground: what it trains, what becomes of a setting that is changed meanwhile, and what there is to reach."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from tests.walks import some_now
from tutor.chart.drawing import widths_of
from tutor.chart.tiles import grid_of
from tutor.figure import Figure, Heat, Line, Panels, Points, Tiles
from tutor.lab import Board, Result, Values
from tutor.labs import playground, trainings
from tutor.labs.playground import train
from tutor.labs.samples import REACH, SHAPES, own_samples, samples
from tutor.labs.trainings import EPOCHS_A_FRAME
from tutor.language import say
from tutor.nn import deep
from tutor.nn.deep import ACTIVATIONS


def at(**values: Any) -> Result:
    return train(**values)


def read(name: str, **values: Any) -> Any:
    return at(**values).readouts[name].value


def trained(
    epochs: int, *, sizes: tuple[int, ...] = (2, 2, 1), rate: float = 1.0, l2: float = 0.0, net: Any = None
) -> deep.Network:
    """Return the network that so many epochs on the rings make, written out."""
    has = samples("rings", 0.1, trainings.DATA_SEED, trainings.COUNT)
    net = net or deep.start(1, sizes)
    for _ in range(epochs):
        net = deep.epoch(net, has.X, has.y, ACTIVATIONS["tanh"], rate, l2)
    return net


def loss_of(net: deep.Network) -> float:
    has = samples("rings", 0.1, trainings.DATA_SEED, trainings.COUNT)
    p = np.clip(deep.forward(net, has.X, ACTIVATIONS["tanh"])[-1], 1e-15, 1 - 1e-15)
    return float(-np.mean(np.where(has.y == 1, np.log(p), np.log(1 - p))))


@pytest.mark.parametrize("frame", [0, 1, 7])
def test_a_frame_is_so_many_epochs(frame: int) -> None:
    assert read("loss", frame=frame) == pytest.approx(loss_of(trained(frame * EPOCHS_A_FRAME)), abs=1e-12)
    assert frame * EPOCHS_A_FRAME == read("epoch", frame=frame)


def test_a_setting_that_is_changed_while_it_runs_goes_on_from_there() -> None:
    """5 frames at a rate of 1, 4 at 0.1, and from there on with L2: as one who turns the knob has it."""
    past = "5:activation=tanh,rate=1,batch=0,l2=0;9:activation=tanh,rate=0.1,batch=0,l2=0"
    net = trained(5 * EPOCHS_A_FRAME)
    assert read("loss", frame=5, rate="0.1", l2="0.01", past=past) == pytest.approx(loss_of(net), abs=1e-12)
    net = trained(4 * EPOCHS_A_FRAME, rate=0.1, net=net)
    assert read("loss", frame=9, rate="0.1", l2="0.01", past=past) == pytest.approx(loss_of(net), abs=1e-12)
    net = trained(3 * EPOCHS_A_FRAME, rate=0.1, l2=0.01, net=net)
    assert read("loss", frame=12, rate="0.1", l2="0.01", past=past) == pytest.approx(loss_of(net), abs=1e-12)


def test_pulled_back_it_shows_what_was() -> None:
    past = "5:activation=tanh,rate=1,batch=0,l2=0"
    assert read("loss", frame=3) == read("loss", frame=3, rate="3", past=past)


def moved(before: Values, **values: Any) -> Values:
    return train.after_move(before, {**before, **values})


def test_what_is_changed_at_a_frame_is_kept_and_other_data_begins_anew() -> None:
    start: Values = train.check({"frame": 40})
    faster = moved(start, rate="3")
    assert "40:activation=tanh,rate=1,batch=0,l2=0" == faster["past"]
    # Turned on at the same frame, the knob has been nowhere in between.
    assert faster["past"] == moved(faster, rate="0.3")["past"]
    later = moved({**faster, "frame": 60}, l2="0.01")
    assert f"{faster['past']};60:activation=tanh,rate=3,batch=0,l2=0" == later["past"]
    assert (later["past"], 20) == ((back := moved(later, frame=20))["past"], back["frame"])
    # A change in the past is another future, from the setting of that time on.
    assert "20:activation=tanh,rate=1,batch=0,l2=0" == moved(back, batch="5")["past"]
    assert ("", 0) == ((anew := moved(later, units=5.0))["past"], anew["frame"])
    assert ("", 0) == ((anew := moved(later, data="xor"))["past"], anew["frame"])
    assert "" == moved(train.check({}), rate="3")["past"]


@some_now("seed", range(1, 21), range(1, 6))
@pytest.mark.parametrize(("units", "solves"), [(2, False), (3, True)])
def test_two_tanh_units_never_ring_in_and_three_always_do(seed: int, units: int, solves: bool) -> None:
    assert solves is bool(read("solved", units=units, seed=seed, frame=150))


TOO_WELL = {"data": "xor", "noise": 0.3, "layers": "2", "units": 8, "rate": "0.3"}


def test_the_gap_opens_and_a_price_on_large_weights_closes_it() -> None:
    tests = [read("test_loss", **TOO_WELL, frame=frame) for frame in (0, 16, 200)]
    assert tests[1] < tests[0]
    assert tests[2] > 4 * tests[1]
    assert read("loss", **TOO_WELL, frame=200) < 0.01
    assert read("test_loss", **TOO_WELL, frame=200, l2="0.003") < 0.2
    assert read("loss", **TOO_WELL, frame=200, l2="0.03") > 0.5
    weights = [read("largest_weight", **TOO_WELL, frame=200, l2=l2) for l2 in ("0", "0.001", "0.003", "0.01")]
    assert weights == sorted(weights, reverse=True)


@pytest.mark.parametrize(
    ("reached", "values"),
    [
        ("ringed_by_3", {"units": 3, "frame": 150}),
        ("ringed_by_more", {"units": 5, "frame": 150}),
        ("ringed_by_more", {"units": 3, "layers": "2", "frame": 150}),
        ("too_few", {"units": 2, "frame": 150}),
        ("other_data", {"data": "blobs", "units": 2, "frame": 150}),
        ("unseen_well", {**TOO_WELL, "l2": "0.003", "frame": 150}),
        ("still_early", {**TOO_WELL, "frame": 16}),
        ("too_stiff", {**TOO_WELL, "l2": "0.03", "frame": 150}),
        ("other_samples", {**TOO_WELL, "noise": 0.1, "frame": 150}),
    ],
)
def test_what_there_is_to_reach_is_reached_in_one_way_at_a_time(reached: str, values: dict[str, Any]) -> None:
    ring = {"ringed_by_3", "ringed_by_more", "too_few", "other_data"}
    well = {"unseen_well", "still_early", "too_stiff", "other_samples"}
    readouts = at(**values).readouts
    task = ring if reached in ring else well
    assert {reached} == {name for name in task if readouts[name].value}


def parts(result: Result) -> tuple[Figure, Tiles, Figure]:
    (picture,) = result.drawings
    assert isinstance(picture, Panels)
    plane, units, curves = picture.parts
    assert isinstance(plane, Figure)
    assert isinstance(units, Tiles)
    assert isinstance(curves, Figure)
    return plane, units, curves


def test_the_picture_shows_the_plane_every_unit_and_both_losses() -> None:
    plane, units, curves = parts(at(units=8, layers="3", frame=10))
    assert 3 * 8 == sum(len(row) for row in units.rows)
    assert all(len(row) <= 4 for row in units.rows)
    (heat,) = (layer for layer in plane.layers if isinstance(layer, Heat))
    shown = [layer for layer in plane.layers if isinstance(layer, Points)]
    assert 2 * trainings.COUNT == sum(len(layer.x) for layer in shown)
    # The map is the right way up: where the network says most, it lies there.
    row, column = np.unravel_index(np.argmax(heat.z), heat.z.shape)
    place = np.array([[playground.GRID[column, 0], playground.GRID[row * playground.CELLS, 1]]])
    training = trainings.training(
        trainings.Kind("rings", 0.1, 1, (2, 8, 8, 8, 1)), ((0, trainings.Setting("tanh", 1.0, 0, 0.0)),)
    )
    said = deep.forward(training.until(10)[-1].net, place, ACTIVATIONS["tanh"])[-1]
    assert float(said[0, 0]) == pytest.approx(heat.z.max(), abs=1e-12)
    assert [11, 11] == [len(layer.y) for layer in curves.layers if isinstance(layer, Line)]


def test_on_the_smallest_screen_each_unit_still_shows_what_it_sees() -> None:
    (picture,) = at(units=8, layers="2", frame=10).drawings
    assert isinstance(picture, Panels)
    width, height = 78, 15  # of the picture on a screen of 80 x 24, where the controls take two lines
    tiles, columns = picture.parts[1], widths_of(picture, width)[1]
    assert isinstance(tiles, Tiles)
    assert grid_of(tiles, columns, height) is not None


def test_before_the_guess_neither_the_map_nor_the_other_loss_is_seen() -> None:
    (picture,) = at(**TOO_WELL, frame=200).drawings
    plane, _, curves = picture.veiled().parts  # type: ignore[union-attr]
    assert not any(isinstance(layer, Heat) for layer in plane.layers)
    assert 1 == sum(isinstance(layer, Line) for layer in curves.layers)


@pytest.mark.parametrize("shape", list(SHAPES))
def test_samples_are_always_the_same_and_the_others_are_others(shape: str) -> None:
    one, again = samples(shape, 0.2, 5, 60), samples.__wrapped__(shape, 0.2, 5, 60)
    for mine, theirs in zip(one, again, strict=True):
        np.testing.assert_array_equal(mine, theirs)
    assert ((60, 2), (60, 1)) == (one.X.shape, one.y.shape)
    assert {0.0, 1.0} == set(one.y.ravel())
    assert not np.isclose(one.X, one.X_test).any()


def test_without_noise_the_shapes_are_what_they_are_called() -> None:
    has = samples("xor", 0.0, 1, 60)
    np.testing.assert_array_equal(has.y[:, 0], (has.X[:, 0] * has.X[:, 1] < 0).astype(float))
    has = samples("rings", 0.0, 1, 60)
    np.testing.assert_allclose(np.hypot(*has.X.T), np.where(has.y[:, 0] == 1, 0.45, 1.1))
    has = samples("spirals", 0.0, 1, 60)
    turned = np.arctan2(has.X[:, 1], has.X[:, 0]) - 3 * np.pi * np.hypot(*has.X.T) / 1.25 - np.pi * has.y[:, 0]
    np.testing.assert_allclose(np.cos(turned), 1.0, atol=1e-9)


# -- a learner's own points --------------------------------------------------------------------------------------------

TWO_HEAPS = "1:1,1;0:-1,-1;1:1,0.8;0:-1,-0.8;1:0.8,1;0:-0.8,-1"


def test_own_points_are_trained_on_as_any_others() -> None:
    """Against the same training, written out over the points."""
    X = np.array([[1, 1], [-1, -1], [1, 0.8], [-1, -0.8], [0.8, 1], [-0.8, -1]])
    y = np.array([[1], [0], [1], [0], [1], [0]], dtype=float)
    net = deep.start(1, (2, 2, 1))
    for _ in range(3 * EPOCHS_A_FRAME):
        net = deep.epoch(net, X, y, ACTIVATIONS["tanh"], 1.0)
    p = deep.forward(net, X, ACTIVATIONS["tanh"])[-1]
    loss = -np.mean(np.log(np.where(y == 1, p, 1 - p)))
    assert read("loss", data="own", own=TWO_HEAPS, frame=3) == pytest.approx(loss, abs=1e-9)
    assert read("solved", data="own", own=TWO_HEAPS, frame=20)


def test_of_each_class_every_fourth_point_is_kept_back_in_the_order_in_which_they_were_put() -> None:
    has = own_samples("1:0.1,0;1:0.2,0;0:0,1;1:0.3,0;1:0.4,0;1:0.5,0;0:0,0.9;0:0,0.8;0:0,0.7;1:0.6,0")
    assert [[0.4, 0.0], [0.0, 0.7]] == has.X_test.tolist()
    assert [[1.0], [0.0]] == has.y_test.tolist()
    assert [0.1, 0.2, 0.0, 0.3, 0.5, 0.0, 0.0, 0.6] == has.X[:, 0].tolist()
    assert [1, 1, 0, 1, 1, 0, 0, 1] == has.y[:, 0].tolist()


def test_a_point_more_leaves_the_others_where_they_were() -> None:
    before, after = own_samples(TWO_HEAPS), own_samples(f"{TWO_HEAPS};1:0,0")
    assert before.X.tolist() == after.X.tolist()
    assert [[0.0, 0.0]] == after.X_test.tolist()


@pytest.mark.parametrize("own", ["", "1:0,0", "0:0,0;0:1,1", "1:0,0;1:0.1,0;1:0.2,0;1:0.3,0"])
@pytest.mark.parametrize("frame", [0, 7])
def test_with_fewer_than_two_classes_it_says_what_is_needed_and_nothing_is_trained(own: str, frame: int) -> None:
    result = at(data="own", own=own, frame=frame)
    plane, units, _ = parts(result)
    assert "at least one ○ and one ●" in say(result.note, "en")
    assert "적어도 하나씩" in say(result.note, "ko")
    assert () == result.shows
    assert "own" == plane.takes
    assert not any(isinstance(layer, Heat) for layer in plane.layers)
    assert len(Board.read(own)) == sum(len(one.x) for one in plane.layers if isinstance(one, Points))
    assert units.rows
    assert not any(result.readouts[name].value for name in ("solved", "ringed_by_3", "unseen_well"))
    assert "nan" not in plane.alt("en") + plane.alt("ko")


def test_without_points_kept_back_nothing_is_said_of_any() -> None:
    few, more = at(data="own", own=TWO_HEAPS, frame=5), at(data="own", own=f"{TWO_HEAPS};1:0.9,0.9;0:0,-1", frame=5)
    assert ("epoch", "loss", "right") == few.shows
    assert "test_loss" in more.shows
    (_, _, curves), (_, _, with_test) = parts(few), parts(more)
    assert 1 == sum(isinstance(layer, Line) for layer in curves.layers)
    assert 2 == sum(isinstance(layer, Line) for layer in with_test.layers)
    assert "never seen" not in curves.alt("en")
    assert "never seen" in with_test.alt("en")


def test_points_count_only_where_they_are_the_data() -> None:
    assert read("loss", frame=5) == read("loss", frame=5, own=TWO_HEAPS)
    assert "" == parts(at(frame=5, own=TWO_HEAPS))[0].takes


def test_a_point_that_is_put_begins_anew_and_taking_it_back_does_not() -> None:
    start: Values = train.check({"data": "own", "own": TWO_HEAPS, "frame": 40})
    more = moved(start, own=f"{TWO_HEAPS};1:0,0")
    assert ("", 0, "own") == (more["past"], more["frame"], more["data"])
    assert "own" == moved(train.check({}), own="1:0,0")["data"]


@pytest.mark.parametrize("shape", SHAPES)
def test_however_noisy_each_sample_is_on_the_map(shape: str) -> None:
    for noise in (0.0, 0.4, 0.8):
        has = samples(shape, noise, 3, 60)
        assert all(np.abs(X).max() < REACH for X in (has.X, has.X_test))
