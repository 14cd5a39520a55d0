"""Starting and ending processes, for as long as anybody likes."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

from tutor.worker.forked import pair

ROOT = Path(__file__).parents[2]
NURSERY = """
import os, sys
from tutor.worker.nursery import Nursery
Nursery(int(sys.argv[1]), lambda received: os._exit(0), lambda needs, received: None).run()
"""


def test_processes_are_started_however_many_ended_unheard() -> None:
    """Each tells how it ended, and what is not read fills the socket. 40 fill one that is as small as can be."""
    ours, theirs = pair(socket.SOCK_SEQPACKET)
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
    # In an interpreter of its own, which is small: to fork the tests' takes long.
    nursery = subprocess.Popen(
        [sys.executable, "-c", NURSERY, str(theirs.fileno())], pass_fds=[theirs.fileno()], cwd=ROOT
    )
    theirs.close()
    with ours:
        for number in range(40):
            mine, its = pair()
            with mine, its:
                socket.send_fds(ours, [f"fork {number}".encode("ascii")], [its.fileno()])
                its.close()
                # Until it has ended: nobody has the other end any more.
                assert b"" == mine.recv(1)
    assert 0 == nursery.wait()
