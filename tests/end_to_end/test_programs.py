"""A program is written in a real terminal, and run in a real process of its own."""

from __future__ import annotations

from pathlib import Path

from tests.walks import some_now
from tutor.learner.attempts import system_clock
from tutor.learner.store import Store

from .conftest import OpenTerminal
from .terminal import Terminal

FALLING = str(Path(__file__).parent.parent / "courses" / "falling")


def to_editor(terminal: Terminal) -> None:
    terminal.wait_for("1 · Falling and swinging")
    terminal.wait_for("Faster and faster")
    terminal.tab_to("^r run and judge")


@some_now("size", [(120, 36), (80, 24)], [(120, 36)], ids=str)
def test_a_letter_changes_the_curve_and_the_verdict_comes_when_it_is_asked_for(
    open_tutor: OpenTerminal, size: tuple[int, int]
) -> None:
    with open_tutor("--at", "free-fall/fall", course=FALLING, size=size) as terminal:
        to_editor(terminal)
        terminal.press(*"return g")
        first = terminal.wait_for("── yours")
        terminal.press(*" * t**2 / 2")
        terminal.wait_for(lambda text: "/ 2" in text and "── yours" in text and text != first)
        assert "✓" not in terminal.text
        terminal.press("ctrl+r")
        terminal.wait_for("✓ ")
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()


def test_a_program_that_never_ends_is_named_with_its_line_and_the_next_letter_counts(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "free-fall/fall", course=FALLING) as terminal:
        to_editor(terminal)
        terminal.press(*"while g:", "enter", *"t += 1")
        terminal.wait_for("did not come to an end")
        terminal.press(*["backspace"] * len("t += 1"), *"return g")
        terminal.wait_for("── yours")


def test_a_draft_survives_a_kill(open_tutor: OpenTerminal, environ: dict[str, str]) -> None:
    with open_tutor("--at", "free-fall/fall", course=FALLING) as terminal:
        to_editor(terminal)
        terminal.press(*"return g * (t")
        terminal.wait_for("return g * (t")
        record = Path(environ["TUTOR_HOME"]) / "record.sqlite3"
        while True:
            # It is kept within a second.
            terminal.listen(0.1)
            with Store.open(record, clock=system_clock) as store:
                if "g * (t" in store.draft("falling", "free-fall", ("write-fall",)):
                    break
        terminal.process.kill()
        terminal.wait_for_end()
    with open_tutor(course=FALLING) as terminal:
        terminal.wait_for("return g * (t")


def test_an_editor_that_takes_the_terminal_gives_it_back_with_the_program(
    open_tutor: OpenTerminal, tmp_path: Path
) -> None:
    editor = tmp_path / "my editor"
    editor.write_text(
        '#!/bin/sh\necho "HERE IT IS"; read answer; printf "def fall(t):\\n    return g * t\\n" > "$1"\n', "utf-8"
    )
    editor.chmod(0o755)
    with open_tutor("--at", "free-fall/fall", course=FALLING, VISUAL=f"'{editor}'") as terminal:
        to_editor(terminal)
        terminal.press("ctrl+o")
        terminal.wait_for("HERE IT IS")
        terminal.press("enter")
        terminal.wait_for("return g * t")
        terminal.wait_for("── yours")
        terminal.press("ctrl+r")
        terminal.wait_for("✗ ")
