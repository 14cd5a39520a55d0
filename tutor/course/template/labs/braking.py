"""How far a car rolls until it stands."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark
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
