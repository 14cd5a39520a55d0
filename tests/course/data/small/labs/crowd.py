"""A crowd that takes a test for a rare illness."""

from __future__ import annotations

import numpy as np

from tutor.lab import Choice, Readout, Result, Slider, Toggle, lab
from tutor.language import Text

PEOPLE = 1000


@lab(
    prevalence=Slider(0.01, low=0.0, high=0.5, step=0.01),
    sensitivity=Slider(0.9, low=0.0, high=1.0, step=0.05),
    false_alarm=Slider(0.05, low=0.01, high=0.5, step=0.01),
    place=Choice("town", options={"town": Text(en="a town", ko="도시"), "farm": Text(en="a farm", ko="농장")}),
)
def people(prevalence: float, sensitivity: float, false_alarm: float, place: str) -> Result:
    ill = PEOPLE * prevalence
    found = ill * sensitivity
    alarmed = (PEOPLE - ill) * false_alarm
    chance = found / (found + alarmed)
    return Result(
        {
            "chance": Readout(
                chance, format=".1%", working=f"{found:.0f} / ({found:.0f} + {alarmed:.1f}) = {chance:.2f}"
            ),
            "joint": Readout(found / PEOPLE, format=".3f"),
            "change": Readout(prevalence - chance, format="+.2f"),
            "table": Readout(np.array([[found, alarmed], [ill - found, PEOPLE - ill - alarmed]]), format=".1f"),
            "turned": Readout(np.array([[found, ill - found], [alarmed, PEOPLE - ill - alarmed]]), format=".1f"),
            "shape": Readout((2, 2), format=".0f"),
            "place_name": Readout(place),
        }
    )


@lab(
    w1=Slider(0.0, low=-2, high=2, step=0.5),
    w2=Slider(0.0, low=-2, high=2, step=0.5),
    b=Slider(0.0, low=-2, high=2, step=0.5),
    strict=Toggle(True),
)
def gate(w1: float, w2: float, b: float, strict: bool) -> Result:
    inputs = np.array([[0, 0], [0, 1], [1, 0], [1, 1]])  # (4, 2)
    totals = inputs @ np.array([w1, w2]) + b  # (4,)
    fires = totals > 0 if strict else totals >= 0
    return Result(
        {
            "totals": Readout(totals),
            "fires": Readout(fires.astype(float), format=".0f"),
            "is_and": Readout(bool((fires == [False, False, False, True]).all())),
            "is_or": Readout(bool((fires == [False, True, True, True]).all())),
        }
    )
