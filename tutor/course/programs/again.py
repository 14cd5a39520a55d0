"""An exercise asked again in a review: the solution with one blank, and in full once it is well known."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.fields import GAP
from tutor.course.programs.lines import SHORTEST, code_lines
from tutor.course.programs.reading import Spot, parse
from tutor.namedtuple import NamedTuple

WELL_KNOWN = 21.0
"""Days of stability from which on the whole program is written again."""

_PLAIN = (ast.Name, ast.Constant)
"""What computes nothing."""


class _Piece(NamedTuple):
    """A piece of a program: from a line and column to a line and column, lines from 1 and columns in bytes."""

    line: int
    column: int
    end_line: int
    end_column: int


def with_one_blank(exercise: Exercise, reviews: int, stability: float) -> str:
    """Return what the learner begins with in a review; "" where the whole program is to be written.

    Each time the next line has the blank: the same record always gives the same one.

    Args:
        reviews: how many times the question was graded before.
        stability: days until the chance of recalling it has fallen to 90%.
    """
    forms = forms_with_one_blank(exercise)
    if not forms or stability >= WELL_KNOWN:
        return ""
    return forms[max(reviews - 1, 0) % len(forms)]


def forms_with_one_blank(exercise: Exercise) -> tuple[str, ...]:
    """Return the solution with a blank for what a line computes: one form a line, those of the starter left out."""
    solution = exercise.solution
    tree = parse(solution)
    if isinstance(tree, Spot):
        return ()
    lines = solution.split("\n")
    known = {line.strip() for line in code_lines(exercise.starter)}
    return tuple(
        _without(solution, piece) for piece in sorted(set(_pieces(tree))) if lines[piece.line - 1].strip() not in known
    )


def piece_told(exercise: Exercise, text: str) -> str:
    """Return what fills one of the blanks and stands in a text, however it is spaced; "" for nothing."""
    squeezed = "".join(text.split())
    for form in forms_with_one_blank(exercise):
        before, _, after = form.partition(GAP)
        piece = exercise.solution[len(before) : len(exercise.solution) - len(after)]
        if len("".join(piece.split())) >= SHORTEST and "".join(piece.split()) in squeezed:
            return piece
    return ""


def _pieces(tree: ast.Module) -> Iterator[_Piece]:
    """Yield the pieces that can be blanked: whole right-hand sides, and what is asked or gone through."""
    for node in ast.walk(tree):
        computed: ast.expr | None = None
        match node:
            case ast.Assign() | ast.AugAssign() | ast.AnnAssign() | ast.Return() | ast.Expr():
                computed = node.value
            case ast.If() | ast.While():
                computed = node.test
            case ast.For():
                computed = node.iter
        if computed is not None and _computes(computed):
            assert computed.end_lineno is not None
            assert computed.end_col_offset is not None
            yield _Piece(computed.lineno, computed.col_offset, computed.end_lineno, computed.end_col_offset)


def _computes(value: ast.expr) -> bool:
    """Return whether a value is more than names and numbers: `error**2`, and not `dW, db` or `[]`."""
    if isinstance(value, ast.Tuple | ast.List):
        return any(_computes(one) for one in value.elts)
    return not isinstance(value, _PLAIN)


def _without(source: str, piece: _Piece) -> str:
    """Return a program with a blank for a piece of it. Python counts columns in bytes."""
    lines = [line.encode() for line in source.split("\n")]
    before, after = lines[piece.line - 1][: piece.column], lines[piece.end_line - 1][piece.end_column :]
    lines[piece.line - 1 : piece.end_line] = [before + GAP.encode() + after]
    return b"\n".join(lines).decode()
