"""What prose is: a lesson's Markdown as a small tree, with its live values still open.

The loader parses text into these records once; a screen lays them out again and again with the values of the moment.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from tutor.course.finding import Place as Place
from tutor.dataclass import dataclass
from tutor.namedtuple import NamedTuple


@dataclass(frozen=True)
class Live:
    """A live value: `{{ cost:.2f }}`, `{{ p[0]:.2f }}`, `{{ working:cost }}`, `{{ found:.0f 을/를 }}`."""

    name: str
    """a readout or a parameter of the step's lab"""
    index: tuple[int, ...] = ()
    """which entry of an array, or () for all of it"""
    format: str = ""
    """a Python format; empty for the readout's or parameter's own"""
    working: bool = False
    """the substituted arithmetic instead of the value"""
    particle: str = ""
    """a Korean particle pair ("을/를") whose right form follows the value"""
    source: str = ""
    """as the author wrote it, without the braces"""
    place: Place | None = None


class Pointer(NamedTuple):
    """Some words that point at a part of the step's picture: `[the arrow](#w)`."""

    part: str
    """what the picture calls it"""
    number: int
    """which of those in the text it is, from 1"""
    place: Place | None = None


class Words(NamedTuple):
    """A run of plain text in one style."""

    text: str
    strong: bool = False
    emphasis: bool = False
    strike: bool = False
    link: str = ""
    points: Pointer | None = None


class LiveWords(NamedTuple):
    """A live value in the style of the words around it."""

    live: Live
    strong: bool = False
    emphasis: bool = False
    code: bool = False


class Code(NamedTuple):
    """`code` inside a line, with any live values in it."""

    parts: tuple[str | Live, ...]
    strong: bool = False


class Formula(NamedTuple):
    """Mathematics in TeX, with any live values in it. Inline it takes one line."""

    parts: tuple[str | Live, ...]
    place: Place | None = None
    strong: bool = False


class Break(NamedTuple):
    """A line break that the author asked for."""


Inline = Words | LiveWords | Code | Formula | Break
Inlines = tuple[Inline, ...]


class Paragraph(NamedTuple):
    inlines: Inlines


class Heading(NamedTuple):
    """A heading inside a step (level 3 and deeper; level 2 starts a step)."""

    level: int
    inlines: Inlines


class Bullets(NamedTuple):
    """A list; each item is blocks."""

    items: tuple[tuple[Block, ...], ...]
    start: int | None = None
    """the first number of a numbered list, or None for bullets"""


class Quote(NamedTuple):
    blocks: tuple[Block, ...]


class CodeBlock(NamedTuple):
    language: str
    parts: tuple[str | Live, ...]


class DisplayFormula(NamedTuple):
    """Mathematics laid out in two dimensions."""

    formula: Formula


class ProseTable(NamedTuple):
    alignments: tuple[Literal["left", "center", "right"], ...]
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


class ThematicBreak(NamedTuple):
    """A rule between paragraphs."""


Block = Paragraph | Heading | Bullets | Quote | CodeBlock | DisplayFormula | ProseTable | ThematicBreak


class Prose(NamedTuple):
    """The parsed text of a step, a prompt, a hint or an explanation."""

    blocks: tuple[Block, ...]
    source: str = ""
    """the Markdown it was parsed from"""
    place: Place | None = None

    def lives(self) -> Iterator[Live]:
        """Yield every live value, in reading order."""
        for block in self.blocks:
            yield from _lives_of_block(block)

    def formulas(self) -> Iterator[Formula]:
        """Yield every formula, in reading order."""
        for inline in self.inlines():
            if isinstance(inline, Formula):
                yield inline

    def pointers(self) -> tuple[Pointer, ...]:
        """Return what of the text points at a part of the picture, in reading order."""
        found = (inline.points for inline in self.inlines() if isinstance(inline, Words))
        return tuple(dict.fromkeys(pointer for pointer in found if pointer is not None))

    def inlines(self) -> Iterator[Inline]:
        """Yield every inline (a displayed formula among them), in reading order."""
        for block in self.blocks:
            yield from _inlines_of_block(block)


def in_words(line: str) -> Prose:
    """Return a line as prose that is nothing but words."""
    return Prose((Paragraph((Words(line),)),), line)


def _inlines_of_block(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph(inlines) | Heading(_, inlines):
            yield from inlines
        case Bullets(items, _):
            for item in items:
                for inner in item:
                    yield from _inlines_of_block(inner)
        case Quote(blocks):
            for inner in blocks:
                yield from _inlines_of_block(inner)
        case DisplayFormula(formula):
            yield formula
        case ProseTable(_, header, rows):
            for row in (header, *rows):
                for cell in row:
                    yield from cell
        case CodeBlock() | ThematicBreak():
            pass


def _lives_of_block(block: Block) -> Iterator[Live]:
    if isinstance(block, CodeBlock):
        yield from (part for part in block.parts if isinstance(part, Live))
        return
    for inline in _inlines_of_block(block):
        if isinstance(inline, LiveWords):
            yield inline.live
        elif isinstance(inline, Code | Formula):
            yield from (part for part in inline.parts if isinstance(part, Live))
