"""The dialogue in a real terminal and through a real pipe."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

from tests.learner.tour import tour
from tests.plain.dialogue import wrong_with
from tests.walks import some_now
from tutor.learner.paths import record_path
from tutor.learner.store import Store

from .conftest import TOUR, OpenTerminal

CHOSEN = [{"TERM": "dumb"}, {"ACCESSIBLE": "1"}, {"TERM": "vt100"}]


@some_now("changed", CHOSEN, CHOSEN[:1], ids=str)
def test_a_terminal_that_wants_lines_gets_lines_and_no_escape(
    open_tutor: OpenTerminal, changed: dict[str, str]
) -> None:
    with open_tutor(size=(80, 60), **changed) as terminal:
        terminal.wait_for("The number of a lesson opens it.")
        terminal.press("enter")
        terminal.wait_for("its height over")
        terminal.press("k = 1.5", "enter")
        terminal.wait_for("k = 1.5.")
        terminal.press("7", "enter")
        terminal.wait_for("the answer is smaller than 7")
        terminal.press("3", "enter")
        terminal.wait_for("Enter goes on to the next step")
        terminal.press("quit", "enter")
        assert 0 == terminal.wait_for_end()
        raw = terminal.raw
    assert b"\x1b" not in raw
    assert [] == wrong_with(raw.decode().replace("\r\n", "\n"))
    assert (b"A vt100 cannot show the full screen" in raw) is (changed.get("TERM") == "vt100")


def test_the_next_time_the_full_screen_opens_at_the_same_place(open_tutor: OpenTerminal) -> None:
    with open_tutor(TERM="dumb", size=(80, 60)) as terminal:
        terminal.wait_for("The number of a lesson opens it.")
        terminal.press("enter")
        terminal.wait_for("its height over")
        terminal.press("k = 2.5", "enter")
        terminal.wait_for("k = 2.5.")
        terminal.press("quit", "enter")
        assert 0 == terminal.wait_for_end()
    with open_tutor() as terminal:
        terminal.wait_for("height 5.0")
        terminal.press("ctrl+q")
        assert 0 == terminal.wait_for_end()


def test_lines_fit_the_terminal_in_korean_too(open_tutor: OpenTerminal) -> None:
    with open_tutor("--plain", "--lang", "ko", size=(42, 80), course="") as terminal:
        terminal.wait_for("강의 번호를 치면")
        terminal.press("enter")
        terminal.wait_for("정수 하나")
        terminal.press("1", "enter", "enter", "enter")
        terminal.wait_for("가중합은 얼마인가요?")
        terminal.press("끝", "enter")
        assert 0 == terminal.wait_for_end()
        raw = terminal.raw
    assert b"\x1b" not in raw
    assert [] == wrong_with(raw.decode().replace("\r\n", "\n"), 42)


def test_an_interrupt_leaves_a_question_and_two_end_the_course(open_tutor: OpenTerminal) -> None:
    with open_tutor(TERM="dumb", size=(80, 60)) as terminal:
        terminal.wait_for("The number of a lesson opens it.")
        terminal.press("enter")
        terminal.wait_for("its height over")
        terminal.wait_for("to two decimals.")
        terminal.process.send_signal(signal.SIGINT)
        terminal.wait_for("The question is left open.")
        terminal.process.send_signal(signal.SIGINT)
        assert 0 == terminal.wait_for_end()
        assert "Everything is saved." in terminal.text


def test_a_program_is_written_in_the_editor_of_the_learner(open_tutor: OpenTerminal, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(
        f"#!{sys.executable}\n"
        "import sys\n"
        "text = open(sys.argv[1]).read()\n"
        "open(sys.argv[1], 'w').write('# edited\\n' + text)\n"
    )
    editor.chmod(0o700)
    with open_tutor("--at", "perceptron/12", TERM="dumb", EDITOR=str(editor), course="", size=(80, 60)) as terminal:
        terminal.wait_for("opens your editor")
        terminal.press("edit", "enter")
        terminal.wait_for("1 # edited")
        terminal.press("quit", "enter")
        assert 0 == terminal.wait_for_end()


def test_a_pipe_is_answered_line_by_line_and_leaves_the_record(environ: dict[str, str], tmp_path: Path) -> None:
    typed = "\n7\n3\n\n4\n"
    done = subprocess.run(
        [sys.executable, "-m", "tutor", str(TOUR), "--trust"],
        input=typed, capture_output=True, encoding="utf-8", env=environ, cwd=tmp_path, check=False,
    )  # fmt: skip
    assert (0, "") == (done.returncode, done.stderr)
    assert "> 7\nNot yet" in done.stdout
    assert [] == wrong_with(done.stdout)
    assert done.stdout.endswith("Everything is saved.\n")
    with Store.open(record_path(environ, ""), clock=lambda: 0) as store:
        made = [(one.question, one.response, one.right) for one in store.attempts(tour().id)]
    assert [("height-at", "7", False), ("height-at", "3", True), ("guess-height", "4", False)] == made


def test_who_reads_no_further_gets_no_traceback(environ: dict[str, str], tmp_path: Path) -> None:
    command = f"{sys.executable} -m tutor {TOUR} --trust --plain | head -1"
    done = subprocess.run(
        command,
        shell=True,
        input="\n" * 200,
        capture_output=True,
        encoding="utf-8",
        env=environ,
        cwd=tmp_path,
        check=False,
    )
    assert "" == done.stderr
