"""A film over a line of any width and length, where answers are lost, doubled and typed: no flood, and no end."""

from __future__ import annotations

import heapq
import itertools
import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tutor.ui.terminal.line import FIRST, LEAST_PIECE, LENGTH_HOLDS, PATIENCE, PIECE_TIME, SLOWEST, Line

ROUNDS = 2_000

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
                if self.line.wants_question(self.now):
                    self.send(0)
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


def longest_wait(width: float, length: float) -> float:
    """Return for how many seconds a key may wait on a line that is known.

    A piece has just been sent; and what the line holds is on its way, rather than waiting.
    """
    return 1.3 * max(PIECE_TIME, LEAST_PIECE / width) + 1.3 * length + 0.05


def one_round(seed: int) -> list[str]:
    """Play a film over a line that is drawn from `seed`; return what was wrong."""
    chance = random.Random(seed)
    width, length = 10 ** chance.uniform(3.7, 7.0), chance.choice([0.0005, chance.uniform(0.0, 0.5)])
    frame = chance.randrange(300, 40_000)
    honest = False
    play = Play(
        width,
        length,
        lambda number: 1 if honest or not number else chance.choices([0, 1, 2, 3], [1, 17, 1, 1])[0],
        frame,
    )
    play.go_on(WARM + 2 * FIRST / width, films=True)
    for _ in range(chance.randrange(3)):
        play.line.answered(play.now)  # typed
    found = []
    honest = True
    # An answer that is lost is waited for in vain, and after that it goes on as slowly as the slowest line does.
    play.go_on(3 * (PATIENCE + 4 * length + 8 * (frame + FIRST) / width + frame / SLOWEST), films=False)
    if play.left:
        found.append("the last frame never came")
    # An answer that was typed made the line seem short, for as long as that is believed.
    play.go_on(2 * LENGTH_HOLDS + 3.0, films=True)
    play.waits.clear()
    began = play.now
    play.go_on(5.0, films=True)
    if max(play.waits) > longest_wait(width, length):
        found.append(f"a key waits {max(play.waits):.2f} s")
    wanted = min(width, frame * FRAMES_A_SECOND)
    if play.came(began) < 0.4 * wanted * 5.0:
        found.append(f"only {play.came(began) / 5 / wanted:.0%} of the line is used")
    return [f"seed {seed}: {one} ({width:.0f} bytes/s, {length:.3f} s, frames of {frame})" for one in found]


def rounds(count: int, seed: int, tell: Callable[[int], None]) -> list[str]:
    """Play so many rounds and return what failed."""
    failed: list[str] = []
    for number in range(count):
        failed += one_round(seed + number)
        tell(number + 1)
    return failed
