"""What is wrong with a course, over its last good version."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import VerticalScroll

from tutor.course.finding import Finding
from tutor.render.findings import finding_lines
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lines import Lines


class FindingsText(Lines):
    """What is wrong, each finding with its place."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self._findings = findings

    def lines(self, width: int, height: int) -> Sequence[Sequence[Segment]]:  # noqa: ARG002
        return finding_lines(self._findings, width, look_of(self))


class FindingsScreen(Dialog[None]):
    """A panel over the last good version of the course. It goes by itself when the files are mended."""

    BINDINGS = [bind("escape,q", "dismiss", "KEY_CLOSE", display="esc")]

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__()
        self.findings = tuple(findings)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog wide") as dialog:
            dialog.border_title = plain(messages.WATCH_BROKEN(look_of(self).language))
            yield FindingsText(self.findings)
        yield KeyLine()
