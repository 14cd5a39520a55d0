"""A lesson as a dialogue: a step is read, its lab is told, its questions are put one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tutor.course.model import Lesson
from tutor.course.outline import LessonOutline
from tutor.course.prose import Prose, Words
from tutor.lab import ParameterError, Values
from tutor.learner.ending import Ending
from tutor.learner.progress import StepPlace
from tutor.plain import messages
from tutor.plain.commands import Command
from tutor.plain.desk import Desk, Doing
from tutor.plain.lab import LabTalk
from tutor.plain.question import QuestionTalk
from tutor.plain.refusals.why import Here
from tutor.plain.talk import Silent, Talk
from tutor.render.ends.ending import ending_told
from tutor.render.step import visit_fill
from tutor.session.answering import Answering
from tutor.session.ending import ending
from tutor.session.lesson import OpenLesson
from tutor.session.sharing import fitting
from tutor.session.words import folded
from tutor.visible import visible


def keys_in(prose: Prose) -> Iterator[tuple[str, Command]]:
    """Yield the keys of the full screen that a text names, in bold, each with the command that does the same."""
    for one in prose.inlines():
        if isinstance(one, Words) and one.strong and one.points is None:
            command = next((command for command in Command if folded(one.text) in command.keys), None)
            if command is not None:
                yield one.text, command


Go = Callable[[StepPlace | None], None]
"""Goes to a step, or to the map."""


class LessonTalk(Talk):
    """One lesson."""

    def __init__(
        self, desk: Desk, lesson: Lesson, step: str, go: Go, close: Callable[[], None], values: Values | None = None
    ) -> None:
        """Open a lesson at a step; `go` goes elsewhere, `close` to the end of the course.

        `values` is what its lab is to be set to.
        """
        self._desk = desk
        self._go = go
        self._close = close
        self._wanted = values or {}
        self.open = OpenLesson(desk.session, lesson, step, Silent())
        self._skipped: set[Answering] = set()
        self._question: QuestionTalk | None = None
        self._lab = self._lab_here()

    @property
    def place(self) -> StepPlace:
        """The open step."""
        return StepPlace(self.open.lesson.id, self.open.step.id)

    def _lab_here(self) -> LabTalk:
        return LabTalk(self._desk, self.open.visit, self.place)

    # -- a step -------------------------------------------------------------------------------------------------------

    def arrive(self) -> None:
        """Read the open step and put its first open question."""
        desk, opened = self._desk, self.open
        self._lab = self._lab_here()
        self._skipped.clear()
        self._question = None
        self._set_as_wanted()
        desk.voice.part()
        desk.say(
            messages.STEP_HEADING,
            number=opened.lesson.number,
            lesson=opened.lesson.title,
            step=opened.number + 1,
            steps=len(opened.lesson.steps),
            title=opened.step.title,
        )
        self._say_marks()
        desk.voice.part()
        self.read()
        if self._lab.is_shown:
            desk.voice.part()
            self._lab.state()
        self.keep(active=False)
        self._ask_next()

    def _say_marks(self) -> None:
        desk, marks = self._desk, self._desk.session.marks
        if marks.is_bookmarked(*self.place):
            desk.say(messages.IS_BOOKMARKED)
        if note := marks.note_on(*self.place):
            desk.say(messages.YOUR_NOTE, text=visible(note))

    def read(self) -> None:
        """Read the text of the step."""
        desk, prose = self._desk, self.open.step.prose.in_(self._desk.language)
        desk.read(prose, visit_fill(self.open.visit, desk.language))
        keys = [
            messages.NAMED_KEY(desk.language, key=key, word=command.word(desk.language))
            for key, command in keys_in(prose)
        ]
        if keys:
            desk.voice.part()
            desk.say(messages.NAMED_KEYS, keys=", ".join(keys))

    def _set_as_wanted(self) -> None:
        """Set the lab to what was asked for from outside, once the guess about it was made."""
        visit = self.open.visit
        if not self._wanted or visit.use is None or visit.is_veiled:
            return
        wanted, self._wanted = self._wanted, {}
        try:
            self._lab.want(fitting(wanted, visit.use.values))
        except ParameterError as error:
            self._desk.say(messages.NO_SUCH_STATE, error=visible(error.words(self._desk.language)))

    # -- its questions ------------------------------------------------------------------------------------------------

    def _ask_next(self) -> None:
        """Put the next open question, or say what comes after this step."""
        answerings = self.open.visit.answerings
        waiting = (one for one in answerings if not one.is_over and one not in self._skipped)
        following = next(waiting, None)
        if following is None:
            self._question = None
            self._desk.voice.part()
            self._say_next()
            return
        self._ask(following)

    def _ask(self, answering: Answering) -> None:
        answerings = self.open.visit.answerings
        head = ":"
        if len(answerings) > 1:
            head = messages.WHICH_OF(self._desk.language, number=answerings.index(answering) + 1, count=len(answerings))
        self._question = QuestionTalk(self._desk, self.open.visit, answering, self._lab, head)
        self._question.ask()

    def _say_next(self) -> None:
        desk, opened = self._desk, self.open
        left = sum(not one.is_over for one in opened.visit.answerings)
        if left:
            desk.say(messages.LEFT_OPEN, count=left, word=Command.QUESTION.word(desk.language))
        if (end := self.ending) is not None:
            for told in ending_told(end, desk.language, desk.formula, messages.NO_WORDS):
                desk.say(told.words)
            if end.task is not None and not end.is_done:
                desk.say(messages.DO_TASK, word=Command.TASK.word(desk.language))
        if opened.number + 1 < len(opened.lesson.steps):
            desk.say(messages.ENTER_NEXT_STEP, title=opened.lesson.steps[opened.number + 1].title)
        elif (following := self._next_lesson()) is not None:
            desk.say(messages.ENTER_NEXT_LESSON, title=following.title)
        else:
            desk.say(messages.ENTER_CLOSING if self.is_the_end else messages.ENTER_MAP)

    @property
    def is_the_end(self) -> bool:
        """Whether this is the last step of the course, and all of it is answered."""
        opened = self.open
        is_last = opened.number + 1 == len(opened.lesson.steps) and self._next_lesson() is None
        return is_last and opened.visit.first_open is None

    @property
    def ending(self) -> Ending | None:
        """How the lesson ends; None before all of its last step is answered."""
        opened = self.open
        is_last = opened.number + 1 == len(opened.lesson.steps)
        if not is_last or not opened.lesson.questions or opened.visit.first_open is not None:
            return None
        return ending(self._desk.session, opened.lesson)

    def _next_lesson(self) -> LessonOutline | None:
        lessons, number = self._desk.session.course.lessons, self.open.lesson.number
        return lessons[number] if number < len(lessons) else None

    # -- what is typed ------------------------------------------------------------------------------------------------

    @property
    def takes_all(self) -> bool:
        return self._question is not None and self._question.takes_all

    def set(self, line: str) -> bool:
        return self._lab.take(line)

    def take(self, line: str) -> bool:
        question = self._question
        if not line.strip() and not (question is not None and question.is_held):
            self._go_on()
            return True
        was_over = question is not None and question.answering.is_over
        taken = (question is not None and question.take(line)) or (bool(line.strip()) and self._lab.take(line))
        if taken and question is not None and question.answering.is_over and not was_over:
            self._set_as_wanted()
            self._after_question()
        return taken

    def _after_question(self) -> None:
        """Say what Enter does, once a question is over."""
        self._desk.voice.part()
        if any(not one.is_over and one not in self._skipped for one in self.open.visit.answerings):
            self._desk.say(messages.ENTER_QUESTION)
        else:
            self._say_next()

    def _go_on(self) -> None:
        """Go on: to the next question, to the next step. An open question says again how it is answered."""
        question = self._question
        if question is not None and not question.answering.is_over and question.answering.asking is not None:
            question.say_how()
            self._desk.say(messages.OR_SKIP, word=self.typed(Command.NEXT, self._desk.language))
        elif any(not one.is_over and one not in self._skipped for one in self.open.visit.answerings):
            self._ask_next()
        else:
            self._step(1)

    def _skip(self) -> None:
        if self._question is not None and self._question.is_held:
            self.take("")
        elif self._question is not None and not self._question.answering.is_over:
            self._skipped.add(self._question.answering)
            self._ask_next()
        else:
            self._go_on()

    def here(self) -> Here:
        answering = self._question.answering if self._question is not None else None
        return Here(self.open.visit, answering, has_editor=self._desk.edit is not None)

    def say_how(self) -> None:
        if self._question is not None and self._question.answering.asking is not None:
            self._question.say_how()

    def say_slash(self) -> None:
        if self._question is not None:
            self._question.say_slash()

    def leave_question(self) -> bool:
        question = self._question
        if question is None or question.answering.is_over:
            return False
        question.answering.stop()
        question.answering.leave_unsaid()
        self._skipped.add(question.answering)
        self._question = None
        return True

    def _question_again(self) -> None:
        """Put the question that was put last once more, or one that was skipped."""
        if self._question is not None:
            self._question.ask()
            return
        self._skipped.clear()
        answerings = self.open.visit.answerings
        self._ask(next((one for one in answerings if not one.is_over), answerings[-1]))

    def _step(self, steps: int) -> None:
        """Go to another step, or past the ends of the lesson."""
        number = self.open.number + steps
        self.keep(active=True)
        if 0 <= number < len(self.open.lesson.steps):
            self.open.open(number)
            self.arrive()
        elif steps > 0 and self.is_the_end:
            self._close()
        elif steps > 0:
            following = self._next_lesson()
            self._go(StepPlace(following.id, following.steps[0].id) if following is not None else None)
        else:
            self._go(None)

    def doing(self) -> Doing:
        found: dict[Command, Callable[[str], None]] = {
            Command.NEXT: lambda _: self._skip(),
            Command.BACK: lambda _: self._step(-1),
            Command.READ: lambda _: self.read(),
            Command.NOTE: self._note,
            Command.BOOKMARK: lambda _: self._bookmark(),
        }
        if self.open.visit.answerings:
            found[Command.QUESTION] = lambda _: self._question_again()
        found |= self._lab.doing()
        if self._question is not None:
            found |= self._question.doing()
        if self.open.visit.answerings:
            found[Command.QUESTION] = lambda _: self._question_again()
        question = self._question
        for command in (Command.CHECK, Command.ANSWER, Command.RUN, Command.WORKING):
            if command in found and question is not None:
                found[command] = self._then(found[command], question)
        if Command.WORKING not in found and self._lab.is_shown and not self.open.visit.is_veiled:
            found[Command.WORKING] = lambda _: self._workings()
        return found

    def _then(self, do: Callable[[str], None], question: QuestionTalk) -> Callable[[str], None]:
        """Return what can be done, followed by what Enter does once the question is over by it."""

        def done(rest: str) -> None:
            was_over = question.answering.is_over
            do(rest)
            if question.answering.is_over and not was_over:
                self._after_question()

        return done

    def _workings(self) -> None:
        if not self._lab.workings():
            self._desk.say(messages.NOTHING)

    def _note(self, rest: str) -> None:
        """Keep a note on this step; without words say the one that is there."""
        desk, marks = self._desk, self._desk.session.marks
        if rest:
            desk.session.tell(marks.keep_note(*self.place, "" if rest == "-" else rest))
            desk.say(messages.NOTED)
        else:
            note = marks.note_on(*self.place)
            desk.say(messages.YOUR_NOTE if note else messages.NO_NOTE, text=visible(note),
                     word=Command.NOTE.word(desk.language))  # fmt: skip

    def _bookmark(self) -> None:
        desk, marks = self._desk, self._desk.session.marks
        desk.session.tell(marks.toggle_bookmark(*self.place))
        desk.say(messages.IS_BOOKMARKED if marks.is_bookmarked(*self.place) else messages.BOOKMARK_GONE)

    # -- keeping ------------------------------------------------------------------------------------------------------

    def keep(self, *, active: bool) -> None:
        self.open.keep(self.open.scroll, active=active)

    def leave(self) -> None:
        self.open.leave()
