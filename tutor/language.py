"""Texts in several languages, and the Korean particles that depend on the sound before them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Generic, TypeVar

from tutor.dataclass import dataclass

T = TypeVar("T")

INTERFACE_LANGUAGES = ("en", "ko")
"""The languages that the interface itself speaks; a course may be written in others as well."""

_NAMES = {
    "ar": "العربية",
    "cs": "Čeština",
    "da": "Dansk",
    "de": "Deutsch",
    "el": "Ελληνικά",
    "en": "English",
    "es": "Español",
    "fi": "Suomi",
    "fr": "Français",
    "he": "עברית",
    "hi": "हिन्दी",
    "hu": "Magyar",
    "id": "Bahasa Indonesia",
    "it": "Italiano",
    "ja": "日本語",
    "ko": "한국어",
    "nl": "Nederlands",
    "no": "Norsk",
    "pl": "Polski",
    "pt": "Português",
    "ro": "Română",
    "ru": "Русский",
    "sv": "Svenska",
    "tr": "Türkçe",
    "uk": "Українська",
    "vi": "Tiếng Việt",
    "zh": "中文",
}


def language_name(code: str) -> str:
    """Return what a language is called by those who speak it; its code where that is not known here."""
    base, *region = re.split("[-_]", code, maxsplit=1)
    name = _NAMES.get(base.lower(), "")
    return f"{name} ({region[0]})" if name and region else name or code


def interface_language(language: str) -> str:
    """Return the language that the interface speaks where this one was chosen: itself, or the one that stands in."""
    return language if language in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]


@dataclass(frozen=True)
class Localised(Generic[T]):
    """The same thing in several languages. The first language given stands in for a missing one."""

    variants: Mapping[str, T]
    """From a language code ("en", "ko") to the thing in that language; never empty."""

    def __post_init__(self) -> None:
        if not self.variants:
            raise ValueError("a localised value needs at least one language")

    def in_(self, language: str) -> T:
        """Return the variant for `language`, or the first one where that is missing."""
        if language in self.variants:
            return self.variants[language]
        return next(iter(self.variants.values()))


class Text(Localised[str]):
    """A sentence or a name in several languages: `Text(en="loss", ko="손실")`."""

    def __init__(self, **variants: str) -> None:
        super().__init__(variants)

    def __call__(self, language: str, /, **values: object) -> str:
        """Return the text in `language`, with each `{name}` replaced by its value (as `str.format` does).

        A value that is a text itself is said in the same language. Of a Korean particle that stands after a value in
        both of its forms, 이(가), the one that fits is left.
        """
        text = self.in_(language)
        if not values:
            return text
        in_it = {name: value(language) if isinstance(value, Text) else value for name, value in values.items()}
        said = text.format(**in_it)
        # Most texts have none, and are said many times a second.
        return with_particles(said) if language == "ko" and "(" in text else said

    def filled(self, **values: object) -> Text:
        """Return the text with its values in, in every language."""
        return Text(**{language: self(language, **values) for language in self.variants})


def say(text: Text | str, language: str) -> str:
    """Return `text` in `language`; a plain string (a symbol such as "W") is the same in every language."""
    return text if isinstance(text, str) else text.in_(language)


class SaidError(Exception):
    """An error that a person is told of in their language."""

    def __init__(self, words: Text | str) -> None:
        super().__init__(say(words, "en"))
        self.words = words


MINUS = "\u2212"
_HYPHEN_AS_MINUS = re.compile(
    r"(?<![\w-])-(?=[\w.(])"  # before a number, a bracket or a name: -0.5, -(1 + 2), -log
    r"|(?<=[\d)] )-(?= )"  # between numbers: 1 - 0
    r"|(?<=\b\w )-(?= \w\b)"  # between symbols: t - y
)


def true_minus(text: str) -> str:
    """Return `text` with a true minus where a hyphen stands for one; a hyphen inside a word stays."""
    return _HYPHEN_AS_MINUS.sub(MINUS, text) if "-" in text else text


_CJK = (
    ("\u1100", "\u11ff"),
    ("\u2e80", "\u9fff"),
    ("\ua960", "\ua97f"),
    ("\uac00", "\ud7ff"),
    ("\uf900", "\ufaff"),
    ("\ufe30", "\ufe4f"),
    ("\uff00", "\uffef"),
)
"""First and last of the scripts that put no space between a word and its particle, and have no italics."""


def has_cjk(text: str) -> bool:
    """Return whether a character of Korean, Chinese or Japanese is in `text`."""
    # As a regular expression this takes 4 ms to compile, which a first paint would wait for.
    return not text.isascii() and any(first <= character <= last for character in text for first, last in _CJK)


PARTICLES: Mapping[str, tuple[str, str]] = {
    "은/는": ("은", "는"),
    "이/가": ("이", "가"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "으로/로": ("으로", "로"),
    "이라/라": ("이라", "라"),
    "이에요/예요": ("이에요", "예요"),
}
"""A particle as an author writes it -> (after a final consonant, after a vowel)."""

_DIGIT_FINALS = {"0": "ㅇ", "1": "ㄹ", "2": "", "3": "ㅁ", "4": "", "5": "", "6": "ㄱ", "7": "ㄹ", "8": "ㄹ", "9": ""}
_LETTER_FINALS = {"l": "ㄹ", "r": "ㄹ", "m": "ㅁ", "n": "ㄴ"}
_SYMBOL_FINALS = {"%": "", "℃": ""}


def _final_consonant(word: str) -> str:
    """Return the final consonant with which `word` is read aloud: "" for a vowel, "ㄹ" apart from all others."""
    for character in reversed(word.rstrip()):
        if "가" <= character <= "힣":
            final = (ord(character) - ord("가")) % 28
            return "" if final == 0 else "ㄹ" if final == 8 else "ㄱ"
        if character in _DIGIT_FINALS:
            return _DIGIT_FINALS[character]
        if character.isalpha():
            return _LETTER_FINALS.get(character.lower(), "")
        if character in _SYMBOL_FINALS:
            return _SYMBOL_FINALS[character]
    return ""


def particle(word: str, pair: str) -> str:
    """Return the form of the Korean particle `pair` ("은/는") that follows `word` when it is read aloud.

    Digits are read in Sino-Korean (3 is 삼, so `particle("3", "은/는")` is 은). After ㄹ, 으로 is 로.

    Raises:
        KeyError: `pair` is not one of `PARTICLES`.
    """
    after_consonant, after_vowel = PARTICLES[pair]
    final = _final_consonant(word)
    if final == "" or (final == "ㄹ" and pair == "으로/로"):
        return after_vowel
    return after_consonant


_EITHER = {f"{final}({vowel})": f"{final}/{vowel}" for final, vowel in PARTICLES.values()}
"""A particle as a text has it after a value, 이(가) -> the pair that it is."""


def with_particles(text: str) -> str:
    """Return a Korean text with one form left of each particle that it has in both: 'W'이(가) -> 'W'가."""
    return _after_a_word().sub(_settled, text)


@cache
def _after_a_word() -> re.Pattern[str]:
    # Compiled when it is needed: a first paint does not wait for it.
    return re.compile(rf"(\S+?)([`)\]]*)({'|'.join(map(re.escape, _EITHER))})")


def _settled(found: re.Match[str]) -> str:
    word, closing, either = found.groups()
    return f"{word}{closing}{particle(word, _EITHER[either])}"
