"""Records attempts one after another and prints the name of each that was acknowledged. Run as a process of its own."""

from __future__ import annotations

import sys
from pathlib import Path

from tutor.learner.attempts import Attempt, random_uid, system_clock
from tutor.learner.store import Store


def main(path: Path, learner: str, how_many: int) -> None:
    store = Store.open(path, clock=system_clock)
    for number in range(how_many):
        at = system_clock()
        attempt = Attempt(random_uid(), "c", "l", f"q{number % 7}", "number", "r", 0, f"{learner} {number}", True, at)
        notice = store.record(attempt)
        if notice is None:
            print(attempt.uid, flush=True)
        elif notice.waiting == 0:
            print("notice", notice.kind, flush=True)
    notice = store.close()
    print("closed", notice, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
