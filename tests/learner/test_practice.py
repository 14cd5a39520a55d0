"""What is a weak spot, and with which questions it is practised."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.learner.samples import START, attempt
from tests.learner.test_review import CALENDAR
from tests.trusted import standing_course
from tutor.course.model import Course
from tutor.course.slips.causes import Cause
from tutor.learner.attempts import Attempt
from tutor.learner.causes import CauseCount
from tutor.learner.practice import SETTING, last_slip, questions_for, weak_spots
from tutor.learner.schedule import Schedule
from tutor.learner.store import Store

LESSONS = Path(__file__).parents[2] / "lessons"


def slip(cause: str = "slip:sign", question: str = "a", **others: object) -> Attempt:
    return attempt(question, right=False, mistake=cause, **others)  # type: ignore[arg-type]


def practised(cause: Cause, made: Attempt, course: str = "deep-learning") -> dict[str, str]:
    return {SETTING.format(course=course, cause=cause): made.uid}


def test_three_times_the_same_cause_is_a_weak_spot_wherever_it_was_made() -> None:
    made = [slip(lesson="cost"), slip("sign_lost", "b", lesson="xor"), slip("slip:left-out")]
    assert () == weak_spots("deep-learning", made, {})
    made.append(slip(question="c", lesson="cost"))
    assert (CauseCount(Cause.SIGN, 3, ("cost", "xor")),) == weak_spots("deep-learning", made, {})
    more = [*made, *(slip("slip:left-out") for _ in range(3))]
    assert [Cause.LEFT_OUT, Cause.SIGN] == [spot.cause for spot in weak_spots("deep-learning", more, {})]


def test_it_counts_anew_once_it_was_practised_and_comes_back() -> None:
    made = [slip(), slip(), slip()]
    rested = practised(Cause.SIGN, made[-1])
    assert () == weak_spots("deep-learning", made, rested)
    again = [*made, slip(), attempt("a"), slip()]
    assert () == weak_spots("deep-learning", again, rested)
    again.append(slip())
    assert (3,) == tuple(spot.times for spot in weak_spots("deep-learning", again, rested))
    # Another course, another cause, and a record that no longer has the slip: those count from the beginning.
    assert 1 == len(weak_spots("deep-learning", made, practised(Cause.SIGN, made[-1], "another")))
    assert 1 == len(weak_spots("deep-learning", made, practised(Cause.STEP, made[-1])))
    assert 1 == len(weak_spots("deep-learning", made, practised(Cause.SIGN, slip())))


def test_the_last_slip_is_the_last_of_its_cause() -> None:
    made = [slip(), slip("sign_lost"), slip("slip:left-out"), attempt("a")]
    assert made[1].uid == last_slip(made, Cause.SIGN)
    assert "" == last_slip(made, Cause.SCALE)


# -- with which questions ----------------------------------------------------------------------------------------------


def course() -> Course:
    return standing_course(LESSONS)


def answers(*but: str) -> list[Attempt]:
    return [
        attempt(question.id, lesson=lesson.id, kind=question.kind)
        for lesson, _, question in course().all_questions()
        if question.id not in but
    ]


def lesson_of(name: str) -> str:
    return next(lesson.id for lesson, _, question in course().all_questions() if question.id == name)


@pytest.mark.parametrize("cause", list(Cause))
def test_in_each_of_them_the_slip_can_be_made_with_the_numbers_that_come(cause: Cause) -> None:
    chosen = questions_for(course(), answers(), cause, seed=1)
    assert 2 <= len(chosen) <= 5
    assert len(chosen) == len(set(chosen))
    known = {question.id: question for _, _, question in course().all_questions()}
    for name in chosen:
        assert len(known[name].variants) > 1
        assert cause in {slip.cause for slip in known[name].slips(known[name].ask(1))}


def test_they_are_mixed_across_lessons_and_those_that_went_wrong_are_among_them() -> None:
    made = [*answers(), slip(question="next-weight"), slip(question="full-neuron")]
    chosen = questions_for(course(), made, Cause.SIGN, seed=1)
    assert {"next-weight", "full-neuron"} <= set(chosen)
    assert 3 <= len({lesson_of(name) for name in chosen})
    assert all(lesson_of(one) != lesson_of(other) for one, other in pairwise(chosen))


def test_only_what_was_answered_is_asked_and_a_prediction_is_no_answer() -> None:
    only = [attempt("full-neuron"), slip(question="weighted-sum"), attempt("by-hand", kind="predict")]
    assert {"full-neuron", "weighted-sum"} == set(questions_for(course(), only, Cause.SIGN, seed=1))
    assert () == questions_for(course(), [], Cause.SIGN, seed=1)


@pytest.fixture
def schedule(tmp_path: Path) -> Iterator[Schedule]:
    known = {question.id: question for _, _, question in course().all_questions()}
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: START) as store:
        for name in ("full-neuron", "weighted-sum", "next-weight"):
            store.record(slip(question=name, revision=known[name].revision, lesson=lesson_of(name)))
        yield Schedule(course(), store, clock=lambda: START, calendar=CALENDAR)


def test_a_schedule_keeps_what_was_practised_in_the_record(schedule: Schedule) -> None:
    schedule.refresh()
    assert [Cause.SIGN] == [spot.cause for spot in schedule.weak_spots()]
    assert {"full-neuron", "weighted-sum", "next-weight"} == set(schedule.questions_to_practise(Cause.SIGN))
    assert schedule.practised(Cause.SIGN, schedule.last_slip(Cause.SIGN)) is None
    assert () == schedule.weak_spots()
