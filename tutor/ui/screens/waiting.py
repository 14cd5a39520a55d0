"""What stands on screen while a sitting is made ready: keys are heard meanwhile, and one of them leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.segment import Segment
from textual.app import ComposeResult

from tutor.render.waiting import reading_lines
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


class WaitingLines(Lines):
    """What is waited for."""

    DEFAULT_CSS = """
    WaitingLines { height: 1fr; padding: 1 2; }
    """

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return reading_lines(width, look_of(self))


class WaitingScreen(TutorScreen):
    """Says that the record is being read. It goes on with what comes then once nothing lies over it."""

    BINDINGS = [
        bind("escape,q", "dismiss", "KEY_CLOSE", display="esc"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._goes_on: Callable[[], None] | None = None

    def compose(self) -> ComposeResult:
        yield WaitingLines()
        yield KeyLine()

    def go_on(self, with_what: Callable[[], None]) -> None:
        """Go on, unless the learner has left: at once, or when what lies over this screen is gone."""
        self._goes_on = with_what
        if self.is_active:
            self._go_on()

    def on_screen_resume(self) -> None:
        self._go_on()

    def _go_on(self) -> None:
        if self._goes_on is not None and not self.was_left:
            goes_on, self._goes_on = self._goes_on, None
            self.dismiss()
            goes_on()
