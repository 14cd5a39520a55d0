"""The last line of every screen: what can be pressed now. It comes from the live bindings, so it cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Protocol, runtime_checkable

from rich.segment import Segment
from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.screen import Screen
from textual.strip import Strip

from tutor.render.clickable import NOTHING, Clickable
from tutor.render.key_line import Key, key_line
from tutor.ui.keys import Bound, live_keys
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


@runtime_checkable
class SaysWhatKeysDo(Protocol):
    """A widget or screen whose keys do now one thing, now another."""

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or "" for the binding's own."""


def bindings_on(screen: Screen[Any]) -> Iterator[Bound[DOMNode]]:
    """Yield what is bound on `screen` now: by the focused widget first, then by the screen, then by the app."""
    sayers: dict[DOMNode, SaysWhatKeysDo | None] = {}
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        # A protocol is slow to ask, and most bindings belong to a few nodes.
        if node not in sayers:
            sayers[node] = node if isinstance(node, SaysWhatKeysDo) else None
        sayer = sayers[node]
        here = sayer.message_of(binding.action) if sayer is not None else ""
        yield Bound(
            key,
            binding.key_display or binding.key,
            binding.action,
            here or binding.description,
            node,
            enabled=enabled,
            shown=binding.show,
            everywhere=isinstance(node, App),
        )


class KeyLine(Lines):
    """What can be pressed now; a click presses it."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[Key, ...] = ()
        self._shown: Clickable = NOTHING
        self._is_outdated = False

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.update_lines())

    def update_lines(self) -> None:
        """Say the keys anew in the next frame, however often they change until then: while a step opens, often."""
        self._is_outdated = True
        self.refresh()

    def render_line(self, y: int) -> Strip:
        # While the focus is still to be put where it belongs, there is more to come.
        if self._is_outdated and not getattr(self.screen, "is_settling", False):
            self._is_outdated, self._laid_out_at = False, None
        return super().render_line(y)

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        number = self._shown.thing_at(*offset) if offset is not None else None
        if number is not None:
            self.app.simulate_key(self._keys[number].key)

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        self._keys = tuple(key.in_(look.language) for key in live_keys(bindings_on(self.screen)) if key.shown)
        self._shown = key_line(self._keys, width, look)
        return self._shown.lines
