"""A round draws one random figure of any kind, at any size, in any colours: no abort, nothing over 100 ms."""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Any, TypeVar

import numpy as np

from tests.ordeal._drawing import Task, in_children, told
from tutor.chart.palette import DARK, DARK_16, LIGHT, LIGHT_16, MONOCHROME
from tutor.figure import (
    Axis,
    Bars,
    Chain,
    Drawing,
    Edge,
    Figure,
    Guide,
    Heat,
    Hops,
    Layer,
    Line,
    Mark,
    Matrices,
    Matrix,
    Network,
    Node,
    Panels,
    Pixels,
    Points,
    Polygon,
    Polygons,
    Product,
    Role,
    Segments,
    Side,
    Squares,
    Stretch,
    Tangent,
    Tile,
    Tiles,
)
from tutor.language import Text
from tutor.nn.arrays import Array

ROUNDS = 5_000
PALETTES = (DARK, LIGHT, MONOCHROME, DARK_16, LIGHT_16)
LANGUAGES = ("en", "ko", "fr")
HOSTILE = (
    *(math.nan, math.inf, -math.inf, 0.0, -0.0, 1.0, -1.0, 0.1, 1e16, 1e16 + 2, 1e15 + 0.3),
    *(sign * size for sign in (-1, 1) for size in (1e300, 9.9e299, 1.7e308, 1e200, 1e-300, 2e-308, 5e-324, 1e6, 1e9)),
)
PIECES = (
    *("loss", "W", "x₁", " ", "  ", "한글", "데이터를 ", "잃은 값", "👩‍🔬", "🇰🇷", "👍🏽", "é", "ŷ̂", "ᄒ", "ᅡᆫ", "한"),
    *("\n", "\t", "\r\n", "\x1b[31m", "\x07", "\x9b2J", "\u202e", "\u2066", "\u200b", "\ufeff", "\x00", "-1", "a-b"),
    *("שלום", "\ud7ff", "\U0010ffff", "𝔸", "…", "█", "⠿", "│", "●", "·", "ﷺ", "\u0301\u0301\u0301"),
)
"""What labels are made of."""
FORMATS = ("g", ".2f", "+.1e", "d", "not a format", ".0f", ".400f", "300.2f", ",", "999999999", ".99999999f")

T = TypeVar("T")


class Maker:
    """Makes one figure of all there is, from one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.numbers = np.random.default_rng(seed)

    def odds(self, share: float) -> bool:
        """Return whether something of this share happens."""
        return self.chance.random() < share

    def one_of(self, *makers: Callable[[], T]) -> T:
        """Return what one of them makes."""
        return self.chance.choice(makers)()

    # -- what figures are made of

    def number(self) -> float:
        """Return a number: a tame one, or one of those that break things, or any pattern of 64 bits."""
        return self.one_of(
            lambda: self.chance.uniform(-10, 10),
            lambda: self.chance.choice(HOSTILE),
            lambda: self.chance.choice((-1, 1)) * 10.0 ** self.chance.uniform(-320, 308),
            lambda: float(np.frombuffer(self.numbers.bytes(8))[0]),
        )

    def count(self, most: int) -> int:
        """Return how many: often none, one or two, seldom very many."""
        return min(most, self.chance.choice((0, 1, 2, 3, 7, 30, int(10 ** self.chance.uniform(0, 5)), most)))

    def array(self, count: int | None = None) -> Array:
        """Return numbers in a row."""
        count = self.count(20_000) if count is None else count
        scale = self.chance.choice((1.0, 1.0, 10.0, 1e-3, 1e6, 1e300, 1e-300, 5e-324))
        with np.errstate(all="ignore"):
            found: Array = self.one_of(
                lambda: np.linspace(0, 1, count),
                lambda: self.numbers.normal(size=count),
                lambda: np.cumsum(self.numbers.normal(size=count)),
                lambda: np.sin(np.linspace(0, self.chance.uniform(1, 9_000), count)),
                lambda: np.full(count, self.number()),
                lambda: 1.7 ** np.arange(count, dtype=np.float64),
                lambda: (-1.0) ** np.arange(count) * 1e300,
                lambda: self.numbers.integers(0, 2, count).astype(np.float64),
                lambda: np.frombuffer(self.numbers.bytes(8 * count)),
                lambda: self.numbers.choice(np.array(HOSTILE), count),
            )
            found = found * scale
        if count and self.odds(0.4):
            found = found.copy()
            for _ in range(self.chance.randint(1, 4)):
                found[self.chance.randrange(count)] = self.chance.choice(HOSTILE)
        return found

    def table(self, most: int = 300) -> Array:
        """Return rows and columns."""
        tame = (self.chance.randint(1, 9), self.chance.randint(1, 9))
        odd = ((1, 200), (200, 1), (0, 3), (3, 0), (1, 1), (most, most), (most, 2), (40, 40))
        shape = self.chance.choice((*(tame,) * len(odd), *odd))
        return self.array(shape[0] * shape[1]).reshape(shape)

    def word(self, most: int = 500) -> str:
        """Return a label: mostly a short one, seldom one of hundreds of characters in any script."""
        kind = self.chance.random()
        if kind < 0.3:
            return ""
        if kind < 0.7:
            return self.chance.choice(("W", "cost", "the cost", "손실", "loss ℓ", "x₁"))
        size = self.chance.randint(0, self.chance.choice((10, 60, most)))
        words = ""
        while len(words) < size:
            words += self.chance.choice(PIECES)
        return words[:size]

    def text(self) -> Text | str:
        """Return a label, the same in every language or one for each."""
        return self.word() if self.odds(0.5) else Text(en=self.word(), ko=self.word())

    def role(self) -> Role:
        """Return a role."""
        return self.chance.choice(list(Role))

    def mark(self) -> str:
        """Return a point's mark."""
        return self.chance.choice(("●", "○", "◆", "✓", "가", "", "👩‍🔬", "●●", "\n", "e\u0301"))

    def several(self, most: int, make: Callable[[], T]) -> tuple[T, ...]:
        """Return some of what is made."""
        return tuple(make() for _ in range(self.count(most)))

    # -- layers

    def line(self) -> Layer:
        """Return a line: sorted, not sorted, of ends that do not match."""
        x = self.array()
        y = self.array(len(x) if self.odds(0.9) else None)
        return Line(np.sort(x) if self.odds(0.5) else x, y, self.role(), self.text(), self.odds(0.3), self.odds(0.1))

    def points(self) -> Layer:
        """Return points."""
        x = self.array()
        return Points(x, self.array(len(x)), self.role(), self.text(), self.mark(), self.odds(0.1))

    def segments(self) -> Layer:
        """Return segments, upright ones among them."""
        x0, y0 = self.array(), self.array()
        x1 = x0 if self.odds(0.4) else self.array(len(x0))
        return Segments(x0, y0, x1, self.array(len(y0)), self.role(), self.text(), self.odds(0.1))

    def heat(self) -> Layer:
        """Return a surface."""
        ends = [self.number() if self.odds(0.4) else float(at) for at in (0, 1, 0, 1, 0, 1)]
        boundary = self.chance.choice((None, 0.5, self.number()))
        ranges = [(ends[at], ends[at + 1]) for at in (0, 2, 4)]
        levels = tuple(self.array(self.count(30)).tolist()) if self.odds(0.3) else ()
        return Heat(
            self.table(), ranges[0], ranges[1], ranges[2], boundary, self.text(), self.odds(0.1), levels, self.odds(0.5)
        )

    def hops(self) -> Layer:
        """Return a walk, with a lane or without."""
        x = self.array()
        shown = self.chance.choice((None, 0, 1, 5, 100_000))
        y = self.array(len(x))
        return Hops(
            x,
            y,
            self.role(),
            self.text(),
            self.word(20),
            self.mark(),
            shown,
            self.odds(0.5),
            self.text(),
            self.odds(0.1),
        )

    def tangent(self) -> Layer:
        """Return a tangent, an upright one among them."""
        return Tangent(
            self.number(), self.number(), self.number(), self.number(), self.role(), self.text(), self.odds(0.1)
        )

    def squares(self) -> Layer:
        """Return squares, of ends that do not match."""
        x = self.array()
        return Squares(
            x, self.array(), self.array(len(x)), self.role(), self.text(), self.several(9, self.text), self.odds(0.1)
        )

    def guide(self) -> Layer:
        """Return a guide."""
        return Guide(self.chance.choice(("x", "y")), self.number(), self.role(), self.text(), self.odds(0.1))

    def guess(self) -> Layer:
        """Return a mark: where the model is, or the learner's guess."""
        return Mark(self.number(), self.number(), self.role(), self.text(), self.mark(), self.odds(0.1))

    def side(self) -> Layer:
        """Return a side of a line."""
        return Side(self.number(), self.number(), self.number(), self.role(), self.text(), self.odds(0.1))

    def bars(self) -> Layer:
        """Return bars."""
        names = self.several(500, self.text)
        values = self.array(len(names) if self.odds(0.9) else None)
        return Bars(names, values, self.role(), self.several(5, self.role), self.text(), self.odds(0.1))

    def axis(self) -> Axis:
        """Return an axis: open, with limits the same, the wrong way round, or as far apart as can be."""
        low, high = self.chance.choice(
            (
                *((None, None),) * 4,
                (0.0, 1.0),
                (1.0, 0.0),
                (3.0, 3.0),
                (-1e300, 1e300),
                (1e300, -1e300),
                (1e300, 1e300),
                (1.0, 1.0 + 1e-15),
                (0.0, 5e-324),
                (self.number(), self.number()),
                (None, self.number()),
                (self.number(), None),
            )
        )
        given = self.array(self.count(1_000)).tolist() if self.odds(0.15) else None
        return Axis(self.text(), low, high, given)

    # -- whole drawings

    def figure(self) -> Figure:
        """Return a chart, what is in it veiled now and then."""
        plain = (
            *(self.line, self.points, self.segments, self.heat, self.guide, self.guess),
            *(self.hops, self.tangent, self.squares, self.side),
        )
        kinds = plain if self.odds(0.8) else (*plain, self.bars, self.bars)
        layers = tuple(self.one_of(*kinds) for _ in range(self.chance.choice((0, 1, 1, 2, 2, 3, 4, 6, 12, 40, 100))))
        made = Figure(layers, self.alt(), self.axis(), self.axis(), self.text(), {}, self.odds(0.2))
        return made.veiled() if self.odds(0.1) else made

    def alt(self) -> Text:
        """Return the sentence that says what a drawing shows."""
        return Text(en=self.word(5_000), ko=self.word(5_000))

    def network(self) -> Network:
        """Return a network, with edges that lead nowhere."""
        most = self.chance.choice((3, 8, 40, 90))
        name = self.word if self.odds(0.6) else str
        even, cards = self.odds(0.3), self.odds(0.4)
        columns = tuple(
            tuple(self.node(name(), cards) for _ in range(most if even else self.chance.randint(0, most)))
            for _ in range(self.chance.choice((0, 1, 2, 3, 4, 12, 40 if most < 90 else 6)))
        )
        if self.odds(0.5):
            pairs = [
                ((at, i), (at + 1, j))
                for at in range(len(columns) - 1)
                for i in range(len(columns[at]))
                for j in range(len(columns[at + 1]))
            ]
        else:
            place = lambda: (self.chance.randint(-1, 12), self.chance.randint(-1, most))  # noqa: E731
            pairs = [(place(), place()) for _ in range(self.count(300))]
        plain = len(pairs) > 5_000
        edges = tuple(
            Edge(
                source,
                target,
                0.5 if plain else self.number() if self.odds(0.8) else None,
                "" if plain else self.word(40),
                self.odds(0.1),
                self.number() if cards and self.odds(0.3) else None,
            )
            for source, target in pairs
        )
        letters = self.several(5, self.word) if self.odds(0.3) else ()
        titles = self.several(12, self.text)
        return Network(columns, edges, self.alt(), titles, self.text(), letters, self.odds(0.3), self.text())

    def node(self, name: str, card: bool) -> Node:
        """Return a node, on a card with numbers of its own or a circle."""
        more = [self.number() if self.odds(0.6) else None for _ in range(3)] if card else [None] * 3
        value = self.number() if self.odds(0.7) else None
        state = self.text() if card and self.odds(0.3) else ""
        form = self.chance.choice(FORMATS)
        return Node(name, value, self.role(), self.odds(0.2), self.odds(0.1), more[0], more[1], more[2], state, form)

    def matrix(self) -> Matrix | str:
        """Return a matrix of any number of dimensions, or a sign."""
        if self.odds(0.3):
            return self.chance.choice(("·", "=", "+", "", self.word()))
        values: Any = self.table()
        if self.odds(0.3):
            deep = (self.chance.randint(0, 4), self.chance.randint(0, 9), self.chance.randint(1, 30))
            values = self.one_of(
                lambda: self.array(),
                lambda: np.array(self.number()),
                lambda: self.array(math.prod(deep)).reshape(deep),
                lambda: self.array(24).reshape(1, 2, 3, 4),
            )
        cells = lambda: frozenset(  # noqa: E731
            (self.chance.randint(0, 9), self.chance.randint(0, 9)) for _ in range(self.count(200))
        )
        return Matrix(
            values,
            self.word(),
            self.role(),
            self.chance.choice(FORMATS),
            cells(),
            cells(),
            self.several(300, self.text) if self.odds(0.3) else (),
            self.several(300, self.text) if self.odds(0.3) else (),
        )

    def matrices(self) -> Matrices:
        """Return matrices side by side."""
        parts = tuple(self.matrix() for _ in range(self.chance.choice((0, 1, 2, 3, 5, 9))))
        return Matrices(parts, self.alt(), self.text(), self.text(), self.odds(0.7))

    def pixels(self) -> Pixels:
        """Return an image."""
        marked = frozenset((self.chance.randint(0, 20), self.chance.randint(0, 20)) for _ in range(self.count(9)))
        return Pixels(self.table() if self.odds(0.9) else self.array(), self.alt(), self.text(), self.role(), marked)

    def chain(self) -> Chain:
        """Return numbers multiplied one after another."""
        goal = self.number() if self.odds(0.5) else None
        least = self.chance.choice((1e-6, 0.1, self.number()))
        made = Chain(self.array(self.count(200)), self.alt(), self.text(), self.text(), goal, self.text(), least, True)
        return made.veiled() if self.odds(0.1) else made

    def tiles(self) -> Tiles:
        """Return small surfaces in rows."""
        rows = tuple(
            tuple(Tile(self.table(), self.word(), self.word()) for _ in range(self.chance.choice((0, 1, 2, 4, 30))))
            for _ in range(self.chance.choice((0, 1, 2, 3, 9)))
        )
        limits = self.chance.choice(((-1.0, 1.0), (0.0, 1.0), (0.0, 0.0), (1.0, -1.0), (-1e300, 1e300)))
        return Tiles(rows, self.alt(), limits, self.text())

    def panels(self) -> Panels:
        """Return drawings that make one picture."""
        parts = tuple(self.drawing() for _ in range(self.chance.choice((1, 2, 2, 3, 5))))
        shares = tuple(self.chance.choice((0.1, 1, 2, 9)) for _ in parts) if self.odds(0.5) else ()
        return Panels(parts, self.alt(), shares)

    def product(self) -> Product:
        """Return a product by Falk's scheme, of shapes that fit or do not."""
        left, right = self.table(), self.table()
        if self.odds(0.6):
            right = self.array(left.shape[1] * 3).reshape(left.shape[1], 3)
        place = lambda: (self.chance.randint(0, 9), self.chance.randint(0, 9))  # noqa: E731
        rows, columns = left.shape[0], right.shape[1]
        inside = (rows and self.chance.randrange(rows), columns and self.chance.randrange(columns))
        return Product(
            left,
            right,
            self.alt(),
            (self.word(), self.word(), self.word()),
            self.chance.choice((None, inside if rows and columns else None)),
            self.chance.randint(0, left.shape[1]),
            frozenset(place() for _ in range(self.count(20))),
            self.text(),
            self.several(9, self.text) if self.odds(0.3) else (),
            self.several(9, self.text) if self.odds(0.3) else (),
            (*place(), 4) if self.odds(0.3) else None,
            self.odds(0.8),
        )

    def stretch(self) -> Stretch:
        """Return two arrays stretched to one shape, or to none."""
        shapes = ((), (3,), (4, 1), (1, 4), (3, 4), (0,), (2, 2, 2), (30, 1), (1, 200))
        arrays = [self.array(math.prod(shape)).reshape(shape) for shape in self.chance.choices(shapes, k=2)]
        room = (self.chance.randint(0, 20), self.chance.randint(0, 20)) if self.odds(0.3) else None
        names = (self.word(), self.word())
        return Stretch(
            *arrays, self.alt(), names, self.chance.randint(0, 5), self.odds(0.5), self.text(), room, self.odds(0.1)
        )

    def polygons(self) -> Polygons:
        """Return shapes side by side."""
        parts = []
        for _ in range(self.chance.choice((0, 1, 2, 3, 6))):
            x = self.array(self.count(300))
            parts.append(Polygon(x, self.array(len(x)), self.text(), self.text(), self.role()))
        return Polygons(tuple(parts), self.alt(), self.number(), self.several(5, self.word))

    def drawing(self) -> Drawing:
        """Return a drawing of any kind."""
        diagrams = (self.network, self.matrices, self.matrices, self.pixels, self.chain, self.tiles, self.panels)
        grids = (self.product, self.stretch, self.polygons)
        return self.chance.choice((self.figure,) * 6 + diagrams + grids)()

    def size(self) -> tuple[int, int]:
        """Return a size: what a terminal has, or anything from one cell to a wall."""
        return self.one_of(
            lambda: (self.chance.randint(1, 300), self.chance.randint(1, 100)),
            lambda: (self.chance.randint(20, 120), self.chance.randint(5, 40)),
            lambda: self.chance.choice(((1, 1), (300, 1), (1, 100), (300, 100), (60, 18), (118, 32), (8, 3))),
        )


def task(seed: int) -> Task:
    """Return what the round of a seed draws."""
    maker = Maker(seed)
    drawing = maker.drawing()
    return Task(drawing, maker.size(), maker.chance.choice(PALETTES), maker.chance.choice(LANGUAGES))


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Draw `count` random figures in children; return what aborted, raised, overflowed or took too long."""
    return told(in_children(count, seed, tell, task))
