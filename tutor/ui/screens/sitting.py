"""A sitting: questions one after the other, away from their steps. A review and testing out share it."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.getters import query_one

from tutor.learner.progress import StepPlace
from tutor.render.days import date_words
from tutor.render.messages import SNOOZED
from tutor.render.room import BESIDE_WIDTH
from tutor.render.sitting import above, actions, below, tally
from tutor.render.step import visit_fill
from tutor.session.answering import Answering
from tutor.session.session import Session
from tutor.session.sitting import Review, Sitting, TestOut
from tutor.session.visit import Visit, Watcher
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lab_panel import LabPanel
from tutor.ui.widgets.prose import ProseView
from tutor.ui.widgets.question import QuestionView
from tutor.ui.widgets.questions import Questions
from tutor.ui.widgets.sitting_header import SittingHeader
from tutor.ui.widgets.stack import Page
from tutor.ui.widgets.text_lines import TextLines


class Sheet(Page):
    """What scrolls: the question, and its lab where it is answered with one. Enter goes on to the question."""

    BINDINGS = [
        bind("enter", "screen.forward", "KEY_CONTINUE"),
        bind("up", "scroll_up", "KEY_SCROLL", display="↑ ↓"),
        bind("down", "scroll_down", ""),
        bind("space,pagedown", "page_down", "KEY_PAGE", shown=False),
        bind("pageup", "page_up", ""),
    ]

    def message_of(self, action: str) -> str:
        """Return the name of the message that says what `action` does here and now, or ""."""
        screen = self.screen
        checks = isinstance(screen, SittingScreen) and screen.can_check
        return "KEY_CHECK" if action == "screen.forward" and checks else ""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("scroll_up", "scroll_down"):
            return self.max_scroll_y > 0
        return super().check_action(action, parameters)


class SittingScreen(TutorScreen):
    """Shows a sitting, question by question, and its end."""

    BINDINGS = [
        bind("tab", "part(1)", "KEY_NEXT_PART", shown=False),
        bind("shift+tab", "part(-1)", "KEY_PREVIOUS_PART", shown=False),
        bind("k", "skip", "KEY_SKIP"),
        bind("z", "snooze", "KEY_SNOOZE"),
        bind("o", "read_step", "KEY_READ_STEP", shown=False),
        bind("m", "length", "KEY_LENGTH", shown=False),
        bind("escape", "stop", "KEY_STOP"),
    ]

    header = query_one(SittingHeader)
    sheet = query_one(Sheet)
    above = query_one("#above", TextLines)
    prose = query_one(ProseView)
    panel = query_one(LabPanel)
    questions = query_one(Questions)
    below = query_one("#below", TextLines)
    next_row = query_one("#next", ActionRow)

    def __init__(self, session: Session, begin: Callable[[Watcher], Sitting]) -> None:
        """Show the sitting that `begin` makes, which tells this screen what comes of it."""
        super().__init__()
        self._session = session
        self._could_check = False
        self._lab: tuple[object, ...] = ()
        """what decides about the lab on screen: whether it is veiled, and where it starts"""
        self.sitting = begin(self)

    def compose(self) -> ComposeResult:
        yield SittingHeader()
        with Sheet():
            yield TextLines(id="above")
            yield ProseView()
            yield Questions(1, self._now)
            yield TextLines(id="below")
            yield ActionRow(id="next")
            # Last, so that on a narrow screen the question stands before the lab that it is about.
            yield LabPanel(self._now)
        yield KeyLine()

    def _now(self) -> float:
        """Return the time in seconds."""
        return self._session.clock() / 1000

    def on_mount(self) -> None:
        self.on_resize()
        self._show_question()

    def on_resize(self) -> None:
        self.panel.lay_out(stacked=self.app.size.width < BESIDE_WIDTH)
        for view in self.questions.views:
            view.fit()

    def look_changed(self) -> None:
        super().look_changed()
        self.panel.look_changed()
        for view in self.questions.views:
            view.look_changed()
        self._show_prose()
        self._show_around()

    # -- showing ------------------------------------------------------------------------------------------------------

    def _show_question(self) -> None:
        """Show the present question, or the end."""
        visit = self.sitting.visit
        self.has_begun = self.is_settling = True
        with self.drawn_once():
            self._show_lab()
            self.questions.show(visit)
            self._show_around()
        self.sheet.scroll_home(animate=False)
        self.call_after_refresh(self._focus_first)

    def _show_lab(self) -> None:
        self._lab = _lab_of(self.sitting.visit)
        self.panel.show(self.sitting.visit)
        self._show_prose()

    def _show_prose(self) -> None:
        """Show the text of the step above a prediction: it is what the guess is made from, and gives nothing away."""
        sitting = self.sitting
        visit, answering, place = sitting.visit, sitting.answering, sitting.place
        self.prose.display = answering is not None and answering.question.single_try
        if visit is not None and place is not None and self.prose.display:
            language = look_of(self).language
            self.prose.show(place[1].prose.in_(language), visit_fill(visit, language), {})

    def _show_around(self) -> None:
        """Show what stands around the question: where it comes from, how the sitting goes, what can be done."""
        language = look_of(self).language
        self.header.tally = tally(self.sitting, language)
        self.above.texts = above(self.sitting, language)
        self.below.texts = below(self.sitting, language)
        self.next_row.actions = actions(self.sitting)

    def _focus_first(self) -> None:
        """Put the focus on the text to be read, where it does not fit the screen, else where the answer is given."""
        view = self._view
        if self.prose.display and self.sheet.max_scroll_y > 0:
            self.set_focus(self.sheet, scroll_visible=False)
        elif view is not None and view.is_on_sliders:
            self.set_focus(self.panel.controls, scroll_visible=False)
        else:
            self.action_forward()
        self.be_seen()

    def action_part(self, steps: int) -> None:
        """Put the focus on the next part; sliders that answer the question come before it, as in its lesson."""
        parts = list(self.focus_chain)
        if self.panel.controls in parts and self._view is not None and self._view.is_on_sliders:
            parts.remove(self.panel.controls)
            parts.insert(1, self.panel.controls)
        at = parts.index(self.focused) if self.focused in parts else 0
        parts[(at + steps) % len(parts)].focus()

    @property
    def can_check(self) -> bool:
        """Whether Enter answers from the sliders, once they were moved."""
        visit = self.sitting.visit
        return self.panel.moves_with(self.focused) and visit is not None and visit.set_answering is not None

    def action_forward(self) -> None:
        """Answer with the sliders as they were moved; else put the focus where the answer is given, or what is next."""
        if self.can_check and self._view is not None:
            self._view.check()
        elif self._view is None or not self._view.focus_entry():
            self.next_row.focus(scroll_visible=False)

    @property
    def _view(self) -> QuestionView | None:
        return self.questions.view_of(self.sitting.answering)

    # -- what becomes of the visit ------------------------------------------------------------------------------------

    def lab_changed(self, visit: Visit) -> None:
        """Show what the lab gives now."""
        if visit is self.sitting.visit and self.shows_changes:
            self.panel.refresh_lab()
            self.prose.refresh_values()
            if self._could_check != self.can_check:
                self._could_check = self.can_check
                self.refresh_bindings()

    def sketch_changed(self, visit: Visit, answering: Answering) -> None:  # noqa: ARG002
        """Show what the program that is being written gives now."""
        if visit is self.sitting.visit and self.shows_changes:
            self.panel.show_sketch()
            if self._view is not None:
                self._view.show_sketch()

    def question_changed(self, visit: Visit, answering: Answering) -> None:
        """Show how far the question has come."""
        if visit is not self.sitting.visit or not self.shows_changes:
            return
        view = self._view
        if view is None:
            return
        before = view.was_over
        if self._lab != _lab_of(visit):
            self._show_lab()
        view.refresh_question()
        self.panel.show_sketch()
        self._show_around()
        self.refresh_bindings()
        if answering.is_over and not before:
            self.call_after_refresh(self._focus_next)
        elif not answering.is_over and view.is_on_sliders and not answering.is_outdated:
            self.panel.controls.focus(scroll_visible=False)
        elif not answering.is_over and not view.is_on_sliders:
            view.focus_entry()

    def _focus_next(self) -> None:
        """Put the focus on what comes next; the explanation stays in view."""
        self.next_row.focus(scroll_visible=False)
        self.sheet.scroll_to(y=max(self.next_row.virtual_region.bottom - self.sheet.size.height + 1, 0), animate=False)

    # -- going on -----------------------------------------------------------------------------------------------------

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        match event.name:
            case "next":
                self.action_skip()
            case "home":
                self.dismiss()
            case "another" if isinstance(self.sitting, Review):
                self.sitting.begin_another()
                self._after_leaving()
            case other:
                self.run_worker(self.run_action(other))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        match action:
            case "skip" | "read_step":
                return self.sitting.answering is not None
            case "snooze":
                return isinstance(self.sitting, Review) and self.sitting.answering is not None
            case "length":
                return isinstance(self.sitting, Review) and self.sitting.may_change_length
        return True

    def action_skip(self) -> None:
        """Go on to the next question."""
        if self.sitting.answering is not None:
            self.sitting.go_on()
            self._after_leaving()

    def action_snooze(self) -> None:
        """Put the question off for a week."""
        if isinstance(self.sitting, Review) and (until := self.sitting.snooze()) is not None:
            language = look_of(self).language
            self.notify(SNOOZED(language, day=date_words(until, language)))
            self._after_leaving()

    def action_length(self) -> None:
        """Take another number of minutes for it."""
        if isinstance(self.sitting, Review):
            self.sitting.change_length()
            self._after_leaving()

    def _after_leaving(self) -> None:
        self._show_question()
        self.refresh_bindings()

    def action_read_step(self) -> None:
        """Leave for the step that asks this question."""
        if self.sitting.place is not None:
            lesson, step = self.sitting.place
            self.dismiss(StepPlace(lesson.id, step.id))

    def action_open_lesson(self) -> None:
        """Leave for the lesson, at the first step that was missed."""
        if isinstance(self.sitting, TestOut):
            self.dismiss(self.sitting.first_missed)

    def action_practise(self) -> None:
        """Leave for a practice."""
        self.post_message(self.Practise(self))

    def action_stop(self) -> None:
        self.dismiss()


def _lab_of(visit: Visit | None) -> tuple[object, ...]:
    if visit is None or visit.use is None:
        return ()
    return visit.is_veiled, visit.use.lab.name, dict(visit.use.values)
