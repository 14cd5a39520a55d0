"""Pointing at a part of a drawing: from one frozen drawing to another, in which that part stands out.

Nothing but the look of what is drawn already changes, so that pointing never shows what is withheld.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from tutor.figure import (
    Chain,
    Drawing,
    Figure,
    Heat,
    Layer,
    Matrices,
    Matrix,
    Network,
    Panels,
    Pixels,
    Polygons,
    Product,
    Stretch,
    Tiles,
)
from tutor.parts import (
    CELL,
    COLUMN,
    EDGES,
    FACTORS,
    GHOSTS,
    GOAL,
    LEFT,
    LOST,
    MARKS,
    NOTES,
    ROW,
    SHAPES,
    STATES,
    SUM,
    TAKEN,
    TERMS,
)

AnyDrawing = TypeVar("AnyDrawing", bound=Drawing)


def pointed(drawing: AnyDrawing, part: str) -> AnyDrawing:
    """Return the drawing with this part standing out; as it is where it has no such part now."""
    return _pointed(drawing, part) if part in parts_of(drawing) else drawing


def _pointed(drawing: AnyDrawing, part: str) -> AnyDrawing:
    if isinstance(drawing, Panels):
        # What belongs to no part that is meant steps back in all of them.
        parts = tuple(_pointed(inner, part) for inner in drawing.parts)
        return replace(drawing, parts=parts, pointed=part)
    return replace(drawing, pointed=part)


def parts_of(drawing: Drawing) -> tuple[str, ...]:
    """Return the names of all that can be pointed at in a drawing as it stands, each once."""
    return tuple(dict.fromkeys(name for name in _names(drawing) if name))


def _names(drawing: Drawing) -> Iterator[str]:
    yield drawing.part
    match drawing:
        case Panels(parts):
            for inner in parts:
                yield from _names(inner)
        case Figure(layers):
            for layer in layers:
                yield from _names_of_layer(layer)
        case Network():
            yield from _names_in_network(drawing)
        case Matrices(parts):
            yield from (part.name for part in parts if isinstance(part, Matrix) and isinstance(part.name, str))
        case Product():
            yield from _names_in_product(drawing)
        case Stretch():
            yield from _names_in_stretch(drawing)
        case Chain():
            yield from _names_in_chain(drawing)
        case Polygons(parts):
            yield from (shape.part for shape in parts)
        case Tiles(rows):
            for row in rows:
                yield from (tile.name for tile in row)
            if any(tile.note for row in rows for tile in row):
                yield NOTES
        case Pixels():
            if drawing.marked:
                yield MARKS


def _names_of_layer(layer: Layer) -> Iterator[str]:
    yield layer.part
    if isinstance(layer, Heat) and (layer.levels or layer.boundary is not None):
        yield layer.edge


def _names_in_network(network: Network) -> Iterator[str]:
    nodes = [node for column in network.columns for node in column]
    yield from (node.name for node in nodes)
    yield from (edge.name for edge in network.edges)
    if network.edges:
        yield EDGES
    if network.has_cards:
        yield from network.letters or ("b", "z", "a")
        if any(node.state for node in nodes):
            yield STATES


def _names_in_product(product: Product) -> Iterator[str]:
    yield from product.names
    if product.meeting is not None:
        yield from (ROW, COLUMN, CELL)
        if product.told and not product.fits:
            yield LOST
        elif product.terms:
            yield TERMS


def _names_in_stretch(stretch: Stretch) -> Iterator[str]:
    yield from (*stretch.names, SHAPES, SUM)
    if stretch.copies:
        yield GHOSTS


def _names_in_chain(chain: Chain) -> Iterator[str]:
    yield FACTORS
    if not chain.unknown:
        yield from (LEFT, TAKEN)
    if chain.goal is not None:
        yield GOAL
