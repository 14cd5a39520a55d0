"""Progress: days, lessons and skills, reviews ahead, what is hard. Five pages, ← → between them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from tutor.course.finding import CourseError
from tutor.dataclass import dataclass
from tutor.learner.progress import StepPlace
from tutor.learner.schedule import Schedule
from tutor.learner.store import Store
from tutor.learner.survey import Survey, survey_of
from tutor.render.clickable import NOTHING, Clickable
from tutor.render.progress import PAGES, page_lines, page_names
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


class PageNames(Lines):
    """The names of the pages, the open one standing out; a click opens another."""

    DEFAULT_CSS = """
    PageNames { dock: top; height: 1; padding: 0 1; }
    """

    page: var[int] = var(0)

    @dataclass
    class Chosen(Message):
        """The name of a page was clicked."""

        page: int

    def __init__(self) -> None:
        super().__init__()
        self._shown: Clickable = NOTHING

    def watch_page(self) -> None:
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        page = self._shown.thing_at(*offset) if offset is not None else None
        if page is not None:
            self.post_message(self.Chosen(page))

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        self._shown = page_names(self.page, width, look_of(self))
        return self._shown.lines


class PageLines(Lines):
    """One page."""

    survey: var[Survey | None] = var(None)
    page: var[int] = var(0)
    chosen: var[int] = var(0)

    def watch_survey(self) -> None:
        self.update_lines()

    def watch_page(self) -> None:
        self.update_lines()

    def watch_chosen(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return page_lines(self.survey, self.page, self.chosen, width, look_of(self))


class ProgressScreen(TutorScreen):
    """What the learner keeps, at a glance. Hands back the lesson that was chosen, to be opened where it was left."""

    BINDINGS = [
        bind("left", "page(-1)", "KEY_OTHER_PAGE", display="← →"),
        bind("right,tab", "page(1)", ""),
        bind("up", "move(-1)", "KEY_OTHER_LESSON", display="↑ ↓"),
        bind("down", "move(1)", ""),
        bind("enter", "open_lesson", "KEY_OPEN"),
        bind("enter", "practise", "KEY_PRACTISE"),
        bind("escape,g,q", "dismiss", "KEY_HOME", display="esc"),
    ]

    def __init__(self, schedule: Callable[[], Awaitable[Schedule]], store: Store) -> None:
        """Make the screen; `schedule` loads the course and every answer, which takes a moment."""
        super().__init__()
        self._schedule = schedule
        self._store = store

    def compose(self) -> ComposeResult:
        yield PageNames()
        with VerticalScroll(can_focus=False):
            yield PageLines()
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
        self.query_one(PageLines).survey = survey_of(schedule, self._store.visits(schedule.course.id))
        # Whether there is something to scroll is known after the next layout.
        self.call_after_refresh(self.refresh_bindings)

    def action_page(self, steps: int) -> None:
        self._open_page((self.query_one(PageLines).page + steps) % len(PAGES))

    def on_page_names_chosen(self, event: PageNames.Chosen) -> None:
        self._open_page(event.page)

    def _open_page(self, number: int) -> None:
        self.query_one(PageNames).page = number
        self.query_one(PageLines).page = number
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.call_after_refresh(self.refresh_bindings)

    def action_move(self, steps: int) -> None:
        """Choose another lesson where the page has them, else scroll."""
        page, scroll = self.query_one(PageLines), self.query_one(VerticalScroll)
        if not self._chooses:
            scroll.scroll_relative(y=steps, animate=False)
        elif page.survey is not None:
            page.chosen = (page.chosen + steps) % len(page.survey.lessons)
            scroll.scroll_to_region(Region(0, page.chosen, 1, 1), animate=False)

    def action_open_lesson(self) -> None:
        page = self.query_one(PageLines)
        if page.survey is not None:
            self.dismiss(StepPlace(page.survey.lessons[page.chosen].lesson, ""))

    def action_practise(self) -> None:
        self.post_message(self.Practise(self))

    @property
    def _practises(self) -> bool:
        page = self.query_one(PageLines)
        return PAGES[page.page].practises and page.survey is not None and bool(page.survey.weak)

    @property
    def _chooses(self) -> bool:
        page = self.query_one(PageLines)
        return PAGES[page.page].chooses and page.survey is not None and bool(page.survey.days)

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        # The partner of a pair has no name of its own.
        return "KEY_SCROLL" if action == "move(-1)" and not self._chooses else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if not self.is_mounted:
            return True
        if action == "open_lesson":
            return self._chooses
        if action == "practise":
            return self._practises
        if action == "move":
            return self._chooses or self.query_one(VerticalScroll).max_scroll_y > 0
        return True
