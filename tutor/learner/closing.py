"""The end of a course for a learner: all skills, the functions they wrote, what they built, and how they guessed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tutor.course.live import prose_text
from tutor.course.model import Course, Lesson, Step
from tutor.course.questions import Question
from tutor.learner.attempts import Attempt, latest_right
from tutor.learner.survey import Survey
from tutor.namedtuple import NamedTuple


class OwnFunction(NamedTuple):
    """A function that the learner wrote right."""

    lesson: Lesson
    step: Step
    name: str


class Built(NamedTuple):
    """The last thing that the learner set right: in the course that comes along, the network of its closing test."""

    lesson: Lesson
    step: Step
    question: Question
    attempt: Attempt

    def set_to(self, language: str) -> str:
        """Return what was set to what."""
        return self.question.spell(self.question.shown(self.attempt.variant), self.attempt.response, language)

    def said(self, language: str, formula: Callable[[str], str] = str) -> str:
        """Return what was said of it, with its own numbers; "" for nothing. `formula` writes TeX as it is read."""
        question = self.question
        if question.explain is None:
            return ""
        asked = question.asked_at(question.ask(self.attempt.variant), self.attempt.response)
        text = prose_text(
            question.explain.in_(language), asked.values, asked.result, language, lab=question.lab, formula=formula
        )
        return " ".join(text.split())


class Closing(NamedTuple):
    """What there is to say at the end of a course."""

    survey: Survey
    functions: tuple[OwnFunction, ...]
    """in the order of the course"""
    built: Built | None
    """None where nothing was set right yet"""

    @property
    def skills(self) -> int:
        """How many skills the course has."""
        return sum(len(lesson.skills) for lesson in self.survey.lessons)


def closing_of(survey: Survey, course: Course, attempts: Sequence[Attempt]) -> Closing:
    """Return how a course ends. `attempts` are those that count in it (`progress.attempts_at`), in order."""
    right = latest_right(attempts)
    functions: list[OwnFunction] = []
    built: Built | None = None
    for lesson, step, question in course.all_questions():
        made = right.get(question.id)
        if made is None:
            continue
        if question.RUNS_PROGRAMS and (call := question.call(question.ask(made.variant))) is not None:
            functions.append(OwnFunction(lesson, step, call.function))
        if question.ON_SLIDERS:
            built = Built(lesson, step, question, made)
    return Closing(survey, tuple(functions), built)
