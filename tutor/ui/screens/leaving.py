"""Screens that are left once.

Textual takes away whatever lies on top, and what is still on its way to a screen that is gone reaches it: of two keys
or clicks that leave a screen, the second would take the one below, or end the app where there is none; and what the
screen has waited for finds nothing of it any more.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from textual import events
from textual.await_complete import AwaitComplete
from textual.geometry import Offset
from textual.message import Message
from textual.screen import ModalScreen, ScreenResultType
from textual.timer import Timer, TimerCallback
from textual.widget import Widget

from tutor.ui.terminal.gate import GatedScreen


class OnceLeft(GatedScreen[ScreenResultType]):
    """A screen that knows when it was left."""

    has_begun = False
    """Whether it has shown anything."""

    @property
    def was_left(self) -> bool:
        """Whether it is taken away, though it may still be waiting for something."""
        return self not in self.app.screen_stack

    @property
    def shows_changes(self) -> bool:
        """Whether what has changed since is to be shown: before it has begun, and once it was left, it is not."""
        return self.has_begun and not self.was_left

    async def _dispatch_message(self, message: Message) -> None:
        """As in Textual, but what was left before it stood is not begun: of what is on it, some is gone already."""
        if not (isinstance(message, events.Mount | events.Resize) and self.was_left):
            await super()._dispatch_message(message)

    def dismiss(self, result: ScreenResultType | None = None) -> AwaitComplete:
        """Leave, unless it was left already."""
        if self.is_active:
            return super().dismiss(result)
        return AwaitComplete.nothing()  # type: ignore[no-untyped-call, no-any-return]  # Textual does not say

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """As in Textual, but where the screen was left meanwhile there is nothing to be done any more."""
        return super().call_after_refresh(self._unless_left, callback, *args, **kwargs)

    def set_timer(self, delay: float, callback: TimerCallback | None = None, **options: Any) -> Timer:
        """As in Textual, and likewise."""
        return super().set_timer(delay, partial(self._unless_left, callback) if callback else None, **options)

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """As in Textual, but a widget that is taken away, and still drawn, is none: it stands in nothing any more."""
        widget, offset = super().get_widget_and_offset_at(x, y)
        return (None, None) if widget is not None and not widget.is_attached else (widget, offset)

    def _unless_left(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return None if self.was_left else callback(*args, **kwargs)


class Dialog(ModalScreen[ScreenResultType], OnceLeft[ScreenResultType]):
    """A screen that shows the one below it around itself."""
