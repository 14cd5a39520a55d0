"""How arithmetic is written on paper: short numbers, brackets round a minus, and a working with its numbers in.

The deck's way: `((0·1-1)² + (0·2-2)² + (0·3-3)²) / 3 = 14/3 = 4.67`. Where the numbers as they stand do not give the
result as it stands, because they are rounded, they are written with one or two places more; where that is not enough,
there is a ≈ in place of the =.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Callable, Iterator, Sequence
from enum import IntEnum

from tutor import working as tree
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Form, Working, given

NEARLY = 1e-9
"""Floats that lie relatively nearer than this are the same: one of them only took another way."""

MOST_NODES = 1_000
"""Numbers and signs of a working that is written out: more than a learner reads. Of a longer one the result is told."""

MORE_PLACES = 2
"""Decimals that numbers are written with beyond their own, if whoever checks the print would find it wrong without."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def number(value: float, decimals: int = 2) -> str:
    """Return `value` with at most so many decimals and no trailing zeros: 2.0 -> "2", -0.25 -> "-0.25"."""
    text = f"{value:.{decimals}f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def factor(value: float, decimals: int = 2) -> str:
    """Return `value` as it stands inside a product or a sum: brackets round a negative number."""
    text = number(value, decimals)
    return f"({text})" if text.startswith("-") else text


def column(
    values: Sequence[float], decimals: int, total: Callable[[Sequence[float]], float] = math.fsum
) -> tuple[list[str], str]:
    """Return a table's numbers and their total, with one or two places more where whoever adds them up needs those."""
    for places in range(decimals, decimals + MORE_PLACES + 1):
        cells = [f"{value:.{places}f}" for value in values]
        for of_total in range(places, decimals - 1, -1):
            below = f"{total(values):.{of_total}f}"
            if f"{total([float(cell) for cell in cells]):.{of_total}f}" == below:
                return cells, below
    return [f"{value:.{decimals}f}" for value in values], f"≈ {total(values):.{decimals}f}"


def substituted(working: Working) -> str:
    """Return the substituted arithmetic of a working, down to its result."""
    if isinstance(working, tuple):
        return "; ".join(map(substituted, working))
    if working.operator is tree.TITLED:
        return f"{working.name}: {substituted(working.operands[0])}"
    while working.operator is tree.NAMED:
        working = working.operands[0].to(working.form)
    if len(list(itertools.islice(_seen(working), MOST_NODES + 1))) > MOST_NODES:
        return f"… = {_number(working)}"
    before = [substituted(node.operands[0]) for node in _seen(working) if node.operator is tree.FIRST]
    of_one = [operand.operator for operand in working.operands] == [tree.FIRST]
    return (", " if of_one else "; ").join([*before, _line(working)])


def arithmetic(working: Expression) -> str:
    """Return the substituted arithmetic of one term, without its result: "0.5·1·(-1)"."""
    return _Writer().write(working).text


def with_names(working: Expression) -> str:
    """Return one term with the names of its parameters and readouts in place of their numbers: "W·x + b"."""
    return _Writer(names=True).write(working).text


def _seen(node: Expression) -> Iterator[Expression]:
    """Yield the nodes that are written: what is inside a number of its own is not."""
    yield node
    if not _is_number(node):
        for operand in node.operands:
            yield from _seen(operand)


def _is_number(node: Expression) -> bool:
    """Return whether a node is written as one number."""
    return node.operator in (tree.NUMBER, tree.NAMED, tree.FIRST)


def _line(working: Expression) -> str:
    """Return one line of a working: each way to write it, and its result."""
    if working.operator is tree.COUNT:
        return ", ".join(_number(value) for value in working.operands)
    if working.operator is tree.WHERE:
        left, right, above, below = working.operands
        sign, branch = (">", above) if left.value > right.value else ("≤", below)
        name = f", {working.name} =" if working.name else ":"
        return f"{_number(left)} {sign} {_number(right)}{name} {_line(branch.to(working.form))}"
    ways = (
        _equations(_finer(working, places, of_steps))
        for places in range(MORE_PLACES + 1)
        for of_steps in range(places + 1)  # the rounded terms of a sum seldom give the last place of the rounded sum
    )
    shortest = next(ways)
    return next((way for way in ways if "≈" not in way), shortest) if "≈" in shortest else shortest


def _equations(working: Expression) -> str:
    """Return a working's stages and its result, with = between those that agree as they stand and ≈ between others."""
    result = _Stage(_number(working), working.value)
    stages = _stages(working)
    if stages[-1].text != result.text:
        stages.append(result)
    line = stages[0].text
    for before, after in itertools.pairwise(stages):
        holds = after.holds and _agree(before.comes_to, after.comes_to, working.form)
        line += f" {'=' if holds else '≈'} {after.text}"
    return line


def _finer(working: Expression, places: int, of_steps: int) -> Expression:
    """Return a working whose numbers, but for its result, are written with so many places more, and its steps too."""

    def finer(node: Expression) -> Expression:
        operands = node.operands if _is_number(node) else tuple(map(finer, node.operands))
        # What is worked out first stands as the result of a line of its own, and here as it stands there.
        more = 0 if node.operator is tree.FIRST else of_steps if node.operator is tree.STEP else places
        return Expression(node.operator, operands, node.value, node.name, with_places(node.form, more))

    if not places or _is_number(working):
        return working
    return Expression(working.operator, tuple(map(finer, working.operands)), working.value, working.name, working.form)


def with_places(form: Form, places: int) -> Form:
    """Return a form with so many places more; one without places, as "g", as it is."""
    if isinstance(form, int):
        return form + places
    return re.sub(r"(?<=\.)\d+(?=[efg]$)", lambda digits: str(int(digits[0]) + places), form)


def _agree(a: float, b: float, form: Form) -> bool:
    """Return whether two numbers are the same to the last place that is written, or but for the dust of floats."""
    return _say(a, form) == _say(b, form) or math.isclose(a, b, rel_tol=NEARLY)


class _Stage(NamedTuple):
    """One way of writing a working."""

    text: str
    comes_to: float
    """what the numbers as they stand in the text give"""
    holds: bool = True
    """whether each number in it is what the same piece of the stage before comes to as it stands there"""


def _stages(working: Expression) -> list[_Stage]:
    """Return the ways of writing a working, in their order: by names, with numbers, with its steps worked out."""
    if working.operator is tree.THEN:
        return [stage for other in working.operands for stage in _stages(other.to(working.form))]
    if working.operator is tree.FORMULA:
        inner = working.operands[0]
        numbers = _stages(inner.to(working.form))
        return [_Stage(_Writer(names=True).write(inner).text, numbers[0].comes_to), *numbers]
    stages = [_Stage(_Writer().write(working).text, as_written(working))]
    steps = [node for node in _seen(working) if node.operator is tree.STEP]
    if steps:
        short = working.edited(_worked_out)
        holds = all(_agree(as_written(node.operands[0]), node.value, node.form) for node in steps)
        stages.append(_Stage(_Writer(fractions=True).write(short).text, as_written(short), holds))
    return stages


def _worked_out(node: Expression) -> Expression:
    return given(node.value, form=node.form) if node.operator is tree.STEP else node


def as_written(node: Expression) -> float:
    """Return what comes out of the numbers as they are written."""
    if _is_number(node):
        return float(_number(node))
    return tree.worked_out(node.operator, map(as_written, node.operands))


def _number(node: Expression) -> str:
    return _say(node.value, node.form)


def _say(value: float, form: Form) -> str:
    if isinstance(form, int):
        return number(value, form)
    text = format(value, form)
    # "-0.00" reads as a mistake.
    return text if any(sign in text for sign in "123456789na") else text.removeprefix("-")


class _Binds(IntEnum):
    """How tightly a piece of arithmetic holds together, for brackets."""

    SUM = 0
    PRODUCT = 1
    MINUS = 2
    """a number or a term with a minus before it"""
    POWER = 3
    ALONE = 4


class _Piece(NamedTuple):
    text: str
    binds: _Binds

    def inside(self, loosest: _Binds) -> str:
        """Return the text, in brackets if it holds together less tightly than `loosest`."""
        return self.text if self.binds >= loosest else f"({self.text})"

    def as_term(self) -> str:
        """Return the text as it stands behind a plus or a minus."""
        return f"({self.text})" if self.binds in (_Binds.SUM, _Binds.MINUS) else self.text


class _Writer(NamedTuple):
    """Writes a tree in one way."""

    names: bool = False
    """parameters and readouts by name rather than by value"""
    fractions: bool = False
    """a fraction of two numbers without spaces: 14/3"""
    close: bool = False
    """everything without spaces: 0·1-1"""
    signed: bool = False
    """a negative term of a sum as taken off"""

    def write(self, node: Expression) -> _Piece:
        """Return the text of a node, and how tightly it holds together."""
        operator, operands = node.operator, node.operands
        if _is_number(node):
            text = node.name if self.names and node.name else _number(node)
            return _Piece(text, _Binds.MINUS if text.startswith("-") else _Binds.ALONE)
        if operator is tree.CLOSE:
            return self._replace(close=True).write(operands[0])
        if operator is tree.SIGNED:
            return self._replace(signed=True).write(operands[0])
        if operator is tree.GROUPED:
            return _Piece(f"({self.write(operands[0]).text})", _Binds.ALONE)
        if operator is tree.WHERE:
            left, right, above, below = operands
            return self.write(above if left.value > right.value else below)
        if operator.work is tree.same or operator is tree.TIDY:
            return self.write(operands[0])
        if operator is tree.SUM:
            return _Piece(self._sum(operands), _Binds.SUM)
        pieces = [self.write(operand) for operand in operands]
        if operator is tree.DIFFERENCE:
            gap = "" if self.close else " "
            return _Piece(f"{pieces[0].text}{gap}-{gap}{pieces[1].as_term()}", _Binds.SUM)
        if operator is tree.PRODUCT:
            first = pieces[0].text if self.close and pieces[0].binds is _Binds.MINUS else pieces[0].inside(_Binds.POWER)
            return _Piece("·".join([first, *(piece.inside(_Binds.POWER) for piece in pieces[1:])]), _Binds.PRODUCT)
        if operator is tree.QUOTIENT:
            gap = "" if self.close or (self.fractions and all(map(_is_number, operands))) else " "
            return _Piece(
                f"{pieces[0].inside(_Binds.PRODUCT)}{gap}/{gap}{pieces[1].inside(_Binds.POWER)}", _Binds.PRODUCT
            )
        if operator is tree.POWER:
            base, exponent = pieces[0].inside(_Binds.ALONE), pieces[1]
            raised = exponent.text.isdigit()
            return _Piece(
                base + (exponent.text.translate(RAISED) if raised else f"^{exponent.inside(_Binds.ALONE)}"),
                _Binds.POWER,
            )
        if operator is tree.MINUS:
            return _Piece(f"-{pieces[0].inside(_Binds.POWER)}", _Binds.MINUS)
        if operator is tree.SIZE:
            return _Piece(f"|{pieces[0].text}|", _Binds.ALONE)
        if operator is tree.LN and pieces[0].text.replace(".", "").isdigit():
            return _Piece(f"ln {pieces[0].text}", _Binds.ALONE)
        return _Piece(f"{operator.name}({', '.join(piece.text for piece in pieces)})", _Binds.ALONE)

    def _sum(self, operands: Sequence[Expression]) -> str:
        gap = "" if self.close else " "
        text = ""
        for place, operand in enumerate(operands):
            piece = self.write(operand)
            bare = self.close or self.signed or (place == 0 and operand.operator is tree.MINUS)
            term = piece.text if bare or piece.binds is _Binds.SUM else piece.as_term()
            if place == 0:
                text = term
            else:
                text += f"{gap}-{gap}{term[1:]}" if term.startswith("-") else f"{gap}+{gap}{term}"
        return text
