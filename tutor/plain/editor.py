"""The learner's own editor, for a program: it gets the terminal until it is closed."""

from __future__ import annotations

import shlex
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory


def editing(command: str) -> Callable[[str, str], str | None]:
    """Return what opens a text in the learner's editor and waits until it is closed."""

    def edit(name: str, text: str) -> str | None:
        try:
            words = shlex.split(command)
        except ValueError:
            # A quotation mark is left open.
            words = command.split()
        try:
            with TemporaryDirectory(prefix="tutor-") as folder:
                path = Path(folder) / f"{name}.py"
                path.write_text(text, encoding="utf-8")
                subprocess.run([*words, str(path)], check=False)
                return path.read_text(encoding="utf-8", errors="replace").replace("\r\n", "\n")
        except OSError:
            return None

    return edit
