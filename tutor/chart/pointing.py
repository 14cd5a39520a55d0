"""Which point of a plane lies under a cell of a drawing: where somebody clicks."""

from __future__ import annotations

from itertools import pairwise

from tutor.chart.drawing import BETWEEN, widths_of
from tutor.chart.figures import layout_of
from tutor.chart.palette import Palette
from tutor.figure import Drawing, Figure, Panels
from tutor.namedtuple import NamedTuple


class Pointed(NamedTuple):
    """A point of a figure on which points can be put."""

    name: str
    """the parameter whose points it takes"""
    x: float
    y: float


def pointed_at(
    drawing: Drawing, column: int, row: int, width: int, height: int, palette: Palette, language: str
) -> Pointed | None:
    """Return the point in the middle of a cell of a drawing of this size; None where no points can be put."""
    if isinstance(drawing, Panels):
        return _in_panels(drawing, column, row, width, height, palette, language)
    if not isinstance(drawing, Figure) or not drawing.takes:
        return None
    layout = layout_of(drawing, width, height, palette, language)
    if layout is None:
        return None
    frame = layout.frame
    across, up = column - frame.left, frame.top + frame.rows - 1 - row
    if not (0 <= across < frame.columns and 0 <= up < frame.rows):
        return None
    return Pointed(drawing.takes, frame.x.value(across), frame.y.value(up))


def _in_panels(
    panels: Panels, column: int, row: int, width: int, height: int, palette: Palette, language: str
) -> Pointed | None:
    start = 0
    widths = widths_of(panels, width)
    for part, columns in zip(panels.parts, widths, strict=False):
        if start <= column < start + columns:
            return pointed_at(part, column - start, row, columns, height, palette, language)
        start += columns + BETWEEN
    if widths:
        return None
    count = max(len(panels.parts), 1)
    cuts = pairwise(round(height * number / count) for number in range(count + 1))
    for part, (top, bottom) in zip(panels.parts, cuts, strict=False):
        if top <= row < bottom:
            return pointed_at(part, column, row - top, width, bottom - top, palette, language)
    return None
