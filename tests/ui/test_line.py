"""What is known of a line, over a line that is made up: so many bytes a second, so long, and it swallows everything."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ordeal.line import FRAME, FRAMES_A_SECOND, WARM, Play, longest_wait, one_round
from tutor.ui.terminal.line import FIRST, LONGEST, MUTE_HOLDS, PATIENCE, SLOWEST, Line

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
    assert max(play.waits) <= longest_wait(width, length)
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


@pytest.mark.parametrize("asleep", [0.0, 20.0, 3_600.0])
@pytest.mark.parametrize("size", [100, 5_000, FIRST])
def test_after_a_machine_has_slept_a_lost_answer_holds_nothing_up_for_longer_than_on_any_line(
    size: int, asleep: float
) -> None:
    line = Line(0.0)
    now = 0.0
    for _ in range(2):
        line.sent(size, now)
        line.asked(now)
        now += asleep + 0.01
        line.answered(now)
    line.sent(size, now)
    line.asked(now)
    assert line.looks_again(now) < PATIENCE + 4 * LONGEST + size / SLOWEST + 0.01
    assert line.is_free(now + line.looks_again(now) + 0.01)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 1 << 30))
def test_answers_lost_doubled_or_typed_never_stop_it_and_never_flood_it(seed: int) -> None:
    assert [] == one_round(seed)
