"""Mathematics in ASCII: what a keyboard can type, as it is written where there is nothing else. x^2, w_1, alpha, <=."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from tutor.render.prose.symbols import GREEK_NAMES, SUBSCRIPTS, SUPERSCRIPTS
from tutor.render.prose.tex import (
    Accented,
    Atom,
    Fenced,
    Fraction,
    Grid,
    Group,
    Large,
    Marked,
    Node,
    Root,
    Row,
    Scripts,
    Space,
)

SPELLED = {
    "≤": "<=",
    "≥": ">=",
    "≠": "!=",
    "≈": "~=",
    "≡": "==",
    "≪": "<<",
    "≫": ">>",
    "∼": "~",
    "≃": "~=",
    "≅": "~=",
    "∝": "~",
    "∈": "in",
    "∉": "not in",
    "∋": "has",
    "⊂": "inside",
    "⊆": "inside",
    "⊃": "around",
    "⊇": "around",
    "∥": "||",
    "‖": "||",
    "⊥": "_|_",
    "→": "->",
    "←": "<-",
    "↔": "<->",
    "⇒": "=>",
    "⇐": "<==",
    "⇔": "<=>",
    "↦": "|->",
    "⟶": "-->",
    "∴": "so",
    "·": "*",
    "×": "x",
    "÷": "/",
    "±": "+-",
    "∓": "-+",
    "∗": "*",
    "⋆": "*",
    "∘": "o",
    "•": "*",
    "⊙": ".*",
    "⊕": "(+)",
    "⊗": "(x)",
    "∪": "or",
    "∩": "and",
    "∧": "and",
    "∨": "or",
    "∖": "\\",
    "∂": "d",
    "∇": "grad",
    "∞": "inf",
    "ℓ": "l",
    "ℏ": "hbar",
    "∀": "for all",
    "∃": "there is",
    "∅": "{}",
    "′": "'",
    "⊤": "T",
    "¬": "not ",
    "…": "...",
    "⋯": "...",
    "⋮": ":",
    "⋱": "...",
    "∠": "angle",
    "−": "-",
}
"""From a sign of mathematics to what is written for it."""

_ACCENTS = {"\u0302": "hat", "\u0304": "bar", "\u0305": "bar", "\u0303": "tilde", "\u20d7": "vec"}
_DOTS = {"\u0307": "dot", "\u0308": "ddot"}

_PLAIN_SCRIPTS = {
    raised: plain
    for table in (SUPERSCRIPTS, SUBSCRIPTS)
    for plain, raised in table.items()
    if not raised.isascii() and raised not in "·′"
}
_RAISED = "".join(re.escape(raised) for raised in SUPERSCRIPTS.values() if raised in _PLAIN_SCRIPTS)
_LOWERED = "".join(re.escape(lowered) for lowered in SUBSCRIPTS.values() if lowered in _PLAIN_SCRIPTS)
_SCRIPT = re.compile(f"([{_RAISED}]+)|([{_LOWERED}]+)")
_GREEK = re.compile("(?<![\u0370-\u03ff])([{}])(?![\u0370-\u03ff])".format("".join(GREEK_NAMES)))
_ROOT = re.compile(r"√\s*(\()?")
_ACCENTED = re.compile("([^\\W\\d_])([{}])".format("".join(_ACCENTS)))
_SHARE = re.compile("[¼½¾⅐-⅞]")
_TIMES = re.compile(r"(?<=[\w)\]])·(?=[\w(\[])")
_SIGN = re.compile("[{}]".format("".join(map(re.escape, (sign for sign in SPELLED if sign not in "·•∗′∘")))))


@lru_cache(maxsize=4096)
def spelled(text: str) -> str:
    """Return running text with its mathematics in ASCII: "x² ≤ w₁·α" as "x^2 <= w_1*alpha". Letters of words stay."""
    if text.isascii():
        return text
    text = _ACCENTED.sub(lambda found: found[1] + _ACCENTS[found[2]], text.replace("ŷ", "y\u0302"))
    text = _SHARE.sub(lambda found: unicodedata.normalize("NFKD", found[0]).replace("⁄", "/"), text)
    text = _TIMES.sub("*", text)
    text = _SCRIPT.sub(_script, text)
    text = _GREEK.sub(_greek, text)
    text = _ROOT.sub(lambda found: "sqrt(" if found[1] else "sqrt ", text)
    return _SIGN.sub(lambda found: SPELLED[found[0]], text)


def _script(found: re.Match[str]) -> str:
    sign = "^" if found[1] else "_"
    body = "".join(SPELLED.get(plain, plain) for plain in (_PLAIN_SCRIPTS[one] for one in found[0]))
    whole = body.isalnum() or (body.startswith("(") and body.endswith(")"))
    after = found.string[found.end() : found.end() + 1]
    # What comes next is no part of it: w_1 x_1.
    return f"{sign}{body if whole else f'({body})'}{' ' if after.isalnum() and after.isascii() else ''}"


def _greek(found: re.Match[str]) -> str:
    before, after = found.string[: found.start()][-1:], found.string[found.end() : found.end() + 1]
    left = " " if before.isalnum() and before.isascii() and before not in "d" else ""
    right = " " if after.isalnum() and after.isascii() else ""
    return f"{left}{GREEK_NAMES[found[1]]}{right}"


def spelled_row(row: Row) -> Row:
    """Return a formula whose signs and letters are ASCII, to be laid out like any other."""
    spelled: list[Node] = []
    for node in map(_spelled_node, row):
        if spelled and isinstance(spelled[-1], Scripts) and _runs_on(node):
            spelled.append(Space(1))
        spelled.append(node)
    return tuple(spelled)


def _runs_on(node: Node) -> bool:
    """Return whether a node would read as part of the script before it."""
    base = node.base if isinstance(node, Scripts) else node
    return not isinstance(base, Atom | Space | Fenced) or (isinstance(base, Atom) and base.text[:1].isalnum())


def _spelled_node(node: Node) -> Node:
    match node:
        case Atom(text, kind, name):
            return Atom(GREEK_NAMES.get(text) or SPELLED.get(text) or spelled(text), kind, name)
        case Marked(index, row):
            return Marked(index, spelled_row(row))
        case Scripts(base, sub, sup):
            return Scripts(
                _spelled_node(base),
                None if sub is None else spelled_row(sub),
                None if sup is None else spelled_row(sup),
                raised=False,
            )
        case Fraction(top, bottom):
            return Fraction(spelled_row(top), spelled_row(bottom))
        case Root(row, degree):
            inside = Fenced("(", ")", spelled_row(row))
            if not degree:
                return Group((Atom("sqrt", "word"), inside))
            share = Fenced("(", ")", (Fraction((Atom("1"),), spelled_row(degree)),))
            return Scripts(inside, None, (share,), raised=False)
        case Accented(mark, row):
            return _accented(mark, spelled_row(row))
        case Large(command):
            return Large(command, in_words=True)
        case Fenced(left, right, row):
            return Fenced(left, right, spelled_row(row))
        case Group(row):
            return Group(spelled_row(row))
        case Grid(environment, rows):
            return Grid(environment, tuple(tuple(map(spelled_row, cells)) for cells in rows))
        case Space():
            return node


def _accented(mark: str, row: Row) -> Node:
    word = (_ACCENTS | _DOTS)[mark]
    if len(row) == 1 and isinstance(row[0], Atom):
        letter = row[0]
        suffix = word if word in ("hat", "bar") else ""
        return Atom(letter.text + word, letter.kind, letter.name + suffix if letter.name else "")
    return Group((Atom(word, "word"), Fenced("(", ")", row)))
