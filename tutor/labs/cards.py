"""The deck's network of 3-2-2-1 as cards: forward one unit at a time, with a weight and a bias to set."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tutor.figure import Edge, Network, Node, Role
from tutor.lab import Readout, Result, Slider, Timeline, lab
from tutor.labs.layers import NODES, TITLES, WIRES, number
from tutor.language import MINUS, Text
from tutor.nn import activations
from tutor.nn import layers as nn
from tutor.nn.arrays import Array
from tutor.working import Expression, call, first, given, weighted
from tutor.written import substituted

X: Array = np.array([1.0, 0.5, 2.0])
"""What the three report of this soup."""
PASSES = 1.0
"""The mark above which the soup passes."""
COLUMNS = (("x1", "x2", "x3"), ("h111", "h112"), ("h211", "h212"), ("O1",))
SILENT = Text(en="silent", ko="조용함")


def _network(w111: float, b21: float) -> tuple[nn.Layer, ...]:
    """Return the network with one weight and one bias of the unit h211 set."""
    one, two, three = nn.NETWORK
    W, b = two.W.copy(), two.b.copy()
    W[0, 0], b[0] = w111, b21
    return one, nn.Layer(W, b), three


def _workings(weights: Mapping[str, float]) -> tuple[dict[str, Expression], dict[str, Expression]]:
    """Return for every unit how its sum and how what it passes on is worked out."""
    values = {name: given(float(value), name, 4) for name, value in zip(COLUMNS[0], X, strict=True)}
    sums = {}
    for name in NODES:
        column = next(at for at, names in enumerate(COLUMNS) if name in names)
        row = COLUMNS[column].index(name)
        *wires, bias = [wire for wire in WIRES if wire.target == (column, row)]
        pairs = [
            (given(weights[wire.name], wire.name, 4), values[source])
            for wire, source in zip(wires, COLUMNS[column - 1], strict=True)
        ]
        passes_on = sums[name] = weighted(pairs, given(weights[bias.name], bias.name, 4)).to(4)
        if name != "O1":
            passes_on = call("h", lambda y: max(0.0, y), first(passes_on)).to(4)
        values[name] = passes_on.named(name)
    return sums, {name: values[name] for name in NODES}


@lab(
    w111=Slider(
        1,
        low=-1,
        high=3,
        step=0.5,
        label="w111",
        help=Text(en="How much h211 makes of h111.", ko="h211이 h111의 출력을 얼마나 크게 반영하는지입니다."),
    ),
    b21=Slider(
        -1,
        low=-2,
        high=0,
        step=0.5,
        label="b21",
        role=Role.OTHER,
        help=Text(en="The bias of h211.", ko="h211의 편향입니다."),
    ),
    unit=Timeline(
        0,
        last=len(NODES),
        per_second=1,
        unit=Text(en="units", ko="유닛"),
        label=Text(en="worked out", ko="계산"),
        help=Text(
            en="One unit after the other, from left to right.", ko="왼쪽에서 오른쪽으로 유닛을 하나씩 계산합니다."
        ),
    ),
    reads=(nn.forward, nn.layer, activations.relu),
)
def relay(w111: float, b21: float, unit: int) -> Result:
    """Work the network out unit by unit, with a ReLU in the hidden ones."""
    network = _network(w111, b21)
    passed = nn.forward(X, network, activations.relu)
    sums = dict(zip(NODES, (float(value) for done in passed for value in done.y), strict=True))
    values = dict(zip(NODES, (float(value) for done in passed for value in done.out), strict=True))
    weights = {wire.name: wire.weight for wire in WIRES} | {"w111": w111, "b21": b21}
    of_sums, workings = _workings(weights)
    now = NODES[unit - 1] if unit else ""
    known = NODES[:unit]
    inputs = dict(zip(COLUMNS[0], map(float, X), strict=True))
    biases = dict(zip(NODES, ("b11", "b12", "b21", "b22", "b31"), strict=True))

    def card(name: str) -> Node:
        if name in inputs:
            return Node(name, inputs[name], Role.GIVEN)
        there = name in known
        return Node(
            name,
            values[name] if there else None,
            active=name == now,
            reveals=name == now,
            bias=weights[biases[name]],
            sum=sums[name] if there else None,
            state=SILENT if there and name != "O1" and values[name] == 0 else "",
        )

    edges = tuple(
        Edge(wire.source, wire.target, weights[wire.name], wire.name, COLUMNS[wire.target[0]][wire.target[1]] == now)
        for wire in WIRES
        if not wire.name.startswith("b")
    )
    said = ", ".join(f"{name} = {number(values[name])}" for name in known)
    arithmetic = substituted(workings[now]).replace("-", MINUS) if now else ""
    start = Text(en="Only what is measured is known.", ko="아직 잰 값만 있습니다.")
    drawing = Network(
        tuple(tuple(map(card, names)) for names in COLUMNS),
        edges,
        Text(
            en=f"The network of 3-2-2-1 as cards, {unit} of {len(NODES)} units worked out: {said or 'none yet'}.",
            ko=f"카드로 그린 3-2-2-1 신경망, 유닛 {len(NODES)}개 가운데 {unit}개 계산: {said or '아직 없음'}.",
        ),
        TITLES,
        letters=("b", "y", "h"),
        note=f"{now}: {arithmetic}" if now else start,
    )
    out, silent = values["O1"], values["h211"] == 0
    readouts = {
        "O1": Readout.of(workings["O1"], "O1", "g"),
        "h211": Readout.of(workings["h211"], "h211", "g"),
        "y211": Readout.of(of_sums["h211"], "y211", "g"),
        "passes": Readout(out > PASSES, Text(en="passes", ko="통과")),
        "silent": Readout(silent),
        "too_small": Readout(not silent and out <= PASSES),
        # What likely slips give, so that each can be answered by name.
        "without_bias": Readout(max(0.0, sums["h211"] - b21), format="g"),
        "other_unit": Readout(values["h212"], format="g"),
        "b21": Readout(b21, "b21", "g", role=Role.OTHER),
        "w111": Readout(w111, "w111", "g"),
    }
    return Result(readouts, (drawing,), shows=("h211", "O1"))
