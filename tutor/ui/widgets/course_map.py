"""The course map: every lesson with its progress, one of them chosen."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.message import Message
from textual.reactive import var

from tutor.learner.progress import Standing
from tutor.render.look import Look
from tutor.render.wrap import wrapped
from tutor.role import Role
from tutor.session.map import Entry
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines

STANDING_MARKS = {
    Standing.LEARNT: ("●", Role.RIGHT),
    Standing.SHAKY: ("◐", Role.MODEL),
    Standing.UNSEEN: ("○", Role.QUIET),
}
TALL = 32
"""From this height of the screen on there is room for the course's description and for the skills of a lesson."""
MARKS = {"done": "●", "visited": "◐", "unseen": "○"}


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
        if event.character is None or not event.character.isdigit():
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
        look = look_of(self)
        return [self._line(look, number, entry, width) for number, entry in enumerate(self.entries)]

    def _line(self, look: Look, number: int, entry: Entry, width: int) -> list[Segment]:
        chosen = number == self.chosen
        longest = max(len(one.marks) for one in self.entries)
        room = width - longest - 11
        title = set_cell_size(entry.title, max(room, 8)).rstrip()
        state = "✓" if entry.done else "▶" if entry.current else " "
        style = (look.strong if chosen else look.ink) + Style(underline=chosen and self.has_focus)
        line = [
            Segment("▸ " if chosen else "  ", look.role(Role.MODEL, bold=True)),
            Segment(f"{entry.number:>2}  ", look.quiet),
            Segment(title, style),
            Segment(" " * max(room - cell_len(title), 1)),
        ]
        done = look.role(Role.RIGHT) if entry.done else look.role(Role.MODEL)
        line += [Segment(MARKS[mark], look.quiet if mark == "unseen" else done) for mark in entry.marks]
        line.append(Segment(" " * (longest - len(entry.marks))))
        line.append(Segment(f"  {state}", look.role(Role.RIGHT if entry.done else Role.MODEL, bold=True)))
        return line


class LessonSummary(Lines):
    """What the chosen lesson is about, and how far the learner is."""

    entry: var[Entry | None] = var(None)

    def watch_entry(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        entry = self.entry
        if entry is None:
            return []
        look = look_of(self)
        language = look.language
        facts = [
            messages.STEPS(language, steps=len(entry.marks)),
            messages.QUESTIONS_RIGHT(language, right=entry.right, total=entry.questions),
        ]
        if entry.pages:
            facts.append(messages.PAGES(language, pages=entry.pages))
        if any(standing is not Standing.UNSEEN for _, standing in entry.skills):
            count = Counter(standing for _, standing in entry.skills)
            facts.append(messages.SKILL_COUNTS(language, **{str(standing): count[standing] for standing in Standing}))
        lines = [[Segment(row, look.strong)] for row in wrapped(f"{entry.number} · {entry.title}", width)]
        lines += [[Segment(row, look.ink)] for row in wrapped(entry.goal, width)]
        lines += [[Segment(row, look.quiet)] for row in wrapped(" · ".join(facts), width)]
        return [*lines, *(_skill_lines(entry, width, look) if self.app.size.height >= TALL else [])]


def _skill_lines(entry: Entry, width: int, look: Look) -> list[list[Segment]]:
    """Return the skills of a lesson in two columns, each with the mark of how well it is known."""
    rows = math.ceil(len(entry.skills) / 2)
    column = width // 2
    lines: list[list[Segment]] = []
    for row in range(rows):
        line: list[Segment] = []
        for title, standing in entry.skills[row::rows]:
            mark, role = STANDING_MARKS[standing]
            known = standing is not Standing.UNSEEN
            title = title if cell_len(title) <= column - 4 else set_cell_size(title, column - 5) + "…"
            line.append(Segment(f"{mark} ", look.role(role)))
            line.append(Segment(set_cell_size(title, column - 2), look.ink if known else look.quiet))
        lines.append(line)
    return lines
