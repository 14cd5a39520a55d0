"""How far the symbols of a formula stand apart: TeX's rules, in cells."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tutor.render.prose.symbols import Kind
from tutor.render.prose.tex import (
    Accented,
    Atom,
    Fenced,
    Fraction,
    Grid,
    Group,
    Large,
    Marked,
    Node,
    Root,
    Row,
    Scripts,
    Space,
)

Class = Kind | Literal["sign", "inner", "fence", "space", "mark"]
"""An atom's kind, and besides: "sign" a minus or plus in front of a term, "inner" a fraction, a sum, a matrix,
"fence" a pair of brackets, "mark" a live value."""


def spaced(row: Row) -> Iterator[tuple[Node, int, Class]]:
    """Yield each node with the cells of space before it and its class."""
    classes = classes_of(row)
    before: tuple[Node, Class] | None = None
    for node, kind in zip(row, classes, strict=True):
        yield node, _gap(*before, node, kind) if before else 0, kind
        before = node, kind


def classes_of(row: Row) -> list[Class]:
    """Return the class of each node: a + or - that joins nothing on one side is a sign."""
    classes = [_class(node) for node in row]
    for at, kind in enumerate(classes):
        if kind != "bin":
            continue
        left = classes[at - 1] if at else None
        right = classes[at + 1] if at + 1 < len(classes) else None
        if left in (None, "bin", "sign", "rel", "open", "punct", "word") or right in (None, "rel", "close", "punct"):
            classes[at] = "sign"
    return classes


def _class(node: Node) -> Class:
    match node:
        case Atom(_, kind):
            return kind
        case Scripts(base):
            return _class(base)
        case Space():
            return "space"
        case Fraction() | Large() | Grid():
            return "inner"
        case Fenced():
            return "fence"
        case Marked():
            return "mark"
        case Group() | Root() | Accented():
            return "ord"


def _gap(left_node: Node, left: Class, right_node: Node, right: Class) -> int:
    if "space" in (left, right) or left == "open" or right in ("close", "punct"):
        return 0
    if "rel" in (left, right) or "bin" in (left, right) or left == "punct":
        return 1
    if left == "sign":
        return int(right == "inner" and not isinstance(right_node, Grid))
    if left == "word" or right == "word":
        return int(right not in ("open", "fence"))
    if left == "inner":
        # The limits of a sum must not run into what stands below the bar beside it.
        return 2 if isinstance(left_node, Fraction) and _has_limits(right_node) else 1
    if right == "inner":
        return 1
    if "mark" in (left, right):
        return int(right not in ("fence", "open"))
    if right in ("fence", "open"):
        return 0
    return int((_wordy(left_node) and _starts(right_node)) or (_wordy(right_node) and _ends(left_node)))


def _has_limits(node: Node) -> bool:
    return isinstance(node, Scripts) and isinstance(node.base, Large)


def _base(node: Node) -> Node:
    return _base(node.base) if isinstance(node, Scripts) else node


def _wordy(node: Node) -> bool:
    """Return whether it is a word of several letters, which must not run into its neighbour."""
    base = _base(node)
    return isinstance(base, Atom) and len(base.text) > 1 and base.text[0].isalpha() and base.text == base.text.strip()


def _starts(node: Node) -> bool:
    base = _base(node)
    if isinstance(base, Group):
        return bool(base.row) and _starts(base.row[0])
    return not isinstance(base, Atom) or base.text[:1].isalnum()


def _ends(node: Node) -> bool:
    base = _base(node)
    # ∂cost and Δcost belong together.
    return (
        isinstance(node, Scripts) or not isinstance(base, Atom) or (base.text[-1:].isalnum() and base.text not in "dΔ")
    )
