"""Prose -> lines of styled segments.

A `Sheet` keeps what it laid out: when live values change, only the blocks that hold them are laid out again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import field
from functools import partial

from rich.segment import Segment

from tutor.chart.palette import Palette
from tutor.course.prose import (
    Block,
    Bullets,
    CodeBlock,
    DisplayFormula,
    Heading,
    Live,
    Paragraph,
    Prose,
    ProseTable,
    Quote,
    ThematicBreak,
)
from tutor.dataclass import dataclass
from tutor.figure import Role
from tutor.render.prose.boxes import width_of
from tutor.render.prose.flow import Line, Piece, flow, joined, without_end
from tutor.render.prose.inks import Inks
from tutor.render.prose.inlines import Fill, Typesetter
from tutor.render.prose.mathematics import display_box, inline_runs
from tutor.render.prose.tables import TableStyle, lay_out_table
from tutor.render.prose.tex import MathematicsError

__all__ = ["Fill", "Line", "Sheet", "lay_out"]

WIDEST = 72
"""Running text is never wider, however wide the screen; a table, a formula or code may be."""
_INSET = 2
"""How far a displayed formula, a table and code stand in, where there is room."""
_INSET_FROM = 40
_LEAST = 6
"""Text beside a mark or a bar has at least this many cells; where there is less room, the mark is left out."""


def lay_out(
    prose: Prose,
    width: int,
    fill: Fill,
    roles: Mapping[str, Role],
    palette: Palette,
    changed: Collection[Live] = (),
) -> list[Line]:
    """Return prose as lines of at most `width` cells (at least 2): for a prompt, an option, a hint, a feedback.

    `roles` are those of the lab's parameters and readouts; `changed` are the live values that stand out.
    """
    return Sheet(prose, width, roles, palette).lines(fill, changed)


@dataclass
class _Laid:
    """One block of a sheet, and what it was last laid out as."""

    block: Block
    lives: tuple[Live, ...]
    key: object = None
    lines: list[Line] = field(default_factory=list)


class Sheet:
    """Prose for one width and one palette. Blocks without live values are laid out once."""

    def __init__(
        self, prose: Prose, width: int, roles: Mapping[str, Role], palette: Palette, widest: int = WIDEST
    ) -> None:
        """Lay out nothing yet; running text takes `widest` cells at most."""
        self.width = max(width, 2)
        self.widest = widest
        self.palette = palette
        self._inks = Inks(palette, roles)
        self._blocks = [_Laid(block, tuple(Prose((block,)).lives())) for block in prose.blocks]
        self._reserves: dict[Live, int] = {}
        self._blank: Line = []

    def lines(self, fill: Fill, changed: Collection[Live] = ()) -> list[Line]:
        """Return all lines with the values of the moment. Lines that did not change are the same objects."""
        typesetter = Typesetter(self._inks, fill, changed, self._reserves)
        setter = _Setter(typesetter, self.widest)
        lines: list[Line] = []
        for number, laid in enumerate(self._blocks):
            key = tuple((fill(live, False), live in changed) for live in laid.lives)
            if laid.key != key:
                laid.key, laid.lines = key, setter.block(laid.block, self.width)
            if number:
                lines.append(self._blank)
            lines.extend(laid.lines)
        return lines


class _Setter:
    """Lays out blocks, one inside the other."""

    def __init__(self, typesetter: Typesetter, widest: int) -> None:
        self.typesetter = typesetter
        self.widest = widest
        self.inks = typesetter.inks

    def blocks(self, blocks: Sequence[Block], width: int, *, tight: bool = False) -> list[Line]:
        """Return blocks one below the other, an empty line between them unless they are `tight`."""
        lines: list[Line] = []
        for number, block in enumerate(blocks):
            if number and not tight:
                lines.append([])
            lines.extend(self.block(block, width))
        return lines

    def block(self, block: Block, width: int) -> list[Line]:
        """Return the lines of one block."""
        width = max(width, 2)
        narrow = min(width, self.widest)
        match block:
            case Paragraph(inlines):
                return flow(self.typesetter.pieces(inlines), narrow)
            case Heading(_, inlines):
                return flow(self.typesetter.pieces(inlines, strong=True), narrow)
            case Bullets():
                return self._bullets(block, width)
            case Quote(blocks):
                bar = [Segment("▎ ", self.inks.quiet)]
                return self._behind(bar, bar, lambda room: self.blocks(blocks, room), narrow)
            case ThematicBreak():
                return [[Segment("─" * min(narrow, 24), self.inks.quiet)]]
            case DisplayFormula():
                return self._inset(lambda room: self._display(block, room), width)
            case ProseTable():
                return self._inset(lambda room: self._table(block, room), width)
            case CodeBlock(language, parts):
                from tutor.render.prose.code import lay_out_code  # Pygments: 30 ms, which few steps need

                return self._inset(lambda room: lay_out_code(language, parts, room, self.typesetter), width)

    def _bullets(self, block: Bullets, width: int) -> list[Line]:
        lines: list[Line] = []
        last = (block.start or 0) + len(block.items) - 1
        # A list of single paragraphs stands close; longer items have air between them.
        loose = any(sum(isinstance(inner, Paragraph) for inner in item) > 1 for item in block.items)
        for number, item in enumerate(block.items):
            mark = "• " if block.start is None else f"{block.start + number}. ".rjust(len(f"{last}. "))
            if number and loose:
                lines.append([])
            first, rest = [Segment(mark, self.inks.quiet)], [Segment(" " * len(mark), self.inks.plain)]
            content = partial(self.blocks, item, tight=not loose)
            lines.extend(self._behind(first, rest, content, width))
        return lines

    def _behind(self, first: Line, rest: Line, content: Callable[[int], list[Line]], width: int) -> list[Line]:
        """Return content with one mark before its first line and another before the rest, where there is room."""
        room = width - sum(width_of(segment.text) for segment in first)
        if room < _LEAST:
            return content(width)
        lines = content(room) or [[]]
        return [
            [*(first if number == 0 else rest), *line] if line or number == 0 else line
            for number, line in enumerate(lines)
        ]

    def _inset(self, content: Callable[[int], list[Line]], width: int) -> list[Line]:
        if width < _INSET_FROM:
            return content(width)
        inset = Segment(" " * _INSET, self.inks.plain)
        return [[inset, *line] if line else line for line in content(width - _INSET)]

    def _display(self, block: DisplayFormula, width: int) -> list[Line]:
        """Return a displayed formula: broken before its signs where it is too wide, and in one line form where that
        does not help."""
        tex, lives = self.typesetter.tex(block.formula)
        try:
            boxes = display_box(tex, width, self.inks.palette.maths)
            if any(box.width > width for box in boxes):
                pieces = self.typesetter.formula_pieces(inline_runs(tex, self.inks.palette.maths), lives)
                return flow([Piece(piece.text, piece.style) for piece in pieces], width)
        except MathematicsError:
            return flow(self.typesetter.unreadable(block.formula), width)
        lines: list[Line] = []
        for number, box in enumerate(boxes):
            if number and max(box.height, boxes[number - 1].height) > 1:
                lines.append([])
            lines.extend(without_end(joined(self.typesetter.formula_pieces(row, lives))) for row in box.rows)
        return lines

    def _table(self, block: ProseTable, width: int) -> list[Line]:
        header = [self.typesetter.pieces(cell, strong=True, in_table=True) for cell in block.header]
        rows = [[self.typesetter.pieces(cell, in_table=True) for cell in row] for row in block.rows]
        style = TableStyle(self.inks.plain, self.inks.strong, self.inks.quiet)
        return lay_out_table(block.alignments, header, rows, width, style)
