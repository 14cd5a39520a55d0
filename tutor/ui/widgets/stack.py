"""Widgets one under the other."""

from __future__ import annotations

from typing import Self

from textual import events
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget

from tutor.ui.terminal.rows import GroundRows


class Stack(Vertical):
    """A column that does not scroll, as tall as what is in it."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As in Textual, but that a layout has given it another size does not ask for one more layout."""

    def __init__(self, *children: Widget, id: str | None = None) -> None:  # noqa: A002
        """Make a column of some widgets."""
        super().__init__(*children, id=id)
        self._styles_cache = GroundRows()


class Page(VerticalScroll, can_focus=True):
    """A column that scrolls, and looks the same with the focus: nothing in it is styled or drawn anew then."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As in Textual, but that a layout has given it another size does not ask for one more layout: a bar that comes or
    goes does so itself."""

    def focus(self, scroll_visible: bool = True) -> Self:
        """Take the focus, once what goes on now is done."""
        self.app.call_later(self._take_focus, scroll_visible)
        return self

    def _take_focus(self, scroll_visible: bool) -> None:
        if self.is_attached:
            self.screen.set_focus(self, scroll_visible)

    def watch_has_focus(self, has_focus: bool) -> None:
        """Style nothing anew."""

    def _on_focus(self, event: events.Focus) -> None:
        event.prevent_default()
        self.has_focus = True
        if self.parent is not None:
            self.parent.post_message(events.DescendantFocus(self))

    def _on_blur(self, event: events.Blur) -> None:
        event.prevent_default()
        self.has_focus = False
        if self.parent is not None:
            self.parent.post_message(events.DescendantBlur(self))
