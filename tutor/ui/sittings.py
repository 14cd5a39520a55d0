"""An app that asks away from the lessons: a review, a practice, testing out of a lesson."""

from __future__ import annotations

import asyncio
from functools import cached_property
from typing import TYPE_CHECKING

from tutor.course.finding import CourseError
from tutor.learner.progress import StepPlace
from tutor.ui.screens.base import TutorScreen
from tutor.ui.screens.home import HomeScreen
from tutor.ui.terminal.app import TerminalApp

if TYPE_CHECKING:
    from tutor.learner.schedule import Schedule
    from tutor.session.session import Session
    from tutor.ui.reviewing import Reviewing
    from tutor.ui.screens.waiting import WaitingScreen


class SittingsApp(TerminalApp):
    """Begins sittings. What shows them is imported when the first one is opened."""

    session: Session

    def _arrive(self, place: StepPlace | None) -> None:
        """Go where a screen that is gone leads; nowhere, where it leads nowhere."""
        raise NotImplementedError

    async def schedule(self) -> Schedule:
        """Return the review schedule, made and brought up to date in a thread.

        Raises:
            CourseError: the course's files are broken.
        """
        return await asyncio.to_thread(self.session.make_schedule)

    async def _schedule_or_notice(self) -> Schedule | None:
        """Return the review schedule; None, said, where the course is broken."""
        try:
            return await self.schedule()
        except CourseError as error:
            self.notify(error.told(self.session.language), severity="error", timeout=30, markup=False)
            return None

    async def action_review(self) -> None:
        from tutor.ui.screens.sitting import SittingScreen
        from tutor.ui.screens.waiting import WaitingScreen

        if not isinstance(self.screen, SittingScreen | WaitingScreen):
            # The first time, the whole course is read: no key may wait for that.
            waiting = WaitingScreen()
            await self.push_screen(waiting)
            self.run_worker(self._review_after(waiting))

    async def _review_after(self, waiting: WaitingScreen) -> None:
        """Put the review in the place of what stands there meanwhile."""
        schedule = await self._schedule_or_notice()

        def begin() -> None:
            if schedule is not None:
                self.push_screen(*self._reviewing.screen(self.session, schedule, self._arrive))

        with self.batch_update():
            waiting.go_on(begin)

    @cached_property
    def _reviewing(self) -> Reviewing:
        from tutor.ui.reviewing import Reviewing

        return Reviewing()

    def on_home_screen_test_out(self, event: HomeScreen.TestOut) -> None:
        from tutor.session.sitting import TestOut
        from tutor.ui.screens.sitting import SittingScreen

        session = self.session
        lesson = session.lesson(event.lesson)
        self.push_screen(SittingScreen(session, lambda watcher: TestOut(session, lesson, watcher)), self._arrive)

    async def on_tutor_screen_practise(self, event: TutorScreen.Practise) -> None:
        from tutor.session.sitting import Practice
        from tutor.ui.screens.sitting import SittingScreen

        schedule = await self._schedule_or_notice()
        weak = schedule.weak_spots() if schedule is not None else ()
        if schedule is None or not weak or self.screen is not event.screen:
            return
        cause = weak[0].cause
        questions = await asyncio.to_thread(schedule.questions_to_practise, cause)
        if self.screen is not event.screen:
            # The learner has gone on meanwhile.
            return
        self.pop_screen()
        session = self.session
        screen = SittingScreen(session, lambda watcher: Practice(session, schedule, cause, questions, watcher))
        self.push_screen(screen, self._arrive)
