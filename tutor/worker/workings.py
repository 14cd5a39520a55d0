"""The form of workings: expression trees as a flat list of nodes, each one made of nodes before it."""

from __future__ import annotations

import math
from typing import Any

from tutor import working as tree
from tutor.worker import messages
from tutor.worker.forms import FORMATTING, NAME, NUMBER, TEXT, Form, Many, wrong
from tutor.worker.wire import MalformedError
from tutor.working import Expression, Operator
from tutor.written import substituted

MOST_NODES = 20_000
"""Nodes of a tree as it is printed: one that stands in two places counts twice."""
DEEPEST = 120
"""Nodes on the way from the result to a number."""
MOST_POINTS = 64
"""Arguments at which a function is known that has no other description than what it gives."""

OPERATORS = {name: value for name, value in vars(tree).items() if isinstance(value, Operator)}
_NAMES = {id(operator): name for name, operator in OPERATORS.items()}
_OPERANDS = {"NUMBER": 0, "DIFFERENCE": 2, "QUOTIENT": 2, "POWER": 2, "WHERE": 4}
_ANY_NUMBER = frozenset({"SUM", "PRODUCT", "MAX", "COUNT", "THEN"})


class Known:
    """A function of which only some values are known: all that is left of one that was written in a course."""

    def __init__(self, points: dict[float, float]) -> None:
        self.points = points

    def __call__(self, *x: float) -> float:
        return self.points.get(x[0], math.nan) if len(x) == 1 else math.nan


class _Noting:
    """A function that takes note of what it gives."""

    def __init__(self, operator: Operator) -> None:
        self._work = operator.work
        self.points: dict[float, float] = {}

    def __call__(self, *x: float) -> float:
        found = float(self._work(*x))
        if len(self.points) < MOST_POINTS:
            self.points[float(x[0])] = found
        return found


class Tree(Form):
    """An expression: `[[operator, operands, value, name, form], …]`, the last one the whole."""

    def pack(self, value: Any, at: str) -> Any:
        if not isinstance(value, Expression):
            raise wrong(at, value, messages.AN_EXPRESSION)
        nodes: list[Any] = []
        places: dict[int, int] = {}
        in_order = _leaves_first(value, at)
        functions = _noted(value)
        for node in in_order:
            operands = [places[id(operand)] for operand in node.operands]
            places[id(node)] = len(nodes)
            form = node.form if isinstance(node.form, int) else FORMATTING.pack(node.form, at)
            operator: Any = _NAMES.get(id(node.operator))
            if operator is None:
                known = functions[id(node.operator)]
                operator = [NAME.pack(node.operator.name, at), [[x, y] for x, y in known.points.items()]]
            nodes.append([operator, operands, NUMBER.pack(float(node.value), at), TEXT.pack(node.name, at), form])
        return nodes

    def unpack(self, data: Any, at: str) -> Any:
        if not isinstance(data, list) or not 0 < len(data) <= MOST_NODES:
            raise wrong(at, data, messages.NODES_TO.filled(most=MOST_NODES))
        made: list[Expression] = []
        sizes: list[int] = []
        depths: list[int] = []
        for entry in data:
            if not isinstance(entry, list) or len(entry) != 5:
                raise wrong(at, entry, messages.A_NODE)
            operator, places, value, name, form = entry
            if not isinstance(places, list) or not all(type(place) is int for place in places):
                raise wrong(at, places, messages.OPERANDS)
            if not all(0 <= place < len(made) for place in places):
                raise MalformedError(messages.NO_EARLIER_NODE, at=at)
            size = 1 + sum(sizes[place] for place in places)
            depth = 1 + max((depths[place] for place in places), default=0)
            if size > MOST_NODES or depth > DEEPEST:
                raise MalformedError(messages.LARGE_WORKING, at=at, most=MOST_NODES, deepest=DEEPEST)
            work = _operator(operator, len(places), at)
            operands = tuple(made[place] for place in places)
            number = float(NUMBER.unpack(value, at))
            made.append(Expression(work, operands, number, TEXT.unpack(name, at), _form(form, at)))
            sizes.append(size)
            depths.append(depth)
        return made[-1]


class AnyWorking(Form):
    """The working of a number, or of each entry of a short array."""

    def __init__(self) -> None:
        self._tree = Tree()
        self._entries = Many(self._tree, 200)

    def pack(self, value: Any, at: str) -> Any:
        if isinstance(value, tuple):
            return {"entries": self._entries.pack(value, at)}
        return self._tree.pack(value, at)

    def unpack(self, data: Any, at: str) -> Any:
        if isinstance(data, dict) and list(data) == ["entries"]:
            return self._entries.unpack(data["entries"], at)
        return self._tree.unpack(data, at)


def _leaves_first(whole: Expression, at: str) -> list[Expression]:
    """Return every node once, operands before what is made of them."""
    found: list[Expression] = []
    done: dict[int, int] = {}
    waiting: list[tuple[Expression, bool]] = [(whole, False)]
    while waiting:
        node, is_ready = waiting.pop()
        if id(node) in done:
            continue
        if not isinstance(node, Expression) or len(found) + len(waiting) > MOST_NODES:
            raise MalformedError(messages.NODES_OR_NONE, at=at, most=MOST_NODES)
        if is_ready:
            # One that is made of itself has operands that are not done; it is as good as endless.
            done[id(node)] = 1 + sum(done.get(id(operand), MOST_NODES) for operand in node.operands)
            if done[id(node)] > MOST_NODES:
                raise MalformedError(messages.LONG_WORKING, at=at, most=MOST_NODES)
            found.append(node)
        else:
            waiting.append((node, True))
            waiting += [(operand, False) for operand in reversed(node.operands)]
    return found


def _noted(whole: Expression) -> dict[int, _Noting]:
    """Return what each function that is not of `tutor.working` gives wherever the print asks for it."""
    noting: dict[int, _Noting] = {}
    kept: list[Operator] = []

    def stand_in(operator: Operator) -> Operator:
        if id(operator) in _NAMES:
            return operator
        if id(operator) not in noting:
            noting[id(operator)] = _Noting(operator)
            kept.append(operator)
        return Operator(operator.name, noting[id(operator)])

    def copied(node: Expression) -> Expression:
        operands = tuple(map(copied, node.operands))
        return Expression(stand_in(node.operator), operands, node.value, node.name, node.form)

    try:
        if all(id(node.operator) in _NAMES for node in whole.walk()):
            return noting
        copy = copied(whole)
        substituted(copy)
        for node in copy.walk():
            if isinstance(node.operator.work, _Noting):
                tree.worked_out(node.operator, [operand.value for operand in node.operands])
    except RecursionError:
        raise MalformedError(messages.DEEP_WORKING, deepest=DEEPEST) from None
    return noting


def _operator(data: Any, operands: int, at: str) -> Operator:
    if isinstance(data, str) and data in OPERATORS:
        wanted = _OPERANDS.get(data, 1)
        if (operands < 1) if data in _ANY_NUMBER else (operands != wanted):
            raise MalformedError(messages.OPERATOR_OF, at=at, name=data, count=operands)
        return OPERATORS[data]
    if isinstance(data, list) and len(data) == 2 and isinstance(data[1], list) and len(data[1]) <= MOST_POINTS:
        points: dict[float, float] = {}
        for point in data[1]:
            if not isinstance(point, list) or len(point) != 2:
                raise wrong(at, point, messages.ARGUMENT_AND_VALUE)
            points[float(NUMBER.unpack(point[0], at))] = float(NUMBER.unpack(point[1], at))
        if operands != 1:
            raise MalformedError(messages.FUNCTION_OF, at=at, count=operands)
        return Operator(NAME.unpack(data[0], at), Known(points))
    raise wrong(at, data, messages.AN_OPERATOR)


def _form(data: Any, at: str) -> int | str:
    if type(data) is int:
        if not 0 <= data <= 20:
            raise wrong(at, data, messages.DECIMALS)
        return data
    return str(FORMATTING.unpack(data, at))
