"""Words that point at a part of the picture, in lines: which of them is reached, and that it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style

from tutor.render.look import Look
from tutor.render.prose.inks import POINTS
from tutor.render.stage import first_rows

Line = Sequence[Segment]

_REACHED = Style(reverse=True)


def number_at(style: Style | None) -> int:
    """Return the number of the words that wear this style, 0 where they do not point."""
    return int(style.meta.get(POINTS, 0)) if style else 0


def with_reached(lines: Sequence[Line], number: int) -> list[Line]:
    """Return lines in which the words with this number are turned round."""
    return [
        [
            Segment(text, style + _REACHED) if style and number_at(style) == number else Segment(text, style)
            for text, style, _ in line
        ]
        for line in lines
    ]


def rows_reached(lines: Sequence[Line], most: int, width: int, look: Look, number: int) -> list[Line]:
    """Return the rows of a text of which at most so many are shown: its first, or where the words with this number are
    not among them, those from these words on."""
    rows = first_rows(lines, most, width, look)
    if _cells(rows, number) == _cells(lines, number):
        return rows
    filled = [line for line in lines if any(segment.text.strip() for segment in line)]
    start = next(at for at, line in enumerate(filled) if _cells([line], number))
    return first_rows(filled[min(start, len(filled) - most) :], most, width, look)


def place_of(lines: Sequence[Line], number: int) -> tuple[int, int] | None:
    """Return the column and the line where the words with this number begin; None where they are not there."""
    for y, line in enumerate(lines):
        x = 0
        for segment in line:
            if number_at(segment.style) == number:
                return x, y
            x += segment.cell_length
    return None


def _cells(lines: Sequence[Line], number: int) -> int:
    """Return how many cells the words with this number take."""
    return sum(segment.cell_length for line in lines for segment in line if number_at(segment.style) == number)
