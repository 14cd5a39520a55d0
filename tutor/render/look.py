"""How a front looks and speaks at the moment: colours, language and motion."""

from __future__ import annotations

from rich.style import Style

from tutor.chart.palette import Palette
from tutor.namedtuple import NamedTuple
from tutor.render.rung import Frames, Motion
from tutor.role import Role

THEMES = ("dark", "light", "plain")
"""The names of the looks to choose from."""


class Look(NamedTuple):
    """Colours, language and motion."""

    palette: Palette
    language: str
    motion: Motion = "full"
    frames: Frames = "30"

    @property
    def moves_unasked(self) -> bool:
        """Whether what has just changed may flash, and a film begin by itself."""
        return self.motion == "full"

    @property
    def frame_time(self) -> float:
        """Seconds from one frame of a film to the next."""
        return 1 / int(self.frames)

    def role(self, role: Role, *, bold: bool = False) -> Style:
        """Return the style of a thing with this role."""
        return self.palette.style(role, bold=bold)

    def spelled(self, text: str) -> str:
        """Return a text with its mathematics as the terminal can show it."""
        if self.palette.maths != "ascii" or text.isascii():
            return text
        from tutor.render.prose.spelled import spelled  # it knows all of TeX, and the first paint has no need of it

        return spelled(text)

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
