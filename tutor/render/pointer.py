"""What is said of the pointer on a lab's plane, and of a point that is being typed: lines of a width."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tutor.language import MINUS, say
from tutor.render import messages
from tutor.render.look import Look
from tutor.role import Role
from tutor.session.pointer import Pointer

MARKS = "○●"
"""of a point of class 0, and of class 1"""


def pointer_lines(
    pointer: Pointer, typed: str | None, width: int, look: Look, *, refused: bool = False
) -> list[list[Segment]]:
    """Return where the pointer is and what lies there, and how many points there are or what is being typed."""
    language = look.language
    here = pointer.here
    there = messages.NOTHING_HERE(language) if here is None else f"{MARKS[here.kind]} y = {here.kind}"
    place = f"({_number(pointer.x)}, {_number(pointer.y)})"
    if typed is not None:
        message = messages.POINT_REFUSED if refused else messages.POINT_HINT
        limits = f"{_number(pointer.board.low)} … {_number(pointer.board.high)}"
        hint = message(language, limits=limits)
        room = max(width - 2 - cell_len(typed) - 1, 0)
        second = [
            Segment("  "),
            Segment(f"{typed}▏", Style(bold=True, underline=True)),
            Segment(set_cell_size(f"  {hint}", room), Style(bold=True) if refused else look.quiet),
        ]
    else:
        ones = sum(spot.kind for spot in pointer.spots)
        counts = f"{MARKS[0]} {len(pointer.spots) - ones} · {MARKS[1]} {ones}"
        note = messages.PLANE_FULL(language) if pointer.is_full else say(pointer.board.help, language)
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
