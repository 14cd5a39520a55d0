"""A widget made of finished lines: it keeps them as strips and repaints only what changed."""

from __future__ import annotations

from abc import ABCMeta, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.containers import VerticalScroll
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from tutor.ui.terminal.rows import PaddedRows


class _AbstractWidget(type(Widget), ABCMeta):  # type: ignore[misc]
    """Makes a widget that says which methods are still missing in it."""


class _Worn(dict[Style | None, Style]):
    """How styles look on a ground, each found out once: the lines of a drawing are hundreds of pieces in few styles."""

    def __init__(self, ground: Style) -> None:
        super().__init__()
        self.ground = ground

    def __missing__(self, style: Style | None) -> Style:
        worn = self.ground + style
        # Of links, each is one by itself.
        if style is None or style.link is None:
            self[style] = worn
        return worn


class Lines(Widget, metaclass=_AbstractWidget):  # type: ignore[metaclass]  # it derives from Widget's
    """Shows lines of segments. Whoever derives from it says what the lines are, for a width."""

    DEFAULT_CSS = """
    Lines { height: auto; width: 1fr; }
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As in Textual, but that a layout has given it another size does not ask for one more layout."""

    KEEPS_ROWS: ClassVar[bool] = False
    """Whether it takes no fewer rows than before, until `forget_rows`: nothing jumps because a number lost a digit."""

    IS_FILLED: ClassVar[bool] = False
    """Whether its lines are as wide as it is, so that nobody has to measure them."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._styles_cache = PaddedRows()
        self._most_rows: dict[int, int] = {}
        """by width: the most rows that it took"""
        self._strips: list[Strip] = []
        self._lines: Sequence[Sequence[Segment]] = ()
        """What the strips were made of, on the ground of `_worn`."""
        self._worn = _Worn(Style.null())
        self._laid_out_at: tuple[int, int] | None = None
        self._laid_out_in = Size(0, 0)
        """The terminal of that time: what lines there are may depend on it, at the same width too."""

    def watch_has_focus(self, has_focus: bool) -> None:
        """Style nothing anew: with the focus the lines may be others, their styles are not."""

    @abstractmethod
    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:
        """Return the lines for this size; `height` is the present one (0 where the lines decide it)."""

    def forget_rows(self) -> None:
        """Take as few rows as the lines need again: something else is shown from now on."""
        self._most_rows.clear()

    def update_lines(self) -> None:
        """Lay the lines out again and repaint what changed; ask for a new layout only when their number changed."""
        width, height = self.content_size
        if getattr(self.screen, "is_drawn_once", False):
            # The layout to come draws them, at the size that they have then.
            self._laid_out_at = None
            self.refresh(layout=True)
            return
        if not width:
            # Nothing of it is seen now, and what Textual has kept of it will not be true when it is.
            self._laid_out_at = None
            self.refresh()
            return
        before = self._strips
        self._lay_out(width, height)
        if len(before) != len(self._strips) and self.styles.auto_dimensions:
            self.refresh(layout=True)
            return
        changed = [
            Region(start, y, end - start, 1)
            for y, (old, new) in enumerate(zip_longest(before, self._strips))
            if old is not new
            for start, end in [_changed(old, new, width)]
            if start < end
        ]
        if changed:
            self.refresh(*changed)

    def _lay_out(self, width: int, height: int) -> None:
        # Lines bring their own colours; the widget's ground lies under them, out to its edge.
        ground = self.rich_style
        lines = self.lines(width, height)
        if self.KEEPS_ROWS:
            self._most_rows[width] = most = max(self._most_rows.get(width, 0), len(lines))
            lines = [*lines, *([] for _ in range(most - len(lines)))]
        if self._laid_out_at is None or self._laid_out_at[0] != width or self._worn.ground != ground:
            self._lines, self._strips = [], []
            self._worn = _Worn(ground)
        # A strip takes longer to make than its line takes to compare, and most lines are as they were.
        self._strips = [
            strip if line == before else self._strip(line, width)
            for line, before, strip in zip_longest(lines, self._lines[: len(lines)], self._strips[: len(lines)])
        ]
        self._lines = lines
        self._laid_out_at = (width, height)
        self._laid_out_in = self.app.size

    def _strip(self, line: Sequence[Segment], width: int) -> Strip:
        """Return a line on the ground, as wide as the widget."""
        segments = [Segment(text, self._worn[style], control) for text, style, control in line]
        return Strip(segments, width if self.IS_FILLED else None).adjust_cell_length(width, self._worn.ground)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        if self._laid_out_at is None or self._laid_out_at[0] != width or self._laid_out_in != self.app.size:
            self._lay_out(width, 0)
        return len(self._strips)

    def render_line(self, y: int) -> Strip:
        size = self.content_size
        if (
            self._laid_out_at is None
            or (self._laid_out_at != size and self._needs_height())
            or self._laid_out_at[0] != size[0]
        ):
            self._lay_out(*size)
        return self._strips[y] if y < len(self._strips) else Strip.blank(size.width, self.rich_style)

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


def _changed(before: Strip | None, after: Strip | None, width: int) -> tuple[int, int]:
    """Return where two lines of `width` cells begin to differ, and the cell after which they do no longer."""
    if before is None or after is None:
        return 0, width
    start = _alike(before, after)
    return start, max(start, width - _alike(*(_reversed(strip) for strip in (before, after))))


def _reversed(strip: Strip) -> Iterator[Segment]:
    # One by one: two lines mostly differ in a piece near their end.
    return (Segment(text[::-1], style) for text, style, _ in reversed(strip))


def _alike(one: Iterable[Segment], other: Iterable[Segment]) -> int:
    """Return how many cells two lines have in common at their start."""
    cells = 0
    for (text, style, _), (other_text, other_style, _) in zip(one, other, strict=False):
        if style != other_style:
            break
        if text != other_text:
            pairs = enumerate(zip(text, other_text, strict=False))
            alike = next((at for at, (a, b) in pairs if a != b), min(len(text), len(other_text)))
            # The last character alike may belong to what follows: an accent counts as a character of its own.
            return cells + cell_len(text[: max(alike - 1, 0)])
        cells += cell_len(text)
    return cells
