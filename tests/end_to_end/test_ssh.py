"""The program inside an SSH session: through a real OpenSSH server on this machine, with keys and a port of its own."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from .conftest import TOUR, shows_the_line
from .terminal import PATIENCE, Terminal

SSHD = shutil.which("sshd") or shutil.which("sshd", path="/usr/sbin:/usr/local/sbin")
SEPARATION = Path("/run/sshd")
"""Where a server that runs as root locks up the part of it that talks to strangers; the system makes it at boot."""

CONFIGURATION = """\
ListenAddress 127.0.0.1
Port {port}
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/key.pub
PidFile {folder}/sshd.pid
AuthenticationMethods publickey
KbdInteractiveAuthentication no
PasswordAuthentication no
PermitRootLogin yes
StrictModes no
UsePAM no
PrintMotd no
"""


@dataclass(frozen=True)
class Server:
    """A running server and how to reach it."""

    folder: Path
    port: int

    def session(self, command: str, *, size: tuple[int, int], environ: dict[str, str], tty: str = "-tt") -> Terminal:
        """Run a command on the server, in a terminal of this size (`tty` "-T": in none)."""
        client = [
            "ssh", tty, "-F", "none", "-p", str(self.port), "-i", str(self.folder / "key"),
            "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR",
            "-o", f"UserKnownHostsFile={self.folder}/known_hosts",
            f"{getpass.getuser()}@127.0.0.1", command,
        ]  # fmt: skip
        return Terminal(client, size=size, environ=environ)


def answers(port: int) -> bool:
    """Return whether something listens on a port of this machine."""
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An OpenSSH server for the length of these tests."""
    if SSHD is None or shutil.which("ssh") is None:
        pytest.skip("no OpenSSH server and client here (Debian: apt-get install openssh-server openssh-client)")
    if os.geteuid() == 0:
        SEPARATION.mkdir(mode=0o755, exist_ok=True)
    folder = tmp_path_factory.mktemp("ssh")
    for name in ("host_key", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    with socket.socket() as finder:
        finder.bind(("127.0.0.1", 0))
        port = finder.getsockname()[1]
    configuration = folder / "sshd_config"
    configuration.write_text(CONFIGURATION.format(port=port, folder=folder), encoding="utf-8")
    log = folder / "log"
    daemon = subprocess.Popen([SSHD, "-D", "-f", configuration, "-E", log])
    until = time.monotonic() + PATIENCE
    while not answers(port):
        assert daemon.poll() is None, log.read_text(encoding="utf-8")
        assert time.monotonic() < until
        time.sleep(0.05)
    yield Server(folder, port)
    daemon.terminate()
    daemon.wait()


@pytest.fixture
def command(environ: dict[str, str]) -> str:
    """The command that opens the short course on the server. Like a plain ssh, it brings no COLORTERM."""
    passed_on = {name: value for name, value in environ.items() if name not in ("TERM", "COLORTERM")}
    run = ["env", *(f"{name}={value}" for name, value in passed_on.items())]
    return shlex.join([*run, sys.executable, "-m", "tutor", str(TOUR), "--trust"])


@pytest.mark.parametrize("size", [(120, 36), (80, 24)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_learner_on_another_machine_moves_answers_leaves_and_comes_back(
    server: Server, command: str, environ: dict[str, str], size: tuple[int, int]
) -> None:
    with server.session(command, size=size, environ=environ) as terminal:
        terminal.wait_for("Start here: 1 · A line")
        terminal.press("enter")
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
        assert 2 == terminal.wait_for_end()
        assert "tutor show LESSON" in terminal.text
