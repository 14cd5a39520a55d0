"""What a learner answered: one attempt a response, never changed afterwards."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Protocol

from tutor.learner.fields import RecordError, count_in, moment_in, name_in, number_in, shown, text_in, truth_in, turn_in
from tutor.namedtuple import NamedTuple

Clock = Callable[[], int]
"""Gives the time in milliseconds since 1970, UTC."""

NewUid = Callable[[], str]
"""Gives a name that no other attempt has, on this machine or another."""


def system_clock() -> int:
    """Return the computer's time in milliseconds since 1970, UTC."""
    return time.time_ns() // 1_000_000


def random_uid() -> str:
    """Return 32 hexadecimal digits that no other call returns."""
    return uuid.uuid4().hex


class During(StrEnum):
    """In what a question was asked."""

    LESSON = "lesson"
    REVIEW = "review"
    TEST_OUT = "check"
    """a short test of a lesson that is skipped where it is passed; stored as the first records have it"""
    PRACTICE = "practice"
    """a few questions in which one slip is easily made"""


class Attempt(NamedTuple):
    """What a learner answered to a question, when, and the grade."""

    uid: str
    """names this attempt for ever, so that merging two records counts it once"""
    course: str
    lesson: str
    question: str
    kind: str
    """the question's kind ("number", "predict")"""
    revision: str
    """what decided then whether a response is right (`Question.revision`)"""
    variant: int
    """which set of numbers was asked"""
    response: str
    """as the learner gave it; empty where the answer was revealed instead"""
    right: bool
    at: int
    """milliseconds since 1970, UTC, by the clock of the machine"""
    seconds: float = 0.0
    """how long it took, from being asked or from the attempt before"""
    mistake: str = ""
    """the recognised mistake (`Feedback.mistake`), or empty"""
    hints: int = 0
    """how many hints had been read"""
    revealed: bool = False
    """the learner asked to see the answer, after at least one response of their own"""
    during: During = During.LESSON
    turn: int = 0
    """Its place in the order of the record, which the store gives: `at`, or later than everything recorded before
    where the clock was set back. 0 before it is recorded."""
    sure: int = 0
    """Of a prediction, the chance of being right that the learner gave it before seeing the truth, in percent
    (`calibration.claim_of`); 0 where nothing was said."""

    @property
    def is_guess(self) -> bool:
        """Whether this was a prediction: being wrong is part of it, and being right shows nothing learnt."""
        return is_guess(self)

    @property
    def closes(self) -> bool:
        """Whether the question was over with this attempt."""
        return closes(self)


class Outcome(Protocol):
    """What an attempt says about progress: an attempt itself, or the part of it that is quickly read."""

    @property
    def question(self) -> str: ...
    @property
    def revision(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def right(self) -> bool: ...
    @property
    def hints(self) -> int: ...
    @property
    def revealed(self) -> bool: ...
    @property
    def during(self) -> str: ...
    @property
    def at(self) -> int: ...


class QuickOutcome(NamedTuple):
    """An outcome as it stands in the record."""

    question: str
    revision: str
    kind: str
    right: bool
    hints: int
    revealed: bool
    during: str
    at: int


def is_guess(outcome: Outcome) -> bool:
    """Return whether this was a prediction. Whenever it is asked, it shows how one guesses, and not what one knows."""
    return outcome.kind == "predict"


def closes(outcome: Outcome) -> bool:
    """Return whether the question was over with this."""
    return outcome.right or outcome.revealed or outcome.kind == "predict" or outcome.during == During.TEST_OUT


def rounds(attempts: Sequence[Attempt]) -> list[list[Attempt]]:
    """Split the attempts at one question into the rounds in which it was asked, each with one set of numbers.

    A round ends with the attempt that closes it, and where the numbers or the occasion change.
    """
    found: list[list[Attempt]] = []
    for attempt in attempts:
        last = found[-1][-1] if found else None
        if last is None or last.closes or (last.variant, last.during) != (attempt.variant, attempt.during):
            found.append([])
        found[-1].append(attempt)
    return found


def attempt_of(entry: Mapping[str, object]) -> Attempt:
    """Return the attempt written in `entry`, a mapping with the names of `Attempt`'s fields.

    Truth values may be 0 and 1, as SQLite keeps them.

    Raises:
        RecordError: a field is missing or holds what it cannot hold.
    """
    uid, during = name_in(entry, "uid"), name_in(entry, "during")
    if during not in list(During):
        raise RecordError(f"during is {shown(during)}, none of {', '.join(During)}")
    return Attempt(
        uid=uid,
        course=name_in(entry, "course", may_be_empty=True),
        lesson=name_in(entry, "lesson", may_be_empty=True),
        question=name_in(entry, "question", may_be_empty=True),
        kind=name_in(entry, "kind", may_be_empty=True),
        revision=name_in(entry, "revision", may_be_empty=True),
        variant=count_in(entry, "variant"),
        response=text_in(entry, "response"),
        right=truth_in(entry, "right"),
        at=moment_in(entry, "at"),
        seconds=number_in(entry, "seconds"),
        mistake=name_in(entry, "mistake", may_be_empty=True),
        hints=count_in(entry, "hints"),
        revealed=truth_in(entry, "revealed"),
        during=During(during),
        turn=turn_in(entry, "turn"),
        # What was written before this was asked does not say it.
        sure=count_in(entry, "sure", 100) if "sure" in entry else 0,
    )


def current(
    attempts: Iterable[Attempt],
    *,
    revisions: Mapping[str, str],
    renamed: Mapping[str, str] | None = None,
) -> Iterator[Attempt]:
    """Yield the attempts that still say something about a course's questions, under the questions' present names.

    `revisions` goes from the id of every question of the course to its revision: an attempt at a question that is no
    longer asked, or was graded in another way, stays in the record but does not count. `renamed` goes from a question's
    former ids to its present one.
    """
    names = renamed or {}
    for attempt in attempts:
        name = names.get(attempt.question, attempt.question)
        if revisions.get(name) != attempt.revision:
            continue
        yield attempt if name == attempt.question else attempt._replace(question=name)


def latest_right(attempts: Iterable[Attempt]) -> dict[str, Attempt]:
    """Return the last right attempt at each question, of attempts in order.

    One in a review, where a program is given but for a blank, stands there only without another.
    """
    right = [made for made in attempts if made.right and made.response]
    return {made.question: made for made in sorted(right, key=lambda made: made.during is not During.REVIEW)}
