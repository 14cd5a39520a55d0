"""What a program is that a learner writes: source in, values out.

A `Job` asks for a program to be run on some data, and a `Ran` says what came of it. Neither knows what is right.
Whoever runs a job (`tutor.worker.programs`) knows no answers; whoever judges (`tutor.course.programs`) runs nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from tutor.namedtuple import NamedTuple

SECONDS = 0.8
"""How long a program may run unless its exercise says otherwise."""
MINE = "mine"
"""The module from which a program imports those of earlier exercises."""
LONGEST_SOURCE = 20_000
"""Characters of a program, and of anything that is typed as one."""


class Case(NamedTuple):
    """One set of data, on which a program is run afresh."""

    given: Mapping[str, Any]
    """what the program finds as names of its own: numbers and arrays"""
    calls: tuple[tuple[Any, ...], ...]
    """the arguments of each call of the program's function"""


class Call(NamedTuple):
    """A program's function at work on data of its own."""

    function: str
    arguments: Mapping[str, Any]
    """by the names that its exercise has for them, in order"""
    given: Mapping[str, Any]
    """what the program finds as names of its own"""


class Job(NamedTuple):
    """A program to be run."""

    source: str
    function: str
    """the name of the function that is called"""
    cases: tuple[Case, ...]
    modules: Mapping[str, str] = {}
    """further programs that it can import, by name"""
    seconds: float = SECONDS


class Other(NamedTuple):
    """A value that is no number, no array, no truth value, no text and nothing made of those."""

    type: str
    """the name of its type: "function", "dict_keys" """
    shown: str
    """how it reads, cut to a line"""


class Returned(NamedTuple):
    """What one call gave back."""

    value: Any
    """a number, an array (of the type that it had), a truth value, a text, None, a tuple or list of those, a dict from
    texts to those, or `Other`"""
    changed: tuple[str, ...] = ()
    """the arguments and given names whose arrays or lists the call has changed in place: an argument by the name that
    the program has for it, or by its place from 1 where it has none; the first call answers for what stands outside"""


FaultKind = Literal[
    "syntax", "missing", "raised", "time", "memory", "output", "input", "wrong", "ended", "start", "unfinished"
]
"""It is no Python; it defines no such function; it raised; it took too long, too much memory, printed too much; it
asked for input; it gave back what cannot be read; it ended its process; it could not be started; something
in it is still to be filled in."""


Refusal = Literal["Unguarded", "Untrusted"]
"""Why no program is run at all: others' work could be reached by it; it comes with a course that is not trusted."""


class Fault(NamedTuple):
    """Why a program gave nothing back."""

    kind: FaultKind
    type: str = ""
    """the class of what was raised: "NameError", "IndentationError"; where the function is missing, the type of what
    has its name instead, or ""; a `Refusal` where programs may not run on this system"""
    message: str = ""
    line: int = 0
    """in the learner's own source, from 1; 0 where that is not known"""
    column: int = 0
    """from 1; 0 where that is not known: of what was raised, where the expression begins"""
    names: tuple[str, ...] = ()
    """the names that are known where a name or an attribute was not, the likest first and after them the program's own;
    or the functions that it defines instead of the missing one"""


class Ran(NamedTuple):
    """What came of a job, as far as it came."""

    returned: tuple[Sequence[Returned], ...]
    """for each case the calls that gave something back; after a fault there is nothing more"""
    fault: Fault | None = None
    printed: str = ""
    """what the program printed, in the first case; cut to some lines"""


RunProgram = Callable[[Job], Ran]
"""Runs a program and waits for it."""
