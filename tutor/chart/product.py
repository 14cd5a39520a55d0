"""Drawing a `Product`: Falk's scheme, a row running right and a column running down to the cell where they meet.

In the corner that the scheme leaves free, the row stands upright beside the column: one product of two numbers a line.
"""

from __future__ import annotations

import itertools
from functools import cached_property

import numpy as np

from tutor.chart.canvas import Canvas, cropped, width_of, wrapped
from tutor.chart.cells import Cells, Kind, height_of
from tutor.chart.matrices import draw_matrices, shape_text
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.chart.scale import number
from tutor.dataclass import dataclass
from tutor.figure import Matrices, Matrix, Product, Role
from tutor.language import say
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array
from tutor.parts import CELL, COLUMN, LOST, ROW, TERMS

_GAP = 4
"""Columns between the left matrix and the product, which the row crosses."""
_TALL = ((3, 11), (2, 9), (1, 9), (0, 6))
"""Rows inside a cell, and the most columns that go well with them."""
_NOTE_ROWS = 2
"""Rows kept for the sentence below, where room is kept at all."""
_BEST = 15
"""Rows that it takes at most of itself, where it can do with fewer."""
_MOST = 12
"""Rows or columns beyond which the matrices stand in one line, and are cut."""
NO_PARTNER = "✗"


class _Measures(NamedTuple):
    """How large the cells are, and what stands around them."""

    tall: int
    inner: int
    note: tuple[str, ...]
    air: int
    """empty rows above the note"""
    named: bool
    """whether the columns have their names above them"""


def draw_product(product: Product, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the scheme drawn; the matrices in one line where it does not fit; None where not even those do."""
    scheme = _Scheme(product, language)
    if not product.left.size or not product.right.size or max(scheme.room) > _MOST:
        return draw_matrices(in_line(product), width, height, palette, language)
    measures = scheme.measures(width, height)
    if measures is None:
        return draw_matrices(in_line(product), width, height, palette, language)
    canvas = canvas_for(product, width, height)
    scheme.draw(canvas, measures, palette)
    return canvas


def product_height(product: Product, width: int, language: str) -> int:
    """Return how many rows the scheme takes at its best where `width` columns are free."""
    rows, depth, _ = _Scheme(product, language).room
    note = len(wrapped(say(product.note, language), width))
    around = bool(product.column_names) + 1 + note
    high = [height_of(depth, tall) + height_of(rows, tall) + around for tall in (1, 0)]
    return next((height for height in high if height <= _BEST), high[-1])


def in_line(product: Product) -> Matrices:
    """Return the same product as matrices in one line."""
    left, right, name = product.names
    (rows, depth), (below, columns) = product.left.shape, product.right.shape
    i, j = product.meeting or (-1, -1)
    row = frozenset((i, at) for at in range(depth)) if product.meeting else frozenset()
    column = frozenset((at, j) for at in range(below)) if product.meeting else frozenset()
    parts: tuple[Matrix | str, ...] = (
        Matrix(product.left, left, Role.GIVEN, lit=row),
        "·",
        Matrix(product.right, right, lit=column),
        "=",
    )
    if product.fits and product.told:
        full = {(i, j)} if product.meeting and product.terms == depth else set()
        unknown = frozenset(itertools.product(range(rows), range(columns))) - product.known - full
        with np.errstate(all="ignore"):
            total = np.asarray(product.left @ product.right)
        lit = frozenset({(i, j)}) if product.meeting else frozenset()
        parts += (Matrix(total, name, Role.RIGHT, lit=lit, unknown=unknown),)
    else:
        parts += ("?",)
    return Matrices(parts, product.alt, product.note, part=product.part, pointed=product.pointed)


@dataclass(eq=False)
class _Scheme:
    """A product on its way onto a canvas."""

    product: Product
    language: str

    @cached_property
    def room(self) -> tuple[int, int, int]:
        """Rows of the left matrix, numbers that meet, columns of the right one: as many as room is kept for."""
        (n, k), (k2, m) = self.product.left.shape, self.product.right.shape
        most = self.product.room or (0, 0, 0)
        return max(n, most[0]), max(k, k2, most[1]), max(m, most[2])

    @cached_property
    def row_names(self) -> list[str]:
        return [say(name, self.language) for name in self.product.row_names]

    @cached_property
    def column_names(self) -> list[str]:
        return [say(name, self.language) for name in self.product.column_names]

    @cached_property
    def left_texts(self) -> list[list[str]]:
        return [[number(float(value), "g") for value in row] for row in self.product.left]

    @cached_property
    def right_texts(self) -> list[list[str]]:
        return [[number(float(value), "g") for value in row] for row in self.product.right]

    @property
    def labels(self) -> tuple[str, str, str]:
        """The names with their shapes."""
        left, right, name = self.product.names
        a, b = self.product.left.shape, self.product.right.shape
        shape = shape_text((a[0], b[1])) if self.product.fits and self.product.told else "?"
        return f"{left} {shape_text(a)}", f"{right} {shape_text(b)}", f"{name} {shape}"

    @property
    def _margins(self) -> tuple[int, int]:
        """Columns left of everything for the names of the rows, and right of it for names and shapes."""
        beside = max(map(width_of, self.row_names), default=-1) + 1
        return beside, max(width_of(label) for label in self.labels[1:]) + 2

    def measures(self, width: int, height: int) -> _Measures | None:
        """Return the largest cells that fit, or None; the names of the columns go before the scheme does."""
        rows, depth, columns = self.room
        texts = [text for row in (*self.left_texts, *self.right_texts) for text in row]
        numbers = max(*map(width_of, texts), self._widest_sum)
        note = tuple(wrapped(say(self.product.note, self.language), width))
        if self.product.room is not None:
            # Where shapes change, a sentence that grows longer moves nothing.
            note = (*note, *("",) * (_NOTE_ROWS - len(note)))
        beside = (width - sum(self._margins) - _GAP - 2) // (depth + columns) - 1
        for names in dict.fromkeys((tuple(self.column_names), ())):
            for tall, most in _TALL:
                least = max(numbers + (2 if tall else 1), *map(width_of, names), 3)
                inner = min(beside, max(most, least))
                grid = height_of(depth, tall) + height_of(rows, tall) + bool(names) + 1
                for said, air in dict.fromkeys(((note, 1), (note, 0), ((), 0))):
                    if tall and said != note:
                        continue
                    if inner >= least and grid + len(said) + (air if said else 0) <= height:
                        return _Measures(tall, inner, said, air, bool(names))
        return None

    @cached_property
    def total(self) -> Array:
        """The product, of matrices that fit."""
        with np.errstate(all="ignore"):
            return np.asarray(self.product.left @ self.product.right)

    @cached_property
    def _widest_sum(self) -> int:
        if not self.product.fits:
            return 1
        return max(width_of(number(float(value), "g")) for value in self.total.ravel())

    def draw(self, canvas: Canvas, measures: _Measures, palette: Palette) -> None:
        """Draw the scheme into the middle of the canvas."""
        rows, depth, columns = self.room
        tall, inner, note, air, named = measures
        pitch, (beside, after) = inner + 1, self._margins
        wide = beside + depth * pitch + 1 + _GAP + columns * pitch + 1 + after
        x = (canvas.width - wide) // 2
        high = named + height_of(depth, tall) + 1 + height_of(rows, tall) + (air + len(note) if note else 0)
        y = (canvas.height - high) // 2 + named
        (n, k), (k2, m) = self.product.left.shape, self.product.right.shape
        corner_x, corner_y = x + beside + depth * pitch + 1, y + height_of(depth, tall) + 1
        left = Cells(corner_x - k * pitch - 1, corner_y, n, k, inner, tall)
        right = Cells(corner_x + _GAP, y, k2, m, inner, tall)
        result = Cells(corner_x + _GAP, corner_y, n, m, inner, tall)
        self._given(canvas, left, right, palette)
        self._result(canvas, result, palette)
        self._labels(canvas, left, right, result, palette, named)
        if self.product.meeting is not None:
            self._arrows(canvas, left, right, result, palette)
            self._terms(canvas, x, right, palette)
        below = corner_y + height_of(rows, tall) + air
        for at, line in enumerate(note):
            canvas.put(max((canvas.width - width_of(line)) // 2, 0), below + at, line, palette.style(bold=True))

    def _given(self, canvas: Canvas, left: Cells, right: Cells, palette: Palette) -> None:
        quiet = palette.style(Role.QUIET)
        shared = min(left.columns, right.rows) if self.product.told else max(left.columns, right.rows)
        i, j = self.product.meeting or (-1, -1)
        newest = self.product.terms - 1 if self.product.fits else -1
        name, other, _ = self.product.names
        for cells, texts, role, own, line_name in (
            (left, self.left_texts, Role.GIVEN, name, ROW),
            (right, self.right_texts, Role.MODEL, other, COLUMN),
        ):
            with canvas.of(own):
                cells.frame(canvas, quiet, quiet, lambda *_: Kind.REAL)
            for row, line in enumerate(texts):
                for column, text in enumerate(line):
                    at = column if cells is left else row
                    meets = row == i if cells is left else column == j
                    lost = at >= shared
                    lit = meets and (lost or at == newest)
                    style = palette.style(Role.LOSS if lost else role, bold=meets, reverse=lit)
                    with canvas.of(own, line_name * meets, LOST * lost):
                        cells.put(canvas, row, column, text, style, fill=lit)

    def _result(self, canvas: Canvas, result: Cells, palette: Palette) -> None:
        product, quiet = self.product, palette.style(Role.QUIET)
        fits = product.fits or not product.told
        kind = Kind.REAL if fits else Kind.GHOST
        name = product.names[2]
        with canvas.of(name):
            result.frame(canvas, quiet, quiet, lambda *_: kind)
        for row in range(result.rows):
            for column in range(result.columns):
                text, style, fill = "·" if fits else "?", quiet, False
                if fits and (row, column) == product.meeting:
                    text, fill = self._so_far(row, column), True
                    style = palette.style(Role.RIGHT, bold=True, reverse=True)
                elif product.fits and (row, column) in product.known:
                    text = number(float(self.total[row, column]), "g")
                    style = palette.style(Role.RIGHT)
                with canvas.of(name, CELL * ((row, column) == product.meeting)):
                    result.put(canvas, row, column, text, style, fill=fill)

    def _so_far(self, row: int, column: int) -> str:
        terms = self.product.terms
        if not terms or not self.product.fits:
            return "?"
        with np.errstate(all="ignore"):
            return number(float(self.product.left[row, :terms] @ self.product.right[:terms, column]), "g")

    def _labels(self, canvas: Canvas, left: Cells, right: Cells, result: Cells, palette: Palette, named: bool) -> None:
        of_left, of_right, of_result = self.labels
        x = max(left.x + left.width - width_of(of_left), 0)
        name, other, whole = self.product.names
        with canvas.of(name):
            canvas.put(x, left.y - 1, of_left, palette.style(Role.GIVEN, bold=True))
        with canvas.of(other):
            canvas.put(right.x + right.width + 2, right.line(0), of_right, palette.style(Role.MODEL, bold=True))
        with canvas.of(whole):
            canvas.put(result.x + result.width + 2, result.line(0), of_result, palette.style(Role.RIGHT, bold=True))
        quiet = palette.style(Role.QUIET)
        for row, name in enumerate(self.row_names[: left.rows]):
            canvas.put(left.x - 1 - width_of(name), left.line(row), name, quiet)
        for column, name in enumerate(self.column_names[: right.columns] if named else ()):
            text = cropped(name, right.inner)
            canvas.put(right.left(column) + (right.inner - width_of(text)) // 2, right.y - 1, text, quiet)

    def _arrows(self, canvas: Canvas, left: Cells, right: Cells, result: Cells, palette: Palette) -> None:
        assert self.product.meeting is not None
        i, j = self.product.meeting
        start = left.x + left.width
        with canvas.of(ROW):
            canvas.put(start, result.line(i), "━" * (_GAP - 1) + "▶", palette.style(Role.GIVEN, bold=True))
        style = palette.style(Role.MODEL, bold=True)
        with canvas.of(COLUMN):
            for y in range(right.y + right.height, result.y - 1):
                canvas.put(right.middle(j), y, "┃", style)
            canvas.put(right.middle(j), result.y - 1, "▼", style)

    def _terms(self, canvas: Canvas, x: int, right: Cells, palette: Palette) -> None:
        """Write the row upright beside the column: each pair of numbers and what it gives."""
        product = self.product
        assert product.meeting is not None
        if not product.told:
            return
        i, j = product.meeting
        row = self.left_texts[i]
        column = [line[j] for line in self.right_texts]
        pairs = max(len(row), len(column))
        wide = [max(map(width_of, texts)) for texts in (row, column)]
        lines = []
        for at in range(pairs):
            one = row[at] if at < len(row) else "?"
            other = column[at] if at < len(column) else "?"
            text = f"{one:>{wide[0]}} · {other:>{wide[1]}}"
            if not product.fits:
                lines.append((f"{text}  {NO_PARTNER}" if "?" in (one, other) else f"{text}   ", "?" in (one, other)))
            elif at < product.terms:
                with np.errstate(all="ignore"):
                    value = number(float(product.left[i, at] * product.right[at, j]), "g")
                lines.append((f"{text} = {value:>{self._widest_sum}}", False))
        edge = right.x - _GAP
        for at, (text, lost) in enumerate(lines):
            if edge - width_of(text) < x:
                return
            newest = product.fits and at == product.terms - 1
            style = palette.style(Role.LOSS if lost else None, bold=newest or lost)
            with canvas.of(TERMS, LOST * lost):
                canvas.put(edge - width_of(text), right.line(at), text, style)
