"""The file of a record: opened so that a write that was acknowledged is on the disk, and so that no trouble is raised.

Whatever cannot be written waits in memory and in a spool beside the file, and goes along with the next write.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from tutor.learner import schema
from tutor.learner.attempts import Clock
from tutor.learner.change import Change
from tutor.learner.days import stamp
from tutor.learner.handle import Connect, Handle
from tutor.learner.notices import TROUBLE, NoticeKind, StoreNotice, kind_of
from tutor.learner.outbox import Outbox
from tutor.learner.paths import named_after, unusable
from tutor.learner.tables import ATTEMPTS, TABLE_OF, Table

# What mends a damaged record is imported when one is: a first paint does not wait for it.


class Database:
    """A connection to the file of one record. Several in one process, or in several, share nothing but the file."""

    def __init__(
        self,
        path: Path,
        *,
        clock: Clock,
        remembered: Callable[[], Iterable[Change]],
        connect: Connect,
        busy_ms: int,
    ) -> None:
        """Open the file, or make it. `remembered` gives what was read from it and is still in memory."""
        self._file = Handle(path, connect, busy_ms)
        self.path = self._file.path
        self.connect = connect
        self.lock = threading.RLock()
        self.waiting = Outbox(self.path)
        self.notice: StoreNotice | None = None
        """the latest trouble that nobody has been told of"""
        self._clock = clock
        self._remembered = remembered
        self._read_only: StoreNotice | None = None
        self._is_mending = False
        self._kept: dict[tuple[str, ...], Change] = {}
        """what was written in this run, as it was read back"""
        self._found: StoreNotice | None = None
        """what was noticed while reading, for the next write to tell"""
        self.notice = self._open()

    # --- writing

    def write(self, *changes: Change) -> StoreNotice | None:
        """Write the changes and whatever waits, as one transaction.

        None means that all of it is in the file: every durable thing was read back and is what was given.
        """
        with self.lock:
            self.waiting.add(changes)
            return self._write_waiting()

    def delete(self, statements: Iterable[tuple[str, Sequence[object]]]) -> StoreNotice | None:
        """Run statements that take rows away, as one transaction, once nothing waits any more."""
        with self.lock:
            notice = self._write_waiting()
            if self._file.connection is None or self.waiting or self._read_only:
                return notice
            try:
                self._file.set_durable(True)
                self._transact(statements)
            except TROUBLE as error:
                return self._mend(error)
            # What was forgotten must not come back by way of the memory.
            self._kept.clear()
            return None

    def _transact(self, statements: Iterable[tuple[str, Any]]) -> None:
        connection = self._file.connection
        assert connection is not None
        connection.execute("BEGIN IMMEDIATE")
        for sql, values in statements:
            connection.execute(sql, values)
        connection.execute("COMMIT")

    def _write_waiting(self) -> StoreNotice | None:
        news = self._look_at_file()
        if not self._file.can_write:
            return self.waiting.put_by(self._read_only or news or self._trouble(NoticeKind.FAILED))
        news, self._found = news or self._found, None
        if not self.waiting:
            return news
        try:
            self._file.set_durable(self.waiting.is_durable)
            self._transact((change.sql, change.values) for change in self.waiting)
        except TROUBLE as error:
            notice = self._mend(error)
            return notice if notice.saved else self.waiting.put_by(notice)
        if self._file.is_other_file:
            # Taken away while it was written into.
            return self._write_waiting() or news
        try:
            missing = self._missing()
        except TROUBLE as error:
            return self.waiting.put_by(self._trouble(kind_of(error), str(error)))
        if missing is not None:
            return self.waiting.put_by(self._trouble(NoticeKind.FAILED, f"{missing.table} {missing.key[0]}"))
        self.waiting.written()
        return news

    def _missing(self) -> Change | None:
        """Return the first durable thing of what was written just now that cannot be read back as it was given."""
        for change in self.waiting:
            kept = change
            if change.durable:
                table = TABLE_OF[change.table]
                where = " AND ".join(f'"{name}" = ?' for name in table.key)
                found = self._file.reader.execute(
                    f"SELECT {table.columns} FROM {table.name} WHERE {where}", change.key
                ).fetchone()
                if not table.holds(change, found):
                    return change
                kept = change._replace(values=dict(zip(table.fields, found, strict=True)))
            self._kept[change.name] = kept
        return None

    def reserve(self) -> None:
        """Set room aside for what may have to wait, as long as there is some."""
        with self.lock:
            if self._file.can_write:
                self.waiting.reserve()

    # --- reading

    def read_all(self, table: Table[Any], rest: str) -> list[tuple[Any, ...]]:
        """Return the rows of a table, with those of its columns that the record has; `rest` goes on in SQL."""
        columns = table.columns
        with self.lock:
            if self._file.connection is not None:
                # Trouble is told by the query itself.
                with suppress(*TROUBLE):
                    columns = table.columns_in(self._file.connection) or columns
            return self.read(f"SELECT {columns} FROM {table.name} {rest}")

    def read(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query; none, and a notice in `notice`, where the file cannot be read."""
        with self.lock:
            if self._file.is_other_file:
                news = self._carry_over()
                self._found = self._write_waiting() or news
            for last in (False, True):
                connection = self._file.connection
                if connection is None:
                    break
                try:
                    return connection.execute(sql, values).fetchall()
                except TROUBLE as error:
                    if "decode" in str(error):
                        # One byte that damage turned into no UTF-8 must not hide all the rest. Reading this way takes
                        # longer, so it is not done before.
                        connection.text_factory = decoded
                        continue
                    self.notice = self._mend(error)
                    if last or self.notice.kind is not NoticeKind.DAMAGED:
                        break
            return []

    def changed_elsewhere(self) -> int:
        """Return a number that differs once another connection has written to the file."""
        rows = self.read("PRAGMA data_version")
        return int(rows[0][0]) if rows else -1

    def copy_to(self, target: Path) -> StoreNotice | None:
        """Write a copy of the whole record, as it is now, to a new file at `target`."""
        with self.lock:
            notice = self._write_waiting()
            if self._file.connection is None or self.waiting:
                return notice
            try:
                os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
                with closing(self.connect(target, isolation_level=None)) as copy:
                    self._file.connection.backup(copy)
                    # One file that can be read without making others beside it.
                    copy.execute("PRAGMA journal_mode = DELETE")
            except (*TROUBLE, OSError) as error:
                return StoreNotice(kind_of(error), target, detail=str(error))
            return None

    # --- opening and closing

    def close(self) -> StoreNotice | None:
        """Write what waits, with more patience than during a lesson, and close. A notice says what stayed unsaved."""
        with self.lock:
            notice = None
            if self.waiting:
                self._file.be_patient()
                notice = self._write_waiting()
            self._file.close()
            self.waiting.close()
            return notice

    def beside(self, word: str, suffix: str = "") -> Path:
        """Return a path beside the record that does not exist yet, with `word` and the time in its name."""
        name = f"{self.path.name}.{word}-{stamp(self._clock())}"
        path = self.path.with_name(f"{name}{suffix}")
        for number in range(2, 1000):
            if not path.exists():
                break
            path = self.path.with_name(f"{name}-{number}{suffix}")
        return path

    def _open(self) -> StoreNotice | None:
        if unusable(self.path) is not None:
            # SQLite would wait for the other end of a pipe, and a device is nothing to rename.
            return self._trouble(NoticeKind.UNUSABLE)
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            return self._trouble(kind_of(error), str(error))
        self.waiting.take_over()
        try:
            return self._open_to_write()
        except TROUBLE as error:
            self._file.close()
            kind = kind_of(error)
            if kind is NoticeKind.DAMAGED:
                return self._begin_afresh()
            # What is there can often be read all the same: progress is shown, and new answers wait.
            self._open_to_read()
            return self._trouble(kind, str(error))

    def _open_to_write(self) -> StoreNotice | None:
        self._read_only = None
        connection = self._file.open("mode=rwc")
        version = schema.version_of(connection)
        if version is None:
            self._file.close()
            return self._trouble(NoticeKind.FOREIGN)
        if version > schema.LATEST:
            self._file.open("mode=ro")
            self._read_only = self._trouble(NoticeKind.NEWER)
            return self._read_only
        if version and not schema.is_whole(connection, version):
            return self._begin_afresh()
        # On a file system that has no shared memory this stays a rollback journal, which is as safe and slower.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA fullfsync = ON")
        connection.execute("PRAGMA synchronous = FULL")
        if 0 < version < schema.LATEST:
            with closing(self.connect(self.beside(f"version-{version}", ".sqlite3"), isolation_level=None)) as copy:
                connection.backup(copy)
        if version < schema.LATEST:
            schema.migrate(connection)
        schema.mend_turns(connection)
        self._file.opened_to_write()
        if self.waiting.was_left_behind:
            caught_up = self.waiting.caught_up()
            return self._write_waiting() or (caught_up if caught_up.rescued else None)
        return None if version else self._backup_of_lost()

    def _backup_of_lost(self) -> StoreNotice | None:
        """Return a word on the copies of a record that is begun anew, where there are some."""
        if not named_after(self.path, ".backup-"):
            return None
        from tutor.learner.backups import latest_of

        latest = latest_of(self.path)
        if latest is None or not latest.attempts:
            return None
        return StoreNotice(NoticeKind.BACKED_UP, self.path, aside=latest.path, rescued=latest.attempts)

    def _open_to_read(self) -> None:
        # A record in a read-only folder has nowhere to put its shared memory; as nobody can write there, the file
        # may be read as one that does not change.
        for how in ("mode=ro", "mode=ro&immutable=1"):
            with suppress(*TROUBLE):
                if schema.version_of(self._file.open(how)) is not None:
                    return
            self._file.close()

    # --- a file that is gone, or damaged

    def _look_at_file(self) -> StoreNotice | None:
        """Open the file where it is not open; where it is not the one that was opened, bring over what is known."""
        if self._read_only is not None:
            return None
        if not self._file.can_write:
            self._file.close()
            return self._open()
        return self._carry_over() if self._file.is_other_file else None

    def _carry_over(self) -> StoreNotice:
        """Open the file that is there now, or make one; what the one before held waits, to be written into it."""
        from tutor.learner.recovery import changes_in, recovered

        known = {change.name: change for change in (*self._remembered(), *self._kept.values())}
        was_read = False
        if self._file.connection is not None:
            # Without a name the file is still there, as long as it is open. If it was emptied, this fails.
            with suppress(*TROUBLE):
                known |= {change.name: change for change in changes_in(self._file.connection)}
                was_read = True
        self._file.abandon(self.beside("gone", "-wal"))
        if not was_read:
            known = {change.name: change for change in recovered(None, self.path, self.connect, known.values())}
        trouble = self._open()
        if self._file.connection is not None and self._file.can_write:
            there = {(ATTEMPTS.name, uid) for (uid,) in self._file.connection.execute("SELECT uid FROM attempts")}
            known = {name: change for name, change in known.items() if name not in there}
        self.waiting.add_before(known.values())
        if trouble is not None and trouble.kind not in (NoticeKind.BACKED_UP, NoticeKind.CAUGHT_UP):
            return trouble
        count = sum(change.table == ATTEMPTS.name for change in known.values())
        return StoreNotice(NoticeKind.GONE, self.path, rescued=count)

    def _mend(self, error: sqlite3.Error | UnicodeDecodeError) -> StoreNotice:
        """Undo what was begun and, where the file is damaged, begin a fresh one."""
        self._file.roll_back()
        kind = kind_of(error)
        if kind is not NoticeKind.DAMAGED or self._read_only is not None:
            return self._trouble(kind, str(error))
        # Another process may have put the damaged file aside already; the one there now is not to be moved.
        notice = self._carry_over() if self._file.is_other_file else self._begin_afresh()
        return (self._write_waiting() if self.waiting and self._file.can_write else None) or notice

    def mend(self) -> None:
        """Begin a fresh file in place of one in which damage was found; the next write tells."""
        with self.lock:
            if self._file.can_write and not self._file.is_other_file:
                self._found = self._begin_afresh()

    def _begin_afresh(self) -> StoreNotice:
        """Keep the damaged file under another name, and put a new one in its place with all that can be read."""
        from tutor.learner.recovery import alone_at

        self._file.close()
        if self._is_mending:
            # What was made just now is damaged again: the disk is not to be trusted.
            return self._trouble(NoticeKind.FAILED)
        self._is_mending = True
        try:
            damaged = self._file.file_now()
            with alone_at(self.path.parent) as is_alone:
                if not is_alone:
                    return self._trouble(NoticeKind.LOCKED)
                if self._file.file_now() == damaged:
                    return self._replace()
            # Another process has mended it meanwhile.
            self.waiting.add_before(self._kept.values())
            return self._open() or StoreNotice(NoticeKind.GONE, self.path)
        finally:
            self._is_mending = False

    def _replace(self) -> StoreNotice:
        from tutor.learner import recovery

        known = [*self._remembered(), *self._kept.values()]
        try:
            aside = recovery.set_aside(self.path, self.beside("damaged"))
            state = recovery.state_of(aside)
            found = recovery.recovered(aside, self.path, self.connect, known)
            recovery.put_in_place(self.path, found, self.connect)
            self._open_to_write()
        except (*TROUBLE, OSError) as error:
            self._file.close()
            # It stays damaged; what can be read of it is shown from memory.
            self.waiting.add_before(recovery.recovered(self.path, self.path, self.connect, known), in_file=True)
            return self._trouble(kind_of(error), str(error))
        late = []
        if recovery.state_of(aside) != state:
            # Another program went on writing into the damaged file until it lost its name.
            names = {change.name for change in found}
            late = [one for one in recovery.recovered(aside, self.path, self.connect, known) if one.name not in names]
            self.waiting.add_before(late)
        trouble = self._write_waiting() if self.waiting else None
        count = sum(change.table == ATTEMPTS.name for change in (*found, *late))
        notice = trouble or self._trouble(NoticeKind.DAMAGED)
        return notice._replace(kind=NoticeKind.DAMAGED, aside=aside, rescued=count)

    def _trouble(self, kind: NoticeKind, detail: str = "") -> StoreNotice:
        return self.waiting.counted(StoreNotice(kind, self.path, detail=detail))


def decoded(text: bytes) -> str:
    """Return text out of a file, with marks in place of what is no UTF-8."""
    return text.decode("utf-8", "replace")
