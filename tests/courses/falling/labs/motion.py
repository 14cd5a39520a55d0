"""A stone that falls, and pendulums that swing."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark, Points
from tutor.lab import Readout, Result, Slider, lab
from tutor.language import Text
from tutor.working import close, given

G = 9.81
"""How much faster a stone falls after each second: 9.81 metres a second, near the ground."""


@lab(t=Slider(1.5, low=0, high=4, step=0.1, label=Text(en="seconds", ko="초")))
def fall(t: float) -> Result:
    """Return how far a stone falls in t seconds: d(t) = g·t²/2."""
    working = given(G, "g") * close(given(t, "t") ** 2) / 2
    seconds = np.linspace(0, 4, 81)
    figure = Figure(
        (Line(seconds, G * seconds**2 / 2), Mark(t, working.value)),
        alt=Text(
            en=f"The distance fallen over the seconds. After {t:g} s it is {working.value:.1f} m.",
            ko=f"시간에 따른 낙하 거리. {t:g}초 뒤에는 {working.value:.1f}m입니다.",
        ),
        x=Axis(Text(en="seconds", ko="초"), 0, 4),
        y=Axis("m", 0, 80),
    )
    readouts = {
        "distance": Readout.of(working.to(".2f"), Text(en="metres fallen", ko="낙하 거리(m)")),
        "g": Readout(G),
        # A wrong way, for the quiz: the speed at the end, which it does not have from the start.
        "speed": Readout(G * t, Text(en="metres a second", ko="속력(m/s)")),
    }
    return Result(readouts, (figure,), shows=("distance", "speed"))


@lab(g=Slider(9.8, low=1, high=25, step=0.1, label=Text(en="gravity", ko="중력 가속도")))
def swing(g: float) -> Result:
    """Return how long pendulums of several lengths need to swing there and back: T = 2π·√(l/g)."""
    lengths = np.array([0.25, 0.5, 1.0, 2.0])
    periods = 2 * np.pi * np.sqrt(lengths / g)
    figure = Figure(
        (Points(lengths, periods),),
        alt=Text(
            en=f"The period over the length. One metre swings in {periods[2]:.2f} s.",
            ko=f"길이에 따른 주기. 1m는 {periods[2]:.2f}초에 한 번 흔들립니다.",
        ),
        x=Axis(Text(en="metres", ko="길이(m)"), 0, 2.5),
        y=Axis(Text(en="seconds", ko="초"), 0, 10),
    )
    readouts = {
        "periods": Readout(periods, Text(en="periods", ko="주기")),
        "lengths": Readout(lengths, Text(en="lengths", ko="길이")),
    }
    return Result(readouts, (figure,), shows=("lengths", "periods"))
