"""How a working is written as Python: lines of NumPy that a learner can run, by the names that its numbers have.

A sum over samples, which is written out term by term on paper, becomes one expression on arrays:
`((W*X[0] - Y[0])**2 + …) / 3` is written `((W * X - Y)**2).mean()`.
"""

from __future__ import annotations

import keyword
import math
import re
from collections.abc import Sequence
from enum import IntEnum
from typing import Any

import numpy as np

from tutor import working as tree
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Working

LEAST_TERMS = 3
"""Terms of a sum from which on it is written with arrays."""
MOST_NUMBERS = 48
"""Numbers of an array that is still written out."""
_ENTRY = re.compile(r"(\w+)\[(\d+)\]")
_DIGITS = 14
"""Digits of a number: the others are dust, or it is none that anybody has typed and has all that a float has."""
_DIGITS_OF_MANY = 10
"""Digits of each number of an array, which fills a line soon enough."""
_DUST = 4e-16


class UncodedError(Exception):
    """There is no short program for this."""


class Assigned(NamedTuple):
    """What a program gives a name to."""

    name: str
    code: str
    is_data: bool
    """it is a number or an array, and nothing is worked out"""


class _Binds(IntEnum):
    """How tightly Python holds a piece of code together."""

    TEST = 0
    SUM = 1
    PRODUCT = 2
    MINUS = 3
    POWER = 4
    ALONE = 5


class _Piece(NamedTuple):
    text: str
    binds: _Binds

    def inside(self, loosest: _Binds) -> str:
        """Return the text, in brackets if it holds together less tightly than `loosest`."""
        return self.text if self.binds >= loosest else f"({self.text})"


class Coder:
    """Writes workings as Python, and takes note of the names that are needed for that, in their order."""

    def __init__(self, own: str = "") -> None:
        """Make it; `own` is the name of what is to be worked out, which stands for nothing else."""
        self._own = own
        self._assigned: dict[str, Assigned] = {}
        self._entries: dict[str, dict[int, float]] = {}
        self._rounds = False

    @property
    def assigned(self) -> tuple[Assigned, ...]:
        """The names that were needed so far."""
        return tuple(self._assigned.values())

    def code(self, working: Working) -> str:
        """Return the expression that gives the working's value.

        Raises:
            UncodedError: it rests on a function that has no code here.
        """
        whole = working if isinstance(working, tuple) else (working,)
        nodes = [node for one in whole for node in one.walk()]
        # A number that lies on a threshold does so only once the dust of floats is rounded away.
        self._rounds = any(node.operator is tree.WHERE for node in nodes)
        for node in nodes:
            if match := _ENTRY.fullmatch(node.name):
                self._entries.setdefault(match[1], {})[int(match[2])] = node.value
        if isinstance(working, tuple):
            return f"np.array([{', '.join(self._write(one).text for one in working)}])"
        return self._write(_without_own_name(working)).text

    def assign(self, name: str, code: str, *, is_data: bool) -> bool:
        """Give a name to something, and return whether it has the name now: each name stands for one thing."""
        if not is_name(name) or name == self._own:
            return False
        return self._assigned.setdefault(name, Assigned(name, code, is_data)).code == code

    def _write(self, node: Expression) -> _Piece:
        operator, operands = node.operator, node.operands
        if operator is _ARRAY:
            return _Piece(node.name, _Binds.ALONE)
        if operator is tree.NUMBER:
            return self._number(node)
        if operator is tree.NAMED:
            return self._named(node)
        if operator is tree.TIDY and self._rounds:
            return _Piece(f"round({self._write(operands[0]).text}, {tree.DUST})", _Binds.ALONE)
        if operator.work is tree.same or operator is tree.TIDY:
            return self._write(operands[0])
        if operator is tree.SUM:
            of_arrays = self._of_arrays(operands)
            return _Piece(f"{of_arrays}.sum()", _Binds.ALONE) if of_arrays else self._sum(operands)
        if operator is tree.QUOTIENT and (mean := self._mean(*operands)) is not None:
            return mean
        pieces = [self._write(operand) for operand in operands]
        if operator is tree.DIFFERENCE:
            return _Piece(f"{pieces[0].inside(_Binds.SUM)} - {pieces[1].inside(_Binds.PRODUCT)}", _Binds.SUM)
        if operator is tree.PRODUCT:
            first, *rest = pieces
            factors = [first.inside(_Binds.PRODUCT), *(piece.inside(_Binds.MINUS) for piece in rest)]
            return _Piece(" * ".join(factors), _Binds.PRODUCT)
        if operator is tree.QUOTIENT:
            return _Piece(f"{pieces[0].inside(_Binds.PRODUCT)} / {pieces[1].inside(_Binds.MINUS)}", _Binds.PRODUCT)
        if operator is tree.POWER:
            return _Piece(f"{pieces[0].inside(_Binds.ALONE)}**{pieces[1].inside(_Binds.MINUS)}", _Binds.POWER)
        if operator is tree.MINUS:
            return _Piece(f"-{pieces[0].inside(_Binds.POWER)}", _Binds.MINUS)
        if operator is tree.WHERE:
            left, right, above, below = (piece.inside(_Binds.SUM) for piece in pieces)
            return _Piece(f"{above} if {left} > {right} else {below}", _Binds.TEST)
        if operator is tree.COUNT:
            return _Piece(f"len([{', '.join(piece.text for piece in pieces)}])", _Binds.ALONE)
        if operator in _FUNCTIONS:
            return _Piece(f"{_FUNCTIONS[operator]}({', '.join(piece.text for piece in pieces)})", _Binds.ALONE)
        raise UncodedError(operator.name)

    def _number(self, node: Expression) -> _Piece:
        if match := _ENTRY.fullmatch(node.name):
            entries = self._entries.get(match[1], {})
            if self._has_array(match[1], len(entries)):
                return _Piece(node.name, _Binds.ALONE)
        text = literal(node.value)
        if self.assign(node.name, text, is_data=True):
            return _Piece(node.name, _Binds.ALONE)
        return _Piece(text, _Binds.MINUS if text.startswith("-") else _Binds.ALONE)

    def _named(self, node: Expression) -> _Piece:
        is_data = node.operands[0].operator is tree.NUMBER
        try:
            inner = self._write(node.operands[0])
        except UncodedError:
            if not is_name(node.name):
                raise
            inner, is_data = _Piece(literal(node.value), _Binds.MINUS), True
        if inner.text == node.name or not self.assign(node.name, inner.text, is_data=is_data):
            return inner
        return _Piece(node.name, _Binds.ALONE)

    def _sum(self, operands: Sequence[Expression]) -> _Piece:
        text = self._write(operands[0]).inside(_Binds.SUM)
        for operand in operands[1:]:
            piece = self._write(operand)
            if piece.binds is _Binds.MINUS and piece.text.startswith("-"):
                text += f" - {piece.text[1:]}"
            else:
                text += f" + {piece.inside(_Binds.PRODUCT)}"
        return _Piece(text, _Binds.SUM)

    # -- arrays -------------------------------------------------------------------------------------------------------

    def _mean(self, above: Expression, below: Expression) -> _Piece | None:
        """Return a sum over its number of terms as a mean; None where it is none."""
        sign, terms = "", _bare(above)
        if terms.operator is tree.MINUS:
            sign, terms = "-", _bare(terms.operands[0])
        if terms.operator is not tree.SUM or _bare(below).operator is not tree.NUMBER:
            return None
        if below.value != len(terms.operands):
            return None
        of_arrays = self._of_arrays(terms.operands)
        if of_arrays is None:
            return None
        return _Piece(f"{sign}{of_arrays}.mean()", _Binds.MINUS if sign else _Binds.ALONE)

    def _of_arrays(self, terms: Sequence[Expression]) -> str | None:
        """Return terms that differ only in which entry of some arrays they take, as one expression; None for others."""
        if len(terms) < LEAST_TERMS:
            return None
        one = self._unified(terms)
        if one is None or not any(node.operator is _ARRAY for node in one.walk()):
            return None
        return self._write(one).inside(_Binds.ALONE)

    def _unified(self, nodes: Sequence[Expression]) -> Expression | None:
        nodes = [_bare(node) for node in nodes]
        first = nodes[0]
        if len({(node.operator, len(node.operands)) for node in nodes}) > 1 or first.operator in _OF_ONE_NUMBER:
            return None
        matches = [_ENTRY.fullmatch(node.name) for node in nodes]
        entries = [(match[1], int(match[2])) for match in matches if match]
        name = entries[0][0] if entries else ""
        if name and entries == [(name, place) for place in range(len(nodes))]:
            return Expression(_ARRAY, (), first.value, name) if self._has_array(name, len(nodes)) else None
        if first.operator in (tree.NUMBER, tree.NAMED):
            return first if len({(node.value, node.name) for node in nodes}) == 1 else None
        operands = [self._unified([node.operands[place] for node in nodes]) for place in range(len(first.operands))]
        found = tuple(operand for operand in operands if operand is not None)
        return Expression(first.operator, found, first.value) if len(found) == len(operands) else None

    def _has_array(self, name: str, length: int) -> bool:
        """Give the array of all entries of this name that occur its name."""
        entries = self._entries.get(name, {})
        if sorted(entries) != list(range(length)):
            return False
        return self.assign(name, literal([entries[place] for place in range(length)]), is_data=True)


_ARRAY = tree.Operator("array", tree.same)
"""Stands for the entries of an array, one a term."""
_OF_ONE_NUMBER = frozenset({tree.MAX, tree.WHERE, tree.COUNT})
"""What is written otherwise for arrays."""
_FUNCTIONS = {
    tree.EXP: "np.exp",
    tree.LN: "np.log",
    tree.LN_OF: "np.log",
    tree.SIZE: "abs",
    tree.MAX: "max",
}


def is_name(name: str) -> bool:
    """Return whether Python takes this as a name."""
    return name.isidentifier() and name.isascii() and not keyword.iskeyword(name) and name not in ("np", "math")


def literal(value: Any) -> str:
    """Return a number, a truth value, a word or an array as it is typed.

    Raises:
        UncodedError: it is none of those, or too long to be typed.
    """
    if isinstance(value, str | bool | np.bool_):
        return repr(bool(value)) if not isinstance(value, str) else repr(value).replace("'", '"')
    try:
        array = np.asarray(value)
    except ValueError as error:  # rows of several lengths
        raise UncodedError(repr(type(value))) from error
    if array.dtype.kind not in "iuf" or array.size > MOST_NUMBERS or not np.isfinite(array).all():
        raise UncodedError(repr(type(value)))
    if array.ndim == 0:
        return _number(float(array), _DIGITS)
    return f"np.array({_listed(array)})"


def _listed(array: Any) -> str:
    entries = [_number(float(one), _DIGITS_OF_MANY) if array.ndim == 1 else _listed(one) for one in array]
    return f"[{', '.join(entries)}]"


def _number(value: float, digits: int) -> str:
    if value.is_integer() and abs(value) < 10**digits:
        return str(int(value))
    short = f"{value:.{digits}g}"
    is_exact = digits < _DIGITS or math.isclose(float(short), value, rel_tol=_DUST)
    return short if is_exact else repr(value)


def _bare(node: Expression) -> Expression:
    """Return a node without what only says how its number is written."""
    while node.operands and (
        (node.operator.work is tree.same and node.operator is not tree.NAMED)
        or (node.operator is tree.NAMED and not node.name)
    ):
        node = node.operands[0]
    return node


def _without_own_name(node: Expression) -> Expression:
    """Return a readout's working, which has the readout's name, as what it is made of."""
    while node.operator is tree.NAMED:
        node = node.operands[0]
    return node
