"""A step's lab on screen: drawings, table, controls, readouts."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.getters import query_one
from textual.timer import Timer
from textual.widget import Widget

from tutor.chart.drawing import natural_size
from tutor.figure import Figure
from tutor.language import say
from tutor.pointing import parts_of
from tutor.render.question import truth
from tutor.render.room import SIDE_BY_SIDE, STACKED_HEIGHT, Room
from tutor.render.text_lines import TextLine
from tutor.role import Role
from tutor.session.cursor import Cursor, with_cursor
from tutor.session.messages import LAB_FAILED
from tutor.session.visit import Visit
from tutor.ui import messages
from tutor.ui.look import look_of
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.cursor_line import CursorLine
from tutor.ui.widgets.readouts import Readouts, ResultTable
from tutor.ui.widgets.sketch_view import SketchView
from tutor.ui.widgets.stack import Stack
from tutor.ui.widgets.text_lines import TextLines

SETTLE = 0.7
"""Seconds for which a value that changed stands out."""


class LabPanel(Stack):
    """The lab of one visit: its parameters and its result."""

    controls = query_one("#controls", Controls)
    cursor_line = query_one(CursorLine)
    readouts = query_one(Readouts)
    table = query_one(ResultTable)
    notice = query_one(TextLines)
    box = query_one("#drawings", Stack)
    first = query_one("#first", Chart)
    second = query_one("#second", Chart)
    hands = query_one("#hands", Stack)
    """what the learner moves, and reads while moving it"""

    def __init__(self, clock: Callable[[], float]) -> None:
        """Make a panel without a lab; `clock` gives seconds."""
        super().__init__()
        self._clock = clock
        self._visit: Visit | None = None
        self._settling: Timer | None = None
        self._is_stacked = False
        self._is_stage = False
        self._sketch: SketchView | None = None
        self._is_used = False
        """whether the lab itself is shown"""
        self._placed: tuple[object, ...] = ()
        self._tallest: dict[int, int] = {}
        """by the width of the screen: the most rows that the drawings of this visit took in a shared column"""

    def compose(self) -> ComposeResult:
        with Stack(id="drawings"):
            yield Chart(id="first")
            yield Chart(id="second")
        yield ResultTable()
        yield TextLines()
        with Stack(id="hands"):
            yield Controls(self._clock, id="controls")
            yield CursorLine()
            yield Readouts()

    def on_mount(self) -> None:
        self.display = False

    def show(self, visit: Visit | None) -> None:
        """Show the lab of a visit; nothing where it has none, or hides it."""
        self._visit = visit
        self._tallest.clear()
        self._is_used = visit is not None and visit.use is not None and not visit.use.hidden
        self.display = self._is_used
        self.readouts.set_reactive(Readouts.result, None)
        self.table.display = False
        self.table.forget_rows()
        self.controls.show(visit if self._is_used else None)
        self.cursor_line.show(None)
        if self._is_used:
            self.refresh_lab()
        else:
            # The panel may be shown for a program alone.
            self.first.drawing = self.second.drawing = None
            self._place_drawings()
        self.show_sketch()

    def show_sketch(self) -> None:
        """Beside the text, show what a program that is being written gives, above the lab of the step."""
        visit = self._visit
        is_shown = not self._is_stacked and visit is not None and visit.writing is not None
        if self._sketch is None and not is_shown:
            return
        if self._sketch is None:
            # Most steps have no program.
            self._sketch = SketchView(self._clock, id="sketch")
            self.mount(self._sketch, before=0)
        self.display = self._is_used or is_shown
        self._sketch.show(visit.writing if visit is not None and is_shown else None)

    def refresh_lab(self) -> None:
        """Show what has become of the lab since."""
        visit = self._visit
        if visit is None or not self._is_used:
            return
        self.controls.update_lines()
        self.cursor_line.update_lines()
        language = look_of(self).language
        self.readouts.busy = (
            "" if visit.share is None else messages.WORKING_OUT(language, percent=round(100 * visit.share))
        )
        self.look_changed()
        if visit.share is not None:
            return
        self.readouts.veiled = visit.is_veiled
        self.readouts.result = visit.result
        self.table.table = visit.table
        # A table that says nothing for a moment keeps its room.
        self.table.display = not self._is_stage and (self.table.display or visit.table is not None)
        self._show_drawings()
        if look_of(self).moves_unasked:
            if self._settling is not None:
                self._settling.stop()
            self._settling = self.set_timer(SETTLE, self.readouts.settle)

    def look_changed(self) -> None:
        """Say the panel's own texts in the app's present language."""
        visit, language = self._visit, look_of(self).language
        text, lead = "", ""
        if visit is not None and visit.failed:
            text = LAB_FAILED(language, error=say(visit.failed, language))
        elif self._is_stage:
            # The question itself stands there.
            pass
        elif visit is not None and visit.is_veiled:
            text = f"◆ {messages.GUESS_FIRST(language)}"
        elif visit is not None and visit.predicted is not None and self._is_stacked:
            # In a shared column the question may be out of sight, with all that was said to the guess.
            text, lead = truth(visit.predicted, language), "◆"
        self.notice.texts = (TextLine(text, Role.GUESS if lead else None, lead=lead),) if text else ()

    def moves_with(self, widget: Widget | None) -> bool:
        """Return whether a widget is what moves the lab."""
        return isinstance(widget, Controls) and widget.id == "controls"

    # -- points of the learner's --------------------------------------------------------------------------------------

    @property
    def takes_points(self) -> bool:
        """Whether the learner can put points of their own on the plane of the lab now."""
        visit = self._visit
        use = visit.use if visit is not None and self._is_used and not visit.is_veiled else None
        return use is not None and use.board is not None and self.cursor_line.cursor is None

    def put_points(self) -> None:
        """Let the learner put points on the plane of the lab, in the place of its controls."""
        if self._visit is not None and self.cursor_line.cursor is None:
            cursor, rows = Cursor(self._visit), len(self.controls.rows)
            self.controls.stop()
            self.controls.display = False
            self.cursor_line.show(cursor, rows)
            self.cursor_line.focus()
            # It takes its room only with the next layout.
            self.screen.call_after_refresh(self.cursor_line.scroll_visible, animate=False)
            self._show_drawings()

    def on_cursor_line_left(self) -> None:
        if self.cursor_line.cursor is not None:
            self.cursor_line.cursor.leave()
        self.cursor_line.show(None)
        self.controls.display = bool(self.controls.rows)
        if self.controls.display:
            self.controls.focus()
        self._show_drawings()

    def on_cursor_line_moved(self) -> None:
        self._show_drawings()

    def on_chart_clicked(self, event: Chart.Clicked) -> None:
        visit = self._visit
        if visit is None or visit.is_veiled:
            return
        cursor = self.cursor_line.cursor or Cursor(visit)
        cursor.go_to(event.pointed.x, event.pointed.y)
        cursor.turn()
        self.cursor_line.update_lines()
        # The click has taken the focus to whatever holds the picture.
        (self.cursor_line if self.cursor_line.display else self.controls).focus(scroll_visible=False)
        self._show_drawings()

    def toggle_working(self) -> None:
        """Unfold the readouts into their working, or fold them again."""
        self.readouts.unfolded = not self.readouts.unfolded

    def point_at(self, part: str) -> bool:
        """Let a part of the drawings stand out, "" for none; return whether there is such a part now."""
        for view in (self.first, self.second):
            view.pointed = part
        return any(view.drawing is not None and part in parts_of(view.drawing) for view in (self.first, self.second))

    # -- drawings -----------------------------------------------------------------------------------------------------

    def lay_out(self, *, stacked: bool, stage: bool = False) -> None:
        """Fit the drawings into a column of their own, into one shared with the prose, or over the whole width."""
        self._is_stacked, self._is_stage = stacked, stage
        self.styles.width = None if stage or stacked else Room(*self.app.size).lab_column
        self.look_changed()
        self._place_drawings()
        self.show_sketch()

    def _show_drawings(self) -> None:
        drawings = self._visit.drawings if self._visit is not None else ()
        if (cursor := self.cursor_line.cursor) is not None:
            drawings = tuple(with_cursor(drawing, cursor) for drawing in drawings)
        for view, place in ((self.first, 0), (self.second, 1)):
            view.display = place < len(drawings)
            view.drawing = drawings[place] if place < len(drawings) else None
        self._place_drawings()

    def _place_drawings(self) -> None:
        """Give the drawings their room; only where it changes, for that lays out the whole screen."""
        drawings = [view.drawing for view in (self.first, self.second) if view.drawing is not None]
        width = self.app.size.width - 4
        beside = (self._is_stacked or self._is_stage) and len(drawings) > 1 and width >= SIDE_BY_SIDE
        height: int | str = "1fr"
        if self._is_stacked:
            language = look_of(self).language
            share = width // 2 if beside else width
            heights = [
                STACKED_HEIGHT if isinstance(drawing, Figure) else natural_size(drawing, share, language)[1]
                for drawing in drawings
            ]
            # A drawing that needs fewer rows for a moment keeps them: nothing jumps while a control moves.
            height = max(max(heights, default=0) if beside else sum(heights), self._tallest.get(width, 0))
            self._tallest[width] = height
        placed = (bool(drawings), beside, height)
        if placed == self._placed:
            return
        self._placed = placed
        self.box.display = bool(drawings)
        self.box.styles.layout = "horizontal" if beside else "vertical"
        self.second.styles.margin = (0, 0, 0, 2 if beside else 0)
        self.box.styles.height = height
