"""The pages of the progress screen."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.trusted import standing_course
from tutor.language import Text
from tutor.learner.calibration import Calibration, Level, Sureness
from tutor.learner.plan import Portion
from tutor.learner.standing import Known, Standing
from tutor.learner.statistics import DayActivity, Nearness
from tutor.learner.survey import HardQuestion, LessonSurvey, SkillSurvey, Survey
from tutor.render.days import duration_words
from tutor.render.progress import (
    PAGES,
    ahead_page,
    days_page,
    facts_line,
    lessons_page,
    page_lines,
    page_names,
    questions_page,
    skill_lines,
)
from tutor.render.skill_map import map_page
from tutor.render.standing import MEANINGS

from .lines import EN, KO, assert_fits, every_language, every_width, look_in, text_of

TODAY = date(2026, 1, 1)  # a Thursday
LONG = "Write down what the slope of the cost says about the next step"


def skill(name: str, standing: Standing, recall: float | None) -> SkillSurvey:
    return SkillSurvey(
        name, Text(en=name, ko=f"{name} 가"), Known(standing), recall, int(standing is Standing.LEARNT), 2
    )


@cache
def survey() -> Survey:
    """Two days ago ten minutes, yesterday half an hour; five skills in two lessons; three questions due."""
    course = standing_course(Path(__file__).parent.parent / "tour")
    days = [
        DayActivity(TODAY - timedelta(days=2), attempts=3, right=2, seconds=600.0),
        DayActivity(TODAY - timedelta(days=1), attempts=1, right=1, seconds=1800.0),
    ]
    line = (
        skill("Move it", Standing.LEARNT, 0.9),
        skill("Choose", Standing.SHAKY, 0.4),
        skill(LONG, Standing.UNSEEN, None),
        SkillSurvey("guess", Text(en="Guess", ko="예측"), Known(Standing.PREDICTED), None),
    )
    lesson, _, question = next(iter(course.all_questions()))
    return Survey(
        course,
        TODAY,
        {day.day: day for day in days},
        (
            LessonSurvey("line", 1, Text(en="A line", ko="직선"), 5, 2, 2400.0, line),
            LessonSurvey("film", 2, Text(en="A film", ko="영화"), 2, 0, 0.0, ()),
        ),
        5,
        Portion(("a", "b", "c"), 2, 2),
        tuple((TODAY + timedelta(days=ahead), count) for ahead, count in enumerate((3, 2, 1, 0))),
        (HardQuestion(question, lesson, 3, 2),),
        Nearness(2, 1, ((6.0, 6.0), (9.0, 6.0))),
        {("line", "Choose"): (("line", "Move it"),), ("line", LONG): (("line", "Move it"), ("line", "Choose"))},
    )


def test_days_show_their_minutes_in_marks_and_in_sum() -> None:
    shown = text_of(days_page(survey(), 0, 100, EN))
    # Of four responses, three of them right, two were predictions, and one of those came true.
    assert "days: 2, in a row: 2 · time: 40 min · answers: 2, 100% right" == shown[0]
    days = {line.split()[0]: line for line in shown if line[:3] in ("Tue", "Wed", "Thu")}
    assert days["Tue"].endswith("▒")
    assert days["Wed"].endswith("▓")
    assert days["Thu"].endswith("·◂")


def test_lessons_show_how_well_their_skills_are_known_and_the_chosen_one_each_of_them() -> None:
    shown = text_of(lessons_page(survey(), 0, 72, EN))
    assert "▸  1  A line" in shown[0]
    assert "●◐◆○" in shown[0]
    assert shown[0].endswith("40 min")
    assert any(line.startswith("● Move it") and line.endswith("│█████████   90  1 of 2") for line in shown)
    assert any(line.startswith("◐ Choose") and line.endswith("│████        40  0 of 2") for line in shown)
    assert "  met, not yet right without help" in shown
    # What was not answered has no chance to be recalled, not one of 0%; a prediction is not asked for again.
    assert any(line.endswith("│             –  0 of 2") for line in shown)
    assert any(line.startswith("◆ Guess") and line.endswith("│             –") for line in shown)


@every_width
@every_language
def test_every_skill_has_its_whole_name_and_says_what_it_rests_on(width: int, language: str) -> None:
    look = look_in(language)
    lines = lessons_page(survey(), 0, width, look)
    for one in survey().lessons[0].skills:
        assert_fits(skill_lines(survey().lessons[0], TODAY, width, look), width, one.title.in_(language).split()[-1])
    for words in MEANINGS.values():
        assert_fits(lines, width, words(language).split()[-1])


def test_the_map_shows_what_a_skill_rests_on_and_what_rests_on_it() -> None:
    shown = [line.rstrip() for line in text_of(map_page(survey(), 0, 80, EN))]
    assert "What the skills of 1 · A line rest on" == shown[0]
    assert "● learnt · ◕ right so far · ◐ shaky · ◆ predicted only · ○ not answered yet" in shown
    first = shown.index("● Move it                      → Choose ◐ · Write down what the slope of the")
    assert "cost says about the next step ○" == shown[first + 1].strip()
    assert "◐ Choose                       ← Move it ●" in shown
    assert "← Move it ● · Choose ◐" in "\n".join(shown)
    many = survey()._replace(rests={("line", LONG): tuple(("line", "Move it") for _ in range(9))})
    assert "and 5 more" in "\n".join(text_of(map_page(many, 0, 80, EN)))


def test_reviews_ahead_are_counted_by_day() -> None:
    shown = text_of(ahead_page(survey(), 0, 72, EN))
    assert ["Questions today: 3, about 2 min. Waiting for the days after: 2."] == shown[:1]
    rows = [line.split() for line in shown if "│ " in line or "█" in line]
    assert ["3", "2", "1", "0"] == [row[-1] for row in rows]
    assert ["today", "tomorrow"] == [row[0] for row in rows[:2]]
    nothing = text_of(ahead_page(survey()._replace(portion=Portion((), 0, 0)), 0, 72, EN))
    assert "Review: nothing due today" == nothing[0]
    enough = text_of(ahead_page(survey()._replace(portion=Portion((), 0, 4)), 0, 72, EN))
    assert "Today's minutes are done. Waiting for the days after: 4." == enough[0]


def test_what_goes_wrong_and_how_close_predictions_came() -> None:
    shown = text_of(questions_page(survey(), 0, 72, EN))
    assert any(line.startswith("✗ ") for line in shown)
    assert "  2 of 3 wrong · 1 A line" in shown
    # The guesses miss by 0% and by 50%: half of that is 25%.
    assert "1 of 2 predictions right · a typical number is 25% off" in shown
    fresh = survey()._replace(hardest=(), predictions=Nearness(0, 0, ()))
    assert "Nothing has gone wrong so far." in text_of(questions_page(fresh, 0, 72, EN))
    assert "아직 숫자를 예측한 적이 없습니다." in text_of(questions_page(fresh, 0, 72, KO))


def test_how_sure_one_was_and_how_right_is_said_and_drawn_where_it_was_said_often_enough() -> None:
    levels = (Level(Sureness.GUESS), Level(Sureness.FAIRLY, 2, 1, 0.75), Level(Sureness.SURE, 10, 7, 0.95))
    for width in (72, 110):
        shown = text_of(questions_page(survey()._replace(calibration=Calibration(levels)), 0, width, EN))
        said = " ".join(" ".join(line[-57:] if width > 100 else line for line in shown).split())
        assert "When you say “sure”, you are right 7 times of 10." in said
        assert "“fairly sure”: 2 so far. From 5 on" in said
        assert any(line.rstrip().endswith("sure 7/10 ◆") for line in shown)
    few = text_of(questions_page(survey()._replace(calibration=Calibration(levels[:2])), 0, 72, KO))
    assert "얼마나 확신했고 얼마나 맞았나" in few
    assert not any("확신(%)" in line for line in few)


@pytest.mark.parametrize(("width", "times"), [(118, False), (160, True), (78, True), (60, False)])
@every_language
def test_titles_of_lessons_stand_whole_and_their_times_where_there_is_room(
    width: int, times: bool, language: str
) -> None:
    course = standing_course(Path(__file__).parents[2] / "lessons")
    skills = (skill("Move it", Standing.LEARNT, 0.9),) * 18
    lessons = tuple(
        LessonSurvey(lesson.id, number, lesson.title, 18, 2, 20.0, skills)
        for number, lesson in enumerate(course.lessons, 1)
    )
    shown = text_of(lessons_page(survey()._replace(course=course, lessons=lessons), 0, width, look_in(language)))
    for lesson, line in zip(course.lessons, shown, strict=False):
        assert f"{lesson.title.in_(language)} ●" in re.sub(" +", " ", line)
        if times:
            assert duration_words(20.0, language) in line


def test_a_record_that_is_still_being_read_says_so() -> None:
    assert ["One moment: your record is being read."] == text_of(page_lines(None, 0, 0, 80, EN))
    assert ["잠시만요. 학습 기록을 읽고 있습니다."] == text_of(page_lines(None, 0, 0, 80, KO))


def test_an_empty_record_says_what_will_be_here() -> None:
    empty = survey()._replace(days={})
    assert "Nothing here yet." in " ".join(text_of(page_lines(empty, 0, 0, 72, EN)))


@every_width
@every_language
def test_no_page_is_wider_than_its_width(width: int, language: str) -> None:
    look = look_in(language)
    for number in range(len(PAGES)):
        for chosen in (0, 1):
            assert_fits(page_lines(survey(), number, chosen, width, look), width)
    assert_fits(page_lines(survey(), 1, 0, width, look), width, "직선" if language == "ko" else "A line")
    assert_fits(page_lines(survey(), 0, 0, width, look), width, facts_line(survey(), look))


@every_language
def test_the_names_of_the_pages_fill_a_line_and_are_found_by_a_click(language: str) -> None:
    # 58 cells is the narrowest that a screen gives them.
    for width in (58, 72, 100):
        found = page_names(2, width, look_in(language))
        [line] = text_of(found.lines)
        assert width == cell_len(line)
        for number, page in enumerate(PAGES):
            words = page.title(language)
            start = cell_len(line[: line.index(words, 2)])
            assert {number} == {found.thing_at(x, 0) for x in range(start, start + cell_len(words))}
        [shown] = [part for part in found.lines[0] if part.style is not None and part.style.underline]
        assert PAGES[2].title(language) == shown.text
