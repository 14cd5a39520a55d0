"""Widgets one under the other, as tall as they are."""

from __future__ import annotations

from textual.containers import Vertical
from textual.geometry import Size
from textual.reactive import Reactive


class Stack(Vertical):
    """A column that does not scroll."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """As in Textual, but that a layout has given it another size does not ask for one more layout."""
