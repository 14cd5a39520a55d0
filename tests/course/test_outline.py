"""The step that the course map leads to: where it is named, and what is said of one that is not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.trusted import outline_in, reading_of
from tutor.course.finding import CourseError

FALLING = Path(__file__).parent.parent / "courses" / "falling"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FALLING, tmp_path / "falling"))


def name(folder: Path, playground: str) -> None:
    """Name a playground in course.yaml."""
    with (folder / "course.yaml").open("a", encoding="utf-8") as stream:
        stream.write(f"\nplayground: {playground}\n")


def test_without_one_there_is_none(folder: Path) -> None:
    assert outline_in(folder).playground is None


def test_it_is_a_lesson_and_a_step(folder: Path) -> None:
    name(folder, "free-fall/throw")
    assert ("free-fall", "throw") == outline_in(folder).playground
    assert () == reading_of(folder).findings


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("free-fall/thraw", "There is no step 'free-fall/thraw'. Did you mean 'free-fall/throw'?"),
        ("free-fall", "should be LESSON/STEP"),
        ("[free-fall, throw]", "should be LESSON/STEP"),
    ],
)
def test_one_that_is_not_there_is_told_with_its_line(folder: Path, given: str, said: str) -> None:
    name(folder, given)
    with pytest.raises(CourseError) as error:
        outline_in(folder)
    for findings in (error.value.findings, reading_of(folder).findings):
        (finding,) = findings
        assert said in finding.message
        assert "course.yaml" == finding.place.file
        assert finding.place.line == len((folder / "course.yaml").read_text(encoding="utf-8").splitlines())
