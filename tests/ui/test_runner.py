"""The full screen with work that takes time, and with work that fails: what is asked for last is shown, or said."""

from __future__ import annotations

import asyncio
import itertools

import pytest

from tests.session.host import FailingRunner, SlowRunner
from tutor.learner.attempts import During
from tutor.learner.store import Store
from tutor.session.runner import SlicingRunner
from tutor.ui.screens.base import TutorScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.sitting import SittingScreen
from tutor.ui.widgets.entry import Entry
from tutor.ui.widgets.lines import Lines

from .answers import answered_during, record
from .conftest import OpenApp


async def test_what_comes_later_is_shown_when_it_comes(open_app: OpenApp) -> None:
    runner = SlowRunner()
    async with open_app(at=("line", "move"), runner=runner) as walk:
        before = await walk.seen()
        assert "A line" in before
        assert "One moment" in before
        assert "height" not in before.split("One moment")[0].split("│")[-1]
        runner.catch_up()
        there = await walk.seen()
        assert "At k = 1.0 its height" in there
        assert "height 2.0" in there
        await walk.tab_to("▸ k")
        moved = await walk.seen("right", "right")
        # The control has moved; the number beside it is still that of before, and so is the sentence.
        assert "2.0" in next(line for line in moved.splitlines() if "▸ k" in line)
        assert "At k = 1.0 its height" in moved
        runner.catch_up()
        assert "At k = 2.0 its height" in await walk.seen()
        await walk.tab_to_entry()
        assert "✓" not in await walk.seen("3", "enter")
        runner.catch_up()
        assert "✓ Right." in await walk.seen()


async def test_a_question_whose_numbers_come_late_is_begun_with_but_takes_the_focus_from_nothing_else(
    open_app: OpenApp,
) -> None:
    runner = SlowRunner()
    async with open_app(at=("line", "guess"), runner=runner) as walk:
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        assert screen.reader.next_row is screen.focused
        runner.catch_up()
        await walk.settled()
        # The first thing to do, as where it is there at once.
        assert isinstance(screen.focused, Entry)
        await walk.press("escape", "enter")
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        await walk.press("shift+tab")
        elsewhere = screen.focused
        assert not isinstance(elsewhere, Entry)
        runner.catch_up()
        await walk.settled()
        assert any(isinstance(part, Entry) for part in screen.reader.parts)
        assert elsewhere is screen.focused


async def test_a_step_left_while_it_is_computed_hears_no_more(open_app: OpenApp) -> None:
    runner = SlowRunner()
    async with open_app(at=("line", "move"), runner=runner) as walk:
        await walk.press("n")
        runner.catch_up()
        now = await walk.seen()
        assert "How high is it?" in now
        assert "At k = 1.0 its height" not in now


@pytest.mark.parametrize("front", ["lesson", "review"])
async def test_what_comes_while_the_screen_is_being_taken_down_is_kept_and_shown_nowhere(
    open_app: OpenApp, store: Store, front: str
) -> None:
    if front == "review":
        record(store, "height-at")
    runner = SlowRunner()
    async with open_app(at=("line", "move") if front == "lesson" else None, runner=runner) as walk:
        if front == "review":
            await walk.press("v")
        runner.catch_up()
        before = len(store.attempts())
        await walk.tab_to_entry()
        await walk.press("3", "enter", "up")
        screen = walk.app.screen
        assert isinstance(screen, TutorScreen)
        walk.app.go_to(None)
        while any(isinstance(widget, Lines) for widget in screen.walk_children()):
            await asyncio.sleep(0)
        assert runner.waiting
        runner.catch_up()
        assert "enter open" in await walk.seen()
        assert before + 1 == len(store.attempts())


async def test_a_lab_that_fails_is_a_notice_in_its_step_and_the_course_goes_on(open_app: OpenApp, store: Store) -> None:
    async with open_app(at=("line", "move"), runner=FailingRunner()) as walk:
        shown = await walk.seen()
        assert "cannot work this out" in shown
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        for number in range(1, len(screen.open.lesson.steps)):
            screen.open_step(number)
            shown = await walk.seen("tab", "u", "w")
            assert "1 · A line" in shown
        assert () == store.attempts()
        await walk.press("escape", "escape")


async def test_a_review_copes_with_both(open_app: OpenApp, store: Store) -> None:
    record(store, "height-at", "make-steep")
    runner = SlowRunner()
    async with open_app(runner=runner) as walk:
        await walk.press("v")
        assert isinstance(walk.app.screen, SittingScreen)
        assert "One moment" in await walk.seen()
        runner.catch_up()
        assert "One moment" not in await walk.seen()
        await walk.press("k", "k", "escape")
    async with open_app(runner=FailingRunner()) as walk:
        assert "cannot work this out" in await walk.seen("v")
        await walk.press("k", "k", "escape")
    assert [] == answered_during(store, During.REVIEW)


async def test_work_goes_on_though_the_machine_holds_the_program_up_at_any_moment(
    open_app: OpenApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    moments = itertools.count(step=0.01)
    async with open_app(at=("line", "move")) as walk:
        runner = walk.app._make_runner()
        assert isinstance(runner, SlicingRunner)
        called = asyncio.Event()
        # Between any two looks at the clock, ten times as long as the next slice waits for goes by.
        monkeypatch.setattr("textual._time.get_time", lambda: next(moments))
        runner._later(called.set)
        await walk.settled()
        assert called.is_set()
