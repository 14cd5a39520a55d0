"""How activation functions go quiet: a correction that shrinks from layer to layer, and a unit that is dead."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Bars, Figure, Layer, Line, Points, Role
from tutor.lab import Choice, Readout, Result, Slider, lab
from tutor.labs.activation_workings import h_at
from tutor.labs.activations import NAMES
from tutor.language import Text
from tutor.nn import activations as nn
from tutor.nn.arrays import Array
from tutor.working import call, first, given, tidy

DEEPEST = 10
LITTLE = 1e-4
"""Below this share, a correction counts as vanished."""


@lab(
    kind=Choice(
        "sigmoid",
        options={name: NAMES[name] for name in ("sigmoid", "tanh", "relu")},
        label=Text(en="activation", ko="활성화 함수"),
    ),
    x=Slider(0, low=-6, high=6, step=0.5, label=Text(en="x in every layer", ko="층마다의 x")),
    layers=Slider(5, low=1, high=DEEPEST, step=1, label=Text(en="layers", ko="층 수")),
    reads=(nn.sigmoid_slope, nn.tanh_slope, nn.relu_slope),
)
def chain(kind: str, x: float, layers: float) -> Result:
    """Send a correction of 1 back through some layers: each multiplies it by the slope of its activation.

    Weights multiply it too; they are taken as 1 here, to see the activation's part alone.
    """
    depth = round(layers)
    _, slope = h_at(kind, x, 0.0)
    left = slope ** np.arange(DEEPEST + 1.0)
    through = given(slope, "slope", ".4g") ** given(depth, "layers")
    arrives = through.value
    figure = Figure(
        (Bars(tuple(str(k) for k in range(depth + 1)), left[: depth + 1], Role.MODEL, reveals=True),),
        x=Axis(Text(en="layers passed", ko="지난 층 수")),
        y=Axis(Text(en="what is left", ko="남은 양"), 0, 1, ticks=(0, 0.25, 0.5, 0.75, 1)),
        alt=Text(
            en=f"A correction of 1 after each layer of slope {slope:.4g}: {arrives:.2g} is left after layer {depth}.",
            ko=f"기울기 {slope:.4g}인 층 {depth}개를 지난 뒤 1이던 보정이 {arrives:.2g}만 남습니다.",
        ),
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
    }
    note: Text | str = ""
    if kind == "relu" and x == 0:
        note = Text(
            en="Exactly at 0 a ReLU has no slope; programs take the one from the left, 0. Try x above 0.",
            ko="ReLU는 정확히 0에서 기울기가 없습니다. 프로그램은 왼쪽의 기울기 0을 씁니다. x를 0보다 크게 해 보세요.",
        )
    return Result(readouts, (figure,), shows=("slope", "arrives"), note=note)


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
