"""Which ticks stand at the left of a plot, by how many rows it has."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tutor.chart.figures import y_ticks_of
from tutor.chart.scale import Scale

QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def rows_of(low: float, high: float, given: tuple[float, ...] | None, rows: int) -> list[int]:
    places = [Scale(low, high, rows).cell(tick.value) for tick in y_ticks_of(low, high, given, rows)]
    return sorted(place for place in places if place is not None)


@pytest.mark.parametrize("given", [QUARTERS, None])
@pytest.mark.parametrize(("low", "high"), [(-0.1, 1.1), (0.0, 1.0), (-0.31, 2.7)])
def test_none_is_twice_as_far_from_the_next_as_another(
    low: float, high: float, given: tuple[float, ...] | None
) -> None:
    for rows in range(3, 60):
        places = rows_of(low, high, given, rows)
        apart = [after - before for before, after in pairwise(places)]
        assert len(places) >= 2, rows
        assert min(apart) >= 1, rows
        assert max(apart) < 2 * min(apart), (rows, places)


def test_given_ticks_that_are_no_even_steps_keep_their_places() -> None:
    assert 3 == len(rows_of(0.0, 10.0, (0.0, 1.0, 10.0), 20))
