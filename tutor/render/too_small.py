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
    """Return the message in the middle of `room`; all sizes are (columns, rows).

    Where there is no room for all of it, it says less, down to the size that is needed, and no sentence is cut.
    """
    width, height = room
    text = messages.TOO_SMALL(look.language, width=size[0], height=size[1], least_width=least[0], least_height=least[1])
    shorter = (text, text.partition("\n")[0], f"{least[0]}×{least[1]}")
    said = [[row for paragraph in one.split("\n") for row in wrapped(paragraph, max(width - 2, 1))] for one in shorter]
    rows = next((one for one in said if len(one) <= height), said[-1])
    above = max((height - len(rows)) // 2, 0)
    middle = [[Segment(" " * max((width - cell_len(row)) // 2, 0) + row, look.ink)] for row in rows]
    return [[] for _ in range(above)] + middle[: max(height, 1)]
