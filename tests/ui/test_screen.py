"""The screen as a whole: its size, its colours, a class of learners, a record that cannot be kept."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tutor.learner.places import Visit
from tutor.learner.store import Store
from tutor.render import messages
from tutor.session.session import FRONT_SETTING
from tutor.ui.theme import THEMES

from .answers import course, record
from .conftest import NOON, OpenApp, StillClock


async def test_a_terminal_too_small_says_what_it_needs_and_comes_back_by_itself(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.press("tab", "right")
        before = await walk.seen()
        await walk.resize(59, 36)
        assert "59×36" in await walk.seen()
        await walk.resize(120, 17)
        small = await walk.seen()
        assert "120×17" in small
        assert "60×18" in small
        await walk.resize(120, 36)
        assert before == await walk.seen()


async def test_a_terminal_that_is_too_small_at_the_start_opens_the_lesson_once_it_has_grown(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move"), size=(40, 10)) as walk:
        assert "40×10" in await walk.seen()
        await walk.resize(80, 24)
        assert "Move it" in await walk.seen()


async def test_the_lab_stands_beside_the_text_where_there_is_room_and_below_it_where_not(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move"), size=(120, 36)) as walk:
        wide = (await walk.seen()).splitlines()
        assert any("The line is" in line and "│" in line for line in wide)
        await walk.resize(80, 36)
        narrow = (await walk.seen()).splitlines()
        text = next(number for number, line in enumerate(narrow) if "The line is" in line)
        chart = next(number for number, line in enumerate(narrow) if "┤" in line)
        assert text < chart


@pytest.mark.parametrize("theme", THEMES)
async def test_a_theme_is_chosen_in_the_settings_and_remembered(open_app: OpenApp, store: Store, theme: str) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.press("s", "down")
        for _ in THEMES:
            if store.settings().get("theme") == theme:
                break
            await walk.press("right")
        assert theme == store.settings()["theme"]
        assert f"tutor-{theme}-truecolor" == walk.app.theme


async def test_which_front_opens_is_chosen_in_the_settings_and_remembered(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "move")) as walk:
        screen = await walk.seen("s", "up", "right")
        assert "● line by line" in screen
        assert "plain" == store.settings()[FRONT_SETTING]
        await walk.press("right")
        assert "full" == store.settings()[FRONT_SETTING]


async def test_a_class_of_three_in_one_process_does_not_mix(
    open_app: OpenApp, tmp_path: Path, clock: StillClock
) -> None:
    together = asyncio.Barrier(3)
    pupils = {
        "ada": ("en", "dark", "truecolor", "right", "At k = 1.5 its height"),
        "bora": ("ko", "light", "16", "end", "k = 4.0일 때"),
        "chris": ("en", "dark", "none", "home", "At k = 0.0 its height"),
    }

    async def learns(name: str) -> tuple[str, str]:
        language, theme, colours, key, wanted = pupils[name]
        async with AsyncExitStack() as stack:
            store = stack.enter_context(Store.open(tmp_path / f"{name}.sqlite3", clock=clock))
            opened = open_app(at=("line", "move"), language=language, theme=theme, colours=colours, record=store)
            walk = await stack.enter_async_context(opened)
            await together.wait()
            await walk.tab_to("▸ k")
            await together.wait()
            await walk.press(key)
            await together.wait()
            moved = await walk.seen()
            assert wanted in moved
            await walk.tab_to_entry()
            await together.wait()
            await walk.press(*("3" if name == "ada" else "7"), "enter")
            await together.wait()
            screen = await walk.seen()
            picture = walk.app.export_screenshot()
            await together.wait()
            assert [("3" if name == "ada" else "7")] == [attempt.response for attempt in store.attempts()]
            return screen, picture

    (ada, ada_svg), (bora, bora_svg), (chris, chris_svg) = await asyncio.gather(*map(learns, pupils))
    assert "✓ Right." in ada
    assert "답은 7보다 작습니다" in bora
    assert "the answer is smaller than 7" in chris
    assert 3 == len({ada_svg, bora_svg, chris_svg})


def said_in_notices(screen: str) -> str:
    """Return the words of the notices on a screen as one line: they lie over its right, and break where a path does."""
    return " ".join(" ".join(line.partition("▌")[2] for line in screen.splitlines()).split())


async def test_a_record_that_cannot_be_written_is_a_notice_and_the_lesson_goes_on(
    open_app: OpenApp, tmp_path: Path, clock: StillClock
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with Store.open(tmp_path / "file" / "record.sqlite3", clock=clock) as store:
        async with open_app(at=("line", "move"), record=store, notices=True) as walk:
            assert "cannot be written" in said_in_notices(await walk.seen())
            await walk.tab_to_entry()
            assert "✓ Right." in await walk.seen("3", "enter")
            assert "How high is it?" in await walk.seen("n")
            assert "✓ Right." in await walk.seen("p")


async def test_a_damaged_record_is_kept_aside_and_the_learner_told(
    open_app: OpenApp, tmp_path: Path, clock: StillClock
) -> None:
    record = tmp_path / "damaged.sqlite3"
    record.write_bytes(b"this was a database once" * 200)
    with Store.open(record, clock=clock) as store:
        async with open_app(at=("line", "move"), record=store, notices=True) as walk:
            assert "was damaged" in said_in_notices(await walk.seen())
            await walk.tab_to_entry()
            assert "✓ Right." in await walk.seen("3", "enter")
    assert any(b"this was a database once" in file.read_bytes() for file in tmp_path.iterdir() if file != record)


async def test_the_course_map_shows_how_far_one_is_and_where_to_go_on(open_app: OpenApp) -> None:
    async with open_app() as walk:
        assert "Start here: 1 · A line" in await walk.seen()
        await walk.press("enter")
        await walk.tab_to_entry()
        await walk.press("3", "enter")
        mapped = await walk.seen("escape")
        assert "You were at: 1 · A line › Move it (Enter)" in mapped
        assert messages.QUESTIONS_DONE("en", done=1, total=8) in mapped, mapped
        assert "2 · A film" in await walk.seen("2")
        assert "has walked 0 steps" in await walk.seen("enter")


async def test_the_map_comes_back_with_the_cursor_on_the_lesson_that_was_left(open_app: OpenApp, store: Store) -> None:
    # The first lesson is done, so "continue" leads to the second.
    record(store, *(question.id for question in course().lessons[0].questions))
    for step in course().lessons[0].steps:
        store.save_visit(Visit(step.id, "tour", "line", step.id, NOON, 5.0))
    for lesson, title in (("line", "A line"), ("film", "A film")):
        async with open_app(at=(lesson, "long" if lesson == "line" else "end")) as walk:
            lines = (await walk.seen("escape")).splitlines()
            [chosen] = [line for line in lines if "▸" in line]
            assert title in chosen
            assert title in await walk.seen("enter")
