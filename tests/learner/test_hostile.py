"""Records and exports that were made to do harm, or came from a program that went wrong."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.ordeal.records import (
    COURSE,
    DAY,
    HOSTILE,
    SCHEMES,
    START,
    an_answer,
    export_round,
    fill,
    reads_the_same,
    record_round,
    sane_lines,
    still_works,
)
from tutor.learner.notices import NoticeKind, StoreNotice
from tutor.learner.store import Store
from tutor.learner.transfer import TransferError, import_into, read_export


def opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: START + DAY, busy_ms=20)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "theirs.jsonl"


def write_changed(file: Path, change: Callable[[str, dict[str, object]], None]) -> None:
    """Write an export in which every item was changed."""
    first, *items, last = sane_lines()
    lines = [first]
    for line in items:
        ((table, item),) = json.loads(line).items()
        change(table, item)
        lines.append(json.dumps({table: item}))
    file.write_text("\n".join([*lines, last]) + "\n", encoding="utf-8")


@pytest.mark.parametrize("turn", [2**63 - 1, 2**63 - 2, 10**15, 10**15 - 1, 10**18, 0, 1])
def test_no_place_in_an_imported_order_moves_what_is_answered_after_it(tmp_path: Path, file: Path, turn: int):
    def change(_: str, item: dict[str, object]) -> None:
        if "turn" in item:
            item["turn"] = turn

    write_changed(file, change)
    with opened(tmp_path / "record.sqlite3") as store:
        store.record(an_answer("mine", "mine", START - DAY))
        assert 3 == import_into(store, file).new
        assert [] == still_works(store, START + DAY)
        assert ["mine", "other 0", "other 1", "other 2", "last"] == [one.uid for one in store.attempts()]
        # Nothing is told of a clock: the next answer's place is its time.
        assert START + DAY == store.attempts()[-1].turn
    assert [] == reads_the_same(tmp_path)


def test_an_imported_order_is_kept_whatever_its_numbers_are(tmp_path: Path, file: Path):
    turns = {"other 0": 2**63 - 1, "other 1": 2**62, "other 2": 5}

    def change(table: str, item: dict[str, object]) -> None:
        if table == "attempts":
            item["turn"] = turns[str(item["uid"])]

    write_changed(file, change)
    with opened(tmp_path / "record.sqlite3") as store:
        import_into(store, file)
        assert ["other 2", "other 1", "other 0"] == [one.uid for one in store.attempts()]


def test_a_time_far_in_the_future_does_not_take_the_order_there(tmp_path: Path, file: Path):
    def change(_: str, item: dict[str, object]) -> None:
        item["at"] = item["turn"] = 253_370_764_799_000
        item.pop("turn") if "seconds" in item and "hints" not in item else None

    write_changed(file, change)
    with opened(tmp_path / "record.sqlite3") as store:
        import_into(store, file)
        store.record(an_answer("mine", "mine", START + 3 * DAY))
        assert "mine" == store.attempts()[-1].uid
        assert START + 3 * DAY == store.attempts()[-1].turn


def test_a_record_into_which_such_a_place_was_imported_before_shows_every_answer_again(tmp_path: Path):
    path = tmp_path / "record.sqlite3"
    with opened(path) as store:
        fill(store)
        store.record(an_answer("read", "read", START + 50))
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # What became of it: the largest number, and from then on one that is no whole number any more.
        connection.execute("UPDATE attempts SET turn = 9223372036854775807 WHERE uid = 'other 1'")
        connection.execute("UPDATE attempts SET turn = 9223372036854775807 + 1 WHERE uid IN ('other 2', 'read')")
        connection.execute("UPDATE notes SET turn = 9223372036854775807 + 1")
        connection.execute("UPDATE notes SET at = CAST(X'FFFE' AS TEXT)")
    with opened(path) as store:
        assert ["other 0", "other 1", "other 2", "read"] == [one.uid for one in store.attempts()]
        assert [] == still_works(store, START + DAY)
        assert ["mine now"] == [note.text for note in store.notes(COURSE)]
    assert [] == reads_the_same(tmp_path)


FIELDS = [
    (table, name)
    for line in dict.fromkeys(sane_lines()[1:-1])
    for table, item in json.loads(line).items()
    for name in item
    if table != "attempts" or '"other 0"' in line
]


@pytest.mark.parametrize(("table", "name"), FIELDS)
def test_every_field_is_checked_and_its_line_named_whatever_it_holds(tmp_path: Path, file: Path, table: str, name: str):
    lines = list(sane_lines())
    (number,) = [at for at, line in enumerate(lines) if f'"{table}": ' in line][:1]
    refused = 0
    with opened(tmp_path / "record.sqlite3") as store:
        for value in HOSTILE:
            item = json.loads(lines[number])
            item[table][name] = value
            file.write_text("\n".join([*lines[:number], json.dumps(item), *lines[number + 1 :]]), encoding="utf-8")
            try:
                import_into(store, file)
            except TransferError as error:
                refused += 1
                said = error.say("en")
                assert f"line {number + 1}: {name} " in said or f"line {number + 1}: " in said
                assert len(said) < 400 + len(str(file))
                assert said.isprintable(), said
        assert [] == still_works(store, START + DAY)
    assert refused > len(HOSTILE) // 3
    assert [] == reads_the_same(tmp_path)


def test_what_stands_twice_is_refused(file: Path):
    lines = list(sane_lines())
    again = [*lines[:-1], lines[1], json.dumps({"items": len(lines) - 1})]
    file.write_text("\n".join(again), encoding="utf-8")
    with pytest.raises(TransferError, match=f"line {len(lines)}: this stands on line 2 already"):
        read_export(file)
    repeated = lines[1].replace('"variant": 0', '"variant": 0, "variant": 1')
    file.write_text("\n".join([lines[0], repeated, *lines[2:]]), encoding="utf-8")
    with pytest.raises(TransferError, match="line 2: a name stands there twice"):
        read_export(file)


def test_a_file_without_an_end_is_not_read_to_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("tutor.learner.transfer.LARGEST", 1 << 20)
    endless = tmp_path / "endless"
    endless.symlink_to("/dev/zero")
    if not endless.is_char_device():
        pytest.skip("there is no /dev/zero")
    with pytest.raises(TransferError, match="larger than any"):
        read_export(endless)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("version", [2, 3])
def test_a_record_that_computes_something_is_not_read(tmp_path: Path, scheme: str, version: int):
    theirs = tmp_path / "theirs.sqlite3"
    with opened(theirs) as store:
        fill(store)
    with closing(sqlite3.connect(theirs, isolation_level=None)) as connection:
        connection.executescript(scheme)
        connection.execute(f"PRAGMA user_version = {version}")
    with opened(tmp_path / "record.sqlite3") as store:
        done = store.restore(theirs)
        assert isinstance(done, StoreNotice)
        assert NoticeKind.FOREIGN == done.kind
        assert () == store.attempts()


def test_a_newer_record_with_more_columns_is_read_as_far_as_it_is_known(tmp_path: Path):
    theirs = tmp_path / "theirs.sqlite3"
    with opened(theirs) as store:
        fill(store)
    with closing(sqlite3.connect(theirs, isolation_level=None)) as connection:
        connection.execute("ALTER TABLE attempts ADD COLUMN mood TEXT NOT NULL DEFAULT 'calm'")
        connection.execute("PRAGMA user_version = 99")
    with opened(tmp_path / "record.sqlite3") as store:
        assert not isinstance(store.restore(theirs), StoreNotice)
        assert 3 == len(store.attempts())


def test_whatever_the_tutor_itself_gives_can_be_read_again(tmp_path: Path):
    odd = [
        an_answer("\ud800\x1b", "\ud800\x00", 10**30),
        an_answer("long", "x" * 1_500_000, -5)._replace(question="q" * 900, seconds=float("nan"), variant=2**80),
        an_answer("time", "", 253_402_300_800_000)._replace(seconds=float("inf"), hints=-3, mistake="\x07"),
    ]
    with opened(tmp_path / "record.sqlite3") as store:
        for made in odd:
            notice = store.record(made)
            assert notice is None or notice.saved
        in_session = store.attempts()
    with opened(tmp_path / "record.sqlite3") as store:
        assert 3 == len(in_session)
        assert in_session == store.attempts()
    assert [] == reads_the_same_without_last(tmp_path)


def reads_the_same_without_last(home: Path) -> list[str]:
    with opened(home / "record.sqlite3") as store:
        assert [] == still_works(store, START + DAY)
    return reads_the_same(home)


@pytest.mark.parametrize("play", [export_round, record_round])
def test_hostile_files_of_every_kind_change_nothing_of_what_comes_after(
    tmp_path: Path, play: Callable[[Path, random.Random], list[str]]
):
    for number in range(24):
        home = tmp_path / str(number)
        home.mkdir()
        assert [] == play(home, random.Random(number)), number
