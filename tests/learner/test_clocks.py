"""A clock can show anything, and jump: nothing that is made of times fails, and the order of answers stays."""

from __future__ import annotations

from datetime import UTC, date, timedelta, timezone
from itertools import product
from pathlib import Path

import pytest

from tests.walks import some_now
from tutor.learner.attempts import Attempt
from tutor.learner.backups import backups_of
from tutor.learner.days import Calendar, days_of, stamp
from tutor.learner.places import Position, Visit
from tutor.learner.recap import recap_of
from tutor.learner.report import as_csv, report_of
from tutor.learner.schedule import Schedule
from tutor.learner.statistics import weeks
from tutor.learner.store import Reset, Store
from tutor.learner.survey import as_entry, survey_of

from .samples import DAY, START
from .tour import answer, tour

END = 253_402_300_799_999
"""the last millisecond of the year 9999"""
MOMENTS = [-(2**70), -62_135_596_800_001, -DAY, -1, 0, 1, START, END - 400 * DAY, END, END + 1, 2**53, 2**63, 10**30]
ZONES = [None, UTC, timezone(timedelta(hours=14)), timezone(-timedelta(hours=12))]


@pytest.mark.parametrize("at", MOMENTS)
def test_every_moment_has_a_day_and_a_stamp(at: int):
    for zone in ZONES:
        day = Calendar(zone).day(at)
        assert date(1969, 12, 30) <= day <= date(9800, 1, 1)
        assert day + timedelta(days=36_500) > day
    assert 15 == len(stamp(at))


def test_usual_moments_have_the_day_that_they_always_had():
    assert date(2026, 2, 25) == Calendar(UTC).day(START)
    assert date(2026, 2, 24) == Calendar(UTC).day(START - 3 * DAY // 24)
    assert "20260225-061320" == stamp(START)


@pytest.mark.parametrize("hours", [0, 5.75, -9.5, 14])
def test_a_day_that_is_remembered_is_the_day_that_it_is(hours: float):
    calendar = Calendar(timezone(timedelta(hours=hours)))
    day_of = days_of(calendar)
    moments = [START + minute * 60_000 + odd for minute in range(2 * 24 * 60) for odd in (0, 59_999)]
    assert [calendar.day(at) for at in moments] == [day_of(at) for at in moments]


@some_now(("before", "at"), product([START, END + 1, -1], MOMENTS), 4)
def test_answers_at_any_moment_are_kept_in_order_and_everything_is_made_of_them(tmp_path: Path, at: int, before: int):
    now = [before]
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: now[0], busy_ms=20) as store:
        made: list[Attempt] = []
        for moment in (before, at, before, at):
            now[0] = moment
            for name in ("height-at", "one-of-three"):
                one = answer(name, right=len(made) % 3 == 0, at=moment, seconds=abs(moment - before) / 1000)
                made.append(one)
                told = store.record(one)
                assert told is None or told.saved
            store.save_visit(Visit(f"v{len(made)}", "tour", "line", "move", moment, abs(moment) / 1000))
            store.save_position(Position("tour", "line", "move", moment))
            store.save_note("tour", "line", "move", f"note {len(made)}")
            store.save_bookmark("tour", "line", "move", marked=True)
            calendar = Calendar(UTC)
            schedule = Schedule(tour(), store, clock=lambda: now[0], calendar=calendar)
            schedule.refresh()
            store.snooze("tour", "height-at", schedule.today + timedelta(days=3))
            assert schedule.today_portion().minutes >= 0
            survey = survey_of(schedule, store.visits("tour"))
            assert as_entry(survey, "en")
            assert survey.streak >= 0
            assert weeks(survey.days, schedule.today, 12)
            assert recap_of(tour(), tour().lessons[0], schedule.attempts, "en")
            assert as_csv(report_of([("one", store.attempts())]))
            store.keep_safe()
        assert [one.uid for one in made] == [one.uid for one in store.attempts()]
        assert [f"note {len(made)}"] == [note.text for note in store.notes("tour")]
        assert isinstance(store.reset("tour", questions=["height-at"]), Reset)
        assert store.undo_reset()
    with Store.open(tmp_path / "record.sqlite3", clock=lambda: now[0], busy_ms=20) as store:
        assert store.take_notice() is None
        assert {one.uid for one in made} == {one.uid for one in store.attempts()}
    assert backups_of(tmp_path / "record.sqlite3")
