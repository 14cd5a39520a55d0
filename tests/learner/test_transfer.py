from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.language import INTERFACE_LANGUAGES
from tutor.learner.notices import StoreNotice
from tutor.learner.places import Position, Visit
from tutor.learner.store import Merged, Store
from tutor.learner.transfer import TransferError, export, import_into, read_export

from .samples import DAY, START, attempt

COURSE = "deep-learning"


def opened(path: Path, now: int = START) -> Store:
    return Store.open(path, clock=lambda: now, busy_ms=20)


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "laptop.sqlite3") as store:
        for number in range(5):
            store.record(attempt(response=f"answer\u2028{number} 답", at=START + number))
        store.save_position(Position(COURSE, "cost", "start", START, {"W": 0.1, "p": (0.5, 1.0)}, 3))
        store.save_visit(Visit("v1", COURSE, "cost", "start", START, 4.5))
        store.save_note(COURSE, "cost", "start", 'quotes " and\nlines')
        store.save_bookmark(COURSE, "cost", "start", marked=True)
        store.snooze(COURSE, "half", date(2026, 3, 1))
        store.save_setting("theme", "light")
        yield store


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[Store]:
    with opened(tmp_path / "desktop.sqlite3") as store:
        yield store


def everything(store: Store) -> list[object]:
    return [item for _, item in store.everything()]


def test_a_record_arrives_whole_on_another_machine_without_its_settings(laptop: Store, desktop: Store, tmp_path: Path):
    file = tmp_path / "mine.jsonl"
    assert 5 == export(laptop, file, learner="Mina")
    assert Merged(5, 0, None) == import_into(desktop, file)
    assert everything(laptop) == everything(desktop)
    assert 10 == len(everything(desktop))
    assert {} == desktop.settings()
    assert "Mina" == read_export(file).learner
    assert laptop.attempts() == read_export(file).attempts


def test_notes_can_stay_at_home(laptop: Store, tmp_path: Path):
    assert 5 == export(laptop, tmp_path / "class.jsonl", with_notes=False)
    kept = {type(item).__name__ for _, item in read_export(tmp_path / "class.jsonl").items}
    assert {"Attempt", "Position", "Visit", "Bookmark", "Snooze"} == kept


def test_importing_twice_changes_nothing(laptop: Store, desktop: Store, tmp_path: Path):
    file = tmp_path / "mine.jsonl"
    export(laptop, file)
    import_into(desktop, file)
    before = everything(desktop)
    assert Merged(0, 5, None) == import_into(desktop, file)
    assert before == everything(desktop)
    assert Merged(0, 5, None) == import_into(laptop, file)


def test_two_machines_come_to_the_same_record_whichever_is_merged_first(laptop: Store, desktop: Store, tmp_path: Path):
    desktop.record(attempt(response="on the desktop", at=START + 2))
    desktop._clock = lambda: START + DAY
    desktop.save_note(COURSE, "cost", "start", "later and better")
    export(laptop, tmp_path / "laptop.jsonl")
    export(desktop, tmp_path / "desktop.jsonl")
    import_into(laptop, tmp_path / "desktop.jsonl")
    import_into(desktop, tmp_path / "laptop.jsonl")
    assert everything(laptop) == everything(desktop)
    assert 6 == len(laptop.attempts())
    assert ["later and better"] == [note.text for note in laptop.notes(COURSE)]


def test_what_waits_is_exported_too(tmp_path: Path):
    (tmp_path / "in-the-way").touch()
    with opened(tmp_path / "in-the-way" / "record.sqlite3") as store:
        store.record(attempt(response="only in memory"))
        assert 1 == export(store, tmp_path / "rescued.jsonl")
    assert ["only in memory"] == [entry.response for entry in read_export(tmp_path / "rescued.jsonl").attempts]


def test_an_export_that_cannot_be_written_says_so_and_leaves_no_half_file(laptop: Store, tmp_path: Path):
    with pytest.raises(TransferError, match="cannot be written"):
        export(laptop, tmp_path / "no such folder" / "mine.jsonl")
    (tmp_path / "folder").mkdir()
    with pytest.raises(TransferError, match="cannot be written"):
        export(laptop, tmp_path / "folder")
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, r"bad\.jsonl cannot be read: No such file or directory$"),
        (b"", "is no exported record"),
        (b"\xff\xfe\x00", "is no exported record"),
        (b"Dear diary,\n", "is no exported record"),
        (b"[1, 2]\n", "is no exported record"),
        (b"[" * 100_000, "is no exported record"),
        (b'{"format": "tutor-record", "version": 99}\n{"items": 0}\n', "newer tutor"),
        (b'{"format": "tutor-record", "version": "x"}\n{"items": 0}\n', "is no exported record"),
        (b'{"format": "tutor-record", "version": 1}\n', "cut short"),
        (b'{"format": "tutor-record", "version": 1}\n{"items": 3}\n', "should hold 3 items and holds 0"),
        (b'{"format": "tutor-record", "version": 1}\n{"attempts": {}}\n{"items": 1}\n', "line 2: uid is missing"),
        (b'{"format": "tutor-record", "version": 1}\n{"settings": {}}\n{"items": 1}\n', "'settings' is none of"),
        (b'{"format": "tutor-record", "version": 1}\n7\n{"items": 1}\n', "line 2: no JSON object"),
    ],
)
def test_a_bad_file_is_refused_in_words_and_nothing_of_it_is_taken(
    desktop: Store, tmp_path: Path, content: bytes | None, said: str
):
    file = tmp_path / "bad.jsonl"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(TransferError, match=said) as caught:
        import_into(desktop, file)
    assert 1 < len({caught.value.say(language) for language in INTERFACE_LANGUAGES})
    assert [] == everything(desktop)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("uid", ""),
        ("uid", 7),
        ("right", "yes"),
        ("at", -1),
        ("at", 10**17),
        ("at", 1.5),
        ("seconds", float("inf")),
        ("seconds", True),
        ("hints", 2**70),
        ("during", "lunch"),
        ("response", None),
    ],
)
def test_an_attempt_that_cannot_be_is_refused(laptop: Store, tmp_path: Path, name: str, value: object):
    file = tmp_path / "mine.jsonl"
    export(laptop, file)
    lines = file.read_text(encoding="utf-8").splitlines()
    entry = json.loads(lines[3])
    entry["attempts"][name] = value
    lines[3] = json.dumps(entry)
    file.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(TransferError, match=f"line 4: {name} is"):
        read_export(file)


def test_a_file_cut_anywhere_is_refused(laptop: Store, tmp_path: Path):
    export(laptop, tmp_path / "mine.jsonl")
    whole = (tmp_path / "mine.jsonl").read_bytes()
    file = tmp_path / "cut.jsonl"
    for length in range(0, len(whole) - 1, 37):
        file.write_bytes(whole[:length])
        with pytest.raises(TransferError):
            read_export(file)


@given(st.binary(max_size=300))
def test_no_bytes_bring_it_down(tmp_path_factory: pytest.TempPathFactory, content: bytes):
    file = tmp_path_factory.getbasetemp() / "any.jsonl"
    file.write_bytes(b'{"format": "tutor-record", "version": 1}\n' + content + b'\n{"items": 1}\n')
    with pytest.raises(TransferError):
        read_export(file)


def test_an_import_into_a_record_that_cannot_be_written_waits_and_says_so(laptop: Store, tmp_path: Path):
    export(laptop, tmp_path / "mine.jsonl")
    (tmp_path / "in-the-way").touch()
    with opened(tmp_path / "in-the-way" / "record.sqlite3") as store:
        merged = import_into(store, tmp_path / "mine.jsonl")
        assert isinstance(merged.notice, StoreNotice)
        assert (5, 5) == (merged.new, merged.notice.waiting)
        assert 5 == len(store.attempts())


def test_a_copy_of_a_record_can_be_imported_too(laptop: Store, desktop: Store, tmp_path: Path):
    laptop.keep_safe()
    (copy,) = tmp_path.glob("laptop.sqlite3.backup-*.sqlite3")
    assert Merged(5, 0, None) == import_into(desktop, copy)
    assert everything(laptop) == everything(desktop)


def test_the_database_of_another_program_cannot_be_imported(desktop: Store, tmp_path: Path):
    other = sqlite3.connect(tmp_path / "other.sqlite3")
    other.execute("CREATE TABLE attempts (uid TEXT)")
    other.close()
    with pytest.raises(TransferError, match="another program"):
        import_into(desktop, tmp_path / "other.sqlite3")
