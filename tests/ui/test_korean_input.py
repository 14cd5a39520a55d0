"""What a Korean input method sends: syllables one by one or with the key after them, jamo, and full-width forms."""

from __future__ import annotations

import unicodedata

import pytest
from textual import events
from textual.screen import Screen

from tutor.learner.store import Store
from tutor.session.session import SURE_SETTING
from tutor.ui import drive, messages
from tutor.ui.keys import as_bound

from .conftest import OpenApp


@pytest.mark.parametrize("form", ["NFC", "NFD"])
async def test_a_word_is_right_in_syllables_and_in_jamo(open_app: OpenApp, form: str) -> None:
    async with open_app(at=("line", "write"), language="ko") as walk:
        await walk.tab_to_entry()
        assert "✓ " in await walk.seen(*unicodedata.normalize(form, "원점"), "enter")


async def test_a_value_is_typed_in_full_width_digits(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move"), language="ko") as walk:
        await walk.tab_to("▸ k")
        typed = await walk.seen("２", "．", "５", "enter")
        assert "높이 5.0" in typed


async def test_how_sure_one_is_can_be_said_in_full_width(open_app: OpenApp, store: Store) -> None:
    store.save_setting(SURE_SETTING, "on")
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to_entry()
        await walk.press("6", "enter", "２")
    assert [75] == [attempt.sure for attempt in store.attempts("tour")]


async def test_a_full_width_question_mark_asks_for_help(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        await drive.settled(walk.app)
        assert messages.HELP_TITLE("en") in await walk.seen("？")


@pytest.mark.parametrize(("typed", "key"), [("１", "1"), ("？", "question_mark"), ("／", "slash"), ("\u3000", "space")])
def test_a_full_width_character_is_the_key_of_its_narrow_form_if_that_does_something(typed: str, key: str) -> None:
    pressed = events.Key(typed, typed)
    assert key == as_bound(pressed, lambda: {key}).key
    assert pressed is as_bound(pressed, lambda: {"x"})


async def test_for_a_key_that_means_itself_nobody_asks_what_is_bound(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    bound = Screen.active_bindings.fget
    assert bound is not None

    def asking(screen: Screen[object]) -> object:
        asked.append(screen)
        return bound(screen)

    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        monkeypatch.setattr(Screen, "active_bindings", property(asking))
        # No frame is drawn, and so no line of keys either.
        await walk.press("right", "left", "n", "p")
        assert [] == asked
        await walk.press("ㅂ")
        assert asked
