"""In the worker: the process that has imported NumPy, starts a desk for each course, and runs nobody's code.

It is started when the first course with Python of its own is opened, as a fresh interpreter.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

from tutor.foreign import ForeignCode
from tutor.namedtuple import NamedTuple
from tutor.worker import landlock, seccomp
from tutor.worker.caught import Caught
from tutor.worker.course import Course
from tutor.worker.hand import BEGUN, Alarm, send_all, serve
from tutor.worker.limits import Guards, Limits, drop_privileges, limit, limit_processes
from tutor.worker.nursery import Nursery
from tutor.worker.wire import frame, read_message
from tutor.worker.work import stopped


def main(arguments: list[str]) -> None:
    """Run the zygote, or where processes cannot be forked, a single hand that reads from stdin."""
    control = json.loads(arguments[0])
    if control is None:
        _stand_between()
    import numpy

    if control is None:
        _plain()
    with Caught():  # what a lab imports most often; an old NumPy has not all of it
        import numpy.linalg
        import numpy.random  # noqa: F401
    # To find out where Python's libraries are takes as long as all else that a desk begins with: it is known then.
    readable("")
    gc.freeze()
    os.set_blocking(2, False)
    Nursery(control, lambda received: _Desk(received).run(), lambda needs, received: None).run()  # noqa: ARG005


def _stand_between() -> None:
    """Go on as a child of this process, which waits for it: so the tutor is nobody's parent that runs foreign code."""
    if not hasattr(os, "fork"):
        return
    child = os.fork()
    if child == 0:
        return
    for descriptor in (0, 1, 2):
        os.close(descriptor)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status < 0:
        signal.signal(-status, signal.SIG_DFL) if -status not in (signal.SIGKILL, signal.SIGSTOP) else None
        os.kill(os.getpid(), -status)
    os._exit(max(status, 0))


class Task(NamedTuple):
    """What a desk is told first: whose code it has, and what that may do."""

    course: Course
    limits: Limits
    guards: Guards


def _task_from(stream: int) -> Task:
    """Return the task that is sent first."""
    first: Any = read_message(lambda count: os.read(stream, count))
    if first is None:
        os._exit(0)
    modules = tuple((name, bytes.fromhex(source)) for name, source in first["modules"].items())
    return Task(Course(ForeignCode(first["folder"], modules)), Limits(*first["limits"]), Guards(*first["guards"]))


def _plain() -> None:
    """Do one piece of work after the other in this very process."""
    read, write = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    task = _task_from(read)
    _confine(task)
    limit_processes()
    _give_up_processes(task.guards)
    serve(read, write, task.course, task.limits)


class _Desk:
    """The process of one course, whose modules it imports."""

    def __init__(self, received: list[int]) -> None:
        stream, self._control = received
        self._task = _task_from(stream)
        os.close(stream)

    def run(self) -> None:
        """Start hands as long as anybody asks for them."""
        _confine(self._task)
        Nursery(self._control, self._work, self._import).run()

    def _import(self, needs: str, received: list[int]) -> None:
        """Import modules before a hand is started, which then has them.

        A course's code runs in a thread of its own, for a thread can give up to start processes while the other keeps
        it. What it raises is not told: the hand imports the module once more, and tells.
        """
        course, limits, guards = self._task
        wanted = [name for name in needs.split(",") if name and name not in course.loaded]
        if not wanted:
            return
        send_all(received[0], frame(BEGUN))

        def load() -> None:
            _give_up_processes(guards)
            for name in wanted:
                with Caught():
                    course.load(name)

        thread = threading.Thread(target=load, daemon=True)

        def time_is_up(_: object) -> None:
            answer = stopped(sys._current_frames().get(thread.ident or 0), course)
            send_all(received[0], frame(answer))
            os._exit(1)

        with Alarm(time_is_up) as alarm:
            alarm.set(limits.seconds)
            thread.start()
            thread.join()
        gc.collect()
        gc.freeze()

    def _work(self, received: list[int]) -> None:
        """Be a hand."""
        (stream,) = received
        limit_processes()
        if self._task.guards.landlock:
            landlock.confine_signals()
        _give_up_processes(self._task.guards)
        serve(stream, stream, self._task.course, self._task.limits)


def _confine(task: Task) -> None:
    """Give up what no code of a course needs: memory, files, sockets, and what root may do beyond others."""
    drop_privileges()
    limit(task.limits)
    if task.guards.landlock:
        landlock.confine(readable(task.course.code.folder))
    if task.guards.seccomp:
        seccomp.refuse(processes=False)


def _give_up_processes(guards: Guards) -> None:
    if guards.seccomp:
        seccomp.refuse(processes=True)


def readable(folder: str) -> tuple[str, ...]:
    """Return what may be read: Python with its libraries, and where the code is a course's in a folder, that course and
    the tutor's own code."""
    import sysconfig

    python = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    libraries = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", f"{sys.base_prefix}/lib"]
    system = ["/etc/ld.so.cache", "/dev/null", "/dev/zero", "/dev/urandom", "/usr/share/zoneinfo"]
    course = [str(Path(folder).parent), str(Path(__file__).parent.parent)] if folder else []
    return (*course, *python, *libraries, *system)
