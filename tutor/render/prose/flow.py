"""Breaking styled text into lines.

Lines break at spaces only, so a Korean word keeps together with its particle; a word longer than a line is cut. A
closing mark never starts a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from rich.cells import split_graphemes
from rich.segment import Segment
from rich.style import Style

from tutor.namedtuple import NamedTuple
from tutor.render.prose.boxes import width_of
from tutor.visible import visible_lines

Line = list[Segment]

_CLOSING = frozenset(",.;:!?)]}%…’”»。、！？」』）〉》")
_ENDS = _CLOSING - {"%"}
_RELATIONS = frozenset(("=", "≈", "<", ">", "≤", "≥", "≠", ":=", "+", "−", "·", "×", "/", "→"))
_UNITS = frozenset((
    "%", "°", "°C", "°F", "€", "$", "£", "¥", "₩", "m", "mm", "cm", "km", "m²",
    "m³", "m/s", "km/h", "s", "ms", "μs", "µs", "ns", "min", "g", "kg", "mg", "ml", "Hz",
    "kHz", "MHz", "GHz", "Pa", "hPa", "kJ", "kcal", "kW", "kWh", "mV", "mA", "Ω", "dB", "px",
    "KB", "MB", "GB", "TB",
))  # fmt: skip
"""What a number is counted in, where a space stands between them."""
_GLUED_WIDTH = 24
"""The longest "W = 0.50" that is kept on one line."""
_JOINERS = re.compile("[\u200b-\u200d\u2060-\u2064\ufe0e\ufe0f\ufeff]")
"""What joins characters or keeps them apart: terminals disagree about the width of the whole."""


def clean(text: str) -> str:
    """Return `text` without the characters that change the width of a line, and what would move the cursor shown."""
    return _JOINERS.sub("", text if text.isprintable() else visible_lines(text.replace("\t", "    ")))


class Piece(NamedTuple):
    """A run of text in one style. A newline in it is a break that the author asked for."""

    text: str
    style: Style
    solid: bool = False
    """Its spaces are no place to break."""
    reserve: int = 0
    """The width to count with where that is more than the text's: the widest value so far."""

    @property
    def width(self) -> int:
        return max(width_of(self.text), self.reserve)


class Word(NamedTuple):
    """What keeps together on a line, and the style of the space before it."""

    pieces: tuple[Piece, ...]
    space: Style

    @property
    def width(self) -> int:
        return sum(piece.width for piece in self.pieces)

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)


def flow(pieces: Iterable[Piece], width: int) -> list[Line]:
    """Return the text in lines of at most `width` cells (at least 2)."""
    return [[*line] for line in _flowed(tuple(pieces), max(width, 2))]


@lru_cache(maxsize=256)
def _flowed(pieces: tuple[Piece, ...], width: int) -> tuple[Line, ...]:
    """Return the lines, found once for all that a screen says again each time that it is drawn."""
    return tuple(line for part in _parts(pieces) for line in _filled(_glued(_words(part), width), width))


def natural_width(pieces: Iterable[Piece]) -> tuple[int, int]:
    """Return the width of the text with no line broken, and that of its longest word."""
    longest = widest = 0
    for part in _parts(pieces):
        widths = [word.width for word in _words(part)]
        longest = max(longest, *widths, 0)
        widest = max(widest, sum(widths) + len(widths) - 1)
    return widest, longest


def joined(pieces: Iterable[Piece]) -> Line:
    """Return the pieces as segments, neighbours of one style in one."""
    runs = groupby(pieces, attrgetter("style"))
    line = [Segment("".join(piece.text for piece in run), style) for style, run in runs]
    return [segment for segment in line if segment.text]


def without_end(line: Line) -> Line:
    """Return a line without the spaces at its end."""
    while line and not line[-1].text.strip(" "):
        line = line[:-1]
    if line and line[-1].text.endswith(" "):
        line = [*line[:-1], Segment(line[-1].text.rstrip(" "), line[-1].style)]
    return line


def _parts(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Return what stands between the breaks that the author asked for."""
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        first, *others = piece.text.split("\n")
        parts[-1].append(Piece(first, piece.style, piece.solid, 0 if others else piece.reserve))
        parts.extend([Piece(other, piece.style, piece.solid)] for other in others)
    return parts if any(piece.text for part in parts for piece in part) else []


def _words(pieces: Iterable[Piece]) -> list[Word]:
    words: list[list[Piece]] = []
    spaces: list[Style] = []
    space: Style | None = Style.null()
    for piece in pieces:
        for part in [piece.text] if piece.solid else re.split("( +)", piece.text):
            if not part:
                continue
            if not part.strip(" ") and not piece.solid:
                space = piece.style
                continue
            if space is not None:
                words.append([])
                spaces.append(space)
                space = None
            words[-1].append(piece if part == piece.text else Piece(part, piece.style))
    return [Word(tuple(pieces), space) for pieces, space in zip(words, spaces, strict=True)]


def _glued(words: Sequence[Word], width: int) -> list[Word]:
    """Join what must not be parted: a lone closing mark and the word before it, a short "W = 0.50"."""
    glued: list[tuple[list[Piece], Style, int]] = []
    for word in words:
        if glued:
            before, space, before_width = glued[-1]
            text, text_before = word.text, before[-1].text
            mark = text[:1] in _CLOSING
            sign = text in _RELATIONS or text_before in _RELATIONS
            together = before_width + 1 + word.width
            # 20 m/s is one thing, with what follows in its own word: "kg," and "m입니다".
            counted = text_before[-1:].isdigit() and _unit_in(text) in _UNITS
            if mark or ((sign or counted) and together <= min(_GLUED_WIDTH, width)):
                before += (Piece(" ", word.space), *word.pieces)
                glued[-1] = (before, space, together)
                continue
        glued.append(([*word.pieces], word.space, word.width))
    return [Word(tuple(pieces), space) for pieces, space, _ in glued]


def _unit_in(word: str) -> str:
    """Return what a word begins with before a closing mark, or a Korean particle."""
    return next((word[:at] for at, sign in enumerate(word) if sign in _ENDS or "가" <= sign <= "힣"), word)


def _filled(words: Sequence[Word], width: int) -> Iterator[Line]:
    line: list[Piece] = []
    used = 0
    for word in words:
        needed = word.width
        if line and used + 1 + needed > width:
            yield joined(line)
            line, used = [], 0
        if line:
            line.append(Piece(" ", word.space))
            used += 1
        if needed <= width:
            line.extend(word.pieces)
            used += needed
            continue
        *whole, line = _cut(word.pieces, width)
        used = sum(width_of(piece.text) for piece in line)
        yield from map(joined, whole)
    yield joined(line)


def _cut(pieces: Iterable[Piece], width: int) -> list[list[Piece]]:
    """Return a word too long for a line in parts that fit; none starts with a closing mark."""
    parts: list[list[Piece]] = [[]]
    used = 0
    for piece in pieces:
        spans, _ = split_graphemes(piece.text)
        for start, end, cells in spans:
            if used + cells > width:
                parts.append([])
                used = 0
                if piece.text[start] in _CLOSING and len(parts[-2]) > 1:
                    carried = parts[-2].pop()
                    parts[-1].append(carried)
                    used = width_of(carried.text)
            parts[-1].append(Piece(piece.text[start:end], piece.style))
            used += cells
    return parts
