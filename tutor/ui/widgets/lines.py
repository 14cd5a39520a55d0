"""A widget made of finished lines: it keeps them as strips and repaints only those that changed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.containers import VerticalScroll
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget


class Lines(Widget):
    """Shows lines of segments. Whoever derives from it says what the lines are, for a width."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._strips: list[Strip] = []
        self._laid_out_at: tuple[int, int] | None = None

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:
        """Return the lines for this size; `height` is the present one (0 where the lines decide it)."""
        raise NotImplementedError

    def update_lines(self) -> None:
        """Lay the lines out again and repaint what changed; ask for a new layout only when their number changed."""
        width, height = self.content_size
        if not width:
            self._laid_out_at = None
            return
        before = self._strips
        self._lay_out(width, height)
        if len(before) != len(self._strips) and self.styles.auto_dimensions:
            self.refresh(layout=True)
            return
        shared = min(len(before), len(self._strips))
        changed = [y for y in range(shared) if before[y] != self._strips[y]]
        changed += range(shared, max(len(before), len(self._strips)))
        if changed:
            # Textual moves these by the widget's padding and border itself.
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def _lay_out(self, width: int, height: int) -> None:
        # Lines bring their own colours; the widget's ground lies under them, out to its edge.
        ground = self.rich_style
        self._strips = [Strip(line).adjust_cell_length(width).apply_style(ground) for line in self.lines(width, height)]
        self._laid_out_at = (width, height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        if self._laid_out_at is None or self._laid_out_at[0] != width:
            self._lay_out(width, 0)
        return len(self._strips)

    def render_line(self, y: int) -> Strip:
        size = (self.content_size.width, self.content_size.height)
        if (
            self._laid_out_at is None
            or (self._laid_out_at != size and self._needs_height())
            or self._laid_out_at[0] != size[0]
        ):
            self._lay_out(*size)
        return self._strips[y] if y < len(self._strips) else Strip.blank(self.content_size.width, self.rich_style)

    def _needs_height(self) -> bool:
        return not self.styles.auto_dimensions

    def scroll_around(self, steps: int) -> None:
        """Scroll what this widget stands in: ↑ and ↓ past its first and last line."""
        for ancestor in self.ancestors:
            if isinstance(ancestor, VerticalScroll):
                ancestor.scroll_relative(y=steps, animate=False)
                return

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._laid_out_at = None
