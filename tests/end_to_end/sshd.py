"""A real OpenSSH server on this machine, with keys and a port of its own."""

from __future__ import annotations

import getpass
import os
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

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

    def through(self, port: int) -> Server:
        """Return the same server, reached by another port that leads to it."""
        return replace(self, port=port)

    def session(self, command: str, *, size: tuple[int, int], environ: Mapping[str, str], tty: str = "-tt") -> Terminal:
        """Run a command on the server, in a terminal of this size (`tty` "-T": in none)."""
        client = [
            "ssh", tty, "-F", "none", "-p", str(self.port), "-i", str(self.folder / "key"),
            "-o", "IdentitiesOnly=yes", "-o", "StrictHostKeyChecking=no", "-o", "LogLevel=ERROR",
            "-o", f"UserKnownHostsFile={self.folder}/known_hosts",
            f"{getpass.getuser()}@127.0.0.1", command,
        ]  # fmt: skip
        return Terminal(client, size=size, environ=environ)


def tutor_command(environ: Mapping[str, str], *arguments: str) -> str:
    """Return the command that runs the tutor on the server. Like a plain ssh, it brings no COLORTERM."""
    passed_on = {name: value for name, value in environ.items() if name not in ("TERM", "COLORTERM")}
    run = ["env", *(f"{name}={value}" for name, value in passed_on.items())]
    return shlex.join([*run, sys.executable, "-m", "tutor", *arguments])


def what_is_missing() -> str | None:
    """Say what has to be installed before a server can run; None where all is there."""
    if SSHD is None or shutil.which("ssh") is None:
        return "no OpenSSH server and client here (Debian: apt-get install openssh-server openssh-client)"
    return None


def answers(port: int) -> bool:
    """Return whether something listens on a port of this machine."""
    with socket.socket() as caller:
        caller.settimeout(1)
        return caller.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def running_server(folder: Path) -> Iterator[Server]:
    """Run an OpenSSH server that keeps its files in `folder`."""
    assert SSHD is not None
    if os.geteuid() == 0:
        SEPARATION.mkdir(mode=0o755, exist_ok=True)
    for name in ("host_key", "key"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", folder / name], check=True)
    with socket.socket() as finder:
        finder.bind(("127.0.0.1", 0))
        port = finder.getsockname()[1]
    configuration = folder / "sshd_config"
    configuration.write_text(CONFIGURATION.format(port=port, folder=folder), encoding="utf-8")
    log = folder / "log"
    daemon = subprocess.Popen([SSHD, "-D", "-f", configuration, "-E", log])
    try:
        until = time.monotonic() + PATIENCE
        while not answers(port):
            assert daemon.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < until
            time.sleep(0.05)
        yield Server(folder, port)
    finally:
        daemon.terminate()
        daemon.wait()
