"""A number to work out, or to guess before it is shown."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import cache
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.entry import Typed
from tutor.course.fields import Field, ListOf, Number, OneOf, ReadoutName, Record, Words
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.live import fill
from tutor.course.messages import questions as for_authors
from tutor.course.proof import Claim, Meets, Note, Right, Wrong
from tutor.course.prose import Live
from tutor.course.questions import (
    Asked,
    Derived,
    Desk,
    Feedback,
    Guess,
    Need,
    Question,
    Reference,
    Unreadable,
    prose_of,
    words_of,
)
from tutor.course.questions import Words as Localised
from tutor.course.slips.hearing import Given, Heard, candidates, hear, working_of
from tutor.course.slips.limits import WrongNumber, limit_of
from tutor.course.slips.saying import Speaker, speaker_of
from tutor.course.telling import number_told
from tutor.course.tolerance import Tolerance, is_cut_off, is_rounding_of, written
from tutor.course.typed import decimals_of, digits_of, normalised, read_numbers
from tutor.dataclass import dataclass
from tutor.figure import figures_in
from tutor.language import MINUS, Text
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Working

NUDGES = 40
"""How many presses of an arrow take a guess across its axis."""

_WHOLE_PERCENT = 0.005
"""Half a percent: what is asked to this or less is not answered in fractions of a percent."""

_EXACT = Tolerance(0.0)

_FULL_WIDTH = str.maketrans("0123456789.-", "０１２３４５６７８９．－")


class Mistake(NamedTuple):
    """A wrong answer that is recognised, and what to say to it."""

    answer: Reference
    say: Localised


TOLERANCE = Record(
    (
        Field("abs", Number(0, 1e9), for_authors.TOLERANCE_ABS),
        Field("rel", Number(0, 1), for_authors.TOLERANCE_REL),
    ),
    for_authors.A_TOLERANCE,
)
MISTAKES = ListOf(
    Record(
        (
            Field("answer", ReadoutName(), for_authors.MISTAKE_ANSWER, required=True),
            Field("say", Words(), for_authors.MISTAKE_SAY, required=True),
        ),
        for_authors.A_MISTAKE,
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
class NumberQuestion(Question, Kind):
    """A number; its answer is a readout."""

    KIND: ClassVar[str] = "number"
    WEIGHT: ClassVar[int] = 4
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("answer", ReadoutName(), for_authors.ANSWER, required=True),
        Field("tolerance", TOLERANCE, for_authors.NUMBER_TOLERANCE),
        Field("input", OneOf(("percent",)), for_authors.NUMBER_INPUT),
        Field("mistakes", MISTAKES, for_authors.NUMBER_MISTAKES),
        Field("otherwise", Words(), for_authors.NUMBER_OTHERWISE),
    )

    answer: Reference
    tolerance: Tolerance
    percent: bool
    """asked in percent: 15 and 15% are 0.15"""
    mistakes: tuple[Mistake, ...]
    otherwise: Localised | None
    """for an unrecognised wrong number; None says what the answer is like, or whether it is larger or smaller"""

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

    @property
    def withheld(self) -> str:
        """The readout that is the answer."""
        return self.answer.name

    @property
    def near(self) -> Tolerance | None:
        """How near is right."""
        return None if self.single_try else self.tolerance

    def entry(self, asked: Asked) -> Typed:
        """Return an entry that says how near is near enough."""
        whole = self.truth(asked).is_integer() and 0 < self.tolerance.abs < 0.5 and not self.percent
        exact = whole and self.tolerance.abs > 0.01
        hint = messages.ENTRY_WHOLE if exact else self.tolerance.words(percent=self.percent)
        return Typed(hint, letters=False, nudges=self.single_try)

    def read(self, response: str) -> tuple[float, ...]:
        """Return the numbers that `response` can mean, the likeliest first; () where it is none."""
        numbers = read_numbers(response, percent=self.percent)
        if self.percent and self.tolerance.abs >= _WHOLE_PERCENT and abs(numbers[0] if numbers else 1.0) < 1:
            # Nobody writes 0.84% where a whole percent is asked for: a bare 0.84 is the share.
            return numbers[:1]
        return numbers

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about a number."""
        given = self.read(response)
        if not given:
            return Unreadable((messages.NO_PERCENT if self.percent else messages.NO_NUMBER)(language))
        if self.percent and len(given) > 1:
            # Asked whether it is right or not: else being asked would tell.
            share, percent = (f"{100 * number:g}".replace("-", MINUS) for number in given[:2])
            return Unreadable(messages.WHICH_PERCENT(language, share=share, percent=percent))
        truth = self.truth(asked)
        if any(self.tolerance.covers(truth, number) for number in given):
            return Feedback(True)
        mistake = next((one for one in self.mistakes if self._is_made(one, asked, given, response)), None)
        rounded = next((text for number in given if (text := self._rounded_otherwise(truth, number, response))), None)
        # 0.1 is 0.09 to one decimal, and so is a mistake's 0.099: then only the first is sure. A mistake's 0.1 is 0.1.
        if mistake is not None and (rounded is None or _EXACT.covers(self._number(mistake, asked), given[0])):
            arithmetic = cache(lambda: self._arithmetic(mistake, asked, response, language))
            return Feedback(False, mistake.say, str(mistake.answer), arithmetic)
        if rounded is not None:
            return Feedback(False, words_of(rounded), "rounded")
        heard = self._heard(asked, response, language)
        if heard is not None:
            return heard
        if self.otherwise is not None:
            return Feedback(False, self.otherwise)
        return Feedback(False, prose_of(self._limit(asked, given[0], response, language)))

    def is_right(self, asked: Asked, response: str, language: str) -> bool:  # noqa: ARG002
        """Return what `grade` says of it, without deriving what a wrong number comes of."""
        given, truth = self.read(response), self.truth(asked)
        is_unclear = self.percent and len(given) > 1
        return not is_unclear and any(self.tolerance.covers(truth, number) for number in given)

    def _limit(self, asked: Asked, given: float, response: str, language: str) -> Text:
        """Return what the answer is like, where nothing is heard in a wrong number, and to which side of it it lies."""
        truth, working = self.truth(asked), working_of(self.working(asked))
        root = working if isinstance(working, Expression) else None
        limit = limit_of(WrongNumber(given, digits_of(response), truth, self.tolerance), root)
        if limit is not None and limit.says_where:
            return limit.words
        side = messages.ANSWER_IS_SMALLER if given > truth else messages.ANSWER_IS_LARGER
        side = side.filled(given=self._read_back(given, asked, response, language))
        return side if limit is None else messages.ONE_AFTER_THE_OTHER.filled(one=limit.words, other=side)

    def _hear(self, asked: Asked, response: str, language: str) -> Heard | None:
        """Return what is heard in a wrong number, from how the answer is worked out."""
        given = self.read(response)
        spelled = self._read_back(given[0], asked, response, language)
        typed = [Given(number, response, self._scale(number, response), spelled) for number in given]
        return hear(self._speaker(asked), typed, working_of(self.working(asked)), guess=self.single_try)

    def _speaker(self, asked: Asked) -> Speaker:
        return speaker_of(asked, self.answer.name, (self.truth(asked),), self.tolerance)

    def slips(self, asked: Asked) -> Iterator[Derived]:
        """Yield the wrong numbers that can be derived, as they would be typed."""
        for slip in candidates(self._speaker(asked), working_of(self.working(asked))):
            if isinstance(slip.value, float) and math.isfinite(slip.value):
                is_right = self.tolerance.covers(self.truth(asked), slip.value)
                yield Derived(self._rounded(slip.value)[-1], slip.cause, slip.cost, is_right)

    def _heard(self, asked: Asked, response: str, language: str) -> Feedback | None:
        """Return what is said to a wrong number that no author foresaw."""
        truth, working = self.truth(asked), working_of(self.working(asked))
        if any(self.tolerance.covers(truth, -number) for number in self.read(response)):
            turned = -working if isinstance(working, Expression) else None
            return Feedback(False, words_of(messages.SIGN_LOST), "sign_lost", lambda: turned)
        heard = self._hear(asked, response, language)
        return None if heard is None else Feedback(False, prose_of(heard.say), heard.mistake, lambda: heard.working)

    def _arithmetic(self, mistake: Mistake, asked: Asked, response: str, language: str) -> Working | None:
        """Return the arithmetic that leads to a mistake that an author foresaw: its readout's, or the only one."""
        readouts = asked.result.readouts if asked.result is not None else {}
        name = mistake.answer.name
        if name in readouts and readouts[name].working is not None and not mistake.answer.index:
            return readouts[name].working
        heard, wrong = self._hear(asked, response, language), self._number(mistake, asked)
        working = heard.working if heard is not None and heard.alone else None
        return working if isinstance(working, Expression) and _EXACT.covers(wrong, working.value) else None

    def _number(self, mistake: Mistake, asked: Asked) -> float:
        """Return the number to which a mistake leads."""
        return float(mistake.answer.of(asked))  # type: ignore[arg-type]

    def _is_made(self, mistake: Mistake, asked: Asked, given: tuple[float, ...], response: str) -> bool:
        """Return whether a number that can be meant is the one to which a mistake leads.

        A guess may be far off and right. That says nothing about what else is near: a number is that of a mistake
        only where the mistake's rounds to it.
        """
        wrong, decimals = self._number(mistake, asked), decimals_of(response)
        near = [number for number in given if self.tolerance.covers(wrong, number)]
        if not self.single_try or decimals is None:
            return bool(near)
        return any(Tolerance(0.5 * 10.0**-decimals / self._scale(one, response)).covers(wrong, one) for one in near)

    def _rounded_otherwise(self, truth: float, given: float, response: str) -> Text | None:
        """Return what to say where `given` is the answer, rounded less finely than asked or cut off; else None."""
        decimals, digits = decimals_of(response), digits_of(response)
        if decimals is None or decimals > 12 or not digits or (digits == 1 and not decimals):
            return None
        scale = self._scale(given, response)
        wanted = self.tolerance.words(percent=self.percent)
        if is_rounding_of(scale * given, scale * truth, decimals):
            places = Tolerance(0.5 * 10.0**-decimals / scale).rounding(percent=scale != 1)
            return messages.ROUNDED_TOO_FAR.filled(rounded=places, wanted=wanted) if places is not None else None
        if digits > 1 and is_cut_off(scale * given, scale * truth, decimals):
            return messages.CUT_OFF.filled(wanted=wanted)
        return None

    def _scale(self, given: float, response: str) -> int:
        """Return what a number was multiplied by as it was typed: 100 where that was in percent."""
        in_percent = normalised(response).endswith("%") or (self.percent and given not in read_numbers(response))
        return 100 if in_percent else 1

    def _read_back(self, given: float, asked: Asked, response: str, language: str) -> str:
        """Return a wrong number as it was typed; in percent where it was read so, which is not plain to see."""
        if self.percent:
            return f"{100 * given:g}%".replace("-", MINUS)
        return self.spell(asked, response, language)

    def right_response(self, asked: Asked) -> str:
        """Return the answer, rounded no further than the tolerance allows."""
        (scale, sign), truth = (100, "%") if self.percent else (1, ""), self.truth(asked)
        return written(scale * truth, scale * self.tolerance.width(truth)) + sign

    def spell(self, asked: Asked, response: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return the number as it was typed, with a true minus."""
        return normalised(response).replace("-", MINUS)

    def spell_answer(self, asked: Asked, language: str) -> str:
        """Return the answer as it reads in the lesson; in percent, as a learner would type it."""
        if self.percent:
            return self.spell(asked, self.right_response(asked), language)
        return fill(Live(self.answer.name, self.answer.index), asked.values, asked.result, language, lab=self.lab)

    def working(self, asked: Asked) -> Working | None:
        """Return the working of the readout."""
        if asked.result is None or self.answer.index:
            return None
        readout = asked.result.readouts.get(self.answer.name)
        return readout.working if readout is not None else None

    def guess(self, asked: Asked, response: str) -> Guess | None:
        """Return the number typed."""
        numbers = self.read(response)
        return Guess(str(self.answer), numbers[0], self.truth(asked)) if numbers else None

    def nudged(self, asked: Asked, typed: str, steps: int) -> str:
        """Return the number typed so far, moved on the axis it will stand on; the first press begins in its middle."""
        low, high = self._axis(asked)
        step = 10.0 ** math.floor(math.log10((high - low) / NUDGES * 2))
        scale = 100 if self.percent else 1
        numbers = self.read(typed)
        value = numbers[0] if numbers else (low + high) / 2
        value = round((round(value / step) + (steps if numbers else 0)) * step, 10)
        return written(value * scale, step * scale / 10) + ("%" if self.percent else "")

    def _axis(self, asked: Asked) -> tuple[float, float]:
        """Return the limits of the axis on which a drawing of the lab places the answer."""
        drawings = asked.result.drawings if asked.result is not None else ()
        for figure in (figure for drawing in drawings for figure in figures_in(drawing)):
            if (place := figure.places.get(str(self.answer))) is not None:
                axis = figure.y if place.axis == "y" else figure.x
                if axis.low is not None and axis.high is not None and axis.high > axis.low:
                    return axis.low, axis.high
        return 0.0, 1.0 if self.percent else 10.0

    def same_answer(self, one: Asked, other: Asked) -> bool:
        """Return whether the answer of one variant is right in another."""
        return self.tolerance.covers(self.truth(one), self.truth(other))

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

    # -- proof --------------------------------------------------------------------------------------------------------

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield that every spelling is taken, that no lucky guess is, and that the mistakes are told apart."""
        truth = self.truth(desk.asked)
        yield Right(tuple(self._spellings(desk.asked)))
        guesses = ("0%", "1%", "100%") if self.percent else ("0", "1")
        lucky = (text for text in guesses if all(abs(number - truth) >= 1e-9 for number in self.read(text)))
        yield Wrong(tuple(lucky), severe=not self.single_try)
        for mistake in self.mistakes:
            wrong = self._number(mistake, desk.asked)
            yield Meets(self._rounded(wrong), mistake.say, str(mistake.answer), mistake.answer.place)
            if not self.single_try and self.tolerance.covers(-truth, wrong) and not _EXACT.covers(-truth, wrong):
                which, name = desk.asked.variant_words, mistake.answer
                words = for_authors.SIGN_TURNED.filled(name=name, wrong=wrong, which=which)
                yield Note("mistake-unheard", words, mistake.answer.place)

    def _spellings(self, asked: Asked) -> Iterator[str]:
        """Yield the right number as learners write it."""
        right = self.right_response(asked)
        yield from (f"  {right} ", right.replace("-", MINUS), right.translate(_FULL_WIDTH), right.replace(".", ","))
        if right.lstrip("-").startswith("0."):
            yield right.replace("0.", ".", 1)
        truth = self.truth(asked)
        if self.percent:
            yield right.rstrip("%")
            yield f"{100 * truth!r} %"
        else:
            yield repr(truth)
            fraction = Fraction(truth).limit_denominator(1000)
            if abs(float(fraction) - truth) < 1e-12:
                yield f"{fraction.numerator}/{fraction.denominator}"

    def _rounded(self, number: float) -> tuple[str, ...]:
        """Return a wrong number as a learner would give it: in full, and rounded as the tolerance asks."""
        scale, sign = (100, "%") if self.percent else (1, "")
        texts = [repr(scale * number), written(scale * number, scale * self.tolerance.width(number))]
        decimals = self.tolerance.decimals(percent=self.percent)
        if decimals is not None:
            texts.append(f"{scale * number:.{decimals}f}")
        return tuple(text + sign for text in dict.fromkeys(texts))

    def told(self, asked: Asked, hint: str, prompt: str, language: str) -> str:
        """Return a number of the hint that is the answer, or arithmetic that comes to it."""
        return number_told(hint, prompt, language, self.truth(asked), self.tolerance, self.read)
