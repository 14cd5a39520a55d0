"""A record with answers to the questions of the short course, as if given some days ago."""

from __future__ import annotations

from functools import cache

from tests.trusted import standing_course
from tutor.course.model import Course
from tutor.learner.attempts import Attempt, During, random_uid
from tutor.learner.store import Store

from .conftest import NOON, TOUR

DAY = 24 * 3600 * 1000


@cache
def course() -> Course:
    """The short course, whole."""
    return standing_course(TOUR)


def record(
    store: Store,
    *names: str,
    right: bool = True,
    days_ago: int = 30,
    seconds: float = 20.0,
    during: During = During.LESSON,
) -> None:
    """Record an answer to each of these questions."""
    for lesson, _, question in course().all_questions():
        if question.id in names:
            asked = question.ask(0)
            store.record(
                Attempt(
                    random_uid(),
                    "tour",
                    lesson.id,
                    question.id,
                    question.kind,
                    question.revision,
                    0,
                    question.right_response(asked) if right else "0",
                    right,
                    NOON - days_ago * DAY,
                    seconds=seconds,
                    during=during,
                )
            )


def answered_during(store: Store, occasion: During) -> list[tuple[str, bool]]:
    """Return what was answered on an occasion: the question, and whether it was right."""
    return [(made.question, made.right) for made in store.attempts("tour") if made.during is occasion]
