"""Where somebody clicks: the point under a cell is the one that is drawn there."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.chart.drawing import draw
from tutor.chart.palette import DARK
from tutor.chart.pointing import pointed_at
from tutor.figure import Axis, Drawing, Figure, Panels, Points
from tutor.language import Text

ALT = Text(en="A plane.")
MARK = "●"


def plane(x: float, y: float, takes: str = "own") -> Figure:
    point = Points(np.array([x]), np.array([y]), mark=MARK)
    return Figure((point,), ALT, Axis("x1", -1.6, 1.6), Axis("x2", -1.6, 1.6), takes=takes)


def cell_of_the_point(drawing: Drawing, width: int, height: int) -> tuple[int, int]:
    """Return where the point stands in what is drawn."""
    for row, line in enumerate(draw(drawing, width, height, DARK, "en")):
        text = "".join(segment.text for segment in line)
        if MARK in text:
            return text.index(MARK), row
    raise AssertionError("nothing is drawn")


@pytest.mark.parametrize(("width", "height"), [(48, 26), (32, 15), (118, 24)])
@pytest.mark.parametrize(("x", "y"), [(0.0, 0.0), (-1.5, 1.5), (1.5, -1.5), (0.7, -0.4)])
@pytest.mark.parametrize("shape", ["alone", "beside", "above"])
def test_the_cell_of_a_point_says_the_point(width: int, height: int, x: float, y: float, shape: str) -> None:
    drawing: Drawing = plane(x, y)
    if shape != "alone":
        others = plane(9, 9, ""), plane(9, 9, "")
        drawing = Panels((others[0], plane(x, y), others[1]), ALT, (2, 5, 3))
    if shape == "above":
        width = 50
        height *= 3
    column, row = cell_of_the_point(drawing, width, height)
    pointed = pointed_at(drawing, column, row, width, height, DARK, "en")
    assert pointed is not None
    # No farther than half a cell; at one third of the width a column of the plane is wide.
    assert pointed.x == pytest.approx(x, abs=3.2 / 8)
    assert pointed.y == pytest.approx(y, abs=3.2 / 8)
    neighbours = [
        pointed_at(drawing, column + across, row + up, width, height, DARK, "en")
        for across, up in ((1, 0), (-1, 0), (0, 1), (0, -1))
    ]
    here = abs(pointed.x - x) + abs(pointed.y - y)
    assert all(one is None or abs(one.x - x) + abs(one.y - y) >= here - 1e-9 for one in neighbours)


def test_beside_the_plane_there_is_nothing() -> None:
    drawing = Panels((plane(9, 9, ""), plane(0, 0)), ALT, (1, 1))
    assert pointed_at(drawing, 5, 8, 100, 20, DARK, "en") is None
    assert pointed_at(drawing, 49, 8, 100, 20, DARK, "en") is None
    assert pointed_at(drawing, 75, 19, 100, 20, DARK, "en") is None
    assert pointed_at(drawing, 75, 8, 100, 20, DARK, "en") is not None
    assert pointed_at(plane(0, 0), 3, 1, 6, 3, DARK, "en") is None
    assert pointed_at(plane(0, 0, ""), 24, 12, 48, 26, DARK, "en") is None
