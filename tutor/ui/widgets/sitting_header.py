"""The first line of a review or a check: its title, how it goes, the language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.reactive import var

from tutor.figure import Role
from tutor.ui import messages
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


@dataclass(frozen=True)
class Tally:
    """How a sitting goes."""

    title: str
    right: int
    wrong: int
    left: int


class SittingHeader(Lines):
    """`Review ─────── ✓ 4  ✗ 1  7 left ── en`."""

    DEFAULT_CSS = """
    SittingHeader { dock: top; height: 1; padding: 0 1; }
    """

    tally: var[Tally | None] = var(None)

    def watch_tally(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        tally = self.tally
        if tally is None:
            return [[]]
        look = look_of(self)
        right, wrong = f"✓ {tally.right}", f"✗ {tally.wrong}"
        left = messages.LEFT(look.language, count=tally.left)
        tail = f" ── {look.language}"
        size = cell_len(right) + cell_len(wrong) + cell_len(left) + 4 + cell_len(tail)
        room = max(width - size - 5, 1)
        title = tally.title if cell_len(tally.title) <= room else set_cell_size(tally.title, room - 1) + "…"
        rule = max(width - cell_len(title) - size - 2, 1)
        return [
            [
                Segment(title, look.strong),
                Segment(" " + "─" * rule + " ", look.quiet),
                Segment(right, look.role(Role.RIGHT)),
                Segment("  "),
                Segment(wrong, look.role(Role.LOSS)),
                Segment("  "),
                Segment(left, look.ink),
                Segment(tail, look.quiet),
            ]
        ]
