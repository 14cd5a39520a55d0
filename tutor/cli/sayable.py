"""A text in the characters that a stream has: EUC-KR has no ◐, Latin-1 no Hangul, ASCII neither."""

from __future__ import annotations

from tutor.stand_ins import nearest


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
    for candidate in (character, *nearest(character)):
        try:
            candidate.encode(encoding)
        except UnicodeEncodeError:
            continue
        return candidate
    return ""
