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
from tutor.course.messages import files as messages
from tutor.course.source import Findings, Source
from tutor.dataclass import dataclass
from tutor.language import Text

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


def describe(node: Node) -> Text:
    """Return what `node` is, for a finding: "a list", "the text 'none'"."""
    if isinstance(node, Items):
        return messages.A_LIST
    if isinstance(node, Fields):
        return messages.A_MAP
    assert isinstance(node, Scalar)
    value = node.value
    if value is None:
        return messages.NOTHING
    if isinstance(value, bool):
        return Text(en="true" if value else "false")
    if isinstance(value, str):
        return messages.THE_TEXT.filled(text=value[:40] + "…" if len(value) > 40 else repr(value))
    return messages.THE_NUMBER.filled(text=node.text[:40] + "…" if len(node.text) > 40 else node.text)


def not_wanted(findings: Findings, node: Node, wanted: Text) -> None:
    """Note that `node` is not what is `wanted` there."""
    findings.error(node.place, "wrong-value", messages.NOT_WANTED, found=describe(node), wanted=wanted)


def plain(node: Node) -> Any:
    """Return `node` as plain Python values: lists, dictionaries and single values."""
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if isinstance(node, Fields):
        return {key: plain(value) for key, value in node.entries.items()}
    assert isinstance(node, Scalar)
    return node.value


_BEGINS_A_NUMBER = frozenset("+-.0123456789")
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
        findings.error(source.place(start), "unquoted", messages.TRUTH_WORD, text=text)
        return text
    if text[0] not in _BEGINS_A_NUMBER:
        return text
    if _SEXAGESIMAL.fullmatch(text):
        findings.error(source.place(start), "unquoted", messages.BASE_60, text=text)
        return text
    if _ZEROS.fullmatch(text):
        findings.error(source.place(start), "unquoted", messages.BASE_8, text=text)
        return text
    if _INT.fullmatch(text) and len(text) < 20:
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


_ADVICE = {
    "mapping values are not allowed": messages.QUOTE_THE_COLON,
    "cannot start any token": messages.INDENT_WITH_SPACES,
    "could not find expected ':'": messages.NEITHER_KEY_NOR_QUOTED,
    "did not find expected key": messages.CHECK_THE_INDENTATION,
    "did not find expected ',' or": messages.BRACKET_IS_OPEN,
    "did not find expected '-' indicator": messages.ITEMS_AT_ONE_COLUMN,
    "unexpected end of stream": messages.QUOTE_IS_OPEN,
    "unknown escape character": messages.DOUBLE_BACKSLASH,
    "exceeded maximum nesting": messages.BRACKETS_TOO_DEEP,
    "block sequence entries are not allowed": messages.LIST_ON_ITS_OWN_LINE,
    "did not find expected hexdecimal": messages.DOUBLE_BACKSLASH,
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

    def refuse(self, place: Place, kind: str, words: Text, /, **values: object) -> None:
        self.findings.error(place, kind, words, **values)
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
                self.refuse(node.place, "yaml", messages.NO_KEY)
                node = Scalar(node.source, node.start, node.end, "", "")
            parent.key = node
        else:
            key, parent.key = parent.key, None
            if key.text in parent.entries:
                first = parent.keys[key.text].place
                self.findings.error(key.place, "repeated-key", messages.REPEATED_KEY, key=key.text, line=first.line)
                return
            parent.entries[key.text] = node
            parent.keys[key.text] = key

    def take(self, event: Any) -> None:
        start, end = self.base + event.start_mark.index, self.base + event.end_mark.index
        kind = type(event).__name__
        if kind == "AliasEvent" or getattr(event, "anchor", None):
            self.refuse(self.source.place(start), "alias", messages.NO_ALIAS)
        if getattr(event, "tag", None):
            self.refuse(self.source.place(start), "tag", messages.NO_TAG)
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
                    self.refuse(self.source.place(start), "yaml", messages.SECOND_DOCUMENT)

    def scalar(self, event: Any, start: int, end: int) -> Scalar:
        text = str(event.value)
        is_key = bool(self.stack) and self.stack[-1].is_map and self.stack[-1].key is None
        if event.style == '"' and (match := _TEX_ESCAPE.search(self.source.text, start, end)):
            place = self.source.place(match.start(1))
            self.findings.error(place, "backslash", messages.READ_AS_CONTROL, found=match[1])
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
                place = source.place(builder.stack[-1].start)
                builder.refuse(place, "too-deep", messages.TOO_DEEP, most=DEEPEST)
                return None
            if builder.documents > 1:
                return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = source.place(start + (mark.index if mark else 0))
        problem = error.problem or messages.CANNOT_BE_READ
        advice = next((text for sign, text in _ADVICE.items() if sign in (error.problem or "")), None)
        if advice is None:
            findings.error(place, "yaml", messages.NOT_YAML, problem=problem)
        else:
            findings.error(place, "yaml", messages.NOT_YAML_ADVICE, problem=problem, advice=advice)
        return None
    except yaml.YAMLError:
        findings.error(source.place(start), "yaml", messages.NOT_ALLOWED_IN_YAML)
        return None
    return builder.root if builder.ok else None
