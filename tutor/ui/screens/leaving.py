"""Screens that lie over another, and are left once.

Textual takes away whatever lies on top, and what is still on its way to a screen that is gone reaches it: of two keys
or clicks that leave a screen, the second would take the one below, or end the app where there is none.
"""

from __future__ import annotations

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen, ScreenResultType

from tutor.ui.terminal.gate import GatedScreen


class Dialog(ModalScreen[ScreenResultType], GatedScreen[ScreenResultType]):
    """A screen that shows the one below it around itself."""

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave, unless it was left already."""
        return super().dismiss(result) if self.is_active else left_already()


def left_already() -> AwaitComplete:
    """Return what waits for nothing."""
    return AwaitComplete.nothing()  # type: ignore[no-untyped-call, no-any-return]  # Textual does not say
