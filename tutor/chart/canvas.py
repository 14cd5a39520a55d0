"""A grid of terminal cells, written to by place and read out as rich segments."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from itertools import pairwise, repeat

import numpy as np
import numpy.typing as npt
from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from rich.style import Style

from tutor.chart.looks import PLAIN, STYLES, Numbers, blanks_of, ground_of, has_ground, laid_over, number_of
from tutor.chart.palette import Palette
from tutor.language import MINUS, true_minus
from tutor.visible import visible

CODE = np.dtype("<u4")
Codes = npt.NDArray[np.uint32]
"""Characters as their code points."""
Cells = tuple[int | slice, slice] | tuple[Numbers, Numbers]
"""What cells of a canvas are meant: rows and columns."""
BLANK = 0x20
_ENCODING = "utf-32-le"
_HALF = 0
_JOINED, _MOST_JOINED = 0xF0000, 0xFFFF
"""Codes that stand for a character with an accent: private ones, which are never drawn as they are."""

_OF_NOBODY: AbstractContextManager[None] = nullcontext()

_JOINERS = frozenset(map(ord, "\u200d\ufe0f\ufe0e"))
"""Characters that change the width of what stands before them; terminals disagree on them."""


class _Printable(dict[int, "int | str | None"]):
    """From a character to what is drawn of it, worked out when it is first met."""

    def __missing__(self, code: int) -> int | str | None:
        self[code] = found = None if code in _JOINERS else code if chr(code).isprintable() else _shown(chr(code))
        return found


def _shown(character: str) -> str:
    """Return what stands for a character that cannot be printed: its escape if a terminal would obey it, or a space."""
    shown = visible(character)
    return shown if shown.isprintable() and character not in "\n\t" else " "


_PRINTABLE = _Printable()

_NARROW = frozenset((*map(chr, (*range(0x20, 0x7F), *range(0x2500, 0x25FD), *range(0x2800, 0x2900))), MINUS)).issuperset
"""Whether a text is made of nothing but what charts are drawn with: printable characters of one cell each."""


@lru_cache(maxsize=1024)
def printable(text: str) -> str:
    """Return `text` on one line, what a terminal would obey shown, without emoji joiners, and with a true minus."""
    # Nearly all that is drawn is fit to be drawn as it is.
    return true_minus(text if _NARROW(text) else text.translate(_PRINTABLE))


def width_of(text: str) -> int:
    """Return how many cells `text` takes (a Hangul syllable takes two)."""
    return len(text) if _NARROW(text) else cell_len(printable(text))


def codes_of(text: str) -> Codes:
    """Return the code points of a text."""
    return np.frombuffer(text.encode(_ENCODING), dtype=CODE)


@lru_cache(maxsize=2048)
def _narrow_codes(text: str) -> Codes | None:
    """Return the code points that are drawn of a text, not to be written to; None where not each takes one cell."""
    text = printable(text)
    return codes_of(text) if _NARROW(text) else None


def one_of(codes: Codes, characters: str) -> npt.NDArray[np.bool_]:
    """Return which code points are those of one of a few characters."""
    found = np.zeros(codes.shape, dtype=np.bool_)
    for character in characters:
        found |= codes == ord(character)
    return found


def cropped(text: str, width: int) -> str:
    """Return `text` cut to at most `width` cells, with "…" for what is missing."""
    if width <= 0:
        return ""
    text = printable(text)
    if cell_len(text) <= width:
        return text
    return text[: _head(text, 0, width - 1)].rstrip() + "…"


def wrapped(text: str, width: int, most: int = 10_000) -> list[str]:
    """Return `text` broken between words into lines of at most `width` cells; a longer word is cut.

    Past `most` lines the rest is left out.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in printable(text).split():
        start, size = 0, cell_len(word)
        while size > width and len(lines) < most:
            end = _head(word, start, width - used - bool(line))
            if end > start:
                head = word[start:end]
                line = f"{line} {head}" if line else head
                start, size = end, size - cell_len(head)
            elif not line:
                return lines
            lines.append(line)
            line, used = "", 0
        if len(lines) >= most:
            return lines
        rest = word[start:]
        if line and used + 1 + size > width:
            lines.append(line)
            line, used = rest, size
        elif rest:
            line, used = (f"{line} {rest}", used + 1 + size) if line else (rest, size)
    return [*lines, line] if line else lines


def _head(word: str, start: int, width: int) -> int:
    """Return where the part of `word` ends that begins at `start` and takes at most `width` cells."""
    used = 0
    for index in range(start, len(word)):
        used += get_character_cell_size(word[index])
        if used > width:
            return index
    return len(word)


class Canvas:
    """`height` lines of `width` cells. (0, 0) is the top left cell; what falls outside is left out.

    It is two arrays, of what stands in each cell and how that looks, so that thousands of cells are written at once.
    """

    def __init__(self, width: int, height: int) -> None:
        self.width = max(width, 0)
        self.height = max(height, 0)
        self._codes = np.full((self.height, self.width), BLANK, dtype=CODE)
        self._looks = np.zeros((self.height, self.width), dtype=np.int_)
        self._has_ground = False
        """whether anything was written that has a background"""
        self._stand_ins: dict[int, str | None] = {}
        """what is read out for a code that is no character of its own"""

    @property
    def codes(self) -> Codes:
        """What stands in each cell, (height, width): a character's code point, or `BLANK`; not to be written to."""
        return self._codes

    @property
    def looks(self) -> Numbers:
        """How each cell looks, (height, width): the number of its style; not to be written to."""
        return self._looks

    def put(self, x: int, y: int, text: str, style: Style = PLAIN) -> int:
        """Write `text` from cell (x, y) to the right and return the cell after it.

        A style without a background keeps the one that is there.
        """
        # A picture is a hundred short texts, nearly all of them in the last one as well.
        codes = _narrow_codes(text) if x >= 0 else None
        if codes is not None:
            self._write(x, y, codes, style)
            return x + len(codes)
        text = printable(text)
        sizes = list(map(get_character_cell_size, text))
        if x >= 0 and 0 not in sizes:
            self._write(x, y, self._spread(text, sizes), style)
            return x + sum(sizes)
        for character, size in zip(text, sizes, strict=True):
            if size == 0:
                self._join(x - 1, y, character)
            elif x >= 0:
                self._write(x, y, self._spread(character, [size]), style)
            x += size
        return x

    def _spread(self, text: str, sizes: list[int]) -> Codes:
        """Return a text cell by cell: the right half of a wide character is a cell without one."""
        if 2 in sizes:
            self._stand_ins[_HALF] = None
            text = "".join([character + chr(_HALF) * (size - 1) for character, size in zip(text, sizes, strict=True)])
        return codes_of(text)

    def _write(self, x: int, y: int, codes: Codes, style: Style) -> None:
        """Write characters from cell (x, y) on, as far as they fit; one that is cut in half is gone."""
        room = self.width - x
        if room < len(codes):
            codes = codes[: room - (room > 0 and codes[room] == _HALF)]
        if not len(codes) or room <= 0 or not 0 <= y < self.height:
            return
        end = x + len(codes)
        if self._stand_ins:
            if self._codes[y, x] == _HALF:
                self._codes[y, x - 1] = BLANK
            if end < self.width and self._codes[y, end] == _HALF:
                self._codes[y, end] = BLANK
        self._codes[y, x:end] = codes
        self._lay_over(np.s_[y, x:end], number_of(style))

    def _lay_over(self, cells: Cells, looks: int | Numbers) -> None:
        """Let cells that were written to look so; without a background they keep the one that is there."""
        self._lay(cells, laid_over(self._looks[cells], looks) if self._has_ground else looks)

    def _lay(self, cells: Cells, looks: int | Numbers) -> None:
        """Let cells that were written to look so."""
        self._has_ground = self._has_ground or has_ground(looks)
        self._looks[cells] = looks

    def _join(self, x: int, y: int, mark: str) -> None:
        """Join a mark without a width of its own (an accent) to the character in a cell."""
        there = self.at(x, y) if 0 <= x < self.width and 0 <= y < self.height else ""
        code = next((code for code, text in self._stand_ins.items() if text == there + mark), None)
        if there and (code is not None or len(self._stand_ins) < _MOST_JOINED):
            self._codes[y, x] = code = code or _JOINED + len(self._stand_ins)
            self._stand_ins[code] = there + mark

    def block(self, x: int, y: int, codes: npt.NDArray[np.integer], style: Style | Numbers) -> None:
        """Write one-cell characters from cell (x, y) to the right and down, (rows, columns), where a code is not 0; all
        in one style, or each in one by its number."""
        top, left = max(y, 0), max(x, 0)
        rows = slice(top - y, max(self.height - y, 0))
        columns = slice(left - x, max(self.width - x, 0))
        codes = codes[rows, columns]
        down, across = np.nonzero(codes)
        if len(down):
            looks = style if isinstance(style, Style) else style[rows, columns][down, across]
            self.scatter(across + left, down + top, codes[down, across], looks)

    def scatter(self, x: Numbers, y: Numbers, codes: npt.NDArray[np.integer] | str, style: Style | Numbers) -> None:
        """Write one-cell characters into cells of the canvas, each its own, or one into all of them; all in one style,
        or each in one by its number."""
        if self._stand_ins:
            right = np.minimum(x + 1, self.width - 1)
            self._codes[y, np.where(self._codes[y, x] == _HALF, x - 1, x)] = BLANK
            self._codes[y, np.where(self._codes[y, right] == _HALF, right, x)] = BLANK
        self._codes[y, x] = ord(codes) if isinstance(codes, str) else codes
        self._lay_over((y, x), number_of(style) if isinstance(style, Style) else style)

    def fill(self, x: int, y: int, codes: npt.NDArray[np.integer], looks: Numbers) -> None:
        """Write one-cell characters with a look each, (rows, columns), from cell (x, y) on; they must fit. Nothing
        stays of what is there."""
        rows, columns = codes.shape
        cells = np.s_[y : y + rows, x : x + columns]
        self._codes[cells] = codes
        self._lay(cells, looks)

    def at(self, x: int, y: int) -> str:
        """Return the character in a cell: " " where nothing is or outside, "" in the right half of a wide one."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            return " "
        code = int(self._codes[y, x])
        return self._stand_ins[code] or "" if code in self._stand_ins else chr(code)

    def style_at(self, x: int, y: int) -> Style:
        """Return the style of a cell inside the canvas."""
        return STYLES[int(self._looks[y, x])]

    def ground(self, x: int, y: int) -> str | None:
        """Return the background colour of a cell, or None where it has none, or outside."""
        return ground_of(int(self._looks[y, x])) if 0 <= x < self.width and 0 <= y < self.height else None

    def free(self, x: int, y: int, width: int) -> bool:
        """Return whether `width` cells from (x, y) on lie inside and hold nothing."""
        if not (0 <= y < self.height and x >= 0 and x + width <= self.width):
            return False
        return bool((self._codes[y, x : x + width] == BLANK).all())

    # What a canvas does more of while a part of the drawing is pointed at (`tutor.chart.pointed`).

    def of(self, *names: str, solid: bool = False) -> AbstractContextManager[None]:  # noqa: ARG002
        """Take what is written within as drawn by the parts of these names; `solid` means areas full of colour."""
        return _OF_NOBODY

    def points_at(self, *names: str) -> bool:  # noqa: ARG002
        """Return whether one of these parts is pointed at."""
        return False

    def light(self, x: int, y: int, cells: npt.NDArray[np.bool_]) -> None:
        """Take cells from (x, y) on that were written already, (rows, columns), as drawn by the part that is pointed
        at."""

    def shine(self, palette: Palette) -> None:
        """Let the part that is pointed at stand out, and all else step back."""

    def lines(self) -> list[list[Segment]]:
        """Return the canvas line by line; each line is exactly `width` cells long."""
        if not self._codes.size:
            return [[] for _ in range(self.height)]
        starts, looks = self._pieces()
        text = self._codes.tobytes().decode(_ENCODING)
        ends = starts.tolist()
        pieces = [text[start:end] for start, end in pairwise((*ends, len(text)))]
        if self._stand_ins:
            pieces = [piece.translate(self._stand_ins) for piece in pieces]
        parts = zip(pieces, map(STYLES.__getitem__, looks.tolist()), repeat(None))
        # Made as `Segment` makes itself, but that it does so in Python, in half the time of reading a canvas out.
        segments = list(map(tuple.__new__, repeat(Segment), parts))
        lines = np.searchsorted(starts, np.arange(self.height + 1) * self.width).tolist()
        return [segments[first:last] for first, last in pairwise(lines)]

    def _pieces(self) -> tuple[Numbers, Numbers]:
        """Return where the pieces begin in which the canvas is read out, line after line, and how each looks. A blank
        shows its ground alone, so it goes with what stands before it on the same ground, or after it, whatever ink that
        wears: every segment more is time to draw and bytes to send."""
        looks, is_text = self._looks.ravel(), self._codes.ravel() != BLANK
        # From here on in runs of cells that are alike: they are few.
        starts = _begins(self.width, looks, is_text).nonzero()[0]
        looks, is_text = looks[starts], is_text[starts]
        is_first = starts % self.width == 0
        alike = blanks_of(looks)
        begins = is_first.copy()
        begins[1:] |= alike[1:] != alike[:-1]
        runs = np.arange(len(starts))
        before = np.maximum.accumulate(np.where(is_text | begins, runs, 0))
        after = np.minimum.accumulate(np.where(is_text, runs, len(runs) - 1)[::-1])[::-1]
        stretch = np.cumsum(begins)
        leads = ~is_text[before] & (stretch[after] == stretch)
        looks = looks[np.where(leads, after, before)]
        is_first[1:] |= looks[1:] != looks[:-1]
        return starts[is_first], looks[is_first]


def _begins(width: int, looks: Numbers, is_text: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Return which cells begin a line of so many, or differ from the one before."""
    found = np.empty(len(looks), dtype=np.bool_)
    found[1:] = looks[1:] != looks[:-1]
    found[1:] |= is_text[1:] != is_text[:-1]
    found[::width] = True
    return found
