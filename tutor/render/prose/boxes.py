"""Rectangles of text: what a two-dimensional formula is built of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Literal

from rich.cells import cell_len

from tutor.namedtuple import NamedTuple

Tag = str | int | None
"""What a piece of a formula is: a name ("W"), a live value by its index, or nothing particular."""


class Run(NamedTuple):
    """A piece of a row, all of one kind."""

    text: str
    tag: Tag = None


Runs = tuple[Run, ...]


@lru_cache(maxsize=4096)
def width_of(text: str) -> int:
    """Return how many cells `text` takes."""
    return cell_len(text)


def runs_width(runs: Iterable[Run]) -> int:
    """Return how many cells a row takes."""
    return sum(width_of(run.text) for run in runs)


def plain(runs: Iterable[Run]) -> str:
    """Return a row's text."""
    return "".join(run.text for run in runs)


class Box(NamedTuple):
    """Rows of one width; `base` is the row that lines up with its neighbours."""

    rows: tuple[Runs, ...]
    width: int
    base: int = 0

    @property
    def height(self) -> int:
        return len(self.rows)


def text_box(text: str, tag: Tag = None) -> Box:
    """Return one row of text."""
    return Box(((Run(text, tag),) if text else (),), width_of(text))


def runs_box(runs: Runs) -> Box:
    """Return one row."""
    return Box((runs,), runs_width(runs))


def beside(boxes: Sequence[Box]) -> Box:
    """Return the boxes in a row, their bases on one line."""
    if not boxes:
        return text_box("")
    above = max(box.base for box in boxes)
    below = max(box.height - box.base for box in boxes)
    rows: list[Runs] = []
    for y in range(above + below):
        row: list[Run] = []
        for box in boxes:
            inside = y - above + box.base
            if 0 <= inside < box.height:
                row.extend(box.rows[inside])
            elif box.width:
                row.append(Run(" " * box.width))
        rows.append(tuple(row))
    return Box(tuple(rows), sum(box.width for box in boxes), above)


def widened(box: Box, width: int, align: Literal["left", "center", "right"]) -> Box:
    """Return the box padded with spaces to `width`."""
    room = width - box.width
    if room <= 0:
        return box
    left = {"left": 0, "center": room // 2, "right": room}[align]
    before, after = Run(" " * left), Run(" " * (room - left))
    rows = tuple((*([before] if left else []), *row, *([after] if room - left else [])) for row in box.rows)
    return Box(rows, width, box.base)


def stacked(boxes: Sequence[Box], base_in: int, align: Literal["left", "center", "right"] = "center") -> Box:
    """Return the boxes one above the other; the base is that of box number `base_in`."""
    width = max(box.width for box in boxes)
    rows = tuple(row for box in boxes for row in widened(box, width, align).rows)
    base = sum(box.height for box in boxes[:base_in]) + boxes[base_in].base
    return Box(rows, width, base)


def tall(box: Box, above: int, below: int) -> Box:
    """Return the box with at least `above` rows over its base and `below` under it."""
    over, under = max(0, above - box.base), max(0, below - (box.height - box.base - 1))
    blank: Runs = (Run(" " * box.width),) if box.width else ()
    return Box((*[blank] * over, *box.rows, *[blank] * under), box.width, box.base + over)


_TALL = {
    "(": "⎛⎜⎝", ")": "⎞⎟⎠", "[": "⎡⎢⎣", "]": "⎤⎥⎦", "{": "⎧⎪⎩", "}": "⎫⎪⎭",
    "⟨": "╱⟨╲", "⟩": "╲⟩╱", "⌊": "⎢⎢⎣", "⌋": "⎥⎥⎦", "⌈": "⎡⎢⎢", "⌉": "⎤⎥⎥", "|": "│││", "‖": "║║║", "/": "╱╱╱",
}  # fmt: skip
"""Top, middle and bottom of a bracket as tall as its content."""


def bracket(glyph: str, height: int, base: int) -> Box:
    """Return a bracket `height` rows tall, or nothing for ""."""
    if not glyph:
        return Box(((),) * height, 0, base)
    if height == 1:
        return text_box(glyph)
    tall_glyph = _TALL[glyph]
    signs = [tall_glyph[0], *[tall_glyph[1]] * (height - 2), tall_glyph[2]]
    if glyph in "{}" and height > 2:
        signs[height // 2] = "⎨" if glyph == "{" else "⎬"
    return Box(tuple((Run(sign),) for sign in signs), 1, base)
