"""What a record keeps beside attempts: where a learner is and was, what they marked and wrote, what they put off."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from tutor.learner.fields import (
    RecordError,
    count_in,
    moment_in,
    name_in,
    number_in,
    shown,
    text_in,
    truth_in,
    turn_in,
    values_in,
)
from tutor.namedtuple import NamedTuple

if TYPE_CHECKING:
    from tutor.lab import Values


class Position(NamedTuple):
    """How a learner left one step: what its parameters were set to, and how far down it was scrolled."""

    course: str
    lesson: str
    step: str
    at: int
    """milliseconds since 1970, UTC"""
    parameters: Values = MappingProxyType({})
    scroll: int = 0
    """in lines"""
    turn: int = 0
    """its place in the order of the record, which the store gives, as `Attempt.turn`"""


class Visit(NamedTuple):
    """One visit to a step. Recorded on arrival, and again with more seconds while it lasts."""

    uid: str
    course: str
    lesson: str
    step: str
    at: int
    """when it began; milliseconds since 1970, UTC"""
    seconds: float = 0.0


class Bookmark(NamedTuple):
    """A step that the learner marked, or no longer does."""

    course: str
    lesson: str
    step: str
    at: int
    marked: bool = True
    turn: int = 0


class Note(NamedTuple):
    """What the learner wrote about a step; empty where they took it away."""

    course: str
    lesson: str
    step: str
    at: int
    text: str = ""
    turn: int = 0


class Draft(NamedTuple):
    """The program that the learner has written for a question so far."""

    course: str
    lesson: str
    question: str
    at: int
    text: str = ""
    turn: int = 0


class Snooze(NamedTuple):
    """A question that is not to come up for review before a day."""

    course: str
    question: str
    at: int
    until: str
    """the day on which it may come up again ("2026-02-25")"""
    turn: int = 0


class Setting(NamedTuple):
    """How the learner wants the tutor ("language", "theme", "motion")."""

    name: str
    value: str


def position_of(entry: Mapping[str, object]) -> Position:
    """Return the position written in `entry`, with `parameters` as JSON.

    Raises:
        RecordError: a field is missing or holds what it cannot hold. So do the functions below.
    """
    return Position(
        *_step_in(entry),
        parameters=values_in(entry, "parameters"),
        scroll=count_in(entry, "scroll"),
        turn=turn_in(entry, "turn"),
    )


def visit_of(entry: Mapping[str, object]) -> Visit:
    """Return the visit written in `entry`."""
    return Visit(name_in(entry, "uid"), *_step_in(entry), seconds=number_in(entry, "seconds"))


def bookmark_of(entry: Mapping[str, object]) -> Bookmark:
    """Return the bookmark written in `entry`."""
    return Bookmark(*_step_in(entry), marked=truth_in(entry, "marked"), turn=turn_in(entry, "turn"))


def note_of(entry: Mapping[str, object]) -> Note:
    """Return the note written in `entry`."""
    return Note(*_step_in(entry), text=text_in(entry, "text"), turn=turn_in(entry, "turn"))


def draft_of(entry: Mapping[str, object]) -> Draft:
    """Return the draft written in `entry`."""
    course, lesson, question = (name_in(entry, name, may_be_empty=True) for name in ("course", "lesson", "question"))
    at, text = moment_in(entry, "at"), text_in(entry, "text")
    return Draft(course, lesson, question, at, text, turn_in(entry, "turn"))


def snooze_of(entry: Mapping[str, object]) -> Snooze:
    """Return the snooze written in `entry`."""
    until = name_in(entry, "until")
    try:
        date.fromisoformat(until)
    except ValueError as error:
        raise RecordError(f"until is {shown(until)} instead of a day such as 2026-02-25") from error
    return Snooze(
        name_in(entry, "course", may_be_empty=True),
        name_in(entry, "question", may_be_empty=True),
        moment_in(entry, "at"),
        until,
        turn_in(entry, "turn"),
    )


def setting_of(entry: Mapping[str, object]) -> Setting:
    """Return the setting written in `entry`."""
    return Setting(name_in(entry, "name"), text_in(entry, "value"))


def _step_in(entry: Mapping[str, object]) -> tuple[str, str, str, int]:
    course, lesson, step = (name_in(entry, name, may_be_empty=True) for name in ("course", "lesson", "step"))
    return course, lesson, step, moment_in(entry, "at")
