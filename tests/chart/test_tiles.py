"""Small surfaces in rows: each under its name, and what is noted of it beside that wherever there is room."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.chart.drawing import draw
from tutor.chart.palette import MONOCHROME
from tutor.figure import Tile, Tiles
from tutor.language import Text

ALT = Text(en="Units.", ko="유닛.")
SURFACE = np.linspace(-1, 1, 256).reshape(16, 16)
PAIRS = tuple(tuple(Tile(SURFACE, f"h{at + 1}", "✗ 0.00") for at in (row, row + 1)) for row in (0, 2, 4))


def lines_of(rows: tuple[tuple[Tile, ...], ...], width: int, height: int) -> list[str]:
    tiles = Tiles(rows, ALT, (-1.0, 1.0), "units")
    return ["".join(piece.text for piece in line) for line in draw(tiles, width, height, MONOCHROME, "en")]


@pytest.mark.parametrize("height", [13, 16, 20, 25])
def test_surfaces_that_are_low_leave_their_notes_the_room_beside_them(height: int) -> None:
    lines = lines_of(PAIRS, 24, height)
    assert "units" == lines[0].strip()
    assert [f"h{at} ✗ 0.00" for at in (1, 3, 5)] == [line[:9] for line in lines if line.startswith("h")]
    assert 6 == "".join(lines).count("✗ 0.00")


def test_where_notes_do_not_fit_side_by_side_the_names_stand_alone() -> None:
    lines = lines_of(PAIRS, 18, 16)
    assert 0 == "".join(lines).count("0.00")
    assert [["h1", "h2"], ["h3", "h4"], ["h5", "h6"]] == [line.split() for line in lines if line.startswith("h")]


def test_without_room_for_surfaces_the_names_and_notes_are_a_list() -> None:
    assert ["h1 ✗ 0.00  h2 ✗ 0.00", "h3 ✗ 0.00  h4 ✗ 0.00", "h5 ✗ 0.00  h6 ✗ 0.00"] == [
        line.rstrip() for line in lines_of(PAIRS, 24, 4) if line.strip()
    ]


def test_where_there_is_room_for_names_alone_none_is_cut_for_a_note() -> None:
    row = tuple(Tile(np.zeros((2, 2)), f"h{unit}", "+0.5") for unit in range(1, 5))
    assert ["h1  h2  h3  h4"] == [line.rstrip() for line in lines_of((row,), 18, 1)]
    assert ["h1 +0.5  h2 +0.5  h3 +0.5  h4 +0.5"] == [line.rstrip() for line in lines_of((row,), 40, 1)]
