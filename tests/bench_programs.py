"""How fast a learner's program is run:  python -m tests.bench_programs

As ratios to a bare round trip: a forked process takes a message, answers it and ends. Nothing here is a test: the
figures belong to the machine and to what else it does; `tests/worker` holds what must be true on any. Linux.
"""

from __future__ import annotations

import contextlib
import os
import socket
import statistics
import time
from collections.abc import Callable

import numpy as np

from tests.bench import Figure, at_most, p95
from tests.worker.learner import WRITTEN, X, Y
from tests.worker.test_programs_hostile import BOMBS
from tutor.program import Case, Job
from tutor.worker.programs import Programs
from tutor.worker.wire import Reader, frame

RUNS = 120
BETWEEN = 0.1
"""Seconds between two edits of somebody who types fast."""
COST = WRITTEN["cost"]["solution"]
GIVEN = {"X": X, "Y": Y}


def calls(count: int) -> Job:
    """Return a job that calls the function so often, as a picture of it does."""
    return Job(COST, "cost", (Case(GIVEN, tuple((float(W),) for W in np.linspace(-1, 3, count))),))


def timed(what: Callable[[], object], times: int = RUNS) -> list[float]:
    """Return the milliseconds that something takes, done so often at the pace of somebody who types."""
    found = []
    for _ in range(times):
        time.sleep(BETWEEN)
        began = time.perf_counter()
        what()
        found.append((time.perf_counter() - began) * 1000)
    return found


def bare(message: object) -> None:
    """Let a forked process answer a message and end."""
    ours, theirs = socket.socketpair()
    with ours, theirs:
        child = os.fork()
        if child == 0:
            with contextlib.suppress(BaseException):
                (found,) = Reader().feed(theirs.recv(1 << 16))
                theirs.sendall(frame(found))
            os._exit(0)
        ours.sendall(frame(message))
        Reader().feed(ours.recv(1 << 16))
        os.waitpid(child, 0)


def runs(programs: Programs) -> list[Figure]:
    """Measure runs that end."""
    trips = timed(lambda: bare({"source": COST}))
    base = statistics.median(trips)
    found = [Figure("a bare round trip to a forked process, median", f"{base:.1f} ms")]
    for what, job, limit in (
        ("one call", calls(1), 15),
        ("41 calls, a curve", calls(41), 15),
        ("1,440 calls, a plane", calls(1440), 60),
    ):
        times = timed(lambda job=job: programs.run(job))
        ratio = statistics.median(times) / base
        found.append(Figure(f"one run, {what}, median", f"{statistics.median(times):.1f} ms ({ratio:.1f}x)"))
        found.append(at_most("    95% of them within", p95(times), limit, " ms", more=f" ({p95(times) / base:.1f}x)"))
    return found


def ends(programs: Programs) -> list[Figure]:
    """Measure runs that do not end by themselves, and the ones after them."""
    found = []
    for what, source, limit in (
        ("an endless loop", "def cost(W):\n    while True: pass", 0.9),
        ("a loop that Python does not come back from", "def cost(W): return sum(iter(int, 1))", 1.2),
    ):
        job = Job(source, "cost", (Case(GIVEN, ((0.0,),)),))
        answered, after = [], []
        for _ in range(5):
            began = time.perf_counter()
            programs.run(job)
            there = time.perf_counter()
            programs.run(calls(41))
            answered.append(there - began)
            after.append((time.perf_counter() - there) * 1000)
        found.append(at_most(f"{what} is answered within", max(answered), limit, " s"))
        found.append(at_most("    the next run, at once, within", max(after), 50, " ms"))
    return found


def bombs(programs: Programs) -> list[Figure]:
    """Measure how soon the next program has run after the worst of all."""
    times = {}
    for name, (source, _) in BOMBS.items():
        began = time.perf_counter()
        programs.run(Job(source, "f", (Case({}, ((1.0,),)),)))
        programs.run(calls(41))
        times[name] = time.perf_counter() - began
    worst = max(times, key=lambda name: times[name])
    return [at_most(f"after the worst bomb ({worst}) the next has run", times[worst], 1.2, " s")]


def main() -> None:
    """Measure and print."""
    with contextlib.closing(Programs()) as programs:
        began = time.perf_counter()
        programs.run(calls(1))
        print(Figure("the first run of all", f"{(time.perf_counter() - began) * 1000:.0f} ms"))
        for measure in (runs, ends, bombs):
            for figure in measure(programs):
                print(figure, flush=True)


if __name__ == "__main__":
    main()
