"""Styles by number: a drawing is arrays of numbers until it is read out.

All drawings together wear few styles (those of the roles, and the colours of surfaces), and each keeps its number for
as long as the program runs.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
from rich.style import Style

Numbers = npt.NDArray[np.int_]

PLAIN = Style.null()
"""Its number is 0."""
_ROOM = 256


class _Looks:
    """All styles met so far. A number is given out when all that is known of it stands: drawings may be made in several
    threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers: dict[Style, int] = {}
        self._by_ground: dict[str, int] = {}
        self.styles: list[Style] = []
        self.grounds = np.zeros(_ROOM, dtype=np.int_)
        """by number of a style: the number of its background, 0 for none"""
        self.blanks = np.zeros(_ROOM, dtype=np.int_)
        """by number of a style: a number that two styles share in which a blank looks the same"""
        self.number(PLAIN)

    def number(self, style: Style) -> int:
        """Return the number of a style."""
        found = self._numbers.get(style)
        return self._add(style) if found is None else found

    def _add(self, style: Style) -> int:
        with self._lock:
            number = len(self.styles)
            if style in self._numbers:
                return self._numbers[style]
            if number == len(self.grounds):
                self.grounds, self.blanks = (np.append(one, np.zeros_like(one)) for one in (self.grounds, self.blanks))
            ground = "" if style.bgcolor is None else style.bgcolor.name
            at = 0 if style.bgcolor is None else self._by_ground.setdefault(ground, len(self._by_ground) + 1)
            self.grounds[number] = at
            # What is underlined or turned round is seen without a character as well.
            self.blanks[number] = -number - 1 if style.reverse or style.underline or style.strike else at
            self.styles.append(style)
            self._numbers[style] = number
            return number


_LOOKS = _Looks()
number_of: Callable[[Style], int] = _LOOKS.number
"""Return the number of a style."""
STYLES = _LOOKS.styles
"""by number"""


_NONE = np.empty(0, dtype=np.int_)
_OVER: dict[int, Numbers] = {}
"""by look, and by the one that it is laid over: the look of both, -1 where that is not known yet"""


def grounds_of(looks: int | Numbers) -> Numbers:
    """Return the number of the background of each look, 0 for none."""
    return _LOOKS.grounds[looks]


def has_ground(looks: int | Numbers) -> bool:
    """Return whether any of the looks has a background."""
    if isinstance(looks, int):
        return STYLES[looks].bgcolor is not None
    return bool(np.count_nonzero(_LOOKS.grounds[looks]))


def blanks_of(looks: Numbers) -> Numbers:
    """Return a number for each look that those share in which a blank looks the same."""
    return _LOOKS.blanks[looks]


def ground_of(look: int) -> str | None:
    """Return the background colour of a look, or None where it has none."""
    ground = STYLES[look].bgcolor
    return None if ground is None else ground.name


def mapped(looks: Numbers, change: Callable[[int], Style]) -> Numbers:
    """Return the looks, each changed: there are thousands of cells, of a few looks."""
    found = sorted(set(looks.ravel().tolist()))
    if len(found) < 2:
        return np.full_like(looks, number_of(change(found[0]))) if found else looks
    changed = np.zeros(found[-1] + 1, dtype=np.int_)
    changed[found] = [number_of(change(look)) for look in found]
    return changed[looks]


def laid_over(there: Numbers, looks: int | Numbers) -> int | Numbers:
    """Return how cells look that looked as `there` once something is written over them: a look without a background
    keeps the one that is there."""
    if isinstance(looks, int):
        return looks if has_ground(looks) else _over(looks, there)
    keeps = (grounds_of(there) > 0) & (grounds_of(looks) == 0)
    if not keeps.any():
        return looks
    found = looks.copy()
    for look in set(found[keeps].tolist()):
        cells = keeps & (found == look)
        found[cells] = _over(look, there[cells])
    return found


def _over(look: int, there: Numbers) -> Numbers:
    """Return how cells look in which a look without a background was laid over these."""
    known = _OVER.get(look, _NONE)
    if len(known) < len(STYLES):
        known = _OVER[look] = np.append(known, np.full(len(_LOOKS.grounds) - len(known), -1))
    found = known[there]
    for under in set(there[found < 0].tolist()):
        ground = STYLES[under].bgcolor
        known[under] = look if ground is None else number_of(Style(bgcolor=ground) + STYLES[look])
        found[there == under] = known[under]
    return found
