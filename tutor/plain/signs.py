"""Signs in running text that are not read aloud, or read as something else, in words."""

from __future__ import annotations

import re

from tutor.plain.mathematics import speech_of
from tutor.render.prose.symbols import SUBSCRIPTS

_LOWERED = str.maketrans({sign: letter for letter, sign in SUBSCRIPTS.items() if not sign.isascii()})
_PRODUCT = re.compile(r"(?<=[\w)\]½²³°])·(?=[\w(−√½-])")
"""A dot without spaces around it, where one thing is multiplied by the other."""
_MATRICES = re.compile(r"(?<=\)) · (?=\w)")
"""The same between two matrices whose shapes are told: X (5, 3) · W (3, 2)."""
_POWER = re.compile(r"(\d)e([-−]?)\+?0*(\d+)")
_ARROW = re.compile(r" (?:->|→) (?=[\w(])")
_POINTED = re.compile(r" (?:->|→) (\([^()]*\))")
_DOTS = {
    # In Korean texts the particles after them are those after a vowel.
    "en": {"●": "filled dot", "○": "open dot"},
    "ko": {"●": "검은 동그라미", "○": "흰 동그라미"},
}
_DOT = re.compile(r"((?:\b(?:[Oo]ne|[Aa]|[Aa]n|[Tt]he|[Nn]o|\d+) )?)([●○])")
"""A dot, and the article or the number that stands before it."""
_BEGINS = re.compile(r"(?:^|[.!?:] )$")
_SET_OFF = re.compile(r"[✗✕] (?=\w)")
"""A cross before the word that says the same."""
_MARKS = {
    "en": {"✓": "right", "×": "wrong", "✗": "not possible"},
    "ko": {"✓": "맞음", "×": "틀림", "✗": "안 됨"},
}
_CROSS = {"en": "cross", "ko": "가위표"}
_AGAINST = {"en": " against ", "ko": " 대 "}
_PARTIAL = {"en": "partial", "ko": "라운드"}
_OF_A_LETTER = re.compile(r"∂(?=[A-Za-z])")
_RAISED = {sign: number for number, sign in enumerate("⁴⁵⁶⁷⁸⁹", 4)}
_HALF = {"en": "one half", "ko": "2분의 1"}


def parted(text: str) -> str:
    """Return a line of the interface whose parts have a dot between them, with a comma instead."""
    return re.sub(r"^(\d+), ", r"\1. ", text.replace(" · ", ", "))


def powers_of_ten(text: str, language: str) -> str:
    """Return a text with the powers of ten of its numbers in words: 9.6e-05 is 9.6 times 10 to the −5."""
    words = r"\1 곱하기 10의 \2\3제곱" if language == "ko" else r"\1 times 10 to the \2\3"
    return _POWER.sub(words, text).replace("10의 -", "10의 −").replace("10 to the -", "10 to the −")


def cell_words(cell: str, language: str) -> str:
    """Return a cell of a table; one that is a mark alone in words."""
    return _MARKS.get(language, _MARKS["en"]).get(cell.strip(), cell)


def readable_signs(text: str, language: str) -> str:
    """Return a text with its raised and lowered signs, its dots, crosses, arrows and roots in words."""
    # Korean has no one word for an arrow: what a point becomes is said, any other is left.
    text = _POINTED.sub(r"에서 \1 쪽으로", text) if language == "ko" else _ARROW.sub(" to ", text)
    if text.isascii():
        return text
    speech = speech_of(language)
    text = _dots(text, language)
    text = _SET_OFF.sub("", text)
    text = _OF_A_LETTER.sub(f"{_PARTIAL.get(language, _PARTIAL['en'])} ", text)
    for signs, words in (("✗✕", _CROSS), ("∂", _PARTIAL), ("½", _HALF)):
        for sign in signs:
            text = text.replace(sign, words.get(language, words["en"]))
    text = text.replace(" ↔ ", _AGAINST.get(language, _AGAINST["en"]))
    text = _MATRICES.sub(f" {speech.times} ", text)
    text = _PRODUCT.sub(f" {speech.times} ", text.translate(_LOWERED))
    for sign in ("²", "³", *_RAISED):
        said = speech.symbol(sign)
        text = text.replace(sign, said if said.startswith("의") else f" {said}")
    return text.replace("√", f"{speech.symbol('√')} ")


def _dots(text: str, language: str) -> str:
    """Return a text with its dots as what they are: many of them in English, where nothing says otherwise."""
    names = _DOTS.get(language, _DOTS["en"])

    def said(found: re.Match[str]) -> str:
        before, name = found[1], names[found[2]]
        if language == "ko":
            return before + name
        is_one = before.strip().lower() in ("one", "a", "an", "1")
        words = f"{before or 'the '}{name}{'' if is_one else 's'}"
        return words[0].upper() + words[1:] if _BEGINS.search(text[: found.start()]) else words

    return _DOT.sub(said, text)
