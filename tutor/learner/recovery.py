"""What can be brought over out of a damaged record: its own pages, the latest copy of it, and what is in memory."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from tutor.learner import schema
from tutor.learner.attempts import Attempt
from tutor.learner.backups import latest_of
from tutor.learner.change import Change
from tutor.learner.fields import LAST_TURN, RecordError
from tutor.learner.notices import TROUBLE
from tutor.learner.salvage import LARGEST, Row, rows_in
from tutor.learner.tables import ADDED, ATTEMPTS, NOTES, SETTINGS, TABLES, VISITS, Table, attempts_in

if sys.platform == "win32":
    fcntl = None
else:
    import fcntl

Connect = Callable[..., sqlite3.Connection]

JOURNALS = ("-wal", "-shm", "-journal")
"""what SQLite keeps beside a file, by the end of its name"""
MOSTLY_THE_SAME = 12
"""of the 17 fields of an attempt"""
ALL_BUT_NAME_AND_TURN = 15
PATIENCE = 100
"""how often another program that mends the record is waited for, a twentieth of a second each time"""


# -- what can be read -------------------------------------------------------------------------------------------------


def changes_in(source: sqlite3.Connection) -> Iterator[Change]:
    """Yield the statements that bring over what another file holds; an older one has not every table.

    Raises:
        sqlite3.Error: it cannot be read to its end.
    """
    there = {name for (name,) in source.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    for table in (table for table in TABLES if table.name in there):
        rows = source.execute(f"SELECT {table.columns_in(source)} FROM {table.name} ORDER BY rowid")
        items = attempts_in(rows) if table is ATTEMPTS else table.parsed(rows)
        yield from (table.change(item) for item in items)


def recovered(damaged: Path | None, record: Path, connect: Connect, remembered: Iterable[Change]) -> list[Change]:
    """Return what can be read out of the damaged file, out of the latest sound copy of `record`, and from memory.

    Without a damaged file, because it is gone, the rest.

    An attempt never changes: where there are two of the same, the sound one is taken. Of anything else the latest is.
    """
    found = {change.name: change for change in _changes_of_backup(record, connect)}
    for change in remembered:
        _add(found, change)
    near: defaultdict[object, list[Change]] = defaultdict(list)
    for change in found.values():
        for moment in _moments(change):
            near[moment].append(change)
    read = map(_change_of, _rows_of(damaged)) if damaged is not None else ()
    for change in filter(None, read):
        # A name that damage has reached must not make two answers of one.
        others = (other for moment in _moments(change) for other in near[moment])
        if change.name not in found and any(_is_same(change, other) for other in others):
            continue
        _add(found, change)
        for moment in _moments(change):
            near[moment].append(change)
    return sorted(found.values(), key=lambda change: _order(change.values["turn"]) if "turn" in change.values else 0)


def _add(found: dict[tuple[str, ...], Change], change: Change) -> None:
    known = found.get(change.name)
    is_later = known is None or (change.table != ATTEMPTS.name and _rank(change) > _rank(known))
    if is_later or change.table == SETTINGS.name:
        found[change.name] = change


def _rank(change: Change) -> float:
    values = change.values
    # What this run kept has no place yet: it is as late as it says.
    return _order((values["turn"] or values["at"]) if "turn" in values else values.get("seconds", 0))


def _order(turn: object) -> float:
    return turn if isinstance(turn, int | float) and turn < LAST_TURN else 0


def _is_same(change: Change, other: Change) -> bool:
    """Return whether two attempts of one moment are one, in which damage changed the name and not much more."""
    if change.table != ATTEMPTS.name or other.table != ATTEMPTS.name:
        return False
    equal = sum(other.values[name] == value for name, value in change.values.items())
    # The place in the order is given once. Without it, nothing else may differ: a clock can stand still.
    if other.values["turn"] == change.values["turn"]:
        return equal >= MOSTLY_THE_SAME
    return change.values["turn"] == 0 and equal >= ALL_BUT_NAME_AND_TURN


def _moments(change: Change) -> tuple[object, ...]:
    if change.table != ATTEMPTS.name:
        return ()
    return ("at", change.values["at"]), ("turn", change.values["turn"])


def _changes_of_backup(record: Path, connect: Connect) -> list[Change]:
    latest = latest_of(record)
    if latest is None:
        return []
    try:
        with closing(connect(f"{latest.path.absolute().as_uri()}?mode=ro", uri=True)) as source:
            return list(changes_in(source))
    except TROUBLE:
        # A copy can be damaged too; its pages are read as those of the record are.
        return [change for change in map(_change_of, _rows_of(latest.path)) if change is not None]


def _rows_of(damaged: Path) -> list[Row]:
    journal = damaged.with_name(f"{damaged.name}-wal")
    try:
        with damaged.open("rb") as file:
            data = file.read(LARGEST)
    except OSError:
        return []
    try:
        return rows_in(data, journal.read_bytes() if journal.exists() else b"")
    except OSError:
        return rows_in(data)


def _change_of(row: Row) -> Change | None:
    """Return the change that brings over a row read from a page; None where it is of no table of a record."""
    for table, columns in _columns():
        if table is ATTEMPTS and len(row) == len(columns) - len(ADDED):
            # SQLite leaves the rows as they were when a table gets another column.
            row = (*row, *ADDED)
        if len(columns) != len(row):
            continue
        entry = dict(zip(columns, row, strict=True))
        # The columns of visits and notes look alike; but a place in the order is never before its own time.
        turn, at = entry.get("turn"), entry.get("at")
        if table is NOTES and not (isinstance(turn, int) and isinstance(at, int) and turn >= at):
            continue
        if table is VISITS and isinstance(at, int) and isinstance(row[-1], int) and 0 < at <= row[-1]:
            continue
        with suppress(RecordError):
            item = next(attempts_in([row]), None) if table is ATTEMPTS else table.parse(entry)
            if item is None:
                continue
            if isinstance(turn, int) and turn >= LAST_TURN:
                item = item._replace(turn=0)
            return table.change(item)
    return None


@cache
def _columns() -> tuple[tuple[Table[Any], tuple[str, ...]], ...]:
    """Return each table with its columns in the order in which they stand in a row."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as sound:
        schema.migrate(sound)
        return tuple(
            (table, tuple(name for _, name, *_ in sound.execute(f"PRAGMA table_info({table.name})")))
            for table in TABLES
        )


def looks_like_a_record(path: Path, part: int = 1 << 22) -> bool:
    """Return whether there are answers in the pages of a file that does not begin as SQLite's files do."""
    try:
        with path.open("rb") as file:
            rows = rows_in(file.read(part))
    except OSError:
        return False
    return any(isinstance(change.item, Attempt) for change in map(_change_of, rows) if change is not None)


# -- how a damaged record is replaced ---------------------------------------------------------------------------------
#
# Whatever the moment at which the program is killed: at the path is the damaged file, which is mended again the next
# time, or the whole new one. The damaged one has two names as long as both are needed.


@contextmanager
def alone_at(folder: Path) -> Iterator[bool]:
    """Hold the folder's lock, so that no two programs mend one record; False where another does, and goes on."""
    if fcntl is None:
        yield True
        return
    try:
        held = os.open(folder, os.O_RDONLY)
    except OSError:
        yield True
        return
    try:
        yield _locked(held)
    finally:
        os.close(held)


def _locked(held: int) -> bool:
    for _ in range(PATIENCE):
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(0.05)
        except OSError:
            return True
        else:
            return True
    return False


def set_aside(record: Path, aside: Path) -> Path:
    """Give a damaged record, and then its journal files, a second name; return it.

    Raises:
        OSError: there can be none.
    """
    for earlier in sorted(record.parent.iterdir()):
        # A program that was killed while it mended had begun with this already.
        if earlier.name.startswith(f"{record.name}.damaged-") and not earlier.name.endswith(JOURNALS):
            with suppress(OSError):
                if earlier.samefile(record):
                    return earlier
    for ending in (*JOURNALS, ""):
        part = record.with_name(record.name + ending)
        if part.exists():
            other = aside.with_name(aside.name + ending)
            try:
                os.link(part, other)
            except OSError:
                # A file system on which a file has one name only.
                shutil.copy2(part, other)
    return aside


def state_of(file: Path) -> tuple[tuple[int, int], ...]:
    """Return what is another once something was written into a file, or into its journal."""
    found = []
    for part in (file, file.with_name(f"{file.name}-wal")):
        with suppress(OSError):
            status = part.stat()
            found.append((status.st_size, status.st_mtime_ns))
    return tuple(found)


def put_in_place(record: Path, changes: Iterable[Change], connect: Connect) -> None:
    """Replace a damaged record by a new one that holds the changes, all of it or nothing.

    Raises:
        OSError: the new one cannot be written. So does what SQLite raises.
    """
    fresh = record.with_name(f"{record.name}.mending")
    _remove(fresh)
    try:
        with closing(connect(fresh.absolute().as_uri(), uri=True, isolation_level=None)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            schema.migrate(connection)
            connection.execute("BEGIN IMMEDIATE")
            for change in changes:
                connection.execute(change.sql, change.values)
            connection.execute("COMMIT")
        if record.exists():
            shutil.copymode(record, fresh)
        for ending in JOURNALS:
            with suppress(FileNotFoundError):
                record.with_name(record.name + ending).unlink()
        fresh.replace(record)
    except (*TROUBLE, OSError):
        with suppress(OSError):
            _remove(fresh)
        raise


def _remove(file: Path) -> None:
    for ending in (*JOURNALS, ""):
        with suppress(FileNotFoundError):
            file.with_name(file.name + ending).unlink()
