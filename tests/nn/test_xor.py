"""Two layers and the limits of one, against logic and linear programming."""

import itertools

import numpy as np
import pytest

from tutor.nn.perceptron import CORNERS, GATES
from tutor.nn.xor import NEURONS, best_line, count_parameters, neuron, tables_of_one_line, two_layers


def separable(targets: tuple[int, ...]) -> bool:
    """Ask a linear programme for w1, w2, b with a sum of at least 1 where 1 is wanted, and at most 0 elsewhere."""
    from scipy.optimize import linprog

    rows, limits = [], []
    for (a, c), wanted in zip(CORNERS, targets, strict=True):
        row = np.array([a, c, 1.0])
        rows.append(-row if wanted else row)
        limits.append(-1.0 if wanted else 0.0)
    return linprog([0, 0, 0], A_ub=rows, b_ub=limits, bounds=[(None, None)] * 3).success


@pytest.mark.parametrize("name", list(NEURONS))
def test_every_neuron_makes_its_gate(name: str) -> None:
    assert list(GATES[name]) == neuron(name, CORNERS).tolist()


def test_one_line_makes_exactly_the_tables_that_linear_programming_finds_separable() -> None:
    expected = [table for table in itertools.product((0, 1), repeat=4) if separable(table)]
    assert expected == tables_of_one_line()
    assert 14 == len(expected)
    assert not separable(GATES["XOR"])


def test_the_best_line_gets_three_rows_of_xor() -> None:
    # OR differs from XOR in one row and is separable, so 3 can be reached; 4 would be separable.
    assert 3 == best_line(GATES["XOR"])


def test_nand_or_and_make_xor_and_fold_two_inputs_onto_one_point() -> None:
    s, y = two_layers("NAND", "OR", "AND", CORNERS)
    assert [[1, 0], [1, 1], [1, 1], [0, 1]] == s.tolist()
    assert list(GATES["XOR"]) == y.tolist()


def test_parameters_are_counted_as_on_paper() -> None:
    assert 9 == count_parameters([2, 2, 1])  # 4 + 2 weights, 2 + 1 biases
    assert 17 == count_parameters([3, 2, 2, 1])  # 6 + 4 + 2 weights, 2 + 2 + 1 biases
    assert 3 == count_parameters([2, 1])
