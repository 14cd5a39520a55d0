"""The last line of every screen: what can be pressed now. It comes from the live bindings, so it cannot be wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.dom import DOMNode
from textual.screen import Screen

from tutor.language import Text
from tutor.ui import messages
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines

GAP = 2
UNLISTED = "UNLISTED"
"""What `message_of` returns for a key that works without being named."""


@dataclass(frozen=True)
class LiveKey:
    """A binding that works at the moment."""

    key: str
    """Textual's name of (the first of) its keys"""
    keys: str
    """as written on screen"""
    message: Text
    shown: bool
    node: DOMNode
    """the widget, screen or app that answers it"""
    action: str


def live_keys(screen: Screen[object]) -> Iterator[LiveKey]:
    """Yield what can be pressed on `screen` now: the focused widget's keys first, then the screen's, then the app's."""
    seen: set[tuple[int, str]] = set()
    for key, (node, binding, enabled, _) in screen.active_bindings.items():
        text = message_of(node, binding.action, binding.description)
        # A companion (→ beside ←) is named with the first of its pair.
        if not enabled or text is None or (id(node), binding.action) in seen:
            continue
        seen.add((id(node), binding.action))
        yield LiveKey(key, binding.key_display or binding.key, text, binding.show, node, binding.action)


def message_of(node: DOMNode, action: str, description: str) -> Text | None:
    """Return what `action` does, in all languages; None for a binding that is Textual's own."""
    dynamic = getattr(node, "message_of", None)
    name = (dynamic(action) if dynamic else "") or description
    found = getattr(messages, name, None) if name.isupper() else None
    return found if isinstance(found, Text) else None


class KeyLine(Lines):
    """What can be pressed now; a click presses it."""

    DEFAULT_CSS = """
    KeyLine { dock: bottom; height: 1; padding: 0 1; }
    """

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, lambda _: self.update_lines())

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        entries = [(key, key.keys, key.message(look.language)) for key in live_keys(self.screen) if key.shown]
        # The screen's own keys (help, home) stay; what is nearest the finger goes first, so the middle gives way.
        sizes = [cell_len(keys) + 1 + cell_len(words) for _, keys, words in entries]
        while len(entries) > 1 and sum(sizes) + GAP * (len(sizes) - 1) > width:
            middle = max(len(entries) - 3, 0)
            del entries[middle], sizes[middle]
        line: list[Segment] = []
        for key, keys, words in entries:
            click = Style.from_meta({"@click": f"app.simulate_key({key.key!r})"})
            if line:
                line.append(Segment(" " * GAP))
            line += [Segment(keys, look.ink + Style(bold=True) + click), Segment(f" {words}", look.quiet + click)]
        return [line]
