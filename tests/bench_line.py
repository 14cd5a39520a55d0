"""How the tutor answers over a slow line, in seconds:  python -m tests.bench_line [WORD …]

Through a real OpenSSH server and a link that is so wide and so long. Nothing here is a test: the figures belong to the
machine too; `tests/end_to_end/test_slow_line.py` holds what must be true on any. Words choose among the links by name.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.end_to_end.link import Link
from tests.end_to_end.sshd import Server, running_server, tutor_command, what_is_missing
from tests.end_to_end.terminal import Terminal

REPOSITORY = Path(__file__).parent.parent
FILM = "xor-training/watch-it-learn"
FRAMES_A_SECOND = 15
AT = re.compile(r"(\d+) / 150")
PLAYS = 4.0
HOME, END = "\x1b[H", "\x1b[F"
STILL = 1.5
"""Seconds without a byte after which nothing more will come."""


@dataclass
class Times:
    """What was measured on one link, in seconds unless it says otherwise."""

    opens: float
    """until the lesson is on screen, whole"""
    key: float
    """from a slider's key during the film to the new value on screen"""
    whole: float
    """from that key to the last word on screen that it changes"""
    lag: float
    """by how much the film was behind the clock, at worst"""
    seen: float
    """frames a second"""
    quits: float
    """from the key to the end of the session"""
    carried: float
    """kilobytes that crossed the link while it played"""

    def __str__(self) -> str:
        return (
            f"opens {self.opens:5.2f}  key {self.key:5.2f}  whole {self.whole:5.2f}  "
            f"film behind {self.lag:5.2f}, {self.seen:4.1f}/s, {self.carried:.0f} KB  quits {self.quits:5.2f}"
        )


def until(terminal: Terminal, there: Callable[[str], bool], *, patience: float = 120.0) -> float:
    """Take in what comes until the screen shows it; return how long that took."""
    began = time.monotonic()
    while not there(terminal.text):
        terminal.listen(0.01)
        if time.monotonic() > began + patience:
            raise SystemExit(f"never came; the screen is:\n{terminal.text}")
    return time.monotonic() - began


def still(terminal: Terminal) -> float:
    """Take in what comes until nothing has for a while; return when the screen last changed its words."""
    last, size = time.monotonic(), len(terminal.raw)
    changed, text = last, terminal.text
    while time.monotonic() < last + STILL:
        terminal.listen(0.01)
        if len(terminal.raw) != size:
            last, size = time.monotonic(), len(terminal.raw)
            if terminal.text != text:
                changed, text = last, terminal.text
    return changed


def step_of(text: str) -> int:
    """Return the film's step that the screen shows."""
    found = AT.search(text)
    return int(found[1]) if found else 0


def measure(server: Server, home: Path, *, size: tuple[int, int], bytes_a_second: float, seconds: float) -> Times:
    """Open the lesson with the film over such a link, play it, move its slider, and quit."""
    environ = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ} | {
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(REPOSITORY),
        "TUTOR_HOME": str(home),
    }
    command = tutor_command(environ, "--lang", "en", "--at", FILM)
    with (
        Link(server.port, bytes_a_second=bytes_a_second, seconds=seconds) as link,
        server.through(link.port).session(command, size=size, environ=environ) as terminal,
    ):
        began = time.monotonic()
        until(terminal, lambda text: "Watch it learn" in text and "┤" in text and "next part" in text)
        opens = still(terminal) - began
        terminal.tab_to("▸ training")
        still(terminal)
        terminal.press(HOME)
        still(terminal)
        before = link.carried
        terminal.press("space")
        pressed = time.monotonic()
        behind, shown = [], set()
        while (now := time.monotonic()) < pressed + PLAYS:
            terminal.listen(0.01)
            step = step_of(terminal.text)
            shown.add(step)
            behind.append((now - pressed) - step / FRAMES_A_SECOND)
        carried = (link.carried - before) / 1024
        terminal.press(END)
        pressed = time.monotonic()
        key = until(terminal, lambda text: step_of(text) == 150)
        whole = still(terminal) - pressed
        terminal.press(HOME, "space")
        terminal.listen(PLAYS)
        terminal.press("ctrl+q")
        pressed = time.monotonic()
        terminal.wait_for_end()
        quits = time.monotonic() - pressed
    return Times(opens, key, whole, max(behind), len(shown) / PLAYS, quits, carried)


def main() -> None:
    """Measure and print."""
    if (missing := what_is_missing()) is not None:
        raise SystemExit(missing)
    wanted = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server:
        for columns, rows in ((120, 36), (300, 100)):
            for width, seconds in ((20_000, 0.0), (20_000, 0.075), (1e6, 0.075), (1e7, 0.0)):
                name = f"{columns}x{rows} {width / 1000:g}KB/s {seconds * 2000:g}ms"
                if wanted and not any(one in name for one in wanted):
                    continue
                times = measure(
                    server,
                    Path(folder) / name.replace("/", "_").replace(" ", "_"),
                    size=(columns, rows),
                    bytes_a_second=width,
                    seconds=seconds,
                )
                print(f"{name:<28} {times}", flush=True)


if __name__ == "__main__":
    main()
