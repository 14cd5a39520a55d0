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
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from tutor.worker import landlock, seccomp
from tutor.worker.hand import BEGUN, Alarm, send_all, serve
from tutor.worker.limits import Guards, Limits, drop_privileges, limit, limit_processes
from tutor.worker.modules import CourseModules
from tutor.worker.nursery import Nursery
from tutor.worker.wire import frame, read_message
from tutor.worker.work import Caught, stopped


def main(arguments: list[str]) -> None:
    """Run the zygote, or where processes cannot be forked, a single hand that reads from stdin."""
    set_up = json.loads(arguments[0])
    limits, guards = Limits(*set_up["limits"]), Guards(*set_up["guards"])
    if set_up["control"] is None:
        _stand_between()
    import numpy  # noqa: F401 - so that whatever is started from here has it

    if set_up["control"] is None:
        _plain(limits, guards)
    with Caught():  # what a lab imports most often; an old NumPy has not all of it
        import numpy.linalg
        import numpy.random  # noqa: F401
    gc.freeze()
    os.set_blocking(2, False)
    desk = _Desk(limits, guards)
    Nursery(set_up["control"], desk.born, lambda needs, received: None).run()  # noqa: ARG005


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


def _plain(limits: Limits, guards: Guards) -> None:
    """Do one piece of work after the other in this very process."""
    read, write = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    course = _course_from(read)
    drop_privileges()
    limit(limits)
    _guard(guards, readable(course.folder))
    limit_processes()
    _give_up_processes(guards)
    serve(read, write, course, limits)


class _Desk:
    """The process of one course, whose modules it imports."""

    def __init__(self, limits: Limits, guards: Guards) -> None:
        self._limits = limits
        self._guards = guards
        self._course = CourseModules({}, Path())

    def born(self, received: list[int]) -> None:
        """Begin: take the course, give up what none of this needs, and start hands."""
        stream, control = received
        self._course = _course_from(stream)
        os.close(stream)
        drop_privileges()
        limit(self._limits)
        _guard(self._guards, readable(self._course.folder))
        Nursery(control, self._work, self._import).run()

    def _import(self, needs: str, received: list[int]) -> None:
        """Import modules before a hand is started, which then has them.

        A course's code runs in a thread of its own, for a thread can give up to start processes while the other keeps
        it. What it raises is not told: the hand imports the module once more, and tells.
        """
        wanted = [name for name in needs.split(",") if name and not self._course.has(name)]
        if not wanted:
            return
        guards = self._guards
        send_all(received[0], frame(BEGUN))

        def load() -> None:
            _give_up_processes(guards)
            for name in wanted:
                with Caught():
                    self._course.load(name)

        thread = threading.Thread(target=load, daemon=True)

        def time_is_up(_: object) -> None:
            answer = stopped(sys._current_frames().get(thread.ident or 0), self._course)
            send_all(received[0], frame(answer))
            os._exit(1)

        with Alarm(time_is_up) as alarm:
            alarm.set(self._limits.seconds)
            thread.start()
            thread.join()
        gc.collect()
        gc.freeze()

    def _work(self, received: list[int]) -> None:
        """Be a hand."""
        (stream,) = received
        limit_processes()
        if self._guards.landlock:
            landlock.confine_signals()
        _give_up_processes(self._guards)
        serve(stream, stream, self._course, self._limits)


def _course_from(stream: int) -> CourseModules:
    """Return the course that is sent first."""
    first: Any = read_message(lambda count: os.read(stream, count))
    if first is None:
        os._exit(0)
    modules = {name: bytes.fromhex(source) for name, source in first["modules"].items()}
    course = CourseModules(modules, Path(first["folder"]))
    course.install()
    return course


def _guard(guards: Guards, paths: Iterable[str]) -> None:
    """Give up files and sockets, as far as the system can see to it."""
    if guards.landlock:
        landlock.confine(paths)
    if guards.seccomp:
        seccomp.refuse(processes=False)


def _give_up_processes(guards: Guards) -> None:
    if guards.seccomp:
        seccomp.refuse(processes=True)


def readable(course: Path) -> tuple[str, ...]:
    """Return what may be read: Python with its libraries, the tutor's own code, and the course."""
    import sysconfig

    python = [sysconfig.get_path(name) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    libraries = ["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", f"{sys.base_prefix}/lib"]
    system = ["/etc/ld.so.cache", "/dev/null", "/dev/zero", "/dev/urandom", "/usr/share/zoneinfo"]
    return (str(course), str(Path(__file__).parent.parent), *python, *libraries, *system)
