"""The whole program in a real pseudo-terminal, seen with the eyes of a terminal emulator."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from tests.walks import some_now
from tutor.faults import LOG_NAME

from .conftest import TOUR, OpenTerminal, shows_the_line
from .terminal import Terminal

SIZES = ((120, 36), (80, 24))
ALTERNATE_SCREEN = b"\x1b[?1049h"
ALTERNATE_SCREEN_LEFT = b"\x1b[?1049l"
CURSOR_SHOWN = b"\x1b[?25h"
MOUSE_RELEASED = b"\x1b[?1000l"
COLOUR = re.compile(rb"\x1b\[(?:[0-9]+;)*(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9]+)*m")


@some_now("size", SIZES, [SIZES[0]], ids=str)
def test_a_newcomer_opens_moves_answers_quits_and_comes_back_to_the_same_step(
    open_tutor: OpenTerminal, size: tuple[int, int]
) -> None:
    with open_tutor(size=size) as terminal:
        terminal.wait_for("Start here: 1 · A line")
        terminal.press("enter")
        terminal.wait_for("its height over")
        terminal.tab_to("▸ k")
        terminal.press("right")
        terminal.wait_for("height 3.0")
        terminal.tab_to("enter answer")
        terminal.press("7", "enter")
        terminal.wait_for("Not yet: the answer is smaller than 7")
        terminal.press("backspace", "3", "enter")
        terminal.wait_for("Two steps of k: 1.5·2 = 3")
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()
    with open_tutor(size=size) as terminal:
        terminal.wait_for("Two steps of k: 1.5·2 = 3")
        terminal.tab_to("▸ k")
        terminal.wait_for("height 3.0")


@some_now(("size", "language"), product(SIZES, ["en", "ko"]), [(SIZES[1], "ko")])
def test_the_course_that_comes_with_the_tutor_opens_and_its_first_lesson_begins(
    open_tutor: OpenTerminal, size: tuple[int, int], language: str
) -> None:
    with open_tutor("--lang", language, size=size, course="") as terminal:
        terminal.wait_for("▶")
        terminal.press("enter")
        terminal.wait_for(lambda text: f"── {language}" in text and "→" in text)
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()


@some_now("ending", ["ctrl+q", "ctrl+c", signal.SIGTERM, signal.SIGHUP], [signal.SIGTERM], ids=str)
def test_however_it_ends_the_terminal_is_as_it_was(open_tutor: OpenTerminal, ending: str | signal.Signals) -> None:
    with open_tutor() as terminal:
        terminal.wait_for("Start here")
        assert terminal.modes_before != terminal.modes
        if isinstance(ending, signal.Signals):
            os.kill(terminal.process.pid, ending)
            expected = 128 + ending
        else:
            terminal.press(ending)
            expected = 0
        assert expected == terminal.wait_for_end()
        assert terminal.modes_before == terminal.modes
        last = terminal.raw[terminal.raw.rindex(ALTERNATE_SCREEN_LEFT) :]
        assert CURSOR_SHOWN in last
        assert MOUSE_RELEASED in last


def test_a_program_whose_terminal_is_gone_ends_by_itself(open_tutor: OpenTerminal) -> None:
    with open_tutor() as terminal:
        terminal.wait_for("enter open")
        assert terminal.vanish() == 128 + signal.SIGHUP


@pytest.mark.walk
def test_a_film_whose_terminal_is_gone_ends_by_itself(open_tutor: OpenTerminal, environ: dict[str, str]) -> None:
    with open_tutor("--at", "film") as terminal:
        terminal.wait_for("space play")
        terminal.press("space")
        assert terminal.vanish() == 128 + signal.SIGHUP
    assert not (Path(environ["TUTOR_HOME"]) / LOG_NAME).exists(), "to go away is no fault"


@pytest.mark.walk
def test_no_colour_is_sent_to_someone_who_wants_none(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", NO_COLOR="1") as terminal:
        terminal.wait_for("its height over")
        terminal.tab_to("▸ k")
        terminal.press("right", "?")
        terminal.wait_for("What the keys do here")
        terminal.press("escape", "ctrl+q")
        assert 0 == terminal.wait_for_end()
        assert [] == COLOUR.findall(terminal.raw)


@pytest.mark.walk
def test_a_terminal_of_sixteen_colours_gets_no_others(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", TERM="linux", COLORTERM="") as terminal:
        terminal.wait_for("its height over")
        terminal.press("ctrl+q")
        terminal.wait_for_end()
        assert COLOUR.search(terminal.raw)
        assert [] == re.findall(rb"\x1b\[[0-9;]*[34]8;[25];[0-9;]*m", terminal.raw)


@pytest.mark.walk
def test_a_plain_locale_gets_ascii(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", "--lang", "en", LC_ALL="C") as terminal:
        terminal.wait_for("its height over")
        shown = terminal.text.replace("한국어", "")
        terminal.press("ctrl+q")
        terminal.wait_for_end()
    assert shown.isascii(), shown


def test_a_terminal_that_is_too_small_says_what_it_needs_and_the_lesson_comes_back(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move") as terminal:
        terminal.wait_for("its height over")
        terminal.resize(59, 18)
        terminal.wait_for("needs 60×18")
        terminal.resize(80, 24)
        terminal.wait_for(shows_the_line)


def test_without_a_terminal_the_full_screen_says_what_else_there_is(environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tutor", "--full"]
    done = subprocess.run(command, env=environ, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert 2 == done.returncode
    assert "" == done.stdout
    assert "tutor show LESSON" in done.stderr
    assert "\x1b" not in done.stderr


def test_a_course_that_brings_python_of_its_own_is_run_only_after_a_yes_and_asks_once(
    environ: dict[str, str],
) -> None:
    def opened() -> Terminal:
        return Terminal([sys.executable, "-m", "tutor", str(TOUR)], size=(120, 36), environ=environ)

    with opened() as terminal:
        terminal.wait_for("labs/tour.py")
        terminal.press("n", "enter")
        assert 0 != terminal.wait_for_end()
        assert ALTERNATE_SCREEN not in terminal.raw
    with opened() as terminal:
        terminal.wait_for("labs/tour.py")
        terminal.press("y", "enter")
        terminal.wait_for("Start here")
    with opened() as terminal:
        terminal.wait_for("Start here")


def test_a_broken_course_is_told_file_by_file_and_never_as_a_traceback(
    open_tutor: OpenTerminal, tmp_path: Path
) -> None:
    (tmp_path / "course.yaml").write_text("format: 1\nid: broken\nlessons: [01-none]\n", encoding="utf-8")
    with open_tutor(course=str(tmp_path)) as terminal:
        assert 1 == terminal.wait_for_end()
        assert "course.yaml" in terminal.text
        assert "Traceback" not in terminal.text
