"""What all screens share."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from textual._node_list import NodeList
from textual.app import App
from textual.message import Message
from textual.signal import Signal
from textual.widget import Widget

from tutor.dataclass import dataclass
from tutor.learner.progress import StepPlace
from tutor.render.room import BESIDE_WIDTH
from tutor.ui.screens.leaving import OnceLeft
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines

LEAST_WIDTH, LEAST_HEIGHT = 60, 18
WIDTHS = [(0, "-stacked"), (BESIDE_WIDTH, "-beside")]
HEIGHTS = [(0, "-short"), (32, "-tall")]
"""From which size on a screen has which class, for its styles."""


def layout_classes(width: int, height: int) -> tuple[str, str]:
    """Return the classes of a screen of this size."""
    return max(one for one in WIDTHS if one[0] <= width)[1], max(one for one in HEIGHTS if one[0] <= height)[1]


class TutorScreen(OnceLeft[StepPlace | None]):
    """A screen that follows the app's language and colours. It may hand back a place for the app to open."""

    AUTO_FOCUS = None

    of_lesson = ""
    """The lesson that is open on it."""

    @dataclass
    class GoTo(Message):
        """The learner wants to be elsewhere."""

        place: StepPlace | None
        """a step, or None for the course map"""

    @dataclass
    class Practise(Message):
        """The learner wants to practise the slip that was made most, in place of this screen."""

        screen: TutorScreen

    is_drawn_once = False
    """Whether what changes now waits to be drawn until all of it is laid out."""

    _is_resetting_focus = False

    def _post_register(self, app: App[object]) -> None:
        super()._post_register(app)
        # Textual does so once all stands on the screen, and then styles it a second time.
        self.add_class(*layout_classes(*app.size), update=False)

    @contextmanager
    def drawn_once(self) -> Iterator[None]:
        """Lay out and draw once, after everything inside has changed."""
        self.is_drawn_once = True
        try:
            yield
        finally:
            self.is_drawn_once = False
        self._gather()

    def _gather(self) -> None:
        """Know of all that is to be laid out and drawn: each widget would say so in two messages of its own."""
        for widget in self.walk_children(Widget):
            if not widget.is_running:
                continue
            if widget._layout_required:
                widget._layout_required, self._layout_required = False, True
                self._layout_widgets.setdefault(self, set()).add(widget)
                for ancestor in widget.ancestors:
                    if isinstance(ancestor, Widget):
                        ancestor._clear_arrangement_cache()
                        ancestor._layout_updates += 1
            if widget._repaint_required:
                widget._repaint_required = False
                self._dirty_widgets.add(widget)
        self.check_idle()

    def be_seen(self) -> None:
        """Draw what was not to be drawn yet, with the keys that there are now and the focus where it is."""
        for line in self.query(KeyLine):
            line.update_lines()
        # What has the focus is still to hear of that, unless it is about to go.
        if not (self.focused or self).call_later(self._end_settling):
            self._end_settling()

    def _end_settling(self) -> None:
        self.is_settling = False
        self._gather()
        self.draw_soon()

    def _reset_focus(self, widget: Widget, avoiding: list[Widget] | None = None) -> None:
        """As in Textual, but what gets the focus because something else was hidden is not scrolled to.

        That would be done some time later, when a step that was opened meanwhile stands at its top.
        """
        self._is_resetting_focus = True
        try:
            super()._reset_focus(widget, avoiding)
        finally:
            self._is_resetting_focus = False

    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        super().set_focus(widget, scroll_visible and not self._is_resetting_focus, from_app_focus)

    def go_to(self, place: StepPlace | None) -> None:
        """Leave for a step, or for the course map."""
        self.keep_position()
        self.post_message(self.GoTo(place))

    def keep_position(self) -> None:
        """Keep where the learner is, where this screen knows it."""

    def let_go(self) -> None:
        """Keep nothing of what was shown, once this screen is gone."""
        self._nodes = NodeList(self)
        # It may have been left before all that stands on it was laid out and drawn.
        self._layout_widgets.clear()
        self._dirty_widgets.clear()
        # Each field to type in hears of this as long as the screen is there.
        self.text_selection_started_signal = Signal(self, "selection_started")

    def look_changed(self) -> None:
        """Show everything in the app's present language and colours."""
        for widget in (one for one in self.walk_children() if isinstance(one, Lines)):
            widget.forget_rows()
            widget.update_lines()
        self.refresh(layout=True)

    def on_screen_resume(self) -> None:
        for line in self.query(KeyLine):
            line.update_lines()
