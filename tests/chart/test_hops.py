"""How walks are drawn: numbers where they landed, strides in lanes, tangents of one length."""

from __future__ import annotations

import re

import numpy as np
import pytest
from rich.style import Style

from tutor.chart.drawing import draw
from tutor.chart.frame import Frame
from tutor.chart.hops import tangent_stroke
from tutor.chart.palette import DARK, DARK_16, MONOCHROME, Palette
from tutor.chart.scale import Scale
from tutor.figure import Axis, Figure, Guide, Heat, Hops, Line, Role, Tangent
from tutor.language import Text

ALT = Text(en="Two walks.", ko="두 사람의 걸음.")
PLACES = np.array([-1.0, 0.0, 0.5, 0.75])
SIZES = [(118, 24), (78, 15)]
PALETTES = [DARK, DARK_16, MONOCHROME]


def figure(*hops: Hops) -> Figure:
    return Figure((Guide("x", 1.0), *hops), ALT, Axis("W", -1.0, 3.0), Axis("cost", 0, 4))


def walk(x: np.ndarray, name: str = "A", mark: str = "●", **more: object) -> Hops:
    return Hops(x, (x - 1) ** 2, Role.MODEL, f"{name} walks", name, mark, lane=True, note="a note", **more)  # type: ignore[arg-type]


def lines_of(drawn: Figure, size: tuple[int, int], palette: Palette = DARK, language: str = "en") -> list[str]:
    return ["".join(segment.text for segment in line) for line in draw(drawn, *size, palette, language)]


def axis_span(lines: list[str]) -> tuple[int, int]:
    """Return the first column of the plot and how many it has, read off the axis below it."""
    axis = next(line for line in lines if "└" in line)
    left = axis.index("└") + 1
    return left, len(re.match(r"[─┬┼]+", axis[left:])[0])  # type: ignore[index]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("palette", PALETTES)
def test_the_numbers_of_a_lane_stand_under_the_places_that_they_number(size: tuple[int, int], palette: Palette) -> None:
    lines = lines_of(figure(walk(PLACES), walk(PLACES[:2], "B", "■")), size, palette)
    left, columns = axis_span(lines)
    after = lines[next(at for at, line in enumerate(lines) if "└" in line) + 2 :]
    lane = next(line for line in after if "─" in line)
    for number, place in enumerate(PLACES[:-1]):
        assert lane[left + int((place + 1) / 4 * (columns - 1) + 0.5)] == str(number)
    assert lane[left + int(1.75 / 4 * (columns - 1) + 0.5)] == "●"
    assert "┼" in lane
    words = [line.strip() for line in after if "walks" in line]
    assert ["● A walks   a note", "■ B walks   a note"] == words


@pytest.mark.parametrize("size", SIZES)
def test_the_numbers_on_the_plot_tell_the_walkers_apart_without_colour(size: tuple[int, int]) -> None:
    mirrored = 2 - PLACES
    lines = lines_of(figure(walk(PLACES), walk(mirrored, "B", "■")), size, MONOCHROME)
    plot = "\n".join(lines[: next(at for at, line in enumerate(lines) if "└" in line)])
    assert {"A0", "A1", "A3", "B0", "B1", "B3"} <= set(re.findall(r"[AB]\d", plot))
    assert {"●", "■"} <= set(plot)


def test_what_is_not_walked_yet_is_not_there() -> None:
    text = "\n".join(lines_of(figure(walk(PLACES, shown=2)), (118, 24)))
    assert "A1" in text
    assert "A2" not in text


@pytest.mark.parametrize(("place", "arrow"), [(40.0, "▶"), (-40.0, "◀")])
def test_a_walk_that_left_the_frame_is_an_arrow_at_the_edge_of_its_lane(place: float, arrow: str) -> None:
    lines = lines_of(figure(walk(np.array([0.0, place]))), (78, 15))
    left, columns = axis_span(lines)
    lane = next(line for line in lines[lines.index(next(x for x in lines if "└" in x)) + 2 :] if "─" in line)
    assert lane[left + (columns - 1 if arrow == "▶" else 0)] == arrow


def test_the_arcs_of_a_lane_reach_from_one_place_to_the_next() -> None:
    lines = lines_of(figure(walk(np.array([0.0, 2.0]))), (78, 15))
    left, columns = axis_span(lines)
    below = lines[next(at for at, line in enumerate(lines) if "└" in line) + 2 :]
    drawn = [at for at, character in enumerate(below[0]) if "\u2801" <= character <= "\u28ff"]
    ends = [left + int((place + 1) / 4 * (columns - 1) + 0.5) for place in (0.0, 2.0)]
    assert ends == [min(drawn), max(drawn)]


def test_the_lanes_shrink_with_the_figure_and_the_plot_stays() -> None:
    for height in (24, 16, 12, 9, 6):
        lines = lines_of(figure(walk(PLACES), walk(PLACES, "B", "■")), (78, height))
        assert sum("┤" in line or "│" in line for line in lines) >= 3
        assert height == len(lines)


def test_without_a_lane_the_strides_are_lines_from_place_to_place() -> None:
    path = Hops(np.array([0.0, 3.0]), np.array([0.0, 3.0]), Role.MODEL)
    text = "".join(lines_of(Figure((path,), ALT, Axis("", -1, 4), Axis("", -1, 4)), (40, 14)))
    assert sum("\u2801" <= character <= "\u28ff" for character in text) > 8


@pytest.mark.parametrize("slope", [0.0, 0.3, -1.0, 5.0, 1e6])
def test_a_tangent_has_its_slope_and_is_as_long_on_the_screen_however_steep_it_is(slope: float) -> None:
    frame = Frame(0, 0, Scale(-10, 10, 101), Scale(-10, 10, 51))
    stroke = tangent_stroke(Tangent(0.0, 0.0, slope, 0.2), frame)
    across, up = float(stroke.x[-1] - stroke.x[0]), float(stroke.y[-1] - stroke.y[0])
    # A cell is twice as high as wide.
    assert np.hypot(across, 2 * up) == pytest.approx(0.2 * 101)
    assert up * (20 / 50) == pytest.approx(slope * across * (20 / 100), rel=1e-6, abs=1e-9)


def test_a_tangent_and_a_curve_are_told_apart_by_its_dashes() -> None:
    x = np.linspace(0, 1, 30)
    solid = lines_of(Figure((Line(x, x),), ALT, Axis("", 0, 1), Axis("", 0, 1)), (40, 14), MONOCHROME)
    broken = lines_of(Figure((Tangent(0.5, 0.5, 1.0, 2.0),), ALT, Axis("", 0, 1), Axis("", 0, 1)), (40, 14), MONOCHROME)
    count = lambda lines: sum("\u2801" <= c <= "\u28ff" for line in lines for c in line)  # noqa: E731
    assert 0 < count(broken) < count(solid)


@pytest.mark.parametrize("palette", PALETTES)
def test_over_a_surface_the_numbers_of_a_walk_are_no_heights_of_its_contour_lines(palette: Palette) -> None:
    x, y = np.meshgrid(np.linspace(-4, 4, 61), np.linspace(-4, 4, 61))
    heat = Heat(np.hypot(x, y), (-4, 4), (-4, 4), (0.0, 6.0), None, levels=(2.0,))
    path = Hops(np.array([-3.0, 0.0, 2.5]), np.array([0.0, 2.2, 0.0]), Role.MODEL)
    drawn = draw(Figure((heat, path), ALT, Axis("", -4, 4), Axis("", -4, 4)), 78, 24, palette, "en")
    worn: dict[str, set[Style]] = {"0": set(), "1": set(), "2": set()}
    for line in drawn[:-2]:
        for piece in line:
            for character in piece.text:
                if character in worn and piece.style is not None and piece.style != palette.style(Role.QUIET):
                    worn[character].add(piece.style)
    badge = worn["0"] | worn["1"]
    assert 1 == len(badge)
    assert all(style.reverse or style.bgcolor is not None for style in badge)
    assert 2 == len(worn["2"]), "the place and the contour line"
    assert badge < worn["2"]
