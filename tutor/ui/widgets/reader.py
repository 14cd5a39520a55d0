"""A step as it is read and worked through: its title, its text, its lab, its questions, and what comes next."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult
from textual.getters import query_one
from textual.message import Message
from textual.widget import Widget

from tutor.course.model import Step
from tutor.dataclass import dataclass
from tutor.render.room import BESIDE_WIDTH, Room
from tutor.render.stage import task_sayings
from tutor.render.step import roles_of, visit_fill
from tutor.session.answering import Answering
from tutor.session.stage import Stage
from tutor.session.visit import Visit
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.ending import EndingLines
from tutor.ui.widgets.lab_panel import LabPanel
from tutor.ui.widgets.prose import ProseView
from tutor.ui.widgets.question import QuestionView
from tutor.ui.widgets.questions import Questions
from tutor.ui.widgets.said import Said
from tutor.ui.widgets.sketch_view import FilmControls, film_on
from tutor.ui.widgets.stack import Page
from tutor.ui.widgets.step_title import StepTitle


class Reader(Page):
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
    task_line = query_one("#task", Said)
    questions = query_one(Questions)
    ending = query_one(EndingLines)
    next_row = query_one("#next", ActionRow)

    @dataclass
    class Turned(Message):
        """Another step is wanted: the next (1) or the one before (-1)."""

        steps: int

    def __init__(self, clock: Callable[[], float], questions: int) -> None:
        """Make a reader without a step, with room for so many questions; `clock` gives seconds."""
        super().__init__()
        self._clock = clock
        self._questions = questions
        self._visit: Visit | None = None
        self._was_veiled = False
        self._had_result = False
        self._can_check = False
        self._stage: Stage | None = None
        self._is_alone = False
        """whether a stage shows its picture and nothing else"""

    def compose(self) -> ComposeResult:
        yield StepTitle()
        yield ProseView(points=True)
        yield Said(id="task")
        yield LabPanel(self._clock)
        yield Questions(self._questions, self._clock)
        yield EndingLines()
        yield ActionRow(id="next")

    # -- what it shows ------------------------------------------------------------------------------------------------

    def show(self, step: Step, visit: Visit) -> None:
        """Show a step and the visit to it."""
        self._step, self._visit, self._was_veiled = step, visit, visit.is_veiled
        self._stage, self._is_alone = Stage(visit) if step.is_stage else None, False
        self._fit_panel()
        self.panel.show(visit)
        self._show_texts()
        self.questions.show(visit)
        self.show_stage()

    def _show_texts(self) -> None:
        """Say title and text of the open step in the app's present language."""
        visit = self._visit
        if visit is not None:
            self._had_result = visit.result is not None
            language = look_of(self).language
            self.title_line.title = self._step.title.in_(language)
            self.prose.show(self._step.prose.in_(language), visit_fill(visit, language), roles_of(visit))

    def refresh_lab(self) -> None:
        """Show what has become of the lab: chart, readouts and text in one frame."""
        if self._stage is not None:
            self._stage.moved()
            self.show_stage()
        self.panel.refresh_lab()
        if self.panel.moves_with(self.screen.focused) and not self.panel.controls.playing:
            self._show_lab()
        if self._can_check != (self._to_check is not None):
            self._can_check = not self._can_check
            self.refresh_bindings()
        if self._had_result:
            self.prose.refresh_values()
        else:
            # A lab that runs elsewhere gives its first result later: only now are the values known, and their colours.
            self._show_texts()

    def refresh_sketch(self, answering: Answering) -> None:
        """Show what a program that is being written gives now."""
        self.panel.show_sketch()
        view = self.questions.view_of(answering)
        if view is not None:
            view.show_sketch()

    def refresh_question(self, answering: Answering) -> None:
        """Show how far a question has come, and put the focus on what comes next."""
        visit, view = self._visit, self.questions.view_of(answering)
        if visit is None or view is None:
            return
        is_opened = self._was_veiled and not visit.is_veiled
        if self._was_veiled != visit.is_veiled:
            self._was_veiled = visit.is_veiled
            self.panel.show(visit)
            self._show_texts()
        before, was_put = view.was_over, view.is_put
        view.refresh_question()
        self.panel.show_sketch()
        self.show_stage()
        if answering.is_outdated or answering.is_recalled or not was_put:
            # The sliders were moved: that is where the learner is. Or its numbers have come only now, or what was said
            # to it long ago, and the learner is somewhere else by now.
            return
        if answering.is_waiting and answering.share is not None:
            # A long program is a little further: that draws nobody back to it.
            return
        if answering.is_over and not before:
            self._focus_after(visit, answering, is_opened=is_opened)
        elif not answering.is_over:
            self._focus_on(view)
        # What is said takes its room at the next layout, and only then can it be brought into view.
        after_layout = self.screen.call_after_refresh
        after_layout(after_layout, self._keep_in_view, view, is_opened, True)

    def _focus_on(self, view: QuestionView) -> None:
        """Put the focus where a question is answered: the sliders, where they answer it."""
        if view.is_on_sliders and self.panel.controls.focusable:
            self.panel.controls.focus(scroll_visible=False)
        else:
            view.focus_entry()

    def _focus_after(self, visit: Visit, answering: Answering, *, is_opened: bool) -> None:
        """After an answer: to the lab or film that it opened, to the next open question, else to what comes next."""
        if self.stage is not None:
            self.next_row.focus()
            return
        film = film_on(self.screen, answering)
        following = self.questions.view_of(visit.first_open)
        if is_opened and self.panel.controls.focusable:
            self.panel.controls.focus(scroll_visible=False)
        elif is_opened and self.panel.display and self.is_stacked:
            # What comes next would take the truth out of sight before it was seen.
            self.focus(scroll_visible=False)
        elif film is not None:
            film.focus(scroll_visible=False)
            if look_of(self).moves_unasked:
                film.play()
        elif following is not None:
            following.focus_entry()
        else:
            self.next_row.focus(scroll_visible=False)

    def _keep_in_view(self, view: QuestionView, is_opened: bool, is_answered: bool = False) -> None:
        """Scroll so that all that was said to a response can be seen, from the prompt on where there is room.

        With a program and its picture there may be none, and then what was just said comes first.
        Where that shares a column with a lab that was opened by it, the lab comes first: there the truth stands, and
        the guess beside it.
        """
        if self.stage is not None:
            return
        top = self.questions.virtual_region.y + view.virtual_region.y
        bottom = top + view.virtual_region.height
        if self.next_row.has_focus:
            bottom = self.next_row.virtual_region.bottom
        if isinstance(film := self.screen.focused, FilmControls) and view.is_written_in(film):
            # What is watched is to be seen, with all that was said.
            top += view.rows_above_picture
        elif is_answered and view.is_written:
            said = view.below.virtual_region
            top += max(0, min(said.bottom, said.y + self.size.height) - self.size.height)
        if is_opened and self.is_stacked and self.panel.display:
            top = self.panel.virtual_region.y
        y = min(max(self.scroll_y, bottom + 1 - self.size.height), top)
        if not is_answered and (editor := view.focused_editor) is not None:
            y = self.with_cursor(y, editor)
        self.scroll_to(y=y, animate=False)

    # -- moving about ---------------------------------------------------------------------------------------------

    @property
    def parts(self) -> list[Widget]:
        """What can take the focus, in reading order."""
        return [self, *(widget for widget in self.screen.focus_chain if widget is not self)]

    def focus_first(self) -> Widget:
        """Put the focus on the first thing to do where all fits the screen, else on the text, to read first.

        A program is read about first as well: an editor takes every letter. Returns what has the focus then.
        """
        if self.stage is not None:
            return self._focus_on_stage(self.stage)
        parts = self.parts
        # The editor itself comes a moment later than the rest, and takes its room then.
        has_program = self._visit is not None and self._visit.writing is not None
        first = self if self.max_scroll_y > 0 or has_program or len(parts) < 2 else parts[1]
        self.screen.set_focus(first, scroll_visible=False)
        return first

    def action_forward(self) -> None:
        """Go on: to the first open question, else to the lab's controls the first time, else to what comes next."""
        following = self.questions.view_of(self._visit.first_open) if self._visit is not None else None
        to_set = following is None or following.is_on_sliders
        to_check = self._to_check
        if to_check is not None:
            to_check.check()
        elif self.stage is not None and self.stage.can_go_on:
            self.go_on()
        elif self.stage is not None:
            self._focus_on_stage(self.stage)
        elif to_set and self.has_focus and self.panel.controls.focusable and self.panel.display:
            self.panel.controls.focus()
        elif following is not None:
            following.focus_entry()
        else:
            self.next_row.focus()

    @property
    def _to_check(self) -> QuestionView | None:
        """The question that Enter answers from the sliders, once they were moved."""
        if self._visit is None or not self.panel.moves_with(self.screen.focused):
            return None
        return self.questions.view_of(self._visit.set_answering)

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        return "KEY_CHECK" if action == "forward" and self._to_check is not None else ""

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if self.panel.moves_with(event.widget):
            self._show_lab()
        self.show_written(event.widget)

    def show_written(self, widget: Widget | None) -> None:
        """Where a program is written or watched in `widget`, keep it in view: the picture belongs to what is typed."""
        for view in self.questions.views:
            if view.is_written_in(widget):
                self.call_after_refresh(self._keep_in_view, view, False)

    def _show_lab(self) -> None:
        """Where prose and lab share a column, bring the drawings into view together with their controls."""
        panel = self.panel.virtual_region
        bottom = panel.y + self.panel.controls.virtual_region.bottom
        top = min(panel.y, bottom)
        if (
            self.is_stacked
            and self.stage is None
            and not self.scroll_y <= top <= bottom <= self.scroll_y + self.size.height
        ):
            self.scroll_to(y=max(top, bottom - self.size.height + 1), animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("scroll_up", "scroll_down", "page_up", "page_down"):
            return self.max_scroll_y > 0
        if action == "forward" and self.stage is not None and self.panel.controls.has_focus:
            # While the task is open, it is moved first.
            return self._to_check is not None or self.stage.is_done
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
        if isinstance(film := self.screen.focused, FilmControls):
            # It may be in another column now.
            self.call_after_refresh(self._focus_film, film.answering)
        self._fit_panel()
        self.show_stage()
        for view in self.questions.views:
            view.fit()
        self.show_written(self.screen.focused)

    def _focus_film(self, answering: Answering | None) -> None:
        film = film_on(self.screen, answering)
        if film is not None:
            film.focus(scroll_visible=False)

    def _fit_panel(self) -> None:
        self.panel.lay_out(stacked=self.is_stacked and self.stage is None, stage=self.stage is not None)

    # -- a stage ------------------------------------------------------------------------------------------------------

    @property
    def _room(self) -> Room:
        return Room(*self.app.size)

    @property
    def stage(self) -> Stage | None:
        """What stands under the picture of a stage; None where the step is none, or the screen too small for one."""
        return self._stage if self._room.holds_stages else None

    def show_stage(self) -> None:
        """Show what belongs on a stage now: the question, or the controls and the task. Elsewhere all is shown."""
        stage, visit = self.stage, self._visit
        is_alone = stage is not None and self._is_alone
        if visit is None or (stage is None and not self.has_class("-stage")):
            return
        if self.has_class("-stage") != (stage is not None):
            # Styled at once, so that the layout to come is the only one.
            self.set_class(stage is not None, "-stage", update=False)
            self.app.stylesheet.update(self)
        self.prose.shorten(self._room.stage_text if stage is not None else 0)
        self.prose.display = not is_alone
        self.questions.let_prompts_be_elsewhere(stage is not None)
        if stage is None:
            self.task_line.sayings = ()
            self.panel.hands.display = True
            self.questions.show(visit)
            return
        self.task_line.sayings = () if is_alone else task_sayings(stage.task, visit.moves, look_of(self).language)
        self.panel.hands.display = stage.is_played
        self.questions.open_only(None if is_alone else stage.open)

    @property
    def shows_next(self) -> bool:
        """Whether there is room for the line to what comes next: on a stage, once all was read or is done."""
        return self.stage is None or self.stage.can_go_on or (self.stage.is_done and not self._is_alone)

    def go_on(self) -> None:
        """On a stage, go on from what was said to an answer."""
        if self.stage is not None:
            self.stage.go_on()
            self.show_stage()
            self.call_after_refresh(self._focus_on_stage, self.stage)

    def _focus_on_stage(self, stage: Stage) -> Widget:
        """Put the focus on what there is to do on a stage, and return what has it then."""
        view = self.questions.view_of(stage.open)
        if view is not None and not stage.is_played and view.focus_entry():
            return self.screen.focused or self
        controls, onward = self.panel.controls, self.next_row
        parts: tuple[Widget, ...] = (controls, onward) if not controls.has_focus else (onward, controls)
        first = next((one for one in parts if one.focusable and one.display), self)
        self.screen.set_focus(first, scroll_visible=False)
        return first

    def toggle_alone(self) -> None:
        """Show the picture of a stage and nothing else, or all of it again."""
        self._is_alone = not self._is_alone
        self.show_stage()

    def look_changed(self) -> None:
        """Say everything in the app's present language."""
        self._show_texts()
        self.show_stage()
        self.panel.look_changed()
        for view in self.questions.views:
            view.look_changed()
