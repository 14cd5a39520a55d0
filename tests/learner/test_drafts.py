"""Programs that were begun: kept as they stand, under the question's ids, and taken along to another machine."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tutor.learner import schema
from tutor.learner.places import Draft, Note
from tutor.learner.recovery import _change_of
from tutor.learner.store import Store
from tutor.learner.tables import DRAFTS, NOTES
from tutor.learner.transfer import export, import_into

NOW = 1_767_268_800_000
HALF = "def cost(W):\n    return (W*"


def opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: NOW)


@pytest.fixture
def record(tmp_path: Path) -> Path:
    path = tmp_path / "record.sqlite3"
    with opened(path) as store:
        assert store.save_draft("c", "l", "write-cost", "first") is None
        assert store.save_draft("c", "l", "write-cost", HALF) is None
        assert store.save_draft("c", "other", "write-cost", "another") is None
    return path


def test_the_last_one_is_there_after_a_restart(record: Path) -> None:
    with opened(record) as store:
        assert HALF == store.draft("c", "l", ("write-cost",))
        assert "" == store.draft("c", "l", ("write-bce",))
        assert "" == store.draft("d", "l", ("write-cost",))


def test_a_question_that_was_renamed_keeps_its_draft(record: Path) -> None:
    with opened(record) as store:
        assert HALF == store.draft("c", "l", ("cost-function", "write-cost"))


def test_a_draft_goes_along_but_not_to_a_teacher(record: Path, tmp_path: Path) -> None:
    with opened(record) as store:
        export(store, tmp_path / "all.jsonl")
        export(store, tmp_path / "class.jsonl", with_notes=False)
    for name, expected in (("all", HALF), ("class", "")):
        with opened(tmp_path / f"{name}.sqlite3") as other:
            import_into(other, tmp_path / f"{name}.jsonl")
            assert expected == other.draft("c", "l", ("write-cost",))


def test_a_reset_forgets_drafts_and_can_be_undone(record: Path) -> None:
    with opened(record) as store:
        store.reset("c", questions=["write-cost"])
        assert "" == store.draft("c", "l", ("write-cost",))
        store.undo_reset()
        assert HALF == store.draft("c", "l", ("write-cost",))


def test_a_row_of_a_damaged_record_is_no_note_for_it(record: Path) -> None:
    with closing(sqlite3.connect(record)) as connection:
        rows = connection.execute("SELECT * FROM drafts").fetchall()
    assert {DRAFTS.name} == {change.table for change in map(_change_of, rows) if change is not None}
    note = ("c", "l", "step", "a note", NOW, NOW)
    change = _change_of(note)
    assert change is not None
    assert NOTES.name == change.table
    assert isinstance(change.item, Note)
    assert not isinstance(change.item, Draft)


def test_a_record_of_before_there_were_drafts_is_read_and_goes_on(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        schema.migrate(connection, 2)
        connection.execute("INSERT INTO notes VALUES ('c', 'l', 's', 'mine', 1, 1)")
    with opened(tmp_path / "new.sqlite3") as store:
        store.restore(old)
        assert ["mine"] == [note.text for note in store.notes("c")]
    with opened(old) as store:
        assert ["mine"] == [note.text for note in store.notes("c")]
        assert store.save_draft("c", "l", "write-cost", HALF) is None
        assert HALF == store.draft("c", "l", ("write-cost",))
