"""The mouse: what is clicked is what is done, wherever on the screen it stands."""

from __future__ import annotations

from rich.cells import cell_len

from tutor.ui.screens.home import HomeScreen

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
        assert "▸ motion" in await click(walk, "motion")
        assert "● none" in await click(walk, "motion")
