"""The causes of wrong numbers, by the names under which the record keeps them."""

from __future__ import annotations

from enum import StrEnum

PREFIX = "slip:"
"""What stands before a cause in the record, where the name of an author's mistake may stand instead."""


class Cause(StrEnum):
    """Why a number is wrong."""

    SIGN = "sign"
    """a minus lost, or a sign turned"""
    LEFT_OUT = "left-out"
    """a term, a factor, a divisor, a square, a function"""
    OPERATION = "operation"
    """a sum for a product, a mean for a sum"""
    EXCHANGED = "exchanged"
    """two operands, a row and a column"""
    STOPPED = "stopped-early"
    """a number on the way"""
    TOO_FAR = "too-far"
    """one step more than was asked"""
    QUANTITY = "other-quantity"
    """another number of the same picture"""
    NEIGHBOUR = "neighbour"
    """what comes out at other values, or of the next row or column"""
    STEP = "step"
    """the value before the step, or after it"""
    LOGARITHM = "logarithm"
    """to another base"""
    SCALE = "scale"
    """a percent for its fraction, the point in another place"""
    ROUNDED = "rounded"
    """too early, or too far"""


def cause_of(mistake: str) -> Cause | None:
    """Return the cause that an attempt was recorded with; None where its mistake is an author's own, or none."""
    name = {"sign_lost": Cause.SIGN.value, "rounded": Cause.ROUNDED.value}.get(mistake, mistake.removeprefix(PREFIX))
    known = mistake.startswith(PREFIX) or name != mistake
    return Cause(name) if known and name in list(Cause) else None
