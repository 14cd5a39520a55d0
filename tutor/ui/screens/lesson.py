"""A lesson: one step at a time, prose beside its lab where there is room, stacked where not."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.getters import query_one
from textual.widget import Widget

from tutor.course.model import Lesson
from tutor.course.outline import LessonOutline
from tutor.lab import ParameterError, Values
from tutor.learner.progress import StepPlace
from tutor.render.header import Heading
from tutor.render.step import roles_of, visit_fill
from tutor.session.answering import Answering
from tutor.session.lesson import OpenLesson
from tutor.session.session import Session
from tutor.session.sharing import command_for, fitting
from tutor.session.visit import Visit
from tutor.ui import messages
from tutor.ui.keys import bind
from tutor.ui.look import look_of
from tutor.ui.onward import alone, ending_at, onward
from tutor.ui.screens.pointing import PointingScreen
from tutor.ui.screens.sheet import SheetScreen
from tutor.ui.widgets.action_row import ActionRow
from tutor.ui.widgets.key_line import KeyLine
from tutor.ui.widgets.lesson_header import LessonHeader
from tutor.ui.widgets.question import QuestionView
from tutor.ui.widgets.reader import Reader
from tutor.visible import visible

KEEP_EVERY = 1.0
"""Seconds between two looks whether the learner is somewhere else, to be kept in the record."""


class LessonScreen(PointingScreen):
    """One lesson."""

    BINDINGS = [
        bind("b", "app.go_back", "KEY_BACK"),
        bind("tab", "part(1)", "KEY_NEXT_PART"),
        bind("shift+tab", "part(-1)", "KEY_PREVIOUS_PART", shown=False),
        bind("j", "point(1)", "KEY_POINT", display="j k"),
        bind("k", "point(-1)", ""),
        bind("w", "working", "KEY_WORKING"),
        bind("c", "source", "KEY_SOURCE"),
        bind("d", "app.glossary", "KEY_WORDS"),
        bind("n,ctrl+right", "step(1)", "KEY_NEXT_STEP", display="n", shown=False),
        bind("p,ctrl+left", "step(-1)", "KEY_PREVIOUS_STEP", display="p", shown=False),
        bind("f", "alone", "KEY_ALONE"),
        bind("t", "text", "KEY_TEXT"),
        bind("x", "more", "KEY_MORE"),
        bind("o", "points", "KEY_POINTS"),
        bind("i", "own_network", "KEY_OWN_NETWORK", shown=False),
        bind("y", "share", "KEY_SHARE", shown=False),
        bind("m", "bookmark", "KEY_BOOKMARK", shown=False),
        bind("e", "note", "KEY_NOTE", shown=False),
        bind("h", "question('hint')", "KEY_HINT", shown=False),
        bind("a", "question('reveal')", "KEY_REVEAL", shown=False),
        bind("r", "question('again')", "KEY_AGAIN", shown=False),
        bind("escape", "stop_pointing", "KEY_STOP_POINTING"),
        bind("escape", "home", "KEY_HOME"),
    ]

    header = query_one(LessonHeader)

    def __init__(
        self,
        session: Session,
        lesson: Lesson,
        step_id: str,
        *,
        is_active: Callable[[], bool],
        values: Values | None = None,
    ) -> None:
        """Open a lesson at a step; `is_active` says whether a key was pressed lately, `values` how its lab is set."""
        super().__init__()
        self._session = session
        self._is_active = is_active
        self._answered: QuestionView | None = None
        self._settles_later: int | None = None
        self._values = values or {}
        self._awaited: tuple[Visit, Values] | None = None
        """what a lab is to be set to once the guess about it was made"""
        self._has_moved = False
        """whether the learner has chosen a part of the step before all of it was laid out"""
        self._first: Widget | None = None
        """where the focus was put when the step was opened"""
        self.open = OpenLesson(session, lesson, step_id, self)
        self.of_lesson = lesson.id

    @property
    def place(self) -> tuple[StepPlace, int]:
        """The open step, and its number from 0."""
        return StepPlace(self.open.lesson.id, self.open.step.id), self.open.number

    def compose(self) -> ComposeResult:
        yield LessonHeader()
        yield Reader(lambda: self._session.clock() / 1000, len(self.open.step.questions))
        yield KeyLine()

    def on_mount(self) -> None:
        self.on_resize()
        self._show_step()
        most = max(len(step.questions) for step in self.open.lesson.steps)
        self.call_after_refresh(self.reader.questions.make_room, most)
        self.set_interval(KEEP_EVERY, self.keep_position)
        if self._values:
            self.call_after_refresh(self._set_as_wanted)

    def _set_as_wanted(self) -> None:
        try:
            self.set_values(self._values)
        except ParameterError as error:
            words = error.words(language := look_of(self).language)
            text = messages.NO_SUCH_STATE(language, error=visible(words))
            self.app.notify(text, severity="warning", timeout=20, markup=False)

    # -- steps --------------------------------------------------------------------------------------------------------

    def open_step(self, number: int) -> None:
        """Open another step of this lesson, at its top."""
        self.keep_position()
        self.open.open(number)
        self._show_step(scroll=0)

    def _show_step(self, scroll: int | None = None) -> None:
        """Show the open step, scrolled to where it was left unless told otherwise."""
        scroll = self.open.scroll if scroll is None else scroll
        with self.drawn_once():
            self.reader.show(self.open.step, self.open.visit)
            self._show_around()
        self.open.keep(scroll, active=self._is_active())
        self.has_begun, self.is_settling, self._has_moved, self._first = True, True, False, None
        self.call_after_refresh(self._settle, scroll)

    def _settle(self, scroll: int) -> None:
        """Once the step has its height, and before it is seen, go where it was left and to the first thing to do."""
        if not self.is_current:
            # Something lies over the lesson already, and under that nothing is laid out.
            self._settles_later = scroll
            return
        self.reader.scroll_to(y=scroll, animate=False, immediate=True)
        if not self._has_moved:
            self._first = self.reader.focus_first()
        self.call_after_refresh(self.be_seen)

    def on_screen_resume(self) -> None:
        if self._settles_later is not None:
            self.call_after_refresh(self._settle, self._settles_later)
            self._settles_later = None

    def _show_around(self) -> None:
        """Show what stands around the step: the header, its marks, what comes next."""
        self._show_marks()
        self._show_header()
        self._show_next()

    def _show_marks(self) -> None:
        """Show what the learner keeps about the step beside its title."""
        place, _ = self.place
        self.reader.title_line.marks = self._session.marks.signs_on(*place)

    def _show_header(self) -> None:
        lesson, language = self.open.lesson, look_of(self).language
        step = self.open.step.title.in_(language) if self.reader.stage is not None else ""
        title = lesson.title.in_(language)
        self.header.heading = Heading(lesson.number, title, self.open.marks, self.open.number, step)

    def _show_next(self) -> None:
        reader = self.reader
        end = reader.ending.ending = ending_at(self._session, self.open, reader.stage)
        following = self._next_lesson()
        reader.next_row.actions = (
            onward(self.open, following, end, reader.stage, look_of(self).language) if reader.shows_next else ()
        )

    def _next_lesson(self) -> LessonOutline | None:
        lessons, number = self._session.course.lessons, self.open.lesson.number
        return lessons[number] if number < len(lessons) else None

    # -- what becomes of the visit ------------------------------------------------------------------------------------

    def lab_changed(self, visit: Visit) -> None:
        """Show what the lab gives now."""
        if visit is self.open.visit and self.shows_changes:
            self.reader.refresh_lab()
            if isinstance(self.app.screen, SheetScreen):
                self.app.screen.refresh_lab()

    def question_changed(self, visit: Visit, answering: Answering) -> None:
        """Show how far a question has come."""
        if self._awaited is not None and self._awaited[0] is visit and not visit.is_veiled:
            (_, wanted), self._awaited = self._awaited, None
            visit.move(wanted)
        if visit is self.open.visit and self.shows_changes:
            view = self.reader.questions.view_of(answering)
            was_put = view is not None and view.is_put
            self.reader.refresh_question(answering)
            if was_put:
                self._answered = view
            elif self._first is not None and self._first is self.focused and not self._has_moved:
                self._first = self.reader.focus_first()
            self.action_stop_pointing()
            self._show_header()
            self._show_next()

    def sketch_changed(self, visit: Visit, answering: Answering) -> None:
        """Show what a program that is being written gives now."""
        if visit is self.open.visit and self.shows_changes:
            self.reader.refresh_sketch(answering)

    def set_values(self, values: Values) -> None:
        """Set parameters of the open step's lab from outside, as if by hand.

        Raises:
            ParameterError: the lab has no such parameter, or it cannot take the value.
        """
        visit = self.open.visit
        if visit.use is not None:
            wanted = visit.use.lab.check({**visit.values, **fitting(values, visit.use.values)})
            if visit.is_veiled:
                # The guess comes first.
                self._awaited = (visit, wanted)
            visit.move(wanted)

    # -- moving about -------------------------------------------------------------------------------------------------

    def action_part(self, steps: int) -> None:
        parts = self.reader.parts
        at = parts.index(self.focused) if self.focused in parts else 0
        parts[(at + steps) % len(parts)].focus()
        self._has_moved = True

    def action_step(self, steps: int) -> None:
        number = self.open.number + steps
        if 0 <= number < len(self.open.lesson.steps):
            self.open_step(number)
        elif steps > 0:
            lesson = self._next_lesson()
            self.go_to(StepPlace(lesson.id, lesson.steps[0].id) if lesson is not None else None)

    def on_reader_turned(self, event: Reader.Turned) -> None:
        self.action_step(event.steps)

    def on_action_row_pressed(self, event: ActionRow.Pressed) -> None:
        if event.row is not self.reader.next_row:
            return
        match event.name:
            case "go-on":
                self.reader.go_on()
                self._show_next()
            case "alone":
                self._do_alone()
            case "closing":
                self.run_worker(self.run_action("app.closing"))
            case _:
                self.action_step(1)

    def _do_alone(self) -> None:
        if (end := self.reader.ending.ending) is not None and end.task is not None:
            screen = alone(self._session, self.open.lesson, end.task[1])
            self.app.push_screen(screen, lambda place: self.go_to(place) if place is not None else self._show_next())

    def on_lesson_header_step_chosen(self, event: LessonHeader.StepChosen) -> None:
        self.open_step(event.number)

    def action_working(self) -> None:
        self.reader.panel.toggle_working()

    def action_alone(self) -> None:
        self.action_stop_pointing()
        self.reader.toggle_alone()
        self._show_next()

    def action_text(self) -> None:
        from tutor.ui.screens.text import TextScreen

        step, visit, language = self.open.step, self.open.visit, look_of(self).language
        texts = step.title.in_(language), step.prose.in_(language)
        self.app.push_screen(TextScreen(*texts, visit_fill(visit, language), roles_of(visit)))

    def action_more(self) -> None:
        self.app.push_screen(SheetScreen(self.open.visit, lambda: self._session.clock() / 1000))

    def action_points(self) -> None:
        self.reader.panel.put_points()

    def action_own_network(self) -> None:
        from tutor.ui.screens.own_network import OwnNetworkScreen

        self.reader.panel.controls.stop()
        self.app.push_screen(OwnNetworkScreen(self._session, self.open.visit))

    def action_share(self) -> None:
        line = command_for(self.place[0], self.open.visit)
        self.app.copy_to_clipboard(line)
        self.app.notify(messages.SHARED(look_of(self).language, line=line), timeout=20, markup=False)

    def action_source(self) -> None:
        if self.open.visit.use is not None:
            # What colours code takes longer to import than a first paint can spare, as does the editor below.
            from tutor.render.snippet import pages_on
            from tutor.ui.screens.source import SourceScreen

            self.app.push_screen(SourceScreen(pages_on(self.open.visit), self._session.runner))

    def action_bookmark(self) -> None:
        place, _ = self.place
        self._session.tell(self._session.marks.toggle_bookmark(*place))
        self._show_marks()

    def action_note(self) -> None:
        from tutor.ui.screens.note import NoteScreen

        (place, _), title, marks = self.place, self.reader.title_line.title, self._session.marks

        def keep(text: str) -> None:
            self._session.tell(marks.keep_note(*place, text))

        self.app.push_screen(NoteScreen(title, marks.note_on(*place), keep), lambda _: self._show_around())

    def action_home(self) -> None:
        self.go_to(None)

    @property
    def _question(self) -> QuestionView | None:
        """The question that a letter means from outside it: the one answered last, else the first.

        On a stage it is the one that stands open, or the task.
        """
        stage = self.reader.stage
        if stage is not None:
            return self.reader.questions.view_of(stage.open or stage.task)
        views = self.reader.questions.views
        return self._answered if self._answered in views else next(iter(views), None)

    def action_question(self, name: str) -> None:
        if self._question is not None:
            self._question.action_do(name)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        use = self.open.visit.use
        match action:
            case "question":
                return (question := self._question) is not None and question.can(str(parameters[0]))
            case "source":
                return use is not None
            case "point":
                return self.can_point
            case "stop_pointing":
                return self.is_pointing
            case "more":
                return use is not None and bool(use.more) and not self.open.visit.is_veiled
            case "own_network":
                return use is not None and bool(use.trains) and not self.open.visit.is_veiled
            case "points":
                return self.reader.panel.takes_points
            case "share":
                return use is not None and not self.open.visit.is_veiled
            case "alone":
                return self.reader.stage is not None
            case "text":
                return self.reader.stage is not None and self.reader.prose.is_cut
            case "working":
                # Behind an open prediction there is nothing to unfold.
                return self.reader.panel.display and not self.open.visit.is_veiled
        return True

    # -- the screen ---------------------------------------------------------------------------------------------------

    def on_resize(self) -> None:
        was_stage = self.reader.has_class("-stage")
        self.reader.fit()
        if was_stage != self.reader.has_class("-stage"):
            self._show_around()
        # Whether it scrolls is known only once it is laid out.
        self.call_after_refresh(self.refresh_bindings)

    def look_changed(self) -> None:
        super().look_changed()
        self.reader.look_changed()
        self._show_around()

    def let_go(self) -> None:
        super().let_go()
        self.open.let_go()
        self._first = None

    def keep_position(self) -> None:
        """Keep where the learner is, and for how long already, where that has changed."""
        self.open.keep(round(self.reader.scroll_y), active=self._is_active())
