"""Colours that can be read, and told apart, by everyone and on every terminal."""

from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
import numpy.typing as npt
import pytest
from rich.color import Color, ColorSystem

from tutor.chart.palette import DARK, DARK_8, DARK_16, LIGHT, LIGHT_16, MONOCHROME, Palette, contrast, ink_on, luminance
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


FEW = [pytest.param(DARK_16, id="dark 16"), pytest.param(LIGHT_16, id="light 16"), pytest.param(DARK_8, id="dark 8")]


@pytest.mark.parametrize("palette", FEW)
def test_the_roles_of_few_colours_are_colours_as_they_stand_and_differ_in_colour_or_weight(palette: Palette) -> None:
    looks = {(Color.parse(colour).number, palette.style(role).bold) for role, colour in palette.roles.items()}
    assert len(Role) == len(looks)
    assert all(number is not None and number < (8 if palette is DARK_8 else 16) for number, _ in looks)


XTERM = [
    "#000000", "#CD0000", "#00CD00", "#CDCD00", "#0000EE", "#CD00CD", "#00CDCD", "#E5E5E5",
    "#7F7F7F", "#FF0000", "#00FF00", "#FFFF00", "#5C5CFF", "#FF00FF", "#00FFFF", "#FFFFFF",
]  # fmt: skip
"""The sixteen colours of xterm, as its manual has them."""
CONSOLE = [
    "#000000", "#AA0000", "#00AA00", "#AA5500", "#0000AA", "#AA00AA", "#00AAAA", "#AAAAAA",
    "#555555", "#FF5555", "#55FF55", "#FFFF55", "#5555FF", "#FF55FF", "#55FFFF", "#FFFFFF",
]  # fmt: skip
"""Those of the Linux console: the palette of the VGA."""


@pytest.mark.parametrize(
    ("palette", "colours"),
    [
        pytest.param(DARK_16, XTERM, id="dark 16"),
        pytest.param(LIGHT_16, XTERM, id="light 16"),
        pytest.param(DARK_8, CONSOLE, id="console"),
    ],
)
def test_a_terminal_of_few_colours_can_be_read_in_the_colours_that_it_comes_with(
    palette: Palette, colours: list[str]
) -> None:
    def worn(colour: str | None, *, bold: bool = False) -> str:
        number = Color.parse(colour or "").number
        assert number is not None
        return colours[number + 8 * (bold and number < 8 and palette is DARK_8)]

    ground, panel = worn(palette.ground), worn(palette.panel)
    inks = [worn(colour, bold=bool(palette.style(role).bold)) for role, colour in palette.roles.items()]
    for ink in (*inks, *map(worn, (palette.ink, palette.quiet, palette.accent))):
        assert contrast(ink, ground) >= 4.5
        assert contrast(ink, panel) >= 4.5
    for level in palette.heat:
        # Black and white are sent as colours 0 and 15.
        assert contrast(colours[0] if ink_on(level) == "#000000" else colours[15], worn(level)) >= 4.5


SEEN_WITHOUT = {
    "red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""Protanopia, deuteranopia and tritanopia in linear RGB: Machado, Oliveira and Fernandes (2009), severity 1."""


def seen(colour: str, without: str) -> npt.NDArray[np.float64]:
    """Return the linear RGB of what somebody sees who lacks a kind of cones."""
    shares = np.array(Color.parse(colour).get_truecolor()) / 255
    linear = np.where(shares <= 0.04045, shares / 12.92, ((shares + 0.055) / 1.055) ** 2.4)
    return np.clip(np.array(SEEN_WITHOUT[without]) @ linear, 0, 1)


def lab_of(linear: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return CIE L*a*b* (D65), in which a distance of 2.3 is just seen."""
    to_xyz = np.array(
        [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.072175], [0.0193339, 0.119192, 0.9503041]]
    )
    xyz = to_xyz @ linear / np.array([0.95047, 1, 1.08883])
    f = np.where(xyz > 216 / 24389, np.cbrt(xyz), (24389 / 27 * xyz + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("without", SEEN_WITHOUT)
@pytest.mark.parametrize("palette", COLOURED)
def test_whoever_lacks_a_kind_of_cones_tells_the_roles_apart_and_can_read_them(palette: Palette, without: str) -> None:
    luminous = np.array([0.2126, 0.7152, 0.0722])
    places = {role: lab_of(seen(colour, without)) for role, colour in palette.roles.items()}
    for one, other in combinations(places, 2):
        assert np.linalg.norm(places[one] - places[other]) >= 10, (one, other)
    for colour in (*palette.roles.values(), palette.ink, palette.quiet, palette.accent):
        for ground in (palette.ground, palette.panel):
            low, high = sorted(float(luminous @ seen(one or "", without)) for one in (colour, ground))
            assert (high + 0.05) / (low + 0.05) >= 4.5, colour
    ends = [lab_of(seen(level, without)) for level in (palette.heat[0], palette.heat[4], palette.heat[-1])]
    assert min(np.linalg.norm(one - other) for one, other in combinations(ends, 2)) >= 20


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
