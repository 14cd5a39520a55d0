"""Where the terms of a glossary stand in prose, by any of their names, in whatever form a sentence gives them.

The longest name wins: "loss function" is not also "loss". English names have endings and plurals, and a hyphen in them
may be a space. Korean names have particles and endings behind them, and may be spaced in any way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from tutor.course.glossary import Term
from tutor.course.prose import (
    Block,
    Bullets,
    CodeBlock,
    DisplayFormula,
    Heading,
    Inline,
    Paragraph,
    Prose,
    ProseTable,
    Quote,
    ThematicBreak,
    Words,
)
from tutor.namedtuple import NamedTuple

_HANGUL = "가-힣"
_IRREGULAR = (("is", "es"), ("ix", "ices"), ("ex", "ices"), ("um", "a"), ("y", "ies"))
"""Endings of English words in -is, -ix … and what they become in the plural."""
_ENDING = r"(?:e?s|e?d|ing)?"
_AFTER = (
    "은|는|이|가|을|를|의|에|도|만|과|와|로|으로|에서|에는|에도|에서는|에서도|으로는|로는|으로도|로도|마다|보다|까지|부터|처럼|"
    "들|들은|들이|들을|들의|들도|이나|나|이란|란|이라|라|이라는|라는|이라고|라고|이라면|라면|이라서|라서|이고|고|이며|며|인|인데|인지|"
    "이다|이므로|이면|이지|일|입니다|이었다|였다|이에요|예요|뿐|뿐이고|씩|째|끼리|조차|밖에|이든|든|이지만|지만|일까|일까요|인가|인가요|마저|"
    "이자|에만|만의|만큼|만으로|과는|와는|대로|에서만|까지의|에서의|과의|와의|으로의|로의|에게|에게는"
)
_VERB = f"(?:하|한|할|합|해|했|되|된|될|됩|돼|됐|시키|시킨|시켜|시킬|시킵)[{_HANGUL}]*"
"""What makes a verb of a Korean noun: 학습하다, 학습된."""
_ENDS_HANGUL = re.compile(f"[{_HANGUL}]$")
_AFTER_HANGUL = re.compile(f"(?:(?:{_AFTER})|{_VERB})?(?![{_HANGUL}])")
"""What stands behind a Korean name where it is not a part of another word."""
_GAP = "\ufffc"
"""What stands for a formula, code or a value between words."""


class Run(NamedTuple):
    """Words in one style. Of a block, they stand one after the other."""

    text: str
    mentioned: bool
    """in bold or in emphasis: a word that is spoken of, or taught here"""


class Found(NamedTuple):
    """A term in a text."""

    term: Term
    name: str
    """which of its names, as the glossary has it"""
    text: str
    """as it stands there"""
    start: int
    mentioned: bool
    """it stands in bold or in emphasis: spoken of, or taught here, rather than used"""


class Naming:
    """Finds the terms of a glossary in texts of one language."""

    def __init__(self, terms: Sequence[Term], language: str) -> None:
        """Take the terms that have a name in this language."""
        named = ((name, term) for term in terms if language in term.name.variants for name in term.names_in(language))
        self._named = [(_stem(name), name, term) for name, term in named]

    def in_text(self, text: str) -> Iterator[Found]:
        """Yield the terms in a plain text, in reading order."""
        squeezed = _squeezed(text)
        found = [
            Found(term, name, match[0], match.start(), mentioned=False)
            for stem, name, term in self._named
            if stem in squeezed
            for match in _pattern(name).finditer(text)
            if not _ENDS_HANGUL.search(name) or _AFTER_HANGUL.match(text, match.end())
        ]
        # Of two that begin at one place, it is the longer one.
        found.sort(key=lambda one: (one.start, -len(one.text)))
        end = 0
        for one in found:
            if one.start >= end:
                end = one.start + len(one.text)
                yield one

    def in_prose(self, prose: Prose) -> Iterator[Found]:
        """Yield the terms in the words of prose, in reading order; code and formulas hold none."""
        for runs in _runs(prose.blocks):
            text = "".join(run.text for run in runs)
            for found in self.in_text(text):
                yield found._replace(mentioned=_is_mentioned(runs, found.start, found.start + len(found.text)))


@lru_cache(maxsize=8)
def naming_of(terms: tuple[Term, ...], language: str) -> Naming:
    """Return what finds these terms, made once."""
    return Naming(terms, language)


def _squeezed(text: str) -> str:
    return re.sub(r"[\s-]+", "", text).casefold()


def _stem(name: str) -> str:
    """Return what any form of a name holds, without spaces."""
    squeezed = _squeezed(name)
    return squeezed[:-2] if name.isascii() and len(squeezed) > 4 else squeezed


@cache
def _pattern(name: str) -> re.Pattern[str]:
    """Return what finds a name in any of its forms, and not as a part of another word; but see `_AFTER_HANGUL`."""
    words = re.split(r"[\s-]+", name)
    if re.search(f"[{_HANGUL}]", name):
        # Spaces in Korean are often a matter of taste.
        body = r"\s*".join(re.escape(letter) for letter in "".join(name.split())) if len(name) > 3 else re.escape(name)
    else:
        body = r"[\s-]*".join(map(re.escape, words))
    after = "" if _ENDS_HANGUL.search(name) else r"(?![A-Za-z0-9_])"
    if name.isascii() and words[-1].isalpha() and not _is_sign(words[-1]):
        body = _with_plural(body, words[-1])
    # Hangul has no case, and to look for it takes `re` a thousand times as long.
    before = f"(?-i:(?<![{_HANGUL}]))" if re.match(f"[{_HANGUL}]", name) else r"(?<![\w-])"
    if any(_is_sign(word) for word in words):
        # XOR, MSE and ReLU are written as they are; "and" is no AND.
        body = f"(?-i:{body})"
    return re.compile(f"{before}{body}{after}", re.IGNORECASE)


def _is_sign(word: str) -> bool:
    return sum(letter.isupper() for letter in word) >= 2


def _with_plural(body: str, last: str) -> str:
    for ending, plural in _IRREGULAR:
        if last.endswith(ending) and len(last) > len(ending) + 1:
            return f"(?:{body}{_ENDING}|{body[: -len(ending)]}{plural})"
    if last.endswith("e"):
        return f"(?:{body}(?:s|d)?|{body[:-1]}ing)"
    return body + _ENDING


def _is_mentioned(runs: Sequence[Run], start: int, end: int) -> bool:
    at = 0
    for run in runs:
        if at < end and start < at + len(run.text) and run.mentioned:
            return True
        at += len(run.text)
    return False


def _runs(blocks: Sequence[Block]) -> Iterator[list[Run]]:
    """Yield the words of every paragraph, cell and item."""
    for block in blocks:
        match block:
            case Paragraph(inlines) | Heading(_, inlines):
                yield [_run(inline) for inline in inlines]
            case Bullets(items, _):
                for item in items:
                    yield from _runs(item)
            case Quote(inner):
                yield from _runs(inner)
            case ProseTable(_, header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield [_run(inline) for inline in cell]
            case CodeBlock() | DisplayFormula() | ThematicBreak():
                pass


def _run(inline: Inline) -> Run:
    if isinstance(inline, Words):
        return Run(inline.text, inline.strong or inline.emphasis)
    return Run(_GAP, mentioned=False)
