"""Whether two results are the same in everything that can be seen of them, by their fields alone."""

from __future__ import annotations

import dataclasses
import math
import random
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from tutor.lab import AnyParameter, Board, Choice, Lab, Past, Spot, Timeline, Toggle, Value, Vector
from tutor.language import Text
from tutor.working import Expression
from tutor.written import substituted


def a_value(parameter: AnyParameter, rng: random.Random) -> Value:
    """Return a value that a parameter takes; its ends more often than others."""
    match parameter:
        case Choice(options=options):
            return rng.choice(list(options))
        case Toggle():
            return rng.random() < 0.5
        case Vector():
            return tuple(_between(parameter.low, parameter.high, rng) for _ in parameter.default)
        case Timeline(last=last):
            # To come to a late frame takes long, and it looks like the others.
            return rng.choice([0, min(last, 60), rng.randint(0, min(last, 60))])
        case Past(default=default):
            return default
        case Board():
            ends = parameter.low, parameter.high
            places = {tuple(parameter.nearest(_between(*ends, rng)) for _ in "xy") for _ in range(9)}
            return Board.write([Spot(x, y, rng.randint(0, 1)) for x, y in sorted(places)])
        case _:
            return parameter.moved(_between(parameter.low, parameter.high, rng), 0)


def _between(low: float, high: float, rng: random.Random) -> float:
    return rng.choice([low, high, rng.uniform(low, high)])


def settings(lab: Lab, count: int, seed: int) -> Iterator[dict[str, Value]]:
    """Yield the defaults of a lab, and so many other values that it takes."""
    rng = random.Random(seed)
    yield lab.check({})
    for _ in range(count):
        yield lab.check({name: a_value(parameter, rng) for name, parameter in lab.parameters.items()})


def difference(a: Any, b: Any, at: str = "") -> str:
    """Return where two things differ, or "" where nothing tells them apart."""
    if isinstance(a, np.generic):
        a = a.item()
    if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
        a, b = np.asarray(a), np.asarray(b)
        same = a.shape == b.shape and np.array_equal(a, b, equal_nan=a.dtype.kind == "f")
        return "" if same else f"{at}: {a!r} and {b!r}"
    if isinstance(a, Expression):
        return _trees(a, b, at)
    if isinstance(a, Text):
        return "" if isinstance(b, Text) and dict(a.variants) == dict(b.variants) else f"{at}: {a} and {b}"
    if dataclasses.is_dataclass(a):
        if type(a) is not type(b):
            return f"{at}: {type(a)} and {type(b)}"
        return _first(
            difference(getattr(a, field.name), getattr(b, field.name), f"{at}.{field.name}")
            for field in dataclasses.fields(a)
        )
    if isinstance(a, Mapping):
        if list(a) != list(b):
            return f"{at}: {list(a)} and {list(b)}"
        return _first(difference(a[name], b[name], f"{at}.{name}") for name in a)
    if isinstance(a, tuple | list):
        if len(a) != len(b):
            return f"{at}: {len(a)} and {len(b)} entries"
        return _first(difference(x, y, f"{at}[{n}]") for n, (x, y) in enumerate(zip(a, b, strict=True)))
    if isinstance(a, float) and math.isnan(a):
        return "" if isinstance(b, float) and math.isnan(b) else f"{at}: {a} and {b}"
    return "" if a == b and isinstance(b, bool) == isinstance(a, bool) else f"{at}: {a!r} and {b!r}"


def _trees(a: Expression, b: Any, at: str) -> str:
    if not isinstance(b, Expression):
        return f"{at}: {a!r} and {b!r}"
    if substituted(a) != substituted(b):
        return f"{at}: {substituted(a)} and {substituted(b)}"
    for one, other in zip(a.walk(), b.walk(), strict=True):
        known = one.operator is other.operator or one.operator.name == other.operator.name
        if not known or (one.name, one.form) != (other.name, other.form) or difference(one.value, other.value):
            return f"{at}: {one!r} and {other!r}"
    return "" if list(a.parts()) == list(b.parts()) else f"{at}: other parts"


def _first(found: Iterator[str]) -> str:
    return next(filter(None, found), "")
