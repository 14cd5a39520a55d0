"""Starting and ending processes, for as long as anybody likes."""

from __future__ import annotations

import contextlib
import os
import socket

from tutor.worker.forked import pair
from tutor.worker.nursery import Nursery


def test_processes_are_started_however_many_ended_unheard() -> None:
    """Each tells how it ended, and what is not read fills the socket. 40 fill one that is as small as can be."""
    ours, theirs = pair(socket.SOCK_SEQPACKET)
    theirs.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1)
    nursery = os.fork()
    if nursery == 0:
        with contextlib.suppress(BaseException):
            ours.close()
            Nursery(theirs.detach(), lambda received: os._exit(0), lambda needs, received: None).run()  # noqa: ARG005
        os._exit(1)
    theirs.close()
    with ours:
        for number in range(40):
            mine, its = pair()
            with mine, its:
                socket.send_fds(ours, [f"fork {number}".encode("ascii")], [its.fileno()])
                its.close()
                # Until it has ended: nobody has the other end any more.
                assert b"" == mine.recv(1)
    assert 0 == os.waitpid(nursery, 0)[1]
