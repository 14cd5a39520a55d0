"""A perceptron as a line over the plane: the arrow of its weights, the side that says 1, and what the corners say."""

from __future__ import annotations

import math

import numpy as np

from tutor.figure import Axis, Figure, Guide, Layer, Line, Mark, Panels, Place, Role, Segments, Side
from tutor.lab import Readout, Result, Slider, lab
from tutor.language import Text
from tutor.nn import perceptron as nn
from tutor.nn.arrays import Array
from tutor.working import given
from tutor.written import factor, number

WINDOW = (-0.5, 1.5)
"""What the picture shows of the plane at the least."""
FAR = 100.0
"""How far a line is drawn from where it starts: beyond every edge."""
ARROW = 0.4
"""The length of the arrow of the weights on the plane, for each unit of their own length."""
MIDDLE: Array = np.array([0.5, 0.5])
"""The arrow starts where the line comes nearest to this place."""
HEADS = "→↗↑↖←↙↓↘"
AND: Array = np.array(nn.GATES["AND"], dtype=float)
SUMS = 6.0
"""What is shown of the sums, to either side of 0."""


@lab(
    w1=Slider(2, low=-2, high=2, step=0.1),
    w2=Slider(-1, low=-2, high=2, step=0.1),
    b=Slider(-1.4, low=-2, high=2, step=0.1),
    reads=(nn.perceptron, nn.weighted_sum, nn.step),
)
def sides(w1: float, w2: float, b: float) -> Result:
    """Draw the line on which the sum is 0, the side that says 1, and the sum at each corner."""
    w = np.array([w1, w2])
    totals = nn.weighted_sum(nn.CORNERS, w, b)
    y = nn.step(totals)
    right = y == AND
    weight, bias = given(w1 if abs(w1) > 1e-9 else 0.0, "w1"), given(b, "b")
    crosses, moved = -bias / weight, -(bias + 1) / weight
    crossing = crosses.value
    fired = ", ".join(f"({a:.0f}, {c:.0f})" for a, c in nn.CORNERS[y == 1])
    equation = f"{factor(w1)}·x1 + {factor(w2)}·x2 + {factor(b)} = 0"
    alt = Text(
        en=f"The line {equation}. The perceptron says 1 at {fired or 'no corner'}: {right.sum()} of 4 right for AND.",
        ko=f"직선 {equation}. 1이 나오는 꼭짓점: {fired or '없음'}. AND로 보면 넷 가운데 {right.sum()}개가 맞습니다.",
    )
    picture = Panels((_plane(w, b, y, alt), _sums(totals, y, right, alt)), alt, (0.62, 0.38))
    name = next((gate for gate, row in nn.GATES.items() if row == tuple(y.astype(int))), "")
    lone = y.sum() == 1
    readouts = {
        "right": Readout(int(right.sum()), Text(en="corners right for AND", ko="AND와 맞는 꼭짓점"), ".0f"),
        "crossing": Readout.of(crosses, Text(en="the line meets x2 = 0 at x1 =", ko="x2 = 0에서 직선의 x1 =")),
        "crossing_with_more": Readout.of(moved, Text(en="with b + 1, at x1 =", ko="b + 1이면 x1 =")),
        "moved_by_one": Readout(crossing + 1),
        "moved_back_by_one": Readout(crossing - 1),
        "moved_the_wrong_way": Readout(crossing + (1 / w1 if abs(w1) > 1e-9 else math.nan)),
        "is_and": Readout(name == "AND"),
        "is_or": Readout(name == "OR"),
        "is_nand": Readout(name == "NAND"),
        "always_0": Readout(not y.any()),
        "always_1": Readout(bool(y.all())),
        "copies_an_input": Readout(any(np.array_equal(y, nn.CORNERS[:, k]) for k in (0, 1))),
        "another_corner": Readout(bool(lone and name != "AND")),
    }
    return Result(readouts, (picture,), shows=("right", "crossing") if math.isfinite(crossing) else ("right",))


def line_of(w: Array, b: float) -> tuple[Array, Array] | None:
    """Return two far ends, as (x1, x2), of the line w1·x1 + w2·x2 + b = 0; None where there is no line."""
    square = float(w @ w)
    if square < 1e-12:
        return None
    foot = MIDDLE - w * (float(w @ MIDDLE) + b) / square
    along = np.array([-w[1], w[0]]) / math.sqrt(square) * FAR
    ends = np.stack([foot - along, foot + along])  # (2, 2)
    return ends[:, 0], ends[:, 1]


def arrow_of(w: Array, b: float) -> tuple[Array, Array]:
    """Return where the arrow of the weights starts, on the line, and where it ends."""
    start = MIDDLE - w * (float(w @ MIDDLE) + b) / float(w @ w)
    return start, start + ARROW * w


def _plane(w: Array, b: float, y: Array, alt: Text) -> Figure:
    layers: list[Layer] = [Side(w[0], w[1], -b, Role.MODEL, Text(en="says 1", ko="1이 되는 쪽"), part="ones")]
    more, here = line_of(w, b + 1), line_of(w, b)
    if more is not None and here is not None:
        layers.append(Line(*more, Role.OTHER, Text(en="with b + 1", ko="b + 1이면"), dashed=True, reveals=True))
        layers.append(Line(*here, Role.MODEL, Text(en="sum = 0", ko="합 = 0"), part="line"))
        (x0, y0), (x1, y1) = arrow_of(w, b)
        layers.append(Segments(np.array([x0]), np.array([y0]), np.array([x1]), np.array([y1]), Role.GIVEN, part="w"))
        head = HEADS[round(math.atan2(w[1], w[0]) / (math.pi / 4)) % 8]
        layers.append(Mark(x1, y1, Role.GIVEN, "w", head, part="w"))
    for (a, c), out, wanted in zip(nn.CORNERS, y, AND, strict=True):
        is_right = out == wanted
        said = f"{out:.0f} {'✓' if is_right else '×'}"
        layers.append(Mark(a, c, Role.RIGHT if is_right else Role.LOSS, said, "●" if wanted else "○", part="corners"))
    return Figure(
        tuple(layers),
        alt,
        Axis("x1", *WINDOW, ticks=(-1, 0, 1, 2)),
        Axis("x2", *WINDOW, ticks=(0, 1)),
        places={"crossing_with_more": Place("x", at=0.0)} if abs(w[0]) > 1e-9 else {},
        equal=True,
    )


def _sums(totals: Array, y: Array, right: Array, alt: Text) -> Figure:
    """Draw the sum at each corner as a way from 0: where it ends among the grains, the perceptron says 1."""
    rows = np.arange(len(totals))[::-1].astype(float)
    layers: list[Layer] = [Side(1.0, 0.0, 0.0), Guide("x", 0.0)]
    for which, role in ((right == 1, Role.RIGHT), (right == 0, Role.LOSS)):
        layers.append(Segments(np.zeros(int(which.sum())), rows[which], totals[which], rows[which], role))
    for (a, c), total, out, ok, row in zip(nn.CORNERS, totals, y, right, rows, strict=True):
        role = Role.RIGHT if ok else Role.LOSS
        said = f"({a:.0f}, {c:.0f}) → {out:.0f} {'✓' if ok else '×'}"
        layers.append(Mark(total, row, role, mark="●" if out else "○"))
        layers.append(Mark(-SUMS, row + 0.4, role, f"{said}   {number(total)}", " "))
    return Figure(
        tuple(layers),
        alt,
        Axis(Text(en="sum", ko="합"), -SUMS, SUMS, ticks=(-6, -3, 0, 3, 6)),
        Axis("", -0.5, 3.7, ticks=()),
        Text(en="each corner's sum: > 0 is 1", ko="꼭짓점마다의 합: 0을 넘으면 1"),
        part="sums",
    )
