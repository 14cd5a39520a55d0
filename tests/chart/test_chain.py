"""A chain of factors is drawn so that equal factors take equal strides, and every number stands there."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import numpy as np
import pytest

from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, DARK_16, MONOCHROME, Palette
from tutor.figure import VEILED_ALT, Chain
from tutor.language import Text

ALT = Text(en="What is left.", ko="남은 양.")
LAYER = Text(en="layer", ko="층")
SIZES = [(118, 24), (78, 15), (58, 16), (40, 8)]
PALETTES = [DARK, DARK_16, MONOCHROME]


def lines(chain: Chain, width: int, height: int, palette: Palette = DARK, language: str = "en") -> list[str]:
    return ["".join(segment.text for segment in line) for line in draw(chain, width, height, palette, language)]


def bars(drawn: list[str]) -> list[tuple[int, int]]:
    """Return the solid and the speckled cells of each row that names a factor."""
    return [(line.count("█"), line.count("░")) for line in drawn if "×" in line]


@pytest.mark.parametrize("palette", PALETTES, ids=["truecolor", "16", "none"])
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_equal_factors_take_equal_strides_on_the_scale(width: int, height: int, palette: Palette) -> None:
    drawn = bars(lines(Chain(np.full(5, 0.25), ALT, LAYER), width, height, palette))
    assert 5 == len(drawn)
    taken = [lost for _, lost in drawn]
    assert max(taken) - min(taken) <= 1
    # Nothing is lost between two rows: what the second has left and lost is what the first had left.
    assert all(left + lost == before for (before, _), (left, lost) in pairwise(drawn))


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_each_row_says_its_factor_and_what_is_left(width: int, height: int) -> None:
    drawn = "\n".join(lines(Chain(np.array([0.5, 0.1, 2.0]), ALT, LAYER), width, height))
    for row in (r"layer 1 +×0\.5 .* 0\.5 ", r"layer 2 +×0\.1 .* 0\.05 ", r"layer 3 +×2 .* 0\.1 "):
        assert re.search(row, drawn), row


def test_a_tenth_ends_at_the_stroke_of_a_tenth() -> None:
    drawn = lines(Chain(np.full(3, 0.1), ALT, LAYER, goal=0.1), 118, 24)
    goal = next(line.index("│") for line in drawn if "│" in line)
    rows = [line for line in drawn if "×" in line]
    assert goal == rows[0].rindex("█") + 1
    assert [goal] == list({line.index("│") for line in drawn if "│" in line})


def test_what_falls_off_the_scale_is_an_arrow_with_its_number() -> None:
    rows = [line for line in lines(Chain(np.full(3, 1e-5), ALT, LAYER), 78, 15) if "×" in line]
    assert "◀" not in rows[0]
    assert "1e−15" in rows[2]
    assert "◀" in rows[2]


def test_the_columns_stay_where_they_are_while_the_numbers_change() -> None:
    starts = {
        next(line.index("█") for line in lines(Chain(np.full(count, factor), ALT, LAYER), 78, 15) if "█" in line)
        for factor in (1.0, 0.25, 0.0177)
        for count in (1, 5, 10)
    }
    assert 1 == len(starts)


def test_veiled_it_shows_the_factors_and_nothing_that_they_leave() -> None:
    chain = Chain(np.full(5, 0.25), ALT, LAYER, note="✕ flat", reveals=True).veiled()
    drawn = lines(chain, 118, 24)
    rows = [line for line in drawn if "×0.25" in line]
    assert 5 == len(rows)
    assert all("?" in line and "█" not in line and "░" not in line for line in rows)
    assert not any(number in "\n".join(rows) for number in ("0.0625", "0.000977", "✕"))
    assert VEILED_ALT is chain.alt


@pytest.mark.parametrize("values", [[math.nan], [math.inf, 0.5], [-1.0, 0.5], [0.0], [1e300, 1e300], []])
def test_whatever_the_factors_are_it_is_drawn_in_its_size(values: list[float]) -> None:
    for width, height in [(1, 1), (30, 5), (118, 24)]:
        drawn = lines(Chain(np.array(values), ALT, LAYER), width, height)
        assert height == len(drawn)
