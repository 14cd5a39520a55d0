"""How long a learner has been at a step, to be recorded now and then while it lasts."""

from __future__ import annotations

from dataclasses import field

from tutor.dataclass import dataclass
from tutor.learner.places import Visit

RECORD_EVERY = 15.0
"""Seconds between two records of one visit."""


@dataclass
class Presence:
    """One visit to a step."""

    uid: str
    course: str
    lesson: str
    step: str
    since: int
    """when it began; milliseconds since 1970, UTC"""
    seconds: float = 0.0
    _counted_to: int = field(default=0, repr=False)
    _recorded: float = field(default=-RECORD_EVERY, repr=False)

    def at(self, now: int, *, active: bool) -> Visit | None:
        """Count the time up to `now`, unless the learner was elsewhere; return the visit where it is time to record it.

        `active` says whether a key was pressed lately.
        """
        passed = (now - (self._counted_to or self.since)) / 1000
        self._counted_to = now
        if active and passed > 0:
            self.seconds += passed
        if self.seconds - self._recorded < RECORD_EVERY:
            return None
        self._recorded = self.seconds
        return Visit(self.uid, self.course, self.lesson, self.step, self.since, self.seconds)
