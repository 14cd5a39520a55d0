"""Copies beside the record: one a day, some weeks back, never a damaged one in place of a sound one."""

from __future__ import annotations

import os
import sqlite3
import stat
import threading
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from tests.ordeal.records import PAGE
from tutor.learner.backups import DAYS, ROOM, WEEKS, Backup, back_up, backups_of, latest_of, outdated
from tutor.learner.notices import NoticeKind
from tutor.learner.store import Store

from .samples import DAY, HOUR, START, attempt


class Clock:
    now = START

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite3"


def opened(path: Path, clock: Clock) -> Store:
    return Store.open(path, clock=clock, busy_ms=20)


def uids_in(copy: Path) -> set[str]:
    with closing(sqlite3.connect(copy)) as connection:
        return {uid for (uid,) in connection.execute("SELECT uid FROM attempts")}


def test_one_copy_a_day_holds_what_there_was_and_is_nobody_else_s_to_read(path: Path, clock: Clock):
    with opened(path, clock) as store:
        store.record(attempt(uid="first"))
        store.keep_safe()
        store.record(attempt(uid="second", at=START + 1))
        store.keep_safe()
        (copy,) = backups_of(path)
        assert {"first"} == uids_in(copy.path)
        clock.now += DAY
        store.keep_safe()
    first, second = backups_of(path)
    assert ({"first"}, {"first", "second"}) == (uids_in(first.path), uids_in(second.path))
    assert second == latest_of(path)
    assert ("20260226", 2) == (second.day, second.attempts)
    if os.name == "posix":
        assert {0o600} == {stat.S_IMODE(copy.path.stat().st_mode) for copy in backups_of(path)}


def test_a_record_with_nothing_in_it_is_not_copied(path: Path, clock: Clock):
    with opened(path, clock) as store:
        store.keep_safe()
    assert [] == backups_of(path)


def test_seven_days_and_four_weeks_are_kept(path: Path, clock: Clock):
    with opened(path, clock) as store:
        for _ in range(60):
            store.record(attempt(at=clock.now))
            store.keep_safe()
            clock.now += DAY
    days = [date.fromisoformat(f"{copy.day[:4]}-{copy.day[4:6]}-{copy.day[6:]}") for copy in backups_of(path)]
    assert DAYS + WEEKS == len(days)
    assert [1] * (DAYS - 1) == [(later - day).days for day, later in zip(days[WEEKS:], days[WEEKS + 1 :], strict=False)]
    assert WEEKS == len({day.isocalendar()[:2] for day in days[:WEEKS]})
    assert 24 <= (days[-1] - days[0]).days + 3 <= 42


def test_a_clock_that_jumps_takes_no_copy_away_that_is_needed(path: Path, clock: Clock):
    with opened(path, clock) as store:
        for number in range(12):
            store.record(attempt(at=START + number))
            clock.now = START + number * DAY if number % 2 else 253_402_300_800_000 * (number % 4)
            store.keep_safe()
        numbers = [copy.number for copy in backups_of(path)]
        assert 12 == numbers[-1]
        assert 12 == len(uids_in(backups_of(path)[-1].path))
        assert len(numbers) <= DAYS + WEEKS


def test_a_record_that_was_emptied_does_not_day_by_day_replace_what_there_was(path: Path, clock: Clock):
    with opened(path, clock) as store:
        for number in range(30):
            store.record(attempt(at=START + number))
        store.keep_safe()
    full = backups_of(path)[0].path.read_bytes()
    path.unlink()
    with opened(path, clock) as store:
        notice = store.take_notice()
        assert notice is not None
        assert (NoticeKind.BACKED_UP, 30) == (notice.kind, notice.rescued)
        assert f"tutor import {backups_of(path)[0].path}" in notice.say("en")
        for _ in range(50):
            clock.now += DAY
            store.record(attempt(at=clock.now))
            store.keep_safe()
    kept = backups_of(path)
    assert DAYS + WEEKS <= len(kept) <= DAYS + WEEKS + 1
    assert any(copy.path.read_bytes() == full for copy in kept) or max(copy.attempts for copy in kept) > 30


def test_a_damaged_record_is_mended_before_it_is_copied_and_otherwise_not_copied(path: Path, clock: Clock):
    with opened(path, clock) as store:
        for number in range(300):
            store.record(attempt(uid=f"{number:032x}", at=START + number))
        store.keep_safe()
    (first,) = backups_of(path)
    sound = path.read_bytes()
    leaf = max(
        at for at in range(PAGE, len(sound), PAGE) if sound[at] == 0x0D and b"deep-learning" in sound[at:][:PAGE]
    )
    with path.open("r+b") as file:
        file.seek(leaf)
        file.write(b"\xa5" * PAGE)
    clock.now += DAY
    assert back_up(path, clock.now, sqlite3.connect) is None
    assert [first] == backups_of(path)
    with opened(path, clock) as store:
        store.keep_safe()
        assert 300 == len(store.attempts())
    assert [300, 300] == [copy.attempts for copy in backups_of(path)]


def test_no_answer_waits_for_a_copy(path: Path, clock: Clock):
    answered = threading.Event()
    reached = threading.Event()

    class Slow(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            if sql.startswith("VACUUM INTO"):
                reached.set()
                # It goes on only once the answer is in: were that to wait for the copy, both would for ever.
                assert answered.wait(60)
            return super().execute(sql, *values)  # type: ignore[arg-type]

    def connect(*where: object, **how: object) -> sqlite3.Connection:
        return sqlite3.connect(*where, factory=Slow, **how)  # type: ignore[call-overload, no-any-return]

    with Store.open(path, clock=clock, connect=connect, busy_ms=20) as store:
        store.record(attempt(uid="before"))
        copying = threading.Thread(target=store.keep_safe)
        copying.start()
        assert reached.wait(60)
        assert store.record(attempt(uid="meanwhile", at=START + HOUR)) is None
        answered.set()
        copying.join()
    assert 1 == len(backups_of(path))


def test_what_a_killed_program_left_of_a_copy_is_cleared_away(path: Path, clock: Clock):
    with opened(path, clock) as store:
        store.record(attempt())
        left = path.with_name("record.sqlite3.backup-1.part"), path.with_name("record.sqlite3.backup-1.part-journal")
        for part in left:
            part.write_bytes(b"begun")
        store.keep_safe()
        store.keep_safe()
    assert not any(part.exists() for part in left)
    assert 1 == len(backups_of(path))


def test_copies_take_no_more_room_than_they_may(tmp_path: Path):
    made = []
    for number in range(1, 8):
        file = tmp_path / f"r.backup-{number}-202602{number:02}-{number}.sqlite3"
        with file.open("wb") as opened_file:
            opened_file.truncate(ROOM // 3)
        made.append(Backup(file, number, f"202602{number:02}", 100 if number == 2 else number))
    assert [4, 3, 1] == [backup.number for backup in outdated(made)]
    assert [] == outdated([])


def test_a_reset_is_not_undone_by_a_copy_of_the_day(path: Path, clock: Clock):
    with opened(path, clock) as store:
        store.record(attempt(uid="forgotten", lesson="cost"))
        store.record(attempt(uid="kept", lesson="xor", at=START + 1))
        store.keep_safe()
        store.reset("deep-learning", lesson="cost")
    latest = latest_of(path)
    assert latest is not None
    assert {"kept"} == uids_in(latest.path)
