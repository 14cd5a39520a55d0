"""A crowd that takes a test for a rare illness."""

from __future__ import annotations

import numpy as np

from tutor.lab import Choice, Readout, Result, Slider, Toggle, lab
from tutor.language import Text
from tutor.working import given

PEOPLE = 1000


@lab(
    prevalence=Slider(0.01, low=0.0, high=0.5, step=0.01),
    sensitivity=Slider(0.9, low=0.0, high=1.0, step=0.05),
    false_alarm=Slider(0.05, low=0.01, high=0.5, step=0.01),
    place=Choice("town", options={"town": Text(en="a town", ko="도시"), "farm": Text(en="a farm", ko="농장")}),
)
def people(prevalence: float, sensitivity: float, false_alarm: float, place: str) -> Result:
    ill = PEOPLE * prevalence
    found = given(ill * sensitivity, form=".0f")
    alarmed = given((PEOPLE - ill) * false_alarm, form=".1f")
    chance = found / (found + alarmed)
    table = np.array([[found.value, alarmed.value], [ill - found.value, PEOPLE - ill - alarmed.value]])
    return Result(
        {
            "chance": Readout.of(chance.to(".2f"), format=".1%"),
            "joint": Readout(found.value / PEOPLE, format=".3f"),
            "change": Readout((prevalence - chance).value, format="+.2f"),
            "table": Readout(table, format=".1f"),
            "turned": Readout(table.T, format=".1f"),
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
