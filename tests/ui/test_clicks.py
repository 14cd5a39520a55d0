"""The mouse: what is clicked is what is done, wherever on the screen it stands."""

from __future__ import annotations

from rich.cells import cell_len
from textual.events import MouseScrollDown, MouseScrollUp

from tutor.ui.screens.home import HomeScreen
from tutor.ui.widgets.controls import Controls

from .conftest import OpenApp, Walk


async def click(walk: Walk, words: str, *, nth: int = 0) -> str:
    """Click on the first cell of `words`, of the `nth` place where the screen says them, and return the screen."""
    lines = (await walk.seen()).splitlines()
    found = [
        (cell_len(line[:at]), row)
        for row, line in enumerate(lines)
        for at in range(len(line))
        if line.startswith(words, at)
    ]
    assert len(found) > nth, "\n".join(lines)
    await walk.pilot.click(offset=found[nth])
    return await walk.seen()


async def test_a_click_on_the_mark_of_a_step_opens_it_and_one_on_what_is_next_goes_on(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        assert "Choose" in await click(walk, "○", nth=1)
        before = await walk.seen()
        title = before.partition("→ Next: ")[2].splitlines()[0].split("│")[0].strip()
        after = await click(walk, "→ Next")
        assert any(line.strip().startswith(title) for line in after.splitlines())


async def test_a_click_on_an_option_chooses_it_and_one_on_an_action_does_it(open_app: OpenApp) -> None:
    async with open_app(at=("line", "choose"), size=(120, 60), language="ko") as walk:
        assert "2 ● 둘" in await click(walk, "2 ○")
        assert 0 == len(walk.app.session.store.attempts())
        assert "2 ✓ 둘" in await click(walk, "enter 답하기")
        assert 1 == len(walk.app.session.store.attempts())
        assert "2 ○ 둘" in await click(walk, "[다시 풀기]")
        assert "2 ■ 다섯" in await click(walk, "2 □")


async def test_a_lesson_is_chosen_with_one_click_and_opened_with_the_next(open_app: OpenApp) -> None:
    async with open_app() as walk:
        assert "▸  2  A film" in await click(walk, "A film")
        await click(walk, "A film")
        assert not isinstance(walk.app.screen, HomeScreen)


async def test_a_setting_is_chosen_with_one_click_and_changed_with_the_next(open_app: OpenApp) -> None:
    async with open_app() as walk:
        await walk.press("s")
        assert "▸ 6 motion" in await click(walk, "motion")
        assert "● none" in await click(walk, "motion")


async def wheel(
    walk: Walk, words: str, turn: type[MouseScrollUp] | type[MouseScrollDown], *, shift: bool = False
) -> str:
    """Turn the wheel by one notch over the first cell of `words`, and return the screen."""
    lines = (await walk.seen()).splitlines()
    row, line = next((row, line) for row, line in enumerate(lines) if words in line)
    offset = (cell_len(line[: line.index(words)]), row)
    await walk.pilot._post_mouse_events([turn], offset=offset, shift=shift)
    return await walk.seen()


async def test_the_wheel_over_a_slider_moves_it_as_keys_do_and_is_undone_as_they_are(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        before = await walk.seen()
        by_key = await walk.seen("right")
        assert before != by_key
        assert before == await walk.seen("u")
        assert by_key == await wheel(walk, "▸ k", MouseScrollUp)
        assert before == await wheel(walk, "▸ k", MouseScrollDown)
        await wheel(walk, "▸ k", MouseScrollUp)
        assert before == await walk.seen("u", "u", "u")


async def test_the_wheel_moves_what_is_under_the_pointer_whatever_the_keys_are_with(open_app: OpenApp) -> None:
    async with open_app(at=("film", "play")) as walk:
        await walk.tab_to("▸ frame")
        assert "has walked 1 step" in await wheel(walk, "▸ frame", MouseScrollUp)
        controls = walk.app.screen.query_one(Controls)
        rows = controls.rows
        assert len(rows) > 1
        for row in rows:
            values = dict(controls._values)
            await wheel(walk, row.label("en"), MouseScrollUp)
            assert [row.name] == [name for name in values if values[name] != controls._values[name]]


async def test_the_wheel_over_the_text_scrolls_and_over_a_slider_at_its_end_does_not(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move"), size=(60, 18)) as walk:
        controls = walk.app.screen.query_one(Controls)
        await walk.tab_to("▸ k")
        at_its_end, values = await walk.seen("end"), dict(controls._values)
        assert at_its_end == await wheel(walk, "▸ k", MouseScrollUp)
        top = at_its_end.splitlines()[2].strip()
        assert at_its_end != await wheel(walk, top, MouseScrollUp)
        assert values == controls._values
