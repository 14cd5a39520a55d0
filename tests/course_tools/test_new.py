"""`tutor new`: what it writes works as it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.trusted import course_in
from tests.walks import some_now
from tutor.course.new import TEMPLATE, next_folder, with_lesson
from tutor.language import INTERFACE_LANGUAGES

from .conftest import Tutor, linted

SPOKEN = ["en", "ko", "en,ko", "ko,en"]


def test_the_template_is_a_course_with_nothing_to_mend() -> None:
    assert () == linted(TEMPLATE)


@some_now("languages", SPOKEN, ["en", "ko,en"])
def test_a_new_course_has_nothing_to_mend(tutor: Tutor, tmp_path: Path, languages: str) -> None:
    course = tmp_path / "my-course"
    said = tutor("new", course, "--languages", languages)
    assert (0, "") == (said.code, said.err)
    assert () == linted(course)
    loaded = course_in(course)
    assert tuple(languages.split(",")) == loaded.languages
    (lesson,) = loaded.lessons
    assert lesson.steps[0].lab is not None
    assert ["number", "code", "predict", "setting"] == [question.kind for question in lesson.questions]


@some_now("languages", SPOKEN, ["ko"])
def test_so_has_a_lesson_added_to_it(tutor: Tutor, tmp_path: Path, languages: str) -> None:
    course = tmp_path / "my-course"
    tutor("new", course, "--languages", languages)
    said = tutor("new", course / "tides-and-moon")
    assert (0, "") == (said.code, said.err)
    assert () == linted(course)
    assert ["braking", "tides-and-moon"] == [lesson.id for lesson in course_in(course).lessons]
    assert (course / "02-tides-and-moon" / "quiz.yaml").is_file()
    assert (course / "labs" / "tides_and_moon.py").is_file()


def test_the_new_question_is_answered_as_a_learner_would(tutor: Tutor, tmp_path: Path) -> None:
    tutor("new", tmp_path / "course")
    question, *_ = course_in(tmp_path / "course").lessons[0].questions
    # 30 km/h is 8.333 m/s; its square over 2·8 is 4.34.
    asked = question.ask(0)
    feedback = asked.grade("4.34", "en")
    assert getattr(feedback, "right", None) is True
    assert "not_converted" == getattr(asked.grade("56.25", "en"), "mistake", "")
    assert "not_halved" == getattr(asked.grade("8.68", "en"), "mistake", "")


def test_without_languages_it_is_in_the_language_of_the_one_who_asks(tutor: Tutor, tmp_path: Path) -> None:
    tutor("new", tmp_path / "course", LANG="ko_KR.UTF-8")
    assert ("ko",) == course_in(tmp_path / "course").languages


def test_a_language_that_the_templates_do_not_speak_still_opens(tutor: Tutor, tmp_path: Path) -> None:
    tutor("new", tmp_path / "course", "--languages", "pt-BR,fr")
    assert ("pt-BR", "fr") == course_in(tmp_path / "course").languages
    assert not [finding for finding in linted(tmp_path / "course") if finding.severe]


def test_a_new_course_speaks_no_other_language(tutor: Tutor, tmp_path: Path) -> None:
    tutor("new", tmp_path / "english", "--languages", "en")
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "english").rglob("*.*"))
    assert "roll" in written
    assert not re.search("[가-힣]", written)
    tutor("new", tmp_path / "korean", "--languages", "ko")
    (tmp_path / "korean" / "labs" / "braking.py").unlink()
    written = "".join(path.read_text(encoding="utf-8") for path in (tmp_path / "korean").rglob("*.*"))
    assert "제동" in written
    assert "roll" not in written


def test_it_may_run_what_it_wrote_without_a_question(tutor: Tutor, tmp_path: Path) -> None:
    tutor("new", tmp_path / "course")
    said = tutor("check", tmp_path / "course")
    assert (0, "") == (said.code, said.err)
    tutor("new", tmp_path / "course" / "tides")
    assert "" == tutor("check", tmp_path / "course").err


def test_a_lesson_in_a_foreign_course_is_no_consent_to_the_rest(tutor: Tutor, tuning: Path) -> None:
    assert 0 == tutor("new", tuning / "tides").code
    assert 2 == tutor("check", tuning).code


def test_nothing_is_ever_written_over(tutor: Tutor, tmp_path: Path) -> None:
    course = tmp_path / "course"
    tutor("new", course)
    before = {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    for path in (course, course / "01-braking"):
        assert 2 == tutor("new", path).code
    assert before == {path: path.read_bytes() for path in course.rglob("*") if path.is_file()}
    full = tmp_path / "full"
    full.mkdir()
    (full / "thesis.txt").write_text("years", encoding="utf-8")
    assert 2 == tutor("new", full).code
    assert ["thesis.txt"] == [path.name for path in full.iterdir()]


def test_an_empty_folder_can_become_a_course(tutor: Tutor, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert 0 == tutor("new", tmp_path / "empty").code


@pytest.mark.parametrize("name", ["Tides", "tides and moon", "tides--moon", "조석", "-x"])
def test_a_lesson_needs_a_name_that_can_be_an_id(
    tutor: Tutor, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    tutor("new", tmp_path / "course")
    assert 2 == tutor("new", f"{tmp_path / 'course'}/{name}").code
    capsys.readouterr()


def test_a_lesson_may_begin_with_a_digit(tutor: Tutor, tmp_path: Path) -> None:
    tutor("new", tmp_path / "course")
    assert 0 == tutor("new", tmp_path / "course" / "07-3d-space").code
    assert () == linted(tmp_path / "course")
    assert "3d-space" == course_in(tmp_path / "course").lessons[1].id


def test_a_module_of_that_name_is_left_alone(tutor: Tutor, tmp_path: Path) -> None:
    course = tmp_path / "course"
    tutor("new", course)
    (course / "labs" / "tides.py").write_text("MINE = 1\n", encoding="utf-8")
    tutor("new", course / "tides")
    assert "MINE = 1\n" == (course / "labs" / "tides.py").read_text(encoding="utf-8")
    assert () == linted(course)


def test_a_broken_course_file_is_told(tutor: Tutor, tmp_path: Path) -> None:
    course = tmp_path / "course"
    tutor("new", course)
    (course / "course.yaml").write_text("lessons: [", encoding="utf-8")
    said = tutor("new", course / "tides")
    assert (1, True) == (said.code, "tutor check" in said.err)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("lessons:\n  - 01-a   # the first\nformat: 1\n", "lessons:\n  - 01-a   # the first\n  - 02-b\nformat: 1\n"),
        ("lessons: [01-a]\n", "lessons: [01-a, 02-b]\n"),
        ("lessons:\n- '01-a'", "lessons:\n- '01-a'\n- 02-b"),
        ('lessons: [\n  "01-a",\n]\n', 'lessons: [\n  "01-a", 02-b,\n]\n'),
        ("lessons: 01-a\n", None),
        ("lessons: []\n", None),
        ("title: x\n", None),
    ],
)
def test_the_list_of_lessons_grows_and_all_else_stays(tmp_path: Path, before: str, after: str | None) -> None:
    (tmp_path / "course.yaml").write_text(before, encoding="utf-8")
    assert after == with_lesson(tmp_path, "02-b")


def test_a_new_lesson_is_numbered_after_the_last() -> None:
    assert "01-tides" == next_folder("tides", [])
    assert "14-tides" == next_folder("tides", ["01-a", "13-b", "c"])
    assert "03-tides" == next_folder("03-tides", ["01-a", "13-b"])


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_what_can_be_done_next_stands_in_columns(tutor: Tutor, tmp_path: Path, language: str) -> None:
    lines = [
        line for line in tutor("new", tmp_path / "course", "--lang", language).out.splitlines() if " tutor " in line
    ]
    assert 3 == len(lines)
    assert 1 == len({cell_len(line.partition("tutor ")[0]) for line in lines})
