"""The tutor's side, where nothing can be forked: an interpreter for each hand."""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterable
from typing import Any

from tutor.language import Text
from tutor.worker.process import KEPT_OUTPUT, GoneError, Hand, Processes, environ, interpreter, words_of
from tutor.worker.wire import frame


class Plain(Processes):
    """An interpreter for each hand."""

    def __init__(self, course: object) -> None:
        self._course = course
        self._hands: list[_PlainHand] = []

    @property
    def is_open(self) -> bool:
        return bool(self._hands)

    def hand(self, modules: Iterable[str]) -> Hand:
        try:
            process = subprocess.Popen(
                interpreter(None),
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ(),
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

    def fate(self) -> Text | str:
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
