"""The forms of a program to be run and of what came of it; see `tutor.program`.

What a program is given are numbers and arrays, checked strictly. What it gives back may be anything: whatever is no
data becomes an `Other`, which says what it is.
"""

from __future__ import annotations

import re
import reprlib
from typing import Any, get_args

import numpy as np

from tutor.program import LONGEST_SOURCE, Case, Fault, FaultKind, Job, Other, Ran, Returned
from tutor.worker import messages
from tutor.worker.arrays import DEEPEST, MOST_ENTRIES, VALUE, pack_array, unpack_array
from tutor.worker.calls import Calls, Given
from tutor.worker.caught import Caught
from tutor.worker.forms import (
    INDEX,
    NAME,
    TEXT,
    Form,
    Many,
    Maybe,
    Named,
    OneOf,
    Plain,
    Record,
    is_finite,
    is_number,
    is_text,
    is_writable,
    native,
    wrong,
)
from tutor.worker.wire import MalformedError

MOST_CASES = 200
ITEM = 10
"""How many entries of an array take the time of one entry of a list."""
LONGEST_SHOWN = 120
"""Characters of how a value reads."""
LONGEST_MODULE = 10 * LONGEST_SOURCE
"""Characters of a module that a program can import: many programs, one below the other."""


class _Room:
    """What one value may take: a short list, put into itself a few times, would be without end."""

    def __init__(self) -> None:
        self._left = MOST_ENTRIES

    def take(self, count: int) -> None:
        self._left -= count
        if self._left < 0:
            raise MalformedError(messages.MORE_ENTRIES, most=MOST_ENTRIES)


class Anything(Form):
    """Whatever a program gives back."""

    def pack(self, value: Any, at: str) -> Any:  # noqa: ARG002 - nothing is wrong anywhere
        # A picture asks for thousands of these.
        if type(value) in (float, np.float64):
            return float(value)
        packed: Any = None
        with Caught() as caught:
            packed = self._packed(value, DEEPEST, _Room())
        if isinstance(caught.error, MemoryError):
            raise caught.error
        # It is too much, or it is of a class of its own that raises something when one looks.
        return packed if caught.error is None else _packed_other(value)

    def _packed(self, value: Any, depth: int, room: _Room) -> Any:
        room.take(ITEM)
        value = _number_of(value)
        if value is None or isinstance(value, bool) or is_number(value) or is_text(value):
            return value
        if isinstance(value, np.ndarray) and value.dtype.kind in "biuf":
            array = np.asarray(value, dtype=float if value.dtype.itemsize > 8 else None)
            room.take(array.size)
            return {"array": pack_array(array, "value")}
        if not depth:
            return _packed_other(value)
        if isinstance(value, tuple | list):
            name = "tuple" if isinstance(value, tuple) else "list"
            return {name: [self._packed(item, depth - 1, room) for item in value]}
        if isinstance(value, dict) and all(is_text(key) for key in value):
            return {"dict": [[str(key), self._packed(item, depth - 1, room)] for key, item in value.items()]}
        return _packed_other(value)

    def unpack(self, data: Any, at: str, depth: int = DEEPEST) -> Any:
        if data is None or isinstance(data, bool) or is_number(data) or is_text(data):
            return data
        if not isinstance(data, dict) or len(data) != 1:
            raise wrong(at, data, messages.A_VALUE)
        ((kind, content),) = data.items()
        if kind == "array":
            return unpack_array(content, at)
        if kind == "other" and isinstance(content, list) and len(content) == 2:
            return Other(NAME.unpack(content[0], at), TEXT.unpack(content[1], at))
        if not isinstance(content, list) or not depth:
            raise wrong(at, data, messages.A_VALUE)
        if kind in ("tuple", "list"):
            items = [self.unpack(item, f"{at}[{number}]", depth - 1) for number, item in enumerate(content)]
            return tuple(items) if kind == "tuple" else items
        if kind == "dict" and all(isinstance(entry, list) and len(entry) == 2 for entry in content):
            return {TEXT.unpack(name, at): self.unpack(item, f"{at}[…]", depth - 1) for name, item in content}
        raise wrong(at, data, messages.A_VALUE)


def _number_of(value: Any) -> Any:
    """Return a number of NumPy's as Python's own, however wide it is; all else as it is."""
    if isinstance(value, np.floating) and not isinstance(value, float):
        return float(value)
    return native(value)


def _packed_other(value: Any) -> Any:
    name, shown = "object", ""
    with Caught():
        name = type(value).__name__
    with Caught():
        shown = shown_value(value)
    return {"other": [clean_line(name, 80) or "object", clean_line(shown, LONGEST_SHOWN)]}


def shown_value(value: Any) -> str:
    """Return how a value reads: of what is long or deep, the beginning and the end."""
    short = reprlib.Repr()
    short.maxother = short.maxstring = short.maxlong = LONGEST_SHOWN
    # Where a thing lies in memory says nothing, and is different each time.
    return re.sub(r" at 0x[0-9a-fA-F]+", "", short.repr(value))


def clean_line(text: str, most: int) -> str:
    """Return a text in one line that can be written, cut to a length."""
    line = " ".join(text.encode("utf-8", "backslashreplace").decode("utf-8").split())
    return line if len(line) <= most else f"{line[: most - 1]}…"


def _is_module(source: object) -> bool:
    return isinstance(source, str) and len(source) <= LONGEST_MODULE and is_writable(source)


def _is_time(seconds: object) -> bool:
    return is_finite(seconds) and 0 < float(seconds) <= 600  # type: ignore[arg-type]


ANYTHING = Anything()
CASE = Record(Case, {"given": Named(VALUE, 100), "calls": Calls()})
JOB = Record(
    Job,
    {
        "source": TEXT,
        "function": NAME,
        "cases": Many(CASE, MOST_CASES),
        "modules": Named(Plain(_is_module, messages.A_TEXT_OF.filled(most=LONGEST_MODULE)), 50),
        "seconds": Plain(_is_time, messages.SECONDS),
    },
)
FAULT = Record(
    Fault,
    {
        "kind": OneOf(get_args(FaultKind)),
        "type": TEXT,
        "message": TEXT,
        "line": INDEX,
        "column": INDEX,
        "names": Many(NAME, 100),
    },
)
RETURNED = Record(Returned, {"value": ANYTHING, "changed": Many(NAME, 150)})
RAN = Record(Ran, {"returned": Many(Given(RETURNED), MOST_CASES), "fault": Maybe(FAULT), "printed": TEXT})
