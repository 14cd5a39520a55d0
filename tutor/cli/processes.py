"""Works out a proof in several processes, where Linux can fork."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from multiprocessing.util import Finalize

from tutor.course.lint.lints import Lint, found_in
from tutor.course.model import Finding

Groups = Sequence[Sequence[Lint]]


def at_once() -> int:
    """Return in how many processes to work here; 1 where none can be forked."""
    # One more than there are processors: now and then each waits for a learner's program.
    return len(os.sched_getaffinity(0)) + 1 if can_fork() else 1


def can_fork() -> bool:
    """Return whether processes can be forked, and share a queue."""
    if sys.platform != "linux":
        return False
    try:
        multiprocessing.get_context("fork").Lock()
    except (ImportError, OSError):
        # Android has no semaphores, nor has a sandbox that shares no memory.
        return False
    return True


def found_by(
    groups: Groups, processes: int, at_the_end: Callable[[], None]
) -> Generator[tuple[Finding, ...], None, None]:
    """Yield what is wrong, group by group, as it is found.

    Args:
        groups: of lints. A group stays in one process. What is forked has them: only what was found is handed over.
        processes: how many to work it out in; 1, and wherever none can be forked: this one.
        at_the_end: ends what they have started, in each of them.

    Raises:
        BrokenProcessPool: one of the processes has ended before its time.
    """
    if processes == 1 or not can_fork():
        try:
            yield from map(found_in, groups)
        finally:
            at_the_end()
        return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, context, _begin, (groups, at_the_end)) as pool:
        try:
            # Later lessons take longer: who begins with them does not end with one process at work.
            with _held_back():
                submitted = [pool.submit(_found_in, number) for number in reversed(range(len(groups)))]
            for one in as_completed(submitted):
                yield one.result()
        except BaseException:
            # Whoever gives up, with Ctrl+C, does not wait for what was begun: without its processes the pool ends.
            for process in multiprocessing.active_children():
                process.terminate()
            raise


@contextmanager
def _held_back() -> Iterator[None]:
    """Hold Ctrl+C back while processes are forked: what is raised just before and after that, Python lets go of."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_groups: Groups = ()
"""What the process that this was forked for works at."""


def _begin(groups: Groups, at_the_end: Callable[[], None]) -> None:
    global _groups
    _groups = groups
    Finalize(None, at_the_end, exitpriority=0)
    # Whoever presses Ctrl+C means the one that they have called, which ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


def _found_in(number: int) -> tuple[Finding, ...]:
    return found_in(_groups[number])
