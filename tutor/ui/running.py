"""What runs the labs of a course and the programs of a learner for a full screen: here and in slices, or elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App

from tutor.course.owncode import OwnCode
from tutor.learner.attempts import Clock
from tutor.session.runner import Programs, Runner, SlicingRunner


def runner_for(
    app: App[Any], clock: Clock, own: OwnCode | None, programs: Callable[[], Programs] | None = None
) -> Runner:
    """Return what runs the labs of a course, with the Python of its own that may run.

    `programs` makes what runs what learners write, when there is something to be run; by default in our own worker.
    """

    def seconds() -> float:
        return clock() / 1000

    def later(call: Callable[[], None]) -> None:
        # One of Textual's timers that the machine holds up for its whole time, as it is set, is never called.
        asyncio.get_running_loop().call_later(0.001, app.call_next, call)

    def background(work: Callable[[], None]) -> None:
        # A thread knows its last worker, and that its work, as long as it waits for other work: all that this belongs
        # to, the screen as well, would stay in memory.
        to_do = [work]
        app.run_worker(lambda: to_do.pop()(), thread=True)

    def is_over() -> bool:
        return app.return_code is not None

    def elsewhere() -> Runner:
        # The built-in course has no need of it, nor has whoever writes no program.
        from tutor.session.elsewhere import ElsewhereRunner

        loop = asyncio.get_running_loop()

        def call_soon(call: Callable[[], None]) -> None:
            # Where the app has ended meanwhile, nobody is there to be called.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(app.call_later, call)

        return ElsewhereRunner(
            clock=seconds,
            later=later,
            background=background,
            call_soon=call_soon,
            programs=programs or own_programs,
            is_over=is_over,
        )

    if own is None or not own.code.modules:
        return SlicingRunner(clock=seconds, later=later, for_programs=elsewhere)
    return elsewhere()


def own_programs() -> Programs:
    """Return what runs programs in our own worker."""
    from tutor.worker.programs import Programs as OwnPrograms

    return OwnPrograms()
