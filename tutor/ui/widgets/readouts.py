"""The readouts and the table of a result."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.reactive import var

from tutor.lab import Result, Table
from tutor.render.readouts import ReadoutPanel, changed_readouts, readout_lines
from tutor.render.table import table_lines
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class Readouts(Lines):
    """The named numbers of a result; each can be unfolded into its working.

    Without a result in between, the next one is another lab's.
    """

    KEEPS_ROWS = True

    result: var[Result | None] = var(None)
    unfolded: var[bool] = var(False)
    veiled: var[bool] = var(False)
    busy: var[str] = var("")
    """said in the first line while the next result takes long"""

    def __init__(self) -> None:
        super().__init__()
        self._changed: frozenset[str] = frozenset()

    def watch_result(self, before: Result | None, result: Result | None) -> None:
        if before is None:
            self.forget_rows()
        self._changed = changed_readouts(before, result) if look_of(self).moves_unasked else frozenset()
        self.update_lines()

    def settle(self) -> None:
        """Let what had just changed stand out no longer."""
        if self._changed:
            self._changed = frozenset()
            self.update_lines()

    def watch_unfolded(self) -> None:
        self.forget_rows()
        self.update_lines()

    def watch_veiled(self) -> None:
        self.forget_rows()
        self.update_lines()

    def watch_busy(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        if self.result is None:
            return []
        look = look_of(self)
        panel = ReadoutPanel(self.result, self.unfolded, self.veiled, self._changed)
        lines = readout_lines(panel, width, look)
        return [[Segment(self.busy, look.quiet)], *lines[1:]] if self.busy else lines


class ResultTable(Lines):
    """The table of a result, its numbers lined up at the right."""

    KEEPS_ROWS = True

    table: var[Table | None] = var(None)

    def watch_table(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return table_lines(self.table, width, look_of(self)) if self.table is not None else []
