"""Numbers, arrays and places as a sentence shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from tutor.course.programs.compare import numbers_of
from tutor.language import MINUS
from tutor.nn.arrays import Array

MOST_ENTRIES = 6
"""How many numbers a sentence can hold."""


def shown(number: float, digits: int = 4) -> str:
    """Return a number with so many digits: "4.667", "14", "inf"."""
    if np.isfinite(number) and float(number).is_integer() and abs(number) < 1e6:
        return f"{int(number)}".replace("-", MINUS)
    return f"{float(number):.{digits}g}".replace("-", MINUS)


def both_shown(one: float, other: float) -> tuple[str, str]:
    """Return two numbers with as many digits as tell them apart."""
    for digits in (4, 6, 8, 12):
        pair = shown(one, digits), shown(other, digits)
        if pair[0] != pair[1]:
            return pair
    return repr(float(one)), repr(float(other))


def listing(array: Array) -> str:
    """Return an array as it is written: [1, 2, 4]."""
    if array.ndim == 0:
        return shown(float(array))
    return f"[{', '.join(listing(part) for part in array)}]"


def place_of(named: Iterable[tuple[str, Any]]) -> str:
    """Return where a program was called: "W = 0, X = [1, 2, 4]"; what is too long for a sentence is left out."""
    found = []
    for name, value in named:
        array = numbers_of(value)
        if array is not None and array.size <= MOST_ENTRIES:
            found.append(f"{name} = {listing(array)}")
    return ", ".join(found)


def briefly(named: Iterable[tuple[str, Any]]) -> str:
    """Return the first two of what is too long for a sentence by how it begins: "X = [[0, 1], …]"."""
    found = []
    for name, value in named:
        array = numbers_of(value)
        if array is not None and array.size > MOST_ENTRIES:
            found.append(f"{name} = {_beginning(array)}")
    return ", ".join(found[:2])


def _beginning(array: Array) -> str:
    if array.ndim > 1:
        first = listing(array[0]) if array[0].size <= MOST_ENTRIES else _beginning(array[0])
        return f"[{first}, …]" if len(array) > 1 else f"[{first}]"
    return f"[{', '.join(shown(float(number)) for number in array[:3])}, …]"
