"""Mathematics as it is read aloud, in words."""

from __future__ import annotations

import re
from functools import lru_cache

from tutor.plain.mathematics.english import English
from tutor.plain.mathematics.korean import Korean
from tutor.plain.mathematics.reading import Speech
from tutor.render.prose.tex import MathematicsError, parse

_SPEECHES: dict[str, Speech] = {"en": English(), "ko": Korean()}
_ARITHMETIC = re.compile(r"(?:[^\W\d_]{3,}(?=\()|(?<![^\W\d_])[^\W\d_](?![^\W\d_])|\d|[\s.,()\[\]=≈+−·×/²³√^_-])+")
"""What a working is written in: numbers, single letters, signs, and functions by name."""


@lru_cache(maxsize=1024)
def spoken(tex: str, language: str, *, within: bool = False) -> str:
    """Return a formula in words; as TeX where it cannot be read. `within` says that a clause goes on behind it."""
    speech = speech_of(language)
    try:
        return (speech.within if within else speech.row)(parse(tex))
    except MathematicsError:
        return tex


def speech_of(language: str) -> Speech:
    """Return how mathematics is read in a language: in English where it is none that is known here."""
    return _SPEECHES.get(language, _SPEECHES["en"])


def spoken_arithmetic(text: str, language: str) -> str:
    """Return a line of arithmetic in words: "0.5·2 + 1 = 2". A line that holds other words stays as it is."""
    return spoken(text, language) if _ARITHMETIC.fullmatch(text) else text
