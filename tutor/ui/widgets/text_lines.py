"""Plain lines of text, each in one role: what stands above a question, or at the end of a sitting."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.reactive import var

from tutor.render.text_lines import TextLine, text_lines
from tutor.ui.look import look_of
from tutor.ui.widgets.lines import Lines


class TextLines(Lines):
    """Several lines of text, one under the other; nothing is shown where there are none."""

    texts: var[tuple[TextLine, ...]] = var(())

    def on_mount(self) -> None:
        self.display = bool(self.texts)

    def watch_texts(self) -> None:
        self.display = bool(self.texts)
        self.update_lines()

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return text_lines(self.texts, width, look_of(self))
