"""Wrong programs for the exercises of the lessons, written by others than those who wrote what is said to them."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml

from tests.course.running import run_here
from tests.trusted import standing_course
from tutor.course.kinds.code import CodeQuestion
from tutor.course.programs.exercise import Exercise
from tutor.course.programs.key import Key
from tutor.course.programs.proof import Proof
from tutor.course.questions import Desk, Feedback, Unreadable
from tutor.course.sketch import Sketch
from tutor.render.writing import notices
from tutor.role import Role

LESSONS = Path(__file__).parents[2] / "lessons"
FILE = Path(__file__).parent / "data" / "wrong_programs_of_lessons.yaml"
WRONG: dict[str, list[dict[str, Any]]] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
GENERIC = ("counterexample", "nan", "fault", "syntax")
"""What is said where nothing is known of a mistake."""


@cache
def questions() -> dict[str, CodeQuestion]:
    found = [question for _, _, question in standing_course(LESSONS).all_questions()]
    return {question.id: question for question in found if isinstance(question, CodeQuestion)}


def mine(question: CodeQuestion) -> str:
    """Return the programs of earlier exercises that a program can import."""
    sources = [questions()[name].exercise.solution for name in question.uses]
    lines = [line for source in sources for line in source.splitlines() if not line.startswith("from mine import")]
    return "\n".join(lines) + "\n"


def graded(name: str, program: str) -> Feedback | Unreadable:
    question = questions()[name]
    asked = question.ask(0)._replace(run_program=run_here)
    return question.grade(asked._replace(mine=mine(question)) if question.uses else asked, program, "en")


def heard(name: str, program: str) -> tuple[str, str]:
    """Return the name of a mistake and what is said of it."""
    feedback = graded(name, program)
    assert isinstance(feedback, Feedback) and not feedback.right and feedback.say is not None
    return feedback.mistake, feedback.say.in_("en").source


def sketched(name: str, program: str) -> Sketch:
    question = questions()[name]
    asked = question.ask(0)._replace(run_program=run_here)
    return question.sketching(asked).draw(program, run_here)


def test_of_programs_written_by_others_most_hear_something_specific_and_hardly_any_something_untrue() -> None:
    said = [(heard(name, one["code"])[0], one["holds"]) for name, wrong in WRONG.items() for one in wrong]
    specific = [(mistake, holds) for mistake, holds in said if mistake not in GENERIC]
    assert len(specific) >= 0.65 * len(said)
    assert sum(mistake not in holds for mistake, holds in specific) <= 0.05 * len(said)


COLLAPSE = "def collapse(w1, b1, w2, b2):\n    W = {}\n    b = {}\n{}\ndef one_layer(x):\n    W, b = collapse(w1, b1, w2, b2)\n    return W*x + b\n"  # noqa: E501


@pytest.mark.parametrize(
    ("name", "program", "mistake", "says"),
    [
        ("write-collapse", COLLAPSE.format("w2*w1", "b2", ""), "none", "Line 6: `collapse` gives nothing back"),
        ("write-collapse", COLLAPSE.format("w2*w1", "...", "    return W, b\n"), "starter", "Line 3: `...` still"),
        ("write-slope", "def slope(x):\n    return x*0 + (x*0)**2 - 0", "", "Yours is 0 everywhere"),
        ("write-sigmoid", "def sigmoid(x):\n    return x - x", "constant", "nothing but 0"),
        ("write-accuracy", "def accuracy(a, b):\n    return 0.5", "unused", "never uses `a` and `b`"),
        ("write-standardise", "def standardise(X):\n    return X - mean", "name", "nothing has set `mean` yet"),
        ("write-standardise", "def standardise(X):\n    return X - mean(X)", "needs_np", "`np.mean`"),
        ("write-slope", "def slope(x):\n    return 1/np.cosh(x)**2", "known_function", "the slope of the tanh of `x`"),
        ("write-product", "def product(X, W):\n    return (X @ W)[0]", "first_row", "all 3 are wanted"),
    ],
)
def test_what_is_said_is_true_of_the_program(name: str, program: str, mistake: str, says: str) -> None:
    known, words = heard(name, program)
    assert mistake in ("", known)
    assert says in words


def test_a_plain_number_is_never_told_of_rows_and_columns() -> None:
    key = questions()["write-collapse"]._key(questions()["write-collapse"].ask(0)._replace(run_program=run_here))
    assert not {"matrix", "transposed"} & {known.kind for known in key.mutants}


def test_values_in_another_order_are_told_whichever_it_is() -> None:
    program = WRONG["write-backward"][-1]["code"]
    assert heard("write-backward", program) == ("order", "The values are right, but in another order.")


def test_samples_that_are_too_many_for_a_sentence_are_told_by_how_they_begin() -> None:
    program = "def layer(X, W, b):\n    s = 1/(1 + np.exp(-(X @ W + b)))\n    return s if len(W) < 4 else s**1.5\n"
    _, words = heard("write-layer", program)
    assert "On other samples (X = [[1, 0, 2, −1], …], W = [[1], [−0.5], [0.2], [2]], b = [0.7])" in words


def test_an_untouched_starter_is_told_which_function_is_to_be_written() -> None:
    question = questions()["write-collapse"]
    assert graded("write-collapse", question.exercise.starter) == Unreadable("Write what collapse gives back first.")


@pytest.mark.parametrize(
    ("program", "says"),
    [
        (COLLAPSE.format("w2*___", "___", "    return W, b\n"), "Line 2: a blank `___` is still open."),
        (COLLAPSE.format("w2*w1", "...", "    return W, b\n"), "Line 3: `...` still stands"),
    ],
)
def test_what_is_not_filled_in_yet_is_no_error_while_it_is_written(program: str, says: str) -> None:
    sketch = sketched("write-collapse", program)
    assert sketch.fault is not None and sketch.say is not None
    assert sketch.fault.kind == "unfinished" and sketch.fault.line == 0
    assert says in sketch.say.in_("en").source
    (notice,) = notices(program, sketch, "en", says_why=True)
    assert notice.role is Role.QUIET


# -- what `tutor check` says of the data, and of what is said ---------------------------------------------------------


def noted(key: Key) -> list[str]:
    """Return what is found of an exercise."""
    question = questions()["write-xor"]
    desk = Desk(question.ask(0)._replace(run_program=run_here), "en", lambda lab, values: lab(**values))
    return [str(note) for note in Proof(key.exercise, {}, key, desk).claims()]


def key_of(solution: str, arguments: str, names: dict[str, Any], *data: dict[str, Any]) -> Key:
    head = solution.partition("\n")[0]
    made = Exercise(
        function=head[4 : head.index("(")],
        arguments=tuple(arguments.split()),
        given=(),
        data=data,
        solution=solution,
        also=(),
        slips=(),
        starter=f"{head}\n    ...\n",
        blanks="",
    )
    return Key.of(made, names, run_here)


def test_a_truth_of_0_and_1_is_tried_elsewhere_as_0_and_1_only() -> None:
    solution = "def xor(x1, x2):\n    return x1 + x2 - 2*x1*x2\n"
    truths = ({"x1": 0, "x2": 1}, {"x1": 1, "x2": 0}, {"x1": 1, "x2": 1})
    assert noted(key_of(solution, "x1 x2", {"x1": 0, "x2": 0}, *truths)) == []


def test_a_square_that_the_data_cannot_tell_is_found_where_only_0_or_1_is_answered() -> None:
    solution = "def neuron(x, w, b):\n    return int(x[0]*w[0] + x[1]*w[1] + b > 0)\n"
    names = {"x": np.array([1.0, 0.5]), "w": np.array([0.3, -2.0]), "b": 1.0}
    found = noted(key_of(solution, "x w b", names, {"x": [2, -1], "w": [0.5, 2], "b": 1}))
    assert any("weak-data" in note for note in found)


def test_a_sentence_of_the_tutor_that_holds_a_line_of_the_solution_is_found() -> None:
    solution = "def sums(X):\n    axis=0\n    return X.sum(axis=axis)*1.5\n"
    key = key_of(solution, "X", {"X": np.array([[1.0, 2.0], [4.0, 8.0]])})
    exercise = replace(key.exercise, also=("def sums(X):\n    return X.sum(axis=0)*1.5\n",))
    found = noted(replace(key, exercise=exercise))
    assert any("has a line of the solution in it: axis=0" in note for note in found)
