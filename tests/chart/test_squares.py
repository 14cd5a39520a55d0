"""Squares are squares to the eye and as large as their errors; contour lines lie where the surface has their height."""

from __future__ import annotations

import re

import numpy as np
import pytest

from tutor.chart.drawing import draw
from tutor.chart.heat import MOST_LEVELS, contours
from tutor.chart.palette import DARK, DARK_16, MONOCHROME, Palette
from tutor.figure import Axis, Figure, Heat, Mark, Role, Squares
from tutor.language import Text

ALT = Text(en="Squares.", ko="정사각형.")
SIZES = [(118, 24), (78, 15)]
PALETTES = [DARK, DARK_16, MONOCHROME]


def lines_of(figure: Figure, size: tuple[int, int], palette: Palette = DARK) -> list[str]:
    return ["".join(segment.text for segment in line) for line in draw(figure, *size, palette, "en")]


def dots_of(lines: list[str]) -> list[tuple[int, int]]:
    """Return every dot of braille as (across, down)."""
    bits = {
        0x01: (0, 0),
        0x02: (0, 1),
        0x04: (0, 2),
        0x40: (0, 3),
        0x08: (1, 0),
        0x10: (1, 1),
        0x20: (1, 2),
        0x80: (1, 3),
    }
    return [
        (2 * x + right, 4 * y + below)
        for y, line in enumerate(lines)
        for x, character in enumerate(line)
        if "\u2800" <= character <= "\u28ff"
        for bit, (right, below) in bits.items()
        if ord(character) - 0x2800 & bit
    ]


def square(error: float) -> Figure:
    layer = Squares(np.array([1.0]), np.array([1.0]), np.array([1.0 + error]), Role.LOSS)
    return Figure((layer,), ALT, Axis("x", 0, 8), Axis("y", 0, 4))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("error", [0.5, 1.0, 2.0, -1.0])
def test_a_square_is_as_wide_as_high_and_as_high_as_its_error(size: tuple[int, int], error: float) -> None:
    lines = lines_of(square(error), size)
    dots = dots_of(lines)
    wide = max(x for x, _ in dots) - min(x for x, _ in dots)
    high = max(y for _, y in dots) - min(y for _, y in dots)
    rows = sum("│" in line or "┤" in line for line in lines)
    assert abs(wide - high) <= 1
    assert high == pytest.approx(4 * abs(error) * (rows - 1) / 4, abs=1.01)


@pytest.mark.parametrize("palette", PALETTES)
def test_a_square_says_what_it_weighs_and_is_seen_without_colour(palette: Palette) -> None:
    layer = Squares(np.array([1.0, 5.0]), np.array([0.0, 0.0]), np.array([2.0, 0.1]), Role.LOSS, "", ("4.00", "0.01"))
    lines = lines_of(Figure((layer,), ALT, Axis("x", 0, 8), Axis("y", 0, 4)), (78, 15), palette)
    assert any("4.00" in line for line in lines)
    assert not any("0.01" in line for line in lines)
    assert len(dots_of(lines)) > 40


ROUND = np.hypot(*np.meshgrid(np.linspace(-1, 1, 81) * 4, np.linspace(-1, 1, 81) * 4))
"""The distance from the middle: its contour lines are circles."""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("log", [False, True])
@pytest.mark.parametrize("palette", PALETTES)
def test_a_contour_line_lies_where_the_surface_has_its_height(
    size: tuple[int, int], log: bool, palette: Palette
) -> None:
    heat = Heat(ROUND, (-4, 4), (-4, 4), (0.1, 6.0), None, levels=(2.0,), log=log)
    lines = lines_of(Figure((heat,), ALT, Axis("", -4, 4), Axis("", -4, 4)), size, palette)
    left = next(line for line in lines if "└" in line).index("└") + 1
    rows = sum("│" in line or "┤" in line for line in lines)
    columns = size[0] - left - 1
    dots = [(x - 2 * left, y) for x, y in dots_of(lines) if y < 4 * rows]
    away = [
        np.hypot(8 * ((x + 0.5) / 2 - 0.5) / (columns - 1) - 4, 4 - 8 * ((y + 0.5) / 4 - 0.5) / (rows - 1))
        for x, y in dots
    ]
    assert len(away) > 30
    assert 2.0 == pytest.approx(np.mean(away), abs=0.15)
    assert max(abs(one - 2.0) for one in away) < 8 / (rows - 1) / 2
    assert any(re.search(r"\b2\b", line[left:]) for line in lines[:rows])


def test_no_more_contour_lines_are_drawn_than_can_be_told_apart() -> None:
    assert [1, 2, 3] == contours((3, 1, 2, 99, -5), 0, 10)
    for count in range(1, 60):
        found = contours(np.linspace(0.1, 0.9, count).tolist(), 0, 1)
        assert len(found) <= MOST_LEVELS
        assert found[0] == pytest.approx(0.1)


def test_on_a_log_scale_as_many_colours_lie_between_a_tenth_and_1_as_between_1_and_10() -> None:
    row = np.logspace(-1, 1, 400)[None, :]
    heat = Heat(np.repeat(row, 4, axis=0), (0, 1), (0, 1), (0.1, 10.0), None, log=True)
    drawn = draw(Figure((heat,), ALT, Axis("", 0, 1), Axis("", 0, 1)), 100, 12, DARK, "en")[2]
    grounds = [(segment.style.bgcolor.name, len(segment.text)) for segment in drawn if segment.style.bgcolor]
    widths = [width for _, width in grounds]
    assert 9 == len(widths)
    assert max(widths[1:-1]) - min(widths[1:-1]) <= 1


@pytest.mark.parametrize("size", SIZES)
def test_the_height_of_a_contour_line_makes_way_for_a_mark(size: tuple[int, int]) -> None:
    heat = Heat(ROUND, (-4, 4), (-4, 4), (0.1, 6.0), None, levels=(2.25,))
    axes = Axis("", -4, 4), Axis("", -4, 4)
    lines = lines_of(Figure((heat,), ALT, *axes), size)
    left = next(line for line in lines if "└" in line).index("└") + 1
    rows = sum("│" in line or "┤" in line for line in lines)
    y, x = next((y, line.index("2.25") + 1) for y, line in enumerate(lines) if "2.25" in line)
    there = Mark(8 * (x - left) / (size[0] - left - 2) - 4, 4 - 8 * y / (rows - 1), mark="✓")
    marked = lines_of(Figure((heat, there), ALT, *axes), size)
    assert "✓" == marked[y][x]
    assert 1 == "".join(marked).count("2.25")
