"""What a terminal that is too small shows: the size it needs. It goes by itself when there is room again."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import ComposeResult

from tutor.render.too_small import too_small_lines
from tutor.ui.look import look_of
from tutor.ui.screens.base import LEAST_HEIGHT, LEAST_WIDTH, TutorScreen
from tutor.ui.widgets.lines import Lines


class TooSmallMessage(Lines):
    """The message, in the middle."""

    DEFAULT_CSS = """
    TooSmallMessage { height: 1fr; width: 1fr; }
    """

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:
        return too_small_lines(self.app.size, (LEAST_WIDTH, LEAST_HEIGHT), (width, height), look_of(self))


class TooSmallScreen(TutorScreen):
    """Covers everything while the terminal is too small; nothing behind it is lost."""

    def compose(self) -> ComposeResult:
        yield TooSmallMessage()
