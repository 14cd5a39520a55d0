"""Drawing a `Network`: columns of nodes, joined by edges in braille, with the weights written into the edges.

An edge with a negative weight is dashed. What is being worked out is bold, and the rest steps back.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import field
from functools import cache, cached_property, partial
from typing import TypeVar

import numpy as np
import numpy.typing as npt
from rich.style import Style

from tutor.chart import clip, dots
from tutor.chart.canvas import Canvas, cropped, width_of
from tutor.chart.cards import cards_height, draw_cards
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.chart.scale import number
from tutor.dataclass import dataclass
from tutor.figure import Edge, Network, Node, Role
from tutor.language import say
from tutor.namedtuple import NamedTuple
from tutor.parts import EDGES

_DASH = (3, 3)
"""Braille dots drawn and left out in the edge of a negative weight."""
_WIDE = 8
"""Cells between two columns in which a weight can be read."""
_NARROW = 4
"""Cells between two columns below which no edge is drawn."""
_WIDEST = 20
_WIDEST_VALUE = -8.88
_ALONG = (0.3, 0.38, 0.22, 0.46, 0.54, 0.62, 0.7, 0.78)
"""Where along an edge its weight can stand, from the end with more nodes: there the edges lie farthest apart."""


_MOST_EDGES = 2_000
"""Edges that are drawn; beyond, they fill everything between the nodes."""
_MOST_LABELS = 500
"""Edges that a place for their weight is looked for."""

T = TypeVar("T")


class Spot(NamedTuple):
    """Where a node lies: its lines start at column x, the first one in row y; all are `width` cells long."""

    x: int
    y: int
    width: int
    lines: tuple[str, ...]


Spots = tuple[tuple[Spot, ...], ...]
Ends = tuple[float, float, float, float, bool]
"""Both ends of an edge in cells, and whether it is dashed."""


def draw_network(network: Network, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the drawn network; a list of its columns where it does not fit; None where not even that does."""
    if network.has_cards:
        cards = draw_cards(network, width, height, palette, language)
        if cards is not None:
            return cards
    headings = [say(title, language) for title in network.titles]
    title = say(network.title, language)
    spots = None
    columns_of = cache(partial(_columns, network))
    for head in (bool(title) + bool(headings), bool(headings), 0):
        spots = _spots(network, width, height, head, columns_of)
        if spots:
            break
    if not spots:
        return _listed(network, width, height, palette, language)
    if head <= bool(headings):
        title = ""
    if head == 0:
        headings = []
    picture = _Picture(network, spots, canvas_for(network, width, height), palette)
    picture.draw()
    canvas = picture.canvas
    if title:
        canvas.put(0, 0, cropped(title, width), palette.style(bold=True))
    for column, heading in zip(spots, headings, strict=False):
        if column:
            text = cropped(heading, width)
            x = column[0].x + (column[0].width - width_of(text)) // 2
            canvas.put(min(max(x, 0), width - width_of(text)), head - 1, text, palette.style(Role.QUIET))
    return canvas


def node_lines(node: Node, tall: bool) -> tuple[str, ...]:
    """Return the lines of a node: "(x1 1.00)", or where columns are close "(x1)" with "1.00" below."""
    return _lines(node, node.value, tall)


def _lines(node: Node, value: float | None, tall: bool) -> tuple[str, ...]:
    if value is None:
        return (f"({node.name})", "") if tall else (f"({node.name})",)
    said = number(value, node.format)
    return (f"({node.name})", said) if tall else (f"({node.name} {said})",)


class _Columns(NamedTuple):
    """The lines of all nodes, and how wide each column is."""

    lines: list[list[tuple[str, ...]]]
    widths: list[int]


def _columns(network: Network, tall: bool) -> _Columns:
    """Return the columns at their widest: with a value of two digits and a sign where values are shown at all.

    They then stand still while one node after the other gets its value.
    """
    lines = [[node_lines(node, tall) for node in column] for column in network.columns]
    shows_values = any(node.value is not None for column in network.columns for node in column)
    widths = []
    for column, own in zip(network.columns, lines, strict=True):
        widest = [_lines(node, _WIDEST_VALUE, tall) for node in column] if shows_values else []
        widths.append(max((width_of(line) for all_lines in (*own, *widest) for line in all_lines), default=0))
    return _Columns(lines, widths)


def _spots(
    network: Network, width: int, height: int, head: int, columns_of: Callable[[bool], _Columns]
) -> Spots | None:
    """Return where the nodes lie below `head` rows, or None where they do not fit."""
    most = max((len(column) for column in network.columns), default=0)
    gaps = len(network.columns) - 1
    rows = height - head
    if not most:
        return None
    for tall, nearest in ((False, _WIDE), (True, _NARROW), (False, _NARROW)):
        if most * (2 if tall else 1) > rows or gaps * nearest > width:
            continue
        lines, widths = columns_of(tall)
        free = width - sum(widths)
        if free < gaps * nearest:
            continue
        gap = min(free // gaps, _WIDEST) if gaps else 0
        x = (width - sum(widths) - gap * gaps) // 2
        placed = []
        for column, column_width in zip(lines, widths, strict=True):
            placed.append(tuple(_column(column, x, column_width, head, rows, tall)))
            x += column_width + gap
        return tuple(placed)
    return None


def _column(column: list[tuple[str, ...]], x: int, width: int, head: int, rows: int, tall: bool) -> Iterator[Spot]:
    """Spread the nodes of a column evenly over the rows."""
    step = min(rows / max(len(column), 1), 8.0)
    start = head + (rows - step * len(column)) / 2
    for index, lines in enumerate(column):
        y = math.floor(start + (index + 0.5) * step - (0.5 if tall else 0))
        yield Spot(x, min(y, head + rows - len(lines)), width, lines)


@dataclass(eq=False)
class _Picture:
    """A network on its way onto a canvas."""

    network: Network
    spots: Spots
    canvas: Canvas
    palette: Palette
    _labels: set[tuple[int, int]] = field(default_factory=set)

    @cached_property
    def something_active(self) -> bool:
        """Whether a part of the network is being worked out; then the rest steps back."""
        return any(edge.active for edge in self.network.edges)

    def draw(self) -> None:
        """Draw edges, nodes, and then the weights."""
        every = _at_most(_MOST_EDGES, [edge for edge in self.network.edges if not edge.active])
        active = _at_most(_MOST_EDGES, [edge for edge in self.network.edges if edge.active])
        edges = [(edge, ends) for edge in (*every, *active) if (ends := self._ends(edge))]
        for stands_out in (False, True):
            self._strokes([one for one in edges if one[0].active == stands_out], stands_out)
        for column, nodes in zip(self.spots, self.network.columns, strict=True):
            for spot, node in zip(column, nodes, strict=True):
                with self.canvas.of(node.name):
                    self._node(spot, node)
        for edge, ends in _at_most(_MOST_LABELS, [one for one in edges if one[0].active]):
            if not self._label(edge, ends, named=True):
                self._label(edge, ends, named=False)
        for edge, ends in _at_most(_MOST_LABELS, [one for one in edges if not one[0].active]):
            self._label(edge, ends, named=False)

    def _ends(self, edge: Edge) -> Ends | None:
        """Return both ends of an edge in cells, and whether it is dashed; None where it joins no two nodes."""
        try:
            source = self.spots[edge.source[0]][edge.source[1]]
            target = self.spots[edge.target[0]][edge.target[1]]
        except IndexError:
            return None
        indent = (target.width - width_of(target.lines[0])) // 2
        overhang = source.width - (source.width - width_of(source.lines[0])) // 2
        negative = edge.weight is not None and edge.weight < 0
        return source.x + overhang + 0.25, source.y + 0.5, target.x + indent - 0.25, target.y + 0.5, negative

    def _strokes(self, edges: list[tuple[Edge, Ends]], active: bool) -> None:
        self.canvas.block(0, 0, self._drawn([ends for _, ends in edges]), self._edge_style(active))
        lit = [ends for edge, ends in edges if self.canvas.points_at(edge.name, EDGES)]
        if lit:
            self.canvas.light(0, 0, self._drawn(lit) > 0)

    def _drawn(self, ends: list[Ends]) -> npt.NDArray[np.int_]:
        """Return some edges in braille, (rows, columns)."""
        grid = np.zeros((4 * self.canvas.height, 2 * self.canvas.width), dtype=np.bool_)
        for negative in (False, True):
            lines = np.array([line for *line, dashed in ends if dashed == negative], dtype=np.float64).reshape(-1, 4)
            starts = np.tile([True, False], len(lines))
            stroke = clip.Stroke(lines[:, 0::2].ravel(), lines[:, 1::2].ravel(), starts)
            dots.mark(grid, clip.dashed(stroke, *_DASH) if negative else stroke)
        return dots.drawn(grid)

    def _edge_style(self, active: bool) -> Style:
        if active:
            return self.palette.style(Role.MODEL, bold=True)
        return self.palette.style(Role.QUIET)

    def _node(self, spot: Spot, node: Node) -> None:
        style = self.palette.style(node.role, bold=node.active, reverse=node.active)
        for row, line in enumerate(spot.lines):
            if line:
                self.canvas.put(spot.x + (spot.width - width_of(line)) // 2, spot.y + row, line, style)

    def _label(self, edge: Edge, ends: Ends, *, named: bool) -> bool:
        """Write the weight into its edge where it covers no node and no other weight; return whether there was room."""
        text = weight_text(edge, named)
        width = width_of(text)
        x0, y0, x1, y1, _ = ends
        if not text or x1 - x0 < width + 1:
            return not text
        best: tuple[int, int, int] | None = None
        fans_out = len(self.spots[edge.source[0]]) < len(self.spots[edge.target[0]])
        for order, along in enumerate(_ALONG):
            share = 1 - along if fans_out else along
            x = round(x0 + (x1 - x0) * share - width / 2)
            y = math.floor(y0 + (y1 - y0) * share)
            if x < math.ceil(x0) or x + width > math.floor(x1):
                continue
            cost = self._cost(x, y, width)
            if cost is not None and (best is None or cost + order < best[0]):
                best = (cost + order, x, y)
        if best is None:
            return False
        _, x, y = best
        self._labels.update((column, y) for column in range(x - 1, x + width + 1))
        role = Role.MODEL if edge.active or not self.something_active else Role.QUIET
        with self.canvas.of(edge.name, EDGES):
            self.canvas.put(x, y, text, self.palette.style(role, bold=edge.active))
        if dots.is_braille(self.canvas.at(x - 1, y)):
            # A dash of the edge right before a number would read as its sign.
            self.canvas.put(x - 1, y, " ")
        return True

    def _cost(self, x: int, y: int, width: int) -> int | None:
        """Return how many pieces of edges a text at (x, y) would cover; None where it would cover other text."""
        cost = 0
        for column in range(x, x + width):
            there = self.canvas.at(column, y)
            if (column, y) in self._labels or not (there == " " or dots.is_braille(there)):
                return None
            cost += there != " "
        return cost


def _at_most(most: int, many: Sequence[T]) -> Sequence[T]:
    """Return at most so many of many, evenly chosen."""
    return many if len(many) <= most else [many[at * len(many) // most] for at in range(most)]


def weight_text(edge: Edge, named: bool) -> str:
    """Return what is written at an edge: its weight with up to two decimals, or its name where it has none."""
    if edge.weight is None:
        return edge.name
    weight = number(round(edge.weight, 2) if math.isfinite(edge.weight) else edge.weight)
    return f"{edge.name}={weight}" if named and edge.name else weight


def _listed(network: Network, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the columns of the network as lines of text, or None where they do not fit."""
    title = say(network.title, language)
    top = 1 if title and height > len(network.columns) else 0
    if not network.columns or height - top < len(network.columns) or width < _WIDEST:
        return None
    canvas = canvas_for(network, width, height)
    if top:
        canvas.put(0, 0, cropped(title, width), palette.style(bold=True))
    for y, column in enumerate(network.columns, start=top):
        x = 0
        if y - top < len(network.titles):
            x = canvas.put(0, y, say(network.titles[y - top], language), palette.style(Role.QUIET)) + 1
        for node in column:
            style = palette.style(node.role, bold=node.active, reverse=node.active)
            text = node_lines(node, tall=False)[0]
            if x + width_of(text) > width:
                canvas.put(max(0, min(x, width - 1)), y, "⋯", palette.style(Role.QUIET))
                break
            with canvas.of(node.name):
                x = canvas.put(x, y, text, style) + 1
    return canvas


def network_height(network: Network) -> int:
    """Return how many rows a network takes at its best."""
    if network.has_cards:
        return cards_height(network)
    most = max((len(column) for column in network.columns), default=1)
    rows = most * (4 if most <= 4 else 3)
    return max(rows, 6) + bool(network.titles) + bool(network.title)
