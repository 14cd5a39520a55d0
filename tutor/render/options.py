"""Options to choose from: one, several, or all of them in an order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from rich.segment import Segment
from rich.style import Style

from tutor.namedtuple import NamedTuple
from tutor.render.clickable import Clickable, Span
from tutor.render.look import Look
from tutor.role import Role

INDENT = 6
"""Cells of the pointer, the number and the mark before an option."""

Mode = Literal["one", "many", "order"]
LayOut = Callable[[int, int, int], list[list[Segment]]]
"""(row, option, width) -> what that row says while the option stands there, laid out"""


class Options(NamedTuple):
    """Options, and how far the learner is with them. An option has its number, from 0, wherever it stands."""

    mode: Mode
    order: tuple[int, ...]
    """the options as they stand, from the first row to the last"""
    cursor: int = 0
    """the row that the keys speak of"""
    ticked: frozenset[int] = frozenset()
    """the options that are chosen: of "one" at most one"""
    lifted: bool = False
    """the option under the cursor goes with it"""
    is_ordered: bool = False
    """the learner has put them in an order, rather than found them in one"""
    marks: Mapping[int, Role] = {}
    """the options that were chosen rightly or wrongly"""

    @property
    def response(self) -> str:
        """What was chosen: numbers of options, separated by commas; "" where nothing was."""
        numbers = tuple(sorted(self.ticked)) if self.mode != "order" else self.order if self.is_ordered else ()
        return ",".join(map(str, numbers))

    def answered(self, response: str) -> Options:
        """Return the options with a response that was given before."""
        numbers = tuple(int(part) for part in response.split(",") if part.strip().isdecimal() and len(part) < 6)
        if self.mode == "order":
            given = sorted(numbers) == sorted(self.order)
            return self._replace(order=numbers, is_ordered=True) if given else self
        if self.mode == "many":
            return self._replace(ticked=frozenset(numbers))
        # What was answered is marked as right or wrong, and no longer chosen: Enter does not answer with it again.
        cursor = self.order.index(numbers[0]) if numbers and numbers[0] in self.order else self.cursor
        return self._replace(cursor=cursor, ticked=frozenset())

    def has_row(self, row: int) -> bool:
        """Return whether there is a row of this number."""
        return 0 <= row < len(self.order)

    def at(self, row: int) -> Options:
        """Return the options with the cursor on another row."""
        return self._replace(cursor=row)

    def carried(self, steps: int) -> Options:
        """Return the options with the one under the cursor moved by so many rows, as far as there are rows."""
        target = self.cursor + steps
        if not self.has_row(target):
            return self
        order = list(self.order)
        order.insert(target, order.pop(self.cursor))
        return self._replace(order=tuple(order), cursor=target, is_ordered=True)

    def chosen(self) -> Options:
        """Return the options with the one under the cursor chosen: instead of another, or ticked, or no longer ticked.

        In an order it is lifted, to go with the cursor, or put down where it is.
        """
        if self.mode == "order":
            return self._replace(lifted=not self.lifted, is_ordered=True)
        option = frozenset({self.order[self.cursor]})
        return self._replace(ticked=option if self.mode == "one" else self.ticked ^ option)


def option_lines(options: Options, lay_out: LayOut, width: int, look: Look, *, focused: bool) -> Clickable:
    """Return the options, one under the other; `focused` shows the cursor. What can be clicked are the rows."""
    lines: list[list[Segment]] = []
    spans: list[Span] = []
    for row, option in enumerate(options.order):
        text = lay_out(row, option, max(width - INDENT, 8)) or [[]]
        spans += (Span(row, len(lines) + number, 0, width) for number in range(len(text)))
        for number, line in enumerate(text):
            lead = [Segment(" " * INDENT)] if number else _lead(options, row, focused and row == options.cursor, look)
            lines.append([*lead, *line])
    return Clickable(lines, spans)


def _lead(options: Options, row: int, chosen: bool, look: Look) -> list[Segment]:
    """Return the pointer, the number and the mark of a row."""
    mark, style = _mark(options, options.order[row], chosen and options.lifted, look)
    number = look.strong if chosen else look.quiet
    return [
        Segment("▸ " if chosen else "  ", look.role(Role.MODEL, bold=True)),
        Segment(f"{row + 1} ", number + Style(reverse=chosen and options.lifted)),
        Segment(f"{mark} ", style),
    ]


def _mark(options: Options, option: int, lifted: bool, look: Look) -> tuple[str, Style]:
    role = options.marks.get(option)
    if role is not None:
        return "✓" if role is Role.RIGHT else "✗", look.role(role, bold=True)
    match options.mode:
        case "one":
            return "●" if option in options.ticked else "○", look.ink
        case "many":
            return "■" if option in options.ticked else "□", look.ink
        case "order":
            return "↕" if lifted else " ", look.role(Role.MODEL, bold=True)
