"""In the worker: runs a program that a learner has written, afresh for each set of data, and says what came of it.

It knows no answers. Whatever the program does, what is said of it is data: see `values`.
"""

from __future__ import annotations

import builtins
import math
import random
import sys
import types
import warnings
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import Any

import numpy as np

from tutor.program import Case, Fault, Job
from tutor.worker.calls import together
from tutor.worker.caught import Caught
from tutor.worker.causes import PROGRAM, FaultError, InputError, fault_of, fault_of_call, line_in, syntax_fault
from tutor.worker.imported import Imported
from tutor.worker.output import Output
from tutor.worker.progress import Progress, compiled
from tutor.worker.values import ANYTHING, FAULT, JOB
from tutor.worker.wire import frame
from tutor.worker.work import Message, Tell, Work, clean

MOST_PRINTED, MOST_LINES = 2_000, 40
"""Of what is printed, so much is kept."""
LONGEST_KEPT = 8 * MOST_PRINTED + 8
"""Characters of what is kept, once tabs and halves of characters are spelled out."""
LONG = 2.0
"""Seconds from which on a program says how far it is within a call."""
RESERVE = 1 << 20
"""Numbers whose place is given back when the memory is used up, so that this can still be said."""
SHARED = (builtins, math, random, np, np.linalg, np.random)
"""What programs use in common."""
MAIN = "__main__"
"""What a program is called: what stands below `if __name__ == "__main__"` is run as well."""


class Printed(Output):
    """Keeps the beginning of what is printed, as long as it is told to."""

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.is_keeping = True
        self._kept: list[str] = []
        self._count = 0

    def put(self, text: str) -> None:
        """Keep a text, or as much of it as there is room for."""
        if self.is_keeping and self._count <= MOST_PRINTED:
            self._kept.append(text[: MOST_PRINTED + 1])
            self._count += len(text)

    @property
    def text(self) -> str:
        """What was kept; an ellipsis where it goes on."""
        whole = clean("".join(self._kept)[: MOST_PRINTED + 1].expandtabs(), LONGEST_KEPT)
        lines = whole.splitlines(keepends=True)
        if self._count <= MOST_PRINTED and len(lines) <= MOST_LINES:
            return whole
        return "".join(lines[:MOST_LINES])[:MOST_PRINTED] + "…"


class ProgramWork(Work):
    """A program to be run."""

    def __init__(self, request: Message, tell: Tell, most_printed: int) -> None:
        self._request = request
        self._source = ""
        self._returned: list[list[Any]] = []
        self._printed = Printed(most_printed)
        self._tell = tell
        self._reserve: object = np.empty(RESERVE)

    def answer(self) -> Message:
        """Run it, and return what its calls gave back and what went wrong."""
        before = within_reach()
        with Caught() as caught, np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self._run(JOB.unpack(self._request["job"], "job"))
        self._reserve = None
        # Before the fault is looked into: for that, more is imported.
        self.is_last = within_reach() != before
        fault = fault_of(caught.error, self._source) if caught.error is not None else None
        if fault is not None and fault.kind == "memory":
            self.is_last = True
        return self._answer(fault)

    def stopped(self, frame: FrameType | None) -> Message:
        """Return what came of it until now, and the line where it is."""
        return self._answer(Fault("time", line=line_in(frame)))

    def _answer(self, fault: Fault | None) -> Message:
        packed = None if fault is None else FAULT.pack(fault, "fault")
        return {"is": "ran", "ran": [[together(case) for case in self._returned], packed, self._printed.text]}

    def _run(self, job: Job) -> None:
        self._source = job.source.replace("\r\n", "\n").replace("\r", "\n")
        progress = Progress(self._tell, sum(len(case.calls) for case in job.cases))
        is_long = job.seconds >= LONG
        try:
            code = compiled(self._source, PROGRAM, says_share=is_long)
        except (SyntaxError, ValueError, MemoryError, RecursionError, OverflowError) as error:
            raise FaultError(syntax_fault(error, self._source)) from None
        sys.stdout = sys.stderr = self._printed
        builtins.input = _no_input
        with Imported(job.modules, progress, says_share=is_long) as modules:
            for case in job.cases:
                modules.forget()
                random.seed(0)
                np.random.seed(0)
                self._run_case(job, case, code, progress)
                self._printed.is_keeping = False

    def _run_case(self, job: Job, case: Case, code: types.CodeType, progress: Progress) -> None:
        given = {name: fresh(value) for name, value in case.given.items()}
        program = types.ModuleType(MAIN)
        names = program.__dict__
        names |= {"np": np, **progress.names, **given}
        sys.modules[MAIN] = program
        returned: list[Any] = []
        self._returned.append(returned)
        known = {name: state_of(value) for name, value in given.items()}
        exec(code, names)
        function = names.get(job.function)
        if not callable(function):
            raise FaultError(_missing(job, names, given))
        parameters = _parameters_of(function)
        for call in case.calls:
            arguments = [fresh(value) for value in call]
            before = [state_of(value) for value in arguments]
            try:
                value = function(*arguments)
            except TypeError as error:
                raise fault_of_call(error, function) from None
            changed = [
                parameters[place] if place < len(parameters) else str(place + 1)
                for place, argument in enumerate(arguments)
                if state_of(argument) != before[place]
            ]
            for name, held in given.items():
                state = state_of(held)
                if state != known[name]:
                    known[name] = state
                    changed.append(name)
            returned.append([ANYTHING.pack(value, "value"), list(dict.fromkeys(changed))])
            progress.call_done()


def within_reach() -> object:
    """Return what is compared to see whether a program has changed what others use: names that it gave another meaning,
    which modules there are and who finds them, and how Python and NumPy are set."""
    return (
        [[(name, id(value)) for name, value in vars(module).items()] for module in SHARED],
        set(sys.modules),
        [id(finder) for finder in sys.meta_path],
        (sys.getrecursionlimit(), sys.gettrace(), sys.getprofile(), sys.get_int_max_str_digits()),
        np.get_printoptions(),
    )


def warm_up_programs() -> None:
    """Run a program for nobody; see `tutor.worker.work.warm_up`."""
    source = "def f(x):\n    return ((x - 1.0)**2).mean()\n"
    job = JOB.pack(Job(source, "f", (Case({"x": np.ones(3)}, ((np.ones(3),),)),)), "job")
    frame(ProgramWork({"job": job}, lambda _: None, 0).answer())


def _no_input(*_: object) -> str:
    raise InputError("there is nobody to answer")


def _missing(job: Job, names: Mapping[str, Any], given: Mapping[str, Any]) -> Fault:
    """Return what to say of a program that does not define its function."""
    found = names.get(job.function)
    own = [
        name[:80]
        for name, value in names.items()
        if isinstance(value, types.FunctionType | type) and value.__module__ == MAIN and name not in given
    ]
    there = type(found).__name__[:80] if job.function in names else ""
    return Fault("missing", there, job.function, names=tuple(own[:40]))


def _parameters_of(function: Any) -> Sequence[str]:
    """Return the names of the parameters that a function's arguments go to, as far as they have names."""
    code = getattr(function, "__code__", None)
    if not isinstance(code, types.CodeType):
        return ()
    return code.co_varnames[: code.co_argcount]


def fresh(value: Any) -> Any:
    """Return a copy that a program may change as it likes."""
    if isinstance(value, np.ndarray):
        return np.array(value)
    if isinstance(value, tuple | list):
        return type(value)(fresh(item) for item in value)
    return value


def state_of(value: Any) -> Any:
    """Return what is compared to see whether a value was changed in place."""
    if isinstance(value, np.ndarray):
        return value.shape, value.dtype.str, value.tobytes()
    if isinstance(value, tuple | list):
        return [state_of(item) for item in value]
    return value
