"""One question being asked: which numbers, which tries, which hints, and when it is over. No screen is involved."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from tutor.course.questions import Asked, Feedback, Question, Unreadable, Words
from tutor.learner.attempts import Attempt, During, NewUid, rounds
from tutor.namedtuple import NamedTuple

LONGEST_SECONDS = 600.0
"""More than this for one response, and the learner was elsewhere: the time is cut to it."""


class Phase(StrEnum):
    """How far the asking of a question has come."""

    OPEN = "open"
    RIGHT = "right"
    PREDICTED = "predicted"
    """a guess was made, right or wrong: there is one only"""
    REVEALED = "revealed"
    MISSED = "missed"
    """answered wrong when testing out, where the first response counts"""


class Asking(NamedTuple):
    """A question put to a learner, from the first look at it until it is over."""

    asked: Asked
    course: str
    lesson: str
    during: During
    new_uid: NewUid
    since: int
    """when it was asked, or last answered; milliseconds since 1970, UTC"""
    phase: Phase = Phase.OPEN
    tries: int = 0
    """how many responses were given to these numbers"""
    hints_shown: int = 0
    response: str = ""
    """the last response, as the learner gave it; a prediction stays on the chart by it"""
    feedback: Feedback | None = None
    """what was said to the last response"""
    said_of: Asked | None = None
    """the question with the lab as that speaks of it; None where nothing was said"""
    gap: tuple[str, ...] = ()
    """how the answer is worked out, with a gap, line by line: one of the helps; () where there is none to be had"""
    gap_first: bool = False
    """whether it comes before the hints rather than after them"""
    parts: int = 0
    """how many parts were asked by themselves, which is help too"""

    @property
    def question(self) -> Question:
        """The question that is asked."""
        return self.asked.question

    @property
    def is_over(self) -> bool:
        """Whether no more response is taken."""
        return self.phase is not Phase.OPEN

    @property
    def hints(self) -> tuple[Words, ...]:
        """The hints shown so far."""
        return self.question.hints[: self.hints_shown - bool(self.gap_shown)]

    @property
    def gap_shown(self) -> tuple[str, ...]:
        """The working with a gap, once it is shown."""
        return self.gap if self.hints_shown > self._hints_before_gap else ()

    @property
    def gap_is_next(self) -> bool:
        """Whether the working with a gap is what helps next."""
        return self.can_hint and bool(self.gap) and self.hints_shown == self._hints_before_gap

    @property
    def _hints_before_gap(self) -> int:
        return 0 if self.gap_first else len(self.question.hints)

    @property
    def can_hint(self) -> bool:
        """Whether there is another hint to show, or the working with a gap."""
        return self.may_help and self.hints_shown < len(self.question.hints) + bool(self.gap)

    @property
    def may_help(self) -> bool:
        """Whether help may be had before the answer. Testing out asks what one knows without any."""
        return not self.is_over and self.during is not During.TEST_OUT

    @property
    def can_reveal(self) -> bool:
        """Whether the answer may be shown: after at least one honest response."""
        return not self.is_over and self.tries > 0

    @property
    def can_compare(self) -> bool:
        """Whether the answer may be shown and the learner's own arithmetic is known, to stand beside it."""
        return self.can_reveal and self.feedback is not None and self.feedback.yours is not None

    @property
    def can_try_again(self) -> bool:
        """Whether it may be asked afresh: not what was predicted and shown, nor what was missed when testing out."""
        return self.tries > 0 and self.phase not in (Phase.PREDICTED, Phase.MISSED)

    def graded(
        self, response: str, feedback: Feedback, said_of: Asked, now: int, sure: int = 0
    ) -> tuple[Asking, Attempt]:
        """Take a response and what its grading found; return the asking from here on and the attempt to record.

        `said_of` is the question with the lab as the feedback speaks of it, `sure` how sure the learner said to be, in
        percent, 0 where they said nothing.

        Raises:
            ValueError: the question is over.
        """
        if self.is_over:
            raise ValueError(f"{self.question.id} is over: {self.phase}")
        attempt = self._attempt(now, response=response, right=feedback.right, mistake=feedback.mistake, sure=sure)
        return self._after(attempt, feedback)._replace(said_of=said_of), attempt

    def reveal(self, now: int) -> tuple[Asking, Attempt]:
        """Show the answer: return the asking from here on and the attempt to record.

        Raises:
            ValueError: there was no honest response yet, or the question is over.
        """
        if not self.can_reveal:
            raise ValueError(f"{self.question.id} cannot be revealed after {self.tries} tries, {self.phase}")
        attempt = self._attempt(now, response="", right=False, revealed=True)
        return self._after(attempt, self.feedback), attempt

    def resumed(self, attempts: Sequence[Attempt], now: int) -> Asking:
        """Return the asking after the attempts of its round, as the record has them; each heard right or wrong then."""
        asking = self
        for attempt in attempts:
            heard = asking.feedback if attempt.revealed else Feedback(attempt.right, mistake=attempt.mistake)
            asking = asking._after(attempt, heard)
        return asking._replace(since=now)

    def hint(self) -> Asking:
        """Return the asking with one more hint shown, or the working with a gap, where there is one."""
        return self._replace(hints_shown=self.hints_shown + 1) if self.can_hint else self

    def said(self, feedback: Feedback | Unreadable, said_of: Asked) -> Asking:
        """Return the asking with what is said today to the last response, given long ago. Its grade stays what it was.

        A response that is graded otherwise today hears nothing particular.
        """
        if self.feedback is None or isinstance(feedback, Unreadable) or feedback.right != self.feedback.right:
            return self
        return self._replace(feedback=feedback, said_of=said_of)

    def _attempt(
        self, now: int, *, response: str, right: bool, mistake: str = "", revealed: bool = False, sure: int = 0
    ) -> Attempt:
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
            hints=self.hints_shown + self.parts,
            revealed=revealed,
            during=self.during,
            sure=sure,
        )

    def _after(self, attempt: Attempt, feedback: Feedback | None) -> Asking:
        """Return the asking after an attempt, the one just made or one of long ago."""
        hints = max(self.hints_shown, attempt.hints - self.parts)
        if attempt.revealed:
            return self._replace(phase=Phase.REVEALED, since=attempt.at, hints_shown=hints)
        phase = Phase.OPEN
        if self.question.single_try:
            phase = Phase.PREDICTED
        elif attempt.right:
            phase = Phase.RIGHT
        elif self.during is During.TEST_OUT:
            phase = Phase.MISSED
        return self._replace(
            phase=phase,
            since=attempt.at,
            tries=self.tries + 1,
            hints_shown=hints,
            response=attempt.response,
            feedback=feedback,
        )


def next_variant(question: Question, attempts: Sequence[Attempt]) -> int:
    """Return which set of numbers comes next: the one after that of the last attempt, or the first.

    `attempts` are the learner's in the order in which they were made, under the question's present id or a former one;
    those at other questions are left out.
    """
    earlier = attempts_of(question, attempts)
    return earlier[-1].variant + 1 if earlier else 0


def open_round(question: Question, attempts: Sequence[Attempt]) -> list[Attempt]:
    """Return the last round in a lesson at the question as it is graded now: what someone who comes back goes on with.

    It is empty where the question was not answered yet, and ends with an attempt that closes it where it is over.
    """
    mine = [
        attempt
        for attempt in attempts_of(question, attempts)
        if attempt.revision == question.revision and attempt.during is During.LESSON
    ]
    found = rounds(mine)
    return found[-1] if found else []


def attempts_of(question: Question, attempts: Sequence[Attempt]) -> list[Attempt]:
    """Return the attempts at one question, under its present id or a former one."""
    names = (question.id, *question.was)
    return [attempt for attempt in attempts if attempt.question in names]
