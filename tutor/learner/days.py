"""Which day a moment belongs to, for someone who learns at night too."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import NamedTuple


class Calendar(NamedTuple):
    """Days as a learner counts them: what is done after midnight still belongs to the evening before."""

    zone: tzinfo | None = None
    """None for the local time of the machine"""
    starts_at: int = 4
    """the hour at which a day begins"""

    def day(self, at: int) -> date:
        """Return the day to which `at`, in milliseconds since 1970, UTC, belongs."""
        return (datetime.fromtimestamp(at / 1000, self.zone) - timedelta(hours=self.starts_at)).date()
