"""The program over a line that is narrow, or long: through a real OpenSSH server, which swallows a megabyte.

What is asserted is true on any machine, in bytes and in order; `python -m tests.bench_line` tells seconds.
"""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from .link import Link
from .sshd import Server, tutor_command
from .terminal import PATIENCE, Terminal

pytestmark = pytest.mark.server

NARROW = 20_000
"""bytes a second"""
FILM = "xor-training/watch-it-learn"
LAST = 150
AT = re.compile(rf"(\d+) / {LAST}")
HOME, END = "\x1b[H", "\x1b[F"
SEVERAL_FRAMES = 24_000
"""Bytes that some frames of the film have, and less than a second of it: the queue that there was held hundreds."""


@pytest.fixture
def command(environ: dict[str, str]) -> str:
    """The command that opens the lesson with the film on the server."""
    return tutor_command(environ, "--lang", "en", "--at", FILM)


def step_of(text: str) -> int:
    """Return the film's step that the screen shows."""
    found = AT.search(text)
    return int(found[1]) if found else -1


def playing(terminal: Terminal, seconds: float) -> None:
    """Play the film from its beginning for a while."""
    terminal.wait_for(lambda text: "Watch it learn" in text and "next part" in text)
    for _ in range(12):
        quiet(terminal, 0.5)
        if "▸ training" in terminal.text:
            break
        terminal.press("tab")
    terminal.press(HOME)
    terminal.wait_for(lambda text: step_of(text) == 0)
    terminal.press("space")
    terminal.wait_for(lambda text: step_of(text) > 0)
    terminal.listen(seconds)


@pytest.mark.parametrize("size", [(120, 36), (300, 100)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_key_during_a_film_waits_behind_a_frame_not_behind_all_of_them(
    server: Server, command: str, environ: dict[str, str], size: tuple[int, int]
) -> None:
    with (
        Link(server.port, bytes_a_second=NARROW) as link,
        server.through(link.port).session(command, size=size, environ=environ) as terminal,
    ):
        playing(terminal, 3.0)
        before = link.carried
        terminal.press(END)
        terminal.wait_for(lambda text: step_of(text) == LAST)
        assert link.carried - before < SEVERAL_FRAMES
        # The whole picture comes as well, and nothing of it stays behind.
        terminal.wait_for(lambda text: text.count("epoch 3000") == 1 and "After 3000 epochs" in text)


@pytest.mark.parametrize("size", [(120, 36), (300, 100)], ids=lambda size: f"{size[0]}x{size[1]}")
def test_a_session_ends_without_what_was_on_its_way(
    server: Server, command: str, environ: dict[str, str], size: tuple[int, int]
) -> None:
    with (
        Link(server.port, bytes_a_second=NARROW) as link,
        server.through(link.port).session(command, size=size, environ=environ) as terminal,
    ):
        playing(terminal, 3.0)
        before = link.carried
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()
        assert link.carried - before < SEVERAL_FRAMES


def test_what_stands_at_last_is_what_stands_over_a_wide_line(
    server: Server, command: str, environ: dict[str, str], tmp_path: Path
) -> None:
    seen = []
    for width in (NARROW, float("inf")):
        with (
            Link(server.port, bytes_a_second=width) as link,
            server.through(link.port).session(
                command.replace("TUTOR_HOME=", f"TUTOR_HOME={tmp_path}/{width}"), size=(120, 36), environ=environ
            ) as terminal,
        ):
            playing(terminal, 1.5)
            terminal.press(*["\x1b[D"] * 10, END, "?")
            terminal.wait_for("What the keys do here")
            terminal.press("escape")
            terminal.wait_for(lambda text: "What the keys do here" not in text and "epoch 3000 ·" in text)
            quiet(terminal)
            seen.append(terminal.text)
    assert seen[0] == seen[1]


def test_a_long_line_carries_the_film_and_leaves_nothing_behind(server: Server, environ: dict[str, str]) -> None:
    """On a shell's terminal, an answer to a question that the program did not wait for is typed at the prompt."""
    tutor = tutor_command(environ, "--lang", "en", "--at", FILM)
    command = f"stty echo; {tutor}; sleep 1; echo it is over"
    with (
        Link(server.port, seconds=0.075) as link,
        server.through(link.port).session(command, size=(120, 36), environ=environ) as terminal,
    ):
        playing(terminal, 1.0)
        steps = set()
        began = time.monotonic()
        while (step := step_of(terminal.text)) < LAST and time.monotonic() < began + PATIENCE:
            steps.add(step)
            terminal.listen(0.01)
        assert len(steps) > 20
        terminal.press(HOME, "space")
        terminal.listen(1.0)
        terminal.press("ctrl+q")
        terminal.wait_for("it is over")
        after = terminal.raw[terminal.raw.rindex(b"\x1b[?1049l") :]
        assert b"^[" not in after
        assert b"0n" not in after


def quiet(terminal: Terminal, seconds: float = 2.0) -> None:
    """Take in what comes until nothing has for a while."""
    size = -1
    while size != len(terminal.raw):
        size = len(terminal.raw)
        terminal.listen(seconds)
