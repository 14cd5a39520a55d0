"""`tutor`, and `python -m tutor`."""

from __future__ import annotations

import gc
import os
import sys
import warnings
from types import TracebackType


def main() -> int:
    """Run the command line and return its exit code."""
    # What is imported at the start stays: to look for garbage in it would take a tenth of the time to the first paint.
    gc.disable()
    # Textual paints on a grid of 60 a second, which it takes from here when it is imported: what falls between two
    # waits, the first paint always. A finer grid costs nothing where nothing changes.
    os.environ.setdefault("TEXTUAL_FPS", "120")
    # Matrices of a lesson are small: more threads than one make NumPy slower to load, and a heat map ten times slower.
    for library in ("OPENBLAS", "MKL", "OMP"):
        os.environ.setdefault(f"{library}_NUM_THREADS", "1")
    sys.excepthook = _tell_fault
    # What Python warns of in a course's code would go past everything that makes a text harmless: it quotes the line.
    if not sys.warnoptions:
        warnings.simplefilter("ignore")
    from tutor.cli import run

    return run(sys.argv[1:])


def _tell_fault(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    """Tell of what nothing has caught. What that takes is imported only then."""
    if issubclass(kind, KeyboardInterrupt):
        # Whoever pressed Ctrl+C knows. Python then ends by that signal, unless more is run here.
        return
    from tutor.cli.fault import tell_uncaught

    tell_uncaught(error)


if __name__ == "__main__":
    if not sys.flags.safe_path:
        # `python -m` looks for every module first in the folder where it is called. Whoever calls it inside a course
        # would run the course's numpy.py without being asked.
        del sys.path[0]
    raise SystemExit(main())
