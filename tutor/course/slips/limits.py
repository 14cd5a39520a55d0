"""What the answer has to be like, where nothing is heard in a wrong number: recomputed from its working, never guessed.

It says no more than that: in which range every such number lies, its sign, its size, that it is whole, that its digits
are right.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from tutor import working as tree
from tutor.course.slips import messages
from tutor.course.slips.trees import inside, is_leaf, is_sigmoid
from tutor.course.tolerance import Tolerance
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.working import Expression

FARTHEST_POINT = 6
"""Places by which a decimal point is looked for."""
FEWEST_DIGITS = 2
"""Significant digits from which on it is no accident that they are the answer's."""
FAR = 10.0
"""How many times the answer a number is that is of another size."""
NEAR = 0.05
"""The share of the answer by which a number that is near is off at most."""
_SLACK = 1e-9


class Limit(NamedTuple):
    """What the answer has to be like, and the number is not."""

    words: Text
    says_where: bool = True
    """whether it says to which side of the number the answer lies"""


class WrongNumber(NamedTuple):
    """A wrong number, as it is held to the answer."""

    value: float
    digits: int
    """significant digits with which it is written"""
    truth: float
    tolerance: Tolerance


def limit_of(wrong: WrongNumber, working: Expression | None) -> Limit | None:
    """Return the first thing that the answer has to be and the number is not; None where nothing is known.

    Args:
        wrong: the number.
        working: how the answer is worked out, without what only says how it is written.
    """
    if not (math.isfinite(wrong.value) and math.isfinite(wrong.truth)):
        return None
    root = None if working is None else _inmost(working)
    found = None if root is None else _out_of_range(wrong.value, root)
    if found is None:
        found = _other_point(wrong) or (None if root is None else _outside_the_mean(wrong.value, root))
    if found is not None:
        return Limit(found)
    if wrong.value * wrong.truth < 0 and abs(wrong.truth) > wrong.tolerance.width(wrong.truth):
        return Limit(messages.IS_NEGATIVE if wrong.truth < 0 else messages.IS_POSITIVE)
    if root is not None and _is_whole(root) and not wrong.value.is_integer():
        return Limit(messages.IS_WHOLE, says_where=False)
    if root is not None and (terms := _terms(root)) and _is_beyond(wrong, terms):
        return Limit(messages.FARTHER_THAN_A_TERM.filled(count=len(terms)), says_where=False)
    return _of_another_size(wrong)


def _of_another_size(wrong: WrongNumber) -> Limit | None:
    """Return what to say of a number that is far larger or smaller than the answer, or near it."""
    if wrong.value * wrong.truth <= 0:
        return None
    share = wrong.value / wrong.truth
    if share > FAR:
        return Limit(messages.TEN_TIMES, says_where=wrong.truth > 0)
    if share < 1 / FAR:
        return Limit(messages.A_TENTH, says_where=wrong.truth > 0)
    return Limit(messages.IS_NEAR, says_where=False) if abs(share - 1) < NEAR else None


def _inmost(node: Expression) -> Expression:
    """Return what a named piece is made of, and what that is made of where it is named as well."""
    while node.operator is tree.NAMED:
        node = inside(node)
    return node


def _out_of_range(value: float, root: Expression) -> Text | None:
    """Return what kind of number never is what this one is."""
    if (is_sigmoid(root) or _is_share(root)) and not 0 <= value <= 1:
        return messages.SIGMOID_IS_BETWEEN if is_sigmoid(root) else messages.SHARE_IS_BETWEEN
    if value >= 0:
        return None
    kinds: tuple[tuple[Callable[[Expression], bool], Text], ...] = (
        (_is_square, messages.SQUARES_ARE_NOT_NEGATIVE),
        (_is_size, messages.SIZES_ARE_NOT_NEGATIVE),
        (_is_power_of_e, messages.POWERS_ARE_POSITIVE),
        (_is_above_zero, messages.MAX_IS_NOT_NEGATIVE),
    )
    return next((text for is_of_kind, text in kinds if _is_made_of(root, is_of_kind)), None)


def _is_share(node: Expression) -> bool:
    """Return whether a piece is one power of e over a sum of such powers with itself among them: softmax."""
    if node.operator is not tree.QUOTIENT:
        return False
    above, below = map(_inmost, node.operands)
    parts = [_inmost(one) for one in below.operands] if below.operator is tree.SUM else []
    return (
        above.operator is tree.EXP
        and all(part.operator is tree.EXP for part in parts)
        and any(part.value == above.value for part in parts)
    )


def _is_square(node: Expression) -> bool:
    return node.operator is tree.POWER and is_leaf(node.operands[1]) and node.operands[1].value % 2 == 0


def _is_size(node: Expression) -> bool:
    return node.operator is tree.SIZE


def _is_power_of_e(node: Expression) -> bool:
    return node.operator is tree.EXP


def _is_above_zero(node: Expression) -> bool:
    return node.operator is tree.MAX and any(is_leaf(one) and not one.name and one.value == 0 for one in node.operands)


def _is_made_of(node: Expression, is_of_kind: Callable[[Expression], bool]) -> bool:
    """Return whether a piece is of a kind, or a sum of such pieces, or one over or times a positive number."""
    node = _inmost(node)
    if is_of_kind(node):
        return True
    if node.operator is tree.SUM:
        return all(_is_made_of(one, is_of_kind) for one in node.operands)
    if node.operator is tree.QUOTIENT:
        above, below = node.operands
        return is_leaf(below) and below.value > 0 and _is_made_of(above, is_of_kind)
    return False


def _is_whole(node: Expression) -> bool:
    """Return whether a piece is whole numbers added, subtracted, multiplied and counted."""
    node = _inmost(node)
    if is_leaf(node):
        return node.value.is_integer()
    if node.operator is tree.COUNT:
        return True
    kinds = (tree.SUM, tree.DIFFERENCE, tree.PRODUCT, tree.MINUS, tree.SIZE, tree.MAX)
    return node.operator in kinds and all(map(_is_whole, node.operands))


def _terms(root: Expression) -> tuple[Expression, ...]:
    return root.operands if root.operator is tree.SUM and len(root.operands) > 1 else ()


def _outside_the_mean(value: float, root: Expression) -> Text | None:
    """Return what to say of a number that is above or below all that it should be the mean of."""
    if root.operator is not tree.QUOTIENT:
        return None
    terms, count = _terms(_inmost(root.operands[0])), root.operands[1]
    if not terms or count.value != len(terms):
        return None
    values = [term.value for term in terms]
    if value > max(values) + _SLACK:
        return messages.MEAN_IS_BELOW
    return messages.MEAN_IS_ABOVE if value < min(values) - _SLACK else None


def _other_point(wrong: WrongNumber) -> Text | None:
    """Return what to say of a number whose digits are right, and not its decimal point."""
    if wrong.digits < FEWEST_DIGITS or wrong.value == 0:
        return None
    for places in range(1, FARTHEST_POINT + 1):
        for moved in (wrong.value * 10.0**places, wrong.value / 10.0**places):
            near = Tolerance(0.5 * 10.0 ** (math.floor(math.log10(abs(moved))) - wrong.digits + 1))
            if near.covers(moved, wrong.truth) and wrong.tolerance.covers(wrong.truth, moved):
                return messages.OTHER_POINT
    return None


def _is_beyond(wrong: WrongNumber, terms: tuple[Expression, ...]) -> bool:
    """Return whether no term left out, doubled or turned in its sign makes up for how far off a number is."""
    most = 2 * max(abs(term.value) for term in terms)
    return math.isfinite(most) and abs(wrong.value - wrong.truth) > most + wrong.tolerance.width(wrong.truth) + _SLACK
