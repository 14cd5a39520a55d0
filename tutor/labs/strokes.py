"""A handwritten digit to draw on: a stroke of ink changes the scores, the probabilities and the loss at once."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tutor.figure import Axis, Bars, Figure, Guide, Panels, Pixels, Role
from tutor.lab import Readout, Result, Slider, lab
from tutor.labs import handwriting
from tutor.labs.categorical import places_for_log
from tutor.labs.digits import DIGITS, LOSS
from tutor.language import Text
from tutor.nn.activations import softmax
from tutor.nn.arrays import Array
from tutor.nn.classifier import probabilities
from tutor.nn.losses import SMALLEST, categorical_cross_entropy
from tutor.working import given, ln

IMAGE = 48
"""A held-out 9 that the classifier takes for a 3."""
SIZE = 8
LONGEST = 5
GOAL = 0.8


def prepare_trained(row: float, column: float, ink: float) -> Iterator[float]:
    """Train in slices of ten epochs, and yield the share done."""
    del row, column, ink
    for slices in range(handwriting.LAST_SLICE + 1):
        handwriting.trained(slices)
        yield slices / handwriting.LAST_SLICE


def _bars(
    names: tuple[str, ...],
    values: Array,
    roles: tuple[Role, ...],
    axis: Axis,
    title: Text,
    alt: Text,
    goal: float | None,
    part: str,
) -> Figure:
    """Return a bar for each digit, and a line at the goal."""
    mark = () if goal is None else (Guide("x", goal, Role.RIGHT, reveals=True),)
    return Figure((Bars(names, values, Role.MODEL, roles, reveals=True), *mark), alt, y=axis, title=title, part=part)


@lab(
    row=Slider(
        1,
        low=1,
        high=SIZE,
        step=1,
        label=Text(en="row", ko="행"),
        role=Role.GIVEN,
        help=Text(en="the row of the stroke, from the top", ko="위에서 몇 번째 줄에 그을지"),
    ),
    column=Slider(
        1,
        low=1,
        high=SIZE,
        step=1,
        label=Text(en="column", ko="열"),
        role=Role.GIVEN,
        help=Text(en="where the stroke begins, from the left", ko="왼쪽에서 몇 번째 칸부터 그을지"),
    ),
    ink=Slider(
        0,
        low=-LONGEST,
        high=LONGEST,
        step=1,
        label=Text(en="pixels", ko="픽셀"),
        help=Text(en="how many pixels are inked, or below 0 wiped", ko="픽셀 몇 개를 칠할지, 음수면 지울지"),
    ),
    prepare=prepare_trained,
    reads=(probabilities, softmax, categorical_cross_entropy),
)
def strokes(row: float, column: float, ink: float) -> Result:
    """A held-out digit with one stroke of a brush on it, and what the classifier makes of it."""
    X, labels = handwriting.held_out()
    model = handwriting.trained(handwriting.LAST_SLICE)
    image = X[IMAGE].reshape(SIZE, SIZE).copy()
    y, start = round(row) - 1, round(column) - 1
    end = min(start + abs(round(ink)), SIZE)
    image[y, start:end] = 1.0 if ink > 0 else 0.0
    flat = image.reshape(1, -1)
    z = (flat @ model.W + model.b)[0]  # (1, 64) @ (64, 10) -> (1, 10)
    p = probabilities(flat, model)[0]
    before = probabilities(X[IMAGE : IMAGE + 1], model)[0]
    meant, said = int(labels[IMAGE]), int(p.argmax())
    kept = float(max(p[meant], SMALLEST))
    loss = (-ln(given(kept, "p_meant", places_for_log(kept)))).to(".3f")
    readouts = {
        "said": Readout(float(said), Text(en="says", ko="판정"), "g"),
        "meant": Readout(float(meant), Text(en="meant", ko="원래 숫자"), "g", role=Role.RIGHT),
        "p_meant": Readout(float(p[meant]), Text(en="p of the truth", ko="정답에 준 확률"), ".3f", role=Role.RIGHT),
        "loss": Readout.of(loss, LOSS, ".3f", Role.LOSS),
        "z_meant": Readout(float(z[meant]), Text(en="score of the truth", ko="정답의 점수"), ".2f"),
        "z_three": Readout(float(z[3]), Text(en="score of the 3", ko="3의 점수"), ".2f"),
        "p_before": Readout(float(before[meant]), Text(en="p without the stroke", ko="긋기 전의 확률"), ".3f"),
        "goal": Readout(GOAL, format="g"),
        "lifted": Readout(bool(p[meant] > GOAL), Text(en="the truth has more than 0.8", ko="정답이 0.8보다 큼")),
        "sunk": Readout(
            bool(p[meant] < before[meant] - 1e-9), Text(en="the truth has less", ko="정답의 확률이 줄어듦")
        ),
        "wins": Readout(said == meant, Text(en="it reads the 9", ko="9로 읽음")),
        "no_stroke": Readout(
            start == end or np.array_equal(image.ravel(), X[IMAGE]), Text(en="no stroke", ko="변화 없음")
        ),
    }
    roles = tuple(
        Role.RIGHT if digit == meant else Role.LOSS if digit == said else Role.MODEL
        for digit in range(handwriting.CLASSES)
    )
    names = tuple(f"{digit}{'✓' if int(digit) == meant else ' '}" for digit in DIGITS)
    inked = Text(en="inked" if ink > 0 else "wiped", ko="칠함" if ink > 0 else "지움")
    title = Text(en=f"8 × 8 pixels, {end - start} {inked('en')}", ko=f"8 × 8 픽셀, {end - start}개 {inked('ko')}")
    pixels = Pixels(
        image,
        Text(
            en=f"A handwritten {meant} in eight by eight pixels, {end - start} of them {inked('en')} in row {y + 1}.",
            ko=f"가로세로 여덟 픽셀의 손글씨 {meant}, {y + 1}행에서 {end - start}개를 {inked('ko')}.",
        ),
        title if end > start else Text(en="8 × 8 pixels", ko="8 × 8 픽셀"),
        marked=frozenset((y, at) for at in range(start, end)),
        part="digit",
    )
    scores = _bars(
        names,
        z,
        roles,
        Axis("z", -8, 8),
        Text(en="scores z = X·W + b", ko="점수 z = X·W + b"),
        Text(
            en=f"Ten scores; the {meant} has {z[meant]:.2f}, the {said} most with {z[said]:.2f}.",
            ko=f"점수 열 개. {meant}의 점수는 {z[meant]:.2f}, 가장 큰 것은 {said}의 {z[said]:.2f}.",
        ),
        None,
        "scores",
    )
    shares = _bars(
        names,
        p,
        roles,
        Axis("p", 0, 1),
        Text(en="p after softmax", ko="softmax를 거친 p"),
        Text(
            en=f"Ten probabilities; the {meant} has {p[meant]:.3f}, the {said} most with {p[said]:.3f}; "
            f"the loss is {loss.value:.3f}.",
            ko=f"확률 열 개. {meant}의 확률은 {p[meant]:.3f}, 가장 큰 것은 {said}의 {p[said]:.3f}. "
            f"손실은 {loss.value:.3f}.",
        ),
        GOAL,
        "shares",
    )
    parts = (pixels, scores, shares)
    alt = Text(en=" ".join(part.alt("en") for part in parts), ko=" ".join(part.alt("ko") for part in parts))
    return Result(readouts, (Panels(parts, alt),), shows=("said", "z_meant", "p_meant", "loss"))
