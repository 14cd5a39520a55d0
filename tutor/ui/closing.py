"""An app whose course has a last page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.ui.terminal.app import TerminalApp

if TYPE_CHECKING:
    from tutor.learner.schedule import Schedule
    from tutor.session.session import Session


class ClosingApp(TerminalApp):
    """Shows the last page of the course: the map leads there once the last lesson is done, and so does that lesson."""

    session: Session

    async def schedule(self) -> Schedule:
        """Return the review schedule, made and brought up to date in a thread."""
        raise NotImplementedError

    def action_closing(self) -> None:
        from tutor.ui.screens.closing import ClosingScreen

        if not isinstance(self.screen, ClosingScreen):
            self.push_screen(ClosingScreen(self.schedule, self.session.store))
