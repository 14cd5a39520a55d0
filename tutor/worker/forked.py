"""The tutor's side, where Linux can fork: a zygote, a desk for each course, a hand for each piece of work."""

from __future__ import annotations

import contextlib
import os
import select
import socket
import subprocess
import threading
import time
from collections.abc import Iterable

from tutor.language import Text
from tutor.worker import messages
from tutor.worker.process import KEPT_OUTPUT, STARTS_WITHIN, GoneError, Hand, Processes, environ, interpreter, words_of
from tutor.worker.wire import frame

FATE_WITHIN = 1.0
"""Seconds in which it is known how a process ended that has closed its end."""


class End(socket.socket):
    """An end of a pair of sockets, which closes without a word when nobody has it any more."""

    def __del__(self) -> None:
        self.close()


def pair(kind: int = socket.SOCK_STREAM) -> tuple[End, End]:
    """Return two ends that are connected."""
    one, other = socket.socketpair(socket.AF_UNIX, kind)
    return End(fileno=one.detach()), End(fileno=other.detach())


class _Process(subprocess.Popen[bytes]):
    """A process that ends, with its group, when nobody has it any more."""

    def end(self) -> None:
        # Without seccomp a process could have left the group; it ends with the one that started it.
        with contextlib.suppress(OSError):
            os.killpg(self.pid, 9)
        self.kill()
        self.wait()

    def __del__(self) -> None:
        if self.returncode is None:
            self.end()


class Zygote:
    """The process that has imported NumPy, from which the desks of courses are forked. It is started when needed."""

    def __init__(self) -> None:
        self._process: _Process | None = None
        self._control: socket.socket | None = None
        self._printed = -1
        self._number = 0
        self._lock = threading.RLock()

    def fork(self, *ends: socket.socket) -> int:
        """Start a desk, with its ends of sockets, and return its number here.

        Raises:
            OSError: it is gone, or cannot be started.
        """
        with self._lock:
            if self._process is None or self._process.poll() is not None:
                self.close()
                self._start()
            assert self._control is not None
            self._number += 1
            try:
                send_fork(self._control, self._number, "", ends)
            except OSError:
                self.close()
                raise
            return self._number

    def end(self, number: int) -> None:
        """End a desk."""
        with self._lock, contextlib.suppress(OSError):
            if self._control is not None:
                self._control.send(f"kill {number}".encode("ascii"))

    def _start(self) -> None:
        ours, theirs = pair(socket.SOCK_SEQPACKET)
        self._printed, printing = os.pipe()
        os.set_blocking(self._printed, False)
        try:
            with theirs:
                self._process = _Process(
                    interpreter(theirs.fileno()),
                    stdin=subprocess.DEVNULL, stdout=printing, stderr=printing, pass_fds=[theirs.fileno()],
                    start_new_session=True, env=environ(), cwd="/",
                )  # fmt: skip
        finally:
            os.close(printing)
            self._control = ours
        ours.setblocking(False)

    def output(self) -> str:
        """Return what was printed by whatever it started."""
        found = b""
        with self._lock, contextlib.suppress(OSError):
            while len(found) < KEPT_OUTPUT:
                more = os.read(self._printed, KEPT_OUTPUT)
                if not more:
                    break
                found += more
        return found.decode("utf-8", "replace")

    def close(self) -> None:
        """End it, with all that it started."""
        with self._lock:
            if self._control is not None:
                self._control.close()
            self._control = None
            if self._printed >= 0:
                os.close(self._printed)
            self._printed = -1
            if self._process is not None:
                self._process.end()
            self._process = None

    def __del__(self) -> None:
        if self._printed >= 0:
            os.close(self._printed)


def send_fork(control: socket.socket, number: int, needs: str, ends: Iterable[socket.socket]) -> None:
    """Ask a nursery to start a process."""
    socket.send_fds(control, [f"fork {number} {needs}".rstrip().encode("ascii")], [end.fileno() for end in ends])


class Desk(Processes):
    """The process of one course, from which its hands are forked."""

    forks = True

    def __init__(self, course: object, zygote: Zygote) -> None:
        self._course = course
        self._zygote = zygote
        self._desk: socket.socket | None = None
        self._desk_number = 0
        self._number = 0
        self._fates: dict[int, int] = {}
        self._lock = threading.RLock()

    @property
    def is_open(self) -> bool:
        return self._desk is not None

    def hand(self, modules: Iterable[str]) -> Hand:
        wanted = tuple(modules)
        with self._lock:
            for _ in range(3):
                with contextlib.suppress(OSError):
                    return self._hand(wanted)
                # The desk is gone, which the code of a course can see to.
                self.close()
        raise GoneError(messages.NO_PROCESS)

    def _hand(self, modules: tuple[str, ...]) -> Hand:
        # What it says of hands that have ended may be that it has itself.
        self._listen(0.0)
        if self._desk is None:
            self._start()
        assert self._desk is not None
        ours, theirs = pair()
        self._number += 1
        with theirs:
            try:
                send_fork(self._desk, self._number, ",".join(modules), [theirs])
            except OSError:
                ours.close()
                raise
        return _ForkedHand(self, self._number, ours, modules)

    def _start(self) -> None:
        stream, their_stream = pair()
        desk, their_desk = pair(socket.SOCK_SEQPACKET)
        with stream, their_stream, their_desk:
            self._desk = desk
            self._desk_number = self._zygote.fork(their_stream, their_desk)
            their_stream.close()
            stream.settimeout(STARTS_WITHIN)
            stream.sendall(frame(self._course))
        desk.setblocking(False)

    def end(self, number: int) -> None:
        """End a hand."""
        with self._lock, contextlib.suppress(OSError):
            if self._desk is not None:
                self._desk.send(f"kill {number}".encode("ascii"))

    def fate(self, number: int) -> Text | str:
        """Return how a hand ended."""
        until = time.monotonic() + FATE_WITHIN
        with self._lock:
            while number not in self._fates and self._desk is not None and time.monotonic() < until:
                self._listen(0.1)
            status = self._fates.get(number)
        return "" if status is None else words_of(status)

    def _listen(self, seconds: float) -> None:
        """Take in what the desk says of hands that have ended, waiting so long at most for the first of it."""
        while self._desk is not None and select.select([self._desk], [], [], seconds)[0]:
            seconds = 0.0
            try:
                said = self._desk.recv(256).decode("ascii", "replace").split()
            except OSError:  # it ended with something that it was told still unread
                said = []
            if not said:
                self.close()
            elif len(said) == 3 and said[0] == "ended" and said[1].isdecimal() and said[2].lstrip("-").isdecimal():
                self._fates[int(said[1][:9])] = int(said[2][:9])
        while len(self._fates) > 100:
            del self._fates[next(iter(self._fates))]

    def output(self) -> str:
        """Return what was printed."""
        return self._zygote.output()

    def close(self) -> None:
        with self._lock:
            if self._desk is not None:
                self._desk.close()
                self._zygote.end(self._desk_number)
            self._desk = None


class _ForkedHand(Hand):
    def __init__(self, processes: Desk, number: int, stream: socket.socket, modules: Iterable[str]) -> None:
        super().__init__(modules)
        self._processes = processes
        self._number = number
        self._stream = stream
        self._stream.setblocking(False)

    def send(self, message: object) -> None:
        try:
            self._stream.settimeout(STARTS_WITHIN)
            self._stream.sendall(frame(message))
            self._stream.setblocking(False)
        except OSError as error:
            raise GoneError(str(error)) from None

    def receive(self, seconds: float) -> bytes | None:
        ready = select.poll()
        ready.register(self._stream, select.POLLIN)
        if not ready.poll(max(seconds, 0) * 1000):
            return None
        try:
            return self._stream.recv(1 << 18)
        except BlockingIOError:
            return None
        except OSError:
            return b""

    def end(self) -> None:
        self._processes.end(self._number)
        self._stream.close()

    def fate(self) -> Text | str:
        return self._processes.fate(self._number)

    def output(self) -> str:
        return self._processes.output()
