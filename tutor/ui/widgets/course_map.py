"""The course map: every lesson with its progress, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.dataclass import dataclass
from tutor.render.course_map import map_lines, summary_lines
from tutor.session.map import Entry
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines

TALL = 32
"""From this height of the screen on there is room for the course's description and for the skills of a lesson."""


class CourseMap(Lines, can_focus=True):
    """↑ ↓ choose a lesson, Enter opens it, a number goes to it."""

    BINDINGS = [
        bind("enter,right,space", "open", "KEY_OPEN", display="enter"),
        bind("up", "move(-1)", "KEY_CHOOSE", display="↑ ↓"),
        bind("down", "move(1)", ""),
        bind("home", "to(0)", "KEY_FIRST_LAST", display="home end", shown=False),
        bind("pageup", "to(0)", ""),
        bind("end,pagedown", "to(-1)", ""),
    ]

    entries: var[tuple[Entry, ...]] = var(())
    chosen: var[int] = var(0)

    @dataclass
    class Chosen(Message):
        """Another lesson is under the cursor."""

        entry: Entry

    @dataclass
    class Opened(Message):
        """A lesson is to be opened."""

        lesson: str

    def __init__(self) -> None:
        super().__init__()
        self._typed = ""

    def action_move(self, steps: int) -> None:
        self.chosen = (self.chosen + steps) % max(len(self.entries), 1)

    def action_to(self, place: int) -> None:
        self.chosen = place % max(len(self.entries), 1)

    def action_open(self) -> None:
        if self.entries:
            self.post_message(self.Opened(self.entries[self.chosen].lesson))

    def on_key(self, event: events.Key) -> None:
        # Digits choose by number; two digits in a row make one number where such a lesson exists.
        if event.character is None or not event.character.isdecimal():
            self._typed = ""
            return
        for typed in (self._typed + event.character, event.character):
            if 1 <= int(typed) <= len(self.entries):
                self._typed = typed
                self.chosen = int(typed) - 1
                event.stop()
                return

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y < len(self.entries):
            if self.chosen == offset.y:
                self.action_open()
            self.chosen = offset.y

    def watch_chosen(self) -> None:
        self.update_lines()
        if self.entries:
            self.post_message(self.Chosen(self.entries[self.chosen]))

    def watch_entries(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return map_lines(self.entries, self.chosen, width, look_of(self), focused=self.has_focus)


class LessonSummary(Lines):
    """What the chosen lesson is for, what it needs, and how well it is known."""

    entry: var[Entry | None] = var(None)
    today: var[date] = var(date.min)

    def watch_entry(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        if self.entry is None:
            return []
        return summary_lines(self.entry, self.today, width, look_of(self), tall=self.app.size.height >= TALL)
