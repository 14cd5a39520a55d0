"""A command that fails says three lines; one that is stopped, or whose reader has gone, says nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tutor.faults import LOG_NAME

ROOT = Path(__file__).parent.parent.parent
BROKEN = """
import sys
import tutor.cli.{module} as command
def broken(*_):
    secret = "mellon" + "-5"
    raise {error}
command.run = broken
sys.argv = ["tutor", *{words!r}]
from tutor.__main__ import main
sys.exit(main())
"""


def run(
    tmp_path: Path, *words: str, error: str = "RuntimeError('this is meant')", **changed: str
) -> subprocess.CompletedProcess[str]:
    """Run a command that raises `error`, in a process of its own."""
    code = BROKEN.format(module=words[0], words=words, error=error)
    return subprocess.run(
        [sys.executable, "-c", code],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "TUTOR_HOME": str(tmp_path),
            "LANG": "C.UTF-8",
            "LC_ALL": "",
            **changed,
        },
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_command_that_fails_says_three_lines_and_keeps_the_story(tmp_path: Path, language: str) -> None:
    done = run(tmp_path, "list", "--lang", language)
    assert 1 == done.returncode
    assert "" == done.stdout
    assert 3 == len(done.stderr.splitlines())
    assert str(tmp_path / LOG_NAME) in done.stderr
    assert ("오류" in done.stderr) is (language == "ko")
    kept = (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    assert "RuntimeError: this is meant" in kept
    assert "mellon-5" not in kept


def test_where_there_is_no_room_for_a_log_the_story_follows(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    done = run(tmp_path, "list", TUTOR_HOME=str(tmp_path / "file"))
    assert 1 == done.returncode
    assert "could not be written down" in done.stderr
    assert "RuntimeError: this is meant" in done.stderr
    assert "mellon-5" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="how a shell is told of Ctrl+C")
def test_ctrl_c_stops_a_command_without_a_word_as_shells_expect(tmp_path: Path) -> None:
    done = run(tmp_path, "list", error="KeyboardInterrupt")
    assert -signal.SIGINT == done.returncode
    assert ("", "") == (done.stdout, done.stderr)
    assert not (tmp_path / LOG_NAME).exists()


@pytest.mark.skipif(os.name != "posix", reason="pipes and /dev")
@pytest.mark.parametrize("buffered", ["", "1"])
def test_a_reader_that_has_gone_is_no_fault(tmp_path: Path, buffered: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "TUTOR_HOME": str(tmp_path), "PYTHONUNBUFFERED": buffered}
    command = [sys.executable, "-m", "tutor", "schema"]
    done = subprocess.run(command, env=environ, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert "" == done.stderr
    assert 1 == done.returncode


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
@pytest.mark.parametrize("buffered", ["", "1"])
def test_a_full_disk_is_said_in_one_line(tmp_path: Path, buffered: str) -> None:
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "TUTOR_HOME": str(tmp_path), "PYTHONUNBUFFERED": buffered}
    command = [sys.executable, "-m", "tutor", "schema", "--lang", "en"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, env=environ, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.stderr.startswith("The output could not be written")
    assert 1 == len(done.stderr.splitlines())
    assert 1 == done.returncode
