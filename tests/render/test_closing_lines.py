"""The last page of a course as lines."""

from __future__ import annotations

from pathlib import Path

from tests.learner.test_closing import closed
from tests.learner.tour import answer, tour
from tutor.render.ends.closing import LONGEST_LINE, closing_lines
from tutor.render.home import map_actions

from .lines import EN, KO, assert_fits, every_language, every_width, look_in, text_of


@every_width
@every_language
def test_the_page_fits_any_width(tmp_path: Path, width: int, language: str) -> None:
    closing = closed(tmp_path, tour(), answer("make-steep"), answer("guess-height"))
    title = tour().title.in_(language)
    assert_fits(closing_lines(closing, width, look_in(language)), min(width, LONGEST_LINE), title)


def test_the_page_has_each_lesson_with_its_skills(tmp_path: Path) -> None:
    lines = text_of(closing_lines(closed(tmp_path, tour(), answer("make-steep")), 100, EN))
    under = [line for line in lines[lines.index("1 · A line") + 1 :] if line]
    assert ["Move it", "Guess it", "Set it"] == [line[2:].split("   ")[0].strip() for line in under[:3]]
    assert any(line.startswith("1 Set it: k = ") for line in lines)


def test_the_map_leads_to_the_page_once_the_course_is_over() -> None:
    for is_over in (False, True):
        names = [action.name for action in map_actions(answered=True, is_over=is_over)]
        assert is_over is ("closing" in names)


def test_a_page_that_is_still_being_made_says_so() -> None:
    assert ["One moment: your record is being read."] == text_of(closing_lines(None, 80, EN))
    assert ["잠시만요. 학습 기록을 읽고 있습니다."] == text_of(closing_lines(None, 80, KO))
