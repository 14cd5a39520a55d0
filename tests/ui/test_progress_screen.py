"""The progress screen."""

from __future__ import annotations

import pytest

from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.places import Visit
from tutor.learner.store import Store
from tutor.render.progress import PAGES
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.progress import ProgressScreen

from .answers import DAY, record
from .conftest import NOON, OpenApp


@pytest.fixture
def studied(store: Store) -> Store:
    record(store, "height-at", "guess-height", days_ago=2)
    record(store, "one-of-three", right=False, days_ago=2)
    for ago, seconds in ((2, 600.0), (1, 1800.0)):
        store.save_visit(Visit(f"v{ago}", "tour", "line", "move", NOON - ago * DAY, seconds))
    return store


async def test_an_empty_record_says_what_will_be_here(open_app: OpenApp) -> None:
    async with open_app() as walk:
        screen = await walk.press("g")
        assert "Nothing here yet." in screen
        await walk.press("escape")
        assert isinstance(walk.app.screen, HomeScreen)


@pytest.mark.usefixtures("studied")
async def test_days_show_their_minutes_in_marks_and_in_sum(open_app: OpenApp) -> None:
    """Two days ago ten minutes (▒), yesterday half an hour (▓), today nothing yet."""
    async with open_app() as walk:
        screen = await walk.press("g")
        assert "days: 2, in a row: 2 · time: 40 min · answers: 3, 67% right" in screen
        days = {line.split()[0]: line for line in screen.splitlines() if line.strip()[:3] in ("Tue", "Wed", "Thu")}
        assert days["Tue"].rstrip().endswith("▒")
        assert days["Wed"].rstrip().endswith("▓")
        assert days["Thu"].rstrip().endswith("·◂")


@pytest.mark.usefixtures("studied")
async def test_lessons_show_their_skills_and_open(open_app: OpenApp) -> None:
    async with open_app() as walk:
        screen = await walk.press("g", "right")
        line = next(line for line in screen.splitlines() if "A line" in line)
        assert "●●◐○○" in line
        assert "40 min" in line
        assert "● Move it" in screen
        assert "◐ Choose" in screen
        screen = await walk.press("down")
        assert "▸  2  A film" in screen
        await walk.press("enter")
        assert isinstance(walk.app.screen, LessonScreen)
        assert "A film" in await walk.seen()


async def test_reviews_ahead_are_counted_by_day(open_app: OpenApp, studied: Store) -> None:
    """By FSRS, what was right is due two days later, and what was wrong the day after."""
    record(studied, "some-of-three", "in-order", right=False, days_ago=0)
    record(studied, "missing-word", days_ago=0)
    async with open_app() as walk:
        screen = await walk.press("g", "right", "right")
        assert "Due today: 3" in screen
        rows = [line.split() for line in screen.splitlines() if "│" in line]
        assert ["3", "2", "1", *["0"] * 11] == [row[-1] for row in rows]
        assert "tomorrow" == rows[1][0]


@pytest.mark.usefixtures("studied")
async def test_what_goes_wrong_and_how_close_predictions_came(open_app: OpenApp) -> None:
    async with open_app() as walk:
        screen = await walk.press("g", "left")
        assert "✗ One and one make …" in screen
        assert "1 of 1 wrong" in screen
        assert "1 of 1 predictions right · a typical number is 0% off" in screen
        assert "within 5%" in screen


@pytest.mark.usefixtures("studied")
@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18)])
async def test_no_page_is_wider_than_the_screen_and_every_page_scrolls_to_its_end(
    open_app: OpenApp, size: tuple[int, int], language: str
) -> None:
    async with open_app(size=size, language=language) as walk:
        await walk.press("g")
        for page in PAGES:
            screen = await walk.seen()
            assert page.title(language) in screen
            await walk.press(*["down"] * 4)
            await walk.press("right")
        assert isinstance(walk.app.screen, ProgressScreen)
        assert PAGES[0].title(language) in await walk.seen()


@pytest.mark.usefixtures("studied")
async def test_everything_changes_with_the_language(open_app: OpenApp) -> None:
    async with open_app() as walk:
        screen = await walk.press("g", "right", "l")
        assert "움직여 보기" in screen or "움직이기" in screen or "익힘" in screen
        assert "learnt" not in screen
