"""What the text of a step says at the moment: its live values, and the colours of their names."""

from __future__ import annotations

from tutor.course.live import fill
from tutor.course.prose import Live
from tutor.render.prose.layout import Fill
from tutor.render.readouts import HIDDEN
from tutor.role import Role
from tutor.session.visit import Visit


def visit_fill(visit: Visit, language: str) -> Fill:
    """Return what a live value says of the visit's lab now; one that is still to be guessed says nothing."""

    def said(live: Live, in_mathematics: bool) -> str:
        if live.name in visit.withheld:
            return HIDDEN
        return fill(
            live,
            visit.result_values,
            visit.result,
            language,
            lab=visit.use.lab if visit.use is not None else None,
            setting="math" if in_mathematics else "prose",
        )

    return said


def roles_of(visit: Visit) -> dict[str, Role]:
    """Return the roles of the lab's parameters and readouts, whose names and values wear their colours."""
    if visit.use is None or visit.result is None:
        return {}
    readouts = visit.result.readouts
    roles = {name: readout.role for name, readout in readouts.items() if readout.role is not Role.QUIET}
    return roles | {name: parameter.role for name, parameter in visit.use.lab.parameters.items()}
