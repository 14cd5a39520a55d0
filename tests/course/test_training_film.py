"""The film of a learner's own training on what the playground is set to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.course.running import run_here
from tests.trusted import standing_course
from tutor.course.programs.training_film import EPOCHS_A_FRAME, FRAMES, TrainingFilm
from tutor.course.questions import Asked, Question, programs_used
from tutor.course.sketch import Filming, Sketch
from tutor.figure import Figure, Heat, Line, Points
from tutor.labs import playground, xor_training
from tutor.nn.arrays import Array
from tutor.program import Fault, Job, Ran

LESSONS = Path(__file__).parent.parent.parent / "lessons"
HEAD = "def train(X, y, W1, b1, W2, b2, rate, epochs):\n"


def questions() -> dict[str, Question]:
    return {one.id: one for _, _, one in standing_course(LESSONS).all_questions()}


def asked_on(**values: Any) -> Asked:
    question = questions()["write-train"]
    checked = playground.train.check(values)
    return Asked(question, 0, checked, playground.train(**checked), mine=programs_used(question, questions(), {}))


def film_on(**values: Any) -> Filming:
    film = questions()["write-train"].training(asked_on(**values))
    assert film is not None
    return film


def solution() -> str:
    question = questions()["write-train"]
    return question.right_response(question.ask(0))


def parts(sketch: Sketch, frame: int) -> tuple[Figure, Figure]:
    plane, curves = sketch.frames[frame]
    assert isinstance(plane, Figure)
    assert isinstance(curves, Figure)
    return plane, curves


def said(sketch: Sketch, language: str = "en") -> str:
    assert sketch.say is not None
    return sketch.say.in_(language).source


def sigmoid(z: Array) -> Array:
    return 1 / (1 + np.exp(-z))


def trained_by_hand(values: dict[str, Any], epochs: int) -> tuple[list[Array], list[float], list[float]]:
    """Return the network and both losses, the rule written out on the numbers that the lab shows."""
    readouts = playground.train(**values).readouts
    X, y, X_test, y_test, W1, b1, W2, b2 = (
        np.array(readouts[name].value) for name in ("X", "y", "X_test", "y_test", "W1", "b1", "W2", "b2")
    )
    losses, tests = [], []
    for epoch in range(epochs + 1):
        H = sigmoid(X @ W1 + b1)
        p = sigmoid(H @ W2 + b2)
        if epoch % EPOCHS_A_FRAME == 0:
            losses.append(float(-np.mean(np.log(np.where(y == 1, p, 1 - p)))))
            p_test = sigmoid(sigmoid(X_test @ W1 + b1) @ W2 + b2)
            tests.append(float(-np.mean(np.log(np.where(y_test == 1, p_test, 1 - p_test)))))
        if epoch < epochs:
            d2 = (p - y) / len(y)
            d1 = d2 @ W2.T * H * (1 - H)
            rate = float(values["rate"])
            W1, b1 = W1 - rate * X.T @ d1, b1 - rate * d1.sum(axis=0)
            W2, b2 = W2 - rate * H.T @ d2, b2 - rate * d2.sum(axis=0)
    return [W1, b1, W2, b2], losses, tests


EIGHT = "1:1,1;0:-1,-1;1:1,0.8;0:-1,-0.8;1:0.8,1;0:-0.8,-1;1:0,0;0:0,-1"


@pytest.mark.parametrize(
    "values",
    [
        {"data": "rings", "units": 3, "rate": "3", "seed": 4},
        {"data": "xor", "noise": 0.3, "units": 5, "rate": "1"},
        {
            "data": "own",
            "own": EIGHT,
            "units": 2,
            "rate": "1",
        },
    ],
    ids=lambda values: values["data"],
)
def test_every_frame_is_the_network_that_so_many_epochs_make(values: dict[str, Any]) -> None:
    sketch = film_on(**values).draw(solution(), run_here)
    assert FRAMES + 1 == len(sketch.frames)
    net, losses, tests = trained_by_hand(values, FRAMES * EPOCHS_A_FRAME)
    plane, curves = parts(sketch, FRAMES)
    test, train = (layer.y for layer in curves.layers if isinstance(layer, Line))
    np.testing.assert_allclose(train, losses, atol=1e-6)
    np.testing.assert_allclose(test, tests, atol=1e-6)
    (heat,) = (layer for layer in plane.layers if isinstance(layer, Heat))
    W1, b1, W2, b2 = net
    middle = heat.z[24, 24]
    step = 3.2 / 48
    x = np.array([[-1.6 + 24.5 * step, -1.6 + 24.5 * step]])
    assert middle == pytest.approx(float(sigmoid(sigmoid(x @ W1 + b1) @ W2 + b2)[0, 0]), abs=1e-6)
    # As far as a frame has come, so far goes its curve.
    assert [1, 11] == [
        len(next(layer.y for layer in parts(sketch, at)[1].layers if isinstance(layer, Line))) for at in (0, 10)
    ]


def test_the_samples_of_the_playground_lie_on_the_map_and_its_own_map_does_not() -> None:
    asked = asked_on(units=3)
    sketch = film_on(units=3).draw(solution(), run_here)
    assert asked.result is not None
    plane, _ = parts(sketch, 0)
    assert 1 == sum(isinstance(layer, Heat) for layer in plane.layers)
    assert 120 == sum(len(layer.x) for layer in plane.layers if isinstance(layer, Points))


def test_it_is_said_what_it_does_not_use() -> None:
    sketch = film_on(units=2, layers="3", activation="relu", l2="0.03", batch="5").draw(solution(), run_here)
    assert "one hidden layer of sigmoid units" in said(sketch)
    assert "은닉층 하나" in said(sketch, "ko")
    same = film_on(units=2).draw(solution(), run_here)
    for mine, theirs in zip(parts(sketch, FRAMES)[1].layers, parts(same, FRAMES)[1].layers, strict=True):
        if isinstance(mine, Line) and isinstance(theirs, Line):
            np.testing.assert_array_equal(mine.y, theirs.y)


@pytest.mark.parametrize(
    ("body", "words", "frames"),
    [
        ("    while True:\n        pass", "did not come to an end", 1),
        ("    return W1 @ W1", "inner sizes 3 and 2 differ", 1),
        ("    return [], W1.T, b1, W2, b2", "gave back no network of these shapes", 1),
        ("    return [], W1 * 1e200, b1, W2, b2", "After 80 epochs", 2),
        ("    return None", "gave back no network", 1),
        ("    return [], W1, b1, W2", "gave back no network", 1),
        ("    raise SystemExit", "", 1),
        ("    return [], 'W1', b1, W2, b2", "gave back no network", 1),
    ],
)
def test_what_fails_is_told_and_the_film_ends_where_it_failed(body: str, words: str, frames: int) -> None:
    def run(job: Job) -> Ran:
        if "SystemExit" in job.source:
            return Ran((), Fault("ended"))
        return Ran((), Fault("time", line=2)) if "while" in job.source else run_here(job)

    sketch = film_on(units=3).draw(HEAD + body, run)
    assert frames == len(sketch.frames)
    assert words in said(sketch)
    assert said(sketch, "ko") != said(sketch)


def test_where_there_is_nothing_to_part_nothing_is_run() -> None:
    def run(job: Job) -> Ran:
        raise AssertionError(job)

    for own in ("", "1:0,0", "0:0,0;0:1,1"):
        sketch = film_on(data="own", own=own).draw(solution(), run)
        assert () == sketch.frames
        assert "nothing to part yet" in said(sketch)


def test_other_exercises_and_other_labs_have_none() -> None:
    asked = asked_on()
    assert all(
        (one.training(asked._replace(question=one)) is not None) is (name == "write-train")
        for name, one in questions().items()
    )
    other = xor_training.train
    values = other.check({})
    assert questions()["write-train"].training(asked._replace(values=values, result=other(**values))) is None


def test_a_training_is_asked_for_so_many_epochs_at_a_time() -> None:
    jobs: list[Job] = []

    def run(job: Job) -> Ran:
        jobs.append(job)
        return run_here(job)

    film = film_on(units=3, rate="0.3")
    assert isinstance(film, TrainingFilm)
    film.draw(solution(), run)
    assert FRAMES == len(jobs)
    arguments = [job.cases[0].calls[0] for job in jobs]
    assert {EPOCHS_A_FRAME} == {one[-1] for one in arguments}
    assert {0.3} == {one[-2] for one in arguments}
    assert [(2, 3), (3,), (3, 1), (1,)] == [part.shape for part in arguments[7][2:6]]
