"""Press, click, paste and resize at random, 2,000 times a round, in a real terminal that need not be honest."""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.end_to_end.terminal import Terminal
from tests.ordeal._frame import in_turn
from tests.ordeal.keys import EVENTS, TOUR, some_bytes
from tutor.ui.terminal.line import PATIENCE

ROUNDS = 100
SIZES = ((100, 34), (59, 17), (20, 5), (61, 19), (120, 36), (80, 24), (200, 60))
WHOLE = (100, 34)
"""How large the terminal is at the beginning and at the end."""
ENDLESS = """
import sys
from tutor.ui.app import TutorApp
TutorApp.exit = lambda *_, **__: None
sys.argv = ["tutor", {course!r}, "--trust", "--lang", "en"]
from tutor.__main__ import main
sys.exit(main())
"""
"""The tutor, which no key ends."""


def storm(seed: int, events: int, environ: Mapping[str, str]) -> None:
    """Play one storm, and find that the tutor does what its keys say after it.

    Raises:
        AssertionError: it does not, or has ended.
    """
    chance = random.Random(seed)
    size = WHOLE
    with Terminal([sys.executable, "-c", ENDLESS.format(course=str(TOUR))], size=size, environ=environ) as terminal:
        terminal.wait_for("enter open")
        for _ in range(events):
            if chance.random() < 0.02:
                size = chance.choice(SIZES)
                terminal.resize(*size)
            terminal.send(some_bytes(chance, size))
            terminal.listen(0.002)
        # A paste that was left open, and what was left of a sequence.
        terminal.send(b"\x1b[201~")
        terminal.resize(*WHOLE)
        # This terminal was slow to read. As long as an answer of it is overdue, what it shows may be of long ago.
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            terminal.rest()
        for _ in range(12):
            if any(words in terminal.text for words in ("q quit", "q 끝내기")):
                break
            terminal.press("escape")
            terminal.rest()
        terminal.press("?")
        # A key among them may have changed the language.
        terminal.wait_for(lambda text: "What the keys do here" in text or "여기서 쓸 수 있는 키" in text)
        assert terminal.process.poll() is None


def one_round(seed: int) -> str:
    """Play one round, and return what failed, on one line; "" where nothing did."""
    with tempfile.TemporaryDirectory() as folder:
        environ = os.environ | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "LANG": "C.UTF-8",
            "PYTHONPATH": str(TOUR.parent.parent),
            "TUTOR_HOME": folder,
        }
        try:
            storm(seed, EVENTS, environ)
        except (AssertionError, OSError) as error:
            faults = Path(folder) / "faults.log"
            kept = faults.read_text(encoding="utf-8").strip().splitlines()[-9:] if faults.exists() else []
            return f"seed {seed}: {' / '.join(line.strip() for line in [*kept, *str(error).splitlines()])[:1500]}"
    return ""


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Play `count` rounds and return what failed, a line each."""
    return in_turn(one_round, count, seed, tell)
