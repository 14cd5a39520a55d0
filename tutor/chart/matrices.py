"""Drawing `Matrices`: brackets as tall as the matrix, numbers lined up at the point, signs between them."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from rich.style import Style

from tutor.chart.canvas import Canvas, cropped, width_of, wrapped
from tutor.chart.palette import MONOCHROME, Palette
from tutor.chart.scale import number
from tutor.figure import Matrices, Matrix, Role
from tutor.language import Text, say

_GAP = 2
"""Cells between the columns of a matrix, and between a matrix and a sign."""

_MOST_ROWS = 30
"""Rows that a drawing takes at most of itself; a longer matrix is elided."""

_SIZES = (10_000, 12, 8, 6, 5, 4, 3)
"""How many rows or columns are shown at most; the first that fits is taken."""

Put = tuple[int, int, str, Style]
"""(column, row, text, style): rows are counted from the first row of the numbers"""


class Block(NamedTuple):
    """A matrix or a sign, ready to be put somewhere."""

    width: int
    above: int
    """Rows above the numbers: name, names of the columns."""
    body: int
    below: int
    puts: tuple[Put, ...]


class Sheet(NamedTuple):
    """Blocks in lines, and what stands above and below them."""

    lines: tuple[tuple[Block, ...], ...]
    title: str
    note: tuple[str, ...]

    @property
    def width(self) -> int:
        """How wide the widest line is."""
        widths = [_line_width(line) for line in self.lines] + [width_of(self.title)]
        return max([*widths, *(width_of(line) for line in self.note)])

    @property
    def height(self) -> int:
        """How high everything is, with an empty row under the title, between the lines and above the note."""
        lines = sum(sum(_line_heights(line)) for line in self.lines) + max(len(self.lines) - 1, 0)
        return lines + (2 if self.title else 0) + (len(self.note) + 1 if self.note else 0)


def draw_matrices(drawing: Matrices, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the drawn matrices, or None where there is no room for them."""
    sheet = sheet_of(drawing, width, height, palette, language)
    if sheet is None:
        return None
    canvas = Canvas(width, height)
    y = 0
    if sheet.title:
        canvas.put(0, 0, sheet.title, palette.style(bold=True))
        y = 2
    for line in sheet.lines:
        above, body, below = _line_heights(line)
        x = 0
        for block in line:
            top = y + above + (body - block.body) // 2
            for column, row, text, style in block.puts:
                canvas.put(x + column, top + row, text, style)
            x += block.width + _GAP
        y += above + body + below + 1
    for row, text in enumerate(sheet.note):
        canvas.put(0, y + row, text, palette.style())
    return canvas


def sheet_of(drawing: Matrices, width: int, height: int, palette: Palette, language: str) -> Sheet | None:
    """Return the matrices laid out in `width` x `height` cells: whole if they fit, in two lines, or elided."""
    title, note = cropped(say(drawing.title, language), width), tuple(wrapped(say(drawing.note, language), width))
    # Rows and columns are left out before the title is, and the shapes after that.
    for title_left, shapes in dict.fromkeys([(title, drawing.show_shapes), ("", drawing.show_shapes), ("", False)]):
        for columns in _SIZES:
            for rows in _SIZES:
                if rows < _SIZES[0] and rows >= _tallest(drawing):
                    continue
                blocks = [
                    _matrix_block(part, rows, columns, shapes, palette, language)
                    if isinstance(part, Matrix)
                    else _sign_block(part, palette)
                    for part in drawing.parts
                ]
                sheet = Sheet(_in_lines(blocks, drawing.parts, width), title_left, note)
                if sheet.width <= width and sheet.height <= height:
                    return sheet
    return None


def matrices_size(drawing: Matrices, width: int, language: str) -> tuple[int, int]:
    """Return the size that the matrices take where `width` columns are free: (width, height)."""
    sheet = sheet_of(drawing, width, _MOST_ROWS, MONOCHROME, language)
    return (min(sheet.width, width), sheet.height) if sheet else (width, 2)


def _tallest(drawing: Matrices) -> int:
    return max(
        (_two_dimensional(part.values)[0].shape[0] for part in drawing.parts if isinstance(part, Matrix)), default=0
    )


def _in_lines(blocks: list[Block], parts: tuple[Matrix | str, ...], width: int) -> tuple[tuple[Block, ...], ...]:
    """Return the blocks in one line, or where that is too wide in several, each broken before a sign."""
    if _line_width(blocks) <= width:
        return (tuple(blocks),)
    lines: list[list[Block]] = [[]]
    at = 0
    while at < len(blocks):
        # A sign goes with what follows it.
        take = 2 if isinstance(parts[at], str) and at + 1 < len(blocks) else 1
        piece = blocks[at : at + take]
        if lines[-1] and _line_width([*lines[-1], *piece]) > width:
            lines.append([])
        lines[-1] += piece
        at += take
    return tuple(tuple(line) for line in lines)


def _line_width(line: list[Block] | tuple[Block, ...]) -> int:
    return sum(block.width for block in line) + _GAP * max(len(line) - 1, 0)


def _line_heights(line: tuple[Block, ...]) -> tuple[int, int, int]:
    """Return the rows of a line above, beside and below its tallest matrix."""
    body = max((block.body for block in line), default=0)
    above = max((block.above - (body - block.body) // 2 for block in line), default=0)
    below = max((block.below - (body - block.body + 1) // 2 for block in line), default=0)
    return max(above, 0), body, max(below, 0)


def _sign_block(sign: str, palette: Palette) -> Block:
    return Block(width_of(sign), 0, 1, 0, ((0, 0, sign, palette.style()),))


def _two_dimensional(values: object) -> tuple[np.ndarray[tuple[int, int], np.dtype[np.float64]], int]:
    """Return `values` as rows and columns, and how many rows make one slice (all of them up to two dimensions)."""
    array = np.asarray(values, dtype=np.float64)
    if array.ndim <= 1:
        return array.reshape(1, -1), 1
    return array.reshape(int(np.prod(array.shape[:-1])), array.shape[-1]), array.shape[-2]


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as NumPy writes it: "(2, 3)", "(3,)"."""
    return f"({shape[0]},)" if len(shape) == 1 else f"({', '.join(map(str, shape))})"


def _shown(count: int, most: int) -> list[int | None]:
    """Return the places that are shown of `count`; None stands for those left out."""
    if count <= most:
        return list(range(count))
    head = max((most - 1 + 1) // 2, 1)
    tail = max(most - 1 - head, 1)
    return [*range(head), None, *range(count - tail, count)]


def _matrix_block(
    matrix: Matrix, most_rows: int, most_columns: int, show_shape: bool, palette: Palette, language: str
) -> Block:
    shape = np.shape(matrix.values)
    table, slice_rows = _two_dimensional(matrix.values)
    columns = _shown(table.shape[1], most_columns)
    rows = _shown(table.shape[0], most_rows)
    # Slices of an array with more than two dimensions are kept apart by an empty row.
    lines: list[int | str | None] = []
    for row in rows:
        if lines and row is not None and slice_rows and row % slice_rows == 0 and lines[-1] is not None:
            lines.append("")
        lines.append(row)

    texts = [[_cell_text(matrix, table, row, column) for column in columns] for row in rows if row is not None]
    padded = _aligned(texts, ["⋯" if column is None else "" for column in columns])
    column_names = [_name(matrix.column_names, column, language) for column in columns]
    widths = [
        max([*(width_of(line[at]) for line in padded), width_of(column_names[at]), 1]) for at in range(len(columns))
    ]
    row_names = {row: _name(matrix.row_names, row, language) for row in rows if row is not None}
    names_width = max((width_of(name) for name in row_names.values()), default=0)
    left = names_width + 1 if names_width else 0
    deep = len(shape) - 1 if len(lines) == 1 and len(shape) == 2 else 0
    bracket = "[" * (1 + deep) if len(lines) <= 1 else "⎡"
    inner = left + (len(bracket) if shape else 0)
    content = sum(widths) + _GAP * max(len(widths) - 1, 0)
    width = inner + 1 + content + 1 + (len(bracket) if shape else 0)

    puts: list[Put] = []
    style, quiet = palette.style(matrix.role), palette.style(Role.QUIET)
    at_row = 0
    for y, line in enumerate(lines or [""]):
        if shape:
            puts += [(left, y, text, palette.style()) for text in [_bracket("⎡⎢⎣", bracket, y, len(lines))]]
            closing = _bracket("⎤⎥⎦", "]" * len(bracket), y, len(lines))
            puts.append((inner + content + 2, y, closing, palette.style()))
        x = inner + 1
        if isinstance(line, int):
            puts.append((names_width - width_of(row_names[line]), y, row_names[line], quiet))
            for column, text, cell_width in zip(columns, padded[at_row], widths, strict=True):
                cell = (line, -1 if column is None else column)
                puts.append(_cell_put(matrix, cell, x, y, text, cell_width, style, quiet, palette))
                x += cell_width + _GAP
            at_row += 1
        elif line is None:
            puts += [
                (x + sum(widths[:at]) + at * _GAP + w - 1, y, "⋱" if columns[at] is None else "⋮", quiet)
                for at, w in enumerate(widths)
            ]
    above = 0
    if any(column_names):
        above = 1
        x = inner + 1
        for name, cell_width in zip(column_names, widths, strict=True):
            puts.append((x + cell_width - width_of(name), -1, name, quiet))
            x += cell_width + _GAP
    middle = left + (width - left) // 2
    if matrix.name:
        above += 1
        width = max(width, width_of(matrix.name))
        name_x = max(0, middle - width_of(matrix.name) // 2)
        puts.append((name_x, -above, matrix.name, palette.style(matrix.role, bold=True)))
    body = max(len(lines), 1)
    below = 0
    if show_shape:
        below = 1
        text = shape_text(shape) if shape else "()"
        shape_x = max(0, middle - (len(text)) // 2)
        width = max(width, shape_x + len(text))
        puts.append((shape_x, body, text, quiet))
    return Block(width, above, body, below, tuple(puts))


def _bracket(tall: str, flat: str, y: int, rows: int) -> str:
    if rows <= 1:
        return flat
    return tall[0] if y == 0 else tall[2] if y == rows - 1 else tall[1]


def _cell_put(
    matrix: Matrix,
    cell: tuple[int, int],
    x: int,
    y: int,
    text: str,
    width: int,
    style: Style,
    quiet: Style,
    palette: Palette,
) -> Put:
    text = " " * (width - width_of(text)) + text
    if cell in matrix.lit:
        return x - 1, y, f" {text} ", palette.style(matrix.role, bold=True, reverse=True)
    return x, y, text, quiet if cell in matrix.unknown or cell[1] < 0 else style


def _cell_text(
    matrix: Matrix, table: np.ndarray[tuple[int, int], np.dtype[np.float64]], row: int, column: int | None
) -> str:
    if column is None:
        return "⋯"
    if (row, column) in matrix.unknown:
        return "·"
    return number(float(table[row, column]), matrix.format)


def _name(names: tuple[Text | str, ...], at: int | None, language: str) -> str:
    return say(names[at], language) if at is not None and at < len(names) else ""


def _aligned(rows: list[list[str]], marks: list[str]) -> list[list[str]]:
    """Return the texts of each column padded at the right so that, right-aligned, their points stand below one
    another. What is no number (`marks`, "·") is centred on the places before the point."""
    if not rows:
        return rows
    aligned = [list(row) for row in rows]
    for at in range(len(marks)):
        tails = [len(row[at].partition(".")[2]) + ("." in row[at]) for row in rows]
        deepest = max(tails)
        for row, tail in zip(aligned, tails, strict=True):
            if "e" not in row[at]:
                row[at] += " " * (deepest - tail)
    return aligned
