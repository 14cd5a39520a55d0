"""The part of a walk that the plain run takes is of the walk, and never nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tests.walks import in_turn, on_screens, some_now


def taken(mark: pytest.MarkDecorator) -> tuple[list[Any], list[Any]]:
    """Return what a plain run takes of a walk, and the rest."""
    cases = mark.args[1]
    return [one.values for one in cases if not one.marks], [one.values for one in cases if one.marks]


def test_those_that_are_named_are_taken_now_and_all_others_later() -> None:
    assert ([("b",)], [("a",), ("c",)]) == taken(some_now("letter", "abc", ["b"]))
    assert ([(1,), (4,)], [(2,), (3,)]) == taken(some_now("number", [1, 2, 3, 4], 3))


@pytest.mark.parametrize("now", [[], ["d"], ["a", "d"]])
def test_a_part_that_is_nothing_or_of_no_walk_is_refused(now: list[str]) -> None:
    with pytest.raises(ValueError, match="of"):
        some_now("letter", "abc", now)


def test_each_in_turn_with_one_of_the_others() -> None:
    assert [("a", 1), ("b", 2), ("c", 1)] == in_turn("abc", [1, 2])
    now, later = taken(on_screens((80, 24), (60, 18)))
    assert [((80, 24), "en"), ((60, 18), "ko")] == now
    assert [((80, 24), "ko"), ((60, 18), "en")] == later
