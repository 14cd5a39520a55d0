"""What a terminal would obey, made visible: every text passes here before it is shown or written for people to read."""

from __future__ import annotations

_NAMED = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}

_OBEYED = frozenset(
    [
        *map(chr, range(0x20)),  # C0
        *map(chr, range(0x7F, 0xA0)),  # DEL and C1
        *"\u061c\u200e\u200f",  # marks of direction
        *map(chr, range(0x2028, 0x202F)),  # line and paragraph separator, embeddings and overrides of direction
        *map(chr, range(0x2066, 0x206A)),  # isolates of direction
    ]
)
"""What moves a cursor, ends a line, starts a sequence or turns the direction of what follows."""


def visible(text: str) -> str:
    r"""Return `text` on one line: what a terminal would obey, and halves of characters, as `\x1b`, `\u202e`, `\udcff`.

    Nothing else changes. A text that has come through once comes through again as it is.
    """
    # All of it counts as unprintable, so that most texts are done here.
    if text.isprintable():
        return text
    return "".join(map(_shown, text))


def visible_lines(text: str) -> str:
    """Return a text of several lines as `visible` does; its line ends and tabs are layout, and stay."""
    return "\n".join("\t".join(map(visible, line.split("\t"))) for line in text.split("\n"))


def _shown(character: str) -> str:
    if character in _NAMED:
        return _NAMED[character]
    code = ord(character)
    if character in _OBEYED or 0xD800 <= code < 0xE000:
        return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
    return character
