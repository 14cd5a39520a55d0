"""Keys: what the last line of the screen promises is true, help and the palette say the same, in both languages."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from itertools import count
from pathlib import Path

import pytest
from textual.app import App
from textual.screen import Screen

from tests.trusted import outline_in, standing_course
from tests.walks import some_now
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.progress import StepPlace
from tutor.learner.store import Store
from tutor.ui import messages
from tutor.ui.keys import JAMO, NAMES, live_keys
from tutor.ui.widgets.key_line import bindings_on

from .conftest import LESSONS, OpenApp, StillClock, Walk

STATES: dict[str, tuple[tuple[str, str] | None, tuple[str, ...]]] = {
    "home": (None, ()),
    "a step to read": (("line", "long"), ()),
    "a slider": (("line", "move"), ("▸ k",)),
    "a slider at its end": (("line", "move"), ("▸ k", "end")),
    "a value being typed": (("line", "move"), ("▸ k", "2")),
    "an entry": (("line", "move"), ("entry",)),
    "a wrong answer": (("line", "move"), ("entry", "7", "enter")),
    "a right answer": (("line", "move"), ("entry", "3", "enter")),
    "a guess": (("line", "guess"), ("entry",)),
    "beside a guess": (("line", "guess"), ("▸ →",)),
    "options": (("line", "choose"), ()),
    "several options": (("line", "choose"), ("2",)),
    "an order": (("line", "write"), ()),
    "a setting": (("line", "set"), ("▸ [",)),
    "a film that plays": (("film", "play"), ("▸ frame", "space")),
    "a toggle": (("film", "play"), ("▸ frame", "down")),
    "the last step": (("film", "end"), ()),
    "help": (("line", "move"), ("question_mark",)),
    "the code": (("line", "move"), ("c",)),
    "settings": (("line", "move"), ("s",)),
    "progress": (("line", "move"), ("g",)),
}
"""From what is on screen to where that is and what leads to it: keys, "entry", or the sign of what gets the focus."""

NOW = ("home", "a slider")
"""Those that are tried now; all others in the long run."""

WRITTEN = {written: key for key, written in NAMES.items()}


def pressed_as(written: str) -> list[str]:
    """Return Textual's names of the keys that the last line writes as "← →", "⇧↑ ⇧↓", "^p", "enter"."""
    if match := re.fullmatch(r"(\d)-(\d)", written):
        return [str(digit) for digit in range(int(match[1]), int(match[2]) + 1)]
    return [
        "shift+" + WRITTEN[part[1:]] if part.startswith("⇧") else WRITTEN.get(part, part) for part in written.split()
    ]


async def go_to(walk: Walk, way: tuple[str, ...]) -> None:
    """Bring the app into one of the `STATES`."""
    for part in way:
        if part == "entry":
            await walk.tab_to_entry()
        elif part.startswith("▸"):
            await walk.tab_to(part)
        else:
            await walk.press(part)


async def fingerprint(walk: Walk) -> tuple[object, ...]:
    """Return what a person could notice a change of, now or when they come back."""
    text = await walk.seen()
    return type(walk.app.screen), text, id(walk.app.focused), walk.app._exit, len(walk.app.session.store.attempts())


@some_now("state", STATES, NOW)
async def test_every_key_that_is_shown_does_something(
    open_app: OpenApp, tmp_path: Path, clock: StillClock, state: str
) -> None:
    place, way = STATES[state]
    async with AsyncExitStack() as stack:
        learners = beginners(stack, open_app, place, tmp_path, clock)
        walk = await anext(learners)
        await go_to(walk, way)
        last = (await walk.seen()).rstrip("\n").splitlines()[-1]
        shown = [key.keys for key in live_keys(bindings_on(walk.app.screen)) if key.shown and f"{key.keys} " in last]
        assert_letters_are_bound_as_jamo(walk)
        assert shown
        for keys in shown:
            walk = await anext(learners)
            await go_to(walk, way)
            before = await fingerprint(walk)
            changed = False
            for key in pressed_as(keys):
                await walk.press(key)
                changed = changed or before != await fingerprint(walk)
            assert changed, f"{keys} does nothing here:\n{before[1]}"


async def beginners(
    stack: AsyncExitStack, open_app: OpenApp, place: tuple[str, str] | None, folder: Path, clock: StillClock
) -> AsyncIterator[Walk]:
    """Yield one learner after the other, each with a record of their own, as they begin at a place.

    They share an app, which is quicker than one for each; after one that has ended, or looks otherwise, there is
    another: beyond a session an app keeps nothing but its look.
    """
    walk, look = None, None
    for number in count():
        record = stack.enter_context(Store.open(folder / f"{number}.sqlite3", clock=clock))
        if walk is None or walk.app._exit or walk.app.look != look:
            walk = await stack.enter_async_context(open_app(at=place, record=record))
            look = walk.app.look
        else:
            app, course = walk.app, walk.app.session.course
            app.session = app._session_of(course, record, standing_course(course.folder))
            app.go_to(StepPlace(*place) if place is not None else None)
            await walk.settled()
        yield walk


def assert_letters_are_bound_as_jamo(walk: Walk) -> None:
    """Assert that under a Korean input method every letter does what it does without."""
    bound = walk.app.screen.active_bindings
    for letter, jamo in JAMO.items():
        if letter in bound:
            assert jamo in bound, f"{letter} is bound and {jamo} is not"
            assert bound[letter].binding.action == bound[jamo].binding.action


@pytest.mark.parametrize("typed", ["ㅈ", "자", "진", "ᄌ", "W", "ｗ"])
async def test_a_shortcut_works_however_its_key_is_composed(open_app: OpenApp, typed: str) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.tab_to("▸ k")
        assert "1·2 = 2" in await walk.seen(typed)
        # Beside an entry of numbers too, where a letter is a key.
        await walk.tab_to_entry()
        assert "1·2 = 2" not in await walk.seen(typed)
        assert "k = 1 " in await walk.seen("c" if typed == "W" else "치")
        assert "def times(k: float, x: float) -> float:" in await walk.seen("right")


async def test_a_syllable_is_typed_where_words_are(open_app: OpenApp) -> None:
    async with open_app(at=("line", "write")) as walk:
        await walk.tab_to_entry()
        assert "원점" in await walk.seen("원", "점")
        await walk.press("escape", "/")
        assert "비용" in await walk.seen("비", "용")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
async def test_help_lists_what_the_screen_below_answers_to(open_app: OpenApp, language: str) -> None:
    async with open_app(at=("line", "move"), size=(120, 60), language=language) as walk:
        await walk.press("tab")
        wanted = [(key.keys, key.message(language)) for key in live_keys(bindings_on(walk.app.screen))]
        shown = await walk.seen("question_mark")
        for keys, words in wanted:
            assert re.search(rf"{re.escape(keys)} +{re.escape(words)}", shown), f"{keys}: {words} is not in help"
        assert messages.HELP_TITLE(language) in shown


async def test_help_changes_with_what_has_the_focus(open_app: OpenApp) -> None:
    async with open_app(at=("film", "play"), size=(120, 60)) as walk:
        await walk.tab_to("▸ frame")
        assert messages.KEY_SPEED("en") in await walk.seen("question_mark")
        await walk.press("escape")
        await walk.press("down")
        assert messages.KEY_SPEED("en") not in await walk.seen("question_mark")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
async def test_the_palette_lists_every_key_lesson_and_setting_in_the_language(open_app: OpenApp, language: str) -> None:
    async with open_app(at=("line", "move"), language=language) as walk:
        titles = [command.title for command in walk.app.get_system_commands(walk.app.screen)]
        for key in live_keys(bindings_on(walk.app.screen)):
            if key.action != "command_palette" and isinstance(key.owner, App | Screen):
                assert key.message(language) in titles
        for lesson in walk.app.session.course.lessons:
            assert any(lesson.title.in_(language) in title for title in titles)
        assert messages.THEME_COMMAND(language, name=messages.THEME_LIGHT(language)) in titles
        shown = await walk.seen("ctrl+p")
        assert messages.PALETTE_SEARCH(language) in shown
        assert messages.KEY_SETTINGS(language) in await walk.seen(*messages.KEY_SETTINGS(language))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (60, 18)])
async def test_over_the_course_map_the_palette_names_its_own_keys_and_not_those_it_covers(
    open_app: OpenApp, size: tuple[int, int]
) -> None:
    async with open_app(size=size) as walk:
        assert "q quit" in (await walk.seen()).splitlines()[-1]
        assert " esc close" == (await walk.seen("ctrl+p")).splitlines()[-1].rstrip()
        # What can be pressed there is a letter of what is looked for.
        assert "q quit" not in await walk.seen("q")
        assert "q quit" in (await walk.seen("escape")).splitlines()[-1]


async def test_the_palette_lists_lessons_in_their_order_also_among_what_is_found(open_app: OpenApp) -> None:
    course = outline_in(LESSONS)
    async with open_app(size=(120, 60), course=course, language="ko") as walk:
        for typed in ("", "강의", "가르치"):
            shown = await walk.seen("ctrl+p", *typed)
            numbers = [int(number) for number in re.findall(r"강의 (\d+):", shown)]
            assert sorted(numbers) == numbers
            if typed == "강의":
                # As many as the palette has room for.
                assert len(numbers) > 3
                assert [lesson.number for lesson in course.lessons[: len(numbers)]] == numbers
            await walk.press("escape")
        # Spaces do not count in Korean.
        assert "경사하강법" in await walk.seen("ctrl+p", *"경사 하강")


async def test_a_command_of_the_palette_is_carried_out(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        await walk.press("ctrl+p")
        await walk.press(*"film")
        assert "has walked 0 steps" in await walk.seen("down", "enter")


async def test_a_click_on_the_last_line_presses_the_key(open_app: OpenApp) -> None:
    async with open_app(at=("line", "move")) as walk:
        lines = (await walk.seen()).rstrip("\n").splitlines()
        await walk.pilot.click(offset=(lines[-1].index("? help"), len(lines) - 1))
        assert messages.HELP_TITLE("en") in await walk.seen()
