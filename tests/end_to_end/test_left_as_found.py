"""However the program ends or pauses, a terminal that took all it was asked for is left as it was found."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import product

import pytest

from tests.walks import some_now

from .conftest import TOUR
from .modern import ModernTerminal
from .terminal import Terminal
from .test_faults import fails, modes_left

TUTOR = [sys.executable, "-m", "tutor", str(TOUR), "--trust", "--lang", "en"]
SIZE = (120, 36)
ASKED_FOR = {b"1000", b"1003", b"1004", b"1006", b"1015", b"1016", b"1049", b"2004", b"2048", b"25", b"7"}
"""The alternate screen, the mouse, pasted text in brackets, focus and size as input, the cursor, no wrapping."""
HELD_BACK = {b"2026"}
"""What is asked for during a frame."""
PUSHED, POPPED = re.compile(rb"\x1b\[>\d*u"), re.compile(rb"\x1b\[<\d*u")


def assert_left(raw: bytes) -> None:
    """See that all that was asked for was taken back, and the screen wiped before it was left."""
    assert set() == modes_left(raw)
    assert len(PUSHED.findall(raw)) == len(POPPED.findall(raw)) > 0
    # Keys as kitty tells them belong to one screen of the two, and are taken back on that.
    last = raw.rindex(b"\x1b[?1049l")
    assert POPPED.search(raw, last) is None
    assert raw[:last].endswith(b"\x1b[0m\x1b[H\x1b[J")


def on_the_map(terminal: Terminal) -> None:
    terminal.wait_for("Start here")


def in_a_film(terminal: Terminal) -> None:
    terminal.wait_for("Start here")
    terminal.press("down", "enter")
    terminal.tab_to("▸ frame")
    terminal.press("[", "[", "space")
    terminal.wait_for("pause")


def in_a_dialog(terminal: Terminal) -> None:
    terminal.wait_for("Start here")
    terminal.press("s")
    terminal.wait_for("mathematics")


MOMENTS: dict[str, Callable[[Terminal], None]] = {
    "the map": on_the_map,
    "a film that plays": in_a_film,
    "a dialog": in_a_dialog,
}
ENDINGS = ("ctrl+q", signal.SIGTERM, signal.SIGHUP)
SHORT = {("the map", "ctrl+q"), ("a film that plays", signal.SIGHUP)}


@some_now(("moment", "ending"), product(MOMENTS, ENDINGS), SHORT)
def test_at_any_moment_an_end_leaves_all_that_was_asked_for(
    environ: dict[str, str], moment: str, ending: str | signal.Signals
) -> None:
    with ModernTerminal(TUTOR, size=SIZE, environ=environ) as terminal:
        MOMENTS[moment](terminal)
        terminal.rest() if moment != "a film that plays" else terminal.listen(0.1)
        await_modes(terminal, 0)
        if isinstance(ending, signal.Signals):
            os.kill(terminal.process.pid, ending)
        else:
            terminal.press(ending)
        assert (128 + ending if isinstance(ending, signal.Signals) else 0) == terminal.wait_for_end()
        assert terminal.modes_before == terminal.modes
        assert_left(terminal.raw)


@some_now("where", ["a key", "the end of the driver"], ["a key"])
def test_a_fault_leaves_all_that_was_asked_for(environ: dict[str, str], where: str) -> None:
    code, terminal = fails(environ, where, size=SIZE, terminal_of=ModernTerminal)
    assert 1 == code
    assert ASKED_FOR <= set(re.findall(rb"\x1b\[\?(\d+)[hl]", terminal.raw))
    assert_left(terminal.raw)


@pytest.mark.walk
def test_a_pause_leaves_it_so_as_well_and_going_on_asks_for_all_of_it_again(environ: dict[str, str]) -> None:
    if shutil.which("setsid") is None or shutil.which("bash") is None:
        pytest.skip("no setsid or no bash here")
    # A shell that has the terminal to itself, as after a login: it can stop jobs.
    shell = ["setsid", "--ctty", "--wait", "bash", "--norc", "--noprofile", "--noediting", "-i"]
    with ModernTerminal(shell, size=SIZE, environ=environ | {"PS1": "SHELL> "}) as terminal:
        terminal.wait_for("SHELL>")
        before = stty(terminal)
        begun = len(terminal.raw)
        terminal.press(f"{shlex.join(TUTOR)} --at line/move", "enter")
        terminal.wait_for(lambda text: "its height over" in text and "▸ k" in text and "? help" in text)
        # It is the shell that rests, not what it has started; but what is left of a frame comes at once.
        terminal.listen(0.5)
        shown = terminal.text
        for _ in range(2):
            await_modes(terminal, begun)
            terminal.press("\x1a")
            terminal.wait_for("Stopped")
            assert_left(terminal.raw[begun:])
            assert before == stty(terminal)
            terminal.press("clear; fg", "enter")
            terminal.wait_for(lambda text: text == shown)
        terminal.press("ctrl+q")
        terminal.wait_for("SHELL>")
        assert_left(terminal.raw[begun:])
        assert before == stty(terminal)
        terminal.press("exit", "enter")
        terminal.wait_for_end()


def await_modes(terminal: Terminal, begun: int) -> None:
    """Wait until all was asked for: some of it is only once the terminal has said that it knows it."""
    terminal.wait_for(lambda _: modes_left(terminal.raw[begun:]) - HELD_BACK == ASKED_FOR)


def stty(terminal: Terminal) -> str:
    """Return the modes of a shell's terminal, as another program that it starts sees them."""
    terminal.press("clear; stty -g; echo that-is-$((40+2))", "enter")
    return terminal.wait_for("that-is-42").partition("that-is-42")[0].split("\n")[-2]
