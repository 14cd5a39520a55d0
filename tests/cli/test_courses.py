"""The course that a command is about: the built-in one has been proved, and so none of its labs runs once more."""

from __future__ import annotations

import pytest

from tutor.course import whole
from tutor.course.whole import whole_course
from tutor.lab import Lab

from .conftest import Tutor


@pytest.mark.parametrize("command", [("progress",), ("mine",), ("reset", "--question", "plain-mean", "--yes")])
def test_no_lab_of_the_built_in_course_runs_for_what_is_told_of_a_record(
    tutor: Tutor, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    def fails(*_: object, **__: object) -> None:
        pytest.fail("a lab ran")

    expected = tutor(*command)
    # As it is, and not as it was read once for all tests.
    monkeypatch.setattr(whole, "whole_course", whole_course)
    monkeypatch.setattr(Lab, "__call__", fails)
    assert expected == tutor(*command)
