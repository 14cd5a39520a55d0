"""A drawing as numbers: what its lines, points, nodes and cells are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from tutor.figure import (
    Bars,
    Chain,
    Drawing,
    Figure,
    Guide,
    Heat,
    Hops,
    Layer,
    Line,
    Mark,
    Matrices,
    Network,
    Node,
    Panels,
    Pixels,
    Points,
    Polygons,
    Product,
    Segments,
    Side,
    Squares,
    Stretch,
    Tangent,
    Tiles,
)
from tutor.language import MINUS, say, true_minus
from tutor.plain import messages
from tutor.plain.mathematics import spoken_arithmetic
from tutor.plain.signs import powers_of_ten

MOST_OF_A_LINE = 9
"""Points of a curve that are told, evenly spread."""
MOST_POINTS = 40
MOST_SIDE = 5
"""Rows and columns of a surface that are told."""


NEXT_TO_NOTHING = 1e-12
"""Below this a number differs from 0 by rounding alone."""


def number(value: Any) -> str:
    """Return a number as it is said: four digits of it."""
    value = float(value)
    return f"{0.0 if abs(value) < NEXT_TO_NOTHING else value:.4g}".replace("-", MINUS)


def drawing_lines(drawing: Drawing, language: str) -> Iterator[str]:
    """Yield what a drawing shows, in numbers; nothing where it shows nothing yet."""
    lines = list(_lines(drawing, language))
    title = say(getattr(drawing, "title", ""), language)
    if lines and title:
        yield f"{title}."
    for line in lines:
        yield powers_of_ten(line, language)


def _lines(drawing: Drawing, language: str) -> Iterator[str]:
    match drawing:
        case Figure():
            yield from _figure(drawing, language)
        case Network():
            yield from _network(drawing, language)
        case Matrices():
            for matrix in drawing.parts:
                if not isinstance(matrix, str):
                    yield from _matrix(say(matrix.name, language), matrix.values, language, matrix.unknown)
            if drawing.note:
                yield spoken_arithmetic(true_minus(say(drawing.note, language)), language)
        case Pixels():
            yield from _matrix("", drawing.values, language)
        case Chain():
            left = 1.0
            for place, factor in enumerate(drawing.factors, 1):
                left *= float(factor)
                after = "" if drawing.unknown else number(left)
                yield messages.FACTOR(language, number=place, factor=number(factor), left=after or "?")
        case Tiles():
            for row in drawing.rows:
                for tile in row:
                    yield from _surface(f"{tile.name} {tile.note}".strip(), tile.z, (-1, 1), (-1, 1), language)
        case Panels():
            for part in drawing.parts:
                yield from drawing_lines(part, language)
        case Product():
            left_name, right_name, name = drawing.names
            yield from _matrix(left_name, drawing.left, language)
            yield from _matrix(right_name, drawing.right, language)
            if drawing.fits and drawing.told:
                whole = np.asarray(drawing.left) @ np.asarray(drawing.right)
                unknown = {cell for cell in np.ndindex(*whole.shape) if cell not in drawing.known}
                yield from _matrix(name, whole, language, unknown)
            if drawing.note:
                yield spoken_arithmetic(true_minus(say(drawing.note, language)), language)
        case Stretch():
            for name, values in zip(drawing.names, (drawing.left, drawing.right), strict=True):
                yield from _matrix(name, values, language)
        case Polygons():
            for shape in drawing.parts:
                yield f"{say(shape.name, language)}: {_pairs(shape.x, shape.y)}"


def _figure(figure: Figure, language: str) -> Iterator[str]:
    across, up = say(figure.x.label, language) or "x", say(figure.y.label, language) or "y"
    axes = [messages.AXES(language, across=across, up=up)]
    for layer in figure.layers:
        label = say(getattr(layer, "label", ""), language)
        lead = f"{label}: " if label else ""
        for line in _layer(layer, language):
            yield from axes
            axes.clear()
            yield f"{lead}{line}"


def _layer(layer: Layer, language: str) -> Iterator[str]:
    match layer:
        case Line(x=x, y=y):
            yield messages.CURVE(language, points=_pairs(*_spread(x, y)))
        case Points(x=x, y=y):
            yield messages.POINTS(language, points=_pairs(x, y))
        case Segments():
            starts, ends = zip(layer.x0, layer.y0, strict=True), zip(layer.x1, layer.y1, strict=True)
            told = [f"{_pair(*one)} → {_pair(*other)}" for one, other in zip(starts, ends, strict=True)]
            yield messages.SEGMENTS(language, segments=_listed(told))
        case Bars(names=names, values=values):
            pairs = zip(names, values, strict=False)
            yield _listed([f"{say(name, language)} {number(value)}" for name, value in pairs if np.isfinite(value)])
        case Heat():
            yield from _surface("", layer.z, layer.x_range, layer.y_range, language)
        case Guide(axis, at):
            yield f"{axis} = {number(at)}"
        case Mark(x, y):
            yield _pair(x, y)
        case Side():
            yield messages.SIDE(language, x=number(layer.x_weight), y=number(layer.y_weight), level=number(layer.level))
        case Hops():
            shown = layer.places
            yield messages.WALK(language, points=_pairs(layer.x[:shown], layer.y[:shown]))
        case Tangent():
            yield messages.TANGENT(language, point=_pair(layer.x, layer.y), slope=number(layer.slope))
        case Squares():
            sides = [number(abs(high - low)) for low, high in zip(layer.low, layer.high, strict=True)]
            yield messages.SQUARES(language, sides=_listed(sides))


def _network(network: Network, language: str) -> Iterator[str]:
    for place, column in enumerate(network.columns):
        title = say(network.titles[place], language) if place < len(network.titles) else ""
        yield (f"{title}: " if title else "") + _listed([_node(node, language) for node in column])
    for edge in network.edges:
        if edge.weight is None and edge.gradient is None:
            continue
        source, target = (network.columns[at[0]][at[1]].name for at in (edge.source, edge.target))
        weight = number(edge.weight) if edge.weight is not None else ""
        said = messages.EDGE(language, source=source, target=target, weight=f"{edge.name} {weight}".strip())
        slope = messages.SLOPE(language, slope=number(edge.gradient)) if edge.gradient is not None else ""
        yield f"{said}{slope}"
    if network.note:
        yield spoken_arithmetic(true_minus(say(network.note, language)), language)


def _node(node: Node, language: str) -> str:
    parts = [
        f"{name} {number(value)}"
        for name, value in (("b", node.bias), ("z", node.sum), ("", node.value), ("δ", node.delta))
        if value is not None
    ]
    state = say(node.state, language)
    return f"{node.name}: {' '.join(filter(None, [', '.join(one.strip() for one in parts), state]))}".rstrip(": ")


def _matrix(name: str, values: Any, language: str, unknown: Iterable[tuple[int, int]] = ()) -> Iterator[str]:
    array = np.asarray(values)
    rows = array.reshape(1, -1) if array.ndim < 2 else array
    hidden = set(unknown)
    lead = f"{name}, " if name else ""
    for at, row in enumerate(rows):
        cells = ", ".join("?" if (at, place) in hidden else number(cell) for place, cell in enumerate(row))
        yield lead + messages.TABLE_ROW(language, number=at + 1, cells=cells)


def _surface(name: str, z: Any, across: tuple[float, float], up: tuple[float, float], language: str) -> Iterator[str]:
    array = np.asarray(z)
    rows, columns = (_few(size) for size in array.shape)
    lead = f"{name}, " if name else ""
    for row in rows:
        y = up[0] + (up[1] - up[0]) * (row + 0.5) / array.shape[0]
        cells = [
            f"x {number(across[0] + (across[1] - across[0]) * (column + 0.5) / array.shape[1])}: "
            f"{number(array[row, column])}"
            for column in columns
        ]
        yield lead + messages.SURFACE_ROW(language, y=number(y), cells="; ".join(cells))


def _few(size: int) -> list[int]:
    return sorted({round(place) for place in np.linspace(0, size - 1, min(size, MOST_SIDE))})


def _spread(x: Any, y: Any) -> tuple[Any, Any]:
    """Return a few points of a curve, both ends among them."""
    # Where a curve is interrupted it has no number.
    known = np.flatnonzero(np.isfinite(np.asarray(x, float)) & np.isfinite(np.asarray(y, float)))
    if not len(known):
        return known, known
    at = known[sorted({round(place) for place in np.linspace(0, len(known) - 1, min(len(known), MOST_OF_A_LINE))})]
    return np.asarray(x)[at], np.asarray(y)[at]


def _pair(x: Any, y: Any) -> str:
    return f"({number(x)}, {number(y)})"


def _pairs(x: Any, y: Any) -> str:
    return _listed([_pair(*one) for one in zip(x, y, strict=True) if np.isfinite(one).all()])


def _listed(told: Sequence[str]) -> str:
    more = len(told) - MOST_POINTS
    return ", ".join(told[:MOST_POINTS]) + (f", … +{more}" if more > 0 else "")
