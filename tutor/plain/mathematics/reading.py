"""From the tree of a formula to the words of it: what belongs together, and where a sign is left out.

A language says how each thing is called and how the pieces of a row are joined.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Literal

from tutor.namedtuple import NamedTuple
from tutor.plain.mathematics.nodes import (
    CONNECTING,
    FUNCTIONS,
    LEAST_PAUSE,
    flat,
    is_named,
    is_negative_number,
    is_one,
    is_relation,
    is_sign,
    parted,
    plain_name,
    text_of,
    words,
)
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

PieceKind = Literal["operand", "numeral", "word", "sign", "prefix", "relation", "comma", "pause", "condition", "after"]
"""A prefix stands before what it is applied to: a minus, a sum, a derivative. An "after" belongs to what is before."""


class Piece(NamedTuple):
    """A part of a row, in words."""

    text: str
    kind: PieceKind


POSTFIXES = "′%²³!⁴⁵⁶⁷⁸⁹"
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*")


class Speech(ABC):
    """How mathematics is read in one language."""

    # -- words of the language ----------------------------------------------------------------------------------------

    times: str
    derives_after: bool = False
    """Whether what is derived is said before that it is."""

    @abstractmethod
    def join(self, pieces: Sequence[Piece]) -> str:
        """Return a row from its pieces."""

    @abstractmethod
    def symbol(self, text: str) -> str:
        """Return what a letter, a number or a sign is called."""

    @abstractmethod
    def sign(self, text: str) -> str:
        """Return what a sign between two operands is called."""

    @abstractmethod
    def negative(self, text: str) -> str:
        """Return what a sign before its only operand is called."""

    @abstractmethod
    def below_zero(self, text: str) -> str:
        """Return a negative number that stands in brackets, without them."""

    @abstractmethod
    def apply(self, name: str, argument: Row) -> str:
        """Return a function of something."""

    @abstractmethod
    def largest(self, name: str, arguments: Sequence[str]) -> str:
        """Return the largest ("max") or the smallest of some things."""

    @abstractmethod
    def logarithm(self, base: str) -> str:
        """Return the name of the logarithm to a base."""

    @abstractmethod
    def fraction(self, top: Row, bottom: Row) -> str:
        """Return a fraction."""

    @abstractmethod
    def derivative(self, of: str, by: str, *, partial: bool, is_long: bool = False) -> str:
        """Return the derivative of something; `is_long` says that it is more than one operand."""

    @abstractmethod
    def derive(self, by: str) -> str:
        """Return the words before what is derived."""

    @abstractmethod
    def total(self, command: str, index: str, start: str, end: str) -> str:
        """Return the words before what is summed up; each of the others may be ""."""

    @abstractmethod
    def fenced(self, left: str, inside: Row, right: str) -> str:
        """Return a row in brackets."""

    @abstractmethod
    def scripts(self, base: str, sub: str, sup: Row | None) -> str:
        """Return something with what stands below and above it."""

    @abstractmethod
    def root(self, inside: str, *, is_one: bool) -> str:
        """Return a square root."""

    @abstractmethod
    def accent(self, base: str, mark: str) -> str:
        """Return a letter with an accent."""

    @abstractmethod
    def cases(self, cases: Sequence[tuple[Row, Row]]) -> str:
        """Return values, each with the condition on which it is the one."""

    @abstractmethod
    def matrix(self, rows: Sequence[Sequence[str]]) -> str:
        """Return a matrix."""

    @abstractmethod
    def condition(self, row: Row) -> str:
        """Return a condition that stands behind a formula."""

    # -- reading a row ------------------------------------------------------------------------------------------------

    def row(self, row: Row) -> str:
        """Return a row in words."""
        return self.join(self.pieces(row))

    def meets(self, row: Row, following: str) -> tuple[str, str]:
        """Return a row in words, and the words that follow on it in a sentence, so that they fit together."""
        return self.row(row), following

    def pieces(self, row: Row) -> list[Piece]:
        """Return the parts of a row, with a times where two operands stand beside each other."""
        nodes = words(flat(row))
        pieces: list[Piece] = []
        at = 0
        while at < len(nodes):
            piece, used = self._piece(nodes, at, pieces[-1] if pieces else None)
            at += used
            if piece is None or (piece.kind == "pause" and pieces[-1].kind == "condition"):
                continue
            if pieces and self._multiplies(pieces[-1], piece):
                pieces.append(Piece(self.times, "sign"))
            pieces.append(piece)
        while pieces and pieces[-1].kind == "pause":
            pieces.pop()
        return pieces

    @staticmethod
    def _multiplies(before: Piece, piece: Piece) -> bool:
        """Return whether a sign is left out between two pieces."""
        if before.kind not in ("operand", "numeral", "word") or piece.kind not in (
            "operand",
            "numeral",
            "word",
            "prefix",
        ):
            return False
        if before.kind == piece.kind == "word":
            return False
        return not (before.kind == "numeral" and piece.kind == "operand" and len(piece.text.split()) == 1)

    def _piece(self, nodes: Sequence[Node], at: int, before: Piece | None) -> tuple[Piece | None, int]:
        """Return the piece that begins at a node, and how many nodes it takes."""
        node = nodes[at]
        following = nodes[at + 1] if at + 1 < len(nodes) else None
        name = self._function(node)
        if name and following is not None and not is_sign(following):
            if following == Atom("′", "ord") and at + 2 < len(nodes):
                primed = f"{name} {self.symbol('′')}"
                if isinstance(nodes[at + 2], Fenced):
                    return Piece(self._applied(primed, nodes[at + 2], ""), "operand"), 3
            elif isinstance(following, Fenced) and not self._repeats(node, following):
                return Piece(self._applied(name, following, plain_name(node)), "operand"), 2
            elif is_named(node) and not isinstance(following, Space):
                return Piece(self.apply(name, (following,)), "operand"), 2
        if isinstance(node, Fenced) and node.left == "(" and is_negative_number(node.row):
            # Squared, the brackets say what is; behind another minus, where the number begins.
            is_bare = following is not None and bool(text_of(following)) and text_of(following) in POSTFIXES
            if not is_bare and (before is None or before.kind != "prefix"):
                return Piece(self.below_zero(self.row(node.row)), "operand"), 1
        piece = self._single(node, before)
        if self.derives_after and isinstance(node, Fraction) and piece is not None and piece.kind == "prefix":
            return self._derived(nodes, at, piece, before)
        return piece, 1

    def _derived(self, nodes: Sequence[Node], at: int, prefix: Piece, before: Piece | None) -> tuple[Piece, int]:
        """Return what stands behind a d/dW, up to the next relation, with what is done to it."""
        derive = nodes[at]
        assert isinstance(derive, Fraction)
        end = next((place for place in range(at + 1, len(nodes)) if is_relation(nodes[place])), len(nodes))
        whole = self.pieces(tuple(nodes[at + 1 : end]))
        is_apart = before is None or before.kind in ("relation", "comma", "pause")
        if not whole or not (is_apart or (len(whole) == 1 and plain_name(nodes[at + 1]))):
            # Said behind a product, it would be heard as done to all of it.
            return prefix, 1
        by = self.row(tuple(flat(derive.bottom)[1:]))
        return Piece(self.derivative(self.join(whole), by, partial=False, is_long=len(whole) > 1), "operand"), end - at

    def _function(self, node: Node) -> str:
        """Return the name of a function that a node is; "" where it is none."""
        plain = plain_name(node)
        if plain not in FUNCTIONS and not is_named(node):
            return ""
        if isinstance(node, Scripts):
            return self._scripts(node) if is_named(node) else ""
        return self.symbol(plain)

    @staticmethod
    def _repeats(node: Node, fenced: Fenced) -> bool:
        """Return whether what is in the brackets is about the letter before them: h (1 − h) is a product."""
        return len(plain_name(node)) == 1 and any(plain_name(one) == plain_name(node) for one in flat(fenced.row))

    def _applied(self, name: str, fenced: Node, plain: str) -> str:
        assert isinstance(fenced, Fenced)
        parts = parted(flat(fenced.row))
        if plain in ("max", "min") and len(parts) > 1:
            return self.largest(plain, [self.row(part) for part in parts])
        return self.apply(name, fenced.row)

    def _single(self, node: Node, before: Piece | None) -> Piece | None:
        match node:
            case Space(width):
                return Piece("", "pause") if width >= LEAST_PAUSE and before is not None else None
            case Atom():
                return self._atom(node, before)
            case Fenced(left, right, row):
                if before is not None and before.kind == "pause" and any(is_relation(one) for one in row):
                    return Piece(self.condition(row), "condition")
                return Piece(self.fenced(left, row, right), "operand")
            case Fraction(top, bottom):
                return self._fraction(top, bottom)
            case Large(command):
                return Piece(self.total(command, "", "", ""), "prefix")
            case Scripts(Large(command), sub, sup):
                return Piece(self.total(command, *self._limits(sub), self.row(sup) if sup else ""), "prefix")
            case Scripts():
                return Piece(self._scripts(node), "operand")
            case Marked(_, row):
                kind: PieceKind = "numeral" if _TOKEN.fullmatch(self.row(row)) else "operand"
                return Piece(self.row(row), kind)
            case Root(row):
                return Piece(self.root(self.row(row), is_one=is_one(row)), "operand")
            case Accented(mark, row):
                return Piece(self.accent(self.row(row), mark), "operand")
            case Grid():
                return Piece(self._grid(node), "operand")
            case Group(row):
                return Piece(self.row(row), "operand")
        return None

    def _atom(self, atom: Atom, before: Piece | None) -> Piece:
        text = atom.text.strip()
        if atom.kind == "bin":
            is_first = before is None or before.kind in ("sign", "relation", "comma", "pause", "prefix")
            if is_first and text in "+−±":
                return Piece(self.negative(text), "prefix")
            return Piece(self.sign(text), "sign")
        if atom.kind == "rel":
            return Piece(text, "relation")
        if atom.kind == "punct":
            return Piece(text, "comma")
        if text and text in POSTFIXES:
            return Piece(self.symbol(text), "after")
        if text == "√":
            return Piece(self.symbol(text), "prefix")
        if text == "/":
            return Piece(self.sign(text), "sign")
        if text in CONNECTING:
            return Piece(self.symbol(text), "condition")
        if _TOKEN.fullmatch(text):
            return Piece(text, "numeral")
        return Piece(self.symbol(text), "word" if len(text) > 1 else "operand")

    def _fraction(self, top: Row, bottom: Row) -> Piece:
        above, below = flat(top), flat(bottom)
        for letter in ("∂", "d"):
            if not (above and below and text_of(above[0]) == letter == text_of(below[0]) and len(below) > 1):
                continue
            by = self.row(tuple(below[1:]))
            if len(above) == 1:
                return Piece(self.derive(by), "prefix")
            return Piece(self.derivative(self.row(tuple(above[1:])), by, partial=letter == "∂"), "operand")
        return Piece(self.fraction(top, bottom), "operand")

    def _limits(self, sub: Row | None) -> tuple[str, str]:
        """Return the index that a sum runs over and where it begins, from what stands below it."""
        nodes = flat(sub or ())
        at = next((place for place, node in enumerate(nodes) if text_of(node) == "="), None)
        if at is None:
            return self.row(tuple(nodes)) if nodes else "", ""
        return self.row(tuple(nodes[:at])), self.row(tuple(nodes[at + 1 :]))

    def _scripts(self, node: Scripts) -> str:
        if plain_name(node) == "log" and node.sub is not None and node.sup is None:
            return self.logarithm(self.row(node.sub))
        base = self.row((node.base,)) if not isinstance(node.base, Fenced) else self.fenced(
            node.base.left, node.base.row, node.base.right
        )  # fmt: skip
        return self.scripts(base, self._index(node.sub) if node.sub else "", node.sup)

    def _index(self, sub: Row) -> str:
        """Return what stands below a letter: the digits of "11" are two indices."""
        parts: list[str] = []
        for node in flat(sub):
            text = text_of(node)
            if text == ",":
                continue
            parts += list(text) if text.isdecimal() else [self.row((node,))]
        return " ".join(parts)

    def _grid(self, grid: Grid) -> str:
        if grid.environment == "cases":
            return self.cases([(row[0], row[1] if len(row) > 1 else ()) for row in grid.rows])
        if grid.environment.endswith("matrix") or grid.environment == "array":
            return self.matrix([[self.row(cell) for cell in row] for row in grid.rows])
        return "; ".join(self.row(tuple(node for cell in row for node in cell)) for row in grid.rows)
