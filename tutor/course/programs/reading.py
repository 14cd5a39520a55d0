"""A program read as Python, without running it."""

from __future__ import annotations

import ast
import io
import tokenize
import warnings
from collections.abc import Iterator

from tutor.namedtuple import NamedTuple
from tutor.syntax import parsed

_UNREADABLE = (SyntaxError, ValueError, RecursionError, MemoryError)
"""What Python raises over a text that is no program; the last two for one that nests too deep."""

Function = ast.FunctionDef | ast.Lambda


class Spot(NamedTuple):
    """Where a program cannot be read, and what Python says there."""

    message: str
    line: int


def parse(source: str) -> ast.Module | Spot:
    """Return a program as a tree, or where it cannot be read."""
    with warnings.catch_warnings():
        # Of an odd backslash a learner hears nothing while the tutor has the screen.
        warnings.simplefilter("ignore")
        try:
            return parsed(source)
        except _UNREADABLE as error:
            return Spot(error.msg if isinstance(error, SyntaxError) else "", getattr(error, "lineno", None) or 1)


def line_of(source: str, number: int) -> str:
    """Return the line of that number, from 1; "" where there is none."""
    lines = source.splitlines()
    return lines[number - 1] if 0 < number <= len(lines) else ""


def function_in(tree: ast.Module, name: str) -> Function | None:
    """Return the function of that name, written with `def` or as a lambda; the last where there are several."""
    found: Function | None = None
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            found = node
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda) and _sets(node, name):
            found = node.value
    return found


def _sets(node: ast.Assign, name: str) -> bool:
    return any(isinstance(target, ast.Name) and target.id == name for target in node.targets)


def arguments_of(function: Function) -> tuple[str, ...]:
    """Return the names of a function's arguments."""
    return tuple(one.arg for one in (*function.args.posonlyargs, *function.args.args))


def unfilled_line(tree: ast.Module) -> int:
    """Return the line where a starter's `...` still stands for something; 0 where none does."""
    indices = {id(part) for node in ast.walk(tree) if isinstance(node, ast.Subscript) for part in ast.walk(node.slice)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value is ... and id(node) not in indices:
            return node.lineno
    return 0


def unfilled_function(tree: ast.Module) -> str:
    """Return the name of the first function in which a starter's `...` still stands; "" where none does."""
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    return next((one.name for one in functions if unfilled_line(ast.Module([one], []))), "")


def silent_functions(tree: ast.Module) -> tuple[str, ...]:
    """Return the names of the functions that never give a value back."""
    return tuple(
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and not any(isinstance(one, ast.Return | ast.Yield) and one.value is not None for one in own_nodes(node))
    )


def calls_on(tree: ast.AST, line: int = 0) -> frozenset[str]:
    """Return the names of the functions that are called on a line; 0 for any line."""
    return frozenset(
        node.func.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and (not line or node.lineno <= line <= (node.end_lineno or node.lineno))
    )


def names_read(tree: ast.AST) -> frozenset[str]:
    """Return every name that is read somewhere."""
    return frozenset(
        node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Store)
    ) | frozenset(
        node.target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name)
    )


def names_set(tree: ast.AST) -> tuple[str, ...]:
    """Return every name that is given a value somewhere."""
    stored = (node for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    return tuple(dict.fromkeys(node.id for node in stored))


def own_nodes(function: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes of a function, without those of functions inside it."""
    waiting = list(ast.iter_child_nodes(function))
    while waiting:
        node = waiting.pop(0)
        yield node
        if not isinstance(node, ast.FunctionDef | ast.Lambda):
            waiting.extend(ast.iter_child_nodes(node))


def code_words(source: str) -> Iterator[tuple[str, int]]:
    """Yield each word and sign of a program with its line, without texts and comments, as far as it can be read."""
    try:
        for token in tokenize.generate_tokens(io.StringIO(source).readline):
            if token.type in (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.ERRORTOKEN):
                yield token.string, token.start[0]
    except (tokenize.TokenError, SyntaxError, UnicodeEncodeError):
        return


def open_blank(source: str) -> int:
    """Return the line of the first blank `___` that is still open (it may end a word); 0 where there is none."""
    return next((line for word, line in code_words(source) if "___" in word), 0)


def is_written_out(tree: ast.AST, number: float) -> bool:
    """Return whether a program has this number in it."""
    return any(
        isinstance(node, ast.Constant) and isinstance(node.value, int | float) and float(node.value) == number
        for node in ast.walk(tree)
    )
