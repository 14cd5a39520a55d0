"""Skills: what a step teaches and asks for is one skill, and the step's title is its name.

Nothing more has to be written in a course: the steps of a lesson are one idea each, and the questions under a step ask
for that idea. So whatever can be said of a step's questions (learnt, shaky, unseen) is said of the skill.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from tutor.course.outline import LessonOutline
from tutor.language import Text
from tutor.namedtuple import NamedTuple

if TYPE_CHECKING:
    from tutor.course.model import Course, Lesson
    from tutor.course.questions import Question


class Skill(NamedTuple):
    """One skill of a lesson."""

    lesson: str
    step: str
    """the step that teaches it and asks for it"""
    title: Text
    questions: tuple[str, ...]
    """the ids of the questions that ask for it, in order; never empty"""


def skills_of(lesson: Lesson | LessonOutline) -> tuple[Skill, ...]:
    """Return the skills of a lesson, in the order of its steps. A step that asks nothing is none."""
    return tuple(
        Skill(lesson.id, step.id, step.title, tuple(question.id for question in step.questions))
        for step in lesson.steps
        if step.questions
    )


def questions_to_test_out(lesson: Lesson) -> tuple[Question, ...]:
    """Return the questions that test a learner out of a lesson: one for each skill, in the order of its steps.

    Of a skill's questions the one that is hardest to get right by luck: a number, an array or a setting before a word
    or an order, those before options, and a prediction last, because it asks for a feeling rather than for knowledge.
    Of equals the later one, which builds on those before it.
    """
    # max() takes the first of equals, so the questions are handed to it from the last on.
    return tuple(max(reversed(step.questions), key=attrgetter("weight")) for step in lesson.steps if step.questions)


def former_ids(course: Course, question_id: str) -> tuple[str, ...]:
    """Return the id of a question with those it had before; () where the course asks no such question."""
    for _, _, question in course.all_questions():
        if question_id in (question.id, *question.was):
            return question.id, *question.was
    return ()
