"""XOR: one line is not enough, two layers are."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import lru_cache, partial

import numpy as np

from tutor.figure import Axis, Edge, Figure, Layer, Line, Mark, Network, Node, Role
from tutor.lab import Choice, Readout, Result, Slider, Table, Toggle, lab
from tutor.labs.plane import WINDOW, X1, X2, boundary, corner_points, plane
from tutor.language import Text
from tutor.nn import perceptron
from tutor.nn import xor as nn
from tutor.nn.arrays import Array
from tutor.working import first, given, grouped, sum_of, tidy, weighted, where_above
from tutor.written import number

XOR: Array = np.array(perceptron.GATES["XOR"], dtype=float)


@lru_cache(maxsize=1)
def _search() -> tuple[int, int]:
    """Return how many rows of XOR one perceptron can get right, and how many truth tables it can make."""
    return nn.best_line(perceptron.GATES["XOR"]), len(nn.tables_of_one_line())


@lab(
    w1=Slider(1, low=-2, high=2, step=0.1),
    w2=Slider(1, low=-2, high=2, step=0.1),
    b=Slider(-0.5, low=-2, high=2, step=0.1),
    reads=(perceptron.perceptron, nn.best_line),
)
def one_line(w1: float, w2: float, b: float) -> Result:
    """Try to make XOR with one perceptron."""
    w = np.array([w1, w2])
    totals = perceptron.weighted_sum(perceptron.CORNERS, w, b)
    y = perceptron.step(totals)
    right = int((y == XOR).sum())
    best, separable = _search()
    layers: list[Layer] = [plane(w, b, 0.0)]
    ends = boundary(w1, w2, -b)
    if ends is not None:
        layers.append(Line(*ends, Role.MODEL, Text(en="boundary", ko="결정 경계")))
    layers += corner_points(XOR, y)
    figure = Figure(
        tuple(layers),
        x=X1,
        y=X2,
        alt=Text(
            en=f"XOR's four rows and one straight boundary: {right} of 4 are right.",
            ko=f"XOR의 네 점과 직선 경계 하나. 4개 가운데 {right}개가 맞습니다.",
        ),
    )
    rows = tuple(
        (number(a), number(c), f"{total:.2f}", f"{out:.0f}", f"{want:.0f}", "✓" if out == want else "×")
        for (a, c), total, out, want in zip(perceptron.CORNERS, totals, y, XOR, strict=True)
    )
    table = Table(("x1", "x2", Text(en="sum", ko="합"), "y", "XOR", ""), rows)
    readouts = {
        "right": Readout(
            right,
            Text(en="rows right", ko="맞은 줄"),
            ".0f",
            code="(perceptron(CORNERS, np.array([w1, w2]), b) == XOR).sum()",
        ),
        "best": Readout(best, Text(en="best possible", ko="맞힐 수 있는 최대"), format=".0f"),
        "rows": Readout(len(XOR), format=".0f"),
        "right_without_looking": Readout(int((XOR == 0).sum())),
        "separable": Readout(separable, format=".0f"),
        "tables": Readout(2 ** len(XOR), format=".0f"),
        "three_right": Readout(right == best),
        "two_right": Readout(right == 2),
        "fewer_right": Readout(right < 2),
        "total_11": Readout.of(tidy(weighted([(given(w1, "w1"), 1), (given(w2, "w2"), 1)], given(b, "b")))),
        "total_11_without_bias": Readout(w1 + w2),
        "total_11_bias_twice": Readout(w1 + w2 + 2 * b),
    }
    note = (
        Text(en="Three of four: no line does better.", ko="넷 중 셋입니다. 어떤 직선도 이보다 낫지 못합니다.")
        if right == best
        else ""
    )
    return Result(readouts, (figure,), table, ("right",), note)


GATE_WORDS = {name: name for name in nn.NEURONS}

NAMES: Mapping[tuple[int, ...], str] = {
    (0, 1, 1, 0): "XOR",
    (1, 0, 0, 1): "XNOR",
    (0, 0, 0, 1): "AND",
    (0, 1, 1, 1): "OR",
    (1, 1, 1, 0): "NAND",
    (1, 0, 0, 0): "NOR",
}


@lab(
    first=Choice("AND", options=GATE_WORDS, label="s1"),
    second=Choice("AND", options=GATE_WORDS, label="s2"),
    last=Choice("AND", options=GATE_WORDS, label="y"),
    reads=(nn.two_layers, nn.neuron),
)
def gates(first: str, second: str, last: str) -> Result:
    """Put two gates side by side and a third behind them; draw what the third one sees."""
    s, y = nn.two_layers(first, second, last, perceptron.CORNERS)
    right = int((y == XOR).sum())
    w1, w2, b = nn.NEURONS[last]
    layers: list[Layer] = [plane(np.array([w1, w2]), b, 0.0)]
    ends = boundary(w1, w2, -b)
    if ends is not None:
        layers.append(Line(*ends, Role.MODEL, Text(en=f"boundary of {last}", ko=f"{last}의 결정 경계")))
    landings: list[str] = []
    for point in sorted({*map(tuple, s)}):
        here = (s == point).all(axis=1)
        wanted = set(XOR[here])
        wrong = (XOR[here] != y[here]).any()
        names = " ".join(f"({a:.0f},{c:.0f})" for a, c in perceptron.CORNERS[here])
        mark = "×" if wrong else "●" if wanted == {1.0} else "○"
        layers.append(Mark(point[0], point[1], Role.LOSS if wrong else Role.GIVEN, names, mark))
        landings.append(f"{names} -> ({point[0]:.0f},{point[1]:.0f})")
    moves = "; ".join(landings)
    figure = Figure(
        tuple(layers),
        x=Axis("s1", *WINDOW, ticks=(0, 0.5, 1)),
        y=Axis("s2", *WINDOW, ticks=(0, 0.5, 1)),
        title=Text(en="What the last neuron sees", ko="마지막 뉴런이 보는 것"),
        alt=Text(
            en=f"The inputs land in the plane of s1 and s2: {moves}. {right} of 4 rows of XOR are right.",
            ko=f"입력이 s1, s2 평면으로 옮겨집니다: {moves}. XOR의 네 줄 가운데 {right}줄이 맞습니다.",
        ),
    )
    rows = tuple(
        (number(a), number(c), f"{s1:.0f}", f"{s2:.0f}", f"{out:.0f}", f"{want:.0f}", "✓" if out == want else "×")
        for (a, c), (s1, s2), out, want in zip(perceptron.CORNERS, s, y, XOR, strict=True)
    )
    name = NAMES.get(tuple(int(value) for value in y), "")
    readouts = {
        "right": Readout(right, Text(en="rows right", ko="맞은 줄"), format=".0f"),
        "is_xor": Readout(name == "XOR"),
        "is_xnor": Readout(name == "XNOR"),
        "is_simple": Readout(name in nn.NEURONS),
        "is_constant": Readout(len(set(y)) == 1),
        "lands": Readout(s[2:], format=".0f"),
        "lands_reversed": Readout(s[2:, ::-1]),
        "lands_by_gate": Readout(s[2:].T),
        "lands_unmoved": Readout(perceptron.CORNERS[2:]),
        "places": Readout(len(landings), Text(en="different places", ko="서로 다른 자리"), format=".0f"),
    }
    note = Text(en=f"Together they are {name}.", ko=f"셋이 함께 {name}입니다.") if name else ""
    return Result(readouts, (figure,), Table(("x1", "x2", "s1", "s2", "y", "XOR", ""), rows), ("right", "places"), note)


@lab(
    x1=Slider(0, low=0, high=1, step=1, role=Role.GIVEN),
    x2=Slider(1, low=0, high=1, step=1, role=Role.GIVEN),
    reads=(nn.two_layers, perceptron.weighted_sum, perceptron.step),
)
def network(x1: float, x2: float) -> Result:
    """Work one input through NAND, OR and AND, drawn as a network."""
    return _three_gates(x1, x2)


@lab(
    x1=Toggle(False, label=Text(en="switch x1", ko="스위치 x1"), role=Role.GIVEN),
    x2=Toggle(True, label=Text(en="switch x2", ko="스위치 x2"), role=Role.GIVEN),
    reads=(nn.two_layers, perceptron.weighted_sum, perceptron.step),
)
def switches(x1: bool, x2: bool) -> Result:
    """Set two switches, and work them through NAND, OR and AND."""
    return _three_gates(float(x1), float(x2))


def _three_gates(x1: float, x2: float) -> Result:
    """Draw the network of NAND, OR and AND with the values of one input on it."""
    x = np.array([[x1, x2]])
    s, y = nn.two_layers("NAND", "OR", "AND", x)
    s1, s2, out = float(s[0, 0]), float(s[0, 1]), float(y[0])
    nand, either, both = nn.NEURONS["NAND"], nn.NEURONS["OR"], nn.NEURONS["AND"]
    inputs = given(x1, "x1"), given(x2, "x2")
    sums = [tidy(weighted(zip((w1, w2), inputs, strict=True), b)) for w1, w2, b in (nand, either)]
    fires = [where_above(first(total), 0, 1, 0) for total in sums]
    hidden = [neuron.named(name) for name, neuron in zip(("s1", "s2"), fires, strict=True)]
    total = tidy(weighted(zip(both[:2], hidden, strict=True), both[2]))

    bit = partial(Node, format=".0f")

    def node(name: str, value: float) -> Node:
        return bit(name, value, Role.MODEL if value else Role.QUIET, active=bool(value))

    drawing = Network(
        columns=(
            (bit("x1", x1, Role.GIVEN), bit("x2", x2, Role.GIVEN), Node("1", role=Role.QUIET)),
            (node("s1", s1), node("s2", s2), Node("1", role=Role.QUIET)),
            (node("y", out),),
        ),
        edges=(
            *(Edge((0, row), (1, 0), weight) for row, weight in enumerate(nand)),
            *(Edge((0, row), (1, 1), weight) for row, weight in enumerate(either)),
            *(Edge((1, row), (2, 0), weight) for row, weight in enumerate(both)),
        ),
        titles=(
            Text(en="input", ko="입력층"),
            Text(en="hidden: NAND, OR", ko="은닉층: NAND, OR"),
            Text(en="output: AND", ko="출력층: AND"),
        ),
        alt=Text(
            en=f"Two layers: from x1 = {number(x1)}, x2 = {number(x2)} come s1 = {number(s1)} (NAND) and "
            f"s2 = {number(s2)} (OR), and from those y = {number(out)} (AND).",
            ko=f"두 층: x1 = {number(x1)}, x2 = {number(x2)}에서 s1 = {number(s1)}(NAND), s2 = {number(s2)}(OR), "
            f"다시 y = {number(out)}(AND).",
        ),
    )
    readouts = {
        "s1": Readout.of(hidden[0], "s1", ".0f"),
        "s2": Readout.of(hidden[1], "s2", ".0f"),
        "sum_1": Readout.of(sums[0], Text(en="sum at s1", ko="s1의 가중합")),
        "sum_2": Readout.of(sums[1], Text(en="sum at s2", ko="s2의 가중합")),
        "total": Readout.of(total, Text(en="sum at y", ko="y의 가중합")),
        "y": Readout(out, "y", ".0f"),
        "w": Readout(np.array(both[:2])),
        "b": Readout(both[2]),
        "total_from_inputs": Readout(both[0] * x1 + both[1] * x2 + both[2]),
        "total_from_hidden_sums": Readout(both[0] * sums[0].value + both[1] * sums[1].value + both[2]),
        "total_without_bias": Readout(both[0] * s1 + both[1] * s2),
    }
    return Result(readouts, (drawing,), shows=("s1", "s2", "y"))


@lab(
    hidden=Slider(1, low=0, high=3, step=1, label=Text(en="hidden layers", ko="은닉층 수")),
    units=Slider(2, low=1, high=4, step=1, label=Text(en="neurons in each", ko="층마다 뉴런 수")),
    inputs=Slider(2, low=1, high=4, step=1, label=Text(en="inputs", ko="입력 수"), role=Role.GIVEN),
    reads=(nn.count_parameters,),
)
def layers(hidden: float, units: float, inputs: float) -> Result:
    """Draw a network of some inputs, some hidden layers and one output, and name it."""
    depth, width = round(hidden), round(units)
    widths = [round(inputs), *[width] * depth, 1]
    columns = tuple(
        tuple(Node(_node_name(column, row, len(widths)), role=_node_role(column)) for row in range(count))
        for column, count in enumerate(widths)
    )
    edges = tuple(
        Edge((column, source), (column + 1, target))
        for column, (before, after) in enumerate(itertools.pairwise(widths))
        for source in range(before)
        for target in range(after)
    )
    titles = (
        Text(en="input", ko="입력층"),
        *(Text(en=f"hidden {k + 1}", ko=f"은닉층 {k + 1}") for k in range(depth)),
        Text(en="output", ko="출력층"),
    )
    shape = "-".join(map(str, widths))
    weights = sum(before * after for before, after in itertools.pairwise(widths))
    added = sum_of(grouped(given(before) * after + after) for before, after in itertools.pairwise(widths))
    total = nn.count_parameters(widths)
    kind = (
        Text(en="a single perceptron: no hidden layer", ko="퍼셉트론 하나: 은닉층 없음")
        if depth == 0
        else Text(en="a multi-layer perceptron (MLP)", ko="다층 퍼셉트론(MLP)")
        if depth == 1
        else Text(en="a deep neural network (DNN)", ko="심층 신경망(DNN)")
    )
    drawing = Network(
        columns,
        edges,
        titles=titles,
        alt=Text(
            en=f"A {shape} network: {depth} hidden layers, {total} weights and biases.",
            ko=f"{shape} 신경망. 은닉층 {depth}개, 가중치와 편향 {total}개.",
        ),
    )
    readouts = {
        "shape": Readout(shape, Text(en="widths", ko="층의 크기")),
        "weights": Readout(weights, Text(en="weights", ko="가중치"), ".0f"),
        "biases": Readout(total - weights, Text(en="biases", ko="편향"), ".0f"),
        "parameters": Readout.of(added, Text(en="weights and biases", ko="가중치와 편향"), ".0f"),
        "one_bias_a_layer": Readout(weights + len(widths) - 1),
        "bias_for_inputs_too": Readout(total + widths[0]),
    }
    return Result(readouts, (drawing,), shows=("shape", "weights", "biases"), note=kind)


def _node_name(column: int, row: int, columns: int) -> str:
    if column == 0:
        return f"x{row + 1}"
    return "y" if column == columns - 1 else f"h{column}{row + 1}"


def _node_role(column: int) -> Role:
    return Role.GIVEN if column == 0 else Role.MODEL
