"""Home: the course map, and where the learner was."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var

from tutor.dataclass import dataclass
from tutor.learner.progress import StepPlace
from tutor.render.home import course_lines, map_actions, welcome_lines
from tutor.session.map import Overview
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.course_map import TALL, CourseMap, LessonSummary
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


class CourseTitle(Lines):
    """The course's title, and what it promises to who is here for the first time."""

    now: var[Overview | None] = var(None)

    def watch_now(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        if self.now is None:
            return []
        look, course = look_of(self), self.now.course
        title, description = (text.in_(look.language) for text in (course.title, course.description))
        is_new = not self.now.returning
        return course_lines(title, description, width, look, tall=is_new and self.app.size.height >= TALL)


class Welcome(Lines):
    """What is due, and where Enter goes: "you were at", or "start here"."""

    now: var[Overview | None] = var(None)

    def watch_now(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return welcome_lines(self.now, width, look_of(self)) if self.now is not None else []


class HomeScreen(TutorScreen):
    """The course map. What is chosen at first is the lesson that was left for it, else where "continue" goes.

    It lies under everything else, so it is never dismissed: what is chosen on it goes out as `CourseMap.Opened` and
    `TestOut`.
    """

    BINDINGS = [
        bind("q,escape", "app.quit", "KEY_QUIT", display="q"),
        bind("t", "test_out", "KEY_TEST_OUT", shown=False),
        bind("y", "playground", "KEY_PLAYGROUND", shown=False),
        bind("c", "closing", "KEY_CLOSING", shown=False),
    ]

    @dataclass
    class TestOut(Message):
        """The learner wants to show that they know a lesson."""

        lesson: str

    @dataclass
    class Painted(Message):
        """The map is on screen for the first time."""

        screen: HomeScreen

    def __init__(self, overview: Callable[[], Overview], left: str = "") -> None:
        """Make the map; `overview` says how things stand whenever it is shown, `left` names the lesson just left."""
        super().__init__()
        self._overview = overview
        self._left = left
        self._playground: StepPlace | None = None
        self._is_over = False
        """the last lesson is done"""
        self._is_new = True
        """not painted yet: what was filled in stands"""

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield CourseTitle()
            yield Welcome()
            yield ActionRow(id="more")
            yield CourseMap()
            yield LessonSummary()
        yield KeyLine()

    def on_mount(self) -> None:
        self.fill()
        course_map = self.query_one(CourseMap)
        course_map.focus()
        self.call_after_refresh(self._painted)

    def _painted(self) -> None:
        self._is_new = False
        self.post_message(self.Painted(self))

    def on_screen_resume(self) -> None:
        if not self._is_new:
            self.fill()

    def look_changed(self) -> None:
        self.fill()
        super().look_changed()

    def on_resize(self) -> None:
        self.query_one(CourseTitle).update_lines()

    def on_course_map_chosen(self, event: CourseMap.Chosen) -> None:
        self.query_one(LessonSummary).entry = event.entry
        course_map = self.query_one(CourseMap)
        line = Region(0, course_map.virtual_region.y + course_map.chosen, 1, 1)
        self.query_one(VerticalScroll).scroll_to_region(line, animate=False)

    def action_test_out(self) -> None:
        course_map = self.query_one(CourseMap)
        if course_map.entries:
            self.post_message(self.TestOut(course_map.entries[course_map.chosen].lesson))

    def action_playground(self) -> None:
        if self._playground is not None:
            self.go_to(self._playground)

    def action_closing(self) -> None:
        self.run_worker(self.run_action("app.closing"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return {"playground": self._playground is not None, "closing": self._is_over}.get(action, True)

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        self.run_worker(self.run_action(event.name))

    def fill(self) -> None:
        """Show how things stand at the moment."""
        now = self._overview()
        self._playground = now.playground
        self._is_over = bool(now.entries) and now.entries[-1].done
        course_map = self.query_one(CourseMap)
        first = not course_map.entries
        course_map.entries = now.entries
        going_to = next((entry for entry in now.entries if entry.current), None)
        self.query_one(CourseTitle).now = now
        self.query_one(Welcome).now = now
        chosen = next((entry for entry in now.entries if entry.lesson == self._left), going_to)
        if chosen is not None and first:
            course_map.chosen = now.entries.index(chosen)
        self.query_one("#more", ActionRow).actions = map_actions(
            answered=now.answered, has_playground=now.playground is not None, is_over=self._is_over
        )
        if now.entries:
            summary = self.query_one(LessonSummary)
            summary.today = now.today
            summary.entry = now.entries[course_map.chosen]
