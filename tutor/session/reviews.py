"""The review schedule of an app's learner, folded in a thread once the whole course is loaded."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tutor.learner.attempts import Clock
from tutor.learner.days import Calendar
from tutor.learner.store import Store
from tutor.session.engine import Engine

if TYPE_CHECKING:
    from tutor.course.model import Course
    from tutor.learner.schedule import Schedule


class Reviews:
    """Loads the schedule once."""

    def __init__(self, engine: Engine, store: Store, *, clock: Clock, calendar: Calendar) -> None:
        self._engine = engine
        self._store = store
        self._clock = clock
        self._calendar = calendar
        self._loading = asyncio.Lock()
        self._schedule: Schedule | None = None

    @property
    def ready(self) -> Schedule | None:
        """The schedule with every answer in it, once `load` has folded it for the first time; None before."""
        if self._schedule is not None:
            self._schedule.refresh()
        return self._schedule

    async def load(self) -> Schedule:
        """Return the schedule.

        Raises:
            CourseError: the course's files are broken.
        """
        async with self._loading:
            if self._schedule is None:
                course = await self._engine.whole_course()
                self._schedule = await asyncio.to_thread(self._folded, course)
        self._schedule.refresh()
        return self._schedule

    def _folded(self, course: Course) -> Schedule:
        # Imported here, in the thread, where the time that takes is not felt.
        from tutor.learner.schedule import Schedule

        schedule = Schedule(course, self._store, clock=self._clock, calendar=self._calendar)
        schedule.refresh()
        return schedule
