"""Answers that cannot be written into the record wait beside it, and come into it by themselves."""

from __future__ import annotations

import json
import os
import random
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import pytest

from tutor.learner.notices import NoticeKind
from tutor.learner.places import Position, Visit
from tutor.learner.spool import RESERVE, Spool
from tutor.learner.store import Store

from .samples import START, attempt

COURSE = "deep-learning"


def opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: START, busy_ms=5)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite3"


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the record as another program does that writes into it."""
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def spools(path: Path) -> list[Path]:
    return sorted(path.parent.glob("*.waiting*"))


def responses(store: Store) -> list[str]:
    return [entry.response for entry in store.attempts()]


def leave_behind(path: Path, *texts: str) -> None:
    """Let a program end that could not write into the record."""
    with opened(path):
        pass
    with held(path):
        store = opened(path)
        for number, text in enumerate(texts):
            notice = store.record(attempt(response=text, at=START + number))
            assert notice is not None
            assert (NoticeKind.LOCKED, number + 1) == (notice.kind, notice.waiting)
            assert spools(path) == [notice.spool]
        store.close()


def test_what_waits_is_on_the_disk_before_it_is_told_and_is_nobody_else_s_to_read(path: Path):
    with opened(path) as store, held(path):
        for number in range(3):
            store.record(attempt(response=f"{number}\n\u2028답"))
            (spool,) = spools(path)
            lines = spool.read_bytes().rstrip(b"\0").decode().splitlines()
            assert number + 1 == len(lines)
            assert f"{number}\n\u2028답" == json.loads(lines[-1])["attempts"]["response"]
        if os.name == "posix":
            assert 0o600 == stat.S_IMODE(spool.stat().st_mode)


def test_it_goes_into_the_record_with_the_next_answer_and_the_spool_is_empty_then(path: Path):
    with opened(path) as store:
        with held(path):
            store.record(attempt(response="first", at=START))
        assert store.record(attempt(response="second", at=START + 1)) is None
        with opened(path) as other:
            assert ["first", "second"] == responses(other)
            assert other.take_notice() is None
        with held(path):
            store.record(attempt(response="third", at=START + 2))
        (spool,) = spools(path)
        assert [b"third"] == [word for word in (b"first", b"third") if word in spool.read_bytes()]
    assert [] == spools(path)
    with opened(path) as store:
        assert ["first", "second", "third"] == responses(store)


def test_what_a_program_left_behind_comes_into_the_record_at_the_next_start_once(path: Path):
    leave_behind(path, "one", "two")
    before = spools(path)[0].read_bytes()
    for _ in range(2):
        with opened(path) as store:
            assert ["one", "two"] == responses(store)
        assert [] == spools(path)
        # As if it had been killed between writing into the record and emptying the spool.
        path.with_name("record.sqlite3.waiting.jsonl").write_bytes(before)
    with opened(path) as store:
        notice = store.take_notice()
        assert notice is not None
        assert (NoticeKind.CAUGHT_UP, 2, True) == (notice.kind, notice.rescued, notice.saved)
        assert ["one", "two"] == responses(store)


def test_everything_that_can_be_kept_can_wait_on_the_disk(path: Path):
    with opened(path):
        pass
    with held(path):
        store = opened(path)
        store.save_setting("theme", "light")
        store.save_note(COURSE, "cost", "start", "a note")
        store.save_note(COURSE, "cost", "start", "a better one")
        store.save_bookmark(COURSE, "cost", "start", marked=True)
        store.save_visit(Visit("v", COURSE, "cost", "start", START, 3.0))
        store.save_position(Position(COURSE, "cost", "start", START, {"W": 2.0}))
        store.snooze(COURSE, "half", date(2026, 3, 1))
        store.close()
    with opened(path) as store:
        assert store.take_notice() is None
        assert {"theme": "light"} == store.settings()
        assert ["a better one"] == [note.text for note in store.notes(COURSE)]
        assert {"half": date(2026, 3, 1)} == store.snoozed(COURSE)
        assert 1 == len(store.bookmarks(COURSE)) == len(store.visits(COURSE)) == len(store.positions(COURSE))


def test_a_spool_cut_or_changed_anywhere_gives_what_is_whole_in_it(path: Path):
    leave_behind(path, *(f"answer {number}" for number in range(6)))
    (spool,) = spools(path)
    whole = spool.read_bytes()
    chance = random.Random(3)
    for _ in range(40):
        content = bytearray(whole[: chance.randrange(len(whole) + 1)])
        if content and chance.random() < 0.5:
            content[chance.randrange(len(content))] = chance.randrange(256)
        for left in path.parent.iterdir():
            left.unlink()
        spool.write_bytes(content)
        complete = content.split(b"\n")[:-1]
        sound = sum(line + b"\n" in whole for line in complete if line)
        with opened(path) as store:
            assert sound <= len(responses(store)) <= len(complete)
            assert store.record(attempt(response="new", at=START + 100)) is None
        # What could not be understood is not thrown away.
        kept = [left for left in path.parent.iterdir() if ".unread" in left.name]
        assert kept or len(complete) <= sound + 1


@pytest.mark.parametrize("content", [b"", bytes(RESERVE), b'{"half a li'])
def test_a_spool_that_was_left_before_a_line_was_in_it_is_gone_once_the_record_is_opened(path: Path, content: bytes):
    with opened(path) as store:
        assert store.record(attempt(response="first", at=START)) is None
    path.with_name("record.sqlite3.waiting.jsonl").write_bytes(content)
    with opened(path) as store:
        assert ["first"] == responses(store)
        assert [] == spools(path)
    assert [] == spools(path)


def test_two_programs_have_spools_of_their_own_and_neither_takes_the_other_s(path: Path):
    with opened(path) as one, opened(path) as other:
        with held(path):
            one.record(attempt(response="of one", at=START))
            other.record(attempt(response="of the other", at=START + 1))
        assert 2 == len(spools(path))
        with opened(path) as third:
            # Both are still there to write theirs.
            assert [] == responses(third)
        assert one.record(attempt(response="one more", at=START + 2)) is None
        assert 1 == len([spool for spool in spools(path) if spool.read_bytes().strip(b"\0")])
        assert other.record(attempt(response="another", at=START + 3)) is None
    assert [] == spools(path)
    with opened(path) as store:
        assert 4 == len(responses(store))


def test_a_link_in_the_place_of_the_spool_is_not_followed(path: Path, tmp_path: Path):
    (tmp_path / "elsewhere").mkdir()
    target = tmp_path / "elsewhere" / "precious"
    target.write_text("precious", encoding="utf-8")
    with opened(path) as store:
        path.with_name("record.sqlite3.waiting.jsonl").symlink_to(target)
        with held(path):
            notice = store.record(attempt(response="kept"))
            assert notice is not None
            assert notice.spool is None
        assert store.record(attempt(response="after", at=START + 1)) is None
        assert ["kept", "after"] == responses(store)
    assert "precious" == target.read_text(encoding="utf-8")


def test_a_spool_that_is_taken_away_is_begun_again(path: Path):
    with opened(path) as store, held(path):
        store.record(attempt(response="first"))
        spools(path)[0].unlink()
        store.record(attempt(response="second", at=START + 1))
        # Not only the second: what waits is what is in memory, and the spool is where it survives.
        (spool,) = spools(path)
        assert b"second" in spool.read_bytes()
        assert b"first" in spool.read_bytes()


def test_room_is_set_aside_while_there_is_some(path: Path):
    with opened(path) as store:
        store.keep_safe()
        (spool,) = spools(path)
        assert RESERVE == spool.stat().st_size
        with held(path):
            store.record(attempt(response="kept"))
        assert RESERVE == spool.stat().st_size
        assert store.record(attempt(response="after", at=START + 1)) is None
        assert bytes(RESERVE) == spool.read_bytes()
    assert [] == spools(path)


def test_lines_after_a_failed_one_are_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    spool = Spool(tmp_path / "record.sqlite3")
    assert spool.append(["first"])
    real = os.write

    def half(file: int, data: bytes) -> int:
        real(file, data[: len(data) // 2])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "write", half)
        assert not spool.append(["a long line that does not fit", "another"])
    assert spool.append(["third"])
    spool.close()
    again = Spool(tmp_path / "record.sqlite3")
    lines = again.take_over()
    again.clear()
    assert ["first", "third"] == lines[:2]


FILL = """
import os, sys
from pathlib import Path
from tutor.learner.store import Store
from tests.learner.samples import attempt, START
home = Path(sys.argv[1])
store = Store.open(home / "record.sqlite3", clock=lambda: START)
store.record(attempt(uid="before"))
if sys.argv[2] == "reserved":
    store.keep_safe()
filler = os.open(home / "filler", os.O_WRONLY | os.O_CREAT)
try:
    while os.write(filler, bytes(4096)):
        pass
except OSError:
    pass
for number in range(60):
    notice = store.record(attempt(uid=f"full {number}", response="x" * 400, at=START + number))
    print(notice and notice.kind, bool(notice and notice.spool), notice and notice.waiting, flush=True)
os.kill(os.getpid(), 9)
"""


@pytest.mark.storm
@pytest.mark.parametrize("how", ["reserved", "not reserved"])
def test_a_disk_that_is_full_costs_nothing_that_was_told_to_be_kept(small_disk: Path, how: str):
    # The program is killed; what it could put by on a disk without room is there when there is room again.
    done = subprocess.run(
        [sys.executable, "-c", FILL, str(small_disk), how],
        capture_output=True, text=True, check=False, cwd=Path(__file__).parents[2],
    )  # fmt: skip
    told = [line.split() for line in done.stdout.splitlines()]
    assert ("", 60) == (done.stderr, len(told))
    assert {"None", "full"} >= {kind for kind, *_ in told}
    assert told[-1][0] == "full"
    safe = [number for number, (kind, spooled, _) in enumerate(told) if kind == "None" or spooled == "True"]
    if how == "reserved":
        assert 60 == len(safe)
    (small_disk / "filler").unlink()
    with Store.open(small_disk / "record.sqlite3", clock=lambda: START) as store:
        there = {entry.uid for entry in store.attempts()}
    assert {"before", *(f"full {number}" for number in safe)} <= there


@pytest.mark.storm
def test_a_damaged_record_on_a_full_disk_is_mended_when_there_is_room(small_disk: Path):
    path = small_disk / "record.sqlite3"
    with opened(path) as store:
        for number in range(30):
            assert store.record(attempt(uid=f"{number}", at=START + number)) is None
    with path.open("r+b") as file:
        file.write(b"\xa5" * 4096)
    filler = os.open(small_disk / "filler", os.O_WRONLY | os.O_CREAT)
    with suppress(OSError):
        while os.write(filler, bytes(4096)):
            pass
    os.close(filler)
    with opened(path) as store:
        assert 30 == len(responses(store))
        assert NoticeKind.FULL == getattr(store.record(attempt(at=START + 200)), "kind", None)
        (small_disk / "filler").unlink()
        assert store.record(attempt(at=START + 201)) is not None
        assert 32 == len(responses(store))
    with opened(path) as store:
        assert 32 == len(responses(store))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, of a megabyte."""
    if not hasattr(os, "getuid") or os.getuid() != 0 or not sys.platform.startswith("linux"):
        pytest.skip("only root can mount a file system")
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False)
    if made.returncode:
        pytest.skip("no file system can be mounted here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
