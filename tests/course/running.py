"""Programs run in this process, without walls, for tests of how they are judged."""

from __future__ import annotations

import contextlib
import copy
import io
import pickle
import sys
import types
import warnings
from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.program import Fault, Job, Other, Ran, Returned

MOST_LINES = 200_000
FILE = "<program>"


class TooLongError(Exception):
    """More lines were run than a program can need."""


class Ended(Exception):  # noqa: N818 - it stands for what `sys.exit` does
    """The program ended itself."""


_ran: dict[bytes, Ran] = {}
"""What came of jobs: the same programs are judged, drawn and filmed in test after test."""


def run_here(job: Job) -> Ran:
    """Return what comes of a job; a loop that does not end is stopped after so many lines."""
    key = pickle.dumps((job.source, job.function, job.cases, dict(job.modules)))
    if key not in _ran:
        _ran[key] = run_anew(job)
    return _ran[key]


def run_anew(job: Job) -> Ran:
    """Return what comes of a job that is run now."""
    returned: list[tuple[Returned, ...]] = []
    printed = io.StringIO()
    try:
        code = compile_quietly(job.source)
    except SyntaxError as error:
        return Ran((), Fault("syntax", type(error).__name__, error.msg, error.lineno or 0, error.offset or 0))
    for case in job.cases:
        given = copy.deepcopy(dict(case.given))
        arrays = {name: one for name, one in given.items() if isinstance(one, np.ndarray)}
        names: dict[str, Any] = {"__name__": "program", "np": np, **given}
        calls: list[Returned] = []
        with contextlib.redirect_stdout(printed), modules(job), warnings.catch_warnings(), limited(job.source):
            warnings.simplefilter("ignore")
            try:
                exec(code, names)
                function = names.get(job.function)
                if not callable(function):
                    sys.settrace(None)
                    own = tuple(name for name, one in names.items() if isinstance(one, types.FunctionType))
                    return Ran(tuple(returned), Fault("missing", names=own), printed.getvalue())
                for arguments in case.calls:
                    calls.append(called(function, arguments, arrays))  # noqa: PERF401 - what came before a fault counts
            except Exception as error:  # noqa: BLE001 - a program may raise anything
                sys.settrace(None)
                return Ran((*returned, tuple(calls)), fault_of(error, names), printed.getvalue())
        returned.append(tuple(calls))
    return Ran(tuple(returned), None, printed.getvalue())


def called(function: Any, arguments: tuple[Any, ...], given: dict[str, np.ndarray[Any, Any]]) -> Returned:
    """Return what one call gives, and the arrays that it changed: those passed, and those that it was given."""
    passed = copy.deepcopy(arguments)
    before = {name: one.copy() for name, one in given.items()}
    value = function(*passed)
    names = function.__code__.co_varnames if hasattr(function, "__code__") else ()
    changed = [name for name, one, other in zip(names, arguments, passed, strict=False) if differs(one, other)]
    changed += [name for name, one in before.items() if differs(one, given[name])]
    for name, one in before.items():
        given[name][...] = one
    return Returned(plain(value), tuple(changed))


def differs(one: Any, other: Any) -> bool:
    """Return whether two arrays are no longer the same."""
    return isinstance(one, np.ndarray) and not np.array_equal(one, other)


def plain(value: Any) -> Any:
    """Return a value as it comes out of another process."""
    if isinstance(value, np.ndarray):
        return np.array(value)
    if value is None or isinstance(value, bool | int | float | str | np.number | np.bool_):
        return value
    if isinstance(value, tuple | list):
        return type(value)(map(plain, value))
    if isinstance(value, dict):
        return {str(name): plain(one) for name, one in value.items()}
    return Other(type(value).__name__, repr(value)[:80])


def compile_quietly(source: str) -> types.CodeType:
    """Return a program's code."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return compile(source, FILE, "exec")


def fault_of(error: Exception, names: dict[str, Any]) -> Fault:
    """Return why a program failed, with the line of its own at which it did."""
    line, step = 0, error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == FILE:
            line = step.tb_lineno
        step = step.tb_next
    if isinstance(error, TooLongError):
        return Fault("time", line=line)
    known = tuple(name for name in names if not name.startswith("_")) if isinstance(error, NameError) else ()
    return Fault("raised", type(error).__name__, str(error), line, names=known)


@contextlib.contextmanager
def limited(source: str) -> Iterator[None]:
    """Stop a program that has a `while` in it after so many lines of its own; no other runs without end."""
    if "while" not in source:
        yield
        return
    left = MOST_LINES

    def trace(frame: types.FrameType, event: str, _: Any) -> Any:
        nonlocal left
        if frame.f_code.co_filename != FILE:
            return None
        left -= event == "line"
        if left < 0:
            raise TooLongError
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        yield
    finally:
        sys.settrace(before)


@contextlib.contextmanager
def modules(job: Job) -> Iterator[None]:
    """Let a program import what its job brings."""
    for name, source in job.modules.items():
        module = types.ModuleType(name)
        vars(module)["np"] = np
        sys.modules[name] = module
        exec(source, vars(module))
    try:
        yield
    finally:
        for name in job.modules:
            del sys.modules[name]
