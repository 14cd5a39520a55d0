"""How surely a number comes of a slip: plainly said is only what it can hardly come of otherwise."""

from __future__ import annotations

from tutor.course.slips import messages
from tutor.course.slips.slip import Piece, Slip
from tutor.language import INTERFACE_LANGUAGES, Localised
from tutor.working import Expression

PER_DIGIT = 3.0
"""What each digit is worth that was typed: short numbers come of many oversights, and of none."""
PLAINLY = 7.0
"""A slip whose cost, less what the digits are worth, is more, is only said to be possible."""
SAYS_LITTLE = 11.0
"""A number of the lab whose cost, less what the digits are worth, is more, is met everywhere by chance."""
IN_ONE = 8.0
"""What it costs more that the same is done right in the other terms: who knows it there knows it here."""


def is_plain(slip: Slip, cost: float, digits: int) -> bool:
    """Return whether a slip can be said as it is of a number that was typed with so many digits.

    What a number is (a number on the way, a percent) can always be: it is so, however the number came about.
    """
    if all(one.text in messages.FACTS for one in slip.claims):
        return True
    return cost - PER_DIGIT * digits + IN_ONE * _is_in_one(slip) <= PLAINLY


def says_little(slip: Slip, digits: int) -> bool:
    """Return whether another number of the lab is as good as any: "2 is what comes out with entries = 11"."""
    return slip.claims[0].text in messages.CHANCES and slip.cost - PER_DIGIT * digits > SAYS_LITTLE


def _is_in_one(slip: Slip) -> bool:
    """Return whether it is so in one place of several that are alike, or in one entry of an array."""
    return any(one.once or any("[" in _name(piece) for _, piece in one.pieces) for one in slip.claims)


def _name(piece: Piece) -> str:
    """Return the name of a piece of a working that stands for itself; "" for any other."""
    return piece.name if isinstance(piece, Expression) else ""


def perhaps(sentence: Localised[str]) -> Localised[str]:
    """Return a sentence as something that may be so, where a number is as easily had in other ways."""
    return Localised(
        {language: messages.PERHAPS(language, sentence=sentence.in_(language)) for language in INTERFACE_LANGUAGES}
    )
