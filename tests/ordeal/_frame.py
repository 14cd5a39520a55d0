"""What runs an ordeal: which there are, each in a process and a home of its own, and what became of it.

An ordeal is a file in this folder. It offers

    \"\"\"One line that says what a round is.\"\"\"
    ROUNDS = 5_000          # of the long run

    def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]: ...

`rounds` plays `count` rounds, calls `tell` with how many are done, and returns what failed, a line each. Round i draws
all its chance from `seed + i` and depends on no other, so that `--rounds 1 --seed N` plays one again; a line begins
with that number ("seed 17: ..."). What cannot be tried here raises `unittest.SkipTest` with the reason. What is
measured besides is printed.
"""

from __future__ import annotations

import importlib
import io
import multiprocessing
import signal
import tempfile
import time
import traceback
from collections.abc import Callable
from contextlib import redirect_stdout
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple
from unittest import SkipTest

from tests.ordeal._room import home_in

HERE = Path(__file__).parent


class Report(NamedTuple):
    """What became of an ordeal."""

    name: str
    rounds: int
    failures: tuple[str, ...]
    seconds: float
    said: str = ""
    """what it printed"""
    skipped: str = ""
    """why it was not played"""

    def line(self) -> str:
        """Return it in one line."""
        what = f"skipped: {self.skipped}" if self.skipped else f"{len(self.failures):>6} failed {self.seconds:>9.1f} s"
        return f"{self.name:<10} {self.rounds:>7} rounds {what}"


def found() -> list[str]:
    """Return the names of the ordeals that are here."""
    return sorted(file.stem for file in HERE.glob("*.py") if not file.stem.startswith("_"))


def about(name: str) -> tuple[str, int]:
    """Return an ordeal's one line, and how many rounds its long run has."""
    module = importlib.import_module(f"tests.ordeal.{name}")
    return (module.__doc__ or "").strip().partition("\n")[0], module.ROUNDS


def in_turn(one_round: Callable[[int], str], count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Play rounds one after the other, each of which returns what failed in it or ""; return all that failed."""
    failed = []
    for number in range(count):
        found_now = one_round(seed + number)
        if found_now:
            failed.append(found_now)
        tell(number + 1)
    return failed


def play(name: str, count: int | None, seed: int, tell: Callable[[int, int], None]) -> Report:
    """Play an ordeal in a process of its own; `tell` is given how many rounds are done, and of how many.

    A process that dies, of an abort or a signal, is a failure, told with the seed of the round that it had come to.
    """
    # The folder is made and removed here: a process that dies removes nothing.
    with tempfile.TemporaryDirectory(prefix="ordeal-", ignore_cleanup_errors=True) as room:
        return _play(name, count, seed, tell, room)


def _play(name: str, count: int | None, seed: int, tell: Callable[[int, int], None], room: str) -> Report:
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    child = context.Process(target=_played, args=(name, count, seed, room, theirs), name=f"ordeal {name}")
    begun = time.monotonic()
    child.start()
    theirs.close()
    done, total = 0, count or 0
    failures: tuple[str, ...] = ()
    said = skipped = ""
    try:
        while True:
            what, value = ours.recv()
            if what == "done":
                done, total = value
                tell(done, total)
            elif what == "skipped":
                skipped = value
            else:
                failures, said = value
                done = total
    except EOFError:
        child.join()
    finally:
        if child.is_alive():
            child.terminate()
            child.join()
        ours.close()
    if child.exitcode:
        failures += (f"seed {seed + done}, or soon after: {_end_of(child.exitcode)}",)
    return Report(name, total, failures, time.monotonic() - begun, said, skipped)


def _end_of(code: int) -> str:
    return f"ended by {signal.Signals(-code).name}" if code < 0 else f"ended with exit code {code}"


def _played(name: str, count: int | None, seed: int, room: str, connection: Connection) -> None:
    printed = io.StringIO()
    with home_in(Path(room)), redirect_stdout(printed):
        module = importlib.import_module(f"tests.ordeal.{name}")
        total = module.ROUNDS if count is None else count
        connection.send(("done", (0, total)))
        try:
            failures = module.rounds(total, seed, lambda done: connection.send(("done", (done, total))))
        except SkipTest as reason:
            connection.send(("skipped", str(reason)))
            return
        except Exception:  # noqa: BLE001 - whatever it is, the others are still to be played
            failures = [traceback.format_exc().rstrip()]
    connection.send(("end", (tuple(failures), printed.getvalue())))
