"""The schedule against FSRS itself, called by hand, and the order and the session of a review."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from fsrs import Card, Rating, Scheduler

from tutor.learner.attempts import During
from tutor.learner.days import Calendar
from tutor.learner.review import (
    Memory,
    ReviewSession,
    credited,
    due_questions,
    recall_chance,
)

from .samples import DAY, HOUR, MINUTE, START, attempt, memories_of

CALENDAR = Calendar(UTC)
TODAY = date(2026, 2, 25)


def by_hand(*grades: tuple[Rating, int]) -> Card:
    """Return the card after grades on days counted from `TODAY`."""
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(card_id=1, due=datetime(2026, 2, 25, 12, tzinfo=UTC))
    for grade, day in grades:
        moment = datetime(2026, 2, 25, 12, tzinfo=UTC) + timedelta(days=day)
        card, _ = scheduler.review_card(card, grade, moment)
    return card


def memory(*attempts, question: str = "half") -> Memory:
    return memories_of(attempts, CALENDAR)[question]


def asked(right: bool, day: float, **others) -> object:
    return attempt("half", right, at=START + int(day * DAY), **others)


def assert_same(card: Card, found: Memory) -> None:
    assert (card.due.date(), card.stability, card.difficulty) == (found.due, found.stability, found.difficulty)


def test_first_answers_are_due_after_as_many_days_as_fsrs_says():
    assert_same(by_hand((Rating.Good, 0)), memory(asked(True, 0)))
    assert_same(by_hand((Rating.Again, 0)), memory(asked(False, 0)))
    assert_same(by_hand((Rating.Hard, 0)), memory(asked(True, 0, hints=1)))
    # FSRS-6's own first stabilities are 0.212, 1.2931 and 2.3065 days: intervals of 1, 1 and 2.
    days = [memory(asked(True, 0, hints=hints)).due - TODAY for hints in (0, 1)]
    assert [timedelta(2), timedelta(1)] == days


def test_a_history_is_folded_as_fsrs_does_it():
    history = [(True, 0), (True, 2), (False, 9), (True, 10), (True, 13), (False, 40), (True, 41)]
    grades = [(Rating.Good if right else Rating.Again, day) for right, day in history]
    attempts = [asked(right, day, variant=number) for number, (right, day) in enumerate(history)]
    assert_same(by_hand(*grades), memory(*attempts))
    assert (7, 2) == (memory(*attempts).reviews, memory(*attempts).lapses)


def test_only_the_first_response_of_a_round_is_graded():
    attempts = [asked(False, 0), asked(False, 0.01), asked(True, 0.02), asked(True, 0.03, variant=1)]
    assert_same(by_hand((Rating.Again, 0), (Rating.Good, 0)), memory(*attempts))
    assert 2 == memory(*attempts).reviews


def test_a_revealed_answer_is_no_recall_and_a_wrong_one_after_hints_is_wrong():
    attempts = [asked(False, 0, hints=2), asked(False, 0.01, revealed=True, hints=2)]
    assert_same(by_hand((Rating.Again, 0)), memory(*attempts))


def test_a_question_left_open_over_night_is_remembered_anew_the_next_day():
    assert_same(by_hand((Rating.Again, 0), (Rating.Good, 1)), memory(asked(False, 0), asked(True, 1)))


def test_days_are_those_of_the_calendar_and_end_at_four_in_the_morning():
    calendar = Calendar(timezone(timedelta(hours=9)))
    assert date(2026, 2, 25) == calendar.day(START)  # 15:13 in Seoul
    assert date(2026, 2, 25) == calendar.day(START + 12 * HOUR)  # 3:13 the next morning
    assert date(2026, 2, 26) == calendar.day(START + 13 * HOUR)
    evening, afternoon = START + 10 * HOUR, START + DAY + 2 * HOUR
    found = memories_of([attempt("half", at=evening), attempt("half", variant=1, at=afternoon)], CALENDAR)
    assert_same(by_hand((Rating.Good, 0), (Rating.Good, 1)), found["half"])


def test_local_time_is_the_machine_s():
    assert datetime.fromtimestamp(START / 1000 - 4 * 3600).date() == Calendar().day(START)


def test_a_clock_set_back_changes_the_schedule_of_no_other_question_and_hides_none():
    found = memories_of(
        [attempt("half", at=START + 4000 * DAY), attempt("two", at=START), attempt("half", variant=1, at=START + DAY)],
        CALENDAR,
    )
    assert_same(by_hand((Rating.Good, 0)), found["two"])
    assert TODAY + timedelta(days=1) == found["half"].last
    future = memories_of([attempt("half", at=START + 4000 * DAY)], CALENDAR)
    assert ("half",) == tuple(entry.question for entry in due_questions(future, TODAY))


def test_what_is_due_comes_longest_overdue_first_without_what_was_put_off():
    found = memories_of([attempt("c", False), attempt("a"), attempt("b", False)], CALENDAR)
    assert [] == names(due_questions(found, TODAY))
    assert ["b", "c"] == names(due_questions(found, TODAY + timedelta(days=1)))
    assert ["b", "c", "a"] == names(due_questions(found, TODAY + timedelta(days=2)))
    snoozed = {"c": TODAY + timedelta(days=2), "b": TODAY + timedelta(days=3), "a": TODAY}
    assert ["c", "a"] == names(due_questions(found, TODAY + timedelta(days=2), snoozed))


def names(memories) -> list[str]:
    return [memory.question for memory in memories]


def test_a_wrong_one_returns_later_in_the_same_session_until_it_is_right():
    session = ReviewSession(("a", "b", "c", "d", "e"))
    assert "a" == session.question
    session = session.answered(right=False)
    assert ("b", "c", "d", "a", "e") == session.queue
    for _ in range(3):
        session = session.answered(right=True)
    assert "a" == session.question
    session = session.answered(right=True).answered(right=False)
    assert ("e",) == session.queue
    session = session.answered(right=True)
    assert session.question is None
    assert {"a": False, "b": True, "c": True, "d": True, "e": False} == session.results


def test_a_wrong_one_returns_between_two_of_other_kinds_where_there_is_such_a_place():
    kinds = dict(zip("abcdefg", ["number", "choice", "number", "choice", "number", "choice", "order"], strict=True))
    session = ReviewSession(tuple("abcdefg"), kinds).answered(right=False)
    assert tuple("bcdefag") == session.queue
    alike = ReviewSession(tuple("abc"), dict.fromkeys("abc", "number"))
    assert tuple("bca") == alike.answered(right=False).queue


def test_skipping_takes_a_question_out_of_the_session():
    session = ReviewSession(("a", "b")).answered(right=False).skipped()
    assert ("a",) == session.queue
    assert {"a": False} == session.results


def test_a_session_that_has_ended_asks_nothing_and_keeps_what_was_answered():
    session = ReviewSession(("a", "b", "c")).answered(right=False).ended()
    assert (None, (), {"a": False}) == (session.question, session.queue, session.results)


def test_a_review_grades_like_a_lesson():
    lesson, review = asked(True, 0), asked(True, 2, during=During.REVIEW, variant=1)
    assert_same(by_hand((Rating.Good, 0), (Rating.Good, 2)), memory(lesson, review))


@pytest.mark.parametrize("minutes", [1, 30])
def test_the_same_numbers_again_after_being_right_are_a_new_round(minutes: int):
    again = attempt("half", True, at=START + minutes * MINUTE)
    assert 2 == memory(asked(True, 0), again).reviews


def test_a_right_answer_above_puts_a_part_off_by_its_share_and_makes_it_no_firmer():
    own = memory(asked(True, 0), asked(True, 2, variant=1))
    whole = by_hand((Rating.Good, 0), (Rating.Good, 2), (Rating.Good, 5))
    half = credited(own, TODAY + timedelta(days=5), 0.5)
    assert round(0.5 * (whole.due.date() - own.due).days) == half.credit == (half.due - own.due).days > 0
    assert (own.stability, own.difficulty, own.last) == (half.stability, half.difficulty, half.last)
    assert own is credited(own, own.last, 0.5)
    # It counts as so many days less since it was asked.
    assert recall_chance(own, TODAY + timedelta(days=20)) == recall_chance(
        half, TODAY + timedelta(days=20 + half.credit)
    )


def test_what_a_wrong_one_rests_on_is_asked_before_it_returns():
    session = ReviewSession(("whole", "a", "b", "part", "c"))
    assert ("a", "part", "b", "whole", "c") == session.answered(right=False, below="part").queue
    assert ("a", "new", "b", "whole", "part", "c") == session.answered(right=False, below="new").queue
    over = ReviewSession(("whole", "a"), results={"part": True})
    assert ("a", "whole") == over.answered(right=False, below="part").queue
