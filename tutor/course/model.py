"""What a course is: lessons of steps, frozen, as the loader hands them over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property
from pathlib import Path

from tutor.course.finding import CourseError as CourseError
from tutor.course.finding import Finding as Finding
from tutor.course.finding import Place
from tutor.course.glossary import Term
from tutor.course.prose import Prose
from tutor.course.questions import Question
from tutor.course.said import Said, StepName
from tutor.dataclass import dataclass
from tutor.lab import Lab, Values
from tutor.language import Localised, Text
from tutor.namedtuple import NamedTuple


class LabUse(NamedTuple):
    """A step's lab: which one, what it is set to at first, and what of it is on screen."""

    lab: Lab
    values: Values
    """the starting value of every parameter (the author's, or the default)"""
    hidden: bool = False
    """gives the step its live values without being shown"""
    show: tuple[str, ...] = ()
    """the parameters with a control, in order"""
    place: Place | None = None
    stage: bool = False
    """its picture takes the whole width of the screen, and nothing scrolls"""
    more: tuple[str, ...] = ()
    """the parameters with a control in a sheet of their own, in order"""

    trains: str = ""
    """the id of the exercise whose program the learner can train on what it is set to; "" for none"""

    @property
    def board(self) -> str | None:
        """The parameter whose points the learner puts on the plane; None where they put none."""
        found = self.lab.board
        return found[0] if found is not None and found[0] in (*self.show, *self.more) else None


@dataclass(frozen=True, eq=False)
class Step:
    """One screenful: prose, at most one lab, a few questions."""

    id: str
    title: Text
    prose: Localised[Prose]
    lab: LabUse | None = None
    questions: tuple[Question, ...] = ()
    place: Place | None = None

    @property
    def is_stage(self) -> bool:
        """Whether its picture takes the whole width of the screen."""
        return self.lab is not None and self.lab.stage


@dataclass(frozen=True, eq=False)
class Lesson:
    """A folder of a course: a sequence of steps."""

    id: str
    """stable: the folder's name without its number ("08-cost" -> "cost")"""
    folder: str
    number: int
    """its place in the course, from 1"""
    title: Text
    goal: Text
    steps: tuple[Step, ...]
    deck: str = ""
    """the pages of the source it covers ("20-27"), as the author wrote them"""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """Every question, in the order in which the steps ask them."""
        return tuple(question for step in self.steps for question in step.questions)

    def step_index(self, step_id: str) -> int | None:
        """Return the place of the step with this id, from 0; None where there is none."""
        for index, step in enumerate(self.steps):
            if step.id == step_id:
                return index
        return None


@dataclass(frozen=True, eq=False)
class Course:
    """An ordered set of lessons in one or more languages."""

    id: str
    title: Text
    languages: tuple[str, ...]
    """language codes; the first stands in where another is missing"""
    lessons: tuple[Lesson, ...]
    folder: Path
    description: Text = field(default_factory=lambda: Text(en=""))
    said: Mapping[StepName, Said] = field(default_factory=dict)
    """what the author says of a step about those on which it rests"""
    """one or two sentences for the course's home screen"""
    glossary: tuple[Term, ...] = ()
    """its terms, in the order in which they were written"""

    def lesson(self, lesson_id: str) -> Lesson | None:
        """Return the lesson with this id, or None."""
        return next((lesson for lesson in self.lessons if lesson.id == lesson_id), None)

    def all_questions(self) -> Iterator[tuple[Lesson, Step, Question]]:
        """Yield every question with the lesson and the step that ask it."""
        for lesson in self.lessons:
            for step in lesson.steps:
                for question in step.questions:
                    yield lesson, step, question

    def language_for(self, wanted: str) -> str:
        """Return `wanted` where the course has it, or the course's first language."""
        return wanted if wanted in self.languages else self.languages[0]
