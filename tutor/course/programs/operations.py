"""What to say where an operation or a function was given something that it does not take."""

from __future__ import annotations

import re

from tutor.course.programs.exercise import Exercise
from tutor.course.programs.messages import unrunnable
from tutor.course.programs.names import NUMBERS, uncalled
from tutor.course.programs.reading import Spot, calls_on, line_of, parse, silent_functions
from tutor.course.programs.words import wrong
from tutor.course.questions import Feedback
from tutor.language import Text
from tutor.program import Fault

_FUNCTION_TYPE = re.compile(
    r"'(builtin_function_or_method|function|method|numpy\.ufunc|ufunc|_ArrayFunctionDispatcher|type)'"
)
_PLAIN_COMPARISON = re.compile(r"(?<![.\w])(max|min)\(")
_OF_NUMPY = re.compile(r"np\.(max|min|amax|amin)\(")
_SIZED = re.compile(r"np\.(zeros|ones|empty|full)\(")


def max_of_two(line: int, found: str) -> Text:
    """Return that `np.max` does not compare two arrays."""
    near = "maximum" if "max" in found else "minimum"
    return unrunnable.MAX_OF_TWO.filled(line=line, found=found, near=near)


def nothing_inside(source: str, line: int) -> Feedback:
    """Return what to say where a value is None: which function gave it, where one of the learner's own did."""
    tree = parse(source)
    if not isinstance(tree, Spot):
        silent = silent_functions(tree)
        for called in (calls_on(tree, line), calls_on(tree)):
            found = [name for name in silent if name in called]
            if len(found) == 1:
                return wrong("none", unrunnable.NONE_OF_HELPER.filled(line=line, found=found[0]))
    return wrong("none", unrunnable.NONE_INSIDE.filled(line=line))


def wrong_type(exercise: Exercise, source: str, fault: Fault) -> Feedback | None:
    """Return what to say to a TypeError; None where nothing better than Python's words is known."""
    message, line, text = fault.message, fault.line, line_of(source, fault.line)
    if "bitwise_xor" in message or "for ^" in message:
        return wrong("power", unrunnable.POWER.filled(line=line))
    called = re.match(r"(?:\w+\.)*(\w+|<lambda>)\(\) (takes|missing|got)", message)
    if called:
        return _arguments(exercise, fault, called[1])
    if _FUNCTION_TYPE.search(message) and "iterable" not in message:
        name = uncalled(source, line)
        said = unrunnable.BRACKETS_MISSING.filled(line=line, found=name) if name else None
        return wrong("brackets", said or unrunnable.BRACKETS_MISSING_SOMEWHERE.filled(line=line))
    if "NoneType" in message:
        return nothing_inside(source, line)
    return _on_numbers(fault, text) or _on_arrays(fault, text)


def _on_numbers(fault: Fault, text: str) -> Feedback | None:
    """Return what to say where a number stands in the place of something else."""
    message, line = fault.message, fault.line
    kind = re.search(r"'(?:numpy\.)?(\w+)'", message)
    if "not callable" in message:
        return wrong("not_callable", unrunnable.NOT_CALLABLE.filled(line=line))
    if "not subscriptable" in message and kind and kind[1] in NUMBERS:
        return wrong("index_number", unrunnable.INDEX_NUMBER.filled(line=line))
    if "not iterable" in message or "iteration over a 0-d" in message or "len() of unsized" in message:
        return wrong("loop_over_number", unrunnable.NO_LOOP_OVER_NUMBER.filled(line=line))
    if "has no len()" in message and kind and kind[1] in NUMBERS:
        return wrong("loop_over_number", unrunnable.NO_LOOP_OVER_NUMBER.filled(line=line))
    sized = _SIZED.search(text)
    if sized and ("interpret" in message or "data type" in message):
        return wrong("shape_argument", unrunnable.SHAPE_AS_TUPLE.filled(line=line, found=sized[1]))
    two = _OF_NUMPY.search(text)
    if two and ("integer" in message or "interpret" in message):
        return wrong("max_of_two", max_of_two(line, two[1]))
    if "interpreted as an integer" in message or "must be integers" in message or "only integer" in message:
        return wrong("whole_number", unrunnable.WHOLE_NUMBER_WANTED.filled(line=line))
    return None


def _on_arrays(fault: Fault, text: str) -> Feedback | None:
    """Return what to say where an array, a list or a text cannot do what is asked of it."""
    message, line = fault.message, fault.line
    if "can be converted to Python scalar" in message or "must be real number, not" in message:
        by_math = re.search(r"math\.(\w+)\(", text)
        if by_math:
            return wrong("math_array", unrunnable.MATH_ON_ARRAY.filled(line=line, found=by_math[1]))
        return wrong("one_number", unrunnable.ONE_NUMBER_WANTED.filled(line=line))
    if "'str'" in message or "dtype('<U" in message or "StrDType" in message or '"str"' in message:
        return wrong("text_operand", unrunnable.TEXT_ARITHMETIC.filled(line=line))
    if "'list'" in message or '"list"' in message or "multiply sequence" in message or "'tuple'" in message:
        return wrong("list", unrunnable.LIST_ARITHMETIC.filled(line=line))
    return None


def _arguments(exercise: Exercise, fault: Fault, called: str) -> Feedback:
    keyword = re.search(r"unexpected keyword argument '(\w+)'", fault.message)
    if keyword:
        return wrong("keyword_argument", unrunnable.KEYWORD_UNKNOWN.filled(line=fault.line, found=keyword[1]))
    if called in (exercise.function, "<lambda>"):
        listed = ", ".join(f"`{name}`" for name in exercise.arguments)
        said = unrunnable.ARGUMENTS.filled(function=exercise.function, wanted=Text(en=listed, ko=listed))
        return wrong("arguments", said)
    return wrong("arguments", unrunnable.ARGUMENTS_OF_OTHER.filled(line=fault.line, found=called))


def wrong_value(source: str, fault: Fault) -> Feedback | None:
    """Return what to say to a ValueError that is not of shapes; None where Python's own words are best."""
    message, line, text = fault.message, fault.line, line_of(source, fault.line)
    if "truth value of an array" in message:
        plain = _PLAIN_COMPARISON.search(text)
        if plain:
            said = unrunnable.TRUTH_BY_MAX.filled(line=line, found=plain[1], near=f"{plain[1]}imum")
            return wrong("max_builtin", said)
        return wrong("truth", unrunnable.TRUTH_OF_ARRAY.filled(line=line))
    reshaped = re.search(r"cannot reshape array of size (\d+) into shape (\(.*\))", message)
    if reshaped:
        return wrong("reshape", unrunnable.RESHAPE.filled(line=line, size=reshaped[1], shape=reshaped[2]))
    if "array element with a sequence" in message or "inhomogeneous" in message:
        return wrong("ragged", unrunnable.RAGGED.filled(line=line))
    if "values to unpack" in message:
        return wrong("unpack", unrunnable.UNPACKED.filled(line=line))
    if "math domain error" in message or "expected a positive input" in message:
        return wrong("domain", unrunnable.OUT_OF_DOMAIN.filled(line=line))
    if "could not convert string" in message:
        return wrong("text_operand", unrunnable.TEXT_ARITHMETIC.filled(line=line))
    return None
