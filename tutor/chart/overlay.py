"""What is laid over the plot cell by cell: upright and level segments, points, marks, and their labels."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import field
from functools import cached_property, lru_cache

import numpy as np
import numpy.typing as npt
from rich.style import Style

from tutor.chart import clip
from tutor.chart.canvas import Canvas, cropped, one_of, printable, width_of
from tutor.chart.frame import Frame, pair
from tutor.chart.heat import level_labels
from tutor.chart.hops import landed, numbers
from tutor.chart.looks import ground_of, mapped
from tutor.chart.palette import Palette, ink_on
from tutor.chart.side import GRAIN
from tutor.dataclass import dataclass
from tutor.figure import Figure, Guide, Heat, Hops, Mark, Points, Role, Segments, Tangent
from tutor.language import say

_LIGHT = " ┊┈│─┼" + GRAIN
"""Nothing, a guide and the grains of a side: other things may cover them."""

_GROUND = " ▀░▒"
"""Nothing, or the colours and shades of a surface: a label may stand there."""

_TAKEN = 20
"""How much worse it is to cover a mark or a label than a piece of line."""

_STRAIGHT = np.array(list(map(ord, "│╷╵─╴╶")))
"""An upright line, its lower and its upper half; a level one, its left and its right half."""


@lru_cache(maxsize=4)
def segment_ends(layer: Segments, frame: Frame) -> clip.Ends:
    """Return the ends (x0, y0, x1, y1) of the segments in cells from the bottom left corner of the plot."""
    x0, y0 = pair(layer.x0, layer.y0)
    x1, y1 = pair(layer.x1, layer.y1)
    count = min(len(x0), len(x1))
    places = frame.x.place(x0), frame.y.place(y0), frame.x.place(x1), frame.y.place(y1)
    return places[0][:count], places[1][:count], places[2][:count], places[3][:count]


def straight(ends: clip.Ends) -> clip.Mask:
    """Return which segments are upright or level: those run through the middle of cells, as the points do."""
    x0, y0, x1, y1 = ends
    with np.errstate(invalid="ignore"):
        return (np.abs(x1 - x0) < 0.01) | (np.abs(y1 - y0) < 0.01)


@dataclass(eq=False)
class Overlay:
    """Lays the parts of a figure over the plot that is already on the canvas."""

    canvas: Canvas
    frame: Frame
    palette: Palette
    language: str
    _taken: npt.NDArray[np.bool_] = field(init=False)
    """Cells with a mark or a label, (rows, columns)."""

    def __post_init__(self) -> None:
        self._taken = np.zeros((self.canvas.height, self.canvas.width), dtype=np.bool_)

    def draw(self, figure: Figure) -> None:
        """Draw the straight segments, the points on top of them, the marks on top of those, where walks landed, and
        then the labels."""
        of = self.canvas.of
        for layer in figure.layers:
            if isinstance(layer, Segments):
                with of(layer.part):
                    self._straight_segments(layer)
        for layer in figure.layers:
            if isinstance(layer, Points):
                with of(layer.part):
                    self._points(layer)
        marks = [(layer, spot) for layer in figure.layers if isinstance(layer, Mark) and (spot := self._mark(layer))]
        for layer in figure.layers:
            if isinstance(layer, Heat):
                # Beside the height of a contour line a number would read as one of its digits.
                for x, y, text in level_labels(layer, figure.layers, self.frame):
                    self._taken[y, x : x + len(text)] = True
        walks = [layer for layer in figure.layers if isinstance(layer, Hops)]
        now = [(hops, spot) for hops in walks if (spot := self._present(hops))]
        for hops in walks:
            with of(hops.part):
                self._numbers(hops)
        for hops, (x, y) in now:
            label = f"{hops.name}{hops.places - 1}"
            with of(hops.part):
                placed = self._label(label, hops.role, _around(x, y, width_of(label)))
                if placed is not None:
                    self._badge(hops, placed, label)
        for layer in figure.layers:
            if isinstance(layer, Tangent):
                with of(layer.part):
                    self._tangent_label(layer)
        for mark, (x, y) in marks:
            said = say(mark.label, self.language)
            with of(mark.part):
                self._label(said, mark.role, _around(x, y, width_of(said)))
        for layer in figure.layers:
            if isinstance(layer, Guide):
                with of(layer.part):
                    self._guide_label(layer)

    def _straight_segments(self, layer: Segments) -> None:
        ends = segment_ends(layer, self.frame)
        cut = clip.segments(clip.selected(ends, straight(ends)), self.frame.columns, self.frame.rows)
        columns, rows, glyphs = straight_glyphs(cut, self.frame.columns)
        x, y = self.frame.left + columns, self.frame.top + self.frame.rows - 1 - rows
        # Into cells that hold nothing more telling.
        free = one_of(self.canvas.codes[y, x], _LIGHT)
        self.canvas.scatter(x[free], y[free], glyphs[free], self.palette.style(layer.role))

    def _points(self, layer: Points) -> None:
        xs, ys = self.frame.spots(*pair(layer.x, layer.y))
        mark = printable(layer.mark)
        if len(mark) != 1 or width_of(mark) != 1:
            for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
                self._stamp(x, y, mark, layer.role)
            return
        style = self.palette.style(layer.role, bold=True)

        def on(look: int) -> Style:
            ground = ground_of(look)
            return style if ground is None else _over(ground, True)

        self.canvas.scatter(xs, ys, mark, mapped(self.canvas.looks[ys, xs], on))
        self._taken[ys, xs] = True

    def _mark(self, mark: Mark) -> tuple[int, int] | None:
        """Draw a mark and return its cell. One outside the limits is an arrow at the edge that points to it."""
        if math.isnan(mark.x) or math.isnan(mark.y):
            return None
        spot = self.frame.spot(mark.x, mark.y)
        glyph = mark.mark
        if spot is None:
            spot, glyph = self.frame.edge_towards(mark.x, mark.y)
        with self.canvas.of(mark.part):
            self._stamp(*spot, glyph, mark.role)
        return spot

    def _present(self, hops: Hops) -> tuple[int, int] | None:
        """Draw the mark where a walk is now and return its cell; outside the limits it is an arrow at the edge."""
        x, y, _ = landed(hops)
        if not len(x):
            return None
        spot = self._mark(Mark(float(x[-1]), float(y[-1]), hops.role, mark=hops.mark, part=hops.part))
        if spot is not None:
            with self.canvas.of(hops.part):
                self._badge(hops, spot, self.canvas.at(*spot))
        return spot

    def _badge(self, hops: Hops, spot: tuple[int, int], text: str) -> None:
        """Turn a number or a mark of a walk over a surface round, so that it is no height of a contour line."""
        if hops.lane or not text:
            return
        colour = self.palette.roles.get(hops.role)
        style = self.palette.style(hops.role, bold=True, reverse=True)
        if colour is not None:
            there = self.canvas.ground(*spot)
            style = self.palette.ground_style(ink_on(colour), colour)
            if there == colour:  # of 16 colours a surface and a role can wear the same
                style = self.palette.ground_style(colour, ink_on(colour))
        self.canvas.put(*spot, text, style)

    def _numbers(self, hops: Hops) -> None:
        """Write the number of each earlier place on it, or a dot where there is no room for it."""
        x, y, _ = landed(hops)
        name = cropped(hops.name, 3)
        for at, _, text in numbers(hops, self.frame.x):
            spot = self.frame.spot(float(x[at]), float(y[at]))
            if spot is None:
                continue
            column, row = spot
            start = max(column - width_of(name), self.frame.left)
            label = name + text
            end = start + width_of(label)
            if end <= self.frame.left + self.frame.columns and not self._taken[row, start - 1 : end + 1].any():
                self._number(hops, start, row, label)
            elif not self._taken[row, column]:
                self._number(hops, column, row, "·")

    def _number(self, hops: Hops, x: int, y: int, text: str) -> None:
        if hops.lane:
            self._stamp(x, y, text, hops.role)
        else:
            self._badge(hops, (x, y), text)
            self._taken[y, x : x + width_of(text)] = True

    def _tangent_label(self, layer: Tangent) -> None:
        """Write the label of a tangent beside the place that it touches."""
        label, spot = say(layer.label, self.language), self.frame.spot(layer.x, layer.y)
        if label and spot is not None:
            x, y = spot
            reach = min(max(layer.length, 0.0), 1.0) if math.isfinite(layer.length) else 0.0
            across, size = round(reach * self.frame.columns / 4), width_of(label)
            spots = [(x + across, y - 1), (x + across, y), (x - across - size, y - 1), (x - across - size, y)]
            self._label(label, layer.role, [*spots, *_around(x, y, size)], bold=False)

    def _stamp(self, x: int, y: int, glyph: str, role: Role) -> None:
        end = self.canvas.put(x, y, glyph, self._style(x, y, role))
        self._taken[y, x:end] = True

    def _style(self, x: int, y: int, role: Role, *, bold: bool = True) -> Style:
        """Return the style of a mark: its role's colour, or over a coloured ground what can be read there."""
        ground = self.canvas.ground(x, y)
        if ground is None:
            return self.palette.style(role, bold=bold)
        return _over(ground, bold)

    def _guide_label(self, guide: Guide) -> None:
        label = say(guide.label, self.language)
        frame, width = self.frame, width_of(label)
        cell = (frame.x if guide.axis == "x" else frame.y).cell(guide.at)
        if cell is None or not label:
            return
        if guide.axis == "x":
            x = frame.left + cell
            spots = [(column, frame.top + row) for row in range(frame.rows) for column in (x + 2, x - 1 - width)]
        else:
            y = frame.top + frame.rows - 1 - cell
            right, left = frame.left + frame.columns - width, frame.left + 1
            spots = [(right, y - 1), (left, y - 1), (right, y + 1), (left, y + 1)]
        self._label(label, guide.role, spots, bold=False)

    def _label(
        self, label: str, role: Role, spots: Iterable[tuple[int, int]], *, bold: bool = True
    ) -> tuple[int, int] | None:
        """Write a label at that one of `spots` where it covers least, the first of equals, and return where."""
        frame = self.frame
        label = cropped(label, frame.columns)
        width = width_of(label)
        last, bottom = frame.left + frame.columns - width, frame.top + frame.rows
        inside = [(min(max(x, frame.left), last), y) for x, y in spots if frame.top <= y < bottom]
        if not label or not inside:
            return None
        xs, ys = np.array(inside).T
        x, y = inside[int(np.argmin(self._covered[ys, xs + width] - self._covered[ys, xs]))]
        self.canvas.put(x, y, label, self._style(x, y, role, bold=bold))
        self._taken[y, x : x + width] = True
        covered, end = self._covered[y], x + width
        more = _TAKEN * width - (covered[end] - covered[x])
        covered[x : end + 1] = covered[x] + _TAKEN * np.arange(width + 1)
        covered[end + 1 :] += more
        return x, y

    @cached_property
    def _covered(self) -> npt.NDArray[np.int_]:
        """How much a text up to each cell would cover in its row, (rows, columns + 1): what labels ask for once all
        else is drawn."""
        each = np.where(self._taken, _TAKEN, ~one_of(self.canvas.codes, _GROUND))
        covered = np.zeros((self.canvas.height, self.canvas.width + 1), dtype=np.int_)
        each.cumsum(axis=-1, out=covered[:, 1:])
        return covered


@lru_cache(maxsize=64)
def _over(ground: str, bold: bool) -> Style:
    return Style(color=ink_on(ground), bold=bold)


def straight_glyphs(
    cut: clip.Stroke, columns: int
) -> tuple[npt.NDArray[np.int_], npt.NDArray[np.int_], npt.NDArray[np.int_]]:
    """Return the cells (columns, rows; from the bottom left) of a plot of so many columns under upright and level
    segments, each once, with the code points of what is drawn there: a whole line, or its nearer or farther half where
    one ends.

    Where several meet, the half that came first stays, or else the line that came last.
    """
    x0, x1 = np.minimum(cut.x[::2], cut.x[1::2]), np.maximum(cut.x[::2], cut.x[1::2])
    y0, y1 = np.minimum(cut.y[::2], cut.y[1::2]), np.maximum(cut.y[::2], cut.y[1::2])
    upright = x1 - x0 < 0.01
    beside = np.floor(np.where(upright, x0, y0)).astype(int)
    # In halves of a cell.
    first = np.floor(np.where(upright, y0, x0) * 2 + 1e-6).astype(int)
    last = np.ceil(np.where(upright, y1, x1) * 2 - 1e-6).astype(int) - 1
    counts = np.where(last >= first, last // 2 - first // 2 + 1, 0)
    own = np.repeat(np.arange(len(counts)), counts)
    cell = np.arange(len(own)) - np.repeat(np.cumsum(counts) - counts, counts) + first[own] // 2
    glyph = np.where(2 * cell < first[own], 2, np.where(2 * cell + 1 > last[own], 1, 0)) + 3 * ~upright[own]
    column, row = np.where(upright[own], beside[own], cell), np.where(upright[own], cell, beside[own])
    whole = glyph % 3 == 0
    # A half before any whole line, the earlier before the later; of whole lines the later before the earlier.
    order = np.lexsort((np.where(whole, -np.arange(len(own)), np.arange(len(own))), whole))
    _, chosen = np.unique((row * columns + column)[order], return_index=True)
    shown = order[chosen]
    return column[shown], row[shown], _STRAIGHT[glyph[shown]]


def _around(x: int, y: int, width: int) -> list[tuple[int, int]]:
    """Return where a label of `width` cells can stand beside the cell (x, y), best place first."""
    right, left, centre = x + 2, x - 1 - width, x - width // 2
    beside = [(right, y), (left, y)]
    near = [(centre, y - 1), (centre, y + 1), (right, y - 1), (right, y + 1), (left, y - 1), (left, y + 1)]
    far = [(centre, y - 2), (centre, y + 2), (right, y - 2), (left, y - 2)]
    return [*beside, *near, *far]
