from __future__ import annotations

from datetime import UTC, date

import pytest

from tutor.learner.attempts import During
from tutor.learner.days import Calendar
from tutor.learner.standing import Known, Standing, known_of, together

from .samples import DAY, HOUR, START, attempt

CALENDAR = Calendar(UTC)


def known(*made: tuple[float, str]) -> Known:
    """Return how well a question is known after responses: on which day each was given, and how it went."""
    how = {
        "right": {"right": True},
        "wrong": {"right": False},
        "hinted": {"right": True, "hints": 1},
        "revealed": {"right": False, "revealed": True, "response": ""},
        "tested": {"right": True, "during": During.TEST_OUT},
        "predicted": {"right": True, "kind": "predict"},
    }
    return known_of([attempt("half", at=START + int(day * DAY), **how[went]) for day, went in made], CALENDAR.day)


# By hand: on which days it was right at once, and whether three of them lie a day and then a week apart.
@pytest.mark.parametrize(
    ("days", "is_learnt"),
    [
        ((0,), False),
        ((0, 1), False),
        ((0, 100), False),
        ((0, 1, 2), False),
        ((0, 1, 7), False),
        ((0, 1, 8), True),
        ((0, 2, 13), True),
        ((0, 7, 8), False),
        ((0, 7, 14), True),
        ((0, 100, 101), False),
        ((0, 100, 101, 107), True),
        (tuple(range(8)), False),
        (tuple(range(9)), True),
    ],
)
def test_learnt_is_right_three_times_at_growing_intervals(days: tuple[int, ...], is_learnt: bool):
    found = known(*((day, "right") for day in days))
    assert (Standing.LEARNT if is_learnt else Standing.RIGHT) is found.standing
    assert (len(days), max(days) + 1) == (found.times, found.days)


def test_three_wrong_guesses_and_the_answer_shown_learn_nothing():
    for last in ("wrong", "revealed", "right", "hinted"):
        found = known((0, "wrong"), (0, "wrong"), (0, "wrong"), (0.01, last))
        assert Known(Standing.SHAKY) == found


def test_the_first_response_of_a_day_decides_and_a_wrong_one_after_it_takes_that_back():
    assert Standing.SHAKY is known((0, "hinted"), (0.1, "right")).standing
    assert Standing.RIGHT is known((0, "wrong"), (0, "right"), (1, "right")).standing
    assert 1 == known((0, "right"), (0.1, "right"), (0.2, "right")).times
    assert Known(Standing.RIGHT, 1, 1) == known((0, "right"), (0.1, "hinted"))
    assert Standing.SHAKY is known((0, "right"), (0.1, "wrong"), (0.1, "right")).standing


def test_a_wrong_answer_or_help_begins_it_anew():
    for went in ("wrong", "hinted"):
        found = known((0, "right"), (1, "right"), (8, "right"), (30, went))
        assert Known(Standing.SHAKY, was_right=True) == found
        assert Known(Standing.RIGHT, 2, 4) == known(
            (0, "right"), (8, "right"), (30, went), (31, "right"), (34, "right")
        )


def test_a_test_out_is_one_right_answer_and_a_prediction_is_none():
    assert Known(Standing.RIGHT, 1, 1) == known((0, "tested"))
    assert Known(Standing.PREDICTED) == known((0, "predicted"), (9, "predicted"), (30, "predicted"))
    assert Known(Standing.UNSEEN) == known()
    assert Known(Standing.RIGHT, 1, 1) == known((0, "right"), (9, "predicted"), (30, "predicted"))


def test_days_are_the_learner_s_own_and_a_clock_set_back_learns_nothing():
    late, early = START + 20 * HOUR, START + 21 * HOUR  # 26 February, 02:13 and 03:13 UTC: both the evening before
    made = [attempt("half", at=at) for at in (START + 15 * HOUR, late, early)]
    assert 1 == known_of(made, CALENDAR.day).times
    assert Standing.RIGHT is known((100, "right"), (101, "right"), (0, "right"), (8, "right")).standing


def test_several_are_known_as_well_as_the_weakest():
    learnt, right, twice = Known(Standing.LEARNT, 3, 13), Known(Standing.RIGHT, 1), Known(Standing.RIGHT, 2, 2)
    shaky, predicted, unseen = Known(Standing.SHAKY), Known(Standing.PREDICTED), Known()
    assert learnt == together([learnt, learnt, predicted])
    assert right == together([learnt, twice, right])
    assert shaky == together([right, shaky, learnt])
    assert predicted == together([unseen, predicted])
    assert unseen == together([unseen]) == together([])
    assert Known(Standing.SHAKY, 3, 13, left=2) == together([learnt, unseen, unseen])
    days = (date(2026, 3, 5), date(2026, 3, 2))
    assert days[1] == together([right._replace(due=days[0]), learnt._replace(due=days[1])]).due
