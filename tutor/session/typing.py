"""What typing Python means, without an editor: how far a new line stands in, and where Hangul is no Python."""

from __future__ import annotations

import re

LEVEL = 4
"""Spaces of one level of indentation."""

_CLOSES = re.compile(r"\s*(return|pass|break|continue|raise)\b")
_OPENING, _CLOSING = "([{", ")]}"
_WORDS = re.compile(
    r'"""(?:[^\\]|\\.)*?(?:"""|\Z)|'
    r"'''(?:[^\\]|\\.)*?(?:'''|\Z)|"
    r'"(?:[^"\\\n]|\\.)*"?|'
    r"'(?:[^'\\\n]|\\.)*'?|#[^\n]*",
    re.DOTALL,
)
"""A text or a comment, also one that is not closed yet."""
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")


def code_alone(source: str) -> str:
    """Return a program with its texts and comments left empty."""
    return _WORDS.sub(lambda found: "#" if found[0].startswith("#") else '""', source)


def indentation_of(line: str) -> int:
    """Return how many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def indentation_after(line: str) -> int:
    """Return how far the line stands in that follows on `line`, which was ended with Enter.

    After a colon, or a bracket that stays open, it stands in one level more; after what ends a block, one level less.
    """
    code = code_alone(line).split("#", 1)[0].rstrip()
    present = indentation_of(line)
    if code.endswith(":") or _open_brackets(code) > 0:
        return present + LEVEL
    if _CLOSES.match(code):
        return max(present - LEVEL, 0)
    return present


def one_level_less(spaces: int) -> int:
    """Return how far a line stands in after one level was taken away from so many spaces."""
    return max((spaces - 1) // LEVEL * LEVEL, 0)


def to_next_level(column: int) -> int:
    """Return how many spaces lead from a column to the next level."""
    return LEVEL - column % LEVEL


def has_hangul(source: str) -> bool:
    """Return whether Hangul stands in a program where it is neither a text nor a comment."""
    return not source.isascii() and _HANGUL.search(code_alone(source)) is not None


def _open_brackets(code: str) -> int:
    return sum((sign in _OPENING) - (sign in _CLOSING) for sign in code)
