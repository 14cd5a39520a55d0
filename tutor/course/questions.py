"""What a question is, and what every kind of question shares.

A question's answer is a readout of a lab wherever it is a number or an array, so it is never typed by hand. A response
is one string, whatever the kind, so that it can be stored and shown again: "4.67", "1", "0,2", "[[1, 2], [3, 4]]".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tutor.course.prose import Prose
from tutor.lab import Lab, Result, Values
from tutor.language import Localised

Words = Localised[Prose]
"""Prose in every language of the course."""


@dataclass(frozen=True)
class Feedback:
    """What a learner hears after a response."""

    right: bool
    say: Words | None = None
    """why this response is right or wrong; None where nothing particular is known about it"""
    mistake: str = ""
    """the recognised mistake, by a stable name ("sum_of_squares", "option-2"), for the record"""


@dataclass(frozen=True)
class Unreadable:
    """A response that cannot be read as an answer: refused kindly, and no attempt."""

    say: str
    """what can be read, in the learner's language"""


@dataclass(frozen=True, eq=False)
class Question:
    """A question as its author wrote it. The kinds derive from it."""

    id: str
    kind: str
    prompt: Words
    lab: Lab | None
    variants: tuple[Values, ...]
    """parameters of the lab, one set a variant; at least one (an empty one where there is no lab)"""
    hints: tuple[Words, ...]
    explain: Words | None
    revision: str
    """a digest of what decides whether a response is right; mending a typo in the prompt keeps it"""

    def ask(self, variant: int) -> Asked:
        """Return the question put with one set of numbers; `variant` counts on past the last from the first."""
        values = self.variants[variant % len(self.variants)]
        return Asked(self, variant % len(self.variants), values, self.lab(**values) if self.lab else None)

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about `response`."""
        raise NotImplementedError

    def right_response(self, asked: Asked) -> str:
        """Return a response that is right, as a learner would give it."""
        raise NotImplementedError

    def spell(self, asked: Asked, response: str, language: str) -> str:
        """Return a response in words: an option's text, a number as it was typed."""
        return response


@dataclass(frozen=True, eq=False)
class Asked:
    """A question put with one set of numbers."""

    question: Question
    variant: int
    values: Mapping[str, object]
    result: Result | None

    def grade(self, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about `response`."""
        return self.question.grade(self, response, language)
