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
    thresholds = gc.get_threshold()
    gc.disable()
    try:
        asyncio.run(opening._collect_garbage())
        assert gc.isenabled()
    finally:
        gc.set_threshold(*thresholds)
        gc.enable()
    # Of what was kept from being looked at before, some may go meanwhile.
    assert gc.get_freeze_count() <= frozen


def test_for_the_pieces_of_a_drawing_that_come_and_go_no_garbage_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "STANDS_AFTER", 0)
    thresholds = gc.get_threshold()
    gc.disable()
    try:
        asyncio.run(opening._collect_garbage())
        gc.collect()
        looks = [one["collections"] for one in gc.get_stats()]
        for _ in range(10):
            pieces: list[list[int]] = [[] for _ in range(2_000)]
            pieces.clear()
        assert looks == [one["collections"] for one in gc.get_stats()]
        # What is left behind goes before there is much of it.
        for _ in range(100_000):
            circle: list[object] = []
            circle.append(circle)
        assert gc.get_stats()[1]["collections"] > looks[1]
    finally:
        gc.set_threshold(*thresholds)
        gc.enable()
