"""What the table of a result looks like."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tutor.lab import Table
from tutor.language import Text, say, true_minus
from tutor.render import messages
from tutor.render.look import Look
from tutor.role import Role

MOST_ROWS, MOST_COLUMNS = 60, 30
"""What of a table is drawn: more could not be taken in, and would keep a key waiting."""


def table_lines(table: Table, width: int, look: Look) -> list[list[Segment]]:
    """Return header, rows and footer, words at the left and numbers at the right of their columns.

    Columns stand two cells apart where `width` has room for that, else one. A table too wide all the same is not cut,
    as long as it has no more than `MOST_COLUMNS`; of rows past `MOST_ROWS` it is said how many there are.
    """
    header, footer = _said(table.columns, look), _said(table.footer, look)
    rows = [_said(row, look) for row in table.rows[:MOST_ROWS]]
    left_out = len(table.rows) - len(rows)
    every = [header, *rows, footer]
    sizes = [max(cell_len(row[column]) for row in every if column < len(row)) for column in range(len(header))]
    gap = 2 if sum(sizes) + 2 * len(sizes) <= width else 1
    wordy = [any(row[column][:1].isalpha() for row in rows) for column in range(len(header))]

    def line(cells: Sequence[str], style: Style, *, lit: bool = False) -> list[Segment]:
        segments = [Segment("▸" if lit else " ", look.role(Role.MODEL, bold=True))]
        for column, cell in enumerate(cells):
            role = table.roles[column] if column < len(table.roles) else None
            colour = look.role(role) if role else look.ink
            padding = " " * (sizes[column] - cell_len(cell))
            text = cell + padding if wordy[column] else padding + cell
            segments.append(Segment(text + " " * gap, colour + style + Style(bold=lit or None)))
        return segments

    lines = [line(header, Style(bold=True, underline=True))]
    lines += [line(row, Style(), lit=number in table.lit_rows) for number, row in enumerate(rows)]
    if left_out:
        lines.append([Segment(" " + messages.ROWS_LEFT_OUT(look.language, count=left_out), look.quiet)])
    if footer:
        lines.append([Segment(" " + "─" * (sum(sizes) + gap * (len(sizes) - 1)), look.quiet)])
        lines.append(line(footer, Style(bold=True)))
    return lines


def _said(cells: Sequence[Text | str], look: Look) -> list[str]:
    return [look.spelled(true_minus(say(cell, look.language))) for cell in cells[:MOST_COLUMNS]]
