"""The course map and what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len

from tutor.course.outline import load_outline
from tutor.learner.plan import Portion
from tutor.learner.progress import outline_of, progress_of
from tutor.learner.standing import Known, Standing
from tutor.render.course_map import map_lines, summary_lines
from tutor.render.home import continue_line, course_lines, map_actions
from tutor.session.map import Entry, entries_of

from .lines import EN, KO, assert_fits, every_language, every_width, look_in, text_of

LESSONS = load_outline(Path(__file__).parent.parent.parent / "lessons")
PROGRESS = progress_of(outline_of(LESSONS), (), {(LESSONS.lessons[0].id, LESSONS.lessons[0].steps[0].id)})
ENTRY = Entry(
    "cost", 8, "The cost function", "Say how wrong a line is.", "20-31",
    ("done", "visited", "unseen"), 2, 5, 3, done=False, current=True,
    skills=(("Error", Known(Standing.LEARNT, 3, 13)), ("Square", Known(Standing.SHAKY)), ("Mean", Known())),
)  # fmt: skip
DONE = ENTRY._replace(lesson="line", number=12, title="A line", marks=("done",) * 5, done=True, current=False)


def entries(language: str) -> tuple[Entry, ...]:
    """Return the map of the course itself."""
    return entries_of(LESSONS, PROGRESS, (LESSONS.lessons[1].id, LESSONS.lessons[1].steps[0].id), language)


def test_a_lesson_has_its_number_its_title_a_mark_a_step_and_its_state() -> None:
    assert [
        "▸  8  The cost function" + " " * 3 + "●◐○    ▶",
        "  12  A line" + " " * 14 + "●●●●●  ✓",
    ] == text_of(map_lines((ENTRY, DONE), 0, 36, EN, focused=True))


def test_the_chosen_lesson_is_underlined_while_the_map_has_the_focus() -> None:
    for focused in (True, False):
        first, second = map_lines((ENTRY, DONE), 1, 36, EN, focused=focused)
        underlined = [part.text for part in (*first, *second) if part.style is not None and part.style.underline]
        assert (["A line"] if focused else []) == underlined


@every_width
@every_language
def test_marks_and_states_line_up_and_titles_are_whole_where_there_is_room(width: int, language: str) -> None:
    lessons = entries(language)
    lines = map_lines(lessons, 3, width, look_in(language), focused=True)
    assert_fits(lines, width)
    if width >= 72:
        assert_fits(lines, width, *(entry.title for entry in lessons))
    shown = text_of(lines)
    where = {cell_len(line[: min(line.index(sign) for sign in "●◐○" if sign in line)]) for line in shown}
    assert 1 == len(where)


def test_a_summary_counts_what_was_done_and_how_well_it_is_known() -> None:
    assert [
        "8 · The cost function",
        "Say how wrong a line is.",
        "3 steps · 3 of 5 questions done · slides 20-31 · 1 learnt · 1 shaky · 1",
        "not answered",
        "● Error                             ○ Mean",
        "◐ Square",
    ] == text_of(summary_lines(ENTRY, 72, EN, tall=True))
    assert 4 == len(summary_lines(ENTRY, 72, EN, tall=False))
    assert ["3단계 · 질문 5개 중 3개 마침 · 강의 자료 20-31쪽"] == text_of(
        summary_lines(ENTRY._replace(skills=()), 72, KO, tall=True)
    )[2:]


@every_width
def test_the_skills_of_a_lesson_have_their_whole_names(width: int) -> None:
    title = "Write down what the slope of the cost says about the very next step"
    lines = summary_lines(
        ENTRY._replace(skills=((title, Known(Standing.PREDICTED)), *ENTRY.skills)), width, EN, tall=True
    )
    assert_fits(lines, width)
    shown = text_of(lines)
    assert any(line.startswith("◆ Write") for line in shown)
    assert set(title.split()) <= set(" ".join(shown).split())


@every_width
@every_language
def test_no_word_of_a_summary_is_cut_off(width: int, language: str) -> None:
    for entry in entries(language):
        lines = summary_lines(entry, width, look_in(language), tall=True)
        assert_fits(lines, width, entry.title, entry.goal)


@every_width
@every_language
def test_the_course_says_what_it_promises_where_there_is_room(width: int, language: str) -> None:
    title, description = LESSONS.title.in_(language), LESSONS.description.in_(language)
    look = look_in(language)
    assert_fits(course_lines(title, description, width, look, tall=True), min(width, 72), title, description)
    assert [title] == text_of(course_lines(title, description, width, look, tall=False))


def test_what_was_begun_goes_on_and_the_rest_starts() -> None:
    fresh = ENTRY._replace(marks=("unseen",) * 3)
    assert ["▶ Start here: 8 · The cost function"] == text_of([continue_line(fresh, 72, EN)])
    assert ["▶ 이어서 하기: 8 · The cost function  3단계 중 2단계"] == text_of([continue_line(ENTRY, 72, KO)])


@every_width
def test_a_long_title_leaves_the_step_out_before_it_is_shortened_itself(width: int) -> None:
    long = ENTRY._replace(title="아주 긴 제목 " * 8)
    [line] = text_of([continue_line(long, width, KO)])
    assert cell_len(line) <= width
    assert line.endswith("…") or width == 100


@pytest.mark.parametrize(
    ("portion", "words"),
    [
        (None, "Review"),
        (Portion((), 0, 0), "Review: nothing due today"),
        (Portion((), 0, 8), "Review: done for today"),
        (Portion(("a", "b", "c"), 2, 8), "Review: 3 today, 2 min"),
    ],
)
def test_the_review_says_what_is_known_of_it(portion: Portion | None, words: str) -> None:
    assert words == map_actions(portion, "en", answered=True)[0].words


def test_there_is_no_review_before_the_first_answer() -> None:
    names = ["app.review", "app.progress", "app.search", "test_out"]
    assert names == [action.name for action in map_actions(None, "en", answered=True)]
    assert names[1:] == [action.name for action in map_actions(None, "en", answered=False)]
