"""What the fields of an exercise hold: programs, pieces of them, sets of data, and what is drawn along what."""

from __future__ import annotations

import keyword
import math
from typing import Any

from tutor.course.fields import Reader
from tutor.course.finding import Place
from tutor.course.messages import programs as messages
from tutor.course.programs.exercise import Drawn
from tutor.course.yaml import Fields, Items, Node, Scalar
from tutor.namedtuple import NamedTuple
from tutor.program import LONGEST_SOURCE

GAP = "___"
"""What a learner fills in."""

MOST_VALUES = 2_000
"""Numbers under one name of a set of data: people write them."""

DEEPEST = 4
"""Rows inside rows."""
_LARGEST_WHOLE = 2**53
"""Up to here every whole number is a float as well."""

Numbers = Any
"""A number, a truth value, or rows of them as nested tuples of one length at each depth."""


class Listing(NamedTuple):
    """A program as it stands in a file."""

    text: str
    node: Scalar

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.node.place

    def at(self, line: int, column: int = 1) -> Place:
        """Return the place of a line and column (both from 1) of the text; its beginning where it is no block."""
        source = self.node.source
        lines = self.text.split("\n")
        if source.text[self.node.start : self.node.start + 1] != "|" or not 1 <= line <= len(lines):
            return self.place
        start = source.line_start(self.place.line + line)
        end = source.text.find("\n", start)
        written = source.text[start : end if end >= 0 else len(source.text)]
        indent = len(written.rstrip()) - len(lines[line - 1].rstrip())
        return Place(source.file, self.place.line + line, max(indent, 0) + max(column, 1))


class Program(NamedTuple):
    """A program, in a block of its own: `|`, and its lines below."""

    def read(self, node: Node, reader: Reader) -> Listing | None:
        """Return the program; its columns are kept, and blank lines around it are not."""
        if not isinstance(node, Scalar) or not isinstance(node.value, str) or not node.text.strip():
            reader.wrong(node, messages.A_PROGRAM)
            return None
        if node.source.text[node.start : node.start + 1] == ">" and len(node.text.strip().splitlines()) > 1:
            reader.findings.error(node.place, "wrong-value", messages.LINES_JOINED)
            return None
        if len(node.text) > LONGEST_SOURCE:
            reader.findings.error(
                node.place, "too-large", messages.LARGE_PROGRAM, most=LONGEST_SOURCE, count=len(node.text)
            )
            return None
        return Listing("\n".join(line.rstrip() for line in node.text.rstrip().split("\n")) + "\n", node)


class Piece(NamedTuple):
    """A piece of a program, as it stands there; it can be empty in quotes."""

    def read(self, node: Node, reader: Reader) -> Listing | None:
        """Return the piece, blanks and all."""
        if not isinstance(node, Scalar) or len(node.text) > LONGEST_SOURCE:
            reader.wrong(node, messages.A_PIECE)
            return None
        return Listing(node.text, node)


class DataSet(NamedTuple):
    """Data as it stands in a file."""

    values: dict[str, Numbers]
    node: Fields


class Data(NamedTuple):
    """A map from names to numbers, or to rows of them."""

    def read(self, node: Node, reader: Reader) -> DataSet | None:
        """Return the values by name."""
        if not isinstance(node, Fields) or not node.entries:
            reader.wrong(node, messages.A_DATA_SET)
            return None
        values = {name: read_numbers(value, reader) for name, value in node.entries.items()}
        return DataSet(values, node) if None not in values.values() else None


class Draws(NamedTuple):
    """What the function computes, and the one or two arguments along which it is drawn: `{cost: W}`."""

    def read(self, node: Node, reader: Reader) -> tuple[Drawn, Fields] | None:
        """Return what is drawn, and the map for its places."""
        entries = list(node.entries.items()) if isinstance(node, Fields) else []
        value = entries[0][1] if len(entries) == 1 else None
        along = value.items if isinstance(value, Items) else (value,)
        names = tuple(one.text.strip() for one in along if isinstance(one, Scalar) and is_name(one.text.strip()))
        if not (isinstance(node, Fields) and value is not None and len(names) == len(along) and 1 <= len(along) <= 2):
            reader.wrong(node, messages.A_DRAWING)
            return None
        return Drawn(entries[0][0], names), node


def is_name(text: str) -> bool:
    """Return whether a program can have something of this name."""
    return text.isidentifier() and not keyword.iskeyword(text)


def read_numbers(node: Node, reader: Reader) -> Numbers | None:
    """Return a number, a truth value or nested tuples of them; None with a finding."""
    left = [MOST_VALUES]
    found = _numbers(node, reader, left, 0)
    if found is not None and left[0] < 0:
        reader.findings.error(node.place, "too-large", messages.MANY_NUMBERS, most=MOST_VALUES)
        return None
    if found is not None and _shape(found) is None:
        reader.findings.error(node.place, "wrong-value", messages.ROWS_DIFFER)
        return None
    return found


def _numbers(node: Node, reader: Reader, left: list[int], depth: int) -> Numbers | None:
    """Return what `read_numbers` does, whatever the lengths of the rows; `left` counts the numbers down."""
    if isinstance(node, Items) and node.items and depth < DEEPEST:
        read = [_numbers(item, reader, left, depth + 1) for item in node.items]
        return tuple(read) if all(one is not None for one in read) else None
    left[0] -= 1
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, bool):
        return value
    if isinstance(value, int) and abs(value) <= _LARGEST_WHOLE:
        return value
    if isinstance(value, float) and math.isfinite(value):
        return value
    reader.wrong(node, messages.FINITE_OR_ROWS if isinstance(node, Scalar) else messages.ONE_NUMBER)
    return None


def _shape(values: Numbers) -> tuple[int, ...] | None:
    """Return how long rows are at each depth; None where they differ."""
    if not isinstance(values, tuple):
        return ()
    shapes = {_shape(value) for value in values}
    inner = shapes.pop()
    return (len(values), *inner) if not shapes and inner is not None else None
