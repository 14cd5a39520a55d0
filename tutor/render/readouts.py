"""What the readouts of a result look like: their values side by side, or each with its working."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from tutor.course.live import fill
from tutor.course.prose import Live
from tutor.lab import Readout, Result
from tutor.language import say, true_minus
from tutor.namedtuple import NamedTuple
from tutor.render.look import Look
from tutor.render.wrap import wrapped

HIDDEN = "?"
"""Stands for a value that a prediction still has to guess."""
BETWEEN = " · "
LEAST_WORKING = 16
"""Cells that a working is never narrower than, however long the name before it is."""


class ReadoutPanel(NamedTuple):
    """The readouts at one moment."""

    result: Result
    unfolded: bool = False
    """each on lines of its own, with its working"""
    veiled: bool = False
    """a prediction is open: the values are not told"""
    changed: Collection[str] = ()
    """the readouts that have just changed, and stand out"""


def readout_lines(panel: ReadoutPanel, width: int, look: Look) -> list[list[Segment]]:
    """Return the readouts that the result shows, then its note."""
    shown = [(name, panel.result.readouts[name]) for name in panel.result.shows if name in panel.result.readouts]
    lines = (_unfolded if panel.unfolded and not panel.veiled else _folded)(panel, shown, width, look)
    note = look.spelled(true_minus(say(panel.result.note, look.language)))
    if note and not panel.veiled:
        lines += [
            [Segment(text, look.ink + Style(italic=look.palette.slanted or None))] for text in wrapped(note, width)
        ]
    return lines


def label_of(name: str, readout: Readout, language: str) -> str:
    """Return what a learner calls a readout."""
    return say(readout.label, language) or name


def changed_readouts(before: Result | None, result: Result | None) -> frozenset[str]:
    """Return the names of the readouts shown that read differently in `result` from how they did in `before`."""
    if before is None or result is None:
        return frozenset()
    # Only those: the others may be all weights of a network, and to write them takes as long as a frame of a film.
    both = (name for name in result.shows if name in result.readouts and name in before.readouts)
    return frozenset(name for name in both if _value(name, result, "en") != _value(name, before, "en"))


def _value(name: str, result: Result, language: str) -> str:
    return fill(Live(name), {}, result, language)


def _folded(panel: ReadoutPanel, shown: Sequence[tuple[str, Readout]], width: int, look: Look) -> list[list[Segment]]:
    lines: list[list[Segment]] = []
    used = width
    for name, readout in shown:
        label = look.spelled(label_of(name, readout, look.language))
        value = HIDDEN if panel.veiled else look.spelled(_value(name, panel.result, look.language))
        size = cell_len(label) + 1 + cell_len(value)
        if used + cell_len(BETWEEN) + size > width:
            lines.append([])
            used = 0
        else:
            lines[-1].append(Segment(BETWEEN, look.quiet))
            used += cell_len(BETWEEN)
        style = look.role(readout.role, bold=True)
        lines[-1] += [
            Segment(label + " ", look.quiet),
            Segment(value, style + Style(reverse=True) if name in panel.changed else style),
        ]
        used += size
    return lines


def _unfolded(panel: ReadoutPanel, shown: Sequence[tuple[str, Readout]], width: int, look: Look) -> list[list[Segment]]:
    lines: list[list[Segment]] = []
    for name, readout in shown:
        lead = f"{look.spelled(label_of(name, readout, look.language))} = "
        style = look.role(readout.role, bold=True)
        worked = readout.working is not None
        text = look.spelled(fill(Live(name, working=worked), {}, panel.result, look.language))
        first, *rest = wrapped(text, max(width - cell_len(lead), LEAST_WORKING)) or [""]
        lines.append([Segment(lead, look.quiet), Segment(first, style)])
        lines += [[Segment(" " * cell_len(lead)), Segment(row, style)] for row in rest]
    return lines
