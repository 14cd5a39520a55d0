"""What all tests share: where they write, and how seldom garbage is looked for."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.read_once import lessons_read_once, styles_read_once, texts_read_once
from tests.trusted import standing_labs_run_once, unheld
from tutor.worker import worker
from tutor.worker.forked import Zygote
from tutor.worker.programs import Programs

IN_MEMORY = Path("/dev/shm")
ROOM = 1_000_000_000
"""Bytes that must be free there: a whole run writes a tenth of it, and pytest keeps three runs."""


def pytest_configure() -> None:
    """Let tests write to memory: nothing is read again after a power cut, and a disk makes every record wait.

    What is generated is the same in every run.
    """
    if IN_MEMORY.is_dir() and os.access(IN_MEMORY, os.W_OK) and shutil.disk_usage(IN_MEMORY).free > ROOM:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(IN_MEMORY))
    # pytest takes every assertion apart, ten seconds of each process, and those of Hypothesis too: what came of it is
    # kept for the next run, also where Python is told to keep nothing.
    sys.dont_write_bytecode = False
    from hypothesis import settings

    # The suite tries the same examples each time, few now and many in the long run; new ones are sought by
    # `python -m tests.ordeal`.
    settings.register_profile("same", derandomize=True, deadline=None, max_examples=25)
    settings.register_profile("many", derandomize=True, deadline=None, max_examples=100)
    settings.load_profile("same")
    # A shell has what it runs in the background ignore Ctrl+C, and what that starts inherits it.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection() -> Generator[None, object, object]:
    """Look for no garbage while tests are collected: there is hardly any, and it took a fifth of that time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Leave modules and tests out of every later collection: walking them took a third of the time of a screen."""
    gc.freeze()
    gc.set_threshold(100_000, 50, 100)


def pytest_unconfigure() -> None:
    """Look for garbage once at the end: pytest does so five times, and what is alive is walked each time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def one_zygote() -> None:
    """Import NumPy once for all courses of a run whose labs run elsewhere, and for all programs.

    What runs programs has a zygote of its own again where it is given None for it, and in processes forked from here.
    """
    shared, here = Zygote(), os.getpid()
    worker.Zygote = lambda: shared  # type: ignore[misc, assignment]
    made = Programs.__init__

    def make(self: Programs, **options: Any) -> None:
        made(self, **({"zygote": shared} if os.getpid() == here else {}) | options)

    Programs.__init__ = make  # type: ignore[method-assign]


@pytest.fixture(scope="session", autouse=True)
def one_reading() -> Iterator[None]:
    """Read the courses once that no test changes, and what their copies have in common; run their labs once."""
    with lessons_read_once(), texts_read_once(), standing_labs_run_once():
        yield


@pytest.fixture(scope="session")
def styles_once() -> Iterator[None]:
    """Read each style sheet once."""
    with styles_read_once():
        yield


@pytest.fixture
def unseen_frames(styles_once: None) -> Iterator[None]:  # noqa: ARG001
    """Draw a screen when the test looks at it, and no frame in between."""
    # Most tests have no screen, and need no Textual.
    from tests.unseen import unseen

    with unseen():
        yield


@pytest.fixture(name="unheld")
def code_that_is_not_held() -> Iterator[None]:
    """Let the code of courses leave marks."""
    with unheld():
        yield
