"""Wrong programs made out of right ones, one change each: what a learner gives is compared with what they give.

Only their numbers matter, so a learner who wrote quite another program with the same slip is recognised as well.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, zip_longest

from tutor.course.programs.edits import axis_of, edits_of, kept, with_other_axis, without_axis
from tutor.course.programs.exercise import Exercise
from tutor.course.programs.reading import Function, Spot, arguments_of, function_in, parse
from tutor.namedtuple import NamedTuple
from tutor.syntax import parsed

MOST = 400
"""How many wrong programs are made of an exercise's right ones at most."""
MOST_RUN = 200
"""How many of them are run at most, and of an exercise that takes longer than others so many fewer: whoever asks for a
verdict waits for them."""
FEWEST_RUN = 30
MOST_TWICE = 50
"""How many are run that have a second slip as well."""

ORDER = (
    "sign",
    "mean_sum",
    "square_late",
    "late",
    "square",
    "absolute",
    "axis",
    "transposed",
    "swapped",
    "exchanged",
    "turned_pair",
    "left_out",
    "factor_two",
    "one_minus",
    "precedence",
    "part",
    "operation",
    "matrix",
    "function",
    "compared",
    "divisor",
    "skipped",
    "one_sample",
    "repeated",
    "extra",
)
"""The kinds of change, the one that is most likely meant first."""


class Mutant(NamedTuple):
    """A wrong program."""

    kind: str
    source: str


def mutants_of(exercise: Exercise) -> tuple[Mutant, ...]:
    """Return wrong programs of an exercise, each written differently from all others and from the right ones."""
    seen: set[str] = set()
    found: list[Mutant] = []
    for source in (exercise.solution, *exercise.also):
        tree = parse(source)
        if isinstance(tree, Spot) or any(isinstance(node, ast.While) for node in ast.walk(tree)):
            # A changed condition may never come true, and then the others would not be run either.
            continue
        seen.add(ast.unparse(tree))
        for mutant in _changed(tree, exercise):
            if len(found) == MOST:
                break
            if mutant.source not in seen:
                seen.add(mutant.source)
                found.append(mutant)
    return tuple(found)


def some_of(mutants: tuple[Mutant, ...], most: int) -> tuple[Mutant, ...]:
    """Return so many of the wrong programs at most, of every kind about as many."""
    by_kind: dict[str, list[Mutant]] = {kind: [] for kind in ORDER}
    for one in mutants:
        by_kind[one.kind].append(one)
    turns = zip_longest(*by_kind.values())
    chosen = {id(one) for one in islice((one for turn in turns for one in turn if one is not None), most)}
    return tuple(one for one in mutants if id(one) in chosen)


def _changed(tree: ast.Module, exercise: Exercise) -> Iterator[Mutant]:
    function = function_in(tree, exercise.function)
    if function is None:
        return
    names = (*arguments_of(function), *exercise.given)
    written = _Written(tree)
    for parent in list(ast.walk(tree)):
        for field, value in list(ast.iter_fields(parent)):
            for node in value if isinstance(value, list) else [value]:
                if isinstance(node, ast.expr):
                    for kind, other in edits_of(node, names):
                        if not (kind == "square" and _counts_rounds(parent)):
                            yield Mutant(kind, written.with_other(parent, field, node, other))
    for at, name in enumerate(names):
        for other_name in names[at + 1 :]:
            yield Mutant("exchanged", _with_names(tree, {name: other_name, other_name: name}))
    for change in (with_other_axis, lambda call: kept(with_other_axis(call)), without_axis):
        yield Mutant("axis", _with_axes(tree, change))
    for part in _parts(function):
        yield Mutant("part", _returning(tree, function, part))
    if exercise.drawn is not None and exercise.drawn.walks:
        yield Mutant("repeated", _twice(tree, exercise.function, arguments_of(function)))


def _counts_rounds(parent: ast.AST) -> bool:
    """Return whether this says how often a loop goes round: so many times as many rounds would take too long."""
    return isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id == "range"


class _Written:
    """A program as `ast.unparse` writes it, and which line of it each statement is that stands on one line."""

    def __init__(self, tree: ast.Module) -> None:
        self._tree, self._lines = tree, ast.unparse(tree).split("\n")
        self._line_of: dict[ast.AST, tuple[ast.stmt, int]] = {}
        again = parsed("\n".join(self._lines))
        for own, twin in zip(_statements(tree), _statements(again), strict=True):
            # Others hold statements, and a text by itself is written in another way at the head of a function.
            if isinstance(own, ast.Assign | ast.AugAssign | ast.Return) and twin.lineno == twin.end_lineno:
                self._line_of.update((node, (own, twin.lineno - 1)) for node in ast.walk(own))

    def with_other(self, parent: ast.AST, field: str, node: ast.expr, other: ast.expr) -> str:
        """Return the program with another expression in the place of one; the tree itself is left as it was."""
        value = getattr(parent, field)
        new = [other if one is node else one for one in value] if isinstance(value, list) else other
        if parent not in self._line_of:
            return _changed_in([(parent, field, new)], self._tree)
        statement, line = self._line_of[parent]
        was, lines = self._lines[line], [*self._lines]
        lines[line] = was[: len(was) - len(was.lstrip())] + _changed_in([(parent, field, new)], statement)
        return "\n".join(lines)


def _statements(tree: ast.Module) -> list[ast.stmt]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.stmt)]


def _with_names(tree: ast.Module, other: dict[str, str]) -> str:
    """Return the program with names read in each other's place; the tree itself is left as it was."""
    read = [node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)]
    return _changed_in([(node, "id", other[node.id]) for node in read if node.id in other], tree)


def _with_axes(tree: ast.Module, change: Callable[[ast.Call], ast.Call]) -> str:
    """Return the program with every call along an axis changed; the tree itself is left as it was."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and axis_of(node) is not None]
    return _changed_in([(call, "keywords", change(call).keywords) for call in calls], tree)


def _changed_in(changes: Sequence[tuple[ast.AST, str, object]], tree: ast.AST) -> str:
    """Return what is written with other values in fields of its nodes, which have their own again afterwards."""
    were = [(node, field, getattr(node, field)) for node, field, _ in changes]
    try:
        for node, field, value in changes:
            setattr(node, field, value)
        return ast.unparse(tree)
    finally:
        for node, field, value in were:
            setattr(node, field, value)


def _parts(function: Function) -> list[ast.expr]:
    """Return what the function works out on its way: its own values, and the parts of what it returns."""
    found: list[ast.expr] = []
    returned = [function.body] if isinstance(function, ast.Lambda) else []
    for statement in function.body if isinstance(function, ast.FunctionDef) else ():
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            found.append(ast.Name(statement.targets[0].id, ast.Load()))
        elif isinstance(statement, ast.Return) and statement.value is not None:
            returned.append(statement.value)
    for whole in returned:
        found.extend(one for one in ast.walk(whole) if isinstance(one, ast.BinOp | ast.Call) and one is not whole)
    return found


def _returning(tree: ast.Module, function: Function, part: ast.expr) -> str:
    """Return the program with something else returned at its end; the tree itself is left as it was."""
    last = function if isinstance(function, ast.Lambda) else function.body[-1]
    if isinstance(last, ast.Lambda):
        return _changed_in([(last, "body", part)], tree)
    return _changed_in([(last, "value", part)] if isinstance(last, ast.Return) else [], tree)


def _twice(tree: ast.Module, function: str, arguments: tuple[str, ...]) -> str:
    """Return the program with its function called again with what it gave."""
    rest = "".join(f", {name}" for name in arguments[1:])
    again = f"_once(_once({arguments[0]}{rest}){rest})"
    return f"{ast.unparse(tree)}\n_once = {function}\ndef {function}({', '.join(arguments)}):\n    return {again}\n"
