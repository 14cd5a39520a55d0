"""Round ticks with tidy labels, and limits that always hold."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tutor.chart.scale import LARGEST, Scale, limits, number, tick_labels, ticks


@pytest.mark.parametrize(
    ("low", "high", "most", "labels"),
    [
        (0, 20, 5, ["0", "5", "10", "15", "20"]),
        (0, 20, 3, ["0", "10", "20"]),
        (-1, 3, 5, ["−1", "0", "1", "2", "3"]),
        (-1, 3, 9, ["−1.0", "−0.5", "0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "3.0"]),
        (0, 1, 6, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0, 1, 3, ["0.0", "0.5", "1.0"]),
        (0.31, 0.74, 5, ["0.4", "0.5", "0.6", "0.7"]),
        (-0.3, 1.7, 4, ["0.0", "0.5", "1.0", "1.5"]),
        (0, 4000, 5, ["0", "1000", "2000", "3000", "4000"]),
        (0, 0.0007, 4, ["0.0000", "0.0002", "0.0004", "0.0006"]),
        (0, 4.2e6, 5, ["0", "1e6", "2e6", "3e6", "4e6"]),
        (1.5e9, 3.5e9, 3, ["2e9", "3e9"]),
        (0, 3e-9, 4, ["0", "1e−9", "2e−9", "3e−9"]),
    ],
)
def test_ticks_fall_on_steps_of_1_2_and_5(low: float, high: float, most: int, labels: list[str]) -> None:
    assert labels == [tick.label for tick in ticks(low, high, None, most)]


def test_given_ticks_are_kept_inside_the_limits_and_share_their_decimals() -> None:
    assert [("0.50", 0.5), ("1.00", 1.0), ("1.25", 1.25)] == [
        (tick.label, tick.value) for tick in ticks(0, 2, [0.5, 1, 1.25, 7, math.nan], 3)
    ]


def test_ticks_are_made_fewer_until_their_labels_fit() -> None:
    assert ["0", "10", "20"] == [tick.label for tick in ticks(0, 20, None, 9, lambda chosen: len(chosen) < 4)]
    assert ["1", "3"] == [tick.label for tick in ticks(0, 9, [1, 2, 3, 4], 9, lambda chosen: len(chosen) < 3)]


@given(st.floats(-1e300, 1e300), st.floats(-1e300, 1e300), st.integers(2, 12))
def test_ticks_lie_inside_the_limits_and_are_few(one: float, other: float, most: int) -> None:
    low, high = limits(min(one, other), max(one, other), np.empty(0))
    found = ticks(low, high, None, most)
    slack = 1e-6 * (high / 2 - low / 2)
    assert len(found) <= most
    assert all(low - slack <= tick.value <= high + slack for tick in found)
    assert all(math.isfinite(tick.value) for tick in found)


@pytest.mark.parametrize(
    ("values", "decimals", "labels"),
    [
        ([-0.0, 0.5], 1, ["0.0", "0.5"]),
        ([0.0], 3, ["0"]),
        ([1.5e7, 2e7], 0, ["1.5e7", "2.0e7"]),
    ],
)
def test_labels_of_ticks(values: list[float], decimals: int, labels: list[str]) -> None:
    assert labels == tick_labels(values, decimals)


@pytest.mark.parametrize(
    ("value", "format_", "text"),
    [
        (-2.5, ".2f", "−2.50"),
        (-0.001, ".2f", "0.00"),
        (math.nan, ".2f", "?"),
        (-math.inf, "g", "−∞"),
        (3.0, "g", "3"),
        (3.0, "what", "3"),
        (1e-7, "g", "1e−07"),
    ],
)
def test_numbers_are_written_with_a_true_minus(value: float, format_: str, text: str) -> None:
    assert text == number(value, format_)


def test_both_ends_of_a_scale_are_in_the_middle_of_a_cell() -> None:
    scale = Scale(-1, 3, 5)
    assert [0.5, 1.5, 4.5] == scale.place([-1, 0, 3]).tolist()
    assert [0, 0, 1, 4, None] == [scale.cell(value) for value in (-1, -0.6, -0.4, 3, 3.6)]
    assert [-1, 0, 1, 2, 3] == scale.values(5).tolist()


def test_a_value_that_is_no_number_has_no_place_and_a_far_one_stays_finite() -> None:
    places = Scale(0, 1, 10).place([math.nan, math.inf, 1e308, -1e308])
    assert [True, True, False, False] == np.isnan(places).tolist()
    assert bool(np.all(np.isfinite(places[2:])))


@pytest.mark.parametrize(
    ("given_low", "given_high", "values", "margin", "expected"),
    [
        (0.0, 4.0, [9.0], 0.0, (0.0, 4.0)),
        (None, None, [1.0, 3.0], 0.0, (1.0, 3.0)),
        (None, None, [10.0, 20.0], 0.05, (9.5, 20.5)),
        (None, None, [1.0, 21.0], 0.05, (0.0, 22.0)),
        (None, None, [7.0, 7.0], 0.0, (6.0, 8.0)),
        (None, None, [], 0.0, (0.0, 1.0)),
        (4.0, 0.0, [], 0.0, (0.0, 4.0)),
        (math.nan, math.inf, [2.0, 3.0], 0.0, (2.0, 3.0)),
    ],
)
def test_limits(
    given_low: float | None, given_high: float | None, values: list[float], margin: float, expected: tuple[float, float]
) -> None:
    assert expected == pytest.approx(limits(given_low, given_high, np.array(values), margin=margin))


EXTREMES = [sign * size for sign in (-1, 1) for size in (LARGEST, 1.7e308, LARGEST / 2, 1e-300, 5e-324, 0.0)]


@given(
    st.none() | st.sampled_from(EXTREMES),
    st.none() | st.sampled_from(EXTREMES),
    st.lists(st.sampled_from(EXTREMES), max_size=3),
    st.sampled_from([0.0, 0.05, 0.5]),
)
@example(None, -1e300, [-1e300, 1e300], 0.05)
@example(1e300, None, [-1e300, 1e300], 0.05)
def test_limits_at_the_edge_of_what_can_be_reckoned_are_apart_and_so_are_their_places(
    low: float | None, high: float | None, values: list[float], margin: float
) -> None:
    found_low, found_high = limits(low, high, np.array(values, dtype=np.float64), margin=margin)
    assert -LARGEST <= found_low < found_high <= LARGEST
    scale = Scale(found_low, found_high, 20)
    assert [0.5, 19.5] == pytest.approx(scale.place([found_low, found_high]).tolist())
    assert (0, 19) == (scale.cell(found_low), scale.cell(found_high))


@given(
    st.none() | st.floats(allow_nan=True, allow_infinity=True),
    st.none() | st.floats(allow_nan=True, allow_infinity=True),
    st.lists(st.floats(allow_nan=True, allow_infinity=True), max_size=8),
)
def test_limits_are_always_finite_and_apart(low: float | None, high: float | None, values: list[float]) -> None:
    found_low, found_high = limits(low, high, np.array(values, dtype=np.float64), margin=0.05)
    assert -LARGEST <= found_low < found_high <= LARGEST
