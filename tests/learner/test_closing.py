"""The end of a course: what was written, what was built, and how it reads as a page."""

from __future__ import annotations

import ast
import json
from datetime import UTC
from pathlib import Path

import pytest

from tests.trusted import standing_course
from tutor.course.model import Course
from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.attempts import Attempt
from tutor.learner.closing import Closing, closing_of
from tutor.learner.days import Calendar
from tutor.learner.schedule import Schedule
from tutor.learner.store import Store
from tutor.learner.survey import survey_of
from tutor.render.ends.closing import closing_markdown

from .samples import START, attempt
from .tour import LESSONS, answer, tour

CALENDAR = Calendar(UTC)


def closed(tmp_path: Path, course: Course, *attempts: Attempt) -> Closing:
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: START) as store:
        for made in attempts:
            store.record(made)
        schedule = Schedule(course, store, clock=lambda: START, calendar=CALENDAR)
        schedule.refresh()
        return closing_of(survey_of(schedule, store.visits(course.id)), course, schedule.attempts)


def made_at(name: str, right: bool = True, response: str = "") -> Attempt:
    """An attempt at a question of the course that comes along."""
    course = standing_course(LESSONS)
    lesson, asked = next((lesson, one) for lesson, _, one in course.all_questions() if one.id == name)
    given = {"lesson": lesson.id, "kind": asked.kind, "revision": asked.revision}
    return attempt(name, right, response=response or asked.right_response(asked.ask(0)), **given)


def test_an_empty_record_has_built_and_written_nothing(tmp_path: Path) -> None:
    closing = closed(tmp_path, tour())
    assert ((), None) == (closing.functions, closing.built)
    assert sum(1 for lesson in tour().lessons for step in lesson.steps if step.questions) == closing.skills
    assert "Nothing has been set right yet." in closing_markdown(closing, "en")


def test_the_functions_are_those_written_right_in_the_order_of_the_course(tmp_path: Path) -> None:
    course = standing_course(LESSONS)
    made = [made_at("write-missed"), made_at("write-sigmoid"), made_at("write-bce", right=False)]
    found = closed(tmp_path, course, *made).functions
    programs = [one.response for one in (made[1], made[0])]
    names = [ast.parse(source).body[-1].name for source in programs]  # type: ignore[attr-defined]
    assert names == [one.name for one in found]
    assert ["activations", "real-data"] == [one.lesson.id for one in found]


def test_what_was_built_is_the_last_thing_set_right_and_says_its_own_numbers(tmp_path: Path) -> None:
    course = standing_course(LESSONS)
    own = {
        "inputs": "all",
        "scale": "standardised",
        "units": 4,
        "rate": "0.3",
        "frame": 90,
        "guess": 17,
        "fails": "alarms",
    }
    closing = closed(tmp_path, course, made_at("few-missed"), made_at("closing", response=json.dumps(own)))
    assert closing.built is not None
    assert ("real-data", "closing") == (closing.built.lesson.id, closing.built.step.id)
    assert "units = 4" in closing.built.set_to("en")
    readouts = course.lessons[-1].steps[-2].lab.lab(split=1, **own).readouts  # type: ignore[union-attr]
    said = closing.built.said("en")
    assert f"{readouts['test_right'].value:.1%} right" in said
    assert f"{readouts['test_wrong'].value} wrong" in said
    assert "you expected 17" in said


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_the_page_names_every_skill_with_what_it_rests_on(tmp_path: Path, language: str) -> None:
    course = standing_course(LESSONS)
    closing = closed(tmp_path, course, made_at("write-missed"))
    page = closing_markdown(closing, language)
    titles = {(lesson.id, step.id): step.title.in_(language) for lesson in course.lessons for step in lesson.steps}
    lines = page.splitlines()
    for (lesson, step), below in closing.survey.rests.items():
        title = titles[lesson, step]
        found = [line for line in lines if line.startswith("- ") and line[4:].partition(" ← ")[0] == title]
        assert found, title
        assert any(all(titles[one] in line for one in below) for line in found), title
    assert all(f"### {lesson.number} · {lesson.title.in_(language)}" in lines for lesson in course.lessons)
    assert "- 15 missed: " in page
    assert "tutor mine" in page


def test_predictions_are_told_and_what_was_answered(tmp_path: Path) -> None:
    page = closing_markdown(closed(tmp_path, tour(), answer("guess-height"), answer("height-at")), "en")
    assert "1 of 1 predictions right" in page
    assert "answers: 1, 100% right" in page
