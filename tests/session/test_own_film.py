"""The film of a program that is being written: it is made once the hand rests, and the learner goes about in it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from tests.course.running import run_here
from tests.trusted import standing_course
from tutor.course.model import Course, Lesson, Step
from tutor.course.questions import Question, programs_used
from tutor.figure import Figure, Heat
from tutor.learner.attempts import During
from tutor.learner.review import Memory
from tutor.nn.arrays import Array
from tutor.session.answering import Answering
from tutor.session.host import Occasion
from tutor.session.own_film import FRAME, OwnFilm
from tutor.session.runner import DirectRunner
from tutor.session.visit import Visit

from .host import FakeHost, SlowRunner, Told

LESSONS = Path(__file__).parent.parent.parent / "lessons"
LAST = 50


@cache
def course() -> Course:
    return standing_course(LESSONS)


def lesson() -> Lesson:
    return next(one for one in course().lessons if one.id == "xor-training")


class Host(FakeHost):
    """A learner who has done all earlier exercises as their authors do."""

    def mine(self, question: Question) -> str:
        return programs_used(question, {one.id: one for _, _, one in course().all_questions()}, {})


def step(name: str) -> Step:
    return next(one for one in lesson().steps if one.id == name)


def solution() -> str:
    question = step("write-train").questions[0]
    return question.right_response(question.ask(0))


def writing(
    runner: DirectRunner | SlowRunner | None = None, told: Told | None = None, name: str = "write-train"
) -> tuple[Visit, Answering]:
    host = Host(runner=runner or DirectRunner(run_program=run_here))
    visit = Visit(host, step(name).lab, step(name).questions, Occasion(lesson().id, During.LESSON), told or Told())
    if isinstance(runner, SlowRunner):
        runner.catch_up()
    assert visit.writing is not None
    return visit, visit.writing


def shown(answering: Answering) -> Array:
    """Return the map that is on show."""
    figure = answering.pictures[0]
    assert isinstance(figure, Figure)
    return next(layer.z for layer in figure.layers if isinstance(layer, Heat))


def test_the_film_waits_until_the_hand_rests() -> None:
    told = Told()
    visit, answering = writing(told=told)
    visit.write(answering, solution())
    assert answering.sketch is not None
    assert () == answering.sketch.frames
    before = len(told.sketches)
    answering.rest()
    assert LAST + 1 == len(answering.sketch.frames)
    assert before + 1 == len(told.sketches)
    answering.rest()
    assert before + 1 == len(told.sketches)


def test_one_goes_about_in_it_as_in_the_film_of_a_lab() -> None:
    told = Told()
    visit, answering = writing(told=told)
    visit.write(answering, solution())
    answering.rest()
    film = OwnFilm(answering)
    (row,) = film.rows
    assert {FRAME: LAST} == film.values
    end = shown(answering)
    before = len(told.sketches)
    film.move(row.put(film.values, 3))
    assert {FRAME: 3} == film.values
    assert before + 1 == len(told.sketches)
    assert answering.sketch is not None
    assert answering.pictures is answering.sketch.frames[3]
    assert abs(shown(answering) - end).max() > 0.2
    film.move(row.put(film.values, LAST))
    assert (end == shown(answering)).all()


def test_another_program_is_shown_at_its_end_and_has_no_film_yet() -> None:
    visit, answering = writing()
    visit.write(answering, solution())
    answering.rest()
    answering.go_to_frame(3)
    visit.write(answering, solution().replace("W1 - rate", "W1 + rate"))
    assert answering.frame is None
    assert answering.sketch is not None
    assert answering.pictures is answering.sketch.drawings
    assert () == answering.sketch.frames


def test_a_program_that_cannot_run_keeps_its_picture_and_has_no_film() -> None:
    visit, answering = writing()
    visit.write(answering, solution())
    answering.rest()
    end = shown(answering)
    visit.write(answering, solution() + "(")
    answering.rest()
    assert answering.sketch is not None
    assert answering.sketch.is_old
    assert () == answering.sketch.frames
    answering.go_to_frame(3)
    assert (end == shown(answering)).all()


def test_whoever_asks_for_a_verdict_does_not_wait_for_the_film_and_has_it_afterwards() -> None:
    runner = SlowRunner(DirectRunner(run_program=run_here))
    visit, answering = writing(runner)
    visit.write(answering, solution())
    runner.waiting.pop(0).finish()
    answering.rest()
    (film,) = runner.waiting
    visit.respond(answering, solution())
    assert film.cancelled
    runner.catch_up()
    assert answering.is_over
    assert answering.sketch is not None
    assert LAST + 1 == len(answering.sketch.frames)


def test_a_film_of_what_was_written_before_is_never_taken_for_this_one() -> None:
    runner = SlowRunner(DirectRunner(run_program=run_here))
    visit, answering = writing(runner)
    visit.write(answering, solution())
    runner.waiting.pop(0).finish()
    answering.rest()
    visit.write(answering, solution() + "\n")
    runner.catch_up()
    assert answering.sketch is not None
    assert () == answering.sketch.frames
    answering.rest()
    runner.catch_up()
    assert LAST + 1 == len(answering.sketch.frames)


def test_what_was_written_once_has_its_film_at_once_when_one_comes_back() -> None:
    host = Host(runner=DirectRunner(run_program=run_here))
    question = step("write-train").questions[0]
    host.keep_draft(lesson().id, question, solution())
    visit = Visit(host, step("write-train").lab, [question], Occasion(lesson().id, During.LESSON), Told())
    assert visit.sketch is not None
    assert LAST + 1 == len(visit.sketch.frames)


def test_in_a_review_there_is_a_film_too() -> None:
    host = Host(runner=DirectRunner(run_program=run_here))
    question = step("write-train").questions[0]
    day = date(2026, 11, 26)
    occasion = Occasion(lesson().id, During.REVIEW, Memory(question.id, lesson().id, day, day, 2.0, 5.0, 1, 0))
    visit = Visit(host, None, [question], occasion, Told())
    answering = visit.writing
    assert answering is not None
    assert "___" in answering.written
    assert answering.filming is not None
    visit.write(answering, solution())
    answering.rest()
    assert answering.sketch is not None
    assert LAST + 1 == len(answering.sketch.frames)


def test_the_plane_of_the_rings_is_filmed_as_well() -> None:
    visit, answering = writing(name="write-rings")
    visit.write(answering, answering.question.right_response(answering.question.ask(0)))
    answering.rest()
    assert answering.sketch is not None
    assert 21 == len(answering.sketch.frames)
    answering.go_to_frame(0)
    flat = shown(answering)
    answering.go_to_frame(20)
    assert flat.max() - flat.min() < shown(answering).max() - shown(answering).min()


def test_a_program_without_a_film_has_nothing_to_move() -> None:
    _, answering = writing(name="write-backward")
    assert answering.filming is None
    assert () == OwnFilm(answering).rows
    assert {} == OwnFilm(answering).values
