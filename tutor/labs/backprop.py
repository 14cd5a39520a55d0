"""Backpropagation by hand: one row through a small network, forward and back, and the check of every slope."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np

from tutor.figure import Axis, Edge, Figure, Line, Mark, Network, Node, Points, Role
from tutor.lab import Choice, Readout, Result, Slider, Table, Timeline, Toggle, lab
from tutor.labs.backprop_workings import PLACES, by_hand, numbers_of
from tutor.language import Text, say
from tutor.nn import mlp
from tutor.nn.arrays import Array
from tutor.nn.mlp import HIDDEN_ACTIVATIONS, MLP
from tutor.nn.perceptron import CORNERS, GATES
from tutor.working import Expression, given

SIGMOID = HIDDEN_ACTIVATIONS["sigmoid"]
X = CORNERS
Y: Array = np.array(GATES["XOR"], dtype=float)[:, None]  # (4, 1)

NET = MLP(
    W1=np.array([[1.5, 1.5], [-1.0, -1.0]]),
    b1=np.array([[-0.5, 0.5]]),
    W2=np.array([[1.0], [-2.0]]),
    b2=np.array([[0.5]]),
)
"""Starting numbers that are easy to reckon with. For the row (1, 0) the hidden sums are 1 and 2."""

START, H1, H2, OUTPUT, LOSS, DELTA, OUTPUT_SLOPES, DELTA1, DELTA2, HIDDEN_SLOPES, UPDATE, AGAIN = range(12)

PARTS: Mapping[int, Text] = {
    START: Text(en="The row and the nine numbers.", ko="한 줄과 아홉 개의 수."),
    H1: Text(en="Forward: the first hidden unit.", ko="순전파: 첫째 은닉 유닛."),
    H2: Text(en="Forward: the second hidden unit.", ko="순전파: 둘째 은닉 유닛."),
    OUTPUT: Text(en="Forward: the output.", ko="순전파: 출력."),
    LOSS: Text(en="The loss of this row.", ko="이 줄의 손실."),
    DELTA: Text(en="Back: the delta of the output.", ko="역전파: 출력의 델타."),
    OUTPUT_SLOPES: Text(en="Back: the slopes of v1, v2 and b21.", ko="역전파: v1, v2, b21에 대한 기울기."),
    DELTA1: Text(en="Back through v1: the delta of h1.", ko="v1을 거슬러: h1의 델타."),
    DELTA2: Text(en="Back through v2: the delta of h2.", ko="v2를 거슬러: h2의 델타."),
    HIDDEN_SLOPES: Text(en="Back: the six slopes before the hidden layer.", ko="역전파: 은닉층 앞 여섯 기울기."),
    UPDATE: Text(en="The update: each number minus α times its slope.", ko="갱신: 수마다 α × 기울기를 뺍니다."),
    AGAIN: Text(en="Forward again with the new numbers.", ko="새 수로 다시 순전파."),
}
SHOWS: Mapping[int, tuple[str, ...]] = {
    START: (),
    H1: ("z1", "h1"),
    H2: ("z2", "h2"),
    OUTPUT: ("z", "p"),
    LOSS: ("p", "loss"),
    DELTA: ("loss", "delta"),
    OUTPUT_SLOPES: ("dv1", "dv2", "db21"),
    DELTA1: ("delta", "delta1"),
    DELTA2: ("delta1", "delta2"),
    HIDDEN_SLOPES: ("dw11", "dw21", "db11"),
    UPDATE: ("new_v1", "new_w11"),
    AGAIN: ("loss", "new_loss"),
}


def _sigma(z: float) -> float:
    return float(mlp.sigmoid_by_tanh(np.array(z)))


@lab(
    reads=(mlp.forward, mlp.backward, mlp.update, mlp.sigmoid_by_tanh, mlp.sigmoid_slope_from_h, mlp.loss),
    row=Choice(
        "10",
        options={"00": "0, 0 → 0", "01": "0, 1 → 1", "10": "1, 0 → 1", "11": "1, 1 → 0"},
        label=Text(en="row", ko="줄"),
        role=Role.GIVEN,
        help=Text(en="The row of XOR that goes through the network.", ko="신경망을 지나갈 XOR의 한 줄입니다."),
    ),
    alpha=Slider(
        1.0,
        low=0.1,
        high=5.0,
        step=0.1,
        label="α",
        role=Role.OTHER,
        help=Text(
            en="The learning rate: how far the update goes.", ko="학습률입니다. 갱신이 얼마나 멀리 갈지 정합니다."
        ),
    ),
    part=Timeline(
        START,
        last=AGAIN,
        per_second=0.8,
        label=Text(en="part", ko="단계"),
        help=Text(
            en="Forward, loss, back, update: one piece at a time.", ko="순전파, 손실, 역전파, 갱신을 한 조각씩 봅니다."
        ),
    ),
)
def one_update(row: str, alpha: float, part: int) -> Result:
    """One row forward through a 2-2-1 network, back again by the chain rule, and one update."""
    x1, x2 = float(row[0]), float(row[1])
    x = np.array([[x1, x2]])  # (1, 2)
    y = float(row[0] != row[1])
    seen = mlp.forward(NET, x, SIGMOID)
    slopes = mlp.backward(NET, x, np.array([[y]]), seen, SIGMOID)
    after = mlp.update(NET, slopes, alpha)
    old, slope, new = numbers_of(NET), numbers_of(slopes), numbers_of(after)

    told = by_hand(old, x1, x2, y, alpha)
    h2, z1, z2, z, p = (told[name].value for name in ("h2", "z1", "z2", "z", "p"))
    again = mlp.forward(after, x, SIGMOID)
    new_p = float(again.p[0, 0])
    delta = told["delta"].value
    truth, new_truth = (p, new_p) if y == 1 else (1 - p, 1 - new_p)

    readouts = {
        "x1": Readout(x1, format="g", role=Role.GIVEN),
        "x2": Readout(x2, format="g", role=Role.GIVEN),
        "y": Readout(y, format="g", role=Role.GIVEN),
        **{name: Readout(value, format="g") for name, value in old.items()},
        **{name: _readout(name, working) for name, working in told.items()},
        "new_h1": Readout(float(again.H[0, 0]), Text(en="h1 after", ko="새 h1"), ".3f", role=Role.RIGHT),
        "new_h2": Readout(float(again.H[0, 1]), Text(en="h2 after", ko="새 h2"), ".3f", role=Role.RIGHT),
        "new_p": Readout(new_p, Text(en="p after", ko="새 p"), ".3f", role=Role.RIGHT),
        "new_loss": Readout(-np.log(new_truth), Text(en="loss after", ko="새 손실"), ".3f", role=Role.RIGHT),
        "less": Readout(new_truth > truth, Text(en="the loss fell", ko="손실이 줄었음")),
        "halved": Readout(-np.log(new_truth) <= -0.5 * np.log(truth), Text(en="halved", ko="반으로 줄었음")),
        # What likely slips give, so that each can be answered by name.
        "p_from_sums": Readout(_sigma(old["v1"] * z1 + old["v2"] * z2 + old["b21"]), format=".3f"),
        "p_without_bias": Readout(_sigma(z - old["b21"]), format=".3f"),
        "delta_turned": Readout(-delta, format=".3f"),
        "delta1_without_slope": Readout(delta * old["v1"], format=".3f"),
        "delta2_without_slope": Readout(delta * old["v2"], format=".3f"),
        "delta2_without_weight": Readout(delta * h2 * (1 - h2), format=".3f"),
        "delta2_from_sum": Readout(delta * old["v2"] * z2 * (1 - z2), format=".3f"),
        "delta2_half_slope": Readout(delta * old["v2"] * h2, format=".3f"),
        "uphill_v1": Readout(old["v1"] + alpha * slope["v1"], format=".3f"),
        "v1_by_loss": Readout(old["v1"] - alpha * -np.log(truth), format=".3f"),
        "v1_by_delta": Readout(old["v1"] - alpha * delta, format=".3f"),
        "v1_whole_slope": Readout(old["v1"] - slope["v1"], format=".3f"),
        "step_v1": Readout(alpha * slope["v1"], format=".3f"),
    }
    values = {name: float(readout.value) for name, readout in readouts.items()}
    table = _table(old, slope, new, alpha, part) if part >= HIDDEN_SLOPES else None
    return Result(readouts, (_network(values, part),), table, SHOWS[part], PARTS[part])


def _readout(name: str, working: Expression) -> Readout:
    if name.startswith("new_"):
        return Readout.of(working, _called(name), ".3f", Role.RIGHT)
    if name == "loss" or name.startswith("d"):
        return Readout.of(working, _called(name), ".3f", Role.LOSS)
    return Readout.of(working, format=".3f")


def _called(name: str) -> Text | str:
    """Return what a number of the update is called."""
    if name.startswith("new_"):
        old = _called(name.removeprefix("new_"))
        return Text(en=f"{say(old, 'en')} after", ko=f"새 {say(old, 'ko')}")
    if name == "loss":
        return Text(en="loss", ko="손실")
    return f"∂{name[1:]}" if name.startswith("d") and "delta" not in name else name.replace("delta", "δ")


def _known_slopes(part: int) -> tuple[str, ...]:
    if part >= HIDDEN_SLOPES:
        return tuple(PLACES)
    return ("v1", "v2", "b21") if part >= OUTPUT_SLOPES else ()


def _table(
    old: Mapping[str, float], slope: Mapping[str, float], new: Mapping[str, float], alpha: float, part: int
) -> Table:
    def checks(places: int) -> bool:  # whoever works a row out by hand comes to its last column
        return all(f"{old[name] - alpha * round(slope[name], places):.3f}" == f"{new[name]:.3f}" for name in PLACES)

    places = next((places for places in (3, 4, 5) if checks(places)), 5)
    rows = tuple(
        (name, f"{old[name]:.3f}", f"{slope[name]:.{places}f}", f"{new[name]:.3f}" if part >= UPDATE else "·")
        for name in PLACES
    )
    titles = ("", Text(en="now", ko="지금"), Text(en="slope", ko="기울기"), Text(en="after", ko="갱신 뒤"))
    return Table(titles, rows, (None, Role.MODEL, Role.LOSS, Role.RIGHT))


def _network(values: Mapping[str, float], part: int) -> Network:
    """Draw the network as far as it is worked out; on the way back each node shows its delta, each edge its slope.

    From the update on, the edges have the new numbers. What the old ones gave is gone: the nodes are empty until the
    row has gone forward again.
    """
    backward = DELTA <= part <= HIDDEN_SLOPES

    def at_node(name: str, known_from: int) -> float | None:
        if part >= UPDATE:
            return values[f"new_{name}"] if part == AGAIN else None
        return values[name] if part >= known_from else None

    def node(name: str, worked_out_at: int, delta: str, delta_from: int) -> Node:
        if backward and part >= delta_from:
            symbol = delta.replace("delta", "δ")
            return Node(symbol, values[delta], Role.LOSS, part == delta_from)
        return Node(name, at_node(name, worked_out_at), Role.MODEL, part in (worked_out_at, AGAIN))

    inputs = tuple(Node(name, values[name], Role.GIVEN, format=".0f") for name in ("x1", "x2"))
    hidden = (node("h1", H1, "delta1", DELTA1), node("h2", H2, "delta2", DELTA2))
    p = node("p", OUTPUT, "delta", DELTA)
    lost = Node("L", at_node("loss", LOSS), Role.LOSS, part in (LOSS, AGAIN))
    lit: Mapping[int, tuple[str, ...]] = {
        H1: ("w11", "w21"),
        H2: ("w12", "w22"),
        OUTPUT: ("v1", "v2"),
        OUTPUT_SLOPES: ("v1", "v2"),
        DELTA1: ("v1",),
        DELTA2: ("v2",),
        HIDDEN_SLOPES: ("w11", "w21", "w12", "w22"),
        UPDATE: ("w11", "w21", "w12", "w22", "v1", "v2"),
    }
    known = _known_slopes(part) if backward else ()

    def edge(name: str, source: tuple[int, int], target: tuple[int, int]) -> Edge:
        active = name in lit.get(part, ())
        if name in known:
            return Edge(source, target, values[f"d{name}"], f"∂{name}", active)
        return Edge(source, target, values[f"new_{name}" if part >= UPDATE else name], name, active)

    edges = (
        edge("w11", (0, 0), (1, 0)),
        edge("w21", (0, 1), (1, 0)),
        edge("w12", (0, 0), (1, 1)),
        edge("w22", (0, 1), (1, 1)),
        edge("v1", (1, 0), (2, 0)),
        edge("v2", (1, 1), (2, 0)),
        Edge((2, 0), (3, 0), active=part in (LOSS, DELTA)),
    )
    shown = {
        language: ", ".join(f"{say(_called(name), language)} {values[name]:.3f}" for name in SHOWS[part])
        for language in ("en", "ko")
    }
    return Network(
        (inputs, hidden, (p,), (lost,)),
        edges,
        Text(
            en=f"A network of 2 inputs, 2 hidden units and 1 output. {PARTS[part].in_('en')} {shown['en']}".strip(),
            ko=f"입력 2개, 은닉 유닛 2개, 출력 1개인 신경망. {PARTS[part].in_('ko')} {shown['ko']}".strip(),
        ),
        (
            Text(en="input", ko="입력"),
            Text(en="hidden", ko="은닉"),
            Text(en="output", ko="출력"),
            Text(en="loss", ko="손실"),
        ),
    )


SEED = 1
MOST_DIGITS = 12


def _gradient(net: MLP, mistake: bool) -> MLP:
    """Return what backpropagation says; with `mistake`, the hidden layer's delta lacks the slope of its activation."""
    activation = SIGMOID._replace(slope_from_h=np.ones_like) if mistake else SIGMOID
    return mlp.backward(net, X, Y, mlp.forward(net, X, SIGMOID), activation)


@lru_cache(maxsize=len(PLACES))
def _measured(name: str) -> tuple[Array, Array]:
    """Return the slope by the number `name` as measured with epsilon = 0.1, 0.01, …: central and one-sided, (12,)."""
    net = mlp.start(SEED, 2)
    part, index = PLACES[name]
    here = float(mlp.loss(mlp.forward(net, X, SIGMOID).p, Y))
    central, one_sided = [], []
    for digits in range(1, MOST_DIGITS + 1):
        epsilon = 10.0**-digits
        central.append(mlp.measured_slope(net, X, Y, SIGMOID, part, index, epsilon))
        above = float(mlp.loss(mlp.forward(mlp.nudged(net, part, index, epsilon), X, SIGMOID).p, Y))
        one_sided.append((above - here) / epsilon)
    return np.array(central), np.array(one_sided)


@lab(
    reads=(mlp.measured_slope, mlp.nudged, mlp.backward),
    number_of=Choice(
        "w11",
        options={name: name for name in PLACES},
        label=Text(en="number", ko="수"),
        help=Text(en="The number whose slope is checked.", ko="기울기를 검사할 수입니다."),
    ),
    digits=Slider(
        5,
        low=1,
        high=MOST_DIGITS,
        step=1,
        label=Text(en="zeros of ε", ko="ε의 자릿수"),
        help=Text(en="ε is 10 to the minus this.", ko="ε은 10을 이만큼 거듭제곱한 수의 역수입니다."),
    ),
    mistake=Toggle(
        False,
        label=Text(en="forget h(1 - h)", ko="h(1 − h) 빠뜨리기"),
        role=Role.LOSS,
        help=Text(
            en="Leaves the activation's slope out of the chain rule.", ko="연쇄 법칙에서 활성화 함수의 기울기를 뺍니다."
        ),
    ),
)
def check(number_of: str, digits: float, mistake: bool) -> Result:
    """The slope from backpropagation beside the slope that is measured by nudging the number up and down."""
    net = mlp.start(SEED, 2)
    place = round(digits) - 1
    epsilon = 10.0 ** -round(digits)
    slope = numbers_of(_gradient(net, mistake))[number_of]
    central, one_sided = _measured(number_of)
    apart = abs(float(central[place]) - slope)
    part, index = PLACES[number_of]
    above, below = (
        float(mlp.loss(mlp.forward(mlp.nudged(net, part, index, by), X, SIGMOID).p, Y)) for by in (epsilon, -epsilon)
    )
    rise = given(above, "above", ".10f") - given(below, "below", ".10f")
    measured = rise / (2 * given(epsilon, "epsilon", "g"))
    agree = apart < 1e-4 * max(abs(slope), abs(float(central[place])))
    readouts = {
        "backprop": Readout(slope, Text(en="backpropagation", ko="역전파"), ".8f"),
        "measured": Readout.of(measured.to(".8f"), Text(en="measured", ko="측정한 값"), ".8f", Role.OTHER),
        "apart": Readout(apart, Text(en="apart by", ko="차이"), ".1e", role=Role.LOSS),
        "agree": Readout(agree, Text(en="they agree", ko="일치함")),
        "epsilon": Readout(epsilon, "ε", ".0e"),
        "above": Readout(above, format=".10f"),
        "below": Readout(below, format=".10f"),
        # Slips: the distance of the two nudged points taken as epsilon, or left out.
        "over_one_epsilon": Readout((above - below) / epsilon, format=".6f"),
        "difference": Readout(above - below, format=".6f"),
        "turned": Readout(-float(central[place]), format=".6f"),
    }
    x = np.arange(1.0, MOST_DIGITS + 1)
    central_apart, one_sided_apart = (np.log10(np.maximum(np.abs(m - slope), 1e-14)) for m in (central, one_sided))
    verdict = Text(en="they agree", ko="일치함") if agree else Text(en="they differ", ko="서로 다름")
    figure = Figure(
        (
            Line(x, one_sided_apart, Role.QUIET, Text(en="one side", ko="한쪽만"), dashed=True),
            Line(x, central_apart, Role.OTHER, Text(en="both sides", ko="양쪽")),
            Points(x, central_apart, Role.OTHER),
            Mark(round(digits), float(central_apart[place]), Role.LOSS, f"{apart:.0e}"),
        ),
        Text(
            en=f"How far the measured slope of {number_of} is from backpropagation's, for ever smaller ε. "
            f"At ε = {epsilon:g} they are {apart:.1e} apart: {verdict.in_('en')}.",
            ko=f"ε을 줄여 가며 잰 {number_of}에 대한 기울기와 역전파의 차이. "
            f"ε = {epsilon:g}에서 차이 {apart:.1e}: {verdict.in_('ko')}.",
        ),
        Axis(Text(en="zeros of ε", ko="ε의 자릿수"), 0.5, MOST_DIGITS + 0.5, ticks=tuple(range(1, MOST_DIGITS + 1))),
        Axis("", -14, 0),
        Text(en="log10 of the difference", ko="차이의 log10"),
    )
    return Result(readouts, (figure,), shows=("backprop", "measured"), note=verdict)
