"""The deck's network of 3-2-2-1: its names, and the forward pass one node at a time."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from tutor.figure import Edge, Network, Node, Role
from tutor.lab import Choice, Readout, Result, Slider, Table, Timeline, lab
from tutor.labs.activations import NAMES
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.nn import activations
from tutor.nn import layers as nn
from tutor.nn.arrays import Array
from tutor.nn.perceptron import step
from tutor.working import Expression, call, first, given, weighted
from tutor.written import number as short
from tutor.written import substituted

COLUMNS = (("x1", "x2", "x3", "1"), ("h111", "h112", "1"), ("h211", "h212", "1"), ("O1",))
"""The nodes as the deck names them; each "1" is the constant input of the biases."""

TITLES = (
    Text(en="input", ko="입력층"),
    Text(en="hidden 1", ko="은닉층 1"),
    Text(en="hidden 2", ko="은닉층 2"),
    Text(en="output", ko="출력층"),
)

NODES = ("h111", "h112", "h211", "h212", "O1")
"""The nodes in the order in which a forward pass can work them out."""


class Wire(NamedTuple):
    """One edge of the network."""

    source: tuple[int, int]
    target: tuple[int, int]
    name: str
    weight: float


def number(value: float) -> str:
    """Return `value` with up to four decimals: halves of halves stay exact."""
    return short(value, 4)


def _wires() -> tuple[Wire, ...]:
    """Return every edge with the deck's name and its number."""
    first = [["w11", "w12"], ["w21", "w22"], ["w31", "w32"], ["b11", "b12"]]
    second = [["w111", "w112"], ["w121", "w122"], ["b21", "b22"]]
    third = [["w211"], ["w221"], ["b31"]]
    wires = []
    for column, (names, (W, b)) in enumerate(zip((first, second, third), nn.NETWORK, strict=True)):
        numbers = np.vstack([W, b])  # the biases are the weights of the constant 1, the last row
        for row, line in enumerate(names):
            for target, name in enumerate(line):
                wires.append(Wire((column, row), (column + 1, target), name, float(numbers[row, target])))
    return tuple(wires)


WIRES = _wires()
WEIGHT_OF: Mapping[str, float] = {wire.name: wire.weight for wire in WIRES}


def _node_name(place: tuple[int, int]) -> str:
    column, row = place
    return COLUMNS[column][row]


@lab(
    edge=Choice("w21", options={wire.name: wire.name for wire in WIRES}, label=Text(en="edge", ko="연결선")),
    reads=(nn.layer,),
)
def names(edge: str) -> Result:
    """Draw the network with the deck's names and light one edge."""
    chosen = next(wire for wire in WIRES if wire.name == edge)
    source, target = _node_name(chosen.source), _node_name(chosen.target)
    columns = tuple(
        tuple(
            Node(
                name,
                role=Role.QUIET if name == "1" else Role.GIVEN if column == 0 else Role.MODEL,
                active=(column, row) in (chosen.source, chosen.target),
            )
            for row, name in enumerate(nodes)
        )
        for column, nodes in enumerate(COLUMNS)
    )
    drawing = Network(
        columns,
        tuple(Edge(w.source, w.target, None, w.name if w is chosen else "", w is chosen) for w in WIRES),
        titles=TITLES,
        alt=Text(
            en=f"The network of 3-2-2-1; {edge} leads from {source} to {target}.",
            ko=f"3-2-2-1 신경망. {edge}: {source} → {target}.",
        ),
    )
    weights = sum(W.size for W, _ in nn.NETWORK)
    biases = sum(b.size for _, b in nn.NETWORK)
    readouts = {
        "from_to": Readout(f"{source} → {target}", edge),
        "neurons": Readout(len(NODES), format=".0f"),
        "circles": Readout(len(NODES) + 3, format=".0f"),
        "layers": Readout(len(nn.NETWORK), format=".0f"),
        "groups": Readout(len(COLUMNS), format=".0f"),
        "weights": Readout(weights, format=".0f"),
        "parameters": Readout(weights + biases, format=".0f"),
    }
    return Result(readouts, (drawing,), shows=("from_to",))


@lab(
    x1=Slider(1, low=-2, high=3, step=0.5, role=Role.GIVEN),
    x2=Slider(0.5, low=-2, high=3, step=0.5, role=Role.GIVEN),
    x3=Slider(2, low=-2, high=3, step=0.5, role=Role.GIVEN),
    kind=Choice(
        "relu",
        options={name: NAMES[name] for name in ("relu", "step", "sigmoid", "linear")},
        label=Text(en="activation h", ko="활성화 함수 h"),
    ),
    node=Timeline(
        0,
        last=len(NODES),
        per_second=1,
        unit=Text(en="nodes", ko="노드"),
        label=Text(en="nodes worked out", ko="계산한 노드"),
    ),
    reads=(nn.forward, nn.layer, activations.relu, step, activations.sigmoid),
)
def network(x1: float, x2: float, x3: float, kind: str, node: int) -> Result:
    """Work the network out node by node."""
    x = np.array([x1, x2, x3])
    h = activations.ACTIVATIONS[kind].h
    passed = nn.forward(x, nn.NETWORK, h)
    sums = [float(value) for done in passed for value in done.y]
    values = [float(value) for done in passed for value in done.out]
    known = dict(zip(NODES[:node], values[:node], strict=True))
    now = NODES[node - 1] if node else ""
    inputs = dict(zip(("x1", "x2", "x3"), map(float, x), strict=True))
    drawing = Network(
        tuple(
            tuple(
                Node(
                    name,
                    inputs.get(name, known.get(name)),
                    Role.QUIET if name == "1" else Role.GIVEN if name in inputs else Role.MODEL,
                    active=name == now,
                )
                for name in nodes
            )
            for nodes in COLUMNS
        ),
        tuple(_edge(wire, now) for wire in WIRES),
        titles=TITLES,
        alt=Text(
            en=f"The network of 3-2-2-1 with {node} of {len(NODES)} nodes worked out: "
            + (", ".join(f"{name} = {number(value)}" for name, value in known.items()) or "none yet"),
            ko=f"3-2-2-1 신경망에서 노드 {len(NODES)}개 가운데 {node}개를 계산했습니다: "
            + (", ".join(f"{name} = {number(value)}" for name, value in known.items()) or "아직 없음"),
        ),
    )
    into, workings = _workings(inputs, kind)
    table = Table(
        (Text(en="node", ko="노드"), Text(en="sum", ko="합"), Text(en="passes on", ko="내보내는 값")),
        tuple(
            (name, f"{total:.3f}" if name in known else "·", f"{value:.3f}" if name in known else "·")
            for name, total, value in zip(NODES, sums, values, strict=True)
        ),
        lit_rows=frozenset({node - 1} if node else set()),
    )
    readouts = {
        **{name: Readout.of(working, name, code=_code_of(name, kind)) for name, working in workings.items()},
        "y1": Readout.of(into["h111"], "y1"),
        "y2": Readout.of(into["h112"], "y2"),
        "y211": Readout.of(into["h211"], Text(en="sum at h211", ko="h211의 합")),
        **_further_numbers(x, passed),
    }
    shown = (now,) if now else ()
    note = (
        substituted(workings[now])
        if now
        else Text(en="Nothing is worked out yet.", ko="아직 아무것도 계산하지 않았습니다.")
    )
    return Result(readouts, (drawing,), table, shown, note)


def _edge(wire: Wire, now: str) -> Edge:
    """Return an edge with its weight; once a node is being worked out, only those that lead into it are labelled."""
    if not now:
        return Edge(wire.source, wire.target, wire.weight)
    if _node_name(wire.target) == now:
        return Edge(wire.source, wire.target, wire.weight, active=True)
    return Edge(wire.source, wire.target)


def _code_of(name: str, kind: str) -> str:
    """Return how a neuron of the first hidden layer works out what it passes on, in Python; "" for other nodes."""
    if name not in COLUMNS[1]:
        return ""
    column = COLUMNS[1].index(name)
    total = f"(X @ W + b)[0, {column}]"
    return total if kind == "linear" else f"{kind}({total})"


def _workings(inputs: Mapping[str, float], kind: str) -> tuple[dict[str, Expression], dict[str, Expression]]:
    """Return for every node how its sum and how what it passes on is worked out."""
    h = activations.ACTIVATIONS[kind].h
    values = {name: given(value, name, 4) for name, value in inputs.items()}
    sums = {}
    for name in NODES:
        *weights, bias = [wire for wire in WIRES if _node_name(wire.target) == name]
        pairs = [(given(wire.weight, wire.name, 4), values[_node_name(wire.source)]) for wire in weights]
        passes_on = sums[name] = weighted(pairs, given(bias.weight, bias.name, 4)).to(4)
        if kind != "linear" and name != "O1":
            passes_on = call("h", lambda y: float(h(np.array([y]))[0]), first(passes_on)).to(4)
        values[name] = passes_on.named(name)
    return sums, {name: values[name] for name in NODES}


def _further_numbers(x: Array, passed: list[nn.Passed]) -> dict[str, Readout]:
    """Return what else the text speaks of, and the numbers to which likely mistakes lead."""
    (W1, b1), (W2, b2), (W3, b3) = nn.NETWORK
    one, two, last = passed
    in_rows = W1.ravel()[:3]  # w11, w12, w21: along the rows instead of down the column
    silent = int((one.y < 0).sum())  # neurons that a ReLU keeps at 0, also after a small move
    return {
        "h_y1": Readout(float(one.out[0]), "h(y1)", "g"),
        "h_y2": Readout(float(one.out[1]), "h(y2)"),
        "both_silent": Readout(silent == len(one.y)),
        "one_silent": Readout(silent == 1),
        "y1_in_rows": Readout(float(in_rows @ x + b1[0])),
        "y1_without_bias": Readout(float(W1[:, 0] @ x)),
        "y2_without_bias": Readout(float(W1[:, 1] @ x)),
        "y2_with_first_bias": Readout(float(W1[:, 1] @ x + b1[0])),
        "y212": Readout(float(two.y[1])),
        "y211_from_sums": Readout(float(one.y @ W2[:, 0] + b2[0])),
        "y211_in_rows": Readout(float(one.out @ W2[0] + b2[0])),
        "y211_without_bias": Readout(float(one.out @ W2[:, 0])),
        "O1_from_sums": Readout(float(two.y @ W3[:, 0] + b3[0])),
        "O1_with_h": Readout(max(0.0, float(last.y[0]))),
        "O1_without_bias": Readout(float(two.out @ W3[:, 0])),
        "out_1": Readout(one.out, format="g"),
        # The first layer as arrays: one row of X for each sample, one column of W for each neuron.
        "X": Readout(x[None, :], "X", "g", role=Role.GIVEN),
        "W": Readout(W1, "W", "g"),
        "b": Readout(b1, "b", "g"),
        "out_2": Readout(two.out, format="g"),
        **{name: Readout(weight, name, "g") for name, weight in WEIGHT_OF.items()},
    }
