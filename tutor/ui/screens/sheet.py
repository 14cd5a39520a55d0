"""A sheet with the settings of a lab for which there is no room beside its picture."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one

from tutor.session.controls import rows_of
from tutor.session.visit import Visit
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.key_line import KeyLine


class SheetScreen(Dialog[None]):
    """Further controls of a lab. What they change is seen behind them, also while its film plays on."""

    BINDINGS = [
        bind("escape,x,q", "dismiss", "KEY_CLOSE", display="esc"),
    ]

    controls = query_one(Controls)

    def __init__(self, visit: Visit, clock: Callable[[], float]) -> None:
        """Show the further controls of the lab of a visit; `clock` gives seconds."""
        super().__init__()
        self._visit = visit
        self._clock = clock

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide sheet") as dialog:
            dialog.border_title = plain(messages.SHEET_TITLE(look_of(self).language))
            yield Controls(self._clock)
        yield KeyLine()

    def on_mount(self) -> None:
        use = self._visit.use
        if use is not None:
            self.controls.show(self._visit, rows_of(use.lab, use.more))
        self.controls.focus()

    def refresh_lab(self) -> None:
        """Show what the lab is set to now."""
        self.controls.update_lines()
