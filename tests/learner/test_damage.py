"""A damaged record: whatever stands in a page that the damage did not reach comes back, and the latest copy with it."""

from __future__ import annotations

import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from tests.ordeal.records import PAGE, an_answer, damaged_round, rounds, sound, still_there
from tutor.learner.notices import NoticeKind, StoreNotice
from tutor.learner.places import Position
from tutor.learner.salvage import rows_in
from tutor.learner.store import Store
from tutor.learner.tables import ATTEMPTS

from .samples import DAY, START, attempt


def opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: START + DAY, busy_ms=20)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.sqlite3"


def uids(store: Store) -> set[str]:
    return {entry.uid for entry in store.attempts()}


def told(store: Store) -> StoreNotice:
    notice = store.take_notice()
    assert notice is not None
    assert NoticeKind.DAMAGED == notice.kind
    return notice


def pages_of(content: bytes, kind: int) -> list[int]:
    """Return the numbers, from 0, of the pages that begin with `kind`, the first page left out."""
    return [at // PAGE for at in range(PAGE, len(content), PAGE) if content[at] == kind]


def test_one_damaged_page_costs_no_answer_that_stands_in_another(path: Path):
    before = sound(394)
    leaves = pages_of(before.content, 0x0D)
    # Whichever page it is: one of rows, one that leads to them, one of an index, or the first.
    for number in (0, leaves[0], leaves[-1], *pages_of(before.content, 0x05), pages_of(before.content, 0x0A)[0]):
        content = bytearray(before.content)
        content[number * PAGE : (number + 1) * PAGE] = b"\xa5" * PAGE
        for left in path.parent.iterdir():
            left.unlink()
        path.write_bytes(content)
        expected = still_there(before, bytes(content))
        with opened(path) as store:
            notice = told(store)
            assert expected <= uids(store) <= set(before.answers)
            assert notice.rescued == len(store.attempts())
            assert notice.aside is not None
            assert bytes(content) == notice.aside.read_bytes()
            assert store.record(attempt(at=START + DAY)) is None
        assert len(expected) > 350 or number in leaves


def test_rows_read_from_pages_are_those_that_sqlite_reads(path: Path):
    path.write_bytes(sound(394).content)
    found = Counter(rows_in(path.read_bytes()))
    with closing(sqlite3.connect(path)) as connection:
        for table in ("attempts", "notes", "visits", "positions", "sqlite_master"):
            expected = connection.execute(f"SELECT * FROM {table}").fetchall()
            assert expected
            # SQLite keeps whole numbers of a REAL column as integers, which are equal.
            assert not Counter(expected) - found, table


@pytest.mark.parametrize("size", [512, 1024, 8192, 65536])
def test_pages_of_any_size_are_read_whether_the_file_says_so_or_not(path: Path, size: int):
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA page_size = {size}")
        connection.execute("CREATE TABLE t (number INTEGER, text TEXT)")
        rows = [(number, f"{number} " * (number % 90)) for number in range(2000)]
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?, ?)", rows)
        connection.execute("COMMIT")
    content = path.read_bytes()
    assert not Counter(rows) - Counter(rows_in(content))
    assert not Counter(rows) - Counter(rows_in(b"\xa5" * 100 + content[100:]))


def test_what_is_only_in_the_journal_is_read_too(path: Path):
    with opened(path) as store:
        for number in range(30):
            store.record(attempt(f"q{number}", at=START + number))
        content = path.read_bytes(), path.with_name("record.sqlite3-wal").read_bytes()
    rows = [row for row in rows_in(*content) if len(row) == len(ATTEMPTS.fields)]
    assert {f"q{number}" for number in range(30)} == {row[3] for row in rows}


def test_what_was_forgotten_does_not_come_back(path: Path):
    with opened(path) as store:
        for number in range(300):
            store.record(attempt(f"q{number}", lesson="cost" if number < 200 else "xor", response="x" * 200))
        store.keep_safe()
        store.reset("deep-learning", lesson="cost")
    content = bytearray(path.read_bytes())
    content[20:24] = b"\xa5" * 4
    path.write_bytes(content)
    with opened(path) as store:
        told(store)
        assert {f"q{number}" for number in range(200, 300)} == {entry.question for entry in store.attempts()}


def test_the_latest_copy_gives_back_what_the_damage_reached(path: Path):
    with opened(path) as store:
        for number in range(200):
            store.record(attempt(f"q{number}", at=START + number))
        store.save_position(Position("deep-learning", "cost", "old", START))
        store.save_note("deep-learning", "cost", "start", "first")
        store.keep_safe()
        store.record(attempt("after the copy", at=START + 300))
        store.save_note("deep-learning", "cost", "start", "second")
        before = uids(store)
    content = bytearray(path.read_bytes())
    for number in pages_of(bytes(content), 0x0D):
        page = content[number * PAGE : (number + 1) * PAGE]
        if b"after the copy" not in page and b"second" not in page:
            content[number * PAGE : (number + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(content)
    with opened(path) as store:
        assert 201 == told(store).rescued
        assert before == uids(store)
        assert "after the copy" == store.attempts()[-1].question
        assert ["second"] == [note.text for note in store.notes("deep-learning")]
        assert "old" == store.positions("deep-learning")[-1].step


def test_damage_inside_of_a_row_that_an_index_knows_of_is_found_when_the_day_s_copy_is_made(path: Path):
    with opened(path) as store:
        for number in range(50):
            store.record(attempt(f"q{number}", at=START + number))
        names = [entry.uid for entry in store.attempts()]
    content = bytearray(path.read_bytes())
    at = max(found for found in range(len(content)) if content.startswith(names[20].encode(), found))
    content[at] = ord("f")
    path.write_bytes(content)
    with opened(path) as store:
        store.keep_safe()
        notice = store.record(attempt("new", at=START + 100))
        assert notice is not None
        assert (NoticeKind.DAMAGED, True) == (notice.kind, notice.saved)
        assert 51 == len(store.attempts())
        # The copy is one of the mended record.
        (copy,) = path.parent.glob("*.backup-*.sqlite3")
        assert "-50.sqlite3" in copy.name


def test_a_record_killed_while_it_was_mended_is_mended_again_and_keeps_one_damaged_file(path: Path):
    before = sound(60)
    path.write_bytes(b"\xa5" * PAGE + before.content[PAGE:])
    # As after a kill once the damaged file had its second name.
    aside = path.with_name("record.sqlite3.damaged-20200101-000000")
    aside.hardlink_to(path)
    path.with_name("record.sqlite3.mending").write_bytes(before.content[: 3 * PAGE])
    with opened(path) as store:
        assert aside == told(store).aside
        assert set(before.answers) == uids(store)
    assert {"record.sqlite3", aside.name} == {left.name for left in path.parent.iterdir()}


def test_where_a_damaged_record_cannot_be_replaced_it_is_shown_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
):
    before = sound(60)
    content = b"\xa5" * PAGE + before.content[PAGE:]
    path.write_bytes(content)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("tutor.learner.recovery.put_in_place", full)
        with opened(path) as store:
            notice = store.take_notice()
            assert notice is not None
            assert (NoticeKind.FULL, 0) == (notice.kind, notice.waiting)
            assert set(before.answers) == uids(store)
            notice = store.record(an_answer("new", "new", START + DAY))
            assert notice is not None
            # Only the new one waits; the others are in the damaged file.
            assert (1, True) == (notice.waiting, notice.spool is not None)
        assert content == path.read_bytes()
    with opened(path) as store:
        told(store)
        assert {*before.answers, "new"} == uids(store)


def test_whatever_happens_to_a_file_what_stands_elsewhere_in_it_comes_back(tmp_path: Path):
    for number in range(16):
        home = tmp_path / str(number)
        home.mkdir()
        assert [] == damaged_round(home, random.Random(number)), number


@pytest.mark.storm
def test_many_kinds_of_damage_and_malice(tmp_path: Path):
    assert [] == rounds(600, seed=20260225, tell=lambda _: None, folder=tmp_path)
