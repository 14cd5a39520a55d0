"""The pictures of the stages at the sizes that a stage gives them, in every colour: nothing that tells is missing."""

from __future__ import annotations

import re

import pytest

from tutor.chart.drawing import draw
from tutor.chart.palette import DARK, DARK_16, LIGHT, MONOCHROME, Palette
from tutor.lab import Lab
from tutor.labs.drops import drops
from tutor.labs.hollow import hollow
from tutor.labs.race import race
from tutor.labs.squares import squares
from tutor.labs.strokes import strokes
from tutor.labs.valleys import valleys

SIZES = [(118, 24), (78, 15)]
PALETTES = [DARK, LIGHT, DARK_16, MONOCHROME]
TOLD: list[tuple[Lab, dict[str, object], tuple[str, ...]]] = [
    (race, {"alpha": 0.3, "update": 5}, ("A1", "B1", "0.10", "0.30", "×0.53", "×−0.40")),
    (race, {"alpha": 0.5, "update": 4}, ("A1", "▶|◀", "×−1.33")),
    (hollow, {"alpha": 0.4, "update": 12}, ("A1", "B", "✓", "W 0.04")),
    (squares, {}, ("●", "▦", r"\b4\b", r"0\.1", r"0\.3", r"\b10\b", "you|지금")),
    (valleys, {"alpha": 0.3, "update": 12}, ("✓", "■", r"0\.3", r"\b10\b", "−1.22")),
    (drops, {}, ("C 4.61", "B 0.51", "A 0.11", "= 5.22", "2.61")),
    (strokes, {"row": 4, "column": 3, "ink": 5}, ("□", "9✓", "0.895", "5.08", "−3.64")),
]


@pytest.mark.parametrize("palette", PALETTES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize(("lab", "values", "told"), TOLD, ids=[f"{lab.name} {values}" for lab, values, _ in TOLD])
def test_a_picture_tells_all_of_it_in_every_colour(
    lab: Lab, values: dict[str, object], told: tuple[str, ...], language: str, size: tuple[int, int], palette: Palette
) -> None:
    (drawing,) = lab(**values).drawings  # type: ignore[arg-type]
    lines = draw(drawing, *size, palette, language)
    text = "\n".join("".join(segment.text for segment in line) for line in lines)
    assert [] == [what for what in told if not re.search(what, text)], text


@pytest.mark.parametrize("size", SIZES)
def test_no_stage_stands_half_empty(size: tuple[int, int]) -> None:
    """Look for: something on nearly every row, and in every third of the columns."""
    for lab, values, _ in TOLD:
        (drawing,) = lab(**values).drawings  # type: ignore[arg-type]
        lines = ["".join(segment.text for segment in line) for line in draw(drawing, *size, MONOCHROME, "en")]
        assert sum(not line.strip(" │┤") for line in lines) <= len(lines) // 3, lab.name
        for third in range(3):
            part = slice(third * size[0] // 3, (third + 1) * size[0] // 3)
            assert sum(bool(line[part].strip(" │┤")) for line in lines) >= len(lines) // 4, (lab.name, third)
