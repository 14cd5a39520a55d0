"""What can be seen in a program's text and is surely not meant: said only to a program that is wrong."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from itertools import pairwise

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.messages import computed, unrunnable
from tutor.course.programs.reading import Function, Spot, arguments_of, function_in, names_read, own_nodes, parse
from tutor.course.programs.words import wrong
from tutor.course.questions import Feedback
from tutor.language import Text

_LOOPS = (ast.For, ast.While)


def sure_oversight(tree: ast.Module, function: Function) -> Feedback | None:
    """Return the first thing in a wrong program that is a slip whatever was meant; None where there is none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitXor):
            return wrong("power", unrunnable.POWER.filled(line=node.lineno))
    if isinstance(function, ast.Lambda):
        return None
    for node in own_nodes(function):
        if isinstance(node, _LOOPS):
            left = next((one for one in node.body if isinstance(one, ast.Return)), None)
            if left is not None:
                return wrong("return_in_loop", computed.RETURN_IN_LOOP.filled(line=left.lineno))
        unreached = _after_return(node)
        if unreached:
            return wrong("unreachable", computed.UNREACHABLE.filled(line=unreached))
    lost = next(_lost(function), None)
    return wrong("lost", computed.LOST.filled(line=lost)) if lost else None


def lost_result(function: Function) -> Feedback | None:
    """Return what a program works out and loses: set anew in every round of a loop, or never read."""
    if isinstance(function, ast.Lambda):
        return None
    for loop in own_nodes(function):
        if isinstance(loop, ast.For | ast.While):
            name, line = _overwritten(loop, function)
            if name:
                return wrong("overwritten", computed.OVERWRITTEN.filled(line=line, found=name))
            entry = _entry_overwritten(loop)
            if entry is not None:
                return wrong("overwritten", computed.ENTRY_OVERWRITTEN.filled(line=entry[1], found=entry[0]))
    unread = next(_unread(function), None)
    if unread is not None:
        return wrong("unused_result", computed.UNUSED_RESULT.filled(line=unread.lineno, found=unread.id))
    return None


def likely_oversight(function: Function, exercise: Exercise) -> Feedback | None:
    """Return what a wrong program does that none of the exercise's right ones does; None where there is no such."""
    found = _likely(function)
    if found is None:
        return None
    right = [parse(source) for source in (exercise.solution, *exercise.also)]
    others = [function_in(tree, exercise.function) for tree in right if not isinstance(tree, Spot)]
    usual = [_likely(one) for one in others if one is not None]
    return None if any(one is not None and one.mistake == found.mistake for one in usual) else found


def _likely(function: Function) -> Feedback | None:
    if isinstance(function, ast.Lambda):
        return None
    arguments = arguments_of(function)
    for loop in own_nodes(function):
        if not isinstance(loop, ast.For):
            continue
        for statement in loop.body:
            name = _name_set(statement)
            if name in arguments and _reads(statement, name):
                return wrong("one_by_one", computed.ONE_BY_ONE.filled(line=statement.lineno, found=name))
    for node in own_nodes(function):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
            return wrong("floor_division", computed.FLOOR_DIVISION.filled(line=node.lineno))
    return None


def unused_names(tree: ast.Module, function: Function, exercise: Exercise, needed: frozenset[str]) -> tuple[str, ...]:
    """Return the arguments and given names that every right program reads and this one does not."""
    read = names_read(tree)
    own = dict(zip(exercise.arguments, arguments_of(function), strict=False))
    return tuple(
        own.get(name, name)
        for name in (*exercise.arguments, *exercise.given)
        if name in needed and own.get(name, name) not in read
    )


def listed(names: tuple[str, ...]) -> Text:
    """Return names as a sentence counts them up."""
    shown = [f"`{name}`" for name in names]
    return Text(en=" and ".join(shown), ko=", ".join(shown))


def _after_return(node: ast.AST) -> int:
    """Return the first line behind a `return` in the same block; 0 where there is none."""
    for block in ("body", "orelse"):
        statements = getattr(node, block, None)
        if isinstance(statements, list):
            for one, following in pairwise(statements):
                if isinstance(one, ast.Return):
                    return int(following.lineno)
    return 0


def _lost(function: ast.FunctionDef) -> Iterator[int]:
    """Yield the lines that work something out and keep it nowhere."""
    for node in own_nodes(function):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.BinOp | ast.UnaryOp | ast.Compare):
            yield node.lineno


def _name_set(statement: ast.stmt) -> str:
    if isinstance(statement, ast.Assign) and len(statement.targets) == 1:
        target = statement.targets[0]
        return target.id if isinstance(target, ast.Name) else ""
    if isinstance(statement, ast.AugAssign) and isinstance(statement.target, ast.Name):
        return statement.target.id
    return ""


def _reads(node: ast.AST, name: str) -> bool:
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name) and node.target.id == name:
        node = node.value
    return any(isinstance(one, ast.Name) and one.id == name and isinstance(one.ctx, ast.Load) for one in ast.walk(node))


def _entry_overwritten(loop: ast.For | ast.While) -> tuple[str, int] | None:
    """Return an array whose one entry each round of a loop sets anew, and where: the loop moves no index of it."""
    if not isinstance(loop, ast.For):
        return None
    moving = {node.id for node in ast.walk(loop) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for statement in loop.body:
        if not (isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Subscript)):
            continue
        target = statement.targets[0]
        if isinstance(target.value, ast.Name) and not any(map(_reader_of(target.slice), moving)):
            name = target.value.id
            if not any(_reads(one, name) for one in loop.body if one is not statement) and not _reads(
                statement.value, name
            ):
                return name, statement.lineno
    return None


def _reader_of(node: ast.AST) -> Callable[[str], bool]:
    return lambda name: _reads(node, name)


def _overwritten(loop: ast.For | ast.While, function: ast.FunctionDef) -> tuple[str, int]:
    """Return a name, or an entry, that each round of a loop sets anew, so that only the last is left; ("", 0) for none.

    It is set before the loop as well, and used only after it.
    """
    for statement in loop.body:
        name = _name_set(statement)
        if not name or isinstance(statement, ast.AugAssign) or _reads(statement, name):
            continue
        before = any(
            isinstance(one, ast.Assign) and one.lineno < loop.lineno and _name_set(one) == name for one in function.body
        )
        others = any(_reads(one, name) for one in loop.body if one is not statement)
        if before and not others:
            return name, statement.lineno
    return "", 0


def _unread(function: ast.FunctionDef) -> Iterator[ast.Name]:
    """Yield names that the function gives a value and never reads."""
    read = {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for statement in function.body:
        if isinstance(statement, ast.Assign):
            for target in statement.targets:
                if isinstance(target, ast.Name) and target.id not in read:
                    yield target
