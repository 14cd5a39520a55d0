"""The working with a gap, and a part of it: what stands there is enough for the answer, and does not hold it."""

from __future__ import annotations

import math
import re
from functools import cache
from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.course.kinds.number import NumberQuestion
from tutor.course.questions import Asked
from tutor.course.slips.gaps import GAP, Part, gapped, part_of
from tutor.course.tolerance import Tolerance
from tutor.working import Expression, count_of, given, ln, mean_of, weighted

LESSONS = Path(__file__).parents[2] / "lessons"
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
FINE = Tolerance(0.005)


@cache
def questions() -> dict[str, NumberQuestion]:
    course = standing_course(LESSONS)
    return {
        question.id: question
        for _, _, question in course.all_questions()
        if isinstance(question, NumberQuestion) and question.near is not None
    }


def worked_out(text: str) -> float:
    """Return what arithmetic as it is printed comes to, by Python."""
    text = text.replace("−", "-").replace("·", "*").replace("^", "**").replace("ln(", "log(")
    text = re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+", lambda raised: "**" + raised[0].translate(LOWERED), text)
    text = re.sub(r"ln ([\d.]+)", r"log(\1)", text)
    # A bend of the lessons is a ReLU where it is written h.
    names = {"exp": math.exp, "log": math.log, "max": max, "h": lambda x: max(x, 0.0)}
    return float(eval(text, {"__builtins__": {}}, names))


def asked_ways() -> list[tuple[NumberQuestion, Asked]]:
    return [(one, one.ask(variant)) for one in questions().values() for variant in range(len(one.variants))]


def test_the_last_line_comes_to_the_answer() -> None:
    shown = 0
    for question, asked in asked_ways():
        lines = asked.gapped
        if lines:
            shown += 1
            number = worked_out(lines[-1].removesuffix(f"= {GAP}"))
            assert question.tolerance.covers(question.truth(asked), number), (question.id, lines)
            assert 1 == sum(line.count(GAP) for line in lines)
    assert shown >= 0.9 * len(asked_ways())


def test_every_line_before_it_holds_as_it_stands() -> None:
    for question, asked in asked_ways():
        for line in asked.gapped[:-1]:
            for equation in line.removesuffix(", …").split(", "):
                left, right = equation.split(" = ")
                decimals = len(right.partition(".")[2])
                assert abs(worked_out(left) - worked_out(right)) < 10.0**-decimals, (question.id, line)


def test_no_line_holds_the_answer_but_where_it_was_given() -> None:
    for question, asked in asked_ways():
        truth = abs(question.truth(asked))
        if truth == round(truth) and truth <= 10:
            continue
        listed = [value if isinstance(value, tuple) else (value,) for value in asked.values.values()]
        given_ones = {abs(float(one)) for several in listed for one in several if isinstance(one, int | float)}
        for line in asked.gapped:
            numbers = [float(one) for one in re.findall(r"\d+(?:\.\d+)?", line)]
            told = [one for one in numbers if abs(one - truth) <= min(question.tolerance.width(truth), 0.01 * truth)]
            assert not [one for one in told if one not in given_ones], (question.id, truth, asked.gapped)


def test_what_already_is_the_answer_but_for_its_sign_waits_for_the_last_line() -> None:
    p = given(0.8, "p")
    assert ("1 − 0.8 = 0.2", "ln 0.2 = −1.61", "0·(−1.61) = 0", f"−(0 + 1·ln 0.8) = {GAP}") == gapped(
        -(given(0) * ln(1 - p) + given(1) * ln(p)), FINE
    )


@pytest.mark.parametrize(
    "working",
    [given(3.5, "x"), count_of([1, 2, 4]), None, given(0.73, "h").named("y"), 1 * given(0.731, "h")],
    ids=["a number", "a list to count", "none", "a name", "the answer, worked out elsewhere"],
)
def test_where_the_working_would_tell_the_answer_there_is_none(working: Expression | None) -> None:
    assert () == gapped(working, FINE)


def test_an_answer_that_is_one_of_the_given_numbers_may_stand_there() -> None:
    working = given(0.0) * 1.5 + given(2.5, "b")
    assert () == gapped(working, FINE)
    assert (f"0·1.5 + 2.5 = {GAP}",) == gapped(working, FINE, frozenset({2.5}))


# -- a part ------------------------------------------------------------------------------------------------------------


def neuron() -> Expression:
    return weighted([(given(1.5, "w1"), given(3, "x1")), (given(-1, "w2"), given(2, "x2"))], given(4, "b"))


def part(working: Expression, yours: Expression | None = None, at: int | None = None) -> Part:
    found = part_of(working, yours, FINE, at=at)
    assert found is not None
    return found[1]


def test_of_a_sum_the_part_is_the_sum_without_its_last_term() -> None:
    assert ("1.5·3 + (−1)·2 = ___",) == part(neuron()).asks
    assert (2.5, "1.5·3 + (−1)·2 = 2.5", ("2.5 + 4 = ___",)) == part(neuron())[1:]


def test_where_the_learners_arithmetic_is_known_it_is_the_first_piece_that_is_not_in_it() -> None:
    yours = weighted([(given(1.5, "w1"), given(3, "x1")), (given(1, "w2"), given(2, "x2"))], given(4, "b"))
    found = part(neuron(), yours)
    assert (("(−1)·2 = ___",), -2.0, ("1.5·3 + (−2) + 4 = ___",)) == (found.asks, found.value, found.then)
    # With other numbers it is the same piece.
    number, _ = part_of(neuron(), yours, FINE) or (None, None)
    other = weighted([(given(2, "w1"), given(3, "x1")), (given(4, "w2"), given(5, "x2"))], given(1, "b"))
    assert ("4·5 = ___",) == part(other, at=number).asks


def test_what_leads_to_the_part_stands_before_it_worked_out() -> None:
    squares = [(given(2) * x - y) ** 2 for x, y in ((given(1), given(1)), (given(2), given(1)))]
    found = part(mean_of(squares))
    assert ("2·1 − 1 = 1, 2·2 − 1 = 3", "1² = 1, 3² = 9", "1 + 9 = ___") == found.asks
    assert ("10 / 2 = ___",) == found.then


def test_a_part_is_taken_as_it_would_be_rounded() -> None:
    third = part(given(1) / given(3) + given(2) * given(4), at=0)
    assert ("1 / 3 = ___",) == third.asks
    assert (True, True, True, False, None) == tuple(map(third.is_right, ("0.33", "1/3", " 0.3333 ", "0.3", "?")))
    assert third.is_below("0.3") and not third.is_below("3")


def test_one_operation_has_no_part() -> None:
    assert part_of(given(29) / given(3), None, FINE) is None
    assert part_of(None, None, FINE) is None


def test_the_parts_of_the_lessons_hold_and_lead_to_the_answer() -> None:
    offered = 0
    for question, asked in asked_ways():
        found = asked.part(None, None)
        if found is None:
            continue
        offered += 1
        asks, value, told, then = found[1]
        assert PIECE.covers(value, worked_out(asks[-1].removesuffix(f"= {GAP}"))), (question.id, asks)
        left, right = told.split(" = ")
        assert PIECE.covers(worked_out(left), worked_out(right)), told
        assert question.tolerance.covers(question.truth(asked), worked_out(then[-1].removesuffix(f"= {GAP}")))
    assert offered >= 0.6 * len(asked_ways())


PIECE = Tolerance(0.005, 0.005)
