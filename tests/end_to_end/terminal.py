"""A program in a real pseudo-terminal, and the screen that a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte
from wcwidth import wcwidth

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "ctrl+o": "\x0f",
    "ctrl+q": "\x11",
    "ctrl+r": "\x12",
    "ctrl+c": "\x03",
}

GONE = -1
ANSWERS_WITHIN = 5.0
"""Seconds in which a key changes the screen, on a busy machine and over SSH."""
PATIENCE = 60.0
"""Seconds after which a screen that was waited for will never come. No test is about time."""

STILL = 0.06
"""Seconds without output and without work after which a program rests: it draws sixty times a second."""
A_TICK = 1_000_000
"""Nanoseconds that a program at rest may run now and then, for a clock that ticks."""

# pyte does not know the private sequences of newer terminals and would print their tails.
UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;:]*[a-zA-Z]|\x1b\[\?[0-9;]*\$p|\x1b\[\?u|\x1bP[^\x1b]*\x1b\\|\x1b_[^\x1b]*\x1b\\"
)
UNFINISHED = re.compile(rb"\x1b(?:[\[P_\]][^a-zA-Z\x1b]*)?$")


class _Screen(pyte.Screen):
    """A screen that says what a program asks it."""

    def __init__(self, columns: int, rows: int, say: Callable[[str], None]) -> None:
        super().__init__(columns, rows)
        self._say = say

    def write_process_input(self, data: str) -> None:
        self._say(data)


class Terminal:
    """Runs a command in a terminal of `columns` x `rows`, and shows what it draws."""

    def __init__(self, command: Sequence[str], *, size: tuple[int, int], environ: Mapping[str, str]) -> None:
        columns, rows = size
        self._screen = _Screen(columns, rows, self._say)
        self._stream = pyte.ByteStream(self._screen)
        self._lines: dict[int, str] = {}
        self.raw = b""
        """all that the program has written"""
        self._unread = b""
        self._master, self._slave = pty.openpty()
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(self._slave)
        self.process = subprocess.Popen(
            command,
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=dict(environ),
            start_new_session=True,
            close_fds=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self._close()

    def _say(self, data: str) -> None:
        """Answer what the program has asked."""
        os.write(self._master, data.encode())

    def _close(self) -> None:
        for end in (self._master, self._slave):
            if end != GONE:
                os.close(end)
        self._master = self._slave = GONE

    def vanish(self) -> int:
        """Take the terminal away without a signal, as a broken connection may; return the program's exit code."""
        self._close()
        return self.process.wait(PATIENCE)

    @property
    def modes(self) -> list[object]:
        """The terminal's modes (echo, line editing, ...) as they are now."""
        return termios.tcgetattr(self._slave)

    @property
    def text(self) -> str:
        """The screen, line by line."""
        for row in self._screen.dirty:
            self._lines[row] = self._line(row)
        self._screen.dirty.clear()
        return "\n".join(self._lines[row] for row in range(self._screen.lines))

    def _line(self, row: int) -> str:
        # pyte's own `display` stumbles over the second half of a wide character whose first half is overwritten.
        cells = self._screen.buffer[row]
        line, covered = "", False
        for column in range(self._screen.columns):
            character = cells[column].data
            if not covered:
                line += character or " "
            covered = not covered and wcwidth(character[:1] or " ") == 2
        return line.rstrip()

    def press(self, *keys: str) -> None:
        """Send keys by their names; anything that is no name is typed as it stands."""
        for key in keys:
            os.write(self._master, KEYS.get(key, key).encode())
            # An escape that is followed at once by something else would be read as one sequence.
            self.listen(0.15 if key == "escape" else 0.02)

    def send(self, data: bytes) -> None:
        """Send bytes as they are, once the program has read what came before."""
        while data and self.process.poll() is None:
            # A program that cannot write does not read either.
            if select.select([], [self._master], [], 0.02)[1]:
                data = data[os.write(self._master, data[:512]) :]
            self.listen(0)

    def resize(self, columns: int, rows: int) -> None:
        """Change the terminal's size as a window manager does.

        Raises:
            AssertionError: the program has ended; the message is the screen that it left.
        """
        self._screen.resize(rows, columns)
        fcntl.ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        try:
            os.killpg(self.process.pid, signal.SIGWINCH)
        except ProcessLookupError:
            self.wait_for_end()
            raise AssertionError(f"ended with exit code {self.process.poll()}; the screen is:\n{self.text}") from None

    def listen(self, seconds: float) -> None:
        """Take in what the program writes for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            if not self._take_in(left):
                return

    def rest(self) -> None:
        """Take in what the program writes until it has neither written nor run for `STILL` seconds.

        Raises:
            AssertionError: it never comes to rest.
        """
        give_up = time.monotonic() + PATIENCE
        since, ran = time.monotonic(), self._time_run()
        while time.monotonic() < since + STILL:
            wrote = self._take_in(0.01)
            now = self._time_run()
            if wrote or now is None or ran is None or now > ran + A_TICK:
                since, ran = time.monotonic(), now
            if time.monotonic() > give_up:
                raise AssertionError(f"the program never rests; the screen is:\n{self.text}")

    def _time_run(self) -> int | None:
        """Return for how many nanoseconds the program has run; None while it runs, or would if it had a processor."""
        total = 0
        try:
            for thread in Path(f"/proc/{self.process.pid}/task").iterdir():
                state = (thread / "stat").read_text().rpartition(")")[2].split()[0]
                if state in "RD":
                    return None
                total += int((thread / "schedstat").read_text().split()[0])
        except FileNotFoundError:
            # A thread, or the program, has just ended.
            pass
        return total

    def wait_for(self, wanted: str | Callable[[str], bool]) -> str:
        """Return the screen as soon as it shows `wanted`.

        Raises:
            AssertionError: it never does; the message is the screen that is there instead.
        """
        there = wanted if callable(wanted) else lambda text: wanted in text
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if there(self.text):
                return self.text
            if not self._take_in(0.05) and self.process.poll() is not None and not self._take_in(0.2):
                break
        if there(self.text):
            return self.text
        raise AssertionError(f"waited for {wanted!r} (exit code {self.process.poll()}); the screen is:\n{self.text}")

    def tab_to(self, sign: str) -> str:
        """Press tab until the screen shows `sign`, which is how something that has the focus looks."""
        self.wait_for("? help")
        for _ in range(12):
            self.rest()
            if sign in self.text:
                # What an earlier key does may still be on its way.
                self.listen(0.15)
                if sign in self.text:
                    return self.text
            before = self.text
            self.press("tab")
            # Over SSH it is the client that rests: what the key changes has to have begun to arrive.
            give_up = time.monotonic() + ANSWERS_WITHIN
            while self.text == before and time.monotonic() < give_up:
                self.listen(0.02)
        return self.wait_for(sign)

    def wait_for_end(self) -> int:
        """Return the exit code, once the program has ended and all it wrote is here."""
        until = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < until:
            self._take_in(0.01)
        while self._take_in(0):
            pass
        return self.process.wait(timeout=1)

    def _take_in(self, seconds: float) -> bool:
        """Read what there is, waiting at most so long for it; return whether there was something."""
        ready, _, _ = select.select([self._master], [], [], seconds)
        if not ready:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self.raw += data
        data = UNKNOWN_TO_PYTE.sub(b"", self._unread + data)
        unfinished = UNFINISHED.search(data)
        self._unread = unfinished.group() if unfinished else b""
        self._stream.feed(data[: len(data) - len(self._unread)])
        return bool(data)
