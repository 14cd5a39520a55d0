"""Stretching two arrays to one shape, against NumPy's own broadcasting."""

import itertools

import numpy as np
import pytest

from tutor.figure import Stretch
from tutor.labs.broadcasting import SHAPES, stretch

PAIRS = list(itertools.product(SHAPES, repeat=2))


def picture(left: str, right: str, part: int = 4) -> Stretch:
    (drawing,) = stretch(left=left, right=right, part=part).drawings
    assert isinstance(drawing, Stretch)
    return drawing


@pytest.mark.parametrize(("left", "right"), PAIRS)
def test_the_ghosts_are_the_cells_that_numpy_only_pretends_to_have(left: str, right: str) -> None:
    a, b = np.ones(SHAPES[left]), np.ones(SHAPES[right])
    readouts = stretch(left=left, right=right).readouts
    try:
        both = np.broadcast_arrays(a, b)
    except ValueError:
        assert readouts["misfit"].value
        assert "✗" == readouts["shape_text"].value
        assert "ValueError: operands could not be broadcast" in str(picture(left, right).note)
        return
    assert str(both[0].shape) == readouts["shape_text"].value
    ghosts = [both[0].size - a.size, both[1].size - b.size]
    assert ghosts == [readouts["ghosts_of_a"].value, readouts["ghosts_of_b"].value]
    assert sum(ghosts) == readouts["ghosts"].value
    goal = both[0].shape == (3, 4)
    assert (goal and min(ghosts) > 0) == readouts["reached"].value
    assert (goal and min(ghosts) == 0) == readouts["one_sided"].value


def test_a_column_of_four_and_a_row_of_three_take_seventeen_ghosts() -> None:
    readouts = stretch(left="4x1", right="len3").readouts
    counted = [readouts[name].value for name in ("ghosts", "cells", "ghosts_of_a", "ghosts_of_b", "numbers")]
    assert [17, 12, 8, 9, 7] == counted


def test_the_goal_takes_two_choices_and_not_one() -> None:
    assert not stretch(left="4x1", right="len3").readouts["reached"].value
    one = [("4x1", other) for other in SHAPES] + [(other, "len3") for other in SHAPES]
    assert not any(stretch(left=left, right=right).readouts["reached"].value for left, right in one)
    assert stretch(left="3x1", right="len4").readouts["reached"].value


def test_the_sum_comes_last_and_is_numpys() -> None:
    assert not picture("4x1", "len3", 3).added
    last = picture("4x1", "len3")
    assert last.added
    assert [[11, 21, 31], [12, 22, 32], [13, 23, 33], [14, 24, 34]] == (last.left + last.right).tolist()
    assert "4 + 30 = 34" in last.note("en")


def test_a_veiled_picture_has_the_arrays_and_nothing_that_comes_of_them() -> None:
    veiled = picture("4x1", "len3").veiled()
    assert (0, False, "") == (veiled.copies, veiled.added, veiled.note)
    assert (4, 1) == veiled.left.shape
