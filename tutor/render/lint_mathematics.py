"""Formulas that cannot be laid out, and where in a file they go wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tutor.course.prose import (
    Block,
    Bullets,
    DisplayFormula,
    Formula,
    Heading,
    Inline,
    Live,
    Paragraph,
    Place,
    ProseTable,
    Quote,
)
from tutor.course.questions import Words
from tutor.course.source import Findings
from tutor.language import Text
from tutor.render.prose.inlines import Fill
from tutor.render.prose.mathematics import MathematicsError, display_box, inline_runs
from tutor.render.prose.tex import MARK, MARK_END
from tutor.render.room import WIDE

_NO_LAYOUT = Text(en="This formula cannot be laid out: {error}", ko="이 수식을 그릴 수 없습니다: {error}")


def lint_mathematics(texts: Iterable[Words], fill: Fill, language: str, findings: Findings) -> None:
    """Note every formula that is no TeX which can be laid out."""
    for prose in (text.in_(language) for text in texts):
        for formula, displayed in _formulas(prose.blocks):
            tex, starts = _filled(formula, fill)
            try:
                if displayed:
                    display_box(tex, WIDE.columns)
                else:
                    inline_runs(tex)
            except MathematicsError as error:
                place = _place_in(formula, starts, error.column, displayed=displayed) or prose.place or Place("", 1)
                findings.error(place, "mathematics", _NO_LAYOUT, error=error.words)


def _formulas(blocks: Iterable[Block]) -> Iterator[tuple[Formula, bool]]:
    """Yield every formula, and whether it is displayed on lines of its own."""

    def of(inlines: Iterable[Inline]) -> Iterator[tuple[Formula, bool]]:
        yield from ((inline, False) for inline in inlines if isinstance(inline, Formula))

    for block in blocks:
        match block:
            case DisplayFormula(formula):
                yield formula, True
            case Paragraph(inlines) | Heading(_, inlines):
                yield from of(inlines)
            case Bullets(items, _):
                for item in items:
                    yield from _formulas(item)
            case Quote(inner):
                yield from _formulas(inner)
            case ProseTable(_, header, rows):
                for row in (header, *rows):
                    for cell in row:
                        yield from of(cell)


def _filled(formula: Formula, fill: Fill) -> tuple[str, list[int]]:
    """Return a formula's TeX with its values in it, marked, and where each of its parts starts there."""
    tex, starts, number = "", [], 0
    for part in formula.parts:
        starts.append(len(tex))
        if isinstance(part, Live):
            tex += f"{MARK}{number}:{fill(part, True)}{MARK_END}"
            number += 1
        else:
            tex += part
    return tex, starts


def _place_in(formula: Formula, starts: list[int], column: int, *, displayed: bool) -> Place | None:
    """Return where in the file a formula goes wrong, as nearly as that is known."""
    start = formula.place
    if start is None or not start.file.endswith(".md"):
        # In YAML, escapes and quotes move the columns.
        return start
    at = max(number for number, begin in enumerate(starts) if begin < column) if column > 0 and starts else 0
    lives = [part for part in formula.parts[: at + 1] if isinstance(part, Live)]
    if lives:
        return lives[-1].place or start
    before = str(formula.parts[0])[: column - 1] if formula.parts else ""
    line, _, last = before.rpartition("\n")
    if "\n" in before:
        return Place(start.file, start.line + line.count("\n") + 1, len(last) + 1)
    # An inline formula's place is that of its dollar sign.
    return Place(start.file, start.line, start.column + len(before) + (0 if displayed else 1))
