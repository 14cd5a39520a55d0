"""Why a program could not run, in words that do not presuppose Python's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.messages import unrunnable
from tutor.course.programs.names import missing_attribute, missing_name
from tutor.course.programs.operations import max_of_two, nothing_inside, wrong_type, wrong_value
from tutor.course.programs.reading import Spot, function_in, line_of, parse
from tutor.course.programs.shapes import is_of_shapes, misfit
from tutor.course.programs.syntax import why_unreadable
from tutor.course.programs.words import wrong
from tutor.course.questions import Feedback
from tutor.language import SaidError, Text
from tutor.namedtuple import NamedTuple
from tutor.program import Fault, Job, RunProgram
from tutor.worker.messages import NO_FOREIGN_PROGRAMS, NO_PROGRAMS


class NotRunError(SaidError):
    """The program could not be tried at all, through no fault of its own: no attempt."""

    @classmethod
    def of(cls, fault: Fault) -> NotRunError:
        """Return what to say of a program that was not started."""
        return cls(_REFUSALS.get(fault.type, unrunnable.NOT_STARTED))


class Failure(NamedTuple):
    """A program that failed, and all that is known of it."""

    exercise: Exercise
    source: str
    fault: Fault

    @property
    def line(self) -> str:
        """The line of the learner's at which it failed."""
        return line_of(self.source, self.fault.line)


_REFUSALS: Mapping[str, Text] = {"Unguarded": NO_PROGRAMS, "Untrusted": NO_FOREIGN_PROGRAMS}
_KINDS: Mapping[str, Text] = {
    "memory": unrunnable.MEMORY,
    "output": unrunnable.OUTPUT,
    "input": unrunnable.INPUT,
    "ended": unrunnable.ENDED,
    "wrong": unrunnable.GAVE_UNREADABLE,
}


def failed(exercise: Exercise, job: Job, run: RunProgram, fault: Fault) -> Feedback:
    """Return what to say to a program that failed.

    Raises:
        NotRunError: it could not be started.
    """
    if fault.kind == "start":
        raise NotRunError.of(fault)
    if fault.kind == "syntax":
        return why_unreadable(job.source, Spot(fault.message, fault.line))
    if fault.kind == "missing":
        return _no_function(exercise, fault)
    if fault.kind == "time":
        return _endless(job.source, fault)
    if fault.kind in _KINDS:
        return wrong(fault.kind, _KINDS[fault.kind])
    if is_of_shapes(fault):
        return misfit(job, run, fault)
    failure = Failure(exercise, job.source, fault)
    explain = _RAISED.get(fault.type)
    found = explain(failure) if explain is not None else None
    return found or wrong("fault", unrunnable.RAISED.filled(line=fault.line, message=_python_says(fault)))


def _no_function(exercise: Exercise, fault: Fault) -> Feedback:
    if len(fault.names) == 1:
        found = unrunnable.FUNCTION_NAMED_OTHERWISE.filled(found=fault.names[0], function=exercise.function)
        return wrong("function_name", found)
    return wrong("function_name", unrunnable.FUNCTION_MISSING.filled(function=exercise.function))


def _endless(source: str, fault: Fault) -> Feedback:
    tree = parse(source)
    if fault.line and not isinstance(tree, Spot):
        loops = [node for node in ast.walk(tree) if isinstance(node, ast.While) and _covers(node, fault.line)]
        if loops:
            return wrong("endless", unrunnable.ENDLESS_WHILE.filled(line=loops[-1].lineno))
    if fault.line:
        return wrong("endless", unrunnable.ENDLESS.filled(line=fault.line))
    return wrong("endless", unrunnable.ENDLESS_SOMEWHERE)


def _covers(node: ast.stmt, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def _unbound(failure: Failure) -> Feedback | None:
    quoted = re.search(r"'(\w+)'", failure.fault.message)
    name = quoted[1] if quoted else ""
    return wrong("unbound", unrunnable.UNBOUND.filled(line=failure.fault.line, found=name))


def _index(failure: Failure) -> Feedback | None:
    message, line = failure.fault.message, failure.fault.line
    beyond = re.search(r"index (-?\d+) is out of bounds for axis \d+ with size (\d+)", message)
    if beyond:
        size = int(beyond[2])
        return wrong("index", unrunnable.INDEX_BEYOND.filled(line=line, index=beyond[1], size=size, last=size - 1))
    many = re.search(r"is (\d+)-dimensional, but (\d+) were indexed", message)
    if many and many[1] == "0":
        return wrong("index_number", unrunnable.INDEX_NUMBER.filled(line=line))
    if many:
        return wrong("index", unrunnable.INDICES_TOO_MANY.filled(line=line, wanted=many[1], given=many[2]))
    if "scalar variable" in message:
        return wrong("index_number", unrunnable.INDEX_NUMBER.filled(line=line))
    return None


def _axis(failure: Failure) -> Feedback | None:
    found = re.search(r"axis (-?\d+) is out of bounds for array of dimension (\d+)", failure.fault.message)
    two = re.search(r"np\.(max|min|amax|amin)\(", failure.line)
    if two and "axis" not in failure.line:
        return wrong("max_of_two", max_of_two(failure.fault.line, two[1]))
    if found is None:
        return None
    missing = unrunnable.AXIS_MISSING_OF_ONE if found[2] == "1" else unrunnable.AXIS_MISSING
    said = missing.filled(line=failure.fault.line, axis=found[1], dimensions=found[2])
    return wrong("axis_missing", said)


def _overflow(failure: Failure) -> Feedback | None:
    return wrong("too_large", unrunnable.TOO_LARGE.filled(line=failure.fault.line))


def _zero(failure: Failure) -> Feedback | None:
    return wrong("zero", unrunnable.DIVIDED_BY_ZERO.filled(line=failure.fault.line))


def _module(failure: Failure) -> Feedback | None:
    quoted = re.search(r"'([\w.]+)'", failure.fault.message)
    return wrong("module", unrunnable.NO_MODULE.filled(line=failure.fault.line, found=quoted[1])) if quoted else None


def _recursion(failure: Failure) -> Feedback | None:
    return wrong("recursion", unrunnable.CALLS_ITSELF.filled(line=failure.fault.line))


def _whole_numbers(failure: Failure) -> Feedback | None:
    if "ufunc 'bitwise" in failure.fault.message:
        return wrong_type(failure.exercise, failure.source, failure.fault)
    if "Cannot cast" in failure.fault.message:
        return wrong("ints", unrunnable.WHOLE_NUMBER_ARRAY.filled(line=failure.fault.line))
    return wrong_type(failure.exercise, failure.source, failure.fault)


def _name(failure: Failure) -> Feedback | None:
    tree = parse(failure.source)
    function = None if isinstance(tree, Spot) else function_in(tree, failure.exercise.function)
    return missing_name(failure.exercise, failure.fault, function)


def _attribute(failure: Failure) -> Feedback | None:
    if "'NoneType' object" in failure.fault.message:
        return nothing_inside(failure.source, failure.fault.line)
    return missing_attribute(failure.fault)


def _type(failure: Failure) -> Feedback | None:
    return wrong_type(failure.exercise, failure.source, failure.fault)


def _value(failure: Failure) -> Feedback | None:
    return wrong_value(failure.source, failure.fault)


_RAISED: Mapping[str, Callable[[Failure], Feedback | None]] = {
    "NameError": _name,
    "UnboundLocalError": _unbound,
    "AttributeError": _attribute,
    "TypeError": _type,
    "UFuncTypeError": _whole_numbers,
    "_UFuncOutputCastingError": _whole_numbers,
    "_UFuncInputCastingError": _whole_numbers,
    "_UFuncBinaryResolutionError": _whole_numbers,
    "_UFuncNoLoopError": _whole_numbers,
    "ValueError": _value,
    "IndexError": _index,
    "AxisError": _axis,
    "OverflowError": _overflow,
    "FloatingPointError": _overflow,
    "ZeroDivisionError": _zero,
    "ModuleNotFoundError": _module,
    "ImportError": _module,
    "RecursionError": _recursion,
}


def _python_says(fault: Fault) -> str:
    """Return Python's own words, in one line; a traceback would be said here were nothing better known."""
    words = " ".join(fault.message.replace("`", "'").split())
    return f"{fault.type}: {words[:160]}" if fault.type else words[:160]
