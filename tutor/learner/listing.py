"""The source of functions as listings that run by themselves: with what they call, and what they import."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.util import resolve_name
from inspect import isfunction
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

from tutor import nn
from tutor.lab import Lab
from tutor.namedtuple import NamedTuple
from tutor.syntax import parsed

Definition = ast.FunctionDef | ast.ClassDef | ast.Assign | ast.AnnAssign


class Listing(NamedTuple):
    """Code that runs by itself."""

    module: str
    """where its functions come from ("tutor.nn.mlp")"""
    functions: tuple[str, ...]
    """the functions it was asked for"""
    code: str


def reads_of(lab: Lab) -> tuple[Callable[..., Any], ...]:
    """Return the mathematics behind a lab; of one that runs elsewhere, what of it is the tutor's own."""
    if lab.function is not None:
        return lab.reads
    ours = {f"{nn.__name__}.{found.name}" for found in iter_modules(nn.__path__)}
    found = [getattr(import_module(one.module), one.name, None) for one in lab.sources[:-1] if one.module in ours]
    return tuple(function for function in found if isfunction(function))


def listings(functions: Iterable[Callable[..., Any]]) -> tuple[Listing, ...]:
    """Return listings of functions, one for each module they come from.

    With each function comes everything of its own and of other modules of this program that it needs, so that a
    listing needs nothing but what it imports: NumPy and Python's own library.
    """
    by_module: dict[str, list[Callable[..., Any]]] = {}
    for function in functions:
        there = by_module.setdefault(inspect.unwrap(function).__module__, [])
        if function not in there:
            there.append(function)
    return tuple(_listing(module, wanted) for module, wanted in by_module.items())


def _listing(module: str, functions: list[Callable[..., Any]]) -> Listing:
    collected = _Collected()
    for function in functions:
        collected.add_function(sys.modules[module], inspect.unwrap(function))
    names = tuple(function.__name__ for function in functions if function.__name__.isidentifier())
    return Listing(module, names, collected.code())


class _Collected:
    """What a listing consists of so far."""

    def __init__(self) -> None:
        self._imports: dict[str, None] = {}
        self._parts: dict[str, None] = {}
        self._seen: set[tuple[str, int]] = set()

    def add_function(self, module: ModuleType, function: Callable[..., Any]) -> None:
        """Add the statement that defines `function`: its def, or for a lambda what that stands in."""
        code = getattr(function, "__code__", None)
        # What is written in C has no source to list.
        line = code.co_firstlineno if code is not None else 0
        for statement in _body(module):
            if _start(statement) <= line <= (statement.end_lineno or statement.lineno):
                self._add(module, statement)

    def code(self) -> str:
        """Return all of it: imports, then definitions, what is needed before what needs it."""
        imports = sorted(self._imports, key=lambda line: (line.startswith("import numpy") or "numpy" in line, line))
        return "\n".join(["from __future__ import annotations\n", *imports, "\n"]) + "\n\n\n".join(self._parts) + "\n"

    def _add(self, module: ModuleType, statement: ast.stmt) -> None:
        if (module.__name__, statement.lineno) in self._seen:
            return
        self._seen.add((module.__name__, statement.lineno))
        for node in ast.walk(statement):
            if isinstance(node, ast.Name):
                self._add_name(module, node.id)
        lines = inspect.getsource(module).splitlines()
        self._parts["\n".join(lines[_start(statement) - 1 : statement.end_lineno])] = None

    def _add_name(self, module: ModuleType, name: str) -> None:
        """Add what a name stands for in its module; a local or a built-in name stands for nothing there."""
        for statement in _body(module):
            if isinstance(statement, Definition) and name in _defined(statement):
                self._add(module, statement)
            elif isinstance(statement, ast.Import):
                for alias in statement.names:
                    if name == (alias.asname or alias.name.partition(".")[0]):
                        self._imports[f"import {_written(alias)}"] = None
            elif isinstance(statement, ast.ImportFrom):
                source = resolve_name("." * statement.level + (statement.module or ""), module.__package__)
                for alias in statement.names:
                    if name == (alias.asname or alias.name):
                        self._add_from(source, alias)

    def _add_from(self, source: str, alias: ast.alias) -> None:
        found = getattr(sys.modules.get(source), alias.name, None)
        # A whole module of this program stays an import: its functions are called by the module's name.
        if not source.startswith("tutor") or isinstance(found, ModuleType):
            self._imports[f"from {source} import {_written(alias)}"] = None
            return
        self._add_name(sys.modules[source], alias.name)
        if alias.asname and alias.asname != alias.name:
            self._parts[f"{alias.asname} = {alias.name}"] = None


@cache
def _body(module: ModuleType) -> tuple[ast.stmt, ...]:
    return tuple(parsed(inspect.getsource(module)).body)


def _start(statement: ast.stmt) -> int:
    """Return the line on which a statement begins, its decorators included."""
    decorators = statement.decorator_list if isinstance(statement, ast.FunctionDef | ast.ClassDef) else []
    return min([statement.lineno, *(decorator.lineno for decorator in decorators)])


def _defined(statement: Definition) -> Iterator[str]:
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        yield statement.name
        return
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    for target in targets:
        yield from (node.id for node in ast.walk(target) if isinstance(node, ast.Name))


def _written(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name
