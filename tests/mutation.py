"""Faults to put into code: each operator finds the places in a syntax tree where one fits, and what would stand there.

A fault is an edit of a file's bytes in one place, so that everything else in it stays as it was written.
"""

from __future__ import annotations

import ast
import copy
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

Edit = tuple[int, int, str]
"""From which byte to which, and what comes there instead."""


@dataclass(frozen=True)
class Mutant:
    """One fault in one file."""

    path: str
    operator: str
    start: int
    end: int
    """in bytes"""
    text: str
    """what stands there instead"""

    def applied(self, source: bytes) -> bytes:
        """Return the file with the fault in it."""
        return source[: self.start] + self.text.encode() + source[self.end :]

    def differs(self, source: bytes) -> bool:
        """Return whether the faulty file can be compiled and says something else than before."""
        try:
            return ast.dump(ast.parse(self.applied(source))) != _dumped(source)
        except SyntaxError:
            return False

    def say(self, source: bytes) -> str:
        """Return where it is and what it does, on one line."""
        before = " ".join(source[self.start : self.end].decode().split())
        line = source.count(b"\n", 0, self.start) + 1
        return f"{self.path}:{line} {self.operator}: {before}  ->  {' '.join(self.text.split())}"


@cache
def _dumped(source: bytes) -> str:
    """Return what a file says, as it is without any fault."""
    return ast.dump(ast.parse(source))


class Code:
    """A file's bytes and tree, and what stands where in it."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self.tree = ast.parse(source)
        self._line = [0, 0, *(end.end() for end in re.finditer(b"\n", source))]
        labels = (label for node in ast.walk(self.tree) if isinstance(node, ast.Call) for label in labels_of(node))
        self.labels = sorted({node.value for node in labels if node.value})

    def span(self, node: Any) -> tuple[int, int]:
        """Return where a node begins and ends, in bytes."""
        return self._line[node.lineno] + node.col_offset, self._line[node.end_lineno] + node.end_col_offset

    def text(self, node: Any) -> str:
        """Return a node as it is written."""
        start, end = self.span(node)
        return self.source[start:end].decode()

    def replaced(self, node: Any, text: str) -> Edit:
        """Return the edit that writes `text` in place of a node."""
        return (*self.span(node), text)

    def exchanged(self, one: Any, other: Any) -> Edit:
        """Return the edit that exchanges two nodes, which stand one after the other."""
        one, other = sorted((one, other), key=self.span)
        (start, middle), (rest, end) = self.span(one), self.span(other)
        return start, end, self.text(other) + self.source[middle:rest].decode() + self.text(one)

    def between(self, left: Any, right: Any, old: str, new: str) -> Edit:
        """Return the edit that turns the sign between two operands."""
        start, end = self.span(left)[1], self.span(right)[0]
        return start, end, self.source[start:end].decode().replace(old, new, 1)


def name_of(node: ast.AST) -> str:
    """Return the name of what is called, without what it belongs to."""
    called = node.func if isinstance(node, ast.Call) else None
    return called.id if isinstance(called, ast.Name) else called.attr if isinstance(called, ast.Attribute) else ""


def keywords_of(node: ast.Call) -> dict[str, ast.expr]:
    """Return the named arguments of a call."""
    return {keyword.arg: keyword.value for keyword in node.keywords if keyword.arg}


def labels_of(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the single words that a figure is labelled with."""
    if not isinstance(node, ast.Call):
        return
    found = [value for name, value in keywords_of(node).items() if name in ("label", "title", "name")]
    if name_of(node) == "Axis":
        found += node.args[:1]
    elif name_of(node) in ("Line", "Points", "Mark"):
        found += node.args[3:4]
    for value in found:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value


# -- the operators ----------------------------------------------------------------------------------------------------

ACROSS = {"x": "y", "x0": "y0", "x1": "y1", "width": "height", "low": "high", "rows": "columns", "x_range": "y_range"}
ACROSS |= {there: here for here, there in ACROSS.items()}


def axes(code: Code, node: ast.AST) -> Iterator[Edit]:
    """x and y of a drawing exchanged, or of what is read from one."""
    if isinstance(node, ast.Call):
        named, arguments = keywords_of(node), node.args
        if name_of(node) in ("Line", "Points", "Mark", "Segments", "Axis") and len(arguments) > 2:
            place = 1 if name_of(node) == "Axis" else 0
            yield code.exchanged(arguments[place], arguments[place + 1])
        if name_of(node) == "Segments" and len(arguments) > 3:
            yield code.exchanged(arguments[2], arguments[3])
        if name_of(node) == "Heat" and len(arguments) > 2:
            yield code.exchanged(arguments[1], arguments[2])
            yield code.replaced(arguments[0], f"({code.text(arguments[0])})[::-1]")
            yield code.replaced(arguments[0], f"({code.text(arguments[0])}).T")
        if name_of(node) == "Figure" and {"x", "y"} <= named.keys():
            yield code.exchanged(named["x"], named["y"])
        if name_of(node) in ("Guide", "Place") and arguments:
            first = arguments[0]
            if isinstance(first, ast.Constant) and first.value in ("x", "y"):
                yield code.replaced(first, repr(ACROSS[str(first.value)]))
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
        across = ACROSS.get(node.attr, "")
        if across and f".{across}".encode() in code.source:
            yield code.replaced(node, f"{code.text(node.value)}.{across}")


def sign(code: Code, node: ast.AST) -> Iterator[Edit]:
    """A plus for a minus, or a minus left out."""
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add | ast.Sub):
        joined = (ast.JoinedStr, ast.List, ast.Tuple)
        if not any(isinstance(part, joined) or is_text(part) for part in (node.left, node.right)):
            old, new = ("+", "-") if isinstance(node.op, ast.Add) else ("-", "+")
            yield code.between(node.left, node.right, old, new)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield code.replaced(node, code.text(node.operand))


def arithmetic(code: Code, node: ast.AST) -> Iterator[Edit]:
    """Multiplied for divided, a power for a product."""
    turned = {ast.Mult: ("*", "/"), ast.Div: ("/", "*"), ast.Pow: ("**", "*"), ast.FloorDiv: ("//", "/")}
    if isinstance(node, ast.BinOp) and type(node.op) in turned and not is_text(node.left):
        yield code.between(node.left, node.right, *turned[type(node.op)])


def comparison(code: Code, node: ast.AST) -> Iterator[Edit]:
    """A comparison turned, or its limit taken in or left out."""
    turned: dict[type[ast.cmpop], list[tuple[str, str]]] = {
        ast.Lt: [("<", "<="), ("<", ">")],
        ast.LtE: [("<=", "<"), ("<=", ">=")],
        ast.Gt: [(">", ">="), (">", "<")],
        ast.GtE: [(">=", ">"), (">=", "<=")],
        ast.Eq: [("==", "!=")],
        ast.NotEq: [("!=", "==")],
        ast.Is: [("is", "is not")],
        ast.IsNot: [("is not", "is")],
        ast.In: [("in", "not in")],
        ast.NotIn: [("not in", "in")],
    }
    if isinstance(node, ast.Compare):
        for (left, right), operator in zip(pairwise((node.left, *node.comparators)), node.ops, strict=True):
            yield from (code.between(left, right, *words) for words in turned[type(operator)])


def constant(code: Code, node: ast.AST) -> Iterator[Edit]:
    """A number one more or a tenth larger, a truth value turned."""
    if isinstance(node, ast.Constant):
        if isinstance(node.value, bool):
            yield code.replaced(node, repr(not node.value))
        elif isinstance(node.value, int):
            yield code.replaced(node, repr(node.value + 1))
        elif isinstance(node.value, float):
            yield code.replaced(node, repr(round(node.value * 1.1, 12) or 0.1))


def label(code: Code, node: ast.AST) -> Iterator[Edit]:
    """A label exchanged for another of the file, or for that of the other language."""
    for found in labels_of(node):
        others = [other for other in code.labels if other != found.value]
        if others:
            place = sum(other < found.value for other in others) % len(others)
            yield code.replaced(found, repr(others[place]))
    if isinstance(node, ast.Call) and name_of(node) == "Text":
        named = keywords_of(node)
        if {"en", "ko"} == named.keys():
            yield code.exchanged(named["en"], named["ko"])


def role(code: Code, node: ast.AST) -> Iterator[Edit]:
    """A colour that stands for something else."""
    roles = ("GIVEN", "MODEL", "LOSS", "OTHER")
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "Role":
        yield code.replaced(node, f"Role.{roles[(roles.index(node.attr) + 1) % 4] if node.attr in roles else 'LOSS'}")


def words(code: Code, node: ast.AST) -> Iterator[Edit]:
    """Two numbers in a sentence or in a working exchanged."""
    if not isinstance(node, ast.JoinedStr):
        return
    holes = [place for place, part in enumerate(node.values) if isinstance(part, ast.FormattedValue)]
    for one, other in pairwise(holes):
        faulty: Any = copy.deepcopy(node)
        here, there = faulty.values[one], faulty.values[other]
        here.value, there.value = there.value, here.value
        try:
            yield code.replaced(node, ast.unparse(faulty))
        except ValueError:  # a backslash inside braces, which Python 3.11 cannot write
            continue


def readout(code: Code, node: ast.AST) -> Iterator[Edit]:
    """A readout off by a factor of two."""
    if isinstance(node, ast.Call) and name_of(node) == "Readout" and node.args:
        yield code.replaced(node.args[0], f"2 * ({code.text(node.args[0])})")


def branch(code: Code, node: ast.AST) -> Iterator[Edit]:
    """A branch dropped or always taken, a condition left out, a statement skipped."""
    if isinstance(node, ast.If | ast.IfExp) and code.text(node.test) != "TYPE_CHECKING":
        yield code.replaced(node.test, "False")
        yield code.replaced(node.test, "True")
    if isinstance(node, ast.BoolOp):
        yield code.replaced(node, f"({code.text(node.values[0])})")
    if isinstance(node, ast.comprehension):
        yield from (code.replaced(test, "True") for test in node.ifs)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield code.replaced(node, f"({code.text(node.operand)})")
    if isinstance(node, ast.AugAssign) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield code.replaced(node, "pass")


def is_text(node: ast.AST) -> bool:
    """Return whether a node is a piece of text."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


OPERATORS: Mapping[Callable[[Code, ast.AST], Iterator[Edit]], tuple[type[ast.AST], ...]] = {
    axes: (ast.Call, ast.Attribute),
    sign: (ast.BinOp, ast.UnaryOp),
    arithmetic: (ast.BinOp,),
    comparison: (ast.Compare,),
    constant: (ast.Constant,),
    label: (ast.Call,),
    role: (ast.Attribute,),
    words: (ast.JoinedStr,),
    readout: (ast.Call,),
    branch: (ast.If, ast.IfExp, ast.BoolOp, ast.comprehension, ast.UnaryOp, ast.AugAssign, ast.Expr),
}
"""And the nodes that each of them has something to do with: most have nothing to do with any."""


@cache
def operators_for(kind: type[ast.AST]) -> tuple[Callable[[Code, ast.AST], Iterator[Edit]], ...]:
    """Return the operators for nodes of a kind, in their order."""
    return tuple(operator for operator, kinds in OPERATORS.items() if issubclass(kind, kinds))


def places_in(node: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that learners meet: without annotations, what is raised, and what stands in a text's braces.

    Those have no place of their own before Python 3.12.
    """
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Raise):
            continue
        yield node
        if isinstance(node, ast.JoinedStr):
            continue
        inner: list[ast.AST] = []
        for field in node._fields:
            value = getattr(node, field, None)
            if field not in ("annotation", "returns"):
                found = value if isinstance(value, list) else (value,)
                inner.extend(child for child in found if isinstance(child, ast.AST))
        waiting.extend(reversed(inner))


def mutants_of(path: str, source: bytes) -> Iterator[Mutant]:
    """Yield every mutant of a file, in the order of its nodes."""
    code = Code(source)
    for node in places_in(code.tree):
        for operator in operators_for(type(node)):
            for start, end, text in operator(code, node):
                yield Mutant(path, operator.__name__, start, end, text)
