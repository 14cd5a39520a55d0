"""Processes that write into a record until they are killed: `python -m tests.ordeal._writer`.

One process imports everything and forks one writer for each line it reads, a JSON object of the arguments of `write`;
it answers with the writer's number, and for an empty line, once every writer has ended. A writer appends what it was
told to a file: "saved UID" for an answer that was acknowledged, "spooled UID" for one that waits on the disk.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path

from tutor.learner.attempts import Attempt, random_uid
from tutor.learner.store import Store
from tutor.learner.transfer import TransferError, export, import_into

START = 1_772_000_000_000
DAY = 24 * 3600 * 1000


def write(path: str, told: str, name: str, mode: str, first: int, most: int = 0) -> None:
    """Write answers, as many as `most` or without end; after each do what `mode` says."""
    record, now = Path(path), [START + 1000 * first]
    out = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    store = Store.open(record, clock=lambda: now[0], busy_ms=5 if not most else 5000)
    number = 0
    while number < (most or number + 1):
        now[0] += 7
        attempt = Attempt(random_uid(), "c", "l", f"q{number % 7}", "number", "r", 0, f"{name} {number}", True, now[0])
        notice = store.record(attempt)
        if notice is None or notice.saved:
            os.write(out, f"saved {attempt.uid}\n".encode())
        elif notice.spool is not None:
            os.write(out, f"spooled {attempt.uid}\n".encode())
        number += 1
        if mode == "copying":
            now[0] += DAY
            store.keep_safe()
        elif mode == "importing" and number % 2 == 0:
            mine = record.with_name(f"{name}.jsonl")
            try:
                export(store, mine)
                import_into(store, mine)
            except TransferError:
                continue
        elif mode == "opening" and number % 2 == 0:
            store.close()
            store = Store.open(record, clock=lambda: now[0], busy_ms=5)
    store.close()


def main() -> None:
    """Fork a writer for each line."""
    running: list[int] = []
    for line in sys.stdin:
        if not line.strip():
            for process in running:
                os.waitpid(process, 0)
            running = []
            print("ended", flush=True)
            continue
        process = os.fork()
        if process == 0:
            try:
                write(**json.loads(line))
            finally:
                os._exit(1)
        running.append(process)
        print(process, flush=True)
    for process in running:
        os.kill(process, signal.SIGKILL)


if __name__ == "__main__":
    main()
