"""Help: what every key does here and now, read off the live bindings of the screen it was called from."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.screen import ModalScreen

from tutor.figure import Role
from tutor.language import Text
from tutor.render.wrap import wrapped
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.key_line import KeyLine, LiveKey
from tutor.ui.widgets.lines import Lines

ROLE_WORDS = {
    Role.GIVEN: messages.ROLE_GIVEN,
    Role.MODEL: messages.ROLE_MODEL,
    Role.GUESS: messages.ROLE_GUESS,
    Role.LOSS: messages.ROLE_LOSS,
    Role.RIGHT: messages.ROLE_RIGHT,
    Role.OTHER: messages.ROLE_OTHER,
}


class HelpText(Lines):
    """Two lists of keys, and what the colours mean."""

    def __init__(self, keys: Sequence[LiveKey]) -> None:
        super().__init__()
        self._keys = keys

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        look = look_of(self)
        here = [key for key in self._keys if not isinstance(key.node, App)]
        always = [key for key in self._keys if isinstance(key.node, App)]
        lines = [*self._section(messages.HELP_HERE, here), [], *self._section(messages.HELP_ALWAYS, always), []]
        lines += [[Segment(row, look.quiet)] for row in wrapped(messages.HELP_MORE(look.language), width)]
        lines += [[], [Segment(messages.HELP_MARKS(look.language), look.ink + Style(bold=True))]]
        for role, words in ROLE_WORDS.items():
            mark = look.palette.marks[role]
            lines.append([Segment(f"  {mark}  ", look.role(role, bold=True)), Segment(words(look.language), look.ink)])
        return lines

    def _section(self, title: Text, keys: Sequence[LiveKey]) -> list[list[Segment]]:
        look = look_of(self)
        lines = [[Segment(title(look.language), look.ink + Style(bold=True))]]
        column = max((cell_len(key.keys) for key in keys), default=0)
        for key in keys:
            padding = " " * (column - cell_len(key.keys))
            lines.append(
                [
                    Segment(f"  {key.keys}{padding}  ", look.ink + Style(bold=True)),
                    Segment(key.message(look.language), look.ink),
                ]
            )
        return lines


class HelpScreen(ModalScreen[None]):
    """What the keys do on the screen below."""

    BINDINGS = [
        bind("escape,question_mark,q", "dismiss", "KEY_CLOSE", display="esc"),
    ]

    def __init__(self, keys: Sequence[LiveKey]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_title = messages.HELP_TITLE(look_of(self).language)
            yield HelpText(self._keys)
        yield KeyLine()
