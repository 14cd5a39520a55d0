"""One side of a line is strewn with grains, and on equal axes what is square is square."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, DARK_16, LIGHT_16, MONOCHROME, Palette
from tutor.figure import Axis, Figure, Line, Mark, Role, Side
from tutor.language import Text

ALT = Text(en="A plane.", ko="평면.")
SIZES = [(118, 24), (78, 15), (58, 16)]
PALETTES = [DARK, DARK_16, LIGHT_16, MONOCHROME]
FRAME = "│┤┼┬┴└─"


def lines(figure: Figure, width: int, height: int, palette: Palette = DARK) -> list[str]:
    return ["".join(segment.text for segment in line) for line in draw(figure, width, height, palette, "en")]


def plane(*layers: Side | Line | Mark, equal: bool = False) -> Figure:
    return Figure(layers, ALT, Axis("x", 0, 10), Axis("y", 0, 10), equal=equal)


@pytest.mark.parametrize("palette", PALETTES, ids=["truecolor", "16", "16 light", "none"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_grains_lie_where_the_inequality_holds_and_nowhere_else(width: int, height: int, palette: Palette) -> None:
    drawn = lines(plane(Side(1.0, 0.0, 5.0)), width, height, palette)
    grains = [column for line in drawn for column, character in enumerate(line) if character == "░"]
    middle = width / 2
    assert min(grains) >= middle - 3
    assert max(grains) >= width - 7
    drawn = lines(plane(Side(0.0, -1.0, -5.0)), width, height, palette)  # -y > -5: below the middle
    rows = [row for row, line in enumerate(drawn) if "░" in line]
    assert min(rows) >= height // 2 - 2
    # Rows next to each other, from the middle down to the axis.
    assert list(range(min(rows), max(rows) + 1)) == rows


def test_the_grains_lie_still_while_the_line_moves() -> None:
    fewer, more = (lines(plane(Side(1.0, 1.0, level)), 78, 15) for level in (12.0, 8.0))
    for one, other in zip(fewer, more, strict=True):
        assert all(after == "░" for before, after in zip(one, other, strict=True) if before == "░")
    assert sum(line.count("░") for line in more) > sum(line.count("░") for line in fewer)


@pytest.mark.parametrize("level", [float("nan"), float("inf"), 1e308])
def test_a_side_of_no_line_has_no_grains(level: float) -> None:
    assert "░" not in "".join(lines(plane(Side(1.0, 1.0, level)), 60, 12))


def places(drawn: list[str], marks: str) -> dict[str, tuple[int, int]]:
    return {
        character: (column, row)
        for row, line in enumerate(drawn)
        for column, character in enumerate(line)
        if character in marks
    }


@pytest.mark.parametrize(("width", "height"), [*SIZES, (40, 20), (30, 30)])
def test_on_equal_axes_a_unit_is_as_long_across_as_up(width: int, height: int) -> None:
    """Three corners of a square: a cell is twice as high as wide."""
    marks = (Mark(2, 2, Role.GIVEN, mark="A"), Mark(8, 2, Role.GIVEN, mark="B"), Mark(2, 8, Role.GIVEN, mark="C"))
    at = places(lines(plane(*marks, equal=True), width, height), "ABC")
    across, up = at["B"][0] - at["A"][0], at["A"][1] - at["C"][1]
    assert across == pytest.approx(2 * up, abs=2)
    assert up > 0


def test_equal_axes_show_at_least_what_was_asked_for() -> None:
    corners = [Mark(x, y, Role.GIVEN, mark=mark) for (x, y), mark in zip(np.ndindex(2, 2), "ABCD", strict=True)]
    for width, height in [*SIZES, (40, 30)]:
        figure = Figure(tuple(corners), ALT, Axis("x", 0, 1), Axis("y", 0, 1), equal=True)
        assert set("ABCD") == set(places(lines(figure, width, height), "ABCD"))
