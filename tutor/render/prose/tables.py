"""Tables of styled cells: columns as wide as they need, numbers in line at their points, wrapped where too wide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from rich.segment import Segment
from rich.style import Style

from tutor.namedtuple import NamedTuple
from tutor.render.prose.boxes import width_of
from tutor.render.prose.flow import Line, Piece, flow, joined, natural_width, without_end

Align = Literal["left", "center", "right"]
Cell = list[Piece]

_NUMBER = re.compile(r"[−+\-]?[\d,]*(?P<decimals>\.\d*)?(?P<unit>[%°]?)")
_GAP, _NARROW_GAP = 3, 2
"""Cells between columns, and where the table is too wide for that."""
_NARROWEST = 4
"""A column that is wrapped keeps at least this many cells; where there is less room, the rows stand as lists."""


class TableStyle(NamedTuple):
    plain: Style
    heading: Style
    rule: Style


def lay_out_table(
    aligns: Sequence[Align], header: Sequence[Cell], rows: Sequence[Sequence[Cell]], width: int, style: TableStyle
) -> list[Line]:
    """Return the lines of a table of at most `width` cells. A header of empty cells is left out."""
    count = len(aligns)
    rows = _in_line(rows, aligns)
    has_header = any(text_of(cell).strip() for cell in header)
    every = [header, *rows] if has_header else list(rows)
    measures = [[natural_width(row[column]) for row in every] for column in range(count)]
    widths = [max((natural for natural, _ in column), default=0) for column in measures]
    gap = _GAP if sum(widths) + _GAP * (count - 1) <= width else _NARROW_GAP
    room = width - gap * (count - 1)
    if sum(widths) > room:
        if room < _NARROWEST * count:
            return _as_lists(header, rows, width, style)
        longest = [max((word for _, word in column), default=0) for column in measures]
        widths = _fitted(widths, longest, room)
    lines: list[Line] = []
    if has_header:
        lines.extend(_row(header, widths, aligns, gap, style))
        lines.append([Segment("─" * (sum(widths) + gap * (count - 1)), style.rule)])
    for row in rows:
        lines.extend(_row(row, widths, aligns, gap, style))
    return lines


def text_of(cell: Cell) -> str:
    """Return a cell's text."""
    return "".join(piece.text for piece in cell)


def _in_line(rows: Sequence[Sequence[Cell]], aligns: Sequence[Align]) -> list[list[Cell]]:
    """Return rows whose numbers, in columns aligned right, have their decimal points below one another."""
    deepest = [
        max((_after_point(text_of(row[column])) for row in rows), default=0) if align == "right" else 0
        for column, align in enumerate(aligns)
    ]
    return [
        [_pointed(cell, deepest[column]) if aligns[column] == "right" else cell for column, cell in enumerate(row)]
        for row in rows
    ]


def _after_point(text: str) -> int:
    """Return how many cells of a number stand from its decimal point on, a unit included; 0 for no number."""
    match = _NUMBER.fullmatch(text.strip())
    if match is None or not text.strip():
        return 0
    return len(match["decimals"] or "") + len(match["unit"])


def _pointed(cell: Cell, cells_after_point: int) -> Cell:
    text = text_of(cell).strip()
    if not text or not _NUMBER.fullmatch(text):
        return cell
    missing = cells_after_point - _after_point(text)
    return [*cell, Piece(" " * missing, Style.null(), solid=True)] if missing else cell


def _fitted(widths: Sequence[int], longest: Sequence[int], room: int) -> list[int]:
    """Return narrower columns that fit: the widest gives way first, and words are kept whole as long as they can be."""
    fitted = list(widths)
    for floors in ([min(word, width) for word, width in zip(longest, widths, strict=True)], [_NARROWEST] * len(widths)):
        while sum(fitted) > room:
            slack = [(width, -column) for column, width in enumerate(fitted) if width > max(floors[column], _NARROWEST)]
            if not slack:
                break
            fitted[-max(slack)[1]] -= 1
    return fitted


def _row(
    cells: Sequence[Cell], widths: Sequence[int], aligns: Sequence[Align], gap: int, style: TableStyle
) -> list[Line]:
    columns = [flow(cell, width) for cell, width in zip(cells, widths, strict=True)]
    height = max(1, *(len(column) for column in columns))
    lines: list[Line] = []
    for y in range(height):
        line: list[Piece] = []
        owed = 0
        for column, width, align in zip(columns, widths, aligns, strict=True):
            content = column[y] if y < len(column) else []
            spare = width - sum(width_of(segment.text) for segment in content)
            before = {"left": 0, "center": spare // 2, "right": spare}[align]
            if content:
                line.append(Piece(" " * (owed + before), style.plain))
                line.extend(Piece(segment.text, segment.style or style.plain) for segment in content)
                owed = spare - before + gap
            else:
                owed += width + gap
        lines.append(without_end(joined(line)))
    return lines


def _as_lists(header: Sequence[Cell], rows: Sequence[Sequence[Cell]], width: int, style: TableStyle) -> list[Line]:
    """Return each row as lines "heading value", for a width that no table fits."""
    lines: list[Line] = []
    for number, row in enumerate(rows or [header]):
        if number:
            lines.append([Segment("─" * min(width, _NARROWEST), style.rule)])
        for heading, cell in zip(header, row, strict=True):
            parts = [*heading, Piece(" ", style.plain), *cell] if rows and text_of(heading).strip() else cell
            lines.extend(flow(parts, width))
    return lines
