"""What all screens share."""

from __future__ import annotations

from textual.screen import Screen

from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines

LEAST_WIDTH, LEAST_HEIGHT = 60, 18


class TutorScreen(Screen[None]):
    """A screen that follows the app's language and colours."""

    AUTO_FOCUS = None

    def look_changed(self) -> None:
        """Show everything in the app's present language and colours."""
        for widget in self.query(Lines):
            widget.update_lines()
        self.refresh(layout=True)

    def on_screen_resume(self) -> None:
        for line in self.query(KeyLine):
            line.update_lines()
