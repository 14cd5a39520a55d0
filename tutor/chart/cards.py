"""Drawing a `Network` as cards: each unit with its bias, its sum and what it passes on, joined by edges.

One meaning a channel: an edge is as wide as its weight is large, it is broken where that is negative, and the number
on it is the weight. Cards stand where they stand whatever their numbers are.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import field
from functools import cached_property

import numpy as np
import numpy.typing as npt
from rich.style import Style

from tutor.chart import clip, dots
from tutor.chart.canvas import Canvas, cropped, width_of, wrapped
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.chart.scale import number
from tutor.dataclass import dataclass
from tutor.figure import Edge, Network, Node, Role
from tutor.language import say
from tutor.namedtuple import NamedTuple
from tutor.parts import EDGES, STATES

_INNER = (11, 9)
"""Columns inside a card: the first with which the edges have room."""
_GAP = 9
"""The fewest columns between two columns of cards, in which a weight can be read."""
_WIDEST_GAP = 30
_DASH = (5, 4)
"""Braille dots drawn and left out in the edge of a negative weight."""
_MOST_DOTS = 5
"""Dots across the widest edge."""
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82)
"""Where along an edge a number can stand."""
_ALONE = 2.5
"""Rows to the next edge from which on a number stands well apart from it."""
_WIDE = 100
"""Columns from which on an arithmetic takes one line."""
_NOTE_ROWS = (2, 1)
"""Rows kept for it below that, and from there on."""
_MOST_CARDS, _MOST_EDGES = 40, 80
_LETTERS = ("b", "z", "a")
MARK = "✗"
"""Beside the value of a unit through which no slope comes."""


class Card(NamedTuple):
    """Where a node lies: its top left corner, and the lines in it."""

    x: int
    y: int
    inner: int
    lines: tuple[tuple[str, float | None], ...]
    closed: bool
    """whether it has a rule at its lower end"""

    @property
    def height(self) -> int:
        """Rows of the card, with its rules."""
        return len(self.lines) + 1 + self.closed

    @property
    def right(self) -> int:
        """The column after it."""
        return self.x + self.inner + 2

    @property
    def middle(self) -> float:
        """The height at which its edges begin."""
        return self.y + self.height / 2


Ends = tuple[float, float, float, float]


def draw_cards(network: Network, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the network drawn as cards, or None where they do not fit."""
    note = wrapped(f"{'◀' if network.backward else '▶'} {say(network.note, language)}", width)
    # A sentence that grows longer moves no card.
    note = [*note, *[""] * (_NOTE_ROWS[width >= _WIDE] - len(note))] if network.note else []
    titles = [say(title, language) for title in network.titles]
    for title_rows, closed, told in ((1, True, note), (0, True, note), (0, True, []), (0, False, [])):
        below = len(told)
        cards = _cards(network, width, height - bool(titles) * title_rows - below, closed)
        if cards is None:
            continue
        top = bool(titles) * title_rows
        placed = tuple(tuple(card._replace(y=card.y + top) for card in column) for column in cards)
        canvas = canvas_for(network, width, height)
        _Picture(network, placed, canvas, palette, language).draw()
        for column, title in zip(placed, titles if top else [], strict=False):
            if column:
                text = cropped(title, column[0].inner + 2 + _GAP - 1)
                x = column[0].x + (column[0].inner + 2 - width_of(text)) // 2
                canvas.put(min(max(x, 0), width - width_of(text)), 0, text, palette.style(Role.QUIET))
        for at, line in enumerate(told):
            y = height - below + at
            canvas.put(max((width - width_of(line)) // 2, 0), y, line, palette.style(bold=True))
        return canvas
    return None


def cards_height(network: Network) -> int:
    """Return how many rows the cards take at their best."""
    tallest = max((sum(len(_lines(network, node)) + 2 for node in column) for column in network.columns), default=1)
    return tallest + bool(network.titles) + (_NOTE_ROWS[0] if network.note else 0)


def _lines(network: Network, node: Node) -> tuple[tuple[str, float | None], ...]:
    """Return the lines of a card: what each begins with, and its number."""
    if node.bias is None:
        return (("", node.value),)
    numbers = (node.bias, node.sum, node.value, node.delta)
    letters = (letter or node.name for letter in network.letters or _LETTERS)
    return tuple(zip(letters, numbers, strict=False))


def _cards(network: Network, width: int, height: int, closed: bool) -> tuple[tuple[Card, ...], ...] | None:
    """Return the cards spread over the room, or None where they do not fit."""
    count = len(network.columns)
    if not count or sum(map(len, network.columns)) > _MOST_CARDS or len(network.edges) > _MOST_EDGES:
        return None
    for inner in _INNER:
        gap = min((width - count * (inner + 2)) // max(count - 1, 1), _WIDEST_GAP)
        if gap >= (2 * _GAP if inner == _INNER[0] else _GAP) or count == 1:
            break
    else:
        return None
    x = (width - count * (inner + 2) - gap * (count - 1)) // 2
    columns = []
    for nodes in network.columns:
        cards = [Card(x, 0, inner, _lines(network, node), closed) for node in nodes]
        free = height - sum(card.height for card in cards)
        if free < 0:
            return None
        y = 0
        for at, card in enumerate(cards):
            above = free * (2 * at + 1) // (2 * len(cards))
            cards[at] = card._replace(y=above + y)
            y += card.height
        columns.append(tuple(cards))
        x += inner + 2 + gap
    return tuple(columns)


@dataclass(eq=False)
class _Picture:
    """Cards and edges on their way onto a canvas."""

    network: Network
    cards: tuple[tuple[Card, ...], ...]
    canvas: Canvas
    palette: Palette
    language: str
    _labels: set[tuple[int, int]] = field(default_factory=set)

    @cached_property
    def something_active(self) -> bool:
        """Whether a part of the network is being worked out; then the rest steps back."""
        return any(edge.active for edge in self.network.edges)

    def draw(self) -> None:
        """Draw the edges, the cards over them, and then what is written on the edges."""
        edges = list(self._ends())
        for stands_out in (False, True):
            self._strokes([(edge, ends) for edge, ends in edges if edge.active == stands_out], stands_out)
        for column, nodes in zip(self.cards, self.network.columns, strict=True):
            for card, node in zip(column, nodes, strict=True):
                with self.canvas.of(node.name):
                    self._card(card, node)
        for edge, ends in edges:
            if edge.active:
                self._arrow(ends)
        ordered = sorted(edges, key=lambda one: not one[0].active)
        every = [ends for _, ends in edges]
        for edge, ends in ordered:
            if edge.gradient is not None:
                style = self.palette.style(Role.LOSS, bold=edge.active)
                with self.canvas.of(edge.name, EDGES):
                    self._label(f"∂{_signed(edge.gradient)}", ends, every, style)
        for edge, ends in ordered:
            if edge.weight is not None:
                with self.canvas.of(edge.name, EDGES):
                    self._label(_signed(edge.weight), ends, every, self._style(edge.active))

    def _ends(self) -> Iterator[tuple[Edge, Ends]]:
        """Yield the edges with both ends in cells; those into one card end one below the other."""
        into: dict[tuple[int, int], list[Edge]] = {}
        for edge in self.network.edges:
            into.setdefault(edge.target, []).append(edge)
        for target, edges in into.items():
            edges.sort(key=lambda edge: edge.source)
            for at, edge in enumerate(edges):
                try:
                    start = self.cards[edge.source[0]][edge.source[1]]
                    end = self.cards[target[0]][target[1]]
                except IndexError:
                    continue
                y = end.y + end.height * (at + 1) / (len(edges) + 1)
                yield edge, (start.right + 0.25, start.middle, end.x - 0.25, y)

    def _strokes(self, edges: list[tuple[Edge, Ends]], active: bool) -> None:
        self.canvas.block(0, 0, self._drawn(edges), self._style(active))
        lit = [one for one in edges if self.canvas.points_at(one[0].name, EDGES)]
        if lit:
            self.canvas.light(0, 0, self._drawn(lit) > 0)

    def _drawn(self, edges: list[tuple[Edge, Ends]]) -> npt.NDArray[np.int_]:
        """Return some edges in braille, (rows, columns)."""
        grid = np.zeros((4 * self.canvas.height, 2 * self.canvas.width), dtype=np.bool_)
        for negative in (False, True):
            lines = [
                (x0, y0 + shift, x1, y1 + shift)
                for edge, (x0, y0, x1, y1) in edges
                if (edge.weight is not None and edge.weight < 0) == negative
                for shift in _shifts(edge.weight)
            ]
            ends = np.array(lines, dtype=np.float64).reshape(-1, 4)
            starts = np.tile([True, False], len(ends))
            stroke = clip.Stroke(ends[:, 0::2].ravel(), ends[:, 1::2].ravel(), starts)
            dots.mark(grid, clip.dashed(stroke, *_DASH) if negative else stroke)
        return dots.drawn(grid)

    def _style(self, active: bool) -> Style:
        """Return how an edge looks: what is worked out now stands out, and until then all are alike."""
        return self.palette.style(Role.MODEL if active or not self.something_active else Role.QUIET, bold=active)

    def _card(self, card: Card, node: Node) -> None:
        border = self.palette.style(node.role if node.active else Role.QUIET, bold=node.active)
        corners = "┏━┓┃┗┛" if node.active else "╭─╮│╰╯"
        inner, inside = card.inner, card.x + 1
        name = cropped(node.name, inner - 1)
        top = corners[0] + corners[1] + " " * width_of(name) + corners[1] * (inner - 1 - width_of(name)) + corners[2]
        self.canvas.put(card.x, card.y, top, border)
        self.canvas.put(inside + 1, card.y, name, self.palette.style(node.role, bold=True))
        for at, (letter, value) in enumerate(card.lines):
            y = card.y + 1 + at
            self.canvas.put(card.x, y, corners[3] + " " * inner + corners[3], border)
            is_delta = at == 3
            style = self.palette.style(
                Role.LOSS if is_delta else node.role, bold=node.active or at == len(card.lines) - 1
            )
            text = "·" if value is None else _signed(value, 3)
            says_no = MARK if node.state and (at == 2 or len(card.lines) == 1) else ""
            end = inside + inner - 1
            with self.canvas.of(letter):
                self.canvas.put(inside, y, cropped(letter, 2), self.palette.style(Role.QUIET))
                self.canvas.put(max(end - width_of(text), inside), y, text, style)
            if says_no:
                with self.canvas.of(STATES):
                    self.canvas.put(inside + inner - 1, y, says_no, self.palette.style(Role.LOSS, bold=True))
        if card.closed:
            y = card.y + card.height - 1
            self.canvas.put(card.x, y, corners[4] + corners[1] * inner + corners[5], border)
            if node.state:
                text = cropped(f" {say(node.state, self.language)} ", inner)
                x = inside + (inner - width_of(text)) // 2
                with self.canvas.of(STATES):
                    self.canvas.put(x, y, text, self.palette.style(Role.LOSS, bold=True))

    def _arrow(self, ends: Ends) -> None:
        x0, y0, x1, y1 = ends
        style = self.palette.style(Role.LOSS if self.network.backward else Role.MODEL, bold=True)
        if self.network.backward:
            self.canvas.put(math.floor(x0), math.floor(y0), "◀", style)
        else:
            self.canvas.put(math.floor(x1), math.floor(y1), "▶", style)

    def _label(self, text: str, ends: Ends, every: list[Ends], style: Style) -> None:
        """Write a number on its edge, where that is farthest from the others and covers no card and no number."""
        width = width_of(text)
        best: tuple[float, int, int] | None = None
        for share in _ALONG:
            x = round(_at(ends, share)[0] - width / 2)
            y = math.floor(_at(ends, share)[1])
            if x < math.ceil(ends[0]) + 1 or x + width > math.floor(ends[2]) - 1:
                continue
            if any((column, y) in self._labels for column in range(x, x + width)):
                continue
            beside = (other for other in every if other is not ends and other[0] == ends[0])
            alone = min([_ALONE, *(abs(_at(other, share)[1] - _at(ends, share)[1]) for other in beside)])
            if best is None or alone > best[0] + 0.1:
                best = alone, x, y
        if best is None:
            return
        _, x, y = best
        self._labels.update((column, y) for column in range(x - 1, x + width + 1))
        # A blank on either side: a dash of the edge before a number would read as its sign.
        self.canvas.put(x - 1, y, f" {text} ", style)


def _at(ends: Ends, share: float) -> tuple[float, float]:
    """Return a point of an edge."""
    x0, y0, x1, y1 = ends
    return x0 + (x1 - x0) * share, y0 + (y1 - y0) * share


def _signed(value: float, decimals: int = 2) -> str:
    """Return a number with its sign; a long one shorter."""
    if not math.isfinite(value):
        return number(value)
    if abs(value) >= 100:
        return number(value, "+.0f" if abs(value) < 10_000 else "+.0e")
    text = number(value, f"+.{decimals}f")
    return text if text.strip("+-−0.") else text.lstrip("+-−")


def _shifts(weight: float | None) -> list[float]:
    """Return how far up and down the strokes of an edge lie, in cells: more of them the larger its weight is."""
    size = abs(weight) if weight is not None and math.isfinite(weight) else 0.5
    if size < 0.005:
        return []
    count = max(1, round(min(2 * size, _MOST_DOTS)))
    return [(at - (count - 1) / 2) / 4 for at in range(count)]
