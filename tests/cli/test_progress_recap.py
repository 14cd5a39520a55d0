"""`tutor progress` and `tutor recap`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tutor.language import INTERFACE_LANGUAGES

from .conftest import TOUR, Answer, Tutor


def test_progress_is_said_in_words_and_marks(tutor: Tutor, answer: Answer):
    answer("height-at")
    answer("one-of-three", right=False)
    answer("guess-height")
    said = tutor("progress", TOUR, "--trust")
    assert 0 == said.code
    assert said.out.startswith("A short tour\n")
    assert "days: 1, in a row: 0" in said.out
    assert "answers: 2, 50% right" in said.out
    line = next(line for line in said.out.splitlines() if "A line" in line)
    assert "◕◐◆○○" in line
    assert "Questions today: 2, about 1 min." in said.out
    assert "✗ One and one make …" in said.out
    assert all(len(line) <= 80 for line in said.out.splitlines())
    assert "\x1b" not in said.out


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_progress_is_json_in_either_language(tutor: Tutor, answer: Answer, language: str):
    answer("height-at")
    entry = json.loads(tutor("progress", TOUR, "--trust", "--json", "--lang", language).out)
    assert {"en": "A line", "ko": "직선"}[language] == entry["lessons"][0]["title"]
    assert (1, 1) == (entry["answers"], entry["right"])


def test_a_recap_is_printed_or_written(tutor: Tutor, answer: Answer, tmp_path: Path):
    answer("height-at")
    printed = tutor("recap", "line", "--course", TOUR, "--trust")
    assert printed.out.startswith("# 1 · A line\n")
    assert "- ✓ 3" in printed.out
    file = tmp_path / "line.md"
    written = tutor("recap", "1", file, "--course", TOUR, "--trust")
    assert f"Written: {file}\n" == written.out
    assert printed.out == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_page_at_the_end_of_the_course_is_printed_or_written(
    tutor: Tutor, answer: Answer, tmp_path: Path, language: str
):
    answer("height-at")
    of = ("--course", TOUR, "--trust", "--lang", language)
    printed = tutor("recap", "all", *of)
    title = {"en": "# The end of the course: A short tour", "ko": "# 강좌를 마치며: "}[language]
    assert (0, True) == (printed.code, printed.out.startswith(title))
    file = tmp_path / "end.md"
    assert 0 == tutor("recap", "all", file, *of).code
    assert printed.out == file.read_text(encoding="utf-8") == tutor("recap", "all", "-", *of).out
    file.write_text("mine", encoding="utf-8")
    # Nobody can be asked here, so it stays; and goes where one says so.
    assert (1, "mine") == (tutor("recap", "all", file, *of).code, file.read_text(encoding="utf-8"))
    assert 0 == tutor("recap", "all", file, "--yes", *of).code
    assert printed.out == file.read_text(encoding="utf-8")


def test_a_recap_needs_no_record(tutor: Tutor, home: Path):
    said = tutor("recap", "line", "--course", TOUR, "--trust", "--lang", "ko")
    assert 0 == said.code
    assert "아직 답하지 않음" in said.out
    assert not (home / "record.sqlite3").exists()


def test_a_recap_that_cannot_be_written_or_of_no_lesson_is_a_sentence(tutor: Tutor, tmp_path: Path):
    said = tutor("recap", "line", tmp_path / "no" / "x.md", "--course", TOUR, "--trust")
    assert (1, "") == (said.code, said.out)
    assert "Cannot write" in said.err
    said = tutor("recap", "lime", "--course", TOUR)
    assert 2 == said.code
    assert "There is no lesson lime. The lessons are: line, film." in said.err


def test_a_course_from_elsewhere_is_not_run_without_consent(tutor: Tutor, answer: Answer, tmp_path: Path):
    answer("height-at")
    for command in (
        ("progress", TOUR),
        ("recap", "line", "--course", TOUR),
        ("report", tmp_path, "--course", TOUR),
        ("reset", "--question", "height-at", "--course", TOUR),
    ):
        said = tutor(*command)
        assert (2, "") == (said.code, said.out)
        assert "--trust" in said.err
