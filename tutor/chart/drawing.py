"""Drawing anything that a lab can return."""

from __future__ import annotations

from itertools import pairwise

from rich.segment import Segment

from tutor.chart.bars import bars_height
from tutor.chart.canvas import Canvas, cropped, wrapped
from tutor.chart.chain import chain_height, draw_chain
from tutor.chart.figures import draw_figure
from tutor.chart.matrices import draw_matrices, matrices_size
from tutor.chart.network import draw_network, network_height
from tutor.chart.palette import Palette
from tutor.chart.pixels import draw_pixels, pixels_size
from tutor.chart.polygons import draw_polygons, polygons_height
from tutor.chart.product import draw_product, product_height
from tutor.chart.stretch import draw_stretch, stretch_height
from tutor.chart.tiles import draw_tiles, tiles_height
from tutor.figure import (
    Bars,
    Chain,
    Drawing,
    Figure,
    Matrices,
    Network,
    Panels,
    Pixels,
    Polygons,
    Product,
    Stretch,
    Tiles,
)


def draw(drawing: Drawing, width: int, height: int, palette: Palette, language: str) -> list[list[Segment]]:
    """Return `drawing` as `height` lines of exactly `width` cells.

    It draws whatever the values are: what is no number leaves a gap, what lies outside the limits is cut there. Where
    there is no room for it, its `alt` sentence stands instead.
    """
    canvas: Canvas | None
    match drawing:
        case Panels():
            return _panels(drawing, width, height, palette, language)
        case Figure():
            canvas = draw_figure(drawing, width, height, palette, language)
        case Network():
            canvas = draw_network(drawing, width, height, palette, language)
        case Matrices():
            canvas = draw_matrices(drawing, width, height, palette, language)
        case Pixels():
            canvas = draw_pixels(drawing, width, height, palette, language)
        case Chain():
            canvas = draw_chain(drawing, width, height, palette, language)
        case Tiles():
            canvas = draw_tiles(drawing, width, height, palette, language)
        case Product():
            canvas = draw_product(drawing, width, height, palette, language)
        case Stretch():
            canvas = draw_stretch(drawing, width, height, palette, language)
        case Polygons():
            canvas = draw_polygons(drawing, width, height, palette, language)
    canvas = canvas or in_words(drawing, width, height, palette, language)
    canvas.shine(palette)
    return canvas.lines()


ABREAST = 66
"""Columns from which on the parts of a picture stand beside each other."""
ABOVE = 12
"""The most lines that a part asks for where it stands above another."""
BETWEEN = 2
"""Columns between two of them."""


def widths_of(panels: Panels, width: int) -> tuple[int, ...]:
    """Return the columns of each part side by side; () where they stand one above the other."""
    shares = panels.shares or (1.0,) * len(panels.parts)
    room = width - BETWEEN * (len(shares) - 1)
    ends = [round(room * sum(shares[: number + 1]) / sum(shares)) for number in range(len(shares))]
    widths = tuple(end - start for start, end in pairwise([0, *ends]))
    return widths if width >= ABREAST else ()


def _panels(panels: Panels, width: int, height: int, palette: Palette, language: str) -> list[list[Segment]]:
    widths = widths_of(panels, width)
    gap = Segment(" " * BETWEEN)
    if widths:
        columns = [
            draw(part, columns, height, palette, language) for part, columns in zip(panels.parts, widths, strict=True)
        ]
        return [
            [piece for number, line in enumerate(row) for piece in ([gap] if number else []) + line]
            for row in zip(*columns, strict=True)
        ]
    count = max(len(panels.parts), 1)
    cuts = [round(height * number / count) for number in range(count + 1)]
    lines: list[list[Segment]] = []
    for part, (top, bottom) in zip(panels.parts, pairwise(cuts), strict=False):
        lines += draw(part, width, bottom - top, palette, language)
    return lines or in_words(panels, width, height, palette, language).lines()


def in_words(drawing: Drawing, width: int, height: int, palette: Palette, language: str) -> Canvas:
    """Return a canvas with the sentence that says what the drawing shows, cut to what fits."""
    canvas = Canvas(width, height)
    lines = wrapped(drawing.alt.in_(language), width, height + 1)
    for y, line in enumerate(lines[:height]):
        more = y == height - 1 and len(lines) > height
        canvas.put(0, y, cropped(line + " …", width) if more else line, palette.style())
    return canvas


def natural_size(drawing: Drawing, width: int, language: str) -> tuple[int, int]:
    """Return the size at which `drawing` looks best where `width` columns are free: (width, height), both 1 or more."""
    match drawing:
        case Figure() if any(isinstance(layer, Bars) for layer in drawing.layers):
            wide, high = width, bars_height(drawing, language)
        case Figure():
            wide, high = width, max(8, min(18, round(width * 0.4)))
        case Network():
            wide, high = width, network_height(drawing)
        case Matrices():
            wide, high = matrices_size(drawing, width, language)
        case Pixels():
            wide, high = pixels_size(drawing, width)
        case Chain():
            wide, high = width, chain_height(drawing)
        case Tiles():
            wide, high = width, tiles_height(drawing, width)
        case Product():
            wide, high = width, product_height(drawing, width, language)
        case Stretch():
            wide, high = width, stretch_height(drawing, language)
        case Polygons():
            wide, high = width, polygons_height(width, len(drawing.parts))
        case Panels():
            widths = widths_of(drawing, width)
            sizes = [
                natural_size(part, columns, language)
                for part, columns in zip(drawing.parts, widths or (width,) * len(drawing.parts), strict=True)
            ]
            heights = [rows for _, rows in sizes] or [1]
            wide, high = width, max(heights) if widths else sum(min(rows, ABOVE) for rows in heights)
    return max(wide, 1), max(high, 1)
