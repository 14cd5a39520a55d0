"""A window that changes its size, from the least to the most, leaves nothing behind in a real terminal."""

from __future__ import annotations

import pytest

from .conftest import OpenTerminal
from .terminal import Terminal

LARGEST = (300, 100)
SIZES = ((60, 18), (120, 36), (59, 17), (200, 50), LARGEST)


def settled(terminal: Terminal) -> str:
    """Return the screen once nothing of it changes any more."""
    terminal.rest()
    return terminal.text


def test_back_at_its_size_the_screen_is_what_it_was(open_tutor: OpenTerminal) -> None:
    with open_tutor("--at", "line/move", "--lang", "en", size=LARGEST) as terminal:
        terminal.tab_to("▸ k")
        terminal.press("right")
        before = settled(terminal)
        assert LARGEST[1] - 2 <= len(before.rstrip().splitlines())
        assert max(map(len, before.splitlines())) > LARGEST[0] - 10, "the room is used"
        for size in SIZES:
            terminal.resize(*size)
            shown = settled(terminal)
            assert size == LARGEST or before != shown
        assert before == shown


@pytest.mark.walk
def test_a_film_that_plays_meanwhile_ends_as_one_that_was_left_alone(
    open_tutor: OpenTerminal, environ: dict[str, str]
) -> None:
    ends, first = [], (120, 36)
    for sizes in ((), (*SIZES, first)):
        home = f"{environ['TUTOR_HOME']}-{len(sizes)}"
        with open_tutor("--at", "film/play", "--lang", "en", size=first, TUTOR_HOME=home) as terminal:
            terminal.tab_to("▸ frame")
            # Twice its speed: two seconds, of which the sizes take most.
            terminal.press("]", "space")
            terminal.wait_for(lambda text: "pause" in text)
            for size in sizes:
                terminal.resize(*size)
                terminal.listen(0.3)
            terminal.wait_for("has walked 40 steps")
            ends.append(settled(terminal))
    assert ends[0] == ends[1]
