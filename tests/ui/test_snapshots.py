"""What every step of every lesson looks like, as plain text, one readable file a lesson, language and size.

When a change is meant:  .venv/bin/pytest tests/ui/test_snapshots.py --snapshot-update  and then read the difference.
"""

from __future__ import annotations

from itertools import product

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode

from tests.trusted import outline_in
from tests.walks import in_turn, some_now
from tutor.course.loader import load_lesson
from tutor.course.outline import LessonOutline, load_outline
from tutor.language import INTERFACE_LANGUAGES
from tutor.render.room import Room
from tutor.render.rung import Colours
from tutor.ui import drive
from tutor.ui.screens.lesson import LessonScreen
from tutor.ui.show import screen_text
from tutor.ui.widgets.option_rows import OptionRows
from tutor.ui.widgets.prose import ProseView
from tutor.ui.widgets.said import Said
from tutor.ui.widgets.step_title import StepTitle

from .conftest import LESSONS, TOUR, OpenApp, Walk

COURSE = load_outline(LESSONS)
LONGEST = 400
"""No step is longer than so many lines."""


class TextFile(SingleFileSnapshotExtension):
    """One snapshot a file, as plain text."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT


class PictureFile(SingleFileSnapshotExtension):
    """One snapshot a file, as an SVG picture."""

    file_extension = "svg"
    _write_mode = WriteMode.TEXT


async def go_to_step(walk: Walk, number: int) -> LessonScreen:
    """Open a step of the lesson that is open, and wait until it stands."""
    screen = walk.app.screen
    assert isinstance(screen, LessonScreen)
    if number:
        screen.open_step(number)
    await drive.settled(walk.app)
    return screen


async def whole_step(walk: Walk, screen: LessonScreen, width: int) -> str:
    """Return the open step in a window that is tall enough for all of it; the window is left as tall."""
    height = walk.app.size.height
    for _ in range(5):
        if screen.reader.max_scroll_y == 0:
            return await walk.seen()
        height = min(height + screen.reader.max_scroll_y, LONGEST)
        await drive.resize(walk.app, width, height)
    raise AssertionError(f"{screen.reader.max_scroll_y} lines of this step are never seen:\n{screen_text(walk.app)}")


def titled(lesson: LessonOutline, number: int, note: str, text: str) -> str:
    """Return a screen under a line that says what it is."""
    return f"=== {lesson.id}/{lesson.steps[number].id}{note}\n\n{keyless(text)}\n"


def keyless(text: str) -> str:
    """Return a screen without its last line: the keys follow the focus, and have tests of their own."""
    return text.rstrip("\n").rpartition("\n")[0].rstrip()


BY_FOLDER = {lesson.folder: lesson for lesson in COURSE.lessons}
IN_TURN = in_turn([*BY_FOLDER][::2], INTERFACE_LANGUAGES)
"""Every other lesson in one language, now at one of two sizes; all others in the long run."""


@some_now(("name", "language"), product(BY_FOLDER, INTERFACE_LANGUAGES), [*IN_TURN[1::3], *IN_TURN[2::3]])
async def test_every_step_in_a_wide_terminal(
    open_app: OpenApp, snapshot: SnapshotAssertion, name: str, language: str
) -> None:
    """Look for: prose and lab side by side, formulas whole, charts with their labels, the question below its text."""
    lesson, screens = BY_FOLDER[name], []
    async with open_app(at=(lesson.id, lesson.steps[0].id), course=COURSE, language=language, size=(120, 36)) as walk:
        for number in range(len(lesson.steps)):
            below = (await go_to_step(walk, number)).reader.max_scroll_y
            note = f" (goes on for {below} lines)" if below else ""
            screens.append(titled(lesson, number, note, await walk.seen()))
    assert snapshot(extension_class=TextFile) == "\n".join(screens)


@some_now(("name", "language"), product(BY_FOLDER, INTERFACE_LANGUAGES), IN_TURN[::3])
async def test_every_step_in_a_small_terminal(
    open_app: OpenApp, snapshot: SnapshotAssertion, name: str, language: str
) -> None:
    """Look for: first what 24 lines show, then the whole step as it scrolls by, one part under the other."""
    lesson, screens = BY_FOLDER[name], []
    async with open_app(at=(lesson.id, lesson.steps[0].id), course=COURSE, language=language, size=(80, 24)) as walk:
        for number in range(len(lesson.steps)):
            await drive.resize(walk.app, 80, 24)
            screen = await go_to_step(walk, number)
            screens.append(titled(lesson, number, " (80x24)", await walk.seen()))
            screens.append(titled(lesson, number, " (all of it)", await whole_step(walk, screen, 80)))
    assert snapshot(extension_class=TextFile) == "\n".join(screens)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_course_map(
    open_app: OpenApp, snapshot: SnapshotAssertion, size: tuple[int, int], language: str
) -> None:
    """Look for: every lesson on one line, its steps as marks that line up, where to begin."""
    async with open_app(course=COURSE, language=language, size=size) as walk:
        assert snapshot(extension_class=TextFile) == keyless(await walk.seen())


@pytest.mark.parametrize(
    ("theme", "colours"),
    [("dark", "truecolor"), ("light", "truecolor"), ("dark", "16"), ("light", "16"), ("dark", "none")],
    ids=lambda value: str(value),
)
async def test_colours(open_app: OpenApp, snapshot: SnapshotAssertion, theme: str, colours: Colours) -> None:
    """Look for: one thing in one colour in text, slider and chart; everything readable on its ground."""
    async with open_app(at=("line", "move"), theme=theme, colours=colours, size=(100, 30)) as walk:
        await walk.tab_to_entry()
        await walk.press("7", "enter")
        assert snapshot(extension_class=PictureFile) == walk.app.export_screenshot(title="tutor")


# -- nothing is cut off -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [60, 100])
async def test_a_step_has_the_columns_in_which_its_words_are_proved_to_fit(open_app: OpenApp, width: int) -> None:
    """That no word is cut off is proved without a screen, for a width: no text of a real step has less."""
    room, tour = Room(width, 36), load_lesson(outline_in(TOUR), "line")
    async with open_app(at=("line", tour.steps[0].id), size=(width, 36)) as walk:
        for number, step in enumerate(tour.steps):
            screen = await go_to_step(walk, number)
            texts = [screen.query_one(StepTitle), *screen.query(ProseView), *screen.query(OptionRows)]
            columns = {
                widget.content_size.width for widget in [*texts, *screen.query(Said)] if widget.content_size.width
            }
            # A step that does not fit its screen may give one of them to the scroll bar.
            assert room.text_width(step) - 1 <= min(columns) <= room.text_width(step), step.id
