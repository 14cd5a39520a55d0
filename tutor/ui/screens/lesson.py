"""A lesson: one step at a time, prose beside its lab where there is room, stacked where not."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.getters import query_one
from textual.widget import AwaitMount

from tutor.course.entry import Sliders
from tutor.course.outline import LessonOutline
from tutor.course.questions import Unreadable
from tutor.lab import Values
from tutor.learner.attempts import random_uid
from tutor.render.actions import Action
from tutor.render.header import Heading
from tutor.render.messages import NEXT_STEP
from tutor.session.asking import Asking
from tutor.session.presence import Stay
from tutor.session.visit import OpenLesson
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.screens.base import TutorScreen
from tutor.ui.screens.source import SourceScreen
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lab_panel import LabPanel
from tutor.ui.widgets.lesson_header import LessonHeader
from tutor.ui.widgets.question import QuestionView
from tutor.ui.widgets.reader import Reader

if TYPE_CHECKING:
    from tutor.ui.app import TutorApp

KEEP_EVERY = 1.0
"""Seconds between two looks whether the learner is somewhere else, to be kept in the record."""


class LessonScreen(TutorScreen):
    """One lesson."""

    BINDINGS = [
        bind("tab", "part(1)", "KEY_NEXT_PART"),
        bind("shift+tab", "part(-1)", "KEY_PREVIOUS_PART", shown=False),
        bind("w", "working", "KEY_WORKING"),
        bind("c", "source", "KEY_SOURCE"),
        bind("n,ctrl+right", "step(1)", "KEY_NEXT_STEP", display="n", shown=False),
        bind("p,ctrl+left", "step(-1)", "KEY_PREVIOUS_STEP", display="p", shown=False),
        bind("m", "bookmark", "KEY_BOOKMARK", shown=False),
        bind("e", "note", "KEY_NOTE", shown=False),
        bind("h", "question('hint')", "KEY_HINT", shown=False),
        bind("a", "question('reveal')", "KEY_REVEAL", shown=False),
        bind("r", "question('again')", "KEY_AGAIN", shown=False),
        bind("escape", "home", "KEY_HOME"),
    ]

    reader = query_one(Reader)
    header = query_one(LessonHeader)
    panel = query_one(LabPanel)

    def __init__(self, outline: LessonOutline, step_id: str) -> None:
        super().__init__()
        self._outline = outline
        self._step_id = step_id
        self._open: OpenLesson | None = None
        self._answered: QuestionView | None = None
        self._kept: tuple[object, ...] = ()
        self._stay = Stay("", "", "", "", 0)

    @property
    def tutor(self) -> TutorApp:
        """The app."""
        return cast("TutorApp", self.app)

    @property
    def visit(self) -> OpenLesson | None:
        """The visit, once what computes is loaded."""
        return self._open

    @property
    def place(self) -> tuple[str, str, int]:
        """The lesson, the open step, and its number from 0."""
        here = self._open
        if here is None:
            return self._outline.id, self._step_id, 0
        return self._outline.id, here.step.id, here.number

    def compose(self) -> ComposeResult:
        app = self.tutor
        yield LessonHeader()
        yield Reader(lambda: app.clock() / 1000, self._lab_moved)
        yield KeyLine()

    def on_mount(self) -> None:
        self.reader.focus()
        self.on_resize()
        self.run_worker(self._begin(), exclusive=True)

    async def _begin(self) -> None:
        app = self.tutor
        if app.engine.loaded(self._outline.id) is None:
            self._show_skeleton()
        lesson = await app.engine.lesson(self._outline.id)
        here = OpenLesson(
            app.course.id,
            lesson,
            app.store.attempts(app.course.id),
            app.store.positions(app.course.id),
            new_uid=random_uid,
            now=app.clock(),
            language=app.look.language,
        )
        self._open = here
        self.open_step(lesson.step_index(self._step_id) or 0, from_before=True)
        self.set_interval(KEEP_EVERY, self.keep_position)

    def _show_skeleton(self) -> None:
        """Show the frame of the step: what is known of it before anything is loaded that computes."""
        outline, language = self._outline, look_of(self).language
        ids = [step.id for step in outline.steps]
        number = ids.index(self._step_id) if self._step_id in ids else 0
        marks = tuple("unseen" for _ in ids)
        self.header.heading = Heading(outline.number, outline.title.in_(language), marks, number)
        self.reader.title_line.title = outline.steps[number].title.in_(language)

    # -- steps ----------------------------------------------------------------------------------------------------

    def open_step(self, number: int, *, from_before: bool = False) -> None:
        """Open a step of this lesson; `from_before` scrolls it to where it was left."""
        here = self._open
        if here is None:
            return
        if not from_before:
            self.keep_position()
        here.number = number
        self._stay = Stay(random_uid(), self.tutor.course.id, here.lesson.id, here.step.id, self.tutor.clock())
        with self.app.batch_update():
            mounted = self.reader.show(here)
            self._show_around()
        scroll = here.scroll if from_before else 0
        self.reader.scroll_to(y=scroll, animate=False)
        self.keep_position(scroll)
        self._show_header()
        self.run_worker(self._arrive(mounted, scroll), group="arrive", exclusive=True)

    async def _arrive(self, mounted: AwaitMount, scroll: int) -> None:
        """Once the questions are there to be scrolled to, go where the step was left and to the first thing to do."""
        await mounted
        self.call_after_refresh(self._settle, scroll)

    def _settle(self, scroll: int) -> None:
        self.reader.scroll_to(y=scroll, animate=False)
        self.reader.focus_first()
        # Whether it scrolls is known only now.
        self.refresh_bindings()

    def _show_around(self) -> None:
        """Show what stands around the step: the header, its marks, what comes next."""
        self._show_marks()
        self._show_header()
        self._show_next()

    def _show_marks(self) -> None:
        """Show what the learner keeps about the step beside its title."""
        lesson, step, _ = self.place
        self.reader.title_line.marks = self.tutor.marks.signs_on(lesson, step)

    def _show_header(self) -> None:
        here = self._open
        if here is None:
            return
        marks = tuple(
            "unseen" if step.id not in here.visited else "done" if here.is_done(step) else "visited"
            for step in here.lesson.steps
        )
        lesson = here.lesson
        self.header.heading = Heading(lesson.number, lesson.title.in_(look_of(self).language), marks, here.number)

    def _show_next(self) -> None:
        here = self._open
        if here is None:
            return
        language = look_of(self).language
        if here.number + 1 < len(here.lesson.steps):
            words = NEXT_STEP(language, title=here.lesson.steps[here.number + 1].title.in_(language))
        elif (lesson := self._next_lesson()) is not None:
            words = messages.NEXT_LESSON(language, title=lesson.title.in_(language))
        else:
            words = messages.BACK_HOME(language)
        self.reader.next_row.actions = (Action("next", words, message="KEY_NEXT_STEP"),)

    def _next_lesson(self) -> LessonOutline | None:
        lessons = self.tutor.course.lessons
        return lessons[self._outline.number] if self._outline.number < len(lessons) else None

    def _lab_moved(self, values: Values) -> None:
        if self._open is not None:
            self._open.set_values(values)

    def set_values(self, values: Values) -> None:
        """Set parameters of the open step's lab from outside, as if by hand."""
        if self._open is not None and self.panel.use is not None:
            self._open.set_values(self.panel.use.lab.check({**self.panel.values, **values}))
            self.reader.show_lab(self._open)
            self.reader.show_texts(self._open)

    # -- questions ------------------------------------------------------------------------------------------------

    def on_question_view_responded(self, event: QuestionView.Responded) -> None:
        asking = event.view.asking
        response = event.response
        entry = asking.question.entry(asking.asked)
        if isinstance(entry, Sliders):
            response = entry.response(self.panel.values)
        answered = asking.respond(response, look_of(self).language, self.tutor.clock())
        if isinstance(answered, Unreadable):
            event.view.put(asking, refused=answered.say)
            return
        after, attempt = answered
        self.tutor.record(attempt)
        self._put(event.view, after)

    def on_question_view_asked(self, event: QuestionView.Asked) -> None:
        asking, now = event.view.asking, self.tutor.clock()
        match event.what:
            case "hint":
                self._put(event.view, asking.hint())
            case "again":
                self._put(event.view, asking.try_again(now))
            case "reveal":
                after, attempt = asking.reveal(now)
                self.tutor.record(attempt)
                entry = asking.question.entry(asking.asked)
                if isinstance(entry, Sliders):
                    # The answer is a setting: show it where it can be seen at work.
                    self.set_values(entry.example)
                self._put(event.view, after)

    def on_question_view_guessing(self, event: QuestionView.Guessing) -> None:
        if self._open is not None:
            self.reader.put_guess(self._open, event.view.asking, event.guess)

    def _put(self, view: QuestionView, asking: Asking) -> None:
        """Take note of how far a question has come, and show it."""
        here = self._open
        if here is None:
            return
        self._answered = view
        was_veiled = here.open_prediction is not None
        here.put(asking)
        if was_veiled and asking.is_over:
            # The lab opens where the guess was made, so that the truth is there to be seen.
            here.set_values(self.panel.values)
        self.reader.put(here, view, asking, opened=was_veiled and asking.is_over)
        self._show_header()

    # -- moving about ---------------------------------------------------------------------------------------------

    def action_part(self, steps: int) -> None:
        parts = self.reader.parts
        at = parts.index(self.focused) if self.focused in parts else 0
        parts[(at + steps) % len(parts)].focus()

    def action_step(self, steps: int) -> None:
        here = self._open
        if here is None:
            return
        number = here.number + steps
        if 0 <= number < len(here.lesson.steps):
            self.open_step(number)
        elif steps > 0:
            self._on_past_the_end()

    def _on_past_the_end(self) -> None:
        self.keep_position()
        lesson = self._next_lesson()
        if lesson is not None:
            self.tutor.open_lesson(lesson.id, lesson.steps[0].id)
        else:
            self.action_home()

    def on_reader_turned(self, event: Reader.Turned) -> None:
        self.action_step(event.steps)

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        if event.row is self.reader.next_row:
            self.action_step(1)

    def on_lesson_header_step_chosen(self, event: LessonHeader.StepChosen) -> None:
        self.open_step(event.number)

    def action_working(self) -> None:
        self.panel.toggle_working()

    def action_source(self) -> None:
        if self.panel.use is not None:
            self.app.push_screen(SourceScreen(self.panel.use.lab))

    def action_bookmark(self) -> None:
        lesson, step, _ = self.place
        self.tutor.tell(self.tutor.marks.toggle_bookmark(lesson, step))
        self._show_marks()

    def action_note(self) -> None:
        # The editor takes longer to import than a first paint can spare.
        from tutor.ui.screens.note import NoteScreen

        lesson, step, _ = self.place
        app = self.tutor
        self.app.push_screen(
            NoteScreen(
                self.reader.title_line.title,
                app.marks.note_on(lesson, step),
                lambda text: app.tell(app.marks.keep_note(lesson, step, text)),
            ),
            lambda _: self._show_marks(),
        )

    def action_home(self) -> None:
        self.keep_position()
        self.dismiss()

    @property
    def _question(self) -> QuestionView | None:
        """The question that a letter means from outside it: the one answered last, else the first."""
        views = self.reader.questions.views
        return self._answered if self._answered in views else next(iter(views), None)

    def action_question(self, name: str) -> None:
        if self._question is not None:
            self._question.action_do(name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        match action:
            case "question":
                return self._question is not None and self._question.can(str(parameters[0]))
            case "source":
                return self._open is not None and self._open.step.lab is not None
            case "working":
                # Behind an open prediction there is nothing to unfold.
                return self._open is not None and self.panel.display and self._open.open_prediction is None
        return True

    # -- the screen -----------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        self.reader.fit()

    def look_changed(self) -> None:
        super().look_changed()
        if self._open is not None:
            self.reader.look_changed(self._open)
            self._show_around()

    def keep_position(self, scroll: int | None = None) -> None:
        """Keep where the learner is, and for how long already, where that has changed.

        `scroll` is where a step just opened is going to: the text is not there yet to be scrolled.
        """
        here = self._open
        if here is None:
            return
        now = self.tutor.clock()
        scroll = round(self.reader.scroll_y) if scroll is None else scroll
        place = (here.step.id, dict(here.values), scroll)
        if place != self._kept:
            self._kept = place
            self.tutor.keep_position(here.position(scroll, now))
        visit = self._stay.at(now, active=self.tutor.is_active)
        if visit is not None:
            self.tutor.keep_visit(visit)
