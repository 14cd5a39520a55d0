"""Testing out of a lesson."""

from __future__ import annotations

from tutor.learner.attempts import During
from tutor.learner.store import Store
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.sitting import SittingScreen

from .answers import answered_during
from .conftest import OpenApp


async def test_a_check_marks_what_is_known_and_the_rest_waits_in_the_lesson(open_app: OpenApp, store: Store) -> None:
    async with open_app() as walk:
        screen = await walk.seen("t")
        assert "Test out: A line" in screen
        assert "One question a skill" in screen
        assert "5 left" in screen
        assert "[hint]" not in screen
        await walk.type("3")
        await walk.press("enter")  # 2 times 1.5
        await walk.press("enter")
        await walk.type("99")
        screen = await walk.seen("enter")
        assert "You guessed 99. It is 6" in screen
        await walk.press("enter", "k", "k")
        screen = await walk.seen("k")
        assert "Shown in this check:" in screen
        assert "✓ Move it" in screen
        assert "Worth reading in the lesson:" in screen
        assert "◐ Guess it" in screen
        await walk.press("escape")
        assert isinstance(walk.app.screen, HomeScreen)
        screen = await walk.seen()
        assert "◕ 1 right so far · ◆ 1 only predicted · ○ 3 not answered" in " ".join(screen.split())
        assert "◕ Move it" in screen
        assert "◆ Guess it" in screen
    assert [("height-at", True), ("guess-height", False)] == answered_during(store, During.TEST_OUT)


async def test_the_end_of_a_check_leads_into_the_lesson_at_what_was_missed(open_app: OpenApp) -> None:
    async with open_app() as walk:
        await walk.press("t", "k")
        await walk.type("99")
        await walk.press("enter", "enter", "k", "k", "k")
        screen = await walk.seen("right", "enter")
        assert isinstance(walk.app.screen, LessonScreen)
        assert "Guess it" in screen


async def test_a_wrong_answer_is_explained_and_asked_once(open_app: OpenApp) -> None:
    async with open_app(language="ko") as walk:
        await walk.press("t")
        await walk.type("1.5")
        screen = await walk.seen("enter")
        assert "그 값은 k입니다." in screen
        assert "답: 3" in screen
        assert "다시 풀기" not in screen
        assert "한 번 더" not in screen


async def test_a_lesson_that_asks_nothing_has_nothing_to_check(open_app: OpenApp) -> None:
    async with open_app() as walk:
        screen = await walk.seen("2", "t")
        assert isinstance(walk.app.screen, SittingScreen)
        assert "asks nothing" in screen
        await walk.press("escape")
        assert isinstance(walk.app.screen, HomeScreen)


async def test_any_lesson_can_be_opened_whatever_was_answered(open_app: OpenApp) -> None:
    async with open_app() as walk:
        screen = await walk.seen("2", "enter")
        assert isinstance(walk.app.screen, LessonScreen)
        assert "A film" in screen
