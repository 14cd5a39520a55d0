"""The program as a learner runs it: in a terminal of its own, with a record of its own."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .sshd import Server, running_server, what_is_missing
from .terminal import Terminal

TOUR = Path(__file__).parent.parent / "tour"
REPOSITORY = Path(__file__).parent.parent.parent
PASSED_ON = ("PATH", "HOME", "SYSTEMROOT", "VIRTUAL_ENV", "COVERAGE_PROCESS_START")

OpenTerminal = Callable[..., Terminal]


def shows_the_line(text: str) -> bool:
    """Whether the screen shows the tour's first step: its text, or its slider where that has the focus."""
    return "1 · A line" in text and ("its height over" in text or "▸ k" in text)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """An OpenSSH server for the length of the tests of a file."""
    if (missing := what_is_missing()) is not None:
        pytest.skip(missing)
    with running_server(tmp_path_factory.mktemp("ssh")) as server:
        yield server


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """The environment of a usual terminal in English, with a record in the test's own folder."""
    inherited = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    return inherited | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(REPOSITORY),
        "TUTOR_HOME": str(tmp_path / "record"),
    }


@pytest.fixture
def open_tutor(environ: dict[str, str]) -> OpenTerminal:
    """Run `tutor` with arguments in a terminal: `with open_tutor("--lang", "ko", size=(80, 24)) as terminal`."""

    def opened(*arguments: str, size: tuple[int, int] = (120, 36), course: str = str(TOUR), **changed: str) -> Terminal:
        command = [sys.executable, "-m", "tutor", *([course, "--trust"] if course else []), *arguments]
        return Terminal(command, size=size, environ=environ | changed)

    return opened
