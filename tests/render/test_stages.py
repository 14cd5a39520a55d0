"""Stages, laid out without a screen: the rule of their layout, and what they ask."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from rich.segment import Segment

from tests.trusted import standing_course
from tests.walks import in_turn, some_now
from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, DARK_16, MONOCHROME
from tutor.course.model import Lesson, Step
from tutor.render.look import Look
from tutor.render.page import Page
from tutor.render.room import Room
from tutor.render.stage import first_rows, stage_rows

ROOT = Path(__file__).parent.parent.parent
FOLDERS = (ROOT / "lessons", ROOT / "tests" / "courses" / "falling")
LOOK = Look(DARK, "en", "reduced")
PALETTES = (DARK, DARK_16, MONOCHROME)


def text_of(lines: list[list[Segment]]) -> list[str]:
    return ["".join(segment.text for segment in line).rstrip() for line in lines]


def lines(*texts: str) -> list[list[Segment]]:
    return [[Segment(text)] if text else [] for text in texts]


@pytest.mark.parametrize(
    ("most", "shown"),
    [
        (4, ["one", "two", "three"]),
        (3, ["one", "two", "three"]),
        (2, ["one", "two … t"]),
        (1, ["one … t"]),
    ],
)
def test_a_text_is_shown_without_its_empty_rows_and_an_ellipsis_says_that_it_goes_on(
    most: int, shown: list[str]
) -> None:
    assert shown == text_of(
        [list(row) for row in first_rows(lines("one", "", "two   ", "  ", "three"), most, 10, LOOK)]
    )


def test_the_ellipsis_takes_the_place_of_what_would_not_fit() -> None:
    assert ["words … t"] == text_of([list(row) for row in first_rows(lines("words cut", "more"), 1, 10, LOOK)])
    row = [Segment("two "), Segment("words"), Segment(" more")]
    assert ["two … t"] == text_of([list(row) for row in first_rows([row, *lines("x")], 1, 10, LOOK)])
    assert ["eightc … t"] == text_of([list(row) for row in first_rows(lines("eightcells", "more"), 1, 10, LOOK)])


STAGES = {
    f"{lesson.id}/{step.id}": (lesson, step)
    for folder in FOLDERS
    for lesson in standing_course(folder).lessons
    for step in lesson.steps
    if step.is_stage
}


@some_now(("name", "language"), product(STAGES, ["en", "ko"]), in_turn([*STAGES][::2], ["en", "ko"]))
def test_the_picture_of_a_stage_holds_three_fifths_of_the_screen(name: str, language: str) -> None:
    """With 1 row of readouts, and at least 10 rows of picture while a question and all that is said stand under it."""
    lesson, step = STAGES[name]
    use = step.lab
    assert use is not None
    asked = tuple(question.ask(0) for question in step.questions)
    look = Look(DARK, language, "reduced")
    page = Page(lesson, lesson.steps.index(step), look, use.values, use.lab(**use.values), asked)
    for room in (Room(120, 36), Room(80, 24)):
        rows = stage_rows(page, room)
        # What is not the picture: the header, the text, the task, the controls, the readouts, the keys.
        around = 1 + rows.text + rows.task + rows.controls + rows.readouts + 1
        assert room.rows == around + rows.picture
        assert rows.picture * (room.columns - 2) >= 0.6 * room.rows * room.columns, rows
        assert rows.picture_beside_words >= 10, rows
        # No title, name or note in it is cut, and it fills its rows.
        for palette, height in product(PALETTES, {rows.picture, rows.picture_beside_words}):
            for drawing in page.result.drawings if page.result is not None else ():
                drawn = draw(drawing, room.columns - 2, height, palette, language)
                assert "…" not in "".join(segment.text for row in drawn for segment in row)
                assert [room.columns - 2] * height == [Segment.get_line_length(row) for row in drawn]
        assert 1 == rows.readouts
        assert 1 == rows.task


@pytest.mark.parametrize(("lesson", "step"), STAGES.values(), ids=STAGES)
def test_a_stage_asks_for_a_guess_first_and_has_something_to_reach(lesson: Lesson, step: Step) -> None:
    assert step.lab is not None
    first, *others = (one for one in step.questions if one.lab is not None and one.lab.name == step.lab.lab.name)
    assert first.single_try, lesson.id
    assert any(question.ON_SLIDERS for question in others)
