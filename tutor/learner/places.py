"""Where in a course a learner is, and how they left each step."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from tutor.lab import Value, Values
from tutor.learner.attempts import RecordError, count_in, text_in


@dataclass(frozen=True)
class Position:
    """How a learner left one step: what its parameters were set to, and how far down it was scrolled."""

    course: str
    lesson: str
    step: str
    at: int
    """milliseconds since 1970, UTC"""
    parameters: Values = field(default_factory=dict)
    scroll: int = 0
    """in lines"""
    turn: int = 0
    """its place in the order of the record, as `Attempt.turn`"""

    def written(self) -> str:
        """Return the parameters as JSON."""
        return json.dumps(dict(self.parameters), ensure_ascii=False, allow_nan=False)


POSITION_FIELDS = ("course", "lesson", "step", "parameters", "scroll", "at", "turn")


def position_of(entry: Mapping[str, object]) -> Position:
    """Return the position written in `entry`, with `parameters` as JSON.

    Raises:
        RecordError: a field is missing or holds what it cannot hold.
    """
    return Position(
        course=text_in(entry, "course"),
        lesson=text_in(entry, "lesson"),
        step=text_in(entry, "step"),
        at=count_in(entry, "at"),
        parameters=_parameters_of(text_in(entry, "parameters")),
        scroll=count_in(entry, "scroll"),
        turn=count_in(entry, "turn"),
    )


def _parameters_of(written: str) -> dict[str, Value]:
    try:
        entries = json.loads(written)
    except ValueError as error:
        raise RecordError(f"parameters are no JSON: {error}") from error
    if not isinstance(entries, dict):
        raise RecordError(f"parameters are {written} instead of a JSON object")
    return {name: _value_of(value) for name, value in entries.items()}


def _value_of(value: object) -> Value:
    if isinstance(value, list):
        numbers = tuple(float(entry) for entry in value if isinstance(entry, int | float))
        if len(numbers) == len(value):
            return numbers
    elif isinstance(value, float | int | str):
        return value
    raise RecordError(f"{value!r} is no value of a parameter")
