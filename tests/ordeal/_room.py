"""A home to attack: a folder of its own, and where that can be a file system of its own, gone with the process."""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEGABYTES = 512
"""How much fits into a room that is a file system of its own."""
_CLONE_NEWNS = 0x00020000


@contextmanager
def home_in(room: Path) -> Iterator[Path]:
    """Let `TUTOR_HOME`, and all temporary files, lie in the folder `room` until the block ends; yield that home.

    Where this runs as root on Linux, `room` is a small file system in memory that no other process sees: what is
    filled or deleted there is nothing else's, and the kernel takes it away even when this process is killed. So it
    belongs into a process of its own.
    """
    mounted = own_file_system(room)
    home = room / "home"
    temporary = room / "tmp"
    home.mkdir()
    temporary.mkdir()
    before = {name: os.environ.get(name) for name in ("TUTOR_HOME", "TMPDIR")}
    os.environ |= {"TUTOR_HOME": str(home), "TMPDIR": str(temporary)}
    tempfile.tempdir = None  # looked up once, and kept
    try:
        yield home
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
        tempfile.tempdir = None
        if mounted:
            subprocess.run(["umount", "--lazy", str(room)], check=False)


def own_file_system(folder: Path, megabytes: int = MEGABYTES) -> bool:
    """Mount a file system in memory on `folder`, for this process and what it starts; say whether that went.

    It takes root on Linux; a container may forbid it even then.
    """
    if not sys.platform.startswith("linux") or os.geteuid() != 0 or not shutil.which("mount"):
        return False
    if ctypes.CDLL(None, use_errno=True).unshare(_CLONE_NEWNS) != 0:
        return False
    return all(
        subprocess.run(["mount", *words], check=False, capture_output=True).returncode == 0
        for words in (
            ("--make-rprivate", "/"),
            ("-t", "tmpfs", "-o", f"size={megabytes}m,mode=700", "tmpfs", str(folder)),
        )
    )
