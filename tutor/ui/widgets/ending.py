"""The end of a lesson, under its last step."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.reactive import var

from tutor.learner.ending import Ending
from tutor.render.ends.ending import ending_lines
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class EndingLines(Lines):
    """What can be done now, what was believed at first, what comes back when; nothing before a lesson ends."""

    DEFAULT_CSS = """
    EndingLines { display: none; max-width: 72; margin-bottom: 1; }
    """

    ending: var[Ending | None] = var(None)

    def watch_ending(self) -> None:
        self.display = self.ending is not None
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return ending_lines(self.ending, width, look_of(self)) if self.ending is not None else []
