"""What goes to a terminal that reads nothing, and how it is thrown away."""

from __future__ import annotations

import os
import pty
import threading
import tty
from collections.abc import Iterator

import pytest

from tutor.ui.terminal.writing import BROKEN_OFF, Outlet

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a pseudo-terminal")


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """A terminal's two ends: what a program writes to, and what a terminal reads."""
    master, follower = pty.openpty()
    tty.setraw(follower)
    yield follower, master
    os.close(follower)
    os.close(master)


def read_up_to(master: int, end: bytes) -> bytes:
    """Read until what was read ends so."""
    data = b""
    while not data.endswith(end):
        data += os.read(master, 1 << 16)
    return data


def test_all_of_a_text_arrives_in_the_terminals_encoding(ends: tuple[int, int]) -> None:
    follower, master = ends
    with open(follower, "w", encoding="euc-kr", closefd=False) as file:
        assert 4 == Outlet(file).write("가나 ⠿")
    assert "가나 ".encode("euc-kr") + b"\\u283f" == read_up_to(master, b"f")


def test_what_a_terminal_does_not_read_is_thrown_away_and_what_it_has_begun_is_ended(ends: tuple[int, int]) -> None:
    follower, master = ends
    with open(follower, "w", encoding="utf-8", closefd=False) as file:
        outlet = Outlet(file)
        frame = "\x1b[31mframe " * 100_000
        thread = threading.Thread(target=lambda: [outlet.write(frame), outlet.write("stale"), outlet.write(BROKEN_OFF)])
        thread.start()
        os.read(master, 1)
        assert outlet.is_writing
        outlet.discard()
        data = read_up_to(master, BROKEN_OFF.encode())
        thread.join()
    assert len(data) < len(frame)
    assert b"stale" not in data


def test_how_keys_are_told_is_taken_back_only_where_it_has_arrived(ends: tuple[int, int]) -> None:
    follower, master = ends
    with open(follower, "w", encoding="utf-8", closefd=False) as file:
        outlet = Outlet(file)
        outlet.discard()
        outlet.write("\x1b[>25u")
        outlet.write(BROKEN_OFF)
        outlet.write("\x1b[<u")
        outlet.write("1")
        assert BROKEN_OFF.encode() + b"1" == read_up_to(master, b"1")
        for text in ("\x1b[>25u", "\x1b[<u", "\x1b[<u", "2"):
            outlet.write(text)
        assert b"\x1b[>25u\x1b[<u2" == read_up_to(master, b"2")


def test_a_terminal_that_is_gone_takes_everything() -> None:
    master, follower = pty.openpty()
    with open(follower, "w", encoding="utf-8", closefd=False) as file:
        outlet = Outlet(file)
        os.close(master)
        assert 3 == outlet.write("one")
        assert 3 == outlet.write("two")
        assert not outlet.is_writing
    os.close(follower)
