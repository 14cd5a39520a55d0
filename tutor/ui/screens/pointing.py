"""What a screen does with words that point at a part of its picture."""

from __future__ import annotations

from textual.getters import query_one
from textual.widgets import Input

from tutor.ui import messages
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.prose import ProseView
from tutor.ui.widgets.reader import Reader


class PointingScreen(TutorScreen):
    """A screen with a text beside a picture."""

    reader = query_one(Reader)

    def action_point(self, steps: int) -> None:
        self.reader.prose.point(steps)

    def action_stop_pointing(self) -> None:
        self.reader.prose.stop_pointing()

    @property
    def can_point(self) -> bool:
        """Whether there are words that point, and a picture to point at."""
        prose = self.reader.prose
        return prose.pointing.has_words and prose.display and self.reader.panel.display

    @property
    def is_pointing(self) -> bool:
        """Whether words are reached that point."""
        return self.reader.prose.pointing.number > 0

    def on_prose_view_pointed_at(self, event: ProseView.PointedAt) -> None:
        """Let the part stand out, or say that it is not there yet."""
        is_there = self.reader.panel.point_at(event.part)
        if event.part and not is_there and not event.in_passing:
            self.app.notify(messages.NOT_DRAWN(look_of(self).language), timeout=3, markup=False)
        if not event.in_passing:
            self._put_cursor()
        self.refresh_bindings()

    def _put_cursor(self) -> None:
        """Put the terminal's cursor on the words that are reached: what reads a screen aloud reads where that is."""
        place, focused = self.reader.prose.place_reached, self.focused
        if place is not None:
            self.app.cursor_position = place
        elif isinstance(focused, Input):
            self.app.cursor_position = focused.cursor_screen_offset
