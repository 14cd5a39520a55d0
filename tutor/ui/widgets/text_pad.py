"""A text area of which lines may go, all at once, and whose edits can be taken back, several at once."""

from __future__ import annotations

from collections.abc import Sequence

from textual.document._edit import Edit
from textual.geometry import Offset
from textual.widgets import TextArea

from tutor.ui.keys import bind


class TextPad(TextArea):
    """As Textual's, but that what is undone or taken away can be more than fits.

    Textual brings the cursor into view as soon as the bar at the side goes. The cursor then stands in a line that is no
    longer there; it is moved, and brought into view, a moment later.
    """

    BINDINGS = [
        bind("ctrl+home", "text_start", ""),
        bind("ctrl+end", "text_end", ""),
        bind("ctrl+shift+home", "text_start(True)", ""),
        bind("ctrl+shift+end", "text_end(True)", ""),
    ]

    def action_text_start(self, select: bool = False) -> None:
        self.move_cursor((0, 0), select=select)

    def action_text_end(self, select: bool = False) -> None:
        self.move_cursor(self.document.end, select=select)

    @property
    def is_cursor_there(self) -> bool:
        """Whether the line in which the cursor stands is there."""
        return self.cursor_location[0] < self.document.line_count

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Scroll to the cursor, where it is in the text."""
        return super().scroll_cursor_visible(center, animate) if self.is_cursor_there else Offset(0, 0)

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        """Undo one edit after the other: of several at once, Textual counts the lines as if all were of one text."""
        for edit in reversed(edits):
            super()._undo_batch([edit])

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        """Redo one edit after the other, likewise."""
        for edit in edits:
            super()._redo_batch([edit])
