"""Guesses on drawings, time at a step: what screens show, without a screen."""

from __future__ import annotations

import math

import numpy as np

from tutor.course.questions import Guess
from tutor.figure import Figure, Guide, Line, Mark, Pixels, Place, Role
from tutor.language import Text
from tutor.session.guess import with_guesses
from tutor.session.presence import Presence

ALT = Text(en="a chart", ko="그래프")
FIGURE = Figure(
    (Line(np.array([0.0, 1.0]), np.array([0.0, 1.0])),),
    ALT,
    places={"cost": Place("y", 2.0), "W": Place("x", 3.0), "mean": Place("y")},
)


def test_a_guess_stands_where_its_readout_lies() -> None:
    marked = with_guesses(FIGURE, (Guess("cost", 4.0, 4.67), Guess("W", 1.0, 2.0), Guess("mean", 7.0, 7.0)))
    assert isinstance(marked, Figure)
    _, cost, weight, mean = marked.layers
    assert isinstance(cost, Mark)
    assert (2.0, 4.0, Role.GUESS, "◆") == (cost.x, cost.y, cost.role, cost.mark)
    assert isinstance(weight, Mark)
    assert (1.0, 3.0, Role.GUESS) == (weight.x, weight.y, weight.role)
    assert isinstance(mean, Guide)
    assert ("y", 7.0, Role.GUESS) == (mean.axis, mean.at, mean.role)


def test_a_guess_without_a_place_changes_nothing() -> None:
    pixels = Pixels(np.zeros((2, 2)), ALT)
    assert FIGURE is with_guesses(FIGURE, (Guess("other", 1.0, 1.0), Guess("cost", math.nan, 4.67)))
    assert pixels is with_guesses(pixels, (Guess("cost", 1.0, 4.67),))


def test_a_visit_is_recorded_on_arrival_and_then_every_fifteen_seconds() -> None:
    visit = Presence("u", "course", "cost", "two-apps", 1_000)
    arrival = visit.at(1_000, active=True)
    assert arrival is not None
    assert 0.0 == arrival.seconds
    assert visit.at(9_000, active=True) is None
    later = visit.at(17_000, active=True)
    assert later is not None
    assert (16.0, 1_000) == (later.seconds, later.at)


def test_time_without_a_key_pressed_and_a_clock_set_back_do_not_count() -> None:
    visit = Presence("u", "course", "cost", "two-apps", 0)
    visit.at(1_000, active=True)
    visit.at(600_000, active=False)
    visit.at(500_000, active=True)
    assert 1.0 == visit.seconds
