"""A number to work out, or to guess before it is shown."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.fields import Field, ListOf, Number, OneOf, ReadoutName, Record, Words
from tutor.course.kinds.draft import Draft
from tutor.course.questions import Asked, Feedback, Need, Question, Reference, Unreadable, words_of
from tutor.course.questions import Words as Localised
from tutor.course.tolerance import Tolerance
from tutor.course.typed import normalised, read_numbers


@dataclass(frozen=True)
class Mistake:
    """A wrong answer that is recognised, and what to say to it."""

    answer: Reference
    say: Localised


TOLERANCE = Record(
    (
        Field("abs", Number(0, 1e9), "the largest distance from the answer that is still right"),
        Field("rel", Number(0, 1), "the same as a share of the answer: 0.01 is one percent"),
    ),
    "a tolerance",
)
MISTAKES = ListOf(
    Record(
        (
            Field("answer", ReadoutName(), "the readout that a certain mistake leads to", required=True),
            Field("say", Words(), "what leads to this and why it is wrong", required=True),
        ),
        "a mistake",
    )
)


def tolerance_of(given: Mapping[str, Any]) -> Tolerance:
    """Return the tolerance from a question's fields."""
    limits = given.get("tolerance") or {"abs": 0.005}
    return Tolerance(limits.get("abs", 0.0), limits.get("rel", 0.0))


def mistakes_of(given: Mapping[str, Any]) -> tuple[Mistake, ...]:
    """Return the recognised mistakes from a question's fields."""
    return tuple(Mistake(one["answer"], one["say"]) for one in given.get("mistakes", ()))


@dataclass(frozen=True, eq=False, kw_only=True)
class NumberQuestion(Question):
    """A number; its answer is a readout."""

    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("answer", ReadoutName(), "the readout that is the answer", required=True),
        Field("tolerance", TOLERANCE, "how near is right: {abs: 0.005} is two decimals"),
        Field("input", OneOf(("percent",)), "percent: 15 and 15% are 0.15"),
        Field("mistakes", MISTAKES, "wrong numbers that are recognised"),
        Field("otherwise", Words(), "what to say to any other wrong number"),
    )

    answer: Reference
    tolerance: Tolerance
    percent: bool
    """asked in percent: 15 and 15% are 0.15"""
    mistakes: tuple[Mistake, ...]
    otherwise: Localised | None
    """for an unrecognised wrong number; None says larger, smaller or sign lost"""

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> NumberQuestion:
        """Return the question."""
        tolerance = tolerance_of(given)
        percent = given.get("input") == "percent"
        decides = {
            "answer": str(given["answer"]),
            "abs": tolerance.abs,
            "rel": tolerance.rel,
            "percent": percent,
        }
        return cls(
            **draft.shared(decides),
            answer=given["answer"],
            tolerance=tolerance,
            percent=percent,
            mistakes=mistakes_of(given),
            otherwise=given.get("otherwise"),
        )

    def truth(self, asked: Asked) -> float:
        """Return the answer."""
        return float(self.answer.of(asked))  # type: ignore[arg-type]

    def tolerance_words(self, language: str) -> str:
        """Return how near is right, as it stands beside the prompt: "to two decimals"."""
        return self.tolerance.words(language, percent=self.percent)

    def read(self, response: str) -> tuple[float, ...]:
        """Return the numbers that `response` can mean, the likeliest first; () where it is none."""
        return read_numbers(response, percent=self.percent)

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about a number."""
        given = self.read(response)
        if not given:
            return Unreadable((messages.NO_PERCENT if self.percent else messages.NO_NUMBER)(language))
        truth = self.truth(asked)
        if any(self.tolerance.covers(truth, number) for number in given):
            return Feedback(True)
        for mistake in self.mistakes:
            wrong = float(mistake.answer.of(asked))  # type: ignore[arg-type]
            if any(self.tolerance.covers(wrong, number) for number in given):
                return Feedback(False, mistake.say, str(mistake.answer))
        if self.otherwise is not None:
            return Feedback(False, self.otherwise)
        if any(self.tolerance.covers(truth, -number) for number in given):
            return Feedback(False, words_of(messages.SIGN_LOST), "sign_lost")
        text = messages.ANSWER_IS_SMALLER if given[0] > truth else messages.ANSWER_IS_LARGER
        return Feedback(False, words_of(text, given=self.spell(asked, response, language)))

    def right_response(self, asked: Asked) -> str:
        """Return the answer, rounded no further than the tolerance allows."""
        truth = self.truth(asked) * (100 if self.percent else 1)
        return written(truth, self.tolerance.width(self.truth(asked)) * (100 if self.percent else 1)) + (
            "%" if self.percent else ""
        )

    def spell(self, asked: Asked, response: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return the number as it was typed, with a true minus."""
        return normalised(response).replace("-", "\u2212")

    def references(self) -> Iterator[tuple[Reference, Need]]:
        """Yield the answer and the recognised mistakes."""
        yield self.answer, "number"
        for mistake in self.mistakes:
            yield mistake.answer, "number"

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        yield from (mistake.say for mistake in self.mistakes)
        if self.otherwise is not None:
            yield self.otherwise


def written(number: float, width: float) -> str:
    """Return `number` with two decimals, or as many more as keep it within `width`; whole ones without."""
    if math.isclose(number, round(number), rel_tol=1e-12, abs_tol=1e-12) and abs(number) < 1e15:
        return str(round(number))
    for decimals in range(2, 13):
        text = f"{number:.{decimals}f}"
        if abs(float(text) - number) <= max(width, 1e-12 * abs(number)):
            return text
    return repr(number)
