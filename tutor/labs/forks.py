"""What labs of sick runs share: how a case is set, and the pictures in which a run and its mended fork are compared."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from tutor.figure import Axis, Figure, Guide, Heat, Line, Mark, Points, Role
from tutor.lab import Choice, Readout, Slider, Timeline
from tutor.language import Text
from tutor.nn.arrays import Array

EPOCHS_A_FRAME = 10
FRAMES = 120
FRESH = 50
"""Added to the seed for weights that are drawn anew."""
EPOCH, LOSS = Text(en="epoch", ko="에포크"), Text(en="loss", ko="손실")
SICK, MENDED = Text(en="sick", ko="아픈 것"), Text(en="mended", ko="고친 것")
NOTHING = "none"
"""The repair that mends nothing."""

SEED = Slider(1, low=1, high=8, step=1, label=Text(en="seed", ko="시드"))
FORK = Slider(
    10,
    low=0,
    high=FRAMES // 2,
    step=1,
    label=Text(en="from", ko="고칠 때"),
    role=Role.RIGHT,
    help=Text(
        en=f"Where the second future begins, in steps of {EPOCHS_A_FRAME} epochs.",
        ko=f"두 번째 미래가 시작되는 때, {EPOCHS_A_FRAME}에포크 단위입니다.",
    ),
)
TRAINING = Timeline(
    0,
    last=FRAMES,
    per_second=15,
    unit=Text(en=f"× {EPOCHS_A_FRAME} epochs", ko=f"× {EPOCHS_A_FRAME}에포크"),
    label=Text(en="training", ko="학습"),
)


def case_among(names: Collection[str]) -> Choice:
    """Return the parameter that says which run it is; the first one is shown at first."""
    return Choice(next(iter(names)), options={name: name for name in names}, label=Text(en="case", ko="사례"))


def mend_among(repairs: Mapping[str, Text]) -> Choice:
    """Return the parameter that says what is mended."""
    return Choice(
        NOTHING,
        options={NOTHING: Text(en="nothing", ko="없음"), **repairs},
        label=Text(en="mend", ko="고칠 것"),
        role=Role.RIGHT,
        help=Text(en="The one setting that is put right.", ko="바로잡을 설정 하나입니다."),
    )


def epoch_at(frame: int) -> Readout:
    """Return how many epochs have passed at a frame."""
    return Readout(frame * EPOCHS_A_FRAME, EPOCH, "d", role=Role.QUIET, code=f"frame * {EPOCHS_A_FRAME}")


def verdicts(repair: str, repairs: Collection[str], cure: str, *, recovers: bool) -> dict[str, Readout]:
    """Return what there is to reach with a repair, and how one misses it: too late, or by mending something else."""
    return {
        "recovers": Readout(recovers),
        "right_but_late": Readout(repair == cure and not recovers),
        **{f"tried_{name}": Readout(repair == name and repair != cure) for name in repairs},
    }


def map_of(z: Array, samples: tuple[Array, Array], reach: tuple[float, float], alt: Text, title: Text) -> Figure:
    """Return what a network says over the plane, (n, n), and its samples: X of shape (m, 2), y of shape (m, 1)."""
    X, y = samples
    ones = y[:, 0] == 1
    return Figure(
        (
            Heat(z, reach, reach),
            Points(X[~ones, 0], X[~ones, 1], mark="○"),
            Points(X[ones, 0], X[ones, 1]),
        ),
        alt,
        Axis("", *reach, ticks=(-1, 0, 1)),
        Axis("", *reach, ticks=(-1, 0, 1)),
        title,
    )


def curves_of(
    sick: Line, other: Sequence[float] | None, fork: int, alt: Text, highest: float, title: Text, *behind: Line
) -> Figure:
    """Return the curve of a sick run up to a frame, and that of its fork where there is one by then.

    Args:
        sick: the losses that go wrong, by epoch.
        other: the fork's, of every frame; None without one.
        fork: the frame from which on it is another.
        behind: what is drawn before them.
    """
    frame = len(sick.x) - 1
    layers: list[Line | Guide | Mark] = [*behind, sick]
    if other is not None and frame >= fork:
        healthy = np.array(other[fork : frame + 1])
        layers += [
            Guide("x", float(sick.x[fork])),
            Line(sick.x[fork:], healthy, Role.RIGHT, MENDED, dashed=True),
            Mark(float(sick.x[-1]), float(healthy[-1]), Role.RIGHT, mark="●"),
        ]
    layers.append(Mark(float(sick.x[-1]), float(sick.y[-1]), sick.role, mark="●", part=sick.part))
    return Figure(
        tuple(layers),
        alt,
        Axis(EPOCH, 0, FRAMES * EPOCHS_A_FRAME, ticks=(0, 400, 800, 1200)),
        Axis(LOSS, 0, highest),
        title if other is None else Text(en="both futures", ko="두 미래"),
    )


def epochs_to(frame: int) -> Array:
    """Return how many epochs have passed at each frame from 0 to `frame`."""
    return EPOCHS_A_FRAME * np.arange(frame + 1, dtype=float)
