"""The cost function: the squared error of a line on three points, and its mean."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import numpy as np

from tutor.figure import Axis, Bars, Figure, Guide, Heat, Line, Mark, Place, Points, Role, Segments
from tutor.lab import Choice, Readout, Result, Slider, Timeline, lab
from tutor.labs.plane import cell_centres
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.nn.losses import mean_squared_error, squared_error
from tutor.working import Expression, close, entries, given, mean_of, size_of, step, sum_of
from tutor.written import number

X: Array = np.array([1.0, 2.0, 3.0])
Y: Array = np.array([1.0, 2.0, 3.0])

WORKED_OUT = (1.0, 0.0, 2.0)
"""The W whose costs the deck works out, in its order."""

LOW, HIGH, STEP = -1.0, 3.0, 0.05
"""From where to where W goes, and in which steps."""

COST = Text(en="cost", ko="비용(cost)")
LOSS = Text(en="loss", ko="손실(loss)")
DATA = Text(en="data", ko="데이터")

UPWARDS = Axis("y", -1, 7, (0, 2, 4, 6))
STRETCHED = Axis("y", 0, 6, (0, 2, 4, 6))
"""For lines from W = 0 to W = 2: tall enough that an error of 1 can be seen on a small chart."""


def _cost_of(W: Array, b: Array | float = 0.0) -> Array:
    """Return the cost of every pair of W and b on the three points; any shape."""
    errors = W[..., None] * X + np.asarray(b)[..., None] - Y  # (..., m)
    return np.asarray((errors**2).mean(axis=-1))


def _sum_of_squares(W: float, b: float | None) -> Expression:
    """Return (0·1-1)² + (0·2-2)² + (0·3-3)², or with a bias (2·1+1-1)² + …"""
    weight, bias = given(W, "W"), None if b is None else given(b, "b")
    products = [weight * x for x in entries(X, "X")]
    lines = products if bias is None else [product + bias for product in products]
    return sum_of(close(H - y) ** 2 for H, y in zip(lines, entries(Y, "Y"), strict=True)).to(4)


def _cost_readouts(W: float, b: float = 0.0, *, with_bias: bool = False) -> dict[str, Readout]:
    """Return the cost and everything that is worked out on the way, and the numbers that likely mistakes give."""
    H = W * X + b
    errors = H - Y
    losses = squared_error(H, Y)
    m = len(X)
    squares = _sum_of_squares(W, b if with_bias else None)
    return {
        "cost": Readout.of((step(squares) / m).to(".2f"), COST, role=Role.LOSS),
        "losses": Readout(losses, LOSS, "g", role=Role.LOSS),
        "H": Readout(H, "H(x)", "g"),
        "errors": Readout(errors, Text(en="error", ko="오차(error)"), "g", role=Role.LOSS),
        "X": Readout(X, "x", "g", role=Role.GIVEN),
        "Y": Readout(Y, "y", "g", role=Role.GIVEN),
        "m": Readout(float(m), "m", "g", role=Role.GIVEN),
        "mean_y": Readout(float(Y.mean()), Text(en="mean of y", ko="y의 평균"), "g", role=Role.GIVEN),
        "sum_of_squares": Readout.of(squares, Text(en="sum of the losses", ko="손실의 합"), "g", Role.LOSS),
        "mean_absolute_error": Readout(
            float(np.abs(errors).mean()), Text(en="mean size of the error", ko="오차 크기의 평균")
        ),
        "mean_error": Readout(float(errors.mean()), Text(en="mean error", ko="오차의 평균")),
        "mean_error_squared": Readout(
            float(errors.mean() ** 2), Text(en="square of the mean error", ko="오차 평균의 제곱")
        ),
        "sum_then_square": Readout(
            float(errors.sum() ** 2) / m, Text(en="square of the sum, divided by m", ko="합을 제곱해 m으로 나눈 값")
        ),
        "cost_without_b": Readout(float(_cost_of(np.array(W))), Text(en="cost with b left out", ko="b를 뺀 비용")),
    }


def _line_on_data(W: float, b: float = 0.0, *, upwards: Axis = UPWARDS) -> Figure:
    """Return the three points, the line, and each residual between them."""
    ends = np.array([0.0, 3.5])
    H = W * X + b
    line = "H(x) = Wx" if b == 0 else "H(x) = Wx + b"
    return Figure(
        layers=(
            Segments(X, Y, X, H, Role.LOSS, Text(en="error", ko="오차")),
            Line(ends, W * ends + b, Role.MODEL, line),
            Points(X, Y, Role.GIVEN, DATA),
        ),
        alt=Text(
            en=f"Three points on the diagonal and the line {number(W)}·x + {number(b)}; its predictions there are "
            f"{', '.join(map(number, H))}.",
            ko=f"대각선 위의 세 점과 직선 {number(W)}·x + {number(b)}. 세 점에서의 예측은 "
            f"{', '.join(map(number, H))}입니다.",
        ),
        x=Axis("x", 0, 3.5, (0, 1, 2, 3)),
        y=upwards,
        title=Text(en="the line and its errors", ko="직선과 오차"),
    )


def _cost_over(W: float, known: Array, path: Array | None = None) -> Figure:
    """Return the cost over W: the places that are known, the point at W, and the curve along `path`, if there is one.

    The lesson asks for the cost at one W after the other, so there the curve would give the next answers away.
    """
    cost = float(_cost_of(np.array(W)))
    curve = () if path is None else (Line(path, _cost_of(path), Role.LOSS, "cost(W)"),)
    written = ", ".join(
        f"{value:.2f} (W = {number(place)})" for place, value in zip(known, _cost_of(known), strict=True)
    )
    return Figure(
        layers=(
            *curve,
            Guide("x", W, Role.QUIET),
            Points(known, _cost_of(known), Role.LOSS, Text(en="worked out before", ko="앞에서 구한 비용"), "○"),
            Mark(W, cost, Role.MODEL, f"W = {number(W)}", reveals=True),
        ),
        alt=Text(
            en=f"At W = {number(W)} the cost is {cost:.2f}. Worked out before: {written or 'none'}.",
            ko=f"W = {number(W)}에서 비용은 {cost:.2f}입니다. 앞에서 구한 비용: {written or '없음'}.",
        ),
        x=Axis("W", LOW, HIGH, (-1, 0, 1, 2, 3)),
        y=Axis(COST, 0, 20, (0, 5, 10, 15, 20)),
        title=Text(en="the cost as W moves", ko="W에 따른 비용"),
        places={"cost": Place("y", W)},
    )


WEIGHT = Slider(0.5, low=LOW, high=HIGH, step=STEP, help=Text(en="tilts the line", ko="직선의 기울기를 바꿉니다"))


@lab(W=WEIGHT, reads=(squared_error, mean_squared_error))
def mse(W: float) -> Result:
    """The cost of H(x) = Wx on (1, 1), (2, 2), (3, 3), beside those that were worked out before it."""
    readouts = _cost_readouts(W)
    # The bowl is even about its lowest point at 1: the other W with the same cost lies as far on the other side.
    readouts |= {
        "mirror": Readout.of(1 + (1 - given(W, "W")), Text(en="the other W with this cost", ko="비용이 같은 다른 W")),
        "minus_W": Readout(-W, "-W"),
        "distance": Readout(abs(W - 1), Text(en="distance from the lowest point", ko="가장 낮은 곳에서 떨어진 거리")),
        "weight": Readout(W, "W"),
    }
    before = WORKED_OUT[: WORKED_OUT.index(W)] if W in WORKED_OUT else WORKED_OUT
    drawings = (_line_on_data(W, upwards=STRETCHED), _cost_over(W, np.array(before)))
    return Result(readouts, drawings, shows=("losses", "sum_of_squares", "cost"))


@lab(
    step=Timeline(
        0,
        last=round((HIGH - LOW) / STEP),
        per_second=16,
        unit=Text(en="steps", ko="걸음"),
        label="W",
        help=Text(en="moves W from left to right", ko="W를 왼쪽에서 오른쪽으로 옮깁니다"),
    ),
    reads=(mean_squared_error,),
)
def sweep(step: int) -> Result:
    """W goes from -1 to 3 and leaves the cost behind it as a curve."""
    W = round(LOW + step * STEP, 10)
    readouts = _cost_readouts(W)
    readouts["W"] = Readout(W, "W")
    path = np.linspace(LOW, W, 1 + max(1, step))
    return Result(readouts, (_line_on_data(W), _cost_over(W, np.array(WORKED_OUT), path)), shows=("W", "cost"))


SAMPLES = {str(place): f"({number(x)}, {number(y)})" for place, (x, y) in enumerate(zip(X, Y, strict=True), start=1)}


@lab(
    W=Slider(0.5, low=0, high=2, step=0.05, help=Text(en="tilts the line", ko="직선의 기울기를 바꿉니다")),
    sample=Choice("3", options=SAMPLES, label=Text(en="sample", ko="샘플"), role=Role.GIVEN),
    reads=(squared_error,),
)
def one_sample(W: float, sample: str) -> Result:
    """The loss of one sample: the line's error there, squared."""
    i = int(sample) - 1
    x, y = given(X[i], "x"), given(Y[i], "y")
    prediction = given(W, "W") * x
    off = prediction - y
    squared = (step(close(off)) ** 2).to(".2f")
    H, error, loss = prediction.value, off.value, squared.value
    losses = squared_error(W * X, Y)
    readouts = {
        "loss": Readout.of(squared, LOSS, role=Role.LOSS),
        "H": Readout.of(prediction, "H(x)", "g"),
        "error": Readout.of(close(prediction.named("H") - y), Text(en="error", ko="오차(error)"), "g"),
        "x": Readout(x.value, "x", "g", role=Role.GIVEN),
        "y": Readout(y.value, "y", "g", role=Role.GIVEN),
        "losses": Readout(losses, Text(en="losses", ko="손실들"), "g", role=Role.LOSS),
        "error_size": Readout(abs(error), Text(en="size of the error", ko="오차의 크기"), "g"),
        "minus_error_size": Readout(-abs(error), Text(en="error below the point", ko="점보다 아래로 빗나간 오차"), "g"),
        "twice_the_error": Readout(2 * abs(error), Text(en="twice the error", ko="오차의 두 배"), "g"),
        "minus_loss": Readout(-loss, Text(en="loss with a minus", ko="부호가 바뀐 손실")),
        "loss_without_x": Readout((W - float(Y[i])) ** 2, Text(en="loss with x left out", ko="x를 빠뜨린 손실")),
        "cost": Readout(float(losses.mean()), COST),
    }
    ends = np.array([0.0, 3.5])
    fit = Figure(
        layers=(
            Line(ends, W * ends, Role.MODEL, "H(x) = Wx"),
            Segments(
                X[i : i + 1], Y[i : i + 1], X[i : i + 1], W * X[i : i + 1], Role.LOSS, Text(en="error", ko="오차")
            ),
            Points(X, Y, Role.GIVEN, DATA),
        ),
        alt=Text(
            en=f"The line {number(W)}·x says {number(H)} at x = {number(X[i])}, where the data says {number(Y[i])}.",
            ko=f"직선 {number(W)}·x의 예측은 x = {number(X[i])}에서 {number(H)}, 데이터는 {number(Y[i])}입니다.",
        ),
        x=Axis("x", 0, 3.5, (0, 1, 2, 3)),
        y=Axis("y", 0, 7, (0, 2, 4, 6)),
        title=Text(en="the line and one error", ko="직선과 오차 하나"),
    )
    bars = Figure(
        layers=(
            Bars(
                tuple(SAMPLES.values()),
                losses,
                Role.LOSS,
                tuple(Role.LOSS if place == i else Role.QUIET for place in range(len(X))),
            ),
        ),
        alt=Text(
            en=f"The losses of the three samples: {', '.join(map(number, losses))}.",
            ko=f"세 샘플의 손실은 차례로 {', '.join(map(number, losses))}입니다.",
        ),
        y=Axis(LOSS, 0, 9),
        title=Text(en="the loss of each sample", ko="샘플마다의 손실"),
    )
    return Result(readouts, (fit, bars), shows=("H", "error", "loss"))


@lab(
    W=WEIGHT,
    b=Slider(
        0.0, low=-2, high=2, step=0.05, format="+.2f", help=Text(en="lifts the line", ko="직선을 위아래로 옮깁니다")
    ),
    reads=(squared_error, mean_squared_error),
)
def line(W: float, b: float) -> Result:
    """The cost of H(x) = Wx + b on the three points, and where it lies on the bowl over W and b."""
    readouts = _cost_readouts(W, b, with_bias=True)
    cost = readouts["cost"].value
    # At a given b the cost is a parabola in W, lowest where its derivative, the mean of 2(Wx + b - y)x, is 0.
    best_W = float(((Y - b) * X).sum() / (X**2).sum())
    lowest = float(_cost_of(np.array(best_W), b))
    readouts |= {
        "best_W": Readout(best_W, Text(en="best W for this b", ko="이 b에서 가장 좋은 W")),
        "lowest_cost": Readout(lowest, Text(en="lowest cost for this b", ko="이 b에서 가장 낮은 비용")),
        # Half a step of the slider away from the best W, the cost is (14/3)·0.025² = 0.003 above the lowest.
        "as_low_as_b_allows": Readout(
            cost <= lowest + 0.004, Text(en="as low as this b allows", ko="이 b에서 가장 낮음")
        ),
        "too_steep": Readout(best_W < W, Text(en="W above the best", ko="가장 좋은 값보다 큰 W")),
        "too_flat": Readout(best_W > W, Text(en="W below the best", ko="가장 좋은 값보다 작은 W")),
    }
    Ws, bs = np.meshgrid(cell_centres((LOW, HIGH), 61), cell_centres((-2, 2), 41))
    bowl = Figure(
        layers=(
            Heat(np.minimum(_cost_of(Ws, bs), 8), (LOW, HIGH), (-2, 2), (0, 8), boundary=None, label=COST),
            Mark(1, 0, Role.RIGHT, Text(en="lowest", ko="최소"), "✓"),
            Mark(W, b, Role.MODEL, Text(en="you are here", ko="지금 여기")),
        ),
        alt=Text(
            en=f"The cost over W and b is a long, slanting valley, lowest at W = 1, b = 0. At W = {number(W)}, "
            f"b = {number(b)} it is {cost:.2f}.",
            ko=f"W와 b에 따른 비용은 비스듬하고 긴 골짜기이고 W = 1, b = 0에서 가장 낮습니다. W = {number(W)}, "
            f"b = {number(b)}에서는 {cost:.2f}입니다.",
        ),
        x=Axis("W", LOW, HIGH, (-1, 0, 1, 2, 3)),
        y=Axis("b", -2, 2, (-2, -1, 0, 1, 2)),
        title=Text(en="the cost over W and b", ko="W와 b에 따른 비용"),
    )
    return Result(readouts, (_line_on_data(W, b), bowl), shows=("losses", "cost"))


ACTUAL: Array = np.array([18.0, 21.0, 17.0])
ERRORS = {"A": np.array([6.0, -6.0, 0.0]), "B": np.array([2.0, 2.0, 2.0])}
"""How far the two weather apps were off, on three days."""


@lab(
    measure=Choice(
        "plain",
        options={
            "plain": Text(en="mean error", ko="오차의 평균"),
            "absolute": Text(en="mean size of the error", ko="오차 크기의 평균"),
            "squared": Text(en="mean squared error", ko="오차 제곱의 평균"),
        },
        label=Text(en="measure", ko="재는 법"),
        role=Role.LOSS,
    ),
    reads=(mean_squared_error,),
)
def two_apps(measure: str) -> Result:
    """Two weather apps over three days, scored by the mean of their errors, of their sizes or of their squares."""
    taken: Mapping[str, Callable[[Expression], Expression]] = {
        "plain": lambda error: error,
        "absolute": size_of,
        "squared": lambda error: error**2,
    }
    readouts = {}
    for app, errors in ERRORS.items():
        scored = [taken[measure](error) for error in entries(errors, f"errors_{app}")]
        label = Text(en=f"score of {app}", ko=f"{app}의 점수")
        readouts[f"score_{app}"] = Readout.of(mean_of(scored).to(".2f"), label, role=Role.LOSS)
    scores = {app: readouts[f"score_{app}"].value for app in ERRORS}
    readouts |= {
        "actual": Readout(ACTUAL, Text(en="temperature", ko="기온"), "g", role=Role.GIVEN),
        "errors_A": Readout(ERRORS["A"], Text(en="errors of A", ko="A의 오차"), "+g"),
        "errors_B": Readout(ERRORS["B"], Text(en="errors of B", ko="B의 오차"), "+g"),
        "said_A": Readout(ACTUAL + ERRORS["A"], Text(en="A said", ko="A의 예보"), "g", role=Role.MODEL),
        "said_B": Readout(ACTUAL + ERRORS["B"], Text(en="B said", ko="B의 예보"), "g", role=Role.OTHER),
    }
    days = np.array([1.0, 2.0, 3.0])
    weather = Figure(
        layers=(
            Points(days - 0.15, ACTUAL + ERRORS["A"], Role.MODEL, Text(en="app A", ko="앱 A"), "▲"),
            Points(days + 0.15, ACTUAL + ERRORS["B"], Role.OTHER, Text(en="app B", ko="앱 B"), "■"),
            Points(days, ACTUAL, Role.GIVEN, Text(en="how warm it was", ko="실제 기온")),
        ),
        alt=Text(
            en="Three days: app A is far too warm, far too cold, then exact; app B is two degrees too warm each day.",
            ko="사흘 동안 앱 A는 훨씬 높게, 훨씬 낮게, 그리고 정확하게 예보했고, 앱 B는 날마다 2도 높게 예보했습니다.",
        ),
        x=Axis(Text(en="day", ko="날"), 0.5, 3.5, (1, 2, 3)),
        y=Axis("°C", 14, 25, (15, 20, 25)),
        title=Text(en="three days of forecasts", ko="사흘의 예보"),
    )
    bars = Figure(
        layers=(
            Bars(
                (Text(en="app A", ko="앱 A"), Text(en="app B", ko="앱 B")),
                np.array(list(scores.values())),
                Role.LOSS,
                reveals=True,
            ),
        ),
        alt=Text(
            en=f"The score of app A is {scores['A']:.2f}, of app B {scores['B']:.2f}.",
            ko=f"점수는 앱 A {scores['A']:.2f}, 앱 B {scores['B']:.2f}입니다.",
        ),
        y=Axis("", 0, 26),
        title=Text(en="score: nearer to 0 is better", ko="점수: 0에 가까울수록 좋음"),
    )
    return Result(readouts, (weather, bars), shows=("score_A", "score_B"))
