"""Widgets one under the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Self

from textual import events
from textual.containers import Vertical, VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widget import Widget

from tutor.ui.terminal.rows import GroundRows

if TYPE_CHECKING:
    from textual.widgets import TextArea

    from tutor.ui.widgets.editor import Editor


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

    def call_after_refresh(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> bool:
        """As in Textual, but where the screen was left meanwhile there is nothing to be done any more."""
        return super().call_after_refresh(self._if_there, callback, *args, **kwargs)

    def _if_there(self, callback: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        is_there = self.is_attached and self.screen in self.app.screen_stack
        return callback(*args, **kwargs) if is_there else None

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

    # -- what is written on it ----------------------------------------------------------------------------------------

    def on_text_area_selection_changed(self, event: TextArea.SelectionChanged) -> None:
        """Follow the cursor."""
        self.call_after_refresh(self.show_cursor, event.text_area)

    def on_editor_fitted(self, event: Editor.Fitted) -> None:
        """Follow what is written as it grows, and goes back."""
        if event.editor.has_focus:
            self.call_after_refresh(self.show_written, event.editor)

    def show_written(self, editor: TextArea) -> None:
        """Scroll to where is written."""
        self.show_cursor(editor)

    def show_cursor(self, area: TextArea) -> None:
        """Scroll no further than until the cursor is on screen, if it is in `area`."""
        if area.has_focus:
            self.scroll_to(y=self.with_cursor(self.scroll_y, area), animate=False)

    def with_cursor(self, y: float, area: TextArea) -> float:
        """Return where to scroll to, next to `y`, so that the cursor and the rows beside it in `area` are on screen."""
        there, room = area.region, self.scrollable_content_region
        cursor = min(max(area.cursor_screen_offset.y, there.y), there.bottom - 1)
        from_top = self.scroll_y - room.y
        top, bottom = max(cursor - 1, there.y) + from_top, min(cursor + 2, there.bottom) + from_top
        return min(max(y, bottom - room.height), top)
