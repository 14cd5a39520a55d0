"""Whether two programs gave the same: by what they gave, never by how it is written or kept."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from tutor.nn.arrays import Array
from tutor.program import Returned

Values = tuple[tuple[Any, ...], ...]
"""What a program gave back: for each case the value of each call."""

_RELATIVE = {2: 5e-3, 4: 1e-4}
"""How far two numbers may be apart, as a share of their size, by the bytes of the less precise type."""
_ROUNDING = {2: 1e-3, 4: 1e-6}
"""What rounding leaves of a difference that ought to be 0, as a share of the largest number around."""


def values_of(returned: tuple[Sequence[Returned], ...]) -> Values:
    """Return the values without what else is known of each call."""
    return tuple(tuple(call.value for call in case) for case in returned)


def numbers_of(value: Any) -> Array | None:
    """Return a number, an array, or a regular list of numbers as an array; None where it is something else."""
    if value is None or isinstance(value, str | dict):
        return None
    try:
        array = np.asarray(value)
    except (ValueError, TypeError):  # rows of different lengths
        return None
    if array.dtype.kind == "c" and not array.imag.any():
        array = array.real
    return array if array.dtype.kind in "biuf" else None


def scale_of(values: Values) -> float:
    """Return the largest finite size among all numbers."""
    largest = 0.0
    for array in arrays_in(values):
        finite = np.abs(array[np.isfinite(array)].astype(float))
        largest = max(largest, float(finite.max(initial=0.0)))
    return largest


def arrays_in(value: Any) -> Iterator[Array]:
    """Yield every array of numbers in nested tuples, lists and dicts."""
    array = numbers_of(value)
    if array is not None:
        yield array
    elif isinstance(value, dict):
        yield from arrays_in(tuple(value.values()))
    elif isinstance(value, tuple | list):
        for part in value:
            yield from arrays_in(part)


def near(wanted: Array, given: Array, scale: float) -> bool:
    """Return whether two arrays of one shape hold the same numbers, as exactly as their type can."""
    size = min(_bytes_of(wanted), _bytes_of(given))
    apart, share = _ROUNDING.get(size, 1e-8) * scale + 1e-300, _RELATIVE.get(size, 1e-5)
    if wanted.size and given.size:
        first = float(wanted.flat[0]), float(given.flat[0])
        if _far(*first, share, apart):
            return False
        if wanted.size == given.size == 1 and all(map(math.isfinite, first)):
            return True
    if bool((wanted == given).all()):
        return True
    with np.errstate(all="ignore"):
        one, other = wanted.astype(float), given.astype(float)
        close = np.isfinite(one) & (np.abs(other - one) <= apart + share * np.abs(one))
        return bool((close | (one == other) | (np.isnan(one) & np.isnan(other))).all())


def _bytes_of(array: Array) -> int:
    """Return how many bytes a number takes, as far as it is rounded to them."""
    return array.dtype.itemsize if array.dtype.kind == "f" else 8


def _far(one: float, other: float, share: float, apart: float) -> bool:
    """Return whether two numbers are finite and not the same: of thousands of wrong programs most show it at once."""
    return math.isfinite(one) and math.isfinite(other) and abs(other - one) > apart + share * abs(one)


def same(wanted: Any, given: Any, scale: float) -> bool:
    """Return whether a program gave what is wanted.

    A number may come as an array of size 1, an array as a list, a truth value as 0 or 1, a tuple as a list; all other
    shapes have to be the same.
    """
    if isinstance(wanted, dict):
        return (
            isinstance(given, dict)
            and wanted.keys() == given.keys()
            and all(same(value, given[name], scale) for name, value in wanted.items())
        )
    one, other = numbers_of(wanted), numbers_of(given)
    if one is not None and other is not None:
        return same_shape(one, other) and near(one.reshape(-1), other.reshape(-1), scale)
    if isinstance(wanted, tuple | list) and isinstance(given, tuple | list):
        return len(wanted) == len(given) and all(same(*pair, scale) for pair in zip(wanted, given, strict=True))
    return type(wanted) is type(given) and one is None and bool(wanted == given)


def same_shape(wanted: Array, given: Array) -> bool:
    """Return whether the shapes are one to a learner: a single number has no shape."""
    return wanted.shape == given.shape or wanted.size == given.size == 1


def lead_of(value: Any) -> float:
    """Return the first number of some values; nan where none comes first. What has names is in no order."""
    array = numbers_of(value)
    if array is not None:
        return float(array.flat[0]) if array.size else math.nan
    return lead_of(value[0]) if isinstance(value, tuple | list) and value else math.nan


def may_be_same(wanted: float, given: float, scale: float) -> bool:
    """Return whether what begins with these numbers may be the same, in whatever type: quickly, of many wrong ones."""
    return not _far(wanted, given, max(_RELATIVE.values()), max(_ROUNDING.values()) * scale + 1e-300)


def all_same(wanted: Values, given: Values, scale: float) -> bool:
    """Return whether every call of every case gave what is wanted."""
    return len(wanted) == len(given) and all(
        len(one) == len(other) and all(same(*pair, scale) for pair in zip(one, other, strict=True))
        for one, other in zip(wanted, given, strict=True)
    )


def are_flat(values: Values) -> bool:
    """Return whether all numbers are one and the same: as many functions give it as one likes."""
    numbers = [array.astype(float).reshape(-1) for array in arrays_in(values)]
    together = np.concatenate(numbers) if numbers else np.zeros(0)
    return together.size > 1 and bool((together == together[0]).all())


def is_finite(numbers: Iterable[float]) -> bool:
    """Return whether none of the numbers is infinite or no number."""
    return all(math.isfinite(number) for number in numbers)
