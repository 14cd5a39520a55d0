"""Which style each kind of text wears, and which names wear the colour of a role."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from rich.style import Style

from tutor.chart.palette import Palette
from tutor.figure import Role
from tutor.language import has_cjk
from tutor.render.prose.boxes import Tag
from tutor.render.prose.symbols import GREEK_NAMES, SUBSCRIPTS

_SYMBOL = re.compile(r"[^\W\d_]\d*")
_GREEK = {name: glyph for glyph, name in GREEK_NAMES.items()}

_RAISED = {lowered: sign for sign, lowered in SUBSCRIPTS.items()}

POINTS = "points"
"""What the style of words that point calls their number."""

CHANGED = Style(reverse=True)
"""A value that changed a moment ago."""


class Inks:
    """The styles of a text, in a palette, with the roles of a lab's parameters and readouts."""

    def __init__(self, palette: Palette, roles: Mapping[str, Role]) -> None:
        self.palette = palette
        self._roles = {name.replace("_", ""): role for name, role in roles.items()}

    @cached_property
    def plain(self) -> Style:
        """Running text."""
        return Style(color=self.palette.ink)

    @cached_property
    def strong(self) -> Style:
        """What matters; a heading."""
        return Style(color=self.palette.ink, bold=True)

    @cached_property
    def quiet(self) -> Style:
        """Bullets, rules, an address."""
        return self.palette.style(Role.QUIET)

    @cached_property
    def code(self) -> Style:
        """Code inside a line."""
        return Style(color=self.palette.ink, bgcolor=self.palette.panel if self.code_shows else None)

    @property
    def code_shows(self) -> bool:
        """Whether code can be told by the ground behind it; otherwise it keeps its backticks."""
        return self.palette.panel is not None and self.palette.panel != self.palette.ground

    def words(self, text: str, strong: bool, emphasis: bool, strike: bool, link: str) -> Style:
        """Return the style of a run of words. Hangul has no italics, and some terminals: their emphasis is weight."""
        upright = emphasis and (not self.palette.slanted or has_cjk(text))
        return Style(
            color=self.palette.ink,
            bold=strong or upright or None,
            italic=(emphasis and not upright) or None,
            strike=strike or None,
            underline=bool(link) or None,
            link=link or None,
        )

    @staticmethod
    def pointing(style: Style, number: int) -> Style:
        """Return the style of words that point at a part of the picture; where they are clicked, they say which."""
        return style + Style(underline=True, meta={POINTS: number})

    def role_of(self, tag: Tag) -> Role | None:
        """Return the role of a name as it stands in a formula ("W", "alpha", "w_1"), or None.

        An entry of a named array wears the array's role: x_i that of x.
        """
        if not isinstance(tag, str):
            return None
        whole = self._roles.get(tag.replace("_", ""))
        return whole or self._roles.get(tag.partition("_")[0])

    def name(self, role: Role | None) -> Style:
        """Return the style of a parameter's or readout's name: its colour, and bold where there is no colour to see."""
        return self.plain if role is None else self.palette.style(role, bold=True)

    def live(self, name: str, strong: bool = False, underlined: bool = True, changed: bool = False) -> Style:
        """Return the style of a live value: its role's colour, and underlined to be told apart without it."""
        role = self._roles.get(name.replace("_", ""))
        style = self.palette.style(role) + Style(bold=strong or None, underline=underlined or None)
        return style + CHANGED if changed else style

    @cached_property
    def names_in_words(self) -> re.Pattern[str] | None:
        """What finds a parameter's symbol in running text: W, w1, w₁, α. Not "a" and "I", which are words."""
        spellings: list[str] = []
        for name in self._roles:
            symbol = _GREEK.get(name, name)
            if _SYMBOL.fullmatch(symbol) and symbol not in ("a", "A", "I"):
                lowered = symbol[0] + "".join(SUBSCRIPTS[digit] for digit in symbol[1:])
                spellings += {symbol, lowered}
        if not spellings:
            return None
        # Neither part of a word, nor of an abbreviation such as "e.g.".
        return re.compile(r"(?<![\w'’.\-])(?:" + "|".join(map(re.escape, spellings)) + r")(?![A-Za-z0-9_₀-₉]|\.\w)")

    def role_of_symbol(self, symbol: str) -> Role | None:
        """Return the role of a symbol found by `names_in_words`."""
        name = "".join(_RAISED.get(character, character) for character in GREEK_NAMES.get(symbol, symbol))
        return self._roles.get(name)
