"""A sitting: questions asked one after the other away from their lessons, in a review or in a check. No screen here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from tutor.course.model import Course, Lesson, Step
from tutor.course.questions import Unreadable
from tutor.learner.attempts import Attempt, Clock, During, NewUid
from tutor.learner.review import ReviewSession
from tutor.session.asking import Asking, begin


class Sitting:
    """The questions of one sitting, the present one first; it may be stopped at any time."""

    def __init__(
        self,
        course: Course,
        questions: Iterable[str],
        during: During,
        *,
        attempts: Callable[[], Sequence[Attempt]],
        clock: Clock,
        new_uid: NewUid,
    ) -> None:
        """Begin a sitting. `attempts` gives what the record holds, so that every asking brings new numbers."""
        self.course = course
        self.during = during
        self._places = {question.id: (lesson, step, question) for lesson, step, question in course.all_questions()}
        self._session = ReviewSession(tuple(name for name in questions if name in self._places))
        self._attempts = attempts
        self._clock = clock
        self._new_uid = new_uid
        self._first_right: bool | None = None
        self._asking: Asking | None = None
        self._ask()

    # -- what there is to see ---------------------------------------------------------------------------------------

    @property
    def asking(self) -> Asking | None:
        """How far the present question has come; None at the end."""
        return self._asking

    @property
    def place(self) -> tuple[Lesson, Step] | None:
        """The lesson and the step that ask the present question; None at the end."""
        if self._session.question is None:
            return None
        lesson, step, _ = self._places[self._session.question]
        return lesson, step

    @property
    def left(self) -> int:
        """How many questions are left, the present one among them."""
        return len(self._session.queue)

    @property
    def results(self) -> dict[str, bool]:
        """Of each question answered so far, whether its first response was right."""
        found = dict(self._session.results)
        if self._first_right is not None and self._session.question is not None:
            found.setdefault(self._session.question, self._first_right)
        return found

    @property
    def may_return(self) -> bool:
        """Whether the present question was answered wrong and will come again in this sitting."""
        return self._first_right is False and self.during is During.REVIEW

    # -- what the learner does --------------------------------------------------------------------------------------

    def respond(self, response: str, language: str) -> Attempt | Unreadable:
        """Take a response to the present question; return the attempt to record."""
        answered = self._present().respond(response, language, self._clock())
        if isinstance(answered, Unreadable):
            return answered
        self._asking, attempt = answered
        if self._first_right is None:
            self._first_right = attempt.right
        return attempt

    def reveal(self) -> Attempt:
        """Show the answer of the present question; return the attempt to record."""
        self._asking, attempt = self._present().reveal(self._clock())
        return attempt

    def hint(self) -> None:
        """Show one more hint."""
        self._asking = self._present().hint()

    def again(self) -> None:
        """Ask the present question afresh, with the next numbers."""
        self._asking = self._present().try_again(self._clock())

    def go_on(self) -> None:
        """Go on to the next question. One that was not answered is skipped: it stays as it was."""
        # A check looks once; what was missed is for the lesson.
        self._leave(returns=self.during is During.REVIEW)

    def put_off(self) -> None:
        """Go on to the next question; this one does not return in this sitting, however it was answered."""
        self._leave(returns=False)

    def _leave(self, *, returns: bool) -> None:
        if self._first_right is None:
            self._session = self._session.skipped()
        else:
            self._session = self._session.answered(right=self._first_right, returns=returns)
        self._ask()

    def _ask(self) -> None:
        self._first_right = None
        name = self._session.question
        if name is None:
            self._asking = None
            return
        lesson, _, question = self._places[name]
        self._asking = begin(
            question,
            self._attempts(),
            course=self.course.id,
            lesson=lesson.id,
            during=self.during,
            new_uid=self._new_uid,
            now=self._clock(),
        )

    def _present(self) -> Asking:
        if self._asking is None:
            raise ValueError("the sitting has ended")
        return self._asking
