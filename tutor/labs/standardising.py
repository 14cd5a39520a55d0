"""Columns in different units, brought to one measure."""

from __future__ import annotations

import numpy as np

from tutor.figure import Matrices, Matrix, Role
from tutor.lab import Choice, Readout, Result, Table, lab
from tutor.labs.arrays import ARROW, code_of
from tutor.language import Text
from tutor.nn import arrays as nn
from tutor.nn.arrays import Array

PEOPLE: Array = np.array([[171.0, 68.0], [163.0, 56.0], [177.0, 84.0], [169.0, 72.0]])
"""Height (cm) and weight (kg) of four people, shape (4, 2). Their means and spreads are whole numbers."""

UNITS = {"cm": 1.0, "m": 0.01}
"""From a unit of height to how much of it a centimetre is."""


@lab(
    unit=Choice(
        "cm",
        options={"cm": "cm", "m": "m"},
        label=Text(en="height in", ko="키의 단위"),
        role=Role.GIVEN,
    ),
    reads=(nn.standardised,),
)
def people(unit: str) -> Result:
    """Standardise the heights and weights of four people: X (4, 2) -> Z (4, 2)."""
    X = PEOPLE * np.array([UNITS[unit], 1.0])
    mean, spread, Z = X.mean(axis=0), X.std(axis=0), nn.standardised(X)
    columns: tuple[Text | str, ...] = (Text(en="height", ko="키"), Text(en="weight", ko="몸무게"))
    # In metres the heights differ from the second decimal on.
    form = "g" if unit == "cm" else ".2f"
    drawing = Matrices(
        (
            Matrix(X, "X", Role.GIVEN, form, column_names=columns),
            ARROW,
            Matrix(Z, "Z", Role.RIGHT, ".1f", column_names=columns),
        ),
        alt=Text(
            en=f"The heights and weights X = {code_of(X)} become Z = {code_of(Z)}: around 0, with a spread of 1.",
            ko=f"키와 몸무게 X = {code_of(X)} → Z = {code_of(Z)}. 평균 0, 표준편차 1.",
        ),
    )
    table = Table(
        ("", *columns),
        (
            (Text(en="mean", ko="평균"), f"{mean[0]:{form}}", f"{mean[1]:g}"),
            (Text(en="standard deviation", ko="표준편차"), f"{spread[0]:{form}}", f"{spread[1]:g}"),
        ),
    )
    readouts = {
        "X": Readout(X, "X", "g", role=Role.GIVEN),
        "Z": Readout(Z, "Z", ".1f", code="(X - X.mean(axis=0)) / X.std(axis=0)"),
        "mean": Readout(mean, Text(en="mean", ko="평균"), "g"),
        "spread": Readout(spread, Text(en="standard deviation", ko="표준편차"), "g"),
    }
    return Result(readouts, (drawing,), table)
