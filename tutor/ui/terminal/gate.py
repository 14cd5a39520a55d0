"""A frame is made when the line can take it, and not before.

What has changed meanwhile stays marked as changed, so that the next frame shows all of it as it is then: nothing stale
is ever on its way, and nothing is lost. A frame that would take long goes out in pieces, what has the focus first; each
is drawn as the screen is when its turn comes, and no row comes a second time before the others came once.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from threading import RLock
from typing import Protocol

from textual import events
from textual._compositor import Compositor
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.screen import Screen, ScreenResultType
from textual.widget import Widget

from tutor.namedtuple import NamedTuple
from tutor.ui.terminal.frames import Sheet
from tutor.ui.terminal.line import Line
from tutor.ui.terminal.tight import tightened
from tutor.ui.terminal.touched import TouchedCompositor

LOOKS_EVERY = 1 / 60
"""Seconds between two looks whether a terminal that takes nothing now takes more."""
FIRST_GUESS = 1.5
"""Bytes that a cell takes in a frame, before any was drawn."""
LEARNS = 0.3
"""How much of what is known the newest frame is."""


class _Span(NamedTuple):
    """Cells of a row that have changed."""

    y: int
    start: int
    end: int

    @property
    def region(self) -> Region:
        return Region(self.start, self.y, self.end - self.start, 1)


class Output(Protocol):
    """Where frames go."""

    def ask(self) -> None:
        """Ask the terminal to say when it has come so far."""

    def is_busy(self) -> bool:
        """Return whether there is something that the terminal has not taken from us."""


class GatedScreen(Screen[ScreenResultType]):
    """A screen that is as large as its terminal, and drawn when that can take it; without one, as Textual does."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As in Textual, but that nothing is drawn for it except what loses the focus and what gains it."""

    is_settling = False
    """Whether it is not drawn yet: the focus, or what is scrolled, has its place still to find. Then `draw_soon`."""

    _is_owed = False
    """Whether something that has changed was not drawn though it can be now."""

    _is_laying_out = False
    _is_laid_out = False
    """Whether there is a layout that was not drawn yet."""

    _was_on = False
    """Whether it could be seen before."""

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        """Begin with nothing on it."""
        super().__init__(name, id, classes)
        self._compositor = TouchedCompositor()

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        # What stands on a new screen was styled as it came. Textual, whose own part follows, would do so once more.
        event.refresh_styles = event.refresh_styles and self._was_on
        self._was_on = True

    def _screen_resized(self, size: Size) -> None:  # noqa: ARG002 - of two sizes on their way, one is of the past
        # Textual lays out each screen that can be seen whenever one of them is told a size, and then tells all of them:
        # of two sizes, each would be told in answer to the other, for ever. And a layout tells the screen itself.
        if self._size == self.app.size:
            return
        gate: Gate | None = getattr(self.app._driver, "gate", None)
        if gate is not None:
            # Of the old size, frames were drawn until now: where they were cut they stand elsewhere than was meant.
            gate.sheet.forget()
        super()._screen_resized(self.app.size)

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        bars = {widget for widget, _ in self._compositor.layers if widget.show_vertical_scrollbar}
        self._is_laying_out = True
        try:
            super()._refresh_layout(size, scroll)
            now = self._compositor.layers
            if moved := [widget for widget, _ in now if widget.show_vertical_scrollbar != (widget in bars)]:
                # Where a bar has come or gone, there is a column less or more. Textual would draw all of it, and lay it
                # out anew only then: the picture of a step would move aside before one's eyes.
                for widget in moved:
                    widget._layout_required = widget.vertical_scrollbar._layout_required = False
                    for ancestor in widget.ancestors_with_self:
                        if isinstance(ancestor, Widget):
                            ancestor._clear_arrangement_cache()
                            ancestor._layout_updates += 1
                super()._refresh_layout(size)
        finally:
            self._is_laying_out = False
        if self._is_laid_out:
            # What has changed its size is to be drawn with the rest, and not once more when it says so itself.
            self._compositor.update_widgets(set(self._compositor.visible_widgets))
            self._compositor_refresh()

    def _compositor_refresh(self) -> None:
        self._is_laid_out = self._is_laying_out
        if self._is_laying_out:
            return
        gate: Gate | None = getattr(self.app._driver, "gate", None)
        if gate is None or self is not self.app.screen:
            super()._compositor_refresh()
        elif self.is_settling:
            # What has changed is known to the compositor by now.
            self._dirty_widgets.clear()
        elif gate.opens():
            gate.draw(self, super()._compositor_refresh)
        else:
            # What has changed is known to the compositor by now.
            self._dirty_widgets.clear()
            gate.wait(self.draw_soon)

    def draw_soon(self) -> None:
        """Draw what has changed and was not drawn, if this can still be seen."""
        if self.is_running and self.is_current:
            self._is_owed = True
            self.call_next(self._draw_owed)

    def _on_timer_update(self) -> None:
        super()._on_timer_update()
        self._draw_owed()

    def _draw_owed(self) -> None:
        if not self._is_owed:
            return
        if self._dirty_widgets or self._layout_required or self.app._batch_count:
            # Of what has changed since, the compositor is told at the next of Textual's moments, once it is laid out.
            # What is drawn in a batch would be thrown away.
            self._update_timer.resume()
        else:
            self._is_owed = False
            self._compositor_refresh()


class Gate:
    """Lets a frame out when the line can take it."""

    def __init__(self, output: Output, *, clock: Callable[[], float], erases: bool) -> None:
        """Stand open before a line of which nothing is known.

        `clock` gives seconds. `erases`: see `tightened`.
        """
        self._output = output
        self._clock = clock
        self._erases = erases
        self.repeats = False
        """see `tightened`"""
        self._lock = RLock()
        self.line = Line(clock())
        self.sheet = Sheet()
        self._waiting: Callable[[], None] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._loop = asyncio.get_running_loop()
        self._is_on = False
        self._is_drawing = False
        self._wrote = 0
        self._bytes_a_cell = FIRST_GUESS
        self._left: set[int] = set()
        """the rows whose turn is still to come"""

    def start(self) -> None:
        """Begin anew: with a terminal that was somebody else's until now."""
        self.forget()
        self.sheet.forget()
        self._is_on = True

    def forget(self) -> None:
        """Know nothing of the line, and expect no answer."""
        with self._lock:
            self.line = Line(self._clock())

    def stop(self) -> None:
        """Let nothing out any more: the terminal is given back. What comes again shows all of itself."""
        self._is_on = False
        self._waiting = None

    # -- what goes out and comes back ---------------------------------------------------------------------------------

    def passing(self, text: str) -> str:
        """Return what to write instead of a text; it counts as sent."""
        now = self._clock()
        if self._is_drawing and text.startswith("\x1b["):
            text = self.sheet.without_what_stands(text)
            # Where a frame passes in no time, time is better saved than bytes.
            if not self.line.is_wide(len(text)):
                text = tightened(text, erases=self._erases, repeats=self.repeats)
        size = len(text.encode("utf-8", "replace"))
        self._wrote += size
        with self._lock:
            self.line.sent(size, now)
        return text

    def asked(self) -> None:
        """A question has been sent."""
        with self._lock:
            self.line.asked(self._clock())

    def answered(self) -> None:
        """An answer has come. May be called from any thread."""
        with self._lock:
            self.line.answered(self._clock())
            asks = self.line.wants_question(self._clock())
        if asks or self._waiting is not None:
            self._loop.call_soon_threadsafe(self._go_on)

    def _go_on(self) -> None:
        with self._lock:
            asks = self._is_on and self.line.wants_question(self._clock())
        if asks:
            self._output.ask()
        self._look()

    def unanswered(self) -> int:
        """Return how many questions are on their way."""
        with self._lock:
            return self.line.unanswered

    def answers_within(self) -> float:
        """Return in how many seconds all questions are likely answered."""
        with self._lock:
            return self.line.answers_within(self._clock())

    # -- frames -------------------------------------------------------------------------------------------------------

    def opens(self) -> bool:
        """Return whether a frame may be made now."""
        with self._lock:
            return self.line.is_free(self._clock()) and not self._output.is_busy()

    def wait(self, then: Callable[[], None]) -> None:
        """Call `then` once it opens."""
        self._waiting = then
        with self._lock:
            pause = LOOKS_EVERY if self._output.is_busy() else self.line.looks_again(self._clock())
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self._loop.call_later(max(pause, LOOKS_EVERY), self._look)

    def _look(self) -> None:
        then = self._waiting
        if then is None:
            return
        if self.opens():
            self._waiting = None
            then()
        else:
            self.wait(then)

    def draw(self, screen: GatedScreen[ScreenResultType], refresh: Callable[[], None]) -> None:
        """Draw what has changed on a screen, or as much of it as the line can take at once."""
        dirty = screen._compositor._dirty_regions
        # Two that overlap are drawn once.
        spans = self._spans(dirty, screen._compositor.size) if dirty else []
        rest = self._put_off(screen, spans)
        if rest:
            later = set(rest)
            dirty.clear()
            dirty.update(span.region for span in spans if span not in later)
        self._is_drawing, self._wrote = True, 0
        try:
            refresh()
        finally:
            self._is_drawing = False
        if self._wrote:
            cells = sum(span.end - span.start for span in spans) - sum(span.end - span.start for span in rest)
            if cells > 0:
                self._bytes_a_cell += LEARNS * (self._wrote / cells - self._bytes_a_cell)
            self._output.ask()
        if rest:
            dirty.update(span.region for span in rest)
            self.wait(screen.draw_soon)
            self._look()

    @staticmethod
    def _spans(regions: Iterable[Region], size: Size) -> list[_Span]:
        # What was put off may lie outside of a screen that is smaller now.
        on_screen = (region.intersection(size.region) for region in regions)
        return [_Span(*span) for span in Compositor._regions_to_spans(region for region in on_screen if region)]

    def _put_off(self, screen: GatedScreen[ScreenResultType], spans: list[_Span]) -> list[_Span]:
        """Return the spans that go out later; none where all can go now."""
        with self._lock:
            piece = self.line.piece(self._clock())
        if piece is None:
            return []
        room = piece / self._bytes_a_cell
        if sum(span.end - span.start for span in spans) <= room:
            self._left.clear()
            return []
        if not any(span.y in self._left for span in spans):
            self._left = {span.y for span in spans}
        focused = screen.focused.region if screen.focused is not None else None
        first = range(focused.y, focused.bottom) if focused is not None else range(0)
        later: list[_Span] = []
        is_first = True
        for span in sorted(spans, key=lambda span: (span.y not in first, span.y not in self._left, span)):
            room -= span.end - span.start
            if room >= 0 or is_first:
                self._left.discard(span.y)
            else:
                later.append(span)
            is_first = False
        return later
