"""How a slip is said: in the lesson's own names and numbers, and without the number that was asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tutor import working as tree
from tutor.course.live import prose_text
from tutor.course.questions import Asked
from tutor.course.slips import messages
from tutor.course.slips.slip import Claim, Common, Named, Piece, Slip
from tutor.course.slips.trees import base_of, is_leaf
from tutor.course.tolerance import Tolerance
from tutor.language import INTERFACE_LANGUAGES, MINUS, Localised, Text, particle, say
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, given
from tutor.written import arithmetic, number, with_names

LONGEST = 46
"""Characters of arithmetic that still read at a glance."""
LONGEST_NAME = 32
"""Of a readout's label, where it stands for the readout in a sentence."""
LONGEST_SYMBOL = 4
"""Characters of a name as it stands in a formula: "h211"."""
MOST_DECIMALS = 5

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


BARE = (
    messages.IN_PLACE,
    messages.IS_ON_THE_WAY,
    messages.IS_MINUS_ON_THE_WAY,
    messages.IS_ALONE,
    messages.DIVIDES_BY,
    messages.SLIPS_A_DIGIT,
    messages.GOES_ON_SLOPE,
    messages.GOES_ON_LN,
)
"""What says nothing without the numbers in it."""


class TooLongError(Exception):
    """A slip that cannot be said in a sentence."""


class Speaker(NamedTuple):
    """Says slips of one question."""

    asked: Asked
    answer: str
    """the readout that was asked for"""
    truths: tuple[float, ...]
    tolerance: Tolerance
    known: frozenset[float] = frozenset()
    """the numbers that stand in the question"""
    hides: bool = False
    """pieces are said without their numbers"""

    def sentence(self, typed: str, slips: Sequence[Slip]) -> Localised[str] | None:
        """Return what is said to a number as it was typed, of one slip or of two that are as likely.

        None where that would tell the answer, or is too long.
        """
        return self.sentence_of(Text(**dict.fromkeys(INTERFACE_LANGUAGES, typed)), slips)

    def sentence_of(self, subject: Text, slips: Sequence[Slip]) -> Localised[str] | None:
        """Return what is said of a subject, as `sentence` does."""
        for speaker in (self, self._replace(hides=True)):
            try:
                texts = {language: speaker._say(subject(language), slips, language) for language in INTERFACE_LANGUAGES}
                if any(f" {subject(language)}, " in text for language, text in texts.items()):
                    # "0 is 0, a number on the way"
                    return None
            except TooLongError:
                return None
            if not any(self._tells(text.removeprefix(subject(language))) for language, text in texts.items()):
                return Localised(texts)
        return None

    def _say(self, subject: str, slips: Sequence[Slip], language: str) -> str:
        said = [[self.claim(one, language) for one in slip.claims] for slip in slips]
        text = messages.SLIP_IS
        claims = [
            self._noun(slip.claims[0])(language, claim=claims[0]) for slip, claims in zip(slips, said, strict=True)
        ]
        if len(said) > 1 and claims[0] != claims[-1]:
            # Where numbers are alike, the same can be said of two slips.
            text = messages.SLIP_EITHER
        elif len(said[0]) > 1:
            text, claims = messages.SLIP_BOTH, said[0]
        topic = particle(subject, "은/는") if language == "ko" else ""
        return text(language, number=subject + topic, claim=claims[0], other=claims[-1])

    @staticmethod
    def _noun(one: Claim) -> Text:
        return messages.A_SHAPE if one.text in messages.OF_SHAPES else messages.A_VALUE

    def claim(self, one: Claim, language: str) -> str:
        """Return what is said of the number."""
        in_place = one.text in BARE
        words = {name: self._words(piece, language, bare=in_place) for name, piece in one.pieces}
        if in_place and words.get("wrong", "") == words.get("right"):
            raise TooLongError
        said = one.text(language, **words)
        return messages.IN_ONE_PLACE(language, claim=said) if one.once else said

    def _words(self, piece: Piece, language: str, *, bare: bool = False) -> str:
        if isinstance(piece, Text):
            return piece(language)
        if isinstance(piece, str):
            return piece
        if isinstance(piece, Named):
            return (
                self.name(piece.piece.name, language) if self._can_be_called(piece.piece.name) else _short(piece.piece)
            )
        if isinstance(piece, Common):
            return with_names(self._called(piece.piece, language)).replace("-", MINUS)
        if piece.name and self._can_be_called(piece.name):
            name = self.name(piece.name, language)
            return name if self.hides or (bare and piece.operands) else f"{name} = {_short(piece)}"
        if piece.operator is tree.NAMED:
            piece = piece.operands[0]
        if self.hides:
            if bare:
                raise TooLongError
            return messages.A_PIECE(language)
        text = arithmetic(exact(piece)).replace("-", MINUS)
        if len(text) > LONGEST:
            # With what it is made of worked out: 29 / 2.
            text = arithmetic(exact(_shallow(piece))).replace("-", MINUS)
        if len(text) > LONGEST:
            if bare:
                raise TooLongError
            return messages.A_PIECE(language)
        return text

    def _can_be_called(self, name: str) -> bool:
        """Return whether learners meet a name: of a parameter, with a label, or as short as in a formula."""
        result, lab = self.asked.result, self.asked.question.lab
        base, _ = _parts(name)
        has_label = result is not None and base in result.readouts and bool(result.readouts[base].label)
        return has_label or len(base) <= LONGEST_SYMBOL or (lab is not None and base in lab.parameters)

    def _called(self, piece: Expression, language: str) -> Expression:
        """Return a piece with its numbers named as they are called in every term."""
        if piece.name and self._can_be_called(piece.name):
            return given(piece.value, self.name(base_of(piece.name), language), piece.form)
        operands = tuple(self._called(operand, language) for operand in piece.operands)
        return Expression(piece.operator, operands, piece.value, "", piece.form)

    def name(self, name: str, language: str) -> str:
        """Return how the lesson calls a parameter or a readout: by a short label, or by its own name."""
        result, lab = self.asked.result, self.asked.question.lab
        base, index = _parts(name)
        label: Text | str = ""
        if result is not None and base in result.readouts:
            label = result.readouts[base].label
        elif lab is not None and base in lab.parameters:
            label = lab.parameters[base].label
        said = say(label, language)
        if not said or len(said) > LONGEST_NAME:
            # The data are a large X and Y only where the lesson shows them as arrays.
            is_shown = result is not None and base in result.readouts
            said = base if is_shown or base not in ("X", "Y") else base.lower()
        return f"{said}{index}"

    def _tells(self, text: str) -> bool:
        """Return whether a sentence holds the answer. A small whole number stands there for other reasons."""
        found = [float(one) for one in _NUMBER.findall(text)]
        for truth in self.truths:
            if (abs(truth) <= 10 and truth == round(truth)) or abs(truth) in self.known:
                continue
            width = min(self.tolerance.width(truth), 0.01 * abs(truth))
            if any(abs(abs(truth) - one) <= width for one in found):
                return True
        return False


def speaker_of(asked: Asked, answer: str, truths: tuple[float, ...], tolerance: Tolerance) -> Speaker:
    """Return who says the slips of a question as it is asked."""
    prompt = prose_text(asked.question.prompt.in_("en"), asked.values, asked.result, "en")
    known = frozenset(float(one) for one in _NUMBER.findall(prompt))
    return Speaker(asked, answer, truths, tolerance, known)


def _parts(name: str) -> tuple[str, str]:
    """Return a name and its index: "X[1]" -> "X", "[1]"."""
    base, bracket, index = name.partition("[")
    return base, bracket + index


def _places(value: float, form: int | str) -> int:
    """Return with how many decimals a number can be taken for what it is."""
    least = form if isinstance(form, int) else 2
    for places in range(min(least, 2), MOST_DECIMALS):
        if abs(round(value, places) - value) <= 0.0005 * abs(value):
            return places
    return MOST_DECIMALS


def _shallow(piece: Expression) -> Expression:
    """Return a piece with its operands worked out."""
    operands = tuple(given(one.value, one.name, one.form) for one in piece.operands)
    return Expression(piece.operator, operands, piece.value, "", piece.form) if operands else piece


def _short(piece: Expression) -> str:
    return number(piece.value, _places(piece.value, piece.form)).replace("-", MINUS)


def exact(piece: Expression) -> Expression:
    """Return a piece with its numbers written so that they can be taken for what they are."""
    form = _places(piece.value, piece.form)
    if is_leaf(piece) or piece.operator is tree.NAMED:
        return Expression(piece.operator, piece.operands, piece.value, piece.name, form)
    return Expression(piece.operator, tuple(map(exact, piece.operands)), piece.value, piece.name, form)
