"""The program inside GNU screen, as the terminal around that shows it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from .conftest import TOUR, OpenTerminal, shows_the_line
from .terminal import Terminal

TUTOR = [str(TOUR), "--trust", "--lang", "en", "--at", "line/move"]
SIZE = (80, 24)
SettingUp = Callable[..., Terminal]


@pytest.fixture
def in_screen(environ: dict[str, str], tmp_path: Path) -> Iterator[SettingUp]:
    """Open a shell in GNU screen: `in_screen("altscreen on")`, with lines of its configuration."""
    if shutil.which("screen") is None:
        pytest.skip("no GNU screen here (Debian: apt-get install screen)")
    sockets = tmp_path / "sockets"
    sockets.mkdir(mode=0o700)
    ours = environ | {"SCREENDIR": str(sockets), "PS1": "SHELL> ", "SHELL": "/bin/sh"}

    def opened(*configuration: str) -> Terminal:
        file = tmp_path / "screenrc"
        # Since its version 5 it keeps Ctrl+Q and Ctrl+S, where it is not told to let them through.
        lines = ("startup_message off", "defutf8 on", "defflow off", *configuration, "")
        file.write_text("\n".join(lines), encoding="utf-8")
        terminal = Terminal(["screen", "-U", "-S", "tutor", "-c", str(file), "sh"], size=SIZE, environ=ours)
        terminal.wait_for("SHELL>")
        return terminal

    yield opened
    subprocess.run(["screen", "-S", "tutor", "-X", "quit"], env=ours, capture_output=True, check=False)


def start(terminal: Terminal) -> None:
    """Type the command that opens a step, at the shell's prompt."""
    terminal.press(shlex.join([sys.executable, "-m", "tutor", *TUTOR]), "enter")
    terminal.wait_for(lambda text: "its height over" in text and "? help" in text)


def await_the_same(one: Terminal, other: Terminal) -> None:
    """Wait until two terminals show the same.

    Raises:
        AssertionError: they never do; the message is what both show instead.
    """

    def same(text: str) -> bool:
        other.listen(0.01)
        return text == other.text

    try:
        one.wait_for(same)
    except AssertionError as error:
        raise AssertionError(f"{error}\nThe other is:\n{other.text}") from None


def colours(terminal: Terminal) -> set[str]:
    """Return the colours of the ink on screen, but for the terminal's own."""
    cells = [cell for row in terminal._screen.buffer.values() for cell in row.values() if cell.data.strip()]
    return {cell.fg for cell in cells} - {"default"}


@pytest.mark.walk
@pytest.mark.parametrize("name", ["screen-256color", "screen"])
def test_inside_gnu_screen_all_is_drawn_as_outside_a_question_is_answered_and_the_window_changes_its_size(
    in_screen: SettingUp, open_tutor: OpenTerminal, tmp_path: Path, name: str
) -> None:
    home = str(tmp_path / "outside")
    with (
        open_tutor(*TUTOR[2:], size=SIZE, TERM=name, COLORTERM="", TUTOR_HOME=home) as outside,
        in_screen(f"setenv TERM {name}") as terminal,
    ):
        start(terminal)
        # A scroll bar comes after the first paint, and on a busy machine long after it.
        await_the_same(outside, terminal)
        # Of colours in RGB it shows none, whatever the terminal around it can.
        assert len(colours(terminal)) >= 4, colours(terminal)
        terminal.tab_to("▸ k")
        terminal.press("right")
        terminal.wait_for("height 3.0")
        terminal.tab_to("enter answer")
        terminal.press("3", "enter")
        terminal.wait_for("Two steps of k: 1.5·2 = 3")
        terminal.resize(59, 18)
        terminal.wait_for("needs 60×18")
        terminal.resize(120, 36)
        terminal.wait_for(shows_the_line)
        terminal.press("ctrl+q")
        terminal.wait_for("SHELL>")


@pytest.mark.walk
@pytest.mark.parametrize("alternate", ["off", "on"])
def test_the_end_leaves_no_debris_whether_it_has_another_screen_or_none(in_screen: SettingUp, alternate: str) -> None:
    with in_screen(f"altscreen {alternate}") as terminal:
        terminal.press("clear; echo earlier; stty -g", "enter")
        terminal.wait_for(lambda text: "earlier" in text and text.rstrip().endswith("SHELL>"))
        modes = modes_on(terminal.text)
        before = terminal.text
        start(terminal)
        terminal.press("ctrl+q")
        if alternate == "on":
            # What was there before is there again, the command that opened the tutor, and the next prompt.
            after = terminal.wait_for(lambda text: "earlier" in text and text.rstrip().endswith("SHELL>"))
            assert after.startswith(before.rstrip())
        else:
            after = terminal.wait_for(lambda text: text.strip() == "SHELL>")
            assert after.startswith("SHELL>")
        terminal.press("stty -g", "enter")
        assert modes == modes_on(
            terminal.wait_for(lambda text: len(re.findall("SHELL>", text)) > after.count("SHELL>"))
        )


def modes_on(text: str) -> str:
    """Return what `stty -g` has printed last."""
    return re.findall(r"(?:[0-9a-f]+:){20,}[0-9a-f:\n]*", text)[-1].strip()
