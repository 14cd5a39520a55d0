"""In the worker: what `print` writes to, up to a limit."""

from __future__ import annotations

import contextlib
import os


class OutputLimitError(RuntimeError):
    """More was printed than a piece of work may print."""


class Output:
    """What `print` writes to: the worker's own stderr, up to a limit."""

    encoding = "utf-8"
    errors = "backslashreplace"

    def __init__(self, most: int) -> None:
        self._most = most
        self._left = most

    def begin(self) -> None:
        """Begin to count anew, for the next piece of work."""
        self._left = self._most

    def write(self, text: str) -> int:
        """Write a text.

        Raises:
            OutputLimitError: it is too much.
        """
        self._left -= len(text)
        if self._left < 0:
            raise OutputLimitError(f"more than {self._most} characters are printed")
        self.put(text)
        return len(text)

    def put(self, text: str) -> None:
        """Bring a text that is not too much to where it belongs."""
        # Full, because nobody has read it yet, or closed by the course.
        with contextlib.suppress(OSError):
            os.write(2, text.encode("utf-8", "backslashreplace"))

    def flush(self) -> None:
        """Do nothing: all is written at once."""

    def isatty(self) -> bool:
        """Return that it is no terminal."""
        return False

    def fileno(self) -> int:
        """Return the descriptor that is written to."""
        return 2
