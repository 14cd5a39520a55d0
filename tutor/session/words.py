"""Words as they are looked for: without capitals, each letter written in one way, and Korean however it is spaced."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

_HANGUL = re.compile("[\uac00-\ud7a3\u3131-\u318e]")


def folded(text: str) -> str:
    """Return text as it is compared: NFC, without capitals."""
    return unicodedata.normalize("NFC", text).casefold()


def holds(text: str, words: Sequence[str]) -> bool:
    """Return whether a text holds every one of some words, all of them folded.

    A word may be a part of a longer one, as Korean words grow at their ends; and where Korean words are parted and
    where not is often a matter of taste, so for them spaces do not count.
    """
    squeezed = "".join(text.split())
    return all(word in (squeezed if _HANGUL.search(word) else text) for word in words)


def pattern(word: str) -> str:
    """Return the regular expression that finds a word where `holds` does."""
    return (r"\s*" if _HANGUL.search(word) else "").join(map(re.escape, word))
