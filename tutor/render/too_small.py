"""What a terminal that is too small shows: the size it needs."""

from __future__ import annotations

from rich.cells import cell_len
from rich.segment import Segment

from tutor.render import messages
from tutor.render.look import Look
from tutor.render.wrap import wrapped


def too_small_lines(
    size: tuple[int, int], least: tuple[int, int], room: tuple[int, int], look: Look
) -> list[list[Segment]]:
    """Return the message in the middle of `room`, as far as there is any; all sizes are (columns, rows)."""
    width, height = room
    text = messages.TOO_SMALL(look.language, width=size[0], height=size[1], least_width=least[0], least_height=least[1])
    rows = [row for paragraph in text.split("\n") for row in wrapped(paragraph, max(width - 2, 1))]
    above = max((height - len(rows)) // 2, 0)
    middle = [[Segment(" " * max((width - cell_len(row)) // 2, 0) + row, look.ink)] for row in rows]
    return [[] for _ in range(above)] + middle[: max(height, 1)]
