"""What stands for a character where it cannot be shown, in as many cells: in ASCII, or on a console of the PC.

That console's font has 256 characters, those of code page 437: boxes, blocks and arrows, and neither ✓ nor braille. A
cell of braille, of which curves are made, is matched by its dots: half a block where there are blocks, and in ASCII
the sign whose strokes lie where its dots do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args

Marks = Literal["braille", "dots", "blocks", "ascii"]
"""What a terminal can draw: everything; everything whose width Unicode does not leave open, braille above all; the
characters of the PC; or ASCII. Letters are a text's own, and stay."""
MARKS: tuple[Marks, ...] = get_args(Marks)

_SAMPLES = ((0x370, "×"), (0x400, "α"), (0x2190, "…"), (0x2200, "→"), (0x2300, "√"), (0x2580, "─"), (0x25A0, "█"))
"""One of ambiguous width for all below a code: signs, Greek, punctuation, arrows, operators, boxes, blocks."""
BLOCK, BRAILLE = "█", "⠿"
SAMPLES = (*(sample for _, sample in _SAMPLES), "●", BRAILLE)
"""One of each group of characters that a terminal may draw in a cell of its own or in two, and one of braille."""

STAND_INS = {
    # punctuation
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    **dict.fromkeys("·•∙⋅", "."),
    **dict.fromkeys("…⋯⋱", "."),
    "⋮": ":",
    "×": "x",
    "÷": "/",
    "≈": "~",
    "≤": "<",
    "≥": ">",
    "≠": "!",
    "±": "+",
    "√": "v",
    "∞": "8",
    "∂": "d",
    "∗": "*",
    "°": "o",
    **dict.fromkeys("⌊⌈", "["),
    **dict.fromkeys("⌋⌉", "]"),
    "µ": "u",
    "∈": "e",
    **dict.fromkeys("⟨‹〈《", "<"),
    **dict.fromkeys("⟩›〉》", ">"),
    # arrows
    **dict.fromkeys("←⇐◀◂⌫↖↙", "<"),
    **dict.fromkeys("→⇒▶▸►↦↗↘", ">"),
    **dict.fromkeys("↑⇧▲▴", "^"),
    **dict.fromkeys("↓⇩▼▾", "v"),
    **dict.fromkeys("↔⇔↕", "="),
    # marks
    "✓": "v",
    **dict.fromkeys("✗✕", "x"),
    **dict.fromkeys("●★▪", "*"),
    "◆": "@",
    "◇": "%",
    **dict.fromkeys("◉◎", "@"),
    "■": "#",
    "□": "_",
    **dict.fromkeys("◐◑◒◓▣", "+"),
    **dict.fromkeys("○☆◦▫◯", "o"),
    "⚑": "!",
    "✎": "&",
    # lines: the heavy ones and the broken ones are told from the light ones
    **dict.fromkeys("━═╸╺", "="),
    **dict.fromkeys("─╴╶", "-"),
    **dict.fromkeys("╌┄", "~"),
    "┈": ".",
    **dict.fromkeys("│╵╷▏▕┃║▎⎜⎟⎢⎥⎪", "|"),
    **dict.fromkeys("╎┆┊", ":"),
    **dict.fromkeys("⎨", "{"),
    **dict.fromkeys("⎬", "}"),
    **dict.fromkeys("⎛⎧⎠⎭╱", "/"),
    **dict.fromkeys("⎝⎩⎞⎫╲", "\\"),
    **dict.fromkeys("⎡⎣", "["),
    **dict.fromkeys("⎤⎦", "]"),
    # areas
    "░": ":",
    "▒": "%",
    "▦": "%",
    "▓": "&",
    "▀": '"',
    "▄": "_",
    # letters of mathematics
    **dict(zip("αβγδεζηθϑικλμνξπρστυφχψω", "abgdezntuiklunxprstyfxyw", strict=True)),
    **dict(zip("ΓΔΘΛΞΠΣΥΦΨΩ", "GDTLXPSYFYO", strict=True)),
    "∇": "D",
    "ℓ": "l",
}
"""What stands for a character in ASCII, in as many cells."""

_ON_PC = {
    "●": "•",
    "◉": "◘",
    "◎": "◙",
    "✓": "√",
    **dict.fromkeys("✗✕×", "x"),
    "◇": "♦",
    "□": "○",
    "▸": "►",
    "◂": "◄",
    "▴": "▲",
    "▾": "▼",
    "◐": "▌",
    "◑": "▐",
    "⚑": "¶",
    "✎": "♪",
    "▦": "▒",
    **dict.fromkeys("∗⋅", "∙"),
    **dict.fromkeys("━╸╺", "═"),
    **dict.fromkeys("╴╶", "─"),
    **dict.fromkeys("╌┄", "-"),
    "┈": "·",
    **dict.fromkeys("╵╷▏▕⎜⎟⎢⎥⎪", "│"),
    **dict.fromkeys("┃║", "║"),
    "▎": "▌",
    **dict.fromkeys("╎┆┊", ":"),
    "⎨": "┤",
    "⎬": "├",
    **dict.fromkeys("╭⎛⎧⎡", "┌"),
    **dict.fromkeys("╮⎞⎫⎤", "┐"),
    **dict.fromkeys("╰⎝⎩⎣", "└"),
    **dict.fromkeys("╯⎠⎭⎦", "┘"),
    "┏": "╔",
    "┓": "╗",
    "┗": "╚",
    "┛": "╝",
    "┿": "╪",
    "╿": "│",
    **dict.fromkeys("▉▊▋", "█"),
    **dict.fromkeys("▍", "▌"),
}
"""What stands for a character on a console of the PC; where that is none of these, what does in ASCII."""

_PC = frozenset(
    [
        *bytes(range(0x20, 0x7F)).decode("ascii"),
        *bytes(range(0x80, 0xFF)).decode("cp437"),
        *"☺☻♥♦♣♠•◘○◙♂♀♪♫☼►◄↕‼¶§▬↨↑↓→←∟↔▲▼▶◀◆",
    ]
)
"""The characters of the PC: code page 437 with what it shows of control characters."""

_BLOCKS = {"▀": 0b00001111, "▄": 0b11110000, "▌": 0b01010101, "▐": 0b10101010, "█": 0b11111111}
_STROKES = {
    ".": (0b01000000, 0b10000000),
    "'": (0b00000001, 0b00000010),
    "_": (0b11000000,),
    "-": (0b00110000, 0b00001100, 0b00010000, 0b00100000, 0b00000100, 0b00001000),
    '"': (0b00000011,),
    "|": (0b01010101, 0b10101010, 0b00010101, 0b01010100, 0b00101010, 0b10101000),
    "/": (0b01011010, 0b01001010, 0b01011000, 0b00011010, 0b00011000, 0b00000110),
    "\\": (0b10100101, 0b10000101, 0b10100100, 0b00100101, 0b00100100, 0b10010000, 0b00001001),
    ":": (0b01000001, 0b10000010, 0b11000011),
    "=": (0b00111100, 0b11001100, 0b00110011),
    "#": (0b11111111, 0b11111100, 0b00111111),
}
"""The dots of each sign: two bits a row, the left one lower, from the top row up."""


def shown_in(text: str, marks: Marks, narrow: str = "") -> str:
    """Return `text` in the characters that a terminal has, each in as many cells as before.

    `narrow` are those `SAMPLES` that it draws in one cell, where Unicode leaves that open.
    """
    if marks == "braille" or text.isascii():
        return text
    return "".join([_shown(character, marks, narrow) for character in text])


@cache
def _shown(character: str, marks: Marks, narrow: str) -> str:
    if character.isascii() or (marks == "blocks" and character in _PC):
        return character
    if marks == "dots" and (unicodedata.east_asian_width(character) != "A" or _sample_of(character) in narrow):
        return character
    if "\u2800" <= character <= "\u28ff":
        return _of_dots(ord(character) - 0x2800, marks)
    if marks == "blocks" and character in _ON_PC:
        return _ON_PC[character]
    if _is_letter(character):
        return character
    shown = next((one for one in nearest(character) if one.isascii()), "")
    return shown.ljust(2) if unicodedata.east_asian_width(character) in ("W", "F") else shown


def _sample_of(character: str) -> str:
    """Return which of the `SAMPLES` a character of ambiguous width is drawn as wide as."""
    return next((sample for end, sample in _SAMPLES if ord(character) < end), "●")


def _is_letter(character: str) -> bool:
    """Return whether a character belongs to a text in some language, and to no formula."""
    is_raised = unicodedata.decomposition(character).startswith("<")
    return character not in STAND_INS and not is_raised and unicodedata.category(character)[0] == "L"


def _of_dots(pattern: int, marks: Marks) -> str:
    """Return what shows the dots of a cell of braille best."""
    # Unicode counts the dots of the first three rows down each column, and then those of the last.
    places = (0, 2, 4, 1, 3, 5, 6, 7)
    dots = sum(1 << places[bit] for bit in range(8) if pattern >> bit & 1)
    if not dots:
        return " "
    if marks == "blocks":
        return min(_BLOCKS, key=lambda sign: (dots ^ _BLOCKS[sign]).bit_count())
    return min(_STROKES, key=lambda sign: min((dots ^ shape).bit_count() for shape in _STROKES[sign]))


def nearest(character: str) -> Iterator[str]:
    """Yield what can stand for a character, the nearest first, at last in ASCII."""
    if character in STAND_INS:
        yield STAND_INS[character]
    plain = "".join(part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    if len(plain) == 1 and plain != character:
        yield plain
        if plain in STAND_INS:
            yield STAND_INS[plain]
    if "\u2500" <= character <= "\u257f":  # boxes
        yield "+"
    elif "\u2580" <= character <= "\u259f":  # blocks
        yield "#"
    elif "\u2801" <= character <= "\u28ff":  # dots of a chart
        yield ":"
    elif character == "\u2800" or unicodedata.category(character) == "Zs":
        yield " "
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        yield ""
    yield "??" if unicodedata.east_asian_width(character) in "WF" else "?"
