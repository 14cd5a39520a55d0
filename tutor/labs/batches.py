"""Mini-batches: the cost of a few samples beside the cost of all of them."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from tutor.figure import Axis, Figure, Guide, Line, Points, Role, Segments
from tutor.lab import Choice, Readout, Result, Slider, Timeline, lab
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.nn.losses import mean_squared_error, squared_error
from tutor.written import number

TWELVE_X: Array = np.arange(1, 13) / 4
TWELVE_Y: Array = TWELVE_X + np.array([0.4, -0.3, 0.2, -0.5, 0.6, -0.2, 0.3, -0.6, 0.5, -0.4, 0.1, -0.1])
"""Twelve samples near the line y = x."""


@cache
def batches(size: int) -> npt.NDArray[np.int_]:
    """Return which samples each of twelve mini-batches holds, (12, size). Every epoch deals out all twelve samples."""
    shuffle = np.random.default_rng(3)
    return np.concatenate([shuffle.permutation(12).reshape(-1, size) for _ in range(size)])


@lab(
    W=Slider(0.7, low=0.7, high=1.3, step=0.05, help=Text(en="tilts the line", ko="직선의 기울기를 바꿉니다")),
    size=Choice(
        "3",
        options={
            "1": Text(en="1 sample", ko="샘플 1개"),
            "3": Text(en="3, a mini-batch", ko="3개, 미니배치"),
            "12": Text(en="all 12", ko="12개 모두"),
        },
        label=Text(en="batch size", ko="배치 크기"),
        role=Role.GIVEN,
    ),
    batch=Timeline(0, last=11, per_second=2, unit=Text(en="batches", ko="배치"), label=Text(en="batch", ko="배치")),
    reads=(mean_squared_error,),
)
def mini_batch(W: float, size: str, batch: int) -> Result:
    """The cost of one mini-batch beside the cost of the whole set, at the same W."""
    members = batches(int(size))
    costs = squared_error(W * TWELVE_X, TWELVE_Y)[members].mean(axis=1)  # (batches, size) -> (batches,)
    full = mean_squared_error(W * TWELVE_X, TWELVE_Y)
    now = members[batch]
    rest = np.delete(np.arange(12), now)
    x, y = TWELVE_X[now], TWELVE_Y[now]
    readouts = {
        "batch_cost": Readout(
            float(costs[batch]),
            Text(en="cost of this batch", ko="이 배치의 비용"),
            role=Role.LOSS,
            code="((W * x - y)**2).mean()",
        ),
        "full_cost": Readout(
            full,
            Text(en="cost of all 12", ko="12개 전체의 비용"),
            role=Role.LOSS,
            code="mean_squared_error(W * TWELVE_X, TWELVE_Y)",
        ),
        "x": Readout(x, "x", role=Role.GIVEN),
        "y": Readout(y, "y", role=Role.GIVEN),
        "m": Readout(float(len(now)), "m", "g", role=Role.GIVEN),
        "epoch": Readout(float(1 + batch * len(now) // 12), Text(en="epoch", ko="에포크(epoch)"), "g"),
    }
    ends = np.array([0.0, 3.5])
    fit = Figure(
        layers=(
            Segments(x, y, x, W * x, Role.LOSS, Text(en="error", ko="오차")),
            Line(ends, W * ends, Role.MODEL, "H(x) = Wx"),
            Points(TWELVE_X[rest], TWELVE_Y[rest], Role.QUIET, Text(en="the rest", ko="나머지"), "○"),
            Points(x, y, Role.GIVEN, Text(en="batch", ko="배치")),
        ),
        alt=Text(
            en=f"Twelve points near the diagonal, {len(now)} of them in the batch, and the line {number(W)}·x.",
            ko=f"대각선 가까이에 있는 점 12개와 그중 배치에 든 {len(now)}개, 그리고 직선 {number(W)}·x.",
        ),
        x=Axis("x", 0, 3.5, (0, 1, 2, 3)),
        y=Axis("y", -0.5, 4, (0, 2, 4)),
        title=Text(en="the samples of this batch", ko="이 배치의 샘플"),
    )
    so_far = np.arange(batch + 1.0)  # counted from 0, as the timeline counts
    noise = Figure(
        layers=(
            Guide("y", full, Role.OTHER, Text(en="all 12", ko="12개 전체")),
            Points(so_far, costs[: batch + 1], Role.LOSS, Text(en="each batch", ko="배치마다")),
        ),
        alt=Text(
            en=f"The cost of each batch so far: {', '.join(f'{cost:.2f}' for cost in costs[: batch + 1])}. "
            f"That of all twelve is {full:.2f}.",
            ko=f"지금까지 배치마다의 비용: {', '.join(f'{cost:.2f}' for cost in costs[: batch + 1])}. "
            f"전체 비용은 {full:.2f}입니다.",
        ),
        x=Axis(Text(en="batch", ko="배치"), -1, 12, (0, 4, 8, 11)),
        y=Axis(Text(en="cost", ko="비용(cost)"), 0, 1.5, (0, 0.5, 1, 1.5)),
        title=Text(en="batch after batch, same W", ko="같은 W, 배치마다 다른 비용"),
    )
    return Result(readouts, (fit, noise), shows=("epoch", "batch_cost", "full_cost"))
