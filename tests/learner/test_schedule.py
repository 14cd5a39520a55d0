from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, timedelta
from pathlib import Path

import pytest

from tutor.learner import schedule as module
from tutor.learner.attempts import During
from tutor.learner.days import Calendar
from tutor.learner.plan import Portion
from tutor.learner.schedule import Schedule
from tutor.learner.store import Store
from tutor.learner.tables import ATTEMPTS

from .samples import DAY, START, attempt, memories_of
from .tour import answer, tour

CALENDAR = Calendar(UTC)


class Clock:
    now = START

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    with Store.open(tmp_path / "record.sqlite3", clock=clock) as store:
        yield store


@pytest.fixture
def schedule(store: Store, clock: Clock) -> Schedule:
    return Schedule(tour(), store, clock=clock, calendar=CALENDAR)


def test_nothing_is_due_to_someone_who_has_answered_nothing(schedule: Schedule):
    schedule.refresh()
    assert ((), Portion((), 0, 0, 900.0), {}) == (schedule.due(), schedule.today_portion(), schedule.memories)


def test_what_is_answered_comes_back_and_what_is_put_off_does_not(schedule: Schedule, store: Store, clock: Clock):
    store.record(answer("height-at", seconds=70.0))
    store.record(answer("one-of-three", False))
    schedule.refresh()
    assert () == schedule.due()
    clock.now += 60 * DAY
    assert ["one-of-three", "height-at"] == [memory.question for memory in schedule.due()]
    assert ({"one-of-three", "height-at"}, 0) == (set(schedule.today_portion().questions), 0)
    store.snooze("tour", "height-at", schedule.today + timedelta(days=1))
    assert ["one-of-three"] == [memory.question for memory in schedule.due()]
    clock.now += DAY
    assert 2 == len(schedule.due())


def test_a_sitting_may_take_half_as_long_again_as_the_minutes_that_are_left(
    schedule: Schedule, store: Store, clock: Clock
):
    store.save_setting("review", "20")
    store.record(answer("one-of-three"))
    clock.now += 60 * DAY
    store.record(answer("height-at", at=clock.now, during=During.REVIEW, seconds=480.0))
    schedule.refresh()
    # Of twenty minutes eight are over: twelve are left, and eighteen at most.
    assert 18 * 60.0 == schedule.today_portion().limit == schedule.next_portion().limit
    store.record(answer("missing-word", at=clock.now, during=During.REVIEW, seconds=700.0))
    schedule.refresh()
    # With less than a minute left the day is done. Who asks for more gets as many minutes again.
    assert ((), 30 * 60.0) == (schedule.today_portion().questions, schedule.next_portion().limit)


@pytest.mark.parametrize("during", During)
def test_a_prediction_never_comes_due(schedule: Schedule, store: Store, clock: Clock, during: During):
    store.record(answer("guess-height", False, during=during, seconds=500.0))
    store.record(answer("height-at", seconds=60.0))
    clock.now += 400 * DAY
    schedule.refresh()
    assert ["height-at"] == [memory.question for memory in schedule.due()] == list(schedule.memories)
    assert 2 == schedule.today_portion().minutes


def test_only_what_changed_is_folded_again(
    schedule: Schedule, store: Store, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    for name in ("height-at", "one-of-three", "missing-word"):
        store.record(answer(name))
    folded: list[str] = []
    real = module.memory_of
    monkeypatch.setattr(
        module, "memory_of", lambda made, calendar: (folded.append(made[0].question), real(made, calendar))[1]
    )
    schedule.refresh()
    assert ["height-at", "one-of-three", "missing-word"] == folded
    folded.clear()
    schedule.refresh()
    assert [] == folded
    clock.now += 5 * DAY
    store.record(answer("one-of-three", False, at=clock.now, during=During.REVIEW))
    schedule.refresh()
    assert ["one-of-three"] == folded
    assert memories_of(schedule.attempts, CALENDAR) == schedule.memories


def test_an_import_a_reset_and_an_undo_are_taken_in(schedule: Schedule, store: Store):
    store.record(answer("height-at"))
    schedule.refresh()
    store.merge([(ATTEMPTS, answer("height-at", False, at=START - 3 * DAY)), (ATTEMPTS, answer("missing-word"))])
    schedule.refresh()
    assert {"height-at": 2, "missing-word": 1} == {name: memory.reviews for name, memory in schedule.memories.items()}
    store.reset("tour", questions=["height-at"])
    schedule.refresh()
    assert {"missing-word"} == set(schedule.memories)
    store.undo_reset()
    schedule.refresh()
    assert memories_of(schedule.attempts, CALENDAR) == schedule.memories
    assert 2 == schedule.memories["height-at"].reviews


def test_questions_that_are_gone_or_graded_in_another_way_are_not_due(schedule: Schedule, store: Store, clock: Clock):
    store.record(answer("height-at", revision="another"))
    store.record(attempt("gone", course="tour"))
    clock.now += 100 * DAY
    schedule.refresh()
    assert () == schedule.due()


def test_the_schedule_is_the_same_whether_or_not_it_was_said_how_sure(tmp_path: Path, clock: Clock):
    found = []
    for number, sure in enumerate((0, 25, 95)):
        with Store.open(tmp_path / f"{number}.sqlite3", clock=clock) as store:
            for day in range(6):
                store.record(answer("guess-height", day % 2 == 0, at=START + day * DAY, sure=sure))
                store.record(answer("height-at", day > 1, at=START + day * DAY))
            schedule = Schedule(tour(), store, clock=clock, calendar=CALENDAR)
            schedule.refresh()
            found.append((schedule.memories, schedule.coming(30), schedule.today_portion()))
    assert found[0] == found[1] == found[2]
    assert {"height-at"} == set(found[0][0])
