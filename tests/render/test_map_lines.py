"""The course map and what stands around it."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from rich.cells import cell_len

from tutor.course.outline import load_outline
from tutor.learner.plan import Portion
from tutor.learner.progress import outline_of, progress_of
from tutor.learner.standing import Known, Standing
from tutor.render.course_map import map_lines, stands_words, summary_lines
from tutor.render.home import course_lines, map_actions, welcome_lines
from tutor.session.map import Entry, Overview, entries_of

from .lines import EN, KO, assert_fits, every_language, every_width, look_in, text_of

LESSONS = load_outline(Path(__file__).parent.parent.parent / "lessons")
TODAY = date(2026, 1, 1)
PROGRESS = progress_of(outline_of(LESSONS), (), {(LESSONS.lessons[0].id, LESSONS.lessons[0].steps[0].id)})
ENTRY = Entry(
    "cost", 8, "The cost function", "Say how wrong a line is.", "20-31",
    ("done", "visited", "unseen"), 2, 5, 3, done=False, current=True,
    skills=(("Error", Known(Standing.LEARNT, 3, 13)), ("Square", Known(Standing.SHAKY)), ("Mean", Known())),
    purpose="One number says how wrong a model is.", step_title="The parabola", needs=("1 A line", "4 A film"),
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


def test_a_summary_says_what_a_lesson_is_for_what_it_needs_and_where_the_learner_stands() -> None:
    assert [
        "for     One number says how wrong a model is.",
        "needs   1 A line · 4 A film",
        "stands  ● 1 learnt · ◐ 1 shaky · ○ 1 not answered",
    ] == text_of(summary_lines(ENTRY, TODAY, 72, EN, tall=False))
    assert [
        "8 · The cost function",
        "Say how wrong a line is.",
        "3 steps · 3 of 5 questions done · slides 20-31",
        "for     One number says how wrong a model is.",
        "needs   1 A line · 4 A film",
        "stands  ● 1 learnt · ◐ 1 shaky · ○ 1 not answered",
        "● Error                             ○ Mean",
        "◐ Square",
    ] == text_of(summary_lines(ENTRY, TODAY, 72, EN, tall=True))
    korean = ENTRY._replace(skills=(), needs=())
    assert ["바탕  앞의 강의 없이 시작할 수 있음", "상태  3단계 중 1단계, 아직 답한 것 없음"] == text_of(
        summary_lines(korean, TODAY, 72, KO, tall=False)
    )[1:]


def test_what_is_not_known_at_once_has_its_line_already() -> None:
    before = summary_lines(ENTRY._replace(needs=None), TODAY, 72, EN, tall=False)
    assert "needs   …" == text_of(before)[1]
    assert len(before) == len(summary_lines(ENTRY, TODAY, 72, EN, tall=False))


def test_a_lesson_says_when_something_of_it_comes_back() -> None:
    skills = tuple(
        (title, Known(Standing.RIGHT, 1, due=TODAY + timedelta(days=days))) for title, days in (("a", 1), ("b", 4))
    )
    assert "◕ 2 right so far; review tomorrow" == stands_words(ENTRY._replace(skills=skills), TODAY, "en")
    late = tuple((title, known._replace(due=TODAY - timedelta(days=9))) for title, known in skills)
    assert "◕ 맞힘 2, 복습 오늘" == stands_words(ENTRY._replace(skills=late), TODAY, "ko")


@every_width
def test_the_skills_of_a_lesson_have_their_whole_names(width: int) -> None:
    title = "Write down what the slope of the cost says about the very next step"
    lines = summary_lines(
        ENTRY._replace(skills=((title, Known(Standing.PREDICTED)), *ENTRY.skills)), TODAY, width, EN, tall=True
    )
    assert_fits(lines, width)
    shown = text_of(lines)
    assert any(line.startswith("◆ Write") for line in shown)
    assert set(title.split()) <= set(" ".join(shown).split())


@every_width
@every_language
def test_no_word_of_a_summary_is_cut_off(width: int, language: str) -> None:
    for entry in entries(language):
        lines = summary_lines(entry, TODAY, width, look_in(language), tall=True)
        assert entry.purpose
        assert_fits(lines, width, entry.title, entry.goal, entry.purpose)


@every_width
@every_language
def test_the_course_says_what_it_promises_where_there_is_room(width: int, language: str) -> None:
    title, description = LESSONS.title.in_(language), LESSONS.description.in_(language)
    look = look_in(language)
    assert_fits(course_lines(title, description, width, look, tall=True), min(width, 72), title, description)
    assert [title] == text_of(course_lines(title, description, width, look, tall=False))


def overview(*entries: Entry, **others: object) -> Overview:
    given: dict[str, object] = {
        "answered": True,
        "portion": None,
        "playground": None,
        "today": TODAY,
        "was_there": True,
    }
    return Overview(LESSONS, entries, **(given | others))  # type: ignore[arg-type]


def test_who_comes_back_sees_first_what_is_due_and_where_they_were() -> None:
    now = overview(DONE, ENTRY, portion=Portion(("a", "b", "c"), 2, 8))
    assert [
        "↻ Due today: 3, about 2 min (v)",
        "▶ You were at: 8 · The cost function › The parabola (Enter)",
    ] == text_of(welcome_lines(now, 72, EN))
    assert [
        "↻ 오늘 복습할 것: 3문제, 약 2분 (v)",
        "▶ 하던 곳: 8 · The cost function › The parabola (엔터)",
    ] == text_of(welcome_lines(now, 72, KO))
    following = text_of(welcome_lines(now._replace(was_there=False), 72, EN))
    assert "▶ Next: 8 · The cost function › The parabola (Enter)" == following[1]
    all_done = text_of(welcome_lines(overview(DONE), 72, EN))
    assert ["↻ Due today: …"] == all_done


def test_who_is_here_for_the_first_time_sees_where_to_start() -> None:
    fresh = overview(ENTRY._replace(marks=("unseen",) * 3), answered=False, was_there=False)
    assert ["▶ Start here: 8 · The cost function"] == text_of(welcome_lines(fresh, 72, EN))


@every_width
def test_what_is_seen_first_fits_a_line_each(width: int) -> None:
    lines = welcome_lines(overview(ENTRY._replace(title="아주 긴 제목 " * 8)), width, KO)
    assert_fits(lines, width)
    assert 2 == len(lines)


@pytest.mark.parametrize(
    ("portion", "words"),
    [
        (None, "Due today: …"),
        (Portion((), 0, 0), "Nothing is due today."),
        (Portion((), 0, 8), "Today's review is done."),
        (Portion(("a", "b", "c"), 2, 8), "Due today: 3, about 2 min (v)"),
    ],
)
def test_the_review_says_what_is_known_of_it(portion: Portion | None, words: str) -> None:
    assert f"↻ {words}" == text_of(welcome_lines(overview(ENTRY, portion=portion), 72, EN))[0]


def test_there_is_no_review_before_the_first_answer() -> None:
    names = ["app.review", "app.progress", "app.search", "test_out"]
    assert names == [action.name for action in map_actions(answered=True)]
    assert names[1:] == [action.name for action in map_actions(answered=False)]
