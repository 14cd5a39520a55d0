"""Every step of every lesson on every rung: nothing is cut, nothing lies over another, and no character is unknown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import product

import pytest
from rich.cells import cell_len
from rich.segment import Segment

from tests.trusted import standing_lesson
from tutor.chart.drawing import draw, natural_size
from tutor.course.model import Lesson
from tutor.course.outline import LessonOutline
from tutor.render.header import Heading, lesson_header
from tutor.render.look import Look
from tutor.render.page import Page, lab_lines, page_lines
from tutor.render.prose.spelled import spelled
from tutor.render.room import Room
from tutor.render.rung import Rung, palette_of
from tutor.stand_ins import shown_in

from .test_every_step import COURSE, words_on

SIZES = (Room(60, 18), Room(80, 24), Room(120, 36), Room(200, 50))
RUNGS = {
    "truecolor": Rung(),
    "16 colours": Rung("16"),
    "console": Rung("8", "blocks", "ascii"),
    "ASCII": Rung("none", "ascii", "ascii"),
    "two cells": Rung("256", "dots", "ascii"),
}
NOW = [("05-layers", Room(60, 18), "ASCII", "ko"), ("08-cost", Room(120, 36), "console", "en")]
NOW.append(("13-xor-training", Room(80, 24), "two cells", "ko"))
"""Those that are drawn now; all others in the long run."""
PC = {*bytes(range(0x20, 0x7F)).decode("ascii"), *bytes(range(0x80, 0xFF)).decode("cp437"), *"•◘○◙♪►◄↕¶§↑↓→←↔▲▼♦◆▶◀"}


def cases() -> Iterator[object]:
    """Yield a lesson, a size, a rung and a language."""
    for lesson, size, rung, language in product(COURSE.lessons, SIZES, RUNGS, ("en", "ko")):
        is_now = (lesson.folder, size, rung, language) in NOW
        name = f"{lesson.folder}-{size}-{rung}-{language}"
        yield pytest.param(lesson, size, rung, language, id=name, marks=() if is_now else pytest.mark.walk)


def page_of(lesson: Lesson, number: int, look: Look) -> Page:
    """Return a step as it opens."""
    step = lesson.steps[number]
    values = step.lab.values if step.lab is not None else {}
    result = step.lab.lab(**values) if step.lab is not None else None
    return Page(lesson, number, look, values, result, tuple(question.ask(0) for question in step.questions))


def _heading(page: Page) -> Heading:
    marks = ("done", "visited", "unseen")
    steps = page.lesson.steps
    titles = page.lesson.title.in_(page.look.language), page.step.title.in_(page.look.language)
    shown = tuple(marks[number % 3] for number in range(len(steps)))
    return Heading(page.lesson.number, titles[0], shown, page.number, titles[1] if page.step.is_stage else "")


def unknown(text: str, rung: Rung) -> set[str]:
    """Return the characters of a text that the terminal has not; letters of words are the text's own."""
    if rung.marks == "dots":
        return {c for c in text if unicodedata.east_asian_width(c) == "A" and unicodedata.category(c)[0] != "L"}
    known = {"ascii": set(map(chr, range(0x20, 0x7F))), "blocks": PC}[rung.marks]
    return {c for c in text if c not in known and not (unicodedata.category(c) == "Lo" and cell_len(c) == 2)}


def in_text(lines: Sequence[Sequence[Segment]], rung: Rung) -> list[str]:
    """Return lines as they are sent to the terminal, in which something stands for each character."""
    drawn = {character for line in lines for segment in line for character in segment.text}
    assert {"?"} >= {character for character in drawn if "?" in shown_in(character, rung.marks)}
    return ["".join(shown_in(segment.text, rung.marks) for segment in line) for line in lines]


@pytest.mark.parametrize(("outline", "room", "name", "language"), list(cases()))
def test_a_step_is_whole(outline: LessonOutline, room: Room, name: str, language: str) -> None:
    rung = RUNGS[name]
    look = Look(palette_of("dark", rung), language)
    lesson = standing_lesson(COURSE.folder, outline.id)
    for number, step in enumerate(lesson.steps):
        page = page_of(lesson, number, look)
        at = f"{step.id} at {room}"
        text = in_text(page_lines(page, room), rung)
        assert [] == [line for line in text if cell_len(line.rstrip()) > room.text_width(step)], at
        (header,) = lesson_header(_heading(page), room.header_width, look).lines
        assert room.header_width >= sum(cell_len(segment.text) for segment in header), at
        run = "".join("".join(text).split())
        for word in words_on(step, language):
            wanted = shown_in(spelled(word) if rung.maths == "ascii" else word, rung.marks)
            assert "".join(wanted.split()) in run, f"{at} loses {wanted}:\n" + "\n".join(text)
        parts = [text, in_text([header], rung)]
        if (lab := lab_lines(page, room)) is not None:
            for lines in (lab.controls, lab.readouts):
                parts.append(in_text(lines, rung))
                assert [] == [line for line in parts[-1] if cell_len(line.rstrip()) > room.lab_width], at
            parts.append(in_text(lab.table, rung))
            assert page.result is not None
            for drawing in page.result.drawings:
                _, high = natural_size(drawing, room.lab_width, language)
                drawn = draw(drawing, room.lab_width, high, look.palette, language)
                parts.append(in_text(drawn, rung))
                assert {room.lab_width} == {cell_len(line) for line in parts[-1]}, at
        if rung.marks != "braille":
            for lines in parts:
                assert set() == unknown("".join(lines), rung), at + "\n" + "\n".join(lines)
