"""The progress screen."""

from __future__ import annotations

import pytest

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
        screen = await walk.seen("g")
        assert "Nothing here yet." in screen
        await walk.press("escape")
        assert isinstance(walk.app.screen, HomeScreen)


@pytest.mark.usefixtures("studied")
async def test_lessons_show_their_skills_and_open(open_app: OpenApp) -> None:
    async with open_app() as walk:
        screen = await walk.seen("g", "right")
        line = next(line for line in screen.splitlines() if "A line" in line)
        assert "◕◐◆○○" in line
        assert "40 min" in line
        assert "◕ Move it" in screen
        assert "◐ Choose" in screen
        screen = await walk.seen("down")
        assert "▸  2  A film" in screen
        await walk.press("enter")
        assert isinstance(walk.app.screen, LessonScreen)
        assert "A film" in await walk.seen()


async def test_reviews_ahead_are_counted_by_day(open_app: OpenApp, studied: Store) -> None:
    """By FSRS, what was right is due two days later, and what was wrong the day after.

    The height is due today, but the missing word, which uses the same line, was right today: that puts it off.
    """
    record(studied, "some-of-three", "in-order", right=False, days_ago=0)
    record(studied, "missing-word", days_ago=0)
    async with open_app() as walk:
        screen = await walk.seen("g", "right", "right", "right")
        # A prediction never comes back.
        assert "Questions today: 1" in screen
        rows = [line.split() for line in screen.splitlines() if "│" in line]
        assert ["1", "2", "1", "0", "0", "0", "1", *["0"] * 7] == [row[-1] for row in rows]
        assert "tomorrow" == rows[1][0]


@pytest.mark.usefixtures("studied")
async def test_every_page_is_turned_to_by_key_and_by_a_click_on_its_name(open_app: OpenApp) -> None:
    async with open_app(size=(60, 18)) as walk:
        shown = [await walk.seen("g"), *[await walk.seen(*["down"] * 4, "right") for _ in PAGES[1:]]]
        assert len(PAGES) == len(set(shown))
        for page in PAGES:
            await walk.pilot.click(offset=(shown[0].splitlines()[0].index(page.title("en"), 10), 0))
            assert shown[PAGES.index(page)].splitlines()[2] in await walk.seen()
        await walk.press("right")
        assert shown[0] == await walk.seen()
        assert isinstance(walk.app.screen, ProgressScreen)


@pytest.mark.usefixtures("studied")
async def test_everything_changes_with_the_language(open_app: OpenApp) -> None:
    async with open_app() as walk:
        screen = await walk.seen("g", "right", "l")
        assert "움직여 보기" in screen or "움직이기" in screen or "익힘" in screen
        assert "learnt" not in screen


@pytest.mark.usefixtures("studied")
async def test_help_names_no_key_of_a_page_twice(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.press("g")
        for _ in PAGES:
            helped = await walk.seen("question_mark")
            here = helped.split("Here")[1].split("Everywhere")[0]
            assert here.count("scroll") <= 1
            assert here.count("lesson") <= 1
            await walk.press("escape", "right")
