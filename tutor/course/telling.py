"""Whether a text tells an answer: as a number that it states, as arithmetic that comes to it, in the words of one."""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterable, Sequence

from tutor.course.tolerance import Tolerance
from tutor.language import MINUS
from tutor.syntax import parsed_expression

Answers = Callable[[float], bool]
"""Whether a number is the answer."""

_NUMBER = rf"[{MINUS}-]?(?:\d+(?:\.\d+)?|\.\d+)"
_READ = rf"[{MINUS}-]?(?:\d+(?:[.,]\d+)?|\.\d+)%?"
SMALL = 10
"""Whole numbers up to this stand in texts for many reasons."""
_STATED = {
    "en": (
        rf"(?:[=≈]|\b(?:is|are|equals?|gives?|makes?|costs?|becomes?|comes? to|comes? out as|leaves?))"
        rf"(?: about| exactly| just| then)? ?(?P<number>{_NUMBER})(?![\w%]|[.,]\d| ?[·×*/+{MINUS}-]| (?:times|or)\b)"
    ),
    "ko": (
        rf"[=≈] ?(?P<equal>{_NUMBER})(?![\w%]|[.,]\d| ?[·×*/+{MINUS}-])"
        rf"|(?:[은는이가] |^)(?:약 |딱 |바로 )?(?P<number>{_NUMBER})(?:입니다|이에요|예요|이고|이 됩니다|가 됩니다)"
    ),
}
"""How a sentence states what something comes to. Elsewhere a small number can stand for anything."""
_ARITHMETIC = re.compile(
    rf"\(*{_NUMBER}\)*(?: ?[·×*/÷+{MINUS}-] ?\(*{_NUMBER}\)*)+(?! ?[·×*/÷^(]| ?[{MINUS}+-] ?\w|[\w.]\w)"
)
_SIGNS = str.maketrans({"·": "*", "×": "*", "÷": "/", MINUS: "-"})
_WORK = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}
_RUN = re.compile(rf"{_NUMBER}(?:[\s,×x\[\]()]+{_NUMBER})+,?")
_TOLD = {
    "en": r"(?:answer|right (?:one|option|word)) is:? (?:the )?",
    "ko": r"(?:답|정답|맞는 것)[은는]:? ?",
}


def stated(text: str, language: str, is_answer: Answers) -> str:
    """Return a number that the text states as what something comes to, where it is the answer; else ""."""
    for match in re.finditer(_STATED.get(language, _STATED["en"]), text):
        found = next(group for group in match.groups() if group is not None)
        if is_answer(_value(found)):
            return found
    return ""


def worked_out(text: str, is_answer: Answers) -> str:
    """Return arithmetic of a text with nothing but numbers in it that comes to the answer; "" for none."""
    for match in _ARITHMETIC.finditer(text):
        value = _evaluated(match[0])
        if value is not None and is_answer(value):
            return match[0]
    return ""


def number_told(
    text: str,
    given: str,
    language: str,
    truth: float,
    tolerance: Tolerance,
    read: Callable[[str], tuple[float, ...]],
) -> str:
    """Return a number of a text that is the answer, or arithmetic that comes to it; "" for none.

    What stands in the prompt (`given`) is given. A small whole number stands in texts for other reasons, "the 2 rows",
    "divide by 3": it tells only where a sentence states it as what something comes to.
    """
    width = min(tolerance.width(truth), 0.01 * abs(truth))
    known = {number.replace(MINUS, "-") for number in re.findall(_READ, given)}
    if worked := worked_out(text, lambda number: abs(truth - number) <= width and f"{number:g}" not in known):
        return worked
    if abs(truth) <= SMALL and truth == round(truth):
        number = stated(text, language, lambda number: number == truth)
        return "" if number.replace(MINUS, "-") in known else number
    numbers = (number for number in re.findall(_READ, text) if number.replace(MINUS, "-") not in known)
    return next((one for one in numbers if any(abs(truth - value) <= width for value in read(one.rstrip(",.")))), "")


def in_a_row(text: str, wanted: Sequence[float], is_near: Callable[[float, float], bool]) -> str:
    """Return where a text lists the entries of an answer, two or more, one after the other; "" for nowhere."""
    for match in _RUN.finditer(text):
        given = [_value(number) for number in re.findall(_NUMBER, match[0])]
        for at in range(len(given) - len(wanted) + 1):
            if all(is_near(one, other) for one, other in zip(wanted, given[at:], strict=False)):
                return match[0]
    return ""


def set_to(text: str, names: Iterable[str], value: object) -> bool:
    """Return whether a text says to what something is to be set: "W = 2", "bring W to 2", "W를 2로"."""
    plain = f"{value:g}" if isinstance(value, int | float) else str(value)
    written = re.escape(plain).replace("\\-", f"[{MINUS}-]") + r"(?![A-Za-z0-9_]|\.\d)"
    between = r"(?![A-Za-z0-9_])[을를은는이가]? ?(?:=|to|at|is|:)? ?"
    return any(re.search(rf"(?<!\w){re.escape(name)}{between}{written}", text) for name in names)


def as_the_answer(text: str, language: str, words: str) -> bool:
    """Return whether a text says that some words are the answer."""
    return re.search(_TOLD.get(language, _TOLD["en"]) + re.escape(words.rstrip(".")), text, re.IGNORECASE) is not None


def in_this_order(text: str, items: Iterable[str]) -> bool:
    """Return whether a text has all of some items, in their order."""
    at = 0
    for item in items:
        bare = item.strip().rstrip(".")
        at = text.find(bare, at)
        if at < 0:
            return False
        at += len(bare)
    return True


def _value(number: str) -> float:
    return float(number.replace(MINUS, "-"))


def _evaluated(text: str) -> float | None:
    """Return what arithmetic comes to; None where its brackets do not fit, or it divides by 0."""
    try:
        tree = parsed_expression(text.translate(_SIGNS))
        return _worked(tree.body)
    except (SyntaxError, ZeroDivisionError):
        return None


def _worked(node: ast.expr) -> float:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _WORK:
            return float(_WORK[type(op)](_worked(left), _worked(right)))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_worked(operand)
        case ast.Constant(value=int() | float() as value):
            return float(value)
    raise SyntaxError
