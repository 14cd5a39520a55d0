"""Bytes to a terminal, piece by piece, so that what is not yet written can still be thrown away."""

from __future__ import annotations

import os
import re
import select
from typing import TextIO

from tutor.ui.terminal.asking import KEYS_AS_THEY_WERE

PIECE = 4096
"""Bytes that are written at once: where a terminal takes no more, so many are beyond recall."""
_CANCEL = "\x18"
BROKEN_OFF = f"{_CANCEL}\x1b[?2026l\x1b[0m"
"""Ends whatever a frame that breaks off has begun: a command to the terminal, what it holds back, colours."""

_KEYS_AS_KITTY = re.compile(r"\x1b\[>[0-9]+u")


class Outlet:
    """What Textual's thread writes to. It stands for a text file, and holds nothing back itself."""

    def __init__(self, file: TextIO) -> None:
        """Write to where this file does, encoded as it does."""
        self._descriptor = file.fileno()
        self._encoding = file.encoding or "utf-8"
        self._discards = False
        self.is_writing = False
        """Whether something was taken that the terminal has not."""
        self.has_asked_for_keys = False
        """Whether the terminal was asked to tell keys as kitty does. It counts who asks, and whoever takes back what
        they have not asked for takes it from another program."""

    def fileno(self) -> int:
        """Return the descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """Return whether it leads to a terminal."""
        return os.isatty(self._descriptor)

    def flush(self) -> None:
        """Do nothing: all is written at once."""

    def discard(self) -> None:
        """Throw away what comes, and what is being written, until `BROKEN_OFF` comes."""
        self._discards = True

    def write(self, text: str) -> int:
        """Write all of a text, or as much of it as is wanted and can be."""
        if text.startswith(_CANCEL):
            self._discards = False
        if text == KEYS_AS_THEY_WERE and not self.has_asked_for_keys:
            return len(text)
        data = memoryview(text.encode(self._encoding, "backslashreplace"))
        self.is_writing = True
        try:
            while data and not self._discards:
                try:
                    data = data[os.write(self._descriptor, data[:PIECE]) :]
                except BlockingIOError:
                    # Somebody who shares the terminal does not want to wait for it.
                    select.select([], [self._descriptor], [], 0.1)
        except OSError:
            # The terminal is gone; whoever watches it ends the app.
            self._discards = True
        finally:
            self.is_writing = False
        if not data and (text == KEYS_AS_THEY_WERE or _KEYS_AS_KITTY.fullmatch(text)):
            self.has_asked_for_keys = text != KEYS_AS_THEY_WERE
        return len(text)
