"""A value of the wrong sort, wherever a course can have one, is a finding with a place and never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.ordeal.mutants import WRONG, wrong_values
from tests.trusted import reading_of
from tutor.lab import Board, Choice, ParameterError, Slider, Timeline, Toggle, Vector, lab
from tutor.working import given

from .conftest import linted

TUNING = Path(__file__).parent.parent / "courses" / "tuning"
EVERY = 997
"""One of so many is tried here, all of them in the long run. A prime, so that each field meets other values."""


@pytest.mark.parametrize(
    "value", ["[fifth]", "{fifth: 1}", "[[fifth]]", "{}", "[]", "2026-01-01", ".nan", "~", "true", "fiftth", "1e999"]
)
def test_an_option_that_is_none_is_a_finding_where_it_stands(tmp_path: Path, value: str) -> None:
    course = Path(shutil.copytree(TUNING, tmp_path / "course"))
    for language in ("en", "ko"):
        file = course / "01-twelve-keys" / f"lesson.{language}.md"
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("use: pitch:beats\n", f"use: pitch:beats\ninterval: {value}\n"), encoding="utf-8")
    lines = (course / "01-twelve-keys" / "lesson.en.md").read_text(encoding="utf-8").splitlines()
    line = lines.index(f"interval: {value}") + 1
    found = [one for one in linted(course) if one.kind == "bad-parameter" and one.place.file.endswith("en.md")]
    assert [(line, len("interval: ") + 1)] == [(one.place.line, one.place.column) for one in found]


@pytest.mark.parametrize("every", [EVERY, pytest.param(53, marks=pytest.mark.storm)])
def test_every_field_takes_a_value_of_any_sort_without_a_traceback(tmp_path: Path, every: int) -> None:
    for original, file, text in wrong_values(every):
        course = tmp_path / original.name
        if not course.exists():
            shutil.copytree(original, course)
        (course / file).write_text(text, encoding="utf-8")
        reading = reading_of(course)
        for finding in reading.findings:
            assert finding.place.line >= 1 and finding.place.column >= 1 and len(finding.message) < 2000
        shutil.copy(original / file, course / file)


@pytest.mark.parametrize("value", [*WRONG, 10**400, -(10**400), (1, 2), 1j], ids=repr)
@pytest.mark.parametrize(
    "parameter",
    [
        Slider(0.0, low=0, high=1, step=0.1),
        Choice("a", options={"a": "a"}),
        Toggle(),
        Vector((0.0, 0.0), low=0, high=1, step=0.1, names=("a", "b")),
        Timeline(last=10),
        Board(low=-1, high=1, step=0.1),
    ],
    ids=lambda parameter: type(parameter).__name__,
)
def test_a_parameter_takes_a_value_or_refuses_it(
    parameter: Slider | Choice | Toggle | Vector | Timeline | Board, value: object
) -> None:
    for given_one in (value, [value, value]):
        try:
            taken = parameter.check(given_one)
        except ParameterError:
            continue
        assert taken == parameter.check(taken)


@pytest.mark.parametrize(
    "parameter",
    [
        Choice("c", options={"a": "a", "b": "b"}),
        Choice("a", options={}),
        Slider(2.0, low=0, high=1, step=0.1),
        Slider(0.0, low=0, high=1, step=0),
        Slider(0.0, low=0, high=1, step=-1),
        Slider(0.0, low=0, high=1, step=float("nan")),
        Slider(0.0, low=0, high=1, step=0.1, format="nonsense"),
        Slider(float("inf"), low=0, high=float("inf"), step=1),
        Vector((0.0, 0.0), low=0, high=1, step=0.1, names=("a",)),
        Vector((0.0, 2.0), low=0, high=1, step=0.1, names=("a", "b")),
        Timeline(5, last=3),
        Timeline(last=3, per_second=0),
        Board("1:5,0", low=-1, high=1, step=0.1),
        Board(low=-1, high=1, step=0),
        Board(low=-1e9, high=1e9, step=1),
    ],
    ids=repr,
)
def test_a_parameter_that_contradicts_itself_is_refused_when_a_lab_is_declared(
    parameter: Slider | Choice | Vector | Timeline | Board,
) -> None:
    def function(x: object) -> None: ...

    with pytest.raises(TypeError, match="'x' contradicts itself"):
        lab(x=parameter)(function)  # type: ignore[arg-type]  # it is never called


@pytest.mark.parametrize("form", [".1f\u061c", "nonsense", "d", -1, 10**9, ".9999999999f"])
def test_a_form_that_no_number_can_be_written_in_is_refused_at_once(form: str | int) -> None:
    with pytest.raises(ValueError):
        given(1.5, "x", form)
    with pytest.raises(ValueError):
        given(1.5, "x").to(form)
