"""The array labs against NumPy and hand-worked shapes."""

import ast
import itertools

import numpy as np
import pytest

from tutor.figure import Matrices, Matrix
from tutor.lab import Lab
from tutor.labs.arrays import (
    DIGITS,
    EXAMPLES,
    SHAPES,
    UNSEEN,
    UNSEEN_SHAPES,
    axis,
    broadcast,
    digits,
    inspect,
    layer,
    reshape,
    transpose,
    unseen,
    unseen_pair,
)
from tutor.written import substituted


@pytest.mark.parametrize(
    ("lab", "example"), [*((inspect, name) for name in EXAMPLES), *((unseen, name) for name in UNSEEN)]
)
def test_dimensions_shape_and_size_are_numpys_for_the_code_as_written(lab: Lab, example: str) -> None:
    readouts = lab(example=example).readouts
    typed = np.array(ast.literal_eval(readouts["code"].value))
    assert (typed.ndim, str(typed.shape), typed.size) == tuple(
        readouts[name].value for name in ("ndim", "shape_text", "size")
    )


def test_the_tiny_photo_holds_two_times_four_times_three_numbers() -> None:
    assert "2·4·3 = 24" == substituted(inspect(example="photo").readouts["size"].working)


def test_the_axis_that_is_named_disappears() -> None:
    assert "(3,)" == axis(axis="down").readouts["shape_text"].value
    assert "(2,)" == axis(axis="across").readouts["shape_text"].value
    assert "()" == axis(axis="all").readouts["shape_text"].value
    assert "(1, 3)" == axis(axis="down", keep=True).readouts["shape_text"].value
    assert [5, 7, 9] == axis(axis="down").readouts["result"].value.tolist()


def test_sums_of_an_array_worked_out_by_hand() -> None:
    readouts = unseen(example="low").readouts
    assert [8, 5, 7] == readouts["down"].value.tolist()
    assert [7, 13] == readouts["across"].value.tolist()


def test_what_is_asked_for_cannot_be_looked_up_in_a_step() -> None:
    assert not {unseen(example=name).readouts["code"].value for name in UNSEEN} & {
        inspect(example=name).readouts["code"].value for name in EXAMPLES
    }
    pairs = [set(itertools.product(shapes.values(), repeat=2)) for shapes in (SHAPES, UNSEEN_SHAPES)]
    asked = {((5, 1), (4,)), ((8, 1), (1, 6)), ((2, 4, 3), (3,)), ((3, 4), (3, 1))}
    assert asked <= pairs[1] - pairs[0]


def test_reshape_and_transpose_agree_in_shape_and_differ_in_order() -> None:
    (drawing,) = transpose(rows=3, size=6).drawings
    assert isinstance(drawing, Matrices)
    _, turned, back = (part.values.tolist() for part in drawing.parts if isinstance(part, Matrix))
    assert [[1, 3, 5], [2, 4, 6]] == turned
    assert [[1, 2, 3], [4, 5, 6]] == back
    assert "≠" in drawing.parts


def test_they_are_the_same_only_for_one_row_or_one_column() -> None:
    for rows, size in itertools.product(range(1, 7), range(4, 13)):
        readouts = transpose(rows=rows, size=size).readouts
        assert readouts["fits"].value == (size % rows == 0)
        if size % rows == 0:
            assert (rows in (1, size)) == readouts["same"].value


def test_the_digits_are_laid_out_in_lines_and_not_in_columns() -> None:
    assert "3.14159265358" == f"{DIGITS[0]:.0f}." + "".join(f"{digit:.0f}" for digit in DIGITS[1:])
    readouts = digits(rows=2, size=6).readouts
    assert [[3, 1, 4], [1, 5, 9]] == readouts["b"].value.tolist()
    assert [[3, 4, 5], [1, 1, 9]] == readouts["b_by_columns"].value.tolist()
    assert [[3, 1], [1, 5], [4, 9]] == readouts["b_transposed"].value.tolist()
    assert [[3, 1], [4, 1], [5, 9]] == readouts["b_reshaped_back"].value.tolist()
    assert not digits(rows=4, size=6).readouts["fits"].value


def test_twelve_entries_fill_six_numbers_of_rows() -> None:
    assert "1, 2, 3, 4, 6, 12" == substituted(reshape(rows=1, size=12).readouts["row_counts"].working)
    assert 6 == reshape(rows=5, size=12).readouts["row_counts"].value


def test_rows_that_do_not_come_out_even_show_numpys_sentence() -> None:
    for rows, size in itertools.product(range(1, 13), range(4, 13)):
        result = reshape(rows=rows, size=size)
        assert (size % rows == 0) == result.readouts["fits"].value
        assert (size % rows != 0) == ("ValueError" in str(result.note))


@pytest.mark.parametrize(("lab", "shapes"), [(broadcast, SHAPES), (unseen_pair, UNSEEN_SHAPES)])
def test_every_pair_of_shapes_adds_up_or_is_refused_as_numpy_does(lab: Lab, shapes: dict[str, tuple[int, ...]]) -> None:
    for left, right in itertools.product(shapes, repeat=2):
        result = lab(left=left, right=right)
        try:
            expected = np.broadcast_shapes(shapes[left], shapes[right])
        except ValueError:
            assert not result.readouts["fits"].value
            assert lab is unseen_pair or "could not be broadcast" in str(result.note)
        else:
            assert list(expected) == result.readouts["shape"].value.tolist()


def test_a_layer_keeps_its_samples_and_has_a_column_a_neuron() -> None:
    readouts = layer(n=5, neurons=2).readouts
    assert ("(5, 3)", "(3, 2)", "(2,)", "(5, 2)") == tuple(readouts[name].value for name in "XWbY")
    assert [5] == readouts["per_sample"].value.tolist()
