"""The code behind a number: a few lines that give it, which can be changed and run, and the functions behind them."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from syrupy.assertion import SnapshotAssertion
from textual import events

from tests.programs_here import run_here
from tests.trusted import outline_in
from tests.walks import on_screens
from tutor.course.sketch import Draws
from tutor.program import Job, Ran
from tutor.session.runner import FINISHED, DirectRunner, Finished, TakeSketch
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.scratch import ScratchEditor, ScratchScreen
from tutor.ui.screens.source import SourceScreen, SourceText
from tutor.ui.show import screen_text

from .conftest import LESSONS, OpenApp, Walk
from .test_snapshots import TextFile

COST = ("cost", "with-bias")
SIZES = [(120, 36), (80, 24), (60, 18)]

OpenCost = Callable[..., AbstractAsyncContextManager[tuple[Walk, list[Job]]]]


@pytest.fixture
def open_cost(open_app: OpenApp) -> OpenCost:
    """Open the app on a step with the cost of a line; what is run comes with it."""

    @asynccontextmanager
    async def opened(at: tuple[str, str] = COST, **options: object) -> AsyncIterator[tuple[Walk, list[Job]]]:
        jobs: list[Job] = []

        def run(job: Job) -> Ran:
            jobs.append(job)
            return run_here(job)

        runner = DirectRunner(run_program=run)
        async with open_app(at=at, course=outline_in(LESSONS), runner=runner, **options) as walk:
            yield walk, jobs

    return opened


def source_on(walk: Walk) -> str:
    assert isinstance(walk.app.screen, SourceScreen)
    return walk.app.screen.query_one(SourceText).source


async def write(walk: Walk, source: str) -> str:
    """Put another program in place of the one that stands there."""
    await walk.press("f7")
    walk.app.post_message(events.Paste(source))
    return await walk.seen()


async def test_the_lines_that_give_the_number_come_first_and_the_functions_behind_them(open_cost: OpenCost) -> None:
    async with open_cost() as (walk, _):
        shown = await walk.seen("c")
        assert "cost = ((W * X + b - Y)**2).mean()\ncost\n" in source_on(walk)
        assert "gives: cost · 1 of 4" in shown
        assert "← → other code" in shown
        shown = await walk.seen("right")
        assert "def squared_error(prediction: Array, y: Array) -> Array:" in source_on(walk)
        assert "change and run" not in shown


async def test_the_lines_have_the_numbers_to_which_the_lab_is_set(open_cost: OpenCost) -> None:
    async with open_cost() as (walk, _):
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        screen.set_values({"W": 0.5, "b": -1.0})
        await walk.press("c")
        assert "W = 0.5\nb = -1\n" in source_on(walk)


async def test_they_can_be_changed_and_run_and_nothing_is_run_before_that(open_cost: OpenCost) -> None:
    async with open_cost() as (walk, jobs):
        await walk.press("c")
        shown = await walk.seen("e")
        assert isinstance(walk.app.screen, ScratchScreen)
        assert "cost = ((W * X + b - Y)**2).mean()" in shown
        assert "^r run" in shown
        assert [] == jobs
        assert "= 1.0" in await walk.seen("ctrl+r")
        await write(walk, "import numpy as np\n\nprint('hello')\nnp.array([1, 2]) * 3\n")
        assert 1 == len(jobs)
        shown = await walk.seen("ctrl+r")
        assert "› hello" in shown
        assert "= [3 6]" in shown
        assert 2 == len(jobs)


async def test_why_a_program_cannot_be_run_is_said_with_its_line(open_cost: OpenCost) -> None:
    async with open_cost() as (walk, _):
        await walk.press("c", "e")
        await write(walk, "x = 3\nx + y\n")
        shown = await walk.seen("ctrl+r")
        assert "Line 2" in shown
        assert 2 == walk.app.screen.query_one(ScratchEditor).fault_line
        await walk.type("1")
        assert 0 == walk.app.screen.query_one(ScratchEditor).fault_line
        await write(walk, "x = (3")
        assert "bracket" in await walk.seen("ctrl+r")


class Slow(DirectRunner):
    """Runs what it is asked for only when a test says so."""

    def sketch(self, sketching: Draws, source: str, then: TakeSketch) -> Finished:
        self.finish = lambda: then(sketching.draw(source, run_here))
        return FINISHED


async def test_what_takes_a_while_says_so(open_app: OpenApp) -> None:
    runner = Slow()
    async with open_app(at=COST, course=outline_in(LESSONS), runner=runner) as walk:
        await walk.press("c", "e", "ctrl+r")
        screen = walk.app.screen
        assert isinstance(screen, ScratchScreen)
        screen._say_running()
        assert "running …" in await walk.seen()
        runner.finish()
        assert "running …" not in (shown := await walk.seen())
        assert "= 1.0" in shown
        # Long after it was done, nothing says that it runs.
        screen._say_running()
        assert "= 1.0" in await walk.seen()


async def test_escape_leads_back_to_the_code_and_to_the_lesson(open_cost: OpenCost) -> None:
    async with open_cost() as (walk, _):
        await walk.press("c", "e")
        # Letters type here.
        await walk.type("qce")
        assert "qce" in walk.app.screen.query_one(ScratchEditor).text
        await walk.press("ctrl+t")
        assert "qce" not in walk.app.screen.query_one(ScratchEditor).text
        await walk.press("escape")
        assert isinstance(walk.app.screen, SourceScreen)
        await walk.press("escape")
        assert isinstance(walk.app.screen, LessonScreen)


async def test_while_a_prediction_is_open_nothing_gives_it_away(open_cost: OpenCost) -> None:
    async with open_cost(("cost", "flat-line")) as (walk, _):
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        assert screen.open.visit.is_veiled
        await walk.press("c")
        assert "import numpy" not in source_on(walk)


async def test_while_a_program_is_to_be_written_it_is_not_told(open_cost: OpenCost) -> None:
    async with open_cost(("cost", "write")) as (walk, _):
        screen = walk.app.screen
        assert isinstance(screen, LessonScreen)
        await walk.press("c")
        assert "import numpy" not in source_on(walk)


@on_screens(*SIZES)
async def test_the_code_and_what_it_gives_on_every_screen(
    open_cost: OpenCost, snapshot: SnapshotAssertion, size: tuple[int, int], language: str
) -> None:
    """Look for: the program whole or scrolled, what it gives below, and the keys, each in the learner's language."""
    async with open_cost(size=size, language=language) as (walk, _):
        await walk.press("c")
        read = screen_text(walk.app)
        await walk.press("e", "ctrl+r")
        assert snapshot(extension_class=TextFile) == f"{read}\n\n=== changed and run\n\n{screen_text(walk.app)}"
