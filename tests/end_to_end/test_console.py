"""On the Linux console: what it is sent is in its terminfo, in its eight colours, in its font; and it is left clean."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from itertools import product
from typing import NamedTuple

import pytest

from tests.console_font import PC
from tests.walks import some_now

from .conftest import OpenTerminal
from .terminal import Terminal
from .test_faults import fails

CONSOLE = {"TERM": "linux", "COLORTERM": ""}
SIZE = (80, 25)
SEQUENCE = re.compile(
    r"\x1b(?:\[(?P<marker>[<-?]?)(?P<numbers>[0-9;:]*)(?P<between>[ -/]*)(?P<final>[@-~])"
    r"|[\]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)|[ -/]*[0-Z\\^-~])"
)
"""Any escape sequence (ECMA-48): with numbers, a string, or one of a few characters."""
CONTROLS = "\0\a\b\t\n\v\f\r\x0e\x0f\x18\x1a\x7f"
"""The control characters that console_codes(4) lists, but for escape."""
DOCUMENTED = {"\x1b[5n": "DSR", "\x1b[2K": "EL"}
"""What console_codes(4) lists, and terminfo has no name for."""
DOCUMENTED_LOOKS = {"0": "reset all attributes"}
LESSONS = ("line/move", "perceptron/2", "layers/3", "cost/2", "gradient-descent/3", "xor-training/watch-it-learn")


class Known(NamedTuple):
    """The sequences that a terminal knows."""

    exact: set[str]
    shapes: set[tuple[str, int, str]]
    """private marker, how many numbers, final character"""
    looks: set[str]
    """the numbers of colours and attributes"""

    def without(self, raw: str) -> list[str]:
        """Return what of all that was sent is not known."""
        found = []
        for match in SEQUENCE.finditer(raw):
            numbers = (match["numbers"] or "").split(";") if match["numbers"] else []
            if match["final"] == "m" and not match["marker"]:
                is_known = self.looks.issuperset(numbers or ["0"])
            else:
                is_known = match[0] in self.exact or (
                    (match["marker"] or "", len(numbers), match["final"] or "") in self.shapes and not match["between"]
                )
            if not is_known:
                found.append(match[0])
        return found


def terminfo(name: str) -> Known:
    """Return what ncurses' database says that a terminal knows, with what its manual says besides."""
    if shutil.which("infocmp") is None:
        pytest.skip("no infocmp here (Debian: apt-get install ncurses-bin)")
    described = subprocess.run(["infocmp", "-1", name], capture_output=True, text=True, check=True).stdout
    known = Known(set(DOCUMENTED), set(), set(DOCUMENTED_LOOKS))
    for line in described.splitlines():
        capability, is_text, text = line.strip().rstrip(",").partition("=")
        # What is computed sets a palette, or all attributes at once: each has a capability of its own.
        if not is_text or "%?" in text or "%{" in text or capability.startswith("k"):
            continue
        text = re.sub(r"\$<\d+/?>|%i", "", text.replace(r"\E", "\x1b").replace("^O", "\x0f"))
        for part in re.findall(r"\x1b\[\??(?:[0-9;]|%p\d%d)*[@-~]|\x1b[^\[]", text):
            count = part.count("%p")
            if part.endswith("m"):
                for look in part[2:-1].split(";"):
                    known.looks.update({look.replace("%p1%d", str(colour)) for colour in range(8)})
            elif count:
                known.shapes.add(("?" if "?" in part else "", count, part[-1]))
            else:
                known.exact.add(part)
    return known


def visited(terminal: Terminal, wanted: str = "? help") -> str:
    """Look at a step, move in it, open the help and the settings, leave; return all that was sent."""
    terminal.wait_for(wanted)
    terminal.rest()
    for key in ("tab", "right", "?", "escape", "s", "escape"):
        terminal.press(key)
        terminal.rest()
    terminal.press("ctrl+q")
    assert 0 == terminal.wait_for_end()
    return terminal.raw.decode()


def test_its_terminfo_is_read_as_it_is_meant() -> None:
    known = terminfo("linux")
    assert [] == known.without("\x1b[3;4H\x1b[5C\x1b[12X\x1b[?25l\x1b[J\x1b[0;1;37;40m\x1b[m")
    unknown = [
        "\x1b[>25u",
        "\x1b[<u",
        "\x1b[?2026$p",
        "\x1b[?1049h",
        "\x1b]22;default\x07",
        "\x1b[38;5;208m",
        "\x1b[97m",
    ]
    assert unknown == known.without("".join(unknown))


@pytest.mark.walk
@pytest.mark.parametrize(("at", "language"), list(product(LESSONS, ["en", "ko"])))
def test_it_is_sent_what_it_knows_in_its_colours_and_its_font(open_tutor: OpenTerminal, at: str, language: str) -> None:
    course = {} if at == LESSONS[0] else {"course": ""}
    with open_tutor("--lang", language, "--at", at, size=SIZE, **CONSOLE, **course) as terminal:
        raw = visited(terminal, "?")
    assert [] == terminfo("linux").without(raw)
    drawn = set(SEQUENCE.sub("", raw)) - set(CONTROLS)
    # Letters are the text's own.
    assert set() == {one for one in drawn if one not in PC and not "가" <= one <= "힣"}
    assert drawn & set("▀▄█▌▐─│┤"), "a chart"


@pytest.mark.walk
def test_a_vt220_is_sent_nothing_that_came_after_it(open_tutor: OpenTerminal) -> None:
    known = terminfo("vt220")
    with open_tutor("--lang", "en", "--at", "line/move", size=(80, 24), TERM="vt220", COLORTERM="") as terminal:
        raw = visited(terminal)
    # What it has not, half of the light, DEC's terminals leave out; of colours only the terminal's own are named.
    known.looks.update({"2", "39", "49"})
    assert [] == known.without(raw)
    assert SEQUENCE.sub("", raw).replace("한국어", "").isascii()


@some_now("ending", ["ctrl+q", signal.SIGTERM, signal.SIGHUP], ["ctrl+q"])
def test_it_has_no_other_screen_so_this_one_is_left_empty_and_the_shell_goes_on_at_its_top(
    open_tutor: OpenTerminal, ending: str | signal.Signals
) -> None:
    with open_tutor("--at", "line/move", size=SIZE, **CONSOLE) as terminal:
        terminal.wait_for("its height over")
        if isinstance(ending, signal.Signals):
            os.kill(terminal.process.pid, ending)
        else:
            terminal.press(ending)
        terminal.wait_for_end()
        assert_clean(terminal)
        assert "" == terminal.text.strip()
        assert (0, 0) == (terminal._screen.cursor.x, terminal._screen.cursor.y)


@pytest.mark.walk
def test_after_a_fault_it_shows_what_is_said_about_that_and_nothing_else(environ: dict[str, str]) -> None:
    _, terminal = fails(environ | CONSOLE, "a key", size=SIZE)
    assert_clean(terminal)
    assert terminal.text.startswith("The tutor stopped")
    assert "Start here" not in terminal.text
    assert [] == terminfo("linux").without(terminal.raw.decode())


def assert_clean(terminal: Terminal) -> None:
    """See that a terminal is left with its cursor, without colours, and that long lines are wrapped."""
    screen = terminal._screen
    assert not screen.cursor.hidden
    assert ("default", "default", False) == (screen.cursor.attrs.fg, screen.cursor.attrs.bg, screen.cursor.attrs.bold)
    assert 7 << 5 in screen.mode, "DECAWM"
