"""Where what cannot be written into the record waits on the disk: files beside it, one line a thing.

A spool belongs to the one program that holds its lock; what a program that was killed left behind is taken over by the
next one. Room for some hundred answers is set aside while there is some (`reserve`), because a disk that is full for
the record is full for everything beside it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from tutor.learner.paths import named_after

if sys.platform == "win32":
    fcntl = None
else:
    import fcntl

RESERVE = 128 * 1024
"""bytes"""
LARGEST = 256 * 1024 * 1024
"""bytes of a spool that are read"""
MOST_AT_ONCE = 100
"""programs that have something waiting at the same record"""


class Spool:
    """The spool of one store. Nothing is on the disk before something waits, or room was reserved."""

    def __init__(self, record: Path) -> None:
        self._record = record
        self._file: int | None = None
        self._end = 0
        """where the next line goes: behind it there is nothing, or what was reserved"""
        self._taken: list[tuple[Path, int]] = []
        """spools of programs that are gone, each with its open file"""
        self.path = record.with_name(f"{record.name}.waiting.jsonl")
        """where the lines are"""

    @property
    def holds_anything(self) -> bool:
        """Whether there is a line in it, or in one that was taken over."""
        return self._end > 0 or bool(self._taken)

    @property
    def is_lost(self) -> bool:
        """Whether what was put into it is no longer there."""
        return self._end > 0 and not self._is_there()

    def append(self, lines: Iterable[str], *, durable: bool = True) -> bool:
        """Put lines at its end; return whether they are on the disk, all of them, and survive a killed program."""
        data = b"".join(line.encode() + b"\n" for line in lines)
        try:
            if self._file is None or not self._is_there():
                self._open()
            file = self._file
            if file is None:
                return False
            _write_at(file, data, self._end)
            if durable:
                os.fsync(file)
        except OSError:
            # A line that is there in part has no end, and is overwritten by the next.
            return False
        self._end += len(data)
        return True

    def reserve(self) -> None:
        """Set room aside, if there is some."""
        with suppress(OSError):
            if self._file is None:
                self._open()
            if self._file is not None and self._end == 0:
                if hasattr(os, "posix_fallocate"):
                    os.posix_fallocate(self._file, 0, RESERVE)
                else:
                    _write_at(self._file, bytes(RESERVE), 0)

    def take_over(self) -> list[str]:
        """Return the lines that programs left behind that are no longer there; `clear` takes them away.

        A spool that was left without a line goes at once.
        """
        lines: list[str] = []
        for path in sorted(named_after(self._record, ".waiting", ".jsonl")):
            if any(path == taken for taken, _ in self._taken) or (self._file is not None and path == self.path):
                continue
            with suppress(OSError):
                file = _opened(path)
                if not _locked(file):
                    os.close(file)
                    continue
                if found := list(_lines_of(file)):
                    self._taken.append((path, file))
                    lines += found
                else:
                    # Made, and killed before a line was in it.
                    path.unlink(missing_ok=True)
                    os.close(file)
        return lines

    def clear(self, *, keep: bool = False) -> None:
        """Forget what is in it, and in those that were taken over: it is in the record.

        With `keep`, the latter are renamed instead, because there were lines in them that could not be understood.
        """
        for path, file in self._taken:
            with suppress(OSError):
                path.replace(_free(path.with_suffix(".unread"))) if keep else path.unlink()
            os.close(file)
        self._taken = []
        if self._file is not None and self._end:
            with suppress(OSError):
                # From its beginning on it reads as nothing; what follows stays reserved.
                _write_at(self._file, bytes(min(self._end, RESERVE)), 0)
                os.ftruncate(self._file, RESERVE)
                os.fsync(self._file)
            self._end = 0

    def close(self) -> None:
        """Let go of it. What still waits stays on the disk, for the next program to take over."""
        for _, file in self._taken:
            os.close(file)
        self._taken = []
        if self._file is not None:
            if not self._end:
                with suppress(OSError):
                    self.path.unlink()
            else:
                with suppress(OSError):
                    os.ftruncate(self._file, self._end)
            os.close(self._file)
            self._file = None

    def _open(self) -> None:
        """Make the file: the first name that no other program holds. What is in it then, nobody has taken over yet.

        Raises:
            OSError: it cannot be made.
        """
        if self._file is not None:
            os.close(self._file)
            self._file = None
        first = self._record.with_name(f"{self._record.name}.waiting.jsonl")
        others = (first.with_name(f"{self._record.name}.waiting-{number}.jsonl") for number in range(2, MOST_AT_ONCE))
        for path in (first, *others):
            if any(path == taken for taken, _ in self._taken):
                continue
            file = _opened(path, create=True)
            if _locked(file) and _is_at(file, path) and not any(_lines_of(file)):
                self._file, self._end, self.path = file, 0, path
                sync_folder(path.parent)
                return
            os.close(file)
        raise FileExistsError(first)

    def _is_there(self) -> bool:
        return self._file is not None and _is_at(self._file, self.path)


def _opened(path: Path, *, create: bool = False) -> int:
    """Return a file that only its owner may read, open to read and write; a link or a pipe is not followed."""
    flags = os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, flags | (os.O_CREAT if create else 0), 0o600)


def _locked(file: int) -> bool:
    """Return whether nobody else holds the file; then it is ours until it is closed, or the program ends."""
    if fcntl is None:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        # A file system without locks.
        return True
    return True


def _is_at(file: int, path: Path) -> bool:
    """Return whether an open file is the one at the path."""
    try:
        return os.path.samestat(os.fstat(file), path.stat(follow_symlinks=False))
    except OSError:
        return False


def _lines_of(file: int) -> Iterator[str]:
    """Yield the lines of a file that were written to their end; what is reserved behind them reads as zeros."""
    os.lseek(file, 0, os.SEEK_SET)
    data = b""
    while len(data) < LARGEST and (part := os.read(file, 1 << 20)):
        data += part
    whole, _, _ = data.rstrip(b"\0").rpartition(b"\n")
    for line in whole.split(b"\n"):
        if line.strip(b"\0 "):
            yield line.decode("utf-8", "replace")


def _write_at(file: int, data: bytes, at: int) -> None:
    os.lseek(file, at, os.SEEK_SET)
    while data:
        data = data[os.write(file, data) :]


def sync_folder(folder: Path) -> None:
    """Have it on the disk that a file in the folder is new, or has another name; where that cannot be, it is not."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def _free(path: Path) -> Path:
    """Return the path, or one like it at which there is nothing."""
    others = (path.with_name(f"{path.name}-{number}") for number in range(2, 1000))
    return next((one for one in (path, *others) if not one.exists()), path)
