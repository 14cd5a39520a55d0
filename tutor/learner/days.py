"""Which day a moment belongs to, for someone who learns at night too."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo

from tutor.namedtuple import NamedTuple

LAST_DAY = 247_000_000_000_000
"""In milliseconds since 1970: early in 9797. A review is put off by a hundred years at most, and Python's calendar ends
with 9999."""


class Calendar(NamedTuple):
    """Days as a learner counts them: what is done after midnight still belongs to the evening before."""

    zone: tzinfo | None = None
    """None for the local time of the machine"""
    starts_at: int = 4
    """the hour at which a day begins"""

    def day(self, at: int) -> date:
        """Return the day to which `at`, in milliseconds since 1970, UTC, belongs.

        A clock can show anything: before 1970 is its first day, and beyond `LAST_DAY` is that.
        """
        known = min(max(at, 0), LAST_DAY) / 1000
        return (datetime.fromtimestamp(known, self.zone) - timedelta(hours=self.starts_at)).date()


QUARTER = 900_000
"""In milliseconds: clocks are set by whole quarters of an hour around the world, and a day begins at a full hour."""


def days_of(calendar: Calendar) -> Callable[[int], date]:
    """Return what tells days as `calendar` does, and remembers them: a year of answers asks for the same ones often."""
    known: dict[int, date] = {}

    def day(at: int) -> date:
        quarter = at // QUARTER
        if quarter not in known:
            known[quarter] = calendar.day(at)
        return known[quarter]

    return day


def stamp(at: int) -> str:
    """Return a moment in milliseconds since 1970 as it goes into a file's name: "20260225-061320", in UTC."""
    return datetime.fromtimestamp(min(max(at, 0), LAST_DAY) // 1000, UTC).strftime("%Y%m%d-%H%M%S")
