"""The array labs against NumPy and hand-worked shapes."""

import ast
import itertools

import numpy as np
import pytest

from tutor.labs.arrays import EXAMPLES, SHAPES, axis, broadcast, inspect, layer, reshape


@pytest.mark.parametrize("example", list(EXAMPLES))
def test_dimensions_shape_and_size_are_numpys_for_the_code_as_written(example: str) -> None:
    readouts = inspect(example=example).readouts
    typed = np.array(ast.literal_eval(readouts["code"].value))
    assert (typed.ndim, str(typed.shape), typed.size) == tuple(
        readouts[name].value for name in ("ndim", "shape_text", "size")
    )


def test_the_tiny_photo_holds_two_times_four_times_three_numbers() -> None:
    assert "2·4·3 = 24" == inspect(example="photo").readouts["size"].working


def test_the_axis_that_is_named_disappears() -> None:
    assert "(3,)" == axis(axis="down").readouts["shape_text"].value
    assert "(2,)" == axis(axis="across").readouts["shape_text"].value
    assert "()" == axis(axis="all").readouts["shape_text"].value
    assert "(1, 3)" == axis(axis="down", keep=True).readouts["shape_text"].value
    assert [5, 7, 9] == axis(axis="down", top=1).readouts["down"].value.tolist()


def test_reshape_and_transpose_agree_in_shape_and_differ_in_order() -> None:
    readouts = reshape(rows=3, size=6).readouts
    assert [[1, 3, 5], [2, 4, 6]] == readouts["b_transposed"].value.tolist()
    assert [[1, 2, 3], [4, 5, 6]] == readouts["b_reshaped_back"].value.tolist()


def test_rows_that_do_not_come_out_even_show_numpys_sentence() -> None:
    for rows, size in itertools.product(range(1, 7), range(4, 13)):
        result = reshape(rows=rows, size=size)
        assert (size % rows == 0) == result.readouts["fits"].value
        assert (size % rows != 0) == ("ValueError" in str(result.note))


def test_every_pair_of_shapes_adds_up_or_is_refused_as_numpy_does() -> None:
    for left, right in itertools.product(SHAPES, repeat=2):
        result = broadcast(left=left, right=right)
        try:
            expected = np.broadcast_shapes(SHAPES[left], SHAPES[right])
        except ValueError:
            assert not result.readouts["fits"].value
            assert "could not be broadcast" in result.readouts["error"].value
        else:
            assert list(expected) == result.readouts["shape"].value.tolist()


def test_a_layer_keeps_its_samples_and_has_a_column_a_neuron() -> None:
    readouts = layer(n=5, neurons=2).readouts
    assert ("(5, 3)", "(3, 2)", "(2,)", "(5, 2)") == tuple(readouts[name].value for name in "XWbY")
    assert [5] == readouts["per_sample"].value.tolist()
