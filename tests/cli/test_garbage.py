"""What the full screen looks through for garbage while it runs."""

from __future__ import annotations

import asyncio
import gc

import pytest

from tutor.cli import open as opening


def test_what_the_first_screen_leaves_behind_is_still_looked_for_once_it_is_left(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(opening, "STANDS_AFTER", 0)
    frozen = gc.get_freeze_count()
    gc.disable()
    try:
        asyncio.run(opening._collect_garbage())
        assert gc.isenabled()
    finally:
        gc.enable()
    assert frozen == gc.get_freeze_count()
