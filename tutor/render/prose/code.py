"""Code, highlighted by Pygments, in few colours: a literal is something given, everything else is weight."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.lexers.special import TextLexer
from pygments.token import Comment, Keyword, Literal, Name, Text, _TokenType
from pygments.util import ClassNotFound
from rich.cells import chop_cells
from rich.style import Style

from tutor.course.prose import Live
from tutor.figure import Role
from tutor.render.prose.boxes import width_of
from tutor.render.prose.flow import Line, Piece, joined
from tutor.render.prose.inks import Inks
from tutor.render.prose.inlines import Typesetter

_HANG = 2
"""How far the rest of a line that is too long stands in from its own indentation."""


def lay_out_code(language: str, parts: Iterable[str | Live], width: int, typesetter: Typesetter) -> list[Line]:
    """Return code in lines of at most `width` cells. A longer line goes on below, standing in further."""
    texts = list(typesetter.code_parts(parts))
    text = "".join(part for part, _ in texts).rstrip("\n")
    styles: list[Style] = []
    for kind, token in tokens_of(language, text):
        styles += [code_style(kind, typesetter.inks)] * len(token)
    at = 0
    for part, live in texts:
        if live:
            styles[at : at + len(part)] = [typesetter.live_style(live)] * len(part)
        at += len(part)
    lines: list[Line] = []
    at = 0
    for line in text.split("\n"):
        pieces = [Piece(sign, style) for sign, style in zip(line, styles[at : at + len(line)], strict=True)]
        lines.extend(_wrapped(line, pieces, width))
        at += len(line) + 1
    return lines


@lru_cache(maxsize=256)
def tokens_of(language: str, text: str) -> tuple[tuple[_TokenType, str], ...]:
    """Return a text in pieces, each with what it is in a programming language; all of it in one piece where Pygments
    gives back another text than it was given."""
    # A lexer of sessions leaves out what follows the last end of a line.
    found: list[tuple[_TokenType, str]] = []
    rest = len(text)
    for kind, token in _lexer(language).get_tokens(f"{text}\n"):
        if rest and token:
            found.append((kind, token[:rest]))
            rest -= len(found[-1][1])
    return tuple(found) if "".join(token for _, token in found) == text else ((Text, text),)


@lru_cache(maxsize=16)
def _lexer(language: str) -> Lexer:
    try:
        lexer: Lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
        return lexer
    except ClassNotFound:
        return TextLexer(stripnl=False, ensurenl=False)


def code_style(kind: _TokenType, inks: Inks) -> Style:
    """Return the style of a piece of code."""
    if kind in Comment:
        return inks.quiet
    if kind in Literal:
        return inks.palette.style(Role.GIVEN)
    if kind in Keyword or kind in Name.Function or kind in Name.Class:
        return inks.strong
    return inks.plain


def _wrapped(line: str, pieces: list[Piece], width: int) -> list[Line]:
    indent = min(len(line) - len(line.lstrip(" ")) + _HANG, width // 2)
    rows: list[Line] = []
    at = 0
    while width_of(line[at:]) > (room := width - (indent if rows else 0)):
        part = chop_cells(line[at:], room)[0]
        space = line.rfind(" ", at, at + len(part) + 1) - at
        end = space + 1 if space > len(part) // 2 else len(part)
        rows.append(_row(pieces[at : at + len(part[:end].rstrip(" "))], indent if rows else 0))
        at += end
    return [*rows, _row(pieces[at:], indent if rows else 0)]


def _row(pieces: list[Piece], indent: int) -> Line:
    return joined([Piece(" " * indent, Style.null()), *pieces])
