"""How much of the machine a piece of foreign work may take, and giving up the rest."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from tutor.namedtuple import NamedTuple

_PARENT_DEATH = 1
_CAPABILITIES = 0x20080522
_NOBODY = 65534


class Limits(NamedTuple):
    """What a piece of work may take."""

    seconds: float = 10.0
    """of the clock, for one result, or for a module to be imported"""
    memory: int = 512 << 20
    """bytes more than Python and NumPy have"""
    output: int = 64 << 10
    """bytes printed in one piece of work"""
    files: int = 64
    """files open at a time"""
    grace: float = 0.5
    """seconds after which work that does not end by itself is ended"""


class Guards(NamedTuple):
    """Which protections are used where the system has them. Tests switch them off one by one."""

    fork: bool = True
    """a process of its own for each piece of work"""
    landlock: bool = True
    seccomp: bool = True


def limit(limits: Limits) -> None:
    """Give up memory and files beyond the limits, for good."""
    _lower("RLIMIT_CORE", 0)
    _lower("RLIMIT_FSIZE", 0)
    _lower("RLIMIT_NOFILE", limits.files)
    if sys.platform == "linux":
        _lower("RLIMIT_AS", _taken() + limits.memory)
        _lower("RLIMIT_MEMLOCK", 0)
        _lower("RLIMIT_MSGQUEUE", 0)


def limit_processes() -> None:
    """Give up new processes and threads, for good."""
    _lower("RLIMIT_NPROC", 0)


def _lower(name: str, most: int) -> None:
    if sys.platform == "win32":
        return
    import resource

    kind = getattr(resource, name, None)
    if kind is None:
        return
    hard = resource.getrlimit(kind)[1]
    most = most if hard == resource.RLIM_INFINITY else min(most, hard)
    try:
        resource.setrlimit(kind, (most, most))
    except (OSError, ValueError):
        # Not every system takes every limit, and seccomp holds the last one already: the clock's hold everywhere.
        return


def end_with_parent() -> None:
    """See to it that this process ends when the one that started it does."""
    if sys.platform == "linux":
        import ctypes
        import signal

        ctypes.CDLL(None).prctl(_PARENT_DEATH, signal.SIGKILL, 0, 0, 0)


def drop_privileges() -> None:
    """Give up what root may do beyond others: raise limits, start any number of processes, read any file.

    The files stay root's own to read, for Python itself may lie in them.
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    import ctypes
    import struct

    libc = ctypes.CDLL(None, use_errno=True)
    # The number of processes is counted by the real user, and never for root. A container may have one user only.
    with contextlib.suppress(OSError):
        os.setresuid(_NOBODY, 0, 0)
    number = {"x86_64": 126, "aarch64": 91}.get(os.uname().machine)
    if number is not None:
        libc.syscall(number, struct.pack("=Ii", _CAPABILITIES, 0), bytes(24))


def _taken() -> int:
    """Return the bytes of address space that this process has."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * os.sysconf("SC_PAGE_SIZE")
