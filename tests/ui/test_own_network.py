"""The network that the learner wrote themselves, trained in the playground."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from tests.course.running import run_here
from tests.trusted import standing_course
from tests.ui.test_snapshots import TextFile
from tests.walks import on_screens
from tutor.course.outline import Outline, load_outline
from tutor.learner.attempts import Attempt
from tutor.learner.store import Store
from tutor.program import Fault, Job, Ran
from tutor.session.runner import DirectRunner
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.own_network import OwnNetworkScreen

from .conftest import LESSONS, NOON, OpenApp, Walk

PLAYGROUND = ("xor-training", "playground")
SIZES = [(120, 36), (80, 24)]


@pytest.fixture(scope="module")
def course() -> Outline:
    return load_outline(LESSONS)


@pytest.fixture
def with_training(store: Store) -> Store:
    """A record in which the training of lesson 13 was written right, as its author does."""
    made = next(one for _, _, one in standing_course(Path(LESSONS)).all_questions() if one.id == "write-train")
    source = made.right_response(made.ask(0))
    store.record(
        Attempt("a1", "deep-learning", "xor-training", made.id, "code", made.revision, 0, source, True, NOON - 1000)
    )
    return store


async def playing(walk: Walk) -> LessonScreen:
    await walk.press("2", "enter", "enter")
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    return screen


@on_screens(*SIZES)
async def test_what_ones_own_network_looks_like(
    open_app: OpenApp,
    course: Outline,
    with_training: Store,
    snapshot: SnapshotAssertion,
    size: tuple[int, int],
    language: str,
) -> None:
    """The map of the network that the learner's code trains on the rings, and its losses, at the end and before."""
    snapshot = snapshot.use_extension(TextFile)
    runner = DirectRunner(run_program=run_here)
    async with open_app(
        course=course, at=PLAYGROUND, record=with_training, runner=runner, size=size, language=language
    ) as walk:
        await playing(walk)
        await walk.press("right")
        end = await walk.seen("i")
        assert isinstance(walk.app.screen, OwnNetworkScreen)
        before = await walk.seen("home", "right")
        assert f"{end}\n{before}" == snapshot


async def test_it_is_trained_on_what_is_set_now_and_changes_nothing(
    open_app: OpenApp, course: Outline, with_training: Store
) -> None:
    jobs: list[Job] = []

    def run(job: Job) -> Ran:
        jobs.append(job)
        return run_here(job)

    runner = DirectRunner(run_program=run)
    async with open_app(course=course, at=PLAYGROUND, record=with_training, runner=runner) as walk:
        screen = await playing(walk)
        await walk.press("right", "right", "right", "o", "1", "right", "0", "escape")
        there = dict(screen.open.visit.values)
        await walk.press("i")
        arguments = jobs[0].cases[0].calls[0]
        assert [[0.0, 0.0], [0.1, 0.0]] == arguments[0].tolist()
        assert (2, 5) == arguments[2].shape
        await walk.press("i")
        assert screen is walk.app.screen
        assert there == screen.open.visit.values


async def test_whoever_has_written_none_is_told_where(open_app: OpenApp, course: Outline) -> None:
    async with open_app(course=course, at=PLAYGROUND) as walk:
        screen = await playing(walk)
        seen = await walk.seen("i")
        words = " ".join(re.sub(r"[│╭╮╰╯─]", " ", seen).split())
        assert re.search("once you have written it: lesson 13, step .*“Your own training”", words)
        await walk.press("escape")
        assert screen is walk.app.screen


async def test_what_fails_is_a_notice_and_the_playground_goes_on(
    open_app: OpenApp, course: Outline, with_training: Store
) -> None:
    runner = DirectRunner(run_program=lambda _: Ran((), Fault("time", line=9)))
    async with open_app(course=course, at=PLAYGROUND, record=with_training, runner=runner) as walk:
        await playing(walk)
        assert "did not come to an end" in await walk.seen("i")
        await walk.press("escape")
        assert "▸ units" in await walk.seen("right")


async def test_before_the_guess_it_says_nothing(open_app: OpenApp, course: Outline, with_training: Store) -> None:
    async with open_app(course=course, at=PLAYGROUND, record=with_training) as walk:
        await walk.press("i")
        assert isinstance(walk.app.screen, LessonScreen)


async def test_the_line_to_share_never_carries_code(
    open_app: OpenApp, course: Outline, with_training: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr("tutor.ui.app.TutorApp.copy_to_clipboard", lambda _, text: copied.append(text))
    runner = DirectRunner(run_program=run_here)
    async with open_app(course=course, at=PLAYGROUND, record=with_training, runner=runner) as walk:
        await playing(walk)
        await walk.press("right", "i", "escape", "y")
    assert ["tutor --at 'xor-training/playground?units=3'"] == copied
