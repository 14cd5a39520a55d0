"""A word or a symbol missing from a sentence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.fields import Accepted, Field, ListOf, Record, Words
from tutor.course.kinds.draft import Draft
from tutor.course.questions import Asked, Feedback, Question, Unreadable
from tutor.course.questions import Words as Localised

BLANK = "___"
"""The place of the missing word in a prompt."""

_BETWEEN = re.compile(r"[\s\-\u2010-\u2015\u2212_]+")


def folded(text: str) -> str:
    """Return `text` without what does not matter: case, spaces, hyphens, full-width forms.

    A text of nothing but such marks is kept: "-" can be the symbol that is asked for.
    """
    text = unicodedata.normalize("NFKC", unicodedata.normalize("NFC", text[:300])).casefold().strip()
    return _BETWEEN.sub("", text) or text


@dataclass(frozen=True)
class WordMistake:
    """Wrong words that are recognised."""

    accept: tuple[str, ...]
    say: Localised


def _all_words(accept: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words of every language: a Korean learner may well write "softmax"."""
    return tuple(dict.fromkeys(word for words in accept.values() for word in words))


@dataclass(frozen=True, eq=False, kw_only=True)
class BlankQuestion(Question):
    """A missing word; what is right in one language is right in every one."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("accept", Accepted(), "the words that are right", required=True),
        Field(
            "mistakes",
            ListOf(
                Record(
                    (
                        Field("accept", Accepted(), "wrong words", required=True),
                        Field("say", Words(), "what leads to them and why they are wrong", required=True),
                    ),
                    "a mistake",
                )
            ),
            "wrong words that are recognised",
        ),
        Field("otherwise", Words(), "what to say to any other word", required=True),
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
                draft.reader.findings.error(
                    prose.place or draft.place, "no-blank", f"The prompt in {language!r} has no blank: write {BLANK}."
                )
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

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:  # noqa: ARG002
        """Return what to tell the learner about a word."""
        word = folded(response)
        if not word:
            return Unreadable(messages.NO_WORD(language))
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
