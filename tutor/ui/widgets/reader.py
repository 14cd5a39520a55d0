"""A step as it is read and worked through: its title, its text, its lab, its questions, and what comes next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.getters import query_one
from textual.message import Message
from textual.widget import AwaitMount, Widget

from tutor.course.questions import Guess
from tutor.figure import Role
from tutor.lab import Values
from tutor.render.room import BESIDE_WIDTH
from tutor.session.asking import Asking
from tutor.session.visit import OpenLesson
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.controls import Controls
from tutor.ui.widgets.lab_panel import LabPanel
from tutor.ui.widgets.prose import ProseView
from tutor.ui.widgets.question import QuestionView
from tutor.ui.widgets.questions import Questions
from tutor.ui.widgets.step_title import StepTitle


class Reader(VerticalScroll, can_focus=True):
    """One step. It scrolls, Enter goes on to the next thing to do, and what is said to an answer stays in view."""

    BINDINGS = [
        bind("enter", "forward", "KEY_CONTINUE"),
        bind("up", "scroll_up", "KEY_SCROLL", display="↑ ↓"),
        bind("down", "scroll_down", ""),
        bind("space,pagedown", "page_down", "KEY_PAGE", shown=False),
        bind("pageup", "page_up", ""),
        bind("right", "turn(1)", "KEY_TURN", display="← →", shown=False),
        bind("left", "turn(-1)", ""),
    ]

    title_line = query_one(StepTitle)
    prose = query_one(ProseView)
    panel = query_one(LabPanel)
    questions = query_one(Questions)
    next_row = query_one("#next", ActionRow)

    @dataclass
    class Turned(Message):
        """Another step is wanted: the next (1) or the one before (-1)."""

        steps: int

    def __init__(self, clock: Callable[[], float], moved: Callable[[Values], None]) -> None:
        """Make a reader without a step.

        `clock` gives seconds; `moved` is called with the lab's values when its controls have given a new result.
        """
        super().__init__()
        self._clock = clock
        self._moved = moved

    def compose(self) -> ComposeResult:
        yield StepTitle()
        yield ProseView()
        yield LabPanel(self._clock, self._lab_moved)
        yield Questions()
        yield ActionRow(id="next")

    # -- what it shows ------------------------------------------------------------------------------------------------

    def show(self, here: OpenLesson) -> AwaitMount:
        """Show the open step; what is returned is done when its questions are there."""
        self.show_lab(here)
        self.show_texts(here)
        return self.questions.show([here.asking(question) for question in here.step.questions])

    def show_lab(self, here: OpenLesson) -> None:
        """Show the lab of the open step, veiled while a prediction about it is open."""
        prediction = here.open_prediction
        self.panel.show(
            here.step.lab,
            here.values,
            veiled=prediction is not None,
            answer=prediction.question.withheld if prediction is not None else "",
            guesses=here.guesses,
        )

    def show_texts(self, here: OpenLesson) -> None:
        """Say title and text of the open step in the app's present language."""
        language = look_of(self).language
        self.title_line.title = here.step.title.in_(language)
        self.prose.show(here.step.prose.in_(language), self.panel.fill, self._roles())

    def _roles(self) -> dict[str, Role]:
        use, result = self.panel.use, self.panel.result
        if use is None or result is None:
            return {}
        roles = {name: readout.role for name, readout in result.readouts.items() if readout.role is not Role.QUIET}
        return roles | {name: parameter.role for name, parameter in use.lab.parameters.items()}

    def _lab_moved(self, values: Values) -> None:
        self._moved(values)
        self.prose.refresh_values()
        for view in self.questions.views:
            view.sliders_moved()

    def put_guess(self, here: OpenLesson, asking: Asking, guess: Guess | None) -> None:
        """Show a guess on the drawings while it is being typed."""
        if here.open_prediction is asking:
            self.panel.put_guesses((*here.guesses, *((guess,) if guess is not None else ())))

    def put(self, here: OpenLesson, view: QuestionView, asking: Asking, *, opened: bool) -> None:
        """Show how far a question has come; `opened` says that a prediction has just opened the lab."""
        was_over = view.asking.is_over
        view.put(asking)
        if opened:
            self.show_lab(here)
            self.show_texts(here)
        if asking.is_over and not was_over:
            self._focus_after(opened=opened)
        elif not asking.is_over:
            view.focus_entry()
        # What is said takes its room at the next layout, and only then can it be brought into view.
        self.call_after_refresh(self.call_after_refresh, self._keep_in_view, view)

    def _focus_after(self, *, opened: bool) -> None:
        """After an answer: to the sliders that it opened, to the next open question, else to what comes next."""
        following = self.questions.first_open()
        if opened and self.panel.controls.focusable and not self.is_stacked:
            self.panel.controls.focus()
        elif following is not None:
            following.focus_entry()
        else:
            self.next_row.focus(scroll_visible=False)

    def _keep_in_view(self, view: QuestionView) -> None:
        """Scroll so that all that was said to a response can be seen, from the prompt on where there is room."""
        top = self.questions.virtual_region.y + view.virtual_region.y
        bottom = top + view.virtual_region.height
        if self.next_row.has_focus:
            bottom = self.next_row.virtual_region.bottom
        self.scroll_to(y=min(max(self.scroll_y, bottom + 1 - self.size.height), top), animate=False)

    # -- moving about ---------------------------------------------------------------------------------------------

    @property
    def parts(self) -> list[Widget]:
        """What can take the focus, in reading order."""
        return [self, *(widget for widget in self.screen.focus_chain if widget is not self)]

    def focus_first(self) -> None:
        """Put the focus on the first thing to do where all fits the screen, else on the text, to read first."""
        parts = self.parts
        first = self if self.max_scroll_y > 0 or len(parts) < 2 else parts[1]
        first.focus(scroll_visible=False)

    def action_forward(self) -> None:
        """Go on: to the first open question, else to the lab's controls the first time, else to what comes next."""
        following = self.questions.first_open()
        to_set = following is None or following.asking.question.ON_SLIDERS
        if to_set and self.has_focus and self.panel.controls.focusable and self.panel.display:
            self.panel.controls.focus()
        elif following is not None:
            following.focus_entry()
        else:
            self.next_row.focus()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Where prose and lab share a column, bring the drawings into view together with their controls."""
        if isinstance(event.widget, Controls):
            panel = self.panel.virtual_region
            bottom = panel.y + self.panel.controls.virtual_region.bottom
            top = min(panel.y, bottom)
            if self.is_stacked and not self.scroll_y <= top <= bottom <= self.scroll_y + self.size.height:
                self.scroll_to(y=max(top, bottom - self.size.height + 1), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("scroll_up", "scroll_down", "page_up", "page_down"):
            return self.max_scroll_y > 0
        if action == "turn":
            # From inside an entry or a slider, an arrow too many must not leave the step.
            return self.has_focus
        return super().check_action(action, parameters)

    def action_turn(self, steps: int) -> None:
        self.post_message(self.Turned(steps))

    # -- the screen it is on ----------------------------------------------------------------------------------------

    @property
    def is_stacked(self) -> bool:
        """Whether prose and lab share one column."""
        return self.app.size.width < BESIDE_WIDTH

    def fit(self) -> None:
        """Fit the lab to the size of the screen."""
        self.panel.lay_out(stacked=self.is_stacked)

    def look_changed(self, here: OpenLesson) -> None:
        """Say everything in the app's present language."""
        self.show_texts(here)
        self.panel.look_changed()
        for view in self.questions.views:
            view.show_texts()
