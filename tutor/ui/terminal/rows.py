"""The rows of a widget as Textual makes them, with as little as each of them needs.

Textual looks up for each row anew how the widget is styled, and makes each row of an empty ground by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual._segment_tools import line_pad
from textual._styles_cache import StylesCache
from textual.color import Color
from textual.css.styles import StylesBase
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip
from textual.widget import Widget

_AROUND = ("border_left", "border_right", "outline_left", "outline_right", "outline_top", "outline_bottom")
_OVER = ("hatch", "tint", "opacity", "text_opacity")


class PaddedRows(StylesCache):
    """For a widget with lines of its own: each is a row as it is, with the padding beside it."""

    _is_plain = False
    """Whether nothing but padding is around its lines, and nothing changes their colours."""

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        styles = widget.styles
        self._is_plain = (
            not any(styles.has_rule(name) for name in _OVER)
            and not any(getattr(styles, name)[0] for name in _AROUND)
            and widget.opacity == 1.0
        )
        return super().render_widget(widget, crop)

    def render_line(
        self,
        styles: StylesBase,
        y: int,
        size: Size,
        content_size: Size,
        padding: Spacing,
        base_background: Color,
        background: Color,
        render_content_line: Callable[[int], Strip],
        *more: Any,
    ) -> Strip:
        at = y - padding.top
        if not self._is_plain or not 0 <= at < content_size.height or styles.border_top[0]:
            given = (size, content_size, padding, base_background, background, render_content_line)
            return super().render_line(styles, y, *given, *more)
        ground = self.get_inner_outer(base_background, background)[0].rich_style
        line = render_content_line(at).adjust_cell_length(content_size.width, ground)
        if padding.left or padding.right:
            return Strip(line_pad(line, padding.left, padding.right, ground), size.width)
        return line


class GroundRows(StylesCache):
    """For a widget that is the ground of others: all rows between its top and its bottom are the same."""

    _row: Strip | None = None

    def render_widget(self, widget: Widget, crop: Region) -> list[Strip]:
        self._row = None
        return super().render_widget(widget, crop)

    def render_line(self, styles: StylesBase, y: int, size: Size, *more: Any) -> Strip:
        gutter = styles.gutter
        if not max(gutter.top, 1) <= y < size.height - max(gutter.bottom, 1):
            return super().render_line(styles, y, size, *more)
        if self._row is None:
            self._row = super().render_line(styles, y, size, *more)
        return self._row
