"""A course's files as text with places, and the findings about them, gathered so that all come out at once."""

from __future__ import annotations

import codecs
import difflib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import field
from functools import cached_property
from itertools import accumulate
from pathlib import Path, PurePosixPath

from tutor.course.finding import Finding, Place
from tutor.course.messages import files as messages
from tutor.dataclass import dataclass
from tutor.language import Text

MOST_BYTES = 200_000
"""A file of a course is text that people write; a larger one is a mistake."""

LONGEST_MESSAGE = 800
"""Characters of a finding."""

MOST_LISTED = 12
"""Names that a finding lists, where none of them is like the one that was found."""

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_UNSEEN = "\u2028\u2029\ufeff\ufffe\uffff"
"""Ends of lines that are none here, and marks of the order of bytes."""


@dataclass(frozen=True)
class Source:
    """The text of one file, or of a part of it, that knows where each character stands."""

    file: str
    """path relative to the course's folder, with forward slashes"""
    text: str
    """the whole file: NFC, lines ended by "\\n" alone"""

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])]

    def place(self, offset: int) -> Place:
        """Return the place of the character at `offset`."""
        line = bisect_right(self._starts, offset)
        return Place(self.file, line, offset - self._starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """Return the offset at which `line` (from 1) starts; the end of the text past the last one."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)


@dataclass
class Findings:
    """Gathers what is wrong, so that an author hears all of it in one go."""

    found: list[Finding] = field(default_factory=list)
    _said: tuple[Text, str, Text] | None = field(default=None, repr=False, compare=False)
    """what was put into words last, with which values, and how it reads"""

    def error(self, place: Place, kind: str, words: Text, /, **values: object) -> None:
        """Note something that keeps the course from being opened: `words`, with these values in."""
        self.found.append(Finding(place, self._filled(words, values), kind))

    def warn(self, place: Place, kind: str, words: Text, /, **values: object) -> None:
        """Note something that a learner can live with."""
        self.found.append(Finding(place, self._filled(words, values), kind, severe=False))

    def _filled(self, words: Text, values: Mapping[str, object]) -> Text:
        """Return a message with its values in: what is wrong in a thousand places is put into words once."""
        # Not the values themselves: True is 1, and reads in another way.
        written = repr(values)
        if self._said is None or self._said[0] is not words or self._said[1] != written:
            self._said = (words, written, _short(words, values))
        return self._said[2]

    @property
    def severe(self) -> bool:
        """Whether anything noted keeps the course from being opened."""
        return any(finding.severe for finding in self.found)

    def sorted(self) -> tuple[Finding, ...]:
        """Return every finding once, in the order of files and lines."""
        unique = {(finding.place, finding.kind, finding.message): finding for finding in self.found}
        return tuple(
            sorted(unique.values(), key=lambda f: (f.place.file, f.place.line, f.place.column, f.kind, f.message))
        )


def _short(words: Text, values: Mapping[str, object]) -> Text:
    """Return a message of a length that can be read: it repeats what was found, which can be anything."""
    filled = words.filled(**values)
    if all(len(said) <= LONGEST_MESSAGE for said in filled.variants.values()):
        return filled
    half = LONGEST_MESSAGE // 2
    return Text(
        **{
            language: said if len(said) <= LONGEST_MESSAGE else f"{said[:half]} … {said[-half:]}"
            for language, said in filled.variants.items()
        }
    )


def nearest(name: str, names: Iterable[str]) -> str:
    """Return the one of `names` that is meant by an unknown `name`, as far as it is spelled alike; "" for none."""
    known = sorted(set(names))
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return next(iter(near or (other for other in known if other.casefold() == name.casefold())), "")


def suggestion(name: str, names: Iterable[str]) -> Text:
    """Return the sentence that leads from an unknown `name` to a valid one: the nearest, or else all of a few."""
    known = sorted(set(names))
    if near := nearest(name, known):
        return messages.DID_YOU_MEAN_NAME.filled(name=near)
    if not known:
        return messages.THERE_IS_NONE
    if len(known) > MOST_LISTED:
        return messages.CAN_BE_MORE.filled(names=", ".join(known[:MOST_LISTED]), more=len(known) - MOST_LISTED)
    return messages.CAN_BE.filled(names=", ".join(known))


def is_folder(path: Path) -> bool:
    """Return whether `path` is a folder that can be looked at; also for a name that no file system takes."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Return whether there is something at `path`; also for a name that no file system takes."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


@dataclass(frozen=True, eq=False)
class Files:
    """The files of a course, each of them read once."""

    folder: Path
    _sources: dict[str, Source | None] = field(default_factory=dict)

    @cached_property
    def _root(self) -> Path:
        return self.folder.resolve()

    def inside(self, relative: str) -> Path | None:
        """Return a file or folder of the course, or None where it lies outside, by `..`, root or link."""
        pure = PurePosixPath(relative)
        if pure.is_absolute() or ".." in pure.parts or "\0" in relative or "\\" in relative:
            return None
        path = self.folder / relative
        try:
            return path if path.resolve().is_relative_to(self._root) else None
        except (OSError, RuntimeError, ValueError):
            return None

    def read(self, relative: str, findings: Findings) -> Source | None:
        """Return the text of a file, or None with a finding, made once, that says why it cannot be read."""
        if relative not in self._sources:
            self._sources[relative] = self._read(relative, findings)
        return self._sources[relative]

    def _read(self, relative: str, findings: Findings) -> Source | None:
        start = Place(relative, 1)
        path = self.inside(relative)
        if path is None:
            findings.error(start, "outside", messages.LEADS_OUT)
            return None
        try:
            if not path.is_file():
                findings.error(start, "missing-file", messages.NO_SUCH_FILE)
                return None
            if path.stat().st_size > MOST_BYTES:
                findings.error(start, "too-large", messages.LARGE_FILE, most=MOST_BYTES // 1000)
                return None
            data = path.read_bytes()
        except OSError as error:
            findings.error(start, "missing-file", messages.UNREADABLE_FILE, why=error.strerror or error)
            return None
        return source_of(relative, data, findings)


def source_of(relative: str, data: bytes, findings: Findings) -> Source | None:
    """Return `data` as text, or None with a finding that names the byte or the character that is no text."""
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n")
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        findings.error(Place(relative, line, column), "not-utf-8", messages.NOT_UTF_8, byte=data[error.start])
        return None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    source = Source(relative, text)
    found = [text.index(character) for character in _UNSEEN if character in text]
    if match := _UNPRINTABLE.search(text):
        found.append(match.start())
    if found:
        at = min(found)
        findings.error(source.place(at), "control-character", messages.CONTROL_CHARACTER, code=ord(text[at]))
        return None
    return source


def place_near(snippet: str, start: Place, files: Files) -> Place:
    """Return where `snippet` first stands at or after `start`, or `start` where it does not."""
    source = files.read(start.file, Findings())
    if source is None:
        return start
    at = source.text.find(snippet, source.line_start(start.line) + start.column - 1)
    return source.place(at) if at >= 0 else start
