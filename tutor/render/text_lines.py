"""Plain lines of text, each in one role: what stands above a question, or at the end of a sitting."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment

from tutor.namedtuple import NamedTuple
from tutor.render.look import Look
from tutor.render.wrap import wrapped
from tutor.role import Role


class TextLine(NamedTuple):
    """One paragraph; it is broken where the width ends."""

    text: str
    role: Role | None = None
    """None for plain ink"""
    strong: bool = False
    lead: str = ""
    """a mark in front, in the role's colour"""


def text_lines(texts: Sequence[TextLine], width: int, look: Look) -> list[list[Segment]]:
    """Return the paragraphs, one under the other; an empty one is an empty line."""
    lines: list[list[Segment]] = []
    for text in texts:
        lead = f"{text.lead} " if text.lead else ""
        indent = cell_len(lead)
        style = look.strong if text.strong else look.ink
        if text.role is not None and not text.lead:
            style = look.role(text.role, bold=text.strong)
        for number, row in enumerate(wrapped(look.spelled(text.text), max(width - indent, 8)) or [""]):
            first = Segment(" " * indent if number else lead, look.role(text.role or Role.QUIET, bold=True))
            lines.append([first, Segment(row, style)])
    return lines
