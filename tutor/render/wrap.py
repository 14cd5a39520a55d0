"""Plain text in rows of a given width in cells: broken, or shortened to one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells, set_cell_size

from tutor.visible import visible


def wrapped(text: str, width: int) -> list[str]:
    """Return `text` in rows of at most `width` cells, broken at spaces; a word longer than a row is cut.

    "α = 0.3" is one word, as long as it fits a row.
    """
    rows: list[str] = []
    row = ""
    for word in map(visible, _words(text, width)):
        if row and cell_len(row) + 1 + cell_len(word) <= width:
            row += " " + word
            continue
        if row:
            rows.append(row)
        *whole, row = chop_cells(word, max(width, 2))
        rows.extend(whole)
    return [*rows, row] if row else rows


def _words(text: str, width: int) -> Iterator[str]:
    last: list[str] = []
    for word in text.split():
        joined = " ".join((*last, word))
        if last and cell_len(joined) <= width and "=" in (word, last[-1]):
            last.append(word)
        else:
            yield from filter(None, [" ".join(last)])
            last = [word]
    yield from filter(None, [" ".join(last)])


def shortened(text: str, width: int) -> str:
    """Return `text` in at most `width` cells; where it is longer, "…" stands for its end."""
    text = visible(text)
    return text if cell_len(text) <= width else set_cell_size(text, max(width - 1, 0)) + "…"
