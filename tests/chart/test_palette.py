"""Colours that can be read, and told apart, by everyone and on every terminal."""

from __future__ import annotations

from itertools import pairwise

import pytest
from rich.color import Color, ColorSystem

from tutor.chart.palette import DARK, DARK_16, LIGHT, LIGHT_16, MONOCHROME, Palette, contrast, ink_on, luminance
from tutor.figure import Role

COLOURED = [pytest.param(DARK, id="dark"), pytest.param(LIGHT, id="light")]


def in_256(colour: str) -> str:
    return Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex


def test_contrast_agrees_with_values_worked_out_by_hand() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)
    # 0x77 = 119: ((119/255 + 0.055) / 1.055) ** 2.4 = 0.18447; 1.05 / 0.23447 = 4.478, the grey that just fails.
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    # Pure red has the luminance 0.2126, by definition.
    assert luminance("#FF0000") == pytest.approx(0.2126)


@pytest.mark.parametrize("palette", COLOURED)
def test_every_text_colour_reads_on_the_ground_and_on_panels(palette: Palette) -> None:
    assert set(palette.roles) == set(Role)
    assert palette.ground
    assert palette.panel
    for colour in (*palette.roles.values(), palette.ink, palette.quiet, palette.accent):
        assert colour
        assert contrast(colour, palette.ground) >= 4.5
        assert contrast(colour, palette.panel) >= 4.5
        assert contrast(in_256(colour), palette.ground) >= 4.5


@pytest.mark.parametrize("palette", COLOURED)
def test_the_roles_stay_distinct_in_256_colours(palette: Palette) -> None:
    assert len(Role) == len({in_256(colour) for colour in palette.roles.values()})


@pytest.mark.parametrize("palette", [pytest.param(DARK_16, id="dark"), pytest.param(LIGHT_16, id="light")])
def test_the_roles_of_the_16_colour_palettes_are_16_colours_as_they_stand(palette: Palette) -> None:
    numbers = {Color.parse(colour).number for colour in palette.roles.values()}
    assert len(Role) == len(numbers)
    assert all(number is not None and number < 16 for number in numbers)


def test_rounded_to_16_colours_the_dark_roles_stay_apart_and_the_light_ones_meet() -> None:
    def rounded(palette: Palette) -> set[int | None]:
        return {Color.parse(colour).downgrade(ColorSystem.STANDARD).number for colour in palette.roles.values()}

    assert len(rounded(DARK)) == len(Role)
    # Which is why there is a palette for 16 colours on a light ground.
    assert len(rounded(LIGHT)) < len(Role)


@pytest.mark.parametrize("palette", COLOURED)
def test_the_levels_of_a_surface_grow_lighter_and_stay_distinct_in_256_colours(palette: Palette) -> None:
    assert len(palette.heat) == 9
    assert all(luminance(lower) < luminance(upper) for lower, upper in pairwise(palette.heat))
    assert len({in_256(colour) for colour in palette.heat}) == 9
    rounded = [Color.parse(colour).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex for colour in palette.heat]
    assert all(luminance(lower) < luminance(upper) for lower, upper in pairwise(rounded))


@pytest.mark.parametrize("palette", COLOURED)
def test_a_mark_on_a_surface_can_be_read_on_every_level(palette: Palette) -> None:
    assert all(contrast(ink_on(level), level) >= 4.5 for level in palette.heat)


def test_without_colour_no_style_has_a_colour_and_marks_tell_the_roles_apart() -> None:
    assert not MONOCHROME.coloured
    for role in Role:
        style = MONOCHROME.style(role, bold=True, reverse=True)
        assert (style.color, style.bgcolor) == (None, None)
    assert len(Role) == len({MONOCHROME.marks[role] for role in Role})
    assert MONOCHROME.style(Role.QUIET).dim
    assert MONOCHROME.style(Role.GUESS).bold
