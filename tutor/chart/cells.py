"""Numbers in a grid of cells with rules between them, or where there is no room for those between two brackets."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum

from rich.style import Style

from tutor.chart.canvas import Canvas, width_of
from tutor.namedtuple import NamedTuple


class Kind(IntEnum):
    """What a cell of a grid is."""

    NONE = 0
    """not there"""
    GHOST = 1
    """a copy of another one: its rules are broken"""
    REAL = 2


_RULES = " ╵╷│╴┘┐┤╶└┌├─┴┬┼"
"""By the rules that meet in a corner: 1 for one above, 2 below, 4 to the left, 8 to the right."""


class Cells(NamedTuple):
    """Where the cells of a grid lie: its top left corner is (x, y)."""

    x: int
    y: int
    rows: int
    columns: int
    inner: int
    """columns of the terminal inside a cell"""
    tall: int
    """rows of the terminal inside a cell; 0 for lines of numbers between two brackets"""

    @property
    def width(self) -> int:
        """How wide the grid is, with its rules."""
        return self.columns * (self.inner + 1) + 1

    @property
    def height(self) -> int:
        """How high the grid is, with its rules."""
        return height_of(self.rows, self.tall)

    def left(self, column: int) -> int:
        """Return where the inside of a column begins."""
        return self.x + 1 + column * (self.inner + 1)

    def top(self, row: int) -> int:
        """Return where the inside of a row begins."""
        return self.y + (1 + row * (self.tall + 1) if self.tall else row)

    def middle(self, column: int) -> int:
        """Return the middle of a column."""
        return self.left(column) + self.inner // 2

    def line(self, row: int) -> int:
        """Return the line in which the numbers of a row stand."""
        return self.top(row) + max(self.tall - 1, 0) // 2

    def put(self, canvas: Canvas, row: int, column: int, text: str, style: Style, *, fill: bool = False) -> None:
        """Write a number into the middle of its cell; with `fill` its style takes the whole cell."""
        x, width = self.left(column), self.inner
        if fill:
            for y in range(max(self.tall, 1)):
                canvas.put(x, self.top(row) + y, " " * width, style)
        canvas.put(x + max(width - width_of(text), 0) // 2, self.line(row), text, style)

    def frame(self, canvas: Canvas, real: Style, ghost: Style, kind: Callable[[int, int], Kind]) -> None:
        """Draw the rules round the cells; those round nothing but ghosts are broken."""
        if not self.tall:
            self._brackets(canvas, real, kind)
            return
        kinds = {
            (row, column): kind(row, column) if 0 <= row < self.rows and 0 <= column < self.columns else Kind.NONE
            for row in range(-1, self.rows + 1)
            for column in range(-1, self.columns + 1)
        }
        for row in range(self.rows + 1):
            y = self.y + row * (self.tall + 1)
            for column in range(self.columns + 1):
                x = self.x + column * (self.inner + 1)
                above, left_above = kinds[row - 1, column], kinds[row - 1, column - 1]
                here, left = kinds[row, column], kinds[row, column - 1]
                right_rule, down_rule = max(above, here), max(left, here)
                up_rule, left_rule = max(left_above, above), max(left_above, left)
                meet = (up_rule > 0) + 2 * (down_rule > 0) + 4 * (left_rule > 0) + 8 * (right_rule > 0)
                strongest = max(up_rule, down_rule, left_rule, right_rule)
                if not strongest:
                    continue
                canvas.put(x, y, _RULES[meet], real if strongest is Kind.REAL else ghost)
                if column < self.columns and right_rule:
                    is_real = right_rule is Kind.REAL
                    canvas.put(x + 1, y, ("─" if is_real else "╌") * self.inner, real if is_real else ghost)
                if row < self.rows and down_rule:
                    is_real = down_rule is Kind.REAL
                    for below in range(1, self.tall + 1):
                        canvas.put(x, y + below, "│" if is_real else "┆", real if is_real else ghost)

    def _brackets(self, canvas: Canvas, style: Style, kind: Callable[[int, int], Kind]) -> None:
        rows = [row for row in range(self.rows) if any(kind(row, column) for column in range(self.columns))]
        columns = [column for column in range(self.columns) if any(kind(row, column) for row in range(self.rows))]
        if not rows or not columns:
            return
        right = self.left(columns[-1]) + self.inner
        for row in rows:
            place = 3 if len(rows) == 1 else 0 if row == rows[0] else 2 if row == rows[-1] else 1
            canvas.put(self.x, self.y + row, "⎡⎢⎣["[place], style)
            canvas.put(right, self.y + row, "⎤⎥⎦]"[place], style)


def height_of(rows: int, tall: int) -> int:
    """Return how high a grid of so many rows is, with its rules."""
    return rows * (tall + 1) + 1 if tall else rows
