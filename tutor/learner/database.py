"""The file of a record: opened so that a write that was acknowledged is on the disk, and so that no trouble is raised.

Whatever cannot be written waits in memory and goes along with the next write.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from tutor.learner import schema
from tutor.learner.attempts import Clock
from tutor.learner.notices import TROUBLE, NoticeKind, StoreNotice, kind_of

Connect = Callable[..., sqlite3.Connection]


class Change(NamedTuple):
    """One thing to write: a statement that can be repeated without harm."""

    table: str
    key: tuple[str, ...]
    """which row of the table; a later change of the same row replaces one that still waits"""
    sql: str
    values: dict[str, object]
    item: object
    """what the row stands for, for readers while it waits"""
    durable: bool = True
    """Survives the loss of power, not only of the process; takes a few milliseconds more."""


class Database:
    """A connection to the file of one record. Several in one process, or in several, share nothing but the file."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        rescue: Callable[[sqlite3.Connection | None], Iterable[Change]],
        connect: Connect,
        busy_ms: int,
    ) -> None:
        """Open the file, or make it. `rescue` gives what can be read out of a damaged file (None: nothing can)."""
        self.path = path
        self.lock = threading.RLock()
        self.waiting: dict[tuple[str, ...], Change] = {}
        self.notice: StoreNotice | None = None
        """the latest trouble that nobody has been told of"""
        self._clock = clock
        self._rescue = rescue
        self._connect = connect
        self._busy_ms = busy_ms
        self._connection: sqlite3.Connection | None = None
        self._read_only: StoreNotice | None = None
        self._identity: tuple[int, int] | None = None
        self._durable = True
        self.notice = self._open()

    def write(self, *changes: Change) -> StoreNotice | None:
        """Write the changes and whatever waits, as one transaction. None means that all of it is in the file."""
        with self.lock:
            for change in changes:
                name = (change.table, *change.key)
                self.waiting.pop(name, None)
                self.waiting[name] = change
            return self._write_waiting()

    def read(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query; none, and a notice in `notice`, where the file cannot be read."""
        with self.lock:
            for last in (False, True):
                if self._connection is None:
                    break
                try:
                    return self._connection.execute(sql, values).fetchall()
                except TROUBLE as error:
                    if "decode" in str(error):
                        # One byte that damage turned into no UTF-8 must not hide all the rest. Reading this way takes
                        # longer, so it is not done before.
                        self._connection.text_factory = _decoded
                        continue
                    self.notice = self._mend(error)
                    if last or self.notice.kind is not NoticeKind.DAMAGED:
                        break
            return []

    def changed_elsewhere(self) -> int:
        """Return a number that differs once another connection has written to the file."""
        rows = self.read("PRAGMA data_version")
        return int(rows[0][0]) if rows else -1

    def delete(self, statements: Iterable[tuple[str, Sequence[object]]]) -> StoreNotice | None:
        """Run statements that take rows away, as one transaction, once nothing waits any more."""
        with self.lock:
            notice = self._write_waiting()
            if self._connection is None or self.waiting or self._read_only:
                return notice
            try:
                self._set_durable(True)
                self._connection.execute("BEGIN IMMEDIATE")
                for sql, values in statements:
                    self._connection.execute(sql, values)
                self._connection.execute("COMMIT")
            except TROUBLE as error:
                return self._mend(error)
            return None

    def copy_to(self, target: Path) -> StoreNotice | None:
        """Write a copy of the whole record, as it is now, to a new file at `target`."""
        with self.lock:
            notice = self._write_waiting()
            if self._connection is None or self.waiting:
                return notice
            try:
                with closing(self._connect(target, isolation_level=None)) as copy:
                    self._connection.backup(copy)
                    # One file that can be read without making others beside it.
                    copy.execute("PRAGMA journal_mode = DELETE")
            except TROUBLE as error:
                return StoreNotice(kind_of(error), target, detail=str(error))
            return None

    def close(self) -> StoreNotice | None:
        """Write what waits, with more patience than during a lesson, and close. A notice says what stayed unsaved."""
        with self.lock:
            notice = None
            if self.waiting:
                self._busy_ms *= 10
                if self._connection is not None:
                    self._connection.execute(f"PRAGMA busy_timeout = {self._busy_ms}")
                notice = self._write_waiting()
            self._disconnect()
            return notice

    def beside(self, word: str, suffix: str = "") -> Path:
        """Return a path beside the record that does not exist yet, with `word` and the time in its name."""
        stamp = datetime.fromtimestamp(self._clock() / 1000, UTC).strftime("%Y%m%d-%H%M%S")
        path = self.path.with_name(f"{self.path.name}.{word}-{stamp}{suffix}")
        for number in range(2, 1000):
            if not path.exists():
                break
            path = self.path.with_name(f"{self.path.name}.{word}-{stamp}-{number}{suffix}")
        return path

    def _open(self) -> StoreNotice | None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return self._trouble(NoticeKind.READ_ONLY, str(error))
        try:
            return self._open_to_write()
        except TROUBLE as error:
            self._disconnect()
            kind = kind_of(error)
            if kind is NoticeKind.DAMAGED:
                return self._begin_afresh()
            # What is there can often be read all the same: progress is shown, and new answers wait.
            self._open_to_read()
            return self._trouble(kind, str(error))

    def _open_to_write(self) -> StoreNotice | None:
        connection = self._connected("mode=rwc")
        self._connection = connection
        version = schema.version_of(connection)
        if version is None:
            self._disconnect()
            return self._trouble(NoticeKind.FOREIGN)
        if version > schema.LATEST:
            self._disconnect()
            self._connection = self._connected("mode=ro")
            self._read_only = StoreNotice(NoticeKind.NEWER, self.path)
            return self._trouble(NoticeKind.NEWER)
        if version:
            (verdict,) = connection.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok" or not schema.is_as_made(connection, version):
                self._disconnect()
                return self._begin_afresh()
        # On a file system that has no shared memory this stays a rollback journal, which is as safe and slower.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA synchronous = FULL")
        self._durable = True
        if 0 < version < schema.LATEST:
            self._keep_copy_of(connection, version)
        if version < schema.LATEST:
            schema.migrate(connection)
        self._identity = self._file_now()
        return None

    def _keep_copy_of(self, connection: sqlite3.Connection, version: int) -> None:
        with closing(self._connect(self.beside(f"version-{version}", ".sqlite3"), isolation_level=None)) as copy:
            connection.backup(copy)

    def _open_to_read(self) -> None:
        # A record in a read-only folder has nowhere to put its shared memory; as nobody can write there, the file
        # may be read as one that does not change.
        for how in ("mode=ro", "mode=ro&immutable=1"):
            try:
                self._connection = self._connected(how)
                if schema.version_of(self._connection) is not None:
                    return
            except TROUBLE:
                pass
            self._disconnect()

    def _connected(self, how: str, path: Path | None = None) -> sqlite3.Connection:
        uri = f"{(path or self.path).absolute().as_uri()}?{how}"
        return self._connect(uri, uri=True, timeout=self._busy_ms / 1000, isolation_level=None, check_same_thread=False)

    def _write_waiting(self) -> StoreNotice | None:
        news: StoreNotice | None = None
        if self._read_only is None and (self._connection is None or self._file_now() != self._identity):
            self._disconnect()
            news = self._open()
        if self._connection is None or self._identity is None:
            notice = self._read_only or news or self._trouble(NoticeKind.FAILED)
            return notice._replace(waiting=self._attempts_waiting())
        if not self.waiting:
            return news
        try:
            self._set_durable(any(change.durable for change in self.waiting.values()))
            self._connection.execute("BEGIN IMMEDIATE")
            for change in self.waiting.values():
                self._connection.execute(change.sql, change.values)
            self._connection.execute("COMMIT")
        except TROUBLE as error:
            return self._mend(error)
        self.waiting.clear()
        return news

    def _mend(self, error: sqlite3.Error | UnicodeDecodeError) -> StoreNotice:
        """Undo what was begun and, where the file is damaged, begin a fresh one."""
        if self._connection is not None and self._connection.in_transaction:
            # Some errors have already rolled back by themselves.
            with suppress(*TROUBLE):
                self._connection.execute("ROLLBACK")
        kind = kind_of(error)
        if kind is NoticeKind.DAMAGED and self._read_only is None:
            moved = self._file_now() != self._identity
            self._disconnect()
            # Another process may have put the damaged file aside already; the one there now is not to be moved.
            notice = self._open() if moved else self._begin_afresh()
            return notice or self._trouble(kind)
        return self._trouble(kind, str(error))

    def _begin_afresh(self) -> StoreNotice:
        """Put the damaged file aside, with its journal files, and carry over what can be read."""
        self._disconnect()
        try:
            aside = self.beside("damaged")
            for ending in ("-wal", "-shm", ""):
                part = self.path.with_name(self.path.name + ending)
                if part.exists():
                    part.rename(aside.with_name(aside.name + ending))
        except OSError as error:
            return self._trouble(NoticeKind.READ_ONLY, str(error))
        rescued = self._rescued_from(aside)
        self.waiting = {(change.table, *change.key): change for change in rescued} | self.waiting
        try:
            self._open_to_write()
        except TROUBLE as error:
            self._disconnect()
            return self._trouble(kind_of(error), str(error))
        trouble = self._write_waiting()
        count = sum(change.table == "attempts" for change in rescued)
        notice = trouble or self._trouble(NoticeKind.DAMAGED)
        return notice._replace(kind=NoticeKind.DAMAGED, aside=aside, rescued=count)

    def _rescued_from(self, aside: Path) -> list[Change]:
        try:
            source = self._connected("mode=ro", aside)
        except TROUBLE:
            return list(self._rescue(None))
        with closing(source):
            try:
                # Otherwise SQLite refuses a file that is shorter than its header says.
                source.execute("PRAGMA writable_schema = ON")
            except TROUBLE:
                return list(self._rescue(None))
            source.text_factory = _decoded
            return list(self._rescue(source))

    def _trouble(self, kind: NoticeKind, detail: str = "") -> StoreNotice:
        return StoreNotice(kind, self.path, waiting=self._attempts_waiting(), detail=detail)

    def _attempts_waiting(self) -> int:
        return sum(change.table == "attempts" for change in self.waiting.values())

    def _set_durable(self, durable: bool) -> None:
        # NORMAL in WAL mode leaves out the wait for the disk: safe against a killed process, enough for positions.
        if self._connection is not None and durable != self._durable:
            self._connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._durable = durable

    def _file_now(self) -> tuple[int, int] | None:
        """Return what tells the file at the path from any other, or None where there is none."""
        try:
            status = os.stat(self.path)  # noqa: PTH116 - called before every write
        except OSError:
            return None
        return status.st_dev, status.st_ino

    def _disconnect(self) -> None:
        if self._connection is not None:
            with suppress(*TROUBLE):
                self._connection.close()
        self._connection = None
        self._identity = None
        self._read_only = None


def _decoded(text: bytes) -> str:
    return text.decode("utf-8", "replace")
