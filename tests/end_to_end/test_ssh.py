"""The program inside an SSH session: through a real OpenSSH server on this machine."""

from __future__ import annotations

import pytest

from .conftest import TOUR, shows_the_line
from .sshd import Server, tutor_command

pytestmark = pytest.mark.server


@pytest.fixture
def command(environ: dict[str, str]) -> str:
    """The command that opens the short course on the server."""
    return tutor_command(environ, str(TOUR), "--trust")


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_learner_on_another_machine_moves_answers_leaves_and_comes_back(
    server: Server, command: str, environ: dict[str, str], size: tuple[int, int]
) -> None:
    with server.session(command, size=size, environ=environ) as terminal:
        terminal.wait_for("Start here: 1 · A line")
        terminal.press("enter")
        terminal.wait_for("its height over")
        terminal.tab_to("▸ k")
        terminal.press("right")
        terminal.wait_for("height 3.0")
        terminal.tab_to("enter answer")
        terminal.press("3", "enter")
        terminal.wait_for("Two steps of k: 1.5·2 = 3")
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()
        assert terminal.modes_before == terminal.modes
    with server.session(command, size=size, environ=environ) as terminal:
        terminal.wait_for("Two steps of k: 1.5·2 = 3")


def test_a_session_that_breaks_off_keeps_what_was_answered(
    server: Server, command: str, environ: dict[str, str]
) -> None:
    with server.session(f"{command} --at line/move", size=(120, 36), environ=environ) as terminal:
        terminal.tab_to("enter answer")
        terminal.press("3", "enter")
        terminal.wait_for("Two steps of k: 1.5·2 = 3")
        terminal.process.kill()
        terminal.wait_for_end()
    with server.session(command, size=(120, 36), environ=environ) as terminal:
        terminal.wait_for("Two steps of k: 1.5·2 = 3")


def test_the_window_may_change_its_size_on_the_way(server: Server, command: str, environ: dict[str, str]) -> None:
    with server.session(f"{command} --at line/move", size=(120, 36), environ=environ) as terminal:
        terminal.wait_for("its height over")
        terminal.resize(59, 18)
        terminal.wait_for("needs 60×18")
        terminal.resize(80, 24)
        terminal.wait_for(shows_the_line)


def test_a_session_without_a_terminal_gets_words_not_drawings(
    server: Server, command: str, environ: dict[str, str]
) -> None:
    with server.session(command, size=(120, 36), environ=environ, tty="-T") as terminal:
        terminal.wait_for("The number of a lesson opens it.")
        terminal.press(*"quit", "enter")
        assert 0 == terminal.wait_for_end()
        assert "Everything is saved." in terminal.text
        assert b"\x1b" not in terminal.raw
