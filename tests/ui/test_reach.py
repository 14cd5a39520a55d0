"""How far everything is: three presses at most, from any part of any step, without the mouse."""

from __future__ import annotations

import pytest
from textual.dom import DOMNode

from tests.trusted import outline_in
from tests.walks import some_now
from tutor.learner.store import Store
from tutor.session.session import SURE_SETTING
from tutor.ui.keys import TO_LANGUAGE
from tutor.ui.screens.settings import COUNT
from tutor.ui.widgets.key_line import bindings_on

from .conftest import LESSONS, OpenApp, Walk

STEPS: dict[str, tuple[tuple[str, str], str]] = {
    "text": (("line", "long"), ""),
    "a slider": (("line", "move"), "▸ k"),
    "an entry of numbers": (("line", "move"), "entry"),
    "an entry of words": (("line", "write"), "entry"),
    "options": (("line", "choose"), ""),
    "a film": (("film", "play"), "▸ frame"),
}
"""From what has the focus to where that is, and what leads there."""
EVERYWHERE = {
    "KEY_HELP", f"{TO_LANGUAGE}ko", "KEY_SETTINGS", "KEY_REVIEW", "KEY_PROGRESS", "KEY_SEARCH", "KEY_PALETTE",
    "KEY_QUIT", "KEY_HOME", "KEY_NEXT_PART", "KEY_NEXT_STEP", "KEY_BOOKMARK", "KEY_NOTE",
}  # fmt: skip
"""What there is on every step."""
ON_THE_MAP = {"KEY_TEST_OUT", "KEY_OPEN"}
"""What there is one screen further."""


def live(walk: Walk) -> set[str]:
    """Return the names of what keys do now."""
    return {bound.message for bound in bindings_on(walk.app.screen) if bound.enabled}


def types(focused: DOMNode | None) -> bool:
    """Return whether what has the focus takes a letter for a letter."""
    return focused is not None and focused.check_consume_key("s", "s")


@pytest.mark.parametrize("step", STEPS)
async def test_every_function_is_at_most_three_presses_away(open_app: OpenApp, step: str) -> None:
    at, sign = STEPS[step]
    async with open_app(at=at) as walk:
        await go_to(walk, sign)
        presses = 0
        if types(walk.app.focused):
            await walk.press("tab")
            presses += 1
        assert not types(walk.app.focused)
        assert set() == EVERYWHERE - live(walk)
        # What is on the next screen takes one more.
        await walk.press("escape")
        assert set() == ON_THE_MAP - live(walk)
        assert presses + 2 <= 3


async def go_to(walk: Walk, sign: str) -> None:
    """Give the focus to what is meant by one of the `STEPS`."""
    if sign == "entry":
        await walk.tab_to_entry()
    elif sign:
        await walk.tab_to(sign)


@some_now("step", STEPS, ["a slider", "options"])
async def test_every_setting_is_at_most_three_presses_away(open_app: OpenApp, store: Store, step: str) -> None:
    at, sign = STEPS[step]
    names = ("language", "theme", "colours", "marks", "maths", "motion", "frames", SURE_SETTING, "front")
    assert COUNT == len(names)
    async with open_app(at=at) as walk:
        for number, name in enumerate(names, 1):
            await go_to(walk, sign)
            before = store.settings().get(name)
            keys = ("tab", "s", str(number)) if types(walk.app.focused) else ("s", str(number))
            assert len(keys) <= 3
            await walk.press(*keys)
            assert before != store.settings().get(name), name
            await walk.press("escape")


async def test_from_a_program_that_is_being_written_it_is_no_farther(open_app: OpenApp, store: Store) -> None:
    async with open_app(course=outline_in(LESSONS), at=("cost", "write")) as walk:
        await walk.press("enter")
        assert types(walk.app.focused)
        await walk.press("escape")
        assert set() == EVERYWHERE - live(walk)
        await walk.press("s", str(COUNT))
        assert "plain" == store.settings()["front"]
