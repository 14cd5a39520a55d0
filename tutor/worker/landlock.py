"""Landlock: a process gives up what it may reach of the file system and of the network, for itself and its children.

Linux from 5.13 on has it, where it is not switched off; what each version adds is in the kernel's
Documentation/userspace-api/landlock.rst. Everything is refused but reading below the given folders.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Iterable

_CREATE, _ADD, _RESTRICT = 444, 445, 446
"""System calls; the same numbers on every architecture."""
_VERSION = 1
_PATH_BENEATH = 1
_READ_FILE, _READ_DIR = 1 << 2, 1 << 3
_FILE_RIGHTS = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
"""How many rights over files there are, from a version on."""
_NETWORK_FROM, _NETWORK = 4, 0b11
"""Binding and connecting."""
_SCOPES_FROM, _SCOPES = 6, 0b11
"""Abstract sockets, and signals to processes outside."""
_NO_NEW_PRIVILEGES = 38


def version() -> int:
    """Return which version of Landlock the kernel has; 0 for none."""
    if sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"):
        return 0
    found = _libc().syscall(_CREATE, None, ctypes.c_size_t(0), ctypes.c_uint32(_VERSION))
    return max(int(found), 0)


def confine(readable: Iterable[str]) -> bool:
    """Refuse this process all files but to read those below the given paths; return whether that holds from now on.

    Raises:
        OSError: the kernel has Landlock, but refuses to use it.
    """
    has = version()
    if not has:
        return False
    rights = (1 << _FILE_RIGHTS[min(has, max(_FILE_RIGHTS))]) - 1
    rules = _rules(has, rights)
    try:
        for path in readable:
            try:
                place = os.open(path, os.O_PATH | os.O_CLOEXEC)
            except OSError:
                continue  # what is not there need not be read
            try:
                allowed = _READ_FILE | (_READ_DIR if os.path.isdir(path) else 0)  # noqa: PTH112 - a descriptor's path
                rule = struct.pack("=Qi", allowed, place)
                _checked(
                    _libc().syscall(_ADD, ctypes.c_int(rules), ctypes.c_int(_PATH_BENEATH), rule, ctypes.c_uint32(0))
                )
            finally:
                os.close(place)
        _restrict(rules)
    finally:
        os.close(rules)
    return True


def confine_signals() -> bool:
    """Refuse this process to send a signal to any process outside; return whether that holds from now on."""
    has = version()
    if has < _SCOPES_FROM:
        return False
    rules = _rules(has, 0)
    try:
        _restrict(rules)
    finally:
        os.close(rules)
    return True


def _rules(has: int, rights: int) -> int:
    network = _NETWORK if rights and has >= _NETWORK_FROM else 0
    scopes = _SCOPES if has >= _SCOPES_FROM else 0
    handled = struct.pack("=QQQ", rights, network, scopes)
    # A kernel takes no longer a struct than it knows, unless the rest is zero.
    return _checked(_libc().syscall(_CREATE, handled, ctypes.c_size_t(len(handled)), ctypes.c_uint32(0)))


def _restrict(rules: int) -> None:
    libc = _libc()
    _checked(libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0))
    _checked(libc.syscall(_RESTRICT, ctypes.c_int(rules), ctypes.c_uint32(0)))


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _checked(found: int) -> int:
    if found < 0:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code))
    return found
