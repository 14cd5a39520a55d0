"""A course, or a lesson, to begin with: a copy of the one in template/, in the languages and under the names asked for.

The template is a course by itself, in every language that the interface speaks.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from tutor.course.outline import FORMAT, GLOSSARY, lesson_id_of, read_course_file
from tutor.course.source import Files, Findings
from tutor.course.yaml import Fields, Items, parse_yaml
from tutor.foreign import is_module_name
from tutor.language import INTERFACE_LANGUAGES

ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
TEMPLATE = Path(__file__).parent / "template"
FIRST_LESSON = "01-braking"

_SAID = re.compile(rf"( +)({'|'.join(INTERFACE_LANGUAGES)})(: |=)(.+)\n")
"""A text in one language on a line of its own: of a map in YAML, or an argument in Python."""
_SAID_IN_EACH = re.compile(f"(?:^{_SAID.pattern})+", re.MULTILINE)


def course_files(languages: Sequence[str], course_id: str) -> dict[str, str]:
    """Return the files of a new course of one lesson, by their paths inside its folder."""
    course = _template("course.yaml", languages).replace("my-course", course_id)
    course = course.replace(f"[{', '.join(INTERFACE_LANGUAGES)}]", f"[{', '.join(languages)}]")
    glossary = _template(GLOSSARY, languages)
    return {"course.yaml": course, GLOSSARY: glossary, **lesson_files(FIRST_LESSON, languages, set())}


def course_file(languages: Sequence[str], course_id: str, title: str, folder: str) -> str:
    """Return the course.yaml of a course of one lesson."""
    lines = [f"format: {FORMAT}", f"id: {course_id}", f"title: {json.dumps(title, ensure_ascii=False)}"]
    return "\n".join([*lines, f"languages: [{', '.join(languages)}]", "lessons:", f"  - {folder}"]) + "\n"


def lesson_files(folder: str, languages: Sequence[str], taken: set[str]) -> dict[str, str]:
    """Return the files of a new lesson with a lab of its own, by their paths inside the course's folder.

    Args:
        taken: names of modules that are there already.
    """
    lesson = lesson_id_of(folder)
    module = free_module(lesson, taken)

    def named(name: str) -> str:
        text = _template(name, languages)
        for question in ("by-hand", "as-code", "twice", "in-time"):
            text = text.replace(f"braking-{question}", f"{lesson}-{question}")
        return text.replace("braking:distance", f"{module}:distance").replace("braking:road", f"{module}:road")

    def lesson_in(language: str) -> str:
        known = language if language in INTERFACE_LANGUAGES else INTERFACE_LANGUAGES[0]
        return named(f"{FIRST_LESSON}/lesson.{known}.md")

    return {
        **{f"{folder}/lesson.{language}.md": lesson_in(language) for language in languages},
        f"{folder}/quiz.yaml": named(f"{FIRST_LESSON}/quiz.yaml"),
        f"labs/{module}.py": named("labs/braking.py"),
    }


def _template(name: str, languages: Sequence[str]) -> str:
    """Return a file of the template, with its texts in these languages alone.

    For a language that the template does not speak, its first one stands in.
    """

    def in_these(lines: re.Match[str]) -> str:
        said = {language: (indent, sign, text) for indent, language, sign, text in _SAID.findall(lines[0])}
        return "".join(_line(language, *said.get(language, next(iter(said.values())))) for language in languages)

    return _SAID_IN_EACH.sub(in_these, (TEMPLATE / name).read_text(encoding="utf-8"))


def _line(language: str, indent: str, sign: str, text: str) -> str:
    if sign == "=" and not language.isidentifier():
        # Such as pt-BR, which cannot be the name of an argument.
        return f'{indent}**{{"{language}": {text.rstrip(",")}}},\n'
    return f"{indent}{language}{sign}{text}\n"


def free_module(lesson: str, taken: set[str]) -> str:
    """Return a name for a lesson's module of labs that is not in `taken`."""
    stem = lesson.replace("-", "_")
    stem = stem if is_module_name(stem) else f"lab_{stem}"
    number = 2
    module = stem
    while module in taken:
        module, number = f"{stem}_{number}", number + 1
    return module


def next_folder(name: str, folders: Sequence[str]) -> str:
    """Return the folder of a new lesson: `name` as it is where it has a number, else with the next one before it."""
    if name.partition("-")[0].isdigit():
        return name
    numbers = [int(number) for number, _, rest in (folder.partition("-") for folder in folders) if number.isdigit()]
    return f"{max(numbers, default=0) + 1:02}-{name}"


def with_lesson(course: Path, folder: str) -> str | None:
    """Return course.yaml with one more lesson at the end, everything else as it was; None where that cannot be done."""
    findings = Findings()
    source = Files(course).read("course.yaml", findings)
    node = parse_yaml(source, findings) if source is not None else None
    lessons = node.entries.get("lessons") if isinstance(node, Fields) else None
    if source is None or not isinstance(lessons, Items) or not lessons.items or findings.severe:
        return None
    last = lessons.items[-1]
    line = source.line_start(source.place(last.start).line)
    lead = source.text[line : last.start]
    addition = f"\n{lead}{folder}" if re.fullmatch(r"\s*-\s+", lead) else f", {folder}"
    end = last.end
    if addition.startswith("\n"):
        # A comment may follow the last lesson on its line.
        newline = source.text.find("\n", end)
        end = newline if newline >= 0 else len(source.text)
    return source.text[:end] + addition + source.text[end:]


def write_new(folder: Path, files: Mapping[str, str]) -> None:
    """Write files that must not be there yet.

    Raises:
        OSError: a file is there, or cannot be written.
    """
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)


def replace_course_file(course: Path, text: str) -> None:
    """Write course.yaml anew, whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    draft = course / "course.yaml.new"
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(course / "course.yaml")


def languages_and_folders(course: Path) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Return a course's languages and its lessons' folders; None where course.yaml cannot be read."""
    read = read_course_file(Files(course), Findings())
    return (read.languages, tuple(folder for folder, _ in read.folders)) if read is not None else None
