"""Three photos under the curve -ln p: what each costs is a drop from the curve, and their sum is a bar."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from tutor.figure import Axis, Figure, Guide, Layer, Line, Mark, Panels, Place, Points, Role, Segments
from tutor.lab import Readout, Result, Vector, lab
from tutor.labs.cross_entropy import LN10, LOSS
from tutor.language import Text
from tutor.nn.arrays import Array
from tutor.nn.losses import log_loss
from tutor.working import entries, ln, sum_of
from tutor.written import number

NAMES = ("A", "B", "C")
START = (0.9, 0.6, 0.01)
BEFORE = 0.5
"""What C was given before it fell."""
TOP = 6.0
_SIDES = (0.08, 0.6)
_MIDDLE = 0.34
TRUE: Array = np.ones(len(NAMES))
"""Each p is what the truth was given: the corrected probability, as if every photo showed a dog."""


def _total(p: tuple[float, ...]) -> float:
    return float(log_loss(np.array(p), TRUE).sum())


@lab(
    p=Vector(
        START,
        low=0.01,
        high=0.99,
        step=0.01,
        names=NAMES,
        help=Text(en="the probability that the truth was given", ko="정답이 받은 확률"),
    ),
    reads=(log_loss,),
)
def drops(p: tuple[float, ...]) -> Result:
    """What three photos cost, each a drop under the curve -ln p, and the sum."""
    given_p = np.array(p)
    losses = log_loss(given_p, TRUE)
    written = sum_of(-ln(one) for one in entries(p, "p", ".2f")).to(".2f")
    total, start = written.value, _total(START)
    before = (*START[:2], BEFORE)
    readouts = {
        "total": Readout.of(written, Text(en="total", ko="합"), ".2f", Role.LOSS, "-np.log(p).sum()"),
        "losses": Readout(losses, LOSS, ".2f", role=Role.LOSS, code="-np.log(p)"),
        "mean": Readout(total / len(NAMES), Text(en="mean", ko="평균"), ".2f", role=Role.LOSS),
        "before": Readout(_total(before), Text(en="total with C at 0.5", ko="C가 0.5일 때의 합"), ".2f"),
        "half": Readout(start / 2, Text(en="half of the start", ko="처음의 절반"), ".2f", role=Role.RIGHT),
        "halved": Readout(total <= start / 2, Text(en="the total is halved", ko="합이 절반이 됨")),
        "c_waits": Readout(abs(p[2] - START[2]) < 1e-9, Text(en="C stands where it was", ko="C는 그대로")),
        "others": Readout(_total((*START[:2], 1.0)), Text(en="A and B together", ko="A와 B의 합"), ".2f"),
        # What likely slips give.
        "in_proportion": Readout(_total(before) + BEFORE - START[2], format=".2f"),
        "only_c": Readout(float(losses[2]), format=".2f"),
        "base_10": Readout(total / LN10, format=".2f"),
    }
    curve = np.linspace(0.004, 1.0, 240)
    left = Figure(
        (
            Line(curve, -np.log(curve), Role.LOSS, "−ln p", part="curve"),
            Segments(given_p, np.zeros(len(p)), given_p, losses, Role.LOSS, reveals=True, part="drops"),
            Points(given_p, np.zeros(len(p)), Role.GIVEN, mark="▲"),
            *(
                Mark(x, y, Role.MODEL, f"{name} {number(y)}", reveals=True, part=name)
                for name, x, y in zip(NAMES, p, losses.tolist(), strict=True)
            ),
        ),
        Text(
            en=f"The curve −ln p falls from far above to 0 at p = 1. {_said(p, losses)}",
            ko=f"곡선 −ln p는 높은 데서 내려와 p = 1에서 0. {_said(p, losses)}",
        ),
        Axis("p", 0, 1, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        Axis("−ln p", 0, TOP, (0, 1, 2, 3, 4, 5, 6)),
    )
    right = Figure(
        (
            *_stack(losses),
            Mark(_MIDDLE, total, Role.LOSS, f"= {number(total)}", "▼", reveals=True),
            Guide(
                "y", start / 2, Role.RIGHT, Text(en=f"half {start / 2:.2f}", ko=f"절반 {start / 2:.2f}"), reveals=True
            ),
        ),
        Text(
            en=f"The three drops one on another, {total:.2f} high; half of the first sum is {start / 2:.2f}.",
            ko=f"세 세로선을 쌓은 높이 {total:.2f}. 처음 합의 절반은 {start / 2:.2f}.",
        ),
        Axis("", 0, 1, ()),
        Axis(Text(en="sum", ko="합"), 0, TOP, (0, 1, 2, 3, 4, 5, 6)),
        places={"total": Place("y", _MIDDLE)},
        part="sum",
    )
    alt = Text(en=f"{left.alt('en')} {right.alt('en')}", ko=f"{left.alt('ko')} {right.alt('ko')}")
    return Result(readouts, (Panels((left, right), alt, (3.0, 1.0)),), shows=("losses", "total", "half"))


def _stack(losses: Array) -> Iterator[Layer]:
    """Yield boxes as high as the losses, one on another from the bottom, each with its letter."""
    tops = np.cumsum(losses)
    floors = tops - losses
    for name, floor, top in zip(NAMES, floors.tolist(), tops.tolist(), strict=True):
        yield Segments(
            np.array([_SIDES[0], _SIDES[1], _SIDES[0]]),
            np.array([floor, floor, top]),
            np.array([_SIDES[0], _SIDES[1], _SIDES[1]]),
            np.array([top, top, top]),
            Role.LOSS,
            reveals=True,
            part=name,
        )
        yield Mark(_MIDDLE, (floor + top) / 2, Role.MODEL, mark=name, reveals=True, part=name)


def _said(p: tuple[float, ...], losses: Array) -> str:
    """Return what each photo costs, in letters and numbers: "A: p 0.90, 0.11; B: …"."""
    return "; ".join(f"{name}: p {x:.2f}, {y:.2f}" for name, x, y in zip(NAMES, p, losses, strict=True)) + "."
