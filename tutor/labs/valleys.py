"""The same line, the same data, the same learning rate: one walk with x as it was measured, one with x standardised."""

from __future__ import annotations

import math
from functools import cache

import numpy as np

from tutor.figure import Axis, Figure, Heat, Hops, Mark, Panels, Role
from tutor.lab import Readout, Result, Slider, Timeline, lab
from tutor.labs.plane import cell_centres
from tutor.language import MINUS, Text
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array
from tutor.nn.regression import cost, curvatures, descend, gradient, least_squares, standardise
from tutor.working import given
from tutor.written import number

X: Array = np.array([1.0, 2.0, 3.0])
Y: Array = np.array([1.0, 2.0, 3.0])
START_W, START_B = -0.5, 2.4
"""Where the walk begins with x as it was measured: the line that both begin with."""
UPDATES = 60
MOST = 400
"""Updates after which no more is counted."""
ENOUGH = 0.001
"""The cost below which a walk has arrived."""
SPAN_W, SPAN_B = 5.2, 3.7
"""What is seen of W and b: about as wide to high as a half of a wide screen, so that what is round looks round."""
LEVELS = (0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
FAR = 1e6


class Valley(NamedTuple):
    """One of the two maps."""

    x: Array
    start: tuple[float, float]
    low: tuple[float, float]
    """The least W and the least b that are seen."""

    @property
    def ranges(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """What is seen of W, and of b."""
        return (self.low[0], self.low[0] + SPAN_W), (self.low[1], self.low[1] + SPAN_B)


RAW = Valley(X, (START_W, START_B), (-1.6, -1.0))
# The same line: W·x + b = (W·std)·x_std + (b + W·mean).
STANDARD = Valley(standardise(X), (START_W * float(X.std()), START_B + START_W * float(X.mean())), (-1.78, 0.15))


@cache
def _map(standardised: bool) -> Heat:
    valley = STANDARD if standardised else RAW
    W_range, b_range = valley.ranges
    W, b = cell_centres(W_range, 61), cell_centres(b_range, 61)
    z = cost(W[None, :], b[:, None], valley.x, Y)
    return Heat(z, W_range, b_range, (0.003, 20.0), None, "", levels=LEVELS, log=True, edge="rings")


def _whole(low: float, high: float) -> tuple[float, ...]:
    """Return the whole numbers from low to high."""
    return tuple(map(float, range(math.ceil(low), math.floor(high) + 1)))


def _figure(standardised: bool, path: Array, update: int, title: Text) -> Figure:
    valley = STANDARD if standardised else RAW
    W_range, b_range = valley.ranges
    seen = np.clip(np.nan_to_num(path, nan=FAR), -FAR, FAR)
    W, b = path[update]
    best = least_squares(valley.x, Y)
    return Figure(
        (
            _map(standardised),
            Mark(*best, Role.RIGHT, mark="✓", part="minimum"),
            Hops(seen[:, 0], seen[:, 1], Role.MODEL, mark="■", shown=update + 1, reveals=True, part="walks"),
        ),
        Text(
            en=f"{title('en')}: after {update} updates at W = {W:.2f}, b = {b:.2f}; the minimum is at "
            f"({best[0]:.2f}, {best[1]:.2f}).",
            ko=f"{title('ko')}: {update}번 갱신한 뒤 W = {W:.2f}, b = {b:.2f}. "
            f"최저점은 ({best[0]:.2f}, {best[1]:.2f}).",
        ),
        Axis("W", *W_range, _whole(*W_range)),
        Axis("b", *b_range, _whole(*b_range)),
        title,
        part="standardised" if standardised else "raw",
    )


def _arrival(valley: Valley, alpha: float) -> int | None:
    """Return after how many updates the cost is below `ENOUGH` for the first time, of the first `MOST`.

    Along each of its two directions the bowl multiplies the distance by 1 - alpha · bend at every update.
    """
    best = np.array(least_squares(valley.x, Y))
    bends = np.array([[(valley.x**2).mean(), valley.x.mean()], [valley.x.mean(), 1.0]])
    curvature, directions = np.linalg.eigh(bends)
    distance = directions.T @ (np.array(valley.start) - best)  # (2, 2) @ (2,) -> (2,)
    with np.errstate(all="ignore"):
        left = distance * (1 - alpha * curvature) ** np.arange(MOST + 1)[:, None]  # (updates, 2)
        costs = (curvature * left**2).sum(axis=1) / 2
    there = np.flatnonzero(costs < ENOUGH)
    return int(there[0]) if there.size else None


@lab(
    alpha=Slider(
        0.1,
        low=0.02,
        high=1.2,
        step=0.02,
        label="α",
        role=Role.OTHER,
        help=Text(en="the learning rate of both walks", ko="두 길의 학습률"),
    ),
    update=Timeline(
        0, last=UPDATES, per_second=5, unit=Text(en="updates", ko="번"), label=Text(en="update", ko="갱신")
    ),
    reads=(standardise, descend, gradient, cost, curvatures),
)
def valleys(alpha: float, update: int) -> Result:
    """Gradient descent from the same line with the same α: x as measured at the left, standardised at the right."""
    paths = [descend(*one.start, one.x, Y, alpha, UPDATES) for one in (RAW, STANDARD)]
    costs = [
        float(cost(path[update, 0], path[update, 1], one.x, Y))
        for path, one in zip(paths, (RAW, STANDARD), strict=True)
    ]
    arrivals = [_arrival(one, alpha) for one in (RAW, STANDARD)]
    flattest, steepest = curvatures(X)
    rate = given(alpha, "alpha")
    across = (1 - rate * given(steepest, "steepest", 3)).to(".2f")
    round_ = (1 - rate * given(1.0)).to(".2f")
    raw, standard = arrivals
    found = [one for one in arrivals if one is not None]
    quick = bool(found) and min(found) <= 20
    readouts = {
        "cost_raw": Readout(costs[0], Text(en="cost, measured x", ko="잰 그대로의 비용"), ".3g", role=Role.LOSS),
        "cost_standard": Readout(costs[1], Text(en="standardised", ko="표준화한 비용"), ".3g", role=Role.LOSS),
        "across": Readout.of(across, Text(en="across ×", ko="가로질러 ×"), ".2f"),
        "round": Readout.of(round_, Text(en="round ×", ko="둥근 쪽 ×"), ".2f"),
        "ratio": Readout(steepest / flattest, Text(en="steepest bend / flattest", ko="가장 굽은 / 평평한"), ".0f"),
        "border": Readout(2 / steepest, Text(en="α beyond which it diverges", ko="발산하기 시작하는 α"), ".2f"),
        "needs_raw": Readout(raw or MOST, Text(en="updates, measured", ko="잰 그대로의 갱신 수"), "d"),
        "needs_standard": Readout(standard or MOST, Text(en="updates, standardised", ko="표준화한 갱신 수"), "d"),
        "in_20": Readout(quick and update >= min(found), Text(en="in 20", ko="20번 안에")),
        "could_20": Readout(quick, Text(en="in 20, once they walk", ko="걷기만 하면 20번 안에")),
        "in_one": Readout(1 in found and update >= 1, Text(en="in one update", ko="한 번에")),
        "could_one": Readout(1 in found, Text(en="in one, once they walk", ko="걷기만 하면 한 번에")),
        "diverges": Readout(alpha * steepest > 2, Text(en="the long valley diverges", ko="긴 골짜기에서 발산함")),
    }
    measured, standardised = (", ".join(map(number, one.x)).replace("-", MINUS) for one in (RAW, STANDARD))
    titles = (
        Text(en=f"x as measured: {measured}", ko=f"잰 그대로의 x: {measured}"),
        Text(en=f"x standardised: {standardised}", ko=f"표준화한 x: {standardised}"),
    )
    parts = tuple(_figure(which, paths[which], update, titles[which]) for which in (False, True))
    alt = Text(
        en=f"Two maps of the cost over W and b, a long valley and a round one. {parts[0].alt('en')} "
        f"{parts[1].alt('en')}",
        ko=f"W와 b에 따른 비용의 지도 둘, 긴 골짜기와 둥근 골짜기. {parts[0].alt('ko')} {parts[1].alt('ko')}",
    )
    return Result(readouts, (Panels(parts, alt),), shows=("cost_raw", "cost_standard", "across", "round"))
