"""Short texts under each other, each with a mark in front: a prompt, hints, what is said to a response."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from textual.reactive import var

from tutor.course.prose import Prose
from tutor.figure import Role
from tutor.ui.look import look_of
from tutor.ui.prose.layout import Fill, lay_out
from tutor.ui.widgets.lines import Lines


@dataclass(frozen=True, eq=False)
class Saying:
    """One text and what stands in front of it."""

    lead: str
    role: Role
    prose: Prose
    fill: Fill


class Said(Lines):
    """Several sayings, one under the other."""

    sayings: var[tuple[Saying, ...]] = var(())

    def on_mount(self) -> None:
        self.display = bool(self.sayings)

    def watch_sayings(self) -> None:
        self.display = bool(self.sayings)
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        lines: list[list[Segment]] = []
        for saying in self.sayings:
            indent = cell_len(saying.lead) + 1
            rows = lay_out(saying.prose, max(width - indent, 8), saying.fill, {}, look.palette)
            for number, row in enumerate(rows):
                lead = (
                    Segment(saying.lead + " ", look.role(saying.role, bold=True))
                    if number == 0
                    else Segment(" " * indent)
                )
                lines.append([lead, *row])
        return lines
