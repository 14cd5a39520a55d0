"""Drawing `Matrices`: brackets as tall as the matrix, numbers lined up at the point, signs between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np
from rich.style import Style

from tutor.chart.canvas import Canvas, cropped, width_of, wrapped
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.chart.scale import number
from tutor.figure import Matrices, Matrix, Role
from tutor.language import Text, say
from tutor.namedtuple import NamedTuple

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
    puts: Callable[[Palette], Iterable[Put]]
    """What is written where: asked for when it is known that the block fits."""
    part: str = ""
    """what a word of a text calls it"""


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
    sheet = sheet_of(drawing, width, height, language)
    if sheet is None:
        return None
    canvas = canvas_for(drawing, width, height)
    y = 0
    if sheet.title:
        canvas.put(0, 0, sheet.title, palette.style(bold=True))
        y = 2
    for line in sheet.lines:
        above, body, below = _line_heights(line)
        x = 0
        for block in line:
            top = y + above + (body - block.body) // 2
            with canvas.of(block.part):
                for column, row, text, style in block.puts(palette):
                    canvas.put(x + column, top + row, text, style)
            x += block.width + _GAP
        y += above + body + below + 1
    for row, text in enumerate(sheet.note):
        canvas.put(0, y + row, text, palette.style())
    return canvas


def sheet_of(drawing: Matrices, width: int, height: int, language: str) -> Sheet | None:
    """Return the matrices laid out in `width` x `height` cells: whole if they fit, in two lines, or elided."""
    title = cropped(say(drawing.title, language), width)
    note = tuple(wrapped(say(drawing.note, language), width, height + 1))
    parts = [part if isinstance(part, str) else _Source(part, language) for part in drawing.parts]
    tallest = max((part.table.shape[0] for part in parts if isinstance(part, _Source)), default=0)
    # Rows and columns are left out before the title is, and the shapes after that.
    for title_left, shapes in dict.fromkeys([(title, drawing.show_shapes), ("", drawing.show_shapes), ("", False)]):
        for columns in _SIZES:
            for rows in _SIZES:
                if rows < _SIZES[0] and rows >= tallest:
                    continue
                blocks = _blocks(parts, rows, columns, shapes, width, height)
                if blocks is None:
                    continue
                sheet = Sheet(_in_lines(blocks, drawing.parts, width), title_left, note)
                if sheet.width <= width and sheet.height <= height:
                    return sheet
    return None


def _blocks(
    parts: list[_Source | str], rows: int, columns: int, shapes: bool, width: int, height: int
) -> list[Block] | None:
    """Return the parts with so many rows and columns at most, or None where it is plain that they do not fit."""
    least = [part.least(rows, columns) for part in parts if isinstance(part, _Source)]
    if any(wide > width or high > height for wide, high in least):
        return None
    if sum(wide * high for wide, high in least) > width * height:
        return None
    blocks = []
    for part in parts:
        block = _sign_block(part) if isinstance(part, str) else part.block(rows, columns, shapes, width)
        if block is None or block.width > width:
            return None
        blocks.append(block)
    return blocks


def matrices_size(drawing: Matrices, width: int, language: str) -> tuple[int, int]:
    """Return the size that the matrices take where `width` columns are free: (width, height)."""
    sheet = sheet_of(drawing, width, _MOST_ROWS, language)
    return (min(sheet.width, width), sheet.height) if sheet else (width, 2)


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


def _sign_block(sign: str) -> Block:
    return Block(width_of(sign), 0, 1, 0, lambda palette: [(0, 0, sign, palette.style())])


def shape_text(shape: tuple[int, ...]) -> str:
    """Return a shape as NumPy writes it: "(2, 3)", "(3,)"."""
    return f"({shape[0]},)" if len(shape) == 1 else f"({', '.join(map(str, shape))})"


def _count(count: int, most: int) -> int:
    """Return how many of `count` rows or columns stand there where at most `most` do, what is left out as one."""
    return count if count <= most else len(_shown(count, most))


def _shown(count: int, most: int) -> list[int | None]:
    """Return the places that are shown of `count`; None stands for those left out."""
    if count <= most:
        return list(range(count))
    head = max((most - 1 + 1) // 2, 1)
    tail = max(most - 1 - head, 1)
    return [*range(head), None, *range(count - tail, count)]


class _Source:
    """A matrix whose numbers are written out once, whatever number of rows and columns is tried."""

    def __init__(self, matrix: Matrix, language: str) -> None:
        self.matrix = matrix
        self.language = language
        array = np.asarray(matrix.values, dtype=np.float64)
        self.shape = array.shape
        self.table = (
            array.reshape(int(np.prod(array.shape[:-1])), array.shape[-1]) if array.ndim else array.reshape(1, 1)
        )
        self.slice_rows = array.shape[-2] if array.ndim > 1 else 1
        """How many rows make one slice: all of them up to two dimensions."""
        self._texts: dict[tuple[int, int], str] = {}
        self._blocks: dict[tuple[int, int, bool], Block | None] = {}

    def least(self, most_rows: int, most_columns: int) -> tuple[int, int]:
        """Return the columns and rows of the terminal that it takes at least."""
        columns = _count(self.table.shape[1], most_columns)
        return columns + _GAP * max(columns - 1, 0) + 2, _count(self.table.shape[0], most_rows)

    def text(self, row: int, column: int) -> str:
        """Return how an entry is written."""
        if (row, column) in self.matrix.unknown:
            return "·"
        text = self._texts.get((row, column))
        if text is None:
            text = self._texts[row, column] = number(float(self.table[row, column]), self.matrix.format)
        return text

    def block(self, most_rows: int, most_columns: int, show_shape: bool, room: int) -> Block | None:
        """Return the matrix with so many rows and columns, or None where it is plain that it is wider than `room`."""
        key = (most_rows, most_columns, show_shape)
        if key not in self._blocks:
            self._blocks[key] = self._block(*key, room)
        return self._blocks[key]

    def _block(self, most_rows: int, most_columns: int, show_shape: bool, room: int) -> Block | None:
        matrix = self.matrix
        title = say(matrix.name, self.language)
        if width_of(title) > room:
            return None
        columns = _shown(self.table.shape[1], most_columns)
        rows = _shown(self.table.shape[0], most_rows)
        # Slices of an array with more than two dimensions are kept apart by an empty row.
        lines: list[int | str | None] = []
        for row in rows:
            if lines and row is not None and self.slice_rows and row % self.slice_rows == 0 and lines[-1] is not None:
                lines.append("")
            lines.append(row)
        numbered = [row for row in rows if row is not None]
        column_names = [_name(matrix.column_names, column, self.language) for column in columns]
        padded: list[list[str]] = []
        widths: list[int] = []
        for column, name in zip(columns, column_names, strict=True):
            texts = (
                ["⋯" for _ in numbered] if column is None else _aligned([self.text(row, column) for row in numbered])
            )
            padded.append(texts)
            widths.append(max([*map(width_of, texts), width_of(name), 1]))
            if sum(widths) > room:
                return None
        row_names = {row: _name(matrix.row_names, row, self.language) for row in numbered}
        names_width = max(map(width_of, row_names.values()), default=0)
        left = names_width + 1 if names_width else 0
        deep = len(self.shape) - 1 if len(lines) == 1 and len(self.shape) == 2 else 0
        bracket = ("[" * (1 + deep) if len(lines) <= 1 else "⎡") if self.shape else ""
        inner = left + len(bracket)
        content = sum(widths) + _GAP * max(len(widths) - 1, 0)
        width = inner + 1 + content + 1 + len(bracket)
        middle = left + (width - left) // 2
        width = max(width, width_of(title))
        shape = shape_text(self.shape) if self.shape else "()"
        shape_x = max(0, middle - len(shape) // 2)
        if show_shape:
            width = max(width, shape_x + len(shape))

        def puts(palette: Palette) -> Iterator[Put]:
            style, quiet = palette.style(matrix.role), palette.style(Role.QUIET)
            entries = iter(zip(*padded, strict=True))
            for y, line in enumerate(lines or [""]):
                if bracket:
                    yield left, y, _bracket("⎡⎢⎣", bracket, y, len(lines)), palette.style()
                    closing = _bracket("⎤⎥⎦", "]" * len(bracket), y, len(lines))
                    yield inner + content + 2, y, closing, palette.style()
                x = inner + 1
                if isinstance(line, int):
                    yield names_width - width_of(row_names[line]), y, row_names[line], quiet
                    for column, text, cell_width in zip(columns, next(entries, ()), widths, strict=True):
                        cell = (line, -1 if column is None else column)
                        yield _cell_put(matrix, cell, x, y, text, cell_width, style, quiet, palette)
                        x += cell_width + _GAP
                elif line is None:
                    for column, cell_width in zip(columns, widths, strict=True):
                        yield x + cell_width - 1, y, "⋱" if column is None else "⋮", quiet
                        x += cell_width + _GAP
            x = inner + 1
            for name, cell_width in zip(column_names, widths, strict=True):
                if name:
                    yield x + cell_width - width_of(name), -1, name, quiet
                x += cell_width + _GAP
            if title:
                name_x = max(0, middle - width_of(title) // 2)
                yield name_x, -above, title, palette.style(matrix.role, bold=True)
            if show_shape:
                yield shape_x, body, shape, quiet

        above = any(column_names) + bool(title)
        body = max(len(lines), 1)
        return Block(width, above, body, int(show_shape), puts, matrix.name if isinstance(matrix.name, str) else "")


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


def _name(names: tuple[Text | str, ...], at: int | None, language: str) -> str:
    return say(names[at], language) if at is not None and at < len(names) else ""


def _aligned(column: list[str]) -> list[str]:
    """Return the texts of a column padded at the right so that, right-aligned, their points stand below one another.
    What is no number ("·") is centred on the places before the point."""
    tails = [len(text.partition(".")[2]) + ("." in text) for text in column]
    deepest = max(tails, default=0)
    return [text if "e" in text else text + " " * (deepest - tail) for text, tail in zip(column, tails, strict=True)]
