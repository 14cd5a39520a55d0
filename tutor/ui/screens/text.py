"""The whole text of a step, where a stage shows only its first rows."""

from __future__ import annotations

from collections.abc import Mapping

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tutor.course.prose import Prose
from tutor.render.prose.layout import Fill
from tutor.role import Role
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.prose import ProseView


class TextScreen(Dialog[None]):
    """A text over the screen that it belongs to."""

    BINDINGS = [
        bind("escape,t,q", "dismiss", "KEY_CLOSE", display="esc"),
    ]

    def __init__(self, title: str, text: Prose, fill: Fill, roles: Mapping[str, Role]) -> None:
        """Show a text under a title; `fill` and `roles` are those of its step."""
        super().__init__()
        self._title, self._text, self._fill, self._roles = title, text, fill, roles

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = plain(self._title)
            yield ProseView()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(ProseView).show(self._text, self._fill, self._roles)
