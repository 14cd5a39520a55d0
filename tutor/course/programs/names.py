"""What to say where a program uses a name, or something of a value, that is not there."""

from __future__ import annotations

import builtins
import difflib
import math
import re
from collections.abc import Iterable

import numpy as np

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.messages import unreadable, unrunnable
from tutor.course.programs.reading import Function, arguments_of, calls_on, line_of, names_set
from tutor.course.programs.words import wrong
from tutor.course.questions import Feedback
from tutor.language import Text
from tutor.program import Fault

_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_OTHER_LANGUAGES = {"true": "True", "false": "False", "none": "None", "null": "None", "nil": "None"}
_SIZES = ("m", "n", "N", "M")
"""What the number of samples is called on paper."""
_MODULES = ("math", "numpy", "random", "functools", "itertools", "statistics")
_FUNCTION_TYPES = ("function", "builtin_function_or_method", "method", "ufunc", "_ArrayFunctionDispatcher")
NUMBERS = ("float", "int", "bool", "float64", "float32", "int64", "int32", "bool_", "complex")
_SAID_OTHERWISE = {"pow": "power", "avg": "mean", "len": "size", "length": "size", "summ": "sum"}
"""What NumPy calls by a name that lies far from what it is called elsewhere."""


def missing_name(exercise: Exercise, fault: Fault, function: Function | None) -> Feedback:
    """Return what to say where there is no such name; `function` is the learner's, where it can be read."""
    found, line = _quoted(fault.message), fault.line
    arguments = arguments_of(function) if function is not None else exercise.arguments
    here = (*arguments, *exercise.given)
    if _HANGUL.search(found):
        return wrong("hangul", unreadable.HANGUL.filled(line=line, found=found))
    if found == "___":
        return wrong("blank", unreadable.BLANK_LEFT.filled(line=line))
    if found in exercise.arguments and len(arguments) == len(exercise.arguments):
        own = arguments[exercise.arguments.index(found)]
        return wrong("argument_renamed", unrunnable.ARGUMENT_RENAMED.filled(line=line, wanted=found, found=own))
    if found in ("ln", "log_e"):
        return wrong("natural_log", unrunnable.NATURAL_LOG.filled(line=line))
    other_case = next((name for name in (*here, *fault.names) if name.lower() == found.lower()), None)
    if other_case is not None:
        return wrong("letter_case", unrunnable.NAME_CASE.filled(line=line, found=found, near=other_case))
    if found in _OTHER_LANGUAGES:
        near = _OTHER_LANGUAGES[found]
        return wrong("name", unrunnable.NAME_NEAR.filled(line=line, found=found, near=near))
    if found in _MODULES:
        said = unrunnable.NAME_NEAR.filled(line=line, found=found, near="np") if found == "numpy" else None
        return wrong("name", said or unrunnable.NOT_IMPORTED.filled(line=line, found=found))
    if found in _SIZES and found not in here:
        return wrong("name", unrunnable.SIZE_UNKNOWN.filled(line=line, found=found))
    if callable(getattr(np, found, None)) and function is not None and found not in calls_on(function):
        return wrong("name", unrunnable.NAME_NOT_SET.filled(line=line, found=found))
    if hasattr(np, found) and not hasattr(builtins, found):
        return wrong("needs_np", unrunnable.NEEDS_NP.filled(line=line, found=found))
    set_here = () if function is None else names_set(function)
    known_functions = [name for name in dir(builtins) if name.islower() and not name.startswith("_")]
    others = [name for name in fault.names if not hasattr(builtins, name)]
    close = nearest(found, (*here, *set_here, *others, "np")) or nearest(found, known_functions, 0.8)
    if close:
        return wrong("name", unrunnable.NAME_NEAR.filled(line=line, found=found, near=close))
    known = ", ".join(f"`{name}`" for name in (*here, "np"))
    return wrong("name", unrunnable.NAME_UNKNOWN.filled(line=line, found=found, known=Text(en=known, ko=known)))


def missing_attribute(fault: Fault) -> Feedback:
    """Return what to say where a value, or NumPy, has no such thing."""
    line = fault.line
    found = _quoted(fault.message.rpartition("attribute")[2])
    type_name = _quoted(fault.message)
    if type_name in _FUNCTION_TYPES or fault.message.startswith("'numpy.ufunc'"):
        return wrong("brackets", unrunnable.BRACKETS_MISSING_SOMEWHERE.filled(line=line))
    if fault.message.startswith("module 'numpy'"):
        return _not_in_numpy(fault, found)
    if fault.message.startswith("module 'math'"):
        near = found if hasattr(np, found) else nearest(found, _names_in(math))
        return wrong("attribute", _attribute(line, found, near, "math"))
    array = "ndarray" in fault.message
    if array and (hasattr(np, found) or found == "ln"):
        wanted = "log" if found == "ln" else found
        return wrong("method", unrunnable.FUNCTION_NOT_METHOD.filled(line=line, found=wanted))
    if type_name.removeprefix("numpy.") in NUMBERS and hasattr(np.ndarray, found):
        return wrong("number", unrunnable.NUMBER_HAS_NO.filled(line=line, found=found))
    if type_name == "list" and hasattr(np.ndarray, found):
        return wrong("list", unrunnable.LIST_ARITHMETIC.filled(line=line))
    names = fault.names or (_names_in(np.ndarray) if array else ())
    return wrong("attribute", _attribute(line, found, nearest(found, names), type_name))


def _attribute(line: int, found: str, near: str, type_name: str) -> Text:
    if near:
        return unrunnable.NO_SUCH_IN_NEAR.filled(line=line, found=found, near=near)
    return unrunnable.NO_SUCH_IN.filled(line=line, found=found, type=type_name)


def _not_in_numpy(fault: Fault, found: str) -> Feedback:
    if found in ("ln", "log_e"):
        return wrong("natural_log", unrunnable.NATURAL_LOG.filled(line=fault.line))
    near = _SAID_OTHERWISE.get(found) or nearest(found, (*fault.names, *_names_in(np)))
    if near:
        return wrong("attribute", unrunnable.NO_SUCH_IN_NP_NEAR.filled(line=fault.line, found=found, near=near))
    return wrong("attribute", unrunnable.NO_SUCH_IN_NP.filled(line=fault.line, found=found))


def nearest(found: str, names: Iterable[str], likeness: float = 0.66) -> str:
    """Return the name that `found` most likely stands for; "" where none is as like as that."""
    close = difflib.get_close_matches(found, [name for name in names if not name.startswith("__")], 1, likeness)
    return close[0] if close else ""


def uncalled(source: str, line: int) -> str:
    """Return a function or method on a line that stands there without its brackets; "" for none."""
    for found in re.finditer(r"\.(\w+)\b(?!\s*\()", line_of(source, line)):
        name = found[1]
        if name in dir(np.ndarray) and callable(getattr(np.ndarray, name)):
            return name
        if callable(getattr(np, name, None)):
            return name
    return ""


def _names_in(holder: object) -> tuple[str, ...]:
    return tuple(name for name in dir(holder) if not name.startswith("_"))


def _quoted(message: str) -> str:
    found = re.search(r"'([^']+)'", message)
    return found[1] if found else ""
