"""The plainest YAML, read without a library: names, texts, and lists of names, as in a front matter.

The course map is painted from what is written like that, and a YAML library takes longer to import than all of it takes
to read. Whatever is less plain (several lines, escapes, comments behind a value) is left to `tutor.course.yaml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tutor.course.source import Findings, Source
from tutor.course.yaml import Fields, Items, Node, Scalar, atom

_LINE = re.compile(r"(?P<indent> *)(?:(?P<item>-) +|(?P<key>[A-Za-z]\w{0,60}):(?: +|$))(?P<value>.*?) *", re.ASCII)
_UNQUOTED = re.compile(r"\w(?:[^:#\t]|:(?=\S)|(?<=\S)#)*")
"""In such a text only a colon before a blank, and a # after one, mean something."""
_QUOTED = re.compile(r'"[^"\\\t]*"')
_LIST = re.compile(r"\[[A-Za-z]\w*(?:, [A-Za-z]\w*)*\]", re.ASCII)


class _NotPlainError(Exception):
    """This is for the library."""


@dataclass(frozen=True)
class _Line:
    start: int
    """offset of what follows the indent"""
    indent: int
    key: str
    """"" for an item of a list"""
    value: str
    value_start: int


def parse_plain(source: Source, start: int = 0, end: int | None = None) -> Node | None:
    """Return the YAML between two offsets of a file as `parse_yaml` would; None where it is not as plain as that."""
    try:
        reader = _Reader(source, _lines(source, start, len(source.text) if end is None else end))
        node = reader.block()
    except _NotPlainError:
        return None
    return node if not reader.lines else None


def _lines(source: Source, start: int, end: int) -> list[_Line]:
    lines = []
    for text in source.text[start:end].splitlines(keepends=True):
        at, start = start, start + len(text)
        if not text.strip():
            continue
        match = _LINE.fullmatch(text.rstrip("\n"))
        if match is None:
            raise _NotPlainError
        indent = match.end("indent")
        lines.append(_Line(at + indent, indent, match["key"] or "", match["value"], at + match.start("value")))
    return lines


class _Reader:
    """Takes lines from the front of `lines`."""

    def __init__(self, source: Source, lines: list[_Line]) -> None:
        self.source = source
        self.lines = lines

    def block(self) -> Node:
        """Return the list or the map that the next lines make, as far as they stand where the first one does."""
        if not self.lines:
            raise _NotPlainError
        first = self.lines[0]
        items: list[Node] = []
        entries: dict[str, Node] = {}
        keys: dict[str, Scalar] = {}
        while self.lines and self.lines[0].indent == first.indent and bool(self.lines[0].key) == bool(first.key):
            line = self.lines.pop(0)
            if not line.key:
                items.append(self.value(line))
            elif line.key in entries:
                raise _NotPlainError
            else:
                keys[line.key] = self.scalar(line.key, line.start)
                deeper = not line.value and self.lines and self.lines[0].indent > line.indent
                entries[line.key] = self.block() if deeper else self.value(line)
        if self.lines and self.lines[0].indent >= first.indent:
            raise _NotPlainError
        if first.key:
            return Fields(self.source, first.start, entries[line.key].end, entries, keys)
        return Items(self.source, first.start, items[-1].end, tuple(items))

    def value(self, line: _Line) -> Node:
        """Return what stands behind a name or a dash."""
        text, start = line.value, line.value_start
        if _QUOTED.fullmatch(text):
            return Scalar(self.source, start, start + len(text), text[1:-1], text[1:-1])
        if _LIST.fullmatch(text):
            names = tuple(self.scalar(name[0], start + name.start()) for name in re.finditer(r"\w+", text))
            return Items(self.source, start, start + len(text), names)
        if _UNQUOTED.fullmatch(text):
            return self.scalar(text, start)
        raise _NotPlainError

    def scalar(self, text: str, start: int) -> Scalar:
        """Return an unquoted text, unless there is something to say about it."""
        findings = Findings()
        value = atom(text, self.source, start, findings)
        if findings.found:
            raise _NotPlainError
        return Scalar(self.source, start, start + len(text), value, text)
