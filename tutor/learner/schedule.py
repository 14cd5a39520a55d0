"""What is due now: the memories of a learner's questions, folded once and then only where an answer came."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property
from operator import attrgetter

from tutor.course.model import Course
from tutor.course.rests import Rests, lessons_below, rests_of
from tutor.course.said import StepName
from tutor.course.slips.causes import Cause
from tutor.learner.attempts import Attempt, Clock
from tutor.learner.causes import CauseCount
from tutor.learner.days import Calendar
from tutor.learner.notices import StoreNotice
from tutor.learner.plan import (
    LENGTHS,
    OVERTIME,
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
from tutor.learner.practice import SETTING, last_slip, questions_for, weak_spots
from tutor.learner.progress import attempts_at
from tutor.learner.review import Memory, credited, due_questions, memory_of, recall_chance
from tutor.learner.store import Store

LENGTH_SETTING = "review"
"""The setting that says how many minutes a sitting takes."""
CREDIT = 0.5
"""The share of a right answer of its own that a question gets when one that rests on it is right."""
LEAST_CREDIT = 0.1
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
        self._own: dict[str, Memory] = {}
        """each question's memory by its own answers alone"""
        self._memories: dict[str, Memory] = {}
        self._right_in: dict[StepName, date] = {}
        """of each skill, the last day on which it was shown: a question of it answered right without help"""
        self._credited: dict[str, tuple[tuple[object, ...], Memory]] = {}
        """each memory with its credit, and what that was made of"""
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
        self._own = own = {
            question: self._own[question]
            if folded[question] == self._folded.get(question)
            else memory_of(made, self.calendar)
            for question, made in by_question.items()
        }
        self._folded = folded
        self._right_in = {
            self._step_of[made.question]: self.calendar.day(made.at)
            for made in self._answers
            if made.right and not made.hints
        }
        self._memories = {name: self._with_credit(memory) for name, memory in own.items()}

    # -- what rests on what ---------------------------------------------------------------------------------------

    @cached_property
    def rests(self) -> Rests:
        """On which skills each skill of the course rests."""
        return rests_of(self.course.lessons, self.course.said)

    @cached_property
    def lessons_below(self) -> Mapping[str, tuple[str, ...]]:
        """On which other lessons the skills of each lesson rest."""
        return lessons_below(self.rests)

    @cached_property
    def _step_of(self) -> dict[str, StepName]:
        return {question.id: (lesson.id, step.id) for lesson, step, question in self.course.all_questions()}

    @cached_property
    def _above(self) -> dict[StepName, dict[StepName, float]]:
        """Of each skill, those that use it, each with the share of a right answer there that counts here.

        The skill itself is one: its questions ask for one idea. What rests on what rests on it counts half as much.
        """
        found: dict[StepName, dict[StepName, float]] = {}
        for step, below in self.rests.items():
            shares = {step: CREDIT}
            level, share = set(below), CREDIT
            while level and share >= LEAST_CREDIT:
                shares |= {one: share for one in level if one not in shares}
                level = {two for one in level for two in self.rests.get(one, ())}
                share /= 2
            for one, share_of_it in shares.items():
                found.setdefault(one, {})[step] = share_of_it
        return found

    def _covers(self, question: str) -> dict[str, float]:
        """Return the questions that a right answer to this one counts for, each with its share."""
        step = self._step_of[question]
        return {
            name: share
            for name in self._memories
            if name != question and (share := self._above.get(self._step_of[name], {}).get(step)) is not None
        }

    def below(self, question: str) -> str:
        """Return what to ask first where a question went wrong: the least firm of those on which it rests; "" for none.

        Only what was answered before: what is not learnt yet belongs in its lesson.
        """
        steps = self.rests.get(self._step_of[question], ())
        known = [memory for name, memory in self._memories.items() if self._step_of.get(name) in steps]
        weakest = min(known, key=lambda memory: (recall_chance(memory, self.today), memory.question), default=None)
        return weakest.question if weakest is not None else ""

    def _with_credit(self, memory: Memory) -> Memory:
        """Return a memory with credit for the right answer since then that counts most here."""
        above = self._above.get(self._step_of[memory.question], {})
        used = tuple(
            (self._right_in[step], share)
            for step, share in above.items()
            if step in self._right_in and self._right_in[step] > memory.last
        )
        known = self._credited.get(memory.question)
        if known is None or known[0] != (memory, used):
            given = [credited(memory, day, share) for day, share in used]
            best = max(given, key=attrgetter("credit"), default=memory)
            known = self._credited[memory.question] = (memory, used), best
        return known[1]

    def due(self) -> tuple[Memory, ...]:
        """Return what is due today, the longest overdue first."""
        return due_questions(self._memories, self.today, self._store.snoozed(self.course.id))

    # -- weak spots ---------------------------------------------------------------------------------------------------

    def weak_spots(self) -> tuple[CauseCount, ...]:
        """Return the slips that were heard three times since they were practised, the commonest first."""
        return weak_spots(self.course.id, self._attempts, self._store.settings())

    def questions_to_practise(self, cause: Cause) -> tuple[str, ...]:
        """Return the questions of a practice from one cause. Labs are run for it: fit for a thread."""
        return questions_for(self.course, self._attempts, cause, seed=self.today.toordinal())

    def practised(self, cause: Cause, last_slip: str) -> StoreNotice | None:
        """Keep that a cause was practised after its last slip, an attempt by its uid: it counts anew from there."""
        return self._store.save_setting(SETTING.format(course=self.course.id, cause=cause), last_slip)

    def last_slip(self, cause: Cause) -> str:
        """Return the uid of the last attempt in which a cause was heard."""
        return last_slip(self._attempts, cause)

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
        questions = mixed(asked, seed=self.today.toordinal())
        return Portion(questions, minutes, len(items) - len(asked), OVERTIME * seconds)

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
        return by_need(self.due(), self.today, self._usual(), kinds, self._covers)

    def _usual(self) -> Callable[[str], float]:
        return usual_seconds(self._answers)

    def _seconds_done(self) -> float:
        return seconds_reviewed(self._attempts, self.today, self.calendar)
