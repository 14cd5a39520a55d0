"""An exercise in a review: one blank at first, each time in another line, and in full once it is well known."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from tests.course.exercises import exercise
from tests.trusted import course_in
from tutor.course.entry import Written
from tutor.course.programs.again import WELL_KNOWN, forms_with_one_blank, piece_told, with_one_blank
from tutor.course.programs.authored import gaps_of
from tutor.course.programs.exercise import Exercise
from tutor.course.questions import Unreadable

ROOT = Path(__file__).parent.parent
FALLING = ROOT / "courses" / "falling"


def gapped(solution: str, starter: str = "def f(x):\n    ...\n") -> list[str]:
    """Return the lines that can have the blank."""
    one = replace(exercise("neuron", "x w b"), solution=solution, starter=starter)
    return [line for form in forms_with_one_blank(one) for line in form.split("\n") if "___" in line]


def test_what_a_line_computes_is_left_out_whole() -> None:
    solution = (
        "def f(x):\n    # twice\n    y = 2 * x\n    y += y**2\n    total = []\n    total.append(y)\n    return y\n"
    )
    assert ["    y = ___", "    y += ___", "    ___"] == gapped(solution)


def test_what_is_asked_or_gone_through_can_be_left_out_and_names_alone_cannot() -> None:
    solution = "def f(x):\n    for i in range(3):\n        if x > i:\n            return i\n    return x, 0\n"
    assert ["    for i in ___:", "        if ___:"] == gapped(solution)
    assert ["    return ___"] == gapped("def f(x):\n    return x, -x\n")


def test_what_the_starter_has_already_is_never_left_out() -> None:
    helper = "def g(x):\n    return x + 1\n\n"
    assert ["    return ___"] == gapped(f"{helper}def f(x):\n    return g(x) * 2\n", f"{helper}def f(x):\n    ...\n")


def test_a_piece_over_several_lines_and_after_korean_words_is_left_out_whole() -> None:
    solution = "def f(x):\n    한 = {'나': (\n        x + 1\n    )}; y = x**2\n    return (y\n            + 2)\n"
    assert ["    한 = ___; y = x**2", "    )}; y = ___", "    return (___)"] == gapped(solution)


def test_each_time_another_line_has_the_blank_and_a_well_known_one_is_written_in_full() -> None:
    one = replace(exercise("neuron", "x w b"), solution="def f(x):\n    y = 2 * x\n    return y + 1\n")
    first, second, third = (with_one_blank(one, reviews, 3.0) for reviews in (1, 2, 3))
    assert ["def f(x):\n    y = ___\n    return y + 1\n", "def f(x):\n    y = 2 * x\n    return ___\n"] == [
        first,
        second,
    ]
    assert first == third
    assert first == with_one_blank(one, 1, WELL_KNOWN - 0.1)
    assert "" == with_one_blank(one, 1, WELL_KNOWN)


def test_where_nothing_can_be_left_out_the_whole_program_is_written() -> None:
    one = replace(exercise("neuron", "x w b"), solution="def f(x):\n    return x\n")
    assert "" == with_one_blank(one, 1, 0.0)


@pytest.mark.parametrize("folder", [FALLING, ROOT.parent / "lessons"], ids=["falling", "lessons"])
def test_every_exercise_has_a_line_that_can_be_left_out_and_whatever_fills_it_makes_the_solution(folder: Path) -> None:
    exercises = [one.exercise for _, _, one in course_in(folder).all_questions() if one.kind == "code"]
    assert exercises
    for one in exercises:
        assert isinstance(one, Exercise)
        forms = forms_with_one_blank(one)
        assert len(set(forms)) == len(forms) > 0
        for form in forms:
            assert ast.parse(form)
            fills = gaps_of(form, one.solution)
            assert fills is not None
            assert one.solution == form.replace("___", fills[0])


def test_a_question_begins_with_the_blank_and_takes_no_response_that_leaves_it() -> None:
    (question, *_) = [one for _, _, one in course_in(FALLING).all_questions() if one.id == "write-fall"]
    asked = question.ask(0)
    entry = question.entry_again(asked, 1, 3.0)
    assert Written("def fall(t):\n    return ___\n") == entry
    assert Unreadable("Line 2: a blank is still open.") == question.grade(asked, entry.starter, "en")
    assert question.entry(asked) == question.entry_again(asked, 5, 100.0)


def test_a_hint_that_fills_the_blank_of_a_review_tells() -> None:
    """What stands in a line is as telling as the line, once the line is given; a name or a number of it is not."""
    one = replace(exercise("neuron", "x w b"), solution="def f(x):\n    e = 2 * x - 10\n    return (e**2).mean()\n")
    assert "2 * x - 10" == piece_told(one, "Twice x, less ten: 2*x - 10.")
    assert "(e**2).mean()" == piece_told(one, "두 번째 줄은 (e ** 2).mean()입니다.")
    assert "" == piece_told(one, "Square e, then take the mean: .mean() does it.")
    assert "" == piece_told(one, "2 * x is not enough.")


def test_a_code_question_says_what_of_its_blank_a_hint_tells() -> None:
    (question, *_) = [one for _, _, one in course_in(FALLING).all_questions() if one.id == "write-fall"]
    asked = question.ask(0)
    piece = forms_with_one_blank(question.exercise)[0]  # type: ignore[attr-defined]
    before, _, after = piece.partition("___")
    solution = question.right_response(asked)
    filled = solution[len(before) : len(solution) - len(after)]
    assert question.told(asked, f"Write {filled}", "Write it.", "en")
    assert "" == question.told(asked, "Think of gravity.", "Write it.", "en")
