"""What stands above a plot."""

from __future__ import annotations

import pytest

from tutor.chart.drawing import draw
from tutor.chart.palette import MONOCHROME
from tutor.figure import Axis, Figure, Line, Role
from tutor.language import Text

FIGURE = Figure(
    (
        Line([0.0, 1.0], [0.0, 1.0], Role.MODEL, "test", dashed=True),
        Line([0.0, 1.0], [1.0, 0.0], Role.GIVEN, "train"),
    ),
    Text(en="Two lines.", ko="직선 둘."),
    Axis("x", 0.0, 1.0),
    Axis("loss", 0.0, 1.0),
)


@pytest.mark.parametrize(("width", "between"), [(40, 3), (25, 3), (24, 2), (23, 2), (22, 1), (21, 1)])
def test_entries_of_a_legend_move_together_before_one_is_cut(width: int, between: int) -> None:
    top = "".join(segment.text for segment in draw(FIGURE, width, 10, MONOCHROME, "en")[0])
    assert (" " * between).join(("loss", "╌╌ test", "── train")) == top.strip()
