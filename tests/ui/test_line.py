"""What is known of a line, over a line that is made up: so many bytes a second, so long, and it swallows everything."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.ui.terminal.line import FIRST, LEAST_PIECE, MUTE_HOLDS, PATIENCE, PIECE_TIME, Line

FRAME, FRAMES_A_SECOND = 4_000, 30
TICK = 1 / 120
WARM = 5.0
"""Seconds after which a line should be known."""
QUESTION = 4


@dataclass
class Play:
    """A film over a line: what is drawn at each moment, and when it arrives."""

    width: float
    length: float
    answers: Callable[[int], int] = lambda _: 1
    """how many answers the question of that number gets"""
    frame: int = FRAME
    line: Line = field(init=False)
    now: float = 0.0
    free_at: float = 0.0
    left: int = 0
    """bytes of the newest frame that were not sent"""
    arrived: list[tuple[float, int]] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    """how long what was sent then would wait for what was sent before"""
    _answers: list[tuple[float, int]] = field(default_factory=list)
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        self.line = Line(0.0)
        self.send(150)

    def send(self, size: int) -> None:
        """Send so many bytes and a question."""
        self.line.sent(size + QUESTION, self.now)
        self.line.asked(self.now)
        self.free_at = max(self.free_at, self.now) + (size + QUESTION) / self.width
        self.arrived.append((self.free_at + self.length / 2, size))
        number = next(self._numbers)
        for _ in range(self.answers(number)):
            heapq.heappush(self._answers, (self.free_at + self.length, number))

    def go_on(self, seconds: float, *, films: bool) -> None:
        """Let time go by."""
        end = self.now + seconds
        next_frame = self.now
        while self.now < end:
            while self._answers and self._answers[0][0] <= self.now:
                self.line.answered(heapq.heappop(self._answers)[0])
            if films and self.now >= next_frame:
                self.left = self.frame
                next_frame += 1 / FRAMES_A_SECOND
            while self.left and self.line.is_free(self.now):
                piece = self.line.piece(self.now)
                size = self.left if piece is None else min(piece, self.left)
                self.left -= size
                self.send(size)
            self.waits.append(max(self.free_at - self.now, 0.0))
            self.now += TICK

    def came(self, since: float) -> int:
        """Return how many bytes have come since a moment."""
        return sum(size for at, size in self.arrived if since <= at <= self.now)


WIDTHS = [5_000, 20_000, 60_000, 250_000, 1_000_000, 10_000_000]
LENGTHS = [0.0003, 0.02, 0.15, 0.5]


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_waits_long_before_the_line_and_the_line_is_used(width: float, length: float) -> None:
    play = Play(width, length)
    play.go_on(WARM + 2 * FIRST / width, films=True)
    warm = play.now
    play.waits.clear()
    play.go_on(10.0, films=True)
    # A piece that has just been sent, and what the line holds, which is on its way rather than waiting.
    assert max(play.waits) <= 1.3 * max(PIECE_TIME, LEAST_PIECE / width) + 1.3 * length + 0.05
    wanted = min(width, FRAME * FRAMES_A_SECOND)
    assert play.came(warm) >= 0.6 * wanted * (play.now - warm)
    play.go_on(2.0 + 2 * FRAME / width, films=False)
    assert 0 == play.left
    assert 0 == play.line.unanswered


@pytest.mark.parametrize("width", [1_000_000, 10_000_000])
@pytest.mark.parametrize("length", LENGTHS)
def test_a_line_that_is_long_but_wide_takes_every_frame_whole(width: float, length: float) -> None:
    play = Play(width, length)
    play.go_on(WARM, films=True)
    assert (play.line.piece(play.now) or 0) >= FRAME
    before = len(play.arrived)
    play.go_on(4.0, films=True)
    assert len(play.arrived) - before >= 0.9 * 4 * FRAMES_A_SECOND


@pytest.mark.parametrize(("before", "after"), [(1_000_000, 20_000), (20_000, 1_000_000)])
def test_a_line_that_changes_is_soon_known_anew(before: float, after: float) -> None:
    play = Play(before, 0.05)
    play.go_on(WARM, films=True)
    play.width = after
    play.waits.clear()
    play.go_on(WARM, films=True)
    assert max(play.waits) < 1.5
    assert 0.5 * after < (play.line.width or 0) < 2 * after or after > 500_000


def test_before_anything_is_known_only_so_much_goes_out() -> None:
    play = Play(20_000, 0.1, frame=100_000)
    play.go_on(0.2, films=True)
    assert play.line.on_the_way <= 2 * FIRST


def test_a_terminal_that_never_answers_is_taken_to_be_quick_up_to_so_much() -> None:
    play = Play(10_000_000, 0.0, answers=lambda _: 0)
    play.go_on(WARM, films=True)
    assert play.came(1.0) >= 0.9 * (WARM - 1.0) * FRAME * FRAMES_A_SECOND
    line = Line(0.0)
    line.asked(0.0)
    line.sent(10 * MUTE_HOLDS, 1.0)
    assert not line.is_free(1.0)
    pause = line.looks_again(1.0)
    assert 0 < pause
    assert line.is_free(1.0 + pause)


def test_when_answers_stop_a_frame_goes_out_now_and_then_and_when_they_come_again_all_is_well() -> None:
    silent = range(40, 48)
    play = Play(50_000, 0.05, answers=lambda number: number not in silent)
    play.go_on(60.0, films=True)
    recent = play.now - 10.0
    assert play.came(recent) >= 0.5 * 10 * 50_000
    play = Play(50_000, 0.05, answers=lambda number: number < 40)
    play.go_on(30.0, films=True)
    assert PATIENCE < 30.0
    # Not stuck, and no flood into a line that may only be still.
    assert 1 * FRAME <= play.came(10.0) <= 0.2 * 20 * 50_000


@settings(max_examples=8, deadline=None)
@given(
    answers=st.lists(st.integers(0, 3), min_size=3, max_size=6),
    width=st.sampled_from(WIDTHS[1:4]),
    length=st.sampled_from(LENGTHS),
)
def test_answers_lost_doubled_or_typed_never_stop_it_and_never_flood_it(
    answers: list[int], width: float, length: float
) -> None:
    play = Play(width, length, answers=lambda number: answers[number - 1] if 0 < number <= len(answers) else 1)
    play.go_on(6.0, films=True)
    for _ in range(3):
        # Typed.
        play.line.answered(play.now)
    play.go_on(20.0, films=True)
    recent = play.now - 4.0
    assert play.came(recent) >= 0.4 * 4 * min(width, FRAME * FRAMES_A_SECOND)
    # Each answer too many lets one piece more out, until the line comes to rest.
    play.go_on(3.0, films=False)
    assert 0 == play.left
    play.waits.clear()
    play.go_on(3.0, films=True)
    assert max(play.waits) <= 1.3 * max(PIECE_TIME, LEAST_PIECE / width) + 1.3 * length + 0.05
