"""The log of foreign work that came to nothing, for the author of a course."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tutor.visible import visible, visible_lines

MOST_BYTES = 256 << 10
"""Of the log; there are at most two of that size, the present one and the one before."""


class Log:
    """A file that grows up to a size, and then begins anew; the last one is kept beside it."""

    def __init__(self, path: Path, clock: Callable[[], int]) -> None:
        """`clock` gives milliseconds since 1970, UTC."""
        self.path = path
        self._clock = clock
        self._lock = threading.Lock()

    def write(self, title: str, story: str) -> bool:
        """Add an entry; return whether it was written."""
        with contextlib.suppress(OverflowError, ValueError, OSError), self._lock:
            moment = datetime.fromtimestamp(self._clock() / 1000, UTC).strftime("%Y-%m-%d %H:%M:%S UTC")
            entry = f"{moment}  {visible(title)}\n{visible_lines(story).rstrip()}\n\n".encode()
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with contextlib.suppress(FileNotFoundError):
                if self.path.lstat().st_size + len(entry) > MOST_BYTES:
                    self.path.replace(self.path.with_name(f"{self.path.name}.1"))
            with self.path.open("ab") as file:
                file.write(entry[:MOST_BYTES])
            return True
        return False
