"""An app on whose screen nothing is obeyed: neither by the terminal, nor by Textual, which reads markup in texts.

What is shown comes from courses, records and names that others wrote.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual.app import App, SystemCommand
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.markup import escape
from textual.screen import Screen

from tutor.visible import visible, visible_lines


class VisibleLines(LineFilter):
    """Makes visible what a terminal would obey. Each line of each widget, with its frame, passes here to be drawn."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """Return a line in as many cells as before; most are as they were."""
        if all(text.isprintable() and not (style and style.link) for text, style, _ in segments):
            return segments
        shown = [Segment(visible(text), _without_bad_link(style)) for text, style, _ in segments]
        return Segment.adjust_line_length(shown, Segment.get_line_length(segments), pad=False)


def _without_bad_link(style: Style | None) -> Style | None:
    """Return a style; where its link goes to could be obeyed on its way to the terminal, without the link."""
    link = style.link if style else None
    return style.update_link(None) if style and link and visible(link) != link else style


_VISIBLE_LINES = VisibleLines()


class HarmlessApp(App[None]):
    """Whatever it shows is text and nothing else."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's, and after them ours."""
        return [*super().get_line_filters(), _VISIBLE_LINES]

    def notify(self, message: str, **options: Any) -> None:
        """Show a message in a corner. Brackets in it are brackets, whoever asks."""
        super().notify(visible_lines(message), **options | {"markup": False})

    def commands_on(self, screen: Screen[object]) -> Iterable[SystemCommand]:  # noqa: ARG002 - for whoever derives
        """Yield what the command palette offers."""
        return ()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the same for Textual, which reads titles as markup."""
        for title, words, call, discover in self.commands_on(screen):
            yield SystemCommand(escape(visible(title)), escape(visible(words)), call, discover)


def plain(text: str) -> Content:
    """Return a text as it goes into a frame's edge. Textual would read a string as markup."""
    return Content(visible(text))
