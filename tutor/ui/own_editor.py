"""A program in the learner's own editor: a file that is followed as it is saved, and the editor that opens it."""

from __future__ import annotations

import shlex
import shutil
import subprocess
from contextlib import AbstractContextManager
from pathlib import Path
from tempfile import mkdtemp
from typing import Protocol, cast

from textual.widget import Widget

from tutor.program import LONGEST_SOURCE

FOLLOW_EVERY = 0.25
"""Seconds between two looks at the file."""
_LARGEST = 4 * LONGEST_SOURCE
"""bytes"""
_BESIDE = (
    "atom", "bbedit", "code", "code-insiders", "codium", "cursor", "emacsclient", "geany", "gedit",
    "gnome-text-editor", "gvim", "idea", "kate", "kwrite", "lapce", "leafpad", "mate", "mousepad", "mvim",
    "notepad", "notepad++", "notepadqq", "open", "pluma", "pycharm", "subl", "sublime_text", "vscodium", "windsurf",
    "xdg-open", "xed", "zed",
)  # fmt: skip
"""Editors with a window of their own, by their commands: the tutor goes on beside them. Any other gets the terminal."""


class HasOwnEditor(Protocol):
    """An app that knows which editor its learner uses."""

    editor_command: str

    def lent_terminal(self) -> AbstractContextManager[None]:
        """Leave the terminal to another program for a while."""


def editor_command_of(widget: Widget) -> str:
    """Return the command of the learner's own editor; "" where they have named none."""
    return cast("HasOwnEditor", widget.app).editor_command


def is_beside(command: str) -> bool:
    """Return whether an editor opens a window of its own. One that is told to wait does so all the same."""
    words = _words(command)
    name = Path(words[0]).stem.lower() if words else ""
    return name in _BESIDE and not (name == "emacsclient" and ("-t" in words or "-nw" in words))


def open_beside(command: str, path: Path) -> subprocess.Popen[bytes]:
    """Open a file in an editor with a window of its own, and go on; return what has to be asked whether it has ended.

    Raises:
        OSError: it cannot be started.
    """
    return subprocess.Popen(
        [*_words(command), str(path)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def open_here(widget: Widget, command: str, path: Path) -> None:
    """Open a file in an editor that takes the terminal of `widget`, and wait until it is closed.

    Raises:
        OSError: it cannot be started.
        SuspendNotSupported: there is no terminal for it.
    """
    with cast("HasOwnEditor", widget.app).lent_terminal():
        subprocess.run([*_words(command), str(path)], check=False)


def _words(command: str) -> list[str]:
    try:
        return shlex.split(command)
    except ValueError:
        # A quotation mark is left open.
        return command.split()


class Followed:
    """A program in a file of its own, in a folder that only the learner can look into."""

    def __init__(self, name: str, text: str) -> None:
        """Write it.

        Raises:
            OSError: there is no room for it.
        """
        self._folder = Path(mkdtemp(prefix="tutor-"))
        self.path = self._folder / f"{name}.py"
        self._seen: tuple[int, int] = (0, 0)
        try:
            self.write(text)
        except OSError:
            self.close()
            raise

    def write(self, text: str) -> None:
        """Write the program as it stands now.

        Raises:
            OSError: that cannot be done.
        """
        self.path.write_text(text, encoding="utf-8")
        self._seen = self._state()

    def saved(self) -> str | None:
        """Return the program as it was saved in the meantime; None where it was not."""
        try:
            state = self._state()
            if state == self._seen:
                return None
            self._seen = state
            with self.path.open("rb") as file:
                data = file.read(_LARGEST)
        except OSError:
            # An editor may take a file away for a moment while it saves.
            return None
        return data.decode("utf-8", "replace").replace("\r\n", "\n")[:LONGEST_SOURCE]

    def close(self) -> None:
        """Take the file away."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _state(self) -> tuple[int, int]:
        status = self.path.stat()
        return status.st_mtime_ns, status.st_size
