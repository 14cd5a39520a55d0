"""Characters that a terminal would obey, wherever a course can hold one that its files do not show.

YAML and Markdown have escapes for them (`"\\x1b"`, `&#x202e;`), names of files can hold any, and so can the texts of a
lab. All of them are shown harmlessly; none of them is meant.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from html.entities import html5
from pathlib import Path

from tutor.course.finding import Place
from tutor.course.lessonfile import front_matter_of
from tutor.course.lint import messages
from tutor.course.outline import GLOSSARY, CourseFiles, LessonFiles
from tutor.course.prose import Prose, Words
from tutor.course.source import Files, Findings, is_there
from tutor.course.yaml import Fields, Items, Node, Scalar, parse_yaml
from tutor.language import Text
from tutor.visible import first_obeyed, visible

KIND = "control-character"
MOST_NAMES = 10_000
"""Files and folders looked at; a course has a hundred."""

_YAML_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_NAMED_ESCAPES = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "r": "\r", "e": "\x1b", "N": "\x85"} | {
    "L": "\u2028",
    "P": "\u2029",
}
_ENTITY = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]*));")
_REFUSED = "\N{REPLACEMENT CHARACTER}"
"""What Markdown puts for an entity that it takes no character for."""


def lint_characters(course: CourseFiles, lessons: Sequence[LessonFiles], findings: Findings) -> None:
    """Note what a terminal would obey in the files of a course and in their names."""
    _lint_names(course.files.folder, findings)
    unheard = Findings()
    nodes: list[Node | None] = []
    sources = [file.source for lesson in lessons for file in lesson.files.values()]
    glossary = (GLOSSARY,) if is_there(course.files.folder / GLOSSARY) else ()
    for name in ("course.yaml", *glossary, *(f"{lesson.folder}/quiz.yaml" for lesson in lessons)):
        if (source := course.files.read(name, unheard)) is not None:
            sources.append(source)
            # To read it once more takes long, and hardly any file has an escape like that.
            nodes.append(parse_yaml(source, unheard) if _spells_what_is_obeyed(source.text) else None)
    for file in (file for lesson in lessons for file in lesson.files.values()):
        if _spells_what_is_obeyed(file.source.text):
            span = front_matter_of(file.source)
            nodes.append(parse_yaml(file.source, unheard, *span) if span is not None else None)
            nodes += [node for step in file.steps for node in (step.lab, step.quiz)]
    for source in sources:
        start = 0
        for line in source.text.split("\n"):
            if first_obeyed(line):
                for offset, character in enumerate(line, start):
                    if first_obeyed(character):
                        findings.error(source.place(offset), KIND, messages.HERE_STANDS, what=_what(character))
            start += len(line) + 1
    for scalar in (scalar for node in nodes for scalar in _scalars(node)):
        _lint_scalar(scalar, findings)


def lint_entities(prose: Prose, start: Place, files: Files, findings: Findings) -> None:
    """Note an entity in a Markdown text that stands for what a terminal would obey."""
    texts = [inline.text for inline in prose.inlines() if isinstance(inline, Words)]
    if not any(first_obeyed(text) or _REFUSED in text for text in texts):
        return
    source = files.read(start.file, Findings())
    for match in _ENTITY.finditer(source.text, source.line_start(start.line)) if source is not None else ():
        decimal, hexadecimal, name = match.groups()
        code = int(decimal) if decimal else int(hexadecimal, 16) if hexadecimal else 0
        character = html5.get(f"{name};", "") if name else chr(code) if code < 0x110000 else ""
        if source is not None and match[0] in prose.source and (obeyed := first_obeyed(character)):
            place, what = source.place(match.start()), _what(obeyed)
            findings.error(place, KIND, messages.STANDS_FOR, found=match[0], what=what)


def lint_strings(strings: Iterable[str], whose: str, place: Place, findings: Findings) -> None:
    """Note what a terminal would obey in the texts of a lab."""
    for text in strings:
        if character := first_obeyed(text):
            what, shown = _what(character), visible(text)[:80]
            findings.error(place, KIND, messages.TEXT_HOLDS, whose=whose, what=what, text=shown)
            return


def _what(character: str) -> Text:
    name = unicodedata.name(character, "") or messages.A_CONTROL_CHARACTER
    return messages.OBEYED.filled(code=ord(character), name=name)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Items):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Fields):
        yield from node.keys.values()
        for value in node.entries.values():
            yield from _scalars(value)


def _lint_scalar(scalar: Scalar, findings: Findings) -> None:
    """Note the first escape in double quotes that stands for what a terminal would obey."""
    character = first_obeyed(scalar.text)
    if not character:
        return
    for match in _YAML_ESCAPE.finditer(scalar.source.text, scalar.start, scalar.end):
        if character == _spelled(match):
            place, what = scalar.source.place(match.start()), _what(character)
            findings.error(place, KIND, messages.YAML_READS, found=match[0], what=what)
            return


def _spells_what_is_obeyed(text: str) -> bool:
    """Return whether an escape in a text, wherever one may begin, is one of what a terminal would obey."""
    escapes = (_YAML_ESCAPE.match(text, backslash.start()) for backslash in re.finditer(r"\\", text))
    return any(escape is not None and first_obeyed(_spelled(escape)) for escape in escapes)


def _spelled(escape: re.Match[str]) -> str:
    """Return the character that an escape in double quotes stands for; "" where there is none."""
    *codes, letter = escape.groups()
    code = next((int(code, 16) for code in codes if code), None)
    if code is None:
        return _NAMED_ESCAPES.get(letter, "")
    return chr(code) if code < 0x110000 else ""


def _lint_names(folder: Path, findings: Findings) -> None:
    seen = 0
    for home, folders, files in os.walk(folder):
        for name in (*folders, *files):
            seen += 1
            if character := first_obeyed(name, layout=False):
                relative = Path(home, name).relative_to(folder).as_posix()
                findings.error(Place(relative, 1), KIND, messages.NAME_HOLDS, what=_what(character))
        if seen > MOST_NAMES:
            return
