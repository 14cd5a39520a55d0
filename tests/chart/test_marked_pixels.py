"""A pixel that a brush has touched wears a mark, with colour and without."""

from __future__ import annotations

import numpy as np
import pytest

from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, DARK_16, MONOCHROME, Palette
from tutor.chart.pixels import MARK
from tutor.figure import Pixels
from tutor.language import Text

ALT = Text(en="An image.", ko="그림.")


@pytest.mark.parametrize("palette", [DARK, DARK_16, MONOCHROME])
@pytest.mark.parametrize(("size", "wide"), [((38, 24), 4), ((24, 15), 3)])
def test_a_marked_pixel_wears_its_mark_inside_itself(palette: Palette, size: tuple[int, int], wide: int) -> None:
    image = Pixels(np.eye(8), ALT, marked=frozenset({(0, 0), (3, 5), (7, 7)}))
    lines = ["".join(segment.text for segment in line) for line in draw(image, *size, palette, "en")]
    found = [(x, y) for y, line in enumerate(lines) for x, character in enumerate(line) if character == MARK]
    across = wide if palette.coloured else 2 * min(size[0] // 16, size[1] // 8)
    down = across / 2
    assert {(0, 0), (5, 3), (7, 7)} == {(x // across, int((y + 0.25) / down)) for x, y in found}
    assert 3 == len(found)


def test_an_image_too_small_for_marks_has_none() -> None:
    image = Pixels(np.eye(8), ALT, marked=frozenset({(0, 0), (99, 99)}))
    lines = ["".join(segment.text for segment in line) for line in draw(image, 8, 4, DARK, "en")]
    assert not any(MARK in line for line in lines)
