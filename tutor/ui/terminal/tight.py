"""The fewest bytes that draw the same: for a line on which bytes take time.

A frame that is cells, colours and places is taken apart and put together anew: colour by colour, blanks with whatever
has their ground, from one place to the next by the shortest way. A row with many colours is drawn from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from rich.cells import cell_len

from tutor.namedtuple import NamedTuple

RESET = "\x1b[0m"
COLOURS = re.compile(r"\x1b\[([0-9;]*)m")
_MOVES = re.compile(r"(?:\x1b\[(?:\d+;\d+H|\d+C))+")
_BLANKS = re.compile(" {12,}")
"""Blanks that are longer than what says how many there are, and steps over them."""
_SHAPES_A_BLANK = frozenset({"4", "5", "6", "7", "8", "9", "21", "51", "52", "53"})
"""Underlined, reversed and the like: with these a blank is more than its ground."""
_WIPED_FROM = 5
"""Blanks at the end of what is written; more than these take fewer bytes to wipe."""
_TAKEN_OFF = {"3": "23", "4": "24", "7": "27"}
"""What takes off what, where terminals are known to take it off alone (terminfo: ritm, rmul, rmso)."""

_COMMAND = r"\x1b\[[0-9;]*+[mHC]"
_UNEVEN = re.compile(
    r"[\x00-\x09\x0b-\x1a\x1c-\x1f\x7f-\x9f\xad\u0300-\u036f\u0483-\u0489\u0591-\u1cff\u1dc0-\u1dff\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ua66f-\uabff\ud7b0-\uf8ff\ufe00-\ufe2f"
    r"\ufeff\U00010000-\U0010ffff]"
)
"""What may not stand in a cell or two of its own."""
_COLOURED = re.compile(r"(?:\x1b\[[0-9;]*+m|[^\x1b\n]++)*+")
_IN_PLACES = re.compile(rf"\x1b\[\d+;\d+H(?:{_COMMAND}|[^\x1b]++)*+")
"""Text in places: of what else is in a frame nobody knows where it stands."""
_TOKEN = re.compile(rf"({_COMMAND})|([^\x1b\n]+)")
_MANY = 24
"""Colours of a row from which on it is a surface: there are more of them than changes from one to the next."""
_BLANK_OR_NOT = re.compile(" +|[^ ]+")
_REPEATED = re.compile("([\u2500-\u259f\u2800-\u28ff])\\1{2,}|([ -~])\\2{5,}")
"""So many of a character that it and how often it comes again take fewer bytes. None is ever drawn in two cells."""
_TO_EDGE = "\r"
"""What leads to the left edge. Of characters that move the cursor none else is sent: they could be a text's."""


class Style(NamedTuple):
    """How text looks."""

    ink: str = ""
    ground: str = ""
    attributes: frozenset[str] = frozenset()

    @property
    def shaped(self) -> frozenset[str]:
        """What of it is seen on a blank besides its ground."""
        return self.attributes & _SHAPES_A_BLANK


PLAIN = Style()


class _Piece(NamedTuple):
    """Characters that stand beside each other and look alike."""

    column: int
    text: str
    style: Style
    cells: int
    is_bare: bool
    """whether nothing but its ground is seen of it: it is blank"""

    @property
    def end(self) -> int:
        """The column after it."""
        return self.column + self.cells


_Rows = dict[int, list[_Piece]]


def is_even(text: str) -> bool:
    """Return whether a text is colours, and characters that each stand in a cell or two of their own."""
    return _UNEVEN.search(text) is None and _COLOURED.fullmatch(text) is not None


def tightened(frame: str, *, erases: bool, repeats: bool = False) -> str:
    """Return a frame that draws the same with fewer bytes. It begins and ends without colours.

    `erases`: whether the terminal erases in the colour of the ground, so that it can be told how many blanks there are.
    `repeats`: whether it can be told how often what was just drawn comes again (REP).
    """
    found = _as_it_comes(frame, erases=erases)
    is_known = _UNEVEN.search(frame) is None and _IN_PLACES.fullmatch(frame) is not None
    rows, cursor = _pieces(frame) if is_known else ({}, "")
    if not rows:
        return found
    surfaces = {row: pieces for row, pieces in rows.items() if len({piece.style for piece in pieces}) > _MANY}
    others = {row: pieces for row, pieces in rows.items() if row not in surfaces}
    pen = _Pen(rows, erases=erases, repeats=repeats)
    _draw_in_rows(pen, surfaces)
    _draw_in_colours(pen, others)
    return min(found, pen.drawn() + cursor, key=lambda text: len(text.encode()))


def _as_it_comes(frame: str, *, erases: bool) -> str:
    """Return a frame in its order, in which each colour is set once."""
    pieces = COLOURS.split(frame)
    drawn: list[str] = []
    there = wanted = PLAIN
    for at, piece in enumerate(pieces):
        if at % 2:
            wanted = style_of(piece)
        elif _MOVES.fullmatch(piece):
            # It draws nothing, whatever is worn meanwhile.
            drawn.append(piece)
        elif piece:
            is_bare = not wanted.shaped and not piece.strip(" ")
            wanted_here = _on_ground(wanted.ground, there) if is_bare else wanted
            if wanted_here != there:
                drawn.append(_change(there, wanted_here))
                there = wanted_here
            drawn.append(_BLANKS.sub(_blanks, piece) if erases and not wanted.shaped else piece)
    if there != PLAIN:
        drawn.append(RESET)
    return "".join(drawn)


def _blanks(found: re.Match[str]) -> str:
    count = found.end() - found.start()
    return f"\x1b[{count}X\x1b[{count}C"


# -- pieces -----------------------------------------------------------------------------------------------------------


def _pieces(frame: str) -> tuple[_Rows, str]:
    """Return the pieces of each row that a frame draws, and where it leaves the cursor; none where it draws twice."""
    rows: _Rows = {}
    style, row, column, cursor = PLAIN, 0, 0, ""
    for command, text in _TOKEN.findall(frame):
        if command.endswith("m"):
            style = style_of(command[2:-1])
        elif command.endswith("H"):
            row, column = (int(number) for number in command[2:-1].split(";"))
            cursor = command
        elif command:
            column += int(command[2:-1])
        else:
            cursor = ""
            there = rows.setdefault(row, [])
            for part in (text,) if style.shaped else _BLANK_OR_NOT.findall(text):
                width = len(part) if part.isascii() else cell_len(part)
                there.append(_Piece(column, part, style, width, part[0] == " " and not style.shaped))
                column += width
    found = {row: sorted(pieces) for row, pieces in sorted(rows.items())}
    if any(one.end > other.column for pieces in found.values() for one, other in pairwise(pieces)):
        return {}, ""
    return found, cursor


class _Pen:
    """Where the cursor of a terminal is and what it wears, and what brings it elsewhere."""

    def __init__(self, rows: _Rows, *, erases: bool, repeats: bool) -> None:
        """Begin anywhere, without colours. `rows`: all that will be drawn, as far as it tells where a row goes on."""
        self._drawn: list[str] = []
        self._erases = erases
        self._repeats = repeats
        self._row = 0
        self._column = 0
        self.style = PLAIN
        self._edge = max(pieces[-1].end for pieces in rows.values())

    def drawn(self) -> str:
        """Return what was drawn. It ends without colours."""
        return "".join(self._drawn) + (RESET if self.style != PLAIN else "")

    def wear(self, style: Style) -> None:
        """Change the colours."""
        if style != self.style:
            self._drawn.append(_change(self.style, style))
            self.style = style

    def go(self, row: int, column: int) -> None:
        """Go to a place by the shortest way."""
        if (row, column) == (self._row, self._column):
            return
        ways = [f"\x1b[{row};{column}H"]
        # Where a row may end, the cursor may stand on its last cell or behind it. And what is above is not known here.
        if self._row and self._column < self._edge and row >= self._row:
            down = _moved(row - self._row, "B")
            ways += [down + _along(self._column, column), down + _TO_EDGE + _along(1, column)]
        self._drawn.append(min(ways, key=len))
        self._row, self._column = row, column

    def write(self, row: int, pieces: list[_Piece]) -> None:
        """Write what stands beside each other."""
        at = len(pieces)
        while self._erases and at and pieces[at - 1].is_bare:
            at -= 1
        bare = sum(piece.cells for piece in pieces[at:])
        # To wipe what is at the end leaves the cursor in front of it.
        written, wiped = (pieces[:at], pieces[at:]) if bare > _WIPED_FROM else (pieces, [])
        if written:
            self.go(row, written[0].column)
            self._drawn.append(self._shortly("".join(piece.text for piece in written)))
            self._column = written[-1].end
        if wiped:
            self.go(row, wiped[0].column)
            self._drawn.append(f"\x1b[{bare}X")

    def _shortly(self, text: str) -> str:
        if self._repeats:
            return _REPEATED.sub(_again, text)
        return _BLANKS.sub(_blanks, text) if self._erases and not self.style.shaped else text


def _again(found: re.Match[str]) -> str:
    return f"{found[0][0]}\x1b[{len(found[0]) - 1}b"


def _along(here: int, there: int) -> str:
    """Return what leads from one column to another of the same row."""
    return _moved(there - here, "C") if there > here else _moved(here - there, "D")


def _moved(steps: int, way: str) -> str:
    """Return what moves the cursor by so many steps. That 1 can be left out not every terminal is known to know."""
    return f"\x1b[{steps}{way}" if steps else ""


def _runs(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """Yield those that stand beside each other together."""
    run: list[_Piece] = []
    for piece in pieces:
        if run and run[-1].end != piece.column:
            yield run
            run = []
        run.append(piece)
    if run:
        yield run


# -- in which order ---------------------------------------------------------------------------------------------------


def _draw_in_rows(pen: _Pen, rows: _Rows) -> None:
    """Draw rows from left to right. Blanks are drawn in the ink that is worn."""
    for row, pieces in rows.items():
        for run in _runs(pieces):
            same: list[_Piece] = []
            for piece in run:
                wanted = _on_ground(piece.style.ground, pen.style) if piece.is_bare else piece.style
                if wanted != pen.style:
                    pen.write(row, same)
                    same = []
                    pen.wear(wanted)
                same.append(piece)
            pen.write(row, same)


def _draw_in_colours(pen: _Pen, rows: _Rows) -> None:
    """Draw rows colour by colour. Blanks go with what is drawn beside them, or with the last that has their ground."""
    inked: dict[Style, _Rows] = {}
    bare: dict[str, _Rows] = {}
    for row, pieces in rows.items():
        for piece in pieces:
            if piece.is_bare:
                bare.setdefault(piece.style.ground, {}).setdefault(row, []).append(piece)
            else:
                inked.setdefault(piece.style, {}).setdefault(row, []).append(piece)
    for ground in bare:
        if not any(style.ground == ground and not style.shaped for style in inked):
            inked[Style(ground=ground)] = {}
    while inked:
        style = min(inked, key=lambda style: len(_change(pen.style, style)))
        drawn = inked.pop(style)
        pen.wear(style)
        blanks = {} if style.shaped else bare.get(style.ground, {})
        is_last = not any(other.ground == style.ground and not other.shaped for other in inked)
        for row in sorted({*drawn, *blanks} if is_last else drawn):
            there = drawn.get(row, [])
            if is_last:
                there = sorted([*there, *blanks.get(row, ())])
            elif row in blanks:
                there, blanks[row] = _with_blanks_beside(there, blanks[row])
            for run in _runs(there):
                pen.write(row, run)


def _with_blanks_beside(pieces: list[_Piece], blanks: list[_Piece]) -> tuple[list[_Piece], list[_Piece]]:
    """Return pieces of a row with the blanks that touch them, also by way of other blanks, and those that do not."""
    own = set(pieces)
    there: list[_Piece] = []
    apart: list[_Piece] = []
    for run in _runs(sorted([*pieces, *blanks])):
        (apart if own.isdisjoint(run) else there).extend(run)
    return there, apart


# -- colours ----------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def style_of(codes: str) -> Style:
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
    return Style(ink, ground, frozenset(attributes))


def _on_ground(ground: str, there: Style) -> Style:
    """Return what blanks on a ground can be drawn in, from what is worn.

    The colour of ink that is not there does not matter. A line under it does, and ends with all the rest.
    """
    return Style(ground=ground) if there.shaped else there._replace(ground=ground)


@lru_cache(maxsize=4096)
def _change(there: Style, wanted: Style) -> str:
    """Return what turns one style into another."""
    if wanted == there:
        return ""
    if wanted == PLAIN:
        return RESET
    ways = [["0", *sorted(wanted.attributes, key=int), *filter(None, (wanted.ink, wanted.ground))]]
    taken = there.attributes - wanted.attributes
    if taken <= _TAKEN_OFF.keys():
        codes = [_TAKEN_OFF[code] for code in sorted(taken)]
        codes += sorted(wanted.attributes - there.attributes, key=int)
        if wanted.ink != there.ink:
            codes.append(wanted.ink or "39")
        if wanted.ground != there.ground:
            codes.append(wanted.ground or "49")
        ways.append(codes)
    return f"\x1b[{min((';'.join(codes) for codes in ways), key=len)}m"
