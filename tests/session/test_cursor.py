"""A cursor with which a learner puts points on the plane of a lab: by keys, by clicks, and typed."""

from __future__ import annotations

import pytest

from tests.session.host import FakeHost, Told
from tutor.course.model import LabUse
from tutor.figure import Figure, Mark, Panels
from tutor.labs.playground import train
from tutor.learner.attempts import During
from tutor.parameter import MOST_SPOTS, Spot
from tutor.role import Role
from tutor.session.cursor import Cursor, with_cursor
from tutor.session.host import Occasion
from tutor.session.visit import Visit


def visit() -> Visit:
    use = LabUse(train, train.check({}), show=("units", "frame"), more=("data", "own"))
    return Visit(FakeHost(), use, (), Occasion("xor-training", During.LESSON), Told())


@pytest.fixture
def cursor() -> Cursor:
    return Cursor(visit())


def there(cursor: Cursor) -> str:
    return str(cursor._visit.values["own"])


def test_it_begins_in_the_middle_with_the_points_in_use(cursor: Cursor) -> None:
    assert (0.0, 0.0) == (cursor.x, cursor.y)
    assert "own" == cursor._visit.values["data"]
    assert cursor.here is None


def test_whoever_leaves_an_empty_plane_has_what_was_trained_on_before() -> None:
    one = visit()
    one.move({**one.values, "data": "rings"})
    one.move({**one.values, "frame": 7})
    before = dict(one.values)
    Cursor(one).leave()
    assert before == one.values
    # What was put and taken away again is nothing either; what was set meanwhile stays set.
    cursor = Cursor(one)
    cursor.put(1)
    cursor.remove()
    one.move({**one.values, "units": 3})
    cursor.leave()
    assert ("rings", 3) == (one.values["data"], one.values["units"])


def test_points_that_lie_on_the_plane_stay_in_use(cursor: Cursor) -> None:
    cursor.put(1)
    cursor.leave()
    assert "own" == cursor._visit.values["data"]


def test_points_are_put_changed_and_taken_away_where_it_is(cursor: Cursor) -> None:
    cursor.put(1)
    cursor.go(3, -2)
    cursor.put(0)
    assert "1:0,0;0:0.3,-0.2" == there(cursor)
    assert Spot(0.3, -0.2, 0) == cursor.here
    cursor.put(1)
    assert "1:0,0;1:0.3,-0.2" == there(cursor)
    cursor.remove()
    cursor.remove()
    assert "1:0,0" == there(cursor)


def test_a_click_is_one_class_a_second_the_other_and_a_third_takes_it_away(cursor: Cursor) -> None:
    cursor.go_to(0.52, -0.28)
    seen = []
    for _ in range(4):
        cursor.turn()
        seen.append(there(cursor))
    assert ["1:0.5,-0.3", "0:0.5,-0.3", "", "1:0.5,-0.3"] == seen


def test_each_change_is_taken_back_by_itself(cursor: Cursor) -> None:
    for kind in (1, 0, 1):
        cursor.put(kind)
        cursor.go(1, 0)
    cursor.undo()
    assert "1:0,0;0:0.1,0" == there(cursor)
    cursor.undo()
    assert "1:0,0" == there(cursor)
    cursor.undo()
    cursor.undo()
    assert ("rings", "") == (cursor._visit.values["data"], there(cursor))


def test_it_stays_on_the_plane(cursor: Cursor) -> None:
    cursor.go(-99, 99)
    assert (-1.5, 1.5) == (cursor.x, cursor.y)


@pytest.mark.parametrize(
    "text", ["0.5 -0.3 1", "0.5, -0.3, 1", "(0.5, -0.3) 1", "0.5,-0.3,1", "0,5 −0,3 1", "1/2 -3/10 1", " .5  -.3  1 "]
)
def test_a_point_can_be_typed(cursor: Cursor, text: str) -> None:
    assert cursor.type(text)
    assert "1:0.5,-0.3" == there(cursor)
    assert (0.5, -0.3) == (cursor.x, cursor.y)


@pytest.mark.parametrize(
    "text", ["", "0.5 -0.3", "0.5 -0.3 2", "1.6 0 1", "a b 1", "0.5 x -0.3 1", "0 0 1 1", "1 " * 20]
)
def test_what_is_no_point_is_refused_and_changes_nothing(cursor: Cursor, text: str) -> None:
    assert not cursor.type(text)
    assert "" == there(cursor)
    assert (0.0, 0.0) == (cursor.x, cursor.y)


def test_a_full_plane_takes_no_more_and_still_lets_one_change_what_is_there(cursor: Cursor) -> None:
    for number in range(MOST_SPOTS + 5):
        cursor.go_to(-1.5 + 0.1 * (number % 30), -1.5 + 0.1 * (number // 30))
        cursor.put(number % 2)
    assert cursor.is_full
    assert MOST_SPOTS == len(cursor.spots)
    cursor.go_to(-1.5, -1.5)
    cursor.put(1)
    assert Spot(-1.5, -1.5, 1) == cursor.here
    cursor.remove()
    assert not cursor.is_full


@pytest.mark.parametrize(("keys", "mark"), [((), "┼"), ((1,), "◉"), ((0,), "◎")])
def test_it_is_seen_on_the_plane_that_takes_points_and_on_no_other(
    cursor: Cursor, keys: tuple[int, ...], mark: str
) -> None:
    for kind in keys:
        cursor.put(kind)
    (picture,) = (with_cursor(one, cursor) for one in cursor._visit.drawings)
    assert isinstance(picture, Panels)
    plane, *others = picture.parts
    assert isinstance(plane, Figure)
    marks = [one for one in plane.layers if isinstance(one, Mark)]
    # In the colour of what is the learner's own.
    assert [(0.0, 0.0, mark, Role.GUESS)] == [(one.x, one.y, one.mark, one.role) for one in marks]
    assert others == [part for part in picture.parts[1:] if with_cursor(part, cursor) is part]
