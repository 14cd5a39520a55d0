"""Drawing a `Stretch`: two shapes over each other from the right, and below them the arrays with their ghosts."""

from __future__ import annotations

from functools import cached_property
from itertools import zip_longest

import numpy as np

from tutor.chart.canvas import Canvas, width_of, wrapped
from tutor.chart.cells import Cells, Kind, height_of
from tutor.chart.matrices import draw_matrices, shape_text
from tutor.chart.palette import Palette
from tutor.chart.pointed import canvas_for
from tutor.chart.scale import number
from tutor.dataclass import dataclass
from tutor.figure import Matrices, Matrix, Role, Stretch
from tutor.language import say
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array, broadcast_shape
from tutor.parts import GHOSTS, SHAPES, SUM

_SIGN = 5
"""Columns between two arrays, with the sign in their middle."""
_TALL = ((3, 9), (2, 7), (1, 6), (0, 5))
"""Rows inside a cell, and the most columns that go well with them."""
_MOST = 9
"""Rows or columns beyond which the arrays stand in one line, and are cut."""
_LENGTH = 5
"""Columns of one length of a shape."""
_LADDER = 4
"""Rows of the shapes: two, a rule, and what comes of them."""
MISFIT = "✗"


class _Measures(NamedTuple):
    """How large the cells are, and what stands above them."""

    room: tuple[int, int]
    """rows and columns of each array"""
    tall: int
    inner: int
    ladder: bool
    note: tuple[str, ...]
    """beside the shapes"""


def draw_stretch(stretch: Stretch, width: int, height: int, palette: Palette, language: str) -> Canvas | None:
    """Return the arrays drawn; in one line where they do not fit; None where not even so."""
    scene = _Scene(stretch, language)
    fit = max(stretch.left.ndim, stretch.right.ndim) <= 2 and stretch.left.size and stretch.right.size
    measures = scene.measures(width, height) if fit and max(scene.room) <= _MOST else None
    if measures is None:
        return draw_matrices(in_line(stretch), width, height, palette, language)
    canvas = canvas_for(stretch, width, height)
    scene.draw(canvas, measures, palette)
    return canvas


def stretch_height(stretch: Stretch, language: str) -> int:
    """Return how many rows the arrays take at their best."""
    return _LADDER + 2 + height_of(_Scene(stretch, language).room[0], 1)


def in_line(stretch: Stretch) -> Matrices:
    """Return the same sum as arrays in one line."""
    first, second = stretch.names
    parts: list[Matrix | str] = [Matrix(stretch.left, first, Role.GIVEN), "+", Matrix(stretch.right, second), "="]
    if stretch.added and broadcast_shape(stretch.left.shape, stretch.right.shape) is not None:
        parts.append(Matrix(_sum_of(stretch), f"{first} + {second}", Role.RIGHT))
    else:
        parts.append("?")
    return Matrices(tuple(parts), stretch.alt, stretch.note, part=stretch.part, pointed=stretch.pointed)


@dataclass(eq=False)
class _Scene:
    """Two arrays on their way onto a canvas."""

    stretch: Stretch
    language: str

    @cached_property
    def shape(self) -> tuple[int, ...] | None:
        """The shape of the sum; None where they do not fit."""
        return broadcast_shape(self.stretch.left.shape, self.stretch.right.shape)

    @property
    def is_told(self) -> bool:
        """Whether what comes of the shapes is there to be seen."""
        return self.stretch.copies > 0 or self.stretch.added

    @cached_property
    def taken(self) -> tuple[int, int]:
        """Rows and columns that the two arrays take."""
        sizes = [two_lengths(array.shape) for array in (self.stretch.left, self.stretch.right)]
        return max(rows for rows, _ in sizes), max(columns for _, columns in sizes)

    @cached_property
    def room(self) -> tuple[int, int]:
        """Rows and columns that room is kept for."""
        kept = self.stretch.room or (1, 1)
        return max(self.taken[0], kept[0]), max(self.taken[1], kept[1])

    @cached_property
    def digits(self) -> int:
        """Columns that the widest number takes."""
        values = [*self.stretch.left.ravel(), *self.stretch.right.ravel()]
        if self.shape is not None:
            values += [*_sum_of(self.stretch).ravel()]
        return max(width_of(number(float(value), "g")) for value in values)

    def measures(self, width: int, height: int) -> _Measures | None:
        """Return the largest cells that fit, or None; room that is only kept goes before the shapes do."""
        beside = width - self._ladder_width - 4
        note = tuple(wrapped(say(self.stretch.note, self.language), beside)) if beside >= 20 else ()
        for room in dict.fromkeys((self.room, self.taken)):
            for ladder in (True, False):
                for tall, most in _TALL:
                    # Without rules, a copy wears brackets.
                    least = self.digits + (1 if tall else 2)
                    above = (_LADDER + 1 if ladder else 0) + 1
                    inner = min((width - 2 * _SIGN - 3) // (3 * room[1]) - 1, max(most, least))
                    if above + height_of(room[0], tall) <= height and inner >= least:
                        return _Measures(room, tall, inner, ladder, note[:_LADDER] if ladder else ())
        return None

    @cached_property
    def _names(self) -> tuple[str, str, str]:
        first, second = self.stretch.names
        return first, second, f"{first} + {second}"

    @property
    def _shape_texts(self) -> tuple[str, str, str]:
        result = "?" if not self.is_told else MISFIT if self.shape is None else _shape_words(self.shape)
        return _shape_words(self.stretch.left.shape), _shape_words(self.stretch.right.shape), result

    @cached_property
    def _ladder_width(self) -> int:
        return max(map(width_of, self._names)) + 2 + 8 + 2 * _LENGTH + 2

    def draw(self, canvas: Canvas, measures: _Measures, palette: Palette) -> None:
        """Draw everything into the middle of the canvas."""
        (rows, columns), tall, inner, ladder, note = measures
        pitch = inner + 1
        wide = 3 * (columns * pitch + 1) + 2 * _SIGN
        high = (_LADDER + 1 if ladder else 0) + 1 + height_of(rows, tall)
        x, y = (canvas.width - wide) // 2, (canvas.height - high) // 2
        if ladder:
            with canvas.of(SHAPES):
                self._ladder(canvas, x, y, note, palette)
            y += _LADDER + 1
        grids = [Cells(x + at * (columns * pitch + 1 + _SIGN), y + 1, rows, columns, inner, tall) for at in range(3)]
        for sign, before in (("+", grids[0]), ("=", grids[1])):
            middle = before.y + (height_of(rows, tall) - 1) // 2
            canvas.put(before.x + before.width + _SIGN // 2, middle, sign, palette.style(bold=True))
        texts, own = self._shape_texts, (*self.stretch.names, SUM)
        roles = Role.GIVEN, Role.MODEL, Role.LOSS if self.is_told and self.shape is None else Role.RIGHT
        for at, (grid, name, role) in enumerate(zip(grids, self._names, roles, strict=True)):
            with canvas.of(own[at]):
                canvas.put(grid.x, y, f"{name}  {texts[at]}", palette.style(role, bold=True))
        with canvas.of(own[0]):
            self._array(canvas, grids[0], self.stretch.left, Role.GIVEN, palette)
        with canvas.of(own[1]):
            self._array(canvas, grids[1], self.stretch.right, Role.MODEL, palette)
        with canvas.of(SUM):
            self._sum(canvas, grids[2], palette)

    def _ladder(self, canvas: Canvas, x: int, y: int, note: tuple[str, ...], palette: Palette) -> None:
        """Write the shapes over each other so that their right ends meet."""
        left, right = self.stretch.left.shape, self.stretch.right.shape
        names, texts, quiet = self._names, self._shape_texts, palette.style(Role.QUIET)
        name_width = max(map(width_of, names))
        ends = x + name_width + 2 + 8 + 2 * _LENGTH
        for at, role in enumerate((Role.GIVEN, Role.MODEL)):
            canvas.put(x, y + at, f"{names[at]:>{name_width}}  {texts[at]:<8}", palette.style(role))
        canvas.put(x, y + 2, "─" * (ends - x), quiet)
        style = palette.style(Role.RIGHT if self.shape is not None else Role.LOSS, bold=True)
        canvas.put(x, y + 3, f"{names[2]:>{name_width}}  {texts[2]:<8}", style if self.is_told else quiet)
        pairs = list(zip_longest(reversed(left), reversed(right)))
        for place, (one, other) in enumerate(pairs):
            end = ends - place * _LENGTH
            for at, (length, beside, role) in enumerate(((one, other, Role.GIVEN), (other, one, Role.MODEL))):
                stretched = (length or 1) == 1 and (beside or 1) > 1 and self.is_told
                text = f"({length or 1})" if length is None or stretched else f"{length} "
                canvas.put(end - width_of(text), y + at, text, quiet if length is None else palette.style(role))
            if self.is_told:
                lengths = {one or 1, other or 1} - {1}
                text = f"{max(lengths, default=1)} " if len(lengths) < 2 else f"{MISFIT} "
                misfit = len(lengths) > 1
                there = palette.style(Role.LOSS if misfit else Role.RIGHT, bold=True)
                canvas.put(end - width_of(text), y + 3, text, there)
        for at, line in enumerate(note):
            canvas.put(ends + 4, y + at, line, palette.style())

    def _array(self, canvas: Canvas, grid: Cells, array: Array, role: Role, palette: Palette) -> None:
        """Draw an array, and as many of its copies as there are so far."""
        table = np.reshape(array, two_lengths(array.shape))
        rows, columns = table.shape
        style, ghost = palette.style(role, bold=True), palette.style(Role.QUIET)
        to_rows, to_columns = two_lengths(self.shape) if self.shape is not None else (rows, columns)
        copies = self.stretch.copies

        def kind(row: int, column: int) -> Kind:
            if row < rows and column < columns:
                return Kind.REAL
            there = row < to_rows and column < to_columns and row - rows < copies and column - columns < copies
            return Kind.GHOST if there else Kind.NONE

        grid.frame(canvas, palette.style(role), ghost, kind)
        for row in range(to_rows):
            for column in range(to_columns):
                what = kind(row, column)
                text = number(float(table[min(row, rows - 1), min(column, columns - 1)]), "g")
                if what is Kind.REAL:
                    grid.put(canvas, row, column, text, style)
                elif what is Kind.GHOST:
                    # Without rules round it, brackets say that it is a copy.
                    with canvas.of(GHOSTS):
                        grid.put(canvas, row, column, text if grid.tall else f"({text})", ghost)

    def _sum(self, canvas: Canvas, grid: Cells, palette: Palette) -> None:
        """Draw the sum, the cells of which it will be, or that there is none."""
        middle = grid.y + (grid.height - 1) // 2
        if not self.is_told or self.shape is None:
            style = palette.style(Role.LOSS, bold=True) if self.is_told else palette.style(Role.QUIET)
            canvas.put(grid.x + grid.width // 2, middle, MISFIT if self.is_told else "?", style)
            return
        rows, columns = two_lengths(self.shape)
        total = np.reshape(_sum_of(self.stretch), (rows, columns))
        style = palette.style(Role.RIGHT, bold=True) if self.stretch.added else palette.style(Role.QUIET)
        inside = lambda row, column: Kind.REAL if row < rows and column < columns else Kind.NONE  # noqa: E731
        grid.frame(canvas, palette.style(Role.RIGHT), palette.style(Role.QUIET), inside)
        for row in range(rows):
            for column in range(columns):
                text = number(float(total[row, column]), "g") if self.stretch.added else "·"
                grid.put(canvas, row, column, text, style)


def two_lengths(shape: tuple[int, ...]) -> tuple[int, int]:
    """Return the rows and columns in which an array of at most two dimensions is drawn."""
    rows, columns = (1, 1, *shape)[-2:]
    return rows, columns


def _sum_of(stretch: Stretch) -> Array:
    with np.errstate(all="ignore"):
        return np.asarray(stretch.left + stretch.right)


def _shape_words(shape: tuple[int, ...]) -> str:
    return shape_text(shape) if shape else "()"
