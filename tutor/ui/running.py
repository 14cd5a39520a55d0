"""What runs the labs of a course and the programs of a learner for a full screen: here and in slices, or elsewhere."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from textual.app import App

from tutor.learner.attempts import Clock
from tutor.session.elsewhere import ElsewhereRunner
from tutor.session.runner import Programs, Runner


def runner_for(app: App[Any], clock: Clock, programs: Callable[[], Programs] | None) -> Runner:
    """Return what runs the labs of a course.

    `programs` makes what runs programs, when there is one to be run; by default the tutor's own worker.
    """
    loop = asyncio.get_running_loop()

    def seconds() -> float:
        return clock() / 1000

    def later(call: Callable[[], None]) -> None:
        # One of Textual's timers that the machine holds up for its whole time, as it is set, is never called.
        asyncio.get_running_loop().call_later(0.001, app.call_next, call)

    def call_soon(call: Callable[[], None]) -> None:
        # Where the app has ended meanwhile, nobody is there to be called.
        with suppress(RuntimeError):
            loop.call_soon_threadsafe(app.call_later, call)

    def background(work: Callable[[], None]) -> None:
        app.run_worker(work, thread=True)

    def is_over() -> bool:
        return app.return_code is not None

    return ElsewhereRunner(
        clock=seconds, later=later, background=background, call_soon=call_soon, programs=programs or _programs, is_over=is_over
    )


def _programs() -> Programs:
    # It starts a process, and most steps have no program.
    from tutor.worker.programs import Programs as OwnPrograms

    return OwnPrograms()
