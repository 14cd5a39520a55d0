"""The exercises of the first seven lessons: programs as learners write them, in other words than their author's."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.course.running import run_here
from tests.trusted import standing_course
from tutor.course.questions import Feedback, Question

LESSONS = Path(__file__).parents[2] / "lessons"

GATES = """\
def AND(x1, x2):
    return int(0.6 * x1 + 0.6 * x2 - 1 > 0)

def OR(x1, x2):
    return int(2 * x1 + 2 * x2 - 1 > 0)

def NAND(x1, x2):
    return int(-x1 - x2 + 1.5 > 0)

"""
ONE_LAYER = """

def one_layer(x):
    W, b = collapse(w1, b1, w2, b2)
    return W * x + b
"""


@cache
def questions() -> dict[str, Question]:
    return {question.id: question for _, _, question in standing_course(LESSONS).all_questions()}


def graded(name: str, program: str) -> Feedback:
    asked = questions()[name].ask(0)._replace(run_program=run_here)
    feedback = asked.grade(program, "en")
    assert isinstance(feedback, Feedback), feedback
    return feedback


@pytest.mark.parametrize(
    ("name", "program"),
    [
        ("write-neuron", "def neuron(x, w, b):\n    return sum(a * c for a, c in zip(x, w)) > -b"),
        ("write-xor", "def xor(x1, x2):\n    return x1 ^ x2"),
        ("write-xor", GATES + "def xor(x1, x2):\n    return AND(OR(x1, x2), NAND(x1, x2))"),
        ("write-collapse", "def collapse(w1, b1, w2, b2):\n    return w1*w2, b2 + b1*w2" + ONE_LAYER),
        ("write-sigmoid", "def sigmoid(x):\n    return (1 + np.e**-x)**-1"),
        ("write-sigmoid", "def sigmoid(x):\n    return np.float32(1) / (1 + np.exp(-np.float32(x)))"),
        ("write-slope", "def slope(x):\n    h = 1/(1 + np.exp(x))\n    return h - h**2"),
        ("write-layer", "def layer(X, W, b):\n    return (1 + np.tanh((np.dot(X, W) + b) / 2)) / 2"),
        ("write-product", "def product(X, W):\n    return [[sum(r*c) for c in W.T] for r in X]"),
        ("write-standardise", "def standardise(X):\n    return ((X.T - X.mean(0)[:, None]) / X.std(0)[:, None]).T"),
    ],
)
def test_a_right_program_is_right_whatever_its_style(name: str, program: str) -> None:
    assert graded(name, program).right


@pytest.mark.parametrize(
    ("name", "program", "says"),
    [
        ("write-neuron", "def neuron(x, w, b):\n    return int(w @ x > b)", "larger bias"),
        ("write-neuron", "def neuron(x, w, b):\n    return 0 if w @ x + b < 0 else 1", "Exactly on the threshold"),
        ("write-neuron", "def neuron(x, w, b):\n    return np.dot(x, w) + b", "That is the sum itself"),
        ("write-neuron", "def neuron(x, w, b):\n    return x @ w[::-1] + b > 0", "other's input"),
        ("write-xor", GATES + "def xor(x1, x2):\n    return OR(NAND(x1, x2), AND(x1, x2))", "always gives 1"),
        ("write-xor", GATES + "def xor(x1, x2):\n    return AND(NAND(x1, x2), AND(x1, x2))", "never gives 1"),
        ("write-xor", "def xor(x1, x2):\n    return x1 or x2", "OR"),
        ("write-collapse", "def collapse(w1, b1, w2, b2):\n    return w1*w2, b1 + b2" + ONE_LAYER, "as it is"),
        ("write-collapse", "def collapse(w1, b1, w2, b2):\n    return w1 + w2, b1*w2 + b2" + ONE_LAYER, "are added"),
        ("write-sigmoid", "def sigmoid(x):\n    return 1/1 + np.exp(-x)", "*under* the fraction bar"),
        ("write-sigmoid", "def sigmoid(x):\n    return 1 - 1/(1 + np.exp(-x))", "mirror image"),
        ("write-slope", "def slope(x):\n    h = 1/(1 + np.exp(-x))\n    return h*1 - h", "0 everywhere"),
        ("write-slope", "def slope(x):\n    return x - x*x", "x itself"),
        ("write-layer", "def layer(X, W, b):\n    return 1/(1 + np.exp(-X @ W + b))", "larger bias"),
        ("write-layer", "def layer(X, W, b):\n    return X @ W + b", "Those are the sums"),
        ("write-product", "def product(X, W):\n    return (X @ W).T", "rows and columns are exchanged"),
        ("write-product", "def product(X, W):\n    return X @ W / len(W)", "the same factor, k"),
        ("write-standardise", "def standardise(X):\n    return (X - np.mean(X)) / np.std(X)", "in one pot"),
        ("write-standardise", "def standardise(X):\n    return (X - X.mean(0)) / np.std(X)", "one and the same"),
    ],
)
def test_a_wrong_thought_is_known_by_what_it_computes(name: str, program: str, says: str) -> None:
    feedback = graded(name, program)
    assert not feedback.right and feedback.say is not None
    assert says in feedback.say.in_("en").source
