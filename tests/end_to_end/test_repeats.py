"""A terminal that knows how to draw a character again is asked for it, and shows what any other does."""

from __future__ import annotations

import re

import pytest

from tests.repeating import Repeating, RepeatingBytes
from tutor.ui.terminal.line import FIRST_ANSWER

from .conftest import OpenTerminal
from .terminal import Terminal

AGAIN = re.compile(rb"\x1b\[\d+b")
HOW_IT_IS = "\x1b[0n"
"""What a terminal answers at once: one that never does is taken for one on a line of which nothing is known."""


def shown(terminal: Terminal) -> str:
    """Return what is seen of a lesson, and of another setting of it, over a line of which nothing is known."""
    say = terminal._screen._say
    terminal._screen._say = lambda data: None if data == HOW_IT_IS else say(data)
    terminal.tab_to("▸ k")
    # From the same place, wherever the one before was left.
    terminal.press(*["left"] * 8)
    terminal.wait_for("height 0.0")
    terminal.press("right", "right")
    terminal.wait_for("height 2.0")
    # On such a line the last of a frame may wait, and the program does nothing meanwhile.
    terminal.listen(2 * FIRST_ANSWER)
    terminal.rest()
    return terminal.text


@pytest.mark.walk
def test_what_comes_again_is_told_to_a_terminal_that_has_shown_that_it_knows(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", "--lang", "en") as terminal:
        plain = shown(terminal)
        # It was asked, and did not know.
        assert 1 == len(AGAIN.findall(terminal.raw))
    with open_tutor("--at", "line/move", "--lang", "en") as terminal:
        terminal._screen.__class__ = type("Both", (Repeating, type(terminal._screen)), {})
        terminal._stream = RepeatingBytes(terminal._screen)
        assert plain == shown(terminal)
        assert len(AGAIN.findall(terminal.raw)) > 1
