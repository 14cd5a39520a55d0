"""The functions behind a lab, highlighted, to be read."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

from rich.segment import Segment
from rich.style import Style
from rich.syntax import Syntax
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import var
from textual.screen import ModalScreen

from tutor.lab import Lab
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


def functions_of(lab: Lab) -> tuple[Callable[..., Any], ...]:
    """Return the functions to read: the mathematics first, then the lab's own."""
    return (*lab.reads, lab.function)


def source_of(function: Callable[..., Any]) -> str:
    """Return a function's source as it stands in its file, without the indentation of where it stands."""
    return textwrap.dedent(inspect.getsource(inspect.unwrap(function))).rstrip()


class SourceText(Lines):
    """One function, highlighted."""

    function: var[Callable[..., Any] | None] = var(None)

    def watch_function(self) -> None:
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        if self.function is None:
            return []
        look = look_of(self)
        theme = "ansi_dark" if look.palette.ink is None else "monokai" if look.palette.dark else "friendly"
        syntax = Syntax(
            source_of(self.function),
            "python",
            theme=theme,
            word_wrap=True,
            background_color="default",
            code_width=width,
        )
        options = self.app.console.options.update(width=width, height=None)
        rows = self.app.console.render_lines(syntax, options, pad=False)
        if look.palette.ink is None:
            return [
                [Segment(text, Style(bold=style.bold if style else None)) for text, style, _ in row] for row in rows
            ]
        return rows


class SourceScreen(ModalScreen[None]):
    """The code behind a lab."""

    BINDINGS = [
        bind("escape,c,q", "dismiss", "KEY_CLOSE", display="esc"),
        bind("left", "other(-1)", "KEY_OTHER_FUNCTION", display="← →"),
        bind("right", "other(1)", ""),
    ]

    number: var[int] = var(0)

    def __init__(self, lab: Lab) -> None:
        super().__init__()
        self._functions = functions_of(lab)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog wide"):
            yield SourceText()
        yield KeyLine()

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()
        self._show()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        return action != "other" or len(self._functions) > 1

    def action_other(self, steps: int) -> None:
        self.number = (self.number + steps) % len(self._functions)

    def watch_number(self) -> None:
        if self.is_running:
            self._show()

    def _show(self) -> None:
        language = look_of(self).language
        function = self._functions[self.number]
        dialog = self.query_one(VerticalScroll)
        dialog.border_title = messages.SOURCE_TITLE(language)
        place = messages.SOURCE_COUNT(language, number=self.number + 1, total=len(self._functions))
        dialog.border_subtitle = f"{function.__module__}.{function.__name__} · {place}"
        dialog.scroll_home(animate=False)
        self.query_one(SourceText).function = function
