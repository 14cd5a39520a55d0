"""A trained network and the threshold from which on a mass is called malignant: whom it misses, and whom it alarms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark, Role
from tutor.lab import Readout, Result, Slider, lab
from tutor.labs.diagnosis import ALARMS, FRAMES, MISSED, SLICE, Plan, Told, answers_of, run
from tutor.labs.masses import BENIGN, MALIGNANT
from tutor.language import Text
from tutor.nn import deep
from tutor.nn.arrays import Array
from tutor.working import given

GOOD = Plan(9, "all", "standardised", (3,), "tanh", 0.3, 0, 0.0)
"""A network that has learnt well. Its split is none of those that a learner can choose."""
MOST_MISSED = 3
STEP = 0.05
THRESHOLD = Slider(
    0.5,
    low=0.05,
    high=0.95,
    step=STEP,
    label=Text(en="threshold", ko="임계값"),
    help=Text(en="From this p on a mass is called malignant.", ko="p가 이 값 이상이면 악성이라고 합니다."),
)


def _prepare(threshold: float) -> Iterator[float]:  # noqa: ARG001 - a lab and what prepares it take the same
    for reached in range(0, FRAMES, SLICE):
        run(GOOD).until(reached)
        yield reached / FRAMES


@cache
def answers() -> tuple[Array, Array]:
    """Return what the network says to each mass of its validation set, and what was true, (m, 1) each."""
    has = GOOD.sets.validation
    return GOOD.says(run(GOOD).until(FRAMES)[-1].net, has), has.y


@lab(prepare=_prepare, reads=(deep.forward,), threshold=THRESHOLD)
def cut(threshold: float) -> Result:
    """What a trained network says to the validation set, and whom a threshold lets through."""
    p, y = answers()
    told, ill = Told.of(p, y, threshold), int(y.sum())
    well = len(y) - ill
    others = [Told.of(p, y, step * STEP) for step in range(1, 20)]
    fewest = min(one.alarms for one in others if one.missed <= MOST_MISSED)
    readouts = {
        "missed": Readout(told.missed, MISSED, "d", role=Role.LOSS),
        "alarms": Readout(told.alarms, ALARMS, "d", role=Role.OTHER),
        "right": Readout(told.right, Text(en="right", ko="정확도"), ".1%", role=Role.RIGHT),
        "ill": Readout(ill, MALIGNANT, "d", role=Role.GIVEN),
        "well": Readout(well, BENIGN, "d", role=Role.GIVEN),
        "count": Readout(len(y), Text(en="masses", ko="종양"), "d", role=Role.GIVEN),
        "careful": Readout(told.missed <= MOST_MISSED and told.alarms == fewest),
        "too_many_missed": Readout(told.missed > MOST_MISSED),
        "more_alarms": Readout(told.missed <= MOST_MISSED and told.alarms > fewest),
    }
    alt = Text(
        en=f"At a threshold of {threshold:.2f} the network misses {told.missed} of {ill} malignant masses and raises "
        f"{told.alarms} false alarms among {well} benign ones.",
        ko=f"임계값이 {threshold:.2f}일 때 악성 {ill}개 가운데 {told.missed}개를 놓치고, "
        f"양성 {well}개 가운데 {told.alarms}개에서 헛경보를 울립니다.",
    )
    return Result(readouts, (answers_of(p, y, threshold, alt),), shows=("missed", "alarms", "right"))


@lab(prepare=_prepare, reads=(deep.forward,), threshold=THRESHOLD)
def missed(threshold: float) -> Result:
    """The share of the malignant masses that are missed, over the threshold."""
    p, y = answers()
    told, ill = Told.of(p, y, threshold), int(y.sum())
    share = (given(told.missed, "missed", 0) / given(ill, "malignant", 0)).to(".3f")
    at = np.linspace(0, 1, 401)
    curve = np.array([Told.of(p, y, one).missed for one in at]) / ill
    figure = Figure(
        (
            Line(at, curve, Role.LOSS, Text(en="share missed", ko="놓친 비율"), reveals=True),
            Mark(threshold, share.value, Role.LOSS, reveals=True),
        ),
        Text(
            en=f"The share of malignant masses that are missed grows with the threshold; at {threshold:.2f} it is "
            f"{share.value:.3f}.",
            ko=f"놓친 비율은 임계값이 클수록 커집니다. {threshold:.2f}에서 {share.value:.3f}입니다.",
        ),
        Axis(Text(en="threshold", ko="임계값"), 0, 1, (0, 0.25, 0.5, 0.75, 1)),
        Axis(Text(en="share missed", ko="놓친 비율"), 0, 0.5),
    )
    readouts = {
        "missed_share": Readout.of(share, Text(en="share missed", ko="놓친 비율"), ".3f", Role.LOSS),
        "missed": Readout(told.missed, MISSED, "d", role=Role.LOSS),
        "p": Readout(p[:, 0], "p", ".2f"),
        "y": Readout(y[:, 0], "y", "g", role=Role.GIVEN),
        "ill": Readout(ill, MALIGNANT, "d", role=Role.GIVEN),
        "count": Readout(len(y), Text(en="masses", ko="종양"), "d", role=Role.GIVEN),
    }
    return Result(readouts, (figure,), shows=("missed", "missed_share"))
