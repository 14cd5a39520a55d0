"""Plain text in rows of a given width in cells: broken, or shortened to one."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, chop_cells, set_cell_size

from tutor.visible import visible

OPERATORS = frozenset("+−-·×*/÷@")


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
    """Yield what is not to be torn: words, and names with their values. What ends a calculation has no name."""
    words = text.split()
    last: list[str] = []
    for number, word in enumerate(words):
        equals = number if word == "=" else number - 1
        is_named = last and words[equals] == "=" and (equals < 2 or words[equals - 2] not in OPERATORS)
        if is_named and cell_len(" ".join((*last, word))) <= width:
            last.append(word)
        else:
            yield from filter(None, [" ".join(last)])
            last = [word]
    yield from filter(None, [" ".join(last)])


def shortened(text: str, width: int) -> str:
    """Return `text` in at most `width` cells; where it is longer, "…" stands for its end."""
    text = visible(text)
    return text if cell_len(text) <= width else set_cell_size(text, max(width - 1, 0)) + "…"
