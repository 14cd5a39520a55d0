"""A window of another size, whatever is going on: nothing is lost, nothing is left behind, and the room is used."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.walks import some_now
from tutor.course.outline import load_outline
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.question import Entry

from .conftest import LESSONS, OpenApp, Walk

COURSE = load_outline(LESSONS)
SIZES = ((60, 18), (300, 100), (80, 24), (59, 17), (200, 50), (120, 36))
"""The least and the most, on the way one that is too small, and at the end the one at which an app begins here."""


async def through_all_sizes(walk: Walk) -> str:
    """Give the terminal one size after the other, to come back to the first, and return the screen as it is then."""
    assert SIZES[-1] == walk.app.size
    for columns, rows in SIZES:
        screen = await walk.seen_at(columns, rows)
        lines = screen.splitlines()
        assert len(lines) <= rows
        assert [] == [line for line in lines if cell_len(line) > columns], f"at {columns}x{rows}"
    return screen


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_what_is_being_typed_stays(open_app: OpenApp, language: str) -> None:
    async with open_app(at=("line", "move"), language=language) as walk:
        await walk.tab_to_entry()
        before = await walk.seen(*"12.5")
        assert before == await through_all_sizes(walk)
        assert isinstance(walk.app.focused, Entry)
        assert "12.54" in await walk.seen(*"4")


async def test_a_slider_keeps_its_value_and_the_keys(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        before = await walk.seen("right", "right")
        assert before == await through_all_sizes(walk)
        assert isinstance(walk.app.focused, Controls)
        assert before != await walk.seen("right")


@some_now("key", ["s", "question_mark", "g", "d", "slash", "ctrl+p", "c"], 4)
async def test_a_dialog_stays_open_over_the_same_screen(open_app: OpenApp, key: str) -> None:
    async with open_app(course=COURSE, at=("cost", "two-apps")) as walk:
        below = await walk.seen()
        before = await walk.seen(key)
        assert below != before
        assert before == await through_all_sizes(walk)
        assert below == await walk.seen("escape")


async def test_a_film_goes_on_playing(open_app: OpenApp) -> None:
    async with open_app(at=("film", "play")) as walk:
        await walk.tab_to("▸ frame")
        walk.app.screen.query_one(Controls).play()
        for columns, rows in SIZES:
            await walk.pilot.resize_terminal(columns, rows)
            assert walk.app.screen_stack[0].query_one(Controls).playing
        await walk.pilot.resize_terminal(120, 36)
        assert walk.app.screen.query_one(Controls).playing
        walk.clock.pass_seconds(60)
        await walk.pilot.pause(0.2)
        assert not walk.app.screen.query_one(Controls).playing


@pytest.mark.parametrize("size", [(141, 40), (200, 50), (300, 100)])
async def test_a_wide_screen_is_used_to_its_edge_and_a_high_one_to_its_foot(
    open_app: OpenApp, size: tuple[int, int]
) -> None:
    async with open_app(course=COURSE, at=("cost", "parabola"), size=size) as walk:
        columns, rows = size
        lines = (await walk.seen()).splitlines()
        drawn = [line for line in lines[2:-1] if "┼" in line or "┬" in line or "─" in line]
        assert max(cell_len(line) for line in drawn) >= columns - 8
        # The chart grows with the screen: its axis stands in the lower half.
        assert max(number for number, line in enumerate(lines) if "┬" in line) > rows / 2
