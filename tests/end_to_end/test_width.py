"""A terminal says how wide it draws ●, ─ and others, early, late or never, and is shown what it can show."""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Callable

import pytest

from tests.walks import some_now

from .conftest import OpenTerminal
from .terminal import KEYS, Terminal

WHERE = re.compile(r"\x1b\[(\d+);(\d+)R")
"""A terminal's answer to where the cursor is (ECMA-48, CPR)."""


class Width:
    """Has a terminal that draws some characters in two cells answer when it is told to."""

    def __init__(self, terminal: Terminal, is_wide: Callable[[str], bool]) -> None:
        self._terminal = terminal
        self._say = terminal._screen._say
        self._is_wide = is_wide
        self.kept: list[str] = []
        terminal._screen._say = self._keep

    def _keep(self, data: str) -> None:
        where = WHERE.fullmatch(data)
        if where is None:
            self._say(data)
        else:
            # pyte draws one cell, and the question is asked at the start of a row.
            assert "2" == where[2]
            drawn = self._terminal._screen.buffer[int(where[1]) - 1][0].data
            self.kept.append(f"\x1b[{where[1]};{3 if self._is_wide(drawn) else 2}R")

    def answer(self) -> None:
        """Answer what was asked."""
        for data in self.kept:
            self._say(data)
        self.kept.clear()


def ambiguous(text: str) -> set[str]:
    """Return the characters of ambiguous width (Unicode's annex 11)."""
    return set(filter(is_ambiguous, text))


def is_ambiguous(character: str) -> bool:
    """Return whether Unicode leaves the width of a character to whoever draws it."""
    return unicodedata.east_asian_width(character) == "A"


def is_box(character: str) -> bool:
    """Return whether a character is a line of a box (Unicode's block of them)."""
    return "\u2500" <= character <= "\u257f"


BRAILLE = set(map(chr, range(0x2801, 0x2900)))


@some_now("language", ["ko", "en"], ["ko"])
def test_a_terminal_that_draws_them_two_cells_wide_is_shown_none_of_them_and_keeps_its_braille(
    open_tutor: OpenTerminal, language: str
) -> None:
    with open_tutor("--at", "line/move", "--lang", language) as terminal:
        width = Width(terminal, is_ambiguous)
        assert ambiguous(terminal.wait_for("▸ k"))
        terminal.rest()
        # No key is lost meanwhile: neither one before the answer, nor one that comes with it.
        terminal.press("right")
        assert width.kept
        width.answer()
        os.write(terminal._master, KEYS["right"].encode())
        terminal.wait_for(lambda text: not ambiguous(text) and "4.0" in text)
        assert BRAILLE & set(terminal.text), terminal.text
        # All that is seen from now on as well.
        terminal.press("?")
        terminal.rest()
        assert not ambiguous(terminal.text), terminal.text
        terminal.press("escape", "ctrl+q")
        assert 0 == terminal.wait_for_end()


@pytest.mark.walk
def test_what_it_draws_in_one_cell_is_kept_group_by_group(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", "--lang", "en") as terminal:
        width = Width(terminal, lambda character: is_ambiguous(character) and not is_box(character))
        terminal.tab_to("▸ k")
        width.answer()
        # A screen arrives row by row: the last of the old ones may stand a while longer.
        shown = terminal.wait_for(lambda text: all(map(is_box, ambiguous(text))) and {"│", "─"} <= set(text))
        assert BRAILLE & set(shown)
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()


@pytest.mark.walk
def test_where_braille_is_two_cells_wide_too_ascii_is_left(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", "--lang", "en") as terminal:
        width = Width(terminal, lambda character: is_ambiguous(character) or character in BRAILLE)
        terminal.tab_to("▸ k")
        width.answer()
        terminal.wait_for(lambda text: text.replace("한국어", "").isascii())
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()


@pytest.mark.walk
@pytest.mark.parametrize("answers", [True, False])
def test_a_terminal_that_draws_them_one_cell_wide_or_does_not_say_is_shown_all(
    open_tutor: OpenTerminal, answers: bool
) -> None:
    with open_tutor("--at", "line/move") as terminal:
        width = Width(terminal, lambda _: False)
        terminal.tab_to("▸ k")
        before = terminal.text
        assert ambiguous(before)
        assert width.kept
        if answers:
            width.answer()
        terminal.rest()
        assert before == terminal.text
        terminal.press("ctrl+q")
        terminal.wait_for_end()


@pytest.mark.walk
def test_what_is_chosen_counts_for_more_than_what_the_terminal_says(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", "--marks", "braille", "--maths", "unicode") as terminal:
        width = Width(terminal, is_ambiguous)
        terminal.tab_to("▸ k")
        before = terminal.text
        width.answer()
        terminal.rest()
        assert before == terminal.text
        terminal.press("ctrl+q")
        terminal.wait_for_end()
