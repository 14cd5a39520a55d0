"""Signs in running text that are not read aloud, or read as something else, in words."""

from __future__ import annotations

import re

from tutor.plain.mathematics import speech_of
from tutor.render.prose.symbols import SUBSCRIPTS

_LOWERED = str.maketrans({sign: letter for letter, sign in SUBSCRIPTS.items() if not sign.isascii()})
_PRODUCT = re.compile(r"(?<=[\w)\]½²³°])·(?=[\w(−√½-])")
"""A dot without spaces around it, where one thing is multiplied by the other."""
_HALF = {"en": "one half", "ko": "2분의 1"}


def parted(text: str) -> str:
    """Return a line of the interface whose parts have a dot between them, with a comma instead."""
    return re.sub(r"^(\d+), ", r"\1. ", text.replace(" · ", ", "))


def readable_signs(text: str, language: str) -> str:
    """Return a text with its raised and lowered signs, its dots and its roots in words."""
    if text.isascii():
        return text
    speech = speech_of(language)
    text = _PRODUCT.sub(f" {speech.times} ", text.translate(_LOWERED))
    for sign in "²³":
        text = text.replace(sign, f" {speech.symbol(sign)}")
    return text.replace("√", f"{speech.symbol('√')} ").replace("½", _HALF.get(language, _HALF["en"]))
