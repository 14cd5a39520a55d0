from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.learner.samples import START, numbered
from tests.learner.test_review import CALENDAR
from tests.learner.tour import answer, tour
from tutor.course.questions import Unreadable
from tutor.learner.attempts import Attempt, During
from tutor.learner.progress import attempts_at
from tutor.learner.review import graded_attempts
from tutor.session.asking import Stage
from tutor.session.sitting import Sitting


class Learner:
    """Someone in a sitting; whatever they answer is recorded."""

    def __init__(
        self, questions: Sequence[str], during: During = During.REVIEW, before: Sequence[Attempt] = ()
    ) -> None:
        self.record = list(before)
        self.sitting = Sitting(
            tour(),
            questions,
            during,
            attempts=lambda: self.record,
            clock=lambda: START + len(self.record),
            new_uid=numbered(),
        )

    @property
    def question(self) -> str | None:
        asking = self.sitting.asking
        return None if asking is None else asking.question.id

    def answer(self, *, right: bool) -> None:
        asking = self.sitting.asking
        assert asking is not None
        response = asking.question.right_response(asking.asked) if right else "0"
        attempt = self.sitting.respond(response, "en")
        assert isinstance(attempt, Attempt)
        assert right is attempt.right
        self.record.append(attempt)


def test_a_review_goes_through_its_questions_and_counts_them():
    learner = Learner(["height-at", "one-of-three"])
    assert 2 == learner.sitting.left
    learner.answer(right=True)
    assert {"height-at": True} == learner.sitting.results
    learner.sitting.go_on()
    assert "one-of-three" == learner.question
    learner.answer(right=True)
    learner.sitting.go_on()
    assert (None, None, 0) == (learner.question, learner.sitting.place, learner.sitting.left)
    assert {"height-at": True, "one-of-three": True} == learner.sitting.results
    assert {During.REVIEW} == {attempt.during for attempt in learner.record}


def test_a_wrong_one_comes_back_with_other_numbers_until_it_is_right():
    learner = Learner(["height-at", "one-of-three", "missing-word"])
    learner.answer(right=False)
    assert learner.sitting.may_return
    # Tried again at once with the same numbers, and right then: it was wrong at first all the same.
    learner.answer(right=True)
    first = learner.record[0].variant
    learner.sitting.go_on()
    seen = []
    while learner.question is not None:
        seen.append(learner.question)
        learner.answer(right=True)
        learner.sitting.go_on()
    assert ["one-of-three", "missing-word", "height-at"] == seen
    assert first != learner.record[-1].variant
    assert {"height-at": False, "one-of-three": True, "missing-word": True} == learner.sitting.results


def test_a_review_brings_new_numbers():
    before = [answer("height-at", variant=0)]
    learner = Learner(["height-at"], before=before)
    assert learner.sitting.asking is not None
    assert 1 == learner.sitting.asking.asked.variant


def test_skipping_leaves_a_question_as_it_was_and_what_was_put_off_does_not_return():
    learner = Learner(["height-at", "one-of-three"])
    learner.sitting.go_on()
    assert "one-of-three" == learner.question
    learner.answer(right=False)
    learner.sitting.put_off()
    assert learner.question is None
    assert {"one-of-three": False} == learner.sitting.results


def test_hints_answers_and_new_numbers_are_there_as_in_a_lesson():
    learner = Learner(["height-at"])
    learner.sitting.hint()
    learner.answer(right=False)
    learner.record.append(learner.sitting.reveal())
    assert learner.record[-1].revealed
    learner.sitting.again()
    asking = learner.sitting.asking
    assert asking is not None
    assert (Stage.OPEN, 1) == (asking.stage, asking.asked.variant)
    assert [1] == [attempt.hints for attempt in learner.record if not attempt.revealed]


def test_what_cannot_be_read_costs_nothing():
    learner = Learner(["height-at"])
    assert isinstance(learner.sitting.respond("?", "en"), Unreadable)
    assert {} == learner.sitting.results


def test_a_check_takes_one_response_without_hints_and_asks_nothing_twice():
    learner = Learner(["height-at", "one-of-three"], During.TEST_OUT)
    asking = learner.sitting.asking
    assert asking is not None
    assert not asking.can_hint
    learner.answer(right=False)
    asking = learner.sitting.asking
    assert asking is not None
    assert (Stage.MISSED, False, False) == (asking.stage, asking.can_try_again, asking.can_reveal)
    assert not learner.sitting.may_return
    learner.sitting.go_on()
    learner.answer(right=True)
    learner.sitting.go_on()
    assert learner.question is None
    assert {"height-at": False, "one-of-three": True} == learner.sitting.results
    assert all(attempt.closes for attempt in learner.record)


def test_each_time_a_question_is_asked_counts_once_for_the_schedule():
    learner = Learner(["height-at"])
    learner.answer(right=False)
    learner.answer(right=True)
    learner.sitting.go_on()
    learner.answer(right=True)
    graded = graded_attempts(attempts_at(tour(), learner.record), CALENDAR)
    assert [False, True] == [attempt.right for attempt in graded]


def test_questions_that_the_course_no_longer_asks_are_left_out():
    assert Learner(["gone", "height-at"]).question == "height-at"
    ended = Learner(["gone"]).sitting
    assert ended.asking is None
    with pytest.raises(ValueError, match="ended"):
        ended.hint()
