"""`tutor mine`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.learner.attempts import Attempt, random_uid
from tutor.learner.paths import record_path
from tutor.learner.store import Store

from .conftest import NOW, Tutor

FALLING = Path(__file__).parent.parent / "courses" / "falling"
OF = ("--course", FALLING, "--trust")
OWN = "def fall(t):\n    return g * t * t / 2\n"


@pytest.fixture
def written(home: Path) -> None:
    """A program that is right in the learner's record."""
    course = standing_course(FALLING)
    lesson, question = next((a, b) for a, _, b in course.all_questions() if b.id == "write-fall")
    with Store.open(record_path({"TUTOR_HOME": str(home)}, ""), clock=lambda: NOW) as store:
        store.record(
            Attempt(random_uid(), course.id, lesson.id, question.id, "code", question.revision, 0, OWN, True, NOW)
        )


@pytest.mark.usefixtures("written")
def test_what_was_written_right_is_printed_or_put_into_a_file(tutor: Tutor, tmp_path: Path) -> None:
    printed = tutor("mine", *OF)
    assert (0, "") == (printed.code, printed.err)
    assert "    def fall(t):\n        return g * t * t / 2\n" in printed.out
    file = tmp_path / "mine.py"
    said = tutor("mine", "-o", file, *OF)
    assert (0, f"Written: {file}\n", "") == (said.code, said.out, said.err)
    assert printed.out == file.read_text(encoding="utf-8")
    assert "# 1 · 낙하와 진자\n" in tutor("mine", *OF, "--lang", "ko").out


def test_where_nothing_is_right_yet_there_is_a_kind_word_and_no_file(tutor: Tutor, home: Path, tmp_path: Path) -> None:
    said = tutor("mine", "-o", tmp_path / "mine.py", *OF)
    assert (0, "") == (said.code, said.out)
    assert "You have no function yet that is right." in said.err
    assert "아직 맞게 적은 함수가 없습니다." in tutor("mine", *OF, "--lang", "ko").err
    assert not (home / "record.sqlite3").exists()
    assert not (tmp_path / "mine.py").exists()


@pytest.mark.usefixtures("written")
def test_a_file_that_is_there_is_replaced_by_consent_only(tutor: Tutor, tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text("my own", encoding="utf-8")
    for typed, at_terminal in (("y\n", False), ("n\n", True), ("", True)):
        assert 1 == tutor("mine", "-o", file, *OF, typed=typed, at_terminal=at_terminal).code
        assert "my own" == file.read_text(encoding="utf-8")
    said = tutor("mine", "-o", file, *OF, typed="y\n", at_terminal=True)
    assert 0 == said.code
    assert "Replace it? [y/N]" in said.err
    assert "def fall(t):" in file.read_text(encoding="utf-8")


@pytest.mark.usefixtures("written")
def test_a_file_that_cannot_be_written_is_a_sentence(tutor: Tutor, tmp_path: Path) -> None:
    said = tutor("mine", "-o", tmp_path / "no" / "mine.py", *OF)
    assert (1, "") == (said.code, said.out)
    assert "Cannot write" in said.err
