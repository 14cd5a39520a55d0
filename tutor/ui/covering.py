"""An app that covers everything while its terminal is too small, and shows it again when there is room."""

from __future__ import annotations

from typing import Any

from textual import events
from textual.geometry import Size

from tutor.ui.screens.base import LEAST_HEIGHT, LEAST_WIDTH
from tutor.ui.screens.too_small import TooSmallMessage, TooSmallScreen
from tutor.ui.terminal.app import SUSPEND, TerminalApp

ALWAYS = ("quit", "copy_or_quit", "switch_language", SUSPEND)
"""What the app itself does while nothing can be seen of it."""


class CoveringApp(TerminalApp):
    """Keeps the cover on top of whatever is shown meanwhile: what lay over it would leave it there for ever."""

    @property
    def is_covered(self) -> bool:
        """Whether the terminal is too small."""
        return bool(self.screen_stack) and isinstance(self.screen, TooSmallScreen)

    def cover(self, size: Size) -> None:
        """Cover everything where there is too little room, and uncover it where there is enough."""
        too_small = size.width < LEAST_WIDTH or size.height < LEAST_HEIGHT
        if too_small and not self.is_covered:
            super().push_screen(TooSmallScreen())
        elif self.is_covered and not too_small:
            self.pop_screen()
        elif self.is_covered:
            for message in self.screen.query(TooSmallMessage):
                message.update_lines()

    def on_resize(self, event: events.Resize) -> None:
        # The app's own size is still the one before.
        self.cover(event.size)

    def push_screen(self, *arguments: Any, **options: Any) -> Any:
        """Show a screen, under the cover where there is one: what was begun before may come to this later."""
        if not self.is_covered:
            return super().push_screen(*arguments, **options)
        self.pop_screen()
        pushed = super().push_screen(*arguments, **options)
        super().push_screen(TooSmallScreen())
        return pushed

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.is_covered and action not in ALWAYS:
            return False
        return super().check_action(action, parameters)
