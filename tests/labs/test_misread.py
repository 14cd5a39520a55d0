"""The photo that came as one line: nothing but its width changes."""

import pytest

from tutor.figure import Matrices, Matrix, Pixels
from tutor.labs.misread import LINE, PHOTO, photo


@pytest.mark.parametrize("width", range(4, 13))
def test_every_number_is_there_in_its_order_at_every_width(width: int) -> None:
    image, numbers = photo(width=width).drawings
    assert isinstance(image, Pixels)
    assert isinstance(numbers, Matrices)
    (matrix,) = numbers.parts
    assert isinstance(matrix, Matrix)
    rows = -(-80 // width)
    assert (rows, width) == matrix.values.shape
    flat = [number for row in matrix.values.tolist() for number in row]
    assert LINE.tolist() == flat[:80]
    assert [0.0] * (rows * width - 80) == flat[80:]
    assert (matrix.values / 9).tolist() == image.values.tolist()


def test_the_photo_is_seen_at_its_own_width_alone() -> None:
    assert (8, 10) == PHOTO.shape
    for width in range(4, 13):
        readouts = photo(width=width).readouts
        assert (width == 10) == readouts["seen"].value
        assert (width in (9, 11)) == readouts["leans"].value
        assert (width == 8) == readouts["exchanged"].value


def test_one_number_too_few_a_row_makes_every_row_lean_by_one() -> None:
    """The mast is upright at the right width, and goes a column to the side with every row at one less."""
    numbers = photo(width=9).drawings[1]
    assert isinstance(numbers, Matrices)
    (matrix,) = numbers.parts
    assert isinstance(matrix, Matrix)
    for row in range(5):
        assert 5 == PHOTO[row, 4] == matrix.values[row, 4 + row]
