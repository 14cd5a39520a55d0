"""The program inside tmux, as tmux itself sees it."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.walks import some_now

from .conftest import TOUR
from .terminal import PATIENCE


class Tmux:
    """A tmux server of its own, with one window."""

    def __init__(self, socket: Path, environ: dict[str, str]) -> None:
        self._socket, self._environ = socket, environ

    def __call__(self, *words: str) -> str:
        """Run a tmux command and return what it prints."""
        command = ["tmux", "-f", "/dev/null", "-S", str(self._socket), *words]
        return subprocess.run(command, env=self._environ, check=True, capture_output=True, text=True).stdout

    def wait_for(self, wanted: str, *, pressing: str = "") -> None:
        """Wait until the window shows `wanted`, pressing a key now and then if one is given."""
        until = time.monotonic() + PATIENCE
        while wanted not in (text := self("capture-pane", "-p")):
            assert time.monotonic() < until, f"waited for {wanted!r}; the window is:\n{text}"
            if pressing:
                self("send-keys", pressing)
            time.sleep(0.3)


@pytest.fixture
def tmux(tmp_path: Path, environ: dict[str, str]) -> Iterator[Tmux]:
    """A tmux server for one test."""
    if shutil.which("tmux") is None:
        pytest.skip("no tmux here")
    server = Tmux(tmp_path / "tmux", environ)
    yield server
    server("kill-server")


@some_now("size", [(80, 24), (120, 36)], [(80, 24)], ids=str)
def test_inside_tmux_a_lesson_opens_and_a_slider_moves(tmux: Tmux, size: tuple[int, int]) -> None:
    tutor = shlex.join([sys.executable, "-m", "tutor", str(TOUR), "--trust", "--at", "line/set"])
    tmux("new-session", "-d", "-x", str(size[0]), "-y", str(size[1]), tutor)
    tmux.wait_for("Make the line steep.")
    tmux.wait_for("▸ k", pressing="Tab")
    tmux("send-keys", "Right")
    tmux.wait_for("height 2.0")
