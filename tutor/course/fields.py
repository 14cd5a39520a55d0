"""The fields of a course's YAML: each is declared once, with its name, its shape and what it is for.

A shape reads a YAML node into a value, and notes as findings whatever it cannot take; it returns None for those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Protocol

from tutor.course.finding import Place
from tutor.course.messages import files as messages
from tutor.course.questions import Reference
from tutor.course.source import Findings, suggestion
from tutor.course.yaml import Fields, Items, Node, Scalar, describe, not_wanted, plain
from tutor.dataclass import dataclass
from tutor.lab import AnyParameter, Choice
from tutor.language import Localised, Text
from tutor.namedtuple import NamedTuple


@dataclass(frozen=True)
class Reader:
    """What the shapes need to know while they read."""

    findings: Findings
    languages: tuple[str, ...]
    """the languages of the course; a text without the first one is an error, without another a warning"""

    def wrong(self, node: Node, wanted: Text) -> None:
        """Note that `node` is not what was wanted."""
        not_wanted(self.findings, node, wanted)


class Shape(Protocol):
    """What a field can hold."""

    def read(self, node: Node, reader: Reader) -> Any:
        """Return the value of `node`, or None with a finding."""


class Field(NamedTuple):
    """One field of a map."""

    name: str
    shape: Shape
    help: Text
    required: bool = False


class Record(NamedTuple):
    """A map with the given fields and no others."""

    fields: Sequence[Field]
    what: Text
    """what the whole is, for findings: "an option" """

    def read(self, node: Node, reader: Reader) -> dict[str, Any] | None:
        """Return the values of the fields that were given and could be read; None where a required one is not."""
        if not isinstance(node, Fields):
            names = [field.name for field in self.fields if field.required] or [field.name for field in self.fields]
            reader.wrong(node, messages.MAP_WITH.filled(what=self.what, names=", ".join(names)))
            return None
        known = {field.name: field for field in self.fields}
        values: dict[str, Any] = {}
        for name, value in node.entries.items():
            field = known.get(name)
            if field is None:
                unknown_field(reader.findings, node.keys[name], self.what, known)
                continue
            if isinstance(value, Scalar) and value.value is None:
                reader.findings.error(value.place, "empty", messages.NO_VALUE, name=name)
                continue
            read = field.shape.read(value, reader)
            if read is not None:
                values[name] = read
        ok = True
        for field in self.fields:
            if field.required and field.name not in node.entries:
                missing_field(reader.findings, node.place, self.what, field.name, field.help)
            ok = ok and (not field.required or field.name in values)
        return values if ok else None


def unknown_field(findings: Findings, key: Scalar, what: Text, names: Iterable[str]) -> None:
    """Note a key that means nothing here."""
    near = suggestion(key.text, names)
    findings.error(key.place, "unknown-field", messages.UNKNOWN_FIELD, name=key.text, what=what, nearest=near)


def missing_field(findings: Findings, place: Place, what: Text, name: str, purpose: Text) -> None:
    """Note a field that `what` needs, and what it is for."""
    # In English it begins the sentence.
    begun = Text(**{**what.variants, "en": what("en").capitalize()})
    findings.error(place, "missing-field", messages.MISSING_FIELD, what=begun, name=name, help=purpose)


class ListOf(NamedTuple):
    """A list of things of one shape."""

    item: Shape
    least: int = 0

    def read(self, node: Node, reader: Reader) -> tuple[Any, ...] | None:
        """Return the items that could be read."""
        if not isinstance(node, Items):
            reader.wrong(node, messages.A_LIST)
            return None
        if len(node.items) < self.least:
            reader.findings.error(node.place, "too-few", messages.TOO_FEW, found=len(node.items), least=self.least)
            return None
        read = [self.item.read(item, reader) for item in node.items]
        return tuple(item for item in read if item is not None)


class OneLine(NamedTuple):
    """A text of one line in one language: a name, an id."""

    pattern: str = r"[^\n]+"
    wanted: Text = messages.A_TEXT

    def read(self, node: Node, reader: Reader) -> str | None:
        """Return the text, stripped."""
        text = node.text.strip() if isinstance(node, Scalar) and node.value is not None else ""
        if not re.fullmatch(self.pattern, text):
            reader.wrong(node, self.wanted)
            return None
        return text


ID = OneLine(r"[a-z0-9]+(?:-[a-z0-9]+)*", messages.AN_ID)
LAB_NAME = OneLine(r"[A-Za-z_]\w*:[A-Za-z_]\w*", messages.A_LAB_NAME)


class OneOf(NamedTuple):
    """One of a few words."""

    words: Collection[str]

    def read(self, node: Node, reader: Reader) -> str | None:
        """Return the word."""
        if not isinstance(node, Scalar) or node.text not in self.words:
            found = node.text if isinstance(node, Scalar) else ""
            near = suggestion(found, self.words)
            reader.findings.error(node.place, "wrong-value", messages.NOT_AMONG, found=describe(node), nearest=near)
            return None
        return node.text


class Number(NamedTuple):
    """A number within limits."""

    low: float
    high: float
    whole: bool = False

    def read(self, node: Node, reader: Reader) -> float | int | None:
        """Return the number."""
        value = node.value if isinstance(node, Scalar) else None
        if isinstance(value, bool) or not isinstance(value, int | float) or not self.low <= value <= self.high:
            reader.wrong(node, messages.A_NUMBER_WITHIN.filled(low=self.low, high=self.high))
            return None
        if self.whole and value != int(value):
            reader.wrong(node, messages.A_WHOLE_NUMBER)
            return None
        return int(value) if self.whole else float(value)


class Flag(NamedTuple):
    """True or false."""

    def read(self, node: Node, reader: Reader) -> bool | None:
        """Return the truth value."""
        if not isinstance(node, Scalar) or not isinstance(node.value, bool):
            reader.wrong(node, messages.TRUE_OR_FALSE)
            return None
        return node.value


_REFERENCE = re.compile(r"([^\W\d]\w*)\s*(?:\[\s*(\d{1,4}(?:\s*,\s*\d{1,4})*)\s*\])?")


class ReadoutName(NamedTuple):
    """A readout or a parameter of the question's lab, or one entry of it."""

    def read(self, node: Node, reader: Reader) -> Reference | None:
        """Return the reference."""
        match = _REFERENCE.fullmatch(node.text.strip()) if isinstance(node, Scalar) else None
        if match is None:
            reader.wrong(node, messages.A_READOUT_NAME)
            return None
        index = tuple(int(part) for part in match[2].split(",")) if match[2] else ()
        return Reference(match[1], index, node.place)


class Words(NamedTuple):
    """Markdown in every language of the course; a plain text is the same in all of them."""

    inline: bool = False
    """one run of words, for an option or an item"""

    def read(self, node: Node, reader: Reader) -> Localised[Any] | None:
        """Return the texts as prose."""
        from tutor.course.markdown import parse_markdown  # nothing of a lesson that is kept needs it

        texts = _texts(node, reader)
        if texts is None:
            return None
        return Localised(
            {
                language: parse_markdown(
                    text.text, text.source, reader.findings, start=text.start, end=text.end, inline=self.inline
                )
                for language, text in texts.items()
            }
        )


def _texts(node: Node, reader: Reader) -> dict[str, Scalar] | None:
    """Return a text in each language, the first language first."""
    each = ", ".join(f"{language}: …" for language in reader.languages)
    wanted = messages.A_TEXT_IN_EACH.filled(languages=each)
    if isinstance(node, Scalar):
        if not node.text.strip():
            reader.wrong(node, wanted)
            return None
        return {reader.languages[0]: node}
    if not isinstance(node, Fields):
        reader.wrong(node, wanted)
        return None
    found: dict[str, Scalar] = {}
    for language, text in node.entries.items():
        if language not in reader.languages:
            unknown_field(reader.findings, node.keys[language], messages.A_TEXT, reader.languages)
        elif not isinstance(text, Scalar) or text.value is None or not text.text.strip():
            reader.wrong(text, messages.A_TEXT)
        else:
            found[language] = text
    for language in reader.languages:
        if language not in node.entries:
            first = language == reader.languages[0]
            note = reader.findings.error if first else reader.findings.warn
            note(node.place, "missing-translation", messages.MISSING_TEXT, language=language)
    if reader.languages[0] not in found:
        return None
    return {language: found[language] for language in reader.languages if language in found}


class Name(NamedTuple):
    """A name in every language of the course; a plain one is the same in all of them."""

    def read(self, node: Node, reader: Reader) -> Localised[str] | None:
        """Return the name in each language."""
        texts = _texts(node, reader)
        return Localised({language: " ".join(text.text.split()) for language, text in texts.items()}) if texts else None


class NamesIn(NamedTuple):
    """Some names by language, in any of the course's; a plain list is the first one's."""

    def read(self, node: Node, reader: Reader) -> Mapping[str, tuple[str, ...]]:
        """Return the names by language."""
        names = ListOf(OneLine(), least=1)
        if not isinstance(node, Fields):
            return {reader.languages[0]: names.read(node, reader) or ()}
        found: dict[str, tuple[str, ...]] = {}
        for language, value in node.entries.items():
            if language not in reader.languages:
                unknown_field(reader.findings, node.keys[language], messages.A_LIST_OF_NAMES, reader.languages)
            else:
                found[language] = names.read(value, reader) or ()
        return found


class Given(NamedTuple):
    """A map from parameters to values, checked later against the lab."""

    def read(self, node: Node, reader: Reader) -> Fields | None:
        """Return the map as it is, for it needs its places."""
        if not isinstance(node, Fields):
            reader.wrong(node, messages.A_MAP_OF_VALUES)
            return None
        return node


class Variants(NamedTuple):
    """Parameters for each variant: a list of maps, or one map of lists."""

    def read(self, node: Node, reader: Reader) -> Node | None:
        """Return the node as it is, for it needs its places."""
        if isinstance(node, Fields) or (
            isinstance(node, Items) and node.items and all(isinstance(item, Fields) for item in node.items)
        ):
            return node
        reader.wrong(node, messages.VARIANTS)
        return None


class Accepted(NamedTuple):
    """The words that are right: a list, or a list for each language."""

    def read(self, node: Node, reader: Reader) -> Mapping[str, tuple[str, ...]] | None:
        """Return the words by language; a plain list stands under the first one."""
        words = ListOf(OneLine(), least=1)
        if isinstance(node, Fields):
            found: dict[str, tuple[str, ...]] = {}
            for language, value in node.entries.items():
                if language not in reader.languages:
                    unknown_field(reader.findings, node.keys[language], messages.A_LIST_OF_WORDS, reader.languages)
                elif read := words.read(value, reader):
                    found[language] = read
            if reader.languages[0] not in node.entries:
                reader.findings.error(
                    node.place, "missing-translation", messages.MISSING_WORDS, language=reader.languages[0]
                )
            return found if reader.languages[0] in found else None
        read = words.read(node, reader)
        return {reader.languages[0]: read} if read else None


def given_value(parameter: AnyParameter, node: Node) -> object:
    """Return a parameter's value as it was written; an option of a choice is a word, even if it looks like a number."""
    return node.text if isinstance(parameter, Choice) and isinstance(node, Scalar) else plain(node)
