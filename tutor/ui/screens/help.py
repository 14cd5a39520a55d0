"""Help: what every key does here and now, read off the live bindings of the screen it was called from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tutor.render.help import help_lines
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import LiveKey, bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


class HelpText(Lines):
    """Two lists of keys, and what the colours mean."""

    def __init__(self, keys: Sequence[LiveKey[Any]]) -> None:
        super().__init__()
        self._keys = keys

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        here, everywhere = (
            [key.in_(look.language) for key in self._keys if key.everywhere is wanted] for wanted in (False, True)
        )
        return help_lines(here, everywhere, width, look)


class HelpScreen(Dialog[None]):
    """What the keys do on the screen below."""

    BINDINGS = [
        bind("escape,question_mark,q", "dismiss", "KEY_CLOSE", display="esc"),
    ]

    def __init__(self, keys: Sequence[LiveKey[Any]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = plain(messages.HELP_TITLE(look_of(self).language))
            yield HelpText(self._keys)
        yield KeyLine()
