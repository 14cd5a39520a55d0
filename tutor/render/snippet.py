"""The few lines of NumPy that work out one number on screen, as its lab is set now; a learner can run them."""

from __future__ import annotations

import ast
import builtins
import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from types import FunctionType
from typing import Any

import numpy as np

from tutor.course.entry import Written
from tutor.lab import Lab, Readout, Result, Values
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.render.coded import Assigned, Coder, UncodedError, is_name, literal
from tutor.render.source import source_of, sources_of
from tutor.session.visit import Visit
from tutor.syntax import parsed

MOST_LINES = 40
"""A program of more lines is not short, …"""
MOST_CHARACTERS = 4_000
"""… nor is one of more characters."""


class Snippet(NamedTuple):
    """A program that works out a readout."""

    readout: str
    source: str
    """its last line is an expression with the readout's value"""


class Page(NamedTuple):
    """A piece of code to be read."""

    name: Text | str
    """the readout that it gives, or the function that it is"""
    text: str
    can_be_run: bool


def pages_on(visit: Visit) -> tuple[Page, ...]:
    """Return the code behind the lab of a step: the programs of its readouts, then the functions behind them."""
    readouts = visit.result.readouts if visit.result is not None else {}
    programs = [Page(readouts[one.readout].label or one.readout, one.source, True) for one in snippets_on(visit)]
    sources = sources_of(visit.use.lab) if visit.use is not None else ()
    return (*programs, *(Page(f"{one.module}.{one.name}", one.text, False) for one in sources))


def snippets_of(lab: Lab, values: Values, result: Result) -> tuple[Snippet, ...]:
    """Return a program for each readout that is shown and has one, in their order.

    Where a lab lists none, its drawings show the numbers: then for each that says how it is worked out.
    """
    names = result.shows or [name for name, readout in result.readouts.items() if readout.code]
    found = (snippet_of(name, lab, values, result) for name in names if name in result.readouts)
    return tuple(snippet for snippet in found if snippet is not None)


def snippets_on(visit: Visit) -> tuple[Snippet, ...]:
    """Return the programs for the lab of a step as it stands; none while they would give away what is asked.

    That is what a prediction is open about, and what a learner is to write.
    """
    use, result = visit.use, visit.result
    if use is None or result is None or visit.is_veiled:
        return ()
    if any(isinstance(one.entry, Written) and not one.is_over for one in visit.answerings):
        return ()
    return snippets_of(use.lab, visit.result_values, result)


def snippet_of(name: str, lab: Lab, values: Values, result: Result) -> Snippet | None:
    """Return the program for one readout; None where there is none that is short."""
    readout = result.readouts[name]
    if (not readout.code and readout.working is None) or not is_known(readout.value):
        return None
    try:
        source = _Program(lab, values, result).source(name, readout)
    except UncodedError:
        return None
    return Snippet(name, source) if source.count("\n") < MOST_LINES and len(source) < MOST_CHARACTERS else None


def is_known(value: Any) -> bool:
    """Return whether a readout has a value: Python stops at a division by 0, where a working goes on."""
    array = np.asarray(value)
    return array.dtype.kind in "biuU" or (array.dtype.kind == "f" and bool(np.isfinite(array).all()))


class _Program:
    """Puts the program of one readout together."""

    def __init__(self, lab: Lab, values: Values, result: Result) -> None:
        self._values = values
        self._readouts = result.readouts
        self._reads: Mapping[str, Callable[..., Any]] = {one.__name__: one for one in lab.reads}
        self._scopes = [inspect.unwrap(one).__globals__ for one in (lab.function, *lab.reads) if one is not None]
        self._functions: dict[str, str] = {}
        """the definitions of the functions that are called, those that others need first"""
        self._open: list[str] = []
        """the codes whose names are being looked up: of readouts that rest on each other there is no program"""
        self._coder = Coder()

    def source(self, name: str, readout: Readout) -> str:
        """Return the whole program.

        Raises:
            UncodedError: there is none.
        """
        self._coder = Coder(name)
        code = self._code_of(readout)
        assigned = self._needed([code, *self._functions.values()])
        data = [f"{one.name} = {one.code}" for one in assigned if one.is_data]
        worked_out = [f"{one.name} = {one.code}" for one in assigned if not one.is_data]
        is_named = is_name(name) and name not in self._functions
        last = [*worked_out, *([f"{name} = {code}", name] if is_named else [code])]
        body = "\n\n".join("\n".join(part) for part in (data, last) if part)
        body = "\n\n\n".join([*self._functions.values(), body])
        imports = [f"import {what}" for what, used in (("math", "math."), ("numpy as np", "np.")) if used in body]
        gap = "\n\n\n" if self._functions else "\n\n"
        return "\n".join(imports) + (gap if imports else "") + body + "\n"

    def _needed(self, sources: Sequence[str]) -> list[Assigned]:
        """Return what these rest on: parameters first, as the lab has them in order, then as it is needed."""
        known = {one.name: one for one in self._coder.assigned}
        waiting, needed = list(sources), set[str]()
        while waiting:
            for name in names_in(waiting.pop()):
                if name in known and name not in needed:
                    needed.add(name)
                    waiting.append(known[name].code)
        parameters = [known[name] for name in self._values if name in needed and known[name].is_data]
        return list(dict.fromkeys([*parameters, *(one for one in known.values() if one.name in needed)]))

    def _code_of(self, readout: Readout) -> str:
        """Return the expression that gives a readout, once all that it needs has a name."""
        if not readout.code:
            assert readout.working is not None
            return self._coder.code(readout.working)
        names = names_in(readout.code)
        if readout.code in self._open:
            raise UncodedError(readout.code)
        self._open.append(readout.code)
        for name in names:
            self._name(name)
        self._open.pop()
        return readout.code

    def _name(self, name: str) -> None:
        """Give a name in a readout's code what it stands for.

        Raises:
            UncodedError: that cannot be written.
        """
        if name in self._reads:
            self._define(self._reads[name])
        elif name in self._values:
            given = self._values[name]
            text = literal(list(given) if isinstance(given, tuple) else given)
            self._coder.assign(name, text, is_data=True)
        elif name in self._readouts:
            readout = self._readouts[name]
            is_data = not readout.code and not readout.working
            code = literal(readout.value) if is_data else self._code_of(readout)
            self._coder.assign(name, code, is_data=is_data)
        elif name not in ("np", "math") and not hasattr(builtins, name):
            self._coder.assign(name, literal(self._constant(name)), is_data=True)

    def _constant(self, name: str) -> Any:
        """Return the numbers that a name stands for beside the lab's function or one that it reads.

        Raises:
            UncodedError: it stands for nothing there.
        """
        for scope in self._scopes:
            if name in scope:
                return scope[name]
        raise UncodedError(name)

    def _define(self, function: Callable[..., Any]) -> None:
        """Put the definition of a function, and of all that it calls, among those of the program.

        Raises:
            UncodedError: it rests on more than functions and numbers.
        """
        if function.__name__ in self._functions:
            return
        source = _defined(function)
        scope = inspect.unwrap(function).__globals__
        for name in names_in(source):
            found = scope.get(name)
            if isinstance(found, FunctionType) and found is not function:
                self._define(found)
            elif name in scope and not inspect.ismodule(found) and found is not function:
                self._coder.assign(name, literal(found), is_data=True)
        self._functions.setdefault(function.__name__, source)


@lru_cache(maxsize=512)
def names_in(source: str) -> tuple[str, ...]:
    """Return the names that a program takes from outside or gives values to, in their order, each once.

    Raises:
        UncodedError: it is no Python.
    """
    try:
        tree = parsed(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise UncodedError(source) from error
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Name))
    in_order = sorted(nodes, key=lambda node: (node.lineno, node.col_offset))
    return tuple(dict.fromkeys(node.id for node in in_order))


@lru_cache(maxsize=128)
def _defined(function: Callable[..., Any]) -> str:
    """Return a function as it stands in a program: its file has to be read and taken apart for that."""
    return without_annotations(source_of(function))


def without_annotations(source: str) -> str:
    """Return a function without the types of its arguments and of what it returns, which need imports."""
    lines = source.split("\n")
    spans: list[tuple[int, int, int]] = []
    for node in ast.walk(parsed(source)):
        if isinstance(node, ast.arg) and node.annotation is not None:
            kind = node.annotation
            assert kind.end_col_offset is not None
            spans.append((kind.lineno - 1, node.col_offset + len(node.arg), kind.end_col_offset))
    for line, start, end in sorted(spans, reverse=True):
        rest = lines[line][end:]
        lines[line] = lines[line][:start] + (f"={rest[3:]}" if rest.startswith(" = ") else rest)
    return re.sub(r"\) -> [^\n]*:$", "):", "\n".join(lines), count=1, flags=re.MULTILINE)
