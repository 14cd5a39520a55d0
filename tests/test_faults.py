"""The log of faults: whole, bounded, its owner's alone, and never in the way of what it tells of."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.faults import LOG_NAME, MOST_KEPT, MOST_OF_ONE, RULE, keep_report, report_of, shortened
from tutor.visible import visible_lines

NOON = 1_767_268_800_000


def failed() -> Exception:
    """Return an exception that was raised for another's sake, where a variable holds what nobody is to read."""
    password = "mellon" + "-5"
    try:
        try:
            raise KeyError("the first")
        except KeyError as error:
            raise ValueError(len(password)) from error
    except ValueError as error:
        return error


def test_a_report_has_the_whole_story_and_no_variables() -> None:
    report = report_of(failed())
    assert "KeyError" in report
    assert "ValueError: 8" in report
    assert "mellon-5" not in report


def test_the_log_says_when_and_in_which_versions_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = keep_report(tmp_path / "home", "what it was", at=NOON)
    assert path == tmp_path / "home" / LOG_NAME
    kept = path.read_text(encoding="utf-8")
    assert "2026-01-01 12:00:00" in kept
    assert f"Python {sys.version.split()[0]}" in kept
    assert "textual " in kept
    assert "what it was" in kept
    if os.name == "posix":
        assert 0o600 == stat.S_IMODE(path.stat().st_mode)
    assert [path] == list(path.parent.iterdir())


def test_the_latest_report_is_last_and_the_oldest_make_room(tmp_path: Path) -> None:
    for number in range(40):
        path = keep_report(tmp_path, f"report {number}\n" + "x" * 10_000, at=NOON)
    assert path is not None
    kept = path.read_text(encoding="utf-8")
    assert len(kept.encode()) <= MOST_KEPT
    assert kept.startswith(RULE)
    assert "report 39" in kept
    assert "report 0\n" not in kept


@given(st.text(min_size=1, max_size=20), st.integers(0, 3 * MOST_OF_ONE))
def test_a_report_is_shortened_in_its_middle(text: str, length: int) -> None:
    report = (text * (1 + length // max(len(text), 1)))[:length]
    short = shortened(report)
    assert len(short) <= MOST_OF_ONE + 100
    assert short[:100] == report[:100]
    assert short[-100:] == report[-100:]


def test_nothing_in_the_log_is_obeyed_by_a_terminal(tmp_path: Path) -> None:
    path = keep_report(tmp_path, "a \x1b]0;title\x07 \u202e b\udcff", at=NOON)
    assert path is not None
    kept = path.read_text(encoding="utf-8")
    assert visible_lines(kept) == kept
    assert "\\x1b]0;title" in kept


@pytest.mark.parametrize("at", [0, -1, 253_402_300_800_000, 10**20])
def test_no_clock_keeps_a_fault_from_being_told(tmp_path: Path, at: int) -> None:
    assert keep_report(tmp_path, "what it was", at=at) is not None


@pytest.mark.skipif(os.name != "posix", reason="links and pipes")
@pytest.mark.parametrize("kind", ["link", "pipe", "damaged"])
def test_what_lies_where_the_log_belongs_is_not_written_through(tmp_path: Path, kind: str) -> None:
    home, other = tmp_path / "home", tmp_path / "other"
    home.mkdir()
    other.write_text("another's", encoding="utf-8")
    log = home / LOG_NAME
    match kind:
        case "link":
            log.symlink_to(other)
        case "pipe":
            os.mkfifo(log)
        case _:
            log.write_bytes(b"\xff\x00" * 10)
    assert keep_report(home, "what it was", at=NOON) == log
    assert "another's" == other.read_text(encoding="utf-8")
    assert "what it was" in log.read_text(encoding="utf-8")
    assert not log.is_symlink()


def test_a_log_that_cannot_be_written_is_none(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file", encoding="utf-8")
    assert keep_report(tmp_path / "home", "what it was", at=NOON) is None
