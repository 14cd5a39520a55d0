"""A sitting: questions asked one after the other away from their steps, in a review or when testing out of a lesson."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from datetime import date, timedelta

from tutor.course.model import LabUse, Lesson, Step
from tutor.course.questions import Question
from tutor.learner.attempts import During
from tutor.learner.progress import StepPlace
from tutor.learner.review import ReviewSession, mixed
from tutor.learner.schedule import Schedule
from tutor.learner.skills import questions_to_test_out, skills_of
from tutor.session.answering import Answering, Host, Occasion
from tutor.session.session import Session
from tutor.session.visit import Visit, Watcher
from tutor.session.vocabulary import WORD_AFTER, among, words_to_ask

SNOOZE_DAYS = 7

Item = tuple[Lesson, Step, Question]
"""A question with the lesson and the step that ask it."""


class Sitting(ABC):
    """The questions of one sitting, the present one first; it may be stopped at any time."""

    during: During

    def __init__(self, host: Host, items: Iterable[Item], watcher: Watcher) -> None:
        """Begin a sitting with its first question."""
        self._host = host
        self._items = {question.id: (lesson, step, question) for lesson, step, question in items}
        self._queue = ReviewSession(tuple(self._items))
        self._watcher = watcher
        self.visit: Visit | None = None
        """the visit to the present question; None at the end"""
        self._ask()

    # -- what there is to see -----------------------------------------------------------------------------------------

    @property
    def answering(self) -> Answering | None:
        """The present question; None at the end."""
        return self.visit.answerings[0] if self.visit is not None else None

    @property
    def place(self) -> tuple[Lesson, Step] | None:
        """The lesson and the step that ask the present question; None at the end."""
        if self._queue.question is None:
            return None
        lesson, step, _ = self._items[self._queue.question]
        return lesson, step

    @property
    def left(self) -> int:
        """How many questions are left, the present one among them."""
        return len(self._queue.queue)

    @property
    def results(self) -> dict[str, bool]:
        """Of each question answered so far, whether its first response was right."""
        found = dict(self._queue.results)
        answering = self.answering
        if answering is not None and answering.first_right is not None:
            found.setdefault(answering.question.id, answering.first_right)
        return found

    @property
    @abstractmethod
    def may_return(self) -> bool:
        """Whether the present question will come again in this sitting."""

    # -- what the learner does ----------------------------------------------------------------------------------------

    def go_on(self) -> None:
        """Go on to the next question. One that was not answered is skipped: it stays as it was."""
        self._leave(returns=self.may_return)

    def _leave(self, *, returns: bool) -> None:
        answering = self.answering
        if answering is None:
            return
        if answering.first_right is None:
            self._queue = self._queue.skipped()
        else:
            self._queue = self._queue.answered(right=answering.first_right, returns=returns)
        self._ask()

    def _ask(self) -> None:
        if self.visit is not None:
            self.visit.leave()
        if self._queue.question is None:
            self.visit = None
            return
        lesson, step, question = self._items[self._queue.question]
        self.visit = Visit(
            self._host, lab_for(question, step), (question,), self._occasion(lesson, question), self._watcher
        )

    def _occasion(self, lesson: Lesson, question: Question) -> Occasion:  # noqa: ARG002 - a review asks by memory
        return Occasion(lesson.id, self.during)


class Review(Sitting):
    """What is due, in mixed order, and now and then a word of the course. A wrong one returns in the same sitting; any
    may be skipped or put off."""

    during = During.REVIEW

    def __init__(self, session: Session, schedule: Schedule, watcher: Watcher) -> None:
        """Begin a review of what is due today, in the order of the day: the same when it is opened again."""
        self.schedule = schedule
        self._session = session
        order = mixed(schedule.due(), seed=schedule.today.toordinal())
        known = {question.id: (lesson, step, question) for lesson, step, question in schedule.course.all_questions()}
        asked = [known[name] for name in order if name in known]
        super().__init__(
            session, among(asked, words_to_ask(session, schedule, wanted=len(asked) // WORD_AFTER)), watcher
        )

    @property
    def may_return(self) -> bool:
        """Whether the present question was answered wrong and will come again."""
        return self.answering is not None and self.answering.first_right is False

    def _occasion(self, lesson: Lesson, question: Question) -> Occasion:
        return Occasion(lesson.id, self.during, self.schedule.memories.get(question.id))

    def snooze(self) -> date | None:
        """Put the present question off for a week, however it was answered; return until when."""
        if self.answering is None:
            return None
        until = self.schedule.today + timedelta(days=SNOOZE_DAYS)
        session = self._session
        session.tell(session.store.snooze(session.course_id, self.answering.question.id, until))
        self._leave(returns=False)
        return until


class TestOut(Sitting):
    """One question for each skill of a lesson, asked once: what is known is marked, the rest is for the lesson."""

    during = During.TEST_OUT

    def __init__(self, session: Session, lesson: Lesson, watcher: Watcher) -> None:
        """Begin testing out of a lesson."""
        self.lesson = lesson
        asked = {question.id for question in questions_to_test_out(lesson)}
        items = ((lesson, step, question) for step in lesson.steps for question in step.questions)
        super().__init__(session, (item for item in items if item[2].id in asked), watcher)

    @property
    def may_return(self) -> bool:
        """Return False: what was missed is for the lesson."""
        return False

    @property
    def first_missed(self) -> StepPlace:
        """The first step whose skill was missed; the lesson as it was left where none was."""
        missed = (
            skill.step
            for skill in skills_of(self.lesson)
            if any(self.results.get(name) is False for name in skill.questions)
        )
        return StepPlace(self.lesson.id, next(missed, ""))


def lab_for(question: Question, step: Step) -> LabUse | None:
    """Return the lab to be seen with a question: its step's, where it is a prediction."""
    return step.lab if question.single_try else None
