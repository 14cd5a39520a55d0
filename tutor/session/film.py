"""A timeline that plays: which of its steps is to be seen at a moment, at a speed that can be changed."""

from __future__ import annotations

from tutor.lab import Timeline
from tutor.namedtuple import NamedTuple

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0, 8.0)
"""How many times as fast as its author meant it."""


class Film(NamedTuple):
    """A timeline that has been playing since a moment."""

    timeline: Timeline
    since: float
    """in seconds"""
    start: int
    """the step it was at then"""
    speed: float = 1.0

    def step_at(self, now: float) -> int:
        """Return the step to be seen at a moment."""
        step = int(self.start + (now - self.since) * self.timeline.per_second * self.speed)
        return min(step, self.timeline.last)

    def at_speed(self, speed: float, now: float) -> Film:
        """Return the film going on at another speed from where it is."""
        return self._replace(since=now, start=self.step_at(now), speed=speed)


def other_speed(speed: float, steps: int) -> float:
    """Return the speed so many places on among `SPEEDS`."""
    place = min(max(SPEEDS.index(speed) + steps, 0), len(SPEEDS) - 1)
    return SPEEDS[place]
