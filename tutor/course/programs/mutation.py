"""Wrong programs made out of right ones, one change each: what a learner gives is compared with what they give.

Only their numbers matter, so a learner who wrote quite another program with the same slip is recognised as well.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from itertools import islice, zip_longest
from typing import NamedTuple

from tutor.course.programs.edits import axis_of, edits_of, kept, with_other_axis, without_axis
from tutor.course.programs.exercise import Exercise
from tutor.course.programs.reading import Function, Spot, arguments_of, function_in, parse

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
    for parent in list(ast.walk(tree)):
        for field, value in list(ast.iter_fields(parent)):
            for node in value if isinstance(value, list) else [value]:
                if isinstance(node, ast.expr):
                    for kind, other in edits_of(node, names):
                        if not (kind == "square" and _counts_rounds(parent)):
                            yield Mutant(kind, _replaced(tree, parent, field, node, other))
    for at, name in enumerate(names):
        for other_name in names[at + 1 :]:
            yield Mutant("exchanged", _with_names(tree, {name: other_name, other_name: name}))
    for change in (with_other_axis, lambda call: kept(with_other_axis(call)), without_axis):
        yield Mutant("axis", _with_axes(tree, change))
    for part in _parts(function):
        yield Mutant("part", _returning(tree, exercise.function, part))
    if exercise.drawn is not None and exercise.drawn.walks:
        yield Mutant("repeated", _twice(tree, exercise.function, arguments_of(function)))


def _counts_rounds(parent: ast.AST) -> bool:
    """Return whether this says how often a loop goes round: so many times as many rounds would take too long."""
    return isinstance(parent, ast.Call) and isinstance(parent.func, ast.Name) and parent.func.id == "range"


def _replaced(tree: ast.Module, parent: ast.AST, field: str, node: ast.expr, other: ast.expr) -> str:
    """Return the program with another expression in the place of one; the tree itself is left as it was."""
    value = getattr(parent, field)
    setattr(parent, field, [other if one is node else one for one in value] if isinstance(value, list) else other)
    try:
        return ast.unparse(tree)
    finally:
        setattr(parent, field, value)


def _with_names(tree: ast.Module, other: dict[str, str]) -> str:
    """Return the program with names read in each other's place."""
    twin = copy.deepcopy(tree)
    for node in ast.walk(twin):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            node.id = other.get(node.id, node.id)
    return ast.unparse(twin)


def _with_axes(tree: ast.Module, change: Callable[[ast.Call], ast.Call]) -> str:
    """Return the program with every call along an axis changed."""
    twin = copy.deepcopy(tree)
    for node in ast.walk(twin):
        if isinstance(node, ast.Call) and axis_of(node) is not None:
            node.keywords = change(node).keywords
    return ast.unparse(twin)


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


def _returning(tree: ast.Module, name: str, part: ast.expr) -> str:
    """Return the program with something else returned at its end."""
    twin = copy.deepcopy(tree)
    function = function_in(twin, name)
    if isinstance(function, ast.Lambda):
        function.body = part
    elif function is not None and isinstance(function.body[-1], ast.Return):
        function.body[-1].value = part
    return ast.unparse(twin)


def _twice(tree: ast.Module, function: str, arguments: tuple[str, ...]) -> str:
    """Return the program with its function called again with what it gave."""
    rest = "".join(f", {name}" for name in arguments[1:])
    again = f"_once(_once({arguments[0]}{rest}){rest})"
    return f"{ast.unparse(tree)}\n_once = {function}\ndef {function}({', '.join(arguments)}):\n    return {again}\n"
