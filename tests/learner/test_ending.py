"""How a lesson ends: what can be done alone, what was believed at first, and what comes back when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, timedelta

import pytest

from tests.trusted import standing_course
from tutor.course.model import Lesson
from tutor.learner.attempts import Attempt, During
from tutor.learner.days import Calendar
from tutor.learner.ending import Ending, ending_of, task_of
from tutor.learner.review import Memory, memory_of
from tutor.render.ends.ending import returns_words

from .samples import START
from .tour import LESSONS, answer, tour

TODAY = Calendar(UTC).day(START)


def lesson() -> Lesson:
    return tour().lessons[0]


def ended(*attempts: Attempt, words: str = "", memories: dict[str, Memory] | None = None) -> Ending:
    return ending_of(lesson(), attempts, memories or {}, words, TODAY)


def recalled(*attempts: Attempt) -> Memory:
    return memory_of(attempts, Calendar(UTC))


def test_the_task_is_what_is_hardest_to_get_right_by_luck_and_of_equals_the_last() -> None:
    task = task_of(lesson())
    assert task is not None
    weights = [one.weight for one in lesson().questions if one.kind != "predict"]
    assert max(weights) == task[1].weight
    after = lesson().questions[lesson().questions.index(task[1]) + 1 :]
    assert not [one for one in after if one.weight == task[1].weight and one.kind != "predict"]


def test_every_lesson_of_the_course_has_a_task_and_none_is_a_guess() -> None:
    for one in standing_course(LESSONS).lessons:
        task = task_of(one)
        assert task is not None
        assert task[1].kind in ("code", "setting", "number", "array"), one.id


def test_a_task_that_was_done_with_help_is_still_to_be_done_alone() -> None:
    task = task_of(lesson())
    assert task is not None
    name = task[1].id
    for made, is_done in (
        ((), False),
        ((answer(name, right=False),), False),
        ((answer(name, hints=1),), False),
        ((answer(name, right=False, response="", revealed=True),), False),
        ((answer(name, hints=1), answer(name)), True),
        ((answer(name, during=During.TEST_OUT),), True),
    ):
        assert is_done is ended(*made).is_done, made


def test_what_was_believed_is_the_first_guess_and_not_a_later_one() -> None:
    first = answer("guess-height", right=False, response="20")
    belief = ended(first, answer("guess-height", at=START + 1)).belief
    assert belief is not None
    assert (first, "20", "6") == (belief.attempt, belief.said("en"), belief.truth("en"))
    assert "How high is it?" == belief.asked("en")
    assert "얼마나 높을까요?" == belief.asked("ko")


@pytest.mark.parametrize("during", [During.REVIEW, During.TEST_OUT])
def test_a_guess_away_from_the_lesson_was_no_first_belief(during: During) -> None:
    assert ended(answer("guess-height", during=during)).belief is None
    assert ended(answer("height-at")).belief is None


def days_of(*days: int) -> Ending:
    names = [one.id for one in lesson().questions if one.kind != "predict"]
    due = {
        name: recalled(answer(name))._replace(due=TODAY + timedelta(days=day))
        for name, day in zip(names, days, strict=False)
    }
    return ended(memories=due)


def test_what_comes_back_is_counted_by_day_and_what_is_overdue_today() -> None:
    counted: Sequence[tuple[date, int]] = days_of(3, -2, 3).returns
    assert [(TODAY, 1), (TODAY + timedelta(days=3), 2)] == list(counted)


def test_of_what_comes_back_the_next_days_are_told_and_of_the_rest_the_number() -> None:
    assert "What comes back to be asked again: today: 1, tomorrow: 2, Sun 1 Mar: 1." == returns_words(
        days_of(0, 1, 1, 4), "en"
    )
    assert returns_words(days_of(0, 1, 2, 3), "en").endswith("Fri 27 Feb: 1, later 1.")
    assert "다시 물어볼 질문: 오늘 1개, 내일 2개." == returns_words(days_of(0, 1, 1), "ko")
    assert "Nothing of it" in returns_words(ended(), "en")


def test_memories_of_other_lessons_do_not_come_back_here() -> None:
    elsewhere = recalled(answer("height-at"))._replace(question="elsewhere", due=TODAY + timedelta(days=5))
    assert () == ended(memories={"elsewhere": elsewhere}).returns
