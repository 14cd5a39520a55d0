"""How well a question is known: by the days on which it was right at once and without help, and how far they lie apart.

Once right shows little: it may be luck, or still fresh from the page. So a question is learnt where it was right at
three times that lie further and further apart: the second a day at least after the first, the third a week at least
after the second, and none wrong in between. A day counts by its first response: what comes right after a wrong guess,
with a hint, or after the answer was shown, does not. Nothing of this is stored; it is read off the attempts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import StrEnum

from tutor.learner.attempts import Outcome, is_guess
from tutor.namedtuple import NamedTuple

DayOf = Callable[[int], date]
"""Says which day a moment belongs to, in milliseconds since 1970, UTC (`Calendar.day`)."""

GAPS = (1, 7)
"""Days that lie at least between the first right answer and the second, and between that and the third."""


class Standing(StrEnum):
    """How well a question is known, from nothing to all."""

    UNSEEN = "unseen"
    PREDICTED = "predicted"
    """nothing but a prediction was asked of it so far, and that shows nothing learnt, right or wrong"""
    SHAKY = "shaky"
    """on the last day it was wrong at first, or needed a hint, or the answer was revealed"""
    RIGHT = "right"
    """right without help on the last day, and not yet often enough at intervals that are long enough"""
    LEARNT = "learnt"
    """right without help three times at growing intervals, and never wrong since"""


class Known(NamedTuple):
    """How well a question is known, or several together, and what that rests on."""

    standing: Standing = Standing.UNSEEN
    times: int = 0
    """on how many days it was right without help since it was last wrong or helped with"""
    days: int = 0
    """over how many days that was, the first and the last counted"""
    was_right: bool = False
    """it was right without help on some day, though not on the last"""
    left: int = 0
    """of several, how many were not asked yet"""
    due: date | None = None
    """when it comes back; None where that is not known"""

    @property
    def is_answered(self) -> bool:
        """Whether it was answered, and not by a prediction alone."""
        return self.standing in (Standing.SHAKY, Standing.RIGHT, Standing.LEARNT)

    @property
    def is_right(self) -> bool:
        """Whether it was right without help on the last day."""
        return self.standing in (Standing.RIGHT, Standing.LEARNT)


def is_unaided(outcome: Outcome) -> bool:
    """Return whether a response was right, and without help."""
    return outcome.right and not outcome.revealed and not outcome.hints


def known_of(outcomes: Iterable[Outcome], day_of: DayOf) -> Known:
    """Return how well one question is known by all the attempts at it, in the order in which they were made."""
    is_asked = False
    days: dict[date, bool] = {}
    for outcome in outcomes:
        is_asked = True
        if is_guess(outcome):
            continue
        day = day_of(outcome.at)
        if day not in days:
            days[day] = is_unaided(outcome)
        elif not outcome.right:
            # A hint read later that day takes nothing away from what came at once; a wrong answer does.
            days[day] = False
    if not days:
        return Known(Standing.PREDICTED if is_asked else Standing.UNSEEN)
    run: list[date] = []
    for day, is_right in days.items():
        if is_right:
            run.append(day)
        else:
            run.clear()
    if not run:
        return Known(Standing.SHAKY, was_right=any(days.values()))
    return Known(
        Standing.LEARNT if _times_apart(run) > len(GAPS) else Standing.RIGHT,
        times=len(run),
        days=(max(run) - min(run)).days + 1,
    )


def _times_apart(days: Sequence[date]) -> int:
    """Return how many of the days, taken as early as can be, lie as far apart as `GAPS` wants; one more at most."""
    count, last = 1, days[0]
    for day in days:
        if count <= len(GAPS) and (day - last).days >= GAPS[count - 1]:
            count, last = count + 1, day
    return count


def together(known: Iterable[Known]) -> Known:
    """Return how well several questions (a step's, a skill's) are known together: as well as the weakest of them.

    Those not asked yet count only where another was answered: what is half learnt is shaky. A prediction counts for
    nothing beside an answer.
    """
    found = tuple(known)
    answered = [one for one in found if one.is_answered]
    if not answered:
        is_predicted = any(one.standing is Standing.PREDICTED for one in found)
        return Known(Standing.PREDICTED if is_predicted else Standing.UNSEEN)
    order = list(Standing)
    weakest = min(answered, key=lambda one: (order.index(one.standing), one.times, one.days))
    left = sum(one.standing is Standing.UNSEEN for one in found)
    return weakest._replace(
        standing=Standing.SHAKY if left else weakest.standing,
        left=left,
        due=min((one.due for one in answered if one.due is not None), default=None),
    )
