"""A grid of terminal cells, written to by place and read out as rich segments."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from itertools import compress, islice, pairwise
from operator import is_not

from rich.cells import cell_len, get_character_cell_size
from rich.segment import Segment
from rich.style import Style

from tutor.chart.palette import Palette
from tutor.language import MINUS, true_minus
from tutor.visible import visible

PLAIN = Style.null()
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


def printable(text: str) -> str:
    """Return `text` on one line, what a terminal would obey shown, without emoji joiners, and with a true minus."""
    # Nearly all that is drawn is fit to be drawn as it is.
    return true_minus(text if _NARROW(text) else text.translate(_PRINTABLE))


def width_of(text: str) -> int:
    """Return how many cells `text` takes (a Hangul syllable takes two)."""
    return len(text) if _NARROW(text) else cell_len(printable(text))


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


@lru_cache(maxsize=4096)
def _over(ground: Style, style: Style) -> Style:
    return Style(bgcolor=ground.bgcolor) + style


class Canvas:
    """`height` lines of `width` cells. (0, 0) is the top left cell; what falls outside is left out."""

    def __init__(self, width: int, height: int) -> None:
        self.width = max(width, 0)
        self.height = max(height, 0)
        self._text = [[" "] * self.width for _ in range(self.height)]
        self._style = [[PLAIN] * self.width for _ in range(self.height)]

    def put(self, x: int, y: int, text: str, style: Style = PLAIN) -> int:
        """Write `text` from cell (x, y) to the right and return the cell after it.

        A style without a background keeps the one that is there.
        """
        if x >= 0 and _NARROW(text):
            text = true_minus(text)
            end = min(x + len(text), self.width)
            if 0 <= y < self.height and end > x:
                self._narrow(x, end, y, text, style)
            return x + len(text)
        for character in printable(text):
            size = get_character_cell_size(character)
            if size == 0:
                if 0 < x <= self.width and 0 <= y < self.height and self._text[y][x - 1]:
                    self._text[y][x - 1] += character
                continue
            if 0 <= y < self.height and x >= 0 and x + size <= self.width:
                self._cell(x, y, character, style)
                if size == 2:
                    self._cell(x + 1, y, " ", style)
                    self._text[y][x + 1] = ""
            x += size
        return x

    def glyph(self, x: int, y: int, character: str, style: Style) -> None:
        """Write one printable character of one cell: `put` for thousands of them."""
        if 0 <= x < self.width and 0 <= y < self.height:
            self._cell(x, y, character, style)

    def _cell(self, x: int, y: int, character: str, style: Style) -> None:
        texts = self._text[y]
        if texts[x] == "":
            texts[x - 1] = " "
        if x + 1 < self.width and texts[x + 1] == "":
            texts[x + 1] = " "
        texts[x] = character
        there = self._style[y][x]
        self._style[y][x] = _over(there, style) if there.bgcolor is not None and style.bgcolor is None else style

    def _narrow(self, x: int, end: int, y: int, text: str, style: Style) -> None:
        """Write characters of one cell each into the cells from x to before `end`."""
        texts, styles = self._text[y], self._style[y]
        if texts[x] == "":
            texts[x - 1] = " "
        if end < self.width and texts[end] == "":
            texts[end] = " "
        texts[x:end] = text[: end - x]
        if style.bgcolor is None:
            styles[x:end] = [style if there.bgcolor is None else _over(there, style) for there in styles[x:end]]
        else:
            styles[x:end] = [style] * (end - x)

    def row(self, x: int, y: int, texts: list[str], styles: list[Style]) -> None:
        """Write one-cell characters with a style each from cell (x, y) on; they must fit."""
        self._text[y][x : x + len(texts)] = texts
        self._style[y][x : x + len(styles)] = styles

    def at(self, x: int, y: int) -> str:
        """Return the character in a cell: " " where nothing is or outside, "" in the right half of a wide one."""
        return self._text[y][x] if 0 <= x < self.width and 0 <= y < self.height else " "

    def characters(self, y: int) -> Sequence[str]:
        """Return the characters of a line, as `at` does."""
        return self._text[y]

    def style_at(self, x: int, y: int) -> Style:
        """Return the style of a cell inside the canvas."""
        return self._style[y][x]

    def ground(self, x: int, y: int) -> str | None:
        """Return the background colour of a cell, or None where it has none, or outside."""
        if not (0 <= x < self.width and 0 <= y < self.height):
            return None
        ground = self._style[y][x].bgcolor
        return None if ground is None else ground.name

    def free(self, x: int, y: int, width: int) -> bool:
        """Return whether `width` cells from (x, y) on lie inside and hold nothing."""
        if not (0 <= y < self.height and x >= 0 and x + width <= self.width):
            return False
        return all(character == " " for character in self._text[y][x : x + width])

    # What a canvas does more of while a part of the drawing is pointed at (`tutor.chart.pointed`).

    def of(self, *names: str, solid: bool = False) -> AbstractContextManager[None]:  # noqa: ARG002
        """Take what is written within as drawn by the parts of these names; `solid` means areas full of colour."""
        return _OF_NOBODY

    def points_at(self, *names: str) -> bool:  # noqa: ARG002
        """Return whether one of these parts is pointed at."""
        return False

    def light(self, x: int, y: int) -> None:
        """Take a cell that was written already as drawn by the part that is pointed at."""

    def shine(self, palette: Palette) -> None:
        """Let the part that is pointed at stand out, and all else step back."""

    def lines(self) -> list[list[Segment]]:
        """Return the canvas line by line; each line is exactly `width` cells long."""
        return [_segments(texts, styles) for texts, styles in zip(self._text, self._style, strict=True)]


def _segments(texts: list[str], styles: list[Style]) -> list[Segment]:
    """Return cells as segments. A blank shows its ground alone, so it goes with what stands beside it on the same
    ground, whatever ink that wears: every segment more is time to draw and bytes to send."""
    segments: list[Segment] = []
    before, style_before, was_blank = "", PLAIN, False
    changes = compress(range(1, len(styles)), map(is_not, islice(styles, 1, None), styles))
    for start, end in pairwise([0, *changes, len(styles)] if styles else []):
        text = texts[start] if end == start + 1 else "".join(texts[start:end])
        style, is_blank = styles[start], text == " " or text.isspace()
        if (
            (is_blank or was_blank)
            and segments
            # Most grounds differ, which this says sooner than what is kept of both styles.
            and (style.bgcolor is style_before.bgcolor or style.bgcolor == style_before.bgcolor)
            and _alike_when_blank(style_before, style)
        ):
            before, style_before = before + text, style if was_blank else style_before
            was_blank = was_blank and is_blank
            segments[-1] = Segment(before, style_before)
            continue
        before, style_before, was_blank = text, style, is_blank
        segments.append(Segment(text, style))
    return segments


@lru_cache(maxsize=4096)
def _alike_when_blank(one: Style, other: Style) -> bool:
    """Return whether a blank looks the same in two styles."""
    return one.bgcolor == other.bgcolor and not any(
        style.reverse or style.underline or style.strike for style in (one, other)
    )
