"""YAML as a tree in which every value knows its place, without what YAML does silently.

A plain `no`, `yes`, `on` or `12:30` is refused with the advice to quote it, `1e-3` is the number it looks like, a key
cannot be repeated, and there are no aliases, anchors, tags or second documents.

The tree is built from the parser's events, not with `yaml.compose`: that one recurses in C without a limit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any

from tutor.course.finding import Place
from tutor.course.source import Findings, Source
from tutor.dataclass import dataclass

DEEPEST = 12
"""Levels of lists and maps inside each other; a quiz needs five."""

Atom = str | int | float | bool | None


@dataclass(frozen=True)
class Node:
    """One value of a YAML file."""

    source: Source
    start: int
    """offset of its first character in the file"""
    end: int

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.source.place(self.start)


@dataclass(frozen=True)
class Scalar(Node):
    """A single value."""

    value: Atom
    text: str
    """as it was written, quotes and escapes undone"""


@dataclass(frozen=True)
class Items(Node):
    """A list."""

    items: tuple[Node, ...]


@dataclass(frozen=True)
class Fields(Node):
    """A map, in the order in which it was written."""

    entries: Mapping[str, Node]
    keys: Mapping[str, Scalar]
    """from a key to the node that names it, for its place"""


def describe(node: Node) -> str:
    """Return what `node` is, for a finding: "a list", "the text 'none'"."""
    if isinstance(node, Items):
        return "a list"
    if isinstance(node, Fields):
        return "a map"
    assert isinstance(node, Scalar)
    value = node.value
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"the text {value[:40] + '…' if len(value) > 40 else value!r}"
    return f"the number {node.text[:40] + '…' if len(node.text) > 40 else node.text}"


def plain(node: Node) -> Any:
    """Return `node` as plain Python values: lists, dictionaries and single values."""
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if isinstance(node, Fields):
        return {key: plain(value) for key, value in node.entries.items()}
    assert isinstance(node, Scalar)
    return node.value


_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?")
_ZEROS = re.compile(r"[-+]?0[0-9]+")
_SEXAGESIMAL = re.compile(r"[-+]?[0-9]+(?::[0-5]?[0-9])+")
_TRUTH_WORDS = frozenset({"yes", "no", "on", "off"})

# TeX in double quotes: "\frac" would be a form feed and "rac", "\theta" a tab and "heta", "\neq" a new line and "eq".
_TEX_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*(\\(?:[abefrtv0]|n(?:abla|eq?|eg|ot|u|i)(?![a-z])))")


def _atom(text: str, source: Source, start: int, findings: Findings) -> Atom:
    """Return what a plain (unquoted) scalar means; a finding where YAML and its author may differ."""
    if text in ("", "~", "null", "Null", "NULL"):
        return None
    if text in ("true", "True", "TRUE"):
        return True
    if text in ("false", "False", "FALSE"):
        return False
    if text.casefold() in _TRUTH_WORDS:
        findings.error(
            source.place(start),
            "unquoted",
            f"YAML can read {text} as true or false. Write {text!r} in quotes for the word, or true or false.",
        )
        return text
    if _SEXAGESIMAL.fullmatch(text):
        findings.error(
            source.place(start), "unquoted", f'YAML reads {text} as a number in base 60. Write "{text}" in quotes.'
        )
        return text
    if _ZEROS.fullmatch(text):
        findings.error(
            source.place(start),
            "unquoted",
            f'YAML reads {text} in base 8. Drop the 0, or write "{text}" in quotes.',
        )
        return text
    if _INT.fullmatch(text) and len(text) < 20:
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


_ADVICE = {
    "mapping values are not allowed": "A text that holds a colon and a space needs quotes around it.",
    "cannot start any token": "Indent with spaces, not tabs, and quote a text that starts with such a sign.",
    "could not find expected ':'": "A line here is neither a `key: value` nor part of a quoted text.",
    "did not find expected key": "Check the indentation, and the quotes of the text before.",
    "did not find expected ',' or": "A bracket or a brace is not closed, or a comma is missing.",
    "did not find expected '-' indicator": "Every item of this list starts with `- ` at the same column.",
    "unexpected end of stream": "A quote is not closed.",
    "unknown escape character": "In double quotes write \\\\ for a backslash, or use single quotes.",
    "exceeded maximum nesting": "Brackets are nested too deep.",
    "block sequence entries are not allowed": "A list starts on a line of its own.",
    "did not find expected hexdecimal": "In double quotes write \\\\ for a backslash, or use single quotes.",
}


@dataclass
class _Open:
    """A list or a map whose end has not been seen."""

    start: int
    is_map: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None
    """the key whose value comes next"""


@dataclass
class _Builder:
    source: Source
    base: int
    findings: Findings
    stack: list[_Open] = field(default_factory=list)
    root: Node | None = None
    documents: int = 0
    ok: bool = True

    def refuse(self, place: Place, kind: str, message: str) -> None:
        self.findings.error(place, kind, message)
        self.ok = False

    def add(self, node: Node) -> None:
        if not self.stack:
            self.root = node
            return
        parent = self.stack[-1]
        if not parent.is_map:
            parent.items.append(node)
        elif parent.key is None:
            if not isinstance(node, Scalar):
                self.refuse(node.place, "yaml", "A list or a map cannot be a key.")
                node = Scalar(node.source, node.start, node.end, "", "")
            parent.key = node
        else:
            key, parent.key = parent.key, None
            if key.text in parent.entries:
                first = parent.keys[key.text].place
                self.findings.error(
                    key.place, "repeated-key", f"{key.text!r} was given before, in line {first.line}. Keep one of them."
                )
                return
            parent.entries[key.text] = node
            parent.keys[key.text] = key

    def take(self, event: Any) -> None:
        start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
        kind = type(event).__name__
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            self.refuse(
                self.source.place(start),
                "alias",
                "A course has no anchors (&) or aliases (*). Write or quote it.",
            )
        if getattr(event, "tag", None):
            self.refuse(
                self.source.place(start), "tag", "Tags (!) are not used in a course. Leave it out, or quote the text."
            )
        match kind:
            case "ScalarEvent":
                self.add(self.scalar(event, start, end))
            case "SequenceStartEvent" | "MappingStartEvent":
                self.stack.append(_Open(start, kind == "MappingStartEvent"))
            case "SequenceEndEvent" | "MappingEndEvent":
                done = self.stack.pop()
                if done.is_map:
                    self.add(Fields(self.source, done.start, end, done.entries, done.keys))
                else:
                    self.add(Items(self.source, done.start, end, tuple(done.items)))
            case "AliasEvent":
                self.add(Scalar(self.source, start, end, None, ""))
            case "DocumentStartEvent":
                self.documents += 1
                if self.documents == 2:
                    self.refuse(
                        self.source.place(start), "yaml", "A second document starts here (---). A file holds one."
                    )

    def scalar(self, event: Any, start: int, end: int) -> Scalar:
        text = str(event.value)
        is_key = bool(self.stack) and self.stack[-1].is_map and self.stack[-1].key is None
        if event.style == '"' and (match := _TEX_ESCAPE.search(self.source.text, start, end)):
            self.findings.error(
                self.source.place(match.start(1)),
                "backslash",
                f"In double quotes YAML reads {match[1]} as a control character. "
                "Write \\\\ for a backslash, or use single quotes.",
            )
        if event.style or (is_key and text.casefold() not in _TRUTH_WORDS):
            return Scalar(self.source, start, end, text, text)
        return Scalar(self.source, start, end, _atom(text, self.source, start, self.findings), text)


def parse_yaml(source: Source, findings: Findings, start: int = 0, end: int | None = None) -> Node | None:
    """Return the YAML between two offsets of a file as a tree; None where it is empty or cannot be read at all."""
    import yaml  # where a course is kept, nothing else needs it, and it takes as long to load as all of an outline

    builder = _Builder(source, start, findings)
    try:
        for event in yaml.parse(source.text[start:end], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
            if len(builder.stack) > DEEPEST:
                builder.refuse(
                    source.place(builder.stack[-1].start),
                    "too-deep",
                    f"This is nested deeper than {DEEPEST} levels.",
                )
                return None
            if builder.documents > 1:
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = source.place(start + (mark.index if mark else 0))
        problem = error.problem or "it cannot be read"
        advice = next((text for sign, text in _ADVICE.items() if sign in problem), "")
        findings.error(place, "yaml", f"This is not YAML: {problem}. {advice}".rstrip())
        return None
    except yaml.YAMLError:
        findings.error(source.place(start), "yaml", "This is not YAML: it holds a character that YAML does not allow.")
        return None
    return builder.root if builder.ok else None
