"""Lines are cut where they cross the limits, and broken where there is no number."""

from __future__ import annotations

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tutor.chart.clip import MOST_POINTS, Stroke, dashed, polyline, segments

NAN = math.nan


def pieces(stroke: Stroke) -> list[list[tuple[float, float]]]:
    found: list[list[tuple[float, float]]] = []
    for x, y, starts in zip(stroke.x, stroke.y, stroke.starts, strict=True):
        if starts:
            found.append([])
        found[-1].append((round(float(x), 3), round(float(y), 3)))
    return found


def line(*points: tuple[float, float]) -> Stroke:
    x, y = np.array(points, dtype=np.float64).T
    return polyline(x, y, 10, 6)


# The plot is 10 x 6 cells: places from 0.5 to 9.5 across, 0.5 to 5.5 up.


def test_a_line_inside_is_left_alone() -> None:
    assert pieces(line((1, 1), (5, 5), (9, 2))) == [[(1, 1), (5, 5), (9, 2)]]


def test_a_line_that_leaves_is_cut_at_the_edge_not_dropped() -> None:
    # From (1, 1.5) with slope 1: it reaches the upper edge 5.5 after 4 cells, at x = 5.
    assert pieces(line((1, 1.5), (9, 9.5))) == [[(1, 1.5), (5, 5.5)]]


def test_a_line_right_across_keeps_its_middle() -> None:
    # y = x - 2: it enters below at y = 0.5, x = 2.5, and leaves above at y = 5.5, x = 7.5.
    assert pieces(line((-100, -102), (100, 98))) == [[(2.5, 0.5), (7.5, 5.5)]]


def test_a_line_beside_the_plot_is_gone() -> None:
    assert pieces(line((-5, 3), (0, 8))) == []
    assert pieces(line((0, 7), (9, 7))) == []


def test_a_line_that_leaves_and_returns_is_two_pieces() -> None:
    # Up from (1, 0.5) with slope 2, over the top, and down again: it leaves at x = 3.5 and returns at x = 6.5.
    assert pieces(line((1, 0.5), (5, 8.5), (9, 0.5))) == [[(1, 0.5), (3.5, 5.5)], [(6.5, 5.5), (9, 0.5)]]


def test_a_missing_value_breaks_the_line_and_a_lone_point_stays() -> None:
    found = pieces(line((1, 1), (2, 2), (3, NAN), (4, 4), (5, NAN), (6, 1), (7, 1)))
    assert sorted(found) == [[(1, 1), (2, 2)], [(4, 4), (4, 4)], [(6, 1), (7, 1)]]


def test_a_point_on_the_limit_is_inside() -> None:
    assert pieces(line((0.5, 0.5), (9.5, 5.5))) == [[(0.5, 0.5), (9.5, 5.5)]]


def test_segments_are_cut_one_by_one() -> None:
    stroke = segments(
        (np.array([2.0, 20.0]), np.array([-4.0, 1.0]), np.array([2.0, 30.0]), np.array([9.0, 2.0])), 10, 6
    )
    assert pieces(stroke) == [[(2, 0.5), (2, 5.5)]]


def test_dashes_are_as_long_as_they_should_be() -> None:
    # 8 cells to the right are 16 dots: on 0-3, off 3-5, on 5-8, off, on 10-13, off, on 15-16.
    level = Stroke(np.array([1.0, 9.0]), np.array([2.0, 2.0]), np.array([True, False]))
    assert pieces(dashed(level, 3, 2)) == [
        [(1, 2), (2.5, 2)],
        [(3.5, 2), (5, 2)],
        [(6, 2), (7.5, 2)],
        [(8.5, 2), (9, 2)],
    ]


def test_a_long_noisy_curve_keeps_its_extremes_and_few_points() -> None:
    x = np.linspace(0.5, 9.5, 50_000)
    y = 3 + np.sin(7919 * x)
    y[12_345] = 5.4
    stroke = polyline(x, y, 10, 6)
    assert len(stroke.x) <= 2 * 20 + 2
    assert float(stroke.y.max()) == 5.4


numbers = st.floats(allow_nan=True, allow_infinity=True) | st.floats(-20, 20)


@given(st.lists(st.tuples(numbers, numbers), max_size=30), st.integers(1, 40), st.integers(1, 20))
def test_whatever_goes_in_what_comes_out_is_finite_and_inside(
    points: list[tuple[float, float]], width: int, height: int
) -> None:
    x, y = np.array(points, dtype=np.float64).reshape(-1, 2).T
    far = 1e9
    stroke = polyline(np.clip(x, -far, far), np.clip(y, -far, far), width, height)
    for cut in (stroke, dashed(stroke, 5, 4)):
        assert bool(np.all((cut.x >= 0.5) & (cut.x <= width - 0.5)))
        assert bool(np.all((cut.y >= 0.5) & (cut.y <= height - 0.5)))
    assert len(stroke.x) <= 2 * MOST_POINTS
