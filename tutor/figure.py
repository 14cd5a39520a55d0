"""What a figure is: a frozen description of a chart or a diagram. It knows nothing of terminals.

Every drawing carries `alt`: one sentence that says what it shows, for screen readers, pipes and searches.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal

from tutor.dataclass import dataclass
from tutor.grids import Chain as Chain
from tutor.grids import Polygon as Polygon
from tutor.grids import Polygons as Polygons
from tutor.grids import Product as Product
from tutor.grids import Stretch as Stretch
from tutor.grids import Tile as Tile
from tutor.grids import Tiles as Tiles
from tutor.language import Text
from tutor.layers import Hops as Hops
from tutor.layers import Squares as Squares
from tutor.layers import Tangent as Tangent
from tutor.parts import Parted as Parted
from tutor.role import Role as Role
from tutor.veil import VEILED_ALT as VEILED_ALT

# NumPy takes long to import, and a home screen paints before any figure is drawn.
if TYPE_CHECKING:
    from tutor.nn.arrays import Array


@dataclass(frozen=True, eq=False)
class Line:
    """A line through the points (x[i], y[i])."""

    x: Array
    y: Array
    role: Role = Role.MODEL
    label: Text | str = ""
    dashed: bool = False
    reveals: bool = False
    """Gives an answer away: withheld while a prediction about this figure is open."""
    part: str = ""
    """what a word of a text calls it"""


@dataclass(frozen=True, eq=False)
class Points:
    """Single points (x[i], y[i]), each drawn as one `mark`."""

    x: Array
    y: Array
    role: Role = Role.GIVEN
    label: Text | str = ""
    mark: str = "●"
    reveals: bool = False
    part: str = ""


@dataclass(frozen=True, eq=False)
class Segments:
    """Separate segments from (x0[i], y0[i]) to (x1[i], y1[i]): residuals, steps, arrows."""

    x0: Array
    y0: Array
    x1: Array
    y1: Array
    role: Role = Role.LOSS
    label: Text | str = ""
    reveals: bool = False
    part: str = ""


@dataclass(frozen=True, eq=False)
class Bars:
    """One bar a category, from 0 to values[i]. `roles` has one entry a bar, or is empty for `role` throughout."""

    names: Sequence[Text | str]
    values: Array
    role: Role = Role.MODEL
    roles: Sequence[Role] = ()
    label: Text | str = ""
    reveals: bool = False
    part: str = ""


@dataclass(frozen=True, eq=False)
class Heat:
    """A surface over the plane: z[i, j] is its value at row i (y upwards) and column j (x to the right)."""

    z: Array
    """shape (rows, columns); the cells tile the rectangle x_range x y_range"""
    x_range: tuple[float, float]
    y_range: tuple[float, float]
    z_range: tuple[float, float] = (0.0, 1.0)
    boundary: float | None = 0.5
    """The level at which the drawing shows an edge: one side reads as one class, the other as the other."""
    label: Text | str = ""
    reveals: bool = False
    levels: tuple[float, ...] = ()
    """The heights at which contour lines are drawn, each with its number; at most seven of them."""
    log: bool = False
    """Whether as many colours lie between 1 and 10 as between 0.1 and 1; then z_range begins above 0."""
    part: str = ""
    edge: str = ""
    """what a word of a text calls its boundary, or its contour lines"""


@dataclass(frozen=True, eq=False)
class Guide:
    """A straight mark across the whole figure: `axis="x"` is vertical at x = at, `axis="y"` horizontal at y = at."""

    axis: Literal["x", "y"]
    at: float
    role: Role = Role.QUIET
    label: Text | str = ""
    reveals: bool = False
    part: str = ""


@dataclass(frozen=True, eq=False)
class Mark:
    """One labelled point: where the model is now, the minimum, the learner's guess."""

    x: float
    y: float
    role: Role = Role.MODEL
    label: Text | str = ""
    mark: str = "●"
    reveals: bool = False
    part: str = ""


@dataclass(frozen=True, eq=False)
class Side:
    """The side of a straight line on which x_weight·x + y_weight·y is above `level`, strewn with grains."""

    x_weight: float
    y_weight: float
    level: float = 0.0
    role: Role = Role.MODEL
    label: Text | str = ""
    reveals: bool = False
    part: str = ""


Layer = Line | Points | Segments | Bars | Heat | Guide | Mark | Hops | Tangent | Squares | Side


@dataclass(frozen=True)
class Axis:
    """One axis: its label and its limits. Without limits, what is drawn decides."""

    label: Text | str = ""
    low: float | None = None
    high: float | None = None
    ticks: Sequence[float] | None = None
    """Where to put ticks; None chooses round numbers (steps of 1, 2 or 5)."""


@dataclass(frozen=True)
class Place:
    """Where a readout lies on a figure, so that a guess about it can stand beside the truth.

    A readout read off the `axis` "y" at x = `at` is the point (at, value); at None it is a line across.
    """

    axis: Literal["x", "y"] = "y"
    at: float | None = None


@dataclass(frozen=True, eq=False)
class Figure(Parted):
    """A chart: layers over two axes, drawn in order (later ones on top)."""

    layers: tuple[Layer, ...]
    alt: Text
    x: Axis = Axis()
    y: Axis = Axis()
    title: Text | str = ""
    places: Mapping[str, Place] = field(default_factory=dict)
    """From a readout's name to where it lies."""
    equal: bool = False
    """One unit is as long across as up: the axis that has more room shows more, to both sides."""
    takes: str = ""
    """The parameter whose points a learner puts on it, a `Board`; "" where it takes none."""

    def with_layers(self, *layers: Layer) -> Figure:
        """Return the figure with further layers on top."""
        return replace(self, layers=(*self.layers, *layers))

    def veiled(self) -> Figure:
        """Return the figure without what gives an answer away: some layers, and the sentence. The limits stay.

        Bars stay as empty rows, and of a walk its start and its lane: they are no answer, and a chart that lost them
        would change its shape.
        """
        kept = (_veiled(layer) if layer.reveals else layer for layer in self.layers)
        return replace(self, layers=tuple(layer for layer in kept if layer is not None), alt=VEILED_ALT)


def _veiled(layer: Layer) -> Layer | None:
    """Return what is left of a layer that gives an answer away; None for nothing."""
    match layer:
        case Bars():
            return replace(layer, values=layer.values * math.nan)
        case Hops():
            return replace(layer, shown=min(layer.places, 1), note="")
        case _:
            return None


@dataclass(frozen=True, eq=False)
class Node:
    """One node of a network diagram."""

    name: str
    value: float | None = None
    """The value to show; None where it is not worked out yet, or says no more than the name."""
    role: Role = Role.MODEL
    active: bool = False
    """The node being worked out now: it stands out."""
    reveals: bool = False
    """What was worked out last gives an answer away: its delta where it has one, else its sum and its value."""
    bias: float | None = None
    """Where any node has one, the nodes are drawn as cards, with a line for each of their numbers."""
    sum: float | None = None
    """What goes into its activation function."""
    delta: float | None = None
    """The slope of the loss by that sum."""
    state: Text | str = ""
    """A word for a unit through which no slope comes: "silent", "saturated"."""
    format: str = ".2f"
    """How its value is written where it is no card: ".0f" where it is 0 or 1."""

    def veiled(self) -> Node:
        """Return the node without what gives an answer away: its delta where it has one, else its sum and value."""
        if not self.reveals:
            return self
        if self.delta is not None:
            return replace(self, delta=None)
        return replace(self, value=None, sum=None, state="")


@dataclass(frozen=True, eq=False)
class Edge:
    """A connection from node `source` to node `target`, both as (column, row) in `Network.columns`."""

    source: tuple[int, int]
    target: tuple[int, int]
    weight: float | None = None
    name: str = ""
    active: bool = False
    gradient: float | None = None
    """The slope of the loss by its weight, where that is known: "∂−0.34"."""


@dataclass(frozen=True, eq=False)
class Network(Parted):
    """A network drawn as columns of nodes joined by edges, left to right.

    On cards, an edge is as wide as its weight is large, and broken where that is negative.
    """

    columns: tuple[tuple[Node, ...], ...]
    edges: tuple[Edge, ...]
    alt: Text
    titles: tuple[Text | str, ...] = ()
    """One heading a column ("input", "hidden", "output"), or none."""
    title: Text | str = ""
    letters: tuple[str, ...] = ()
    """What the lines of a card begin with: bias, sum, value ("" for the node's own name), and with a fourth the delta;
    () for "b", "z", "a"."""
    backward: bool = False
    """Whether the numbers go back along the edges that are worked out now."""
    note: Text | str = ""
    """The arithmetic of what is worked out now."""

    @property
    def has_cards(self) -> bool:
        """Whether the nodes are drawn as cards."""
        return any(node.bias is not None for column in self.columns for node in column)

    def veiled(self) -> Network:
        """Return the network without the values that give an answer away, nor what is said of them."""
        if not any(node.reveals for column in self.columns for node in column):
            return self
        columns = tuple(tuple(node.veiled() for node in column) for column in self.columns)
        return replace(self, columns=columns, note="", alt=VEILED_ALT)


@dataclass(frozen=True, eq=False)
class Matrix:
    """One matrix of a `Matrices` drawing. A 1-D array is drawn as one row without a second pair of brackets."""

    values: Array
    name: Text | str = ""
    role: Role = Role.MODEL
    format: str = "g"
    lit: frozenset[tuple[int, int]] = frozenset()
    """The cells (row, column) that stand out."""
    unknown: frozenset[tuple[int, int]] = frozenset()
    """The cells not worked out yet, drawn as "·"."""
    row_names: tuple[Text | str, ...] = ()
    column_names: tuple[Text | str, ...] = ()
    reveals: bool = False
    """Its values give an answer away."""

    def veiled(self) -> Matrix:
        """Return the matrix with every cell unknown, if its values give an answer away."""
        if not self.reveals:
            return self
        rows, columns = (1, *self.values.shape)[-2:]
        return replace(self, unknown=frozenset(itertools.product(range(rows), range(columns))), lit=frozenset())


@dataclass(frozen=True, eq=False)
class Matrices(Parted):
    """Matrices side by side with signs between them ("·", "=", "+"), and a line of arithmetic below."""

    parts: tuple[Matrix | str, ...]
    alt: Text
    note: Text | str = ""
    """The arithmetic of the lit cell: "1·3 + 2·4 = 11"."""
    title: Text | str = ""
    show_shapes: bool = True
    """Write "(2, 3)" under each matrix."""

    def veiled(self) -> Matrices:
        """Return the matrices without the values that give an answer away, nor the arithmetic and the sentence."""
        if not any(isinstance(part, Matrix) and part.reveals for part in self.parts):
            return self
        parts = tuple(part.veiled() if isinstance(part, Matrix) else part for part in self.parts)
        return replace(self, parts=parts, note="", alt=VEILED_ALT)


@dataclass(frozen=True, eq=False)
class Pixels(Parted):
    """A small grey image: 0 is empty, 1 is full."""

    values: Array
    """shape (rows, columns), each from 0 to 1"""
    alt: Text
    title: Text | str = ""
    role: Role = Role.GIVEN
    marked: frozenset[tuple[int, int]] = frozenset()
    """The pixels (row, column) that wear a mark: where a brush has been."""

    def veiled(self) -> Pixels:
        """Return the image as it is: it is what is given."""
        return self


@dataclass(frozen=True, eq=False)
class Panels(Parted):
    """Drawings that make one picture: side by side, or one above the other where there is no room for that."""

    parts: tuple[Drawing, ...]
    alt: Text
    shares: tuple[float, ...] = ()
    """how much of the width each takes, from the left; () for the same for all"""

    def veiled(self) -> Panels:
        """Return the picture with each of its parts veiled, and without the sentence."""
        return replace(self, parts=tuple(part.veiled() for part in self.parts), alt=VEILED_ALT)


Drawing = Figure | Network | Matrices | Pixels | Chain | Tiles | Panels | Product | Stretch | Polygons


def figures_in(drawing: Drawing) -> Iterator[Figure]:
    """Yield the charts of a drawing, itself or its parts."""
    match drawing:
        case Figure():
            yield drawing
        case Panels(parts):
            for part in parts:
                yield from figures_in(part)
