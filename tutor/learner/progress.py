"""What a learner has done and knows of a course: a fold over attempts, and nothing stored."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from tutor.course.outline import Outline as CourseOutline
from tutor.learner.attempts import Attempt, During, Outcome, closes, current
from tutor.learner.days import Calendar, days_of
from tutor.learner.standing import DayOf, Known, Standing, is_unaided, known_of, together
from tutor.namedtuple import NamedTuple

if TYPE_CHECKING:
    from tutor.course.model import Course
    from tutor.course.questions import Question

Outline = Mapping[str, Mapping[str, Sequence[str]]]
"""From a lesson's id to its steps' ids, in order, to the ids of the questions each step asks."""


def outline_of(course: Course | CourseOutline) -> Outline:
    """Return the ids of a course's lessons, steps and questions."""
    return {
        lesson.id: {step.id: tuple(question.id for question in step.questions) for step in lesson.steps}
        for lesson in course.lessons
    }


def attempts_at(course: Course, attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """Return the attempts that count towards the course's questions as they are now, under their present ids.

    Those made under an id that a question had before (`was:` in its file) are taken along.
    """
    return attempts_on(course.id, [question for _, _, question in course.all_questions()], attempts)


def attempts_on(course: str, questions: Collection[Question], attempts: Iterable[Attempt]) -> tuple[Attempt, ...]:
    """Return those that count towards some questions of a course, as `attempts_at` does for all of them."""
    return tuple(
        current(
            (attempt for attempt in attempts if attempt.course == course),
            revisions={question.id: question.revision for question in questions},
            renamed={former: question.id for question in questions for former in question.was},
        )
    )


class QuestionProgress(NamedTuple):
    """What became of one question."""

    question: str
    tries: int = 0
    """how many responses were given; a revealed answer is none"""
    was_right: bool = False
    """at least once"""
    is_closed: bool = False
    """answered, predicted or revealed at least once: the step asks no more"""
    known: Known = Known()
    """how well it is known, and what that rests on"""
    passed: bool = False
    """right and without help in a test-out, at least once"""

    @property
    def standing(self) -> Standing:
        """How well it is known."""
        return self.known.standing

    @classmethod
    def of(cls, question: str, outcomes: Sequence[Outcome], day_of: DayOf) -> QuestionProgress:
        """Return what became of a question, from all the attempts at it in the order in which they were made."""
        return cls(
            question,
            tries=sum(not outcome.revealed for outcome in outcomes),
            was_right=any(outcome.right for outcome in outcomes),
            is_closed=any(closes(outcome) for outcome in outcomes),
            known=known_of(outcomes, day_of),
            passed=any(outcome.during == During.TEST_OUT and is_unaided(outcome) for outcome in outcomes),
        )


class LessonProgress(NamedTuple):
    """What became of one lesson."""

    lesson: str
    questions: tuple[QuestionProgress, ...]
    """in the order in which the steps ask them"""
    steps: tuple[str, ...]
    """every step, in order"""
    visited: frozenset[str]
    """the steps that were opened"""
    done: frozenset[str]
    """The steps that were opened and whose questions are closed, and those tested out of: every step, once all that
    ask something are among them."""
    asked: Mapping[str, tuple[str, ...]]
    """from the steps that ask something, in order, to the questions they ask"""

    @property
    def total(self) -> int:
        """How many questions the lesson asks."""
        return len(self.questions)

    @property
    def tried(self) -> int:
        """How many of them were answered at all."""
        return sum(question.standing is not Standing.UNSEEN for question in self.questions)

    @property
    def right(self) -> int:
        """How many were answered right at least once."""
        return sum(question.was_right for question in self.questions)

    @property
    def shaky(self) -> tuple[str, ...]:
        """The questions worth another look."""
        return tuple(question.question for question in self.questions if question.standing is Standing.SHAKY)

    @property
    def share(self) -> float:
        """The share of the steps that are done, from 0 to 1."""
        return len(self.done) / len(self.steps) if self.steps else 1.0

    @property
    def is_done(self) -> bool:
        """Whether every step is done."""
        return len(self.done) == len(self.steps)

    @property
    def passed(self) -> frozenset[str]:
        """The steps that a test-out spares the learner, by one question for all of each."""
        right = {entry.question for entry in self.questions if entry.passed}
        return frozenset(step for step, names in self.asked.items() if not right.isdisjoint(names))

    @property
    def skills(self) -> dict[str, Known]:
        """How well each skill of the lesson is known, by the step that teaches it and asks for it, in order.

        Where one question of a skill stood for all of it in a test-out, the others that were not asked yet are passed
        over. A prediction that came true there shows no skill: its step needs no reading, and that is all.
        """
        shown = {entry.question for entry in self.questions if entry.passed and entry.known.is_answered}
        return {
            step: self.known(names, only_answered=not shown.isdisjoint(names)) for step, names in self.asked.items()
        }

    def known(self, questions: Collection[str], *, only_answered: bool = False) -> Known:
        """Return how well several questions (a step's, a skill's) are known together: as well as the weakest.

        Those not asked yet count where another was answered, unless it goes by those `only_answered`.
        """
        found = [entry.known for entry in self.questions if entry.question in questions]
        return together(one for one in found if one.is_answered or not only_answered)


class Progress(NamedTuple):
    """What became of a course."""

    lessons: Mapping[str, LessonProgress]
    """by lesson id, in the order of the course"""

    @property
    def share(self) -> float:
        """The share of all steps that are done, from 0 to 1."""
        steps = sum(len(lesson.steps) for lesson in self.lessons.values())
        return sum(len(lesson.done) for lesson in self.lessons.values()) / steps if steps else 1.0


class StepPlace(NamedTuple):
    """A step of a course, by its ids."""

    lesson: str
    step: str


def progress_of(
    outline: Outline,
    attempts: Iterable[Outcome],
    visited: Collection[tuple[str, str]] = (),
    calendar: Calendar | None = None,
) -> Progress:
    """Return the progress through the course of `outline`.

    `attempts` are the learner's in the order in which they were made, under the questions' present names
    (`attempts_at`); `visited` are the steps that were opened, as (lesson, step); `calendar` says which day a moment
    belongs to, by default in local time. A question is known by its id alone, so it may move to another lesson and
    take its attempts along.
    """
    day_of = days_of(calendar or Calendar())
    made: defaultdict[str, list[Outcome]] = defaultdict(list)
    for attempt in attempts:
        made[attempt.question].append(attempt)
    questions = {name: QuestionProgress.of(name, outcomes, day_of) for name, outcomes in made.items()}
    lessons = {}
    for lesson, steps in outline.items():
        opened = frozenset(step for step in steps if (lesson, step) in visited)
        asked = tuple(questions.get(name) or QuestionProgress(name) for names in steps.values() for name in names)
        by_step = {step: tuple(names) for step, names in steps.items() if names}
        closed = {entry.question for entry in asked if entry.is_closed}
        done = frozenset(step for step in opened if closed.issuperset(steps[step]))
        learnt = LessonProgress(lesson, asked, tuple(steps), opened, done, by_step)
        if passed := learnt.passed:
            done |= passed
            learnt = learnt._replace(done=frozenset(steps) if done.issuperset(by_step) else done)
        lessons[lesson] = learnt
    return Progress(lessons)


def next_place(progress: Progress, last: tuple[str, str] | None) -> StepPlace | None:
    """Return where to go on: where the learner was, or what comes after it once that lesson is done.

    `last` is the (lesson, step) they were at, or None. A step that the course no longer has leads to the first open
    step of its lesson, or of the course. None once every step is done.
    """
    lessons = progress.lessons
    if last is not None and last[0] in lessons:
        lesson = lessons[last[0]]
        is_at_the_end = lesson.is_done and last[1] == lesson.steps[-1]
        if last[1] in lesson.steps and not is_at_the_end:
            return StepPlace(*last)
    names = list(lessons)
    start = names.index(last[0]) if last is not None and last[0] in lessons else 0
    for name in names[start:] + names[:start]:
        for step in lessons[name].steps:
            if step not in lessons[name].done:
                return StepPlace(name, step)
    return None
