"""Activation functions: where they sit, their value and derivative at any x, side by side, and softmax."""

from __future__ import annotations

import math

import numpy as np

from tutor.figure import Axis, Bars, Edge, Figure, Guide, Layer, Line, Mark, Network, Node, Place, Role
from tutor.lab import Choice, Readout, Result, Slider, Table, lab
from tutor.labs.activation_workings import h_at, h_of, slope_of
from tutor.language import Text, say
from tutor.nn import activations as nn
from tutor.nn.arrays import Array
from tutor.nn.perceptron import step
from tutor.working import exp, given, sum_of, then, tidy, weighted
from tutor.written import column, number

NAMES: dict[str, Text | str] = {
    "step": Text(en="step", ko="계단 함수"),
    "linear": Text(en="linear", ko="선형 함수"),
    "sigmoid": Text(en="sigmoid", ko="시그모이드"),
    "tanh": "tanh",
    "relu": "ReLU",
    "leaky": "leaky ReLU",
    "parametric": "parametric ReLU",
    "elu": "ELU",
    "softplus": "softplus",
    "swish": "swish",
    "gelu": "GELU",
}
"""From an activation function's name in `tutor.nn.activations` to what a learner calls it."""

USUAL_A = {"leaky": 0.01, "parametric": 0.25, "elu": 1.0}
"""The a with which each function usually starts, where it has one."""

REACH = 6.0
"""The x axis goes from -REACH to REACH."""

XS: Array = np.linspace(-REACH, REACH, 241)  # both ends, and 0 exactly, where several functions have a corner

VALUE, SLOPE = Text(en="h(x)", ko="h(x)"), Text(en="h'(x), its slope", ko="h'(x), 기울기")


def limits_of(kind: str) -> tuple[float, float]:
    """Return the y limits that suit a function: narrow for those that level off on both sides."""
    if kind in ("step", "sigmoid"):
        return -0.25, 1.25
    return (-1.25, 1.25) if kind == "tanh" else (-2.0, 6.0)


def _pieces(kind: str, a: float, role: Role, label: Text | str) -> list[Line]:
    """Return the curve of a function. A step jumps: two pieces, or a slope would be drawn that is not there."""
    h = nn.activation(kind, a).h
    if kind != "step":
        return [Line(XS, h(XS), role, label, dashed=role is Role.OTHER)]
    left, right = XS[XS <= 0], XS[XS > 0]
    return [Line(left, h(left), role, label), Line(right, h(right), role)]


def value_and_slope(kind: str, x: float, a: float) -> Figure:
    """Draw a function, its derivative (dashed), and both at x."""
    function = nn.activation(kind, a)
    h, slope = h_at(kind, x, a)
    name = NAMES[kind]
    low, high = limits_of(kind)
    layers: list[Layer] = [
        Guide("x", x),
        Line(XS, function.slope(XS), Role.OTHER, "h'(x)", dashed=True),
        *_pieces(kind, a, Role.MODEL, "h(x)"),
        Mark(x, slope, Role.OTHER, mark="◇"),
        Mark(x, h, Role.MODEL),
    ]
    return Figure(
        tuple(layers),
        x=Axis("x", -REACH, REACH),
        y=Axis("", low, high),
        title=name,
        alt=Text(
            en=f"{say(name, 'en')}: at x = {number(x)} its value is {number(h, 4)} and its slope {number(slope, 4)}.",
            ko=f"{say(name, 'ko')}: x = {number(x)}에서 값은 {number(h, 4)}, 기울기는 {number(slope, 4)}.",
        ),
    )


@lab(
    x1=Slider(1, low=-2, high=2, step=0.5, role=Role.GIVEN),
    x2=Slider(2, low=-2, high=2, step=0.5, role=Role.GIVEN),
    w11=Slider(0.5, low=-2, high=2, step=0.1),
    w21=Slider(-1, low=-2, high=2, step=0.1),
    b=Slider(1, low=-2, high=2, step=0.1),
    kind=Choice(
        "sigmoid",
        options={name: NAMES[name] for name in ("step", "sigmoid", "relu")},
        label=Text(en="activation", ko="활성화 함수"),
    ),
    reads=(nn.sigmoid, step, nn.relu),
)
def neuron(x1: float, x2: float, w11: float, w21: float, b: float, kind: str) -> Result:
    """Work out one neuron: the sum y first, then the activation h(y)."""
    inputs = (given(w11, "w11"), given(x1, "x1")), (given(w21, "w21"), given(x2, "x2"))
    total = tidy(weighted(inputs, given(b, "b")))
    passed = h_of(kind, total.named("y", 4), 0.0)
    y, h = total.value, passed.value
    drawing = Network(
        columns=(
            (Node("x1", x1, Role.GIVEN), Node("x2", x2, Role.GIVEN), Node("1", role=Role.QUIET)),
            (Node("y", y),),
            (Node("h(y)", h, active=True),),
        ),
        edges=(
            Edge((0, 0), (1, 0), w11, "w11"),
            Edge((0, 1), (1, 0), w21, "w21"),
            Edge((0, 2), (1, 0), b, "b"),
            Edge((1, 0), (2, 0), None, "h"),
        ),
        titles=(Text(en="inputs", ko="입력"), Text(en="sum", ko="합"), Text(en="activation", ko="활성화")),
        alt=Text(
            en=f"A neuron: the weighted sum y is {number(y)}, the activation makes it h(y) = {number(h, 4)}.",
            ko=f"뉴런 하나: 가중합 y = {number(y)}, 활성화 함수를 지나면 h(y) = {number(h, 4)}.",
        ),
    )
    readouts = {
        "y": Readout.of(total, "y"),
        "h": Readout.of(passed, "h(y)", ".4f"),
        "h_without_bias": Readout(h_at(kind, y - b, 0.0)[0]),
        "h_of_minus_y": Readout(h_at(kind, -y, 0.0)[0]),
        "h_of_each": Readout(h_at(kind, w11 * x1, 0.0)[0] + h_at(kind, w21 * x2, 0.0)[0] + b),
    }
    return Result(readouts, (drawing,), shows=("y", "h"))


@lab(x=Slider(1, low=-6, high=6, step=0.1, role=Role.GIVEN), reads=(nn.sigmoid, step, nn.sigmoid_slope))
def sigmoid(x: float) -> Result:
    """Draw the sigmoid over the step function, and both at x."""
    at = given(x, "x", 4)
    value, steepness = h_of("sigmoid", at, 0.0), slope_of("sigmoid", at, 0.0)
    h = value.value
    hard, _ = h_at("step", x, 0.0)
    left, right = XS[XS <= 0], XS[XS > 0]
    grown, at_two = math.exp(-x), h_at("sigmoid", 2.0, 0.0)[0]
    figure = Figure(
        (
            Line(left, step(left), Role.QUIET, Text(en="step", ko="계단 함수")),
            Line(right, step(right), Role.QUIET),
            Line(XS, nn.sigmoid(XS), Role.MODEL, Text(en="sigmoid", ko="시그모이드"), reveals=True),
            Guide("x", x),
            Mark(x, hard, Role.QUIET),
            Mark(x, h, Role.MODEL, reveals=True),
        ),
        x=Axis("x", -REACH, REACH),
        y=Axis("h(x)", -0.1, 1.1, ticks=(0, 0.25, 0.5, 0.75, 1)),
        places={"h": Place("y", at=x)},
        alt=Text(
            en=f"The sigmoid rises from 0 to 1; at x = {number(x)} it is {number(h, 4)}, the step {number(hard)}.",
            ko=f"0에서 1로 매끄럽게 오르는 시그모이드. x = {number(x)}에서 {number(h, 4)}, 계단 함수는 {number(hard)}.",
        ),
    )
    readouts = {
        "h": Readout.of(value, Text(en="sigmoid", ko="시그모이드"), ".4f"),
        "step": Readout(hard, Text(en="step", ko="계단 함수"), ".0f", role=Role.QUIET),
        "slope": Readout.of(steepness, Text(en="slope", ko="기울기"), ".4f", Role.OTHER),
        "middle": Readout(float(nn.sigmoid(np.zeros(1))[0])),
        "at_two": Readout(at_two, format=".4f"),
        "at_two_cut": Readout(math.floor(at_two * 1000) / 1000, format=".3f"),
        "sign_lost": Readout(1 / (1 + math.exp(x))),
        "exp_of_minus_x": Readout(grown, format=".4f"),
        "minus_x": Readout(-x, format="g"),
        "one_over_exp": Readout(1 / grown),
        "one_plus_exp": Readout(1 + grown),
        "e": Readout(math.e, format=".4f"),
        "one_minus_h": Readout(1 - h),
        "h_squared": Readout(h * h),
        "slope_of_x": Readout(x * (1 - x)),
    }
    return Result(readouts, (figure,), shows=("h", "step"))


LOWEST_SWISH = -0.278
"""At or below this, swish is at the bottom of its dip: it reaches -0.2785 at x = -1.278."""

X_SLIDER = Slider(1, low=-6, high=6, step=0.1, role=Role.GIVEN)


@lab(
    kind=Choice("relu", options=NAMES, label=Text(en="function", ko="함수")),
    x=X_SLIDER,
    a=Slider(
        0.1,
        low=0,
        high=1,
        step=0.01,
        help=Text(
            en="The slope left of 0 of leaky and parametric ReLU; the depth of ELU. The others have no a.",
            ko="leaky, parametric ReLU에서는 0 왼쪽의 기울기, ELU에서는 깊이입니다. 다른 함수에는 a가 없습니다.",
        ),
    ),
    reads=(nn.activation,),
)
def curve(kind: str, x: float, a: float) -> Result:
    """Draw one activation function with its derivative."""
    at = given(x, "x", 4)
    readouts = {
        "h": Readout.of(h_of(kind, at, a), "h(x)", ".4f"),
        "slope": Readout.of(slope_of(kind, at, a), "h'(x)", ".4f", Role.OTHER),
        "relu": Readout(h_at("relu", x, a)[0]),
        "linear": Readout(x),
        "sign_lost": Readout(-a * x),
        "only_a": Readout(a),
    }
    note: Text | str = ""
    if x == 0 and (kind in ("step", "relu") or (kind in ("leaky", "parametric") and a != 1)):
        note = Text(
            en="Exactly at 0 there is no slope; programs take the one from the left.",
            ko="정확히 0에서는 기울기가 없습니다. 프로그램은 왼쪽의 기울기를 대신 씁니다.",
        )
    return Result(readouts, (value_and_slope(kind, x, a),), shows=("h", "slope"), note=note)


@lab(
    x=Slider(-2, low=-6, high=6, step=0.1, role=Role.GIVEN),
    one=Choice("relu", options=NAMES, label=Text(en="one function", ko="함수 하나")),
    other=Choice("gelu", options=NAMES, label=Text(en="another", ko="다른 함수"), role=Role.OTHER),
    reads=(nn.activation, *(nn.ACTIVATIONS[name].h for name in ("tanh", "elu", "softplus", "swish", "gelu"))),
)
def compare(x: float, one: str, other: str) -> Result:
    """Give every activation function at one x, with its derivative, and draw two of them over each other."""
    rows = []
    readouts: dict[str, Readout] = {}
    at = given(x, "x", 4)
    for kind, name in NAMES.items():
        a = USUAL_A.get(kind, 0.0)
        h, slope = h_of(kind, at, a), slope_of(kind, at, a)
        label: Text | str = name if kind not in USUAL_A else f"{name} (a = {number(a)})"
        rows.append((label, f"{h.value:.4f}", f"{slope.value:.4f}"))
        readouts[kind] = Readout.of(h, name, ".4f")
        readouts[f"{kind}_slope"] = Readout.of(slope, name, ".4f", Role.OTHER)
    dip = float(readouts["swish"].value)
    readouts |= {
        "swish_at_its_lowest": Readout(dip <= LOWEST_SWISH),
        "swish_above_zero": Readout(dip > 0),
        "swish_nearly_level": Readout(x < 0 and abs(float(readouts["swish_slope"].value)) < 0.1 and dip > -0.25),
    }
    kinds = list(NAMES)
    table = Table(
        (Text(en="function", ko="함수"), "h(x)", "h'(x)"),
        tuple(rows),
        roles=(None, Role.MODEL, Role.OTHER),
        lit_rows=frozenset({kinds.index(one), kinds.index(other)}),
    )
    shown = ((other, Role.OTHER), (one, Role.MODEL))
    figure = Figure(
        (
            Guide("x", x),
            *(piece for kind, role in shown for piece in _pieces(kind, USUAL_A.get(kind, 0.0), role, NAMES[kind])),
            *(
                Mark(x, float(readouts[kind].value), role, mark="●" if role is Role.MODEL else "◇")
                for kind, role in shown
            ),
        ),
        x=Axis("x", -REACH, REACH),
        y=Axis("h(x)", -2, 6),
        alt=Text(
            en=f"{say(NAMES[one], 'en')} and {say(NAMES[other], 'en')}; at x = {number(x)} they are "
            f"{number(readouts[one].value, 4)} and {number(readouts[other].value, 4)}.",
            ko=f"{say(NAMES[one], 'ko')}, {say(NAMES[other], 'ko')}. x = {number(x)}에서 값은 차례로 "
            f"{number(readouts[one].value, 4)}, {number(readouts[other].value, 4)}.",
        ),
    )
    return Result(readouts, (figure,), table)


@lab(
    z1=Slider(2, low=-3, high=5, step=0.1, role=Role.GIVEN),
    z2=Slider(1, low=-3, high=5, step=0.1, role=Role.GIVEN),
    z3=Slider(0, low=-3, high=5, step=0.1, role=Role.GIVEN),
    reads=(nn.softmax, nn.softmax_slope),
)
def softmax(z1: float, z2: float, z3: float) -> Result:
    """Turn three scores into three shares of 1."""
    z = np.array([z1, z2, z3])
    p = nn.softmax(z)
    e = np.exp(z)
    names = ("p1", "p2", "p3")
    scores, shares = ", ".join(map(number, z)), ", ".join(number(share, 4) for share in p)
    figure = Figure(
        (Bars(names, p, Role.MODEL, reveals=True),),
        y=Axis(Text(en="share", ko="비율"), 0, 1, ticks=(0, 0.25, 0.5, 0.75, 1)),
        alt=Text(
            en=f"Softmax of {scores}: {shares}, together 1.",
            ko=f"{scores}의 소프트맥스: {shares}. 합은 1.",
        ),
    )
    written_e, sum_of_e = column(e.tolist(), 4)
    table = Table(
        ("", "z", "exp(z)", "p"),
        tuple((str(k + 1), f"{z[k]:.2f}", written_e[k], f"{p[k]:.4f}") for k in range(3)),
        roles=(None, Role.GIVEN, None, Role.MODEL),
        footer=(Text(en="sum", ko="합"), "", sum_of_e, f"{p.sum():.0f}"),
    )
    powers = [exp(given(score, f"z{k}")) for k, score in enumerate(z, start=1)]
    whole = sum_of(powers)
    readouts = {
        **{
            name: Readout.of(
                then(power / whole, power.named(form=".4f") / whole.named(form=".4f")).to(".4f"), name, ".4f"
            )
            for name, power in zip(names, powers, strict=True)
        },
        "p": Readout(p, "p", ".4f", code="softmax(np.array([z1, z2, z3]))"),
        "exps": Readout(e, "exp(z)", ".4f"),
        "share_of_scores": Readout(z1 / float(z.sum()) if abs(z.sum()) > 1e-9 else 0.0),
        "not_divided": Readout(float(e[0])),
        "against_the_rest": Readout(float(e[0] / (e[1] + e[2]))),
        "sigmoid": Readout(h_at("sigmoid", z1, 0.0)[0]),
    }
    return Result(readouts, (figure,), table)
