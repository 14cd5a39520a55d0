"""The film of the learner's own training on the full screen: Esc, Space, and back to any moment."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache
from pathlib import Path

import pytest
from textual import events

from tests.course.running import run_here
from tests.trusted import standing_course
from tests.walks import on_screens, some_now
from tutor.course.loader import load_outline
from tutor.course.outline import Outline
from tutor.session.runner import DirectRunner
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.lab_panel import LabPanel
from tutor.ui.widgets.sketch_view import FilmControls, SketchView
from tutor.ui.widgets.writing import Writing

from .conftest import OpenApp, Walk

LESSONS = Path(__file__).parent.parent.parent / "lessons"
TRAIN, RINGS = ("xor-training", "write-train"), ("xor-training", "write-rings")
SIZES = [(120, 36), (80, 24), (60, 18)]

OpenStep = Callable[..., AbstractAsyncContextManager[Walk]]


@cache
def lessons() -> Outline:
    return load_outline(LESSONS)


def solution(name: str) -> str:
    question = next(one for _, _, one in standing_course(LESSONS).all_questions() if one.id == name)
    return question.right_response(question.ask(0))


@pytest.fixture
def open_step(open_app: OpenApp, monkeypatch: pytest.MonkeyPatch) -> OpenStep:
    """Open the app on the step of the training, in its editor. A hand rests only when a test says so."""
    monkeypatch.setattr("tutor.ui.widgets.writing.REST", 3600.0)

    @asynccontextmanager
    async def opened(at: tuple[str, str] = TRAIN, **options: object) -> AsyncIterator[Walk]:
        async with open_app(at=at, course=lessons(), runner=DirectRunner(run_program=run_here), **options) as walk:
            for _ in range(10):
                await walk.settled()
                if isinstance(walk.app.focused, Editor):
                    break
                await walk.press("tab")
            yield walk

    return opened


async def write(walk: Walk, source: str) -> str:
    """Put a program in place of the one that stands there, and let the hand rest."""
    await walk.press("f7")
    walk.app.post_message(events.Paste(source))
    await walk.settled()
    walk.app.screen.query_one(Writing).rest()
    return await walk.seen()


def film_of(walk: Walk) -> FilmControls:
    film = walk.app.focused
    assert isinstance(film, FilmControls)
    return film


def pictures(walk: Walk) -> list[str]:
    """Return what is drawn of the program, as text."""
    (view,) = (one for one in walk.app.screen.query(SketchView) if one.display)
    charts = [chart for chart in view.charts if chart.display]
    return ["\n".join("".join(part.text for part in line) for line in one.lines(*one.content_size)) for one in charts]


@some_now("size", SIZES, [SIZES[1]], ids=str)
async def test_esc_gives_the_film_and_space_plays_it_from_the_first_epoch(
    open_step: OpenStep, size: tuple[int, int]
) -> None:
    async with open_step(size=size) as walk:
        await write(walk, solution("write-train"))
        assert 2 == len(pictures(walk))
        end = pictures(walk)
        assert "50 / 50" in await walk.seen("escape")
        await walk.press("space")
        film = film_of(walk)
        assert film.playing
        assert "0 / 50" in await walk.seen()
        assert end != pictures(walk)
        walk.clock.pass_seconds(1.0)
        film._tick()
        assert "10 / 50" in await walk.seen()
        at_twenty = pictures(walk)
        await walk.press("space")
        assert not film.playing
        walk.clock.pass_seconds(10.0)
        assert at_twenty == pictures(walk)
        await walk.press("right")
        assert at_twenty != pictures(walk)
        await walk.press("left")
        assert at_twenty == pictures(walk)
        await walk.press("end")
        assert end == pictures(walk)


@on_screens(*SIZES[:2])
async def test_the_map_the_curve_and_the_timeline_can_be_read(
    open_step: OpenStep, size: tuple[int, int], language: str
) -> None:
    async with open_step(size=size, language=language) as walk:
        shown = await write(walk, solution("write-train"))
        for words in {
            "en": ("what your network says", "wanted", "yours", "epochs", "film", "50 / 50 × 2 epochs"),
            "ko": ("내 신경망이 내놓는 값", "목표", "내 함수", "에포크", "영화", "50 / 50 × 2 에포크"),
        }[language]:
            assert words in shown


async def test_enter_goes_back_to_the_program_and_another_one_is_shown_at_its_end(open_step: OpenStep) -> None:
    async with open_step() as walk:
        await write(walk, solution("write-train"))
        await walk.press("escape", "space")
        film = film_of(walk)
        await walk.press("enter")
        assert isinstance(walk.app.focused, Editor)
        await walk.press("space")
        assert not film.playing
        assert "50 / 50" in await walk.seen()


async def test_whoever_stops_writing_does_not_wait_for_the_hand_to_rest(open_step: OpenStep) -> None:
    async with open_step() as walk:
        await walk.press("f7")
        walk.app.post_message(events.Paste(solution("write-train")))
        await walk.settled()
        end = pictures(walk)
        await walk.press("escape", "home")
        assert "0 / 50" in await walk.seen()
        assert end != pictures(walk)


async def test_what_was_right_has_its_film_at_hand(open_step: OpenStep) -> None:
    async with open_step() as walk:
        await write(walk, solution("write-train"))
        assert "✓" in await walk.seen("ctrl+r")
        film = film_of(walk)
        # Whoever wants no motion starts it; on any other screen it plays by itself.
        assert not film.playing
        assert "0 / 50" in await walk.seen("space")
        await walk.press("enter", "enter")
        assert "The same code, two rings" in await walk.seen()


@pytest.mark.parametrize("language", ["en", "ko"])
async def test_on_a_narrow_screen_what_was_said_and_the_whole_picture_are_seen_together(
    open_step: OpenStep, language: str
) -> None:
    async with open_step(size=(80, 24), language=language) as walk:
        await write(walk, solution("write-train"))
        shown = await walk.seen("ctrl+r")
        explained = {
            "en": ("what your network says", "and more data, but no"),
            "ko": ("내 신경망이", "다른 생각은 없습니다"),
        }
        for words in ("✓", "50 / 50", *explained[language]):
            assert words in shown


async def test_a_film_that_plays_by_itself_plays_the_training_that_was_right(open_step: OpenStep) -> None:
    async with open_step() as walk:
        walk.app.set_look(motion="full")
        await write(walk, solution("write-train"))
        await walk.press("ctrl+r")
        assert film_of(walk).playing
        assert "0 / 50" in await walk.seen()


async def test_the_rings_have_both_their_sliders_and_their_film(open_step: OpenStep) -> None:
    async with open_step(RINGS) as walk:
        await write(walk, solution("write-says"))
        await walk.press("escape")
        film = film_of(walk)
        assert "20 / 20 × 5 epochs" in await walk.seen()
        before = pictures(walk)
        await walk.press("home")
        assert before != pictures(walk)
        panel = walk.app.screen.query_one(LabPanel)
        assert isinstance(panel.controls, Controls)
        assert panel.controls is not film
        assert ["x1", "x2"] == [row.name for row in panel.controls.rows]


@pytest.mark.parametrize(("before", "after"), [(SIZES[0], SIZES[1]), (SIZES[1], SIZES[0])], ids=str)
async def test_the_film_moves_with_the_size_of_the_screen(
    open_step: OpenStep, before: tuple[int, int], after: tuple[int, int]
) -> None:
    async with open_step(size=before) as walk:
        await write(walk, solution("write-train"))
        await walk.press("escape", "home")
        await walk.resize(*after)
        assert 1 == sum(view.display for view in walk.app.screen.query(SketchView))
        assert "0 / 50" in await walk.seen()
        assert 2 == len(pictures(walk))


async def test_without_a_film_esc_gives_what_can_be_done(open_step: OpenStep) -> None:
    async with open_step(("xor-training", "write-backward")) as walk:
        await walk.press("escape")
        assert not isinstance(walk.app.focused, Controls | Editor)
        (view,) = (one for one in walk.app.screen.query(SketchView) if one.display)
        assert not view.film.display
