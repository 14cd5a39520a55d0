"""The canvas of a drawing in which one part is pointed at: it knows which cells that part has drawn.

Nothing moves and no character changes: that part stands out by its look, and all else steps back.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import numpy.typing as npt
from rich.color import Color
from rich.style import Style

from tutor.chart.canvas import BLANK, Canvas, Cells, one_of
from tutor.chart.looks import STYLES, Numbers, grounds_of, mapped
from tutor.chart.palette import Palette
from tutor.figure import Parted

NOTHING = 0x2800
"""Braille without a dot."""
_HALVES = "▀▄"
"""Their ink is a surface's as much as their ground is."""
_GAP = 2
"""So many blanks between two lit cells are lit as well: those between words, not those of an empty card."""
_BACK = 0.66
"""How much of a colour goes where it steps back: the ground shows through."""
_GROUND_BACK = 0.5
"""The same for the ground of a surface: it is large, and has to be seen still."""


def canvas_for(drawing: Parted, width: int, height: int) -> Canvas:
    """Return an empty canvas; where a part of the drawing is pointed at, one that can tell it from the rest."""
    if not drawing.pointed:
        return Canvas(width, height)
    return PointedCanvas(width, height, drawing.pointed, is_whole=drawing.part == drawing.pointed)


class PointedCanvas(Canvas):
    """A canvas on which the part that is pointed at leaves its trace."""

    def __init__(self, width: int, height: int, pointed: str, *, is_whole: bool) -> None:
        """Begin with an empty one; `is_whole` says that all that is drawn belongs to the part."""
        super().__init__(width, height)
        self._pointed = pointed
        self._is_whole = self._is_lit = is_whole
        self._is_solid = False
        self._lit = np.zeros((self.height, self.width), dtype=np.bool_)
        """the cells of the part"""
        self._solid = np.zeros((self.height, self.width), dtype=np.bool_)
        """the cells that are full of colour: turned round they would be something else"""

    def points_at(self, *names: str) -> bool:
        return self._is_whole or self._pointed in names

    @contextmanager
    def of(self, *names: str, solid: bool = False) -> Iterator[None]:
        before = self._is_lit, self._is_solid
        self._is_lit, self._is_solid = self._is_lit or self._pointed in names, solid
        yield
        self._is_lit, self._is_solid = before

    def light(self, x: int, y: int, cells: npt.NDArray[np.bool_]) -> None:
        rows, columns = cells.shape
        there = np.s_[y : y + rows, x : x + columns]
        self._lit[there] |= cells
        self._solid[there] &= ~cells

    def _lay(self, cells: Cells, looks: int | Numbers) -> None:
        super()._lay(cells, looks)
        self._lit[cells], self._solid[cells] = self._is_lit, self._is_solid

    def shine(self, palette: Palette) -> None:
        """Give every cell the look that it has while the part is pointed at."""
        is_seen = (self._codes != BLANK) & (self._codes != NOTHING) | (grounds_of(self._looks) > 0)
        is_seen |= np.isin(self._looks, [look for look, style in enumerate(STYLES) if style.reverse])
        lit = self._lit_cells(self._lit & is_seen)
        is_solid = self._solid | one_of(self._codes, _HALVES)
        if self._is_whole:
            # Of a whole drawing, its first line alone is turned round where colours do not tell it.
            is_solid[1:] = True
        for is_lit, solid in itertools.product((False, True), repeat=2):
            change = _standing_out if is_lit else _stepping_back
            cells = (is_seen | lit) & (lit == is_lit) & (is_solid == solid)
            self._looks[cells] = mapped(
                self._looks[cells],
                lambda look, change=change, solid=solid: change(STYLES[look], solid, palette),  # type: ignore[misc]
            )

    def _lit_cells(self, seen: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
        """Return what is lit: what is seen of the part, and its few blanks between that."""
        lit = seen.copy()
        for gap in range(1, _GAP + 1):
            between = seen[:, : -gap - 1] & seen[:, gap + 1 :]
            for at in range(1, gap + 1):
                lit[:, at : at - gap - 1] |= between
        return lit & self._lit


def _standing_out(style: Style, is_solid: bool, palette: Palette) -> Style:
    """Return the look of a cell of the part: bold and bright, and turned round where colours do not tell it."""
    if _is_fine(palette):
        quiet = style.color is not None and palette.quiet is not None and style.color == Color.parse(palette.quiet)
        return style + Style(bold=True, color=palette.ink if quiet else None)
    if is_solid:
        return style + Style(bold=True)
    if style.bgcolor is not None:
        # On a surface, whose colours may be too near to one another to be swapped.
        return Style(color=palette.ground, bgcolor=palette.ink, bold=True)
    return style + Style(bold=True, dim=False, reverse=True)


def _stepping_back(style: Style, is_solid: bool, palette: Palette) -> Style:
    """Return the look of a cell of all the rest: nearer to the ground."""
    if _is_fine(palette):
        ground = palette.ground or ""
        return style + Style(
            bold=False,
            color=_mixed(style.color, palette.ink or "", ground, _GROUND_BACK if is_solid else _BACK),
            bgcolor=_mixed(style.bgcolor, "", ground, _GROUND_BACK) if style.bgcolor is not None else None,
        )
    if is_solid and style.bgcolor is not None:
        # A surface of few colours has none to spare.
        return style + Style(bold=False)
    # Turned round is what is pointed at, and nothing else.
    reverse = style.reverse if is_solid else False
    colour = palette.quiet if style.bgcolor is None and not is_solid else None
    return style + Style(bold=False, dim=True, reverse=reverse, color=colour)


def _is_fine(palette: Palette) -> bool:
    """Return whether there are colours between two others."""
    return palette.coloured and (palette.ground or "").startswith("#")


def _mixed(colour: Color | None, default: str, ground: str, share: float) -> str:
    """Return a colour with so large a share of the ground in it."""
    one = (colour if colour is not None else Color.parse(default)).get_truecolor()
    other = Color.parse(ground).get_truecolor()
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in zip(one, other, strict=True))
