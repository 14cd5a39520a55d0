"""Reading a lesson: sliders, live values, charts, films, moving from step to step, coming back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tutor.learner.store import Store
from tutor.ui.keys import JAMO
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.controls import Controls

from .conftest import OpenApp, StillClock, Walk

SIZES = [(120, 36), (80, 24)]


def chart_text(walk: Walk) -> str:
    """Return the chart alone, as text."""
    chart = walk.app.screen.query(Chart).first()
    width, height = chart.content_size
    return "\n".join("".join(segment.text for segment in line) for line in chart.lines(width, height))


async def test_a_slider_moves_prose_readouts_and_chart_together(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        before = await walk.tab_to("▸ k")
        chart_before = chart_text(walk)
        assert "At k = 1.0 its height" in before
        assert "height 2.0" in before
        after = await walk.seen("right")
        assert "At k = 1.5 its height" in after
        assert "height 3.0" in after
        assert chart_before != chart_text(walk)
        assert "At k = 1.0 its height" in await walk.seen("left")
        assert chart_before == chart_text(walk)


MOVES = (
    (["end"], "4.0"),
    (["home"], "0.0"),
    (["shift+right"], "4.0"),
    (["pagedown"], "0.0"),
    (["right", "right", "u"], "1.0"),
    (["right", "end", "r"], "1.0"),
    (["2", "full_stop", "5", "enter"], "2.5"),
    (["2", "comma", "5", "enter"], "2.5"),
    (["1", "slash", "2", "enter"], "0.5"),
    (["1", "h", "backspace", "full_stop", "5", "enter"], "1.5"),
    (["3", "escape"], "1.0"),
    (["3", "backspace", "2", "enter"], "2.0"),
)
"""Keys, and where the slider stands after them: at first at 1."""


async def test_a_slider_is_moved_in_steps_in_leaps_typed_undone_and_reset(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        for keys, value in MOVES:
            assert f"At k = {value} its height" in await walk.seen(*keys), keys
            await walk.press("r")


async def test_a_typed_value_outside_the_limits_is_refused_with_the_limits(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        refused = await walk.seen("9", "enter")
        assert "0 … 4" in refused
        assert "At k = 1.0 its height" in refused
        assert "At k = 2.0 its height" in await walk.seen("backspace", "2", "enter")


async def test_a_readout_unfolds_into_its_working_and_folds_again(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        assert "1·2 = 2" in await walk.seen("w")
        assert "1·2 = 2" not in await walk.seen("w")


async def test_the_source_behind_the_lab_is_one_key_away(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        assert "k = 1 " in await walk.seen("c")
        assert "def times(k: float, x: float) -> float:" in await walk.seen("right")
        assert "def line(k: float) -> Result:" in await walk.seen("right")
        assert "At k = 1.0 its height" in await walk.seen("escape")


async def test_a_film_plays_by_the_clock_pauses_steps_and_is_pulled_back(open_app: OpenApp, clock: StillClock) -> None:
    async with open_app(at=("film", "play")) as walk:
        await walk.tab_to("▸ frame")
        playing = await walk.seen("space")
        assert "pause" in playing
        clock.pass_seconds(1.25)
        walk.app.screen.query_one(Controls)._tick()
        assert "has walked 12 steps" in await walk.seen()
        await walk.press("space")
        clock.pass_seconds(5)
        assert "has walked 12 steps" in await walk.seen()
        assert "has walked 13 steps" in await walk.seen("right")
        assert "has walked 3 steps" in await walk.seen("shift+left")
        assert "has walked 0 steps" in await walk.seen("home")


async def test_a_film_stops_at_its_end_and_starts_over_from_there(open_app: OpenApp, clock: StillClock) -> None:
    async with open_app(at=("film", "play")) as walk:
        await walk.tab_to("▸ frame")
        await walk.press("space")
        clock.pass_seconds(60)
        walk.app.screen.query_one(Controls)._tick()
        ended = await walk.seen()
        assert "has walked 40 steps" in ended
        assert not walk.app.screen.query_one(Controls).playing
        assert "has walked 0 steps" in await walk.seen("space")
        assert walk.app.screen.query_one(Controls).playing


async def test_a_film_plays_twice_as_fast_after_one_key(open_app: OpenApp, clock: StillClock) -> None:
    async with open_app(at=("film", "play")) as walk:
        await walk.tab_to("▸ frame")
        await walk.press("right_square_bracket", "space")
        clock.pass_seconds(1)
        walk.app.screen.query_one(Controls)._tick()
        assert "has walked 20 steps" in await walk.seen()


async def test_a_toggle_and_a_choice_are_moved_with_arrows_and_space(open_app: OpenApp) -> None:
    async with open_app(at=("film", "play")) as walk:
        await walk.tab_to("▸ frame")
        assert "■ on" in await walk.seen("down", "space")
        assert "sides 4" in await walk.seen("down")
        assert "sides 0" in await walk.seen("right")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_enter_alone_leads_from_the_first_step_to_the_last(open_app: OpenApp, size: tuple[int, int]) -> None:
    async with open_app(at=("film", "play"), size=size) as walk:
        for _ in range(6):
            if "That was the tour." in await walk.seen():
                break
            await walk.press("enter")
        assert "That was the tour." in await walk.seen()


async def test_letters_work_under_a_korean_input_method(open_app: OpenApp) -> None:
    async with open_app(at=("film", "play")) as walk:
        assert "That was the tour." in await walk.seen(JAMO["n"])
        assert "has walked" in await walk.seen(JAMO["p"])
        assert "걸은 걸음" in await walk.seen(JAMO["l"])
        assert "def film" in await walk.seen(JAMO["c"])


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_restart_resumes_step_parameters_answers_and_scroll(
    open_app: OpenApp, tmp_path: Path, clock: StillClock, size: tuple[int, int]
) -> None:
    record = tmp_path / "kept.sqlite3"
    with Store.open(record, clock=clock) as store:
        async with open_app(at=("line", "move"), size=size, record=store) as walk:
            await walk.tab_to("▸ k")
            await walk.press("right", "right")
            await walk.tab_to("enter answer")
            await walk.press("3", "enter")
            await walk.press("pageup" if size[0] < 100 else "home")
            walk.app.exit()
            last = await walk.seen()
            scroll = walk.app.screen.query_one("Reader").scroll_y
    with Store.open(record, clock=clock) as store:
        async with open_app(size=size, record=store) as walk:
            now = await walk.seen()
            assert scroll == walk.app.screen.query_one("Reader").scroll_y
            # The last line says what can be pressed where the focus is, and the focus begins anew.
            for line_before, line_now in zip(last.splitlines()[:-1], now.splitlines()[:-1], strict=True):
                assert line_before.replace("▸", " ") == line_now.replace("▸", " ")


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_a_long_text_is_found_scrolled_where_it_was_left(open_app: OpenApp, size: tuple[int, int]) -> None:
    size = (size[0], 24)
    async with open_app(at=("line", "long"), size=size) as walk:
        left = await walk.seen("pagedown")
        assert "First paragraph" not in left
        walk.app.exit()
    async with open_app(size=size) as walk:
        assert left == await walk.seen()


@pytest.mark.parametrize("goes", ["hidden", "disabled"])
async def test_what_stands_beside_something_that_goes_is_not_scrolled_to(open_app: OpenApp, goes: str) -> None:
    """It gets the focus, but at that moment the step may be another, which begins at its top."""
    async with open_app(at=("line", "move"), size=(60, 18)) as walk:
        await walk.tab_to_entry()
        await walk.press("7", "enter")
        entry, reader = walk.app.focused, walk.app.screen.query_one("Reader")
        assert entry is not None
        # The entry is the last row that can be seen, and what can be done next stands below.
        place = round(reader.scroll_y) + entry.region.bottom - reader.region.bottom
        reader.scroll_to(y=place, animate=False)
        await walk.settled()
        entry.display, entry.disabled = goes != "hidden", goes == "disabled"
        await walk.settled()
        assert isinstance(walk.app.focused, ActionRow)
        assert place == reader.scroll_y


async def test_the_language_is_switched_mid_step_and_nothing_moves(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move"), size=(80, 24)) as walk:
        await walk.tab_to("▸ k")
        await walk.press("right", "right", "right")
        await walk.tab_to("enter answer")
        await walk.press("7", "enter")
        reader = walk.app.screen.query_one("Reader")
        scroll, focused = reader.scroll_y, walk.app.focused
        assert "smaller than 7" in await walk.seen()
        korean = await walk.seen("l")
        assert "답은 7보다 작습니다" in korean
        assert scroll == reader.scroll_y
        assert focused is walk.app.focused
        english = await walk.seen("l")
        assert "smaller than 7" in english
        await walk.tab_to("▸ k")
        assert "2.5" in next(line for line in (await walk.seen()).splitlines() if "▸ k" in line)


@pytest.mark.parametrize("size", SIZES, ids=str)
async def test_every_part_of_a_step_can_be_reached_and_left_with_tab(open_app: OpenApp, size: tuple[int, int]) -> None:
    async with open_app(at=("line", "choose"), size=size) as walk:
        reached = []
        for _ in range(5):
            reached.append(walk.app.focused)
            await walk.press("tab")
        assert None not in reached
        assert reached[0] in reached[1:]
        there = walk.app.focused
        await walk.press("tab", "shift+tab")
        assert there is walk.app.focused
