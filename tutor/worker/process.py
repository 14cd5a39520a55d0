"""The tutor's side: starts the worker's processes, talks to them, and ends them.

A `Hand` is one process that does one piece of work after the other. Where Linux can fork, a zygote starts desks and a
desk starts hands (`nursery`); elsewhere a hand is an interpreter of its own.
"""

from __future__ import annotations

import contextlib
import json
import os
import queue
import select
import socket
import subprocess
import sys
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tutor.foreign import ForeignCode
from tutor.worker.limits import Guards, Limits
from tutor.worker.wire import frame

STARTS_WITHIN = 60.0
"""Seconds in which an interpreter has started and imported NumPy, on the slowest machine."""
FATE_WITHIN = 1.0
"""Seconds in which it is known how a process ended that has closed its end."""
KEPT_OUTPUT = 64 << 10
START = (
    "import sys; sys.path.append({root!r}); import tutor; tutor.__path__ = [{package!r}]; sys.path.remove({root!r});"
    "from tutor.worker.zygote import main; main(sys.argv[1:])"
)
"""The tutor is found by its own folder alone: what lies beside it, in a folder that one happens to be in, is not."""


class GoneError(Exception):
    """The worker's processes cannot be started, or are gone."""


class Hand(ABC):
    """A process that does pieces of work."""

    def __init__(self, modules: Iterable[str]) -> None:
        self.modules = frozenset(modules)
        """the modules of the course that it had from the start"""

    @abstractmethod
    def send(self, message: object) -> None:
        """Ask for a piece of work.

        Raises:
            GoneError: it is gone.
        """

    @abstractmethod
    def receive(self, seconds: float) -> bytes | None:
        """Return what has come, waiting so long at most: None for nothing, b"" where it has ended."""

    @abstractmethod
    def end(self) -> None:
        """End it, whatever it does."""

    @abstractmethod
    def fate(self) -> str:
        """Return how it ended, in a few words; "" where that is not known."""

    @abstractmethod
    def output(self) -> str:
        """Return what was printed since the last time this was asked."""


class Processes(ABC):
    """What starts hands for one course."""

    forks = False
    """whether a hand is started in a moment, so that one may wait for work"""

    @abstractmethod
    def hand(self, modules: Iterable[str]) -> Hand:
        """Start a hand that has imported these modules, or will.

        Raises:
            GoneError: it cannot be started.
        """

    @abstractmethod
    def close(self) -> None:
        """End all of them."""


def processes_for(code: ForeignCode, limits: Limits, guards: Guards, zygote: Zygote) -> Processes:
    """Return what starts hands for a course, in the best way that the system has; nothing is started yet."""
    modules = {name: source.hex() for name, source in code.modules}
    course = {"folder": code.folder, "modules": modules, "limits": limits, "guards": guards}
    return _Desk(course, zygote) if guards.fork and sys.platform == "linux" else _Plain(course)


def _interpreter(control: int | None) -> list[str]:
    package = Path(__file__).parent.parent
    start = START.format(root=str(package.parent), package=str(package))
    return [sys.executable, "-I", "-c", start, json.dumps(control)]


def _environ() -> dict[str, str]:
    """Return the environment of the worker: nothing of the learner's but what an interpreter needs to start."""
    kept = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TZ")
    threads = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM", "NUMEXPR")}
    return {name: os.environ[name] for name in kept if name in os.environ} | threads | {"LANG": "C.UTF-8"}


# -- forked -----------------------------------------------------------------------------------------------------------


class Zygote:
    """The process that has imported NumPy, from which the desks of courses are forked. It is started when needed."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
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
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._printed, printing = os.pipe()
        os.set_blocking(self._printed, False)
        try:
            with theirs:
                self._process = subprocess.Popen(
                    _interpreter(theirs.fileno()),
                    stdin=subprocess.DEVNULL, stdout=printing, stderr=printing, pass_fds=[theirs.fileno()],
                    start_new_session=True, env=_environ(), cwd="/",
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
                # Without seccomp a process could have left the group; it ends with the one that started it.
                with contextlib.suppress(OSError):
                    os.killpg(self._process.pid, 9)
                self._process.kill()
                self._process.wait()
            self._process = None

    def __del__(self) -> None:
        self.close()


def send_fork(control: socket.socket, number: int, needs: str, ends: Iterable[socket.socket]) -> None:
    """Ask a nursery to start a process."""
    socket.send_fds(control, [f"fork {number} {needs}".rstrip().encode("ascii")], [end.fileno() for end in ends])


class _Desk(Processes):
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

    def hand(self, modules: Iterable[str]) -> Hand:
        wanted = tuple(modules)
        with self._lock:
            for _ in range(3):
                with contextlib.suppress(OSError):
                    return self._hand(wanted)
                # The desk is gone, which the code of a course can see to.
                self.close()
        raise GoneError("its process cannot be started")

    def _hand(self, modules: tuple[str, ...]) -> Hand:
        if self._desk is None:
            self._start()
        assert self._desk is not None
        self._listen(0.0)
        ours, theirs = socket.socketpair()
        self._number += 1
        with theirs:
            try:
                send_fork(self._desk, self._number, ",".join(modules), [theirs])
            except OSError:
                ours.close()
                raise
        return _ForkedHand(self, self._number, ours, modules)

    def _start(self) -> None:
        stream, their_stream = socket.socketpair()
        desk, their_desk = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
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

    def fate(self, number: int) -> str:
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
            said = self._desk.recv(256).decode("ascii", "replace").split()
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

    def __del__(self) -> None:
        self.close()


class _ForkedHand(Hand):
    def __init__(self, processes: _Desk, number: int, stream: socket.socket, modules: Iterable[str]) -> None:
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

    def __del__(self) -> None:
        self._stream.close()

    def fate(self) -> str:
        return self._processes.fate(self._number)

    def output(self) -> str:
        return self._processes.output()


# -- elsewhere --------------------------------------------------------------------------------------------------------


class _Plain(Processes):
    """An interpreter for each hand."""

    def __init__(self, course: object) -> None:
        self._course = course
        self._hands: list[_PlainHand] = []

    def hand(self, modules: Iterable[str]) -> Hand:
        try:
            process = subprocess.Popen(
                _interpreter(None),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=_environ(),
                start_new_session=sys.platform != "win32",
            )  # fmt: skip
        except OSError as error:
            raise GoneError(str(error)) from None
        self._hands = [hand for hand in self._hands if hand.is_alive]
        self._hands.append(_PlainHand(process, modules))
        self._hands[-1].send(self._course)
        return self._hands[-1]

    def close(self) -> None:
        for hand in self._hands:
            hand.end()
        self._hands.clear()

    def __del__(self) -> None:
        self.close()


class _PlainHand(Hand):
    def __init__(self, process: subprocess.Popen[bytes], modules: Iterable[str]) -> None:
        super().__init__(modules)
        self._process = process
        self._answers: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._printed: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        for stream, into, most in (
            (process.stdout, self._answers, None),
            (process.stderr, self._printed, KEPT_OUTPUT),
        ):
            threading.Thread(target=_pump, args=(stream, into, most), daemon=True).start()

    @property
    def is_alive(self) -> bool:
        return self._process.poll() is None

    def send(self, message: object) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(frame(message))
            self._process.stdin.flush()
        except OSError as error:
            raise GoneError(str(error)) from None

    def receive(self, seconds: float) -> bytes | None:
        try:
            return self._answers.get(timeout=max(seconds, 0))
        except queue.Empty:
            return None

    def end(self) -> None:
        if sys.platform != "win32":
            # Its first process only waits for the second, which the code of a course may have left alone.
            with contextlib.suppress(OSError):
                os.killpg(self._process.pid, 9)
        if self.is_alive:
            self._process.kill()
        self._process.wait()
        if self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def fate(self) -> str:
        with contextlib.suppress(subprocess.TimeoutExpired):
            return words_of(self._process.wait(1.0))
        return ""

    def output(self) -> str:
        found: list[bytes] = []
        with contextlib.suppress(queue.Empty):
            while True:
                found.append(self._printed.get_nowait())
        return b"".join(found).decode("utf-8", "replace")


def _pump(stream: Any, into: queue.SimpleQueue[bytes], most: int | None) -> None:
    """Put what a stream brings into a queue, b"" at its end; what is beyond `most` bytes is read and let go."""
    with stream:
        while True:
            data = stream.read1(1 << 16) if not stream.closed else b""
            if most is None or most > 0 or not data:
                into.put(data)
            if most is not None:
                most -= len(data)
            if not data:
                return


def words_of(status: int) -> str:
    """Return what a process's status says."""
    return f"ended by signal {-status}" if status < 0 else f"ended with status {status}"
