"""Ctrl+Z goes back to the shell, and `fg` to the same screen; where there is no shell, neither is offered."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import TOUR, OpenTerminal
from .terminal import PATIENCE
from .test_tmux import Tmux

TUTOR = shlex.join([sys.executable, "-m", "tutor", str(TOUR), "--trust", "--at", "line/move"])
SHELL = "env 'PS1=SHELL> ' bash --norc --noprofile -i"


@pytest.fixture
def tmux(tmp_path: Path, environ: dict[str, str]) -> Iterator[Tmux]:
    """A tmux server for one test: it knows the alternate screen, as a person's terminal does."""
    if shutil.which("tmux") is None or shutil.which("bash") is None:
        pytest.skip("no tmux or no bash here")
    server = Tmux(tmp_path / "tmux", environ)
    yield server
    server("kill-server")


def still(tmux: Tmux) -> str:
    """Return the window once it stays as it is."""
    until = time.monotonic() + PATIENCE
    before = ""
    while before != (text := tmux("capture-pane", "-p")):
        assert time.monotonic() < until, text
        before = text
        time.sleep(0.3)
    return before


def youngest(tmux: Tmux) -> int:
    """Return the process that the shell in the window has started, or what that has started in turn for its job.

    What runs the labs of a course has a session of its own.
    """
    process = int(tmux("display-message", "-p", "#{pane_pid}"))
    session = os.getsid(process)
    while children := [int(child) for child in Path(f"/proc/{process}/task/{process}/children").read_text().split()]:
        here = [child for child in children if os.getsid(child) == session]
        if not here:
            break
        process = here[0]
    return process


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.walk
@pytest.mark.parametrize("started", [TUTOR, f"bash -c '{TUTOR}; true'"], ids=["itself", "by-a-script"])
def test_ctrl_z_goes_to_the_shell_and_fg_to_the_same_screen(tmux: Tmux, started: str) -> None:
    tmux("new-session", "-d", "-x", "120", "-y", "36", SHELL)
    tmux.wait_for("SHELL>")
    tmux("send-keys", started, "Enter")
    tmux.wait_for("its height over")
    tmux.wait_for("▸ k")
    tmux("send-keys", "Right")
    tmux.wait_for("height 3.0")
    before = still(tmux)
    for pause in ("C-z", signal.SIGTSTP):
        if isinstance(pause, signal.Signals):
            # What a shell's own `kill` does.
            os.kill(youngest(tmux), pause)
        else:
            tmux("send-keys", pause)
        tmux.wait_for("Stopped")
        shell = still(tmux)
        assert "its height over" not in shell
        assert "0" == tmux("display-message", "-p", "#{mouse_any_flag}").strip()
        tmux("send-keys", "clear; echo here-$((40+2))", "Enter")
        tmux.wait_for("here-42")
        tmux("send-keys", "clear; fg", "Enter")
        tmux.wait_for("its height over")
        assert before == still(tmux)
    tmux("send-keys", "Right")
    tmux.wait_for("height 4.0")
    tmux("send-keys", "C-q")
    tmux.wait_for("SHELL>")
    tmux("send-keys", "clear; echo code-$?", "Enter")
    tmux.wait_for("code-0")
    tmux("send-keys", "stty -a", "Enter")
    tmux.wait_for("icanon")
    assert "-icanon" not in still(tmux)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
@pytest.mark.walk
def test_a_stop_without_a_word_is_got_over_as_well(tmux: Tmux) -> None:
    tmux("new-session", "-d", "-x", "120", "-y", "36", SHELL)
    tmux.wait_for("SHELL>")
    tmux("send-keys", TUTOR, "Enter")
    tmux.wait_for("its height over")
    before = still(tmux)
    process = youngest(tmux)
    for _ in range(2):
        os.kill(process, signal.SIGSTOP)
        tmux.wait_for("Stopped")
        tmux("send-keys", "fg", "Enter")
        tmux.wait_for("its height over")
        assert before == still(tmux)
    # One thread that reads keys: of two, each would get half of them.
    tmux("send-keys", "l")
    tmux.wait_for("높이")
    tmux("send-keys", "l")
    tmux.wait_for("its height over")
    tmux("send-keys", "C-q")
    tmux.wait_for("SHELL>")
    tmux("send-keys", "clear; stty -a", "Enter")
    tmux.wait_for("icanon")
    assert "-icanon" not in still(tmux)


@pytest.mark.walk
def test_where_no_shell_waits_ctrl_z_is_neither_offered_nor_obeyed(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", size=(120, 70)) as terminal:
        terminal.wait_for("its height over")
        terminal.press("\x1a")
        os.kill(terminal.process.pid, signal.SIGTSTP)
        terminal.press("?")
        terminal.wait_for("What the keys do here")
        terminal.rest()
        assert "^p" in terminal.text
        assert "^z" not in terminal.text
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()


@pytest.mark.walk
def test_in_a_shell_the_help_names_ctrl_z(tmux: Tmux) -> None:
    tmux("new-session", "-d", "-x", "120", "-y", "60", SHELL)
    tmux.wait_for("SHELL>")
    tmux("send-keys", TUTOR, "Enter")
    tmux.wait_for("its height over")
    tmux("send-keys", "?")
    tmux.wait_for("to the shell")
