"""Figures of numbers in grids: a product as a row meets a column, two arrays stretched to one shape, letters turned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tutor.dataclass import dataclass
from tutor.language import Text
from tutor.parts import Parted
from tutor.role import Role
from tutor.veil import VEILED_ALT

# NumPy takes long to import, and a home screen paints before any figure is drawn.
if TYPE_CHECKING:
    from tutor.nn.arrays import Array


@dataclass(frozen=True, eq=False)
class Product(Parted):
    """A product by Falk's scheme: the left matrix below, the right one above it to the right.

    A row runs right, a column runs down, and where they run into each other their cell fills.
    """

    left: Array
    """(n, k)"""
    right: Array
    """(k, m); where it has not k rows, what finds no partner is marked, and nothing comes out"""
    alt: Text
    names: tuple[str, str, str] = ("A", "B", "C")
    """of the left matrix, the right one, and their product"""
    meeting: tuple[int, int] | None = None
    """the row of the left matrix and the column of the right one that meet"""
    terms: int = 0
    """how many products of single numbers the cell where they meet has taken in"""
    known: frozenset[tuple[int, int]] = frozenset()
    """the cells of the product that are worked out"""
    note: Text | str = ""
    """the arithmetic of the cell: "1·0 + 2·4 + … = 8 so far" """
    row_names: tuple[Text | str, ...] = ()
    column_names: tuple[Text | str, ...] = ()
    room: tuple[int, int, int] | None = None
    """the largest n, k and m that room is kept for, so that nothing moves while the shapes change"""
    told: bool = True
    """whether it may be seen what fits and what does not"""
    reveals: bool = False
    """Its numbers, and whether it fits, give an answer away."""

    @property
    def fits(self) -> bool:
        """Whether a row of the left matrix is as long as a column of the right one."""
        return bool(self.left.shape[1] == self.right.shape[0])

    def veiled(self) -> Product:
        """Return the two matrices and which row meets which column, without anything worked out."""
        if not self.reveals:
            return self
        return replace(self, terms=0, known=frozenset(), note="", told=False, alt=VEILED_ALT)


@dataclass(frozen=True, eq=False)
class Stretch(Parted):
    """Two arrays of at most two dimensions, stretched to one shape and added: the copies are drawn as ghosts."""

    left: Array
    right: Array
    alt: Text
    names: tuple[str, str] = ("A", "B")
    copies: int = 0
    """how many times each stretched array has been repeated so far along each axis"""
    added: bool = False
    """whether the sum is there"""
    note: Text | str = ""
    room: tuple[int, int] | None = None
    """the most rows and columns that room is kept for, so that nothing moves while the shapes change"""
    reveals: bool = False
    """The shape, the ghosts and the sum give an answer away."""

    def veiled(self) -> Stretch:
        """Return the two arrays as they are, and nothing that comes of them."""
        if not self.reveals:
            return self
        return replace(self, copies=0, added=False, note="", alt=VEILED_ALT)


@dataclass(frozen=True, eq=False)
class Polygon:
    """A closed shape through the points (x[i], y[i])."""

    x: Array
    y: Array
    name: Text | str = ""
    """what stands above it"""
    caption: Text | str = ""
    """what stands below it"""
    role: Role = Role.MODEL
    reveals: bool = False
    """Its shape and its caption give an answer away."""
    part: str = ""
    """what a word of a text calls it"""


@dataclass(frozen=True, eq=False)
class Polygons(Parted):
    """Shapes side by side on one scale, with equal axes: the same thing before and after it was moved."""

    parts: tuple[Polygon, ...]
    alt: Text
    reach: float = 1.0
    """how far from the middle of each the plane is shown, in every direction"""
    signs: tuple[str, ...] = ()
    """what stands between one and the next ("→", "|"), or ()"""

    def veiled(self) -> Polygons:
        """Return the shapes without those that give an answer away: their names stay, and their room."""
        if not any(part.reveals for part in self.parts):
            return self
        parts = (replace(part, x=part.x[:0], y=part.y[:0], caption="") if part.reveals else part for part in self.parts)
        return replace(self, parts=tuple(parts), signs=(), alt=VEILED_ALT)


@dataclass(frozen=True, eq=False)
class Tile:
    """One small surface of `Tiles`: what one unit makes of the plane."""

    z: Array
    """shape (rows, columns), row 0 lowest"""
    name: str
    note: str = ""
    """what stands behind the name: the weight with which it goes on"""


@dataclass(frozen=True, eq=False)
class Tiles(Parted):
    """Small surfaces in rows, each over the same plane: the units of a network, one row a layer."""

    rows: tuple[tuple[Tile, ...], ...]
    alt: Text
    z_range: tuple[float, float] = (-1.0, 1.0)
    title: Text | str = ""

    def veiled(self) -> Tiles:
        """Return them as they are: they are the present state."""
        return self


@dataclass(frozen=True, eq=False)
class Chain(Parted):
    """What is left of 1 after one factor after another: a row each, on a scale where a tenth is always as far."""

    factors: Array
    """shape (n,), the first to multiply first"""
    alt: Text
    name: Text | str = ""
    """What each row is called, a number after it: "layer 1"."""
    title: Text | str = ""
    goal: float | None = None
    """A height marked across all rows."""
    note: Text | str = ""
    """What is wrong with every factor, written on each row: "dead"."""
    least: float = 1e-6
    """Where the scale begins; what is left below that is an arrow at its edge."""
    reveals: bool = False
    """What is left gives an answer away."""
    unknown: bool = False
    """What is left is not worked out yet."""

    def veiled(self) -> Chain:
        """Return the chain with its factors alone, if what they leave gives an answer away."""
        return replace(self, unknown=True, note="", alt=VEILED_ALT) if self.reveals else self
