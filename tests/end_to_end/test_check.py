"""`tutor check` on a terminal: how far it has come, and that whoever has seen enough is not kept."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from tutor.cli.world import course_folder

from .terminal import Terminal


@pytest.mark.skipif(sys.platform != "linux", reason="forks")
def test_it_shows_how_far_it_has_come_and_ctrl_c_ends_all_of_it_without_a_word(environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tutor", "check", str(course_folder(None)), "--processes", "2"]
    with Terminal(command, size=(80, 24), environ=environ) as terminal:
        terminal.wait_for("Proving")
        os.killpg(terminal.process.pid, signal.SIGINT)
        assert -signal.SIGINT == terminal.wait_for_end()
        assert "Traceback" not in terminal.raw.decode()
        # Each of its processes is in its group.
        with pytest.raises(ProcessLookupError):
            os.killpg(terminal.process.pid, 0)
