"""A program on screen while it is written: the editor, what is to be said meanwhile, and, stacked, its picture."""

from __future__ import annotations

from collections.abc import Callable
from subprocess import Popen

from textual.app import ComposeResult, SuspendNotSupported
from textual.getters import query_one
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from tutor.course.entry import Written
from tutor.dataclass import dataclass
from tutor.render.room import BESIDE_WIDTH
from tutor.render.writing import chart_rows, editor_rows, notices
from tutor.session.answering import Answering
from tutor.ui import messages
from tutor.ui.look import look_of
from tutor.ui.own_editor import FOLLOW_EVERY, Followed, editor_command_of, is_beside, open_beside, open_here
from tutor.ui.widgets.editor import Editor
from tutor.ui.widgets.sketch_view import SketchView
from tutor.ui.widgets.stack import Stack
from tutor.ui.widgets.text_lines import TextLines

REST = 0.7
"""Seconds without a key after which the hand rests, and what is wrong can be said."""
NUMBERED_WIDTH = 80
"""From this width of the screen on there is room for the numbers of the lines."""


class Writing(Stack):
    """The program of one question."""

    DEFAULT_CSS = """
    Writing { height: auto; margin: 0 0 0 2; }
    Writing TextLines { height: auto; min-height: 1; }
    """

    editor = query_one(Editor)
    notice = query_one(TextLines)
    picture = query_one(SketchView)

    @dataclass
    class Changed(Message):
        """The program stands otherwise now."""

        source: str

    def __init__(self, clock: Callable[[], float]) -> None:
        """Make it without a program; `clock` gives seconds."""
        super().__init__()
        self._clock = clock
        self._answering: Answering | None = None
        self._entry: Written | None = None
        self._forms = (False, False, False)
        self._rests = True
        self._resting: Timer | None = None
        self._followed: Followed | None = None
        self.beside: list[Popen[bytes]] = []
        """the learner's own editors that are open"""
        self.is_ready = False
        """there is an editor to write in: it takes a moment to be made"""

    @property
    def answering(self) -> Answering | None:
        """The question whose program is shown."""
        return self._answering

    def compose(self) -> ComposeResult:
        yield Editor()
        yield TextLines()
        yield SketchView(self._clock)

    def on_mount(self) -> None:
        self.set_interval(FOLLOW_EVERY, self.follow)
        # Where the app ends meanwhile, there is nothing to write in.
        self.is_ready = bool(self.children)
        if self.is_ready:
            self._show()

    def on_unmount(self) -> None:
        self._let_go()

    def show(self, answering: Answering, entry: Written) -> None:
        """Show the program of a question as it stands."""
        self._answering, self._entry = answering, entry
        self._rests = True
        self._let_go()
        if self.is_ready:
            self._show()

    def _show(self) -> None:
        if self._answering is None or self._entry is None:
            return
        editor = self.editor
        editor.starter, editor.with_gaps = self._entry.starter, self._entry.blanks
        with editor.prevent(TextArea.Changed):
            editor.show_source(self._answering.written)
        self._forms = editor.forms
        self.fit()
        self.show_sketch()

    def fit(self) -> None:
        """Fit editor and chart to the size of the screen."""
        if not self.is_ready:
            return
        columns, rows = self.app.size
        stacked = columns < BESIDE_WIDTH
        film_rows = len(self.picture.film.rows) if stacked else 0
        self.editor.styles.height = editor_rows(self.editor.text, rows - film_rows, stacked=stacked)
        self.editor.show_line_numbers = columns >= NUMBERED_WIDTH
        self.picture.fit(chart_rows(rows))
        self._show_picture()

    def show_sketch(self) -> None:
        """Show what the program gives now."""
        if self._answering is not None and self.is_ready:
            self._show_picture()
            self.show_notices()

    def _show_picture(self) -> None:
        """Show what the program gives, where that has no column of its own."""
        self.picture.show(self._answering if self.app.size.width < BESIDE_WIDTH else None)

    def show_notices(self) -> None:
        """Say what there is to say about the program as it stands."""
        answering = self._answering
        if answering is None:
            return
        language = look_of(self).language
        # What the verdict under it says of the same program need not be said twice.
        says_why = self._rests and not answering.is_judged_as_written
        self.notice.texts = notices(answering.written, answering.sketch, language, says_why=says_why)
        # An empty line keeps its room: nothing jumps when there is something to be said.
        self.notice.display = True
        fault = answering.sketch.fault if answering.sketch is not None else None
        self.editor.fault_line = fault.line if fault is not None and self._rests else 0

    def rest(self) -> None:
        """Say what is wrong: nothing was typed for a moment."""
        if not self._rests:
            self._rests = True
            self.show_notices()
            if self._answering is not None:
                self._answering.rest()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._resting is not None:
            self._resting.stop()
        self._rests = False
        self._resting = self.set_timer(REST, self.rest)
        self.post_message(self.Changed(event.text_area.text))
        self.fit()
        if self._forms != self.editor.forms:
            # The line of keys is drawn anew only where it says something else.
            self._forms = self.editor.forms
            self.refresh_bindings()

    def look_changed(self) -> None:
        """Show everything in the app's present language and colours."""
        if self.is_ready:
            self.editor.show_anew()
            self.show_sketch()

    # -- the learner's own editor -------------------------------------------------------------------------------------

    def on_editor_own_editor_wanted(self, event: Editor.OwnEditorWanted) -> None:
        event.stop()
        language, command = look_of(self).language, editor_command_of(self)
        try:
            followed = self._follow_file()
        except OSError as error:
            self.app.notify(messages.NOT_FOLLOWED(language, error=error.strerror or error), severity="warning")
            return
        goes_on = not command or is_beside(command)
        try:
            if not goes_on:
                open_here(self, command, followed.path)
            elif command:
                self.beside.append(open_beside(command, followed.path))
        except (OSError, SuspendNotSupported) as error:
            said = messages.NO_EDITOR(language, editor=command, error=error, path=followed.path)
            self.app.notify(said, severity="warning", timeout=20)
        else:
            if goes_on:
                self.app.notify(messages.FOLLOWED(language, path=followed.path), timeout=20)
        self.follow()

    def _follow_file(self) -> Followed:
        assert self._answering is not None
        if self._followed is None:
            self._followed = Followed(self._answering.question.id, self.editor.text)
        else:
            self._followed.write(self.editor.text)
        return self._followed

    def follow(self) -> None:
        """Take over what was saved in the learner's own editor."""
        self.beside = [editor for editor in self.beside if editor.poll() is None]
        saved = self._followed.saved() if self._followed is not None else None
        if saved is not None:
            self.editor.put(saved)

    def _let_go(self) -> None:
        if self._followed is not None:
            self._followed.close()
            self._followed = None
