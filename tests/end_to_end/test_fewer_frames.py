"""Over SSH a film has fewer frames, unless more are asked for, and ends as anywhere: through a real OpenSSH server."""

from __future__ import annotations

import re

import pyte
import pytest

from .conftest import TOUR, OpenTerminal
from .sshd import Server, tutor_command
from .terminal import UNKNOWN_TO_PYTE, Terminal

SIZE = (120, 36)
LAST = 40
SECONDS = 1
"""How long the film is, at four times its speed."""
AT = re.compile(rf"(\d+) / {LAST}")
DRAWN = b"\x1b[5n"
"""What the driver asks after each frame."""


def film_in(terminal: Terminal) -> tuple[list[int], str]:
    """Play the film of the tour to its end; return the steps that it was drawn at, and the last screen."""
    terminal.tab_to("▸ frame")
    terminal.press("]", "]")
    terminal.rest()
    terminal.press("space")
    terminal.wait_for(f"has walked {LAST} steps")
    terminal.rest()
    screen = pyte.Screen(*SIZE)
    stream = pyte.ByteStream(screen)
    steps = []
    for frame in terminal.raw.split(DRAWN):
        stream.feed(UNKNOWN_TO_PYTE.sub(b"", frame))
        found = AT.search("\n".join(screen.display))
        if found is not None and int(found[1]) != (steps or [0])[-1]:
            steps.append(int(found[1]))
    return steps, terminal.text


@pytest.mark.walk
def test_a_film_over_ssh_is_drawn_ten_times_a_second_and_ends_as_it_does_here(
    open_tutor: OpenTerminal, tmp_path_factory: pytest.TempPathFactory
) -> None:
    seen = []
    for ssh in ({}, {"SSH_CONNECTION": "10.0.0.2 50000 10.0.0.1 22"}):
        home = str(tmp_path_factory.mktemp("home"))
        with open_tutor("--at", "film/play", size=SIZE, TUTOR_HOME=home, **ssh) as terminal:
            seen.append(film_in(terminal))
    (here, last_here), (over_ssh, last_over_ssh) = seen
    # Begun and ended as it is, there may be two more. A busy machine draws fewer, here as well.
    assert len(over_ssh) <= SECONDS * 10 + 2
    assert LAST == over_ssh[-1] == here[-1]
    assert last_here == last_over_ssh


@pytest.mark.server
@pytest.mark.parametrize(("chosen", "frames"), [((), 10), (("--frames", "5"), 5)])
def test_through_a_real_server_there_are_as_many_frames_as_are_wanted(
    server: Server, environ: dict[str, str], chosen: tuple[str, ...], frames: int
) -> None:
    command = tutor_command(environ, str(TOUR), "--trust", "--at", "film/play", *chosen)
    with server.session(command, size=SIZE, environ=environ) as terminal:
        steps, _ = film_in(terminal)
    assert len(steps) <= SECONDS * frames + 2
    assert LAST == steps[-1]
