"""A sitting: questions asked one by one away from their steps, in a review, in a practice, in testing out."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from tutor.course.model import LabUse, Lesson, Step
from tutor.course.questions import Question
from tutor.course.slips.causes import Cause, cause_of
from tutor.learner.attempts import During
from tutor.learner.plan import LENGTHS
from tutor.learner.progress import StepPlace
from tutor.learner.review import ReviewSession
from tutor.learner.schedule import Schedule
from tutor.learner.skills import questions_to_test_out, skills_of
from tutor.session.answering import Answering
from tutor.session.host import Host, Occasion
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
        self._watcher = watcher
        self.visit: Visit | None = None
        """the visit to the present question; None at the end"""
        self._begin(items)

    def _begin(self, items: Iterable[Item]) -> None:
        self._items = {question.id: (lesson, step, question) for lesson, step, question in items}
        kinds = {name: question.kind for name, (_, _, question) in self._items.items()}
        self._queue = ReviewSession(tuple(self._items), kinds)
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

    @property
    def goes_on(self) -> bool:
        """Whether a question comes after the present one."""
        return self.left > 1 or self.may_return

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
            below = "" if answering.first_right else self._below(answering.question.id)
            self._queue = self._queue.answered(right=answering.first_right, returns=returns, below=below)
        if self._is_long_enough:
            self._queue = self._queue.ended()
        self._ask()

    @property
    def _is_long_enough(self) -> bool:
        """Whether it ends here, whatever is left."""
        return False

    def _below(self, question: str) -> str:  # noqa: ARG002 - only a review knows what was answered before
        """Return what is asked first before a question that went wrong returns; "" for nothing."""
        return ""

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

    def _occasion(self, lesson: Lesson, question: Question) -> Occasion:
        _, step, _ = self._items[question.id]
        asked = tuple(one.id for one in step.questions)
        # A word is asked beside the skills.
        return Occasion(lesson.id, self.during, skill=asked if question.id in asked else ())


class Review(Sitting):
    """A portion of what is due, mixed, and now and then a word. A wrong one returns; any may be skipped or put off.

    It ends when it has taken half as long again as it was to take: what is left is for the days after.
    It can be left for a while, to see where something was taught, and gone on with.
    """

    during = During.REVIEW

    def __init__(self, session: Session, schedule: Schedule, watcher: Watcher) -> None:
        """Begin a review in the order of the day: the same when it is opened again."""
        self.schedule = schedule
        self.day = schedule.today
        self._session = session
        super().__init__(session, self._next(), watcher)

    def _next(self) -> Iterable[Item]:
        """Return what this sitting asks, and keep how much that is."""
        schedule = self.schedule
        self.portion = schedule.next_portion()
        self._begun_at = self._session.clock()
        known = {question.id: (lesson, step, question) for lesson, step, question in schedule.course.all_questions()}
        asked = [known[name] for name in self.portion.questions]
        return among(asked, words_to_ask(self._session, schedule, wanted=len(asked) // WORD_AFTER))

    @property
    def _is_long_enough(self) -> bool:
        made = self._session.attempts()
        since = (one.seconds for one in made if one.at >= self._begun_at and one.during is During.REVIEW)
        return sum(since) >= self.portion.limit

    @property
    def goes_on(self) -> bool:
        """Whether a question comes after the present one: one is left, and there is time for it."""
        return super().goes_on and not self._is_long_enough

    def _below(self, question: str) -> str:
        _, step, asked = self._items[question]
        # A word rests on nothing that is asked.
        name = self.schedule.below(question) if asked in step.questions else ""
        if name and name not in self._items:
            known = {one.id: (lesson, step, one) for lesson, step, one in self.schedule.course.all_questions()}
            self._items[name] = known[name]
            self._queue = self._queue.knowing({name: known[name][2].kind})
        return name

    @classmethod
    def begun(cls, left: Review | None, session: Session, schedule: Schedule, watcher: Watcher) -> Review:
        """Return the review that was `left` to read something, gone on with; a new one where that is another day's."""
        if left is None or left.schedule is not schedule or left.day != schedule.today:
            return cls(session, schedule, watcher)
        left._go_on_after_reading(watcher)
        return left

    def _go_on_after_reading(self, watcher: Watcher) -> None:
        """Go on where the learner left to read: with this question, or after it where it was answered."""
        self._watcher = watcher
        if self.answering is not None and self.answering.first_right is not None:
            self._leave(returns=self.may_return)
        else:
            self._ask()

    @property
    def may_change_length(self) -> bool:
        """Whether the learner can still say how long it shall be: nothing was answered yet."""
        return self.answering is not None and not self.results

    @property
    def next_length(self) -> int:
        """The minutes that `change_length` gives it."""
        return LENGTHS[(LENGTHS.index(self.schedule.length) + 1) % len(LENGTHS)]

    def change_length(self) -> None:
        """Make it as long as the next of the lengths to choose from, and begin anew."""
        if self.may_change_length:
            self._session.tell(self.schedule.choose_length(self.next_length))
            self._begin(self._next())

    def begin_another(self) -> None:
        """Ask another portion, where more is due than there was time for."""
        self._begin(self._next())

    @property
    def may_return(self) -> bool:
        """Whether the present question was answered wrong and will come again."""
        was_wrong = self.answering is not None and self.answering.first_right is False
        return was_wrong and not self._is_long_enough

    def _occasion(self, lesson: Lesson, question: Question) -> Occasion:
        memory = self.schedule.memories.get(question.id)
        return super()._occasion(lesson, question)._replace(memory=memory)

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

    def __init__(self, session: Session, lesson: Lesson, watcher: Watcher, only: str = "") -> None:
        """Begin testing out of a lesson, or with `only` of what one question of it asks."""
        self.lesson = lesson
        self.only = only
        asked = {only} if only else {question.id for question in questions_to_test_out(lesson)}
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


class Practice(Sitting):
    """A few questions in which one slip is easily made, asked once. At its end the slip counts anew."""

    during = During.PRACTICE

    def __init__(
        self, session: Session, schedule: Schedule, cause: Cause, questions: Sequence[str], watcher: Watcher
    ) -> None:
        """Begin a practice from one cause; `questions` are its ids, in order."""
        self.cause = cause
        self.schedule = schedule
        self._session = session
        self._last_slip = schedule.last_slip(cause)
        """the last one before it"""
        self.count = len(questions)
        """how many there are"""
        known = {question.id: (lesson, step, question) for lesson, step, question in schedule.course.all_questions()}
        super().__init__(session, [known[name] for name in questions], watcher)

    @property
    def may_return(self) -> bool:
        """Return False: each is asked once."""
        return False

    @property
    def slips(self) -> int:
        """How often the slip was made here as well."""
        self.schedule.refresh()
        attempts = self.schedule.attempts
        start = next((at for at, one in enumerate(attempts) if one.uid == self._last_slip), -1)
        return sum(
            one.during is During.PRACTICE and cause_of(one.mistake) is self.cause for one in attempts[start + 1 :]
        )

    def go_on(self) -> None:
        """Go on to the next question; after the last one, the slip was practised."""
        super().go_on()
        if self.answering is None and self.results:
            self._session.tell(self.schedule.practised(self.cause, self._last_slip))


def lab_for(question: Question, step: Step) -> LabUse | None:
    """Return the lab to be seen with a question: its step's, where it is a prediction."""
    return step.lab if question.single_try else None
