"""A word or a symbol missing from a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.entry import Typed
from tutor.course.fields import Accepted, Field, ListOf, Record, Words
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.messages import questions as for_authors
from tutor.course.proof import Claim, Meets, Note, Right, Wrong
from tutor.course.questions import Asked, Desk, Feedback, Question, Unreadable
from tutor.course.questions import Words as Localised
from tutor.dataclass import dataclass
from tutor.namedtuple import NamedTuple

BLANK = "___"
"""The place of the missing word in a prompt."""

_AROUND = ".,;:!?\u3002\uff0e\"'`\u2018\u2019\u201c\u201d"
"""What stands around a word in a sentence."""

_BESIDE = re.compile(r"^(?:the|an?)\s+(?=\S)|\s+functions?$|\s*함수$", re.IGNORECASE)
"""An article before a name and the noun behind it: neither changes what is meant."""

_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212_]+")


def folded(text: str) -> str:
    """Return `text` without what does not matter: case, spaces, hyphens, full-width forms.

    A text of nothing but such marks is kept: "-" can be the symbol that is asked for.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFC", text[:300]))
    # Written large and then small again: an ı without its dot and an ΐ come back as another letter, for good.
    text = unicodedata.normalize("NFKC", text.upper().casefold()).strip()
    return _BETWEEN.sub("", text) or text


def spellings(text: str) -> tuple[str, ...]:
    """Return `text`, folded, and then what is left of it without a full stop or quotes, an article or "function"."""
    bare = text[:300].strip().strip(_AROUND).strip()
    less = _BESIDE.sub("", bare)
    return tuple(dict.fromkeys((folded(text), *(folded(one) for one in (bare, less) if one))))


class WordMistake(NamedTuple):
    """Wrong words that are recognised."""

    accept: tuple[str, ...]
    say: Localised


def _all_words(accept: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words of every language: a Korean learner may well write "softmax"."""
    return tuple(dict.fromkeys(word for words in accept.values() for word in words))


@dataclass(frozen=True, eq=False, kw_only=True)
class BlankQuestion(Question, Kind):
    """A missing word; what is right in one language is right in every one."""

    KIND: ClassVar[str] = "blank"
    WEIGHT: ClassVar[int] = 3
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("accept", Accepted(), for_authors.ACCEPT, required=True),
        Field(
            "mistakes",
            ListOf(
                Record(
                    (
                        Field("accept", Accepted(), for_authors.WRONG_WORDS, required=True),
                        Field("say", Words(), for_authors.WORD_SAY, required=True),
                    ),
                    for_authors.A_MISTAKE,
                )
            ),
            for_authors.WORD_MISTAKES,
        ),
        Field("otherwise", Words(), for_authors.WORD_OTHERWISE, required=True),
    )

    accept: Mapping[str, tuple[str, ...]]
    """by language; the first of each list is the one to show"""
    mistakes: tuple[WordMistake, ...]
    otherwise: Localised

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> BlankQuestion | None:
        """Return the question; None where the prompt has no blank."""
        for language, prose in draft.prompt.variants.items():
            if BLANK not in prose.source:
                place = prose.place or draft.place
                draft.reader.findings.error(place, "no-blank", for_authors.NO_BLANK, language=language, blank=BLANK)
                return None
        words = sorted({folded(word) for word in _all_words(given["accept"])})
        return cls(
            **draft.shared({"accept": words}),
            accept=given["accept"],
            mistakes=tuple(WordMistake(_all_words(one["accept"]), one["say"]) for one in given.get("mistakes", ())),
            otherwise=given["otherwise"],
        )

    @property
    def accepted(self) -> tuple[str, ...]:
        """Every word that is right, in any language."""
        return _all_words(self.accept)

    def entry(self, asked: Asked) -> Typed:  # noqa: ARG002
        """Return an entry for a word."""
        return Typed(messages.ENTRY_WORD)

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:  # noqa: ARG002
        """Return what to tell the learner about a word."""
        words = spellings(response)
        if not words[0]:
            return Unreadable(messages.NO_WORD(language))
        # As it was typed first: where "." or "step function" is in the author's list, that is what counts.
        for word in words:
            if word in map(folded, self.accepted):
                return Feedback(True)
            for mistake in self.mistakes:
                if word in map(folded, mistake.accept):
                    return Feedback(False, mistake.say, mistake.accept[0])
        return Feedback(False, self.otherwise)

    def right_response(self, asked: Asked) -> str:  # noqa: ARG002
        """Return the first word of the first language."""
        return self.accepted[0]

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        yield from (mistake.say for mistake in self.mistakes)
        yield self.otherwise

    # -- proof --------------------------------------------------------------------------------------------------------

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield that every word is taken, that the mistakes are told apart, and that the prompt keeps the answer."""
        right = set(map(folded, self.accepted))
        for word in self.accepted:
            yield Right((word, word.upper(), f" {word} "))
        yield Wrong(tuple(text for text in ("0", "1", "x") if folded(text) not in right))
        for mistake in self.mistakes:
            for word in mistake.accept:
                yield Meets((word,), mistake.say, repr(word), mistake.say.in_(desk.language).place)
        for language, prompt in self.prompt.variants.items():
            for word in self.accepted:
                if len(folded(word)) > 2 and folded(word) in folded(prompt.source):
                    words = for_authors.PROMPT_TELLS.filled(language=language, word=word)
                    yield Note("hint-tells", words, prompt.place)

    def told(self, asked: Asked, hint: str, prompt: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return the right word that stands in the hint."""
        words = {folded(word) for word in re.findall(r"[^\W_]+", hint)}
        for word in self.accepted:
            key = folded(word)
            if key in words or (len(key) > 3 and key in folded(hint)):
                return word
        return ""
