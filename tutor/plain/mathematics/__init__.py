"""Mathematics as it is read aloud, in words."""

from __future__ import annotations

import re
from functools import lru_cache

from tutor.plain.mathematics.english import English
from tutor.plain.mathematics.korean import Korean
from tutor.plain.mathematics.reading import Speech
from tutor.render.prose.tex import MathematicsError, parse

_SPEECHES: dict[str, Speech] = {"en": English(), "ko": Korean()}
_ARITHMETIC = re.compile(
    r"(?:[^\W\d_]{3,}(?=\()|(?:ln|log|exp)(?=[ (][\d(])|(?<![^\W\d_])[^\W\d_](?![^\W\d_])|\d|"
    r"[\s.,()\[\]=≈≤+−·×/²³√^_-])+"
)
"""What a working is written in: numbers, single letters, signs, and functions by name."""

_NAMED_LINE = re.compile(r"((?:\w{1,3}: )?)([^:]+)")
"""A line of arithmetic, and the name of what is worked out in it."""


@lru_cache(maxsize=1024)
def spoken(tex: str, language: str) -> str:
    """Return a formula in words; as TeX where it cannot be read."""
    try:
        return speech_of(language).row(parse(tex))
    except MathematicsError:
        return tex


def spoken_before(tex: str, following: str, language: str) -> tuple[str, str]:
    """Return a formula in words and what follows on it in its sentence, which may have to change with it."""
    try:
        return speech_of(language).meets(parse(tex), following)
    except MathematicsError:
        return tex, following


def speech_of(language: str) -> Speech:
    """Return how mathematics is read in a language: in English where it is none that is known here."""
    return _SPEECHES.get(language, _SPEECHES["en"])


def spoken_arithmetic(text: str, language: str) -> str:
    """Return lines of arithmetic in words: "0.5·2 + 1 = 2", or "W: 1 − 0.4 = 0.6; b: 2 − 0.2 = 1.8".

    A line that holds other words stays as it is.
    """
    if _ARITHMETIC.fullmatch(text):
        return spoken(text, language)
    lines = [_NAMED_LINE.fullmatch(line) for line in text.split("; ")]
    if not all(line is not None and _ARITHMETIC.fullmatch(line[2]) for line in lines):
        return text
    return "; ".join(line[1] + spoken(line[2], language) for line in lines if line is not None)
