"""One question being asked: which numbers, which tries, which hints, and when it is over. No screen is involved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from tutor.course.questions import Asked, Feedback, Question, Unreadable, Words
from tutor.learner.attempts import Attempt, During, NewUid, rounds

LONGEST_SECONDS = 600.0
"""More than this for one response, and the learner was elsewhere: the time is cut to it."""


class Stage(StrEnum):
    """How far the asking of a question has come."""

    OPEN = "open"
    RIGHT = "right"
    PREDICTED = "predicted"
    """a guess was made, right or wrong: there is one only"""
    REVEALED = "revealed"
    MISSED = "missed"
    """answered wrong in a check, where the first response counts"""


@dataclass(frozen=True, eq=False)
class Asking:
    """A question put to a learner, from the first look at it until it is over. Begin with `begin` or `resume`."""

    asked: Asked
    course: str
    lesson: str
    during: During
    new_uid: NewUid
    since: int
    """when it was asked, or last answered; milliseconds since 1970, UTC"""
    stage: Stage = Stage.OPEN
    tries: int = 0
    """how many responses were given to these numbers"""
    hints_shown: int = 0
    response: str = ""
    """the last response, as the learner gave it; a prediction stays on the chart by it"""
    feedback: Feedback | None = None
    """what was said to the last response"""

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self.asked.question

    @property
    def is_over(self) -> bool:
        """Whether no more response is taken."""
        return self.stage is not Stage.OPEN

    @property
    def hints(self) -> tuple[Words, ...]:
        """The hints shown so far."""
        return self.question.hints[: self.hints_shown]

    @property
    def can_hint(self) -> bool:
        """Whether there is another hint to show. A check asks what one knows without any."""
        return not self.is_over and self.during is not During.TEST_OUT and self.hints_shown < len(self.question.hints)

    @property
    def can_reveal(self) -> bool:
        """Whether the answer may be shown: after at least one honest response."""
        return not self.is_over and self.tries > 0

    @property
    def can_try_again(self) -> bool:
        """Whether it may be asked afresh: not what has been predicted and shown, nor in a check what was missed."""
        return self.tries > 0 and self.stage not in (Stage.PREDICTED, Stage.MISSED)

    def respond(self, response: str, language: str, now: int) -> tuple[Asking, Attempt] | Unreadable:
        """Return what comes of a response: the asking from here on and the attempt to record.

        A response that cannot be read as an answer costs nothing: it comes back as `Unreadable`.

        Raises:
            ValueError: the question is over.
        """
        if self.is_over:
            raise ValueError(f"{self.question.id} is over: {self.stage}")
        feedback = self.asked.grade(response, language)
        if isinstance(feedback, Unreadable):
            return feedback
        attempt = self._attempt(now, response=response, right=feedback.right, mistake=feedback.mistake)
        return self._after(attempt, feedback), attempt

    def reveal(self, now: int) -> tuple[Asking, Attempt]:
        """Show the answer: return the asking from here on and the attempt to record.

        Raises:
            ValueError: there was no honest response yet, or the question is over.
        """
        if not self.can_reveal:
            raise ValueError(f"{self.question.id} cannot be revealed after {self.tries} tries, {self.stage}")
        attempt = self._attempt(now, response="", right=False, revealed=True)
        return self._after(attempt, self.feedback), attempt

    def hint(self) -> Asking:
        """Return the asking with one more hint shown, where there is one."""
        return replace(self, hints_shown=self.hints_shown + 1) if self.can_hint else self

    def try_again(self, now: int) -> Asking:
        """Return the question asked afresh, with the next numbers.

        Raises:
            ValueError: it was not answered yet, was a prediction, or was missed in a check.
        """
        if not self.can_try_again:
            raise ValueError(f"{self.question.id} cannot be asked again after {self.tries} tries, {self.stage}")
        asked = self.question.ask(self.asked.variant + 1)
        return Asking(asked, self.course, self.lesson, self.during, self.new_uid, now)

    def _attempt(self, now: int, *, response: str, right: bool, mistake: str = "", revealed: bool = False) -> Attempt:
        return Attempt(
            uid=self.new_uid(),
            course=self.course,
            lesson=self.lesson,
            question=self.question.id,
            kind=self.question.kind,
            revision=self.question.revision,
            variant=self.asked.variant,
            response=response,
            right=right,
            at=now,
            # The clock may have been set back in between.
            seconds=min(max((now - self.since) / 1000, 0.0), LONGEST_SECONDS),
            mistake=mistake,
            hints=self.hints_shown,
            revealed=revealed,
            during=self.during,
        )

    def _after(self, attempt: Attempt, feedback: Feedback | None) -> Asking:
        """Return the asking after an attempt, the one just made or one of long ago."""
        if attempt.revealed:
            return replace(self, stage=Stage.REVEALED, since=attempt.at)
        stage = Stage.OPEN
        if self.question.single_try:
            stage = Stage.PREDICTED
        elif attempt.right:
            stage = Stage.RIGHT
        elif self.during is During.TEST_OUT:
            stage = Stage.MISSED
        return replace(
            self,
            stage=stage,
            since=attempt.at,
            tries=self.tries + 1,
            hints_shown=max(self.hints_shown, attempt.hints),
            response=attempt.response,
            feedback=feedback,
        )


def begin(
    question: Question,
    attempts: Sequence[Attempt],
    *,
    course: str,
    lesson: str,
    during: During,
    new_uid: NewUid,
    now: int,
) -> Asking:
    """Return the question asked afresh, with the numbers that come after those of the last attempt at it.

    `attempts` are the learner's attempts in the order in which they were made, under the question's present id or a
    former one; those at other questions are left out.
    """
    names = (question.id, *question.was)
    earlier = [attempt for attempt in attempts if attempt.question in names]
    variant = earlier[-1].variant + 1 if earlier else 0
    return Asking(question.ask(variant), course, lesson, during, new_uid, now)


def resume(
    question: Question,
    attempts: Sequence[Attempt],
    *,
    course: str,
    lesson: str,
    new_uid: NewUid,
    now: int,
    language: str,
) -> Asking:
    """Return the question as a lesson shows it to someone who comes back: with the same numbers and what was answered.

    Only attempts during lessons, at the question as it is graded now, are taken up; with none, it is asked afresh.
    """
    names = (question.id, *question.was)
    mine = [
        attempt
        for attempt in attempts
        if attempt.question in names and attempt.revision == question.revision and attempt.during is During.LESSON
    ]
    asking = begin(question, attempts, course=course, lesson=lesson, during=During.LESSON, new_uid=new_uid, now=now)
    last_round = _last_round(mine)
    if not last_round:
        return asking
    asking = replace(asking, asked=question.ask(last_round[0].variant))
    for attempt in last_round:
        asking = asking._after(attempt, asking.feedback if attempt.revealed else _feedback(asking, attempt, language))
    return replace(asking, since=now)


def _last_round(attempts: Sequence[Attempt]) -> list[Attempt]:
    found = rounds(attempts)
    return found[-1] if found else []


def _feedback(asking: Asking, attempt: Attempt, language: str) -> Feedback:
    """Return what is to be said to a response of long ago. Its grade stays what it was."""
    said = asking.asked.grade(attempt.response, language)
    if isinstance(said, Unreadable) or said.right != attempt.right:
        return Feedback(attempt.right, mistake=attempt.mistake)
    return said
