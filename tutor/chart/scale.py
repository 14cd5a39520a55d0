"""From values to places: limits, round ticks and their labels."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt

from tutor.language import MINUS
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array

LARGEST = 1e300
"""Limits stay inside ±LARGEST, so that their difference is still a number."""

_TOO_WIDE = re.compile(r"\d{3}").search
"""A format that asks for hundreds of characters, or for a gigabyte of them."""

FARTHEST = 1e9
"""How far outside the chart, in cells, a place can lie: far enough to keep the slope of what leads there."""


def number(value: float, format_: str = "g") -> str:
    """Return `value` as it is written in a drawing: with the Unicode minus, without a negative zero, ∞ for infinity."""
    if math.isnan(value):
        return "?"
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    try:
        text = format(value, "g" if _TOO_WIDE(format_) else format_)
    except (ValueError, TypeError):
        text = format(value, "g")
    if text.startswith("-") and not any(digit in text for digit in "123456789"):
        text = text[1:]
    return text.replace("-", MINUS)


class Scale(NamedTuple):
    """One axis: the values from `low` to `high` over `cells` cells, both ends in the middle of a cell."""

    low: float
    high: float
    cells: int

    def place(self, values: npt.ArrayLike) -> Array:
        """Return where `values` lie, in cells from the low end: low -> 0.5, high -> cells - 0.5.

        A value that is no finite number has no place (NaN); one far outside lies `FARTHEST` away.
        """
        array = np.asarray(values, dtype=np.float64)
        with np.errstate(all="ignore"):
            share = (array / 2 - self.low / 2) / (self.high / 2 - self.low / 2)
            places = np.minimum(np.maximum(0.5 + share * (self.cells - 1), -FARTHEST), FARTHEST)
        return np.where(np.isfinite(array), places, np.nan)

    def cell(self, value: float) -> int | None:
        """Return the cell in which `value` lies, or None outside the limits."""
        # As `place` reckons, without an array: a chart asks for a hundred single cells.
        value = float(value)
        if not math.isfinite(value):
            return None
        place = 0.5 + (value / 2 - self.low / 2) / (self.high / 2 - self.low / 2) * (self.cells - 1)
        if not 0.5 - 1e-6 <= place <= self.cells - 0.5 + 1e-6:
            return None
        return min(max(math.floor(place + 1e-9), 0), self.cells - 1)

    def value(self, cell: int) -> float:
        """Return the value in the middle of a cell."""
        return self.low + cell / max(self.cells - 1, 1) * (self.high - self.low)

    def cells_of(self, values: Array) -> npt.NDArray[np.int_]:
        """Return the cell in which each of `values` lies, -1 outside the limits: `cell`, for thousands at once."""
        with np.errstate(all="ignore"):
            places = 0.5 + (values / 2 - self.low / 2) / (self.high / 2 - self.low / 2) * (self.cells - 1)
            # What is no finite number has no place between these two.
            inside = (places >= 0.5 - 1e-6) & (places <= self.cells - 0.5 + 1e-6)
        return np.where(inside, places + 1e-9, -1.0).astype(int)

    def values(self, count: int) -> Array:
        """Return the values in the middle of each of `count` equal parts of the chart's whole width."""
        places = (np.arange(count) + 0.5) * self.cells / count
        return self.low + (places - 0.5) / max(self.cells - 1, 1) * (self.high - self.low)


def limits(low: float | None, high: float | None, values: Array, *, margin: float = 0.0) -> tuple[float, float]:
    """Return the limits of an axis: those given, else those of the finite `values` and a `margin` (share of the span).

    Always low < high, both finite. Values that start near zero start at zero.
    """
    finite = np.clip(values[np.isfinite(values)], -LARGEST, LARGEST)
    least, most = (float(finite.min()), float(finite.max())) if finite.size else (0.0, 1.0)
    span = most / 2 - least / 2
    if margin:
        # Inside ±LARGEST at once: a limit that is given there must not meet the other one when both are cut back.
        least = 0.0 if 0 <= least < 0.4 * span else max(least - 2 * margin * span, -LARGEST)
        most = min(most + 2 * margin * span, LARGEST)
    low = least if low is None or not math.isfinite(low) else min(max(low, -LARGEST), LARGEST)
    high = most if high is None or not math.isfinite(high) else min(max(high, -LARGEST), LARGEST)
    # Numbers of Python, whoever gave them: where those are infinite, a number of NumPy warns on top of the screen.
    low, high = float(min(low, high)), float(max(low, high))
    smallest = 1e-9 * max(abs(low), abs(high))
    if high - low <= smallest or high - low < 1e-300:
        room = max(abs(low) * 0.1, 1.0) if abs(low) < 1e15 else abs(low) * 0.1
        low, high = low - room, high + room
    return max(low, -LARGEST), min(high, LARGEST)


def step_for(low: float, high: float, most: int) -> float:
    """Return the smallest step (1, 2 or 5 times a power of ten) with at most `most` multiples in low..high; two may
    always be there."""
    span = high - low
    power = 10.0 ** math.floor(math.log10(span / (max(most, 2) + 1)))
    for factor in (1, 2, 5, 10, 20, 50, 100):
        step = factor * power
        if step > 0 and count_of(low, high, step) <= max(most, 2):
            return step
    return span


def count_of(low: float, high: float, step: float) -> float:
    """Return how many multiples of `step` lie in low..high."""
    slack = 1e-9
    return math.floor(high / step + slack) - math.ceil(low / step - slack) + 1


def multiples(low: float, high: float, step: float) -> list[float]:
    """Return the multiples of `step` in low..high, as exact as decimals can be."""
    first = math.ceil(low / step - 1e-9)
    decimals = decimals_of(step)
    found = [(first + index) * step for index in range(int(min(count_of(low, high, step), 100)))]
    return [round(value, decimals) + 0.0 if decimals < 300 else value for value in found]


def decimals_of(step: float) -> int:
    """Return how many decimals a multiple of `step` (1, 2 or 5 times a power of ten) has."""
    return max(0, -math.floor(math.log10(step) + 1e-9))


def tick_labels(values: Sequence[float], decimals: int) -> list[str]:
    """Return the labels of the ticks at `values`, all with the same number of decimals; very large and very small
    ones as a power of ten ("2e6")."""
    largest = max((abs(value) for value in values), default=0.0)
    if largest == 0:
        return ["0" for _ in values]
    if largest < 1e6 and decimals <= 5:
        return [number(value, f".{decimals}f") for value in values]
    top = math.floor(math.log10(largest))
    digits = min(max(0, top + decimals if decimals else top - _trailing_zeros(values)), 6)
    return [_power(value, digits) for value in values]


def _trailing_zeros(values: Sequence[float]) -> int:
    """Return how many zeros all of `values` (whole numbers) end in."""
    whole = np.asarray(values, dtype=np.float64)
    for zeros in range(308):
        parts = whole / 10.0 ** (zeros + 1)
        if np.any(np.abs(np.rint(parts) - parts) > 1e-9 * np.abs(parts)):
            return zeros
    return 308


def _power(value: float, digits: int) -> str:
    mantissa, _, exponent = format(value, f".{digits}e").partition("e")
    return "0" if value == 0 else f"{mantissa}e{int(exponent)}".replace("-", MINUS)


class Tick(NamedTuple):
    """A tick: where it stands and what it says."""

    value: float
    label: str


def ticks(
    low: float,
    high: float,
    given: Sequence[float] | None,
    most: int,
    fits: Callable[[Sequence[Tick]], bool] = lambda _: True,
) -> list[Tick]:
    """Return the ticks of an axis: those `given`, or multiples of a round step.

    `fits` says whether a set of ticks has room for its labels. Round ticks are made fewer until they fit; of given
    ones, every second is left out, and so on.
    """
    if given is not None:
        inside = [float(v) for v in given if math.isfinite(v) and low <= v <= high]
        decimals = next((d for d in range(6) if all(math.isclose(round(v, d), v, abs_tol=1e-9) for v in inside)), 6)
        chosen = [Tick(v, label) for v, label in zip(inside, tick_labels(inside, decimals), strict=True)]
        for every in range(1, len(chosen) + 1):
            if fits(chosen[::every]):
                return chosen[::every]
        return []
    for count in range(max(most, 2), 1, -1):
        step = step_for(low, high, count)
        values = multiples(low, high, step)
        chosen = [Tick(v, label) for v, label in zip(values, tick_labels(values, decimals_of(step)), strict=True)]
        if fits(chosen):
            return chosen
    return []
