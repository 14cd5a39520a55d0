"""Keys typed ahead: each is for the screen to which the one before it leads."""

from __future__ import annotations

import asyncio

import pytest

from tests.walks import some_now
from tutor.ui.screens.help import HelpScreen
from tutor.ui.screens.lesson import LessonScreen

from .conftest import OpenApp
from .test_rough_hands import send


@pytest.mark.parametrize(
    ("before", "keys", "step"),
    [
        ((), b"\rn", "guess"),
        ((), b"\rnnp", "guess"),
        (("slash", *"line"), b"\rn", "guess"),
        (("enter",), b"q\rnn", "set"),
    ],
    ids=["the map", "further", "the search", "there and back"],
)
async def test_a_key_is_for_the_lesson_that_the_one_before_it_opens(
    open_app: OpenApp, before: tuple[str, ...], keys: bytes, step: str
) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.press(*before)
        send(walk, keys)
        await walk.settled()
        assert isinstance(walk.app.screen, LessonScreen)
        assert step == walk.app.screen.place[0].step


async def test_a_key_is_for_what_is_below_the_dialog_that_the_one_before_it_closes(open_app: OpenApp) -> None:
    async with open_app(size=(80, 24)) as walk:
        send(walk, b"?q?")
        await walk.settled()
        assert isinstance(walk.app.screen, HelpScreen)
        send(walk, b"q\x1b[B\r")
        await walk.settled()
        assert isinstance(walk.app.screen, LessonScreen)
        assert "film" == walk.app.screen.place[0].lesson


@some_now("beats", range(20), 4)
async def test_however_soon_a_key_comes_after_the_one_that_opens_a_lesson_it_is_for_that(
    open_app: OpenApp, beats: int
) -> None:
    async with open_app(size=(80, 24)) as walk:
        await walk.settled()
        send(walk, b"\r")
        for _ in range(beats):
            await asyncio.sleep(0)
        send(walk, b"n")
        await walk.settled()
        assert isinstance(walk.app.screen, LessonScreen)
        assert "guess" == walk.app.screen.place[0].step
