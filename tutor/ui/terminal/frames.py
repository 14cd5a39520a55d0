"""Frames as few bytes: what stands there already is left out, and a colour is set once, not for every word.

Textual sets all colours before each piece of text and takes them away after it, writes every blank, and draws the whole
screen where a part of it moved. A frame of it is text, colours (`ESC [ … m`), places (`ESC [ y ; x H`) and links.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby, repeat
from operator import itemgetter

from rich.cells import cell_len

from tutor.namedtuple import NamedTuple
from tutor.ui.terminal.tight import COLOURS, RESET, Style, is_even, style_of

_PLACE = re.compile(r"\x1b\[(\d+);(\d+)H")


_Cell = tuple[str, str]
"""A character, and the codes of its colours. The right half of a wide one is "" in the same colours."""
MOST_COLOURED = 40
"""A row with more pieces of colour is a surface, of which most changes: to look for what does not takes too long."""
FEW = 4
"""As many cells as are drawn sooner than stepped over."""


class Sheet:
    """What was last drawn on a terminal."""

    def __init__(self) -> None:
        """Begin with a terminal of which nothing is known."""
        self._last: dict[str, tuple[str, str]] = {}
        """the column and the text of the last that was drawn in a row"""
        self._rows: dict[str, list[_Cell | None]] = {}
        """what stands in the cells of a row, as far as that is known"""

    def forget(self) -> None:
        """Know nothing of the terminal: it was cleared, has another size, or belonged to someone else meanwhile."""
        self._last.clear()
        self._rows.clear()

    def without_what_stands(self, frame: str) -> str:
        """Return a frame without what it would draw in the same place as last time; anything else as it is."""
        if _PLACE.match(frame) is None:
            return frame
        pieces = _PLACE.split(frame)
        kept: list[str] = []
        parts: list[_Part] = []
        cursor = ""
        last = len(pieces) - 3
        for at in range(1, len(pieces), 3):
            row, column, text = pieces[at : at + 3]
            text = text.rstrip("\n")
            if not text:
                # The place of the cursor, for whoever watches it; what stands there stays.
                cursor = f"\x1b[{row};{column}H" if at == last else ""
                continue
            if self._last.get(row) == (column, text):
                continue
            if "\n" in text or row in {part.row for part in parts}:
                # What comes later in the same row lies over it.
                kept.append(_drawn_together(parts))
                parts = []
            drawn = f"\x1b[{row};{column}H{text}"
            if "\n" in text:
                self.forget()
            elif row not in self._last:
                self._last[row] = (column, text)
            else:
                changed = self._changed(row, int(column) - 1, text)
                self._last[row] = (column, text)
                if changed is not None and len(_drawn(changed)) <= len(drawn):
                    parts += changed
                    continue
            kept.append(drawn)
        return "".join((*kept, _drawn_together(parts), cursor))

    def _changed(self, row: str, start: int, text: str) -> list[_Part] | None:
        """Return those cells of a text that stand otherwise.

        The text begins in the cell `start`, from 0. None: it holds what does not stand in cells of its own, or too much
        to compare, so that the whole has to be drawn.
        """
        if not _is_compared(text):
            self._rows.pop(row, None)
            return None
        cells = self._rows.get(row)
        if cells is None:
            # What was drawn once is looked at when it changes. It may have been forgotten in this moment: a window can
            # change its size at any.
            last = self._last.get(row)
            cells = self._rows[row] = _cells_of(*last) if last is not None else []
        after = _coloured(text)
        end = start + len(after)
        cells.extend(repeat(None, end - len(cells)))
        # Of a wide character that is drawn over by half, nobody knows what the other half shows.
        for at, beside in ((start, start - 1), (end, end)):
            if 0 < at < len(cells) and _is_right_half(cells[at]):
                cells[beside] = None
        stood = cells[start:end]
        cells[start:end] = after
        found = []
        for first, stop in _spans(stood, after):
            for codes, group in groupby(after[first:stop], key=itemgetter(1)):
                characters = [character for character, _ in group]
                found.append(_Part(row, start + first, codes, "".join(characters), len(characters)))
                first += len(characters)
        return found


class _Part(NamedTuple):
    """Cells of a row that wear the same."""

    row: str
    start: int
    codes: str
    text: str
    cells: int


def _drawn_together(parts: list[_Part]) -> str:
    """Return what draws cells in whatever order takes the fewest bytes: one by one, or each colour by itself."""
    colours = {part.codes: number for number, part in enumerate(parts)}
    in_colours = sorted(parts, key=lambda part: colours[part.codes])
    return min(_drawn(parts), _drawn(in_colours), key=len)


def _drawn(parts: Iterable[_Part]) -> str:
    """Return what draws cells one after the other: it begins and ends without colours."""
    drawn = worn = row = ""
    at = 0
    for part in parts:
        if part.row != row or part.start < at:
            drawn += f"\x1b[{part.row};{part.start + 1}H"
        elif part.start > at:
            drawn += f"\x1b[{part.start - at}C"
        row, at = part.row, part.start + part.cells
        if part.codes != worn:
            drawn += (RESET if worn else "") + (f"\x1b[{part.codes}m" if part.codes else "")
            worn = part.codes
        drawn += part.text
    return drawn + (RESET if worn else "")


def _is_compared(text: str) -> bool:
    """Return whether it is worth the time to compare a text cell by cell, and can be done."""
    return text.count(RESET) <= MOST_COLOURED and is_even(text)


def _cells_of(column: str, text: str) -> list[_Cell | None]:
    """Return what stands in the cells of a row in which a text was drawn, as far as that is known."""
    return [*repeat(None, int(column) - 1), *_coloured(text)] if _is_compared(text) else []


def _is_right_half(cell: _Cell | None) -> bool:
    return cell is not None and not cell[0]


def _spans(before: Sequence[_Cell | None], after: Sequence[_Cell]) -> Iterator[tuple[int, int]]:
    """Yield from where to where two rows differ. A few cells between that are the same are drawn with the others."""
    begun = ended = None
    for at, (one, other) in enumerate(zip(before, after, strict=True)):
        if one == other or (one is not None and one[0] == other[0] == " " and _seen(one[1]) == _seen(other[1])):
            continue
        if begun is None or ended is None or at - ended > FEW:
            if begun is not None and ended is not None:
                yield begun, ended
            begun = at - _is_right_half(other)
        # A wide character is drawn whole, also where its right half looks like that of the last one.
        ended = at + 1 + (at + 1 < len(after) and _is_right_half(after[at + 1]))
    if begun is not None and ended is not None:
        yield begun, ended


def _coloured(row: str) -> list[_Cell]:
    """Return the cells of a row; the codes are "" where it wears no colour."""
    pieces = ["", *COLOURS.split(row)]
    found: list[_Cell] = []
    for codes, text in zip(pieces[::2], pieces[1::2], strict=True):
        worn = "" if codes == "0" else codes
        if text.isascii() or cell_len(text) == len(text):
            found.extend(zip(text, repeat(worn)))
        else:
            found.extend((part, worn) for character in text for part in (character, "")[: cell_len(character)])
    return found


@lru_cache(maxsize=4096)
def _seen(codes: str) -> Style:
    """Return what is seen of colours on a blank: ink only where a line lies under it, or the like."""
    style = style_of(codes)
    return Style(style.ink if style.shaped else "", style.ground, style.shaped)
