"""The data and the calls that a program is tried on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from tutor.course.programs.exercise import Exercise
from tutor.program import Case

Range = tuple[float, float]
"""The lowest and the highest value of an argument."""

_BETWEEN = (0.0, 1.0, 0.31, 0.83)
"""Where in its range an argument is tried besides its own value: at no two places of the same distance from the middle,
so that a turned sign shows."""


def cases_of(exercise: Exercise, names: Mapping[str, Any], ranges: Mapping[str, Range]) -> tuple[Case, ...]:
    """Return the lab's own data as the first case, and each further set of data as one more.

    The first call of a case has every argument at its own value.

    Args:
        names: readouts and parameters of the lab, as the question sets them.
        ranges: of arguments that are called at several places; a set of data that names such an argument calls it
            there only.

    Raises:
        LookupError: an argument or a given name has no value.
    """
    return tuple(_case(exercise, names, ranges, data) for data in ({}, *exercise.data))


def _case(exercise: Exercise, names: Mapping[str, Any], ranges: Mapping[str, Range], data: Mapping[str, Any]) -> Case:
    own = {name: _value(name, names, ranges, data) for name in (*exercise.arguments, *exercise.given)}
    moved = [name for name in exercise.arguments if name in ranges and name not in data]
    calls: list[tuple[Any, ...]] = []
    for values in _calls(own, {name: _places(own[name], ranges[name]) for name in moved}):
        call = tuple(values[name] for name in exercise.arguments)
        if not any(_equal(call, other) for other in calls):
            calls.append(call)
    return Case({name: own[name] for name in exercise.given}, tuple(calls))


def _value(name: str, names: Mapping[str, Any], ranges: Mapping[str, Range], data: Mapping[str, Any]) -> Any:
    lab = names.get(name)
    if name in data:
        return _like(lab, data[name])
    if name in names:
        return _like(None, lab)
    low, high = ranges[name]
    return low + 0.62 * (high - low)


def _like(lab: Any, value: Any) -> Any:
    """Return a value as a program finds it: rows as an array, whole numbers as the lab has them, else as floats."""
    if isinstance(value, str | dict):
        return value
    array = np.asarray(value)
    if isinstance(value, list | tuple) and array.dtype.kind in "iu":
        kept = isinstance(lab, np.ndarray) and lab.dtype.kind in "iub"
        return array if kept else array.astype(float)
    if isinstance(value, list | tuple | np.ndarray):
        return array.copy()
    return float(value) if isinstance(lab, float) else value


def _places(own: Any, span: Range) -> list[Any]:
    low, high = span
    whole = all(isinstance(number, int) for number in (own, low, high))
    places = [low + share * (high - low) for share in _BETWEEN]
    return [round(place) if whole else float(f"{place:.3g}") for place in places]


def _calls(own: Mapping[str, Any], places: Mapping[str, list[Any]]) -> Iterator[dict[str, Any]]:
    """Yield the values of every call: each argument moved by itself first, then all of them together."""
    yield dict(own)
    for name, numbers in places.items():
        yield from ({**own, name: number} for number in numbers)
    if len(places) > 1:
        for at in range(len(_BETWEEN)):
            together = {
                name: numbers[(at + turn) % len(numbers)] for turn, (name, numbers) in enumerate(places.items())
            }
            yield {**own, **together}


def _equal(call: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    return all(np.array_equal(one, two) for one, two in zip(call, other, strict=True))
