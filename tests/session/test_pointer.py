"""A pointer with which a learner puts points on the plane of a lab: by keys, by clicks, and typed."""

from __future__ import annotations

import pytest

from tests.session.host import FakeHost, Told
from tutor.course.model import LabUse
from tutor.figure import Figure, Mark, Panels
from tutor.labs.playground import train
from tutor.learner.attempts import During
from tutor.parameter import MOST_SPOTS, Spot
from tutor.session.answering import Occasion
from tutor.session.pointer import Pointer, with_pointer
from tutor.session.visit import Visit


def visit() -> Visit:
    use = LabUse(train, train.check({}), show=("units", "frame"), more=("data", "own"))
    return Visit(FakeHost(), use, (), Occasion("xor-training", During.LESSON), Told())


@pytest.fixture
def pointer() -> Pointer:
    return Pointer(visit())


def there(pointer: Pointer) -> str:
    return str(pointer._visit.values["own"])


def test_it_begins_in_the_middle_with_the_points_in_use(pointer: Pointer) -> None:
    assert (0.0, 0.0) == (pointer.x, pointer.y)
    assert "own" == pointer._visit.values["data"]
    assert pointer.here is None


def test_points_are_put_changed_and_taken_away_where_it_is(pointer: Pointer) -> None:
    pointer.put(1)
    pointer.go(3, -2)
    pointer.put(0)
    assert "1:0,0;0:0.3,-0.2" == there(pointer)
    assert Spot(0.3, -0.2, 0) == pointer.here
    pointer.put(1)
    assert "1:0,0;1:0.3,-0.2" == there(pointer)
    pointer.remove()
    pointer.remove()
    assert "1:0,0" == there(pointer)


def test_a_click_is_one_class_a_second_the_other_and_a_third_takes_it_away(pointer: Pointer) -> None:
    pointer.go_to(0.52, -0.28)
    seen = []
    for _ in range(4):
        pointer.turn()
        seen.append(there(pointer))
    assert ["1:0.5,-0.3", "0:0.5,-0.3", "", "1:0.5,-0.3"] == seen


def test_each_change_is_taken_back_by_itself(pointer: Pointer) -> None:
    for kind in (1, 0, 1):
        pointer.put(kind)
        pointer.go(1, 0)
    pointer.undo()
    assert "1:0,0;0:0.1,0" == there(pointer)
    pointer.undo()
    assert "1:0,0" == there(pointer)
    pointer.undo()
    pointer.undo()
    assert ("rings", "") == (pointer._visit.values["data"], there(pointer))


def test_it_stays_on_the_plane(pointer: Pointer) -> None:
    pointer.go(-99, 99)
    assert (-1.5, 1.5) == (pointer.x, pointer.y)


@pytest.mark.parametrize(
    "text", ["0.5 -0.3 1", "0.5, -0.3, 1", "(0.5, -0.3) 1", "0.5,-0.3,1", "0,5 −0,3 1", "1/2 -3/10 1", " .5  -.3  1 "]
)
def test_a_point_can_be_typed(pointer: Pointer, text: str) -> None:
    assert pointer.type(text)
    assert "1:0.5,-0.3" == there(pointer)
    assert (0.5, -0.3) == (pointer.x, pointer.y)


@pytest.mark.parametrize(
    "text", ["", "0.5 -0.3", "0.5 -0.3 2", "1.6 0 1", "a b 1", "0.5 x -0.3 1", "0 0 1 1", "1 " * 20]
)
def test_what_is_no_point_is_refused_and_changes_nothing(pointer: Pointer, text: str) -> None:
    assert not pointer.type(text)
    assert "" == there(pointer)
    assert (0.0, 0.0) == (pointer.x, pointer.y)


def test_a_full_plane_takes_no_more_and_still_lets_one_change_what_is_there(pointer: Pointer) -> None:
    for number in range(MOST_SPOTS + 5):
        pointer.go_to(-1.5 + 0.1 * (number % 30), -1.5 + 0.1 * (number // 30))
        pointer.put(number % 2)
    assert pointer.is_full
    assert MOST_SPOTS == len(pointer.spots)
    pointer.go_to(-1.5, -1.5)
    pointer.put(1)
    assert Spot(-1.5, -1.5, 1) == pointer.here
    pointer.remove()
    assert not pointer.is_full


@pytest.mark.parametrize(("keys", "mark"), [((), "┼"), ((1,), "◉"), ((0,), "◎")])
def test_it_is_seen_on_the_plane_that_takes_points_and_on_no_other(
    pointer: Pointer, keys: tuple[int, ...], mark: str
) -> None:
    for kind in keys:
        pointer.put(kind)
    (picture,) = (with_pointer(one, pointer) for one in pointer._visit.drawings)
    assert isinstance(picture, Panels)
    plane, *others = picture.parts
    assert isinstance(plane, Figure)
    assert [(0.0, 0.0, mark)] == [(one.x, one.y, one.mark) for one in plane.layers if isinstance(one, Mark)]
    assert others == [part for part in picture.parts[1:] if with_pointer(part, pointer) is part]
