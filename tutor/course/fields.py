"""The fields of a course's YAML: each is declared once, with its name, its shape and what it is for.

A shape reads a YAML node into a value, and notes as findings whatever it cannot take; it returns None for those.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, Protocol

from tutor.course.questions import Reference
from tutor.course.source import Findings, suggestion
from tutor.course.yaml import Fields, Items, Node, Scalar, describe, plain
from tutor.dataclass import dataclass
from tutor.lab import AnyParameter, Choice
from tutor.language import Localised


@dataclass(frozen=True)
class Reader:
    """What the shapes need to know while they read."""

    findings: Findings
    languages: tuple[str, ...]
    """the languages of the course; a text without the first one is an error, without another a warning"""

    def wrong(self, node: Node, wanted: str) -> None:
        """Note that `node` is not what was wanted."""
        self.findings.error(node.place, "wrong-value", f"This is {describe(node)}, but it should be {wanted}.")


class Shape(Protocol):
    """What a field can hold."""

    def read(self, node: Node, reader: Reader) -> Any:
        """Return the value of `node`, or None with a finding."""


class Field(NamedTuple):
    """One field of a map."""

    name: str
    shape: Shape
    help: str
    required: bool = False


class Record(NamedTuple):
    """A map with the given fields and no others."""

    fields: Sequence[Field]
    what: str
    """what the whole is, for findings: "an option" """

    def read(self, node: Node, reader: Reader) -> dict[str, Any] | None:
        """Return the values of the fields that were given and could be read; None where a required one is not."""
        if not isinstance(node, Fields):
            reader.wrong(node, f"{self.what}: a map with {', '.join(f.name for f in self.fields if f.required)}")
            return None
        known = {field.name: field for field in self.fields}
        values: dict[str, Any] = {}
        for name, value in node.entries.items():
            field = known.get(name)
            if field is None:
                unknown_field(reader.findings, node.keys[name], self.what, known)
                continue
            if isinstance(value, Scalar) and value.value is None:
                reader.findings.error(value.place, "empty", f"{name!r} has no value. Give it one, or leave it out.")
                continue
            read = field.shape.read(value, reader)
            if read is not None:
                values[name] = read
        ok = True
        for field in self.fields:
            if field.required and field.name not in node.entries:
                reader.findings.error(
                    node.place, "missing-field", f"{self.what.capitalize()} needs {field.name!r}: {field.help}."
                )
            ok = ok and (not field.required or field.name in values)
        return values if ok else None


def unknown_field(findings: Findings, key: Scalar, what: str, names: Iterable[str]) -> None:
    """Note a key that means nothing here."""
    findings.error(key.place, "unknown-field", f"{key.text!r} is no field of {what}. {suggestion(key.text, names)}")


class ListOf(NamedTuple):
    """A list of things of one shape."""

    item: Shape
    least: int = 0

    def read(self, node: Node, reader: Reader) -> tuple[Any, ...] | None:
        """Return the items that could be read."""
        if not isinstance(node, Items):
            reader.wrong(node, "a list")
            return None
        if len(node.items) < self.least:
            reader.findings.error(
                node.place, "too-few", f"This list has {len(node.items)} of at least {self.least} items."
            )
            return None
        read = [self.item.read(item, reader) for item in node.items]
        return tuple(item for item in read if item is not None)


class OneLine(NamedTuple):
    """A text of one line in one language: a name, an id."""

    pattern: str = r"[^\n]+"
    wanted: str = "a text"

    def read(self, node: Node, reader: Reader) -> str | None:
        """Return the text, stripped."""
        text = node.text.strip() if isinstance(node, Scalar) and node.value is not None else ""
        if not re.fullmatch(self.pattern, text):
            reader.wrong(node, self.wanted)
            return None
        return text


ID = OneLine(r"[a-z0-9]+(?:-[a-z0-9]+)*", "an id: small letters, digits and single hyphens, as in 'cost-at-a-glance'")
LAB_NAME = OneLine(r"[A-Za-z_]\w*:[A-Za-z_]\w*", "the name of a lab: its module and its function, as in 'cost:mse'")


class OneOf(NamedTuple):
    """One of a few words."""

    words: Collection[str]

    def read(self, node: Node, reader: Reader) -> str | None:
        """Return the word."""
        if not isinstance(node, Scalar) or node.text not in self.words:
            found = node.text if isinstance(node, Scalar) else ""
            reader.findings.error(
                node.place, "wrong-value", f"This is {describe(node)}. {suggestion(found, self.words)}"
            )
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
            reader.wrong(node, f"a number from {self.low:g} to {self.high:g}")
            return None
        if self.whole and value != int(value):
            reader.wrong(node, "a whole number")
            return None
        return int(value) if self.whole else float(value)


class Flag(NamedTuple):
    """True or false."""

    def read(self, node: Node, reader: Reader) -> bool | None:
        """Return the truth value."""
        if not isinstance(node, Scalar) or not isinstance(node.value, bool):
            reader.wrong(node, "true or false")
            return None
        return node.value


_REFERENCE = re.compile(r"([^\W\d]\w*)\s*(?:\[\s*(\d{1,4}(?:\s*,\s*\d{1,4})*)\s*\])?")


class ReadoutName(NamedTuple):
    """A readout or a parameter of the question's lab, or one entry of it."""

    def read(self, node: Node, reader: Reader) -> Reference | None:
        """Return the reference."""
        match = _REFERENCE.fullmatch(node.text.strip()) if isinstance(node, Scalar) else None
        if match is None:
            reader.wrong(node, "the name of a readout, as in cost, p[0] or Y[1,2] (an answer is never typed)")
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
    wanted = f"a text in each language: {{{', '.join(f'{language}: …' for language in reader.languages)}}}"
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
            unknown_field(reader.findings, node.keys[language], "a text", reader.languages)
        elif not isinstance(text, Scalar) or text.value is None or not text.text.strip():
            reader.wrong(text, "a text")
        else:
            found[language] = text
    for language in reader.languages:
        if language not in node.entries:
            first = language == reader.languages[0]
            note = reader.findings.error if first else reader.findings.warn
            note(node.place, "missing-translation", f"The text in {language!r} is missing.")
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
                unknown_field(reader.findings, node.keys[language], "a list of names by language", reader.languages)
            else:
                found[language] = names.read(value, reader) or ()
        return found


class Given(NamedTuple):
    """A map from parameters to values, checked later against the lab."""

    def read(self, node: Node, reader: Reader) -> Fields | None:
        """Return the map as it is, for it needs its places."""
        if not isinstance(node, Fields):
            reader.wrong(node, "a map from parameters to values, as in {W: 0}")
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
        reader.wrong(node, "a map of lists ({W: [0, 2, 3]}) or a list of maps ([{W: 0}, {W: 2}])")
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
                    unknown_field(reader.findings, node.keys[language], "a list of words by language", reader.languages)
                elif read := words.read(value, reader):
                    found[language] = read
            if reader.languages[0] not in node.entries:
                reader.findings.error(
                    node.place, "missing-translation", f"The words in {reader.languages[0]!r} are missing."
                )
            return found if reader.languages[0] in found else None
        read = words.read(node, reader)
        return {reader.languages[0]: read} if read else None


def given_value(parameter: AnyParameter, node: Node) -> object:
    """Return a parameter's value as it was written; an option of a choice is a word, even if it looks like a number."""
    return node.text if isinstance(parameter, Choice) and isinstance(node, Scalar) else plain(node)
