"""The functions behind a lab, highlighted, to be read."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import var

from tutor.lab import Lab
from tutor.render.source import source_lines, sources_of
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


class SourceText(Lines):
    """One function, highlighted."""

    source: var[str] = var("")

    def watch_source(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return source_lines(self.source, width, look_of(self)) if self.source else []


class SourceScreen(Dialog[None]):
    """The code behind a lab."""

    BINDINGS = [
        bind("escape,c,q", "dismiss", "KEY_CLOSE", display="esc"),
        bind("left", "other(-1)", "KEY_OTHER_FUNCTION", display="← →"),
        bind("right", "other(1)", ""),
    ]

    number: var[int] = var(0)

    def __init__(self, lab: Lab) -> None:
        super().__init__()
        self._sources = sources_of(lab)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog wide"):
            yield SourceText()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "other" or len(self._sources) > 1

    def action_other(self, steps: int) -> None:
        self.number = (self.number + steps) % len(self._sources)

    def watch_number(self) -> None:
        if self.is_running:
            self._show()

    def _show(self) -> None:
        language = look_of(self).language
        source = self._sources[self.number]
        dialog = self.query_one(VerticalScroll)
        dialog.border_title = plain(messages.SOURCE_TITLE(language))
        place = messages.SOURCE_COUNT(language, number=self.number + 1, total=len(self._sources))
        dialog.border_subtitle = plain(f"{source.module}.{source.name} · {place}")
        dialog.scroll_home(animate=False)
        self.query_one(SourceText).source = source.text
