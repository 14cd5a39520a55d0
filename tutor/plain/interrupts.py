"""Ctrl+C in the dialogue: it is heard where nothing can be torn."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable
from typing import Any, Self


class Interrupts:
    """Holds back an interrupt until somebody looks for one: while a line is typed, or between pieces of long work.

    By itself it would come between any two instructions: in the middle of an epoch of training, or of an answer that is
    being kept. Between some, such as those on which a loop begins again, CPython even passes over what would let go of
    a lock.
    """

    def __init__(self) -> None:
        self._is_pressed = False
        self._is_awaited = False
        self._before: Any = None

    def __enter__(self) -> Self:
        """Hold back what comes from now on."""
        # Whoever has this process ignore it, as `nohup` does, wants that. Signals come to the main thread alone.
        is_heard = signal.getsignal(signal.SIGINT) == signal.default_int_handler
        if is_heard and threading.current_thread() is threading.main_thread():
            self._before = signal.signal(signal.SIGINT, self._press)
        return self

    def __exit__(self, *error: object) -> None:
        """Hold back none any more."""
        if self._before is not None:
            signal.signal(signal.SIGINT, self._before)

    def _press(self, *_: object) -> None:
        if self._is_awaited or self._is_pressed:
            # The second, which nobody has looked for since the first, finds something that takes too long.
            self._is_awaited = self._is_pressed = False
            raise KeyboardInterrupt
        self._is_pressed = True

    def look(self) -> None:
        """Let one through that has come.

        Raises:
            KeyboardInterrupt: one has.
        """
        if self._is_pressed:
            self._is_pressed = False
            raise KeyboardInterrupt

    def awaited_in(self, read: Callable[[], str]) -> Callable[[], str]:
        """Return what reads a line, and is interrupted at once."""

        def read_line() -> str:
            self._is_awaited = True
            try:
                self.look()
                return read()
            finally:
                self._is_awaited = False

        return read_line
