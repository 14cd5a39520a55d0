"""A terminal that can hold frames back is told where each begins and ends; any other is told nothing of it."""

from __future__ import annotations

import re
import sys

import pytest

from .conftest import TOUR
from .modern import SIZES, SYNCHRONIZED, ModernTerminal

BEGIN, END = "\x1b[?2026h", "\x1b[?2026l"
SILENT = re.compile(r"\x1b\[[<>?]?[0-9;]*(?:\$p|[hlnu])|\x1b\]22;[a-z]*\x07|\x18|\x1b\[0m")
"""What draws nothing: modes, questions, the shape of the pointer, the end of what was broken off."""


def played(environ: dict[str, str], knows: tuple[int, ...]) -> ModernTerminal:
    """Return a terminal in which a film was played, a dialog opened and closed, and the language changed."""
    command = [sys.executable, "-m", "tutor", str(TOUR), "--trust", "--at", "film/play", "--lang", "en"]
    with ModernTerminal(command, size=(120, 36), environ=environ, knows=knows) as terminal:
        terminal.tab_to("▸ frame")
        terminal.press("]", "]", "space")
        terminal.wait_for("has walked 40 steps")
        terminal.press("?")
        terminal.wait_for("What the keys do here")
        terminal.press("?", "l")
        terminal.wait_for("점이 걸은 걸음")
        terminal.rest()
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()
    return terminal


def test_where_frames_can_be_held_back_each_comes_between_its_beginning_and_its_end(environ: dict[str, str]) -> None:
    terminal = played(environ, (SYNCHRONIZED, SIZES))
    assert 1 == len(terminal.answers)
    raw = terminal.raw.decode()
    assert BEGIN in raw
    # The first ones may be on their way before the terminal has answered.
    after = raw[raw.index(BEGIN) : raw.rindex("\x1b[0m\x1b[H\x1b[J")]
    frames = re.findall(rf"{re.escape(BEGIN)}(.*?){re.escape(END)}", after, re.DOTALL)
    assert len(frames) > 5
    assert not any(BEGIN in frame for frame in frames), "one begins before the other has ended"
    between = re.sub(rf"{re.escape(BEGIN)}.*?{re.escape(END)}", "", after, flags=re.DOTALL)
    assert "" == SILENT.sub("", between)
    assert raw.rindex(BEGIN) < raw.rindex(END)


@pytest.mark.walk
@pytest.mark.parametrize("knows", [(SIZES,), ()])
def test_where_they_cannot_nothing_is_begun(environ: dict[str, str], knows: tuple[int, ...]) -> None:
    terminal = played(environ, knows)
    assert "\x1b[?2026$p" in terminal.raw.decode()
    assert BEGIN not in terminal.raw.decode()
