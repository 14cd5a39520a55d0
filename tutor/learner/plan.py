"""A review in portions: what a sitting of a few minutes asks, in which order, and how the rest is spread.

What is due is often more than anyone wants to do at once: a week away makes hours of it. So a sitting takes what is
most likely forgotten and has waited longest, as much of it as fits its minutes, and the rest waits for the days after.
Nothing is dropped: what waits comes to the front by waiting. By the chance of forgetting alone it would not, for what
goes wrong again and again would stand before it every day.
"""

from __future__ import annotations

import random
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from statistics import median

from tutor.learner.attempts import Attempt, During, rounds
from tutor.learner.days import Calendar
from tutor.learner.review import Memory, recall_chance
from tutor.namedtuple import NamedTuple

LENGTHS = (5, 10, 20)
"""How many minutes a sitting may take."""
USUAL_LENGTH = 10
PATIENCE = 7.0
"""Days: whatever has waited for so long is as much in need as what is forgotten for certain."""
OVERTIME = 1.5
"""A sitting ends when it has taken so many times the minutes that it was to take: what is left of it waits.

What is usual can be foreseen; a day on which much goes wrong cannot: each wrong one comes back, after what it rests on.
"""
USUAL_SECONDS = 40.0
"""How long a question takes someone of whom nothing is known yet."""


class Portion(NamedTuple):
    """What a review asks at one time."""

    questions: tuple[str, ...]
    """in the order in which they are asked"""
    minutes: int
    """how long they take, rounded up, from the learner's own times"""
    waiting: int
    """how many more are due, and wait for the days after"""
    limit: float = 0.0
    """seconds after which a sitting of it ends, with whatever is left: what takes longer than foreseen"""


class Item(NamedTuple):
    """A question that may be asked in a sitting."""

    question: str
    lesson: str
    kind: str
    seconds: float
    """how long it will take, coming back after a wrong response included"""


def usual_seconds(attempts: Iterable[Attempt]) -> Callable[[str], float]:
    """Return what tells how long a question takes this learner, in seconds.

    Of each question the median time from being asked to being over; where it was never over, the median of all.
    """
    by_question: defaultdict[str, list[Attempt]] = defaultdict(list)
    for attempt in attempts:
        by_question[attempt.question].append(attempt)
    usual = {
        question: median(sum(attempt.seconds for attempt in asked) for asked in rounds(made))
        for question, made in by_question.items()
    }
    otherwise = median(usual.values()) if usual else USUAL_SECONDS
    return lambda question: usual.get(question, otherwise)


def by_need(
    due: Iterable[Memory],
    today: date,
    seconds: Callable[[str], float],
    kinds: Mapping[str, str],
    covers: Callable[[str], Mapping[str, float]] = lambda _: {},
) -> tuple[Item, ...]:
    """Return what is due, what is most needed first: what is likely forgotten or waits, with its parts.

    A question's need is the chance that it is forgotten and a seventh for each day that it has waited, and a share of
    that of each other one that a right answer to it counts for (`covers`); that share of it is then seen to. `kinds`
    says what kind each question is. One that will be wrong comes back within the sitting, so its time counts
    1 + (1 - chance of recalling it) times.
    """
    memories = {memory.question: memory for memory in due}
    waited = {name: max((today - memory.due).days, 0) for name, memory in memories.items()}
    forgotten = {name: 1 - recall_chance(memory, today) for name, memory in memories.items()}
    shares = {name: {other: share for other, share in covers(name).items() if other in memories} for name in memories}
    left = {name: chance + waited[name] / PATIENCE for name, chance in forgotten.items()}
    order = []
    while left:
        needs = {
            name: need + sum(share * left.get(other, 0.0) for other, share in shares[name].items())
            for name, need in left.items()
        }
        name = max(left, key=lambda one: (needs[one], one))
        del left[name]
        left |= {other: left[other] * (1 - share) for other, share in shares[name].items() if other in left}
        took = seconds(name) * (1 + forgotten[name])
        order.append(Item(name, memories[name].lesson, kinds.get(name, ""), took))
    return tuple(order)


def fitting(items: Sequence[Item], seconds: float) -> tuple[Item, ...]:
    """Return as many of the items, the first ones first, as fit so many seconds; at least one, where there is one.

    Where one kind would be more than half of them, others that wait take the place of its last, so that no two of a
    kind need to follow each other.
    """
    chosen: list[Item] = []
    total = 0.0
    for item in items:
        if chosen and total + item.seconds > seconds:
            break
        chosen.append(item)
        total += item.seconds
    for other in items[len(chosen) :]:
        kind, most = Counter(item.kind for item in chosen).most_common(1)[0]
        if 2 * most <= len(chosen) + 1:
            break
        if other.kind != kind:
            last = max(at for at, item in enumerate(chosen) if item.kind == kind)
            chosen[last] = other
    return tuple(chosen)


def mixed(items: Iterable[Item], seed: int) -> tuple[str, ...]:
    """Return the questions in mixed order, by chance: no two of a kind in a row, nor of a lesson.

    As far as that can be; the kind goes before the lesson. The same seed gives the same order.
    """
    left = sorted(items)
    random.Random(seed).shuffle(left)
    order: list[Item] = []
    while left:
        fitting = _next_by([item.kind for item in left], order[-1].kind if order else None)
        among = [item for item in left if item.kind in fitting]
        lessons = _next_by([item.lesson for item in among], order[-1].lesson if order else None)
        item = next(item for item in among if item.lesson in lessons)
        order.append(item)
        left.remove(item)
    return tuple(item.question for item in order)


def _next_by(names: Sequence[str], previous: str | None) -> set[str]:
    """Return which of the names may come next: not the previous one again, and one that is over half of all at once."""
    name, most = Counter(names).most_common(1)[0]
    if name != previous and 2 * most > len(names):
        return {name}
    return {other for other in names if other != previous} or {name}


def seconds_reviewed(attempts: Iterable[Attempt], day: date, calendar: Calendar) -> float:
    """Return how long the learner has reviewed on a day."""
    return sum(
        attempt.seconds for attempt in attempts if attempt.during is During.REVIEW and calendar.day(attempt.at) == day
    )


def spread(
    memories: Iterable[Memory],
    today: date,
    days: int,
    *,
    seconds: Callable[[str], float],
    each_day: float,
    done_today: float = 0.0,
    snoozed: Mapping[str, date] | None = None,
) -> tuple[tuple[date, int], ...]:
    """Return how many questions each of the next days asks, from today on, when every day takes its portion.

    `each_day` is a portion's length in seconds, of which `done_today` is over already. What does not fit a day waits
    for the next. What comes due anew by being asked is not foreseen.
    """
    put_off = snoozed or {}
    coming: defaultdict[date, list[Memory]] = defaultdict(list)
    for memory in memories:
        due = today if memory.last > today else max(memory.due, today)
        coming[max(due, put_off.get(memory.question, today))].append(memory)
    waiting: list[Memory] = []
    found = []
    for number in range(days):
        day = today + timedelta(days=number)
        waiting += coming.pop(day, [])
        room = each_day - (done_today if day == today else 0.0)
        asked = {item.question for item in fitting(by_need(waiting, day, seconds, {}), room)} if room > 0 else set()
        found.append((day, len(asked)))
        waiting = [memory for memory in waiting if memory.question not in asked]
    return tuple(found)
