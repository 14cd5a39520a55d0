"""The way back on cards: deltas from the output to the hidden units, one layer a step."""

from __future__ import annotations

from collections.abc import Mapping

from tutor.figure import Edge, Network, Node, Role
from tutor.lab import Readout, Result, Slider, Timeline, lab
from tutor.labs.backprop import NET
from tutor.labs.backprop_workings import by_hand, numbers_of
from tutor.language import MINUS, Text
from tutor.nn import mlp
from tutor.working import Expression
from tutor.written import substituted

ROW = (1.0, 0.0)
"""The row of XOR that goes through, whose answer should be 1."""
TRUTH = 1.0
GOAL = 0.3
"""How large δ2 is to become."""
FLAT = 0.02
"""A sigmoid with a smaller slope counts as saturated: its value is above 0.98, or below 0.02."""
THERE, OUTPUT, OUTPUT_SLOPES, HIDDEN, HIDDEN_SLOPES = range(5)

PARTS: Mapping[int, Text] = {
    THERE: Text(en="The row has gone forward: p should be 1", ko="순전파가 끝났습니다. p는 1이어야 합니다"),
    OUTPUT: Text(en="The output", ko="출력"),
    OUTPUT_SLOPES: Text(en="The slopes of v1 and v2", ko="v1, v2에 대한 기울기"),
    HIDDEN: Text(en="The hidden layer", ko="은닉층"),
    HIDDEN_SLOPES: Text(en="The slopes of the weights before it", ko="그 앞 가중치에 대한 기울기"),
}
SYMBOLS = {"delta": "δ", "delta1": "δ1", "delta2": "δ2", "dv1": "∂v1", "dv2": "∂v2", "dw11": "∂w11", "dw12": "∂w12"}
TOLD: Mapping[int, tuple[str, ...]] = {
    THERE: (),
    OUTPUT: ("delta",),
    OUTPUT_SLOPES: ("dv1", "dv2"),
    HIDDEN: ("delta1", "delta2"),
    HIDDEN_SLOPES: ("dw11", "dw12"),
}
"""What is worked out at each part, and stands in the line below."""
LIT: Mapping[int, tuple[str, ...]] = {
    THERE: (),
    OUTPUT: (),
    OUTPUT_SLOPES: ("v1", "v2"),
    HIDDEN: ("v1", "v2"),
    HIDDEN_SLOPES: ("w11", "w21", "w12", "w22"),
}
SATURATED = Text(en="saturated", ko="포화")
TITLES = (Text(en="input", ko="입력"), Text(en="hidden", ko="은닉"), Text(en="output, should be 1", ko="출력 (정답 1)"))


@lab(
    v2=Slider(
        -2,
        low=-3,
        high=3,
        step=0.5,
        label="v2",
        help=Text(en="The weight from h2 to the output.", ko="h2에서 출력으로 가는 가중치입니다."),
    ),
    b12=Slider(
        0.5,
        low=-4,
        high=4,
        step=0.5,
        label="b12",
        role=Role.OTHER,
        help=Text(
            en="The bias of h2: it moves h2 along its sigmoid.", ko="h2의 편향입니다. h2를 시그모이드 위에서 옮깁니다."
        ),
    ),
    part=Timeline(
        THERE,
        last=HIDDEN_SLOPES,
        per_second=0.8,
        label=Text(en="way back", ko="역전파"),
        help=Text(en="One layer after the other, from the output back.", ko="출력에서 거꾸로, 한 층씩 봅니다."),
    ),
    reads=(mlp.backward, mlp.forward, mlp.sigmoid_slope_from_h),
)
def chain(v2: float, b12: float, part: int) -> Result:
    """Send the error of one row back through a 2-2-1 network, one layer a step."""
    net = numbers_of(NET) | {"v2": v2, "b12": b12}
    told = by_hand(net, *ROW, TRUTH, 1.0)
    values = {name: working.value for name, working in told.items()}
    slope = values["h2"] * (1 - values["h2"])
    delta2 = values["delta2"]
    flat = slope < FLAT
    small_weight = abs(v2) < 1
    nearly_right = abs(values["delta"]) < 0.1
    readouts = {
        "delta": Readout.of(told["delta"], "δ", ".3f", Role.LOSS),
        "delta1": Readout.of(told["delta1"], "δ1", ".3f", Role.LOSS),
        "delta2": Readout.of(told["delta2"], "δ2", ".3f", Role.LOSS),
        "loss": Readout.of(told["loss"], Text(en="loss", ko="손실"), ".3f", Role.LOSS),
        "p": Readout.of(told["p"], format=".3f"),
        "h2": Readout.of(told["h2"], format=".3f"),
        "slope2": Readout(slope, "h2·(1 − h2)", ".3f"),
        "reached": Readout(delta2 > GOAL),
        "turned": Readout(delta2 < 0),
        "saturated": Readout(flat),
        "thin": Readout(small_weight),
        "nearly_right": Readout(nearly_right),
    }
    return Result(readouts, (_network(net, told, values, part),), shows=("delta", "delta1", "delta2", "loss"))


def _network(
    net: Mapping[str, float], told: Mapping[str, Expression], values: Mapping[str, float], part: int
) -> Network:
    """Draw the cards as far as the deltas have come."""

    def hidden(number: str) -> Node:
        h = values[f"h{number}"]
        return Node(
            f"h{number}",
            h,
            active=part == HIDDEN,
            reveals=True,
            bias=net[f"b1{number}"],
            sum=values[f"z{number}"],
            delta=values[f"delta{number}"] if part >= HIDDEN else None,
            state=SATURATED if h * (1 - h) < FLAT else "",
        )

    output = Node(
        "p",
        values["p"],
        active=part == OUTPUT,
        bias=net["b21"],
        sum=values["z"],
        delta=values["delta"] if part >= OUTPUT else None,
    )

    def edge(name: str, source: tuple[int, int], target: tuple[int, int]) -> Edge:
        known = part >= (OUTPUT_SLOPES if name.startswith("v") else HIDDEN_SLOPES)
        gradient = values[f"d{name}"] if known else None
        return Edge(source, target, net[name], name, name in LIT[part], gradient)

    edges = (
        edge("w11", (0, 0), (1, 0)),
        edge("w21", (0, 1), (1, 0)),
        edge("w12", (0, 0), (1, 1)),
        edge("w22", (0, 1), (1, 1)),
        edge("v1", (1, 0), (2, 0)),
        edge("v2", (1, 1), (2, 0)),
    )
    arithmetic = "; ".join(f"{SYMBOLS[name]} = {substituted(told[name]).replace('-', MINUS)}" for name in TOLD[part])
    title = PARTS[part]
    known = [name for at in range(part + 1) for name in TOLD[at]]
    said = ", ".join(f"{SYMBOLS[name]} = {values[name]:.3f}" for name in known).replace("-", MINUS)
    inputs = tuple(Node(f"x{at + 1}", value, Role.GIVEN) for at, value in enumerate(ROW))
    return Network(
        (inputs, (hidden("1"), hidden("2")), (output,)),
        edges,
        Text(
            en=f"A network of 2 inputs, 2 hidden units and 1 output on cards; p = {values['p']:.3f}. "
            f"{title('en')}{': ' if said else '.'}{said}",
            ko=f"입력 2개, 은닉 유닛 2개, 출력 1개인 신경망 카드, p = {values['p']:.3f}. "
            f"{title('ko')}{': ' if said else '.'}{said}",
        ),
        TITLES,
        letters=("b", "z", "", "δ"),
        backward=part > THERE,
        note=arithmetic or title,
    )
