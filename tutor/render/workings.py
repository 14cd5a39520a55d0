"""Two workings beside each other: the learner's own and the right one, the first line that differs marked."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tutor.course.slips.unfolding import Line
from tutor.language import Text, say
from tutor.namedtuple import NamedTuple
from tutor.render import messages
from tutor.render.look import Look
from tutor.render.wrap import wrapped
from tutor.role import Role

MARK = "≠ "
"""In front of the first line that differs."""
GAP = 3
LEAST_COLUMN = 22
"""Cells of a column; where there is no room for two of them, the right working stands below."""


class Workings(NamedTuple):
    """The learner's working and the right one, line by line."""

    lines: tuple[Line, ...]
    right: Text | str
    """what the right one works out"""


def workings_lines(workings: Workings, width: int, look: Look) -> list[list[Segment]]:
    """Return two workings in `width` cells."""
    yours, right = messages.YOURS(look.language), look.spelled(say(workings.right, look.language))
    told = [Line(look.spelled(line.yours), look.spelled(line.right), line.differs) for line in workings.lines]
    indent = cell_len(MARK)
    column = (width - indent - GAP) // 2
    widest = max((cell_len(line.yours) for line in told), default=0)
    if column < LEAST_COLUMN:
        return [
            *_one(yours, [(line.yours, line.differs) for line in told], Role.GUESS, width, look),
            *_one(right, [(line.right, line.differs) for line in told], Role.RIGHT, width, look),
        ]
    first = min(max(widest, cell_len(yours)), column)
    second = width - indent - first - GAP
    lines = _row(
        "", yours, right, first, second, (look.role(Role.GUESS, bold=True), look.role(Role.RIGHT, bold=True)), look
    )
    for line in told:
        styles = (look.role(Role.GUESS), look.role(Role.RIGHT)) if line.differs else (look.ink, look.ink)
        lines += _row(MARK if line.differs else "", line.yours, line.right, first, second, styles, look)
    return lines


def _row(
    mark: str, yours: str, right: str, first: int, second: int, styles: tuple[Style, Style], look: Look
) -> list[list[Segment]]:
    """Return what stands beside each other, in as many lines as the longer one takes."""
    found: list[list[Segment]] = []
    both = itertools.zip_longest(_pieces(yours, first), _pieces(right, second), fillvalue="")
    for number, (left, beside) in enumerate(both):
        lead = mark if number == 0 else ""
        found.append(
            [
                Segment(lead + " " * (cell_len(MARK) - cell_len(lead)), look.role(Role.LOSS, bold=True)),
                Segment(left + " " * (first - cell_len(left) + GAP), styles[0]),
                Segment(beside, styles[1]),
            ]
        )
    return found


def _pieces(text: str, width: int) -> list[str]:
    """Return a line in rows: broken between two pieces of it rather than inside one."""
    rows: list[str] = []
    for piece in text.split(", "):
        if rows and cell_len(rows[-1]) + 2 + cell_len(piece) <= width:
            rows[-1] += f", {piece}"
        else:
            rows += wrapped(piece, width)
    return rows


def _one(title: str, texts: Sequence[tuple[str, bool]], role: Role, width: int, look: Look) -> list[list[Segment]]:
    """Return one working by itself."""
    indent = cell_len(MARK)
    lines = [
        [Segment(" " * indent), Segment(row, look.role(role, bold=True))] for row in wrapped(title, width - indent)
    ]
    for text, differs in texts:
        for number, row in enumerate(_pieces(text, max(width - indent, 1))):
            lead = MARK if differs and number == 0 else " " * indent
            lines.append(
                [Segment(lead, look.role(Role.LOSS, bold=True)), Segment(row, look.role(role) if differs else look.ink)]
            )
    return lines
