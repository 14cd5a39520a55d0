"""Wrong programs made out of right ones, one change each: what a learner gives is compared with what they give.

Only their numbers matter, so a learner who wrote quite another program with the same slip is recognised as well.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.reading import Function, Spot, arguments_of, function_in, parse

MOST = 400
"""How many wrong programs an exercise has at most."""

ORDER = (
    "sign", "mean_sum", "square_late", "late", "square", "absolute", "axis", "transposed", "swapped", "exchanged",
    "left_out", "one_minus", "precedence", "part", "operation", "matrix", "function", "compared", "skipped",
    "one_sample", "repeated",
)  # fmt: skip
"""The kinds of change, the one that is most likely meant first."""

_TURNED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_OTHER: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Mult,),
    ast.Sub: (ast.Mult, ast.Div),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult, ast.Sub),
    ast.MatMult: (ast.Add,),
}
_SIDES: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Gt: ast.Lt, ast.GtE: ast.Lt, ast.Lt: ast.Gt, ast.LtE: ast.Gt}
_FUNCTIONS = {
    "log": ("log10", "log2", "log1p", "exp"), "exp": ("log", "exp2", "expm1"), "std": ("var",), "var": ("std",),
    "max": ("min", "mean", "sum"), "min": ("max", "mean"), "maximum": ("minimum",), "minimum": ("maximum",),
    "tanh": ("sin", "arctan"), "sqrt": ("square",), "square": ("sqrt",), "argmax": ("argmin",), "argmin": ("argmax",),
    "sum": ("max", "prod"), "mean": ("median", "max"),
}  # fmt: skip
_GATHERING = ("mean", "sum", "average")

Edit = tuple[str, Callable[[ast.expr], ast.expr]]
"""The kind of a change, and the change."""


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
        if isinstance(tree, Spot):
            continue
        seen.add(ast.unparse(tree))
        for mutant in _changes(tree, exercise):
            if mutant.source not in seen and len(found) < MOST:
                seen.add(mutant.source)
                found.append(mutant)
    return tuple(found)


def _changes(tree: ast.Module, exercise: Exercise) -> Iterator[Mutant]:
    function = function_in(tree, exercise.function)
    if function is None:
        return
    names = (*arguments_of(function), *exercise.given)
    nodes = list(ast.walk(tree))
    for at, node in enumerate(nodes):
        if isinstance(node, ast.expr):
            for kind, change in _edits(node, names):
                yield Mutant(kind, _replaced(tree, at, change))
    yield from _whole(tree, exercise, function, names)


def _replaced(tree: ast.Module, at: int, change: Callable[[ast.expr], ast.expr]) -> str:
    """Return the program with its expression number `at` changed."""
    twin = copy.deepcopy(tree)
    target = list(ast.walk(twin))[at]
    assert isinstance(target, ast.expr)
    other = change(copy.deepcopy(target))
    for parent in ast.walk(twin):
        for field, value in ast.iter_fields(parent):
            if value is target:
                setattr(parent, field, other)
            elif isinstance(value, list):
                setattr(parent, field, [other if one is target else one for one in value])
    return ast.unparse(ast.fix_missing_locations(twin))


def _edits(node: ast.expr, names: tuple[str, ...]) -> Iterator[Edit]:
    match node:
        case ast.BinOp():
            yield from _of_operation(node)
        case ast.UnaryOp(op=ast.USub()):
            yield "sign", lambda one: one.operand  # type: ignore[attr-defined]
            if isinstance(node.operand, ast.BinOp):
                yield "precedence", _minus_inside
        case ast.Compare(ops=[op]) if type(op) in _SIDES:
            yield "compared", lambda one: ast.Compare(one.left, [_SIDES[type(op)]()], one.comparators)  # type: ignore[attr-defined]
        case ast.Call():
            yield from _of_call(node)
        case ast.Attribute(value=inner, attr="T"):
            yield "transposed", lambda one: inner
        case ast.Name(id=name, ctx=ast.Load()) if name in names:
            for other in names:
                if other != name:
                    yield "exchanged", lambda one, other=other: ast.Name(other, ast.Load())  # type: ignore[misc]
            yield "square", lambda one: ast.BinOp(one, ast.Pow(), ast.Constant(2))
            yield "transposed", lambda one: ast.Attribute(one, "T", ast.Load())
            yield "one_minus", lambda one: ast.BinOp(ast.Constant(1), ast.Sub(), one)


def _of_operation(node: ast.BinOp) -> Iterator[Edit]:
    operator = type(node.op)
    if operator in _TURNED:
        yield "sign", lambda one: ast.BinOp(one.left, _TURNED[operator](), one.right)  # type: ignore[attr-defined]
    if operator is ast.Pow:
        yield "square", lambda one: one.left  # type: ignore[attr-defined]
        yield "square", lambda one: ast.BinOp(one.left, ast.Mult(), one.right)  # type: ignore[attr-defined]
        yield "absolute", lambda one: _called("abs", one.left)  # type: ignore[attr-defined]
    else:
        yield "left_out", lambda one: one.left  # type: ignore[attr-defined]
        yield "left_out", lambda one: one.right  # type: ignore[attr-defined]
        if operator is ast.Sub:
            yield "left_out", lambda one: ast.UnaryOp(ast.USub(), one.right)  # type: ignore[attr-defined]
    if operator in (ast.Sub, ast.Div, ast.MatMult):
        yield "swapped", lambda one: ast.BinOp(one.right, one.op, one.left)  # type: ignore[attr-defined]
    if operator is ast.MatMult:
        yield "matrix", lambda one: ast.BinOp(one.left, ast.Mult(), one.right)  # type: ignore[attr-defined]
    for other in _OTHER.get(operator, ()):
        yield "operation", lambda one, other=other: ast.BinOp(one.left, other(), one.right)  # type: ignore[misc]
    yield from _rebracketed(node)


def _rebracketed(node: ast.BinOp) -> Iterator[Edit]:
    """Yield the same operations in the same order, with a pair of brackets at another place."""
    if isinstance(node.left, ast.BinOp):
        first, second = node.left, node
        inner = ast.BinOp(first.right, second.op, second.right)
        yield "precedence", lambda one: ast.BinOp(first.left, first.op, inner)
    if isinstance(node.right, ast.BinOp):
        outer, last = node, node.right
        together = ast.BinOp(outer.left, outer.op, last.left)
        yield "precedence", lambda one: ast.BinOp(together, last.op, last.right)
    if isinstance(node.left, ast.UnaryOp) and isinstance(node.left.op, ast.USub):
        minus = node.left.operand
        yield "precedence", lambda one: ast.UnaryOp(ast.USub(), ast.BinOp(minus, node.op, node.right))


def _minus_inside(node: ast.expr) -> ast.expr:
    """Return -(a + b) as (-a) + b."""
    assert isinstance(node, ast.UnaryOp)
    assert isinstance(node.operand, ast.BinOp)
    inner = node.operand
    return ast.BinOp(ast.UnaryOp(ast.USub(), inner.left), inner.op, inner.right)


def _of_call(node: ast.Call) -> Iterator[Edit]:
    name, subject = _called_on(node)
    for other in _FUNCTIONS.get(name, ()):
        yield "function", lambda one, other=other: _renamed(one, other)  # type: ignore[misc]
    if name in ("mean", "sum"):
        yield "mean_sum", lambda one: _renamed(one, "sum" if name == "mean" else "mean")
    for at in range(len(node.args)):
        yield "sign", lambda one, at=at: _negated(one, at)  # type: ignore[misc]
    if subject is None:
        return
    if not any(one.arg in ("axis", "keepdims") for one in node.keywords):
        yield "left_out", lambda one: subject
    if isinstance(subject, ast.BinOp) and not isinstance(subject.op, ast.Pow):
        yield "precedence", lambda one: ast.BinOp(subject.left, subject.op, _with_subject(one, subject.right))
        yield "precedence", lambda one: ast.BinOp(_with_subject(one, subject.left), subject.op, subject.right)
    if name in _GATHERING:
        yield from _of_gathering(subject, whole=not node.keywords)
    for at, keyword in enumerate(node.keywords):
        if keyword.arg == "axis" and isinstance(keyword.value, ast.Constant):
            other = 0 if keyword.value.value in (1, -1) else 1
            yield "axis", lambda one, at=at, other=other: _with_axis(one, at, other)  # type: ignore[misc]
            yield "axis", lambda one: _without_axis(one)


def _of_gathering(subject: ast.expr, *, whole: bool) -> Iterator[Edit]:
    """Yield changes of a mean or a sum over `subject`."""
    if isinstance(subject, ast.BinOp) and isinstance(subject.op, ast.Pow):
        base, power = subject.left, subject.right
        yield "square_late", lambda one: ast.BinOp(_with_subject(one, base), ast.Pow(), power)
        late = ast.Call(ast.Attribute(base, "sum", ast.Load()), [], [])
        yield "square_late", lambda one: _over_size(ast.BinOp(late, ast.Pow(), power), base)
    if isinstance(subject, ast.BinOp) and isinstance(subject.op, ast.Mult):
        yield "late", lambda one: ast.BinOp(_with_subject(one, subject.left), ast.Mult(), _with_subject(one, subject.right))  # fmt: skip
    if isinstance(subject, ast.Call) and len(subject.args) == 1:
        inner = subject.args[0]
        yield "late", lambda one: ast.Call(subject.func, [_with_subject(one, inner)], subject.keywords)
    if not whole:
        return
    for part in ("[1:]", "[:-1]"):
        kept = ast.parse(f"_{part}", mode="eval").body
        assert isinstance(kept, ast.Subscript)
        rest = ast.Subscript(subject, kept.slice, ast.Load())
        yield "skipped", lambda one, rest=rest: _over_size(ast.Call(ast.Attribute(rest, "sum", ast.Load()), [], []), subject)  # type: ignore[misc]  # fmt: skip
        yield "skipped", lambda one, rest=rest: ast.Call(ast.Attribute(rest, "mean", ast.Load()), [], [])  # type: ignore[misc]  # fmt: skip
    for index in (0, -1):
        entry = ast.Subscript(subject, ast.Constant(index), ast.Load())
        yield "one_sample", lambda one, entry=entry: entry  # type: ignore[misc]
        yield "one_sample", lambda one, entry=entry: _over_size(entry, subject)  # type: ignore[misc]


def _whole(
    tree: ast.Module, exercise: Exercise, function: Function, names: tuple[str, ...]
) -> Iterator[Mutant]:
    """Yield changes that are not of one expression."""
    for at, one in enumerate(names):
        for other in names[at + 1 :]:
            yield Mutant("exchanged", _with_names(tree, {one: other, other: one}))
    yield Mutant("axis", _other_axes(tree))
    for part in _parts(function):
        yield Mutant("part", _returning(tree, exercise.function, part))
    if exercise.drawn is not None and exercise.drawn.walks:
        passed = ", ".join(arguments_of(function))
        first, _, rest = passed.partition(", ")
        again = f"_once({first}{', ' + rest if rest else ''})"
        twice = f"_once({again}{', ' + rest if rest else ''})"
        walked = f"_once = {exercise.function}\ndef {exercise.function}({passed}):\n    return {twice}"
        yield Mutant("repeated", f"{ast.unparse(tree)}\n{walked}")


def _parts(function: Function) -> list[ast.expr]:
    """Return what the function works out on its way: its own values, and the parts of what it returns."""
    if isinstance(function, ast.Lambda):
        return [node for node in ast.walk(function.body) if isinstance(node, ast.BinOp | ast.Call)][1:]
    found: list[ast.expr] = []
    for statement in function.body:
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Name):
            found.append(ast.Name(statement.targets[0].id, ast.Load()))
        elif isinstance(statement, ast.Return) and statement.value is not None:
            inner = [node for node in ast.walk(statement.value) if isinstance(node, ast.BinOp | ast.Call)]
            found.extend(one for one in inner if one is not statement.value)
    return found


def _returning(tree: ast.Module, name: str, part: ast.expr) -> str:
    twin = copy.deepcopy(tree)
    function = function_in(twin, name)
    if isinstance(function, ast.Lambda):
        function.body = copy.deepcopy(part)
    elif function is not None:
        last = function.body[-1]
        if isinstance(last, ast.Return):
            last.value = copy.deepcopy(part)
    return ast.unparse(ast.fix_missing_locations(twin))


def _with_names(tree: ast.Module, other: dict[str, str]) -> str:
    twin = copy.deepcopy(tree)
    for node in ast.walk(twin):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            node.id = other.get(node.id, node.id)
    return ast.unparse(twin)


def _other_axes(tree: ast.Module) -> str:
    twin = copy.deepcopy(tree)
    for node in ast.walk(twin):
        if isinstance(node, ast.keyword) and node.arg == "axis" and isinstance(node.value, ast.Constant):
            node.value = ast.Constant(0 if node.value.value in (1, -1) else 1)
    return ast.unparse(twin)


def _called_on(node: ast.Call) -> tuple[str, ast.expr | None]:
    """Return the name of what is called, and what it is called on: `E` of `E.mean()` and of `np.mean(E)`."""
    if not isinstance(node.func, ast.Attribute):
        return "", node.args[0] if isinstance(node.func, ast.Name) and len(node.args) == 1 else None
    if isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "math"):
        return node.func.attr, node.args[0] if len(node.args) == 1 else None
    return node.func.attr, node.func.value if not node.args else None


def _with_subject(node: ast.expr, subject: ast.expr) -> ast.expr:
    assert isinstance(node, ast.Call)
    if node.args:
        return ast.Call(node.func, [subject, *node.args[1:]], node.keywords)
    assert isinstance(node.func, ast.Attribute)
    return ast.Call(ast.Attribute(subject, node.func.attr, ast.Load()), [], node.keywords)


def _renamed(node: ast.expr, name: str) -> ast.expr:
    """Return the call of another function; NumPy has all of them, an array only some."""
    assert isinstance(node, ast.Call)
    _, subject = _called_on(node)
    return node if subject is None else _called(name, subject, node.keywords)


def _called(name: str, subject: ast.expr, keywords: list[ast.keyword] | None = None) -> ast.expr:
    return ast.Call(ast.Attribute(ast.Name("np", ast.Load()), name, ast.Load()), [subject], keywords or [])


def _negated(node: ast.expr, at: int) -> ast.expr:
    assert isinstance(node, ast.Call)
    args = [ast.UnaryOp(ast.USub(), one) if place == at else one for place, one in enumerate(node.args)]
    return ast.Call(node.func, args, node.keywords)


def _with_axis(node: ast.expr, at: int, axis: int) -> ast.expr:
    assert isinstance(node, ast.Call)
    node.keywords[at].value = ast.Constant(axis)
    return node


def _without_axis(node: ast.expr) -> ast.expr:
    assert isinstance(node, ast.Call)
    return ast.Call(node.func, node.args, [one for one in node.keywords if one.arg not in ("axis", "keepdims")])


def _over_size(total: ast.expr, counted: ast.expr) -> ast.expr:
    return ast.BinOp(total, ast.Div(), _called("size", counted))
