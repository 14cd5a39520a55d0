"""Home: the course map, and where the learner was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.reactive import var

from tutor.render.wrap import wrapped
from tutor.role import Role
from tutor.session.map import Entry, entries_of
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.ways import actions_of
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.course_map import TALL, CourseMap, LessonSummary
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


class CourseTitle(Lines):
    """The course's title and what it promises."""

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        course = cast("TutorApp", self.app).course
        title = course.title.in_(look.language)
        lines = [[Segment(title, look.strong)]]
        if self.app.size.height < TALL:
            return lines
        lines += [[Segment(row, look.ink)] for row in wrapped(course.description.in_(look.language), min(width, 72))]
        lines += [[], *([Segment(row, look.quiet)] for row in wrapped(messages.WELCOME(look.language), min(width, 72)))]
        return lines


class ContinueLine(Lines):
    """Where Enter goes: "continue where you were", or "start here"."""

    entry: var[Entry | None] = var(None)

    def watch_entry(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        entry = self.entry
        if entry is None:
            return [[]]
        begun = entry.begun
        words = (messages.CONTINUE_WHERE if begun else messages.START_HERE)(look.language)
        place = ""
        if begun:
            place = "  " + messages.STEP_OF(look.language, step=entry.step, steps=len(entry.marks))
        text = f"{words}: {entry.number} · {entry.title}"
        return [
            [
                Segment("▶ ", look.role(Role.MODEL, bold=True)),
                Segment(text, look.strong),
                Segment(place[: max(width - cell_len(text) - 2, 0)], look.quiet),
            ]
        ]


class HomeScreen(TutorScreen):
    """The course map. What is chosen at first is where the learner was."""

    BINDINGS = [
        bind("q,escape", "app.quit", "KEY_QUIT", display="q"),
        bind("t", "check_lesson", "KEY_CHECK_LESSON", shown=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._is_new = True
        """not painted yet: what was filled in stands"""

    def compose(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield CourseTitle()
            yield ContinueLine()
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

    def on_screen_resume(self) -> None:
        super().on_screen_resume()
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

    def on_course_map_opened(self, event: CourseMap.Opened) -> None:
        cast("TutorApp", self.app).open_lesson(event.lesson)

    def action_check_lesson(self) -> None:
        # Imported here, because what asks and grades takes longer than the map to paint.
        from tutor.ui.screens.check import CheckScreen

        entries = self.query_one(CourseMap).entries
        lesson = cast("TutorApp", self.app).course.lesson(entries[self.query_one(CourseMap).chosen].lesson)
        if lesson is not None:
            self.app.push_screen(CheckScreen(lesson))

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        self.run_worker(self.run_action(event.name))

    def fill(self) -> None:
        """Show the progress of the moment."""
        app = cast("TutorApp", self.app)
        progress = app.progress()
        entries = entries_of(app.course, progress, app.next_place(progress), app.look.language)
        course_map = self.query_one(CourseMap)
        first = not course_map.entries
        course_map.entries = entries
        going_to = next((entry for entry in entries if entry.current), None)
        self.query_one(ContinueLine).entry = going_to
        if going_to is not None and first:
            course_map.chosen = entries.index(going_to)
        self.query_one("#more", ActionRow).actions = actions_of(app, progress)
        if entries:
            self.query_one(LessonSummary).entry = entries[course_map.chosen]
