"""Python in an editor: which cells of its lines wear which style."""

from __future__ import annotations

from rich.style import Style

from tutor.namedtuple import NamedTuple
from tutor.render.look import Look
from tutor.render.prose.code import code_style, tokens_of
from tutor.render.prose.inks import Inks
from tutor.role import Role

GAP = "___"
"""A gap in the easier form of a program."""


class Run(NamedTuple):
    """Characters of one line that wear one style."""

    start: int
    end: int
    style: Style


def coloured_lines(source: str, look: Look) -> list[list[Run]]:
    """Return for each line of a program what of it is not plain."""
    inks = Inks(look.palette, {})
    lines: list[list[Run]] = [[]]
    column = 0
    for kind, token in tokens_of("python", source):
        is_gap = GAP in token
        style = look.role(Role.GUESS, bold=True) if is_gap else code_style(kind, inks)
        for number, part in enumerate(token.split("\n")):
            if number:
                lines.append([])
                column = 0
            if part and style != inks.plain:
                lines[-1].append(Run(column, column + len(part), style))
            column += len(part)
    return lines
