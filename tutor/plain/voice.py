"""What is said, line by line: wrapped to a width, one line after the other, and never changed afterwards."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import chop_cells

from tutor.plain.signs import readable_signs
from tutor.render.wrap import wrapped
from tutor.visible import visible

LEAST_WIDTH = 20
"""Cells of a line, on however narrow a terminal."""
INDENT = "  "


class Voice:
    """Says texts to somebody who hears or reads them in order."""

    def __init__(self, write: Callable[[str], None], columns: Callable[[], int]) -> None:
        """Make it; `write` takes whole lines, and passes them on at once; `columns` says how wide they may be now."""
        self._write = write
        self._columns = columns
        self._has_gap = True

    @property
    def _width(self) -> int:
        return max(self._columns(), LEAST_WIDTH)

    def say(self, text: str, lead: str = "", language: str = "en") -> None:
        """Say a paragraph; `lead` stands before its first line, and the others stand in as far."""
        for part in readable_signs(text, language).split("\n"):
            rows = wrapped(part, self._width - len(lead))
            for row in rows:
                self._line(lead + row)
                lead = " " * len(lead)

    def code(self, source: str) -> None:
        """Say the lines of a program as they are; what is longer than a line goes on further in on the next."""
        for line in source.splitlines():
            inside = line.lstrip(" ")
            lead = INDENT + " " * min(len(line) - len(inside), self._width // 2)
            # Of what stands between words in code every space counts: it is cut, not wrapped.
            rows = chop_cells(visible(inside), self._width - len(lead) - len(INDENT))
            for number, row in enumerate(rows or [""]):
                self._line(lead + (INDENT if number else "") + row)

    def heard(self, line: str, prompt: str) -> None:
        """Say what was typed, where it is not seen while it is typed."""
        for number, row in enumerate(chop_cells(visible(line), self._width - len(prompt)) or [""]):
            self._line((" " * len(prompt) if number else prompt) + row)

    def part(self) -> None:
        """Begin another part: an empty line before it."""
        if not self._has_gap:
            self._write("\n")
        self._has_gap = True

    def prompt(self, text: str) -> None:
        """Say that a line can be typed, without ending the line."""
        self._write(text)
        self._has_gap = False

    def _line(self, line: str) -> None:
        self._write(line.rstrip() + "\n")
        self._has_gap = False
