"""Labs for the tour: a line that doubles, and a film that counts."""

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark, Place, Points, Role
from tutor.lab import Choice, Readout, Result, Slider, Timeline, Toggle, lab
from tutor.language import Text
from tutor.working import given

AT = 2.0
"""The x at which the line is read off."""


def times(k: float, x: float) -> float:
    """Return k times x."""
    return k * x


@lab(k=Slider(1.0, low=0, high=4, step=0.5), reads=(times,))
def line(k: float) -> Result:
    """A line through the origin, and its height at x = 2."""
    working = times(given(k, "k", "g"), AT).to("g")
    height = working.value
    ends = np.array([0.0, 3.0])
    figure = Figure(
        layers=(
            Line(ends, k * ends, Role.MODEL, Text(en="line", ko="직선"), reveals=True),
            Points(np.array([1.0, 2.0]), np.array([3.0, 6.0]), Role.GIVEN, Text(en="data", ko="데이터")),
            Mark(AT, height, Role.MODEL, reveals=True),
        ),
        alt=Text(en=f"At x = 2 the line is at {height:g}.", ko=f"x = 2에서 직선의 높이는 {height:g}입니다."),
        x=Axis("x", 0, 3),
        y=Axis("y", 0, 12),
        places={"height": Place("y", AT)},
    )
    readouts = {
        "height": Readout.of(working, Text(en="height", ko="높이"), ".1f"),
        "k_itself": Readout(k, "k", ".1f"),
        "steep": Readout(k >= 3.0, Text(en="steep", ko="가파름")),
        "flat": Readout(k <= 1.0, Text(en="flat", ko="누움")),
        "pair": Readout(np.array([k, height]), Text(en="pair", ko="쌍"), "g"),
    }
    return Result(readouts, (figure,), shows=("height",))


@lab(
    frame=Timeline(0, last=40, per_second=10, unit=Text(en="frame", ko="장")),
    shade=Toggle(False, label=Text(en="shade", ko="그늘")),
    shape=Choice("square", options={"square": Text(en="square", ko="네모"), "round": Text(en="round", ko="동그라미")}),
)
def film(frame: int, shade: bool, shape: str) -> Result:
    """A point that walks along the diagonal, one step a frame."""
    x = np.arange(frame + 1, dtype=float)
    figure = Figure(
        layers=(Line(x, x, Role.LOSS if shade else Role.MODEL), Mark(float(frame), float(frame), Role.MODEL)),
        alt=Text(en=f"The point has come to {frame}.", ko=f"점은 {frame}까지 왔습니다."),
        x=Axis("x", 0, 40),
        y=Axis("y", 0, 40),
    )
    sides = 4 if shape == "square" else 0
    readouts = {
        "walked": Readout(float(frame), Text(en="walked", ko="걸음"), ".0f"),
        "sides": Readout(float(sides), Text(en="sides", ko="변"), ".0f"),
    }
    return Result(readouts, (figure,), shows=("walked", "sides"))
