from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tutor.learner import schema
from tutor.learner.attempts import During, attempt_of
from tutor.learner.calibration import Level, Sureness, calibration, claim_of, sureness_of
from tutor.learner.recovery import changes_in
from tutor.learner.salvage import rows_in
from tutor.learner.store import Store
from tutor.learner.tables import ATTEMPTS
from tutor.learner.transfer import export, import_into, read_export

from .samples import START, attempt


def guesses(sure: int, right: int, made: int, **others: object) -> list:
    return [attempt("guess", number < right, kind="predict", sure=sure, **others) for number in range(made)]


def level(attempts: list, sureness: Sureness) -> Level:
    return next(one for one in calibration(attempts).levels if one.sureness is sureness)


@pytest.mark.parametrize(
    ("sureness", "options", "claim"),
    [("guess", 2, 50), ("guess", 3, 33), ("guess", 4, 25), ("guess", 0, 25), ("fairly", 2, 75), ("sure", 5, 95)],
)
def test_a_guess_claims_chance_and_the_other_words_claim_the_same_whatever_the_options(
    sureness: str, options: int, claim: int
):
    assert claim == claim_of(Sureness(sureness), options)
    assert Sureness(sureness) is sureness_of(claim)
    assert sureness_of(0) is None


def test_it_is_counted_by_the_word_that_was_said():
    made = [*guesses(95, 7, 10), *guesses(50, 1, 1), *guesses(25, 0, 1), *guesses(0, 3, 3)]
    assert Level(Sureness.SURE, 10, 7, 0.95) == level(made, Sureness.SURE)
    assert Level(Sureness.GUESS, 2, 1, 0.375) == level(made, Sureness.GUESS)
    assert Level(Sureness.FAIRLY) == level(made, Sureness.FAIRLY)
    assert 12 == calibration(made).made


def test_only_predictions_in_a_lesson_count():
    made = [*guesses(95, 5, 5, during=During.TEST_OUT), attempt("half", sure=95)]
    assert 0 == calibration(made).made


# By hand, two standard errors of a share: at 95% of 10, 0.95 - 2 * 0.0689 = 0.812; of 5, 0.755; at 75% of 16,
# 0.75 +- 2 * 0.10825 = 0.5335 to 0.9665; at 50% of 16, 0.25 to 0.75.
@pytest.mark.parametrize(
    ("sure", "right", "made", "verdict"),
    [
        (95, 9, 10, 0),
        (95, 8, 10, -1),
        (95, 4, 5, 0),
        (95, 3, 5, -1),
        (95, 0, 4, 0),
        (75, 9, 16, 0),
        (75, 8, 16, -1),
        (75, 16, 16, 1),
        (50, 12, 16, 0),
        (50, 13, 16, 1),
    ],
)
def test_few_answers_blame_nobody(sure: int, right: int, made: int, verdict: int):
    found = level(guesses(sure, right, made), sureness_of(sure) or Sureness.GUESS)
    assert verdict == found.verdict


def test_what_was_said_too_seldom_says_how_often_it_takes():
    made = [*guesses(95, 1, 3), *guesses(75, 4, 5)]
    assert 2 == level(made, Sureness.SURE).missing
    assert [Sureness.FAIRLY] == [one.sureness for one in calibration(made).telling]


# -- in the record ----------------------------------------------------------------------------------------------------


def opened(path: Path) -> Store:
    return Store.open(path, clock=lambda: START)


def old_record(path: Path, count: int = 3) -> None:
    """Make a record as it was before anything was asked about sureness."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        schema.migrate(connection, 3)
        fields = [name for name in ATTEMPTS.fields if name != "sure"]
        columns = ", ".join(f'"{name}"' for name in fields)
        for number in range(count):
            values = ATTEMPTS.entry(attempt("guess", kind="predict", turn=START + number))
            marks = ", ".join(f":{name}" for name in fields)
            connection.execute(f"INSERT INTO attempts ({columns}) VALUES ({marks})", values)


def test_it_is_kept_with_the_attempt_and_travels(tmp_path: Path):
    made = guesses(95, 1, 1)[0]
    with opened(tmp_path / "here.sqlite3") as store:
        assert store.record(made) is None
        export(store, tmp_path / "record.jsonl")
    with opened(tmp_path / "here.sqlite3") as store:
        assert [95] == [one.sure for one in store.attempts()]
    with opened(tmp_path / "there.sqlite3") as store:
        import_into(store, tmp_path / "record.jsonl")
        assert [95] == [one.sure for one in store.attempts()]


def test_an_older_record_opens_and_says_nothing_of_it(tmp_path: Path):
    old_record(tmp_path / "record.sqlite3")
    with opened(tmp_path / "record.sqlite3") as store:
        assert [0, 0, 0] == [one.sure for one in store.attempts()]
        store.record(guesses(75, 1, 1)[0])
    with opened(tmp_path / "record.sqlite3") as store:
        assert [0, 0, 0, 75] == [one.sure for one in store.attempts()]


def test_an_older_copy_is_read_as_it_is(tmp_path: Path):
    old_record(tmp_path / "copy.sqlite3")
    with closing(sqlite3.connect(tmp_path / "copy.sqlite3")) as source:
        assert [0, 0, 0] == [change.values["sure"] for change in changes_in(source) if change.table == "attempts"]
    with opened(tmp_path / "record.sqlite3") as store:
        import_into(store, tmp_path / "copy.sqlite3")
        assert 3 == len(store.attempts())


def test_an_older_record_that_cannot_be_written_is_shown(tmp_path: Path):
    old_record(tmp_path / "record.sqlite3")

    def read_only(name: object, **options: object) -> sqlite3.Connection:
        if "mode=rwc" in str(name):
            raise sqlite3.OperationalError("attempt to write a readonly database")
        return sqlite3.connect(name, **options)  # type: ignore[call-overload]

    with Store.open(tmp_path / "record.sqlite3", clock=lambda: START, connect=read_only) as store:
        assert [0, 0, 0] == [one.sure for one in store.attempts()]


def test_rows_of_before_come_over_out_of_a_damaged_record(tmp_path: Path):
    path = tmp_path / "record.sqlite3"
    old_record(path)
    with opened(path) as store:
        store.record(guesses(75, 1, 1)[0])
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    # SQLite left the rows as they were when the column came.
    assert {16, 17} <= {len(row) for row in rows_in(path.read_bytes())}
    data = bytearray(path.read_bytes())
    data[100:108] = b"\xff" * 8
    path.write_bytes(data)
    with opened(path) as store:
        assert [0, 0, 0, 75] == [one.sure for one in store.attempts()]


def test_an_older_export_is_read(tmp_path: Path):
    with opened(tmp_path / "record.sqlite3") as store:
        store.record(attempt("guess", kind="predict"))
        export(store, tmp_path / "record.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "record.jsonl").read_text(encoding="utf-8").splitlines()]
    for line in lines:
        line.get("attempts", {}).pop("sure", None)
    old = tmp_path / "old.jsonl"
    old.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert [0] == [one.sure for one in read_export(old).attempts]
    entry = ATTEMPTS.entry(attempt("guess"))
    assert 0 == attempt_of({name: value for name, value in entry.items() if name != "sure"}).sure
