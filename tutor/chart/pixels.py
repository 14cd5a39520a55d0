"""Drawing `Pixels`: two pixels a cell, one above the other."""

from __future__ import annotations

import numpy as np

from tutor.chart.canvas import BLANK, Canvas, cropped
from tutor.chart.looks import number_of
from tutor.chart.palette import Palette, ink_on
from tutor.chart.pointed import canvas_for
from tutor.figure import Pixels
from tutor.language import say
from tutor.parts import MARKS

SHADES = " ░▒▓█"
"""From empty to full where there is no colour: a pixel is then two cells, which is about square."""

MARK = "□"
_LEVELS = 16
_LARGEST = 4
"""Pixels are not drawn larger than this many cells across: beyond, an image falls apart into squares."""


def _grid(drawing: Pixels) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    values = np.atleast_2d(np.asarray(drawing.values, dtype=np.float64))
    values = values.reshape(values.shape[0], -1) if values.size else np.zeros((0, 0))
    return np.clip(np.nan_to_num(values, nan=0.0, posinf=1.0, neginf=0.0), 0.0, 1.0)


def pixels_size(drawing: Pixels, width: int, scale: int = 2) -> tuple[int, int]:
    """Return how many columns and rows the image takes at its best where `width` columns are free."""
    rows, columns = _grid(drawing).shape
    while scale > 1 and columns * scale > width:
        scale -= 1
    return columns * scale, (rows * scale + 1) // 2 + bool(drawing.title)


def draw_pixels(drawing: Pixels, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the image enlarged by the largest whole factor that fits, or None where not even one pixel a half cell
    does."""
    grid = _grid(drawing)
    rows, columns = grid.shape
    if not grid.size:
        return None
    title = say(drawing.title, language)
    top = 1 if title and height > (rows + 1) // 2 else 0
    shaded = not palette.coloured
    # Without colour a pixel is `2·scale` cells by `scale`; with half blocks `scale` cells by half as many.
    scale = (
        min(width // (2 * columns), (height - top) // rows)
        if shaded
        else min(width // columns, 2 * (height - top) // rows)
    )
    if shaded and scale == 0:
        shaded, scale = False, min(width // columns, 2 * (height - top) // rows)
    if scale < 1:
        return None
    scale = min(scale, _LARGEST)
    canvas = canvas_for(drawing, width, height)
    if top:
        canvas.put(0, 0, cropped(title, width), palette.style(bold=True))
    if shaded:
        levels = np.rint(grid * (len(SHADES) - 1)).astype(int)
        with canvas.of(solid=True):
            for y, row in enumerate(np.repeat(levels, scale, axis=0)):
                canvas.put(0, top + y, "".join(SHADES[level] * 2 * scale for level in row))
        with canvas.of(MARKS):
            for row, column in _marked(drawing, 2 * scale):
                canvas.put((2 * column + 1) * scale - 1, top + row * scale + scale // 2, MARK, palette.style(bold=True))
        return canvas
    large = np.repeat(np.repeat(grid, scale, axis=0), scale, axis=1)
    if len(large) % 2:
        large = np.vstack([large, np.zeros(large.shape[1])])
    if not palette.coloured:
        full = large >= 0.5
        for y in range(0, len(large), 2):
            halves = zip(full[y].tolist(), full[y + 1].tolist(), strict=True)
            with canvas.of(solid=True):
                canvas.put(0, top + y // 2, "".join(" ▄▀█"[2 * upper + lower] for upper, lower in halves))
        return canvas
    levels = np.rint(large * (_LEVELS - 1)).astype(int)
    greys = [_grey(level / (_LEVELS - 1), palette) for level in range(_LEVELS)]
    looks = [[number_of(palette.ground_style(upper, lower)) for lower in greys] for upper in greys]
    uppers, lowers = levels[::2], levels[1::2]
    is_one = (uppers == lowers) | (not palette.has_blocks)
    with canvas.of(solid=True):
        canvas.fill(0, top, np.where(is_one, BLANK, ord("▀")), np.array(looks)[uppers, lowers])
    for row, column in _marked(drawing, scale):
        grey = greys[int(np.rint(grid[row, column] * (_LEVELS - 1)))]
        across, down = column * scale + scale // 2, (row * scale + scale // 2) // 2
        with canvas.of(MARKS):
            canvas.put(across, top + down, MARK, palette.ground_style(ink_on(grey), grey))
    return canvas


def _marked(drawing: Pixels, cells: int) -> list[tuple[int, int]]:
    """Return the pixels of the image that wear a mark, where one is so many cells wide that a mark leaves it seen."""
    rows, columns = _grid(drawing).shape
    return [(row, column) for row, column in drawing.marked if row < rows and column < columns and cells > 1]


def _grey(share: float, palette: Palette) -> str:
    """Return the grey of a pixel: full is light on a dark ground and dark on a light one."""
    empty, full = (24, 244) if palette.dark else (250, 20)
    level = round(empty + (full - empty) * share)
    return f"#{level:02X}{level:02X}{level:02X}"
