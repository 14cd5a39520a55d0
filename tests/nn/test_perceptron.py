"""The perceptron against hand-worked tables and scikit-learn's own."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.nn.perceptron import CORNERS, GATES, learn_from, perceptron, step, weighted_sum


def test_the_weighted_sum_of_a_hand_worked_sample() -> None:
    # 0.5·1 + (-1)·2 + 0.3
    assert [-1.2] == weighted_sum(np.array([[1.0, 2.0]]), np.array([0.5, -1.0]), 0.3).tolist()


def test_exactly_on_the_threshold_gives_0_even_where_binary_floats_say_otherwise() -> None:
    assert 0.1 + 0.2 > 0.3
    assert [0.0] == perceptron(np.array([[1.0, 1.0]]), np.array([0.1, 0.2]), 0.0, 0.3).tolist()
    assert [0.0, 0.0, 1.0] == step(np.array([-1.0, 0.0, 1e-9])).tolist()


@pytest.mark.parametrize(
    ("name", "python"),
    [
        ("AND", lambda a, c: a and c),
        ("OR", lambda a, c: a or c),
        ("NAND", lambda a, c: not (a and c)),
        ("NOR", lambda a, c: not (a or c)),
        ("XOR", lambda a, c: a != c),
    ],
)
def test_the_gates_are_what_logic_says(name: str, python) -> None:
    assert GATES[name] == tuple(int(python(bool(a), bool(c))) for a, c in itertools.product((0, 1), repeat=2))
    assert CORNERS.tolist() == [list(pair) for pair in itertools.product((0, 1), repeat=2)]


@pytest.mark.parametrize("name", ["AND", "OR", "NAND", "NOR"])
def test_the_rule_learns_every_gate_that_one_line_can_do(name: str) -> None:
    w, b = np.zeros(2), 0.0
    for look in range(80):
        w, b = learn_from(CORNERS[look % 4], GATES[name][look % 4], w, b, 0.5)
    assert list(GATES[name]) == perceptron(CORNERS, w, b).tolist()


def test_the_rule_goes_the_same_way_as_scikit_learn() -> None:
    from sklearn.linear_model import Perceptron as SklearnPerceptron

    ours_w, ours_b = np.zeros(2), 0.0
    theirs = SklearnPerceptron(eta0=0.5, shuffle=False)
    for look in range(24):
        x, t = CORNERS[look % 4], GATES["AND"][look % 4]
        ours_w, ours_b = learn_from(x, t, ours_w, ours_b, 0.5)
        theirs.partial_fit(x[None, :], [t], classes=[0, 1])
    # scikit-learn also corrects a sum of exactly 0 for the class 0; both end on the same table.
    assert perceptron(CORNERS, ours_w, ours_b).tolist() == theirs.predict(CORNERS).tolist()


@given(st.lists(st.integers(-8, 8), min_size=3, max_size=3), st.integers(0, 3), st.integers(0, 1))
def test_a_right_answer_changes_nothing_and_a_wrong_one_moves_the_sum_towards_it(
    quarters: list[int], row: int, t: int
) -> None:
    w, b = np.array(quarters[:2]) / 4, quarters[2] / 4
    x = CORNERS[row]
    y = perceptron(x[None, :], w, b)[0]
    new_w, new_b = learn_from(x, t, w, b, 0.25)
    moved = weighted_sum(x[None, :], new_w, new_b)[0] - weighted_sum(x[None, :], w, b)[0]
    if y == t:
        assert (w.tolist(), b) == (new_w.tolist(), new_b)
    else:
        assert np.sign(moved) == np.sign(t - y)
