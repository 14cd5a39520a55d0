"""Linear regression on three points: the derivation checked line by line, both slopes, and the path down the bowl."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tutor.figure import Axis, Figure, Heat, Line, Mark, Points, Role, Segments
from tutor.lab import Readout, Result, Slider, Table, Timeline, lab
from tutor.labs.plane import cell_centres
from tutor.language import Text
from tutor.nn import descent
from tutor.nn.arrays import Array
from tutor.nn.regression import cost, curvatures, descend, gradient, hypothesis
from tutor.working import call, entries, given, mean_of, sum_of, titled
from tutor.written import number

X: Array = np.array([1.0, 2.0, 3.0])
Y: Array = np.array([1.0, 2.0, 3.0])
M = len(X)
EPSILON = 1e-5
MEASURED = "(cost(W + EPSILON, X, Y) - cost(W - EPSILON, X, Y)) / (2 * EPSILON)"
"""The slope at W without any rule of differentiation, in Python."""

COST = Text(en="cost", ko="비용(cost)")


def _measured(f: Callable[[float], Array], W: float) -> Array:
    """Return the slope of f at W as a central difference: no rule of differentiation in it."""
    return np.asarray((f(W + EPSILON) - f(W - EPSILON)) / (2 * EPSILON))


def _lines(W: float) -> list[tuple[Text, Array | None, float]]:
    """Return the five lines of the derivation: what is done in each, its three terms, and its value."""
    error = W * X - Y
    inner = _measured(lambda w: w * X - Y, W)
    squares = _measured(lambda w: (w * X - Y) ** 2, W)
    whole = float(_measured(lambda w: descent.cost(w, X, Y), W))
    return [
        (Text(en="the whole cost", ko="비용 전체"), None, whole),
        (Text(en="sum rule", ko="합의 규칙"), squares, float(squares.sum()) / (2 * M)),
        (Text(en="chain rule", ko="연쇄 법칙"), 2 * error * inner, float((2 * error * inner).sum()) / (2 * M)),
        (Text(en="inner slope x", ko="안쪽 기울기 x"), 2 * error * X, float((2 * error * X).sum()) / (2 * M)),
        (Text(en="2 cancelled", ko="2를 약분"), error * X, float((error * X).sum()) / M),
    ]


def _cost(W: float) -> float:
    return float(descent.cost(W, X, Y))


@lab(
    W=Slider(0.0, low=-1, high=3, step=0.1, help=Text(en="where the slope is taken", ko="기울기를 구하는 곳")),
    line=Timeline(
        0,
        last=4,
        per_second=0.7,
        label=Text(en="rules used", ko="쓴 규칙"),
        help=Text(en="how many rules of the derivation have been used", ko="유도에서 규칙을 몇 개까지 썼는지"),
    ),
    reads=(descent.slope, descent.cost),
)
def derivation(W: float, line: int) -> Result:
    """The slope of the cost of H(x) = Wx, derived line by line; every line is worked out and gives the same number."""
    lines = _lines(W)
    error = W * X - Y
    weight, epsilon = given(W, "W"), given(EPSILON, form="g")
    samples_of = zip(entries(X, "X"), entries(Y, "Y"), strict=True)
    steepness = mean_of([(weight * x - y).named() * x for x, y in samples_of]).to(".2f")
    value = steepness.value
    above, below = (call("cost", _cost, there.named(form="g")) for there in (weight + epsilon, weight - epsilon))
    ends = np.array([W - 0.8, W + 0.8])
    here = float(descent.cost(W, X, Y))
    bowl = np.linspace(-2, 4, 121)
    rows = tuple(
        (f"{place}", done, *(("", "", "") if terms is None else (f"{term:.2f}" for term in terms)), f"{total:.4f}")
        for place, (done, terms, total) in enumerate(lines[: line + 1], start=1)
    )
    readouts = {
        "slope": Readout.of(steepness, Text(en="slope", ko="기울기"), ".2f", Role.OTHER),
        "measured": Readout.of(
            ((above - below) / (2 * epsilon)).to(".6f"), Text(en="measured", ko="측정한 값"), ".6f", code=MEASURED
        ),
        **{f"line{place}": Readout(total, format=".4f") for place, (_, _, total) in enumerate(lines, start=1)},
        "apart": Readout(
            max(abs(total - value) for _, _, total in lines), Text(en="furthest apart", ko="가장 큰 차이"), ".0e"
        ),
        # What is left when a line is skipped.
        "without_inner": Readout(float(error.mean())),
        "without_two": Readout(value / 2),
        "with_two": Readout(2 * value),
        "without_mean": Readout(float((error * X).sum())),
    }
    figure = Figure(
        (
            Line(bowl, descent.cost(bowl, X, Y), Role.LOSS, "cost(W)"),
            Line(ends, here + value * (ends - W), Role.OTHER, Text(en="slope", ko="기울기"), dashed=True),
            Mark(W, here, Role.MODEL, f"{value:.2f}"),
        ),
        Text(
            en=f"The cost over W with its tangent at W = {number(W)}: the slope there is {value:.2f}.",
            ko=f"W에 따른 비용과 W = {number(W)}에서의 접선. 기울기는 {value:.2f}.",
        ),
        Axis("W", -2, 4, (-2, -1, 0, 1, 2, 3, 4)),
        Axis(COST, -1.2, 12),
    )
    samples = tuple(Text(en=f"({x:.0f}, {y:.0f})", ko=f"({x:.0f}, {y:.0f})") for x, y in zip(X, Y, strict=True))
    table = Table(
        ("", "", *samples, Text(en="value", ko="값")),
        rows,
        (None, None, Role.QUIET, Role.QUIET, Role.QUIET, Role.OTHER),
        frozenset({line}),
    )
    return Result(readouts, (figure,), table, ("slope", "measured"))


WEIGHT = Slider(0.0, low=-1, high=3, step=0.1, help=Text(en="tilts the line", ko="직선을 기울입니다"))
BIAS = Slider(2.0, low=-2, high=4, step=0.1, help=Text(en="lifts the line", ko="직선을 들어 올립니다"))
ALPHA = Slider(
    0.1, low=0.02, high=0.4, step=0.02, label="α", role=Role.OTHER, help=Text(en="the learning rate", ko="학습률")
)


def _line_readouts(W: float, b: float) -> dict[str, Readout]:
    """Return the cost of the line and its two slopes, and what likely slips give for them."""
    error = hypothesis(X, W, b) - Y
    xs, ys = entries(X, "X"), entries(Y, "Y")
    errors = [(given(W, "W") * x + given(b, "b") - y).named() for x, y in zip(xs, ys, strict=True)]
    half_mean = sum_of(e**2 for e in errors) / (given(2) * M)
    dW, db = mean_of([e * x for e, x in zip(errors, xs, strict=True)]), mean_of(errors)
    return {
        "cost": Readout.of(half_mean.to(".2f"), COST, ".2f", Role.LOSS),
        "dW": Readout.of(dW.to(".2f"), Text(en="slope by W", ko="W에 대한 기울기"), ".2f", Role.OTHER),
        "db": Readout.of(db.to(".2f"), Text(en="slope by b", ko="b에 대한 기울기"), ".2f", Role.OTHER),
        "X": Readout(X, "x", "g", role=Role.GIVEN),
        "Y": Readout(Y, "y", "g", role=Role.GIVEN),
        # What likely slips give.
        "error_sum": Readout(float(error.sum())),
        "minus_db": Readout(-db.value),
        "as_dW": Readout(dW.value),
    }


def _line_figure(W: float, b: float, *after: Line) -> Figure:
    H = hypothesis(X, W, b)
    ends = np.array([0.0, 4.0])
    return Figure(
        (
            Segments(X, Y, X, H, Role.LOSS, Text(en="error", ko="오차")),
            *after,
            Line(ends, hypothesis(ends, W, b), Role.MODEL, "H(x) = Wx + b"),
            Points(X, Y, label=Text(en="data", ko="데이터")),
        ),
        Text(
            en=f"Three points and the line {number(W)}·x + {number(b)}; its errors are "
            f"{', '.join(number(e) for e in H - Y)}.",
            ko=f"세 점과 직선 {number(W)}·x + {number(b)}. 오차는 {', '.join(number(e) for e in H - Y)}.",
        ),
        Axis("x", 0, 4, (0, 1, 2, 3, 4)),
        Axis("y", -2, 8),
    )


@lab(W=WEIGHT, b=BIAS, reads=(gradient, hypothesis, cost))
def line(W: float, b: float) -> Result:
    """H(x) = Wx + b on the three points: its cost, the slope by W and the slope by b."""
    return Result(_line_readouts(W, b), (_line_figure(W, b),), shows=("cost", "dW", "db"))


@lab(W=WEIGHT, b=BIAS, alpha=ALPHA, reads=(gradient, hypothesis, cost))
def both(W: float, b: float, alpha: float) -> Result:
    """One update of W and b together, and the line before and after it."""
    dW, db = gradient(W, b, X, Y)
    rate = given(alpha, "alpha")
    after_W, after_b = given(W, "W") - rate * given(dW, "dW", 3), given(b, "b") - rate * given(db, "db", 3)
    new_W, new_b = after_W.value, after_b.value
    late_db = gradient(new_W, b, X, Y)[1]
    before, after = float(cost(W, b, X, Y)), float(cost(new_W, new_b, X, Y))
    readouts = {
        **_line_readouts(W, b),
        "new": Readout.of(
            (titled("W", after_W.to(3)), titled("b", after_b.to(3))), Text(en="W and b after", ko="갱신한 W와 b"), ".3f"
        ),
        "new_cost": Readout(after, Text(en="cost after", ko="갱신한 뒤의 비용"), ".2f", role=Role.LOSS),
        # What likely slips give.
        "new_in_turn": Readout(np.array([new_W, b - alpha * late_db])),
        "new_uphill": Readout(np.array([W + alpha * dW, b + alpha * db])),
        "new_swapped": Readout(np.array([W - alpha * db, b - alpha * dW])),
        "new_without_alpha": Readout(np.array([W - dW, b - db])),
    }
    ends = np.array([0.0, 4.0])
    moved = Line(ends, hypothesis(ends, new_W, new_b), Role.OTHER, Text(en="after", ko="갱신 뒤"), dashed=True)
    note: Text | str = ""
    if after > before + 1e-9:
        note = Text(en="The update made the cost larger.", ko="갱신했더니 비용이 오히려 커졌습니다.")
    return Result(readouts, (_line_figure(W, b, moved),), shows=("cost", "new_cost"), note=note)


START_W, START_B = 2.0, 2.0
WALKED = "descend(START_W, START_B, X, Y, alpha, update)"
"""The path down the bowl, in Python."""
BOWL_W, BOWL_B = (-1.0, 3.0), (-3.0, 4.0)
UPDATES = 60
CELLS = 60
FLOOR = 0.01
"""Costs below this look alike on the map: a logarithm has no value at 0."""


def bowl_heat(x: Array, y: Array, W_range: tuple[float, float], b_range: tuple[float, float]) -> Heat:
    """Return the cost over the plane of W and b, in powers of ten, so that the floor of a long valley can be seen."""
    W, b = cell_centres(W_range, CELLS), cell_centres(b_range, CELLS)
    z = np.log10(np.maximum(cost(W[None, :], b[:, None], x, y), FLOOR))
    return Heat(z, W_range, b_range, (float(z.min()), float(z.max())), None, Text(en="log10 cost", ko="log10 비용"))


@lab(
    alpha=ALPHA,
    update=Timeline(
        0, last=UPDATES, per_second=6, unit=Text(en="updates", ko="번"), label=Text(en="update", ko="갱신")
    ),
    reads=(descend, gradient, cost, curvatures),
)
def bowl(alpha: float, update: int) -> Result:
    """Gradient descent over W and b at once, seen from above: the cost is a long bowl, and the path zigzags."""
    path = descend(START_W, START_B, X, Y, alpha, update)
    W, b = map(float, path[-1])
    flattest, steepest = curvatures(X)
    costs = cost(path[:, 0], path[:, 1], X, Y)
    diverges = alpha * steepest > 2
    zigzags = 1 < alpha * steepest <= 2
    steepest_bend = given(steepest, "steepest", ".3f")
    readouts = {
        "W": Readout(W, "W", ".3f", code=f"{WALKED}[-1, 0]"),
        "b": Readout(b, "b", ".3f", code=f"{WALKED}[-1, 1]"),
        "cost": Readout(float(costs[-1]), COST, ".4f", role=Role.LOSS),
        "steepest": Readout(steepest, Text(en="steepest bend", ko="가장 굽은 방향"), ".3f"),
        "flattest": Readout(flattest, Text(en="flattest bend", ko="가장 평평한 방향"), ".3f"),
        "ratio": Readout.of(
            (steepest_bend / given(flattest, "flattest", ".3f")).to(".0f"),
            Text(en="steepest / flattest", ko="가장 굽은 / 평평한"),
            ".0f",
        ),
        "limit_alpha": Readout.of(
            (2 / steepest_bend).to(".3f"), Text(en="α beyond which it diverges", ko="발산하기 시작하는 α"), ".3f"
        ),
        "across": Readout(1 - alpha * steepest, Text(en="across the valley, times", ko="가로질러 (배)"), ".3f"),
        "along": Readout(1 - alpha * flattest, Text(en="along the valley, times", ko="바닥을 따라 (배)"), ".3f"),
        "zigzags": Readout(zigzags, Text(en="zigzags", ko="지그재그")),
        "diverges": Readout(diverges, Text(en="diverges", ko="발산함")),
    }
    seen = np.where(np.abs(path) < 1e3, path, np.nan)
    from_above = Figure(
        (
            bowl_heat(X, Y, BOWL_W, BOWL_B),
            Segments(
                seen[:-1, 0], seen[:-1, 1], seen[1:, 0], seen[1:, 1], Role.MODEL, Text(en="path", ko="길"), reveals=True
            ),
            Mark(1.0, 0.0, Role.RIGHT, Text(en="minimum", ko="최저점"), "✓"),
            Mark(W, b, Role.MODEL, mark="●"),
        ),
        Text(
            en=f"The cost over W and b from above, a long narrow valley. From (2, 2) the path has come to "
            f"({W:.2f}, {b:.2f}) in {update} updates; the minimum is at (1, 0).",
            ko=f"위에서 본 W와 b에 따른 비용, 길고 좁은 골짜기. (2, 2)에서 {update}번 갱신해 "
            f"({W:.2f}, {b:.2f})까지 왔고 최저점은 (1, 0).",
        ),
        Axis("W", *BOWL_W),
        Axis("b", *BOWL_B),
        Text(en="the bowl from above", ko="위에서 본 그릇"),
    )
    curve = Figure(
        (Line(np.arange(len(costs), dtype=float), costs, Role.LOSS, reveals=True),),
        Text(
            en=f"The cost after each update: from {costs[0]:.2f} to {costs[-1]:.4g}.",
            ko=f"갱신할 때마다의 비용. {costs[0]:.2f}에서 {costs[-1]:.4g}까지.",
        ),
        Axis(Text(en="update", ko="갱신"), 0, UPDATES),
        Axis("", 0, 10),
        Text(en="cost after each update", ko="갱신할 때마다의 비용"),
    )
    note: Text | str = ""
    if diverges:
        note = Text(en="The path climbs the walls: it diverges.", ko="길이 벽을 타고 올라갑니다. 발산합니다.")
    elif zigzags:
        note = Text(
            en="It jumps across the valley and creeps along it.",
            ko="골짜기를 가로질러 뛰고, 바닥을 따라서는 기어갑니다.",
        )
    return Result(readouts, (from_above, curve), shows=("W", "b", "cost"), note=note)
