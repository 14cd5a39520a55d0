"""Two workings beside each other, line by line: the learner's own arithmetic to their own number, and the right one."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from tutor import working as tree
from tutor.course.slips.trees import is_leaf, plain
from tutor.language import MINUS
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Working, given
from tutor.written import substituted

MOST_ON_A_LINE = 4
"""Pieces of one kind that are worked out on one line; of more, the first ones stand for all."""


class Line(NamedTuple):
    """One line of both workings."""

    yours: str
    right: str
    """"" where one of them has come to its end"""
    differs: bool = False
    """whether it is the first that is not the same in both"""


def side_by_side(yours: Working, right: Working) -> tuple[Line, ...]:
    """Return two workings line by line, from what is worked out first to the number."""
    mine, other = _plain(yours), _plain(right)
    opened = _differing(mine, other)
    left, beside = _lines(mine, opened), _lines(other, opened)
    pairs = list(itertools.zip_longest(left, beside, fillvalue=""))
    first = next((at for at, (one, two) in enumerate(pairs) if one != two), len(pairs) - 1)
    return tuple(Line(one, two, at == first) for at, (one, two) in enumerate(pairs))


def _plain(working: Working) -> tuple[Expression, ...]:
    return tuple(map(plain, working)) if isinstance(working, tuple) else (plain(working),)


def _differing(mine: tuple[Expression, ...], other: tuple[Expression, ...]) -> frozenset[str]:
    """Return the names of the parts that are not worked out alike: those are opened."""
    parts: dict[str, str] = {}
    for entry in other:
        parts |= {node.name: repr(node) for node in entry.walk() if node.operator is tree.NAMED}
    return frozenset(
        node.name
        for entry in mine
        for node in entry.walk()
        if node.operator is tree.NAMED and parts.get(node.name, repr(node)) != repr(node)
    )


def _lines(working: tuple[Expression, ...], opened: frozenset[str]) -> list[str]:
    """Return what is worked out on each line."""
    if len(working) > 1:
        return [_written(entry) for entry in working]
    whole = working[0]
    if whole.operator is tree.NAMED:
        whole = whole.operands[0]
    levels: dict[int, list[Expression]] = {}
    for level, node in _levels(whole, opened):
        levels.setdefault(level, []).append(node)
    return [joined(levels[level]) for level in sorted(levels)] or [_written(whole)]


def joined(pieces: Sequence[Expression]) -> str:
    """Return what is worked out on one line: each piece once, with its number."""
    texts = list(dict.fromkeys(map(_written, pieces)))
    more = ["…"] if len(texts) > MOST_ON_A_LINE else []
    return ", ".join([*texts[:MOST_ON_A_LINE], *more])


def _levels(node: Expression, opened: frozenset[str]) -> Iterator[tuple[int, Expression]]:
    """Yield each piece that is worked out on a line of its own, as short as it is there, with how many come before."""

    def seen(node: Expression, *, within: bool) -> tuple[int, Expression]:
        """Return how high a piece stands, and what stands for it in the line above."""
        if is_leaf(node) or (node.operator is tree.NAMED and node.name not in opened):
            return 0, given(node.value, node.name, node.form)
        if node.operator is tree.NAMED:
            level, short = seen(node.operands[0], within=False)
            return level, short
        below = [seen(operand, within=True) for operand in node.operands]
        height = max(level for level, _ in below)
        short = Expression(node.operator, tuple(one for _, one in below), node.value, "", node.form)
        if within and height == 0 and node.operator in (tree.PRODUCT, tree.MINUS):
            return 0, short
        found.append((height + 1, short))
        return height + 1, given(node.value, "", node.form)

    found: list[tuple[int, Expression]] = []
    seen(node, within=False)
    yield from found


def _written(node: Expression) -> str:
    return substituted(node).replace("-", MINUS)
