"""The bytes that reach a terminal while a hostile course is open: Textual's own sequences and text, nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from tests.ordeal.mutants import OBEYED, hostile_course
from tests.walks import some_now

from .conftest import TOUR, OpenTerminal

SEQUENCE = re.compile(
    r"\x1b\[[<=>?]?[0-9;:]*[ $!\"']?[@-~]"  # CSI: the cursor, colours, modes
    r"|\x1b\]8;[^;\x1b\x07]*;https?://[!-~]*\x1b\\|\x1b\]8;;\x1b\\"  # a link and its end
    r"|\x1b\]22;[a-z-]*\x07"  # the pointer's shape
    r"|\x1bP[=+][^\x1b\x07]*\x1b\\"  # synchronised output, and a question about abilities
    r"|\x1b_G[^\x1b\x07]*\x1b\\"  # a question about pictures
    r"|\x1b[>=78]"
)
"""What Textual writes, each sequence whole."""


@some_now("language", ["en", "ko"], ["en"])
def test_a_hostile_course_writes_nothing_to_the_terminal_but_text(
    open_tutor: OpenTerminal, tmp_path: Path, language: str
) -> None:
    course = hostile_course(TOUR, tmp_path / "hostile")
    with open_tutor("--trust", "--lang", language, course=str(course)) as terminal:
        terminal.wait_for(r"\x1b]52;c;")
        terminal.press("enter")
        terminal.wait_for(r"\u202e")
        for key in ("?", "escape", "c", "escape", "/", "escape", "n", "right", "n"):
            terminal.press(key)
            terminal.rest()
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()
    text = terminal.raw.decode("utf-8")
    left = re.sub(r"[\r\n\t\x07]", "", SEQUENCE.sub("", text))
    assert not OBEYED.search(left), [left[max(m.start() - 30, 0) : m.end() + 30] for m in OBEYED.finditer(left)][:5]
    # A bell, a clipboard or a title of the course's are not Textual's.
    assert "\x1b]52" not in text and "\x1b]0;" not in text and "\x9b" not in text
    assert not re.search(r"\x07", SEQUENCE.sub("", text))
