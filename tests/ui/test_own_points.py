"""The learner's own points: put on the plane of the playground by keys, by clicks and typed, shared, and taken back."""

from __future__ import annotations

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.geometry import Offset

from tests.ui.test_snapshots import TextFile
from tests.walks import on_screens, some_now
from tutor.chart.pointing import pointed_at
from tutor.cli.open import state_in
from tutor.course.outline import Outline, load_outline
from tutor.lab import Values
from tutor.learner.store import Store
from tutor.session.sharing import values_in
from tutor.ui.app import TutorApp
from tutor.ui.look import look_of
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.cursor_line import CursorLine

from .conftest import LESSONS, OpenApp, Walk

PLAYGROUND = ("xor-training", "playground")
SIZES = [(120, 36), (80, 24)]


@pytest.fixture(scope="module")
def course() -> Outline:
    return load_outline(LESSONS)


def on_screen(walk: Walk) -> LessonScreen:
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    return screen


def values(walk: Walk) -> Values:
    return on_screen(walk).open.visit.values


async def playing(walk: Walk) -> None:
    """Make the guess, read what is said to it, and go to the controls."""
    await walk.press("2", "enter", "enter")
    assert isinstance(walk.app.focused, Controls)


@pytest.mark.parametrize("size", SIZES)
async def test_one_key_leads_to_the_plane_and_points_are_put_where_the_cursor_is(
    open_app: OpenApp, course: Outline, size: tuple[int, int]
) -> None:
    async with open_app(course=course, at=PLAYGROUND, size=size) as walk:
        await playing(walk)
        empty = await walk.seen("o")
        assert isinstance(walk.app.focused, CursorLine)
        assert "Put at least one ○ and one ●" in empty
        assert "┼" in empty
        assert "▸ (0, 0)  nothing here" in empty
        rows = [chart.region.height for chart in on_screen(walk).query(Chart)]
        one = await walk.seen("1")
        assert "◉" in one
        assert "○ 0 · ● 1" in one
        both = await walk.seen("shift+left", "down", "down", "0")
        assert "▸ (−0.5, −0.2)  ○ y = 0" in both
        assert "Put at least" not in both
        assert "1:0,0;0:-0.5,-0.2" == values(walk)["own"]
        # Nothing jumps while they are put, nor afterwards.
        assert rows == [chart.region.height for chart in on_screen(walk).query(Chart)]
        assert "○ 0 · ● 1" in await walk.seen("backspace")
        assert "○ 1 · ● 1" in await walk.seen("u")
        after = await walk.seen("escape")
        assert isinstance(walk.app.focused, Controls)
        assert "▸ units" in after
        assert "◎" not in after
        assert rows == [chart.region.height for chart in on_screen(walk).query(Chart)]


@on_screens(*SIZES)
async def test_what_the_plane_of_own_points_looks_like(
    open_app: OpenApp, course: Outline, snapshot: SnapshotAssertion, size: tuple[int, int], language: str
) -> None:
    """An empty plane with the cursor in its middle, the first points, and one that is being typed."""
    snapshot = snapshot.use_extension(TextFile)
    async with open_app(course=course, at=PLAYGROUND, size=size, language=language) as walk:
        await playing(walk)
        screens = [await walk.seen("o"), await walk.seen("1", "right", "right", "right", "0")]
        screens.append(await walk.seen("enter", *"0.5 -0.3 9", "enter"))
        assert "\n".join(screens) == snapshot


async def test_a_point_is_typed_and_another_after_it(open_app: OpenApp, course: Outline) -> None:
    async with open_app(course=course, at=PLAYGROUND) as walk:
        await playing(walk)
        await walk.press("o", "enter")
        assert "0.5 -0.3 1▏" in await walk.seen(*"0.5 -0.3 1")
        await walk.press("enter")
        await walk.type("-1 1 0")
        await walk.press("enter")
        assert "1:0.5,-0.3;0:-1,1" == values(walk)["own"]
        refused = await walk.seen(*"7 7 7", "enter")
        assert "✗ only −1.5 … 1.5" in refused
        assert "7 7 7▏" in refused
        # Letters are letters while one types, and shortcuts again afterwards.
        assert "7 7 7n▏" in await walk.seen("n")
        await walk.press("escape")
        assert isinstance(walk.app.focused, CursorLine)
        await walk.press("ㅐ")
        assert isinstance(walk.app.focused, Controls)


async def cell_of(walk: Walk, x: float, y: float) -> Offset:
    """Return the cell of the screen on which a point of the plane is drawn."""
    chart = next(one for one in on_screen(walk).query(Chart) if one.display)
    look, (width, height) = look_of(chart), chart.content_size
    assert chart.drawing is not None
    found = [
        (abs(pointed.x - x) + abs(pointed.y - y), column, row)
        for row in range(height)
        for column in range(width)
        if (pointed := pointed_at(chart.drawing, column, row, width, height, look.palette, look.language))
    ]
    _, column, row = min(found)
    return Offset(chart.content_region.x + column, chart.content_region.y + row)


@some_now("size", SIZES, [SIZES[0]], ids=str)
async def test_a_click_puts_a_point_where_the_mouse_is_and_further_ones_change_it(
    open_app: OpenApp, course: Outline, size: tuple[int, int]
) -> None:
    async with open_app(course=course, at=PLAYGROUND, size=size) as walk:
        await playing(walk)
        before = values(walk)
        await walk.pilot.click(offset=await cell_of_nothing(walk))
        assert before == values(walk)
        await walk.press("o", "1", "escape")
        place = await cell_of(walk, -1.0, 1.0)
        seen = []
        for _ in range(3):
            await walk.pilot.click(offset=place)
            await walk.settled()
            seen.append(str(values(walk)["own"]))
        # On a small screen a cell is more than a step of the plane.
        kind, _, where = seen[0].removeprefix("1:0,0;").partition(":")
        x, y = map(float, where.split(","))
        assert "1" == kind
        assert abs(x + 1) < 0.15
        assert abs(y - 1) < 0.15
        assert [f"1:0,0;0:{where}", "1:0,0"] == seen[1:]
        assert isinstance(walk.app.focused, Controls)


async def cell_of_nothing(walk: Walk) -> Offset:
    """Return a cell in the middle of the picture, whose data are not the learner's."""
    chart = next(one for one in on_screen(walk).query(Chart) if one.display)
    return Offset(chart.region.x + 20, chart.region.y + 8)


async def test_before_the_guess_nothing_can_be_put(open_app: OpenApp, course: Outline) -> None:
    async with open_app(course=course, at=PLAYGROUND) as walk:
        assert "own points" not in await walk.seen("o")
        assert not isinstance(walk.app.focused, CursorLine)
        assert "" == values(walk)["own"]


async def test_a_line_carries_the_points_and_opens_them(
    open_app: OpenApp, course: Outline, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied: list[str] = []
    monkeypatch.setattr(TutorApp, "copy_to_clipboard", lambda _, text: copied.append(text))
    async with open_app(course=course, at=PLAYGROUND) as walk:
        await playing(walk)
        await walk.press("o", "1", "right", "0", "escape", "down", "right", "y")
        there = dict(values(walk))
    assert ["tutor --at 'xor-training/playground?data=own&frame=1&own=1:0,0;0:0.1,0'"] == copied
    state = state_in(copied[0].partition("'")[2].rstrip("'"))
    async with open_app(course=course, at=PLAYGROUND, values=values_in(state), resume=False) as walk:
        assert there == dict(values(walk))
    only = values_in("own=1:0,0;0:0.1,0")
    async with open_app(course=course, at=PLAYGROUND, values=only, resume=False) as walk:
        assert ("own", there["own"]) == (values(walk)["data"], values(walk)["own"])


@pytest.mark.parametrize(
    "hostile",
    ["__import__('os').system('true')", "1:0,0;1:0,0", "1:9e9,0", "\x1b[2J", "0:0,0;" * 5_000, "1:0,0\n0:1,1", "[1,2]"],
    ids=["code", "twice", "far", "escape", "long", "lines", "list"],
)
async def test_a_line_that_says_no_points_is_told_and_changes_nothing(
    open_app: OpenApp, course: Outline, hostile: str
) -> None:
    given = values_in(f"own={hostile}")
    async with open_app(course=course, at=PLAYGROUND, values=given, notices=True) as walk:
        seen = await walk.seen()
        assert "The line that was opened cannot be set here" in seen
        assert "\x1b" not in seen
        await playing(walk)
        assert ("rings", "") == (values(walk)["data"], values(walk)["own"])


async def test_all_points_that_fit_are_kept_and_are_there_again(
    open_app: OpenApp, course: Outline, store: Store
) -> None:
    """As many as there may be take more characters than the name of anything."""
    points = ";".join(f"{number % 2}:{-1.5 + number % 10 * 0.1:.1f},{number // 10 * 0.1:.1f}" for number in range(100))
    async with open_app(course=course, at=PLAYGROUND, record=store) as walk:
        await playing(walk)
        on_screen(walk).set_values({"own": points, "data": "own"})
        there = dict(values(walk))
        await walk.press("escape")
        assert isinstance(walk.app.screen, HomeScreen)
    assert len(str(there["own"])) > 800
    async with open_app(course=course, at=PLAYGROUND, record=store) as walk:
        assert there == dict(values(walk))


async def test_while_points_are_put_other_settings_are_still_a_key_away(open_app: OpenApp, course: Outline) -> None:
    async with open_app(course=course, at=PLAYGROUND) as walk:
        await playing(walk)
        visit = on_screen(walk).open.visit
        await walk.press("o", "1", "x")
        assert "○yours" in await walk.seen("right")
        assert "xor" == visit.values["data"]
        seen = await walk.seen("escape")
        assert isinstance(walk.app.focused, CursorLine)
        assert "┼" not in seen
        # The next point is used at once.
        await walk.press("left", "0")
        assert ("own", "1:0,0;0:-0.1,0") == (values(walk)["data"], values(walk)["own"])


async def test_another_step_has_its_controls_back(open_app: OpenApp, course: Outline) -> None:
    async with open_app(course=course, at=PLAYGROUND) as walk:
        await playing(walk)
        await walk.press("o", "n", "p")
        assert not on_screen(walk).reader.panel.cursor_line.display
        assert "training" in await walk.seen()


async def test_on_a_small_screen_points_are_put_as_well_and_are_there_when_it_grows(
    open_app: OpenApp, course: Outline
) -> None:
    async with open_app(course=course, at=PLAYGROUND) as walk:
        await playing(walk)
        await walk.resize(70, 20)
        await walk.press("o", "1", "right", "0")
        assert "▸ (0.1, 0)  ○ y = 0" in await walk.seen("enter", "escape")
        assert "1:0,0;0:0.1,0" == values(walk)["own"]
        assert "▸ (0.1, 0)  ○ y = 0" in await walk.seen_at(120, 36)
