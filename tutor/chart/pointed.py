"""The canvas of a drawing in which one part is pointed at: it knows which cells that part has drawn.

Nothing moves and no character changes: that part stands out by its look, and all else steps back.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

from rich.color import Color
from rich.style import Style

from tutor.chart.canvas import Canvas
from tutor.chart.palette import Palette
from tutor.figure import Parted

_HALVES = frozenset("▀▄")
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
        self._lit: set[tuple[int, int]] = set()
        """the cells of the part"""
        self._solid: set[tuple[int, int]] = set()
        """the cells that are full of colour: turned round they would be something else"""

    def points_at(self, *names: str) -> bool:
        return self._is_whole or self._pointed in names

    @contextmanager
    def of(self, *names: str, solid: bool = False) -> Iterator[None]:
        before = self._is_lit, self._is_solid
        self._is_lit, self._is_solid = self._is_lit or self._pointed in names, solid
        yield
        self._is_lit, self._is_solid = before

    def light(self, x: int, y: int) -> None:
        if 0 <= x < self.width and 0 <= y < self.height:
            self._lit.add((x, y))
            self._solid.discard((x, y))

    def _cell(self, x: int, y: int, character: str, style: Style) -> None:
        super()._cell(x, y, character, style)
        self._trace(x, x + 1, y)

    def _narrow(self, x: int, end: int, y: int, text: str, style: Style) -> None:
        super()._narrow(x, end, y, text, style)
        self._trace(x, end, y)

    def row(self, x: int, y: int, texts: list[str], styles: list[Style]) -> None:
        super().row(x, y, texts, styles)
        self._trace(x, x + len(texts), y)

    def _trace(self, start: int, end: int, y: int) -> None:
        """Note of whom the cells are that were just written."""
        cells = [(x, y) for x in range(start, end)]
        for kept, is_so in ((self._lit, self._is_lit), (self._solid, self._is_solid)):
            (kept.update if is_so else kept.difference_update)(cells)

    def shine(self, palette: Palette) -> None:
        """Give every cell the look that it has while the part is pointed at."""
        looks: dict[tuple[Style, bool, bool], Style] = {}
        for y in range(self.height):
            lit = self._lit_in(y)
            for x in range(self.width):
                if not self._is_seen(x, y) and x not in lit:
                    continue
                # Of a whole drawing, its first line alone is turned round where colours do not tell it.
                is_solid = (x, y) in self._solid or self._text[y][x] in _HALVES or (self._is_whole and y > 0)
                key = self._style[y][x], x in lit, is_solid
                if key not in looks:
                    looks[key] = (_standing_out if x in lit else _stepping_back)(key[0], is_solid, palette)
                self._style[y][x] = looks[key]

    def _lit_in(self, y: int) -> set[int]:
        """Return the columns of a line that are lit."""
        seen = [x for x in range(self.width) if (x, y) in self._lit and self._is_seen(x, y)]
        between = [x for one, other in pairwise(seen) if other - one <= _GAP + 1 for x in range(one + 1, other)]
        return {*seen, *(x for x in between if (x, y) in self._lit)}

    def _is_seen(self, x: int, y: int) -> bool:
        style = self._style[y][x]
        return self._text[y][x] not in (" ", "\u2800") or style.bgcolor is not None or bool(style.reverse)


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
