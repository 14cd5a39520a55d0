"""A tutor that fails says three lines, leaves the terminal as it was, and keeps the whole story in its log."""

from __future__ import annotations

import fcntl
import os
import re
import signal
import stat
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.walks import some_now
from tutor.faults import LOG_NAME

from .conftest import TOUR
from .terminal import Terminal
from .test_terminal import ALTERNATE_SCREEN, ALTERNATE_SCREEN_LEFT

MODES = re.compile(rb"\x1b\[\?(\d+)([hl])")
KITTY = re.compile(rb"\x1b\[([<>])[0-9]*u")

BEGIN = """
import sys
secret = "mellon" + "-5"
def broken(*_, **__):
    password = secret
    raise RuntimeError("a fault that \\x1b]0;is meant\\x07")
async def broken_later():
    broken()
"""
END = """
from tutor.__main__ import main
sys.exit(main())
"""
IN = {
    "an import": "sys.modules['tutor.ui.app'] = None",
    "the first screen": "import tutor.ui.screens.home as home\nhome.HomeScreen.compose = broken",
    "a key": "import tutor.ui.app as app\napp.TutorApp.action_help = broken",
    "a timer": "import tutor.ui.app as app\napp.TutorApp.action_help = lambda self: self.set_timer(0.01, broken)",
    "a worker": "import tutor.ui.app as app\napp.TutorApp.action_help = lambda self: self.run_worker(broken_later())",
    "a thread of a worker": "import tutor.ui.app as app\n"
    "app.TutorApp.action_help = lambda self: self.run_worker(broken, thread=True)",
    "a task": "import asyncio, gc, tutor.ui.app as app\n"
    "app.TutorApp.action_help = lambda self: (asyncio.create_task(broken_later()),"
    " self.set_timer(0.01, gc.collect)) and None",
    "a thread": "import threading, tutor.ui.app as app\n"
    "app.TutorApp.action_help = lambda self: threading.Thread(target=broken).start()",
    "reading keys": "import tutor.ui.terminal.reading as reading\nreading.TerminalReader.feed = broken",
    "the end of a screen": "import tutor.ui.screens.home as home, tutor.ui.app as app\n"
    "home.HomeScreen.on_unmount = broken\napp.TutorApp.action_help = lambda self: self.exit()",
    "the end": "import tutor.ui.app as app\napp.TutorApp.on_unmount = broken\n"
    "app.TutorApp.action_help = lambda self: self.exit()",
    "the end of the driver": "import tutor.ui.terminal.driver as driver, tutor.ui.app as app\n"
    "driver.TerminalDriver.stop_application_mode = broken\napp.TutorApp.action_help = lambda self: self.exit()",
}
"""Where it fails, and what makes it fail there (once ? is pressed, where it does not at once)."""
SHORT = ("a key",)


def modes_left(raw: bytes) -> set[bytes]:
    """Return the modes that are set at the end and were not at the beginning, or the other way round."""
    states = dict(MODES.findall(raw))
    usual = {b"25": b"h", b"7": b"h"}
    return {number for number, state in states.items() if state != usual.get(number, b"l")}


def fails(
    environ: dict[str, str],
    where: str,
    *arguments: str,
    key: str = "?",
    size: tuple[int, int] = (120, 36),
    terminal_of: Callable[..., Terminal] = Terminal,
) -> tuple[int, Terminal]:
    """Run a tutor that fails somewhere, and return its exit code and the terminal after it."""
    words = [str(TOUR), "--trust", *arguments]
    command = [sys.executable, "-c", f"{BEGIN}{IN[where]}\nsys.argv = ['tutor', *{words!r}]\n{END}"]
    with terminal_of(command, size=size, environ=environ) as terminal:
        terminal.wait_for(lambda text: "Start here" in text or "enter" in text or terminal.process.poll() is not None)
        if terminal.process.poll() is None:
            os.write(terminal._master, f"{key}zx -z\r".encode())
        code = terminal.wait_for_end()
        assert terminal.modes_before == terminal.modes
        waiting = bytearray(termios.FIONREAD.to_bytes(4, sys.byteorder))
        fcntl.ioctl(terminal._slave, termios.FIONREAD, waiting)
        assert 0 == int.from_bytes(waiting, sys.byteorder), "something is left for the shell to read"
    return code, terminal


@some_now("where", IN, SHORT)
def test_wherever_it_fails_it_says_three_lines_and_leaves_the_terminal_as_it_was(
    environ: dict[str, str], where: str
) -> None:
    code, terminal = fails(environ, where)
    assert 1 == code
    assert set() == modes_left(terminal.raw)
    assert terminal.raw.count(b"\x1b[>25u") == len(re.findall(rb"\x1b\[<u", terminal.raw))
    last = terminal.raw.rpartition(ALTERNATE_SCREEN_LEFT)[2].decode()
    assert ALTERNATE_SCREEN not in last.encode()
    assert "The tutor stopped" in last
    assert "Nothing is lost" in last
    log = Path(environ["TUTOR_HOME"]) / LOG_NAME
    assert str(log) in last
    for never in ("Traceback", "mellon-5", "is meant", "│", "zx -z"):
        assert never not in last
    kept = log.read_text(encoding="utf-8")
    assert "Traceback" in kept
    assert "mellon-5" not in kept
    assert "\x1b" not in kept
    assert where == "an import" or "a fault that \\x1b]0;is meant\\x07" in kept
    assert 0o600 == stat.S_IMODE(log.stat().st_mode)


def test_what_was_not_asked_for_is_not_taken_back(environ: dict[str, str]) -> None:
    _, terminal = fails(environ | {"TEXTUAL_DISABLE_KITTY_KEY": "1"}, "a key")
    assert [] == KITTY.findall(terminal.raw)


def test_a_fault_is_told_in_the_language_of_the_screen(environ: dict[str, str]) -> None:
    _, terminal = fails(environ, "a key", "--lang", "ko")
    assert "오류가 생겨 멈췄습니다" in terminal.raw.decode()
    assert "The tutor stopped" not in terminal.raw.decode()


@pytest.mark.walk
def test_an_answer_that_was_given_is_there_after_a_fault(
    environ: dict[str, str], open_tutor: Callable[..., Terminal]
) -> None:
    command = [
        sys.executable,
        "-c",
        f"{BEGIN}{IN['a key']}\nsys.argv = ['tutor', {str(TOUR)!r}, '--trust', '--at', 'line/move']\n{END}",
    ]
    with Terminal(command, size=(120, 36), environ=environ) as terminal:
        terminal.tab_to("enter answer")
        terminal.press("3", "enter")
        terminal.wait_for("Two steps of k: 1.5·2 = 3")
        terminal.press("tab", "?")
        assert 1 == terminal.wait_for_end()
    with open_tutor(size=(120, 36)) as terminal:
        terminal.wait_for("Two steps of k: 1.5·2 = 3")


def test_sigquit_ends_a_tutor_that_is_stuck_with_the_terminal_as_it_was(environ: dict[str, str]) -> None:
    stuck = (
        "import os, tutor.ui.app as app, time\n"
        "def stuck(self):\n"
        # Not through a stream: the signal could come while that is still in the middle of it.
        "    os.write(2, b'\\x07stuck')\n"
        "    while True: time.sleep(0.01)\n"
        "app.TutorApp.action_help = stuck"
    )
    command = [sys.executable, "-c", f"{BEGIN}{stuck}\nsys.argv = ['tutor', {str(TOUR)!r}, '--trust']\n{END}"]
    with Terminal(command, size=(120, 36), environ=environ) as terminal:
        terminal.wait_for("enter open")
        terminal.press("?")
        # The bell is rung from there.
        terminal.wait_for(lambda _: b"\x07stuck" in terminal.raw)
        os.kill(terminal.process.pid, signal.SIGQUIT)
        assert 128 + signal.SIGQUIT == terminal.wait_for_end()
        assert terminal.modes_before == terminal.modes
    assert set() == modes_left(terminal.raw)
    last = terminal.raw.rpartition(ALTERNATE_SCREEN_LEFT)[2].decode()
    assert "told to stop at once" in last
    log = Path(environ["TUTOR_HOME"]) / LOG_NAME
    assert "MainThread" in log.read_text(encoding="utf-8")


NO_KEYS = (
    b"\xff",
    "é".encode("latin-1"),
    "한글".encode("cp949"),
    b"\x1b[M\xa0\xff\xff",  # a click in column 223, as X10 tells it
    b"\x1b[1114112u",
    b"\x1b[123456789012345~",
    b"\x1b[97:65;2u",
    b"\x1b[48;0;0;0;0t\x1b[<35;3;3M",
)


def test_what_claims_another_size_is_not_believed_and_the_true_one_counts_from_then_on(
    open_tutor: Callable[..., Terminal],
) -> None:
    with open_tutor("--at", "line/move") as terminal:
        terminal.wait_for("its height over")
        terminal.rest()
        before = terminal.text
        # As from a terminal that tells its size as input; no signal would be listened to any more.
        os.write(terminal._master, b"\x1b[?2048;2$y\x1b[48;2;80;0;0t")
        terminal.press("?")
        terminal.wait_for("What the keys do here")
        terminal.press("?")
        terminal.rest()
        assert before == terminal.text
        terminal.resize(40, 10)
        terminal.wait_for("needs 60×18")


@pytest.mark.walk
def test_bytes_that_are_no_key_change_nothing(open_tutor: Callable[..., Terminal]) -> None:
    with open_tutor("--at", "line/move") as terminal:
        terminal.wait_for("its height over")
        for sent in NO_KEYS:
            os.write(terminal._master, sent + b"?")
            terminal.wait_for("What the keys do here")
            terminal.press("?")
            terminal.rest()
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()
