"""The last page of a course: how one comes to it, and back."""

from __future__ import annotations

import pytest

from tutor.learner.places import Visit
from tutor.learner.store import Store
from tutor.ui.screens.closing import ClosingScreen
from tutor.ui.screens.home import HomeScreen

from .answers import course, record
from .conftest import NOON, OpenApp

TITLE = {"en": "The end of the course: A short tour", "ko": "강좌를 마치며: "}
LAST = course().lessons[-1]


@pytest.fixture
def over(store: Store) -> Store:
    """The record of one who has done all of the last lesson."""
    record(store, *(question.id for question in LAST.questions), "make-steep")
    for step in LAST.steps:
        store.save_visit(Visit(f"at {step.id}", "tour", LAST.id, step.id, NOON, 30.0))
    return store


@pytest.mark.usefixtures("over")
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_map_leads_to_the_last_page(open_app: OpenApp, size: tuple[int, int], language: str) -> None:
    async with open_app(size=size, language=language, resume=False) as walk:
        assert {"en": "[The end of the course] c", "ko": "[강좌를 마치며] c"}[language] in await walk.seen()
        screen = await walk.seen("c")
        assert isinstance(walk.app.screen, ClosingScreen)
        assert TITLE[language] in screen
        scrolled = await walk.seen("pagedown", "pagedown")
        assert "tutor recap all" in " ".join(scrolled.split())
        await walk.press("escape")
        assert isinstance(walk.app.screen, HomeScreen)


async def test_before_the_last_lesson_is_done_no_key_of_the_map_leads_there(open_app: OpenApp) -> None:
    async with open_app() as walk:
        assert "The end of the course" not in await walk.seen()
        await walk.press("c")
        assert isinstance(walk.app.screen, HomeScreen)


@pytest.mark.usefixtures("over")
async def test_the_last_step_of_the_last_lesson_leads_to_the_last_page(open_app: OpenApp) -> None:
    async with open_app(at=(LAST.id, LAST.steps[-1].id)) as walk:
        await walk.tab_to("▸ → That was the last lesson. The end of the course")
        assert TITLE["en"] in await walk.seen("enter")


@pytest.mark.usefixtures("over")
async def test_the_palette_finds_the_last_page(open_app: OpenApp) -> None:
    async with open_app(resume=False) as walk:
        await walk.press("ctrl+p")
        await walk.type("end of the")
        assert TITLE["en"] in await walk.seen("enter")
