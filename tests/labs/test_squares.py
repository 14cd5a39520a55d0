"""The squares beside the map of the cost: what they weigh, and which settings reach the innermost ring."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest

from tutor.figure import Heat, Mark, Squares
from tutor.labs.squares import squares

POINTS = ((1, Fraction(2)), (2, Fraction(7, 2)), (3, Fraction(4)))
TENTHS = [Fraction(tenth, 10) for tenth in range(-20, 41)]


def errors(W: Fraction, b: Fraction) -> list[Fraction]:
    return [W * x + b - y for x, y in POINTS]


def cost(W: Fraction, b: Fraction) -> Fraction:
    return sum((error**2 for error in errors(W, b)), Fraction(0)) / 3


def test_at_the_start_the_errors_are_1_1_and_2_long_and_the_largest_square_is_two_thirds_of_the_cost() -> None:
    readouts = squares().readouts
    assert [1, -1, -2] == errors(Fraction(-1, 2), Fraction(7, 2)) == list(readouts["errors"].value)
    assert 100 * 4 / 6 == pytest.approx(readouts["share"].value)
    assert 100 * 2 / 4 == pytest.approx(readouts["share_of_lengths"].value)


@pytest.mark.parametrize(("W", "b"), [(-0.5, 3.5), (1.0, 1.2), (3.0, -2.0)])
def test_the_squares_stand_between_the_points_and_the_line_and_the_mark_where_the_map_has_their_mean(
    W: float, b: float
) -> None:
    left, right = squares(W=W, b=b).drawings[0].parts
    drawn = next(layer for layer in left.layers if isinstance(layer, Squares))
    assert [(x, pytest.approx(W * x + b), float(y)) for x, y in POINTS] == [
        *zip(drawn.x.tolist(), drawn.low.tolist(), drawn.high.tolist(), strict=True)
    ]
    mark = next(layer for layer in right.layers if isinstance(layer, Mark))
    assert (W, b) == (mark.x, mark.y)


def test_the_map_has_at_each_place_the_cost_of_the_line_there() -> None:
    heat = next(layer for layer in squares().drawings[0].parts[1].layers if isinstance(layer, Heat))
    rows, columns = heat.z.shape
    for row, column in product(range(0, rows, 12), range(0, columns, 12)):
        W = heat.x_range[0] + (column + 0.5) / columns * (heat.x_range[1] - heat.x_range[0])
        b = heat.y_range[0] + (row + 0.5) / rows * (heat.y_range[1] - heat.y_range[0])
        assert float(cost(Fraction(W), Fraction(b))) == pytest.approx(heat.z[row, column])


def test_below_a_tenth_lie_few_settings_and_none_is_reached_with_one_slider_from_the_start() -> None:
    low = {(W, b) for W, b in product(TENTHS[10:51], TENTHS) if cost(W, b) < Fraction(1, 10)}
    assert 0 < len(low) < 20
    assert (1, Fraction(12, 10)) in low
    assert not any(W == Fraction(-1, 2) or b == Fraction(7, 2) for W, b in low)
    for W, b in product(TENTHS[10:51:3], TENTHS[::3]):
        assert squares(W=float(W), b=float(b)).readouts["low_enough"].value == ((W, b) in low)


def test_a_floor_is_where_moving_one_slider_helps_no_more() -> None:
    for W, b in product(TENTHS[10:51:4], TENTHS[::5]):
        readouts = squares(W=float(W), b=float(b)).readouts
        if readouts["floor_of_b"].value:
            assert cost(W, b) <= min(cost(W + by, b) for by in (Fraction(1, 5), Fraction(-1, 5)))
        if readouts["floor_of_W"].value:
            assert cost(W, b) <= min(cost(W, b + by) for by in (Fraction(1, 5), Fraction(-1, 5)))
