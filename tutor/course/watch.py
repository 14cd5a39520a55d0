"""Knows when the files of a course have changed."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import field
from pathlib import Path

from tutor.dataclass import dataclass

Fingerprint = frozenset[tuple[str, int, int]]
"""Every file of a course, with when it was changed last and how long it is."""


def fingerprint(folder: Path) -> Fingerprint:
    """Return the state of the files in a course's folder. Hidden files and editors' copies do not count."""
    found = []
    for root, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__"))]
        for name in files:
            if name.startswith(".") or name.endswith("~"):
                continue
            path = Path(root) / name
            try:
                state = path.stat()
            except OSError:
                # Between the listing and the look it was moved away.
                continue
            found.append((str(path), state.st_mtime_ns, state.st_size))
    return frozenset(found)


@dataclass
class Watch:
    """Knows what the files of a course looked like last."""

    folder: Path
    look: Callable[[Path], Fingerprint] = fingerprint
    _seen: Fingerprint = field(init=False)

    def __post_init__(self) -> None:
        self._seen = self.look(self.folder)

    def changed(self) -> bool:
        """Return whether anything has changed since the last time this was asked."""
        before, self._seen = self._seen, self.look(self.folder)
        return self._seen != before
