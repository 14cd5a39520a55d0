"""Proves the code that a lab's author gives for a readout: run as a learner would run it, it gives the same."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.course.finding import Place
from tutor.course.labs import Labs
from tutor.course.lint.places import at_the_ends
from tutor.course.live import LiveError, write
from tutor.course.loader import Reading
from tutor.course.model import LabUse
from tutor.course.programs.scratch import job_of_last
from tutor.course.source import Findings
from tutor.lab import Readout, Result, Values
from tutor.program import Fault, Other, RunProgram
from tutor.render.snippet import is_known, snippet_of


def lint_code(reading: Reading, run_program: RunProgram, findings: Findings) -> None:
    """Note each readout of a lab in a step whose code does not give its value, once a lab."""
    course, labs = reading.course, reading.labs
    if course is None or not reading.runs_labs:
        return
    noted: set[tuple[str, str]] = set()
    proved: set[str] = set()
    uses = (step.lab for lesson in course.lessons for step in lesson.steps)
    for use in (one for one in uses if one is not None):
        for values, result in _results(use, labs):
            for name, readout in result.readouts.items():
                which = (use.lab.name, name)
                if not readout.code or not is_known(readout.value) or which in noted:
                    continue
                snippet = snippet_of(name, use.lab, values, result)
                if snippet is not None and f"{which}{snippet.source}" in proved:
                    continue
                amiss = _NO_PROGRAM if snippet is None else _amiss(snippet.source, readout, run_program)
                if snippet is not None and not amiss:
                    proved.add(f"{which}{snippet.source}")
                if amiss:
                    noted.add(which)
                    place = labs.place_of(use.lab, readout.code) or use.place or Place("", 1)
                    findings.error(
                        place, "code-differs", f"The code of the readout {name!r} of {use.lab.name} {amiss}."
                    )


_NO_PROGRAM = (
    "becomes no short program: it names something that is no parameter, no readout, no number and no function that the "
    "lab reads"
)


def _results(use: LabUse, labs: Labs) -> Iterator[tuple[Values, Result]]:
    """Yield what the lab of a step gives as it is set there, and at the ends of what can be moved."""
    for values in (use.values, *at_the_ends(use.lab, use.values, use.show)):
        result = labs.run(use.lab, values)
        if isinstance(result, Result):
            yield use.lab.check(values), result


def _amiss(source: str, readout: Readout, run_program: RunProgram) -> str:
    """Return what is wrong with a program that is to give a readout; "" where nothing is, or nothing can be run."""
    ran = run_program(job_of_last(source))
    if ran.fault is not None:
        return "" if ran.fault.kind == "start" else f"fails: {_said_of(ran.fault)}"
    value = ran.returned[0][0].value
    wanted, given = _written(readout, readout.value), _written(readout, value)
    return "" if given == wanted else f"gives {given}, not {wanted}"


def _written(readout: Readout, value: Any) -> str:
    """Return a value as the screen has it: that is how exactly it has to be the same."""
    if isinstance(value, Other):
        return value.shown
    if isinstance(readout.value, str):
        return str(value)
    own = np.asarray(readout.value)
    try:
        alike = np.asarray(value).astype(own.dtype) if own.dtype.kind in "biuf" else np.asarray(value)
        return write(alike if alike.ndim else alike.item(), readout.format, "en")
    except (LiveError, TypeError, ValueError):
        return str(value)


def _said_of(fault: Fault) -> str:
    return f"{fault.type}: {fault.message}" if fault.message else fault.type or fault.kind
