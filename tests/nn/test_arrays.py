"""Shapes against NumPy's own answers."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.nn.arrays import broadcast_shape, or_error, reshaped

SHAPES = st.lists(st.integers(1, 3), max_size=3).map(tuple)


@given(SHAPES, SHAPES)
def test_the_rule_of_broadcasting_is_numpys(a: tuple[int, ...], b: tuple[int, ...]) -> None:
    try:
        expected = np.broadcast_shapes(a, b)
    except ValueError:
        expected = None
    assert expected == broadcast_shape(a, b)


def test_reshape_keeps_the_reading_order() -> None:
    assert [[1, 2], [3, 4], [5, 6]] == reshaped(np.arange(1.0, 7.0), 3).tolist()


def test_what_does_not_come_out_even_is_numpys_own_sentence() -> None:
    with pytest.raises(ValueError, match="cannot reshape array of size 6"):
        reshaped(np.arange(6.0), 4)
    assert "cannot reshape" in or_error(lambda: reshaped(np.arange(6.0), 4))
