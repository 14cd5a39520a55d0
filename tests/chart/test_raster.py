"""Strokes that plotext would take too long for are drawn dot by dot as plotext draws them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.chart import clip, plot, raster
from tutor.chart.clip import Stroke

SIZES = st.tuples(st.integers(1, 70), st.integers(1, 30))


@st.composite
def strokes(draw: st.DrawFn) -> tuple[int, int, tuple[tuple[Stroke, int], ...]]:
    columns, rows = draw(SIZES)
    chance = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    found = []
    for ink in range(draw(st.integers(0, 4))):
        count = draw(st.integers(0, 40))
        x, y = chance.uniform(-0.2, 1.2, (2, count)) * [[columns], [rows]]
        if draw(st.booleans()):
            x, y = np.round(x * 2) / 2, np.round(y * 4) / 4
        stroke = clip.polyline(np.sort(x) if draw(st.booleans()) else x, y, columns, rows)
        if draw(st.booleans()):
            stroke = clip.dashed(stroke, draw(st.integers(1, 5)), draw(st.integers(1, 5)))
        found.append((stroke, ink))
    return columns, rows, tuple(found)


def cells(inked: raster.Inked) -> dict[tuple[int, int], tuple[str, int]]:
    """Return the character and the ink of each cell (row, column) that was drawn on."""
    return {
        (int(y), int(x)): (chr(inked.codes[y, x]), int(inked.inks[y, x]))
        for y, x in zip(*np.nonzero(inked.codes), strict=True)
    }


@given(strokes())
def test_dots_are_where_plotext_has_them(case: tuple[int, int, tuple[tuple[Stroke, int], ...]]) -> None:
    columns, rows, given_strokes = case
    ours = raster.inked(columns, rows, given_strokes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plot, "MOST_DOTS", 10**9)
        theirs = plot.drawn(plot.Plot(columns, rows, strokes=given_strokes))[1]
    assert (rows, columns) == ours.codes.shape == theirs.codes.shape
    assert cells(theirs) == cells(ours)
