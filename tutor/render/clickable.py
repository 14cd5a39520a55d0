"""Lines, and where in them stands what can be clicked."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment

from tutor.namedtuple import NamedTuple


class Span(NamedTuple):
    """Where a thing stands, or a part of it: some cells of one line."""

    thing: int
    """its number, from 0"""
    line: int
    start: int
    end: int
    """the cell after its last"""


class Clickable(NamedTuple):
    """Lines with things to click in them."""

    lines: Sequence[Sequence[Segment]]
    spans: Sequence[Span]

    def thing_at(self, x: int, y: int) -> int | None:
        """Return the number of the thing that stands at cell `x` of line `y`, or None."""
        return next((span.thing for span in self.spans if span.line == y and span.start <= x < span.end), None)


NOTHING = Clickable((), ())
