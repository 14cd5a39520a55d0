"""In the worker: a process that does nothing but start others, end them when told, and say how they ended.

The zygote has NumPy and starts a desk for each course. A desk has the modules of its course and starts a hand for each
piece of work. Both are told what to do over a socket that keeps messages apart:

    fork 7 cost,line     start number 7; its own sockets come along. A desk imports these modules first
    kill 7               end number 7
    ended 7 9            the answer, of its own accord: number 7 has ended, with this status

When nobody is left at the other end, everything here ends.
"""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import traceback
from collections.abc import Callable

from tutor.worker.limits import end_with_parent

Born = Callable[[list[int]], None]
"""What a process does that was started, with the descriptors it got; it does not come back."""
Before = Callable[[str, list[int]], None]
"""What is done before a process is started, told what it needs and its descriptors."""

LONGEST = 16 << 10
FAILED = 70
"""The exit status of a process that could not begin."""


class Nursery:
    """The processes that were started here."""

    def __init__(self, control: int, born: Born, before: Before) -> None:
        self._control = socket.socket(fileno=control)
        self._born = born
        self._before = before
        self._numbers: dict[int, int] = {}
        self._wake, self._woken = os.pipe()
        for end in (self._wake, self._woken):
            os.set_blocking(end, False)

    def run(self) -> None:
        """Do as told until nobody is there to tell."""
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._woken, warn_on_full_buffer=False)
        try:
            while True:
                ready, _, _ = select.select([self._control.fileno(), self._wake], [], [])
                if self._wake in ready:
                    os.read(self._wake, 4096)
                    self._bury()
                if self._control.fileno() in ready and not self._told():
                    break
        except OSError:
            pass  # what it is told through was closed
        for process in self._numbers:
            _kill(process)
        os._exit(0)

    def _told(self) -> bool:
        """Do the next thing; return whether anybody is there still."""
        message, received, _, _ = socket.recv_fds(self._control, LONGEST, 4)
        if not message:
            return False
        what, number, *needs = message.decode("ascii").split(" ")
        if what == "kill":
            for process in [process for process, known in self._numbers.items() if known == int(number)]:
                _kill(process)
            return True
        self._before(needs[0] if needs else "", received)
        process = os.fork()
        if process == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            end_with_parent()
            self._control.close()
            os.close(self._wake)
            os.close(self._woken)
            try:
                self._born(received)
            finally:
                # Whatever is wrong, it must not go on here as if it were the process that it came from.
                traceback.print_exc()
                os._exit(FAILED)
        self._numbers[process] = int(number)
        for descriptor in received:
            os.close(descriptor)
        return True

    def _bury(self) -> None:
        """Say of each process that has ended how it ended."""
        while self._numbers:
            try:
                process, status = os.waitpid(-1, os.WNOHANG)
            except ChildProcessError:
                return
            if not process:
                return
            number = self._numbers.pop(process, None)
            if number is not None:
                # Nobody need listen. What does not fit any more is left out: whoever waited here would start nothing.
                with contextlib.suppress(BlockingIOError):
                    said = f"ended {number} {os.waitstatus_to_exitcode(status)}"
                    self._control.send(said.encode("ascii"), socket.MSG_DONTWAIT)


def _kill(process: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
