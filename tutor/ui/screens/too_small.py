"""What a terminal that is too small shows: the size it needs. It goes by itself when there is room again."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import ComposeResult

from tutor.render.wrap import wrapped
from tutor.ui import messages
from tutor.ui.look import look_of
from tutor.ui.screens.base import LEAST_HEIGHT, LEAST_WIDTH, TutorScreen
from tutor.ui.widgets.lines import Lines


class TooSmallMessage(Lines):
    """The message, in the middle."""

    DEFAULT_CSS = """
    TooSmallMessage { height: 1fr; width: 1fr; }
    """

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:
        look = look_of(self)
        size = self.app.size
        text = messages.TOO_SMALL(
            look.language,
            width=size.width,
            height=size.height,
            least_width=LEAST_WIDTH,
            least_height=LEAST_HEIGHT,
        )
        rows = [row for paragraph in text.split("\n") for row in wrapped(paragraph, max(width - 2, 1))]
        above = max((height - len(rows)) // 2, 0)
        middle = [[Segment(" " * max((width - cell_len(row)) // 2, 0) + row, look.ink)] for row in rows]
        return [[] for _ in range(above)] + middle[: max(height, 1)]


class TooSmallScreen(TutorScreen):
    """Covers everything while the terminal is too small; nothing behind it is lost."""

    def compose(self) -> ComposeResult:
        yield TooSmallMessage()
