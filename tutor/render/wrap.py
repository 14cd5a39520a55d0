"""Plain text in rows of a given width in cells: broken, or shortened to one."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size

from tutor.visible import visible


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in rows of at most `width` cells, broken at spaces; a word longer than a row is cut."""
    rows: list[str] = []
    row = ""
    for word in map(visible, text.split()):
        if row and cell_len(row) + 1 + cell_len(word) <= width:
            row += " " + word
            continue
        if row:
            rows.append(row)
        *whole, row = chop_cells(word, max(width, 2))
        rows.extend(whole)
    return [*rows, row] if row else rows


def shortened(text: str, width: int) -> str:
    """Return `text` in at most `width` cells; where it is longer, "…" stands for its end."""
    text = visible(text)
    return text if cell_len(text) <= width else set_cell_size(text, max(width - 1, 0)) + "…"
