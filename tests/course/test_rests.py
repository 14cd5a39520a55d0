"""Which skill rests on which: on the built-in course, and what an author adds and denies."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.course.rests import called_by, lessons_below, rests_of
from tutor.course.said import Said, said_in
from tutor.course.source import Findings, Source
from tutor.course.yaml import parse_yaml
from tutor.nn import losses, perceptron

LESSONS = Path(__file__).parents[2] / "lessons"
STEPS = [("cost", "one-sample"), ("cost", "parabola"), ("slope", "here")]


def test_a_function_names_those_that_it_calls():
    assert {losses.log_loss} <= set(called_by(losses.binary_cross_entropy))
    assert {perceptron.weighted_sum, perceptron.step} <= set(called_by(perceptron.perceptron))
    assert [] == list(called_by(max))


def test_what_the_labs_compute_tells_which_skill_uses_which():
    rests = rests_of(standing_course(LESSONS).lessons, {})
    # By reading the labs: the mean squared error is a mean of squared errors; softmax is taught in lesson 4.
    assert ("cost", "one-sample") in rests["cost", "parabola"]
    assert ("activations", "softmax") in rests["categorical-cross-entropy", "softmax"]
    assert ("gradient-descent", "slope") in rests["gradient-descent", "update"]
    assert () == rests["perceptron", "structure"]
    order = [(lesson.id, step.id) for lesson in standing_course(LESSONS).lessons for step in lesson.steps]
    assert all(order.index(below) < order.index(step) for step, others in rests.items() for below in others)


def test_an_author_adds_and_denies():
    said = {("cost", "parabola"): Said(frozenset({("perceptron", "quiz")}), frozenset({("cost", "one-sample")}))}
    rests = rests_of(standing_course(LESSONS).lessons, said)
    assert ("perceptron", "quiz") in rests["cost", "parabola"]
    assert ("cost", "one-sample") not in rests["cost", "parabola"]
    later = {("cost", "parabola"): Said(frozenset({("xor-training", "forward"), ("cost", "parabola")}))}
    assert rests_of(standing_course(LESSONS).lessons, {}) == rests_of(standing_course(LESSONS).lessons, later)


def said(text: str) -> tuple[dict[tuple[str, str], Said], list[str]]:
    findings = Findings()
    node = parse_yaml(Source("course.yaml", text), findings)
    return said_in(node, STEPS, findings), [finding.message for finding in findings.sorted()]


def test_what_the_course_file_says_is_read():
    found, wrong = said("cost/parabola: [slope/here, not cost/one-sample]")
    assert [] == wrong
    assert {STEPS[1]: Said(frozenset({STEPS[2]}), frozenset({STEPS[0]}))} == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("cost/parabel: [slope/here]", "There is no step 'cost/parabel'."),
        ("cost/parabola: [slope/her]", "slope/here"),
        ("cost/parabola: slope/here", "a list of LESSON/STEP"),
        ("cost/parabola: [[1]]", "There is no step ''"),
        ("[cost/parabola]", "it should name steps"),
    ],
)
def test_what_it_cannot_say_is_told(text: str, words: str):
    _, wrong = said(text)
    assert any(words in one for one in wrong), wrong


def test_a_lesson_needs_those_on_which_it_rests_and_not_what_they_need_themselves() -> None:
    rests = {
        ("a", "1"): (),
        ("b", "1"): (("a", "1"),),
        ("b", "2"): (("b", "1"),),
        ("c", "1"): (),
        ("d", "1"): (("b", "2"), ("a", "1")),
        ("d", "2"): (("c", "1"), ("d", "1")),
    }
    assert {"a": (), "b": ("a",), "c": (), "d": ("b", "c")} == lessons_below(rests)
