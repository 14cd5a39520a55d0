"""The squared errors of a line as squares, beside the map of the cost over W and b."""

from __future__ import annotations

from functools import cache

import numpy as np

from tutor.figure import Axis, Figure, Heat, Line, Mark, Panels, Points, Role, Segments, Squares
from tutor.lab import Readout, Result, Slider, lab
from tutor.labs.cost import COST, DATA, LOSS
from tutor.labs.plane import cell_centres
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.nn.losses import mean_squared_error, squared_error
from tutor.working import close, entries, given, mean_of
from tutor.written import number

X: Array = np.array([1.0, 2.0, 3.0])
Y: Array = np.array([2.0, 3.5, 4.0])
"""Three points that lie on no straight line."""
M = len(X)

W_RANGE, B_RANGE = (-1.0, 3.0), (-2.0, 4.0)
GOAL = 0.1
LEVELS = (0.1, 0.3, 1.0, 3.0, 10.0, 30.0)
SLACK = 0.004
"""Half a step of a slider beside the best value, the cost is at most so much above the lowest."""


@cache
def _map() -> Heat:
    """Return the cost over W and b."""
    W, b = cell_centres(W_RANGE, 61), cell_centres(B_RANGE, 61)
    errors = W[None, :, None] * X + b[:, None, None] - Y  # (rows, columns, m)
    z = (errors**2).mean(axis=-1)
    return Heat(z, W_RANGE, B_RANGE, (0.05, 50.0), None, COST, levels=LEVELS, log=True, edge="rings")


def _line(W: float, b: float, errors: Array, losses: Array) -> Figure:
    H = W * X + b
    ends = np.array([0.6, 4.4])
    return Figure(
        (
            Squares(X, H, Y, Role.LOSS, Text(en="error²", ko="오차²"), tuple(map(number, losses)), part="squares"),
            Segments(X, Y, X, H, Role.LOSS, part="errors"),
            Line(ends, W * ends + b, Role.MODEL, "Wx + b", part="line"),
            Points(X, Y, Role.GIVEN, DATA, part="data"),
        ),
        Text(
            en=f"Three points and the line {number(W)}·x + {number(b)}; its errors are "
            f"{', '.join(map(number, errors))}.",
            ko=f"세 점과 직선 {number(W)}·x + {number(b)}. 오차는 {', '.join(map(number, errors))}.",
        ),
        Axis("x", 0.6, 4.4, (1, 2, 3, 4)),
        Axis("y", -0.5, 6.5, (0, 2, 4, 6)),
    )


@lab(
    W=Slider(-0.5, low=-1, high=3, step=0.1, help=Text(en="tilts the line", ko="직선의 기울기를 바꿉니다")),
    b=Slider(
        3.5, low=-2, high=4, step=0.1, format="+.1f", help=Text(en="lifts the line", ko="직선을 위아래로 옮깁니다")
    ),
    reads=(squared_error, mean_squared_error),
)
def squares(W: float, b: float) -> Result:
    """Each squared error as a square beside its point, and where the line stands on the map of the cost."""
    H = W * X + b
    errors, losses = H - Y, squared_error(H, Y)
    weight, bias = given(W, "W"), given(b, "b")
    terms = [close(weight * x + bias - y).named() ** 2 for x, y in zip(entries(X, "X"), entries(Y, "Y"), strict=True)]
    cost = mean_of(terms).to(".3f")
    total, lengths = float(losses.sum()), float(np.abs(errors).sum())
    best_W = float(((Y - b) * X).sum() / (X**2).sum())
    best_b = float((Y - W * X).mean())
    lowest_W, lowest_b = (float(((one * X + other - Y) ** 2).mean()) for one, other in ((best_W, b), (W, best_b)))
    readouts = {
        "cost": Readout.of(cost, COST, ".3f", Role.LOSS),
        "losses": Readout(losses, Text(en="squares", ko="제곱"), ".2f", role=Role.LOSS),
        "errors": Readout(errors, Text(en="errors", ko="오차"), "+.2f", role=Role.LOSS),
        "largest": Readout(float(losses.max()), LOSS, ".2f", role=Role.LOSS),
        "share": Readout(100 * float(losses.max()) / total if total else 0.0, "%", ".0f", role=Role.LOSS),
        "low_enough": Readout(cost.value < GOAL, Text(en="cost below 0.1", ko="비용이 0.1보다 작음")),
        "floor_of_b": Readout(
            cost.value <= lowest_W + SLACK, Text(en="as low as this b allows", ko="이 b에서 가장 낮음")
        ),
        "floor_of_W": Readout(
            cost.value <= lowest_b + SLACK, Text(en="as low as this W allows", ko="이 W에서 가장 낮음")
        ),
        # What likely slips give.
        "share_of_lengths": Readout(100 * float(np.abs(errors).max()) / lengths if lengths else 0.0, "%", ".0f"),
        "a_third": Readout(100 / M, "%", ".0f"),
    }
    above = Figure(
        (_map(), Mark(W, b, Role.MODEL, Text(en="you", ko="지금"), "●", part="point")),
        Text(
            en=f"The cost over W and b, a long slanting hollow; at W = {number(W)}, b = {number(b)} it is "
            f"{cost.value:.3f}.",
            ko=f"W와 b에 따른 비용, 비스듬하고 긴 웅덩이. W = {number(W)}, b = {number(b)}에서는 {cost.value:.3f}.",
        ),
        Axis("W", *W_RANGE, (-1, 0, 1, 2, 3)),
        Axis("b", *B_RANGE, (-2, 0, 2, 4)),
    )
    left = _line(W, b, errors, losses)
    alt = Text(
        en=f"Left, {left.alt('en')} Their squares: {', '.join(map(number, losses))}. Right, {above.alt('en')}",
        ko=f"왼쪽: {left.alt('ko')} 그 제곱은 {', '.join(map(number, losses))}. 오른쪽: {above.alt('ko')}",
    )
    return Result(readouts, (Panels((left, above), alt),), shows=("errors", "losses", "cost"))
