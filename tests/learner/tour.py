"""The short course that has one of everything, and answers to its questions."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.trusted import standing_course
from tutor.course.model import Course
from tutor.course.questions import Question
from tutor.learner.attempts import Attempt

from .samples import START, attempt

TOUR = Path(__file__).parent.parent / "tour"
LESSONS = TOUR.parent.parent / "lessons"


@cache
def tour() -> Course:
    return standing_course(TOUR)


def question(name: str) -> Question:
    return next(question for _, _, question in tour().all_questions() if question.id == name)


def answer(name: str, right: bool = True, at: int = START, **others: object) -> Attempt:
    """An attempt at a question of the tour, as it is graded now."""
    lesson, asked = next((lesson, question) for lesson, _, question in tour().all_questions() if question.id == name)
    given = {
        "course": "tour",
        "lesson": lesson.id,
        "kind": asked.kind,
        "revision": asked.revision,
        "response": asked.right_response(asked.ask(0)) if right else "7",
        "mistake": "",
    }
    return attempt(name, right, at, **(given | others))
