"""Programs run in the test itself, without any guard: for programs that tests have written."""

from __future__ import annotations

import contextlib
import io
import math
from typing import Any

import numpy as np

from tutor.program import Fault, Job, Ran, Returned


def run_here(job: Job) -> Ran:
    """Run a program and wait for it, as the worker does: a `tutor.program.RunProgram`."""
    returned: list[tuple[Returned, ...]] = []
    printed = io.StringIO()
    try:
        code = compile(job.source, "<program>", "exec")
    except SyntaxError as error:
        return Ran((), Fault("syntax", type(error).__name__, error.msg, error.lineno or 0, error.offset or 0))
    for case in job.cases:
        names: dict[str, Any] = {"np": np, "math": math, **case.given}
        calls: list[Returned] = []
        try:
            with contextlib.redirect_stdout(printed if not returned else io.StringIO()), np.errstate(all="ignore"):
                exec(code, names)
                if not callable(names.get(job.function)):
                    return Ran(tuple(returned), Fault("missing"), printed.getvalue())
                calls.extend(Returned(names[job.function](*arguments)) for arguments in case.calls)
        except (ArithmeticError, AttributeError, LookupError, NameError, TypeError, ValueError) as error:
            trace, line = error.__traceback__, 0
            while trace is not None:
                line = trace.tb_lineno if trace.tb_frame.f_code.co_filename == "<program>" else line
                trace = trace.tb_next
            fault = Fault("raised", type(error).__name__, str(error), line)
            return Ran((*returned, tuple(calls)), fault, printed.getvalue())
        returned.append(tuple(calls))
    return Ran(tuple(returned), printed=printed.getvalue())
