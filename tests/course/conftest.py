"""A small course with every kind of question but a program to write, to be loaded whole or broken in one place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.linting import lint_course
from tests.trusted import course_in, in_both, reading_of, whole_labs_run_once
from tutor.course.finding import Finding
from tutor.course.model import Course

from .running import run_here

SMALL = Path(__file__).parent / "data" / "small"


def linted(folder: Path, *, run_labs: bool = True) -> tuple[Finding, ...]:
    """Return everything that is wrong with the content of a course."""
    with whole_labs_run_once():
        return in_both(lint_course(reading_of(folder, run_labs=run_labs, strict=True), run_here))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small course that a test can break."""
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


@pytest.fixture(scope="session")
def course() -> Course:
    """The small course, whole."""
    return course_in(SMALL)
