"""Stacked linear layers collapse into one; with an activation between them they bend."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Guide, Layer, Line, Mark, Panels, Place, Points, Role
from tutor.lab import Choice, Readout, Result, Slider, lab
from tutor.labs.activations import NAMES
from tutor.language import MINUS, Text
from tutor.nn import activations, stack
from tutor.nn import layers as nn
from tutor.nn.arrays import Array
from tutor.working import call, first, given
from tutor.written import factor, number

XS: Array = np.linspace(-3, 3, 241)

NONE = Text(en="none", ko="없음")

BETWEEN = Choice(
    "linear",
    options={"linear": NONE, **{name: NAMES[name] for name in ("relu", "step")}},
    label=Text(en="activation between", ko="사이의 활성화 함수"),
)
"""What stands between two layers. No activation is the same as the linear one."""


@lab(
    w1=Slider(2, low=-3, high=3, step=0.5),
    b1=Slider(-1, low=-3, high=3, step=0.5),
    w2=Slider(1.5, low=-3, high=3, step=0.5),
    b2=Slider(-2, low=-3, high=3, step=0.5),
    x=Slider(1, low=-3, high=3, step=0.5, role=Role.GIVEN),
    kind=BETWEEN,
    reads=(stack.forward, stack.collapsed),
)
def two(w1: float, b1: float, w2: float, b2: float, x: float, kind: str) -> Result:
    """Put two layers of one neuron each in a row, and beside them the one layer that might replace both."""
    h = activations.ACTIVATIONS[kind].h
    layers = [nn.Layer(np.array([[w1]]), np.array([b1])), nn.Layer(np.array([[w2]]), np.array([b2]))]
    W, B = (float(part.item()) for part in stack.collapsed(layers))
    weight_1, bias_1, weight_2, bias_2 = given(w1, "w1"), given(b1, "b1"), given(w2, "w2"), given(b2, "b2")
    y = stack.forward(XS[:, None], layers, h)[:, 0]
    line = W * XS + B
    gap = float(np.abs(y - line).max())
    inner = weight_1 * given(x, "x") + bias_1
    between = first(inner.named("first"))
    if kind != "linear":
        between = first(call("h", lambda y: float(h(np.array([y]))[0]), between))
    kinks_at = -bias_1 / weight_1
    kink = kinks_at.value
    out_unbent = w2 * inner.value + b2
    drawn: list[Layer] = [
        Line(XS, line, Role.OTHER, Text(en="one layer", ko="한 층"), dashed=True, reveals=True),
        Line(XS, y, Role.MODEL, Text(en="two layers", ko="두 층"), reveals=True),
    ]
    figure = Figure(
        tuple(drawn),
        x=Axis("x", -3, 3),
        y=Axis("y", -10, 10),
        places={"B": Place("y", at=0.0)} | ({"kink": Place("x", at=b2)} if np.isfinite(kink) else {}),
        alt=Text(
            en=f"Two layers in a row beside the single line {number(W)}·x + {factor(B)}; "
            f"in this chart they differ by at most {number(gap)}.",
            ko=f"이어진 두 층과 한 층의 직선 {number(W)}·x + {factor(B)}. 이 그래프 안에서 차이는 최대 {number(gap)}.",
        ),
    )
    readouts = {
        "W": Readout.of(weight_2 * weight_1, Text(en="W of the one layer", ko="한 층의 W"), "g"),
        "B": Readout.of(weight_2 * bias_1 + bias_2, Text(en="b of the one layer", ko="한 층의 b"), "g"),
        "y": Readout.of(weight_2 * between + bias_2, "y"),
        "first": Readout.of(inner),
        "rule": Readout(
            f"{number(w2)}·max(0, {number(w1)}·x {_term(b1)}) {_term(b2)}".replace("-", MINUS),
            Text(en="the two layers", ko="두 층"),
        ),
        "gap": Readout(gap, Text(en="largest difference here", ko="그래프 안의 가장 큰 차이"), role=Role.LOSS),
        "B_added": Readout(b1 + b2),
        "B_reversed": Readout(w1 * b2 + b1),
        "B_second": Readout(b2),
        "y_linear": Readout(out_unbent),
        "y_after_both": Readout(float(h(np.array([out_unbent]))[0])),
        "kink": Readout.of(kinks_at, "x", "g"),
        "kink_sign_lost": Readout(-kink),
        "kink_undivided": Readout(-b1),
        "kink_inverted": Readout(-w1 / b1 if abs(b1) > 1e-9 else float("nan")),
        "kink_second": Readout(-b2 / w2 if abs(w2) > 1e-9 else float("nan")),
    }
    if gap < 1e-9 and (kind == "linear" or w1 == 0 or w2 == 0):
        note = Text(en="Two layers, one line: they are the same.", ko="두 층이지만 한 층과 똑같습니다.")
    elif gap < 1e-9:
        note = Text(
            en="Within the chart the two are the same: the bend lies outside.",
            ko="꺾이는 곳이 그래프 밖에 있어서, 이 안에서는 둘이 똑같습니다.",
        )
    elif float(np.abs(np.diff(y, 2)).max()) < 1e-9:
        note = Text(
            en="No bend within the chart: what is left is a line, but not the one layer's.",
            ko="이 그래프 안에서는 꺾이지 않습니다. 그래도 한 층의 직선과는 다릅니다.",
        )
    else:
        note = Text(en="No single line does this.", ko="직선 하나로는 이렇게 할 수 없습니다.")
    return Result(readouts, (figure,), shows=("W", "B", "gap"), note=note)


def _term(value: float) -> str:
    """Return `value` as it is added to what stands before it: "+ 2", "- 3"."""
    return f"{'-' if value < 0 else '+'} {number(abs(value))}"


WIDTH = 6


@lab(
    depth=Slider(3, low=2, high=5, step=1, label=Text(en="layers", ko="층 수")),
    kind=BETWEEN,
    seed=Slider(24, low=0, high=40, step=1, label=Text(en="seed", ko="시드(seed)"), role=Role.GIVEN),
    reads=(stack.forward, stack.collapsed, stack.random_layers),
)
def deep(depth: float, kind: str, seed: float) -> Result:
    """Draw what a row of random layers makes of x: one line, or something bent."""
    count = round(depth)
    layers = stack.random_layers(count, WIDTH, round(seed))
    y = stack.forward(XS[:, None], layers, activations.ACTIVATIONS[kind].h)[:, 0]
    chord = y[0] + (y[-1] - y[0]) * (XS - XS[0]) / (XS[-1] - XS[0])
    gap = float(np.abs(y - chord).max())
    straight = gap < 1e-9 * max(1.0, float(np.abs(y).max()))
    figure = Figure(
        (
            Line(XS, chord, Role.QUIET, Text(en="straight from end to end", ko="양 끝을 이은 직선"), dashed=True),
            Line(XS, y, Role.MODEL, Text(en="the network", ko="신경망")),
        ),
        x=Axis("x", -3, 3),
        y=Axis("y", -10, 10),
        alt=Text(
            en=f"{count} random layers: the output is {'a straight line' if straight else 'bent'}.",
            ko=f"무작위 층 {count}개. 출력은 {'직선입니다' if straight else '휘어 있습니다'}.",
        ),
    )
    # Where the line is straight, these are its own numbers: with an activation, the collapsed layers say another line.
    W, b = float(y[-1] - y[0]) / float(XS[-1] - XS[0]), float(y[0] + y[-1]) / 2
    weights = sum(part.size for part, _ in layers)
    readouts = {
        "weights": Readout(weights, Text(en="weights", ko="가중치 수"), ".0f"),
        "gap": Readout(gap, Text(en="departure from the straight line", ko="직선에서 벗어난 정도"), role=Role.LOSS),
    }
    left = f"{number(W)}·x + {factor(b)}" if abs(W) > 1e-9 else number(b)
    note: Text | str = ""
    if straight and kind != "linear":
        note = Text(
            en=f"With these random numbers nothing switches within the chart, so all that comes out is {left}.",
            ko=f"이 난수로는 그래프 안에서 켜지거나 꺼지는 유닛이 없어서, 나오는 것은 {left}뿐입니다.",
        )
    elif straight:
        note = Text(
            en=f"{weights} weights, and still only {left}.",
            ko=f"가중치가 {weights}개인데도 결국 {left}입니다.",
        )
    return Result(readouts, (figure,), shows=("weights", "gap"), note=note)


HINGES: Array = np.array([0.0, 1.0, 2.0])
TENT_X: Array = np.array([-1.0, 0.0, 0.5, 1.0, 1.5, 2.0, 3.0])
TENT_Y: Array = np.maximum(0, 1 - np.abs(TENT_X - 1))


@lab(
    v1=Slider(1, low=-3, high=3, step=0.5),
    v2=Slider(0, low=-3, high=3, step=0.5),
    v3=Slider(0, low=-3, high=3, step=0.5),
    reads=(stack.hinges,),
)
def tent(v1: float, v2: float, v3: float) -> Result:
    """Bend a line at 0, 1 and 2 with three ReLU units, to lay it over given points."""
    v = np.array([v1, v2, v3])
    xs = np.linspace(-1, 3, 161)
    y = stack.hinges(xs, HINGES, v)
    at_points = stack.hinges(TENT_X, HINGES, v)
    errors = np.abs(at_points - TENT_Y)
    met = int((errors < 1e-6).sum())
    slopes = np.cumsum(v)
    pieces, points = ", ".join(map(number, slopes)), len(TENT_X)
    straight = sum_of_straight(v)
    on = int((v != 0).sum())
    alt = Text(
        en=f"A line bent at 0, 1 and 2 with slopes {pieces}; {met} of {points} points met. Without the ReLUs it is the "
        f"straight line {number(straight[0])}·x + {factor(straight[1])}.",
        ko=f"0, 1, 2에서 꺾이고 기울기가 {pieces}인 선. {points}점 가운데 {met}점을 지납니다. ReLU가 없으면 직선 "
        f"{number(straight[0])}·x + {factor(straight[1])}입니다.",
    )
    bends = [
        Mark(at, float(height), Role.OTHER, Text(en="bend", ko="꺾임"), "◇", part="bends")
        for at, weight, height in zip(HINGES, v, stack.hinges(HINGES, HINGES, v), strict=True)
        if weight
    ]
    figure = Figure(
        (
            *(Guide("x", hinge, Role.QUIET) for hinge in HINGES),
            _without_bends(xs, straight),
            Line(xs, y, Role.MODEL, Text(en="their sum", ko="셋의 합"), part="sum"),
            *bends,
            Points(TENT_X, TENT_Y, Role.GIVEN, Text(en="wanted", ko="목표"), part="wanted"),
        ),
        alt,
        Axis("x", -1, 3, ticks=(-1, 0, 1, 2, 3)),
        Axis("", -1.5, 2),
    )
    readouts = {
        "most_bends": Readout(len(HINGES), Text(en="most bends", ko="최대로 꺾이는 횟수"), ".0f"),
        "pieces": Readout(len(HINGES) + 1),
        "bends_both_ways": Readout(2 * len(HINGES)),
        "one_bend": Readout(1),
        "bends": Readout(on, Text(en="bends", ko="꺾임"), ".0f", code="(np.array([v1, v2, v3]) != 0).sum()"),
        "met": Readout(
            met,
            Text(en="points met", ko="지나는 점"),
            ".0f",
            code="(abs(hinges(TENT_X, HINGES, np.array([v1, v2, v3])) - TENT_Y) < 1e-6).sum()",
        ),
        "slopes": Readout(
            slopes, Text(en="slope of each piece", ko="조각마다의 기울기"), "g", code="np.cumsum([v1, v2, v3])"
        ),
        "is_tent": Readout(met == len(TENT_X)),
        "rises_wrong": Readout(v1 != 1),
        "does_not_turn": Readout(v1 == 1 and slopes[1] >= 0),
        "never_levels": Readout(v1 == 1 and slopes[1] == -1 and slopes[2] != 0),
    }
    picture = Panels((_units(xs, v, alt), figure), alt, (0.4, 0.6))
    return Result(readouts, (picture,), shows=("slopes", "met"))


def sum_of_straight(v: Array) -> tuple[float, float]:
    """Return slope and offset of the sum of v_k·(x - at_k): what three units give that bend nothing."""
    return float(v.sum()), float(-(v * HINGES).sum()) + 0.0


def _without_bends(xs: Array, straight: tuple[float, float]) -> Line:
    slope, offset = straight
    words = Text(en="without ReLU", ko="ReLU 없이")
    return Line(xs, slope * xs + offset, Role.OTHER, words, dashed=True, part="straight")


LANE = 3.0
"""The height of the lane in which one unit is drawn alone."""


def _units(xs: Array, v: Array, alt: Text) -> Figure:
    """Draw what each unit gives alone, the first on top: silent up to its place, and then straight on."""
    layers: list[Layer] = []
    for k, (at, weight) in enumerate(zip(HINGES, v, strict=True)):
        base = LANE * (len(v) - 1 - k)
        alone = stack.hinges(xs, np.array([at]), np.array([weight]))
        # What leaves the lane is not drawn any further.
        alone[np.abs(alone) > LANE / 2] = np.nan
        layers.append(Guide("y", base, Role.QUIET))
        layers.append(Line(xs, base + alone, Role.MODEL if weight else Role.QUIET))
        name = f"{number(weight)}·max(0, x − {number(at)})".replace("-", MINUS).replace(" − 0)", ")")
        silent = Text(en=f"{name}: off", ko=f"{name}: 꺼짐")
        layers.append(Mark(at, base, Role.OTHER, mark="◇" if weight else "·"))
        layers.append(Mark(-0.95, base + LANE * 0.27, Role.OTHER, name if weight else silent, " "))
    return Figure(
        tuple(layers),
        alt,
        Axis("x", -1, 3, ticks=(-1, 0, 1, 2, 3)),
        Axis("", -LANE / 2, LANE * (len(v) - 0.5), ticks=()),
        Text(en="each unit alone", ko="유닛 하나하나"),
        part="units",
    )
