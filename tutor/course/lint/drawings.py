"""What of a drawing the screen would leave out, or show as it is not meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import numpy as np

from tutor.course.lint import messages
from tutor.figure import (
    Bars,
    Drawing,
    Figure,
    Guide,
    Heat,
    Hops,
    Layer,
    Line,
    Mark,
    Panels,
    Pixels,
    Points,
    Segments,
    Squares,
    Tangent,
)
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array

MOST_LEVELS = 7
"""Contour lines that are drawn."""
_UNIT = (0.0, 1.0)
"""The heights that a surface shows where it says nothing of them."""
_SLACK = 1e-6
_SERIES = {
    Line: ("x", "y"),
    Points: ("x", "y"),
    Hops: ("x", "y"),
    Segments: ("x0", "y0", "x1", "y1"),
    Squares: ("x", "low", "high"),
    Bars: ("values",),
    Mark: ("x", "y"),
    Tangent: ("x", "y", "slope"),
    Guide: ("at",),
}
"""The numbers of a layer, which belong together one by one."""


class Flaw(NamedTuple):
    """What is wrong with a part of a drawing."""

    part: str
    """the name of what is to be changed, as it is written in a lab"""
    what: Text
    sometimes: bool = False
    """whether it can be meant, at some settings: where there are no samples, there is no line"""


def flaws_of(drawing: Drawing) -> Iterator[Flaw]:
    """Yield what is wrong with a drawing."""
    match drawing:
        case Figure():
            yield from _figure(drawing)
        case Panels(parts):
            for part in parts:
                yield from flaws_of(part)
        case Pixels(values):
            if not _within(values, _UNIT):
                low, high = _span(values)
                yield Flaw("values", messages.PIXELS_GO_FROM.filled(low=low, high=high))
        case _:
            pass


def _figure(figure: Figure) -> Iterator[Flaw]:
    kinds = Counter(type(layer) for layer in figure.layers)
    if not figure.layers:
        yield Flaw("layers", messages.NO_LAYERS)
    if kinds[Bars]:
        others = [kind.__name__ for kind in kinds if kind not in (Bars, Guide, Mark)]
        if others:
            yield Flaw("layers", messages.BESIDE_BARS.filled(others=", ".join(others)))
    if kinds[Heat] > 1:
        yield Flaw("layers", messages.ONLY_LAST_SURFACE.filled(count=kinds[Heat]))
    for layer in figure.layers:
        yield from _heat(layer) if isinstance(layer, Heat) else _numbers(layer)
    for name, axis in (("x", figure.x), ("y", figure.y)):
        if axis.low is not None and axis.high is not None and not axis.low < axis.high:
            yield Flaw(name, messages.AXIS_GOES_FROM.filled(name=name, low=axis.low, high=axis.high))
        ticks = [tick for tick in axis.ticks or () if _inside(tick, axis.low, axis.high)]
        if axis.ticks and not ticks:
            yield Flaw(name, messages.TICKS_OUTSIDE.filled(name=name))


def _heat(heat: Heat) -> Iterator[Flaw]:
    low, high = heat.z_range
    if not np.isfinite(heat.z).any():
        yield Flaw("layers", messages.HEAT_IS_EMPTY, sometimes=True)
    elif heat.z_range == _UNIT and not _within(heat.z, _UNIT):
        lowest, highest = _span(heat.z)
        yield Flaw("z_range", messages.HEIGHTS_GO_FROM.filled(low=lowest, high=highest))
    elif not low < high:
        yield Flaw("z_range", messages.HEAT_SHOWS.filled(low=low, high=high))
    if heat.log and not low > 0:
        yield Flaw("z_range", messages.LOG_FROM.filled(low=low))
    if len(heat.levels) > MOST_LEVELS:
        yield Flaw("levels", messages.MANY_LEVELS.filled(count=len(heat.levels), most=MOST_LEVELS))


def _numbers(layer: Layer) -> Iterator[Flaw]:
    """Yield what is wrong with the numbers of a layer."""
    names = _SERIES.get(type(layer), ())
    kind = type(layer).__name__
    series = [np.ravel(np.asarray(getattr(layer, name), dtype=float)) for name in names]
    sizes = [len(one) for one in series]
    if len(set(sizes)) > 1:
        yield Flaw("layers", messages.NOT_AS_MANY.filled(series=_listed(names, sizes), kind=kind))
        return
    if isinstance(layer, Bars):
        if len(layer.names) != len(series[0]):
            yield Flaw("layers", messages.BARS_NAMES.filled(names=len(layer.names), values=len(series[0])))
        if len(layer.roles) not in (0, len(series[0])):
            yield Flaw("layers", messages.BARS_ROLES.filled(roles=len(layer.roles), values=len(series[0])))
    if series and sizes[0] and not np.logical_and.reduce([np.isfinite(one) for one in series]).any():
        yield Flaw("layers", messages.NOWHERE_FINITE.filled(kind=kind), sometimes=True)


def _listed(names: tuple[str, ...], sizes: list[int]) -> str:
    return ", ".join(f"{name} ({size})" for name, size in zip(names, sizes, strict=True))


def _within(values: Array, limits: tuple[float, float]) -> bool:
    finite = values[np.isfinite(values)]
    return not finite.size or bool(finite.min() >= limits[0] - _SLACK and finite.max() <= limits[1] + _SLACK)


def _span(values: Array) -> tuple[float, float]:
    finite = values[np.isfinite(values)]
    return float(finite.min()), float(finite.max())


def _inside(value: float, low: float | None, high: float | None) -> bool:
    return (low is None or value >= low - _SLACK) and (high is None or value <= high + _SLACK)


def reveals(thing: Any) -> bool:
    """Return whether something of a drawing gives an answer away, and is withheld until it was guessed."""
    if isinstance(thing, list | tuple):
        return any(map(reveals, thing))
    fields = getattr(thing, "__dataclass_fields__", {})
    return bool(getattr(thing, "reveals", False)) or any(reveals(getattr(thing, name)) for name in fields)


def differs(one: Any, other: Any) -> str:
    """Return the part in which two results of one lab at one setting differ: "readouts.chance"; "" where in none."""
    if type(one) is not type(other):
        return "."
    if isinstance(one, np.ndarray):
        same = one.shape == other.shape and one.dtype == other.dtype
        equal_nan = one.dtype.kind in "fc"
        return "" if same and np.array_equal(one, other, equal_nan=equal_nan) else "."
    if isinstance(one, dict):
        if list(one) != list(other):
            return "."
        parts = [(str(name), value, other[name]) for name, value in one.items()]
    elif isinstance(one, list | tuple):
        if len(one) != len(other):
            return "."
        parts = [("", value, theirs) for value, theirs in zip(one, other, strict=True)]
    elif hasattr(one, "__dataclass_fields__"):
        # How a number was worked out is another object each time; the number itself is compared.
        names = [name for name in one.__dataclass_fields__ if name != "working"]
        parts = [(name, getattr(one, name), getattr(other, name)) for name in names]
    else:
        return "" if one == other or one != one else "."
    for name, value, theirs in parts:
        if deeper := differs(value, theirs):
            return f"{name}{'.' if name and not deeper.startswith('.') else ''}{deeper}".replace("..", ".")
    return ""
