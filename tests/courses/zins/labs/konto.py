"""Ein Konto, auf dem die Zinsen stehen bleiben."""

from __future__ import annotations

import numpy as np

from tutor.figure import Axis, Figure, Line, Mark, Place
from tutor.lab import Readout, Result, Slider, lab
from tutor.language import Text
from tutor.role import Role
from tutor.working import close, given

START = 100.0
"""Euro, die am Anfang auf dem Konto sind."""

LAST = 40


@lab(
    rate=Slider(5, low=1, high=10, step=1, label=Text(de="Zinssatz in %", fr="taux en %")),
    years=Slider(0, low=0, high=LAST, step=1, label=Text(de="Jahre", fr="années"), role=Role.GIVEN),
)
def zinseszins(rate: float, years: float) -> Result:
    """Gibt den Kontostand K(n) = 100 · (1 + p)^n nach n Jahren."""
    factor = (1 + close(given(rate, "rate") / 100)).named("factor", ".2f")
    working = given(START, "start") * factor ** given(years, "years")
    balance = working.value
    every = np.arange(LAST + 1)
    interest = START * rate / 100
    simple = START + interest * years
    figure = Figure(
        (
            Line(every, START + interest * every, Role.QUIET, Text(de="ohne Zinseszins", fr="intérêts simples")),
            Line(every, START * factor.value**every, label=Text(de="mit Zinseszins", fr="composés"), reveals=True),
            Mark(years, balance, reveals=True),
        ),
        alt=Text(
            de=f"Kontostand über den Jahren. Nach {years:.0f} Jahren sind es {balance:.2f} €.",
            fr=f"Le solde selon les années. Après {years:.0f} ans il y a {balance:.2f} €.",
        ),
        x=Axis(Text(de="Jahre", fr="années"), 0, LAST),
        y=Axis("€", 0, 1000),
        places={"balance": Place("y", years)},
    )
    readouts = {
        "balance": Readout.of(working.to(".2f"), Text(de="Kontostand in €", fr="solde en €"), ".2f"),
        "factor": Readout.of(factor, Text(de="Faktor", fr="facteur"), ".2f"),
        "start": Readout(START, format="g"),
        # Die falschen Wege: nur die ersten Zinsen, Jahr für Jahr; und der Zinssatz selbst als Faktor.
        "simple": Readout(simple, format=".2f"),
        "only_interest": Readout(balance - START, format=".2f"),
        "doubled": Readout(balance >= 2 * START),
        "too_short": Readout(balance < 2 * START),
    }
    return Result(readouts, (figure,), shows=("balance", "factor"))
