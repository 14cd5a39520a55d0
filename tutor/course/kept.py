"""What was read of the built-in course, kept from one start to the next: to read a lesson takes twenty times as long.

It holds for the very files that it was read from and for the program that read them, which are known as Python knows
those it has compiled: by their sizes and the times at which they changed. Whatever is not as it was written is as if
nothing were kept, and so is what another user of the machine could have written: it is nothing but instructions to
make objects. Of those, only this program's own classes are made.
"""

from __future__ import annotations

import importlib
import io
import os
import pickle
import stat
import zlib
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import tutor

if TYPE_CHECKING:
    from tutor.lab import Lab

Value = TypeVar("Value")

PACKAGE = Path(tutor.__file__).parent
OUTLINE, TERMS = "course.outline", "course.terms"
"""What the outline of a course and its terms are called where they are kept; what has no dot is a lesson."""
SUM = 4
"""Bytes of a sum."""
OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


class Kept:
    """What is kept of one course, a file for each thing by its name."""

    def __init__(self, folder: Path, course: Path, *, only_reads: bool = False) -> None:
        """Look for what was kept in `folder` of the course in the folder `course`. Neither is looked at yet.

        With `only_reads` nothing more is kept: it leaves nothing behind.
        """
        self._folder = folder
        self._course = course
        self._only_reads = only_reads

    def get(self, name: str, kind: type[Value]) -> Value | None:
        """Return what was kept under a name, or None where that is nothing, or nothing that can be relied on."""
        found = self._found(name)
        return found if isinstance(found, kind) else None

    def _found(self, name: str) -> object:
        try:
            written = self._bytes_of(name)
            content = written[SUM:]
            if written[:SUM] != self._sum_of(content):
                return None
            return _Reader(io.BytesIO(content)).load()
        except (OSError, EOFError, ImportError, LookupError, TypeError, ValueError, pickle.UnpicklingError):
            return None

    def keep(self, name: str, value: object) -> None:
        """Keep something under a name. Where it cannot be written it is not kept, and nobody is the worse for it."""
        if self._only_reads or not hasattr(os, "geteuid"):
            return
        made = io.BytesIO()
        _Writer(made, protocol=5).dump(value)
        content = made.getvalue()
        partial = self._folder / f".{name}.{os.getpid()}.part"
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                with os.fdopen(os.open(partial, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as kept:
                    kept.write(self._sum_of(content) + content)
                partial.replace(self._folder / name)
            finally:
                partial.unlink(missing_ok=True)

    def _bytes_of(self, name: str) -> bytes:
        """Return a file that only its owner, who is this user, can have written; nothing where that is not so."""
        if not hasattr(os, "geteuid"):
            return b""
        with os.fdopen(os.open(self._folder / name, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
            for found in (self._folder.stat(), os.fstat(file.fileno())):
                if found.st_uid != os.geteuid() or found.st_mode & OTHERS_WRITE:
                    return b""
            return file.read()

    def _sum_of(self, content: bytes) -> bytes:
        """Return what stands before `content` in its file: the sum of it and of what it was made from."""
        return zlib.crc32(content, self._made_from).to_bytes(SUM, "big")

    @cached_property
    def _made_from(self) -> int:
        """The sum of what the files of the course and of the program are now."""
        files = (line for folder in (PACKAGE, self._course) for line in _files_in(str(folder)))
        return zlib.crc32(os.fsencode("\n".join((tutor.__version__, *files))))


def _files_in(folder: str) -> Iterator[str]:
    """Yield each file in a folder and in those below it with its size and the time at which it changed."""
    with os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda one: one.name):
            if entry.name == "__pycache__":
                continue
            if entry.is_dir():
                yield from _files_in(entry.path)
            else:
                found = entry.stat()
                yield f"{entry.path} {found.st_size} {found.st_mtime_ns}"


class _Writer(pickle.Pickler):
    """Writes a lab as its name, and a path as its text."""

    def persistent_id(self, obj: Any) -> tuple[str, str] | None:
        # Known by name: an outline holds none, and what is a lab brings NumPy along.
        if (type(obj).__module__, type(obj).__qualname__) == ("tutor.lab", "Lab"):
            return ("lab", obj.name)
        return ("path", str(obj)) if isinstance(obj, Path) else None


class _Reader(pickle.Unpickler):
    """Makes objects of this program's own classes, and of no others."""

    def persistent_load(self, pid: tuple[str, str]) -> Lab | Path:
        kind, name = pid
        if kind == "path":
            return Path(name)
        from tutor.lab import Lab

        module, _, function = name.partition(":")
        lab = getattr(importlib.import_module(f"tutor.labs.{module}"), function)
        if not isinstance(lab, Lab):
            raise pickle.UnpicklingError(f"{name!r} is no lab")
        return lab

    def find_class(self, module_name: str, global_name: str) -> Any:
        if module_name.partition(".")[0] == tutor.__name__:
            found = super().find_class(module_name, global_name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module_name}.{global_name} is no class of this program")
