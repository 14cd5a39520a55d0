"""Writers that are killed at any moment: while they write, copy, mend, import, or put by what cannot be written."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tutor.learner.store import Store

ROUNDS = 1000
ROOT = Path(__file__).parent.parent.parent
MODES = ("writing", "copying", "importing", "opening", "mending", "waiting")
"""what the writers are at when they are killed: mending a damaged record, waiting for one that is held, …"""
ROUNDS_A_RECORD = 12
"""so that a record does not grow so large that mending it takes all of the time"""
LONGEST = 0.05
"""seconds that a writer lives"""


class Writers:
    """Starts writers in no time, each a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def start(self, **arguments: object) -> int:
        """Start a writer and return its process."""
        return int(self._ask(json.dumps(arguments)))

    def wait(self) -> None:
        """Wait until all of them have ended."""
        self._ask("")

    def _ask(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline()


@contextmanager
def writers() -> Iterator[Writers]:
    """Make what starts writers."""
    command = [sys.executable, "-m", "tests.ordeal._writer"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield Writers(process)


def rounds(count: int, seed: int, tell: Callable[[int], None], folder: Path | None = None) -> list[str]:
    """Play `count` rounds and return what was lost, a line each; none where all that was acknowledged is there."""
    failures: list[str] = []
    with TemporaryDirectory(dir=folder) as temporary, writers() as starter:
        for done in range(0, count, ROUNDS_A_RECORD):
            home = Path(temporary) / str(done)
            home.mkdir()
            many = min(ROUNDS_A_RECORD, count - done)
            failures += one_record(starter, home, many, random.Random(f"{seed} {done}"))
            tell(done + many)
    return failures


def one_record(starter: Writers, home: Path, count: int, chance: random.Random) -> list[str]:
    """Play rounds on one record; return what of it was lost."""
    record, told = home / "record.sqlite3", home / "told"
    told.touch()
    played = []
    for number in range(count):
        mode = MODES[number % len(MODES)] if number else "writing"
        played.append(mode)
        if mode == "mending":
            damage_without_loss(record)
        with held(record) if mode == "waiting" else nothing():
            started = [
                starter.start(path=str(record), told=str(told), name=name, mode=mode, first=number)
                for name in ("mina", "jun")[: chance.choice((1, 2))]
            ]
            if mode in ("writing", "waiting"):
                # At least one answer, so that the time of opening does not swallow the moment.
                before = told.stat().st_size
                while told.stat().st_size == before:
                    time.sleep(0.001)
            time.sleep(chance.uniform(0, LONGEST))
            for process in started:
                os.kill(process, signal.SIGKILL)
            starter.wait()
    return [f"{home.name}, {played}: {what}" for what in lost(record, told)]


def lost(record: Path, told: Path) -> Iterator[str]:
    """Yield what was told to be kept and is not there, and what is there twice."""
    lines = [line.split() for line in told.read_text(encoding="utf-8").splitlines()]
    with Store.open(record, clock=lambda: 0) as store:
        there = Counter(attempt.uid for attempt in store.attempts())
        waiting = store.waiting_attempts()
    yield from (f"{how} and lost: {uid}" for how, uid in lines if uid not in there)
    yield from (f"there twice: {uid}" for uid, times in there.items() if times > 1)
    if waiting:
        yield f"still waiting: {len(waiting)}"
    yield from (f"left behind: {left.name}" for left in record.parent.glob("*.waiting*"))


def damage_without_loss(record: Path) -> None:
    """Overwrite what leads to the rows, and none of them: the first page, in which the tables are described."""
    with Store.open(record, clock=lambda: 0):
        # To close it works the journal into the file.
        pass
    for ending in ("-wal", "-shm"):
        record.with_name(f"{record.name}{ending}").unlink(missing_ok=True)
    with record.open("r+b") as file:
        file.write(b"\xa5" * 4096)


@contextmanager
def held(record: Path) -> Iterator[None]:
    """Hold the record as another program does that writes into it."""
    with Store.open(record, clock=lambda: 0):
        # It may still be damaged.
        pass
    with closing(sqlite3.connect(record, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


@contextmanager
def nothing() -> Iterator[None]:
    """Hold nothing."""
    yield
