"""What is due now: the memories of a learner's questions, folded once and then only where an answer came."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable
from datetime import date

from tutor.course.model import Course
from tutor.learner.attempts import Attempt, Clock
from tutor.learner.days import Calendar
from tutor.learner.notices import StoreNotice
from tutor.learner.plan import (
    LENGTHS,
    USUAL_LENGTH,
    Item,
    Portion,
    by_need,
    fitting,
    mixed,
    seconds_reviewed,
    spread,
    usual_seconds,
)
from tutor.learner.progress import attempts_at
from tutor.learner.review import Memory, due_questions, memory_of
from tutor.learner.store import Store

LENGTH_SETTING = "review"
"""The setting that says how many minutes a sitting takes."""
LEAST_ROOM = 60.0
"""Seconds: with less than these left, today's review is done."""


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

    # -- in portions --------------------------------------------------------------------------------------------------

    @property
    def length(self) -> int:
        """How many minutes the learner wants a sitting to take."""
        chosen = self._store.settings().get(LENGTH_SETTING, "")
        return int(chosen) if chosen in map(str, LENGTHS) else USUAL_LENGTH

    def choose_length(self, minutes: int) -> StoreNotice | None:
        """Keep how many minutes a sitting shall take, one of `LENGTHS`."""
        return self._store.save_setting(LENGTH_SETTING, str(minutes))

    def today_portion(self) -> Portion:
        """Return what is still to do today: what fits the minutes the learner gives it, less those already done."""
        room = 60 * self.length - self._seconds_done()
        return self._portion(room if room >= LEAST_ROOM else 0)

    def next_portion(self) -> Portion:
        """Return what a sitting asks that begins now.

        It takes up what is left of today's minutes. Who has done those and asks for more gets as many again.
        """
        room = 60 * self.length - self._seconds_done()
        return self._portion(room if room >= LEAST_ROOM else 60 * self.length)

    def _portion(self, seconds: float) -> Portion:
        items = self._items()
        asked = fitting(items, seconds) if seconds else ()
        minutes = math.ceil(sum(item.seconds for item in asked) / 60)
        return Portion(mixed(asked, seed=self.today.toordinal()), minutes, len(items) - len(asked))

    def coming(self, days: int) -> tuple[tuple[date, int], ...]:
        """Return how many questions each of the next days asks, from today on, when every day takes its portion."""
        return spread(
            self._memories.values(),
            self.today,
            days,
            seconds=self._usual(),
            each_day=60 * self.length,
            done_today=self._seconds_done(),
            snoozed=self._store.snoozed(self.course.id),
        )

    def _items(self) -> tuple[Item, ...]:
        kinds = {question.id: question.kind for _, _, question in self.course.all_questions()}
        return by_need(self.due(), self.today, self._usual(), kinds)

    def _usual(self) -> Callable[[str], float]:
        return usual_seconds(self._answers)

    def _seconds_done(self) -> float:
        return seconds_reviewed(self._attempts, self.today, self.calendar)
