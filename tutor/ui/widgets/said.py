"""What a question says, on screen."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.reactive import var

from tutor.render.said import Saying, said_lines
from tutor.render.workings import Workings
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class Said(Lines):
    """Several sayings, one under the other."""

    sayings: var[tuple[Saying | Workings, ...]] = var(())

    def on_mount(self) -> None:
        self.display = bool(self.sayings)

    def watch_sayings(self) -> None:
        self.display = bool(self.sayings)
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return said_lines(self.sayings, width, look_of(self))
