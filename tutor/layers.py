"""Layers of a chart that show how something comes about: where a walk landed, a slope, errors as squares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tutor.dataclass import dataclass
from tutor.language import Text
from tutor.role import Role

# As in `tutor.figure`: a home screen paints before any figure is drawn.
if TYPE_CHECKING:
    from tutor.nn.arrays import Array


@dataclass(frozen=True, eq=False)
class Hops:
    """A walk: the places (x[i], y[i]) where it landed, numbered from 0, and a mark where it is now.

    Outside the limits the mark is an arrow at the edge.
    """

    x: Array
    y: Array
    role: Role = Role.MODEL
    label: Text | str = ""
    """Who walks: stands before its lane."""
    name: str = ""
    """A letter before its numbers ("A": A0, A1, …), where several walk."""
    mark: str = "●"
    shown: int | None = None
    """How many of the places are there by now; None for all."""
    lane: bool = False
    """Its strides are arcs in a lane of its own under the axis; without one they are lines from place to place."""
    note: Text | str = ""
    """What is said beside its lane: "gap ×0.53"."""
    reveals: bool = False
    part: str = ""

    @property
    def places(self) -> int:
        """How many places are drawn."""
        count = min(len(self.x), len(self.y))
        return count if self.shown is None else max(min(self.shown, count), 0)


@dataclass(frozen=True, eq=False)
class Tangent:
    """A short straight line through (x, y) with a slope, as long on the screen however steep it is."""

    x: float
    y: float
    slope: float
    length: float = 0.2
    """how much of the width of the plot it takes where it is level"""
    role: Role = Role.OTHER
    label: Text | str = ""
    reveals: bool = False
    part: str = ""


@dataclass(frozen=True, eq=False)
class Squares:
    """The square over each segment from (x[i], low[i]) to (x[i], high[i]): its area is that length squared, to the
    right of x."""

    x: Array
    low: Array
    high: Array
    role: Role = Role.LOSS
    label: Text | str = ""
    names: tuple[Text | str, ...] = ()
    """What stands in each: "4.00"."""
    reveals: bool = False
    part: str = ""
