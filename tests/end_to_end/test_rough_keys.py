"""The program in a real terminal, with keys, clicks, pastes and bytes at random; then it does what its keys say."""

from __future__ import annotations

import os
import random
import sys

import pytest

from tests.ordeal.keys import some_bytes

from .conftest import TOUR
from .terminal import Terminal

ENDLESS = """
import sys
from tutor.ui.app import TutorApp
TutorApp.exit = lambda *_, **__: None
sys.argv = ["tutor", {course!r}, "--trust", "--lang", "en"]
from tutor.__main__ import main
sys.exit(main())
"""
"""The tutor, which no key ends."""


@pytest.mark.parametrize(
    ("seed", "events"), [(1, 150), *(pytest.param(seed, 2_000, marks=pytest.mark.storm) for seed in (2, 3, 4))]
)
def test_after_anything_at_all_the_help_opens_on_the_course_map(
    environ: dict[str, str], seed: int, events: int
) -> None:
    chance = random.Random(seed)
    size = (100, 34)
    with Terminal([sys.executable, "-c", ENDLESS.format(course=str(TOUR))], size=size, environ=environ) as terminal:
        terminal.wait_for("enter open")
        for _ in range(events):
            if chance.random() < 0.02:
                size = chance.choice([(100, 34), (59, 17), (20, 5), (61, 19)])
                terminal.resize(*size)
            os.write(terminal._master, some_bytes(chance, size))
            terminal.listen(0.002)
        # A paste that was left open, and what was left of a sequence.
        os.write(terminal._master, b"\x1b[201~")
        terminal.resize(100, 34)
        terminal.rest()
        for _ in range(12):
            if any(words in terminal.text for words in ("enter open", "enter 열기")):
                break
            terminal.press("escape")
            terminal.rest()
        terminal.press("?")
        # A key among them may have changed the language.
        terminal.wait_for(lambda text: "What the keys do here" in text or "여기서 쓸 수 있는 키" in text)
        assert terminal.process.poll() is None
