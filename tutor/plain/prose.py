"""The text of a step, a prompt or an explanation, as it is said: mathematics in words, tables row by row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutor.course.prose import Block as ProseBlock
from tutor.course.prose import (
    Break,
    Bullets,
    Code,
    CodeBlock,
    DisplayFormula,
    Formula,
    Heading,
    Inlines,
    Live,
    LiveWords,
    Paragraph,
    Prose,
    ProseTable,
    Quote,
    ThematicBreak,
    Words,
)
from tutor.language import MINUS
from tutor.plain import messages
from tutor.plain.mathematics import spoken, spoken_arithmetic, spoken_before
from tutor.plain.signs import cell_words
from tutor.plain.voice import INDENT, Voice
from tutor.render.prose.inlines import Fill
from tutor.render.prose.tex import MARK, MARK_END
from tutor.render.readouts import HIDDEN


class Reader:
    """Reads prose aloud, with the values of the moment."""

    def __init__(self, voice: Voice, fill: Fill, language: str) -> None:
        """Make it for one text."""
        self._voice = voice
        self._fill = fill
        self._language = language

    def read(self, prose: Prose, lead: str = "") -> None:
        """Read a text; `lead` stands before its first line."""
        self._blocks(prose.blocks, lead)

    def line(self, prose: Prose) -> str:
        """Return a text on one line."""
        return self.words(tuple(prose.inlines()))

    def _say(self, text: str, lead: str = "") -> None:
        self._voice.say(text, lead, self._language)

    def _blocks(self, blocks: tuple[ProseBlock, ...], lead: str = "", *, apart: bool = True) -> None:
        for number, block in enumerate(blocks):
            if number and apart:
                self._voice.part()
            self._block(block, lead)
            lead = " " * len(lead)

    def _block(self, block: ProseBlock, lead: str) -> None:
        match block:
            case Paragraph(inlines) | Heading(_, inlines):
                self._say(self.words(inlines), lead)
            case DisplayFormula(formula):
                self._say(f"{self._formula(formula)}.", lead + INDENT)
            case Bullets(items, start):
                for number, item in enumerate(items):
                    sign = "- " if start is None else f"{start + number}. "
                    self._blocks(item, lead + sign, apart=False)
                    lead = " " * len(lead)
            case Quote(blocks):
                self._blocks(blocks, lead + INDENT)
            case CodeBlock(_, parts):
                source = self._code(parts).rstrip("\n")
                lines = len(source.splitlines())
                self._say(messages.CODE_LINES(self._language, count=lines), lead)
                self._voice.code(source)
            case ProseTable(_, header, rows):
                heads = [self.words(cell) for cell in header]
                for line in table_rows(heads, [[self.words(cell) for cell in row] for row in rows], self._language):
                    self._say(line, lead)
            case ThematicBreak():
                self._voice.part()

    def words(self, inlines: Inlines) -> str:
        """Return a run of words."""
        return "".join(self._parts(inlines))

    def _parts(self, inlines: Inlines) -> Iterator[str]:
        instead: str | None = None
        for at, one in enumerate(inlines):
            match one:
                case Words(text, link=link):
                    yield (text if instead is None else instead).replace("\n", " ")
                    instead = None
                    address = link.partition("://")[2] or link
                    if link and address not in text:
                        yield f" ({address})"
                case LiveWords(live):
                    yield self._live(live)
                case Code(parts):
                    code = self._code(parts)
                    inside = code.lstrip(" ")
                    if len(inside) < len(code):
                        # How far in a line of a program stands is a part of what it says.
                        yield messages.SPACES(self._language, count=len(code) - len(inside)) + " "
                    yield f"`{inside}`"
                case Formula():
                    following = inlines[at + 1] if at + 1 < len(inlines) else None
                    behind = following.text if isinstance(following, Words) else ""
                    said, behind = spoken_before(self._written(one), behind, self._language)
                    instead = behind if isinstance(following, Words) else None
                    yield said
                case Break():
                    yield "\n"

    def _code(self, parts: Iterable[str | Live]) -> str:
        return "".join(
            self._fill(part, False).replace(MINUS, "-") if isinstance(part, Live) else part for part in parts
        )

    def _live(self, live: Live) -> str:
        said = self._fill(live, False).replace("\n", " ")
        if said == HIDDEN:
            return messages.TO_BE_GUESSED(self._language)
        return spoken_arithmetic(said, self._language) if live.working else said

    def _formula(self, formula: Formula) -> str:
        return spoken(self._written(formula), self._language)

    def _written(self, formula: Formula) -> str:
        written: list[str] = []
        for number, part in enumerate(formula.parts):
            written.append(f"{MARK}{number}:{self._fill(part, True)}{MARK_END}" if isinstance(part, Live) else part)
        return "".join(written)


def table_rows(heads: list[str], rows: list[list[str]], language: str) -> Iterator[str]:
    """Yield the rows of a table, each cell with the heading of its column."""
    for number, row in enumerate(rows, 1):
        told = [(head, cell_words(cell, language)) for head, cell in zip(heads, row, strict=False) if cell.strip()]
        cells = [f"{head}: {cell}" if head else cell for head, cell in told]
        yield messages.TABLE_ROW(language, number=number, cells="; ".join(cells))
