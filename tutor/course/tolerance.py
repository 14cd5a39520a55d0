"""How near to the answer a number has to be."""

from __future__ import annotations

import math
from collections.abc import Mapping

from tutor.course import messages
from tutor.language import Text
from tutor.namedtuple import NamedTuple

_SLACK = 1e-9
"""What rounding in binary can cost: 0.125 typed as 0.13 is off by 0.005000000000000004."""

_ROUNDING: Mapping[int | None, Text] = {
    0: messages.TO_A_WHOLE_NUMBER,
    1: messages.TO_ONE_DECIMAL,
    2: messages.TO_TWO_DECIMALS,
    3: messages.TO_THREE_DECIMALS,
    4: messages.TO_FOUR_DECIMALS,
}
_PERCENT_ROUNDING: Mapping[int | None, Text] = {0: messages.TO_WHOLE_PERCENT, 1: messages.TO_TENTH_PERCENT}


class Tolerance(NamedTuple):
    """The largest distance from the answer that is still right."""

    abs: float = 0.005
    rel: float = 0.0
    """as a share of the answer's size; where both are given, the wider one holds"""

    def width(self, answer: float) -> float:
        """Return the largest distance from `answer` that is right."""
        return max(self.abs, self.rel * abs(answer))

    def covers(self, answer: float, given: float) -> bool:
        """Return whether `given` is right where `answer` is."""
        if not (math.isfinite(answer) and math.isfinite(given)):
            return False
        return abs(given - answer) <= self.width(answer) + _SLACK * max(1.0, abs(answer))

    def decimals(self, *, percent: bool = False) -> int | None:
        """Return the decimals to which an answer has to be rounded, or None where the tolerance is no rounding."""
        width = self.abs * (100 if percent else 1)
        if self.rel:
            return None
        for decimals in range(7):
            if math.isclose(width, 0.5 * 10**-decimals, rel_tol=1e-6):
                return decimals
        return None

    def rounding(self, *, percent: bool = False) -> Text | None:
        """Return the rounding that the tolerance is, in words; None where it is none, or one without a name."""
        return (_PERCENT_ROUNDING if percent else _ROUNDING).get(self.decimals(percent=percent))

    def words(self, *, percent: bool = False) -> Text:
        """Return the tolerance as a learner reads it beside the prompt: "to two decimals", "within 0.5"."""
        if self.rel > 0:
            return messages.WITHIN_RELATIVE.filled(width=f"{100 * self.rel:g}")
        if self.abs <= _SLACK:
            return messages.EXACTLY
        # As a target a whole number is wide: there the distance says it better.
        rounding = self.rounding(percent=percent) if percent or self.decimals() else None
        if rounding is not None:
            return rounding
        if percent:
            return messages.WITHIN_POINTS.filled(width=f"{100 * self.abs:g}")
        return messages.WITHIN.filled(width=f"{self.abs:g}")


def is_rounding_of(given: float, number: float, decimals: int) -> bool:
    """Return whether `number` rounded to so many decimals is `given`. Halves are rounded away from 0: 0.45 is 0.5."""
    size, typed, unit = abs(number), abs(given), 10.0**-decimals
    is_half_down = math.isclose(size - typed, unit / 2, rel_tol=1e-6)
    same_side = (number < 0) == (given < 0)
    return same_side and not is_half_down and Tolerance(unit / 2).covers(size, typed)


def is_cut_off(given: float, number: float, decimals: int) -> bool:
    """Return whether `given` is what is left of `number` where its digits behind so many decimals are dropped."""
    unit = 10.0**-decimals
    same_side = (number < 0) == (given < 0)
    return same_side and math.isclose(math.floor(abs(number) / unit) * unit, abs(given), rel_tol=1e-9)


def written(number: float, width: float) -> str:
    """Return `number` with two decimals, or as many more as keep it within `width`; whole ones without."""
    if math.isclose(number, round(number), rel_tol=1e-12, abs_tol=1e-12) and abs(number) < 1e15:
        return str(round(number))
    for decimals in range(2, 13):
        text = f"{number:.{decimals}f}"
        if abs(float(text) - number) <= max(width, 1e-12 * abs(number)):
            return text
    return repr(number)
