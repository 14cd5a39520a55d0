"""Search: a line to type in, what was found under it. Without a word it lists what the learner marked and wrote."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Region
from textual.message import Message
from textual.reactive import var
from textual.widgets import Input

from tutor.course.model import Course, CourseError
from tutor.dataclass import dataclass
from tutor.learner.progress import StepPlace
from tutor.learner.store import Store
from tutor.render.messages import SEARCH
from tutor.render.prose.mathematics import readable
from tutor.render.search import ROWS, hit_lines
from tutor.render.wrap import wrapped
from tutor.session.glossary import definitions_of
from tutor.session.search import Hit, Passage, hit_of, kept_passages, passages_of, search, term_passages
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


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

        hit: Hit

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
            self.post_message(self.Opened(self.hits[offset.y // ROWS]))

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        if self.hits:
            return hit_lines(self.hits, self.chosen, width, look)
        return [[Segment(row, look.quiet)] for row in wrapped(self.empty, width)]


class SearchScreen(Dialog[StepPlace | None]):
    """Finds steps by what they say, ask, or what was noted about them. Hands back the step that was chosen."""

    BINDINGS = [
        bind("escape", "dismiss", "KEY_CLOSE"),
    ]

    def __init__(self, whole_course: Callable[[], Awaitable[Course]], store: Store) -> None:
        """Make the screen; `whole_course` loads the course, which takes a moment."""
        super().__init__()
        self._whole_course = whole_course
        self._store = store
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
        self.query_one(Vertical).border_title = plain(SEARCH(look_of(self).language))
        self._find()
        self.run_worker(self._begin(), exclusive=True)

    async def _begin(self) -> None:
        try:
            course = await self._whole_course()
        except CourseError as error:
            self.notify(error.told(look_of(self).language), severity="error", timeout=30, markup=False)
            self.dismiss()
            return
        if self.was_left:
            return
        language = look_of(self).language
        notes, bookmarks = self._store.notes(course.id), self._store.bookmarks(course.id)
        self._kept = kept_passages(course, notes, bookmarks, language)
        # The first time every lab of the course is run for this, in a thread, because a key must not wait for it.
        self._passages = await asyncio.to_thread(self._passages_of, course, course.language_for(language))
        if not self.was_left:
            self._find()

    def _passages_of(self, course: Course, language: str) -> tuple[Passage, ...]:
        terms = term_passages(definitions_of(course.glossary, course, language), language, readable)
        return (*terms, *passages_of(course, language, readable))

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._find()

    def _find(self) -> None:
        query = self.query_one(SearchField).value
        hits = self.query_one(Hits)
        nothing = messages.SEARCH_NOTHING if query.strip() else messages.SEARCH_NOTHING_KEPT
        hits.empty = (nothing if self._passages else messages.SEARCH_READING)(look_of(self).language)
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
        # Others may have been found since.
        self._open(event.hit)

    def action_open(self) -> None:
        """Open the step that the chosen hit leads to."""
        hits = self.query_one(Hits)
        if hits.chosen < len(hits.hits):
            self._open(hits.hits[hits.chosen])

    def _open(self, hit: Hit) -> None:
        self.dismiss(StepPlace(hit.passage.lesson, hit.passage.step))
