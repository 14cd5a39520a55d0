"""Lesson text on screen: prose with its live values, formulas, tables and code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.timer import Timer

from tutor.course.prose import Live, Prose
from tutor.dataclass import dataclass
from tutor.figure import Role
from tutor.render.pointing import number_at, place_of, rows_reached, with_reached
from tutor.render.prose.layout import WIDEST, Fill, Sheet
from tutor.render.stage import first_rows
from tutor.session.pointing import Pointing
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines

_STANDS_OUT = 0.6
"""Seconds for which a value that changed stands out."""


class ProseView(Lines):
    """Shows prose at the width it is given, as tall as that makes it. One view serves every step of a lesson.

    Its text can be selected with the mouse.
    """

    KEEPS_ROWS = True

    DEFAULT_CSS = """
    ProseView { height: auto; width: 1fr; }
    """

    @dataclass
    class PointedAt(Message):
        """Words were reached that point at a part of the picture."""

        part: str
        """"" where none are any longer"""
        in_passing: bool
        """The mouse only moves over them."""

    def __init__(self, *, points: bool = False, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Make a view without a text; `points` says that its words can point at a picture beside it."""
        super().__init__(id=id, classes=classes)
        self.pointing = Pointing()
        self._points = points
        self._in_passing = False
        self._prose = Prose(())
        self._roles: Mapping[str, Role] = {}
        self._fill: Fill = _nothing
        self._sheet: Sheet | None = None
        self._values: Mapping[Live, str] = {}
        self._changed: frozenset[Live] = frozenset()
        self._settling: Timer | None = None
        self._most = 0
        self.is_cut = False
        """whether only the first rows are shown, and there are more"""

    def shorten(self, most: int) -> None:
        """Show at most so many rows, without the empty ones, at full width; 0 for all of them."""
        if most != self._most:
            self._most, self._sheet, self.is_cut = most, None, False
            self.forget_rows()
            self.update_lines()

    def show(self, prose: Prose, fill: Fill, roles: Mapping[str, Role]) -> None:
        """Show other prose.

        Args:
            fill: what each live value reads at the moment it is called.
            roles: those of the lab's parameters and readouts; their names and values wear its colour.
        """
        self._stop_settling()
        self.forget_rows()
        self._prose, self._roles, self._fill = prose, roles, fill
        self._sheet = None
        self._values = {live: fill(live, False) for live in prose.lives()}
        was_pointed = self.pointing.number
        self.pointing.show(prose if self._points else Prose(()))
        if self.pointing.number != was_pointed:
            self._tell(in_passing=False)
        self.update_lines()

    def refresh_values(self) -> None:
        """Show the live values of this moment. Those that changed stand out for a while, if the look has motion."""
        before, self._values = self._values, {live: self._fill(live, False) for live in self._values}
        changed = frozenset(live for live, text in self._values.items() if text != before[live])
        if not changed:
            return
        self._stop_settling()
        if look_of(self).moves_unasked:
            self._changed = changed
            self._settling = self.set_timer(_STANDS_OUT, self._settle)
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        palette = look_of(self).palette
        sheet = self._sheet
        if sheet is None or sheet.width != max(width, 2) or sheet.palette is not palette:
            widest = width if self._most else WIDEST
            sheet = self._sheet = Sheet(self._prose, width, self._roles, palette, widest)
        lines = sheet.lines(self._fill, self._changed)
        number = self.pointing.number
        if not self._most:
            return with_reached(lines, number) if number else lines
        rows = first_rows(lines, self._most, width, look_of(self))
        self.is_cut = len(rows) < sum(any(text.strip() for text, _, _ in line) for line in lines)
        if number:
            rows = with_reached(rows_reached(lines, self._most, width, look_of(self), number), number)
        return rows

    # -- words that point ---------------------------------------------------------------------------------------------

    def point(self, steps: int) -> None:
        """Go on to the next words that point (1), or back (-1)."""
        self.pointing.walk(steps)
        self._tell(in_passing=False)

    def stop_pointing(self) -> None:
        """Let none of the words be reached any longer."""
        if self.pointing.number:
            self._reach(0, in_passing=False)

    @property
    def place_reached(self) -> Offset | None:
        """Where on the screen the words begin that are reached; None where there are none."""
        number = self.pointing.number
        place = place_of(self._lines, number) if number else None
        return self.content_region.offset + place if place is not None else None

    def _reach(self, number: int, *, in_passing: bool) -> None:
        self._in_passing = in_passing
        self.pointing.reach(number)
        self._tell(in_passing=in_passing)

    def _tell(self, *, in_passing: bool) -> None:
        self._in_passing = in_passing
        self.update_lines()
        self.post_message(self.PointedAt(self.pointing.part, in_passing))

    def on_mouse_move(self, event: events.MouseMove) -> None:
        number = number_at(event.style) if self.pointing.has_words else 0
        if number != self.pointing.number and (number or self._in_passing):
            self._reach(number, in_passing=True)

    def on_leave(self) -> None:
        if self._in_passing:
            self._reach(0, in_passing=False)

    def on_click(self, event: events.Click) -> None:
        number = number_at(event.style)
        if self.pointing.has_words and (number or self.pointing.number):
            self._reach(number, in_passing=False)

    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        selection = self.text_selection
        span = selection.get_span(y) if selection is not None else None
        if span is not None:
            strip = _selected(strip, *span, self.screen.get_component_rich_style("screen--selection"))
        return strip.apply_offsets(0, y)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract("\n".join(strip.text.rstrip() for strip in self._strips)), "\n"

    def _settle(self) -> None:
        self._stop_settling()
        self.update_lines()

    def _stop_settling(self) -> None:
        if self._settling is not None:
            self._settling.stop()
        self._settling = None
        self._changed = frozenset()


def _nothing(live: Live, in_mathematics: bool) -> str:  # noqa: ARG001
    return ""


def _selected(strip: Strip, start: int, end: int, style: Style) -> Strip:
    """Return a line with the characters from `start` up to `end` (-1 for its end) in the selection's style."""
    end = len(strip.text) if end == -1 else end
    segments: list[Segment] = []
    at = 0
    for segment in strip:
        text, own, _ = segment
        cuts = [0, *(min(max(cut - at, 0), len(text)) for cut in (start, end)), len(text)]
        for number, (left, right) in enumerate(pairwise(cuts)):
            if left < right:
                segments.append(Segment(text[left:right], (own or Style.null()) + style if number == 1 else own))
        at += len(text)
    return Strip(segments, strip.cell_length)
