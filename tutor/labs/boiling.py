"""Linear regression on real measurements: how hot water gets before it boils, and how thick the air is there."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from tutor.figure import Axis, Figure, Guide, Heat, Line, Mark, Place, Points, Role, Segments
from tutor.lab import Readout, Result, Slider, Timeline, Toggle, lab
from tutor.labs.forbes import measurements
from tutor.labs.regression import bowl_heat
from tutor.language import Text
from tutor.nn.regression import cost, curvatures, descend, gradient, hypothesis, least_squares, standardise
from tutor.working import given

DEGREES = (89.0, 101.0)
PRESSURES = (650.0, 1050.0)
UPDATES = 50
RAW_W, RAW_B = (-10.0, 50.0), (-3000.0, 1000.0)
STANDARD_W, STANDARD_B = (-900.0, 1100.0), (-50.0, 1050.0)
"""Wide enough that on a screen the round bowl looks round."""
ENOUGH = 0.01
"""A walk counts as finished when a hundredth of the way is left."""

COST = Text(en="cost", ko="비용(cost)")
PRESSURE = Text(en="pressure, hPa", ko="기압(hPa)")
BOILING = Text(en="boiling point, °C", ko="끓는점(°C)")
CELSIUS = Slider(
    95.0,
    low=90.0,
    high=100.0,
    step=0.5,
    label="x",
    role=Role.GIVEN,
    help=Text(en="the temperature at which water boils, in °C", ko="물이 끓는 온도(°C)"),
)
SHARE = Slider(
    0.25,
    low=0.05,
    high=1.05,
    step=0.05,
    label=Text(en="α / limit", ko="α / 한계"),
    role=Role.OTHER,
    help=Text(
        en="the learning rate as a share of the one that just diverges", ko="발산하기 시작하는 학습률의 몇 배인지"
    ),
)
UPDATE = Timeline(0, last=UPDATES, per_second=6, unit=Text(en="updates", ko="번"), label=Text(en="update", ko="갱신"))


def _data_figure(W: float, b: float, *, centred: bool, extra: tuple[Mark, ...] = (), reveals: bool = False) -> Figure:
    """Return the measurements and the line W·x + b; with `centred`, x in the line is the standardised temperature."""
    x, y = measurements()
    ends = np.array(DEGREES)
    drawn = hypothesis((ends - x.mean()) / x.std() if centred else ends, W, b)
    at = hypothesis(standardise(x) if centred else x, W, b)
    return Figure(
        (
            Segments(x, y, x, at, Role.LOSS, reveals=reveals),
            Line(ends, drawn, Role.MODEL, "H(x)", reveals=reveals),
            Points(x, y, label=Text(en="measured", ko="측정값")),
            *extra,
        ),
        Text(
            en=f"{len(x)} measurements of boiling point and pressure, and a line that says {drawn[0]:.0f} hPa at "
            f"{DEGREES[0]:.0f} °C and {drawn[1]:.0f} hPa at {DEGREES[1]:.0f} °C.",
            ko=f"끓는점과 기압을 잰 {len(x)}개의 점과, {DEGREES[0]:.0f} °C에서 {drawn[0]:.0f} hPa, "
            f"{DEGREES[1]:.0f} °C에서 {drawn[1]:.0f} hPa라고 하는 직선.",
        ),
        Axis(BOILING, *DEGREES),
        Axis(PRESSURE, *PRESSURES),
    )


@lab(x=CELSIUS, reads=(least_squares, hypothesis))
def kettle(x: float) -> Result:
    """Forbes' measurements, and what the line of smallest cost says for one more kettle."""
    temperatures, pressures = measurements()
    W, b = least_squares(temperatures, pressures)
    predicted = W * x + b
    figure = _data_figure(
        W, b, centred=False, extra=(Mark(x, predicted, Role.MODEL, f"{predicted:.0f}", reveals=True),), reveals=True
    )
    figure = Figure(
        (*figure.layers[:2], Guide("x", x, Role.GIVEN), *figure.layers[2:]),
        Text(
            en=f"{len(temperatures)} measurements: the hotter water boils, the higher the pressure. Asked at {x:g} °C.",
            ko=f"측정값 {len(temperatures)}개. 물이 뜨겁게 끓을수록 기압이 높음. 묻는 곳은 {x:g} °C.",
        ),
        figure.x,
        figure.y,
        Text(en="boiling point and pressure", ko="끓는점과 기압"),
        {"predicted": Place("y", x)},
    )
    readouts = {
        "predicted": Readout(predicted, Text(en="pressure (hPa)", ko="기압(hPa)"), ".0f", code="W * x + b"),
        "W": Readout(W, Text(en="hPa per degree", ko="1도당 hPa"), ".1f"),
        "b": Readout(b, Text(en="hPa at 0 degrees", ko="0도에서의 hPa"), ".1f"),
        "lowest": Readout(
            float(pressures.min()), Text(en="lowest measured", ko="가장 낮은 측정값"), ".0f", role=Role.GIVEN
        ),
        "highest": Readout(
            float(pressures.max()), Text(en="highest measured", ko="가장 높은 측정값"), ".0f", role=Role.GIVEN
        ),
        "sea_level": Readout(1013.25, Text(en="standard pressure at sea level", ko="해수면의 표준 기압"), ".0f"),
        "m": Readout(len(temperatures), "m", "d", role=Role.GIVEN),
    }
    return Result(readouts, (figure,), shows=("predicted",))


@lru_cache(maxsize=2)
def _bowl(standardised: bool) -> Heat:
    x, y = measurements()
    if standardised:
        return bowl_heat(standardise(x), y, STANDARD_W, STANDARD_B)
    return bowl_heat(x, y, RAW_W, RAW_B)


def updates_until_enough(alpha: float, flattest: float, steepest: float) -> float:
    """Return after how many updates a hundredth of the way is left, along the direction that takes longest."""
    shrinks_by = max(abs(1 - alpha * flattest), abs(1 - alpha * steepest))
    if shrinks_by > 1 - 1e-12:
        return float("inf")
    return max(1.0, float(np.ceil(np.log(ENOUGH) / np.log(max(shrinks_by, 1e-9)))))


@lab(
    standardised=Toggle(
        False,
        label=Text(en="standardise x", ko="x 표준화"),
        role=Role.GIVEN,
        help=Text(en="takes off the mean of x and divides by its spread", ko="x에서 평균을 빼고 표준편차로 나눕니다"),
    ),
    share=SHARE,
    update=UPDATE,
    reads=(standardise, descend, gradient, curvatures),
)
def scales(standardised: bool, share: float, update: int) -> Result:
    """The same descent on the same measurements, with x as it was measured and with x standardised."""
    measured, y = measurements()
    x = standardise(measured) if standardised else measured
    flattest, steepest = curvatures(x)
    alpha = share * 2 / steepest
    path = descend(0.0, 0.0, x, y, alpha, update)
    W, b = map(float, path[-1])
    best_W, best_b = least_squares(x, y)
    here = float(cost(W, b, x, y))
    needed = updates_until_enough(alpha, flattest, steepest)
    seen = np.where(np.abs(path) < 1e5, path, np.nan)
    W_range, b_range = (STANDARD_W, STANDARD_B) if standardised else (RAW_W, RAW_B)
    readouts = {
        "W": Readout(W, "W"),
        "b": Readout(b, "b"),
        "best_W": Readout(best_W, Text(en="W of the smallest cost", ko="비용이 가장 작은 W"), role=Role.RIGHT),
        "best_b": Readout(best_b, Text(en="b of the smallest cost", ko="비용이 가장 작은 b"), role=Role.RIGHT),
        "cost": Readout(here, COST, ",.0f", role=Role.LOSS),
        "alpha": Readout(alpha, "α", ".2g", role=Role.OTHER),
        "coldest": Readout(float(measured.min()), Text(en="lowest x", ko="가장 작은 x"), ".0f", role=Role.GIVEN),
        "hottest": Readout(float(measured.max()), Text(en="highest x", ko="가장 큰 x"), ".0f", role=Role.GIVEN),
        "ratio": Readout(steepest / flattest, Text(en="steepest bend / flattest", ko="가장 굽은 / 평평한"), ",.0f"),
        "needed": Readout(needed, Text(en="updates needed", ko="필요한 갱신 수"), ",.0f", role=Role.LOSS),
    }
    from_above = Figure(
        (
            _bowl(standardised),
            Segments(seen[:-1, 0], seen[:-1, 1], seen[1:, 0], seen[1:, 1], Role.MODEL, reveals=True),
            Mark(best_W, best_b, Role.RIGHT, Text(en="minimum", ko="최저점"), "✓"),
            Mark(W, b, Role.MODEL, mark="●"),
        ),
        Text(
            en=f"The cost over W and b from above. After {update} updates the path is at ({W:.1f}, {b:.1f}); "
            f"the minimum is at ({best_W:.1f}, {best_b:.1f}).",
            ko=f"위에서 본 W와 b에 따른 비용. {update}번 갱신한 뒤 ({W:.1f}, {b:.1f}), "
            f"최저점은 ({best_W:.1f}, {best_b:.1f}).",
        ),
        Axis("W", *W_range),
        Axis("b", *b_range),
        Text(en="the bowl from above", ko="위에서 본 그릇"),
    )
    note: Text | str = ""
    if share >= 1:
        note = Text(en="At this rate the path does not come to rest.", ko="이 학습률로는 길이 가라앉지 않습니다.")
    return Result(
        readouts,
        (from_above, _data_figure(W, b, centred=standardised)),
        shows=("W", "b", "cost", "alpha"),
        note=note,
    )


@lab(x=CELSIUS, share=SHARE, update=UPDATE, reads=(standardise, hypothesis, cost, gradient, descend, least_squares))
def recipe(x: float, share: float, update: int) -> Result:
    """The whole recipe on the measurements: standardise, hypothesis, cost, descent; then a prediction."""
    measured, y = measurements()
    mean, spread = float(measured.mean()), float(measured.std())
    standard = standardise(measured)
    alpha = share * 2 / curvatures(standard)[1]
    path = descend(0.0, 0.0, standard, y, alpha, update)
    W, b = map(float, path[-1])
    costs = cost(path[:, 0], path[:, 1], standard, y)
    dW, db = gradient(W, b, standard, y)
    least_W, least_b = least_squares(measured, y)
    x_standard = (given(x, "x") - given(mean, "mean", 4)) / given(spread, "spread", 4)
    prediction = given(W, "W") * x_standard.named("x_standard", 4) + given(b, "b")
    z, predicted = x_standard.value, prediction.value
    readouts = {
        "x_standard": Readout.of(x_standard, Text(en="x standardised", ko="표준화한 x"), ".2f", Role.GIVEN),
        "mean": Readout(mean, Text(en="mean of x", ko="x의 평균"), role=Role.GIVEN),
        "spread": Readout(spread, Text(en="standard deviation of x", ko="x의 표준편차"), role=Role.GIVEN),
        "mean_y": Readout(float(y.mean()), Text(en="mean of y", ko="y의 평균"), ".1f", role=Role.GIVEN),
        "W": Readout(W, "W"),
        "b": Readout(b, "b", ".1f"),
        "alpha": Readout(alpha, "α", ".2g", role=Role.OTHER),
        "dW": Readout(dW, Text(en="slope by W", ko="W에 대한 기울기"), role=Role.OTHER),
        "db": Readout(db, Text(en="slope by b", ko="b에 대한 기울기"), role=Role.OTHER),
        "cost": Readout(float(costs[-1]), COST, ",.1f", role=Role.LOSS),
        "predicted": Readout.of(prediction.to(0), Text(en="prediction (hPa)", ko="예측(hPa)"), ".0f"),
        "per_degree": Readout.of(
            given(W, "W") / given(spread, "spread", 4), Text(en="hPa per degree", ko="1도당 hPa"), ".1f"
        ),
        "least_W": Readout(least_W, Text(en="closed form, hPa per degree", ko="닫힌 식의 1도당 hPa"), ".1f"),
        "least_predicted": Readout(least_W * x + least_b, Text(en="closed form (hPa)", ko="닫힌 식(hPa)"), ".0f"),
        # What likely slips give.
        "only_centred": Readout(x - mean),
        "only_divided": Readout(x / spread),
        "by_variance": Readout((x - mean) / spread**2),
        "turned": Readout(-z),
        "with_raw_x": Readout(W * x + b, format=".0f"),
        "without_b": Readout(W * z, format=".0f"),
        "mean_only": Readout(b, format=".0f"),
    }
    curve = Figure(
        (Line(np.arange(len(costs), dtype=float), np.log10(costs), Role.LOSS),),
        Text(
            en=f"The cost after each update, in powers of ten: from {costs[0]:.3g} to {costs[-1]:.3g}.",
            ko=f"갱신할 때마다의 비용(10의 거듭제곱으로). {costs[0]:.3g}에서 {costs[-1]:.3g}까지.",
        ),
        Axis(Text(en="update", ko="갱신"), 0, UPDATES),
        Axis("", 0, 6),
        Text(en="log10 of the cost", ko="비용의 log10"),
    )
    mark = Mark(x, predicted, Role.MODEL, f"{predicted:.0f}")
    return Result(
        readouts,
        (_data_figure(W, b, centred=True, extra=(mark,)), curve),
        shows=("W", "b", "cost", "predicted"),
    )
