"""Where a lab is tried: at the ends of its parameters, at each two of them together, and at places between."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tutor.lab import AnyParameter, Board, Choice, Lab, Past, Slider, Timeline, Toggle, Value, Values, Vector

BETWEEN = 4
"""Places between the ends, drawn by a seed that is always the same."""
EARLY = 2
"""The last step of a timeline that is tried together with others, where a lab has long work to do (`prepare`)."""

_End = tuple[str, Value]


def places_of(lab: Lab) -> Iterator[dict[str, Value]]:
    """Yield the settings at which a lab is tried, always the same: each parameter at each of its ends, each end of one
    with each end of another, and some places between.

    A lab with long work to do is not tried at pairs, and beyond the first steps of its timeline at the end alone.
    """
    start = lab.check({})
    yield dict(start)
    ends = {name: ends_of(parameter) for name, parameter in lab.parameters.items()}
    for name, values in ends.items():
        yield from ({**start, name: value} for value in values)
    if lab.prepare is None:
        yield from ({**start, **row} for row in _pairs(ends))
    chance = random.Random(lab.name)
    for _ in range(BETWEEN):
        yield {name: _between(parameter, chance, lab) for name, parameter in lab.parameters.items()}


def at_the_ends(lab: Lab, start: Values, names: Sequence[str]) -> Iterator[dict[str, Value]]:
    """Yield settings with one parameter at an end, then with all of them there."""
    for name in names:
        for value in ends_of(lab.parameters[name]):
            yield {**start, name: value}
    if len(names) > 1:
        for at in (0, -1):
            yield {**start, **{name: ends_of(lab.parameters[name])[at] for name in names}}


def ends_of(parameter: AnyParameter) -> tuple[Value, ...]:
    """Return the outermost values of a parameter, or all of its options."""
    match parameter:
        case Slider(low=low, high=high):
            return (low, high)
        case Choice(options=options):
            return tuple(options)
        case Toggle():
            return (False, True)
        case Vector(default=default, low=low, high=high):
            return ((low,) * len(default), (low, *(high,) * (len(default) - 1)), (high,) * len(default))
        case Timeline(last=last):
            return (0, last)
        case Past(default=default):
            return (default,)
        case Board(low=low, high=high):
            return ("", parameter.check(f"1:{low:f},{low:f};0:{high:f},{high:f}"))


def _pairs(ends: Mapping[str, Sequence[Value]]) -> Iterator[dict[str, Value]]:
    """Yield settings in which each two ends of two parameters stand together once: far fewer than there are pairs."""
    open_pairs = {
        frozenset(((one, first), (other, second))): None
        for one, other in combinations(ends, 2)
        for first in range(len(ends[one]))
        for second in range(len(ends[other]))
    }
    while open_pairs:
        chosen = dict(sorted(next(iter(open_pairs))))
        for name, values in ends.items():
            if name not in chosen:
                chosen[name] = max(
                    range(len(values)),
                    key=lambda at: sum(frozenset(((name, at), pair)) in open_pairs for pair in chosen.items()),
                )
        for pair in combinations(chosen.items(), 2):
            open_pairs.pop(frozenset(pair), None)
        yield {name: ends[name][at] for name, at in chosen.items()}


def _between(parameter: AnyParameter, chance: random.Random, lab: Lab) -> Value:
    """Return a value of a parameter that its control can be set to, drawn by chance."""
    match parameter:
        case Slider(low=low, high=high, step=step):
            return _step_between(low, high, step, chance)
        case Vector(default=default, low=low, high=high, step=step):
            return tuple(_step_between(low, high, step, chance) for _ in default)
        case Timeline(last=last):
            return chance.randint(0, last if lab.prepare is None else min(last, EARLY))
        case _:
            return chance.choice(ends_of(parameter))


def _step_between(low: float, high: float, step: float, chance: random.Random) -> float:
    return min(low + chance.randint(0, round((high - low) / step)) * step, high)
