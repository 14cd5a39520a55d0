"""What is due now: the memories of a learner's questions, folded once and then only where an answer came."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from tutor.course.model import Course
from tutor.learner.attempts import Attempt, Clock
from tutor.learner.days import Calendar
from tutor.learner.progress import attempts_at
from tutor.learner.review import Memory, due_questions, estimated_minutes, memory_of
from tutor.learner.store import Store


class Schedule:
    """The review schedule of one learner in one course.

    `refresh` looks at the record: for the first time it folds all of it, which belongs in a thread where that is long.
    """

    def __init__(self, course: Course, store: Store, *, clock: Clock, calendar: Calendar) -> None:
        self.course = course
        self.calendar = calendar
        self._store = store
        self._clock = clock
        self._attempts: tuple[Attempt, ...] = ()
        self._memories: dict[str, Memory] = {}
        self._folded: dict[str, tuple[int, str]] = {}
        """of each question, how many attempts were folded, and the last one's uid"""

    @property
    def today(self) -> date:
        """The learner's day."""
        return self.calendar.day(self._clock())

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """The attempts that count, as of the last `refresh`."""
        return self._attempts

    @property
    def memories(self) -> dict[str, Memory]:
        """The memory of every question that was answered, as of the last `refresh`. A prediction is no recall."""
        return self._memories

    @property
    def _answers(self) -> list[Attempt]:
        return [attempt for attempt in self._attempts if not attempt.is_guess]

    def refresh(self) -> None:
        """Take in what has come into the record: an answer, an import, a reset, another tutor's answers."""
        self._attempts = attempts_at(self.course, self._store.attempts(self.course.id))
        by_question: defaultdict[str, list[Attempt]] = defaultdict(list)
        for attempt in self._answers:
            by_question[attempt.question].append(attempt)
        folded = {question: (len(made), made[-1].uid) for question, made in by_question.items()}
        self._memories = {
            question: self._memories[question]
            if folded[question] == self._folded.get(question)
            else memory_of(made, self.calendar)
            for question, made in by_question.items()
        }
        self._folded = folded

    def due(self) -> tuple[Memory, ...]:
        """Return what is due today, the longest overdue first."""
        return due_questions(self._memories, self.today, self._store.snoozed(self.course.id))

    def minutes(self) -> int:
        """Return how many minutes the review of what is due takes, from the learner's own times."""
        return estimated_minutes(self.due(), self._answers)
