"""The log of faults: what a program of ours failed by, whole but without the value of any variable."""

from __future__ import annotations

import os
import platform
import stat
import sys
import tempfile
import traceback
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from tutor.visible import visible, visible_lines

LOG_NAME = "faults.log"
MOST_KEPT = 256 * 1024
"""Bytes of the log; the oldest reports make room for the latest."""
MOST_OF_ONE = 32 * 1024
"""Characters of one report: a fault that calls itself a thousand times is understood from its ends."""
RULE = "=" * 80
"""Stands above each report."""


def report_of(error: BaseException) -> str:
    """Return where an error was raised and what it says, with what it came from."""
    return "".join(traceback.format_exception(error))


def keep_report(folder: Path, report: str, *, at: int) -> Path | None:
    """Write a report at the end of the log in `folder`, where only its owner reads it; return the log's path.

    `at` is the time in milliseconds since 1970, UTC. None: it could not be written.
    """
    path = folder / LOG_NAME
    entry = f"{RULE}\n{heading(at)}\n\n{visible_lines(shortened(report)).rstrip()}\n\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = _latest(_kept(path) + entry)
        # Written beside it and put in its place: whatever lies there, a link or a pipe, is not written through.
        descriptor, beside = tempfile.mkstemp(dir=folder, prefix=f".{LOG_NAME}-")
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                file.write(kept)
            Path(beside).replace(path)
        except OSError:
            with suppress(OSError):
                Path(beside).unlink()
            raise
    except OSError:
        return None
    return path


def heading(at: int) -> str:
    """Return when it was, and in which versions of what it was."""
    from importlib.metadata import PackageNotFoundError, version

    from tutor import DISTRIBUTION, __version__

    versions = [f"{DISTRIBUTION} {__version__}", f"Python {platform.python_version()}"]
    for name in ("textual", "numpy", "plotext"):
        with suppress(PackageNotFoundError):
            versions.append(f"{name} {version(name)}")
    try:
        moment = datetime.fromtimestamp(at / 1000, UTC).isoformat(" ", "seconds")
    except (ValueError, OverflowError, OSError):
        # A clock far outside the calendar.
        moment = str(at)
    return visible(f"{moment} · {' · '.join(versions)} · {sys.platform} {platform.machine()}")


def shortened(report: str) -> str:
    """Return a report with its middle left out where it is very long."""
    if len(report) <= MOST_OF_ONE:
        return report
    half = MOST_OF_ONE // 2
    return f"{report[:half]}\n[... {len(report) - 2 * half} characters ...]\n{report[-half:]}"


def _kept(path: Path) -> str:
    """Return what the log says so far; nothing where it is none."""
    with suppress(OSError):
        if stat.S_ISREG(path.lstat().st_mode):
            with path.open("rb") as file:
                file.seek(-min(MOST_KEPT, os.fstat(file.fileno()).st_size), os.SEEK_END)
                return file.read().decode("utf-8", "replace")
    return ""


def _latest(log: str) -> str:
    """Return the end of a log, from the beginning of a report on."""
    if len(log.encode()) <= MOST_KEPT:
        return log
    end = log.encode()[-MOST_KEPT:].decode("utf-8", "ignore")
    return end[max(end.find(RULE), 0) :]
