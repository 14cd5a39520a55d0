"""Runs programs that the tests themselves wrote, here and at once; a learner's run in `tutor.worker.programs`."""

from __future__ import annotations

import contextlib
import copy
import io
import sys
import types
from collections.abc import Iterator, Mapping
from unittest import mock

import numpy as np

from tutor.program import Case, Fault, Job, Ran, Returned


def run_here(job: Job) -> Ran:
    """Run a job in this process; a `tutor.program.RunProgram`."""
    returned: list[tuple[Returned, ...]] = []
    printed = io.StringIO()
    with _importable(job.modules), contextlib.redirect_stdout(printed), np.errstate(all="ignore"):
        for case in job.cases:
            try:
                returned.append(_called(job, case))
            except SyntaxError as error:
                fault = Fault("syntax", type(error).__name__, error.msg, error.lineno or 0, error.offset or 0)
                return Ran(tuple(returned), fault)
            except KeyError as error:
                return Ran(tuple(returned), Fault("missing", message=str(error)))
            except Exception as error:  # noqa: BLE001 - whatever a program raises
                return Ran(tuple(returned), Fault("raised", type(error).__name__, str(error), _line_of(error)))
    return Ran(tuple(returned), printed=printed.getvalue())


def _called(job: Job, case: Case) -> tuple[Returned, ...]:
    names = {"np": np, **copy.deepcopy(dict(case.given))}
    exec(compile(job.source, "<program>", "exec"), names)
    function = names[job.function]
    found = []
    for call in case.calls:
        arguments = copy.deepcopy(call)
        value = function(*arguments)
        changed = [str(at) for at, (one, other) in enumerate(zip(call, arguments, strict=True)) if _differ(one, other)]
        found.append(Returned(value, tuple(changed)))
    return tuple(found)


def _differ(one: object, other: object) -> bool:
    return isinstance(one, np.ndarray) and not np.array_equal(one, other)  # type: ignore[arg-type]


def _line_of(error: BaseException) -> int:
    line, frame = 0, error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename == "<program>":
            line = frame.tb_lineno
        frame = frame.tb_next
    return line


@contextlib.contextmanager
def _importable(modules: Mapping[str, str]) -> Iterator[None]:
    """Let programs import others by name."""
    made = {}
    for name, source in modules.items():
        made[name] = types.ModuleType(name)
        vars(made[name])["np"] = np
        exec(source, vars(made[name]))
    with mock.patch.dict(sys.modules, made):
        yield
