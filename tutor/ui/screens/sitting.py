"""Questions one after the other, away from their lesson: what a review and a check share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.getters import query_one
from textual.widget import AwaitMount

from tutor.course.entry import Sliders
from tutor.course.model import CourseError, LabUse
from tutor.course.questions import Guess, Unreadable
from tutor.figure import Role
from tutor.learner.attempts import During, random_uid
from tutor.learner.schedule import Schedule
from tutor.render.actions import Action
from tutor.render.header import Tally
from tutor.render.room import BESIDE_WIDTH
from tutor.render.text_lines import TextLine
from tutor.session.asking import Asking, Stage
from tutor.session.sitting import Sitting
from tutor.ui import messages
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
from tutor.ui.widgets.text_lines import TextLines

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp


class Sheet(VerticalScroll, can_focus=True):
    """What scrolls: the question, and its lab where it is answered with one. Enter goes on to the question."""

    BINDINGS = [
        bind("enter", "screen.forward", "KEY_CONTINUE"),
        bind("up", "scroll_up", "KEY_SCROLL", display="↑ ↓"),
        bind("down", "scroll_down", ""),
        bind("space,pagedown", "page_down", "KEY_PAGE", shown=False),
        bind("pageup", "page_up", ""),
    ]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("scroll_up", "scroll_down"):
            return self.max_scroll_y > 0
        return super().check_action(action, parameters)


class SittingScreen(TutorScreen):
    """Asks the questions of a sitting. Whoever derives from it says which, and what to say at the end."""

    BINDINGS = [
        bind("tab", "app.focus_next", "KEY_NEXT_PART", shown=False),
        bind("shift+tab", "app.focus_previous", "KEY_PREVIOUS_PART", shown=False),
        bind("k", "skip", "KEY_SKIP"),
        bind("o", "read_step", "KEY_READ_STEP", shown=False),
        bind("escape", "stop", "KEY_STOP"),
    ]

    during: During

    header = query_one(SittingHeader)
    sheet = query_one(Sheet)
    above = query_one("#above", TextLines)
    prose = query_one(ProseView)
    panel = query_one(LabPanel)
    questions = query_one(Questions)
    below = query_one("#below", TextLines)
    next_row = query_one("#next", ActionRow)

    def __init__(self) -> None:
        super().__init__()
        self.sitting: Sitting | None = None

    # -- what a review and a check do in their own way --------------------------------------------------------------

    def chosen_questions(self, schedule: Schedule) -> tuple[str, ...]:
        """Return the ids of the questions to ask, in order."""
        raise NotImplementedError

    def heading(self, language: str) -> str:
        """Return what this sitting is."""
        raise NotImplementedError

    def welcome(self, language: str) -> str:
        """Return what to say above the first question, or ""."""
        raise NotImplementedError

    def ending(self, language: str) -> tuple[TextLine, ...]:
        """Return what to say at the end."""
        raise NotImplementedError

    def actions_at_the_end(self) -> tuple[Action, ...]:
        """Return what can be done at the end."""
        return (Action("home", messages.BACK_TO_HOME, message="KEY_HOME"),)

    # -- the screen -------------------------------------------------------------------------------------------------

    @property
    def tutor(self) -> TutorApp:
        """The app."""
        return cast("TutorApp", self.app)

    def compose(self) -> ComposeResult:
        app = self.tutor
        yield SittingHeader()
        with Sheet():
            yield TextLines(id="above")
            yield ProseView()
            yield Questions()
            yield TextLines(id="below")
            yield ActionRow(id="next")
            # Last, so that on a narrow screen the question stands before the lab that it is about.
            yield LabPanel(lambda: app.clock() / 1000, lambda _: self.prose.refresh_values())
        yield KeyLine()

    def on_mount(self) -> None:
        self.on_resize()
        self._show_header()
        self.run_worker(self._begin(), exclusive=True)

    def on_resize(self) -> None:
        self.panel.lay_out(stacked=self.app.size.width < BESIDE_WIDTH)

    def look_changed(self) -> None:
        super().look_changed()
        self.panel.look_changed()
        for view in self.questions.views:
            view.show_texts()
        self._show_prose()
        self._show_around()

    async def _begin(self) -> None:
        app = self.tutor
        try:
            schedule = await app.reviews.load()
        except CourseError as error:
            self.notify(str(error), severity="error", timeout=30)
            self.dismiss()
            return
        self.sitting = Sitting(
            schedule.course,
            self.chosen_questions(schedule),
            self.during,
            attempts=lambda: app.store.attempts(app.course.id),
            clock=app.clock,
            new_uid=random_uid,
        )
        self._show_question()

    # -- showing ----------------------------------------------------------------------------------------------------

    def _show_question(self) -> None:
        """Show the present question, or the end."""
        sitting = self.sitting
        if sitting is None:
            return
        asking = sitting.asking
        with self.app.batch_update():
            self._show_lab()
            self._show_prose()
            shown = self.questions.show([asking] if asking is not None else [])
            self._show_around()
        self.sheet.scroll_home(animate=False)
        self.run_worker(self._focus(shown), exclusive=True, group="focus")

    def _show_lab(self) -> None:
        """Show the lab where the question is answered with its sliders, or is a prediction of what it will show."""
        asking = self.sitting.asking if self.sitting is not None else None
        use = self._lab_of(asking) if asking is not None else None
        if asking is None or use is None:
            self.panel.show(None, {})
            return
        question = asking.question
        veiled = question.single_try and asking.stage is Stage.OPEN
        self.panel.show(
            use,
            use.values,
            veiled=veiled,
            answer=question.withheld,
            guesses=_guesses(None if veiled else question.guess(asking.asked, asking.response)),
        )

    def _show_prose(self) -> None:
        """Show the text of the step above a prediction: it is what the guess is made from, and gives nothing away."""
        sitting = self.sitting
        asking = sitting.asking if sitting is not None else None
        self.prose.display = asking is not None and asking.question.single_try
        if sitting is not None and sitting.place is not None and self.prose.display:
            _, step = sitting.place
            self.prose.show(step.prose.in_(look_of(self).language), self.panel.fill, {})

    def _lab_of(self, asking: Asking) -> LabUse | None:
        question = asking.question
        values = question.lab.check(asking.asked.values) if question.lab is not None else {}  # type: ignore[arg-type]
        entry = question.entry(asking.asked)
        if isinstance(entry, Sliders) and question.lab is not None:
            return LabUse(question.lab, values, show=entry.show)
        if question.single_try and self.sitting is not None and self.sitting.place is not None:
            _, step = self.sitting.place
            is_same = step.lab is not None and question.lab is not None and step.lab.lab.name == question.lab.name
            return replace(step.lab, values=values) if is_same and step.lab is not None else step.lab
        return None

    def _show_around(self) -> None:
        """Show what stands around the question: where it comes from, how the sitting goes, what can be done."""
        sitting = self.sitting
        if sitting is None:
            return
        language = look_of(self).language
        self._show_header()
        if sitting.place is None or sitting.asking is None:
            self.above.texts = self.ending(language)
            self.below.texts = ()
            self.next_row.actions = self.actions_at_the_end()
            return
        lesson, step = sitting.place
        where = f"{lesson.number} · {lesson.title.in_(language)} · {step.title.in_(language)}"
        welcome = () if sitting.results or not self.welcome(language) else (TextLine(self.welcome(language)),)
        blank = (TextLine(""),)
        self.above.texts = (*welcome, *(blank if welcome else ()), TextLine(where, Role.QUIET), *blank)
        self.below.texts = (TextLine(messages.RETURNS(language), Role.QUIET), *blank) if sitting.may_return else ()
        answered = sitting.asking.tries > 0
        onward = messages.NEXT_QUESTION if sitting.left > 1 or sitting.may_return else messages.FINISH
        actions = [Action("next", onward, message="KEY_NEXT_QUESTION")] if answered else []
        self.next_row.actions = (*actions, *self.ways_round(answered=answered))

    def ways_round(self, *, answered: bool) -> tuple[Action, ...]:
        """Return what can be done instead of answering."""
        return () if answered else (Action("skip", messages.SKIP, "k", "KEY_SKIP"),)

    def _show_header(self) -> None:
        language = look_of(self).language
        results = self.sitting.results if self.sitting is not None else {}
        right = sum(results.values())
        left = self.sitting.left if self.sitting is not None else 0
        self.header.tally = Tally(self.heading(language), right, len(results) - right, left)

    async def _focus(self, shown: AwaitMount) -> None:
        """Once the question is there, put the focus on the first thing to do."""
        await shown
        self.call_after_refresh(self._focus_first)

    def _focus_first(self) -> None:
        """Put the focus on the text to be read, where it does not fit the screen, else where the answer is given."""
        view = self._view
        if self.prose.display and self.sheet.max_scroll_y > 0:
            self.sheet.focus(scroll_visible=False)
        elif view is not None and view.asking.question.ON_SLIDERS:
            self.panel.controls.focus(scroll_visible=False)
        else:
            self.action_forward()

    def action_forward(self) -> None:
        """Put the focus where the answer is given, or at the end on what is next."""
        if self._view is None or not self._view.focus_entry():
            self.next_row.focus(scroll_visible=False)

    @property
    def _view(self) -> QuestionView | None:
        """The present question on screen: the one before may still be on its way out, so it is the last."""
        return self.questions.views[-1] if self.questions.views else None

    # -- answering --------------------------------------------------------------------------------------------------

    def on_question_view_responded(self, event: QuestionView.Responded) -> None:
        sitting = self.sitting
        if sitting is None or sitting.asking is None:
            return
        response = event.response
        entry = sitting.asking.question.entry(sitting.asking.asked)
        if isinstance(entry, Sliders):
            response = entry.response(self.panel.values)
        attempt = sitting.respond(response, look_of(self).language)
        if isinstance(attempt, Unreadable):
            event.view.put(sitting.asking, refused=attempt.say)
            return
        self.tutor.record(attempt)
        self._put(event.view)

    def on_question_view_asked(self, event: QuestionView.Asked) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        match event.what:
            case "hint":
                sitting.hint()
            case "reveal":
                self.tutor.record(sitting.reveal())
            case "again":
                sitting.again()
                self._show_question()
                return
        self._put(event.view)

    def on_question_view_guessing(self, event: QuestionView.Guessing) -> None:
        asking = event.view.asking
        if not asking.is_over:
            self.panel.put_guesses(_guesses(event.guess))

    def _put(self, view: QuestionView) -> None:
        """Show how far the question has come."""
        asking = self.sitting.asking if self.sitting is not None else None
        if asking is None:
            return
        was_over = view.asking.is_over
        view.put(asking)
        if asking.is_over and asking.question.single_try:
            self._show_lab()
            self.prose.refresh_values()
        self._show_around()
        if asking.is_over and not was_over:
            self.call_after_refresh(self._focus_next)
        elif not asking.is_over and not asking.question.ON_SLIDERS:
            view.focus_entry()

    def _focus_next(self) -> None:
        """Put the focus on what comes next; the explanation stays in view."""
        self.next_row.focus(scroll_visible=False)
        self.sheet.scroll_to(y=max(self.next_row.virtual_region.bottom - self.sheet.size.height + 1, 0), animate=False)

    # -- going on ---------------------------------------------------------------------------------------------------

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        match event.name:
            case "next" | "skip":
                self.action_skip()
            case "home":
                self.dismiss()
            case other:
                self.run_worker(self.run_action(other))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        if action in ("skip", "read_step"):
            return self.sitting is not None and self.sitting.asking is not None
        return True

    def action_skip(self) -> None:
        """Go on to the next question."""
        if self.sitting is not None and self.sitting.asking is not None:
            self.sitting.go_on()
            self.after_leaving()

    def after_leaving(self) -> None:
        """Show the question that is present now."""
        self._show_question()
        self.refresh_bindings()

    def action_read_step(self) -> None:
        """Leave for the step that asks this question."""
        if self.sitting is not None and self.sitting.place is not None:
            lesson, step = self.sitting.place
            app = self.tutor
            self.dismiss()
            app.call_later(app.open_lesson, lesson.id, step.id)

    def action_stop(self) -> None:
        self.dismiss()


def _guesses(guess: Guess | None) -> tuple[Guess, ...]:
    return (guess,) if guess is not None else ()
