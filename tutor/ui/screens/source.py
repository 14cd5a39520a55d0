"""The code behind a lab, highlighted: a few lines that give a number on screen, then the functions behind them."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import var

from tutor.language import say
from tutor.render.snippet import Page
from tutor.render.source import source_lines
from tutor.session.runner import Runner
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
        # Before what is scrolled, which would take them for itself.
        bind("left", "other(-1)", "KEY_OTHER_CODE", display="← →", priority=True),
        bind("right", "other(1)", "", priority=True),
        bind("e", "try", "KEY_TRY_CODE"),
    ]

    number: var[int] = var(0)

    def __init__(self, pages: Sequence[Page], runner: Runner) -> None:
        """Make the screen of at least one page; `runner` runs what is made of a program, once that is asked for."""
        super().__init__()
        self._pages = pages
        self._runner = runner

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog wide"):
            yield SourceText()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self._show()

    @property
    def _page(self) -> Page:
        return self._pages[self.number]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        match action:
            case "other":
                return len(self._pages) > 1
            case "try":
                return self._page.can_be_run
        return True

    def action_other(self, steps: int) -> None:
        self.number = (self.number + steps) % len(self._pages)

    def action_try(self) -> None:
        from tutor.ui.screens.scratch import ScratchScreen

        self.app.push_screen(ScratchScreen(self._page.text, self._runner))

    def watch_number(self) -> None:
        if self.is_running:
            self._show()
            self.refresh_bindings()

    def _show(self) -> None:
        language = look_of(self).language
        dialog = self.query_one(VerticalScroll)
        dialog.border_title = plain(messages.SOURCE_TITLE(language))
        place = messages.SOURCE_COUNT(language, number=self.number + 1, total=len(self._pages))
        name = say(self._page.name, language)
        name = messages.SNIPPET_NAME(language, readout=name) if self._page.can_be_run else name
        dialog.border_subtitle = plain(f"{name} · {place}")
        dialog.scroll_home(animate=False)
        self.query_one(SourceText).source = self._page.text
