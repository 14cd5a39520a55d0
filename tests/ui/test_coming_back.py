"""Coming back: the same day to the step that was left; after a night to the map, which says what is due and where."""

from __future__ import annotations

import pytest

from tests.ui.answers import record
from tests.ui.conftest import OpenApp, StillClock
from tutor.learner.store import Store

DAY = 24 * 3600


async def test_the_same_day_goes_on_where_it_was_left(open_app: OpenApp, clock: StillClock) -> None:
    async with open_app(at=("line", "guess")):
        pass
    clock.pass_seconds(3600)
    async with open_app(at=None, resume=True) as walk:
        assert "line" == walk.app.screen.of_lesson


@pytest.mark.parametrize(
    ("size", "language"), [((120, 36), "en"), ((80, 24), "en"), ((120, 36), "ko"), ((80, 24), "ko")]
)
async def test_after_a_night_the_map_says_what_is_due_and_where_one_was(
    open_app: OpenApp, store: Store, clock: StillClock, size: tuple[int, int], language: str
) -> None:
    record(store, "height-at", "one-of-three")
    async with open_app(at=("line", "choose"), language=language):
        pass
    clock.pass_seconds(DAY)
    async with open_app(at=None, resume=True, size=size, language=language) as walk:
        screen = await walk.seen()
        first = [line for line in screen.splitlines() if line.strip()][1:3]
        if language == "en":
            assert ["↻ Due today: 2, about 1 min (v)", "▶ You were at: 1 · A line › Choose (Enter)"] == [
                line.strip() for line in first
            ]
            assert "for     A straight line is the simplest model." in screen
            assert "needs   nothing before it" in screen
            assert "stands  ◕ 1 right so far" in screen
        else:
            assert ["↻ 오늘 복습할 것: 2문제, 약 1분 (v)", "▶ 하던 곳: 1 · 직선 › 고르기 (엔터)"] == [
                line.strip() for line in first
            ]
            assert "쓰임  직선은 가장 단순한 모델입니다." in screen
        # The cursor stands there.
        assert "▸  1" in screen
        await walk.press("enter")
        assert walk.app.screen.of_lesson == "line"
        assert walk.app.screen.place[0].step == "choose"
