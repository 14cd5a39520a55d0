"""In the worker: how far a learner's program is, as far as its calls and its outermost loop say."""

from __future__ import annotations

import ast
import time
import types
from collections.abc import Iterable, Iterator
from typing import Any

from tutor.worker.work import SHARE_EVERY, Tell

OVER = "__over__"
"""The name by which a program that takes long finds `Progress.over`."""
LASTS = 0.2
"""Seconds from which on a loop is taken for the one that takes long: what comes before it may loop as well."""


class Progress:
    """How much of a program is done."""

    def __init__(self, tell: Tell, calls: int) -> None:
        self._tell = tell
        self._calls = max(calls, 1)
        self._done = 0
        self._share = 0.0
        self._told = time.monotonic()
        self._is_in_loop = False

    @property
    def names(self) -> dict[str, Any]:
        """What a compiled program finds besides what it is given."""
        return {OVER: self.over}

    def call_done(self) -> None:
        """Count one call more."""
        self._done += 1
        self._say(0.0)

    def over(self, numbers: Iterable[Any]) -> Iterable[Any]:
        """Return what a loop goes over; the outermost one says how far it is."""
        return numbers if self._is_in_loop or not isinstance(numbers, range) else self._counted(numbers)

    def _counted(self, numbers: range) -> Iterator[int]:
        self._is_in_loop = True
        began = time.monotonic()
        try:
            for done, number in enumerate(numbers):
                if time.monotonic() - began > LASTS:
                    self._say(done / len(numbers))
                yield number
        finally:
            self._is_in_loop = False

    def _say(self, share_of_call: float) -> None:
        now = time.monotonic()
        if now - self._told < SHARE_EVERY:
            return
        share = (self._done + share_of_call) / self._calls
        if share > self._share:
            self._told, self._share = now, share
            self._tell({"is": "share", "share": min(share, 1.0)})


class _Loops(ast.NodeTransformer):
    """Lets the loops over a range say how far they are."""

    def visit_For(self, node: ast.For) -> ast.AST:
        """Change a loop and those within it."""
        self.generic_visit(node)
        match node.iter:
            case ast.Call(func=ast.Name(id="range")):
                name = ast.copy_location(ast.Name(OVER, ast.Load()), node.iter)
                node.iter = ast.copy_location(ast.Call(name, [node.iter], []), node.iter)
        return node


def compiled(source: str, file: str, *, says_share: bool) -> types.CodeType:
    """Return the code of a program; its lines and columns are those of its source.

    Raises:
        SyntaxError: it is no Python, or one of what else Python raises for a source that it cannot take.
    """
    if not says_share:
        return compile(source, file, "exec", dont_inherit=True)
    tree = _Loops().visit(ast.parse(source, file))
    return compile(tree, file, "exec", dont_inherit=True)
