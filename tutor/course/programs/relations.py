"""How what a program gives is related to what is wanted, as a whole: twice as much, its root, not averaged.

Each relation that is found holds for every call on all data.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

import numpy as np

from tutor.course.programs.compare import Values, near, numbers_of
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array
from tutor.program import Case


class Relation(NamedTuple):
    """What the given numbers are to the wanted ones."""

    kind: str
    factor: float = 1.0
    name: str = ""
    """the array that is as long as the factor says"""


class Pair(NamedTuple):
    """One call."""

    case: int
    wanted: Array
    given: Array


_RELATED: Mapping[str, Callable[[Array], Array]] = {
    "negative": lambda w: -w,
    "square": lambda w: w**2,
    "root": np.sqrt,
    "reciprocal": lambda w: 1 / w,
    "absolute_answer": np.abs,
    "one_minus": lambda w: 1 - w,
    "log_of_answer": np.log,
    "exp_of_answer": np.exp,
}
_LOGARITHMS = {"log10": 1 / math.log(10), "log2": 1 / math.log(2)}
_SIMPLE = {"twice": 2.0, "half": 0.5}


def pairs_of(wanted: Values, given: Values) -> tuple[Pair, ...] | None:
    """Return every call as arrays; None where one of them gave something else."""
    found = []
    for case, (one, other) in enumerate(zip(wanted, given, strict=True)):
        for left, right in zip(one, other, strict=True):
            arrays = numbers_of(left), numbers_of(right)
            if arrays[0] is None or arrays[1] is None:
                return None
            found.append(Pair(case, arrays[0].astype(float), arrays[1].astype(float)))
    return tuple(found)


def relation_of(pairs: tuple[Pair, ...], cases: tuple[Case, ...], arguments: tuple[str, ...]) -> Relation | None:
    """Return how the given numbers are related to the wanted ones; None where in no way that has a name."""
    return next(_all_relations(pairs, cases, arguments), None)


def factors_between(pairs: tuple[Pair, ...], cases: tuple[Case, ...], arguments: tuple[str, ...]) -> Relation | None:
    """Return the factor between two programs' numbers, where it is one that has a name."""
    if not all(pair.wanted.shape == pair.given.shape or pair.wanted.size == pair.given.size == 1 for pair in pairs):
        return None
    flat = tuple(Pair(pair.case, pair.wanted.reshape(-1), pair.given.reshape(-1)) for pair in pairs)
    factors = [_factor(flat, case) for case in range(len(cases))]
    if not _holds(flat, factors):
        return None
    if all(factor is None or math.isclose(factor, -1, rel_tol=1e-6) for factor in factors):
        return Relation("negative")
    return next(_of_factors([1.0 if factor is None else factor for factor in factors], cases, arguments), None)


def _all_relations(pairs: tuple[Pair, ...], cases: tuple[Case, ...], arguments: tuple[str, ...]) -> Iterator[Relation]:
    if all(pair.wanted.shape == pair.given.shape or pair.wanted.size == pair.given.size == 1 for pair in pairs):
        flat = tuple(Pair(pair.case, pair.wanted.reshape(-1), pair.given.reshape(-1)) for pair in pairs)
        yield from _of_same_shape(flat, cases, arguments)
        if not _are_shares(pairs):
            yield from _squashed(flat)
        if all(pair.wanted.ndim == 2 and pair.wanted.shape[0] == pair.wanted.shape[1] for pair in pairs):
            yield from _fitting(pairs, {"transposed": lambda w: w.T})
        yield from _of_rows(pairs)
        if any(_fits(flat, partial(_rounded, decimals)) for decimals in range(5)):
            yield Relation("rounded")
    else:
        yield from _of_other_shape(pairs)


def _of_same_shape(pairs: tuple[Pair, ...], cases: tuple[Case, ...], arguments: tuple[str, ...]) -> Iterator[Relation]:
    if _fits(pairs, lambda w: -w):
        yield Relation("negative")
        return
    factors = [_factor(pairs, case) for case in range(len(cases))]
    if _holds(pairs, factors):
        yield from _of_factors([1.0 if factor is None else factor for factor in factors], cases, arguments)
    yield from _fitting(pairs, _RELATED)
    difference = pairs[0].given - pairs[0].wanted
    if difference.size and np.isfinite(difference).all():
        offset = float(difference.flat[0])
        if abs(offset) > 1e-9 and _fits(pairs, lambda w: w + offset):
            yield Relation("offset", offset)


def _rounded(decimals: int, w: Array) -> Array:
    return np.asarray(np.round(w, decimals))


def _factor(pairs: tuple[Pair, ...], case: int) -> float | None:
    """Return by how much a whole case is too large; None where there is no such number, or every number is 0."""
    of_case = [pair for pair in pairs if pair.case == case]
    for pair in of_case:
        at = int(np.argmax(np.abs(pair.wanted))) if pair.wanted.size else -1
        if at >= 0 and abs(pair.wanted[at]) > 1e-9 and np.isfinite(pair.wanted[at]):
            return float(pair.given[at] / pair.wanted[at])
    return None


def _holds(pairs: tuple[Pair, ...], factors: list[float | None]) -> bool:
    """Return whether every number is the wanted one times the factor of its case, and not times 0 or 1 in all."""
    known = [1.0 if factor is None else factor for factor in factors]
    if any(not math.isfinite(factor) or abs(factor) < 1e-9 for factor in known):
        return False
    return any(abs(factor - 1) > 1e-6 for factor in known) and all(
        near(pair.wanted * known[pair.case], pair.given, _scale(pairs)) for pair in pairs
    )


def _of_factors(factors: list[float], cases: tuple[Case, ...], arguments: tuple[str, ...]) -> Iterator[Relation]:
    """Yield what a factor for each case says: the same in all, or the number of samples of each."""
    steady = all(math.isclose(factor, factors[0], rel_tol=1e-6) for factor in factors)
    if steady:
        for kind, number in (_SIMPLE | _LOGARITHMS).items():
            if math.isclose(factors[0], number, rel_tol=1e-6):
                yield Relation(kind, factors[0])
    sizes = [_sizes(case, arguments) for case in cases]
    for name in sizes[0]:
        lengths = [size.get(name, 0) for size in sizes]
        if all(length > 1 for length in lengths):
            per_length = [factor / length for factor, length in zip(factors, lengths, strict=True)]
            if np.allclose(per_length, 1, 1e-6):
                yield Relation("times_m", factors[0], name)
            if np.allclose([factor * length for factor, length in zip(factors, lengths, strict=True)], 1, 1e-6):
                yield Relation("over_m", lengths[0], name)
            counted = 1 / per_length[0]
            if not steady and round(counted) > 1 and np.allclose(per_length, 1 / round(counted), 1e-6):
                yield Relation("fixed_number", float(round(counted)), name)
    if steady:
        yield Relation("factor", factors[0])


def _sizes(case: Case, arguments: tuple[str, ...]) -> dict[str, int]:
    """Return what `len` gives for each array that a program is given, and for the rows of one that has some."""
    given: dict[str, Any] = dict(zip(arguments, case.calls[0], strict=True)) | dict(case.given)
    arrays = {name: numbers_of(value) for name, value in given.items()}
    whole = {name: array.size for name, array in arrays.items() if array is not None and array.ndim}
    rows = {f"{name}[0]": array.shape[1] for name, array in arrays.items() if array is not None and array.ndim == 2}
    tall = {name: len(array) for name, array in arrays.items() if array is not None and array.ndim == 2}
    return whole | tall | rows


def _fitting(pairs: tuple[Pair, ...], related: Mapping[str, Callable[[Array], Array]]) -> Iterator[Relation]:
    yield from (Relation(kind) for kind, function in related.items() if _fits(pairs, function))


def _fits(pairs: tuple[Pair, ...], function: Callable[[Array], Array]) -> bool:
    with np.errstate(all="ignore"):
        expected = [function(pair.wanted) for pair in pairs]
    return all(
        pair.given.shape == one.shape and near(one, pair.given, _scale(pairs))
        for one, pair in zip(expected, pairs, strict=True)
    )


def _scale(pairs: tuple[Pair, ...]) -> float:
    sizes = [np.abs(pair.wanted[np.isfinite(pair.wanted)]).max(initial=0.0) for pair in pairs]
    return float(max(sizes, default=0.0))


def _squashed(pairs: tuple[Pair, ...]) -> Iterator[Relation]:
    """Yield what can be told where the wanted numbers are sigmoids: then what went in is known."""
    wanted = np.concatenate([pair.wanted for pair in pairs])
    if all(pair.wanted.size == 0 for pair in pairs) or not ((wanted > 0) & (wanted < 1)).all() or np.ptp(wanted) < 1e-3:
        return

    def before(w: Array) -> Array:
        return np.log(w / (1 - w))

    yield from _fitting(
        pairs,
        {
            "no_squash": before,
            "squash_tanh": lambda w: np.tanh(before(w)),
            "squash_relu": lambda w: np.maximum(0, before(w)),
            "squash_step": lambda w: (w > 0.5).astype(float),
            "slope": lambda w: w * (1 - w),
        },
    )


def _are_shares(pairs: tuple[Pair, ...]) -> bool:
    return all(pair.wanted.ndim == 2 and np.allclose(pair.wanted.sum(axis=1), 1) for pair in pairs)


def _of_rows(pairs: tuple[Pair, ...]) -> Iterator[Relation]:
    """Yield what can be told where every wanted row sums to 1."""
    if not _are_shares(pairs):
        return
    one_hot = {"one_hot": lambda w: (w == w.max(axis=1, keepdims=True)).astype(float)}
    yield from _fitting(pairs, one_hot)
    # A row that has become nothing but 0 or nan has no proportion.
    rows = [pair for both in pairs for pair in zip(both.wanted, both.given, strict=True)]
    summed = [(wanted, given) for wanted, given in rows if np.isfinite(given.sum()) and abs(given.sum()) > 1e-300]
    if len(summed) > 1 and all(near(wanted, given / given.sum(), 1.0) for wanted, given in summed):
        total = float(pairs[0].given[0].sum())
        if abs(total - 1) > 1e-6:
            yield Relation("not_normalised", total)


def _of_other_shape(pairs: tuple[Pair, ...]) -> Iterator[Relation]:
    single = all(pair.wanted.size == 1 for pair in pairs)
    scale = _scale(pairs)

    def gathered(gather: Callable[[Array], Any], *, of_given: bool) -> bool:
        chosen = [(pair.wanted, pair.given) if of_given else (pair.given, pair.wanted) for pair in pairs]
        with np.errstate(all="ignore"):
            return all(near(np.asarray(one).reshape(-1), np.reshape(gather(other), -1), scale) for one, other in chosen)

    if single and all(pair.given.size > 1 for pair in pairs):
        for kind, gather in (("not_averaged", np.mean), ("not_summed", np.sum)):
            if gathered(gather, of_given=True):
                yield Relation(kind)
    if all(pair.given.size == 1 for pair in pairs) and all(pair.wanted.size > 1 for pair in pairs):
        for kind, gather in (("averaged", np.mean), ("summed", np.sum)):
            if gathered(gather, of_given=False):
                yield Relation(kind)
    if all(pair.wanted.ndim == 2 for pair in pairs):
        yield from _fitting(pairs, {"transposed": lambda w: w.T})
        rows = max(len(pair.wanted) for pair in pairs)
        if rows > 1:
            yield from (one._replace(factor=rows) for one in _fitting(pairs, {"first_row": lambda w: w[0]}))
    if all(pair.wanted.size == pair.given.size for pair in pairs):
        flat = tuple(Pair(pair.case, pair.wanted.reshape(-1), pair.given.reshape(-1)) for pair in pairs)
        if _fits(flat, lambda w: w):
            yield Relation("only_shape")
