"""The last page of a course."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import var

from tutor.course.finding import CourseError
from tutor.learner.closing import Closing, closing_of
from tutor.learner.schedule import Schedule
from tutor.learner.store import Store
from tutor.learner.survey import survey_of
from tutor.render.ends.closing import closing_lines
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


class ClosingLines(Lines):
    """The page; that it is on its way, while it is not there yet."""

    closing: var[Closing | None] = var(None)

    def watch_closing(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return closing_lines(self.closing, width, look_of(self))


class ClosingScreen(TutorScreen):
    """What was built, what was written, what is known and what that rests on. It is scrolled, and left."""

    BINDINGS = [
        bind("up", "scroll(-1)", "KEY_SCROLL", display="↑ ↓"),
        bind("down", "scroll(1)", ""),
        bind("space,pagedown", "page(1)", "KEY_PAGE", shown=False),
        bind("pageup", "page(-1)", ""),
        bind("escape,q", "dismiss", "KEY_HOME", display="esc"),
    ]

    def __init__(self, schedule: Callable[[], Awaitable[Schedule]], store: Store) -> None:
        """Make the screen; `schedule` loads the course and every answer, which takes a moment."""
        super().__init__()
        self._schedule = schedule
        self._store = store

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield ClosingLines()
        yield KeyLine()

    def on_mount(self) -> None:
        self.run_worker(self._begin(), exclusive=True)

    async def _begin(self) -> None:
        try:
            schedule = await self._schedule()
        except CourseError as error:
            self.notify(error.told(look_of(self).language), severity="error", timeout=30, markup=False)
            self.dismiss()
            return
        if self.was_left:
            return
        survey = survey_of(schedule, self._store.visits(schedule.course.id))
        self.query_one(ClosingLines).closing = closing_of(survey, schedule.course, schedule.attempts)
        # Whether there is something to scroll is known after the next layout.
        self.call_after_refresh(self.refresh_bindings)

    def action_scroll(self, rows: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=rows, animate=False)

    def action_page(self, pages: int) -> None:
        scroll = self.query_one(VerticalScroll)
        scroll.scroll_relative(y=pages * (scroll.size.height - 1), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action in ("scroll", "page") and self.is_mounted:
            return self.query_one(VerticalScroll).max_scroll_y > 0
        return True
