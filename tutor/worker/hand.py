"""In the worker: one process that does pieces of work for the tutor, one after the other, under limits."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import Any

from tutor.worker import messages
from tutor.worker.course import Course
from tutor.worker.limits import Limits
from tutor.worker.output import Output
from tutor.worker.running import ProgramWork, warm_up_programs
from tutor.worker.wire import MalformedError, frame, read_message
from tutor.worker.work import LabWork, Work, warm_up, wrong

BEGUN = {"is": "begun"}
"""Said before a piece of work, or the import before it, begins: from then on its time counts."""
LET_GO = 3
"""The exit status of a worker that has said all it could."""


def serve(read: int, write: int, course: Course, limits: Limits) -> None:
    """Do what is asked for until nobody asks any more, or the time for one piece of work is up."""
    output = Output(limits.output)
    sys.stdout = sys.stderr = output
    doing: Work | None = None

    def send(message: dict[str, Any]) -> None:
        try:
            data = frame(message)
        except (MalformedError, UnicodeError) as error:
            what = error.words if isinstance(error, MalformedError) else str(error)
            data = frame(wrong(messages.GIVES_BACK_TO_SEND.filled(what=what)))
        send_all(write, data)

    def time_is_up(at: FrameType | None) -> None:
        if doing is not None:
            send(doing.stopped(at))
            os._exit(LET_GO)

    with Alarm(time_is_up) as alarm:
        # Only learners' programs come from no modules.
        warm_up() if course.code.modules else warm_up_programs()
        while True:
            try:
                request = read_message(lambda count: os.read(read, count))
            except (MalformedError, OSError):
                os._exit(LET_GO)
            if request is None:
                os._exit(0)
            output.begin()
            send(BEGUN)
            is_program = request["do"] == "program"
            doing = ProgramWork(request, send, limits.output) if is_program else LabWork(request, course, send)
            alarm.set(request["seconds"])
            answer = doing.answer()
            is_last = doing.is_last
            doing = None
            alarm.set(0)
            send(answer)
            if is_last:
                os._exit(0)


class Alarm:
    """Calls somebody with what is being done when a time is up: from a signal, or where there is none from a thread."""

    def __init__(self, rings: Callable[[FrameType | None], None]) -> None:
        self._rings = rings
        self._timer: threading.Timer | None = None
        self._signals = hasattr(signal, "setitimer")

    def __enter__(self) -> Alarm:
        if self._signals:
            signal.signal(signal.SIGALRM, lambda _, at: self._rings(at))
            # Should the work be in a long call of C, where Python hears no signal, this says on stderr where that is.
            faulthandler.register(signal.SIGALRM, file=2, all_threads=True, chain=True)
        return self

    def __exit__(self, *error: object) -> None:
        self.set(0)

    def set(self, seconds: float) -> None:
        """Ring after so many seconds from now; 0 for never."""
        if self._signals:
            signal.setitimer(signal.ITIMER_REAL, seconds)
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if seconds:
            main = threading.main_thread().ident
            self._timer = threading.Timer(seconds, lambda: self._rings(sys._current_frames().get(main or 0)))
            self._timer.daemon = True
            self._timer.start()


def send_all(write: int, data: bytes) -> None:
    """Write all of the data, or end where nobody is there to read it."""
    view = memoryview(data)
    while view:
        try:
            view = view[os.write(write, view) :]
        except BlockingIOError:
            time.sleep(0.001)
        except OSError:
            os._exit(LET_GO)
