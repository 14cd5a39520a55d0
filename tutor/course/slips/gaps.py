"""The working of an answer with one gap in it, where the answer stands: what a learner fills in by doing the last step.

    2·1 + 1 = 3, 2·2 + 1 = 5, 2·3 + 1 = 7
    …
    29 / 3 = ___

Nothing has to be written for it: the working of a readout exposes what it is made of. A part of it is taken out in the
same way, to be asked by itself: that is a step smaller.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from tutor import working as tree
from tutor.course.slips.trees import Place, changed, is_leaf, plain
from tutor.course.slips.unfolding import joined
from tutor.course.tolerance import Tolerance
from tutor.course.typed import read_numbers
from tutor.language import MINUS
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Working, given, made
from tutor.written import MORE_PLACES, arithmetic, as_written, substituted, with_places

GAP = "___"
"""What stands where a number is to be filled in."""
PIECE = Tolerance(0.005, 0.005)
"""How near a part has to be: as it would be rounded to go on with."""


class Part(NamedTuple):
    """A part of a working that is asked by itself before the whole is gone on with."""

    asks: tuple[str, ...]
    """the working of the part, with a gap"""
    value: float
    told: str
    """the part, filled in"""
    then: tuple[str, ...]
    """the working of the whole from there on, with a gap"""

    def is_right(self, response: str) -> bool | None:
        """Return whether a response is the part's number; None where it is no number."""
        numbers = read_numbers(response)
        return any(PIECE.covers(self.value, number) for number in numbers) if numbers else None

    def is_below(self, response: str) -> bool:
        """Return whether the number of a response is too small."""
        return read_numbers(response)[0] < self.value


def gapped(working: Working | None, tolerance: Tolerance, known: frozenset[float] = frozenset()) -> tuple[str, ...]:
    """Return a working line by line, with a gap where the answer stands; () where it would tell the answer, or nothing.

    What already comes to the answer, but for its sign, is not worked out on a line before the last.

    Args:
        working: how the answer is worked out.
        tolerance: how near to the answer a number has to be. What is made of the numbers as they stand is as near.
        known: numbers that are given in the question, and so may stand there though one of them is the answer as well.
    """
    found = _written(working, tolerance, known)
    return () if found is None else (*found.before, f"{_unfinished(found.last)} {GAP}")


class _Written(NamedTuple):
    """A working, line by line."""

    before: tuple[str, ...]
    last: Expression
    """what is worked out on the last line, with what was worked out before as numbers"""


def _written(working: Working | None, tolerance: Tolerance, known: frozenset[float]) -> _Written | None:
    """Return the lines of a working; None where they would tell the answer, or nothing."""
    if working is None or isinstance(working, tuple):
        return None
    whole = plain(working)
    if whole.operator is tree.NAMED:
        whole = whole.operands[0]
    if whole.operator is tree.COUNT or not math.isfinite(whole.value) or _tells(whole, tolerance, known):
        return None
    for places in range(MORE_PLACES + 1):
        found = _lines(whole, tolerance, places)
        if found is not None:
            return found
    # The numbers on the way have more digits than can be read: all on one line it needs none of them.
    return _Written((), whole) if tolerance.covers(whole.value, as_written(whole)) else None


def _tells(whole: Expression, tolerance: Tolerance, known: frozenset[float]) -> bool:
    """Return whether the answer stands in a working as a number that was worked out elsewhere, or is all there is."""
    if is_leaf(whole):
        return True
    return any(
        tolerance.covers(abs(whole.value), abs(leaf.value))
        and not any(math.isclose(abs(leaf.value), abs(one), rel_tol=1e-9, abs_tol=1e-12) for one in known)
        and not (abs(leaf.value) <= 10 and leaf.value == round(leaf.value))
        for leaf in _leaves(whole)
    )


def _leaves(node: Expression) -> Iterator[Expression]:
    if is_leaf(node):
        yield node
    for operand in node.operands:
        yield from _leaves(operand)


def _lines(whole: Expression, tolerance: Tolerance, places: int) -> _Written | None:
    """Return the lines with so many places more; None where what stands in them does not come to the answer."""
    answer = whole.value
    levels: dict[int, list[Expression]] = {}

    def seen(node: Expression, *, within: bool) -> tuple[int, Expression]:
        """Return how high a piece stands, and what stands for it in the line above."""
        if is_leaf(node):
            return 0, given(node.value, "", with_places(node.form, places))
        if node.operator is tree.WHERE:
            left, right, above, below = node.operands
            branch = above if left.value > right.value else below
            if not is_leaf(branch):
                return seen(branch, within=within)
        if node.operator is tree.NAMED and not tolerance.covers(abs(answer), abs(node.value)):
            return 0, given(node.value, "", with_places(node.form, places))
        if node.operator is tree.NAMED:
            return seen(node.operands[0], within=within)
        below_it = [seen(operand, within=True) for operand in node.operands]
        height = max(level for level, _ in below_it)
        form = with_places(node.form, places)
        short = Expression(node.operator, tuple(one for _, one in below_it), node.value, "", form)
        is_short = height == 0 and node.operator in (tree.PRODUCT, tree.MINUS)
        if within and (is_short or tolerance.covers(abs(answer), abs(node.value))):
            return height, short
        if within:
            levels.setdefault(height + 1, []).append(short)
        return height + 1, given(node.value, "", form) if within else short

    _, last = seen(whole, within=False)
    before = tuple(joined(levels[level]) for level in sorted(levels))
    holds = tolerance.covers(answer, as_written(last)) and not any("≈" in line for line in before)
    return _Written(before, last) if holds else None


def _unfinished(node: Expression) -> str:
    """Return the last line up to its result."""
    if node.operator is tree.WHERE:
        text = substituted(node)
        return text[: text.rfind("=" if node.name else ":") + 1].replace("-", MINUS)
    return f"{arithmetic(node)} =".replace("-", MINUS)


def part_of(
    working: Working | None,
    yours: Working | None,
    tolerance: Tolerance,
    known: frozenset[float] = frozenset(),
    at: int | None = None,
) -> tuple[int, Part] | None:
    """Return a part of a working to be asked by itself, with its number among the parts; None where there is none.

    It is the first part that is not in `yours`, the learner's own arithmetic; where that is not known, the one `at`
    which they went wrong with other numbers; else the largest.
    """
    if working is None or isinstance(working, tuple):
        return None
    whole = plain(working)
    if whole.operator is tree.NAMED:
        whole = whole.operands[0]
    parts = list(_pieces(whole))
    order = [number for number, part in enumerate(parts) if not part.is_given]
    order.sort(key=lambda number: parts[number].piece.depth, reverse=True)
    own = {repr(node) for node in plain(yours).walk()} if isinstance(yours, Expression) else set()
    differing = [number for number, part in enumerate(parts) if own and repr(part.piece) not in own]
    wanted = [*differing, *([at] if at is not None and at < len(parts) else []), *order]
    for number in wanted:
        part = parts[number]
        value = part.piece.value
        if not math.isfinite(value) or tolerance.covers(abs(whole.value), abs(value)):
            continue
        of_part, then = _written(part.piece, PIECE, known), gapped(part.rest, tolerance, known | {abs(value)})
        if of_part is not None and then:
            asks = (*of_part.before, f"{_unfinished(of_part.last)} {GAP}")
            return number, Part(asks, value, substituted(of_part.last).replace("-", MINUS), then)
    return None


class _Piece(NamedTuple):
    """A part that can be asked by itself."""

    piece: Expression
    rest: Expression
    """the whole with the part worked out"""
    is_given: bool
    """whether it lies in what has a name of its own, and so is often given in the question"""


def _pieces(whole: Expression) -> Iterator[_Piece]:
    """Yield the parts that can be asked by themselves, what is worked out first first."""
    yield from _pieces_in(whole, whole, (), is_given=False)
    if whole.operator in (tree.SUM, tree.PRODUCT) and len(whole.operands) > 2:
        some = made(whole.operator, whole.operands[:-1], "", whole.form)
        rest = made(whole.operator, (given(some.value, "", whole.form), whole.operands[-1]), "", whole.form)
        yield _Piece(some, rest, is_given=False)


def _pieces_in(whole: Expression, node: Expression, place: Place, *, is_given: bool) -> Iterator[_Piece]:
    if is_leaf(node) or node.operator is tree.WHERE:
        return
    for at, operand in enumerate(node.operands):
        within = is_given or node.operator is tree.NAMED
        yield from _pieces_in(whole, operand, (*place, at), is_given=within)
    if place and node.operator not in (tree.MINUS, tree.NAMED):
        yield _Piece(node, changed(whole, {place: given(node.value, "", node.form)}), is_given)
