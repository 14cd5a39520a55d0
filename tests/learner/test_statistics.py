from __future__ import annotations

from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tutor.course.kinds.number import NumberQuestion
from tutor.course.model import Course, Lesson, Step
from tutor.course.questions import Reference
from tutor.course.tolerance import Tolerance
from tutor.lab import Readout, Result, Slider, lab
from tutor.language import Localised, Text
from tutor.learner.attempts import During
from tutor.learner.days import Calendar
from tutor.learner.places import Visit
from tutor.learner.progress import attempts_at, outline_of, progress_of
from tutor.learner.standing import Standing
from tutor.learner.statistics import (
    DayActivity,
    Nearness,
    activity,
    hardest,
    nearness,
    numbers_of,
    seconds_by_lesson,
    weeks,
)

from .samples import DAY, START, attempt, words

CALENDAR = Calendar(UTC)
TODAY = date(2026, 2, 25)  # a Wednesday


def visit(lesson: str, day: int, seconds: float) -> Visit:
    return Visit(f"{lesson}-{day}-{seconds}", "deep-learning", lesson, "start", START + day * DAY, seconds)


def test_a_day_counts_its_attempts_and_its_time_once():
    attempts = [
        attempt("a", False, seconds=10.0),
        attempt("a", True, seconds=10.0),
        attempt("b", False, revealed=True, seconds=10.0),
        attempt("c", True, at=START + 2 * DAY, during=During.REVIEW, seconds=30.0),
    ]
    visits = [visit("cost", 0, 100.0), visit("xor", 0, 20.0), visit("xor", 1, 5.0)]
    days = activity(attempts, visits, CALENDAR)
    expected = [
        DayActivity(TODAY, 2, 1, 120.0),
        DayActivity(TODAY + timedelta(1), 0, 0, 5.0),
        DayActivity(TODAY + timedelta(2), 1, 1, 30.0),
    ]
    assert expected == list(days.values())
    assert {"cost": 130.0, "xor": 25.0} == seconds_by_lesson(attempts, visits)


def test_weeks_begin_on_monday_and_end_with_this_one():
    days = {TODAY: DayActivity(TODAY, 3, 2, 60.0)}
    grid = weeks(days, TODAY, 2)
    assert [7, 7] == [len(week) for week in grid]
    assert date(2026, 2, 16) == grid[0][0].day
    assert date(2026, 3, 1) == grid[1][6].day
    assert days[TODAY] == grid[1][2]


def test_the_hardest_questions_went_wrong_most_at_the_first_response():
    attempts = [attempt("once", False)]
    for number in range(10):
        attempts.append(attempt("often", number == 0, variant=number))
        attempts.append(attempt("seldom", number > 0, variant=number))
        attempts.append(attempt("never", True, variant=number))
    attempts.append(attempt("guess", False, kind="predict"))
    found = hardest(attempts, CALENDAR)
    assert [("often", 10, 9), ("once", 1, 1), ("seldom", 10, 1)] == [
        (entry.question, entry.asked, entry.wrong) for entry in found
    ]
    assert [10 / 12, 2 / 3, 2 / 12] == [entry.share for entry in found]
    assert 1 == len(hardest(attempts, CALENDAR, 1))


@lab(W=Slider(0.0, low=-5, high=5, step=0.5))
def line(W: float) -> Result:
    return Result({"cost": Readout((W - 1) ** 2)})


@pytest.fixture
def course(tmp_path: Path) -> Course:
    shared: dict[str, Any] = {
        "prompt": words("?"),
        "lab": line,
        "variants": ({"W": 0.0}, {"W": 3.0}),
        "hints": (),
        "explain": None,
        "revision": "r1",
        "answer": Reference("cost"),
        "tolerance": Tolerance(0.5, 0.0),
        "percent": False,
        "mistakes": (),
        "otherwise": None,
    }
    questions = (
        NumberQuestion(id="guess", kind="predict", single_try=True, **shared),
        NumberQuestion(id="half", kind="number", was=("old-half",), **shared),
    )
    step = Step("start", Text(en="Start"), Localised({"en": words("").in_("en")}), questions=questions)
    lesson = Lesson("cost", "01-cost", 1, Text(en="Cost"), Text(en=""), (step,))
    return Course("deep-learning", Text(en="Course"), ("en",), (lesson,), tmp_path)


def test_predictions_are_held_against_what_the_lab_says(course: Course):
    attempts = [
        attempt("guess", True, kind="predict", response="1.2"),
        attempt("guess", False, kind="predict", response="−1", variant=1),
        attempt("gone", False, kind="predict", response="option-2"),
        attempt("half", False, response="7"),
    ]
    found = nearness(attempts, numbers_of(course))
    assert (3, 1, ((1.2, 1.0), (-1.0, 4.0))) == (found.guesses, found.right, found.pairs)
    assert pytest.approx((0.2 + 1.25) / 2) == found.typical_miss
    assert Nearness(0, 0, ()).typical_miss is None


def test_a_course_s_own_attempts_are_found_under_present_and_former_ids(course: Course):
    attempts = [attempt("old-half"), attempt("half", course="another"), attempt("half", revision="r0"), attempt("x")]
    assert ["half"] == [entry.question for entry in attempts_at(course, attempts)]
    progress = progress_of(outline_of(course), attempts_at(course, attempts), {("cost", "start")})
    assert {"cost": {"start": ("guess", "half")}} == outline_of(course)
    assert Standing.RIGHT == progress.lessons["cost"].questions[1].standing
