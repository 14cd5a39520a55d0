"""What a record keeps beside attempts: where a learner is and was, what they marked and wrote, what they put off."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tutor.learner.attempts import RecordError, count_in, moment_in, number_in, text_in, truth_in

if TYPE_CHECKING:
    from tutor.lab import Value, Values


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
        parameters=_parameters_in(entry),
        scroll=count_in(entry, "scroll"),
        turn=count_in(entry, "turn"),
    )


def visit_of(entry: Mapping[str, object]) -> Visit:
    """Return the visit written in `entry`."""
    return Visit(text_in(entry, "uid"), *_step_in(entry), seconds=number_in(entry, "seconds"))


def bookmark_of(entry: Mapping[str, object]) -> Bookmark:
    """Return the bookmark written in `entry`."""
    return Bookmark(*_step_in(entry), marked=truth_in(entry, "marked"), turn=count_in(entry, "turn"))


def note_of(entry: Mapping[str, object]) -> Note:
    """Return the note written in `entry`."""
    return Note(*_step_in(entry), text=text_in(entry, "text"), turn=count_in(entry, "turn"))


def snooze_of(entry: Mapping[str, object]) -> Snooze:
    """Return the snooze written in `entry`."""
    until = text_in(entry, "until")
    try:
        date.fromisoformat(until)
    except ValueError as error:
        raise RecordError(f"until is {until!r} instead of a day such as 2026-02-25") from error
    return Snooze(
        text_in(entry, "course"), text_in(entry, "question"), moment_in(entry, "at"), until, count_in(entry, "turn")
    )


def setting_of(entry: Mapping[str, object]) -> Setting:
    """Return the setting written in `entry`."""
    return Setting(text_in(entry, "name"), text_in(entry, "value"))


def _step_in(entry: Mapping[str, object]) -> tuple[str, str, str, int]:
    return text_in(entry, "course"), text_in(entry, "lesson"), text_in(entry, "step"), moment_in(entry, "at")


def _parameters_in(entry: Mapping[str, object]) -> dict[str, Value]:
    written = text_in(entry, "parameters")
    try:
        values = json.loads(written)
    except ValueError as error:
        raise RecordError(f"parameters are no JSON: {error}") from error
    if not isinstance(values, dict):
        raise RecordError(f"parameters are {written} instead of a JSON object")
    return {name: _value_of(value) for name, value in values.items()}


def _value_of(value: object) -> Value:
    if isinstance(value, list):
        numbers = tuple(float(entry) for entry in value if isinstance(entry, int | float))
        if len(numbers) == len(value):
            return numbers
    elif isinstance(value, float | int | str):
        return value
    raise RecordError(f"{value!r} is no value of a parameter")
