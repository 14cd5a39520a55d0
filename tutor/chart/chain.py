"""Drawing a `Chain`: what is left after each factor, as bars on a logarithmic scale that grow shorter row by row."""

from __future__ import annotations

import math

import numpy as np

from tutor.chart.canvas import Canvas, cropped, width_of
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.chart.scale import number
from tutor.figure import Chain, Role
from tutor.language import say
from tutor.namedtuple import NamedTuple
from tutor.parts import FACTORS, GOAL, LEFT, TAKEN

_LEFT, _LOST = "█", "░"
"""What is left, and what the row's own factor took: told apart without colour as well."""
_SMALLEST_BAR = 10
_TALLEST = 2
"""Lines of a bar: what is free beyond that goes between the rows."""
_FACTOR = 8
"""Columns for a factor, to three digits."""
_VALUE = 9
"""Columns for what is left, to three digits."""


class Row(NamedTuple):
    """One row: its name, its factor, and what was left before and is left after it."""

    name: str
    factor: str
    before: float
    after: float


def rows_of(chain: Chain, language: str) -> list[Row]:
    """Return the rows of a chain, the 1 that it begins with on top."""
    factors = np.ravel(np.asarray(chain.factors, dtype=np.float64))
    with np.errstate(all="ignore"):
        left = np.cumprod(factors).tolist()
    name = say(chain.name, language)
    rows = [Row("", "", 1.0, 1.0)]
    for place, (factor, after) in enumerate(zip(factors.tolist(), left, strict=True)):
        before = rows[-1].after
        rows.append(Row(f"{name} {place + 1}".strip(), f"×{number(factor, '.3g')}", before, after))
    return rows


def chain_height(chain: Chain) -> int:
    """Return how many lines a chain takes at its best."""
    return len(np.ravel(chain.factors)) + 3


def draw_chain(chain: Chain, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the chain, or None where there is no room for it."""
    rows = rows_of(chain, language)
    title = say(chain.title, language)
    top = (1 if title and height > len(rows) + 1 else 0) + 1
    # Columns that stay where they are while the numbers in them change.
    names = max(width_of(row.name) for row in (*rows, Row(f"{say(chain.name, language)} 10", "", 1.0, 1.0)))
    factors = max(_FACTOR, *(width_of(row.factor) for row in rows))
    start = names + factors + 3
    columns = width - start - _VALUE - 1
    if columns < _SMALLEST_BAR or height - top < len(rows) or not 0 < chain.least < 1:
        return None
    pitch = min((height - top) // len(rows), 4)
    thick = max(min(pitch - 1, _TALLEST), 1)
    canvas = canvas_for(chain, width, height)
    if top == 2:
        canvas.put(0, 0, cropped(title, width), palette.style(bold=True))
    tens = -math.log10(chain.least)

    def cells(value: float) -> int:
        """Return how far a value reaches; all that is as small as the scale begins at is 0."""
        if not value > chain.least:
            return 0
        return min(round(columns * (1 + math.log10(min(value, 1.0)) / tens)), columns)

    quiet, wanted = palette.style(Role.QUIET), palette.style(Role.RIGHT, bold=True)
    # The powers of ten stand over the places that a bar ends at, and a dotted line goes down from each.
    free = start
    for power in range(math.ceil(tens)):
        at, label = start + cells(10.0**-power), number(10.0**-power, "g")
        for y in range(top, height):
            canvas.put(at, y, "┊", quiet)
        begin = min(at - len(label) // 2, width - len(label))
        if power == 0 or begin + len(label) < free:
            is_goal = chain.goal == 10.0**-power
            with canvas.of(GOAL * is_goal):
                canvas.put(begin, top - 1, label, wanted if is_goal else quiet)
            free = begin
    goal = None if chain.goal is None else start + cells(chain.goal)
    if goal is not None:
        with canvas.of(GOAL):
            for y in range(top, height):
                canvas.put(goal, y, "│", wanted)
    note = say(chain.note, language)
    for place, row in enumerate(rows):
        y = top + place * pitch
        middle = y + (thick - 1) // 2
        canvas.put(names - width_of(row.name), middle, row.name, palette.style())
        with canvas.of(FACTORS):
            at = names + 1 + factors - width_of(row.factor)
            canvas.put(at, middle, row.factor, palette.style(Role.OTHER, bold=True))
        if math.isnan(row.after) or (chain.unknown and place > 0):
            canvas.put(start, middle, "?", quiet)
            continue
        before, after = cells(row.before), cells(row.after)
        for line in range(y, y + thick):
            with canvas.of(LEFT, solid=True):
                canvas.put(start, line, _LEFT * after, palette.style(Role.MODEL))
            with canvas.of(TAKEN):
                canvas.put(start + after, line, _LOST * max(before - after, 0), palette.style(Role.LOSS))
            if after == 0 and before == 0:
                canvas.put(start, line, "◀", palette.style(Role.LOSS))
        with canvas.of(LEFT):
            canvas.put(width - _VALUE, middle, f" {number(row.after, '.3g')}", palette.style(Role.MODEL, bold=True))
        if place > 0 and note and start + before + 2 + width_of(note) <= width - _VALUE:
            canvas.put(start + before + 2, middle, note, palette.style(Role.LOSS, bold=True))
    return canvas
