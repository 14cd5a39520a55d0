"""Where a course hides a character that a terminal would obey, an author is told the place."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

from tests.ordeal.mutants import COURSES, OBEYED, hostile_course
from tests.trusted import course_in
from tutor.course.finding import Finding

from .conftest import Tutor, linted

EN, QUIZ, COURSE, LAB = "01-twelve-keys/lesson.en.md", "01-twelve-keys/quiz.yaml", "course.yaml", "labs/pitch.py"


def found(course: Path) -> list[Finding]:
    """Return what is found of the kind, after the course has proved to load all the same."""
    course_in(course)
    return [finding for finding in linted(course) if finding.kind == "control-character"]


def changed(file: Path, before: str, after: str) -> tuple[int, int]:
    """Change a file in one place; return line and column of the first sign of the change in it."""
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    at = text.index(before) + next(
        n for n, (a, b) in enumerate(zip(before + "\0", after + "\0", strict=False)) if a != b
    )
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


@pytest.mark.parametrize(
    ("file", "before", "after", "code"),
    [
        (COURSE, '"How notes', r'"\x1b]52;c;ZXZpbA==\x07How notes', "U+001B"),
        (COURSE, '"Why a piano', r'"\u009bWhy a piano', "U+009B"),
        (QUIZ, '"How many times', r'"\u202EHow many times', "U+202E (RIGHT-TO-LEFT OVERRIDE)"),
        (QUIZ, '"Too low', r'"\U00002066Too low', "U+2066"),
        (QUIZ, '"Yes, exactly.', r'"\LYes, exactly.', "U+2028 (LINE SEPARATOR)"),
        (QUIZ, '"One key up', r'"\NOne key up', "U+0085"),
        (QUIZ, "[octave, an", r'["octave\x07", an', "U+0007"),
        (EN, "Press a key", "&#x202e;Press a key", "U+202E"),
        (EN, "Press a key", "&rlm;Press a key", "U+200F"),
        (EN, "Press a key", "&#27;Press a key", "U+001B"),
        (EN, "Press a key", "&#8232;Press a key", "U+2028"),
        (EN, "Press a key", "\u202ePress a key", "U+202E"),
        (EN, "## Up the", "## \u2066Up the", "U+2066"),
        (QUIZ, '"Yes, exactly.', '"&#x202e;Yes, exactly.', "U+202E"),
        (EN, "title: Twelve keys to an octave", r'title: "Twelve keys\x1b"', "U+001B"),
    ],
)
def test_an_escape_is_found_where_it_stands(tuning: Path, file: str, before: str, after: str, code: str) -> None:
    line, column = changed(tuning / file, before, after)
    (finding,) = [one for one in found(tuning) if one.place.file == file]
    assert code in finding.message
    assert line == finding.place.line
    if "title: Twelve" not in before and "[octave" not in before:
        assert column == finding.place.column
    assert finding.severe


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Press a key", "`&#x202e;` Press a key"),
        ("Press a key", "&amp; &#65; &eacute; Press a key"),
        ("Press a key", r"\x1b Press a key"),
        ("Press a key", "👩\u200d👩\u200d👧 Press a key"),
    ],
)
def test_what_a_terminal_does_not_obey_is_no_finding(tuning: Path, before: str, after: str) -> None:
    changed(tuning / EN, before, after)
    assert [] == found(tuning)


NAMES = [
    # Each name in one folder now, in the others in the long run.
    pytest.param(folder, name, marks=() if number % 3 == which else pytest.mark.walk)
    for number, name in enumerate(
        ["a\x1b[2Jb.txt", "a\u202eb.txt", "a\nb", b"a\xffb".decode("utf-8", "surrogateescape")]
    )
    for which, folder in enumerate(["", "labs", "01-twelve-keys"])
]


@pytest.mark.skipif(sys.platform != "linux", reason="file names of any bytes")
@pytest.mark.parametrize(("folder", "name"), NAMES)
def test_names_of_files_are_looked_at_too(tuning: Path, tutor: Tutor, folder: str, name: str) -> None:
    (tuning / folder / name).write_text("x", encoding="utf-8")
    (finding,) = found(tuning)
    assert (folder and f"{folder}/") + name == finding.place.file
    said = tutor("check", "--trust", tuning)
    assert not OBEYED.search(said.out)
    assert any("The name holds" in line for line in said.out.splitlines())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('en="keys up"', r'en="keys up\x1b[31m"'),
        ('"fifth": Text(en="fifth, 3 : 2"', r'"fifth": Text(en="fifth\u202e"'),
        ('Axis("Hz"', r'Axis("Hz\x9b"'),
        ('"Hz", ".1f")', r'"\u2066Hz", ".1f")'),
        ('en="loudness"', r'en="loudness\x07"'),
    ],
)
def test_the_texts_of_a_lab_are_looked_at_too(tuning: Path, before: str, after: str) -> None:
    changed(tuning / LAB, before, after)
    assert any("A text of pitch:" in finding.message for finding in found(tuning))


@pytest.mark.parametrize("original", COURSES, ids=lambda course: course.name)
def test_every_text_of_a_hostile_course_is_found(tmp_path: Path, original: Path) -> None:
    course = hostile_course(original, tmp_path / "course")
    places = {(one.place.file, one.place.line) for one in linted(course) if one.kind == "control-character"}
    for file in (path for path in course.rglob("*") if path.suffix in (".yaml", ".md")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            if re.search(r"\\x1b|\u202e", line):
                assert (file.relative_to(course).as_posix(), number) in places, line


@pytest.mark.parametrize("original", COURSES, ids=lambda course: course.name)
def test_the_courses_of_the_tests_hold_none(original: Path, tmp_path: Path) -> None:
    assert [] == found(Path(shutil.copytree(original, tmp_path / "course")))
