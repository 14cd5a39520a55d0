"""A local minimum that traps a walker, and a walker that looks at one sample at a time and gets out of it."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Guide, Hops, Line, Mark, Role, Tangent
from tutor.lab import Readout, Result, Slider, Timeline, lab
from tutor.labs.descent import COST
from tutor.labs.race import plain, signed
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.nn.waves import cost, descend, descend_by_lot, slopes

X: Array = np.array([0.8, 1.0, 2.0])
DEEP = 2.0
"""The W with cost 0."""
Y: Array = np.sin(DEEP * X)
START = -0.4
LOW, HIGH = -1.0, 3.2
TOP = 1.1
UPDATES = 40
LOCAL = float(descend(START, X, Y, 0.5, UPDATES)[-1])
"""The bottom of the hollow: where a walk that looks at all samples comes to rest."""
NEAR = 0.05
FAR = 1e6
LOTS: Array = np.random.default_rng(4).integers(len(X), size=UPDATES).astype(float)
"""Which sample B looks at in each update, from 0: the same lots whatever α is."""

HERE = "np.array([0.8, 1, 2])"
"""The samples, in Python."""


def _hops(path: Array, name: str, mark: str, role: Role, update: int, note: Text) -> Hops:
    who = {"A": Text(en="A  all samples", ko="A  샘플 모두"), "B": Text(en="B  one by lot", ko="B  하나씩 뽑아")}
    drawn = np.clip(path, -FAR, FAR)
    return Hops(
        drawn, cost(drawn, X, Y), role, who[name], name, mark, update + 1, lane=True, note=note, reveals=True, part=name
    )


def _out(W: float) -> Text | None:
    """Return what stands beside the lane of a walk outside the frame."""
    if LOW <= W <= HIGH:
        return None
    arrow = "▶" if W > HIGH else "◀"
    return Text(en=f"{arrow} out of the frame: W {plain(W)}", ko=f"{arrow} 그림 밖: W {plain(W)}")


@lab(
    alpha=Slider(
        0.1,
        low=0.02,
        high=0.6,
        step=0.02,
        label="α",
        role=Role.OTHER,
        help=Text(en="the learning rate of both", ko="두 사람의 학습률"),
    ),
    update=Timeline(
        0, last=UPDATES, per_second=4, unit=Text(en="updates", ko="번"), label=Text(en="update", ko="갱신")
    ),
    reads=(slopes, cost, descend, descend_by_lot),
)
def hollow(alpha: float, update: int) -> Result:
    """A takes the slope of the whole cost, B that of one sample drawn by lot; both with the same α."""
    path_a, path = descend(START, X, Y, alpha, UPDATES), descend_by_lot(START, X, Y, alpha, LOTS)
    W_a, W = float(path_a[update]), float(path[update])
    lot = int(LOTS[min(update, UPDATES - 1)])
    slope_a, slope_b = float(slopes(W_a, X, Y).mean()), float(slopes(W, X, Y)[lot])
    seen = path[: update + 1]
    left = bool(((seen < LOW) | (seen > HIGH)).any())
    escapes = not left and abs(W - DEEP) < NEAR
    note_a = Text(
        en=f"W {plain(W_a)}   mean slope {signed(slope_a)}", ko=f"W {plain(W_a)}   평균 기울기 {signed(slope_a)}"
    )
    note_b = _out(W) or Text(
        en=f"W {plain(W)}   slope of x = {X[lot]:g}: {signed(slope_b)}",
        ko=f"W {plain(W)}   x = {X[lot]:g}의 기울기 {signed(slope_b)}",
    )
    readouts = {
        "W_A": Readout(
            W_a, "A: W", ".3f", role=Role.OTHER, code=f"descend({START}, {HERE}, np.sin(2 * {HERE}), alpha, update)[-1]"
        ),
        "W": Readout(W, "B: W", ".3f"),
        "cost_A": Readout(float(cost(W_a, X, Y)), Text(en="cost of A", ko="A의 비용"), ".3f", role=Role.OTHER),
        "cost": Readout(float(cost(W, X, Y)), Text(en="cost of B", ko="B의 비용"), ".3f", role=Role.LOSS),
        "slopes_A": Readout(slopes(LOCAL, X, Y), Text(en="slopes of the samples", ko="샘플별 기울기"), "+.2f"),
        "escapes": Readout(escapes, Text(en="B is in the deep valley", ko="B가 깊은 골짜기에 있음")),
        "waits": Readout(update < UPDATES and not escapes, Text(en="the walk is not over", ko="아직 다 걷지 않음")),
        "leaves": Readout(left, Text(en="B has left the frame", ko="B가 그림을 벗어남")),
        "trapped": Readout(abs(W_a - LOCAL) < NEAR, Text(en="A is in the hollow", ko="A가 웅덩이에 있음")),
    }
    places = np.linspace(LOW, HIGH, 161)
    tangents = (
        Tangent(W_a, float(cost(W_a, X, Y)), slope_a, 0.14, Role.OTHER, part="tangents"),
        Tangent(W, float(cost(W, X, Y)), slope_b, 0.14, Role.MODEL, part="tangents"),
    )
    figure = Figure(
        (
            Line(places, cost(places, X, Y), Role.LOSS, part="hill"),
            Guide("x", LOCAL, part="hollow"),
            Guide("x", DEEP, part="deepest"),
            *(one for one in tangents if LOW <= one.x <= HIGH),
            Mark(DEEP, 0.0, Role.RIGHT, mark="✓", part="deepest"),
            _hops(path_a, "A", "●", Role.OTHER, update, note_a),
            _hops(path, "B", "■", Role.MODEL, update, note_b),
        ),
        Text(
            en=f"The cost over W has a hollow at W = {LOCAL:.2f} and its lowest place at W = 2. After {update} updates "
            f"with α = {alpha:g} A, who looks at all samples, is at W = {W_a:.2f}, and B, who looks at one, at "
            f"W = {W:.2f}.",
            ko=f"W에 따른 비용에는 W = {LOCAL:.2f}에 웅덩이가 있고 가장 낮은 곳은 W = 2. "
            f"α = {alpha:g}로 {update}번 갱신한 뒤 샘플을 모두 보는 A는 W = {W_a:.2f}, 하나만 보는 B는 W = {W:.2f}.",
        ),
        Axis("W", LOW, HIGH, (-1, 0, 1, 2, 3)),
        Axis(COST, -0.06, TOP, (0, 0.5, 1)),
    )
    return Result(readouts, (figure,), shows=("W_A", "cost_A", "W", "cost"))
