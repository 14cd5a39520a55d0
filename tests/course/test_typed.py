"""What learners type."""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.course.typed import (
    RaggedError,
    decimals_of,
    digits_of,
    entries_of,
    read_arrays,
    read_numbers,
    read_shape,
    shape_of,
    write_array,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("4.67", 4.67),
        (".5", 0.5),
        ("5.", 5.0),
        ("1/2", 0.5),
        ("14/3", 14 / 3),
        ("-1/2", -0.5),
        ("1 / 4", 0.25),
        ("1e-3", 0.001),
        ("2E3", 2000.0),
        ("2×10^-3", 0.002),
        ("10^2", 100.0),
        ("−2", -2.0),
        ("–2", -2.0),
        ("-2", -2.0),
        ("+2", 2.0),
        ("4,67", 4.67),
        ("0,125", 0.125),
        ("10,000", 10000.0),
        ("1,234,567.5", 1234567.5),
        ("10 000", 10000.0),
        ("  4.67  ", 4.67),
        ("4 . 67", 4.67),
        ("１２．５", 12.5),
        ("15%", 0.15),
        ("= 3", 3.0),
        ("≈4.67", 4.67),
        ("4 2/3", 14 / 3),
        ("-4 2/3", -14 / 3),
        ("−4  2 / 3", -14 / 3),
        ("4⅔", 14 / 3),
        ("4 ⅔", 14 / 3),
        ("½", 0.5),
        ("-¾", -0.75),
        ("3분의 2", 2 / 3),
        ("4와 3분의 2", 14 / 3),
        ("4과 2/3", 14 / 3),
        ("4 and 2/3", 14 / 3),
        ("４ ２／３", 14 / 3),
        ("4 2/3%", 14 / 300),
        ("12 000/7", 12000 / 7),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: float) -> None:
    assert number == pytest.approx(read_numbers(text)[0], rel=1e-15)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "abc",
        "1/0",
        "1/2/3",
        "nan",
        "inf",
        "-inf",
        "1e999",
        "1_000",
        "2²",
        "--2",
        "4 5/3",
        "4 2/",
        "4 0/3",
        "1 5",
        "1, 2",
        "1/2 3",
        "½ ½",
        "4분의",
        "1..2",
        "0x10",
        "٣",
        "1" * 201,
    ],
)
def test_what_is_no_number_is_not_guessed_at(text: str) -> None:
    assert () == read_numbers(text)


def test_a_comma_before_three_digits_can_be_meant_in_two_ways() -> None:
    assert (1125.0, 1.125) == read_numbers("1,125")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("15", (0.15,)),
        ("15%", (0.15,)),
        ("0.5%", (0.005,)),
        ("0.15", (0.15, 0.0015)),
        ("1", (1.0, 0.01)),
        ("-1", (-1.0, -0.01)),
        ("1%", (0.01,)),
        ("0", (0.0,)),
        ("3/20", (0.15,)),
        ("⅔", (2 / 3,)),
    ],
)
def test_percent_is_read_with_and_without_its_sign(text: str, numbers: tuple[float, ...]) -> None:
    assert numbers == pytest.approx(read_numbers(text, percent=True), rel=1e-15)


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_finite_number_is_read_back(number: float) -> None:
    assert number == read_numbers(repr(number))[0]
    assert number == read_numbers(repr(number).replace("-", "\u2212"))[0]


@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=1000))
def test_every_fraction_is_read(fraction: Fraction) -> None:
    assert math.isclose(float(fraction), read_numbers(f"{fraction.numerator}/{fraction.denominator}")[0], rel_tol=1e-15)


@given(st.integers(-999, 999), st.integers(1, 99), st.integers(2, 100))
def test_every_mixed_number_is_read(whole: int, above: int, below: int) -> None:
    readings = read_numbers(f"{whole} {above}/{below}")
    if above < below:
        size = abs(whole) + Fraction(above, below)
        assert readings == pytest.approx((float(-size if whole < 0 else size),), rel=1e-15)
    else:
        assert () == readings


@pytest.mark.parametrize(
    ("text", "decimals", "digits"),
    [
        ("4.67", 2, 3),
        ("-0,30", 2, 2),
        ("15 %", 0, 2),
        ("1,234.5", 1, 5),
        ("10,000", 0, 5),
        ("0.0", 1, 0),
        ("14/3", None, 3),
        ("1e-3", None, 2),
    ],
)
def test_how_finely_a_number_is_written(text: str, decimals: int | None, digits: int) -> None:
    assert (decimals, digits) == (decimals_of(text), digits_of(text))


@given(st.text(max_size=40), st.booleans())
def test_no_text_makes_a_reader_fail(text: str, percent: bool) -> None:
    assert all(math.isfinite(number) for number in read_numbers(text, percent=percent))
    read_shape(text)
    try:
        for array in read_arrays(text):
            assert math.prod(shape_of(array)) == len(entries_of(array))
    except RaggedError:
        pass


@given(st.text(alphabet="[]();,0123456789. \n-xe/%", max_size=40))
def test_no_array_like_text_makes_a_reader_fail(text: str) -> None:
    test_no_text_makes_a_reader_fail.hypothesis.inner_test(text, False)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "[[1, 2], [3, 4]]",
        "[[1,2],[3,4]]",
        "1 2; 3 4",
        "1, 2; 3, 4",
        "1 2\n3 4",
        "[1 2; 3 4]",
        "[1, 2]\n[3, 4]",
        "((1, 2), (3, 4))",
        "array([[1., 2.], [3., 4.]])",
        "np.array([[1, 2], [3, 4]], dtype=float)",
        "[[1. 2.]\n [3. 4.]]",
        "［［1，2］，［3，4］］",
    ],
)
def test_an_array_is_read_as_people_and_numpy_write_it(text: str) -> None:
    assert ((1.0, 2.0), (3.0, 4.0)) == read_arrays(text)[0]


def test_a_row_without_brackets_can_have_one_dimension_or_two() -> None:
    assert ((5.0, 11.0, 17.0), ((5.0, 11.0, 17.0),)) == read_arrays("5 11 17")
    assert (((5.0, 11.0, 17.0),),) == read_arrays("[[5, 11, 17]]")


@pytest.mark.parametrize(
    ("text", "array"),
    [
        ("1,5 2; 3 4,25", ((1.5, 2.0), (3.0, 4.25))),
        ("0,5; 2,5", (0.5, 2.5)),
        ("[1,33 0,7]", (1.33, 0.7)),
        ("1,33, 0,7", (1.33, 0.7)),
        ("[-1,5 2]", (-1.5, 2.0)),
        ("[1,33; 0,7]", (1.33, 0.7)),
        ("[1,33; 0,7]", ((1.33,), (0.7,))),
    ],
)
def test_a_decimal_comma_is_read_where_something_else_parts_the_numbers(text: str, array: object) -> None:
    assert array in read_arrays(text)


def test_a_comma_between_digits_still_parts_numbers() -> None:
    assert ((1.0, 2.0), (3.0, 4.0)) == read_arrays("1,2; 3,4")[0]
    assert (1.0, 2.0) == read_arrays("[1,2]")[0]
    assert ((1.0, 33.0, 0.0, 7.0),) == read_arrays("[1,33,0,7]")


@pytest.mark.parametrize("text", ["[[1, 2], [3]]", "1 2; 3", "[1, [2]]"])
def test_rows_of_different_lengths_are_no_array(text: str) -> None:
    with pytest.raises(RaggedError):
        read_arrays(text)


@pytest.mark.parametrize("text", ["", "x", "[1", "1]", "[[[[[1]]]]]", "[1] 2", "[a, b]"])
def test_what_is_no_array_is_not_guessed_at(text: str) -> None:
    assert () == read_arrays(text)


@given(
    st.integers(1, 3).flatmap(
        lambda depth: st.lists(st.integers(1, 3), min_size=depth, max_size=depth).flatmap(
            lambda shape: st.lists(
                st.floats(-1e6, 1e6), min_size=int(np.prod(shape)), max_size=int(np.prod(shape))
            ).map(lambda entries: np.array(entries).reshape(shape))
        )
    )
)
def test_an_array_written_out_is_read_back(array: np.ndarray) -> None:  # type: ignore[type-arg]
    def nested(value: object) -> object:
        return tuple(map(nested, value)) if isinstance(value, list) else value

    expected = nested(array.tolist())
    assert (expected,) == read_arrays(write_array(expected))  # type: ignore[arg-type]
    assert array.shape == shape_of(expected)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("3x2", (3, 2)),
        ("3×2", (3, 2)),
        ("3 X 2", (3, 2)),
        ("(3, 2)", (3, 2)),
        ("[3, 2]", (3, 2)),
        ("3, 2", (3, 2)),
        ("3 2", (3, 2)),
        ("3 by 2", (3, 2)),
        ("(3,)", (3,)),
        ("3", (3,)),
        ("()", ()),
        ("３×２", (3, 2)),
        ("4x3x2", (4, 3, 2)),
    ],
)
def test_a_shape_is_read_as_people_write_it(text: str, shape: tuple[int, ...]) -> None:
    assert shape == read_shape(text)


@pytest.mark.parametrize("text", ["", "a", "3.5", "-3", "3xx2", "x2"])
def test_what_is_no_shape_is_not_guessed_at(text: str) -> None:
    assert read_shape(text) is None
