"""A note on a step: a small editor. Whatever is typed is kept, a moment later and at the latest on the way out."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from tutor.session.marks import NOTE
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.text_pad import TextPad

KEEP_EVERY = 2.0
"""Seconds between two looks whether the text has changed."""


class NoteScreen(Dialog[None]):
    """Edits the note on one step."""

    BINDINGS = [
        bind("escape,ctrl+s", "keep", "KEY_KEEP_NOTE", display="esc", priority=True),
    ]

    def __init__(self, title: str, text: str, keep: Callable[[str], None]) -> None:
        """Make the editor for the note on the step called `title`; `keep` takes what it says from now on."""
        super().__init__()
        self._title = title
        self._kept = self._text = text
        self._keep_text = keep

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield TextPad(self._kept, soft_wrap=True, show_line_numbers=False, compact=True, theme="css")
        yield KeyLine()

    def on_mount(self) -> None:
        dialog, area = self.query_one(Vertical), self.query_one(TextArea)
        dialog.border_title = plain(f"{NOTE} {self._title}")
        dialog.border_subtitle = plain(messages.NOTE_HINT(look_of(self).language))
        area.cursor_blink = False
        area.move_cursor(area.document.end)
        area.focus()
        self.set_interval(KEEP_EVERY, self._keep)

    def action_keep(self) -> None:
        self._text = self.query_one(TextArea).text.strip()
        self._keep()
        self.dismiss()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self._text = event.text_area.text.strip()

    def on_unmount(self) -> None:
        self._keep()

    def _keep(self) -> None:
        if self._text != self._kept:
            self._kept = self._text
            self._keep_text(self._text)
