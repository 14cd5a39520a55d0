"""A terminal of today: it says what it can do, and tells its size as input."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .terminal import Terminal

QUERY = re.compile(rb"\x1b\[\?(2026|2048)\$p|\x1b\[\?2048h")
SYNCHRONIZED, SIZES = 2026, 2048
CELL = (10, 20)
"""How large a cell is in pixels."""


class ModernTerminal(Terminal):
    """Answers what a program asks about some of its modes (DECRQM), as kitty, Ghostty or WezTerm do."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        size: tuple[int, int],
        environ: Mapping[str, str],
        knows: Sequence[int] = (SYNCHRONIZED, SIZES),
    ) -> None:
        super().__init__(command, size=size, environ=environ)
        self._knows = knows
        self._answered = 0
        self.answers: list[int] = []
        """how much the program had written when it was answered that frames can be held back"""

    def _take_in(self, seconds: float) -> bool:
        took = super()._take_in(seconds)
        # A question may come in two pieces: what is not yet a whole one is looked at again.
        for found in QUERY.finditer(self.raw, self._answered):
            self._answered = found.end()
            if found[1] is None:
                columns, rows = self._screen.columns, self._screen.lines
                self._say(f"\x1b[48;{rows};{columns};{rows * CELL[1]};{columns * CELL[0]}t")
            elif int(found[1]) in self._knows:
                # 2: known, and off.
                self._say(f"\x1b[?{found[1].decode()};2$y")
                if int(found[1]) == SYNCHRONIZED:
                    self.answers.append(len(self.raw))
            else:
                self._say(f"\x1b[?{found[1].decode()};0$y")
        return took
