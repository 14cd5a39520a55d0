"""What a search found: for each hit where it leads, and a piece of its text."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style

from tutor.render.look import Look
from tutor.render.wrap import shortened
from tutor.role import Role
from tutor.session.marks import BOOKMARK, NOTE
from tutor.session.search import Hit, Kind

KIND_MARKS = {Kind.TERM: "§", Kind.STEP: " ", Kind.QUESTION: "?", Kind.NOTE: NOTE, Kind.BOOKMARK: BOOKMARK}
ROWS = 2
"""Lines of one hit: its title, and a piece of its text."""
INDENT = 4


def hit_lines(hits: Sequence[Hit], chosen: int, width: int, look: Look) -> list[list[Segment]]:
    """Return the hits, each on `ROWS` lines."""
    return [line for number, hit in enumerate(hits) for line in _hit(hit, number == chosen, width, look)]


def _hit(hit: Hit, is_chosen: bool, width: int, look: Look) -> tuple[list[Segment], list[Segment]]:
    room = max(width - INDENT, 2)
    title = [
        Segment("▸ " if is_chosen else "  ", look.role(Role.MODEL, bold=True)),
        Segment(KIND_MARKS[hit.passage.kind] + " ", look.role(Role.GUESS)),
        Segment(shortened(hit.passage.title, room), look.strong if is_chosen else look.ink),
    ]
    # What was found is seen whatever else is not.
    found = set_cell_size(hit.found, room) if cell_len(hit.found) > room else hit.found
    before = _last_of(hit.before, room - cell_len(found))
    after = shortened(hit.after, room - cell_len(before) - cell_len(found)) if hit.after else ""
    snippet = [
        Segment(" " * INDENT),
        Segment(before, look.quiet),
        Segment(found, look.strong + Style(underline=True)),
        Segment(after, look.quiet),
    ]
    return title, snippet


def _last_of(text: str, width: int) -> str:
    """Return `text` in at most `width` cells; where it is longer, "…" stands for its beginning."""
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) > width - 1:
        text = text[1:]
    return f"…{text}" if width > 0 else ""
