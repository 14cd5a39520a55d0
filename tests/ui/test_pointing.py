"""Words that point at a part of the picture, on a real screen: with keys, under an input method, with the mouse."""

from __future__ import annotations

import shutil
from itertools import product
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.style import Style
from textual.geometry import Offset
from textual.widgets import Input

from tests.trusted import outline_in
from tests.walks import in_turn, some_now
from tutor.course.outline import Outline, load_outline
from tutor.render.rung import Colours
from tutor.ui.screens.home import HomeScreen
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.widgets.chart import Chart
from tutor.ui.widgets.prose import ProseView

from .conftest import LESSONS, OpenApp, Walk

FALLING = Path(__file__).parent.parent / "courses" / "falling"
THROW = ("free-fall", "throw")
PERCEPTRON = ("perceptron", "make-and")
COLOURS: list[Colours] = ["truecolor", "16", "none"]


@pytest.fixture(scope="module")
def falling() -> Outline:
    return outline_in(FALLING)


def prose_on(walk: Walk) -> ProseView:
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    return screen.reader.prose


def turned_round(walk: Walk) -> str:
    """Return the words of the text that are turned round."""
    view = prose_on(walk)
    segments = [segment for y in range(view.size.height) for segment in view.render_line(y)]
    return "".join(text for text, style, _ in segments if style is not None and style.reverse)


def picture(walk: Walk) -> list[tuple[str, Style]]:
    """Return the characters of the picture, and how they look."""
    chart = next(chart for chart in walk.app.screen.query(Chart) if chart.display)
    lines = chart.lines(chart.size.width, chart.size.height)
    return [(character, style or Style.null()) for line in lines for text, style, _ in line for character in text]


@some_now(("colours", "language"), product(COLOURS, ["en", "ko"]), in_turn(COLOURS, ["en", "ko"]))
async def test_a_key_walks_over_the_words_and_the_picture_shows_what_they_speak_of(
    open_app: OpenApp, falling: Outline, language: str, colours: Colours
) -> None:
    wall, bucket = ("the wall", "a bucket") if language == "en" else ("벽", "양동이")

    async def walk_over(walk: Walk) -> None:
        before, plain = await walk.seen(), picture(walk)
        assert "j k" in before
        await walk.press("j", "j")
        assert wall == turned_round(walk)
        one = picture(walk)
        await walk.press("j")
        assert bucket == turned_round(walk)
        other = picture(walk)
        assert plain != one != other != plain
        assert [text for text, _ in plain] == [text for text, _ in one] == [text for text, _ in other]
        await walk.press("k")
        assert one == picture(walk)
        assert before == await walk.seen("escape")
        assert plain == picture(walk)
        assert "" == turned_round(walk)

    async with open_app(course=falling, at=THROW, language=language, colours=colours, size=(120, 36)) as walk:
        await walk_over(walk)
        await walk.resize(80, 24)
        await walk_over(walk)
        await walk.press("escape")
        assert isinstance(walk.app.screen, HomeScreen)


async def test_the_keys_work_under_a_korean_input_method_and_beside_a_number_that_is_typed(open_app: OpenApp) -> None:
    async with open_app(course=load_outline(LESSONS), at=PERCEPTRON, language="ko") as walk:
        assert isinstance(walk.app.focused, Input)
        await walk.press("1", "ㅓ", "ㅓ")
        assert "화살표" == turned_round(walk)
        await walk.press("ㅏ")
        assert "직선" == turned_round(walk)
        assert "1" == walk.app.focused.value


async def test_words_in_a_row_that_is_cut_come_into_view(open_app: OpenApp) -> None:
    async with open_app(course=load_outline(LESSONS), at=PERCEPTRON, size=(80, 24)) as walk:
        text = await walk.seen()
        assert "strewn" not in text
        rows = prose_on(walk).size.height
        text = await walk.seen("j", "j", "j")
        assert "strewn with grains" == turned_round(walk)
        assert "strewn with grains" in text
        assert rows == prose_on(walk).size.height
        assert "strewn" not in await walk.seen("escape")


async def test_the_mouse_points_in_passing_and_a_click_stays(open_app: OpenApp, falling: Outline) -> None:
    async with open_app(course=falling, at=THROW) as walk:
        lines = (await walk.seen()).splitlines()
        (row,) = (number for number, line in enumerate(lines) if "a bucket" in line)
        column = cell_len(lines[row].partition("a bucket")[0])
        await walk.pilot.hover(offset=(column, row))
        await walk.settled()
        assert "a bucket" == turned_round(walk)
        await walk.pilot.hover(offset=(column - 4, row))
        await walk.settled()
        assert "" == turned_round(walk)
        await walk.pilot.click(offset=(column, row))
        await walk.pilot.hover(offset=(column, row + 6))
        await walk.settled()
        assert "a bucket" == turned_round(walk)
        await walk.pilot.click(offset=(column - 4, row))
        await walk.settled()
        assert "" == turned_round(walk)


async def test_what_is_withheld_is_not_shown_and_that_is_said(open_app: OpenApp, falling: Outline) -> None:
    async with open_app(course=falling, at=THROW, notices=True) as walk:
        await walk.settled()
        plain = picture(walk)
        assert "not in the picture yet" in await walk.seen("j")
        assert "A ball" == turned_round(walk)
        assert plain == picture(walk)


async def test_an_answer_ends_it_and_so_does_the_picture_alone(open_app: OpenApp, falling: Outline) -> None:
    async with open_app(course=falling, at=THROW) as walk:
        await walk.press("j", "j")
        assert "the wall" == turned_round(walk)
        await walk.press("2", "enter")
        assert "" == turned_round(walk)
        await walk.press("enter", "j")
        assert "A ball" == turned_round(walk)
        alone = await walk.seen("f")
        assert "j k" not in alone
        assert all(not style.dim for _, style in picture(walk))
        await walk.press("f")
        assert "" == turned_round(walk)


async def test_the_slider_moves_while_a_part_is_pointed_at(open_app: OpenApp, falling: Outline) -> None:
    async with open_app(course=falling, at=THROW) as walk:
        await walk.press("2", "enter", "enter", "j")
        one = picture(walk)
        await walk.press("right")
        assert "A ball" == turned_round(walk)
        assert [text for text, _ in one] != [text for text, _ in picture(walk)]


async def test_the_cursor_of_the_terminal_goes_where_the_words_are(open_app: OpenApp, falling: Outline) -> None:
    """So that what reads a screen aloud reads on from there."""
    async with open_app(course=falling, at=THROW) as walk:
        lines = (await walk.seen("j", "j", "j")).splitlines()
        (row,) = (number for number, line in enumerate(lines) if "a bucket" in line)
        assert Offset(cell_len(lines[row].partition("a bucket")[0]), row) == walk.app.cursor_position


async def test_without_such_words_there_is_no_such_key(open_app: OpenApp, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(FALLING, tmp_path / "falling"))
    lesson = folder / "01-free-fall" / "lesson.en.md"
    text = lesson.read_text(encoding="utf-8")
    for words, part in (("A ball", "ball"), ("the wall", "wall"), ("a bucket", "bucket")):
        text = text.replace(f"[{words}](#{part})", words)
    lesson.write_text(text, encoding="utf-8")
    async with open_app(course=outline_in(folder), at=THROW) as walk:
        text = await walk.seen()
        assert "A ball is thrown" in text
        assert "j k" not in text
        assert text == await walk.seen("j")
