"""Binary cross-entropy: the table of eight, one sample on its curve, and three samples for pencil and paper."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np

from tutor.figure import Axis, Bars, Figure, Guide, Line, Mark, Place, Role
from tutor.lab import Choice, Readout, Result, Slider, Table, Vector, lab
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.nn.losses import SMALLEST, binary_cross_entropy, corrected_probability, log_loss
from tutor.working import entries, given, ln, product_of, signed, step, sum_of, then
from tutor.written import column, number

IDS = ("ID6", "ID1", "ID7", "ID8", "ID2", "ID3", "ID4", "ID5")
ACTUAL: Array = np.array([1.0, 1, 1, 0, 0, 1, 1, 0])
PREDICTED = (0.94, 0.90, 0.78, 0.56, 0.51, 0.47, 0.32, 0.10)
"""The deck's table of eight, in its order: 1 is a dog, 0 is a cat, and p is how sure the model is of a dog."""

LN10 = math.log(10)
"""ln(x) = 2.3026 · log10(x): what lies between the two logarithms."""

TARGET = 0.36
"""The loss to come under by moving one probability. Only ID4 has that much to give."""

TOP = 1.6
"""Where the chart of losses ends, the same for both logarithms, so that switching them can be seen."""

LOSS = Text(en="loss", ko="손실(loss)")
CORRECTED = Text(en="corrected", ko="보정한 확률")
COLUMNS = ("predicted", "corrected", "log", "mean")
LOGS = {"10": "log₁₀", "e": "ln"}
LOSS_CODE = {
    "10": "-(y * np.log10(p) + (1 - y) * np.log10(1 - p)).mean()",
    "e": "-(y * np.log(p) + (1 - y) * np.log(1 - p)).mean()",
}
"""The loss in Python."""


def _costs(p: Array, y: Array, base: str) -> dict[str, Readout]:
    """Return the loss of a set in both logarithms, the steps to it, and what likely mistakes would give.

    `base` is the logarithm that "loss", "logs" and their relatives are in.
    """
    m = len(y)
    corrected = corrected_probability(p, y)
    scale = LN10 if base == "10" else 1.0
    losses = log_loss(p, y) / scale
    loss_e = binary_cross_entropy(p, y)
    logs = -losses
    added = sum_of(entries(logs, "logs", ".4f"))
    mean = (step(-signed(added), ".4f") / given(m, "m")).to(".3f")
    loss, total = mean.value, -added.value
    return {
        "loss": Readout.of(mean, LOSS, ".3f", Role.LOSS, LOSS_CODE[base]),
        "loss_10": Readout(loss_e / LN10, Text(en="loss with log₁₀", ko="log₁₀으로 구한 손실"), ".3f", role=Role.LOSS),
        "loss_e": Readout.of(
            (given(LN10, "ln10", 4) * given(loss_e / LN10, "loss_10", 3)).to(".3f"),
            Text(en="loss with ln", ko="ln으로 구한 손실"),
            ".3f",
            Role.LOSS,
        ),
        "y": Readout(y, "y", "g", role=Role.GIVEN),
        "corrected": Readout(corrected, CORRECTED, ".2f", role=Role.RIGHT, code="np.where(y == 1, p, 1 - p)"),
        "logs": Readout(logs, LOGS[base], ".4f", role=Role.LOSS),
        "losses": Readout(losses, f"-{LOGS[base]}", ".4f", role=Role.LOSS),
        "m": Readout(float(m), "m", "g", role=Role.GIVEN),
        "sum_of_logs": Readout(-total, Text(en="sum of the logarithms", ko="로그의 합"), ".4f"),
        "sum_of_losses": Readout(total, Text(en="sum of the losses", ko="손실의 합"), ".3f"),
        "mean_log": Readout(-loss, Text(en="mean of the logarithms", ko="로그의 평균"), ".3f"),
        "ln10": Readout(LN10, "ln 10", ".4f"),
        "minus_loss_e": Readout(-loss_e, Text(en="ln, minus kept", ko="부호를 또 붙인 값"), ".3f"),
        "loss_10_over_ln10": Readout(
            loss_e / LN10**2, Text(en="divided instead of multiplied", ko="곱하지 않고 나눈 값"), ".3f"
        ),
        "uncorrected_loss": Readout(
            float(-np.log(p).mean() / scale), Text(en="loss without correcting", ko="보정하지 않은 손실"), ".3f"
        ),
        "product": Readout.of(
            product_of(entries(corrected, "corrected", ".2f")).to(".4f"),
            Text(en="all right at once", ko="모두 맞힐 확률"),
            ".4f",
        ),
    }


@lab(
    p=Vector(
        PREDICTED,
        low=0.02,
        high=0.99,
        step=0.01,
        names=IDS,
        label=Text(en="predicted probability", ko="예측 확률"),
        help=Text(en="how sure the model is of a dog", ko="모델이 개라고 확신하는 정도입니다"),
    ),
    columns=Choice(
        "mean",
        options={
            "predicted": Text(en="predictions", ko="예측까지"),
            "corrected": Text(en="and corrected", ko="보정까지"),
            "log": Text(en="and logarithm", ko="로그까지"),
            "mean": Text(en="and mean", ko="평균까지"),
        },
        label=Text(en="table", ko="표"),
    ),
    base=Choice(
        "10",
        options={"10": "log₁₀", "e": Text(en="ln, natural", ko="ln, 자연로그")},
        label=Text(en="logarithm", ko="로그"),
        role=Role.LOSS,
    ),
    reads=(corrected_probability, log_loss, binary_cross_entropy),
)
def table(p: tuple[float, ...], columns: str, base: str) -> Result:
    """The table of eight, as far as `columns`, and a bar for every row of its last column."""
    now = np.array(p)
    readouts = _costs(now, ACTUAL, base)
    moved = ~np.isclose(now, PREDICTED)
    loss_e = readouts["loss_e"].value
    readouts |= {
        "actual": Readout(ACTUAL, Text(en="actual", ko="실제"), "g", role=Role.GIVEN),
        "right_count": Readout(
            float(((now > 0.5) == (ACTUAL == 1)).sum()),
            Text(en="right at the threshold 0.5", ko="임계값 0.5로 맞힌 수"),
            "g",
        ),
        "moved_count": Readout(float(moved.sum()), Text(en="moved", ko="움직인 수"), "g"),
        "target": Readout(TARGET, Text(en="target", ko="목표")),
        "one_move_enough": Readout(
            bool(moved.sum() == 1 and loss_e < TARGET), Text(en="one move was enough", ko="하나로 충분함")
        ),
        "moved_several": Readout(bool(moved.sum() > 1), Text(en="several moved", ko="여럿을 움직임")),
        "made_worse": Readout(
            bool(loss_e > binary_cross_entropy(np.array(PREDICTED), ACTUAL)), Text(en="loss went up", ko="손실이 커짐")
        ),
        "moved_one": Readout(bool(moved.sum() == 1), Text(en="one moved", ko="하나를 움직임")),
    }
    shown = COLUMNS.index(columns)
    # The lines to run speak of nothing that the table has not come to.
    untold = {"loss": shown < COLUMNS.index("mean"), "corrected": shown < COLUMNS.index("corrected")}
    readouts |= {name: replace(readouts[name], code="") for name, is_untold in untold.items() if is_untold}
    tall = ", ".join(ID for ID, loss in zip(IDS, readouts["losses"].value, strict=True) if loss > TOP)
    cut = Text(en=f"Taller than the chart: {tall}.", ko=f"그래프보다 높은 막대: {tall}.")
    return Result(
        readouts,
        (_bars(readouts, now, columns, base),),
        _table(readouts, now, shown, base, moved),
        shows=("loss",) if columns == "mean" else (),
        note=cut if tall and columns == "mean" else "",
    )


def _table(readouts: dict[str, Readout], p: Array, shown: int, base: str, moved: Array) -> Table:
    """Return the table with the first columns, as many as `shown` says, and its rows that moved lit."""
    corrected, logs = readouts["corrected"].value, readouts["logs"].value
    titles: list[Text | str] = [
        "ID",
        Text(en="actual", ko="실제"),
        Text(en="predicted", ko="예측"),
        CORRECTED,
        LOGS[base],
    ]
    written_logs, minus_mean = column(logs.tolist(), 4, lambda some: -math.fsum(some) / len(some))
    cells = zip(IDS, ACTUAL, p, corrected, written_logs, strict=True)
    rows = [(ID, f"{y:.0f}", f"{q:.2f}", f"{c:.2f}", log) for ID, y, q, c, log in cells]
    roles = (None, Role.GIVEN, Role.MODEL, Role.RIGHT, Role.LOSS)
    width = 3 + min(shown, 2)
    footer = ("", "", "", Text(en="minus the mean", ko="−평균"), minus_mean)
    return Table(
        tuple(titles[:width]),
        tuple(row[:width] for row in rows),
        roles[:width],
        frozenset(np.flatnonzero(moved).tolist()),
        footer if shown == COLUMNS.index("mean") else (),
    )


def _bars(readouts: dict[str, Readout], p: Array, columns: str, base: str) -> Figure:
    """Return one bar a row for the last column of the table."""
    if columns == "predicted":
        values, role, label = p, Role.MODEL, Text(en="predicted probability", ko="예측 확률")
    elif columns in ("corrected", "log"):
        # The table comes to the logarithms first; bars of them would give away what a learner is to predict.
        values, role, label = readouts["corrected"].value, Role.RIGHT, CORRECTED
    else:
        values, role, label = readouts["losses"].value, Role.LOSS, Text(en=f"-{LOGS[base]}", ko=f"-{LOGS[base]}")
    guide = {
        "predicted": (Guide("y", 0.5, Role.QUIET, Text(en="threshold", ko="임계값")),),
        "mean": (Guide("y", readouts["loss"].value, Role.OTHER, Text(en="mean", ko="평균"), reveals=True),),
    }
    listed = ", ".join(f"{ID} {value:.2f}" for ID, value in zip(IDS, values, strict=True))
    return Figure(
        layers=(Bars(IDS, values, role), *guide.get(columns, ())),
        alt=Text(en=f"A bar for each of the eight: {listed}.", ko=f"여덟 샘플의 막대: {listed}."),
        y=Axis("", 0, TOP if columns == "mean" else 1),
        title=label,
        places={"loss": Place("y")} if columns == "mean" else {},
    )


@lab(
    y=Choice(
        "1",
        options={"1": Text(en="1, a dog", ko="1, 개"), "0": Text(en="0, a cat", ko="0, 고양이")},
        label=Text(en="actual y", ko="실제 y"),
        role=Role.GIVEN,
    ),
    p=Slider(
        0.3, low=0, high=1, step=0.01, help=Text(en="how sure the model is of a dog", ko="개라고 확신하는 정도입니다")
    ),
    reads=(log_loss,),
)
def one(y: str, p: float) -> Result:
    """The loss of one sample, on the curve of -ln of the probability that was given to the truth."""
    truth = float(y)
    said = given(p, "p", 4)
    corrected_p = (said if truth else 1 - said).to(4)
    inside = SMALLEST <= p <= 1 - SMALLEST  # of where a logarithm has a value
    dog = said if inside else given(min(max(p, SMALLEST), 1 - SMALLEST), form=7)
    cat = (1 - dog).named(form=dog.form)
    both = given(truth, "truth") * ln(dog) + given(1 - truth) * ln(cat)
    worked = then(-both, -ln(dog if truth else cat)).to(".3f")
    loss = worked.value
    other = float(log_loss(np.array([p]), np.array([1 - truth]))[0])
    corrected = corrected_p.value
    kept = min(max(corrected, SMALLEST), 1 - SMALLEST)
    ten_times = min(10 * kept, 1.0)
    sure = number(p, 4)
    readouts = {
        "loss": Readout.of(worked, LOSS, ".3f", Role.LOSS),
        "corrected": Readout.of(corrected_p, CORRECTED, ".2f", Role.RIGHT),
        "truth": Readout(truth, "y", "g", role=Role.GIVEN),
        "one_minus_corrected": Readout(1 - corrected, Text(en="given to the other class", ko="다른 쪽에 준 확률")),
        "loss_if_other": Readout(other, Text(en="loss if the other were true", ko="다른 쪽이 정답일 때의 손실"), ".3f"),
        "minus_loss": Readout(-loss, Text(en="loss with its minus lost", ko="부호를 잊은 손실"), ".3f"),
        "ln_p": Readout(math.log(max(p, SMALLEST)), "ln p", ".3f"),
        "ln_1_minus_p": Readout(math.log(max(1 - p, SMALLEST)), "ln(1 - p)", ".3f"),
        "sum_of_both": Readout(loss + other, Text(en="both terms kept", ko="두 항을 모두 더한 값"), ".3f"),
        "squared_error": Readout((p - truth) ** 2, Text(en="squared error", ko="제곱 오차"), ".2f", role=Role.OTHER),
        "ten_times_p": Readout(ten_times, Text(en="ten times as likely", ko="열 배의 확률")),
        "loss_at_ten_times": Readout(-math.log(ten_times), Text(en="loss there", ko="그때의 손실"), ".3f"),
        "twice_that_loss": Readout(-2 * math.log(ten_times), Text(en="twice that loss", ko="그 손실의 두 배"), ".3f"),
        "loss_10": Readout(loss / LN10, Text(en="loss with log₁₀", ko="log₁₀으로 구한 손실"), ".3f"),
        "ten_times_that_loss": Readout(
            -10 * math.log(ten_times), Text(en="ten times that loss", ko="그 손실의 열 배"), ".3f"
        ),
    }
    path = np.linspace(0.001, 0.999, 200)
    curve = Figure(
        layers=(
            Line(path, (path - truth) ** 2, Role.OTHER, Text(en="squared error", ko="제곱 오차"), dashed=True),
            Line(path, -np.log(corrected_probability(path, np.full_like(path, truth))), Role.LOSS, LOSS, reveals=True),
            Guide("x", p, Role.QUIET),
            Mark(p, loss, Role.MODEL, f"p = {sure}", reveals=True),
        ),
        alt=Text(
            en=f"The loss of a sample with y = {y} over p. At p = {sure} it is {loss:.2f}; the squared error "
            f"there is {(p - truth) ** 2:.2f}.",
            ko=f"y = {y}인 샘플의 손실을 p에 따라 그린 곡선. p = {sure}에서 {loss:.2f}이고 제곱 오차는 "
            f"{(p - truth) ** 2:.2f}입니다.",
        ),
        x=Axis("p", 0, 1, (0, 0.25, 0.5, 0.75, 1)),
        y=Axis(LOSS, 0, 7),
        title=Text(en=f"one sample, y = {y}", ko=f"샘플 하나, y = {y}"),
        places={"loss": Place("y", p)},
    )
    clipped = Text(
        en=f"ln 0 has no value, so it is taken at {SMALLEST:.7f}, as Keras does: the loss stops at {loss:.1f}, above "
        "the chart.",
        ko=f"ln 0은 값이 없어서 Keras처럼 {SMALLEST:.7f}의 로그를 씁니다. 손실은 그래프 위쪽 {loss:.1f}에서 멈춥니다.",
    )
    return Result(
        readouts, (curve,), shows=("corrected", "loss", "squared_error"), note=clipped if corrected < SMALLEST else ""
    )


THREE_Y: Array = np.array([1.0, 0.0, 1.0])


@lab(
    p=Vector((0.8, 0.4, 0.5), low=0.05, high=0.95, step=0.05, names=("y = 1", "y = 0", "y = 1")),
    reads=(binary_cross_entropy,),
)
def three(p: tuple[float, ...]) -> Result:
    """Three samples, a dog, a cat and a dog: few enough for pencil and paper."""
    now = np.array(p)
    readouts = _costs(now, THREE_Y, "e")
    readouts |= {
        "ln_p": Readout(np.log(now), "ln p", ".3f"),
        "ln_1_minus_p": Readout(np.log(1 - now), "ln(1 - p)", ".3f"),
    }
    return Result(readouts, shows=("loss",))
