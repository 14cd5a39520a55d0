"""The words on a step, and all of them: asked for, searched, followed to where they are taught, and back."""

from __future__ import annotations

from unittest import mock

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.walks import on_screens
from tutor.course.finding import CourseError, Finding, Place
from tutor.language import Text
from tutor.session.session import Session
from tutor.ui.keys import JAMO

from .conftest import OpenApp
from .test_snapshots import COURSE, TextFile

SIZES = [(120, 36), (80, 24)]
HERE = ("cost", "cost-of-all")


@on_screens(*SIZES)
async def test_the_words_on_a_step(
    open_app: OpenApp, snapshot: SnapshotAssertion, size: tuple[int, int], language: str
) -> None:
    """Look for: each with its other names and a sentence; the chosen one with its formula and where it is taught."""
    async with open_app(course=COURSE, at=HERE, language=language, size=size) as walk:
        await walk.press("d")
        assert snapshot(extension_class=TextFile) == await walk.seen("down")


@on_screens(*SIZES)
async def test_all_words(open_app: OpenApp, snapshot: SnapshotAssertion, size: tuple[int, int], language: str) -> None:
    """Look for: a line to type in, the words in the order of the alphabet; then those that hold what was typed."""
    async with open_app(course=COURSE, language=language, size=size) as walk:
        first = await walk.seen("d")
        found = await walk.seen(*"entropy")
        assert snapshot(extension_class=TextFile) == f"{first}\n{found}"


async def test_a_word_leads_to_where_it_is_taught_and_a_key_leads_back(open_app: OpenApp) -> None:
    async with open_app(course=COURSE, at=HERE) as walk:
        here = await walk.seen()
        assert "b back" not in here
        await walk.press("d")
        await walk.press("d")
        there = await walk.seen(*"weight")
        assert "▸ weight" in there
        there = await walk.seen("enter")
        assert "The same thing, drawn" in there
        assert "b back" in there
        # A second word from there, and the whole way back.
        await walk.press("d", "d", *"xor")
        assert "Two switches, one lamp" in await walk.seen("enter")
        assert "The same thing, drawn" in await walk.seen("b")
        back = await walk.seen("b")
        assert here.splitlines()[:30] == back.splitlines()[:30]
        assert "b back" not in back


async def test_the_way_back_is_not_kept_once_one_has_gone_elsewhere(open_app: OpenApp) -> None:
    async with open_app(course=COURSE, at=HERE) as walk:
        await walk.press("d", "d", *"weight")
        assert "b back" in await walk.seen("enter")
        assert "b back" not in await walk.seen("escape")
        assert walk.app.screen_stack[0].__class__.__name__ == "HomeScreen"
        await walk.press("b")
        assert walk.app.screen_stack[0].__class__.__name__ == "HomeScreen"


async def test_from_the_course_map_one_comes_back_to_it(open_app: OpenApp) -> None:
    async with open_app(course=COURSE, resume=False) as walk:
        home = await walk.seen()
        await walk.press("d", *"softplus")
        assert "Corners rounded" in await walk.seen("enter")
        assert home.splitlines()[0] == (await walk.seen("b")).splitlines()[0]


async def test_a_word_that_is_taught_here_leads_nowhere_else(open_app: OpenApp) -> None:
    async with open_app(course=COURSE, at=HERE) as walk:
        await walk.press("d", "d", *"mean squared", "enter")
        seen = await walk.seen()
        assert "All samples, one cost" in seen
        assert "b back" not in seen


@pytest.mark.parametrize("key", [JAMO["d"], "이", "D"])
async def test_the_key_works_under_a_korean_keyboard(open_app: OpenApp, key: str) -> None:
    async with open_app(course=COURSE, at=HERE, language="ko") as walk:
        assert "이 화면의 용어" in await walk.seen(key)


async def test_words_are_found_by_their_names_in_the_other_language(open_app: OpenApp) -> None:
    async with open_app(course=COURSE, at=HERE, language="ko") as walk:
        await walk.press("d", "d")
        assert "▸ 손실" in await walk.seen(*"loss")


async def test_the_search_finds_a_term_by_any_name(open_app: OpenApp) -> None:
    async with open_app(course=COURSE) as walk:
        await walk.press("slash")
        assert "▸ § binary cross-entropy" in await walk.seen(*"이항교차엔트로피")
        assert "From a column to one number" in await walk.seen("enter")


async def test_a_course_without_a_glossary_has_no_key_for_it(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        before = await walk.seen()
        assert "words here" not in before
        assert before == await walk.seen("d")


async def test_a_broken_glossary_is_a_notice_and_nothing_more(open_app: OpenApp) -> None:
    broken = CourseError(
        (
            Finding(
                Place("glossary.yaml", 1, 3),
                Text(en="A term needs 'step'.", ko="용어에는 'step' 필드가 꼭 있어야 합니다."),
            ),
        )
    )
    async with open_app(course=COURSE, at=HERE, notices=True) as walk:
        with mock.patch.object(Session, "glossary", new_callable=mock.PropertyMock, side_effect=broken):
            assert "glossary.yaml:1:3" in await walk.seen("d")
        assert "All samples, one cost" in await walk.seen()


async def test_a_click_on_a_word_opens_it(open_app: OpenApp) -> None:
    async with open_app(course=COURSE, at=HERE) as walk:
        await walk.press("d", "d", *"softplus")
        await walk.pilot.click("WordLines", offset=(4, 0))
        assert "Corners rounded" in await walk.seen()
