"""Finding one's way in a working: its pieces by their place, those of one role, the tree with some of them changed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from tutor import working as tree
from tutor.working import Expression, made

Place = tuple[int, ...]
"""the way to a piece: of which operand's which operand"""

MOST_PIECES = 300
"""Pieces of a working in which slips are looked for."""
MOST_PARTS = 1
"""How many named parts a piece may lie in: what lies deeper was worked out in another question, or is given."""

_INDEX = re.compile(r"\[[\d, ]+\]$|\d+$")


def plain(node: Expression) -> Expression:
    """Return a working without what only says how it is written, but for the names of its parts."""
    operator = node.operator
    if operator is tree.NAMED and node.name and node.operands[0].operands:
        return Expression(tree.NAMED, (plain(node.operands[0]),), node.value, node.name, node.form)
    if operator is tree.TIDY or operator.work is tree.same:
        inner = plain(node.operands[0])
        named = node.name and not inner.name and operator not in (tree.TITLED, tree.FORMULA)
        if named and not inner.operands:
            return Expression(inner.operator, inner.operands, inner.value, node.name, node.form)
        return inner
    return Expression(operator, tuple(map(plain, node.operands)), node.value, node.name, node.form)


def inside(node: Expression) -> Expression:
    """Return what a named part is made of; any other piece as it is."""
    return node.operands[0] if node.operator is tree.NAMED else node


def near_pieces(node: Expression) -> list[tuple[Place, Expression]]:
    """Return the pieces in which slips are looked for: of the whole, and of the named parts that it is made of."""
    return [*itertools.islice(_near(node, (), 0), MOST_PIECES)]


def _near(node: Expression, place: Place, parts: int) -> Iterator[tuple[Place, Expression]]:
    yield place, node
    parts += node.operator is tree.NAMED and bool(place)
    if parts <= MOST_PARTS:
        for at, operand in enumerate(node.operands):
            yield from _near(operand, (*place, at), parts)


def named_above(node: Expression, place: Place) -> int:
    """Return how many named parts a piece lies in, not counting the whole: those can be given in the question."""
    count = 0
    for depth, at in enumerate(place):
        count += depth > 0 and node.operator is tree.NAMED
        node = node.operands[at]
    return count


def changed(node: Expression, by_place: Mapping[Place, Expression]) -> Expression:
    """Return the tree with other pieces at some places, worked out anew."""
    if () in by_place:
        return by_place[()]
    if not by_place:
        return node
    below: dict[int, dict[Place, Expression]] = {}
    for place, new in by_place.items():
        below.setdefault(place[0], {})[place[1:]] = new
    operands = tuple(changed(operand, below.get(at, {})) for at, operand in enumerate(node.operands))
    return made(node.operator, operands, node.name, node.form)


def base_of(name: str) -> str:
    """Return a name without its index: "X[1]" -> "X", "w21" -> "w"."""
    return _INDEX.sub("", name) or name


def role(node: Expression) -> str:
    """Return what pieces have in common that do the same in different terms: "·(w,x)" for w1·x1 and w2·x2."""
    if node.name:
        return base_of(node.name)
    if not node.operands:
        return "#"
    return f"{node.operator.name}({','.join(map(role, node.operands))})"


def is_leaf(node: Expression) -> bool:
    """Return whether a piece is a number that is not worked out here."""
    return not node.operands


def is_sigmoid(node: Expression) -> bool:
    """Return whether a piece is written 1 / (1 + exp(-z))."""
    if node.operator is not tree.QUOTIENT:
        return False
    above, below = node.operands
    return (
        above.value == 1
        and is_leaf(above)
        and below.operator is tree.SUM
        and len(below.operands) == 2
        and below.operands[0].value == 1
        and below.operands[1].operator is tree.EXP
    )


def sigmoid_of(node: Expression) -> Expression:
    """Return the z of a piece that `is_sigmoid`."""
    power = node.operands[1].operands[1].operands[0]
    return power.operands[0] if power.operator is tree.MINUS else -power
