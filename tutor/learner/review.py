"""When each answered question is due again, and a session that asks what is due.

The schedule is FSRS-6 (package `fsrs`) with its own parameters and a wanted recall of 90%, without its random fuzz, so
that the same record always gives the same schedule. It counts in whole days: learning steps of minutes would make a
lesson due again while it is still being read, and a wrong response comes back within the session anyway.

Grades. Every time a question is asked, the first response alone is graded, for only that one is remembered rather than
worked out from the feedback. Wrong is Again. Right is Good. Right after a hint is Hard: in FSRS that is a recall that
took effort, a pass that lengthens the interval little; Again would say that nothing was remembered, and make a hint as
costly as a mistake. Easy is never given, because a learner is not asked how it felt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from datetime import UTC, date, datetime, time, timedelta

from tutor.dataclass import dataclass
from tutor.learner.attempts import Attempt, rounds
from tutor.learner.days import Calendar
from tutor.namedtuple import NamedTuple

RETURNS_AFTER = 3
"""How many other questions come before one that was answered wrong returns."""


class Memory(NamedTuple):
    """What FSRS makes of one question's attempts."""

    question: str
    lesson: str
    """where it was asked last"""
    due: date
    last: date
    """the day on which it was asked last"""
    stability: float
    """days until the chance of recalling it has fallen to 90%"""
    difficulty: float
    """from 1 to 10"""
    reviews: int
    """how many times it was graded"""
    lapses: int
    """how many of them were wrong"""
    credit: int = 0
    """days by which it is due later, because something that rests on it was right meanwhile"""


def memory_of(attempts: Sequence[Attempt], calendar: Calendar) -> Memory:
    """Return the memory of one question that was answered at least once, from all of the attempts at it, in order.

    A year of attempts takes a tenth of a second to fold; after one more answer, only its question needs it again.
    """
    # Imported here: it takes 30 ms, and a first start has nothing to review.
    from fsrs import Card, Rating, Scheduler

    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    graded = graded_attempts(attempts, calendar)
    # A card without a number and a time would take both from the clock.
    card = Card(card_id=0, due=_noon(calendar.day(graded[0].at)))
    for attempt in graded:
        grade = Rating.Again if not attempt.right else Rating.Hard if attempt.hints else Rating.Good
        # Noon to noon, so that FSRS counts the days of the calendar and not stretches of 24 hours.
        card, _ = scheduler.review_card(card, grade, _noon(calendar.day(attempt.at)))
    return Memory(
        question=attempts[-1].question,
        lesson=attempts[-1].lesson,
        due=card.due.date(),
        last=calendar.day(graded[-1].at),
        stability=card.stability or 0.0,
        difficulty=card.difficulty or 0.0,
        reviews=len(graded),
        lapses=sum(not attempt.right for attempt in graded),
    )


def recall_chance(memory: Memory, today: date) -> float:
    """Return the chance that a question would be recalled on a day, from 0 to 1: FSRS's power law of forgetting."""
    from fsrs import Card, Scheduler

    card = Card(card_id=0, due=_noon(memory.due), stability=memory.stability, last_review=_noon(memory.last))
    # Asked after today by a clock that was wrong then: nothing can have been forgotten yet.
    since = max((today - memory.last).days - memory.credit, 0)
    return Scheduler().get_card_retrievability(card, _noon(memory.last + timedelta(days=since)))


def credited(memory: Memory, day: date, share: float) -> Memory:
    """Return a memory with credit for a right answer, on `day`, to a question that rests on this one.

    Whoever gets the whole right has used the part, though it was not asked. So its day is put off by a share (0 to 1)
    of what it would be by a right answer of its own. How firm it is stays as it was: that is for its own answers.
    """
    from fsrs import Card, Rating, Scheduler, State

    if day <= memory.last:
        return memory
    scheduler = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
    card = Card(
        card_id=0,
        state=State.Review,
        stability=memory.stability,
        difficulty=memory.difficulty,
        due=_noon(memory.due),
        last_review=_noon(memory.last),
    )
    card, _ = scheduler.review_card(card, Rating.Good, _noon(day))
    credit = max(round(share * (card.due.date() - memory.due).days), 0)
    return memory._replace(due=memory.due + timedelta(days=credit), credit=credit)


def graded_attempts(attempts: Sequence[Attempt], calendar: Calendar) -> list[Attempt]:
    """Return those of one question's attempts that tell what was remembered: the first of each round and day."""
    graded = []
    for asked in rounds(attempts):
        days: set[date] = set()
        for attempt in asked:
            day = calendar.day(attempt.at)
            if day not in days:
                days.add(day)
                graded.append(attempt)
    return graded


def due_questions(
    memories: Mapping[str, Memory], today: date, snoozed: Mapping[str, date] | None = None
) -> tuple[Memory, ...]:
    """Return what is due on a day, the longest overdue first, without what was put off until later (`snoozed`)."""
    put_off = snoozed or {}
    due = [
        memory
        for memory in memories.values()
        # Asked after today: the clock was wrong then, and the schedule with it.
        if (memory.due <= today or memory.last > today) and put_off.get(memory.question, today) <= today
    ]
    return tuple(sorted(due, key=lambda memory: (memory.due, memory.question)))


@dataclass(frozen=True)
class ReviewSession:
    """The questions of one review, the present one first. It may be stopped at any time; nothing is lost by it."""

    queue: tuple[str, ...]
    kinds: Mapping[str, str] = field(default_factory=dict)
    """what kind each question is, so that one that returns does not stand beside another of its kind"""
    results: Mapping[str, bool] = field(default_factory=dict)
    """of each question asked so far, whether its first response was right"""

    @property
    def question(self) -> str | None:
        """The question to ask now, or None at the end."""
        return self.queue[0] if self.queue else None

    def answered(self, *, right: bool, returns: bool = True, below: str = "") -> ReviewSession:
        """Return the session after the present question: a wrong one `returns` a little later.

        What it rests on (`below`) is asked before it does.
        """
        asked, rest = self.queue[0], self.queue[1:]
        results = {asked: right, **self.results}
        if right or not returns:
            return replace(self, queue=rest, results=results)
        if below and below not in self.results and below != asked:
            rest = tuple(name for name in rest if name != below)
            rest = (*rest[:1], below, *rest[1:])
        at = self._place_to_return(asked, rest)
        return replace(self, queue=(*rest[:at], asked, *rest[at:]), results=results)

    def ended(self) -> ReviewSession:
        """Return the session with nothing left to ask: what was left stays due."""
        return replace(self, queue=())

    def _place_to_return(self, asked: str, rest: Sequence[str]) -> int:
        """Return where a question returns: a little later, between two of other kinds where there is such a place."""
        kind = self.kinds.get(asked)
        for at in range(min(RETURNS_AFTER, len(rest)), len(rest) + 1):
            beside = rest[max(at - 1, 0) : at + 1]
            if kind is None or all(self.kinds.get(other) != kind for other in beside):
                return at
        return min(RETURNS_AFTER, len(rest))

    def knowing(self, kinds: Mapping[str, str]) -> ReviewSession:
        """Return the session that knows the kinds of more questions."""
        return replace(self, kinds={**self.kinds, **kinds})

    def skipped(self) -> ReviewSession:
        """Return the session without the present question, which stays due (or is snoozed)."""
        return replace(self, queue=tuple(name for name in self.queue if name != self.queue[0]))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
