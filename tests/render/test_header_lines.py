"""The first lines of lessons and sittings, titles of steps, plain paragraphs."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tutor.render.header import Heading, Tally, lesson_header, sitting_header
from tutor.render.text_lines import TextLine, text_lines
from tutor.render.title import title_lines
from tutor.role import Role

from .lines import EN, KO, WIDTHS, assert_fits, every_language, every_width, look_in, text_of

HEADING = Heading(8, "The cost function", ("done", "visited", "unseen"), 1)
TITLES = ["Cost", "The cost function of a line through three points that do not lie on it", "비용 함수 " * 12]


def test_a_lesson_says_its_number_its_title_a_mark_a_step_and_the_language() -> None:
    assert ["8 · The cost function " + "─" * 5 + " ● ◐ ○ ── en"] == text_of(lesson_header(HEADING, 39, EN).lines)


def test_the_mark_of_a_step_is_found_by_a_click_on_it_alone() -> None:
    found = lesson_header(HEADING, 72, EN)
    line = text_of(found.lines)[0]
    assert [0, 1, 2] == [found.thing_at(line.index(mark), 0) for mark in "●◐○"]
    assert {None} == {found.thing_at(x, 0) for x, sign in enumerate(line) if sign not in "●◐○"}


def test_a_sitting_says_how_it_goes() -> None:
    assert ["복습 " + "─" * 13 + " ✓ 4  ✗ 1  7개 남음 ── ko"] == text_of(
        [sitting_header(Tally("복습", 4, 1, 7), 43, KO)]
    )


@pytest.mark.parametrize("width", [58, 78])
@pytest.mark.parametrize("steps", [11, 20, 40, 200])
@every_language
def test_every_step_has_its_mark_or_they_are_counted(width: int, steps: int, language: str) -> None:
    shown = lesson_header(Heading(8, "비용 함수", ("unseen",) * steps, steps - 1), width, look_in(language))
    [line] = text_of(shown.lines)
    assert width == cell_len(line)
    assert line.endswith(language)
    assert line.count("○") == steps or f" {steps}/{steps} " in line
    if steps == 11:
        assert "8 · 비용 함수" in line
        assert {*range(steps), None} == {shown.thing_at(x, 0) for x in range(width)}


@pytest.mark.parametrize(
    ("width", "line"),
    [
        (60, "13 · XOR › The playground " + "─" * 12 + " ○ ○ ○ ○ ○ ○ ○ ○ ── en"),
        # The marks move together, the lesson keeps its number alone, the steps are counted.
        (46, "13 · XOR › The playground ─────" + " ○○○○○○○○ ── en"),
        (42, "13 › The playground ───────" + " ○○○○○○○○ ── en"),
        (35, "13 › The playground ─────" + " 8/8 ── en"),
    ],
)
def test_the_title_of_a_step_stays_whole_as_the_line_gets_narrow(width: int, line: str) -> None:
    heading = Heading(13, "XOR", ("unseen",) * 8, 7, "The playground")
    shown = lesson_header(heading, width, EN)
    assert [line] == text_of(shown.lines)
    marks = [x for x, sign in enumerate(line) if sign == "○"]
    assert [*range(len(marks))] == [shown.thing_at(x, 0) for x in marks]


@every_width
@every_language
@pytest.mark.parametrize("title", TITLES)
def test_a_header_fills_its_line_whatever_the_title(title: str, width: int, language: str) -> None:
    look = look_in(language)
    lesson = lesson_header(Heading(12, title, ("unseen",) * 9, 0), width, look)
    sitting = sitting_header(Tally(title, 10, 2, 30), width, look)
    assert [width, width] == [cell_len(line) for line in text_of([*lesson.lines, sitting])]


@every_width
@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("marks", ["", "⚑ ✎"])
def test_a_step_title_keeps_every_word_and_its_marks_behind_the_last(title: str, marks: str, width: int) -> None:
    lines = title_lines(title, marks, width, EN)
    assert_fits(lines, width, title, marks)
    *_, last, blank = text_of(lines)
    assert last.endswith(f"{title.split()[-1]}{'  ' if marks else ''}{marks}")
    assert "" == blank


@every_width
def test_a_paragraph_is_broken_under_its_beginning_and_an_empty_one_is_an_empty_line(width: int) -> None:
    paragraphs = (TextLine(TITLES[1], Role.RIGHT, lead="✓"), TextLine(""), TextLine(TITLES[2], strong=True))
    lines = text_lines(paragraphs, width, EN)
    assert_fits(lines, width, *TITLES[1:])
    shown = text_of(lines)
    first = shown[: shown.index("")]
    assert first[0].startswith("✓ The cost")
    assert all(line.startswith("  ") for line in first[1:])


def test_a_mark_has_the_colour_and_without_one_the_text_has_it() -> None:
    [[mark, words]] = text_lines((TextLine("right", Role.RIGHT, lead="✓"),), WIDTHS[0], EN)
    assert (EN.role(Role.RIGHT, bold=True), EN.ink) == (mark.style, words.style)
    [[_, words]] = text_lines((TextLine("right", Role.RIGHT),), WIDTHS[0], EN)
    assert EN.role(Role.RIGHT) == words.style
