"""A question on screen: the prompt, a way to answer, what is said to the answer, and what can be done next."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from rich.segment import Segment
from textual import events
from textual.app import ComposeResult
from textual.getters import query_one
from textual.widget import Widget
from textual.widgets import Input

from tutor.course.entry import Options, Sliders, Typed, Written
from tutor.render.actions import Action
from tutor.render.prose.layout import lay_out
from tutor.render.question import after, asked_fill, marks_of, prompt
from tutor.session.answering import Answering
from tutor.session.asking import Asking
from tutor.session.visit import Visit
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.entry import Entry
from tutor.ui.widgets.helps import LETTERS, helps_of
from tutor.ui.widgets.how_sure import SURE_ACTIONS, SURE_BINDINGS, is_how_sure, sureness_named
from tutor.ui.widgets.option_rows import OptionRows
from tutor.ui.widgets.said import Said
from tutor.ui.widgets.sketch_view import film_on
from tutor.ui.widgets.stack import Stack

if TYPE_CHECKING:
    from tutor.ui.widgets.editor import Editor
    from tutor.ui.widgets.writing import Writing


class QuestionView(Stack):
    """One question of a visit. What the learner does goes to the visit; whoever watches that shows what comes of it."""

    DEFAULT_CSS = """
    QuestionView { height: auto; }
    QuestionView Entry { width: 1fr; max-width: 48; margin: 0 0 0 2; }
    """

    BINDINGS = [
        *(bind(letter, f"do('{name}')", f"KEY_{name.upper()}", shown=False) for name, letter in LETTERS.items()),
        *SURE_BINDINGS,
        bind("escape", "stop_running", "KEY_STOP_RUNNING"),
    ]

    above = query_one(".prompt", Said)
    typed = query_one(Entry)
    options = query_one(OptionRows)
    below = query_one(".after", Said)
    row = query_one(ActionRow)

    def __init__(self, clock: Callable[[], float]) -> None:
        """Make a view without a question; `clock` gives seconds."""
        super().__init__()
        self._clock = clock
        self._visit: Visit | None = None
        self._answering: Answering | None = None
        self._entered: Asking | None = None
        """the asking whose entry is on screen"""
        self._has_prompt = True
        self.was_over = False
        """whether the question was over when it was shown last"""
        self._writing: Writing | None = None
        """where a program is written; None as long as there was none to be written"""

    @property
    def answering(self) -> Answering | None:
        """The question."""
        return self._answering

    @property
    def is_put(self) -> bool:
        """Whether the question has its numbers, and its entry is on screen."""
        return self._entered is not None

    def compose(self) -> ComposeResult:
        yield Said(classes="prompt")
        yield Entry(self._is_said)
        yield OptionRows(self._is_said)
        yield Said(classes="after")
        yield ActionRow()

    def on_mount(self) -> None:
        # Without a question there is nothing to show, and where the app ends meanwhile nothing to show it in.
        if self._answering is not None and self.children:
            self.refresh_question()

    def on_unmount(self) -> None:
        if self._answering is not None:
            self._answering.leave_unsaid()

    def show(self, visit: Visit, answering: Answering) -> None:
        """Show another question."""
        self._visit, self._answering, self._entered = visit, answering, None
        # The question before may have been asked above the picture of a stage.
        self._has_prompt = True
        self.was_over = answering.is_over
        if self.is_mounted:
            self.refresh_question()

    def refresh_question(self) -> None:
        """Show how far the question has come."""
        asking = self._answering.asking if self._answering is not None else None
        entry = self._answering.entry if self._answering is not None else None
        self.typed.display = isinstance(entry, Typed)
        self.options.display = isinstance(entry, Options)
        if self._writing is not None:
            self._writing.display = isinstance(entry, Written)
        if asking is not None:
            is_fresh = self._entered is None or self._entered.asked is not asking.asked
            if isinstance(entry, Typed):
                self._enter_typed(entry, asking, is_fresh=is_fresh)
            elif isinstance(entry, Options):
                self._enter_options(entry, asking, is_fresh=is_fresh)
            elif isinstance(entry, Written):
                self._enter_written(entry)
            self._entered = asking
            self.was_over = asking.is_over
        self.show_texts()

    def _enter_typed(self, entry: Typed, asking: Asking, *, is_fresh: bool) -> None:
        typed = self.typed
        typed.letters, typed.nudges = entry.letters, entry.nudges
        if is_fresh:
            with self.prevent(Input.Changed):
                typed.value = asking.response
        typed.given = "" if asking.is_over or self._answering is None else self._answering.response
        typed.select_given()
        typed.disabled = asking.is_over

    def _enter_options(self, entry: Options, asking: Asking, *, is_fresh: bool) -> None:
        if is_fresh:
            self.options.show(entry.mode, entry.shown, self._option)
        if is_fresh or (self._entered is not None and asking.tries != self._entered.tries):
            self.options.put(asking.response)
        self.options.mark(marks_of(asking))
        self.options.can_focus = not asking.is_over

    def _enter_written(self, entry: Written) -> None:
        if self._writing is None:
            # An editor takes longer to import than a first paint can spare.
            from tutor.ui.widgets.writing import Writing

            self._writing = Writing(self._clock)
            self.mount(self._writing, after=self.options)
        if self._answering is not None and self._writing.answering is not self._answering:
            self._writing.show(self._answering, entry)
        for editor in self._editor:
            editor.is_judged = self._is_running
            self._writing.show_notices()

    def show_sketch(self) -> None:
        """Show what the program that is being written gives now."""
        if self._writing is not None:
            self._writing.show_sketch()

    def fit(self) -> None:
        """Fit what is written in to the size of the screen."""
        if self._writing is not None:
            self._writing.fit()

    def look_changed(self) -> None:
        """Show everything in the app's present language and colours."""
        self.show_texts()
        if self._writing is not None:
            self._writing.look_changed()

    def show_texts(self) -> None:
        """Say everything in the app's present language."""
        answering = self._answering
        if answering is None:
            return
        language = look_of(self).language
        asking = answering.asking
        self.above.sayings = prompt(asking.asked, language) if asking is not None and self._has_prompt else ()
        self.below.sayings = after(answering, language)
        self.row.actions = self._actions(answering)
        if isinstance(answering.entry, Typed):
            self.typed.placeholder = answering.entry.hint(language)
        self.options.update_lines()
        self.refresh_bindings()

    def let_prompt_be_elsewhere(self, is_elsewhere: bool) -> None:
        """Leave the prompt out, which stands above the picture of a stage; False says it here again."""
        if self._has_prompt is is_elsewhere:
            self._has_prompt = not is_elsewhere
            if self.is_mounted:
                self.show_texts()

    def focus_entry(self) -> bool:
        """Put the focus where the answer is given; False where the question is over."""
        if self._answering is None or self._answering.is_over:
            return False
        if self._answering.held is not None:
            # Who presses Enter twice says nothing of it.
            self.row.chosen = 0
            self.screen.set_focus(self.row)
            return True
        for widget in (self.typed, self.options, *self._editor, self.row):
            if widget.focusable and widget.display:
                self.screen.set_focus(widget)
                return True
        return False

    @property
    def _editor(self) -> tuple[Editor, ...]:
        """The editor, where a program is written here."""
        writing = self._writing
        return (writing.editor,) if writing is not None and writing.display and writing.is_ready else ()

    @property
    def focused_editor(self) -> Editor | None:
        """The editor of this question, if it has the focus."""
        return next((editor for editor in self._editor if editor.has_focus), None)

    def is_written_in(self, widget: Widget | None) -> bool:
        """Return whether a widget is the editor of this question, or the timeline of its film below that."""
        writing = self._writing
        return widget in self._editor or (writing is not None and writing.is_ready and widget is writing.picture.film)

    @property
    def rows_above_picture(self) -> int:
        """The rows from the top of the question to the picture of its program below the editor."""
        writing = self._writing
        return writing.virtual_region.y + writing.picture.virtual_region.y if writing is not None else 0

    @property
    def is_written(self) -> bool:
        """Whether the question is answered with a program."""
        return bool(self._editor)

    @property
    def is_on_sliders(self) -> bool:
        """Whether the question is answered with the sliders of the lab."""
        return self._answering is not None and isinstance(self._answering.entry, Sliders)

    # -- what can be done ---------------------------------------------------------------------------------------------

    def _actions(self, answering: Answering) -> tuple[Action, ...]:
        if answering.held is not None:
            return SURE_ACTIONS
        check = [Action("check", messages.KEY_CHECK, message="KEY_CHECK")]
        if isinstance(answering.entry, Written):
            check = [
                Action("write", messages.KEY_WRITE, message="KEY_WRITE"),
                Action("give", messages.KEY_RUN, message="KEY_RUN")
                if not answering.is_waiting
                else Action("stop_running", messages.KEY_STOP_RUNNING, message="KEY_STOP_RUNNING"),
            ]
        takes_letters = answering.takes_letters or self.focused_editor is not None
        helps = helps_of(answering, takes_letters=takes_letters)
        is_first = isinstance(answering.entry, Written) or (self.is_on_sliders and not answering.is_over)
        return (*(check if is_first else ()), *helps)

    def check(self) -> None:
        """Answer with the sliders as they stand."""
        self._respond("")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "do":
                return self.can(str(parameters[0]))
            case "stop_running":
                return self._is_running
            case "sure":
                return self._answering is not None and self._answering.held is not None
        return True

    @property
    def _is_running(self) -> bool:
        """Whether a program is being run and judged."""
        answering = self._answering
        return answering is not None and answering.is_waiting and answering.question.RUNS_PROGRAMS

    def can(self, name: str) -> bool:
        """Return whether the learner can be helped in this way now."""
        return self._answering is not None and any(name == what and self._answering.can(what) for what in LETTERS)

    def action_do(self, name: str) -> None:
        for what in LETTERS:
            if name == what and self._visit is not None and self._answering is not None:
                self._visit.help(self._answering, what)

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        event.stop()
        match event.name:
            case "check":
                self.check()
            case "write":
                for editor in self._editor:
                    editor.focus()
            case "give":
                for editor in self._editor:
                    editor.action_give()
            case "stop_running":
                self.action_stop_running()
            case other if is_how_sure(other):
                self.action_sure(other)
            case other:
                self.action_do(other)

    def action_sure(self, name: str) -> None:
        if self._answering is not None:
            self._answering.say_how_sure(sureness_named(name))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if not self.typed.is_idle:
            self.typed.is_typed_in = False
            self._respond(event.value)

    def on_option_rows_answered(self, event: OptionRows.Answered) -> None:
        event.stop()
        if not self.options.is_idle:
            self._respond(event.response)

    def _is_said(self, response: str) -> bool:
        return self._answering is not None and self._answering.is_said_already(response)

    def _respond(self, response: str) -> None:
        if self._visit is not None and self._answering is not None:
            self._visit.respond(self._answering, response)

    # -- a program is drawn while it is being written ------------------------------------------------------------------

    def on_writing_changed(self, event: Writing.Changed) -> None:
        event.stop()
        if self._visit is not None and self._answering is not None:
            self._visit.write(self._answering, event.source)

    def on_editor_given(self, event: Editor.Given) -> None:
        event.stop()
        self._respond(event.source)

    def on_editor_given_up(self, event: Editor.GivenUp) -> None:
        event.stop()
        self.action_stop_running()

    def action_stop_running(self) -> None:
        if self._answering is not None:
            self._answering.stop()

    def on_editor_stopped(self, event: Editor.Stopped) -> None:
        event.stop()
        self.row.chosen = 0
        if self._answering is not None:
            self._answering.rest()
        (film_on(self.screen, self._answering) or self.row).focus(scroll_visible=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        self._show_letters(event)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        self._show_letters(event)

    def _show_letters(self, event: events.DescendantFocus | events.DescendantBlur) -> None:
        """Where letters belong to a program, no letter is named as a key."""
        if event.widget in self._editor and self._answering is not None:
            self.row.actions = self._actions(self._answering)

    # -- a prediction moves on the chart while it is being made -------------------------------------------------------

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self.typed.is_typed_in = True
        if self._visit is not None and self._answering is not None and self.typed.nudges:
            self._visit.guess(self._answering, event.value)

    def on_entry_nudged(self, event: Entry.Nudged) -> None:
        event.stop()
        asking = self._answering.asking if self._answering is not None else None
        if asking is not None:
            self.typed.value = asking.question.nudged(asking.asked, self.typed.value, event.steps)
            # Whoever types now has another number in mind.
            self.typed.select_all()

    # -- texts --------------------------------------------------------------------------------------------------------

    def _option(self, place: int, option: int, width: int) -> list[list[Segment]]:
        asking = self._answering.asking if self._answering is not None else None
        entry = self._answering.entry if self._answering is not None else None
        if asking is None or not isinstance(entry, Options):
            return []
        look = look_of(self)
        words = entry.row(place, option).in_(look.language)
        return lay_out(words, width, asked_fill(asking.asked, look.language), {}, look.palette)
