"""Which look a widget has: that of the app it lives in. Two apps in one process differ."""

from __future__ import annotations

from typing import Protocol, cast

from textual.widget import Widget

from tutor.render.look import Look


class HasLook(Protocol):
    """An app that knows how it looks."""

    look: Look


def look_of(widget: Widget) -> Look:
    """Return the look of the app that `widget` lives in."""
    return cast("HasLook", widget.app).look
