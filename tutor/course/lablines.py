"""Where in a module of labs a thing is written, so that a finding can lead to it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import lru_cache

from tutor.syntax import parsed

_NAMES = re.compile(r"[^\W\d]\w*")
_DRAWN_IN = {"layers": "Figure", "drawings": "Result", "parts": "Panels"}
"""From a field that is mostly given by its place to what it is a field of."""


def line_of(source: str, function: str, part: str = "") -> int:
    """Return the line of a function, or the one of a part of what it returns where that can be found; 1 without either.

    Args:
        source: the module.
        function: the name of the lab.
        part: "result.readouts.step", "result.drawings[0].x.label"; the last name that is written there counts.
    """
    found = _function(source, function)
    if found is None:
        return 1
    for name in reversed(_NAMES.findall(part)):
        lines = [line for line in _lines(found, name) if line]
        if lines:
            return lines[0]
    return found.lineno


def repeated_names(source: str, function: str) -> Iterator[tuple[str, int]]:
    """Yield each name that a function writes twice in one dict, and the line of the second: only that one counts."""
    found = _function(source, function)
    for node in ast.walk(found) if found is not None else ():
        if isinstance(node, ast.Dict):
            seen: set[str] = set()
            for key in node.keys:
                if isinstance(key, ast.Constant) and isinstance(key.value, str):
                    if key.value in seen:
                        yield key.value, key.lineno
                    seen.add(key.value)


@lru_cache(maxsize=64)
def _function(source: str, name: str) -> ast.FunctionDef | None:
    try:
        tree = parsed(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    return next((node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef) and node.name == name), None)


def _lines(function: ast.FunctionDef, name: str) -> Iterator[int]:
    """Yield the lines where a name is given a value, a key of a dict first, then where what it is part of is made."""
    nodes = [node for statement in function.body for node in ast.walk(statement)]
    for node in nodes:
        if isinstance(node, ast.Dict):
            keys = [key for key in node.keys if isinstance(key, ast.Constant) and key.value == name]
            yield from (key.lineno for key in reversed(keys))
    yield from (node.value.lineno for node in nodes if isinstance(node, ast.keyword) and node.arg == name)
    made = _DRAWN_IN.get(name)
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == made:
            yield node.lineno
