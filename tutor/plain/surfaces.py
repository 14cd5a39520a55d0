"""What a surface over the plane does, in words: where it lies above its boundary, in how many parts."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from tutor.figure import Drawing, Figure, Heat, Panels
from tutor.language import MINUS
from tutor.namedtuple import NamedTuple
from tutor.plain import messages

LEAST_SHARE = 0.01
"""Of the plane: a smaller part is not told."""
MOST_PARTS = 3


class Part(NamedTuple):
    """A connected part of the plane."""

    share: float
    """of the plane, from 0 to 1"""
    x: float
    y: float
    """its middle"""
    is_closed: bool
    """whether it touches no edge of what is drawn"""


def surfaces_of(drawing: Drawing) -> Iterator[Heat]:
    """Yield the surfaces of a drawing that say 1 on one side and 0 on the other."""
    match drawing:
        case Figure(layers=layers):
            for layer in layers:
                if isinstance(layer, Heat) and layer.boundary is not None and layer.z_range == (0.0, 1.0):
                    yield layer
        case Panels(parts=parts):
            for part in parts:
                yield from surfaces_of(part)


def surface_words(heat: Heat, language: str) -> str:
    """Return what a surface does: on how much of the plane it is above its boundary, and where that is."""
    z = np.asarray(heat.z)
    assert heat.boundary is not None
    level = f"{heat.boundary:g}"
    above = parts_of(z > heat.boundary, heat)
    below = parts_of(z <= heat.boundary, heat)
    if not above or not below:
        return (messages.ABOVE_EVERYWHERE if above else messages.ABOVE_NOWHERE)(language, level=level)
    told = "; ".join(_part_words(part, language) for part in above[:MOST_PARTS])
    words = messages.ABOVE_ON(language, level=level, parts=told)
    closed = [part for part in below if part.is_closed][:MOST_PARTS]
    if closed:
        holes = "; ".join(_part_words(part, language) for part in closed)
        words += " " + messages.HOLES(language, parts=holes)
    return words


def _part_words(part: Part, language: str) -> str:
    how = messages.IS_CLOSED if part.is_closed else messages.IS_OPEN
    return how(language, share=f"{part.share:.0%}", x=_tenth(part.x), y=_tenth(part.y))


def _tenth(value: float) -> str:
    return f"{round(value, 1) or 0.0:.1f}".replace("-", MINUS)


def parts_of(mask: npt.NDArray[np.bool_], heat: Heat) -> list[Part]:
    """Return the connected parts of the plane where `mask` is true, the largest first."""
    left = np.array(mask, dtype=bool)
    rows, columns = left.shape
    found: list[Part] = []
    while left.any():
        part = np.zeros_like(left)
        part[tuple(np.argwhere(left)[0])] = True
        while True:
            # A step to each side, as long as that finds more.
            wider = part.copy()
            wider[1:] |= part[:-1]
            wider[:-1] |= part[1:]
            wider[:, 1:] |= part[:, :-1]
            wider[:, :-1] |= part[:, 1:]
            wider &= left
            if (wider == part).all():
                break
            part = wider
        left &= ~part
        share = float(part.mean())
        if share < LEAST_SHARE:
            continue
        at = np.argwhere(part).mean(axis=0)
        edges = part[0].any() or part[-1].any() or part[:, 0].any() or part[:, -1].any()
        (low_x, high_x), (low_y, high_y) = heat.x_range, heat.y_range
        x = low_x + (high_x - low_x) * (float(at[1]) + 0.5) / columns
        y = low_y + (high_y - low_y) * (float(at[0]) + 0.5) / rows
        found.append(Part(share, x, y, is_closed=not edges))
    return sorted(found, key=lambda one: -one.share)
