"""A file that is written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """Give a path to write to; what is written there is at `path` afterwards, unless an error came in between.

    A device or a pipe is no file that could be replaced: it is given what was written.

    Raises:
        OSError: it cannot be written.
    """
    if path.exists() and not path.is_file():
        # Imported here because few write to one, and a first paint waits for what stands above.
        from shutil import copyfileobj
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            partial = Path(folder) / "whole"
            yield partial
            with partial.open("rb") as source, path.open("wb") as sink:
                copyfileobj(source, sink)
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
