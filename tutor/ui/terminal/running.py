"""A full screen as the whole of a program: signals, the end of its terminal, faults that Textual does not see."""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from types import FrameType
from typing import Any

from tutor.ui.terminal.app import TerminalApp

WRITER = "textual-output"
"""The name of the thread that writes to the terminal."""
TERMINAL_GONE = 128 + 1
"""The exit code where a terminal is closed: that of SIGHUP, which is sent where that can be."""
LOOK_EVERY = 1.0
"""Seconds between two looks whether the terminal is still there."""


async def run_in_terminal(app: TerminalApp, stopped: Callable[[str], None]) -> None:
    """Run an app until it ends; what it failed by is its `fault` then.

    A signal to end (a closed window, a shutdown) ends it as a key would. SIGQUIT ends it at once, even where it is
    stuck: `stopped` is then told what every thread was at, once the terminal is as it was.
    """
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _, context: _task_failed(app, context))
    hook = threading.excepthook
    threading.excepthook = lambda args: _thread_failed(app, loop, args)
    watching: asyncio.Task[None] | None = None
    if sys.platform != "win32":
        for told_to_end in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            loop.add_signal_handler(told_to_end, app.exit, None, 128 + told_to_end)
        signal.signal(signal.SIGQUIT, lambda _, frame: _stop_now(app, stopped, frame))
        watching = loop.create_task(_leave_with_terminal(app))
    running = loop.create_task(app.run_async())
    try:
        await asyncio.wait([running])
        error = running.exception()
        if isinstance(error, Exception):
            app.fail(error)
        elif error is not None:
            raise error
    finally:
        threading.excepthook = hook
        app.give_back_terminal()
        if watching is not None:
            watching.cancel()


def _task_failed(app: TerminalApp, context: dict[str, Any]) -> None:
    """End for an exception that nobody waited for. Other trouble of asyncio's is no fault of the app's, and no end."""
    error = context.get("exception")
    if isinstance(error, Exception):
        app.fail(error)


def _thread_failed(app: TerminalApp, loop: asyncio.AbstractEventLoop, args: threading.ExceptHookArgs) -> None:
    error, thread = args.exc_value, args.thread
    # The loop may be closed meanwhile.
    with suppress(RuntimeError):
        if isinstance(error, OSError) and thread is not None and thread.name == WRITER:
            # The terminal is gone, and the thread that writes to it is the first to see that.
            loop.call_soon_threadsafe(_leave, app)
        elif isinstance(error, Exception):
            loop.call_soon_threadsafe(app.fail, error)


def _stop_now(app: TerminalApp, stopped: Callable[[str], None], frame: FrameType | None) -> None:
    app.give_back_terminal()
    stopped(_what_goes_on(frame))
    # Nothing that could wait for what is stuck.
    os._exit(128 + signal.SIGQUIT)


def _what_goes_on(frame: FrameType | None) -> str:
    """Return where every thread is, the one that was interrupted first."""
    names = {thread.ident: thread.name for thread in threading.enumerate()}
    here = threading.get_ident()
    frames = {here: frame, **{ident: one for ident, one in sys._current_frames().items() if ident != here}}
    return "\n".join(
        f"Thread {names.get(ident, ident)}:\n{''.join(traceback.format_stack(one))}" for ident, one in frames.items()
    )


async def _leave_with_terminal(app: TerminalApp) -> None:
    """End the app when its terminal is gone without a signal: it would go on reading from nothing, for ever."""
    terminal = select.poll()
    terminal.register(0, 0)  # asks for nothing, and is told of a hang-up all the same
    while not any(event & (select.POLLHUP | select.POLLERR | select.POLLNVAL) for _, event in terminal.poll(0)):
        await asyncio.sleep(LOOK_EVERY)
    _leave(app)


def _leave(app: TerminalApp) -> None:
    """End without a terminal."""
    # What is still to be written there has to go somewhere: Python would complain of it, and change the exit code.
    with suppress(OSError, AttributeError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stderr__.fileno())  # type: ignore[union-attr]
    app.exit(return_code=TERMINAL_GONE)
