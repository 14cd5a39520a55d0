"""Progress: days, lessons and skills, reviews ahead, what is hard. Four pages, ← → between them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.reactive import var

from tutor.course.model import CourseError
from tutor.figure import Role
from tutor.learner.survey import Survey, survey_of
from tutor.render.progress import PAGES
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


class PageNames(Lines):
    """The names of the pages, the open one standing out; a click opens another."""

    DEFAULT_CSS = """
    PageNames { dock: top; height: 1; padding: 0 1; }
    """

    page: var[int] = var(0)

    def watch_page(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        line = [Segment(messages.PROGRESS_TITLE(look.language), look.strong), Segment(" ── ", look.quiet)]
        for number, page in enumerate(PAGES):
            is_open = number == self.page
            words = page.title(look.language)
            click = Style.from_meta({"@click": f"screen.to_page({number})"})
            style = look.role(Role.MODEL, bold=True) + Style(underline=True) if is_open else look.quiet
            line += [Segment(words, style + click), Segment("   ")]
        tail = f" {look.language}"
        used = sum(cell_len(segment.text) for segment in line)
        return [[*line, Segment("─" * max(width - used - len(tail), 0) + tail, look.quiet)]]


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
        look = look_of(self)
        if self.survey is None:
            return []
        if not self.survey.days:
            return [[Segment(messages.NO_RECORD_YET(look.language), look.ink)]]
        return PAGES[self.page].lines(self.survey, self.chosen, width, look)


class ProgressScreen(TutorScreen):
    """What the learner keeps, at a glance."""

    BINDINGS = [
        bind("left", "page(-1)", "KEY_OTHER_PAGE", display="← →"),
        bind("right,tab", "page(1)", ""),
        bind("up", "move(-1)", "KEY_OTHER_LESSON", display="↑ ↓"),
        bind("down", "move(1)", ""),
        bind("enter", "open_lesson", "KEY_OPEN"),
        bind("escape,g,q", "dismiss", "KEY_HOME", display="esc"),
    ]

    def compose(self) -> ComposeResult:
        yield PageNames()
        with VerticalScroll(can_focus=False):
            yield PageLines()
        yield KeyLine()

    def on_mount(self) -> None:
        self.run_worker(self._begin(), exclusive=True)

    async def _begin(self) -> None:
        app = cast("TutorApp", self.app)
        try:
            schedule = await app.reviews.load()
        except CourseError as error:
            self.notify(str(error), severity="error", timeout=30)
            self.dismiss()
            return
        self.query_one(PageLines).survey = survey_of(schedule, app.store.visits(app.course.id))
        # Whether there is something to scroll is known after the next layout.
        self.call_after_refresh(self.refresh_bindings)

    def action_page(self, steps: int) -> None:
        self.action_to_page((self.query_one(PageLines).page + steps) % len(PAGES))

    def action_to_page(self, number: int) -> None:
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
        page, app = self.query_one(PageLines), cast("TutorApp", self.app)
        if page.survey is not None:
            lesson = page.survey.lessons[page.chosen].lesson
            self.dismiss()
            app.call_later(app.open_lesson, lesson)

    @property
    def _chooses(self) -> bool:
        page = self.query_one(PageLines)
        return PAGES[page.page].chooses and page.survey is not None and bool(page.survey.days)

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        return "KEY_SCROLL" if action.startswith("move") and not self._chooses else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if not self.is_mounted:
            return True
        if action == "open_lesson":
            return self._chooses
        if action == "move":
            return self._chooses or self.query_one(VerticalScroll).max_scroll_y > 0
        return True
