"""The connections to one record's file, and what tells that file from any other at the same path."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tutor.learner.notices import TROUBLE

Connect = Callable[..., sqlite3.Connection]
Identity = tuple[int, int]

EMPTY = (0, 0)
"""the identity of a file in which there is nothing any more"""


class Handle:
    """At most one connection that writes, and one that reads back what was written."""

    def __init__(self, path: Path, connect: Connect, busy_ms: int) -> None:
        # SQLite puts its journals beside the file itself, not beside a link to it.
        self.path = path.resolve() if path.is_symlink() else path
        self.connect = connect
        self.connection: sqlite3.Connection | None = None
        self.can_write = False
        """whether the connection is one to a record that may be written"""
        self._busy_ms = busy_ms
        self._reader: sqlite3.Connection | None = None
        self._identity: Identity | None = None
        self._journal: Identity | None = None
        self._durable = True

    def open(self, how: str) -> sqlite3.Connection:
        """Open the file in one of SQLite's modes ("rwc", "ro"), in place of the connection there was."""
        self.close()
        self.connection = self._connected(how)
        return self.connection

    def opened_to_write(self) -> None:
        """Take note that the file can be written, and which one it is."""
        self.can_write = True
        self._durable = True
        self._identity = self.file_now()
        self._journal = _identity_of(self._journal_path)

    @property
    def reader(self) -> sqlite3.Connection:
        """A connection of its own, which remembers nothing of what the other one wrote."""
        self._reader = self._reader or self._connected("mode=ro")
        return self._reader

    @property
    def is_other_file(self) -> bool:
        """Whether the file that was opened is no longer the one at the path, or has become empty."""
        return self.can_write and self.file_now() != self._identity

    def file_now(self) -> Identity | None:
        """Return what tells the file at the path from any other; `EMPTY` of an empty one, None where there is none."""
        try:
            status = os.stat(self.path)  # noqa: PTH116 - called before every write
        except OSError:
            return None
        return (status.st_dev, status.st_ino) if status.st_size else EMPTY

    def set_durable(self, durable: bool) -> None:
        """Say whether what is written next has to survive the loss of power."""
        # NORMAL in WAL mode leaves out the wait for the disk: safe against a killed process, enough for positions.
        if self.connection is not None and durable != self._durable:
            self.connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            self._durable = durable

    def be_patient(self) -> None:
        """From now on, wait ten times as long for another program."""
        self._busy_ms *= 10
        if self.connection is not None:
            self.connection.execute(f"PRAGMA busy_timeout = {self._busy_ms}")

    def roll_back(self) -> None:
        """Undo what was begun. Some errors have already done so by themselves."""
        if self.connection is not None and self.connection.in_transaction:
            with suppress(*TROUBLE):
                self.connection.execute("ROLLBACK")

    def close(self) -> None:
        """Close the connections: the last one works the journal into the file and takes it away."""
        self._close(self._reader, self.connection)

    def abandon(self, journal: Path) -> None:
        """Close the connections to a file that is no longer the one at the path.

        Its journal may be another file's by now, so it is not taken away: the last connection to be closed may only
        read. Where the journal is still that of the lost file, it is renamed to `journal`: the file that is there now
        would take it for its own.
        """
        with suppress(*TROUBLE):
            if self._reader is None and self.file_now() is not None:
                self._reader = self._connected("mode=ro")
        self._close(self.connection, self._reader)
        if self._journal is not None and _identity_of(self._journal_path) == self._journal:
            with suppress(OSError):
                self._journal_path.rename(journal)

    def _close(self, *connections: sqlite3.Connection | None) -> None:
        for connection in connections:
            if connection is not None:
                with suppress(*TROUBLE):
                    connection.close()
        self.connection = self._reader = self._identity = None
        self.can_write = False

    @property
    def _journal_path(self) -> Path:
        return self.path.with_name(f"{self.path.name}-wal")

    def _connected(self, how: str) -> sqlite3.Connection:
        uri = f"{self.path.absolute().as_uri()}?{how}"
        return self.connect(uri, uri=True, timeout=self._busy_ms / 1000, isolation_level=None, check_same_thread=False)


def _identity_of(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
