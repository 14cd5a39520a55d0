"""A terminal emulator that draws the last character again when it is told to (REP), as xterm, VTE and kitty do."""

from __future__ import annotations

import pyte


class Repeating(pyte.Screen):
    """What pyte's screen lacks."""

    _last = ""

    def draw(self, data: str) -> None:
        """Draw characters."""
        super().draw(data)
        self._last = data[-1:]

    def repeat(self, count: int = 1) -> None:
        """Draw the last one again."""
        super().draw(self._last * count)


class RepeatingStream(pyte.Stream):
    """Hands that command on."""

    csi = {**pyte.Stream.csi, "b": "repeat"}
    events = pyte.Stream.events | {"repeat"}


class RepeatingBytes(pyte.ByteStream, RepeatingStream):
    """The same of bytes."""
