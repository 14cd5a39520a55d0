"""The slips that one expression of a right program can have: each with its kind, as what stands there then."""

from __future__ import annotations

import ast
from collections.abc import Iterator

Edit = tuple[str, ast.expr]
"""The kind of a change, and what stands there instead."""

_TURNED: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add}
_OTHER: dict[type[ast.operator], tuple[type[ast.operator], ...]] = {
    ast.Add: (ast.Mult,),
    ast.Sub: (ast.Mult, ast.Div),
    ast.Mult: (ast.Add, ast.Div),
    ast.Div: (ast.Mult, ast.Sub),
    ast.MatMult: (ast.Add,),
}
_SIDES: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Gt: ast.Lt, ast.GtE: ast.Lt, ast.Lt: ast.Gt, ast.LtE: ast.Gt}
_FUNCTIONS = {
    "log": ("log10", "log2", "log1p", "exp"),
    "exp": ("log", "exp2", "expm1"),
    "std": ("var",),
    "var": ("std",),
    "max": ("min", "mean", "sum"),
    "min": ("max", "mean"),
    "maximum": ("minimum",),
    "minimum": ("maximum",),
    "tanh": ("sin", "arctan"),
    "sqrt": ("square",),
    "square": ("sqrt",),
    "argmax": ("argmin",),
    "argmin": ("argmax",),
    "sum": ("max", "prod"),
    "mean": ("median", "max"),
}
"""Functions that are taken for one another."""
_GATHERING = ("mean", "sum", "average")
_TWO = ast.Constant(2)
_SIZE_TWO = (ast.Mult, ast.Div)


def edits_of(node: ast.expr, names: tuple[str, ...]) -> Iterator[Edit]:
    """Yield every slip at an expression; `names` are the arguments and given names, which can be exchanged."""
    match node:
        case ast.BinOp():
            yield from _of_operation(node)
            if isinstance(node.op, ast.Mult):
                yield from _of_product(node, names)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            yield "sign", inner
            if isinstance(inner, ast.BinOp):
                yield "precedence", ast.BinOp(_minus(inner.left), inner.op, inner.right)
        case ast.Compare(left=left, ops=[op], comparators=others) if type(op) in _SIDES:
            yield "compared", ast.Compare(left, [_SIDES[type(op)]()], others)
        case ast.Call():
            yield from _of_call(node)
        case ast.Tuple(elts=[one, other], ctx=ast.Load()):
            yield "turned_pair", ast.Tuple([other, one], ast.Load())
        case ast.List(elts=[one, other], ctx=ast.Load()):
            yield "turned_pair", ast.List([other, one], ast.Load())
        case ast.Attribute(value=inner, attr="T"):
            yield "transposed", inner
        case ast.Name(id=name, ctx=ast.Load()) if name in names:
            yield from (("exchanged", _name(other)) for other in names if other != name)
            yield "square", _squared(node)
            yield "transposed", ast.Attribute(node, "T", ast.Load())
            yield "one_minus", ast.BinOp(ast.Constant(1), ast.Sub(), node)


def _of_operation(node: ast.BinOp) -> Iterator[Edit]:
    left, right, operator = node.left, node.right, type(node.op)
    if operator in _TURNED:
        yield "sign", ast.BinOp(left, _TURNED[operator](), right)
    if operator is ast.Pow:
        yield from _of_power(node)
    else:
        yield "left_out", left
        yield "left_out", right
        if operator is ast.Sub:
            yield "left_out", _minus(right)
    if operator in (ast.Sub, ast.Div, ast.MatMult):
        yield "swapped", ast.BinOp(right, node.op, left)
    if operator is ast.MatMult:
        yield "matrix", ast.BinOp(left, ast.Mult(), right)
    for other in _OTHER.get(operator, ()):
        yield "operation", ast.BinOp(left, other(), right)
    yield from _rebracketed(node)


def _of_power(node: ast.BinOp) -> Iterator[Edit]:
    base = node.left
    yield "square", base
    yield "square", ast.BinOp(base, ast.Mult(), node.right)
    if isinstance(base, ast.BinOp):
        sides = (ast.BinOp(side, node.op, node.right) for side in (base.left, base.right))
        yield "square", ast.BinOp(next(sides), base.op, next(sides))
    yield "absolute", _numpy("abs", base)


def _of_product(node: ast.BinOp, names: tuple[str, ...]) -> Iterator[Edit]:
    yield "operation", ast.BinOp(node.right, ast.Div(), node.left)
    yield "square", _squared(node.left)
    yield "square", _squared(node.right)
    for operator in _SIZE_TWO:
        yield "factor_two", ast.BinOp(node, operator(), _TWO)
    for name in names:
        yield "extra", ast.BinOp(node, ast.Mult(), _name(name))


def _rebracketed(node: ast.BinOp) -> Iterator[Edit]:
    """Yield the same operations in the same order, with a pair of brackets at another place."""
    left, right = node.left, node.right
    if isinstance(left, ast.BinOp):
        yield "precedence", ast.BinOp(left.left, left.op, ast.BinOp(left.right, node.op, right))
    if isinstance(right, ast.BinOp):
        yield "precedence", ast.BinOp(ast.BinOp(left, node.op, right.left), right.op, right.right)
    if isinstance(left, ast.UnaryOp) and isinstance(left.op, ast.USub):
        yield "precedence", _minus(ast.BinOp(left.operand, node.op, right))


def _of_call(node: ast.Call) -> Iterator[Edit]:
    name, subject = _called_on(node)
    for at, argument in enumerate(node.args):
        arguments = [*node.args[:at], _minus(argument), *node.args[at + 1 :]]
        yield "sign", ast.Call(node.func, arguments, node.keywords)
    if subject is None:
        return
    if name == "exp":
        yield "function", ast.BinOp(ast.Constant(10), ast.Pow(), subject)
    for other in _FUNCTIONS.get(name, ()):
        yield "function", _numpy(other, subject, node.keywords)
    if name in ("mean", "sum"):
        yield "mean_sum", _numpy("sum" if name == "mean" else "mean", subject, node.keywords)
    if not any(one.arg in ("axis", "keepdims") for one in node.keywords):
        yield "left_out", subject
    if isinstance(subject, ast.BinOp) and not isinstance(subject.op, ast.Pow):
        yield "precedence", ast.BinOp(subject.left, subject.op, _with_subject(node, subject.right))
        yield "precedence", ast.BinOp(_with_subject(node, subject.left), subject.op, subject.right)
    if name in ("std", "var"):
        yield "divisor", ast.Call(node.func, node.args, [*node.keywords, ast.keyword("ddof", ast.Constant(1))])
    if name in _GATHERING:
        yield from _gathered_early(node, subject)
        if not node.keywords:
            yield from _of_part(subject)
    if axis_of(node) is not None:
        yield "axis", with_other_axis(node)
        yield "axis", kept(with_other_axis(node))
        yield "axis", without_axis(node)


def _gathered_early(node: ast.Call, subject: ast.expr) -> Iterator[Edit]:
    """Yield changes by which a mean or a sum comes before the last step of each entry."""
    match subject:
        case ast.BinOp(left=base, op=ast.Pow(), right=power):
            yield "square_late", ast.BinOp(_with_subject(node, base), ast.Pow(), power)
            total = ast.Call(ast.Attribute(base, "sum", ast.Load()), [], [])
            yield "square_late", _over_size(ast.BinOp(total, ast.Pow(), power), base)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            yield "late", ast.BinOp(_with_subject(node, left), ast.Mult(), _with_subject(node, right))
        case ast.Call(func=function, args=[inner], keywords=keywords):
            yield "late", ast.Call(function, [_with_subject(node, inner)], keywords)


def _of_part(subject: ast.expr) -> Iterator[Edit]:
    """Yield a mean or a sum over less than all entries."""
    for part in (ast.Slice(ast.Constant(1)), ast.Slice(None, ast.Constant(-1))):
        rest = ast.Subscript(subject, part, ast.Load())
        yield "skipped", _over_size(ast.Call(ast.Attribute(rest, "sum", ast.Load()), [], []), subject)
        yield "skipped", ast.Call(ast.Attribute(rest, "mean", ast.Load()), [], [])
    one_less = ast.BinOp(_numpy("size", subject), ast.Sub(), ast.Constant(1))
    yield "divisor", ast.BinOp(_numpy("sum", subject), ast.Div(), one_less)
    for index in (0, -1):
        entry = ast.Subscript(subject, ast.Constant(index), ast.Load())
        yield "one_sample", entry
        yield "one_sample", _over_size(entry, subject)


def axis_of(node: ast.Call) -> int | None:
    """Return the axis along which a call goes, where it is written out."""
    for one in node.keywords:
        if one.arg == "axis" and isinstance(one.value, ast.Constant) and isinstance(one.value.value, int):
            return one.value.value
    return None


def with_other_axis(node: ast.Call) -> ast.Call:
    """Return the call along the other axis of two."""
    other = ast.keyword("axis", ast.Constant(0 if axis_of(node) in (1, -1) else 1))
    return ast.Call(node.func, node.args, [other if one.arg == "axis" else one for one in node.keywords])


def without_axis(node: ast.Call) -> ast.Call:
    """Return the call over everything."""
    return ast.Call(node.func, node.args, [one for one in node.keywords if one.arg not in ("axis", "keepdims")])


def kept(node: ast.Call) -> ast.Call:
    """Return the call with the axis that it goes along left with size 1."""
    others = [one for one in node.keywords if one.arg != "keepdims"]
    return ast.Call(node.func, node.args, [*others, ast.keyword("keepdims", ast.Constant(True))])


def _called_on(node: ast.Call) -> tuple[str, ast.expr | None]:
    """Return the name of what is called, and what it is called on: `E` of `E.mean()` and of `np.mean(E)`."""
    alone = node.args[0] if len(node.args) == 1 else None
    if not isinstance(node.func, ast.Attribute):
        return "", alone if isinstance(node.func, ast.Name) else None
    if isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "math"):
        return node.func.attr, alone
    return node.func.attr, node.func.value if not node.args else None


def _with_subject(node: ast.Call, subject: ast.expr) -> ast.expr:
    if node.args:
        return ast.Call(node.func, [subject, *node.args[1:]], node.keywords)
    assert isinstance(node.func, ast.Attribute)
    return ast.Call(ast.Attribute(subject, node.func.attr, ast.Load()), [], node.keywords)


def _numpy(name: str, subject: ast.expr, keywords: list[ast.keyword] | None = None) -> ast.expr:
    return ast.Call(ast.Attribute(_name("np"), name, ast.Load()), [subject], keywords or [])


def _over_size(total: ast.expr, counted: ast.expr) -> ast.expr:
    return ast.BinOp(total, ast.Div(), _numpy("size", counted))


def _minus(node: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.USub(), node)


def _squared(node: ast.expr) -> ast.expr:
    return ast.BinOp(node, ast.Pow(), _TWO)


def _name(name: str) -> ast.expr:
    return ast.Name(name, ast.Load())
