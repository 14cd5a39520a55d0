"""The film of a program: what the learner's own training has made after ever more epochs."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any
from weakref import ref

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.course.running import run_anew, run_here
from tests.course.test_pictures_of_programs import bowl, line_of, matrices_in, sketching_of
from tests.trusted import standing_course
from tutor.course.kinds.code import CodeQuestion
from tutor.course.model import Course
from tutor.course.programs.exercise import Drawn, Exercise
from tutor.course.programs.film import MOST_CALLS, MOST_FRAMES, can_be_filmed, places_of
from tutor.course.programs.sketch import ProgramSketching
from tutor.course.programs.trained import CELLS, network_in, network_map
from tutor.course.proof import Claim, Note
from tutor.course.questions import Desk, programs_used, words_of
from tutor.course.sketch import Drawings, Filming
from tutor.figure import Axis, Drawing, Figure, Heat, Line, Mark, Points, Role
from tutor.language import Text
from tutor.nn import mlp
from tutor.nn.arrays import Array
from tutor.nn.mlp import HIDDEN_ACTIVATIONS, MLP

LESSONS = Path(__file__).parent.parent.parent / "lessons"
SIGMOID = HIDDEN_ACTIVATIONS["sigmoid"]
CORNERS = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])
XOR = np.array([[0.0], [1.0], [1.0], [0.0]])
RATE, EPOCHS, LOW, HIGH = 5.0, 100, -0.5, 1.5

TRAIN = """\
def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def train(X, y, W1, b1, W2, b2, rate, epochs):
    losses = []
    for epoch in range(epochs):
        H = sigmoid(X @ W1 + b1)
        p = sigmoid(H @ W2 + b2)
        losses.append(-np.log(np.where(y == 1, p, 1 - p)).mean())
        delta = (p - y) / len(X)
        hidden = delta @ W2.T * H * (1 - H)
        W2, b2 = W2 - rate * H.T @ delta, b2 - rate * delta.sum(axis=0)
        W1, b1 = W1 - rate * X.T @ hidden, b1 - rate * hidden.sum(axis=0)
    return losses, W1, b1, W2, b2
"""
UPHILL = TRAIN.replace("W1 - rate", "W1 + rate")


@cache
def lessons() -> Course:
    return standing_course(LESSONS)


@cache
def capstone() -> ProgramSketching:
    """Return how the training of the last lesson is drawn, with its solution drawn already."""
    known = {one.id: one for _, _, one in lessons().all_questions()}
    question = known["write-train"]
    assert isinstance(question, CodeQuestion)
    asked = question.ask(0)._replace(mine=programs_used(question, known, {}))
    sketching = question.sketching(asked)
    assert isinstance(sketching, ProgramSketching)
    assert sketching.draw(question.exercise.solution, run_here).fault is None
    return sketching


def filming_of(sketching: ProgramSketching) -> Filming:
    assert sketching.filming is not None
    return sketching.filming


@cache
def film(source: str) -> Sequence[Drawings]:
    return filming_of(capstone()).draw(source, run_here).frames


def heat_in(drawing: Drawing) -> Heat:
    assert isinstance(drawing, Figure)
    return next(layer for layer in drawing.layers if isinstance(layer, Heat))


def nets(uphill: bool = False) -> Sequence[MLP]:
    """Return the network of the capstone after each epoch, as the course's own training makes it."""
    net = mlp.start(1, 2)
    if not uphill:
        return [net, *islice(mlp.train(net, CORNERS, XOR, SIGMOID, RATE), EPOCHS)]
    found = [net]
    for _ in range(EPOCHS):
        slopes = mlp.backward(net, CORNERS, XOR, mlp.forward(net, CORNERS, SIGMOID), SIGMOID)
        net = mlp.update(net, slopes, RATE)._replace(W1=net.W1 + RATE * slopes.W1)
        found.append(net)
    return found


def said_by(net: MLP) -> Array:
    """Return p in the middle of each cell of the map, row by row from below: worked out one point at a time."""
    middles = [LOW + (HIGH - LOW) * (2 * cell + 1) / (2 * CELLS) for cell in range(CELLS)]
    rows = [[mlp.forward(net, np.array([[x1, x2]]), SIGMOID).p[0, 0] for x1 in middles] for x2 in middles]
    return np.array(rows)


# -- the training of the last lesson ----------------------------------------------------------------------------------


@pytest.mark.parametrize("uphill", [False, True])
def test_every_frame_is_the_map_of_the_network_that_the_program_has_made_by_then(uphill: bool) -> None:
    frames, wanted = film(UPHILL if uphill else TRAIN), nets(uphill)
    assert 51 == len(frames) == filming_of(capstone()).timeline.last + 1
    for frame in (0, 1, 20, 50):
        assert np.allclose(said_by(wanted[2 * frame]), heat_in(frames[frame][0]).z, atol=1e-9)


def test_a_wrong_training_shows_a_map_of_its_own() -> None:
    right, wrong = film(TRAIN), film(UPHILL)
    assert np.allclose(heat_in(right[0][0]).z, heat_in(wrong[0][0]).z)
    assert not np.allclose(heat_in(right[-1][0]).z, heat_in(wrong[-1][0]).z, atol=0.1)


def test_the_loss_grows_along_the_wanted_curve_and_says_how_far_it_has_come() -> None:
    losses = [float(mlp.loss(mlp.forward(net, CORNERS, SIGMOID).p, XOR)) for net in nets()[:-1]]
    for frame in (1, 25, 50):
        drawn = film(TRAIN)[frame][1]
        yours, wanted = line_of(drawn, Role.GUESS), line_of(drawn, Role.MODEL)
        assert yours is not None
        assert wanted is not None
        assert np.allclose(losses[: 2 * frame], yours.y)
        assert np.allclose(losses, wanted.y)
        assert isinstance(drawn, Figure)
        marks = [(layer.x, layer.label) for layer in drawn.layers if isinstance(layer, Mark)]
        assert [(2 * frame - 1, f"{losses[2 * frame - 1]:.3f}")] * (frame < 50) == marks
        assert ("epochs", "에포크") == (drawn.x.label.in_("en"), drawn.x.label.in_("ko"))  # type: ignore[union-attr]
    assert line_of(film(TRAIN)[0][1], Role.GUESS) is None


def test_the_last_frame_is_what_the_program_gives() -> None:
    drawn = capstone().draw(TRAIN, run_here).drawings
    assert np.array_equal(heat_in(drawn[0]).z, heat_in(film(TRAIN)[-1][0]).z)
    assert len(drawn) == len(capstone().alone()) == 2


def test_of_the_maps_of_a_film_only_the_one_seen_last_is_kept() -> None:
    frames = filming_of(capstone()).draw(TRAIN, run_here).frames
    assert frames[3] is frames[3]
    seen = ref(heat_in(frames[3][0]).z)
    known = heat_in(frames[3][0]).z.copy()
    assert heat_in(frames[4][0]).z is not None
    gc.collect()
    assert seen() is None
    assert np.array_equal(known, heat_in(frames[3][0]).z)


def test_frames_are_numbered_from_either_end() -> None:
    frames = filming_of(capstone()).draw(TRAIN, run_here).frames
    count = len(frames)
    for number in (0, 1, count - 1):
        assert frames[number] is frames[number - count]
    some = [heat_in(one).z.tolist() for one, *_ in frames[1:6:2]]
    assert [heat_in(frames[number][0]).z.tolist() for number in (1, 3, 5)] == some
    for number in (count, -count - 1):
        with pytest.raises(IndexError):
            frames[number]


def test_a_training_that_stops_after_one_epoch_does_so_in_every_frame() -> None:
    frames = film(TRAIN.replace("    return losses", "        return losses"))
    # With 0 epochs it gives nothing back at all: there are only the samples.
    assert isinstance(frames[0][0], Figure)
    assert not any(isinstance(layer, Heat) for layer in frames[0][0].layers)
    assert np.array_equal(heat_in(frames[1][0]).z, heat_in(frames[-1][0]).z)
    assert np.allclose(said_by(nets()[1]), heat_in(frames[1][0]).z, atol=1e-9)


@pytest.mark.parametrize(
    "given_back",
    [
        "losses",
        "losses, W1, b1, W2",
        "losses, W1.T[:, :1], b1[:1], W2[:1], b2",
        "losses, W1 * np.nan, b1, W2, b2",
        "losses, 'W1', None, {}, [[1], [2, 3]]",
    ],
)
def test_what_is_no_network_of_the_wanted_shapes_shows_the_samples_and_its_losses_alone(given_back: str) -> None:
    source = TRAIN.replace("return losses, W1, b1, W2, b2", f"return {given_back}")
    samples, curve = capstone().draw(source, run_here).drawings
    assert isinstance(samples, Figure)
    assert {Points} == {type(layer) for layer in samples.layers}
    assert "no network" in samples.alt.in_("en")
    yours = line_of(curve, Role.GUESS)
    assert yours is not None
    assert EPOCHS == len(yours.y)


def test_a_program_that_cannot_run_has_no_film() -> None:
    assert (
        () == film("def train(X)\n") == film(TRAIN.replace("losses = []", "losses = [1 / epochs]").replace("np.e", "e"))
    )


# -- what is a network -----------------------------------------------------------------------------------------------


def test_a_network_is_found_however_its_arrays_are_kept() -> None:
    W1, b1, W2, b2 = [[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], np.zeros(3), np.ones((3, 1)), 0.5
    for parts in ((W1, b1, W2, b2), [[], W1, b1.reshape(1, 3), [1, 1, 1], [[b2]]], (0, [0.7], W1, b1, W2, [b2], "x")):
        found = network_in(parts)
        assert found is not None
        assert [(2, 3), (1, 3), (3, 1), (1, 1)] == [part.shape for part in found]
    for parts in ((W1, b1, W2), (W1, np.zeros(2), W2, b2), (W1, b1, np.ones((2, 1)), b2), (W1, b1, W2, [1, 2]), None):
        assert network_in(parts) is None


def test_a_map_needs_a_plane_with_limits_and_two_inputs() -> None:
    plane = Axis("x1", 0, 1)
    net = (np.ones((2, 1)), [0.0], [[1.0]], 0.0)
    wide = (np.ones((3, 1)), [0.0], [[1.0]], 0.0)
    flat = Figure((), Text(en=""), plane, plane)
    assert isinstance(network_map(net, net, [flat]), Figure)
    for value, wanted, drawings in ((net, net, []), (net, net, [Figure((), Text(en=""), plane)]), (wide, wide, [flat])):
        assert network_map(value, wanted, drawings) is None
    assert network_map(net, None, [flat]) is None


# -- any other film --------------------------------------------------------------------------------------------------


def an_exercise(solution: str, film: str, drawn: Drawn | None = None, given: tuple[str, ...] = ()) -> Exercise:
    name, _, rest = solution.removeprefix("def ").partition("(")
    arguments = tuple(one.strip() for one in rest.split(")")[0].split(","))
    return Exercise(
        function=name, arguments=arguments, given=given, data=(), solution=solution, also=(), slips=(), starter="",
        blanks="", drawn=drawn, film=film,
    )  # fmt: skip


def frames_of(exercise: Exercise, source: str, **names: Any) -> Sequence[Drawings]:
    sketching = sketching_of(exercise, bowl, {**bowl.check({}), **names})
    assert sketching.draw(source, run_here).fault is None
    return filming_of(sketching).draw(source, run_here).frames


def test_every_frame_of_what_gives_a_number_stands_beside_what_is_wanted_there() -> None:
    exercise = an_exercise("def half(n):\n    return 2.0 ** -n\n", "n")
    frames = frames_of(exercise, "def half(n):\n    return 1.0 - n / 2\n", n=5)
    assert 6 == len(frames)
    for n, (drawing,) in enumerate(frames):
        yours, sign, wanted = matrices_in(drawing)
        assert ([1.0 - n / 2], [2.0**-n]) == (yours.values.ravel().tolist(), wanted.values.ravel().tolist())
        assert ("=" if n < 2 else "≠") == sign


def test_a_curve_is_filmed_along_a_name_that_is_given() -> None:
    exercise = an_exercise("def cost(W):\n    return n * W\n", "n", Drawn("cost", ("W",)), ("n",))
    frames = frames_of(exercise, "m = n\ndef cost(W):\n    return m * W + 1\n", n=4)
    for n, (drawing,) in enumerate(frames):
        yours, wanted = line_of(drawing, Role.GUESS), line_of(drawing, Role.MODEL)
        assert isinstance(yours, Line)
        assert isinstance(wanted, Line)
        assert np.allclose(n * yours.x + 1, yours.y)
        assert np.allclose(n * wanted.x, wanted.y)


def test_of_a_plane_that_was_filmed_only_its_numbers_are_kept() -> None:
    exercise = an_exercise("def cost(W, rate):\n    return W + n * rate\n", "n", Drawn("cost", ("W", "rate")), ("n",))
    program = exercise.solution.replace("W + n", "W - n")

    def made() -> Filming:
        return filming_of(sketching_of(exercise, bowl, {**bowl.check({}), "n": 20}))

    frames = made().draw(program, run_anew).frames
    calls = sum(heat_in(drawing).z.size for (drawing,) in frames)
    assert 21 * 25 * 25 == calls
    tracemalloc.start()
    try:
        filming = made()
        before, _ = tracemalloc.get_traced_memory()
        filming.draw(program, run_anew)
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()
    assert kept < 12 * calls


def test_a_solution_that_does_not_run_with_nothing_is_found() -> None:
    def found(solution: str) -> list[Claim]:
        question = CodeQuestion(
            id="it", kind="code", prompt=words_of(Text(en="it")), lab=None, variants=({},), hints=(), explain=None,
            revision="", exercise=replace(an_exercise(solution, "n"), data=({"n": 5}, {"n": 8})), places={}, reads=(),
        )  # fmt: skip
        asked = question.ask(0)._replace(run_program=run_here)
        return list(question.prove(Desk(asked, "en", lambda _lab, _values: Text(en=""))))

    assert [] == found("def mean(n):\n    return sum(range(n)) / max(n, 1)\n")
    (note,) = found("def mean(n):\n    return sum(range(n)) / n\n")
    assert isinstance(note, Note)
    assert ("slow-program", True) == (note.kind, note.severe)
    assert "it has to run with n = 0 too" in note.words("en")


@given(st.integers(1, 10_000), st.integers(1, 2_000))
def test_frames_are_evenly_spaced_from_nothing_to_the_end_and_not_too_many(last: int, calls: int) -> None:
    places = places_of(last, calls)
    steps = np.diff(places)
    assert (0, last) == (places[0], places[-1])
    assert (steps[:-1] == steps[0]).all()
    assert 0 < steps[-1] <= steps[0]
    assert len(places) <= MOST_FRAMES + 1
    assert len(places) == 2 or len(places) * calls <= MOST_CALLS


def test_a_film_goes_to_a_whole_number() -> None:
    assert all(map(can_be_filmed, (1, 5, np.int64(5))))
    assert not any(map(can_be_filmed, (0, -3, 2.5, True, None, "5", np.ones(2))))
