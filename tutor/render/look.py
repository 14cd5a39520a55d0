"""How a front looks and speaks at the moment: colours, language and motion."""

from __future__ import annotations

from typing import NamedTuple

from rich.style import Style

from tutor.chart.palette import Palette
from tutor.role import Role

THEMES = ("dark", "light", "plain")
"""The names of the looks to choose from."""


class Look(NamedTuple):
    """Colours, language and motion."""

    palette: Palette
    language: str
    motion: bool = True
    """False: nothing flashes and nothing slides by itself (a timeline still plays when asked to)."""

    def role(self, role: Role, *, bold: bool = False) -> Style:
        """Return the style of a thing with this role."""
        return self.palette.style(role, bold=bold)

    @property
    def quiet(self) -> Style:
        """The style of what accompanies: units, key names, what comes before."""
        return self.palette.style(Role.QUIET)

    @property
    def ink(self) -> Style:
        """The style of plain text."""
        return self.palette.style()

    @property
    def strong(self) -> Style:
        """The style of a title, a key, what is chosen."""
        return self.palette.style(bold=True)
