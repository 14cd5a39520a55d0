"""In the worker: why a learner's program gave nothing back, and in which of its lines."""

from __future__ import annotations

import builtins
import difflib
import traceback
from collections.abc import Iterable
from types import CodeType, FrameType, TracebackType
from typing import Any

from tutor.program import Fault, FaultKind
from tutor.worker.caught import Caught
from tutor.worker.output import OutputLimitError
from tutor.worker.work import LONGEST_MESSAGE, clean

PROGRAM = "<program>"
"""What a program's file is called."""
MOST_NAMES = 40
NEAR = 0.5
"""How alike two names are, from 0 to 1, of which one may be meant by the other."""


class InputError(Exception):
    """A program asked for input."""


class FaultError(Exception):
    """There is no going on, and it is known why."""

    def __init__(self, fault: Fault) -> None:
        self.fault = fault


def syntax_fault(error: BaseException, source: str) -> Fault:
    """Return why a source is no Python that can be run."""
    name = type(error).__name__
    if not isinstance(error, SyntaxError):
        # A number, or brackets in brackets, that are more than Python takes; half of a character.
        return Fault("syntax", name, clean(str(error), LONGEST_MESSAGE))
    message = clean(str(error.msg), LONGEST_MESSAGE)
    last = source.count("\n") + 1
    line = error.lineno or 0
    if line > last:
        return Fault("syntax", name, message, last)
    return Fault("syntax", name, message, line, max(error.offset or 0, 0))


def fault_of(error: BaseException, source: str) -> Fault:
    """Return why a program could not go on."""
    if isinstance(error, FaultError):
        return error.fault
    message = ""
    with Caught():
        message = str(error)
    line, column = 0, 0
    with Caught():
        line, column = _place_of(error, source)
    names: tuple[str, ...] = ()
    with Caught():
        names = _names_for(error)
    kind: FaultKind = "raised"
    # NumPy's class for the same has a name that says nothing to anybody.
    name = clean(type(error).__name__, 80) if not isinstance(error, MemoryError) else "MemoryError"
    for known, of_kind in _KINDS.items():
        if isinstance(error, known):
            kind = of_kind
    return Fault(kind, name, clean(message, LONGEST_MESSAGE), line, column, names)


def fault_of_call(error: TypeError, function: Any) -> Exception:
    """Return what to raise where a call came to a `TypeError`: where the arguments were not taken, the function's line
    is the one to look at."""
    code = getattr(function, "__code__", None)
    if error.__traceback__ is None or error.__traceback__.tb_next is not None or not isinstance(code, CodeType):
        return error
    message = clean(str(error), LONGEST_MESSAGE)
    return FaultError(Fault("raised", "TypeError", message, code.co_firstlineno if code.co_filename == PROGRAM else 0))


_KINDS: dict[type[BaseException], FaultKind] = {
    MemoryError: "memory", OutputLimitError: "output", InputError: "input"
}  # fmt: skip


def line_in(frame: FrameType | None) -> int:
    """Return the line of the program that is being run; 0 where none is."""
    for one, line in traceback.walk_stack(frame):
        if one.f_code.co_filename == PROGRAM:
            return line
    return 0


def _place_of(error: BaseException, source: str) -> tuple[int, int]:
    """Return the line and the column in the program where something was raised: the last that is its own."""
    found: TracebackType | None = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == PROGRAM:
            found = trace
        trace = trace.tb_next
    if found is None:
        return 0, 0
    places = list(found.tb_frame.f_code.co_positions())
    line, _, start, _ = places[found.tb_lasti // 2]
    if line != found.tb_lineno or line is None or start is None:
        return found.tb_lineno, 0
    # Python counts bytes.
    before = source.split("\n")[line - 1].encode("utf-8", "surrogatepass")[:start]
    return line, len(before.decode("utf-8", "replace")) + 1


def _names_for(error: BaseException) -> tuple[str, ...]:
    """Return the names that are known where one was not: the likest first."""
    if isinstance(error, NameError) and error.name and error.__traceback__ is not None:
        *_, (frame, _) = traceback.walk_tb(error.__traceback__)
        own = [name for name in (*frame.f_locals, *frame.f_globals) if not name.startswith("_")]
        return _likest(error.name, own, dir(builtins))
    if isinstance(error, AttributeError) and error.name and error.obj is not None:
        return _likest(error.name, [], dir(error.obj))
    return ()


def _likest(name: str, own: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Return the names that are like one, and after them the rest of the program's own."""
    public = [other for other in (*own, *others) if isinstance(other, str) and not other.startswith("_")]
    spelled: dict[str, list[str]] = {}
    for other in dict.fromkeys(public):
        spelled.setdefault(other.casefold(), []).append(other)
    near = difflib.get_close_matches(name.casefold(), spelled, n=5, cutoff=NEAR)
    found = [other for key in near for other in spelled[key]]
    return tuple(other[:80] for other in dict.fromkeys((*found, *own)))[:MOST_NAMES]
