"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path to write to; what is written there is at `path` afterwards, unless an error came in between.

    A device or a pipe takes it as it comes: it is no file that could be replaced.

    Raises:
        OSError: it cannot be written.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    # Through a link, to what it leads to.
    target = path.resolve()
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        yield partial
        partial.replace(target)
    finally:
        # What was begun would otherwise take up the room that may be missing.
        with suppress(OSError):
            partial.unlink(missing_ok=True)
