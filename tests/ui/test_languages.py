"""A course in languages that the interface does not speak: it opens, is answered and reviewed in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.trusted import outline_in

from .conftest import OpenApp

ZINS = outline_in(Path(__file__).parent.parent / "courses" / "zins")
GUESS, FACTOR = ("zinseszins", "liegen"), ("zinseszins", "faktor")


@pytest.mark.parametrize("language", ["de", "fr"])
async def test_a_step_in_its_language(open_app: OpenApp, snapshot: SnapshotAssertion, language: str) -> None:
    """Look for: text, labels and question in the course's language; what the interface says, in English."""
    async with open_app(at=FACTOR, course=ZINS, language=language) as walk:
        assert snapshot == await walk.seen()


async def test_a_guess_is_answered_in_its_language(open_app: OpenApp, snapshot: SnapshotAssertion) -> None:
    """Look for: the mistake's own words, the working with its numbers, the guess on the chart."""
    async with open_app(at=GUESS, course=ZINS, language="de") as walk:
        await walk.tab_to_entry()
        assert snapshot == await walk.seen("2", "5", "0", "enter")


async def test_the_key_goes_round_the_languages_of_the_course(open_app: OpenApp) -> None:
    async with open_app(course=ZINS, language="de") as walk:
        assert "Geld, das Geld verdient" in await walk.seen()
        assert "l Français" in await walk.seen()
        shown = await walk.seen("l")
        assert "L’argent qui travaille" in shown
        assert "l Deutsch" in shown
        assert "Geld, das Geld verdient" in await walk.seen("l")


async def test_a_learner_whose_interface_is_another_comes_back_to_it(open_app: OpenApp) -> None:
    async with open_app(course=ZINS, language="ko") as walk:
        assert "Geld, das Geld verdient" in await walk.seen()
        assert "끝내기" in await walk.seen()
        await walk.press("l", "l")
        assert "끝내기" in await walk.seen("l")


async def test_the_settings_name_the_languages_of_the_course(open_app: OpenApp) -> None:
    async with open_app(course=ZINS, language="de") as walk:
        shown = await walk.seen("s")
        assert "● Deutsch   ○ Français" in shown
        assert "한국어" not in shown
        await walk.press("right")
        assert "L’argent qui travaille" in await walk.seen("escape")


async def test_what_was_answered_is_reviewed_in_the_language(open_app: OpenApp) -> None:
    async with open_app(at=FACTOR, course=ZINS, language="de") as walk:
        await walk.tab_to_entry()
        await walk.press("1", "3", "3", ".", "1", "enter")
        await walk.press("escape")
        walk.clock.pass_seconds(90 * 24 * 3600)
        shown = await walk.seen("v")
        assert "Wie viel Euro sind nach" in shown
        assert "Combien" not in shown
        assert "combien d’euros" in await walk.seen("l")
