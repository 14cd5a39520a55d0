"""Dialogs on the smallest terminal: their frame is whole, and nothing in the settings is out of sight."""

from __future__ import annotations

import pytest

from tests.ui.conftest import OpenApp
from tutor.ui import messages
from tutor.ui.screens.settings import LOOK

LEAST = (60, 18)


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_the_frame_of_a_dialog_is_whole(open_app: OpenApp, language: str) -> None:
    async with open_app(at=("line", "move"), size=LEAST, language=language) as walk:
        for key in ("s", "question_mark", "slash", "e", "c"):
            rows = (await walk.seen(key)).splitlines()
            [top] = [row for row in rows if "╭─" in row]
            assert top.rstrip().endswith("╮"), (key, top)
            [bottom] = [row for row in rows if "╰─" in row]
            assert bottom.rstrip().endswith("╯"), (key, bottom)
            await walk.press("escape")


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_every_setting_is_in_sight_and_answers_the_mouse(open_app: OpenApp, language: str) -> None:
    labels = [*(one.label for one in LOOK), messages.SETTING_LANGUAGE, messages.SETTING_SURE, messages.SETTING_FRONT]
    async with open_app(at=("line", "move"), size=LEAST, language=language) as walk:
        screen = await walk.seen("s")
        assert [] == [label(language) for label in labels if label(language) not in screen]
        row = next(y for y, line in enumerate(screen.splitlines()) if messages.SETTING_FRONT(language) in line)
        await walk.pilot.click(offset=(10, row))
        shown = (await walk.seen()).splitlines()[row]
        assert "▸" in shown
