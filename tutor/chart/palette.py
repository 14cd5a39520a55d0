"""The colours and marks of the tutor: one role, one colour, one mark, on every screen.

The hues are Okabe and Ito's (2008, "Color Universal Design"), which hold for every kind of colour vision. Their
lightness is moved until each reads as text on its ground (a contrast of 4.5 or more, WCAG 2.2, 1.4.3), also after a
terminal with 256 colours has rounded it, and until two of them stay apart for who sees no red, no green or no blue
(Machado, Oliveira and Fernandes 2009). Rounded to 16 colours the roles on a dark ground still differ, those on a light
one do not: DARK_16 and LIGHT_16 name their colours outright. On white only five of the sixteen can be read, so LIGHT_16
tells its roles apart by weight as well.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from rich.color import Color
from rich.style import Style

from tutor.namedtuple import NamedTuple
from tutor.role import Role
from tutor.stand_ins import Marks

Maths = Literal["unicode", "ascii"]
"""How mathematics is written: as it is printed in books, or in what a keyboard can type."""

MARKS: Mapping[Role, str] = {
    Role.GIVEN: "●",
    Role.MODEL: "─",
    Role.GUESS: "◆",
    Role.LOSS: "│",
    Role.RIGHT: "✓",
    Role.OTHER: "╌",
    Role.QUIET: "·",
}
"""The mark that says a role without colour."""


LEVELS = 9
"""How many colours a surface is drawn in: few enough that a frame is a few kilobytes."""

SHADES = "   ··░░▒▒"
"""One a level where there is no colour: the one side of a surface stays empty, the other is grey."""


class Palette(NamedTuple):
    """Every colour that the tutor wears. A colour is "#rrggbb" or a name that rich knows; None: the terminal's own."""

    dark: bool
    roles: Mapping[Role, str]
    """Empty where there is no colour at all: then `emphasis` and `marks` tell the roles apart."""
    ink: str | None
    """Plain text."""
    quiet: str | None
    """What accompanies: axes, units, captions."""
    ground: str | None
    """Behind everything."""
    panel: str | None
    """Behind what is set apart: headers, lists, inputs."""
    accent: str | None
    """Focus and the current choice."""
    heat: tuple[str, ...]
    """Nine levels from one class to the other, growing lighter, or () without colour."""
    marks: Mapping[Role, str] = MARKS
    emphasis: Mapping[Role, str] = {}
    """A weight ("bold", "dim") a role, where colour does not tell it."""
    broken: Mapping[Role, tuple[int, int]] = {}
    """How a role's lines are broken (dots drawn, dots left out), where colour does not tell them."""

    drawn_in: Marks = "braille"
    """What a terminal can draw. A chart is drawn in all there is, and `shown_in` finds what stands for it; what would
    not be told apart then is drawn in another way."""
    maths: Maths = "unicode"
    slanted: bool = True
    """Whether there are italics. Where there are none, emphasis is weight."""

    @property
    def has_blocks(self) -> bool:
        """Whether a cell can be drawn in two halves."""
        return self.drawn_in in ("braille", "blocks")

    @property
    def coloured(self) -> bool:
        """Whether there are colours at all."""
        return bool(self.roles)

    def style(self, role: Role | None = None, *, bold: bool = False, reverse: bool = False) -> Style:
        """Return the style of a thing with this role; without a role, that of plain text."""
        if role is None:
            return _style(self.ink, bold, False, reverse)
        weight = self.emphasis.get(role, "")
        return _style(self.roles.get(role), bold or weight == "bold", weight == "dim" and not bold, reverse)

    @staticmethod
    def ground_style(colour: str | None, ground: str) -> Style:
        """Return the style of `colour` on `ground`."""
        return _on(colour, ground)


@lru_cache(maxsize=512)
def _style(colour: str | None, bold: bool, dim: bool, reverse: bool) -> Style:
    return Style(color=colour, bold=bold or None, dim=dim or None, reverse=reverse or None)


@lru_cache(maxsize=512)
def _on(colour: str | None, ground: str) -> Style:
    return Style(color=colour, bgcolor=ground)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    channels = [value / 255 for value in Color.parse(colour).get_truecolor()]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, 1 (the same) to 21 (black on white), as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@lru_cache(maxsize=512)
def ink_on(ground: str) -> str:
    """Return black or white, whichever reads better on `ground`."""
    return max(("#000000", "#FFFFFF"), key=lambda ink: contrast(ink, ground))


DARK = Palette(
    dark=True,
    roles={
        Role.GIVEN: "#56B4E9",
        Role.MODEL: "#E69F00",
        Role.GUESS: "#DF6CBA",
        Role.LOSS: "#F87250",
        Role.RIGHT: "#2BC48F",
        Role.OTHER: "#F0E442",
        Role.QUIET: "#9AA0A8",
    },
    ink="#E6E8EB",
    quiet="#9AA0A8",
    ground="#14161B",
    panel="#1D2027",
    accent="#E69F00",
    heat=("#00234B", "#0B3A66", "#1F5580", "#456872", "#6C6F66", "#857049", "#9A7430", "#B58020", "#D0921C"),
)

LIGHT = Palette(
    dark=False,
    roles={
        Role.GIVEN: "#0C4FBC",
        Role.MODEL: "#9A5000",
        Role.GUESS: "#A42D94",
        Role.LOSS: "#A80A28",
        Role.RIGHT: "#006B45",
        Role.OTHER: "#3C3501",
        Role.QUIET: "#62686F",
    },
    ink="#1B1D21",
    quiet="#62686F",
    ground="#FBFAF6",
    panel="#F0EEE7",
    accent="#9A5000",
    heat=("#1F5FA0", "#4A82AE", "#6DA2DB", "#93B7DC", "#B2C4C6", "#D2C1AE", "#E2D295", "#F8D084", "#FFF2A8"),
)

_BROKEN: Mapping[Role, tuple[int, int]] = {Role.OTHER: (5, 4), Role.LOSS: (2, 3), Role.QUIET: (1, 3)}

MONOCHROME = Palette(
    dark=True,
    roles={},
    ink=None,
    quiet=None,
    ground=None,
    panel=None,
    accent=None,
    heat=(),
    emphasis={Role.MODEL: "bold", Role.GUESS: "bold", Role.RIGHT: "bold", Role.QUIET: "dim"},
    broken=_BROKEN,
)

COARSELY_BROKEN: Mapping[Role, tuple[int, int]] = {Role.OTHER: (12, 8), Role.LOSS: (4, 8), Role.QUIET: (1, 12)}
"""The same where a cell is one dot, or two, one above the other: a gap is a cell at least, however steep the line."""

DARK_8 = Palette(
    dark=True,
    roles={
        Role.GIVEN: "cyan",
        Role.MODEL: "yellow",
        Role.GUESS: "magenta",
        Role.LOSS: "red",
        Role.RIGHT: "green",
        Role.OTHER: "cyan",
        Role.QUIET: "white",
    },
    ink="white",
    quiet="white",
    ground="black",
    panel="black",
    accent="cyan",
    heat=("blue",) * 4 + ("black",) + ("white",) * 4,
    emphasis=dict.fromkeys((Role.GIVEN, Role.MODEL, Role.GUESS, Role.LOSS, Role.RIGHT), "bold"),
    broken=_BROKEN,
)
"""For the Linux console: what is bold there is the lighter of two colours, and yellow that is not bold is brown."""

DARK_16 = Palette(
    dark=True,
    roles={
        Role.GIVEN: "bright_cyan",
        Role.MODEL: "yellow",
        Role.GUESS: "bright_magenta",
        Role.LOSS: "bright_red",
        Role.RIGHT: "bright_green",
        Role.OTHER: "bright_yellow",
        Role.QUIET: "white",
    },
    ink="bright_white",
    quiet="white",
    ground="black",
    panel="black",
    accent="yellow",
    heat=("blue",) * 4 + ("bright_black",) + ("yellow",) * 4,
    broken=_BROKEN,
)

LIGHT_16 = Palette(
    dark=False,
    roles={
        Role.GIVEN: "blue",
        Role.MODEL: "black",
        Role.GUESS: "magenta",
        Role.LOSS: "red",
        Role.RIGHT: "bright_blue",
        Role.OTHER: "bright_blue",
        Role.QUIET: "black",
    },
    ink="black",
    quiet="black",
    ground="bright_white",
    panel="bright_white",
    accent="blue",
    heat=("blue",) * 4 + ("white",) + ("bright_yellow",) * 4,
    emphasis={Role.MODEL: "bold", Role.RIGHT: "bold"},
    broken=_BROKEN,
)
