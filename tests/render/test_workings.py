"""Two workings as lines: side by side where there is room, the first line that differs marked."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from rich.segment import Segment

from tutor.chart.palette import DARK
from tutor.course.slips.unfolding import Line
from tutor.render.look import Look
from tutor.render.workings import Workings, workings_lines

LINES = (
    Line("2·1 + 1 = 3, 2·2 + 1 = 5, 2·3 + 1 = 7", "2·1 + 1 = 3, 2·2 + 1 = 5, 2·3 + 1 = 7"),
    Line("4 + 9 + 16 = 29", "4 + 9 + 16 = 29"),
    Line("", "29 / 3 = 9.67", differs=True),
)


def texts(width: int, language: str = "en") -> list[str]:
    look = Look(DARK, language)
    return [text_of(line) for line in workings_lines(Workings(LINES, "cost"), width, look)]


def text_of(line: list[Segment]) -> str:
    return "".join(segment.text for segment in line).rstrip()


def test_with_room_they_stand_beside_each_other() -> None:
    assert [
        "  yours                                   cost",
        "  2·1 + 1 = 3, 2·2 + 1 = 5, 2·3 + 1 = 7   2·1 + 1 = 3, 2·2 + 1 = 5, 2·3 + 1 = 7",
        "  4 + 9 + 16 = 29                         4 + 9 + 16 = 29",
        "≠                                         29 / 3 = 9.67",
    ] == texts(90)
    assert "내 계산" in texts(90, "ko")[0]


def test_a_long_line_breaks_between_its_pieces() -> None:
    assert "  2·1 + 1 = 3, 2·2 + 1 = 5    2·1 + 1 = 3, 2·2 + 1 = 5" == texts(56)[1]


def test_without_room_the_right_one_stands_below() -> None:
    found = texts(40)
    assert found.index("  cost") > found.index("  yours") and "≠ 29 / 3 = 9.67" == found[-1]


@pytest.mark.parametrize("width", range(20, 121, 7))
def test_no_line_is_wider_than_there_is_room(width: int) -> None:
    assert all(cell_len(text) <= width for text in texts(width))
