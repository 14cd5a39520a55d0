"""Gradient descent on the cost of H(x) = Wx: in the fog, step by step, too slow, too fast, and 1/m beside 1/(2m)."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np

from tutor.figure import Axis, Figure, Guide, Line, Mark, Place, Points, Role, Segments
from tutor.lab import Readout, Result, Slider, Table, Timeline, lab
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.nn.descent import cost, curvature, descend, slope
from tutor.working import Expression, close, entries, given, step, sum_of, then
from tutor.written import number, substituted

X: Array = np.array([1.0, 2.0, 3.0])
Y: Array = np.array([1.0, 2.0, 3.0])
M = len(X)
MINIMUM = 1.0
"""The W with cost 0 on this data."""

LOW, HIGH = -2.0, 4.0
"""What the charts show of W."""
TOP = 12.0
HIGHEST_COST = 10.0
"""Just above the cost at either end of the slider for the start."""
UPDATES = 30
NEAR = 0.01
"""The walk has arrived when W is this near the minimum."""
FAR = 1e3
"""Beyond this distance a walk is called lost; what lies further out is not drawn."""

COST = Text(en="cost", ko="비용(cost)")
START = Slider(
    0.0,
    low=-1,
    high=3,
    step=0.1,
    label=Text(en="start W", ko="처음 W"),
    help=Text(en="where the walk starts", ko="출발하는 곳"),
)
ALPHA = Slider(
    0.05, low=0.01, high=0.6, step=0.005, label="α", role=Role.OTHER, help=Text(en="the learning rate", ko="학습률")
)


STEEPNESS = sum_of(given(x) ** 2 for x in X)
"""How fast the slope of the summed squares grows with W."""


def _weight(W: float, name: str = "W") -> Expression:
    return given(W, name, 3)


def _cost_of(W: Expression, halves: int) -> Expression:
    squares = sum_of((W * x - y) ** 2 for x, y in zip(entries(X, "X"), entries(Y, "Y"), strict=True))
    return (squares / (M if halves == 1 else given(halves) * M)).to(".2f")


def _slope_of(W: Expression, halves: int = 2) -> Expression:
    terms = sum_of((W * x - y) * x for x, y in zip(entries(X, "X"), entries(Y, "Y"), strict=True))
    return (2 * terms / M if halves == 1 else step(terms, 3) / M).to(".2f")


def _updated(W: Expression, alpha: float, steep: Expression) -> Expression:
    return (W - given(alpha, "alpha", 4) * steep).to(3)


def _tangent(W: float, reach: float, halves: int = 2) -> tuple[Array, Array]:
    """Return the ends of the tangent at W, so far to each side."""
    x = np.array([W - reach, W + reach])
    return x, float(cost(W, X, Y, halves)) + float(slope(W, X, Y, halves)) * (x - W)


def _bowl(halves: int, *, reveals: bool = False) -> Line:
    W = np.linspace(LOW, HIGH, 121)
    return Line(W, cost(W, X, Y, halves), Role.LOSS, "cost(W)", reveals=reveals)


def _axes(top: float = TOP) -> tuple[Axis, Axis]:
    return Axis("W", LOW, HIGH, (-2, -1, 0, 1, 2, 3, 4)), Axis(COST, -0.1 * top, top)


@lab(
    W=Slider(2.5, low=-1, high=3, step=0.1, help=Text(en="where you stand", ko="서 있는 곳")),
    reads=(slope, cost),
)
def fog(W: float) -> Result:
    """What feet can tell of a hillside in fog: the height and the slope under them, and nothing else."""
    height, steepness = _cost_of(_weight(W), 2), _slope_of(_weight(W))
    here, steep = height.value, steepness.value
    x, y = _axes()
    errors = W * X - Y
    figure = Figure(
        (
            _bowl(2, reveals=True),
            Mark(MINIMUM, 0.0, Role.RIGHT, Text(en="valley", ko="골짜기"), "✓", reveals=True),
            Line(*_tangent(W, 0.3), Role.OTHER, Text(en="underfoot", ko="발밑")),
            Mark(W, here, Role.MODEL, Text(en="you", ko="지금 여기")),
        ),
        Text(
            en=f"You stand at W = {number(W)}, {here:.2f} high; the ground there has the slope {steep:.2f}.",
            ko=f"W = {number(W)}, 높이 {here:.2f}인 곳에 서 있고 발밑의 기울기는 {steep:.2f}.",
        ),
        x,
        y,
        Text(en="a hillside in fog", ko="안개 낀 비탈"),
    )
    readouts = {
        "cost": Readout.of(height, Text(en="height (cost)", ko="높이(비용)"), role=Role.LOSS),
        "slope": Readout.of(steepness, Text(en="slope", ko="기울기"), role=Role.OTHER),
        "mean_loss": Readout(float(cost(W, X, Y, 1)), Text(en="without the half", ko="반으로 나누지 않은 비용")),
        # What likely slips give.
        "slope_without_m": Readout(float((errors * X).sum())),
        "slope_without_x": Readout(float(errors.mean())),
        "slope_turned": Readout(-steep),
        "slope_doubled": Readout(2 * steep),
    }
    return Result(readouts, (figure,), shows=("cost", "slope"))


@lab(
    W0=START,
    alpha=ALPHA,
    update=Timeline(
        0, last=UPDATES, per_second=3, unit=Text(en="updates", ko="번"), label=Text(en="update", ko="갱신")
    ),
    reads=(descend, slope, cost, curvature),
)
def walk(W0: float, alpha: float, update: int) -> Result:
    """A walk down the parabola: W := W - alpha · slope, as many times as the timeline says."""
    whole = descend(W0, X, Y, alpha, UPDATES)
    path = whole[: update + 1]
    W = float(path[-1])
    weight, rate = _weight(W), given(alpha, "alpha", 4)
    height, slope_here = _cost_of(weight, 2), _slope_of(weight)
    steep_here = slope_here.named("slope", 3)
    steep, here = slope_here.value, height.value
    steepness = (step(STEEPNESS) / M).named("steepness", 3)
    shrinks = 1 - rate * steepness
    shrinks_by = shrinks.value
    near = np.flatnonzero(np.abs(whole - MINIMUM) < NEAR)
    first_stride, way = abs(float(whole[1] - W0)), abs(W0 - MINIMUM) - NEAR
    diverges = abs(shrinks_by) > 1 + 1e-9 and W0 != MINIMUM

    readouts = {
        "W": Readout(W, "W", ".3f", code="descend(W0, X, Y, alpha, update)[-1]"),
        "cost": Readout.of(height, COST, ".3f", Role.LOSS),
        "slope": Readout.of(slope_here, Text(en="slope", ko="기울기"), ".3f", Role.OTHER),
        "step": Readout.of((rate * steep_here).to(3), Text(en="α · slope", ko="α · 기울기"), ".3f", Role.OTHER),
        "new_W": Readout.of(_updated(weight, alpha, steep_here), Text(en="next W", ko="다음 W"), ".3f"),
        "arrival": Readout(
            int(near[0]) if near.size else UPDATES,
            Text(en="updates until it arrives", ko="도착까지의 갱신 수"),
            "d",
            role=Role.RIGHT,
        ),
        "arrives": Readout(bool(near.size), Text(en="arrives", ko="도착함")),
        "in_one": Readout(bool(near.size) and int(near[0]) == 1, Text(en="arrives in one update", ko="한 번에 도착함")),
        "near": Readout(NEAR, Text(en="this near counts as arrived", ko="도착으로 치는 거리"), "g"),
        "steepness": Readout.of(steepness.to(".2f"), Text(en="slope per W", ko="W당 기울기"), ".4f"),
        "shrinks_by": Readout.of(shrinks.to(3), Text(en="distance times", ko="거리에 곱해지는 수"), ".3f", Role.RIGHT),
        "best_alpha": Readout.of(_over(1, steepness), Text(en="α that lands at once", ko="한 번에 닿는 α"), ".4f"),
        "limit_alpha": Readout.of(
            _over(2, steepness.to(5)), Text(en="α beyond which it diverges", ko="발산하기 시작하는 α"), ".4f"
        ),
        "diverges": Readout(diverges, Text(en="diverges", ko="발산함")),
        "hops": Readout(-1 < shrinks_by < -1e-9, Text(en="hops across the minimum", ko="최저점을 넘나듦")),
        # What likely slips give.
        "even_strides": Readout(float(np.ceil(way / first_stride)) if way > 0 else 0.0, format=".0f"),
        "uphill": Readout(W + alpha * steep, format=".3f"),
        "whole_slope": Readout(W - steep, format=".3f"),
        "with_first_slope": Readout(W + float(whole[1] - whole[0]), format=".3f"),
        "minus_cost": Readout(W - alpha * here, format=".3f"),
        "only_step": Readout(-alpha * steep, format=".3f"),
        "with_doubled_slope": Readout(W - 2 * alpha * steep, format=".3f"),
        "with_slope_sum": Readout(W - alpha * M * steep, format=".3f"),
    }
    note: Text | str = ""
    if diverges:
        note = Text(
            en=f"Each update ends {number(abs(shrinks_by), 2)} times as far from the minimum as it began: it diverges.",
            ko=f"갱신할 때마다 최저점에서의 거리가 {number(abs(shrinks_by), 2)}배가 됩니다. 발산합니다.",
        )
    elif abs(W - MINIMUM) < NEAR:
        note = Text(en="Arrived: the slope is almost 0.", ko="도착했습니다. 기울기가 거의 0입니다.")
    return Result(
        readouts,
        (_walk_figure(path, alpha), _cost_figure(path, int(near[0]) if near.size else UPDATES)),
        _updates_table(path, alpha),
        ("W", "cost"),
        note,
    )


def _over(top: int, steepness: Expression) -> Expression:
    """Return top / steepness, once more as an exact fraction, and its value."""
    exactly = top * M / Fraction(STEEPNESS.value)
    return then(top / steepness, close(given(exactly.numerator) / exactly.denominator)).to(".4f")


def _drawn(path: Array) -> Array:
    """Return the path with what is lost in the distance taken out."""
    return np.where(np.abs(path - MINIMUM) < FAR, path, np.nan)


def _walk_figure(path: Array, alpha: float, halves: int = 2, top: float = TOP, title: Text | str = "") -> Figure:
    W = float(path[-1])
    drawn = _drawn(path)
    heights = cost(drawn, X, Y, halves)
    x, y = _axes(top)
    tangent = (
        (Line(*_tangent(W, 0.9, halves), Role.OTHER, Text(en="slope", ko="기울기"), dashed=True),)
        if abs(W) < FAR
        else ()
    )
    return Figure(
        (
            _bowl(halves),
            Mark(MINIMUM, 0.0, Role.RIGHT, mark="✓"),
            Segments(drawn[:-1], heights[:-1], drawn[1:], heights[1:], Role.QUIET, reveals=True),
            Points(drawn[:-1], heights[:-1], Role.QUIET, mark="·", reveals=True),
            *tangent,
            Mark(W, float(cost(W, X, Y, halves)), Role.MODEL, f"W = {W:.2f}"),
        ),
        Text(
            en="The cost is a bowl with its minimum at W = 1. "
            f"After {len(path) - 1} updates with α = {number(alpha, 4)} W has come "
            f"from {path[0]:.2f} to {W:.4g}; the cost is {float(cost(W, X, Y, halves)):.4g}.",
            ko=f"비용은 W = 1에서 가장 낮은 그릇. α = {number(alpha, 4)}로 {len(path) - 1}번 갱신해 "
            f"W는 {path[0]:.2f}에서 {W:.4g}까지 왔고 비용은 {float(cost(W, X, Y, halves)):.4g}.",
        ),
        x,
        y,
        title or Text(en="the walk", ko="내려가는 길"),
        {"new_W": Place("x"), "W": Place("x")},
    )


def _cost_figure(path: Array, arrival: int) -> Figure:
    """Return the cost after each update; a line stands at the arrival once the walk has come so far."""
    costs = cost(_drawn(path), X, Y)
    updates = np.arange(len(path), dtype=float)
    there = 0 < arrival < len(path) and abs(float(path[-1]) - MINIMUM) < NEAR
    arrived = (Guide("x", arrival, Role.RIGHT, Text(en="arrived", ko="도착"), reveals=True),) if there else ()
    return Figure(
        (
            Line(updates, costs, Role.LOSS, reveals=True),
            Points(updates, costs, Role.LOSS, reveals=True),
            *arrived,
        ),
        Text(
            en=f"The cost after each update: from {costs[0]:.3f} to {float(cost(path[-1], X, Y)):.4g} "
            f"after {len(path) - 1}.",
            ko=f"갱신할 때마다의 비용. {costs[0]:.3f}에서 {len(path) - 1}번 뒤 {float(cost(path[-1], X, Y)):.4g}.",
        ),
        Axis(Text(en="update", ko="갱신"), 0, UPDATES),
        Axis(COST, 0, HIGHEST_COST),
        Text(en="cost after each update", ko="갱신할 때마다의 비용"),
        {"arrival": Place("x")},
    )


def _updates_table(path: Array, alpha: float, rows: int = 5) -> Table:
    """Return the last updates, each written out; the one that comes next stands at the end."""
    first = max(0, len(path) - rows)
    last = zip(map(float, path[first:]), map(float, slope(path[first:], X, Y)), strict=True)
    rows_written = tuple(
        (
            f"{number_of}",
            f"{W:.3f}" if abs(W) < FAR else f"{W:.2g}",
            f"{steep:.3f}" if abs(W) < FAR else f"{steep:.2g}",
            substituted(_updated(_weight(W), alpha, given(steep, form=3))) if abs(W) < FAR else "…",
        )
        for number_of, (W, steep) in enumerate(last, start=first)
    )
    return Table(
        ("", "W", Text(en="slope", ko="기울기"), Text(en="W − α·slope", ko="W − α·기울기")),
        rows_written,
        (None, Role.MODEL, Role.OTHER, Role.MODEL),
        frozenset({len(rows_written) - 1}),
    )


@lab(
    W=Slider(3.0, low=-1, high=3, step=0.1, help=Text(en="where the step begins", ko="걸음을 떼는 곳")),
    rate=Slider(
        0.1,
        low=0.01,
        high=0.6,
        step=0.01,
        label=Text(en="rate α", ko="학습률 α"),
        role=Role.OTHER,
        help=Text(en="the learning rate", ko="학습률"),
    ),
    reads=(slope, cost),
)
def stride(W: float, rate: float) -> Result:
    """One step downhill: where it begins, and where the rate lets it end."""
    weight = _weight(W)
    height, steep = _cost_of(weight, 2), _slope_of(weight)
    new_W = (weight - given(rate, "rate") * steep.named("slope", 3)).to(3)
    path = np.array([W, new_W.value])
    readouts = {
        "new_W": Readout.of(new_W, Text(en="next W", ko="다음 W"), ".3f"),
        "cost": Readout.of(height, COST, role=Role.LOSS),
        "slope": Readout.of(steep, Text(en="slope", ko="기울기"), role=Role.OTHER),
        "X": Readout(X, "x", "g", role=Role.GIVEN),
        "Y": Readout(Y, "y", "g", role=Role.GIVEN),
    }
    figure = replace(
        _walk_figure(path, rate, title=Text(en="one step", ko="한 걸음")),
        alt=Text(
            en=f"The cost is a bowl, lowest at W = 1. One step with the rate {number(rate)} leads from W = {number(W)} "
            f"to {new_W.value:.3f}.",
            ko=f"비용은 W = 1에서 가장 낮은 그릇. 학습률 {number(rate)}로 한 걸음 가면 W는 {number(W)}에서 "
            f"{new_W.value:.3f}까지 갑니다.",
        ),
    )
    return Result(readouts, (figure,), shows=("cost", "slope", "new_W"))


@lab(
    W0=START,
    alpha_m=Slider(
        0.1,
        low=0.01,
        high=0.3,
        step=0.01,
        label=Text(en="α with 1/m", ko="1/m의 α"),
        role=Role.OTHER,
        help=Text(en="the learning rate of the left walk", ko="왼쪽 길의 학습률"),
    ),
    alpha_2m=Slider(
        0.1,
        low=0.01,
        high=0.6,
        step=0.01,
        label=Text(en="α with 1/(2m)", ko="1/(2m)의 α"),
        role=Role.OTHER,
        help=Text(en="the learning rate of the right walk", ko="오른쪽 길의 학습률"),
    ),
    update=Timeline(4, last=12, per_second=2, unit=Text(en="updates", ko="번"), label=Text(en="update", ko="갱신")),
    reads=(cost, slope, descend),
)
def forms(W0: float, alpha_m: float, alpha_2m: float, update: int) -> Result:
    """The cost with 1/m beside the cost with 1/(2m): the same minimum, half the height, half the slope."""
    path_m = descend(W0, X, Y, alpha_m, update, halves=1)
    path_2m = descend(W0, X, Y, alpha_2m, update, halves=2)
    W_m, W_2m = float(path_m[-1]), float(path_2m[-1])
    start = _weight(W0, "W0")
    same = bool(np.allclose(path_m, path_2m, atol=1e-9)) and W0 != MINIMUM and update > 0
    readouts = {
        "cost_m": Readout.of(_cost_of(start, 1), Text(en="cost with 1/m", ko="1/m 비용"), role=Role.LOSS),
        "cost_2m": Readout.of(_cost_of(start, 2), Text(en="cost with 1/(2m)", ko="1/(2m) 비용"), role=Role.LOSS),
        "slope_m": Readout.of(_slope_of(start, 1), Text(en="slope with 1/m", ko="1/m 기울기"), role=Role.OTHER),
        "slope_2m": Readout.of(_slope_of(start), Text(en="slope with 1/(2m)", ko="1/(2m) 기울기"), role=Role.OTHER),
        "W_m": Readout(
            W_m, Text(en="W with 1/m", ko="1/m의 W"), ".3f", code="descend(W0, X, Y, alpha_m, update, halves=1)[-1]"
        ),
        "W_2m": Readout(
            W_2m, Text(en="W with 1/(2m)", ko="1/(2m)의 W"), ".3f", code="descend(W0, X, Y, alpha_2m, update)[-1]"
        ),
        "same_path": Readout(same, Text(en="the same path", ko="같은 길")),
        "swapped": Readout(
            bool(np.isclose(alpha_m, 2 * alpha_2m)),
            Text(en="twice the rate on the wrong side", ko="반대쪽을 두 배로 함"),
        ),
        "equal_rates": Readout(bool(np.isclose(alpha_m, alpha_2m)), Text(en="equal rates", ko="같은 학습률")),
        "matching_alpha": Readout.of(
            (2 * given(alpha_m, "alpha_m", 3)).to(3), Text(en="α for 1/(2m)", ko="1/(2m)의 α"), ".3f"
        ),
        "half_alpha": Readout(alpha_m / 2, format=".3f"),
        "alpha_over_m": Readout(alpha_m * M, format=".3f"),
        "plain_alpha": Readout(alpha_m, format=".3f"),
    }
    return Result(
        readouts,
        (
            _walk_figure(path_m, alpha_m, 1, 2 * TOP, "1/m"),
            _walk_figure(path_2m, alpha_2m, 2, 2 * TOP, "1/(2m)"),
        ),
        shows=("W_m", "W_2m"),
        note=Text(en="The two walks are the same.", ko="두 길이 같습니다.") if same else "",
    )
