"""A stone that falls, and pendulums that swing."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark, Points, Role, Segments
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


MARK, NEAR = 30.0, 0.5
"""Where the bucket stands, and how near the ball has to come down: metres."""
WALL, WALL_HEIGHT = 20.0, 8.0


@lab(
    angle=Slider(30, low=5, high=85, step=1, label=Text(en="angle", ko="각도")),
    speed=Slider(15.0, low=5, high=25, step=0.5, label=Text(en="speed", ko="속력")),
)
def throw(angle: float, speed: float) -> Result:
    """Return the way of a ball that is thrown over a wall at an angle: it comes down at v²·sin(2·angle)/g."""
    turned = np.radians(angle)
    across, up = speed * np.cos(turned), speed * np.sin(turned)
    seconds = np.linspace(0, 2 * up / G, 121)
    x, y = across * seconds, up * seconds - G * seconds**2 / 2
    reach = float(speed**2 * np.sin(2 * turned) / G)
    top = float(up**2 / (2 * G))
    at_wall = float(WALL * np.tan(turned) - G * WALL**2 / (2 * across**2))
    over = reach > WALL and at_wall > WALL_HEIGHT
    figure = Figure(
        (
            Line(x, y, label=Text(en="the ball", ko="공"), reveals=True, part="ball"),
            Segments(np.array([WALL]), np.zeros(1), np.array([WALL]), np.array([WALL_HEIGHT]), Role.GIVEN, part="wall"),
            Mark(MARK, 0.0, Role.RIGHT, Text(en="bucket", ko="양동이"), "∪", part="bucket"),
            Mark(reach, 0.0, Role.MODEL, f"{reach:.1f} m", reveals=True),
        ),
        alt=Text(
            en=f"A ball thrown at {angle:g}° and {speed:g} m/s rises {top:.1f} m and comes down at {reach:.1f} m.",
            ko=f"{angle:g}°, 초속 {speed:g}m로 던진 공은 {top:.1f}m까지 올라 {reach:.1f}m 앞에 떨어집니다.",
        ),
        x=Axis(Text(en="metres", ko="거리(m)"), 0, 65),
        y=Axis("m", 0, 25),
    )
    readouts = {
        "reach": Readout(reach, Text(en="comes down at (m)", ko="떨어지는 곳(m)"), ".1f"),
        "top": Readout(top, Text(en="highest (m)", ko="최고 높이(m)"), ".1f"),
        "over": Readout(over, Text(en="over the wall", ko="벽을 넘음")),
        "hits": Readout(over and abs(reach - MARK) <= NEAR),
        "through_the_wall": Readout(not over and abs(reach - MARK) <= NEAR),
        "falls_short": Readout(reach < MARK - NEAR),
    }
    return Result(readouts, (figure,), shows=("reach", "top", "over"))
