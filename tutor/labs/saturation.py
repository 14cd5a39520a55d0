"""How activation functions go quiet: a correction that shrinks from layer to layer, and a unit that is dead."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Chain, Figure, Guide, Layer, Line, Mark, Panels, Points, Role, Segments
from tutor.lab import Choice, Readout, Result, Slider, lab
from tutor.labs.activation_workings import h_at
from tutor.labs.activations import NAMES, limits_of
from tutor.language import Text, say
from tutor.nn import activations as nn
from tutor.nn.arrays import Array
from tutor.working import call, first, given, tidy
from tutor.written import number

DEEPEST = 10
LITTLE = 1e-4
"""Below this share, a correction counts as vanished."""
ENOUGH = 0.1
"""Above this share, a correction is still worth something."""
MANY = 5
"""From so many layers on, keeping a correction alive is something."""
FLAT = 0.05
"""Where a slope is smaller than this, the function is as good as level."""
REACH = 6.0
_XS: Array = np.linspace(-REACH, REACH, 241)
_TANGENT = 0.2
"""Half the length of the tangent, as a share of the chart's width."""
_SHAPE = 1.35
"""How much wider than high the chart of the curve stands on a screen, about: the tangent is as long at every slope."""


@lab(
    kind=Choice(
        "sigmoid",
        options={name: NAMES[name] for name in ("sigmoid", "tanh", "relu")},
        label=Text(en="activation", ko="활성화 함수"),
    ),
    x=Slider(0, low=-6, high=6, step=0.1, label=Text(en="x in every layer", ko="층마다의 x")),
    layers=Slider(5, low=1, high=DEEPEST, step=1, label=Text(en="layers", ko="층 수")),
    reads=(nn.sigmoid_slope, nn.tanh_slope, nn.relu_slope),
)
def chain(kind: str, x: float, layers: float) -> Result:
    """Send a correction of 1 back through some layers: each multiplies it by the slope of its activation.

    Weights multiply it too; they are taken as 1 here, to see the activation's part alone.
    """
    depth = round(layers)
    value, slope = h_at(kind, x, 0.0)
    left = slope ** np.arange(DEEPEST + 1.0)
    through = given(slope, "slope", ".4g") ** given(depth, "layers")
    arrives = through.value
    state = _state(kind, slope)
    wears = {language: state and f", {say(state, language)}" for language in ("en", "ko")}
    name = NAMES[kind]
    alt = Text(
        en=f"{say(name, 'en')} at x = {number(x)} has the slope {slope:.4g}{wears['en']}. "
        f"Of a correction of 1, {arrives:.2g} is left after {depth} such layers.",
        ko=f"{say(name, 'ko')}의 x = {number(x)}에서 기울기는 {slope:.4g}{wears['ko']}. "
        f"1이던 보정이 이런 층 {depth}개를 지나면 {arrives:.2g}만 남습니다.",
    )
    picture = Panels(
        (
            _curve_with_tangent(kind, x, value, slope, state),
            Chain(
                np.full(depth, slope),
                alt,
                Text(en="layer", ko="층"),
                Text(en="what is left of a correction of 1", ko="1이던 보정 가운데 남은 양"),
                ENOUGH,
                state,
                reveals=True,
            ),
        ),
        alt,
        (0.46, 0.54),
    )
    readouts = {
        "slope": Readout(slope, Text(en="slope in each layer", ko="층마다의 기울기"), ".4g", role=Role.OTHER),
        "arrives": Readout.of(
            through.to(".2g"), Text(en="arrives at the first layer", ko="첫 층에 도착하는 양"), ".2g"
        ),
        "times_layers": Readout(slope * depth),
        "divided": Readout(slope / depth),
        "one_layer_short": Readout(float(left[depth - 1])),
        "vanished": Readout(arrives < LITTLE and depth <= 3),
        "by_depth_only": Readout(arrives < LITTLE and depth > 3),
        "near_the_middle": Readout(arrives >= LITTLE and abs(x) < 2),
        "survives": Readout(arrives > ENOUGH and depth >= MANY),
        "by_few_layers": Readout(arrives > ENOUGH and depth < MANY),
        "never_enough": Readout(kind == "sigmoid"),
        "is_dead": Readout(kind == "relu" and slope == 0),
        "off_the_middle": Readout(kind == "tanh"),
    }
    note: Text | str = ""
    if kind == "relu" and x == 0:
        note = Text(
            en="Exactly at 0 a ReLU has no slope; programs take the one from the left, 0. Try x above 0.",
            ko="ReLU는 정확히 0에서 기울기가 없습니다. 프로그램은 왼쪽의 기울기 0을 씁니다. x를 0보다 크게 해 보세요.",
        )
    return Result(readouts, (picture,), shows=("slope", "arrives"), note=note)


def _state(kind: str, slope: float) -> Text | str:
    """Return what is wrong with a unit of this slope: "" where a correction gets through it."""
    if slope == 0:
        return Text(en="✕ dead", ko="✕ 죽음")
    return Text(en="✕ saturated", ko="✕ 포화") if slope < FLAT and kind != "relu" else ""


def _curve_with_tangent(kind: str, x: float, value: float, slope: float, state: Text | str) -> Figure:
    """Draw a function with its tangent at x, and along the foot of the chart where its slope is next to nothing."""
    function = nn.activation(kind, 0.0)
    low, high = limits_of(kind)
    # On a screen, a step along x is so much shorter than one along h.
    steepness = slope * 2 * REACH / (high - low) / _SHAPE
    half = 2 * REACH * _TANGENT / np.sqrt(1 + steepness**2)
    ends = np.array([x - half, x + half])
    flat = function.slope(_XS) < FLAT
    edges = np.flatnonzero(np.diff(flat.astype(int), prepend=0, append=0))
    starts, stops = _XS[edges[::2]], _XS[np.minimum(edges[1::2], len(_XS)) - 1]
    foot = np.full(len(starts), low)
    return Figure(
        (
            Segments(starts, foot, stops, foot, Role.LOSS, part="flat"),
            *(
                Mark((start + stop) / 2, low, Role.LOSS, Text(en="flat", ko="평평함"), "┴", part="flat")
                for start, stop in zip(starts, stops, strict=True)
            ),
            Guide("x", x),
            Line(_XS, function.h(_XS), Role.MODEL, "h(x)", part="curve"),
            Line(ends, value + slope * (ends - x), Role.OTHER, Text(en="tangent", ko="접선"), part="tangent"),
            Mark(x, value, Role.LOSS if state else Role.OTHER, _mark_label(slope, state), "✕" if state else "●"),
        ),
        Text(
            en=f"{say(NAMES[kind], 'en')} with its tangent at x = {number(x)}: the slope there is {slope:.4g}.",
            ko=f"{say(NAMES[kind], 'ko')}의 x = {number(x)}에서 그은 접선. 기울기는 {slope:.4g}.",
        ),
        Axis("x", -REACH, REACH),
        Axis("", low, high),
        NAMES[kind],
    )


def _mark_label(slope: float, state: Text | str) -> Text:
    """Return what stands beside the place on the curve: its slope, and what that does to the unit."""
    en, ko = (f", {say(state, language).removeprefix('✕ ')}" if state else "" for language in ("en", "ko"))
    return Text(en=f"slope {slope:.3g}{en}", ko=f"기울기 {slope:.3g}{ko}")


SAMPLES: Array = np.array([-1.0, 0.5, 1.0, 2.0, 3.0])


@lab(
    w=Slider(1, low=-2, high=2, step=0.1),
    b=Slider(0, low=-5, high=5, step=0.1),
    kind=Choice(
        "relu",
        options={name: NAMES[name] for name in ("relu", "leaky", "elu")},
        label=Text(en="activation", ko="활성화 함수"),
    ),
    reads=(nn.relu, nn.relu_slope, nn.leaky_relu_slope),
)
def dead(w: float, b: float, kind: str) -> Result:
    """Show one unit h(wx + b) on five samples, and which of them can still move its weights."""
    a = {"leaky": 0.1, "elu": 1.0}.get(kind, 0.0)
    function = nn.activation(kind, a)
    y = np.round(w * SAMPLES + b, 10)
    h, slope = function.h(y), function.slope(y)
    active = y > 0
    xs = np.linspace(-2, 4, 121)
    layers: list[Layer] = [Line(xs, function.h(w * xs + b), Role.MODEL, "h(wx + b)")]
    if active.any():
        layers.append(Points(SAMPLES[active], h[active], Role.GIVEN, Text(en="active", ko="활성"), "●"))
    if not active.all():
        layers.append(Points(SAMPLES[~active], h[~active], Role.GIVEN, Text(en="at or below 0", ko="0 이하"), "○"))
    last_sum = tidy(given(w, "w") * given(SAMPLES[-1]) + given(b, "b"))
    count, moved = int(active.sum()), int((np.abs(slope) > 1e-3).sum())
    figure = Figure(
        tuple(layers),
        x=Axis("x", -2, 4),
        y=Axis("h", -2, 6),
        alt=Text(
            en=f"One {NAMES[kind]} unit on five samples: {count} of them are on its active side.",
            ko=f"샘플 다섯 개에 대한 {NAMES[kind]} 유닛 하나. {count}개가 활성 쪽에 있습니다.",
        ),
    )
    readouts = {
        "active": Readout(count, Text(en="samples on the active side", ko="활성 쪽 샘플"), ".0f"),
        "moved": Readout(moved, Text(en="samples that can move w and b", ko="w와 b를 움직일 수 있는 샘플"), ".0f"),
        "slopes": Readout(slope, "h'", ".2f", role=Role.OTHER),
        "h_last": Readout.of(call("h", lambda y: float(function.h(np.array([y]))[0]), first(last_sum))),
        "dead": Readout(moved == 0),
        "one_alive": Readout(moved == 1),
        "some_alive": Readout(1 < moved < len(SAMPLES)),
        "all_alive": Readout(moved == len(SAMPLES)),
    }
    note = (
        Text(
            en="Dead: whatever the sample, the slope is 0, so no correction ever reaches w and b again.",
            ko="죽은 유닛입니다. 어떤 샘플에서도 기울기가 0이라 w와 b가 다시는 고쳐지지 않습니다.",
        )
        if moved == 0
        else ""
    )
    return Result(readouts, (figure,), shows=("active", "moved"), note=note)
