"""Frames as few bytes: what stands there already is left out, and a colour is set once, not for every word.

Textual sets all colours before each piece of text and takes them away after it, writes every blank, and draws the whole
screen where a part of it moved. A frame of it is text, colours (`ESC [ … m`), places (`ESC [ y ; x H`) and links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby, repeat
from operator import itemgetter
from typing import NamedTuple

from rich.cells import cell_len

_PLACE = re.compile(r"\x1b\[(\d+);(\d+)H")
_COLOURS = re.compile(r"\x1b\[([0-9;]*)m")
_BLANKS = re.compile(" {12,}")
"""Blanks that are longer than what says how many there are."""
_SHAPES_A_BLANK = frozenset({"4", "5", "6", "7", "8", "9", "21", "51", "52", "53"})
"""Underlined, reversed and the like: with these a blank is more than its ground."""
_RESET = "\x1b[0m"
_EVEN = re.compile(
    r"(?:\x1b\[[0-9;]*m|[^\x00-\x1f\x7f-\x9f\xad\u0300-\u036f\u0483-\u0489\u0591-\u1cff\u1dc0-\u1dff\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ud7b0-\uf8ff\ufe00-\ufe2f"
    r"\ufeff\U00010000-\U0010ffff])*"
)
"""Colours, and characters that each stand in a cell or two of their own."""


_Cell = tuple[str, str]
"""A character, and the codes of its colours."""
MOST_COLOURED = 40
"""A row with more pieces of colour is a surface, of which most changes: to look for what does not takes too long."""
FEW = 8
"""As many cells as are drawn sooner than stepped over."""


class _Style(NamedTuple):
    """How text looks."""

    ink: str = ""
    ground: str = ""
    attributes: frozenset[str] = frozenset()


_PLAIN = _Style()


class Sheet:
    """What was last drawn on a terminal."""

    def __init__(self) -> None:
        """Begin with a terminal of which nothing is known."""
        self._rows: dict[str, tuple[str, str]] = {}
        """the column and the text of the last that was drawn in a row"""

    def forget(self) -> None:
        """Know nothing of the terminal: it was cleared, has another size, or belonged to someone else meanwhile."""
        self._rows.clear()

    def without_what_stands(self, frame: str) -> str:
        """Return a frame without what it would draw in the same place as last time; anything else as it is."""
        if _PLACE.match(frame) is None:
            return frame
        rows = self._rows
        pieces = _PLACE.split(frame)
        kept: list[str] = []
        last = len(pieces) - 3
        for at in range(1, len(pieces), 3):
            row, column, text = pieces[at : at + 3]
            text = text.rstrip("\n")
            if not text:
                # The place of the cursor, for whoever watches it; what stands there stays.
                if at == last:
                    kept.append(f"\x1b[{row};{column}H")
                continue
            if rows.get(row) == (column, text):
                continue
            drawn = f"\x1b[{row};{column}H{text}"
            if "\n" in text:
                rows.clear()
            else:
                there, rows[row] = rows.get(row), (column, text)
                if there is not None and there[0] == column and (changed := _changed(there[1], text)) is not None:
                    from_cell, part = changed
                    drawn = min(f"\x1b[{row};{int(column) + from_cell}H{part}" if part else "", drawn, key=len)
            kept.append(drawn)
        return "".join(kept)


def _changed(there: str, wanted: str) -> tuple[int, str] | None:
    """Return what is to be drawn of a row that stands already: the cells that differ, and steps over those that do not.

    Both are text and colours that begin at the same place. The number of the first cell comes with it, from 0. None:
    they end at different places, or hold what does not stand in cells of its own, or too much to compare, so that the
    whole has to be drawn.
    """
    if wanted.count(_RESET) > MOST_COLOURED or _EVEN.fullmatch(there) is None or _EVEN.fullmatch(wanted) is None:
        return None
    if cell_len(_COLOURS.sub("", there)) != cell_len(_COLOURS.sub("", wanted)):
        return None
    before, after = _coloured(there), _coloured(wanted)
    drawn, at = "", 0
    first = None
    for start, stop in _spans(before, after):
        if first is None:
            first = _cells(after[:start])
        else:
            drawn += f"\x1b[{_cells(after[at:start])}C"
        for codes, group in groupby(after[start:stop], key=itemgetter(1)):
            text = "".join(character for character, _ in group)
            drawn += f"\x1b[{codes}m{text}{_RESET}" if codes else text
        at = stop
    return first or 0, drawn


def _spans(before: Sequence[_Cell], after: Sequence[_Cell]) -> Iterator[tuple[int, int]]:
    """Yield from where to where two rows differ. A few cells between that are the same are drawn with the others."""
    if len(before) != len(after) or any(
        one != other and cell_len(one[0]) != cell_len(other[0]) for one, other in zip(before, after, strict=True)
    ):
        # A wide character stands for two others: what is between the first and the last change may have moved.
        shorter = min(len(before), len(after))
        start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
        behind = next((at for at in range(shorter - start) if before[-1 - at] != after[-1 - at]), shorter - start)
        yield start, len(after) - behind
        return
    begun = ended = None
    for at, (one, other) in enumerate(zip(before, after, strict=True)):
        if one == other:
            continue
        if begun is None or ended is None:
            begun = at
        elif at - ended > FEW:
            yield begun, ended
            begun = at
        ended = at + 1
    if begun is not None and ended is not None:
        yield begun, ended


def _cells(row: Sequence[_Cell]) -> int:
    return cell_len("".join(character for character, _ in row))


def _coloured(row: str) -> list[_Cell]:
    """Return each character of a row with the codes of its colours; "" for none."""
    pieces = ["", *_COLOURS.split(row)]
    found: list[_Cell] = []
    for codes, text in zip(pieces[::2], pieces[1::2], strict=True):
        found.extend(zip(text, repeat("" if codes == "0" else codes)))
    return found


def tightened(frame: str, *, erases: bool) -> str:
    """Return a frame that draws the same with fewer bytes. It begins and ends without colours.

    `erases`: whether the terminal erases in the colour of the ground, so that it can be told how many blanks there are.
    """
    pieces = _COLOURS.split(frame)
    drawn: list[str] = []
    there = wanted = _PLAIN
    for at, piece in enumerate(pieces):
        if at % 2:
            wanted = _style(piece)
        elif piece:
            shaped = wanted.attributes & _SHAPES_A_BLANK
            if not shaped and not piece.strip(" "):
                # The colour of ink that is not there does not matter. A line under it does, and ends with all the rest.
                ends = there.attributes & _SHAPES_A_BLANK
                wanted_here = _Style(ground=wanted.ground) if ends else there._replace(ground=wanted.ground)
            else:
                wanted_here = wanted
            if wanted_here != there:
                drawn.append(_change(there, wanted_here))
                there = wanted_here
            drawn.append(_BLANKS.sub(_blanks, piece) if erases and not shaped else piece)
    if there != _PLAIN:
        drawn.append(_RESET)
    return "".join(drawn)


def _blanks(found: re.Match[str]) -> str:
    count = found.end() - found.start()
    return f"\x1b[{count}X\x1b[{count}C"


@lru_cache(maxsize=4096)
def _style(codes: str) -> _Style:
    """Return the style that a reset and then these codes make. Textual names every part of a style at once."""
    ink = ground = ""
    attributes: set[str] = set()
    parts = codes.split(";")
    while parts:
        code = parts.pop(0)
        if code in ("38", "48"):
            count = 4 if parts[:1] == ["2"] else 2
            colour = ";".join([code, *parts[:count]])
            del parts[:count]
            if code == "38":
                ink = colour
            else:
                ground = colour
        elif code in ("", "0"):
            ink = ground = ""
            attributes.clear()
        elif len(code) in (2, 3) and code[:-1] in ("3", "9"):
            ink = "" if code == "39" else code
        elif len(code) in (2, 3) and code[:-1] in ("4", "10"):
            ground = "" if code == "49" else code
        else:
            attributes.add(code)
    return _Style(ink, ground, frozenset(attributes))


@lru_cache(maxsize=4096)
def _change(there: _Style, wanted: _Style) -> str:
    """Return what turns one style into another."""
    if wanted == _PLAIN:
        return _RESET
    ways = [["0", *sorted(wanted.attributes, key=int), *filter(None, (wanted.ink, wanted.ground))]]
    if there.attributes <= wanted.attributes:
        codes = sorted(wanted.attributes - there.attributes, key=int)
        if wanted.ink != there.ink:
            codes.append(wanted.ink or "39")
        if wanted.ground != there.ground:
            codes.append(wanted.ground or "49")
        ways.append(codes)
    return f"\x1b[{min((';'.join(codes) for codes in ways), key=len)}m"
