"""Drawing `Tiles`: small surfaces in rows, each under its name."""

from __future__ import annotations

from tutor.chart.canvas import Canvas, cropped, width_of
from tutor.chart.frame import Frame
from tutor.chart.heat import draw_heats
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.chart.scale import Scale
from tutor.figure import Heat, Role, Tile, Tiles
from tutor.language import say
from tutor.namedtuple import NamedTuple
from tutor.parts import NOTES

LEAST = (4, 2)
"""Columns and rows below which a surface says nothing."""
BETWEEN = 1
"""A column between two of them."""
_APART = "  "
"""Between two names where there is no room for more than these."""


class Grid(NamedTuple):
    """How the surfaces share the room: each `columns` by `rows` cells, under a row for its name."""

    columns: int
    rows: int
    pitch: int
    """columns from one to the next: wider than the surface where its name and note need it and there is room"""


def grid_of(tiles: Tiles, width: int, height: int) -> Grid | None:
    """Return how the surfaces share a room, about square; None where they do not fit."""
    most = max((len(row) for row in tiles.rows), default=0)
    if not most:
        return None
    rows = height // len(tiles.rows) - 1
    columns = min((width - BETWEEN * (most - 1)) // most, 2 * rows)
    rows = min(rows, max((columns + 1) // 2, LEAST[1]))
    if columns < LEAST[0] or rows < LEAST[1]:
        return None
    named = max(width_of(_heading(tile)) for row in tiles.rows for tile in row)
    widest = (width + BETWEEN) // most
    return Grid(columns, rows, max(columns, named if named + BETWEEN <= widest else 0) + BETWEEN)


def _heading(tile: Tile) -> str:
    return f"{tile.name} {tile.note}".rstrip()


def tiles_height(tiles: Tiles, width: int) -> int:
    """Return the rows at which the surfaces look best where `width` columns are free."""
    most = max((len(row) for row in tiles.rows), default=1)
    columns = max((width - BETWEEN * (most - 1)) // max(most, 1), LEAST[0])
    return len(tiles.rows) * (max(min(columns // 2, 6), LEAST[1]) + 1) + bool(tiles.title)


def draw_tiles(tiles: Tiles, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the drawn surfaces; their names alone where there is no room; None where not even these fit."""
    title = say(tiles.title, language)
    top = 1 if title and grid_of(tiles, width, height - 1) is not None else 0
    grid = grid_of(tiles, width, height - top)
    canvas = canvas_for(tiles, width, height)
    if top:
        canvas.put(0, 0, cropped(title, width), palette.style(bold=True))
    if grid is None:
        return _names(tiles, canvas, palette)
    heats, frames = [], []
    middle = (tiles.z_range[0] + tiles.z_range[1]) / 2
    for number, row in enumerate(tiles.rows):
        y = top + number * (grid.rows + 1)
        for place, tile in enumerate(row):
            x, room = place * grid.pitch, grid.pitch - BETWEEN
            with canvas.of(tile.name):
                end = canvas.put(x, y, cropped(tile.name, room), palette.style(Role.MODEL, bold=True))
            if width_of(_heading(tile)) <= room:
                with canvas.of(tile.name, NOTES):
                    canvas.put(end + 1, y, tile.note, palette.style(Role.QUIET))
            frames.append(Frame(x, y + 1, Scale(0.0, 1.0, grid.columns), Scale(0.0, 1.0, grid.rows)))
            heats.append(Heat(tile.z, (0.0, 1.0), (0.0, 1.0), tiles.z_range, middle, part=tile.name))
    draw_heats(canvas, heats, frames, palette)
    return canvas


def _names(tiles: Tiles, canvas: Canvas, palette: Palette) -> Canvas | None:
    """Return the names with their notes, each whole, below each other where a row is too long for one line; the names
    alone where there is no room for that, and None where there is none for them either, or nothing has a name."""
    if not any(tiles.rows):
        return None
    for texts in (
        [[_heading(tile) for tile in row] for row in tiles.rows],
        [[tile.name for tile in row] for row in tiles.rows],
    ):
        pitch = max(width_of(text) for row in texts for text in row) + len(_APART)
        most = (canvas.width + len(_APART)) // pitch
        if not most:
            continue
        lines = [row[start : start + most] for row in texts for start in range(0, len(row), most)]
        if len(lines) > canvas.height:
            continue
        for y, line in enumerate(lines):
            for place, text in enumerate(line):
                canvas.put(place * pitch, y, text, palette.style(Role.MODEL))
        return canvas
    return None
