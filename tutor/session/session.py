"""A session: one learner in one course. Every front is handed one; it holds what lessons and sittings share."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cached_property
from threading import RLock
from typing import TYPE_CHECKING

from tutor.course.finding import CourseError
from tutor.course.outline import LessonOutline, Outline
from tutor.learner.attempts import Attempt, Clock, NewUid, latest_right, random_uid
from tutor.learner.days import Calendar
from tutor.learner.notices import StoreNotice
from tutor.learner.places import Position, Visit
from tutor.learner.progress import Progress, StepPlace, next_place, outline_of, progress_of
from tutor.learner.store import Store
from tutor.namedtuple import NamedTuple
from tutor.remembered import forget
from tutor.session.marks import Marks

if TYPE_CHECKING:
    from tutor.course.glossary import Term
    from tutor.course.model import Course, Lesson, Step
    from tutor.course.questions import Question
    from tutor.learner.schedule import Schedule
    from tutor.session.runner import Runner

# What reads, asks and grades is imported when the first lesson is opened: the course map waits for none of it.

SURE_SETTING = "sure"
"""The setting that says whether to ask how sure one is of a prediction: "off" for not."""
FRONT_SETTING = "front"
"""The setting that says what opens by itself: "plain" for the dialogue line by line, else the full screen."""


class Written(NamedTuple):
    """An exercise, and what the learner has written for it."""

    lesson: Lesson
    step: Step
    question: Question
    source: str
    """what was right last; "" where nothing was yet"""


class Session:
    """One learner in one course. Nothing is shared with another session of the process."""

    def __init__(
        self,
        course: Outline,
        store: Store,
        *,
        clock: Clock,
        language: str,
        runner: Callable[[], Runner],
        tell: Callable[[StoreNotice], None],
        calendar: Calendar | None = None,
        new_uid: NewUid = random_uid,
        loaded: Course | None = None,
    ) -> None:
        """Begin a session.

        `clock` gives milliseconds since 1970, UTC; `calendar` says which day that is, by default in local time. `tell`
        is called with trouble with the record. `runner` makes what runs labs, for the first lesson. `loaded` is the
        course where it is loaded already.
        """
        self.course = course
        self.store = store
        self.clock = clock
        self.calendar = calendar or Calendar()
        self.language = language
        self._make_runner = runner
        self.new_uid = new_uid
        self.marks = Marks(store, course.id)
        self._tell = tell
        self._lessons: dict[str, Lesson] = {lesson.id: lesson for lesson in loaded.lessons} if loaded else {}
        self._whole = loaded
        self._opened = ""
        """the lesson opened last"""
        self._used: dict[str, Question] = {}
        """the questions whose programs others import, as far as they were needed"""
        self._schedule: Schedule | None = None
        self._loading = RLock()
        """held while the whole course is read or its record folded: who wants it too waits for it"""

    @property
    def course_id(self) -> str:
        """The id of the course."""
        return self.course.id

    @cached_property
    def runner(self) -> Runner:
        """What runs the labs and grades responses."""
        return self._make_runner()

    def close(self) -> None:
        """End what runs elsewhere for this session."""
        if "runner" in self.__dict__:
            self.runner.close()

    # -- the content --------------------------------------------------------------------------------------------------

    def lesson(self, lesson_id: str) -> Lesson:
        """Return a lesson to be opened, read from its files the first time. What labs remember of the last one goes.

        Raises:
            CourseError: its files are broken.
            KeyError: there is no such lesson.
        """
        if lesson_id not in self._lessons:
            # Until something needs all of the course, the lesson before is let go: it takes a megabyte.
            self._lessons = {lesson_id: self._read_lesson(lesson_id)}
        if self._opened not in ("", lesson_id):
            # The trainings of a lesson take two megabytes.
            forget("tutor.labs")
        self._opened = lesson_id
        return self._lessons[lesson_id]

    def _read_lesson(self, lesson_id: str) -> Lesson:
        from tutor.course.whole import one_lesson

        return one_lesson(self.course, lesson_id)

    def whole_course(self) -> Course:
        """Return the whole course; what is not loaded yet is read now, which may be done in a thread.

        Raises:
            CourseError: its files are broken.
        """
        from tutor.course.whole import put_together

        with self._loading:
            if self._whole is None:
                self._whole = put_together(self.course, self._lesson_apart, lambda: self.glossary)
                self._lessons = {lesson.id: lesson for lesson in self._whole.lessons}
            return self._whole

    @cached_property
    def glossary(self) -> tuple[Term, ...]:
        """The terms of the course; none where it has no glossary.

        Raises:
            CourseError: its file is broken.
        """
        from tutor.course.whole import all_terms

        return self._whole.glossary if self._whole is not None else all_terms(self.course)

    # -- the record ---------------------------------------------------------------------------------------------------

    def attempts(self) -> Sequence[Attempt]:
        """Return what the learner answered in the course so far, in order."""
        return self.store.attempts(self.course_id)

    def record(self, attempt: Attempt) -> None:
        """Keep an attempt at once."""
        self.tell(self.store.record(attempt))

    def asks_how_sure(self) -> bool:
        """Return whether the learner wants to be asked how sure they are of a prediction."""
        return self.store.settings().get(SURE_SETTING) != "off"

    def mine(self, question: Question) -> str:
        """Return the learner's earlier programs that a response to a question can import; "" for none.

        Where the learner has not written one, its author's stands in.
        """
        if not question.uses:
            return ""
        from tutor.course.questions import programs_used
        from tutor.learner.progress import attempts_on

        try:
            known = self._asked_elsewhere(question.uses)
        except CourseError:
            # What is broken is told where it is opened; without it the program says what it cannot import.
            return ""
        right = latest_right(attempts_on(self.course_id, known.values(), self.attempts()))
        written = {name: made.response for name, made in right.items()}
        return programs_used(question, known, written)

    def _asked_elsewhere(self, names: Collection[str]) -> dict[str, Question]:
        """Return questions by name. The lessons that ask them are read, and let go again: no other is.

        Raises:
            CourseError: the files of one of them are broken.
        """
        for known in self.course.lessons:
            if any(one.id in names and one.id not in self._used for one in known.questions):
                lesson = self._lesson_apart(known.id)
                self._used |= {one.id: one for one in lesson.questions if one.id in names}
        return {name: self._used[name] for name in names if name in self._used}

    def _lesson_apart(self, lesson_id: str) -> Lesson:
        """Return a lesson beside the one that is open.

        Raises:
            CourseError: its files are broken.
        """
        return self._lessons.get(lesson_id) or self._read_lesson(lesson_id)

    def written(self, name: str) -> Written | None:
        """Return the exercise of this id and what the learner has written right for it; None where there is no such
        exercise."""
        from tutor.learner.progress import attempts_on

        try:
            lesson = next((self._lesson_apart(one.id) for one in self.course.lessons if name in _ids(one)), None)
        except CourseError:
            # What is broken is told where it is opened.
            return None
        if lesson is None:
            return None
        for step in lesson.steps:
            for question in step.questions:
                if question.id != name or not question.RUNS_PROGRAMS:
                    continue
                made = latest_right(attempts_on(self.course_id, [question], self.attempts())).get(name)
                return Written(lesson, step, question, made.response if made is not None else "")
        return None

    def draft(self, lesson: str, question: Question) -> str:
        """Return what the learner has written for a question of a lesson so far; "" where that is nothing."""
        return self.store.draft(self.course_id, lesson, (question.id, *question.was))

    def keep_draft(self, lesson: str, question: Question, text: str) -> None:
        """Keep what the learner has written for a question of a lesson."""
        self.tell(self.store.save_draft(self.course_id, lesson, question.id, text))

    def positions(self) -> Sequence[Position]:
        """Return how each step of the course was left."""
        return self.store.positions(self.course_id)

    @property
    def playground(self) -> StepPlace | None:
        """The step where one plays, once the learner has been there; None before, or where the course has none."""
        if self.course.playground is None:
            return None
        place = StepPlace(*self.course.playground)
        has_been = any((one.lesson, one.step) == (place.lesson, place.step) for one in self.positions())
        return place if has_been else None

    def save_position(self, position: Position) -> None:
        """Keep how a step was left."""
        self.tell(self.store.save_position(position))

    def save_visit(self, visit: Visit) -> None:
        """Keep that the learner is, or was, at a step, and for how long."""
        self.tell(self.store.save_visit(visit))

    def tell(self, notice: StoreNotice | None) -> None:
        """Pass on trouble with the record; the lesson goes on."""
        if notice is not None:
            self._tell(notice)

    # -- where the learner is -----------------------------------------------------------------------------------------

    @property
    def schedule(self) -> Schedule | None:
        """The review schedule with every answer in it; None before `make_schedule`."""
        if self._schedule is not None:
            with self._loading:
                self._schedule.refresh()
        return self._schedule

    def make_schedule(self) -> Schedule:
        """Return the review schedule; the first time, the course is loaded and the record folded. Fit for a thread.

        Raises:
            CourseError: the course's files are broken.
        """
        from tutor.learner.schedule import Schedule

        with self._loading:
            schedule = self._schedule or Schedule(
                self.whole_course(), self.store, clock=self.clock, calendar=self.calendar
            )
            schedule.refresh()
            # Not before: to whoever asks meanwhile, it would be half made.
            self._schedule = schedule
            return schedule

    def progress(self) -> Progress:
        """Return what became of the course so far. Questions graded in another way since count once all is loaded."""
        schedule = self.schedule
        attempts = schedule.attempts if schedule is not None else self.store.outcomes(self.course_id)
        return progress_of(outline_of(self.course), attempts, self.store.visited(self.course_id), self.calendar)

    def last_place(self) -> StepPlace | None:
        """Return where the learner was last, as far as the course still has the lesson; None at the first time."""
        position = self.store.position(self.course_id)
        if position is None or self.course.lesson(position.lesson) is None:
            return None
        return StepPlace(position.lesson, position.step)

    def place_left_today(self) -> StepPlace | None:
        """Return where the learner was last, if today; None where they come back after a night, or newly."""
        position, day_of = self.store.position(self.course_id), self.calendar.day
        is_today = position is not None and day_of(position.at) == day_of(self.clock())
        return self.last_place() if is_today else None

    def step_left(self, lesson_id: str) -> str:
        """Return the step at which a lesson was left; "" where it was never opened."""
        position = self.store.position(self.course_id, lesson_id)
        return position.step if position is not None else ""

    def next_place(self, progress: Progress) -> StepPlace | None:
        """Return where "continue" goes."""
        position = self.store.position(self.course_id)
        return next_place(progress, (position.lesson, position.step) if position is not None else None)


def _ids(lesson: LessonOutline) -> set[str]:
    """Return the ids of a lesson's questions."""
    return {question.id for question in lesson.questions}
