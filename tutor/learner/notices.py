"""What a learner is told when the record cannot be kept as it should be. Nothing here stops a lesson."""

from __future__ import annotations

import errno
import sqlite3
from enum import StrEnum
from pathlib import Path

from tutor.learner import messages
from tutor.namedtuple import NamedTuple


class NoticeKind(StrEnum):
    """What is wrong with the record's file."""

    DAMAGED = "damaged"
    """it was put aside and a fresh one begun"""
    NEWER = "newer"
    """a newer version of the tutor wrote it"""
    FOREIGN = "foreign"
    """it is the database of another program, and was not touched"""
    LOCKED = "locked"
    FULL = "full"
    READ_ONLY = "read-only"
    """the file or its folder cannot be written to, or not even made"""
    FAILED = "failed"
    """reading or writing failed in another way"""
    UNUSABLE = "unusable"
    """what is there is no file"""
    GONE = "gone"
    """it was taken away, emptied or replaced while it was open; what was known is in it again"""
    CAUGHT_UP = "caught up"
    """what had to wait in a run before is in it now"""
    BACKED_UP = "backed up"
    """it was begun anew, though there is a copy of an earlier one"""
    CLOCK = "clock"
    """the computer's clock was set back; everything is saved"""


_WHAT = {
    NoticeKind.DAMAGED: messages.NOTICE_DAMAGED,
    NoticeKind.NEWER: messages.NOTICE_NEWER,
    NoticeKind.FOREIGN: messages.NOTICE_FOREIGN,
    NoticeKind.LOCKED: messages.NOTICE_LOCKED,
    NoticeKind.FULL: messages.NOTICE_FULL,
    NoticeKind.READ_ONLY: messages.NOTICE_READ_ONLY,
    NoticeKind.FAILED: messages.NOTICE_FAILED,
    NoticeKind.CLOCK: messages.NOTICE_CLOCK,
    NoticeKind.GONE: messages.NOTICE_GONE,
    NoticeKind.CAUGHT_UP: messages.NOTICE_CAUGHT_UP,
    NoticeKind.BACKED_UP: messages.NOTICE_BACKED_UP,
    NoticeKind.UNUSABLE: messages.NOTICE_UNUSABLE,
}

_SAVED = (NoticeKind.DAMAGED, NoticeKind.GONE, NoticeKind.CAUGHT_UP, NoticeKind.BACKED_UP, NoticeKind.CLOCK)
"""what is told of a record that can be written all the same"""


class StoreNotice(NamedTuple):
    """Something about the record that the learner should know. The lesson goes on."""

    kind: NoticeKind
    path: Path
    aside: Path | None = None
    """where a damaged file is kept, or a copy"""
    rescued: int = 0
    """how many attempts were brought over, or could be"""
    waiting: int = 0
    """how many attempts are not in the record, to be written with the next one"""
    spool: Path | None = None
    """where those wait on the disk; None where they are in memory only"""
    detail: str = ""
    """the system's own words"""

    @property
    def saved(self) -> bool:
        """Whether everything recorded so far is safely in the file all the same."""
        return self.kind in _SAVED and not self.waiting

    def say(self, language: str) -> str:
        """Return the notice in words."""
        what = _WHAT[self.kind](
            language, path=self.path, aside=self.aside, rescued=self.rescued, detail=self.detail or self.kind
        )
        if not self.waiting:
            return what
        if self.spool is None:
            return f"{what} {messages.NOTICE_IN_MEMORY(language, waiting=self.waiting)}"
        return f"{what} {messages.NOTICE_WAITING(language, waiting=self.waiting, spool=self.spool.name)}"


_KINDS = {
    errno.ENOSPC: NoticeKind.FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): NoticeKind.FULL,
    errno.EACCES: NoticeKind.READ_ONLY,
    errno.EPERM: NoticeKind.READ_ONLY,
    errno.EROFS: NoticeKind.READ_ONLY,
    errno.ENOTDIR: NoticeKind.READ_ONLY,
    errno.EEXIST: NoticeKind.READ_ONLY,
}

TROUBLE = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite can raise. The second comes of a message that quotes a damaged name."""


def kind_of(error: sqlite3.Error | UnicodeDecodeError | OSError) -> NoticeKind:
    """Return what an error of SQLite or of the system means for a learner."""
    if isinstance(error, OSError):
        return _KINDS.get(error.errno or 0, NoticeKind.FAILED)
    if isinstance(error, UnicodeDecodeError):
        return NoticeKind.DAMAGED
    # Errors that Python raises on its own ("Cannot operate on a closed database") carry no name.
    name: str = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED", "SQLITE_PROTOCOL")):
        return NoticeKind.LOCKED
    # The tables are the tutor's own, and so are all statements: one that means nothing to SQLite was damaged there.
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or name == "SQLITE_ERROR":
        return NoticeKind.DAMAGED
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return NoticeKind.READ_ONLY
    if name.startswith("SQLITE_FULL"):
        return NoticeKind.FULL
    return NoticeKind.FAILED
