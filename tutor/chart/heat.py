"""A surface as coloured half blocks with its boundary drawn in braille, straight from NumPy.

plotext takes 17 to 28 ms and 36 KB for a surface of 60 x 24 cells; a decision boundary that moves while it is learned
has 20 ms a frame.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from rich.style import Style

from tutor.chart.canvas import CODE, Canvas, Codes, codes_of
from tutor.chart.dots import are_braille, braille
from tutor.chart.frame import Frame
from tutor.chart.looks import Numbers, ground_of, mapped, number_of
from tutor.chart.palette import LEVELS, SHADES, Palette, ink_on
from tutor.chart.scale import Scale, number
from tutor.figure import Heat, Layer, Mark, Role
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array

MOST_LEVELS = 7
"""Contour lines that are drawn: of more, those round a minimum run into each other."""
DOTS = 256
"""Characters of braille: each of its eight dots is there or not."""
_KEPT = 4
"""Surfaces that are kept as they are drawn: what moves on a chart is mostly not its surface."""

EDGE = "#"
"""The boundary and the contour lines where there is neither colour nor anything but ASCII."""


class _Painted(NamedTuple):
    """What stands in each cell of a plot, and how it looks, (rows, columns)."""

    codes: Codes
    looks: Numbers


def draw_heat(canvas: Canvas, heat: Heat, frame: Frame, palette: Palette) -> bool:
    """Fill the plot with the surface; say whether there is one. Cells outside its rectangle, or without a finite value,
    are empty."""
    painted = _painted(heat, frame, _Worn(palette))
    if painted is None:
        return False
    _fill(canvas, heat, frame, painted)
    return True


def draw_heats(canvas: Canvas, heats: Sequence[Heat], frames: Sequence[Frame], palette: Palette) -> None:
    """Fill plots of one size with surfaces that differ in their heights alone: together, for of a small surface it is
    not the cells that take time."""
    shapes = {np.shape(heat.z) for heat in heats}
    if len(shapes) > 1 or any(len(shape) != 2 or 0 in shape for shape in shapes):
        # Of a course from elsewhere: each as far as it is a surface.
        for heat, frame in zip(heats, frames, strict=True):
            draw_heat(canvas, heat, frame, palette)
    elif heats:
        z = np.array([heat.z for heat in heats], dtype=np.float64)
        painted = _paint(z, heats[0], frames[0], palette)
        for heat, frame, codes, looks in zip(heats, frames, painted.codes, painted.looks, strict=True):
            _fill(canvas, heat, frame, _Painted(codes, looks))


def _fill(canvas: Canvas, heat: Heat, frame: Frame, painted: _Painted) -> None:
    with canvas.of(heat.part, solid=True):
        canvas.fill(frame.left, frame.top, *painted)
    if canvas.points_at(heat.edge):
        # The boundary and the contour lines.
        canvas.light(frame.left, frame.top, are_braille(painted.codes))


class _Worn:
    """A palette, equal to itself alone: what is painted in it can be kept."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Worn) and other.palette is self.palette

    def __hash__(self) -> int:
        return id(self.palette)


@lru_cache(maxsize=_KEPT)
def _painted(heat: Heat, frame: Frame, worn: _Worn) -> _Painted | None:
    """Return the plot with the surface; None where there is none."""
    z = np.atleast_2d(np.asarray(heat.z, dtype=np.float64))
    if z.ndim != 2 or not z.size:
        return None
    codes, looks = _paint(z[None], heat, frame, worn.palette)
    return _Painted(codes[0], looks[0])


def _paint(z: Array, heat: Heat, frame: Frame, palette: Palette) -> _Painted:
    """Return the plots of surfaces with the heights `z`, (surfaces, rows, columns), else as `heat` is."""
    levels, edge = _surfaces(z, heat, frame)
    # All that a cell can look like is kept in a table, filled in as it is met.
    codes, looks = _table(_Worn(palette), heat.boundary is not None)
    numbered = ((levels[:, ::2] + 1) * (LEVELS + 1) + levels[:, 1::2] + 1) * DOTS + edge
    for cell in set(numbered[looks[numbered] < 0].tolist()):
        halves, dots = divmod(cell, DOTS)
        upper, lower = divmod(halves, LEVELS + 1)
        text, style = _look(upper - 1, lower - 1, dots, palette, one_colour=heat.boundary is not None)
        codes[cell], looks[cell] = ord(text), number_of(style)
    return _Painted(codes[numbered], looks[numbered])


@lru_cache(maxsize=_KEPT)
def _table(worn: _Worn, one_colour: bool) -> _Painted:  # noqa: ARG001 - what is kept belongs to a palette
    """Return an empty table of what cells look like by number, a look of -1 where that is not known yet."""
    size = (LEVELS + 1) ** 2 * DOTS
    return _Painted(np.zeros(size, dtype=CODE), np.full(size, -1))


def draw_levels(canvas: Canvas, heat: Heat, layers: Sequence[Layer], frame: Frame, palette: Palette) -> None:
    """Write the height of each contour line on it, where one lies free of the others and of the marks in `layers`."""

    def on(look: int) -> Style:
        ground = ground_of(look)
        return palette.style(bold=True) if ground is None else palette.ground_style(ink_on(ground), ground)

    with canvas.of(heat.part, heat.edge):
        for x, y, text in level_labels(heat, layers, frame):
            canvas.fill(x, y, codes_of(text)[None], mapped(canvas.looks[y, x : x + len(text)], on)[None])


def _surfaces(z: Array, heat: Heat, frame: Frame) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    """Return the level of each half of a cell, -1 for none, (surfaces, 2·rows, columns), and the dots of the boundary
    and of the contour lines in each, (surfaces, rows, columns)."""
    low, high = heat.z_range
    if not (np.isfinite(low) and np.isfinite(high) and high > low):
        low, high = 0.0, 1.0
    heights = np.array([*([] if heat.boundary is None else [heat.boundary]), *contours(heat.levels, low, high)])
    with np.errstate(all="ignore"):
        if heat.log and low > 0:
            z, heights = np.log10(np.maximum(z, low)), np.log10(heights)
            low, high = float(np.log10(low)), float(np.log10(high))
        share = (np.minimum(np.maximum(z, low), high) / 2 - low / 2) / (high / 2 - low / 2)
    known = np.isfinite(share)
    share = np.where(known, share, 0.5)
    rows, columns = frame.rows, frame.columns
    halves, seen = _sampled(share, known, heat, frame, 2 * rows, columns)
    found = np.minimum((halves * LEVELS + 1e-9).astype(int), LEVELS - 1)
    levels = np.where(seen, found, -1)[:, ::-1]
    edge = np.zeros((len(z), rows, columns), dtype=int)
    heights = np.sort(heights[np.isfinite(heights)])
    if len(heights):
        dots, dots_seen = _sampled(share, known, heat, frame, 4 * rows, 2 * columns)
        edge = braille(_edge(dots, dots_seen, (heights - low) / (high - low)))
    return levels, edge


def level_labels(heat: Heat, layers: Sequence[Layer], frame: Frame) -> tuple[tuple[int, int, str], ...]:
    """Return where the height of each contour line is written: the cell of the canvas, and the number. Where a mark
    would lie on one, they make way for the marks."""
    found = _level_labels(heat, frame, frozenset())
    spots = (frame.spot(layer.x, layer.y) for layer in layers if isinstance(layer, Mark))
    marks = frozenset(spot for spot in spots if spot is not None)
    covered = any((at, y) in marks for x, y, text in found for at in range(x, x + len(text)))
    return _level_labels(heat, frame, marks) if covered else found


@lru_cache(maxsize=_KEPT)
def _level_labels(heat: Heat, frame: Frame, marks: frozenset[tuple[int, int]]) -> tuple[tuple[int, int, str], ...]:
    z = np.atleast_2d(np.asarray(heat.z, dtype=np.float64))
    levels = contours(heat.levels, *heat.z_range)
    if not levels or z.ndim != 2 or not z.size:
        return ()
    heights, seen = _sampled(z[None], np.isfinite(z[None]), heat, frame, frame.rows, frame.columns)
    taken = np.zeros((frame.rows, frame.columns + 2), dtype=np.bool_)
    for x, y in marks:
        taken[y - frame.top, x - frame.left] = True
    found = []
    for level in levels:
        text = number(level)
        row_of, column_of = np.nonzero(_edge(heights, seen, np.array([level]))[0])
        # From the upper right: there the lines of a valley lie furthest apart.
        for row, column in sorted(
            zip(row_of.tolist(), column_of.tolist(), strict=True), key=lambda at: (at[0], -at[1])
        ):
            start = column - len(text) // 2
            cells = slice(max(start - 1, 0), start + len(text) + 1)
            if start < 0 or start + len(text) > frame.columns or taken[max(row - 1, 0) : row + 2, cells].any():
                continue
            taken[row, cells] = True
            found.append((frame.left + start, frame.top + row, text))
            break
    return tuple(found)


def contours(levels: Sequence[float], low: float, high: float) -> list[float]:
    """Return the heights of the contour lines between two ends, from the lowest up: of too many, every second and so
    on."""
    inside = sorted({float(level) for level in levels if low < level < high})
    return inside[:: max(1, math.ceil(len(inside) / MOST_LEVELS))]


def _sampled(
    share: Array, known: npt.NDArray[np.bool_], heat: Heat, frame: Frame, rows: int, columns: int
) -> tuple[Array, npt.NDArray[np.bool_]]:
    """Return the surfaces at rows x columns places over the plot (row 0 lowest), interpolated between their cells, and
    where they are known."""
    y = _along(share.shape[1], heat.y_range, frame.y, rows)
    x = _along(share.shape[2], heat.x_range, frame.x, columns)
    # By index: a product of matrices would wait for the threads of BLAS, which take longer to start than this takes.
    with np.errstate(all="ignore"):
        # Between two equal heights it is that height, to the last bit: a plain has no specks.
        below = share[:, y.below]
        values = below + (share[:, y.above] - below) * y.mix[:, None]  # (surfaces, rows, n)
        below = values[..., x.below]
        values = below + (values[..., x.above] - below) * x.mix  # (surfaces, rows, columns)
    seen = y.inside[:, None] & x.inside
    if not known.all():
        seen = seen & known[:, y.nearest][..., x.nearest]
    return values, seen


class _Places(NamedTuple):
    """Places along an axis: which two cells of the surface each lies between, and how far from the first to the second
    (0 to 1); the cell nearest to each, and whether it lies on the surface."""

    below: npt.NDArray[np.int_]
    above: npt.NDArray[np.int_]
    mix: Array
    nearest: npt.NDArray[np.int_]
    inside: npt.NDArray[np.bool_]


@lru_cache(maxsize=64)
def _along(count: int, span: tuple[float, float], scale: Scale, places: int) -> _Places:
    """Return where each of `places` along an axis lies on the `count` cells of the surface."""
    with np.errstate(all="ignore"):
        position = (scale.values(places) - span[0]) / (span[1] - span[0]) * count
    position = np.where(np.isfinite(position), position, -1.0)
    # Half a cell of the chart beyond the limits still belongs to the cell at the limit.
    room = count / max(scale.cells, 1)
    inside = (position >= -room) & (position <= count + room)
    centre = np.clip(position - 0.5, 0, count - 1)
    below = np.floor(centre).astype(int)
    nearest = np.clip(np.floor(position), 0, count - 1).astype(int)
    return _Places(below, np.minimum(below + 1, count - 1), centre - below, nearest, inside)


def _edge(values: Array, seen: npt.NDArray[np.bool_], heights: Array) -> npt.NDArray[np.bool_]:
    """Return the dots on the upper side of one of the heights (which ascend) that have one of its other side beside
    them, row 0 on top."""
    band = np.zeros(values.shape, dtype=np.int8)
    for height in heights:
        band += values >= height
    beside = np.zeros(band.shape, dtype=np.bool_)
    beside[..., 1:] |= band[..., 1:] > band[..., :-1]
    beside[..., :-1] |= band[..., :-1] > band[..., 1:]
    beside[:, 1:] |= band[:, 1:] > band[:, :-1]
    beside[:, :-1] |= band[:, :-1] > band[:, 1:]
    edge: npt.NDArray[np.bool_] = (beside & seen)[:, ::-1]
    return edge


def _look(upper: int, lower: int, edge: int, palette: Palette, *, one_colour: bool) -> tuple[str, Style]:
    """Return how a cell looks whose halves have these levels (-1 for none), with these dots of the boundary or of
    contour lines."""
    if upper < 0 or lower < 0:
        return " ", palette.style()
    level = (upper + lower) // 2
    typed = not palette.has_blocks
    # Of the shades some look like a piece of a line there.
    line = EDGE if typed and not palette.heat else chr(0x2800 + edge)
    if not palette.heat:
        return (line, palette.style(Role.MODEL)) if edge else (SHADES[level], palette.style())
    if edge:
        # Kept on one side of the middle, the boundary is one colour along its whole length; a contour line is anyhow.
        kept = min(level, LEVELS // 2) if palette.dark else max(level, LEVELS // 2)
        ground = palette.heat[kept if one_colour else level]
        return line, palette.ground_style(ink_on(ground), ground)
    if upper == lower or typed:
        return " ", palette.ground_style(None, palette.heat[level])
    return "▀", palette.ground_style(palette.heat[upper], palette.heat[lower])
