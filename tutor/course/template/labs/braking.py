"""How far a car rolls until it stands."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Guide, Line, Mark, Role, Segments
from tutor.lab import Readout, Result, Slider, lab
from tutor.language import Text
from tutor.working import given

BRAKING = 8.0
"""How hard a good car brakes on a dry road, in metres a second, each second."""

SPEED = Text(
    en="speed (km/h)",
    ko="속력 (km/h)",
)
DISTANCE = Text(
    en="distance (m)",
    ko="거리 (m)",
)


@lab(speed=Slider(50, low=0, high=130, step=5, label=SPEED))
def distance(speed: float) -> Result:
    """Return the braking distance in metres from a speed in km/h: d = v²/(2a)."""
    v = (given(speed, "speed") / 3.6).named("v", ".2f")
    d = v**2 / (2 * given(BRAKING, "braking"))
    speeds = np.linspace(0, 130, 131)
    figure = Figure(
        (Line(speeds, (speeds / 3.6) ** 2 / (2 * BRAKING)), Mark(speed, d.value)),
        alt=Text(
            en=f"The braking distance over the speed: from {speed:g} km/h it is {d.value:.1f} m.",
            ko=f"속력에 따른 제동 거리. 시속 {speed:g} km에서는 {d.value:.1f} m입니다.",
        ),
        x=Axis("km/h", 0, 130),
        y=Axis("m", 0, 90),
    )
    readouts = {
        "distance": Readout.of(d.to(".1f"), DISTANCE, ".1f"),
        "v": Readout.of(v, "v", ".2f"),
        "braking": Readout(BRAKING),
        # What comes out where a step of the calculation is forgotten. No one sees these: the quiz knows them.
        "not_converted": Readout(speed**2 / (2 * BRAKING)),
        "not_halved": Readout(v.value**2 / BRAKING),
    }
    return Result(readouts, (figure,), shows=("v", "distance"))


CHILD = 25.0
"""How far ahead the child stands, in metres."""
WHO = Text(
    en="child",
    ko="아이",
)


@lab(speed=Slider(30, low=10, high=130, step=5, label=SPEED))
def road(speed: float) -> Result:
    """Return how far a car rolls from a speed, beside all the speeds below it: a picture for the whole width."""
    v = (given(speed, "speed") / 3.6).named("v", ".2f")
    d = v**2 / (2 * given(BRAKING, "braking"))
    speeds = np.arange(10.0, speed + 1, 5)
    rolled = (speeds / 3.6) ** 2 / (2 * BRAKING)
    figure = Figure(
        (
            # What gives the answer to the prediction away is hidden until it was made.
            Segments(np.zeros(len(speeds)), speeds, rolled, speeds, Role.MODEL, reveals=True, part="bars"),
            # Words of the step point at parts that have a name.
            Guide("x", CHILD, Role.LOSS, WHO, part="child"),
            Mark(d.value, speed, label=f"{d.value:.1f} m", reveals=True),
        ),
        alt=Text(
            en=f"Bars for the speeds up to {speed:g} km/h: from that the car rolls {d.value:.1f} m of {CHILD:g} m.",
            ko=f"시속 {speed:g} km까지의 막대. 이 속력에서는 {CHILD:g} m 가운데 {d.value:.1f} m를 굴러갑니다.",
        ),
        x=Axis("m", 0, 90),
        y=Axis("km/h", 0, 135),
    )
    readouts = {
        "distance": Readout.of(d.to(".1f"), DISTANCE, ".1f"),
        "just_in_time": Readout(speed >= 70 and d.value < CHILD),
        "too_far": Readout(d.value >= CHILD),
    }
    return Result(readouts, (figure,), shows=("distance",))
