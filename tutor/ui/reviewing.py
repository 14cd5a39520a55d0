"""The review among the screens: begun, left for a while to read where something was taught, gone on with."""

from __future__ import annotations

from collections.abc import Callable

from tutor.learner.progress import StepPlace
from tutor.learner.schedule import Schedule
from tutor.session.session import Session
from tutor.session.sitting import Review
from tutor.session.visit import Watcher
from tutor.ui.screens.sitting import SittingScreen

Arrive = Callable[[StepPlace | None], None]
"""Goes to a step, or stays where one is."""


class Reviewing:
    """Holds the review that was left to read, until it is gone on with or another day comes."""

    def __init__(self) -> None:
        """Begin with none."""
        self._left: Review | None = None

    def screen(self, session: Session, schedule: Schedule, arrive: Arrive) -> tuple[SittingScreen, Arrive]:
        """Return the screen of the review that was left today, or of a new one, and what is to be done once it is left.

        `arrive` goes where the screen leads.
        """

        def begin(watcher: Watcher) -> Review:
            left, self._left = self._left, None
            return Review.begun(left, session, schedule, watcher)

        def leave(place: StepPlace | None) -> None:
            if place is not None and isinstance(screen.sitting, Review):
                self._left = screen.sitting
            arrive(place)

        screen = SittingScreen(session, begin)
        return screen, leave
