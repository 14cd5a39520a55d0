"""Copies of a record beside it: of each of the last days on which it was used, and of some weeks before them.

They are numbered, because a clock can be set back: the one with the highest number was made last, whatever its day.
"""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from tutor.learner import schema
from tutor.learner.days import stamp
from tutor.learner.notices import TROUBLE, NoticeKind, kind_of
from tutor.learner.paths import named_after
from tutor.learner.spool import sync_folder
from tutor.namedtuple import NamedTuple

DAYS = 7
WEEKS = 4
ROOM = 256 * 1024 * 1024
"""bytes that all copies of one record may take; the latest and the fullest stay in any case"""

_NAME = re.compile(r"\.backup-(\d{1,9})-(\d{8})-(\d{1,12})\.sqlite3")


class Backup(NamedTuple):
    """One copy."""

    path: Path
    number: int
    """counts on from copy to copy"""
    day: str
    """on which it was made ("20260225"), in UTC"""
    attempts: int
    """how many it holds"""


def backups_of(record: Path) -> list[Backup]:
    """Return the copies of a record, the one made last at the end."""
    named = (
        (path, _NAME.fullmatch(path.name[len(record.name) :])) for path in named_after(record, ".backup-", ".sqlite3")
    )
    found = [Backup(path, int(name[1]), name[2], int(name[3])) for path, name in named if name]
    return sorted(found, key=lambda backup: backup.number)


def latest_of(record: Path) -> Backup | None:
    """Return the copy made last; None where there is none."""
    found = backups_of(record)
    return found[-1] if found else None


def is_due(record: Path, now: int) -> bool:
    """Return whether no copy was made today."""
    latest = latest_of(record)
    return latest is None or latest.day != stamp(now)[:8]


def is_damaged(record: Path, connect: Callable[..., sqlite3.Connection]) -> bool:
    """Return whether the record holds damage that shows only where every entry is looked at."""
    try:
        with closing(_read_only(record, connect)) as source:
            version = schema.version_of(source)
            is_ours = version is not None and 0 < version <= schema.LATEST
            return is_ours and not schema.is_whole(source, version or 0, thorough=True)
    except TROUBLE as error:
        return kind_of(error) is NoticeKind.DAMAGED


def back_up(record: Path, now: int, connect: Callable[..., sqlite3.Connection]) -> Path | None:
    """Copy the record, and take away the copies that are no longer needed; return the new one.

    None: there is nothing worth copying, it cannot be copied now, or it is damaged; then the copies stay as they are.
    Nobody who writes meanwhile has to wait for it.
    """
    earlier = backups_of(record)
    number = earlier[-1].number + 1 if earlier else 1
    partial = record.with_name(f"{record.name}.backup-{number}.part")
    try:
        # Made before SQLite fills it, so that it is never open to others.
        os.close(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        # Another program is at it, or was killed while it was. The next number is free then.
        _remove(partial)
        return None
    except OSError:
        return None
    try:
        attempts = _copied(record, partial, connect)
        if attempts is None:
            _remove(partial)
            return None
        made = record.with_name(f"{record.name}.backup-{number}-{stamp(now)[:8]}-{attempts}.sqlite3")
        partial.replace(made)
    except (*TROUBLE, OSError):
        _remove(partial)
        return None
    sync_folder(record.parent)
    for backup in outdated(backups_of(record)):
        with suppress(OSError):
            backup.path.unlink()
    return made


def _remove(partial: Path) -> None:
    for ending in ("-journal", ""):
        with suppress(OSError):
            partial.with_name(partial.name + ending).unlink()


def _copied(record: Path, target: Path, connect: Callable[..., sqlite3.Connection]) -> int | None:
    """Fill `target` with a copy that was looked over; return how many attempts it holds, None where it is no good."""
    with closing(_read_only(record, connect)) as source:
        version = schema.version_of(source)
        if not version or version > schema.LATEST or not schema.is_whole(source, version, thorough=True):
            return None
        # It reads every row once, in one snapshot, and writes it into a file without gaps.
        source.execute("VACUUM INTO ?", (str(target),))
    with closing(connect(target.absolute().as_uri(), uri=True, isolation_level=None)) as copy:
        if not schema.is_whole(copy, version):
            return None
        (attempts,) = copy.execute("SELECT count(*) FROM attempts").fetchone()
        (others,) = copy.execute("SELECT (SELECT count(*) FROM notes) + (SELECT count(*) FROM visits)").fetchone()
    with target.open("rb+") as file:
        os.fsync(file.fileno())
    return attempts if attempts + others else None


def _read_only(record: Path, connect: Callable[..., sqlite3.Connection]) -> sqlite3.Connection:
    return connect(f"{record.absolute().as_uri()}?mode=ro", uri=True, timeout=1.0, isolation_level=None)


def outdated(backups: Iterable[Backup], days: int = DAYS, weeks: int = WEEKS) -> list[Backup]:
    """Return the copies that are no longer needed.

    Kept are the last one of each of the last days, of each of some weeks before, and the one with the most attempts:
    a record that was emptied must not, day by day, replace all that tells of what was in it.
    """
    latest_first = sorted(backups, key=lambda backup: -backup.number)
    by_day = {backup.day: backup for backup in reversed(latest_first)}
    daily = sorted(by_day.values(), key=lambda backup: -backup.number)
    kept = daily[:days]
    by_week: dict[tuple[int, int], Backup] = {}
    for backup in daily[days:]:
        by_week.setdefault(_week(backup.day), backup)
    kept += list(by_week.values())[:weeks]
    room = ROOM
    wanted: set[Backup] = set()
    fullest = max(latest_first, key=lambda backup: (backup.attempts, backup.number), default=None)
    for backup in kept:
        room -= _size(backup.path)
        if room >= 0 or not wanted:
            wanted.add(backup)
    return [backup for backup in latest_first if backup not in wanted and backup != fullest]


def _week(day: str) -> tuple[int, int]:
    try:
        year, week, _ = date.fromisoformat(f"{day[:4]}-{day[4:6]}-{day[6:]}").isocalendar()
    except ValueError:
        return 0, 0
    return year, week


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
