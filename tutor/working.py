"""A working: a number that remembers how it was made.

A lab writes its formula once, with expressions in place of numbers. The operators build a tree. The tree has the value,
knows the parameters and readouts it is made of, is printed with its numbers in (`tutor.written`), and can be edited:
a slip is the same tree with a term left out.

    W, x = given(0.5, "W"), given(3, "x")
    loss = (W * x - 3) ** 2         # loss.value == 2.25, substituted(loss) == "(0.5·3 - 3)² = 2.25"

Nothing is printed until somebody asks. Arrays and long loops stay with NumPy: their results come in by `given`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Final, SupportsFloat

from tutor.namedtuple import NamedTuple

Form = int | str
"""How a number is written: with at most so many decimals and no trailing zeros (2), or in a Python format (".3f")."""

DUST = 10
"""Decimals that count. Binary floats make 0.1 + 0.2 a little more than 0.3; beyond these there is only such dust."""


MOST_DECIMALS = 20
"""A float has no more that mean something."""
DEEPEST = 60
"""How many nodes may lie one inside the other: a loop of thousands would be more than Python can walk into, or a
learner read. What lies deeper is a number that has forgotten how it was made."""

MOST_TERMS = 500
"""How many terms, or factors, are added to one sum one by one before another begins."""


class Operator(NamedTuple):
    """What a node does with its operands."""

    name: str
    """a function's name as it is written: "exp" """
    work: Callable[..., float]
    """from the operands' values to the node's"""


class Expression:
    """A node of the tree: a number, or an operator with its operands.

    It does not change once it is made, which the type checker sees to: a frozen dataclass takes several times as long
    to make, and a slider makes hundreds.
    """

    __slots__ = ("depth", "form", "name", "operands", "operator", "value")
    __array_ufunc__ = None  # a NumPy number on the left leaves the operator to the expression

    def __init__(
        self, operator: Operator, operands: tuple[Expression, ...], value: float, name: str = "", form: Form = 2
    ) -> None:
        depth = 0
        for operand in operands:
            depth = max(depth, operand.depth)
        if depth >= DEEPEST:
            operands = tuple(_shallow(operand) for operand in operands)
            depth = DEEPEST - 1
        self.depth: Final[int] = depth + 1
        """how many nodes lie one inside the other, this one included"""
        self.operator: Final = operator
        self.operands: Final = operands
        self.value: Final = value
        """nan or an infinity where the arithmetic has no answer; it never raises"""
        self.name: Final = name
        """the parameter or readout that this is, or "" """
        self.form: Final = form

    def __repr__(self) -> str:
        inside = ", ".join(map(repr, self.operands)) or f"{self.value:g}"
        return f"{self.name and f'{self.name}='}{self.operator.name}({inside})"

    def __float__(self) -> float:
        return self.value

    def __add__(self, other: Number) -> Expression:
        return made(SUM, (*self._together(SUM), expression(other)))

    def __radd__(self, other: Number) -> Expression:
        return made(SUM, (expression(other), self))

    def __sub__(self, other: Number) -> Expression:
        return made(DIFFERENCE, (self, expression(other)))

    def __rsub__(self, other: Number) -> Expression:
        return made(DIFFERENCE, (expression(other), self))

    def __mul__(self, other: Number) -> Expression:
        return made(PRODUCT, (*self._together(PRODUCT), expression(other)))

    def __rmul__(self, other: Number) -> Expression:
        return made(PRODUCT, (expression(other), self))

    def __truediv__(self, other: Number) -> Expression:
        return made(QUOTIENT, (self, expression(other)))

    def __rtruediv__(self, other: Number) -> Expression:
        return made(QUOTIENT, (expression(other), self))

    def __pow__(self, other: Number) -> Expression:
        return made(POWER, (self, expression(other)))

    def __rpow__(self, other: Number) -> Expression:
        return made(POWER, (expression(other), self))

    def __neg__(self) -> Expression:
        return made(MINUS, (self,))

    def _together(self, operator: Operator) -> tuple[Expression, ...]:
        """Return what one more term, or factor, stands beside."""
        return self.operands if self.operator is operator and len(self.operands) < MOST_TERMS else (self,)

    def to(self, form: Form) -> Expression:
        """Return the same node, its own number written in another form."""
        return Expression(self.operator, self.operands, self.value, self.name, _form(form))

    def named(self, name: str = "", form: Form | None = None) -> Expression:
        """Return this as a readout of its own: inside another working it is one number."""
        return Expression(NAMED, (self,), self.value, name, self.form if form is None else _form(form))

    def walk(self) -> Iterator[Expression]:
        """Yield every node, this one first, into the named ones too."""
        yield self
        for operand in self.operands:
            yield from operand.walk()

    def parts(self) -> dict[str, Expression]:
        """Return the parameters and readouts that this is directly made of, by name, in the order of writing."""
        found: dict[str, Expression] = {}
        for operand in self.operands:
            found |= {operand.name: operand} if operand.name else operand.parts()
        return found

    def edited(self, change: Callable[[Expression], Expression]) -> Expression:
        """Return the tree with `change` made at every node, leaves first, and worked out anew."""
        if not self.operands:
            return change(self)
        operands = tuple(operand.edited(change) for operand in self.operands)
        return change(made(self.operator, operands, self.name, self.form))


Number = Expression | SupportsFloat
Working = Expression | tuple[Expression, ...]
"""A readout's working: of a number, or of each entry of a short array."""


@cache
def _form(form: Form) -> Form:
    """Return a form that numbers can be written in. A wrong one would only be found when somebody asks.

    Raises:
        ValueError: no number can.
    """
    if isinstance(form, int) and not 0 <= form <= MOST_DECIMALS:
        raise ValueError(f"numbers are written with 0 to {MOST_DECIMALS} decimals, not {form}")
    if isinstance(form, str):
        format(0.5, form)
    return form


def made(operator: Operator, operands: tuple[Expression, ...], name: str = "", form: Form = 2) -> Expression:
    """Return a node, worked out."""
    return Expression(operator, operands, worked_out(operator, [node.value for node in operands]), name, form)


def worked_out(operator: Operator, values: Iterable[float]) -> float:
    """Return what an operator makes of its operands' values; nan where that has no answer."""
    try:
        return operator.work(*values)
    except (ArithmeticError, ValueError):  # a division by 0, the logarithm of a negative number
        return math.nan


def given(value: SupportsFloat, name: str = "", form: Form = 2) -> Expression:
    """Return a number to work with: a parameter or readout by its name, or a constant without one."""
    return Expression(NUMBER, (), float(value), name, form if form == 2 else _form(form))


def entries(values: Iterable[SupportsFloat], name: str, form: Form = 2) -> list[Expression]:
    """Return the entries of an array to work with, each by its name: "X[0]", "X[1]", …"""
    return [given(value, f"{name}[{place}]", form) for place, value in enumerate(values)]


def _shallow(node: Expression) -> Expression:
    """Return a node as it is, or as nothing but its number where it is as deep as can be."""
    return node if node.depth < DEEPEST - 1 else given(node.value, node.name, node.form)


def expression(value: Number) -> Expression:
    """Return `value` as it is, or a plain number as a constant."""
    return value if isinstance(value, Expression) else given(value)


def _added(*terms: float) -> float:
    added = 0.0
    for term in terms:  # not `sum`, which rounds in other places from Python 3.12 on
        added += term
    return added


def _power(base: float, exponent: float) -> float:
    try:
        return float(math.pow(base, exponent))
    except OverflowError:
        return math.inf


def _exp(x: float) -> float:
    return math.exp(x) if x < 709 else math.inf


def _ln(x: float) -> float:
    return math.log(x) if x else -math.inf


def same(value: float, *_: float) -> float:
    """Return the value: the work of what only says how a number is written."""
    return value


NUMBER = Operator("", lambda: math.nan)
SUM = Operator("+", _added)
DIFFERENCE = Operator("-", lambda a, b: a - b)
PRODUCT = Operator("·", lambda *factors: math.prod(factors))
QUOTIENT = Operator("/", lambda a, b: a / b)
POWER = Operator("^", _power)
MINUS = Operator("-", lambda a: -a)
EXP = Operator("exp", _exp)
LN = Operator("ln", _ln)
LN_OF = Operator("ln", _ln)
SIZE = Operator("| |", abs)
MAX = Operator("max", lambda *values: max(values))
COUNT = Operator("count", lambda *values: float(len(values)))
WHERE = Operator("where", lambda left, right, above, below: above if left > right else below)
# The others leave the number alone and say how it is written.
NAMED = Operator("named", same)
STEP = Operator("step", same)
FIRST = Operator("first", same)
THEN = Operator("then", same)
FORMULA = Operator("formula", same)
TITLED = Operator("titled", same)
GROUPED = Operator("grouped", same)
CLOSE = Operator("close", same)
SIGNED = Operator("signed", same)
TIDY = Operator("tidy", lambda a: round(a, DUST))


def sum_of(terms: Iterable[Number]) -> Expression:
    """Return the sum of the terms, of which there is at least one."""
    return made(SUM, tuple(map(expression, terms)))


def product_of(factors: Iterable[Number]) -> Expression:
    """Return the product of the factors, of which there is at least one."""
    return made(PRODUCT, tuple(map(expression, factors)))


def mean_of(terms: Sequence[Number]) -> Expression:
    """Return the sum of the terms over their number."""
    return sum_of(terms) / len(terms)


def weighted(pairs: Iterable[tuple[Number, Number]], *rest: Number) -> Expression:
    """Return left·right + left·right + …, and then each further term: "0.5·1 + (-1)·2 + 0.3"."""
    return sum_of([*(expression(left) * right for left, right in pairs), *rest])


def exp(x: Number) -> Expression:
    """Return e to the power x, infinite where no float reaches."""
    return made(EXP, (expression(x),))


def ln(x: Number) -> Expression:
    """Return the natural logarithm, written "ln 0.3"."""
    return made(LN, (expression(x),))


def ln_of(x: Number) -> Expression:
    """Return the natural logarithm, written with brackets as code has them: "ln(0.3)"."""
    return made(LN_OF, (expression(x),))


def size_of(x: Number) -> Expression:
    """Return x without its sign: "|-6|"."""
    return made(SIZE, (expression(x),))


def largest(*values: Number) -> Expression:
    """Return the largest value: "max(0, -1.5)"."""
    return made(MAX, tuple(map(expression, values)))


def count_of(values: Iterable[Number]) -> Expression:
    """Return how many values there are; the working lists them."""
    return made(COUNT, tuple(map(expression, values)))


def call(name: str, function: Callable[[float], float], x: Number) -> Expression:
    """Return any other function by its name: "h(-2)"."""
    return made(Operator(name, function), (expression(x),))


def where_above(left: Number, right: Number, above: Number, below: Number, name: str = "") -> Expression:
    """Return `above` where left > right and `below` elsewhere: "-1.2 ≤ 0: 0", or with a name "-1.2 ≤ 0, y = 0"."""
    return made(WHERE, tuple(map(expression, (left, right, above, below))), name)


def step(x: Expression, form: Form | None = None) -> Expression:
    """Return x, worked out on the way: the print goes on with its number, "(…) / 3 = 14/3 = 4.67"."""
    return Expression(STEP, (x,), x.value, "", x.form if form is None else _form(form))


def first(x: Expression) -> Expression:
    """Return x, worked out before the rest: "2·0.5 + (-3) = -2, h(-2) = 0"."""
    return Expression(FIRST, (x,), x.value, x.name, x.form)


def then(x: Expression, *others: Expression) -> Expression:
    """Return x, followed in print by other ways of writing the same number: "1 / 4.667 = 3/14 = 0.2143"."""
    return Expression(THEN, (x, *others), x.value, x.name, x.form)


def formula(x: Expression) -> Expression:
    """Return x, printed with its names before its numbers: "h·(1 - h) = 0.73·(1 - 0.73) = 0.2"."""
    return Expression(FORMULA, (x,), x.value, x.name, x.form)


def titled(title: str, x: Expression) -> Expression:
    """Return x with a title before its working: "W: 2 - 0.1·3 = 1.7"."""
    return Expression(TITLED, (x,), x.value, title, x.form)


def grouped(x: Expression) -> Expression:
    """Return x in brackets, needed or not: they show what belongs together."""
    return Expression(GROUPED, (x,), x.value, "", x.form)


def close(x: Expression) -> Expression:
    """Return x written without spaces: "0·1-1", "3/14"."""
    return Expression(CLOSE, (x,), x.value, "", x.form)


def signed(x: Expression) -> Expression:
    """Return a sum in which a negative term is taken off: "-0.03 - 0.05 + 0.1"."""
    return Expression(SIGNED, (x,), x.value, "", x.form)


def tidy(x: Expression) -> Expression:
    """Return x with the dust of binary floats rounded away, so that "on the threshold" is exact."""
    return made(TIDY, (x,), "", x.form)
