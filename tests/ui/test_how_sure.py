"""After a prediction: how sure, with one key, before the truth is seen. Nobody has to say."""

from __future__ import annotations

import pytest

from tests.ui.conftest import OpenApp
from tutor.learner.store import Store
from tutor.session.session import SURE_SETTING


@pytest.fixture(autouse=True)
def asked(store: Store) -> None:
    """The setting as it is at first."""
    store.save_setting(SURE_SETTING, "on")


def said(store: Store) -> list[tuple[str, str, int]]:
    return [(made.question, made.response, made.sure) for made in store.attempts()]


@pytest.mark.parametrize(("key", "claim"), [("1", 25), ("2", 75), ("3", 95), ("enter", 0)])
async def test_a_prediction_asks_how_sure_with_one_key_and_shows_the_truth_after_it(
    open_app: OpenApp, store: Store, key: str, claim: int
) -> None:
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to_entry()
        screen = await walk.seen("4", "enter")
        assert "how sure are you?" in screen
        assert "[fairly sure] 2" in screen
        assert "It is 6" not in " ".join(screen.split())
        assert [] == said(store)
        screen = await walk.seen(key)
        assert "You guessed 4. It is 6" in " ".join(screen.split())
        assert "how sure" not in screen
    assert [("guess-height", "4", claim)] == said(store)


async def test_until_it_is_said_the_prediction_can_be_made_anew(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to_entry()
        await walk.press("4", "enter")
        await walk.tab_to_entry()
        await walk.press("backspace", "5", "enter", "3")
    assert [("guess-height", "5", 95)] == said(store)


@pytest.mark.parametrize("keys", [("n",), ("escape",), ("ctrl+q",)])
async def test_who_goes_on_without_a_word_has_predicted_all_the_same(
    open_app: OpenApp, store: Store, keys: tuple[str, ...]
) -> None:
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to_entry()
        await walk.press("4", "enter")
        await walk.pilot.press(*keys)
        await walk.pilot.pause()
    assert [("guess-height", "4", 0)] == said(store)


async def test_a_step_that_was_left_so_shows_the_truth_when_one_comes_back(open_app: OpenApp) -> None:
    async with open_app(at=("line", "guess")) as walk:
        await walk.tab_to_entry()
        await walk.press("4", "enter")
        await walk.press("n")
        screen = await walk.seen("p")
        assert "You guessed 4. It is 6" in " ".join(screen.split())


async def test_the_settings_turn_it_off(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "guess"), language="ko") as walk:
        await walk.press("s", "8", "escape")
        assert "off" == store.settings()[SURE_SETTING]
        await walk.tab_to_entry()
        screen = await walk.seen("4", "enter")
        assert "예측: 4, 실제 값: 6" in " ".join(screen.split())
