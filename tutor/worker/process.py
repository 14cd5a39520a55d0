"""The tutor's side: what all ways to have processes for foreign work share.

A `Hand` is one process that does one piece of work after the other. Where Linux can fork, a zygote starts desks and a
desk starts hands (`forked`); elsewhere a hand is an interpreter of its own (`plain`).
"""

from __future__ import annotations

import json
import os
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterable
from pathlib import Path

from tutor.language import SaidError, Text
from tutor.worker import messages

STARTS_WITHIN = 60.0
"""Seconds in which an interpreter has started and imported NumPy, on the slowest machine."""
KEPT_OUTPUT = 64 << 10
START = (
    "import sys; sys.path.append({root!r}); import tutor; tutor.__path__ = [{package!r}]; sys.path.remove({root!r});"
    "from tutor.worker.zygote import main; main(sys.argv[1:])"
)
"""The tutor is found by its own folder alone: what lies beside it, in a folder that one happens to be in, is not."""


class GoneError(SaidError):
    """The worker's processes cannot be started, or are gone."""


class Hand(ABC):
    """A process that does pieces of work."""

    def __init__(self, modules: Iterable[str]) -> None:
        self.modules = frozenset(modules)
        """the modules of the course that it had from the start"""

    @abstractmethod
    def send(self, message: object) -> None:
        """Ask for a piece of work.

        Raises:
            GoneError: it is gone.
        """

    @abstractmethod
    def receive(self, seconds: float) -> bytes | None:
        """Return what has come, waiting so long at most: None for nothing, b"" where it has ended."""

    @abstractmethod
    def end(self) -> None:
        """End it, whatever it does."""

    @abstractmethod
    def fate(self) -> Text | str:
        """Return how it ended, in a few words; "" where that is not known."""

    @abstractmethod
    def output(self) -> str:
        """Return what was printed since the last time this was asked."""


class Processes(ABC):
    """What starts hands for one course."""

    forks = False
    """whether a hand is started in a moment, and takes no memory to speak of"""

    @property
    @abstractmethod
    def is_open(self) -> bool:
        """Whether anything was started that was not closed since."""

    @abstractmethod
    def hand(self, modules: Iterable[str]) -> Hand:
        """Start a hand that has imported these modules, or will.

        Raises:
            GoneError: it cannot be started.
        """

    @abstractmethod
    def close(self) -> None:
        """End all of them."""


def interpreter(control: int | None) -> list[str]:
    package = Path(__file__).parent.parent
    start = START.format(root=str(package.parent), package=str(package))
    return [sys.executable, "-I", "-c", start, json.dumps(control)]


def environ() -> dict[str, str]:
    """Return the environment of the worker: nothing of the learner's but what an interpreter needs to start."""
    kept = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "TZ")
    threads = {f"{library}_NUM_THREADS": "1" for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM", "NUMEXPR")}
    return {name: os.environ[name] for name in kept if name in os.environ} | threads | {"LANG": "C.UTF-8"}


def words_of(status: int) -> Text:
    """Return what a process's status says."""
    return messages.BY_SIGNAL.filled(signal=-status) if status < 0 else messages.WITH_STATUS.filled(status=status)
