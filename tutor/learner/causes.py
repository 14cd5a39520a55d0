"""What a learner's wrong numbers came of, counted over all questions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from tutor.course.slips.causes import Cause, cause_of
from tutor.learner.attempts import Attempt
from tutor.namedtuple import NamedTuple

OFTEN = 2
"""So many times, and a cause is more than a slip of one day."""


class CauseCount(NamedTuple):
    """How often one cause was heard."""

    cause: Cause
    times: int
    lessons: tuple[str, ...]
    """in which lessons, by id, in the order in which it was heard in them first"""


def way_of(mistake: str) -> str:
    """Return in which way a response went wrong, of the mistake that it was recorded with; "" where that is unknown."""
    return str(cause_of(mistake) or mistake)


def causes_of(attempts: Iterable[Attempt], until: Mapping[Cause, str] | None = None) -> tuple[CauseCount, ...]:
    """Return the causes that were heard often, the commonest first. A guess is no slip.

    `until` says of some causes up to which attempt, by its uid, they do not count.
    """
    begins = until or {}
    counts: Counter[Cause] = Counter()
    lessons: defaultdict[Cause, dict[str, None]] = defaultdict(dict)
    for attempt in attempts:
        cause = cause_of(attempt.mistake)
        if cause is not None and not attempt.right and not attempt.is_guess:
            counts[cause] += 1
            lessons[cause][attempt.lesson] = None
            if attempt.uid == begins.get(cause):
                counts[cause] = 0
                lessons[cause].clear()
    return tuple(
        CauseCount(cause, count, tuple(lessons[cause])) for cause, count in counts.most_common() if count >= OFTEN
    )
