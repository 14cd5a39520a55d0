"""Search: a line to type in, what was found under it. Without a word it lists what the learner marked and wrote."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.screen import ModalScreen
from textual.widgets import Input

from tutor.course.model import CourseError
from tutor.figure import Role
from tutor.render.look import Look
from tutor.session.marks import BOOKMARK, NOTE
from tutor.session.search import Hit, Kind, Passage, hit_of, kept_passages, passages_of, search
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp

KIND_MARKS = {Kind.STEP: " ", Kind.QUESTION: "?", Kind.NOTE: NOTE, Kind.BOOKMARK: BOOKMARK}
ROWS = 2
"""Lines of one hit: its title, and a piece of its text."""


class SearchField(Input):
    """Where the words are typed; ↑ ↓ and Enter are for what was found."""

    BINDINGS = [
        bind("up", "screen.move(-1)", "KEY_CHOOSE", display="↑ ↓"),
        bind("down", "screen.move(1)", ""),
        bind("pageup", "screen.move(-5)", ""),
        bind("pagedown", "screen.move(5)", ""),
        bind("enter", "screen.open", "KEY_OPEN"),
    ]


class Hits(Lines):
    """What was found, one of it chosen."""

    hits: var[tuple[Hit, ...]] = var(())
    chosen: var[int] = var(0)
    empty: var[str] = var("")
    """what to say where there is nothing to list"""

    @dataclass
    class Opened(Message):
        """A hit was clicked."""

        number: int

    def watch_hits(self) -> None:
        self.chosen = 0
        self.update_lines()

    def watch_chosen(self) -> None:
        self.update_lines()

    def watch_empty(self) -> None:
        self.update_lines()

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and 0 <= offset.y // ROWS < len(self.hits):
            self.post_message(self.Opened(offset.y // ROWS))

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        if not self.hits:
            return [[Segment(self.empty, look.quiet)]]
        lines: list[list[Segment]] = []
        for number, hit in enumerate(self.hits):
            lines += _hit_lines(hit, number == self.chosen, width, look)
        return lines


def _hit_lines(hit: Hit, is_chosen: bool, width: int, look: Look) -> list[list[Segment]]:
    title = [
        Segment("▸ " if is_chosen else "  ", look.role(Role.MODEL, bold=True)),
        Segment(KIND_MARKS[hit.passage.kind] + " ", look.role(Role.GUESS)),
        Segment(hit.passage.title, look.strong if is_chosen else look.ink),
    ]
    room = width - 4
    before = hit.before
    found = set_cell_size(hit.found, room) if cell_len(hit.found) > room else hit.found
    after = hit.after
    left = max(room - cell_len(before) - cell_len(found), 0)
    after = after if cell_len(after) <= left else set_cell_size(after, max(left - 1, 0)) + "…"
    snippet = [
        Segment("    "),
        Segment(before, look.quiet),
        Segment(found, look.strong + Style(underline=True)),
        Segment(after, look.quiet),
    ]
    return [title, snippet]


class SearchScreen(ModalScreen[None]):
    """Finds steps by what they say, ask, or what was noted about them."""

    BINDINGS = [
        bind("escape", "dismiss", "KEY_CLOSE"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._passages: tuple[Passage, ...] = ()
        self._kept: tuple[Passage, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide search"):
            yield SearchField(placeholder=messages.SEARCH_PLACEHOLDER(look_of(self).language), compact=True)
            with VerticalScroll(can_focus=False):
                yield Hits()
        yield KeyLine()

    def on_mount(self) -> None:
        field = self.query_one(SearchField)
        field.cursor_blink = False
        field.focus()
        self.query_one(Vertical).border_title = messages.SEARCH(look_of(self).language)
        self.run_worker(self._begin(), exclusive=True)

    async def _begin(self) -> None:
        app = cast("TutorApp", self.app)
        try:
            course = await app.engine.whole_course()
        except CourseError as error:
            self.notify(str(error), severity="error", timeout=30)
            self.dismiss()
            return
        language = course.language_for(app.look.language)
        self._kept = kept_passages(
            course, app.store.notes(course.id), app.store.bookmarks(course.id), app.look.language
        )
        # Every lab of the course is run once for this, in a thread, because a key must not wait for it.
        self._passages = await asyncio.to_thread(passages_of, course, language)
        self._find()

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._find()

    def _find(self) -> None:
        query = self.query_one(SearchField).value
        hits = self.query_one(Hits)
        nothing = messages.SEARCH_NOTHING if query.strip() else messages.SEARCH_NOTHING_KEPT
        hits.empty = nothing(look_of(self).language) if self._passages else ""
        if query.strip():
            hits.hits = search((*self._kept, *self._passages), query)
        else:
            hits.hits = tuple(hit_of(passage) for passage in self._kept)
        self.query_one(VerticalScroll).scroll_home(animate=False)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action in ("move", "open") and self.is_mounted:
            return bool(self.query_one(Hits).hits)
        return True

    def action_move(self, steps: int) -> None:
        hits = self.query_one(Hits)
        hits.chosen = min(max(hits.chosen + steps, 0), len(hits.hits) - 1)
        self.query_one(VerticalScroll).scroll_to_region(Region(0, hits.chosen * ROWS, 1, ROWS), animate=False)

    def on_hits_opened(self, event: Hits.Opened) -> None:
        self.query_one(Hits).chosen = event.number
        self.action_open()

    def action_open(self) -> None:
        """Open the step that the chosen hit leads to."""
        hits = self.query_one(Hits)
        passage = hits.hits[hits.chosen].passage
        app = cast("TutorApp", self.app)
        self.dismiss()
        app.call_later(app.open_lesson, passage.lesson, passage.step)
