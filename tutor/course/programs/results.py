"""What to say where nothing comes back, or nothing that can be compared with numbers."""

from __future__ import annotations

import ast
from typing import Any

from tutor.course.programs.compare import Values
from tutor.course.programs.key import Key
from tutor.course.programs.messages import unrunnable
from tutor.course.programs.names import uncalled
from tutor.course.programs.reading import Function, own_nodes
from tutor.course.programs.words import as_code, wrong
from tutor.course.questions import Feedback
from tutor.language import Text
from tutor.program import Other

_FUNCTIONS = ("function", "builtin_function_or_method", "method", "ufunc", "_ArrayFunctionDispatcher", "type")


def unusable(key: Key, values: Values, source: str, function: Function | None) -> Feedback | None:
    """Return what to say where some call gave nothing back, a function, or a text; None where all gave numbers."""
    wanted = key.wanted[0][0]
    for case in values:
        for value in case:
            found = _unusable(value, wanted, source, function)
            if found is not None:
                return found
    return None


def _unusable(value: Any, wanted: Any, source: str, function: Function | None) -> Feedback | None:
    if value is None and wanted is not None:
        return _nothing(function)
    other = _other_in(value)
    if other is not None:
        return _of_other(other, source)
    if isinstance(value, str) and not isinstance(wanted, str):
        shown = as_code(repr(value[:40]))
        return wrong("text", unrunnable.GIVES_TEXT.filled(shown=shown))
    return None


def _other_in(value: Any) -> Other | None:
    if isinstance(value, Other):
        return value
    if isinstance(value, tuple | list):
        return next((found for found in map(_other_in, value) if found is not None), None)
    return None


def _nothing(function: Function | None) -> Feedback:
    """Return why a function gave None."""
    if not isinstance(function, ast.FunctionDef):
        return wrong("no_return", unrunnable.NO_RETURN)
    nodes = list(own_nodes(function))
    returns = [node for node in nodes if isinstance(node, ast.Return)]
    printed = next((node for node in nodes if _is_print(node)), None)
    if printed is not None and (not returns or _is_print(returns[0].value)):
        return wrong("prints", unrunnable.PRINTS.filled(line=getattr(printed, "lineno", 0)))
    empty = next((node for node in returns if node.value is None), None)
    if empty is not None:
        return wrong("no_return", unrunnable.RETURN_EMPTY.filled(line=empty.lineno))
    if returns:
        return wrong("no_return", unrunnable.NO_RETURN_SOMETIMES)
    last = function.body[-1]
    if isinstance(last, ast.Expr | ast.Assign | ast.AugAssign):
        return wrong("no_return", unrunnable.NO_RETURN_VALUE.filled(line=last.lineno))
    return wrong("no_return", unrunnable.NO_RETURN)


def _is_print(node: ast.AST | None) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"


def _of_other(other: Other, source: str) -> Feedback:
    if other.type in _FUNCTIONS:
        for number, _ in enumerate(source.splitlines(), start=1):
            name = uncalled(source, number)
            if name:
                return wrong("brackets", unrunnable.GIVES_FUNCTION_NAMED.filled(line=number, found=name))
        return wrong("brackets", unrunnable.GIVES_FUNCTION)
    if other.type == "generator":
        return wrong("generator", unrunnable.GIVES_GENERATOR)
    return wrong("type", unrunnable.GIVES_OTHER.filled(type=Text(en=other.type, ko=other.type)))
