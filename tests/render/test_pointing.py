"""Words that point: at every stage of the lessons each lights up a part of the picture, and nothing else changes."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style

from tests.trusted import standing_course
from tests.walks import in_turn, some_now
from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, DARK_16, LIGHT, LIGHT_16, MONOCHROME, Palette
from tutor.course.model import Step
from tutor.figure import Drawing
from tutor.pointing import parts_of, pointed
from tutor.render.look import Look
from tutor.render.pointing import number_at, rows_reached, with_reached
from tutor.render.prose.layout import Sheet

LESSONS = Path(__file__).parent.parent.parent / "lessons"
STAGES = {
    f"{lesson.id}/{step.id}": step
    for lesson in standing_course(LESSONS).lessons
    for step in lesson.steps
    if step.is_stage
}
PICTURES = [(118, 24), (78, 15), (78, 10)]
"""The least picture of a stage at 120x36 and at 80x24, and at 80x24 while a question is open."""
PALETTES = {"many": DARK, "many, light": LIGHT, "few": DARK_16, "few, light": LIGHT_16, "none": MONOCHROME}
WORN = [*product(PALETTES, PICTURES, ("en", "ko"))]

Cell = tuple[str, Style]


def cells_of(drawing: Drawing, size: tuple[int, int], palette: Palette, language: str) -> list[Cell]:
    """Return every character of a picture with its style."""
    lines = draw(drawing, *size, palette, language)
    return [(character, style or Style.null()) for line in lines for text, style, _ in line for character in text]


def is_seen(cell: Cell) -> bool:
    character, style = cell
    return character not in " \u2800" or style.bgcolor is not None or bool(style.reverse)


def look_of(cell: Cell) -> tuple[object, ...]:
    """Return what a terminal makes of a style."""
    _, style = cell
    return style.color, style.bgcolor, bool(style.bold), bool(style.dim), bool(style.reverse)


def steps_back(before: Cell, after: Cell, palette: Palette) -> bool:
    """Return whether a cell has lost of its colours, or where there are few, of its weight."""
    (_, old), (_, new) = before, after
    if palette in (DARK, LIGHT):
        return not new.bold and (new.color, new.bgcolor) != (old.color, old.bgcolor)
    return not new.bold


@some_now(("name", "worn"), product(STAGES, WORN), in_turn(STAGES, WORN[::7]), ids=str)
def test_every_word_of_a_stage_that_points_lights_up_a_part_of_its_picture(
    name: str, worn: tuple[str, tuple[int, int], str]
) -> None:
    colours, size, language = worn
    step, palette = STAGES[name], PALETTES[colours]
    use = step.lab
    assert use is not None
    (picture,) = use.lab(**use.values).drawings
    words = step.prose.in_(language).pointers()
    assert words
    plain = cells_of(picture, size, palette, language)
    for part in {word.part for word in words}:
        found = cells_of(pointed(picture, part), size, palette, language)
        assert [character for character, _ in plain] == [character for character, _ in found]
        seen = [(old, new) for old, new in zip(plain, found, strict=True) if is_seen(new)]
        back = [steps_back(old, new, palette) for old, new in seen]
        assert not all(back), (part, "nothing stands out")
        assert any(back), (part, "nothing steps back")
        assert any(look_of(old) != look_of(new) for old, new in seen)


@pytest.mark.parametrize("step", STAGES.values(), ids=STAGES)
def test_pointing_shows_nothing_that_is_withheld(step: Step) -> None:
    """Every part of the open picture is pointed at in the veiled one: no character of that changes."""
    use = step.lab
    assert use is not None
    for picture in use.lab(**use.values).drawings:
        veiled = picture.veiled()
        plain = [character for character, _ in cells_of(veiled, PICTURES[1], MONOCHROME, "en")]
        for part in parts_of(picture):
            found = cells_of(pointed(veiled, part), PICTURES[1], MONOCHROME, "en")
            assert plain == [character for character, _ in found]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("width", [118, 78])
@pytest.mark.parametrize("step", STAGES.values(), ids=STAGES)
def test_words_that_are_cut_come_into_view_when_they_are_reached(step: Step, width: int, language: str) -> None:
    look = Look(DARK, language, "reduced")
    prose = step.prose.in_(language)
    lines = Sheet(prose, width, {}, DARK, width).lines(lambda _, __: "1")
    for word in prose.pointers():
        whole = "".join(text for line in lines for text, style, _ in line if number_at(style) == word.number)
        rows = with_reached(rows_reached(lines, 2, width, look, word.number), word.number)
        assert len(rows) <= 2
        assert all(Segment.get_line_length(row) <= width for row in rows)
        turned = [text for row in rows for text, style, _ in row if style is not None and style.reverse]
        assert whole == "".join(turned)
