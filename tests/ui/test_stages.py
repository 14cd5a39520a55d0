"""Stages on a real screen: the layout rule, at every size and in every colour, and the keys that belong to them."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.trusted import outline_in
from tests.walks import in_turn, some_now
from tutor.cli.open import place_of, state_in
from tutor.course.outline import Outline, load_outline
from tutor.learner.progress import StepPlace
from tutor.learner.store import Store
from tutor.render.rung import Colours
from tutor.session.sharing import values_in
from tutor.ui.app import TutorApp
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.screens.sheet import SheetScreen
from tutor.ui.screens.text import TextScreen
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.question import QuestionView

from .conftest import LESSONS, OpenApp, Walk

FALLING = Path(__file__).parent.parent / "courses" / "falling"
THROW = ("free-fall", "throw")
SIZES = [(120, 36), (100, 30), (80, 24)]
COLOURS: list[Colours] = ["truecolor", "16", "none"]


@pytest.fixture(scope="module")
def falling() -> Outline:
    return outline_in(FALLING)


def on_screen(walk: Walk) -> LessonScreen:
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    return screen


def charts(walk: Walk) -> list[Chart]:
    return [chart for chart in on_screen(walk).query(Chart) if chart.display and chart.region.area]


def held_by_the_picture(walk: Walk) -> float:
    """Return the share of the screen's cells that its pictures hold."""
    return sum(chart.region.area for chart in charts(walk)) / (walk.app.size.width * walk.app.size.height)


def blank_rows(walk: Walk, text: str) -> int:
    """Return the rows outside the picture on which nothing stands."""
    drawn = {row for chart in charts(walk) for row in range(chart.region.y, chart.region.bottom)}
    return sum(not line.strip() for row, line in enumerate(text.splitlines()) if row not in drawn)


def assert_played_well(walk: Walk, text: str) -> None:
    at = f"{walk.app.size}, {walk.app.look.language}\n{text}"
    assert held_by_the_picture(walk) >= 0.6, at
    assert 0 == on_screen(walk).reader.max_scroll_y, at
    assert blank_rows(walk, text) <= 3, at
    reader = on_screen(walk).reader
    assert reader.panel.hands.region.bottom <= reader.region.bottom, at
    assert 1 == reader.panel.readouts.region.height, at


def assert_asked_well(walk: Walk, text: str) -> None:
    at = f"{walk.app.size}, {walk.app.look.language}\n{text}"
    reader = on_screen(walk).reader
    assert max(chart.region.height for chart in charts(walk)) >= 10, at
    assert 0 == reader.max_scroll_y, at
    assert reader.questions.region.bottom <= reader.region.bottom, at
    assert not reader.next_row.display or reader.next_row.region.bottom <= reader.region.bottom, at


async def assert_stage_is_well(walk: Walk) -> None:
    """Hold a stage to its rule at every size: while it asks, while what is said is read, while it is played."""
    reader = on_screen(walk).reader
    visit = on_screen(walk).open.visit
    guess = visit.prediction
    assert guess is not None
    asking = guess.asking
    assert asking is not None
    for size in SIZES:
        assert_asked_well(walk, await walk.seen_at(*size))
    visit.respond(guess, asking.question.right_response(asking.asked))
    for size in SIZES:
        assert_asked_well(walk, await walk.seen_at(*size))
    text = await walk.seen("enter")
    while reader.stage is not None and not reader.stage.is_played:
        other = reader.stage.open
        assert other is not None
        assert other.asking is not None
        visit.respond(other, other.question.right_response(other.asking.asked))
        text = await walk.seen("enter")
    for size in SIZES:
        text = await walk.seen_at(*size)
        assert_played_well(walk, text)


@some_now(("colours", "language"), product(COLOURS, ["en", "ko"]), in_turn(COLOURS, ["en", "ko"]))
async def test_a_stage_keeps_its_rule(open_app: OpenApp, falling: Outline, language: str, colours: Colours) -> None:
    async with open_app(course=falling, at=THROW, language=language, colours=colours) as walk:
        await assert_stage_is_well(walk)


def stages() -> Iterator[tuple[str, str]]:
    """Yield every stage of the lessons, as lesson and step."""
    for lesson in load_outline(LESSONS).lessons:
        text = (LESSONS / lesson.folder / "lesson.en.md").read_text(encoding="utf-8")
        for step in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
            if re.search(r"^layout: stage$", step, re.MULTILINE):
                (name,) = re.findall(r"\{#([a-z0-9-]+)\}", step.splitlines()[0])
                yield lesson.id, name


@pytest.mark.walk
@pytest.mark.parametrize("colours", COLOURS)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("place", list(stages()), ids="/".join)
async def test_every_stage_of_the_lessons_keeps_its_rule(
    open_app: OpenApp, place: tuple[str, str], language: str, colours: Colours
) -> None:
    async with open_app(course=load_outline(LESSONS), at=place, language=language, colours=colours) as walk:
        await assert_stage_is_well(walk)


async def test_the_picture_can_be_had_alone_and_is_still_played_with(open_app: OpenApp, falling: Outline) -> None:
    async with open_app(course=falling, at=THROW, size=(80, 24)) as walk:
        await walk.press("2", "enter", "enter")
        before = await walk.seen("right")
        assert "◇ Throw the ball" in before
        alone = await walk.seen("f")
        assert "◇ Throw the ball" not in alone
        assert "A ball is thrown" not in alone
        rows = charts(walk)[0].region.height
        assert isinstance(walk.app.focused, Controls)
        assert "48" in await walk.seen("right", "right")
        assert before != await walk.seen("f")
        assert charts(walk)[0].region.height == rows - 3


async def test_a_text_that_is_cut_is_a_key_away(open_app: OpenApp, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FALLING, tmp_path / "falling"))
    text = folder / "01-free-fall" / "lesson.en.md"
    text.write_text(
        text.read_text(encoding="utf-8").replace("waits at 30 m.", "waits at 30 m.\n\nThrow it. " + "On it goes. " * 9),
        encoding="utf-8",
    )
    async with open_app(course=outline_in(folder), at=THROW, size=(80, 24)) as walk:
        screen = on_screen(walk)
        assert screen.reader.prose.region.height == 2
        assert "waits at 30 m. … t" in await walk.seen("2", "enter", "enter")
        await walk.press("t")
        assert isinstance(walk.app.screen, TextScreen)
        assert "On it goes." in await walk.seen()
        await walk.press("escape")
        assert on_screen(walk) is screen
        assert "On it goes." not in await walk.seen()


async def test_a_text_that_fits_has_no_key(open_app: OpenApp, falling: Outline) -> None:
    async with open_app(course=falling, at=THROW, size=(80, 24)) as walk:
        await walk.press("2", "enter", "enter")
        assert not on_screen(walk).check_action("text", ())
        assert "Back to the course map" not in await walk.seen()


async def test_on_a_small_screen_a_stage_is_a_step_like_any_other_and_loses_nothing(
    open_app: OpenApp, falling: Outline
) -> None:
    async with open_app(course=falling, at=THROW, size=(120, 36)) as walk:
        await walk.press("2", "enter", "enter", "right", "right", "enter")
        wide = await walk.seen()
        assert "✗ That falls short" in wide
        small = await walk.seen_at(70, 20)
        reader = on_screen(walk).reader
        assert reader.stage is None
        assert reader.max_scroll_y > 0
        assert "Over the wall" in small
        assert 2 == sum(view.display for view in reader.questions.views)
        assert wide == await walk.seen_at(120, 36)


async def test_the_next_step_after_a_stage_looks_like_itself(open_app: OpenApp, falling: Outline) -> None:
    async with open_app(course=falling, at=("free-fall", "swing"), size=(120, 36)) as walk:
        before = await walk.seen()
        await walk.press("n")
        assert on_screen(walk).reader.stage is not None
        assert before.splitlines()[1:-1] == (await walk.seen("p")).splitlines()[1:-1]


async def test_a_question_has_its_prompt_wherever_the_stage_before_it_put_its_own(open_app: OpenApp) -> None:
    """The second question of a stage stands above the picture; the step after it has one question, the next two."""
    async with open_app(course=load_outline(LESSONS), at=("perceptron", "make-and"), size=(120, 36)) as walk:
        steps = on_screen(walk).open.lesson.steps
        for step in ("make-or", "learn"):
            on_screen(walk).open_step(next(number for number, one in enumerate(steps) if one.id == step))
            seen = await walk.seen()
        assert "learns from the row (0, 1)" in seen


async def test_the_view_of_a_question_on_a_stage_can_be_shown_before_it_stands(open_app: OpenApp) -> None:
    """Whoever goes on at once meets views that were made a moment ago."""
    async with open_app(course=load_outline(LESSONS), at=("perceptron", "make-and"), size=(120, 36)) as walk:
        questions, visit = on_screen(walk).reader.questions, on_screen(walk).open.visit
        questions.make_room(len(questions.query(QuestionView)) + 1)
        view = questions.query(QuestionView).last()
        view.show(visit, visit.answerings[0])
        view.let_prompt_be_elsewhere(True)
        await walk.settled()
        assert view.is_put
        assert () == view.above.sayings
        view.let_prompt_be_elsewhere(False)
        assert view.above.sayings


async def test_a_task_is_answered_from_the_controls_with_enter(open_app: OpenApp, falling: Outline) -> None:
    async with open_app(course=falling, at=THROW, size=(80, 24)) as walk:
        await walk.press("1", "enter")
        assert "▸ [Continue]" in await walk.seen()
        await walk.press("enter")
        assert isinstance(walk.app.focused, Controls)
        assert "(moves: 0 of 3)" in await walk.seen()
        await walk.press("5", "8", "enter", "down", "1", "8", "enter")
        assert "(moves: 2 of 3)" in await walk.seen()
        done = await walk.seen("enter")
        assert "✓ Right." in done
        assert "▸ → " in done
        assert "try again" in done


# -- the playground ---------------------------------------------------------------------------------------------------

PLAYGROUND = ("xor-training", "playground")


@pytest.fixture(scope="module")
def course() -> Outline:
    return load_outline(LESSONS)


async def playing(walk: Walk) -> LessonScreen:
    """Make the guess, read what is said to it, and go to the controls."""
    await walk.press("2", "enter", "enter")
    assert isinstance(walk.app.focused, Controls)
    return on_screen(walk)


async def test_all_settings_are_a_key_away_and_are_seen_at_work_behind_their_sheet(
    open_app: OpenApp, course: Outline
) -> None:
    async with open_app(course=course, at=PLAYGROUND) as walk:
        screen = await playing(walk)
        before = await walk.seen()
        assert "hidden layers" in await walk.seen("x")
        assert isinstance(walk.app.screen, SheetScreen)
        assert "●spirals" in await walk.seen("right")
        assert "spirals" == screen.open.visit.values["data"]
        after = await walk.seen("escape")
        assert "hidden layers" not in after
        assert before != after
        assert before == await walk.seen("u")


async def test_a_setting_is_changed_while_it_runs_and_other_data_begin_anew(open_app: OpenApp, course: Outline) -> None:
    async with open_app(course=course, at=PLAYGROUND) as walk:
        screen = await playing(walk)
        controls = screen.reader.panel.controls
        await walk.press("down")
        controls.play()
        visit = screen.open.visit

        async def after(seconds: float) -> int:
            walk.clock.pass_seconds(seconds)
            controls._tick()
            return int(str(visit.values["frame"]))

        assert 15 == await after(1.0)
        visit.move({**visit.values, "l2": "0.01"})
        assert "15:activation=tanh,rate=1,batch=0,l2=0" == visit.values["past"]
        assert controls.playing
        assert 30 == await after(1.0)
        controls.action_row(-1)
        controls.play()
        controls.action_move(1)
        assert controls.playing
        assert (0, "") == (visit.values["frame"], visit.values["past"])
        await after(0.0)
        assert 15 == await after(1.0)
        controls.stop()


async def test_what_is_set_is_copied_as_a_line_and_the_line_opens_it(
    open_app: OpenApp, course: Outline, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(TutorApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with open_app(course=course, at=PLAYGROUND) as walk:
        await playing(walk)
        await walk.press("right", "down", "right", "right", "y")
        there = dict(on_screen(walk).open.visit.values)
    (line,) = copied
    assert "tutor --at 'xor-training/playground?units=3&frame=2'" == line
    given = line.partition("'")[2].rstrip("'")
    assert PLAYGROUND == place_of(given, course)
    async with open_app(course=course, at=PLAYGROUND, values=values_in(state_in(given)), resume=False) as walk:
        assert there == dict(on_screen(walk).open.visit.values)


async def test_a_line_waits_for_the_guess(open_app: OpenApp, course: Outline) -> None:
    async with open_app(course=course, at=PLAYGROUND, values={"units": 5, "frame": 3}) as walk:
        visit = on_screen(walk).open.visit
        assert visit.is_veiled
        assert 2.0 == visit.values["units"]
        await playing(walk)
        assert (5.0, 3) == (visit.values["units"], visit.values["frame"])


@pytest.mark.parametrize("values", [{"unit": 5}, {"units": 99}, {"past": "x"}, {"data": "cats"}])
async def test_a_line_that_fits_no_lab_is_told_and_nothing_is_lost(
    open_app: OpenApp, course: Outline, values: dict[str, object]
) -> None:
    async with open_app(course=course, at=PLAYGROUND, values=values, notices=True) as walk:
        assert "The line that was opened cannot be set here" in await walk.seen()
        await playing(walk)
        assert 2.0 == on_screen(walk).open.visit.values["units"]


async def test_the_map_leads_to_the_playground_once_it_was_reached(
    open_app: OpenApp, course: Outline, store: Store
) -> None:
    async with open_app(course=course, resume=False, record=store) as walk:
        assert "Playground" not in await walk.seen()
        assert isinstance(walk.app.screen, HomeScreen)
        await walk.press("y")
        assert isinstance(walk.app.screen, HomeScreen)
    async with open_app(course=course, at=PLAYGROUND, record=store) as walk:
        await walk.press("2", "enter", "enter", "escape")
        assert "Playground" in await walk.seen()
        await walk.press("y")
        assert StepPlace(*PLAYGROUND) == on_screen(walk).place[0]
