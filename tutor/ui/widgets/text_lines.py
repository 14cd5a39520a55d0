"""Plain lines of text, each in one role: what stands above a question, or at the end of a sitting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import var

from tutor.figure import Role
from tutor.render.wrap import wrapped
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


@dataclass(frozen=True)
class TextLine:
    """One paragraph; it is broken where the widget ends."""

    text: str
    role: Role | None = None
    """None for plain ink"""
    strong: bool = False
    lead: str = ""
    """a mark in front, in the role's colour"""


class TextLines(Lines):
    """Several lines of text, one under the other; nothing is shown where there are none."""

    texts: var[tuple[TextLine, ...]] = var(())

    def on_mount(self) -> None:
        self.display = bool(self.texts)

    def watch_texts(self) -> None:
        self.display = bool(self.texts)
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        lines: list[list[Segment]] = []
        for line in self.texts:
            lead = f"{line.lead} " if line.lead else ""
            indent = cell_len(lead)
            style = look.strong if line.strong else look.ink
            if line.role is not None and not line.lead:
                style = look.role(line.role, bold=line.strong)
            rows = wrapped(line.text, max(width - indent, 8)) or [""]
            for number, row in enumerate(rows):
                first = Segment(lead if number == 0 else " " * indent, look.role(line.role or Role.QUIET, bold=True))
                lines.append([first, Segment(row, style)])
        return lines
