"""The controls of a lab's parameters, without a screen: rows, what a key does to them, how a row reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from tutor.course.messages import OFF, ON
from tutor.course.typed import read_numbers
from tutor.dataclass import dataclass
from tutor.figure import Role
from tutor.lab import (
    AnyParameter,
    Board,
    Choice,
    Lab,
    ParameterError,
    Past,
    Slider,
    Timeline,
    Toggle,
    Value,
    Values,
    Vector,
)
from tutor.language import MINUS, say

LARGE_STEPS = 10
"""How many steps one press with Shift, or PageUp and PageDown, moves."""


@dataclass(frozen=True)
class Row:
    """One line of controls: a parameter, or one entry of a vector."""

    name: str
    parameter: Slider | Choice | Toggle | Timeline
    """for an entry of a vector, that entry's slider"""
    index: int | None = None
    """which entry of a vector"""

    def label(self, language: str) -> str:
        """Return what stands beside the control."""
        return say(self.parameter.label, language) or self.name

    @property
    def role(self) -> Role:
        """What the parameter is, and so its colour."""
        return self.parameter.role

    def value(self, values: Values) -> Value:
        """Return this row's value out of all the lab's values."""
        value = values[self.name]
        return value if self.index is None else value[self.index]  # type: ignore[index]

    def put(self, values: Values, value: Value) -> dict[str, Value]:
        """Return the lab's values with this row's changed."""
        if self.index is None:
            return {**values, self.name: value}
        entries: tuple[float, ...] = values[self.name]  # type: ignore[assignment]
        before, after = entries[: self.index], entries[self.index + 1 :]
        return {**values, self.name: (*before, float(value), *after)}  # type: ignore[arg-type]


class Movable(Protocol):
    """What is set by controls: the lab of a visit, or the film of a program."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """Its controls, a line each."""

    @property
    def values(self) -> Values:
        """What it is set to."""

    def move(self, values: Values, row: Row | None = None) -> None:
        """Set it to other values; a run of moves of one `row` is taken back as one."""

    @property
    def runs(self) -> bool:
        """Whether its film plays on while something else of it is moved."""

    @property
    def can_undo(self) -> bool:
        """Whether a move can be taken back."""

    def undo(self) -> None:
        """Take the last move back."""

    @property
    def can_reset(self) -> bool:
        """Whether it is set otherwise than at first."""

    def reset(self) -> None:
        """Set it to what it was at first."""


def rows_of(lab: Lab, show: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows of the parameters named in `show`, in that order."""
    rows: list[Row] = []
    for name in show:
        parameter: AnyParameter = lab.parameters[name]
        if isinstance(parameter, Vector):
            rows.extend(Row(name, parameter.entry(index), index) for index in range(len(parameter.default)))
        elif not isinstance(parameter, Past | Board):
            rows.append(Row(name, parameter))
    return tuple(rows)


def moved(row: Row, values: Values, steps: int) -> dict[str, Value]:
    """Return the values with `row` moved by `steps` (a choice turns around at its ends; a toggle flips)."""
    parameter, value = row.parameter, row.value(values)
    match parameter:
        case Slider():
            return row.put(values, parameter.moved(float(value), steps))  # type: ignore[arg-type]
        case Timeline():
            return row.put(values, min(max(int(value) + steps, 0), parameter.last))  # type: ignore[arg-type]
        case Choice():
            keys = list(parameter.options)
            return row.put(values, keys[(keys.index(str(value)) + (1 if steps > 0 else -1)) % len(keys)])
        case Toggle():
            return row.put(values, not value)


def to_end(row: Row, values: Values, *, last: bool) -> dict[str, Value]:
    """Return the values with `row` at its lowest or highest (a choice: first or last; a toggle: off or on)."""
    parameter = row.parameter
    match parameter:
        case Slider():
            return row.put(values, parameter.high if last else parameter.low)
        case Timeline():
            return row.put(values, parameter.last if last else 0)
        case Choice():
            return row.put(values, list(parameter.options)[-1 if last else 0])
        case Toggle():
            return row.put(values, last)


def at_share(row: Row, values: Values, share: float) -> dict[str, Value]:
    """Return the values with `row` at `share` (0 to 1) of its way, on its grid: a click on the track."""
    parameter = row.parameter
    share = min(max(share, 0.0), 1.0)
    match parameter:
        case Slider():
            cells = round((parameter.high - parameter.low) * share / parameter.step)
            return row.put(values, round(min(parameter.low + cells * parameter.step, parameter.high), 10))
        case Timeline():
            return row.put(values, round(parameter.last * share))
        case Choice():
            keys = list(parameter.options)
            return row.put(values, keys[min(int(share * len(keys)), len(keys) - 1)])
        case Toggle():
            return row.put(values, not row.value(values))


def share_of(row: Row, values: Values) -> float:
    """Return how far along its way (0 to 1) a slider or a timeline is."""
    parameter, value = row.parameter, row.value(values)
    match parameter:
        case Slider():
            return (float(value) - parameter.low) / (parameter.high - parameter.low)  # type: ignore[arg-type]
        case Timeline():
            return int(value) / parameter.last if parameter.last else 0.0  # type: ignore[arg-type]
        case Choice() | Toggle():
            return 0.0


def typed(row: Row, values: Values, text: str) -> dict[str, Value] | None:
    """Return the values with `row` at the number typed, or None where it is no number inside the limits."""
    parameter = row.parameter
    # Read as an answer is: 1/2 and 0,5 are numbers.
    for number in read_numbers(text):
        try:
            if isinstance(parameter, Slider):
                return row.put(values, parameter.check(number))
            if isinstance(parameter, Timeline) and number == int(number):
                return row.put(values, parameter.check(int(number)))
        except ParameterError:
            continue
    return None


def value_words(row: Row, values: Values, language: str, *, unit: bool = True) -> str:
    """Return a row's value as its control shows it; `unit` adds a timeline's unit."""
    parameter, value = row.parameter, row.value(values)
    match parameter:
        case Slider():
            return parameter.say(float(value)).replace("-", MINUS)  # type: ignore[arg-type]
        case Timeline():
            words = say(parameter.unit, language) if unit else ""
            return f"{value} / {parameter.last} {words}".rstrip()
        case Choice():
            return say(parameter.options[str(value)], language)
        case Toggle():
            return (ON if value else OFF)(language)


def limits_words(row: Row) -> str:
    """Return the limits of a typed value: "-1 to 3" without words ("-1 … 3")."""
    parameter = row.parameter
    if isinstance(parameter, Slider):
        return f"{parameter.low:g} … {parameter.high:g}".replace("-", MINUS)
    if isinstance(parameter, Timeline):
        return f"0 … {parameter.last}"
    return ""
