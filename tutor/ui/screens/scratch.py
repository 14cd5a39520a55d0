"""A program to be tried out: it can be changed and run, and nobody judges it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.getters import query_one

from tutor.course.programs.scratch import Scratch
from tutor.course.sketch import Sketch
from tutor.render.messages import RUNNING
from tutor.render.text_lines import TextLine
from tutor.render.writing import editor_rows, outcome
from tutor.role import Role
from tutor.session.runner import FINISHED, Job, Runner
from tutor.ui import messages
from tutor.ui.harmless import plain
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.leaving import Dialog
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.text_lines import TextLines

SAID, LEAST_SAID = 5, 3
"""Rows for what a program gives, and those on a short screen; the rest scrolls."""
SAYS_SO_AFTER = 0.3
"""Seconds after which it is said that a program still runs: the first one waits until NumPy is there."""
SHORT = 24
"""A screen of fewer rows is short."""


class ScratchEditor(Editor):
    """Where it is changed."""

    BINDINGS = [
        bind("ctrl+r", "give", "KEY_RUN_ALONE"),
        bind("escape", "stop_writing", "KEY_CLOSE"),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        # What is written here is kept nowhere, so there is no file to follow.
        return action != "own_editor" and super().check_action(action, parameters)


class ScratchScreen(Dialog[None]):
    """A program, and what it gives."""

    DEFAULT_CSS = """
    ScratchScreen VerticalScroll { margin-top: 1; }
    """

    editor = query_one(ScratchEditor)
    said = query_one(TextLines)

    def __init__(self, source: str, runner: Runner) -> None:
        """Make the screen of a program; `runner` runs it, when that is asked for."""
        super().__init__()
        self._source = source
        self._runner = runner
        self._job: Job = FINISHED
        self._sketch: Sketch | None = None
        self._is_awaited = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide"):
            yield ScratchEditor()
            with VerticalScroll(can_focus=False):
                yield TextLines()
        yield KeyLine()

    def on_mount(self) -> None:
        self.editor.starter = self._source
        self.editor.show_source(self._source)
        self.editor.focus()
        self.look_changed()
        self.on_resize()

    def on_resize(self) -> None:
        rows = self.app.size.height
        # What is said keeps its rows, so that nothing jumps.
        said = SAID if rows >= SHORT else LEAST_SAID
        self.query_one(VerticalScroll).styles.height = said
        self.editor.styles.height = editor_rows(self.editor.text, rows - said, stacked=False)

    def on_editor_given(self, event: Editor.Given) -> None:
        event.stop()
        self._job.cancel()
        self._is_awaited = True
        self._job = self._runner.sketch(Scratch(), event.source, self._ran)
        self.set_timer(SAYS_SO_AFTER, self._say_running)

    def _say_running(self) -> None:
        if self._is_awaited:
            self.said.texts = (TextLine(RUNNING(look_of(self).language), Role.QUIET),)

    def _ran(self, sketch: Sketch) -> None:
        self._is_awaited = False
        if not self.was_left:
            self._sketch = sketch
            self._show()
            self.query_one(VerticalScroll).scroll_end(animate=False)

    def _show(self) -> None:
        if self._sketch is not None:
            self.said.texts = outcome(self._sketch, look_of(self).language)
        fault = self._sketch.fault if self._sketch is not None else None
        self.editor.fault_line = fault.line if fault is not None else 0

    def on_text_area_changed(self) -> None:
        self.editor.fault_line = 0
        self.on_resize()
        self.refresh_bindings()

    def on_editor_stopped(self, event: Editor.Stopped) -> None:
        event.stop()
        self.dismiss()

    def on_unmount(self) -> None:
        self._job.cancel()

    def look_changed(self) -> None:
        """Show everything in the app's present language and colours."""
        self.query_one(Vertical).border_title = plain(messages.SCRATCH_TITLE(look_of(self).language))
        self.editor.show_anew()
        self._show()
