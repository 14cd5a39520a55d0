"""Plain text broken into rows of a given width in cells."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in rows of at most `width` cells, broken at spaces; a word longer than a row is cut."""
    rows: list[str] = []
    row = ""
    for word in text.split():
        if row and cell_len(row) + 1 + cell_len(word) <= width:
            row += " " + word
            continue
        if row:
            rows.append(row)
        *whole, row = chop_cells(word, max(width, 2))
        rows.extend(whole)
    return [*rows, row] if row else rows
