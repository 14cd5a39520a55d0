"""What is said of the cursor on a lab's plane, and of a point that is being typed: lines of a width."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tutor.language import MINUS, say
from tutor.render import messages
from tutor.render.look import Look
from tutor.role import Role
from tutor.session.cursor import Cursor

MARKS = "○●"
"""of a point of class 0, and of class 1"""


def cursor_lines(
    cursor: Cursor, typed: str | None, width: int, look: Look, *, refused: bool = False
) -> list[list[Segment]]:
    """Return where the cursor is and what lies there, and how many points there are or what is being typed."""
    language = look.language
    here = cursor.here
    there = messages.NOTHING_HERE(language) if here is None else f"{MARKS[here.kind]} y = {here.kind}"
    place = f"({_number(cursor.x)}, {_number(cursor.y)})"
    if typed is not None:
        message = messages.POINT_REFUSED if refused else messages.POINT_HINT
        limits = f"{_number(cursor.board.low)} … {_number(cursor.board.high)}"
        hint = message(language, limits=limits)
        room = max(width - 2 - cell_len(typed) - 1, 0)
        second = [
            Segment("  "),
            Segment(f"{typed}▏", Style(bold=True, underline=True)),
            Segment(set_cell_size(f"  {hint}", room), Style(bold=True) if refused else look.quiet),
        ]
    else:
        ones = sum(spot.kind for spot in cursor.spots)
        counts = f"{MARKS[0]} {len(cursor.spots) - ones} · {MARKS[1]} {ones}"
        note = messages.PLANE_FULL(language) if cursor.is_full else say(cursor.board.help, language)
        second = [
            Segment(f"  {counts}", look.role(Role.GIVEN)),
            Segment(set_cell_size(f"   {note}", max(width - 2 - cell_len(counts), 0)), look.quiet),
        ]
    first = [
        Segment("▸ ", look.role(Role.GUESS, bold=True)),
        Segment(place, look.role(Role.GUESS, bold=True)),
        Segment(set_cell_size(f"  {there}", max(width - 2 - cell_len(place), 0)), look.role(Role.GIVEN)),
    ]
    return [first, second]


def _number(value: float) -> str:
    return f"{value:g}".replace("-", MINUS)
