"""What the record survives: damage, a full disk, a held or read-only file, one that is taken away."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tutor.learner.notices import NoticeKind, StoreNotice
from tutor.learner.places import Position
from tutor.learner.store import Store

from .samples import START, attempt

ROOT = Path(__file__).parents[2]


def opened(path: Path, **others: Any) -> Store:
    return Store.open(path, clock=lambda: START, busy_ms=20, **others)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "home" / "record.sqlite3"


def filled(path: Path, count: int = 300) -> list[str]:
    """Make a record and return its responses."""
    with opened(path) as store:
        store.save_setting("language", "ko")
        store.save_position(Position("c", "cost", "start", START, {"W": 2.0}))
        for number in range(count):
            assert store.record(attempt(response=f"answer {number}", at=START + number)) is None
        return responses(store)


def responses(store: Store) -> list[str]:
    return [entry.response for entry in store.attempts()]


def responses_in(path: Path) -> list[str]:
    with opened(path) as store:
        return responses(store)


def kind(notice: StoreNotice | None) -> NoticeKind | None:
    return notice and notice.kind


@pytest.mark.parametrize("share", [0.03, 0.25, 0.5, 0.9])
def test_a_file_cut_short_is_put_aside_and_what_can_be_read_comes_over(path: Path, share: float):
    before = filled(path)
    size = path.stat().st_size
    os.truncate(path, int(size * share))
    cut = path.read_bytes()
    with opened(path) as store:
        notice = store.take_notice()
        assert notice is not None
        assert NoticeKind.DAMAGED == notice.kind
        assert notice.saved
        assert notice.aside is not None
        assert cut == notice.aside.read_bytes()
        assert str(notice.aside) in notice.say("en")
        found = responses(store)
        assert len(found) == notice.rescued
        assert set(found) <= set(before)
        assert store.record(attempt(response="new")) is None
    assert {*found, "new"} == set(responses_in(path))


def test_most_of_a_file_cut_at_its_end_is_brought_over(path: Path):
    before = filled(path)
    os.truncate(path, int(path.stat().st_size * 0.9))
    with opened(path) as store:
        assert len(responses(store)) > len(before) / 2
        assert {"language": "ko"} == store.settings()
        assert store.position("c") == Position("c", "cost", "start", START, {"W": 2.0}, turn=START)


@pytest.mark.parametrize(
    "content", [b"not a database at all, only words" * 40, b"SQLite format 3\x00" + b"\xff" * 8000]
)
def test_a_file_of_something_else_entirely_is_put_aside(path: Path, content: bytes):
    path.parent.mkdir()
    path.write_bytes(content)
    with opened(path) as store:
        notice = store.take_notice()
        assert notice is not None
        assert (NoticeKind.DAMAGED, 0) == (notice.kind, notice.rescued)
        assert notice.aside is not None
        assert content == notice.aside.read_bytes()
        assert store.record(attempt()) is None


def test_an_empty_file_is_a_new_record(path: Path):
    path.parent.mkdir()
    path.touch()
    with opened(path) as store:
        assert store.take_notice() is None
        assert store.record(attempt()) is None


def test_bytes_overwritten_at_random_never_raise_and_keep_the_old_file(path: Path):
    chance = random.Random(7)
    before = filled(path, 200)
    sound = path.read_bytes()
    for _ in range(40):
        broken = bytearray(sound)
        for _ in range(chance.randint(1, 60)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        for left in path.parent.iterdir():
            left.unlink()
        path.write_bytes(broken)
        with opened(path) as store:
            store.attempts()
            store.positions("c")
            store.settings()
            assert store.record(attempt(response="new")) is None or store.take_notice()
            assert "new" in responses(store)
        kept = [left for left in path.parent.iterdir() if ".damaged-" in left.name]
        with opened(path) as store:
            notice = store.take_notice()
            # A header that says "newer" or "of another program" is believed, and the file not touched.
            untouched = kind(notice) in (NoticeKind.NEWER, NoticeKind.FOREIGN)
            # A row in which a word was broken is not shown, but it stays in the file.
            (in_file,) = (store._database.read("SELECT count(*) FROM attempts") or [(0,)])[0]
            assert kept or untouched or len(before) + 1 == in_file


def test_damage_found_in_the_middle_of_a_lesson_costs_nothing_that_was_on_screen(path: Path):
    filled(path)
    with opened(path) as store:
        before = responses(store)
        with path.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * (path.stat().st_size - 4096))
        store._database.read("PRAGMA shrink_memory")
        store.record(attempt(response="new", at=START + 1000))
        assert [*before, "new"] == responses(store)
    with opened(path) as store:
        assert {*before, "new"} == set(responses(store))


def test_a_full_disk_keeps_answers_until_there_is_room(path: Path):
    filled(path, 5)
    with opened(path) as store:
        connection = store._database._file.connection
        assert connection is not None
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages}")
        long = "9" * 20_000
        notice = store.record(attempt(response=long))
        assert notice is not None
        assert (NoticeKind.FULL, 1, False) == (notice.kind, notice.waiting, notice.saved)
        assert path.with_name("record.sqlite3.waiting.jsonl") == notice.spool
        assert "full" in notice.say("en")
        assert 2 == getattr(store.record(attempt(response=long)), "waiting", 0)
        assert 7 == len(store.attempts())
        assert 2 == len(store.waiting_attempts())
        connection.execute("PRAGMA max_page_count = 100000")
        assert store.record(attempt(response="room again")) is None
        assert () == store.waiting_attempts()
    assert 8 == len(responses_in(path))


def test_answers_wait_while_another_program_holds_the_file(path: Path):
    filled(path, 3)
    holder = sqlite3.connect(path, isolation_level=None)
    with opened(path) as store:
        holder.execute("BEGIN EXCLUSIVE")
        notice = store.record(attempt(response="first"))
        assert notice is not None
        assert (NoticeKind.LOCKED, 1) == (notice.kind, notice.waiting)
        assert NoticeKind.LOCKED == kind(store.save_setting("theme", "light"))
        assert {"language": "ko", "theme": "light"} == store.settings()
        assert "first" == responses(store)[-1]
        holder.execute("ROLLBACK")
        assert store.record(attempt(response="second")) is None
        assert ["first", "second"] == responses(store)[-2:]
        assert {"language": "ko", "theme": "light"} == store.settings()
    holder.close()
    assert 5 == len(responses_in(path))


def test_a_file_held_since_before_the_start_is_written_once_it_is_free(path: Path):
    path.parent.mkdir()
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("PRAGMA locking_mode = EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    with opened(path) as store:
        assert NoticeKind.LOCKED == kind(store.take_notice())
        assert NoticeKind.LOCKED == kind(store.record(attempt(response="first")))
        holder.close()
        assert kind(store.record(attempt(response="second"))) in (None, NoticeKind.CAUGHT_UP)
    assert ["first", "second"] == responses_in(path)


def test_closing_writes_what_waited_or_says_what_could_not_be_saved(path: Path):
    holder_waits = opened(path)
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    holder_waits.record(attempt(response="late"))
    lost = opened(path)
    lost.record(attempt(response="never"))
    notice = lost.close()
    assert notice is not None
    assert (NoticeKind.LOCKED, 1) == (notice.kind, notice.waiting)
    assert ["never"] == [entry.response for entry in lost.waiting_attempts()]
    holder.close()
    assert holder_waits.close() is None
    with opened(path) as store:
        told = store.take_notice()
        assert told is not None
        assert (NoticeKind.CAUGHT_UP, 1, True) == (told.kind, told.rescued, told.saved)
        assert {"late", "never"} == set(responses(store))


def test_a_folder_that_cannot_be_made_is_a_notice(tmp_path: Path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with opened(tmp_path / "file" / "record.sqlite3") as store:
        assert NoticeKind.READ_ONLY == kind(store.take_notice())
        notice = store.record(attempt(response="kept"))
        assert notice is not None
        assert (NoticeKind.READ_ONLY, 1) == (notice.kind, notice.waiting)
        assert ["kept"] == responses(store)
        (tmp_path / "file").unlink()
        assert store.record(attempt(response="next")) is None
    assert ["kept", "next"] == responses_in(tmp_path / "file" / "record.sqlite3")


READ_ONLY_VISIT = """
import os, sys
import urllib.parse  # pathlib imports it late, and a Python in root's home is closed to everybody else
from pathlib import Path
from tutor.learner.store import Store
from tests.learner.samples import attempt
if os.getuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
store = Store.open(Path(sys.argv[1]), clock=lambda: 0)
print(store.take_notice().kind, len(store.attempts()), store.record(attempt(uid="new")).kind, len(store.attempts()))
store.close()
"""


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    # Not tmp_path: its parents are closed to every user but this one, and root can write anywhere.
    folder = Path(tempfile.mkdtemp())
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="needs the permissions of POSIX")
def test_a_record_in_a_read_only_folder_is_shown_and_new_answers_wait(read_only_folder: Path):
    path = read_only_folder / "record.sqlite3"
    filled(path, 3)
    path.chmod(0o444)
    read_only_folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY_VISIT, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ("", "read-only 3 read-only 4\n") == (done.stderr, done.stdout)


def test_errors_of_every_kind_become_notices(path: Path):
    class Failing(sqlite3.Connection):
        failure = ""

        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            if Failing.failure and not sql.startswith(("PRAGMA", "ROLLBACK")):
                error = sqlite3.OperationalError("it says so")
                error.sqlite_errorname = Failing.failure
                raise error
            return super().execute(sql, *values)

    def connect(*where: Any, **how: Any) -> sqlite3.Connection:
        return sqlite3.connect(*where, factory=Failing, **how)

    with opened(path, connect=connect) as store:
        assert store.record(attempt()) is None
        for failure, expected in {
            "SQLITE_IOERR_WRITE": NoticeKind.FAILED,
            "SQLITE_READONLY_DIRECTORY": NoticeKind.READ_ONLY,
            "SQLITE_CANTOPEN": NoticeKind.READ_ONLY,
            "SQLITE_BUSY_SNAPSHOT": NoticeKind.LOCKED,
            "SQLITE_FULL": NoticeKind.FULL,
            "": None,
        }.items():
            Failing.failure = failure
            assert expected == kind(store.record(attempt())), failure
        assert 7 == len(store.attempts())


@pytest.mark.parametrize("reads_first", [False, True])
@pytest.mark.parametrize("how", ["folder deleted", "deleted", "moved", "replaced", "replaced by a record", "emptied"])
def test_a_record_that_is_taken_away_while_it_is_open_is_noticed_and_nothing_of_it_is_lost(
    path: Path, how: str, reads_first: bool
):
    filled(path, 20)
    with opened(path) as store:
        store.record(attempt(response="of this run", at=START + 100))
        if reads_first:
            before = responses(store)
            assert 21 == len(before)
        take_away(path, how)
        if reads_first:
            assert before == [text for text in responses(store) if text != "elsewhere"]
        notice = store.record(attempt(response="after", at=START + 200))
        assert notice is not None
        assert (NoticeKind.GONE, True) == (notice.kind, notice.saved)
        # Whatever was in the main file alone is beyond reach once that is emptied, unless it had been read before.
        known = 1 if how == "emptied" and not reads_first else 21
        assert known <= notice.rescued <= 21
        assert all(str(path) in notice.say(language) for language in ("en", "ko"))
        assert store.record(attempt(response="later", at=START + 300)) is None
        found = responses(store)
        assert ["of this run", "after", "later"] == [text for text in found if text != "elsewhere"][-3:]
        assert ("elsewhere" in found) == (how == "replaced by a record")
    assert found == responses_in(path)


def take_away(path: Path, how: str) -> None:
    other = path.with_name("other")
    if how == "folder deleted":
        shutil.rmtree(path.parent)
    elif how == "deleted":
        path.unlink()
    elif how == "moved":
        path.rename(other)
    elif how == "emptied":
        os.truncate(path, 0)
    elif how == "replaced":
        other.touch()
        other.replace(path)
    else:
        with opened(other) as store:
            store.record(attempt(response="elsewhere", at=START + 50))
        other.replace(path)


def test_what_is_forgotten_does_not_come_back_when_the_record_is_taken_away(path: Path):
    with opened(path) as store:
        store.record(attempt(response="forgotten", lesson="cost"))
        store.record(attempt(response="kept", lesson="xor"))
        store.keep_safe()
        store.reset("deep-learning", lesson="cost")
        path.unlink()
        store.record(attempt(response="after", at=START + 1))
        assert ["kept", "after"] == responses(store)


def test_a_file_taken_away_between_writing_and_looking_again_is_noticed(path: Path):
    class Vanishing(sqlite3.Connection):
        soon = False

        def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
            done = super().execute(sql, *values)
            if sql == "COMMIT" and Vanishing.soon:
                Vanishing.soon = False
                path.unlink()
            return done

    def connect(*where: Any, **how: Any) -> sqlite3.Connection:
        return sqlite3.connect(*where, factory=Vanishing, **how)

    with opened(path, connect=connect) as store:
        store.record(attempt(response="first"))
        Vanishing.soon = True
        assert NoticeKind.GONE == kind(store.record(attempt(response="second", at=START + 1)))
    assert ["first", "second"] == responses_in(path)


def test_several_threads_may_share_a_store_and_several_stores_a_process(path: Path, tmp_path: Path):
    with ExitStack() as stack:
        others = [stack.enter_context(opened(tmp_path / f"{number}.sqlite3")) for number in range(3)]
        store = stack.enter_context(opened(path))
        pool = stack.enter_context(ThreadPoolExecutor(4))
        made = [attempt(response=f"{number}", at=START + number) for number in range(200)]
        notices = list(pool.map(store.record, made))
        for number, other in enumerate(others):
            other.record(attempt(response=f"of {number}"))
        assert {None} == set(notices)
        assert {entry.uid for entry in made} == {entry.uid for entry in store.attempts()}
        for number, other in enumerate(others):
            assert [f"of {number}"] == responses(other)
