"""The tables of a record, version by version."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from functools import cache

from tutor.learner.fields import LAST_MOMENT, LAST_TURN
from tutor.learner.notices import TROUBLE

APPLICATION_ID = 0x7475746F
"""Marks an SQLite file as a record of this program ("tuto")."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE attempts (
            uid TEXT PRIMARY KEY,
            course TEXT NOT NULL,
            lesson TEXT NOT NULL,
            question TEXT NOT NULL,
            kind TEXT NOT NULL,
            revision TEXT NOT NULL,
            variant INTEGER NOT NULL,
            response TEXT NOT NULL,
            "right" INTEGER NOT NULL,
            at INTEGER NOT NULL,
            seconds REAL NOT NULL,
            mistake TEXT NOT NULL,
            hints INTEGER NOT NULL,
            revealed INTEGER NOT NULL,
            during TEXT NOT NULL,
            turn INTEGER NOT NULL
        )""",
        "CREATE INDEX attempts_in_turn ON attempts (turn, uid)",
        "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
        """CREATE TABLE positions (
            course TEXT NOT NULL,
            lesson TEXT NOT NULL,
            step TEXT NOT NULL,
            parameters TEXT NOT NULL,
            scroll INTEGER NOT NULL,
            at INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            PRIMARY KEY (course, lesson, step)
        )""",
    ),
    (
        """CREATE TABLE visits (
            uid TEXT PRIMARY KEY,
            course TEXT NOT NULL,
            lesson TEXT NOT NULL,
            step TEXT NOT NULL,
            at INTEGER NOT NULL,
            seconds REAL NOT NULL
        )""",
        """CREATE TABLE bookmarks (
            course TEXT NOT NULL,
            lesson TEXT NOT NULL,
            step TEXT NOT NULL,
            marked INTEGER NOT NULL,
            at INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            PRIMARY KEY (course, lesson, step)
        )""",
        """CREATE TABLE notes (
            course TEXT NOT NULL,
            lesson TEXT NOT NULL,
            step TEXT NOT NULL,
            text TEXT NOT NULL,
            at INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            PRIMARY KEY (course, lesson, step)
        )""",
        """CREATE TABLE snoozes (
            course TEXT NOT NULL,
            question TEXT NOT NULL,
            until TEXT NOT NULL,
            at INTEGER NOT NULL,
            turn INTEGER NOT NULL,
            PRIMARY KEY (course, question)
        )""",
    ),
    (
        # The text stands behind the time, so that a row whose table is not known is not taken for a note.
        """CREATE TABLE drafts (
            course TEXT NOT NULL,
            lesson TEXT NOT NULL,
            question TEXT NOT NULL,
            at INTEGER NOT NULL,
            text TEXT NOT NULL,
            turn INTEGER NOT NULL,
            PRIMARY KEY (course, lesson, question)
        )""",
    ),
    ("ALTER TABLE attempts ADD COLUMN sure INTEGER NOT NULL DEFAULT 0",),
)
"""The statements that lead from each version to the next, from an empty file on. What was released never changes."""

LATEST = len(MIGRATIONS)


def version_of(connection: sqlite3.Connection) -> int | None:
    """Return the version of a record's tables, 0 for an empty file, None for a database of another program."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if application == APPLICATION_ID:
        return version
    return 0 if not (version or application or tables) else None


def is_as_made(connection: sqlite3.Connection, version: int) -> bool:
    """Return whether the tables are those of `version`: damage can reach their definitions too."""
    return _made(version) <= _definitions(connection)


@cache
def _made(version: int) -> frozenset[tuple[bytes, ...]]:
    """Return how the tables of a version are defined where they are made anew."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as sound:
        migrate(sound, version)
        return _definitions(sound)


def _definitions(connection: sqlite3.Connection) -> frozenset[tuple[bytes, ...]]:
    # As bytes, because damaged text may be no text at all.
    columns = ", ".join(f"CAST({name} AS BLOB)" for name in ("type", "name", "tbl_name", "sql"))
    return frozenset(connection.execute(f"SELECT {columns} FROM sqlite_master"))


def is_whole(connection: sqlite3.Connection, version: int, *, thorough: bool = False) -> bool:
    """Return whether the tables can be read as they are: page by page, by definition, and by way of each index.

    To compare every entry of an index with its row takes half as long again: that is left to `thorough`.
    """
    check = "integrity_check" if thorough else "quick_check"
    (verdict,) = connection.execute(f"PRAGMA {check}(1)").fetchone()
    if verdict != "ok" or not is_as_made(connection, version):
        return False
    for table, index in connection.execute("SELECT tbl_name, name FROM sqlite_master WHERE type = 'index'").fetchall():
        (rows, entries) = connection.execute(
            f"SELECT (SELECT count(*) FROM {table} NOT INDEXED), (SELECT count(*) FROM {table} INDEXED BY {index})"
        ).fetchone()
        if rows != entries:
            return False
    return True


def is_readable(connection: sqlite3.Connection) -> bool:
    """Return whether a file that someone else made can be read as a record: nothing in it computes anything."""
    version = version_of(connection)
    if not version:
        return False
    if version <= LATEST:
        return is_as_made(connection, version) and not connection.execute(_TRIGGERS_AND_VIEWS).fetchone()
    # A newer version may have more columns, but a view or a computed column could take any time to be read.
    tables = dict(connection.execute("SELECT name, upper(sql) FROM sqlite_master WHERE type = 'table'"))
    return (
        {"attempts", "positions", "settings", "visits", "bookmarks", "notes", "snoozes"} <= tables.keys()
        and not any("VIRTUAL" in (sql or "") or " AS " in (sql or "") for sql in tables.values())
        and not connection.execute(_TRIGGERS_AND_VIEWS).fetchone()
    )


_TRIGGERS_AND_VIEWS = "SELECT 1 FROM sqlite_master WHERE type IN ('trigger', 'view') LIMIT 1"


def mend_turns(connection: sqlite3.Connection) -> None:
    """Give a place in the order to every row whose own is none: a number near where SQLite's numbers end, or beyond.

    Older versions took such a number over from an export, and counted on from it into what they could not read again.
    """
    for table in ("attempts", "positions", "bookmarks", "notes", "snoozes", "drafts"):
        # Two questions, because only so are both answered by the index on the attempts' order.
        odd = any(
            connection.execute(f"SELECT 1 FROM {table} WHERE turn {which} LIMIT 1").fetchone()
            for which in (f">= {LAST_TURN}", "< 0")
        )
        if odd:
            _number_again(connection, table)


def _number_again(connection: sqlite3.Connection, table: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        # The time may be anything as well, even text that is no UTF-8, so that it is looked at by SQLite alone.
        moment_of = f"iif(typeof(at) = 'integer' AND at BETWEEN 0 AND {LAST_MOMENT}, at, 0)"
        rows = connection.execute(
            f"SELECT rowid, {moment_of} FROM {table} WHERE turn >= {LAST_TURN} OR turn < 0 ORDER BY rowid"
        )
        for rowid, moment in rows.fetchall():
            connection.execute(
                f"UPDATE {table} SET turn = max(?, coalesce((SELECT max(turn) + 1 FROM {table} "
                f"WHERE turn < {LAST_TURN}), 0)) WHERE rowid = ?",
                (moment, rowid),
            )
    except TROUBLE:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def migrate(connection: sqlite3.Connection, latest: int = LATEST) -> None:
    """Bring the tables to version `latest`, all of it or nothing. The connection must be in autocommit mode."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Read again under the lock: another process may have done it in the meantime.
        version: int = connection.execute("PRAGMA user_version").fetchone()[0]
        for statements in MIGRATIONS[version:latest]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {max(version, latest)}")
    except TROUBLE:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
