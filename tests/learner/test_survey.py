from __future__ import annotations

import json
from datetime import UTC, date, timedelta
from pathlib import Path

import pytest
from fsrs import Card, Scheduler

from tutor.learner.attempts import Attempt, During
from tutor.learner.days import Calendar
from tutor.learner.places import Visit
from tutor.learner.review import memory_of, recall_chance
from tutor.learner.schedule import Schedule
from tutor.learner.standing import Standing
from tutor.learner.store import Store
from tutor.learner.survey import Survey, as_entry, survey_of

from .samples import DAY, START, attempt
from .tour import answer, tour

CALENDAR = Calendar(UTC)
TODAY = date(2026, 2, 25)


def surveyed(tmp_path: Path, attempts: list[Attempt], visits: list[Visit], now: int = START) -> Survey:
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: now) as store:
        for made in attempts:
            store.record(made)
        for stay in visits:
            store.save_visit(stay)
        schedule = Schedule(tour(), store, clock=lambda: now, calendar=CALENDAR)
        schedule.refresh()
        return survey_of(schedule, store.visits("tour"))


def visit(step: str, day: int, seconds: float) -> Visit:
    return Visit(f"{step}{day}", "tour", "line", step, START + day * DAY, seconds)


def test_an_empty_record_is_an_empty_survey(tmp_path: Path):
    survey = surveyed(tmp_path, [], [])
    assert (0, 0, 0.0, 0, 0) == (survey.attempts, survey.right, survey.seconds, survey.streak, survey.due)
    assert {Standing.UNSEEN} == {skill.standing for lesson in survey.lessons for skill in lesson.skills}
    assert {None} == {skill.recall for lesson in survey.lessons for skill in lesson.skills}
    assert (("line", 6, 0), ("film", 2, 0)) == tuple((x.lesson, x.steps, x.steps_done) for x in survey.lessons)


def test_a_survey_counts_what_was_done(tmp_path: Path):
    attempts = [
        answer("height-at", False, response="1.5"),
        answer("height-at", True, at=START + 1000),
        answer("guess-height", False, response="9"),
        answer("one-of-three", True, at=START + DAY, during=During.REVIEW, seconds=30.0),
    ]
    survey = surveyed(tmp_path, attempts, [visit("move", 0, 90.0), visit("guess", 0, 10.0)], START + DAY)
    assert (4, 2, 130.0, 2) == (survey.attempts, survey.right, survey.seconds, survey.streak)
    line = survey.lessons[0]
    assert (2, 130.0) == (line.steps_done, line.seconds)
    # One came right after a wrong guess, and of two questions of "choose" one was not asked; of "guess" there is a
    # prediction and nothing else.
    assert {Standing.PREDICTED: 1, Standing.SHAKY: 2, Standing.UNSEEN: 2} == {
        standing: line.count(standing) for standing in Standing if line.count(standing)
    }
    assert [(0, 1), (0, 0), (0, 1), (1, 2), (0, 3)] == [(skill.unaided, skill.questions) for skill in line.skills]
    assert [True, False, False, True, False] == [skill.recall is not None for skill in line.skills]
    assert [("height-at", 1, 1)] == [(hard.question.id, hard.asked, hard.wrong) for hard in survey.hardest]
    assert "How high is the line over x = 2 when k = 1.5?" == survey.hardest[0].prompt("en")
    # The guess was 9 and the line is 6 high.
    assert ((9.0, 6.0),) == survey.predictions.pairs
    assert 0.5 == survey.predictions.typical_miss


def test_a_streak_lasts_through_a_young_day_and_ends_after_one_without_anything(tmp_path: Path):
    attempts = [answer("height-at", at=START + day * DAY) for day in (0, 2, 3, 4)]
    assert 3 == surveyed(tmp_path, attempts, [], START + 4 * DAY).streak
    assert 3 == surveyed(tmp_path, attempts, [], START + 5 * DAY).streak
    assert 0 == surveyed(tmp_path, attempts, [], START + 6 * DAY).streak


def test_a_survey_is_json_that_says_the_same(tmp_path: Path):
    survey = surveyed(tmp_path, [answer("height-at", False), answer("guess-height")], [visit("move", 0, 61.4)])
    entry = json.loads(json.dumps(as_entry(survey, "ko"), allow_nan=False))
    assert ("tour", "2026-02-25", 61, 2, 1) == tuple(
        entry[name] for name in ("course", "today", "seconds", "answers", "right")
    )
    assert [{"day": "2026-02-25", "answers": 2, "right": 1, "seconds": 61}] == entry["days"]
    assert 14 == len(entry["forecast"])
    assert ["shaky", "predicted", "unseen", "unseen", "unseen"] == [
        skill["standing"] for skill in entry["lessons"][0]["skills"]
    ]
    assert entry["hardest"][0]["prompt"].startswith("k = 1.5일 때")


def test_the_chance_of_recall_is_fsrs_s_own():
    memory = memory_of([attempt("a")], CALENDAR)
    assert 1.0 == recall_chance(memory, memory.last)
    later = memory.last + timedelta(days=20)
    card = Card(card_id=1, stability=memory.stability)
    card.last_review = card.due.replace(2026, 2, 25, 12, 0, 0, 0)
    expected = Scheduler().get_card_retrievability(card, card.last_review + timedelta(days=20))
    assert expected == pytest.approx(recall_chance(memory, later))
    # By the definition of stability, nine of ten are recalled after so many days.
    after = memory.last + timedelta(days=round(memory.stability))
    assert 0.9 == pytest.approx(recall_chance(memory, after), abs=0.02)
    # A clock that was ahead cannot have made anyone forget.
    assert 1.0 == recall_chance(memory, TODAY - timedelta(days=300))
