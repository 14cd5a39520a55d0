"""The picture of a program: what the learner's function gives, beside what is wanted. Values in, a drawing out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from tutor.course.programs.messages import pictures as messages
from tutor.course.programs.scene import Scene
from tutor.figure import (
    Axis,
    Drawing,
    Edge,
    Figure,
    Heat,
    Layer,
    Line,
    Mark,
    Matrices,
    Matrix,
    Network,
    Node,
    Points,
    Role,
)
from tutor.language import Text
from tutor.nn.arrays import Array

Truths = npt.NDArray[np.bool_]

ALIKE = 1e-6
"""Two numbers that differ by less, seen from the larger one or from 1, are drawn as the same."""
LONG = 12
"""A row of more numbers is drawn as a line."""
AIR = 0.12
"""Share of the wanted values that is left free above and below them"""


def curve(scene: Scene, yours: Sequence[Any], wanted: Sequence[Any], readout: Text | str) -> Figure:
    """Return what a function gives along one name: wanted dashed, yours on top. The limits are those of the wanted.

    Where nothing of yours would be seen within them, they grow.
    """
    grid = scene.along[0]
    truth, mine = numbers_of(wanted, len(grid.places)), numbers_of(yours, len(grid.places))
    has_any = bool(np.isfinite(mine).any())
    layers = (
        Line(grid.places, truth, Role.MODEL, messages.WANTED, dashed=True),
        *((Line(grid.places, mine, Role.GUESS, messages.YOURS),) if has_any else ()),
    )
    low, high = _limits(truth, mine)
    alt = messages.CURVE_ALT if has_any else messages.CURVE_ALONE_ALT
    return Figure(
        layers,
        alt.filled(readout=readout, along=grid.name),
        x=Axis(grid.name, float(grid.places[0]), float(grid.places[-1])),
        y=Axis(readout, low, high),
    )


def plane(scene: Scene, yours: Sequence[Any], wanted: Sequence[Any], readout: Text | str) -> Figure:
    """Return what a function gives over two names, as a surface; marked where it is on the other side than wanted."""
    across, up = scene.along
    shape = (len(up.places), len(across.places))
    truth, mine = (numbers_of(values, shape[0] * shape[1]).reshape(shape) for values in (wanted, yours))
    low, high = _span(truth)
    low, high = (0.0, 1.0) if low >= 0 and high <= 1 else (low, high)
    middle = (low + high) / 2
    differs = (mine > middle) != (truth > middle)
    # Every other place is marked: all of them would hide the surface.
    rows, columns = np.nonzero(differs & ((np.add.outer(*map(np.arange, shape)) % 2) == 0))
    x_range, y_range = ((float(grid.places[0]), float(grid.places[-1])) for grid in (across, up))
    count = int(differs.sum())
    label = messages.YOURS if np.isfinite(mine).any() else ""
    marks = Points(across.places[columns], up.places[rows], Role.LOSS, messages.DIFFERS, mark="×")
    return Figure(
        (Heat(mine, x_range, y_range, (low, high), middle, label), *((marks,) if len(rows) else ())),
        messages.PLANE_ALT.filled(readout=readout, count=count, total=differs.size),
        x=Axis(across.name, *x_range),
        y=Axis(up.name, *y_range),
    )


def walk(scene: Scene, yours: Sequence[Any], wanted: Sequence[Any], heights: Array, readout: Text | str) -> Figure:
    """Return the way of a function that is called again and again, along the curve over its places."""
    grid = scene.along[0]
    low, high = _span(heights)
    air = AIR * (high - low)

    def way(values: Sequence[Any], role: Role, label: Text, mark: str) -> Iterable[Line | Points]:
        at = np.ravel(np.asarray(numbers_of(values[0] if values else (), None)))
        at = at[np.isfinite(at)]
        if len(at):
            height = np.interp(at, grid.places, heights)
            yield Line(at, height, role)
            yield Points(at, height, role, label, mark=mark)

    layers = (
        Line(grid.places, heights, Role.QUIET),
        *way(wanted, Role.MODEL, messages.WANTED, "○"),
        *way(yours, Role.GUESS, messages.YOURS, "◆"),
    )
    return Figure(
        layers,
        messages.WALK_ALT.filled(readout=readout, along=grid.name),
        x=Axis(grid.name, float(grid.places[0]), float(grid.places[-1])),
        y=Axis(readout, low - air, high + air),
    )


def cells(
    scene: Scene, yours: Sequence[Any], wanted: Sequence[Any], along: Text | str = messages.PLACE
) -> Drawing | None:
    """Return what a function gives, cell by cell, beside what is wanted; the cells that differ stand out.

    A long row becomes a line over its places, which are those `along` something. Of several arrays it is the one that
    is drawn: a training gives back its losses with all else. None where nothing can be drawn.
    """
    row = long_row(wanted)
    if row is not None:
        yours, wanted = _part(yours, row), _part(wanted, row)
    truth, mine = _array(wanted, scene), _array(yours, scene)
    if truth is None or truth.ndim > 2:
        return None
    if truth.ndim == 1 and len(truth) > LONG:
        return _line_over_places(truth, mine, along)
    shown = mine if mine is not None and mine.ndim <= 2 and mine.size else np.full(truth.shape, np.nan)
    unknown = frozenset(_cells_where(np.isnan(np.atleast_2d(shown)))) if mine is None else frozenset()
    lit = frozenset() if mine is None else frozenset(_cells_where(_differ(np.atleast_2d(shown), np.atleast_2d(truth))))
    if scene.labels and truth.ndim == 1:
        shown = shown.reshape(-1, 1) if shown.size == len(scene.labels) else shown
        truth = truth.reshape(-1, 1)
        lit = frozenset(_turned(lit))
        unknown = frozenset(_turned(unknown))
    written = _format(shown, truth)
    sign = "=" if mine is not None and not lit and shown.shape == truth.shape else "≠" if mine is not None else "?"
    names = scene.labels if shown.shape == truth.shape else ()
    return Matrices(
        (
            Matrix(shown, messages.YOURS, Role.GUESS, written, lit, unknown, names),
            sign,
            Matrix(truth, messages.WANTED, Role.MODEL, written),
        ),
        messages.CELLS_ALT,
        # A table of calls, and a single number, are no arrays of a learner's.
        show_shapes=not scene.labels and shown.size * truth.size > 1,
    )


def nodes(scene: Scene, network: Network, yours: Sequence[Any], wanted: Sequence[Any]) -> Network | None:
    """Return a layer of a lab's network with what a function gives on its nodes, and beside them what is wanted.

    None where no layer of the network holds what is wanted, or the shape is another; one number is no layer.
    """
    truth, mine = _array(wanted, scene), _array(yours, scene)
    if scene.labels or truth is None or truth.size < 2 or (mine is not None and mine.shape != truth.shape):
        return None
    found = ((number, rows) for number in range(1, len(network.columns)) if _hold(rows := _fed(network, number), truth))
    column, layer = next(found, (0, {}))
    if not column:
        return None
    given = [np.nan] * truth.size if mine is None else [float(value) for value in mine.flat]
    differ = np.zeros(truth.shape, dtype=bool) if mine is None else _differ(mine, truth)
    ours = zip(layer.values(), given, truth.flat, differ.flat, strict=True)
    pairs = [
        (
            Node(node.name, value if np.isfinite(value) else None, Role.GUESS, active=bool(differs)),
            Node("≠" if differs else "=" if mine is not None else "?", float(target)),
        )
        for node, value, target, differs in ours
    ]
    places = {row: place for place, row in enumerate(layer)}
    edges = [
        Edge((0, edge.source[1]), (1, places[edge.target[1]])) for edge in network.edges if edge.target[0] == column
    ]
    return Network(
        (network.columns[column - 1], tuple(one for one, _ in pairs), tuple(other for _, other in pairs)),
        tuple(edges),
        messages.CELLS_ALT,
        titles=("", messages.YOURS, messages.WANTED),
    )


def _fed(network: Network, column: int) -> dict[int, Node]:
    """Return the nodes of a column that something leads to, by row: a bias is none."""
    rows = sorted({edge.target[1] for edge in network.edges if edge.target[0] == column})
    return {row: network.columns[column][row] for row in rows}


def _hold(layer: Mapping[int, Node], truth: Array) -> bool:
    values = [np.nan if node.value is None else node.value for node in layer.values()]
    return len(values) == truth.size and np.allclose(values, np.ravel(truth), atol=ALIKE)


def entries_of(values: Sequence[Any]) -> Sequence[Any]:
    """Return the entries of what one call gave; none where that is no row of numbers."""
    row = np.asarray(values[0]) if values and isinstance(values[0], np.ndarray | list | tuple) else np.zeros(0)
    return list(np.ravel(row)) if row.ndim and row.dtype.kind in "biuf" else ()


def numbers_of(values: Sequence[Any], count: int | None) -> Array:
    """Return values as so many numbers, each not one as nan. What is missing at the end is nan too."""
    found = [_number(value) for value in values]
    if count is not None:
        found = [*found, *[np.nan] * (count - len(found))][:count]
    return np.array(found, dtype=float)


def _number(value: Any) -> float:
    try:
        found = np.asarray(value)
        return float(found.reshape(-1)[0]) if found.size == 1 and found.dtype.kind in "biuf" else np.nan
    except (TypeError, ValueError):
        return np.nan


def _array(values: Sequence[Any], scene: Scene) -> Array | None:
    """Return what one call gave, or the numbers that several gave; None where it is nothing like that."""
    if scene.labels:
        return _rows(values, len(scene.labels))
    if not values:
        return None
    value = values[0]
    parts = list(value.values()) if isinstance(value, dict) else value
    try:
        # A tuple of numbers and arrays is shown as one row after the other.
        array = np.asarray(parts)
        if array.dtype.kind not in "biuf":
            return None
    except (TypeError, ValueError):
        try:
            array = np.concatenate([np.ravel(np.asarray(part, dtype=float)) for part in parts])
        except (TypeError, ValueError):
            return None
    return np.atleast_1d(array.astype(float))


def _rows(values: Sequence[Any], count: int) -> Array | None:
    """Return a number for each of so many calls, or a row where each gave several; None where there is none."""
    several = [entries_of([value]) for value in values]
    width = len(several[0]) if several else 0
    if width > 1 and all(len(row) == width for row in several):
        found = np.full((count, width), np.nan)
        found[: len(several)] = several[:count]
    else:
        found = numbers_of(values, count)
    return found if np.isfinite(found).any() else None


def long_row(values: Sequence[Any]) -> int | None:
    """Return which of several arrays that one call gave is a long row, the first of them; None without one."""
    if len(values) != 1 or not isinstance(values[0], tuple):
        return None
    return next((place for place, part in enumerate(values[0]) if _is_long_row(part)), None)


def _is_long_row(value: Any) -> bool:
    try:
        shape = np.asarray(value).shape if isinstance(value, list | np.ndarray) else ()
    except ValueError:  # rows of different lengths
        return False
    return len(shape) == 1 and shape[0] > LONG


def _part(values: Sequence[Any], place: int) -> Sequence[Any]:
    """Return one of several arrays that a call gave, or the row that it gave alone; none where it gave fewer."""
    several = values[0] if values else None
    if _is_long_row(several):
        return [several]
    return [several[place]] if isinstance(several, tuple | list) and place < len(several) else []


def _line_over_places(truth: Array, mine: Array | None, along: Text | str) -> Figure:
    places = np.arange(len(truth), dtype=float)
    layers: list[Layer] = [Line(places, truth, Role.MODEL, messages.WANTED, dashed=True)]
    yours = np.ravel(mine)[: len(truth)] if mine is not None else np.zeros(0)
    low, high = _limits(truth, yours)
    if np.isfinite(yours).any():
        layers.append(Line(places[: len(yours)], yours, Role.GUESS, messages.YOURS))
        if len(yours) < len(truth) and low <= yours[-1] <= high:
            # It has come so far.
            layers.append(Mark(float(len(yours) - 1), float(yours[-1]), Role.GUESS, f"{yours[-1]:.3f}", "◆"))
    return Figure(tuple(layers), messages.CELLS_ALT, x=Axis(along, 0.0, float(len(truth) - 1)), y=Axis("", low, high))


def _span(values: Array) -> tuple[float, float]:
    known = values[np.isfinite(values)]
    if not len(known):
        return 0.0, 1.0
    low, high = float(known.min()), float(known.max())
    return (low, high) if high > low else (low - 1.0, high + 1.0)


def _limits(truth: Array, mine: Array) -> tuple[float, float]:
    low, high = _span(truth)
    air = AIR * (high - low)
    low, high = low - air, high + air
    known = mine[np.isfinite(mine)]
    if len(known) and not ((known >= low) & (known <= high)).any():
        # As far as a number can be shown at all.
        near = np.clip(known[np.argmin(np.abs(known - (low + high) / 2))], -1e9, 1e9)
        low, high = min(low, float(near) - air), max(high, float(near) + air)
    return low, high


def _differ(yours: Array, wanted: Array) -> Truths:
    if yours.shape != wanted.shape:
        return np.ones(yours.shape, dtype=bool)
    largest = np.maximum(np.maximum(np.abs(yours), np.abs(wanted)), 1.0)
    far: Truths = (np.abs(yours - wanted) > ALIKE * largest) | (np.isnan(yours) != np.isnan(wanted))
    return far


def _cells_where(chosen: Truths) -> Iterable[tuple[int, int]]:
    return ((int(row), int(column)) for row, column in np.argwhere(chosen))


def _turned(places: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    return ((column, row) for row, column in places)


def _format(*arrays: Array) -> str:
    """Return a format in which every number reads well: whole ones whole, others to a few places."""
    known = np.concatenate([np.ravel(array) for array in arrays])
    known = known[np.isfinite(known)]
    if not len(known) or (known == np.round(known)).all():
        return "g"
    return ".2f" if 0.05 <= np.abs(known).max() < 1e4 else ".3g"
