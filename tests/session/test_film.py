"""Which step of a film is seen at a moment: ten steps a second, from the moment and the step it was started at."""

from __future__ import annotations

import pytest

from tutor.parameter import Timeline
from tutor.session.film import Film

NOON = 43_200.0
"""in seconds"""


@pytest.mark.parametrize(
    ("seconds", "speed", "step"), [(0, 1, 7), (0.35, 1, 10), (2, 1, 27), (2, 0.25, 12), (2, 4, 87), (20, 1, 100)]
)
def test_a_film_is_as_far_as_it_has_played_since_it_began(seconds: float, speed: float, step: int) -> None:
    film = Film(Timeline(last=100, per_second=10.0), NOON, 7, speed)
    assert step == film.step_at(NOON + seconds)


def test_at_another_speed_it_goes_on_from_where_it_is() -> None:
    """3 seconds at 10 steps a second, from step 7: 37. Then 2 seconds at 20: 77."""
    faster = Film(Timeline(last=100, per_second=10.0), NOON, 7).at_speed(2.0, NOON + 3)
    assert (37, 77) == (faster.step_at(NOON + 3), faster.step_at(NOON + 5))
