"""What a learner answered: one attempt a response, never changed afterwards."""

from __future__ import annotations

import math
import time
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

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


_YEAR_9999 = 253_370_764_800_000
"""in milliseconds since 1970: the last year of which Python can tell the days in every time zone is the one before"""


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

    @property
    def is_guess(self) -> bool:
        """Whether this was a prediction made before the lesson showed the answer: being wrong is part of it."""
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


class QuickOutcome(NamedTuple):
    """An outcome as it stands in the record."""

    question: str
    revision: str
    kind: str
    right: bool
    hints: int
    revealed: bool
    during: str


def is_guess(outcome: Outcome) -> bool:
    """Return whether this was a prediction made before the lesson showed the answer."""
    return outcome.kind == "predict" and outcome.during == During.LESSON


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


class RecordError(ValueError):
    """Something that claims to be part of a record and cannot be. The message says what is wrong with it."""


def attempt_of(entry: Mapping[str, object]) -> Attempt:
    """Return the attempt written in `entry`, a mapping with the names of `Attempt`'s fields.

    Truth values may be 0 and 1, as SQLite keeps them.

    Raises:
        RecordError: a field is missing or holds what it cannot hold.
    """
    uid = text_in(entry, "uid")
    if not uid:
        raise RecordError("uid is empty")
    during = text_in(entry, "during")
    if during not in list(During):
        raise RecordError(f"during is {during!r}, none of {', '.join(During)}")
    return Attempt(
        uid=uid,
        course=text_in(entry, "course"),
        lesson=text_in(entry, "lesson"),
        question=text_in(entry, "question"),
        kind=text_in(entry, "kind"),
        revision=text_in(entry, "revision"),
        variant=count_in(entry, "variant"),
        response=text_in(entry, "response"),
        right=truth_in(entry, "right"),
        at=moment_in(entry, "at"),
        seconds=number_in(entry, "seconds"),
        mistake=text_in(entry, "mistake"),
        hints=count_in(entry, "hints"),
        revealed=truth_in(entry, "revealed"),
        during=During(during),
        turn=count_in(entry, "turn"),
    )


def text_in(entry: Mapping[str, object], name: str) -> str:
    """Return the text under `name`.

    Raises:
        RecordError: there is none, or it is no text.
    """
    value = entry.get(name)
    if not isinstance(value, str):
        raise RecordError(f"{name} is {_found(entry, name)} instead of text")
    return value


def count_in(entry: Mapping[str, object], name: str) -> int:
    """Return the whole number under `name`, from 0 to the largest that SQLite keeps.

    Raises:
        RecordError: there is none, or it is no such number.
    """
    value = entry.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**63:
        raise RecordError(f"{name} is {_found(entry, name)} instead of a whole number from 0")
    return value


def moment_in(entry: Mapping[str, object], name: str) -> int:
    """Return the time under `name`, in milliseconds since 1970, UTC, before the year 9999.

    Raises:
        RecordError: there is none, or it is no such time.
    """
    moment = count_in(entry, name)
    if moment >= _YEAR_9999:
        raise RecordError(f"{name} is {moment}, after the year 9998")
    return moment


def number_in(entry: Mapping[str, object], name: str) -> float:
    """Return the number under `name`, which is finite and not negative.

    Raises:
        RecordError: there is none, or it is no such number.
    """
    value = entry.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < math.inf:
        raise RecordError(f"{name} is {_found(entry, name)} instead of a number from 0")
    return float(value)


def truth_in(entry: Mapping[str, object], name: str) -> bool:
    """Return the truth value under `name`.

    Raises:
        RecordError: there is none, or it is neither true nor false.
    """
    value = entry.get(name)
    if not isinstance(value, int) or value not in (0, 1):
        raise RecordError(f"{name} is {_found(entry, name)} instead of true or false")
    return bool(value)


def _found(entry: Mapping[str, object], name: str) -> str:
    return repr(entry[name]) if name in entry else "missing"


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
