"""What a slip makes of a working: at one piece of it, or at every piece that does the same in its term."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from tutor import working as tree
from tutor.course.slips import messages
from tutor.course.slips.causes import Cause
from tutor.course.slips.slip import Claim, Common, Named, claim
from tutor.course.slips.trees import inside, is_leaf, is_sigmoid, role, sigmoid_of
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, Operator, given, made, mean_of, product_of, sum_of

LOG10 = Operator("log₁₀", lambda x: math.log10(x))
LOG2 = Operator("log₂", lambda x: math.log2(x))
CALLS = frozenset({tree.NUMBER, tree.SUM, tree.DIFFERENCE, tree.PRODUCT, tree.QUOTIENT, tree.POWER, tree.MINUS})
MOST_TERMS = 12
"""Terms of a sum that are left out one by one: of a longer one nobody forgets just one."""


class Edit(NamedTuple):
    """One piece replaced."""

    kind: str
    """what makes two edits the same slip in two terms"""
    cause: Cause
    new: Expression
    cost: float
    claim: Claim
    everywhere: Claim | None = None
    """what is said where it is done at every such piece; None where it is only done once"""


def edits(node: Expression) -> Iterator[Edit]:
    """Yield what slips make of one piece."""
    if is_leaf(node) or node.operator is tree.NAMED:
        yield from _of_leaf(given(node.value, node.name, node.form))
        return
    rules = RULES.get(node.operator)
    if rules is not None:
        yield from rules(node)
    elif len(node.operands) == 1 and node.operator not in CALLS and node.operator.work is not tree.same:
        yield from _of_call(node)


def _divides_by(node: Expression, by: Expression, cost: float, kind: str) -> Edit:
    a, b = node.operands
    return Edit(kind, Cause.OPERATION, a / by, cost, claim(messages.DIVIDES_BY, wrong=by, right=b))


def _in_place(
    node: Expression, new: Expression, cost: float, kind: str, cause: Cause, every: Claim | None = None
) -> Edit:
    return Edit(kind, cause, new, cost, claim(messages.IN_PLACE, wrong=new, right=node), every)


def _without(operands: tuple[Expression, ...], at: int) -> list[Expression]:
    return [operand for place, operand in enumerate(operands) if place != at]


def _one_or_sum(terms: list[Expression]) -> Expression:
    return terms[0] if len(terms) == 1 else sum_of(terms)


def _of_leaf(node: Expression) -> Iterator[Edit]:
    value = node.value
    if value < 0:
        yield Edit(
            "minus",
            Cause.SIGN,
            given(-value, node.name, node.form),
            7,
            claim(messages.LOSES_MINUS, what=node),
            claim(messages.LOSES_EVERY_MINUS),
        )
    elif value > 0 and node.name:
        turned = given(-value, node.name, node.form)
        every = claim(messages.TURNS_SIGN_EVERYWHERE, what=Common(node))
        yield Edit("turned", Cause.SIGN, turned, 15, claim(messages.TURNS_SIGN, what=node), every)
    if node.name and 0 < value < 1:
        rest = 1 - given(value, node.name, node.form)
        every = claim(messages.TAKES_THE_REST_EVERYWHERE, what=Common(node))
        yield Edit("rest", Cause.EXCHANGED, rest, 14, claim(messages.TAKES_THE_REST, what=Named(node)), every)


def _of_sum(node: Expression) -> Iterator[Edit]:
    terms = node.operands
    if len(terms) <= MOST_TERMS:
        for at, term in enumerate(terms):
            cost = 8 if is_leaf(term) and term.name else 12
            rest = _one_or_sum(_without(terms, at))
            every = claim(messages.LEAVES_OUT_EVERYWHERE, what=Common(term))
            yield Edit(f"out{role(term)}", Cause.LEFT_OUT, rest, cost, claim(messages.LEAVES_OUT, what=term), every)
            taken = sum_of([*terms[:at], -term, *terms[at + 1 :]])
            yield Edit(
                f"off{role(term)}",
                Cause.SIGN,
                taken,
                10 if is_leaf(term) and at else 13,
                claim(messages.TAKES_OFF_FOR_ADDING, what=term),
                claim(messages.TAKES_OFF_EVERYWHERE, what=Common(term)),
            )
            twice = sum_of([*terms, term])
            yield Edit(f"twice{role(term)}", Cause.OPERATION, twice, 21, claim(messages.COUNTS_TWICE, what=term))
    yield from _crossed(node)
    if 2 <= len(terms) <= 4:
        yield _in_place(node, product_of(terms), 24, "product", Cause.OPERATION)
    if len({role(term) for term in terms}) == 1:
        yield Edit("mean", Cause.OPERATION, mean_of(terms), 13, claim(messages.TAKES_THE_MEAN, what=Common(terms[0])))
        if all(term.operator is tree.POWER and term.operands[1].value == 2 for term in terms):
            squared = sum_of([term.operands[0] for term in terms]) ** 2
            yield Edit("square of sum", Cause.OPERATION, squared, 10, claim(messages.SQUARES_THE_SUM))
    yield from _other_brackets(node)


def _crossed(node: Expression) -> Iterator[Edit]:
    """Yield the sums of products in which the factors meet in another order."""
    terms = [term for term in node.operands if term.operator is tree.PRODUCT and len(term.operands) == 2]
    others = [term for term in node.operands if term not in terms]
    if not 2 <= len(terms) <= 6:
        return
    left, right = [term.operands[0] for term in terms], [term.operands[1] for term in terms]
    orders = [right[::-1], [*right[1:], right[0]], [right[-1], *right[:-1]]]
    for number, order in enumerate(orders[: 1 if len(terms) == 2 else 3]):
        crossed = sum_of([*(a * b for a, b in zip(left, order, strict=True)), *others])
        before = sum_of(terms)
        now = sum_of([a * b for a, b in zip(left, order, strict=True)])
        yield Edit(
            "crossed", Cause.EXCHANGED, crossed, 9 + 3 * number, claim(messages.IN_PLACE, wrong=now, right=before)
        )


def _other_brackets(node: Expression) -> Iterator[Edit]:
    """Yield a·(b + c) for a·b + c."""
    if len(node.operands) == 2 and node.operands[0].operator is tree.PRODUCT and len(node.operands[0].operands) == 2:
        (a, b), c = node.operands[0].operands, node.operands[1]
        yield _in_place(node, a * (b + c), 17, "brackets", Cause.OPERATION)


def _of_difference(node: Expression) -> Iterator[Edit]:
    a, b = node.operands
    if a.value == 1 and is_leaf(a) and not a.name:
        yield Edit(
            "rest", Cause.LEFT_OUT, b, 7, claim(messages.IS_WITHOUT_REST, what=b), claim(messages.IS_WITHOUT_EVERY_REST)
        )
    else:
        every = claim(messages.LEAVES_OUT_EVERYWHERE, what=Common(b))
        yield Edit(f"out{role(b)}", Cause.LEFT_OUT, a, 10, claim(messages.LEAVES_OUT, what=b), every)
        every = claim(messages.LEAVES_OUT_EVERYWHERE, what=Common(a))
        yield Edit(f"out{role(a)}", Cause.LEFT_OUT, -b, 12, claim(messages.LEAVES_OUT, what=a), every)
    yield Edit(
        "add", Cause.SIGN, a + b, 9, claim(messages.ADDS_FOR_TAKING_OFF, what=b), claim(messages.ADDS_EVERYWHERE)
    )
    yield Edit(
        "turned",
        Cause.EXCHANGED,
        b - a,
        10,
        claim(messages.EXCHANGES, one=a, other=b),
        claim(messages.EXCHANGES_EVERYWHERE),
    )
    yield _in_place(node, a * b, 22, "product", Cause.OPERATION)
    if b.value:
        yield _in_place(node, a / b, 24, "quotient", Cause.OPERATION)
    if a.operator is tree.PRODUCT and len(a.operands) == 2:
        yield _in_place(node, a.operands[0] * (a.operands[1] - b), 16, "brackets", Cause.OPERATION)
    if b.operator is tree.PRODUCT and len(b.operands) == 2 and (is_leaf(a) or a.name):
        for first, second in (b.operands, b.operands[::-1]):
            yield _in_place(node, (a - first) * second, 15, f"brackets{role(first)}", Cause.OPERATION)


def _of_product(node: Expression) -> Iterator[Edit]:
    factors = node.operands
    for at, factor in enumerate(factors):
        rest = _without(factors, at)
        new = rest[0] if len(rest) == 1 else product_of(rest)
        every = claim(messages.LEAVES_OUT_EVERYWHERE, what=Common(factor))
        cost = 9 if factor.name or len(factors) > 2 else 12
        yield Edit(
            f"out{at}{role(factor)}", Cause.LEFT_OUT, new, cost, claim(messages.LEAVES_OUT_FACTOR, what=factor), every
        )
        if factor.value and len(factors) == 2:
            yield _in_place(node, rest[0] / factor, 15, f"over{at}", Cause.OPERATION)
            yield _in_place(node, factor * factor, 21, f"square{at}", Cause.OPERATION)
        if factor.operator in (tree.SUM, tree.DIFFERENCE) and len(factor.operands) == 2:
            a, b = factor.operands
            others = rest[0] if len(rest) == 1 else product_of(rest)
            bare = others * a + b if factor.operator is tree.SUM else others * a - b
            yield _in_place(node, bare, 14, "brackets", Cause.OPERATION)
    both = claim(messages.ADDS_FOR_PRODUCTS, what=Common(node))
    yield _in_place(node, sum_of(factors), 14, "sum", Cause.OPERATION, both)
    if len(factors) == 2:
        yield _in_place(node, factors[0] - factors[1], 25, "difference", Cause.OPERATION)


def _of_quotient(node: Expression) -> Iterator[Edit]:
    a, b = node.operands
    yield Edit("undivided", Cause.LEFT_OUT, a, 6, claim(messages.IS_NOT_DIVIDED, what=b))
    yield _in_place(node, b / a, 11, "inverted", Cause.EXCHANGED)
    if a.value != 1:
        yield _in_place(node, a * b, 13, "product", Cause.OPERATION)
        yield _in_place(node, a - b, 22, "difference", Cause.OPERATION)
        yield _in_place(node, 1 / b, 20, "one over", Cause.LEFT_OUT)
    if is_leaf(b) and b.value == round(b.value) and abs(b.value) >= 2:
        yield _divides_by(node, given(2 * b.value), 13, "twice")
        yield _divides_by(node, given(b.value - 1), 15, "less")
        yield _divides_by(node, given(b.value + 1), 17, "more")
    if b.operator is tree.PRODUCT and len(b.operands) == 2:
        yield _in_place(node, a / b.operands[0] * b.operands[1], 16, "brackets", Cause.OPERATION)
    if b.operator is tree.SUM and len(b.operands) == 2 and a.value == 1:
        yield _in_place(node, a / b.operands[0] + b.operands[1], 18, "brackets", Cause.OPERATION)
        yield _in_place(node, a / b.operands[0] + a / b.operands[1], 17, "apart", Cause.OPERATION)
    if is_sigmoid(node):
        z = sigmoid_of(node)
        every = claim(messages.LEAVES_OUT_EVERY_ACTIVATION)
        yield Edit("activation", Cause.LEFT_OUT, z, 8, claim(messages.LEAVES_OUT_ACTIVATION, what=z), every)
        relu = tree.largest(0, z)
        yield _in_place(node, relu, 16, "relu", Cause.OPERATION)
        inner = inside(z)
        if inner.operator is tree.SUM:
            # What is added last is added behind the function.
            *before, last = inner.operands
            short = 1 / (1 + tree.exp(-_one_or_sum(list(before))))
            yield Edit("behind", Cause.EXCHANGED, short + last, 15, claim(messages.ADDS_BEHIND, what=last))
        step = given(float(z.value > 0))
        yield _in_place(node, step, 17, "step", Cause.OPERATION)
    if a.operator in (tree.SUM, tree.DIFFERENCE) and len(a.operands) == 2:
        first, second = a.operands
        bare = first + second / b if a.operator is tree.SUM else first - second / b
        yield _in_place(node, bare, 14, "brackets", Cause.OPERATION)


def _of_power(node: Expression) -> Iterator[Edit]:
    base, exponent = node.operands
    if exponent.value == 2:
        yield Edit(
            "square",
            Cause.LEFT_OUT,
            base,
            9,
            claim(messages.IS_NOT_SQUARED, what=base),
            claim(messages.LEAVES_OUT_EVERY_SQUARE),
        )
        yield Edit(
            "size",
            Cause.LEFT_OUT,
            tree.size_of(base),
            11,
            claim(messages.IN_PLACE, wrong=tree.size_of(base), right=node),
            claim(messages.LEAVES_OUT_EVERY_SQUARE),
        )
    else:
        yield Edit("power", Cause.LEFT_OUT, base, 10, claim(messages.LEAVES_OUT_POWER))
        for more in (-1, 1):
            yield _in_place(node, base ** given(exponent.value + more), 13, f"power{more}", Cause.STEP)
    yield _in_place(
        node, base * exponent, 12, "times", Cause.OPERATION, claim(messages.MULTIPLIES_FOR_SQUARES, what=exponent)
    )
    if base.value < 0:
        yield _in_place(node, -(base**exponent), 13, "minus", Cause.SIGN)
    if base.operator in (tree.SUM, tree.DIFFERENCE) and len(base.operands) == 2:
        a, b = base.operands
        apart = a**exponent + b**exponent if base.operator is tree.SUM else a**exponent - b**exponent
        yield _in_place(node, apart, 15, "apart", Cause.OPERATION)
    yield _in_place(node, exponent**base, 26, "exchanged", Cause.EXCHANGED)
    if base.value > 0:
        yield _in_place(node, base / exponent, 20, "over", Cause.OPERATION)


def _of_minus(node: Expression) -> Iterator[Edit]:
    inner = node.operands[0]
    yield Edit(
        "lost", Cause.SIGN, inner, 8, claim(messages.LEAVES_OUT_MINUS, what=inner), claim(messages.LOSES_EVERY_MINUS)
    )


def _of_exp(node: Expression) -> Iterator[Edit]:
    x = node.operands[0]
    yield Edit(
        "exp",
        Cause.LEFT_OUT,
        x,
        9,
        claim(messages.LEAVES_OUT_FUNCTION, function="exp", what=x),
        claim(messages.LEAVES_OUT_EVERY_FUNCTION, function="exp"),
    )
    if x.operator is not tree.MINUS and not (is_leaf(x) and x.value < 0):
        yield _in_place(node, tree.exp(-x), 13, "exp-", Cause.SIGN)
    yield _in_place(node, math.e * x, 15, "times", Cause.OPERATION)
    for base, cost in (("10", 16), ("2", 18)):
        said = claim(messages.USES_OTHER_BASE, base=base)
        yield Edit(f"base{base}", Cause.LOGARITHM, given(float(base)) ** x, cost, said, said)


def _of_ln(node: Expression) -> Iterator[Edit]:
    x = node.operands[0]
    yield Edit(
        "ln",
        Cause.LEFT_OUT,
        x,
        11,
        claim(messages.LEAVES_OUT_FUNCTION, function="ln", what=x),
        claim(messages.LEAVES_OUT_EVERY_FUNCTION, function="ln"),
    )
    for operator, cost, text in ((LOG10, 8, messages.USES_LOG10), (LOG2, 15, messages.USES_LOG2)):
        yield Edit(operator.name, Cause.LOGARITHM, made(operator, (x,)), cost, claim(text), claim(text))
    if 0 < x.value < 1:
        if x.operator is not tree.DIFFERENCE:
            yield _in_place(node, tree.ln(1 - x), 13, "ln rest", Cause.EXCHANGED)
        yield _in_place(node, 1 - x, 18, "rest", Cause.OPERATION)


def _of_call(node: Expression) -> Iterator[Edit]:
    x, name = node.operands[0], node.operator.name
    every = claim(messages.LEAVES_OUT_EVERY_FUNCTION, function=name)
    yield Edit("call", Cause.LEFT_OUT, x, 7, claim(messages.LEAVES_OUT_FUNCTION, function=name, what=x), every)
    if x.value < 0:
        yield _in_place(node, tree.size_of(x), 14, "size", Cause.SIGN)
    if inside(x).operator is tree.SUM:
        *before, last = inside(x).operands
        short = made(node.operator, (_one_or_sum(list(before)),))
        yield Edit("behind", Cause.EXCHANGED, short + last, 15, claim(messages.ADDS_BEHIND, what=last))


def _of_where(node: Expression) -> Iterator[Edit]:
    left, right, above, below = node.operands
    other = below if left.value > right.value else above
    yield Edit(
        "where",
        Cause.OPERATION,
        other,
        9,
        claim(messages.OTHER_BRANCH, limit=right),
        claim(messages.OTHER_BRANCH, limit=right),
    )
    if left.operands or left.name:
        yield Edit(
            "summed",
            Cause.LEFT_OUT,
            left,
            9,
            claim(messages.LEAVES_OUT_ACTIVATION, what=left),
            claim(messages.LEAVES_OUT_EVERY_ACTIVATION),
        )


def _of_size(node: Expression) -> Iterator[Edit]:
    inner = node.operands[0]
    yield _in_place(node, inner, 9, "size", Cause.SIGN)


def _of_max(node: Expression) -> Iterator[Edit]:
    for operand in node.operands:
        yield _in_place(node, operand, 10, f"max{role(operand)}", Cause.LEFT_OUT)


def _of_count(node: Expression) -> Iterator[Edit]:
    for at in (0, len(node.operands) - 1):
        rest = _without(node.operands, at)
        if rest:
            new = tree.count_of(rest)
            yield Edit(f"count{at}", Cause.LEFT_OUT, new, 10, claim(messages.LEAVES_OUT, what=node.operands[at]))
    yield Edit("added", Cause.OPERATION, sum_of(node.operands), 12, claim(messages.ADDS_WHAT_IS_COUNTED))
    yield Edit("halves", Cause.LEFT_OUT, given(len(node.operands) / 2), 12, claim(messages.COUNTS_PAIRS))


Rules = Callable[[Expression], Iterator[Edit]]
RULES: dict[Operator, Rules] = {
    tree.SUM: _of_sum,
    tree.DIFFERENCE: _of_difference,
    tree.PRODUCT: _of_product,
    tree.QUOTIENT: _of_quotient,
    tree.POWER: _of_power,
    tree.MINUS: _of_minus,
    tree.EXP: _of_exp,
    tree.LN: _of_ln,
    tree.LN_OF: _of_ln,
    tree.SIZE: _of_size,
    tree.MAX: _of_max,
    tree.WHERE: _of_where,
    tree.COUNT: _of_count,
}
"""From what a piece does with its operands to the slips that this invites."""
