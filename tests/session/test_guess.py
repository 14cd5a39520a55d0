"""Where a guess stands on a drawing: on the axis of what is guessed, and beside nothing that has no place there."""

from __future__ import annotations

import math

import numpy as np
import pytest

from tutor.course.questions import Guess
from tutor.figure import Axis, Figure, Guide, Mark, Matrices, Matrix, Panels, Place
from tutor.language import Text
from tutor.role import Role
from tutor.session.guess import with_guesses

ALT = Text(en="a line", ko="직선")
DRAWN = Figure(
    (Guide("x", 1.0),),
    ALT,
    Axis("x", 0, 10),
    Axis("y", 0, 10),
    places={"across": Place("x"), "height": Place("y"), "over": Place("y", 4.0), "beside": Place("x", 4.0)},
)


@pytest.mark.parametrize(
    ("readout", "where"),
    [("across", ("x", 7.0)), ("height", ("y", 7.0)), ("over", (4.0, 7.0)), ("beside", (7.0, 4.0))],
)
def test_a_guess_stands_where_what_it_is_of_would_lie(readout: str, where: tuple[object, float]) -> None:
    found = with_guesses(DRAWN, (Guess(readout, 7.0, 5.0),))
    assert isinstance(found, Figure)
    kept, added = found.layers
    assert DRAWN.layers == (kept,)
    assert isinstance(added, Guide | Mark)
    assert Role.GUESS == added.role
    assert where == ((added.axis, added.at) if isinstance(added, Guide) else (added.x, added.y))


@pytest.mark.parametrize(
    "guess", [Guess("elsewhere", 7.0, 5.0), Guess("across", math.nan, 5.0), Guess("over", math.inf, 5.0)]
)
def test_a_guess_without_a_place_or_without_a_number_is_not_drawn(guess: Guess) -> None:
    assert with_guesses(DRAWN, (guess,)) is DRAWN


def test_of_several_drawings_each_shows_what_has_its_place_there() -> None:
    table = Matrices((Matrix(np.ones(2)),), ALT)
    found = with_guesses(Panels((DRAWN, table), ALT), (Guess("across", 7.0, 5.0),))
    assert isinstance(found, Panels)
    first, second = found.parts
    assert isinstance(first, Figure)
    assert 2 == len(first.layers)
    assert second is table
