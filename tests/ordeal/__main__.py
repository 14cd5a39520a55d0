"""Attack the tutor for long:  python -m tests.ordeal [NAME …] [--rounds N] [--seed S]

Each ordeal plays a short run with the test suite; this plays the long ones, or as many rounds as are asked for. An
attack has a process and a home of its own, and nothing of the learner's is near it.
"""

from __future__ import annotations

import argparse
import sys

from tests.ordeal._frame import Report, about, found, play

WIDTH = 32
LINES = 20
"""How many lines tell how far an ordeal is where no bar can."""


def progress(name: str, done: int, total: int) -> None:
    """Show how far an ordeal is: on a terminal with a bar, elsewhere with a line now and then."""
    if sys.stderr.isatty():
        filled = WIDTH * done // max(total, 1)
        bar = "█" * filled + "·" * (WIDTH - filled)
        print(f"\r{name:<10} {bar} {done} of {total}", end="", file=sys.stderr, flush=True)
    elif done and LINES * done // max(total, 1) != LINES * (done - 1) // max(total, 1):
        print(f"{name:<10} {done} of {total}", file=sys.stderr, flush=True)


def tell_end(report: Report, seed: int) -> None:
    """Print what became of an ordeal, and how to play it again where something failed."""
    if sys.stderr.isatty():
        print("\r\x1b[2K", end="", file=sys.stderr, flush=True)
    print(report.line())
    if report.said:
        print(*(f"    {line}" for line in report.said.splitlines()), sep="\n")
    for failure in report.failures:
        print(*(f"    {line}" for line in failure.splitlines()), sep="\n")
    if report.failures:
        print(f"    all of it again: python -m tests.ordeal {report.name} --rounds {report.rounds} --seed {seed}")
    sys.stdout.flush()


def main(words: list[str] | None = None) -> int:
    """Play the ordeals that are named, or all; return 1 where something failed."""
    names = found()
    options = argparse.ArgumentParser(
        prog="python -m tests.ordeal",
        description=(__doc__ or "").partition("\n")[0].partition(":")[0],
        epilog="The ordeals:\n" + "\n".join(f"  {name:<10} {about(name)[0]}" for name in names),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    options.add_argument("names", nargs="*", metavar="NAME", help="which ones (default: all)")
    options.add_argument("--rounds", type=int, metavar="N", help="how many rounds of each (default: its long run)")
    options.add_argument("--seed", type=int, default=0, metavar="S", help="the seed of the first round (default: 0)")
    given = options.parse_args(words)
    unknown = sorted(set(given.names) - set(names))
    if unknown:
        options.error(f"no ordeal is called {', '.join(unknown)}; there are {', '.join(names)}")
    reports = []
    for name in given.names or names:
        report = play(name, given.rounds, given.seed, lambda done, total, name=name: progress(name, done, total))
        tell_end(report, given.seed)
        reports.append(report)
    print("", *(report.line() for report in reports), sep="\n")
    return int(any(report.failures for report in reports))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
