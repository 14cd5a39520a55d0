"""A text in the characters that a stream has: EUC-KR has no ◐, Latin-1 no Hangul, ASCII neither."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

STAND_INS = {
    # punctuation
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("‘’‚′", "'"),
    **dict.fromkeys("“”„″«»", '"'),
    **dict.fromkeys("·•∙", "."),
    "…": ".",
    "×": "x",
    "÷": "/",
    "≈": "~",
    "≤": "<",
    "≥": ">",
    "≠": "!",
    "√": "v",
    "∞": "8",
    # arrows
    **dict.fromkeys("←⇐◀◂", "<"),
    **dict.fromkeys("→⇒▶▸►", ">"),
    **dict.fromkeys("↑⇧▲▴", "^"),
    **dict.fromkeys("↓⇩▼▾", "v"),
    **dict.fromkeys("↔⇔↕", "="),
    # marks
    "✓": "v",
    "✗": "x",
    **dict.fromkeys("●◆■★▪", "*"),
    **dict.fromkeys("◐◑◒◓▣", "+"),
    **dict.fromkeys("○◇□☆◦▫◯", "o"),
    **dict.fromkeys("━─╌┄┈╴╶╸╺═", "-"),
    **dict.fromkeys("┃│╎┆┊╵╷║▏▕", "|"),
}
"""What stands for a character, in as many cells."""


def sayable(text: str, encoding: str) -> str:
    """Return `text` with the nearest thing that `encoding` can say in place of each character that it cannot.

    A character keeps its cells, so that what stands in columns still does; where nothing is near, each is a "?".
    """
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return "".join(_said(character, encoding) for character in text)
    return text


def _said(character: str, encoding: str) -> str:
    for candidate in (character, *_nearest(character)):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return ""


def _nearest(character: str) -> Iterator[str]:
    """Yield what can stand for a character, the nearest first, at last what every encoding has."""
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
