"""Python read as a tree, whatever other threads read at the same time."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TypeVar

_TRIES = 5
_Tree = TypeVar("_Tree", bound=ast.mod)


def parsed(source: str) -> ast.Module:
    """Return a program as a tree.

    Raises:
        SyntaxError: it is no Python.
        ValueError: it has a character that no program has.
        RecursionError: it nests too deep.
        MemoryError: likewise.
    """
    return _undisturbed(lambda: ast.parse(source))


def parsed_expression(source: str) -> ast.Expression:
    """Return an expression as a tree; raises as `parsed` does."""
    return _undisturbed(lambda: ast.parse(source, mode="eval"))


def _undisturbed(read: Callable[[], _Tree]) -> _Tree:
    # Python 3.11 counts how deep a tree is for all threads together. It lets another thread run in the middle of that
    # where garbage is collected, finds that the count does not fit, and raises.
    for _ in range(_TRIES - 1):
        try:
            return read()
        except SystemError:
            continue
    return read()
