"""Short texts under each other, each with a mark in front: a prompt, hints, what is said to a response."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from tutor.course.prose import Prose
from tutor.namedtuple import NamedTuple
from tutor.render.look import Look
from tutor.render.prose.layout import Fill, lay_out
from tutor.render.workings import Workings, workings_lines
from tutor.role import Role


class Saying(NamedTuple):
    """One text and what stands in front of it."""

    lead: str
    role: Role
    prose: Prose
    fill: Fill
    is_arithmetic: bool = False
    """a line that is nothing but arithmetic"""


def said_lines(sayings: Sequence[Saying | Workings], width: int, look: Look) -> list[list[Segment]]:
    """Return the sayings, one under the other."""
    lines: list[list[Segment]] = []
    for saying in sayings:
        if isinstance(saying, Workings):
            lines += workings_lines(saying, width, look)
            continue
        indent = cell_len(saying.lead) + 1
        rows = lay_out(saying.prose, max(width - indent, 8), saying.fill, {}, look.palette)
        for number, row in enumerate(rows):
            first = Segment(saying.lead + " ", look.role(saying.role, bold=True))
            lines.append([first if number == 0 else Segment(" " * indent), *row])
    return lines
