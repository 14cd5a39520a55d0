"""A learner over a year: 500 questions, reviewed when due. What is shown of it is counted here by hand too."""

from __future__ import annotations

import random
from collections import Counter
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from tutor.learner.attempts import Attempt, During
from tutor.learner.days import Calendar
from tutor.learner.progress import progress_of
from tutor.learner.review import due_questions, memory_of
from tutor.learner.standing import Standing
from tutor.learner.statistics import activity
from tutor.learner.store import Merged, Store
from tutor.learner.tables import ATTEMPTS

from .samples import DAY, MINUTE, START, attempt, memories_of

CALENDAR = Calendar(UTC)
QUESTIONS = [f"q{number}" for number in range(500)]
OUTLINE = {
    f"lesson-{number}": {"first": QUESTIONS[number * 25 : number * 25 + 12], "last": QUESTIONS[number * 25 + 12 :][:13]}
    for number in range(20)
}
LESSON_OF = {name: lesson for lesson, steps in OUTLINE.items() for names in steps.values() for name in names}


def a_year() -> list[Attempt]:
    """Return what a learner answers who meets ten questions every fifth day for 250 days and reviews what is due."""
    chance = random.Random(5)
    attempts: list[Attempt] = []
    by_question: dict[str, list[Attempt]] = {}
    due_on: dict[str, int] = {}
    start = CALENDAR.day(START)

    def answer(name: str, day: int, during: During, minute: int) -> None:
        right = chance.random() < 0.85
        made = attempt(
            name,
            right,
            at=START + day * DAY + minute * MINUTE,
            lesson=LESSON_OF[name],
            during=during,
            variant=len(by_question.get(name, ())),
        )
        attempts.append(made)
        by_question.setdefault(name, []).append(made)
        due_on[name] = (memory_of(by_question[name], CALENDAR).due - start).days

    for day in range(365):
        due = sorted(name for name, when in due_on.items() if when <= day)
        for minute, name in enumerate(due):
            answer(name, day, During.REVIEW, minute)
        if day % 5 == 0:
            for minute, name in enumerate(QUESTIONS[day * 2 : day * 2 + 10]):
                answer(name, day, During.LESSON, 300 + minute)
    return attempts


@pytest.fixture(scope="module")
def year() -> list[Attempt]:
    return a_year()


def test_a_year_folds_to_what_was_answered(year: list[Attempt], tmp_path: Path):
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: START, busy_ms=20) as store:
        assert Merged(len(year), 0, None) == store.merge((ATTEMPTS, made) for made in year)
        stored = store.attempts()
    assert len(year) > 2000
    assert [made.uid for made in year] == [made.uid for made in stored]

    visited = {(lesson, step) for lesson, steps in OUTLINE.items() for step in steps}
    progress = progress_of(OUTLINE, stored, visited)
    last = {made.question: made for made in year}
    ever_right = {made.question for made in year if made.right}
    for lesson, steps in OUTLINE.items():
        names = [name for group in steps.values() for name in group]
        found = progress.lessons[lesson]
        assert (25, 25) == (found.tried, found.total)
        assert sum(name in ever_right for name in names) == found.right
        assert tuple(name for name in names if not last[name].right) == found.shaky
        assert Standing.UNSEEN not in {question.standing for question in found.questions}
    by_day = Counter(CALENDAR.day(made.at) for made in year)
    assert by_day == {day: entry.attempts for day, entry in activity(stored, (), CALENDAR).items()}


def test_a_year_s_reviews_grow_rarer_and_nothing_is_forgotten(year: list[Attempt]):
    memories = memories_of(year, CALENDAR)
    today = CALENDAR.day(START) + timedelta(days=365)
    assert set(QUESTIONS) == set(memories)
    assert all(memory.due > memory.last for memory in memories.values())
    due = due_questions(memories, today)
    assert {name for name, memory in memories.items() if memory.due <= today} == {memory.question for memory in due}
    assert len(due) < 100
    for name, memory in memories.items():
        mine = [made for made in year if made.question == name]
        assert (len(mine), sum(not made.right for made in mine)) == (memory.reviews, memory.lapses)
