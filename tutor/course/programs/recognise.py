"""What a wrong program computes instead of the answer, said in kinds of slips: no sentence gives the solution away."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations, permutations
from typing import Any

import numpy as np

from tutor.course.programs.compare import Values, all_same, arrays_in, near, numbers_of, same
from tutor.course.programs.key import Key, Known
from tutor.course.programs.messages import computed, unrunnable
from tutor.course.programs.reading import is_written_out
from tutor.course.programs.relations import Relation, factors_between, pairs_of, relation_of
from tutor.course.programs.words import wrong
from tutor.course.programs.written import shown
from tutor.course.questions import Feedback
from tutor.language import Text
from tutor.nn.arrays import Array

_PLAIN: Mapping[str, Text] = {
    "negative": computed.NEGATIVE,
    "twice": computed.TWICE,
    "half": computed.HALF,
    "square": computed.SQUARE_OF_ANSWER,
    "root": computed.ROOT,
    "reciprocal": computed.RECIPROCAL,
    "absolute_answer": computed.ABSOLUTE_ANSWER,
    "one_minus": computed.ONE_MINUS,
    "log_of_answer": computed.LOG_OF_ANSWER,
    "exp_of_answer": computed.EXP_OF_ANSWER,
    "rounded": computed.ROUNDED,
    "transposed": computed.TRANSPOSED,
    "no_squash": computed.NO_SQUASH,
    "slope": computed.SLOPE,
    "one_hot": computed.ONE_HOT,
    "log10": computed.LOGARITHM.filled(base=10),
    "log2": computed.LOGARITHM.filled(base=2),
    "squash_tanh": computed.SQUASH_OTHER.filled(name="tanh"),
    "squash_relu": computed.SQUASH_OTHER.filled(name="ReLU"),
    "squash_step": computed.THRESHOLD,
}

CHANGES: Mapping[str, Text] = {
    "sign": computed.MUTANT_SIGN,
    "mean_sum": computed.MUTANT_MEAN_SUM,
    "square_late": computed.MUTANT_SQUARE_LATE,
    "late": computed.MUTANT_LATE,
    "square": computed.MUTANT_SQUARE,
    "absolute": computed.MUTANT_ABSOLUTE,
    "axis": computed.MUTANT_AXIS,
    "transposed": computed.MUTANT_TRANSPOSED,
    "swapped": computed.MUTANT_SWAPPED,
    "exchanged": computed.MUTANT_EXCHANGED,
    "turned_pair": computed.MUTANT_TURNED_PAIR,
    "left_out": computed.MUTANT_LEFT_OUT,
    "one_minus": computed.MUTANT_ONE_MINUS,
    "precedence": computed.MUTANT_PRECEDENCE,
    "operation": computed.MUTANT_OPERATION,
    "matrix": computed.MUTANT_MATRIX,
    "function": computed.MUTANT_FUNCTION,
    "compared": computed.MUTANT_COMPARED,
    "factor_two": computed.FACTOR_OF_TWO,
    "extra": computed.MUTANT_EXTRA,
    "divisor": computed.MUTANT_DIVISOR,
    "skipped": computed.MUTANT_SKIPPED,
    "one_sample": computed.MUTANT_ONE_SAMPLE,
}
"""What led to the numbers, as a clause."""
_WHOLE: Mapping[str, Text] = {"part": computed.MUTANT_PART, "repeated": computed.MUTANT_REPEATED}
_HINTS: Mapping[str, Text] = {
    "axis": computed.AXIS_HINT,
    "precedence": computed.BRACKETS_HINT,
    "skipped": computed.INDEX_HINT,
}
_SECOND: Mapping[str, Text] = {
    "negative": computed.MUTANT_SIGN,
    "times_m": computed.MUTANT_MEAN_SUM,
    "over_m": computed.MUTANT_MEAN_SUM,
    "twice": computed.FACTOR_OF_TWO,
    "half": computed.FACTOR_OF_TWO,
}
"""What a second slip can be, by how the numbers are related to those of the first."""


def _softmax(x: Array) -> Array:
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


_EXPLAINED = ("one_minus", "reciprocal", "absolute_answer", "factor", "offset")
"""Relations that say little of how they came about: with these a single change that leads there is said as well."""

_KNOWN: tuple[tuple[Text, Callable[[Array], Array]], ...] = (
    (computed.SIGMOID, lambda x: 1 / (1 + np.exp(-x))),
    (computed.TANH, np.tanh),
    (computed.RELU, lambda x: np.maximum(0, x)),
    (computed.STEP_OF, lambda x: (x > 0).astype(float)),
    (computed.TANH_SLOPE, lambda x: 1 - np.tanh(x) ** 2),
    (computed.EXPONENTIAL, np.exp),
    (computed.SQUARE_OF, np.square),
    (computed.SOFTMAX, _softmax),
)
"""Functions of the course that take one thing."""
_MOST_ORDERED = 5
"""Of so many values at most every order is tried."""
_KNOWN_OF_TWO: tuple[tuple[Text, Callable[[Array, Array], Any]], ...] = (
    (computed.SQUARED_ERROR, lambda a, b: ((a - b) ** 2).mean()),
    (computed.ABSOLUTE_ERROR, lambda a, b: np.abs(a - b).mean()),
)
"""Functions that take two arrays of one size."""


def by_author(key: Key, values: Values) -> Feedback | None:
    """Return what the author says to a program that computes one of the slips."""
    for slip, wrong_values in key.slips:
        if all_same(wrong_values, values, key.scale):
            return Feedback(False, slip.say, slip.name)
    first = key.wanted[0][0]
    for slip, value in key.readout_slips:
        if same(value, values[0][0], key.scale) and not same(first, values[0][0], key.scale):
            return Feedback(False, slip.say, slip.name)
    return None


def by_structure(key: Key, values: Values) -> Feedback | None:
    """Return what to say where several values are wanted, and other ones, fewer or in another order come back."""
    wanted, given = key.wanted[0][0], values[0][0]
    if isinstance(wanted, dict):
        if not isinstance(given, dict) or given.keys() != wanted.keys():
            keys = ", ".join(f"`{name}`" for name in wanted)
            return wrong("keys", computed.KEYS_WANTED.filled(wanted=Text(en=keys, ko=keys)))
        return None
    if not isinstance(wanted, tuple):
        return None
    if isinstance(given, dict):
        return wrong("type", unrunnable.GIVES_OTHER.filled(type="dict"))
    array = numbers_of(given)
    several = isinstance(given, tuple | list) or (array is not None and array.ndim > 0)
    if not several or len(given) != len(wanted):
        count = computed.SOME_VALUES.filled(count=len(given)) if several else computed.ONE_VALUE
        return wrong("count", computed.COUNT_WANTED.filled(given=count, wanted=len(wanted)))
    if not _all_in_parts(wanted, values):
        return None
    for order in permutations(range(len(wanted))) if len(wanted) <= _MOST_ORDERED else ():
        turned = tuple(tuple(tuple(call[at] for at in order) for call in case) for case in values)
        if all_same(key.wanted, turned, key.scale):
            return wrong("order", computed.OTHER_ORDER)
    return None


def _all_in_parts(wanted: tuple[Any, ...] | dict[str, Any], values: Values) -> bool:
    """Return whether every call gave as many parts, under the same names where they have names."""
    calls = [call for case in values for call in case]
    if isinstance(wanted, dict):
        return all(isinstance(call, dict) and call.keys() == wanted.keys() for call in calls)
    listed = [list(call) if isinstance(call, np.ndarray) and call.ndim else call for call in calls]
    return all(isinstance(call, tuple | list) and len(call) == len(wanted) for call in listed)


def one_of_several(key: Key, values: Values) -> Feedback | None:
    """Return which of several values is wrong, where the others are right on all data."""
    first = key.wanted[0][0]
    if not isinstance(first, tuple | dict) or not _all_in_parts(first, values):
        return None
    places = list(first) if isinstance(first, dict) else list(range(len(first)))
    off = {
        place
        for one, other in zip(key.wanted, values, strict=True)
        for wanted, given in zip(one, other, strict=True)
        for place in places
        if not same(wanted[place], given[place], key.scale)
    }
    if len(off) != 1 or len(places) == 1:
        return None
    position = 1 + places.index(off.pop())
    return wrong("entry", computed.ONE_OF_SEVERAL.filled(position=position, count=len(places)))


def by_relation(key: Key, values: Values, tree: ast.Module, *, is_flat: bool) -> Feedback | None:
    """Return what to say where the numbers are related to the answer as a whole, or have another shape.

    Where all given numbers are one and the same, only the shape says something.
    """
    pairs = pairs_of(key.wanted, values)
    if pairs is None:
        return None
    relation = None if is_flat else relation_of(pairs, key.cases, key.exercise.arguments)
    if relation is not None and relation.kind == "fixed_number" and not is_written_out(tree, relation.factor):
        relation = None
    other = next((pair for pair in pairs if not _alike(pair.wanted, pair.given)), None)
    if relation is not None:
        wanted, given = (pairs[0].wanted, pairs[0].given) if other is None else (other.wanted, other.given)
        change = _change(_kinds(key, values)) if relation.kind in _EXPLAINED else ()
        return wrong(relation.kind, _said(relation, wanted, given), *change)
    if other is not None:
        return wrong("shape", other_shape(other.wanted, other.given))
    return None


def other_shape(wanted: Array, given: Array) -> Text:
    """Return which shape is wanted and which is given."""
    if wanted.size == 1:
        return computed.NUMBER_WANTED.filled(given=given.size, shape=given.shape)
    if given.size == 1:
        return computed.ARRAY_WANTED.filled(wanted=wanted.size, shape=wanted.shape)
    return computed.SHAPE_WANTED.filled(given=given.shape, wanted=wanted.shape)


def _alike(wanted: Array, given: Array) -> bool:
    return wanted.shape == given.shape or wanted.size == given.size == 1


def _said(relation: Relation, wanted: Array, given: Array) -> Text:
    """Return a relation in words; the two arrays are of a call that shows it."""
    counts = {"given": given.size, "wanted": wanted.size}
    factor = shown(relation.factor)
    match relation.kind:
        case "times_m":
            return computed.TIMES_M.filled(factor=factor, name=relation.name)
        case "over_m":
            return computed.OVER_M.filled(factor=factor, name=relation.name)
        case "fixed_number":
            return computed.FIXED_NUMBER.filled(factor=factor, name=relation.name)
        case "factor":
            return computed.FACTOR.filled(factor=factor)
        case "offset":
            more = computed.OFFSET_MORE if relation.factor > 0 else computed.OFFSET_LESS
            return more.filled(offset=shown(abs(relation.factor)))
        case "not_normalised":
            return computed.NOT_NORMALISED.filled(sum=factor)
        case "not_averaged":
            return computed.NOT_AVERAGED.filled(**counts)
        case "not_summed":
            return computed.NOT_SUMMED.filled(**counts)
        case "averaged":
            return computed.AVERAGED.filled(**counts)
        case "summed":
            return computed.SUMMED.filled(**counts)
        case "first_row":
            return computed.FIRST_ROW.filled(wanted=factor)
        case "only_shape":
            return computed.ONLY_SHAPE.filled(given=given.shape, wanted=wanted.shape)
        case _:
            return _PLAIN[relation.kind]


def by_mutant(key: Key, values: Values) -> Feedback | None:
    """Return what to say to a program that computes what a right one does after one change."""
    kinds = _kinds(key, values)
    return wrong(kinds[0], *_change(kinds)) if kinds else None


def _kinds(key: Key, values: Values) -> list[str]:
    """Return the kinds of the changes that lead to these numbers, the likeliest first.

    Where hardly a number is finite, nearly every change leads there, so that says nothing.
    """
    calls = [call for case in values for call in case]
    finite = sum(all(bool(np.isfinite(array).all()) for array in arrays_in(call)) for call in calls)
    if 2 * finite < len(calls) or _by_chance(key, values):
        return []
    return list(dict.fromkeys(one.kind for one in key.giving(values)))


def _by_chance(key: Key, values: Values) -> bool:
    """Return whether so few bits come back that among all wrong programs some give them whatever the slip was."""
    numbers = [array.astype(float).reshape(-1) for array in arrays_in(values)]
    together = np.concatenate(numbers) if numbers else np.zeros(0)
    return bool(np.isin(together, (0.0, 1.0)).all()) and 2**together.size < len(key.brief.mutants)


def _change(kinds: Sequence[str]) -> tuple[Text, ...]:
    """Return what to say of a change of the first of these kinds."""
    if not kinds:
        return ()
    kind = kinds[0]
    if kind in _WHOLE:
        return (_WHOLE[kind],)
    sentence = computed.COMES_OUT.filled(what=CHANGES[kind])
    if kind in _HINTS:
        return (sentence, _HINTS[kind])
    return (sentence, computed.BRACKETS_TOO) if "precedence" in kinds else (sentence,)


def by_known_function(key: Key, values: Values) -> Feedback | None:
    """Return that a program gives another function of the course, or an argument as it came."""
    found = {name: _taken(key, at) for at, name in enumerate(key.exercise.arguments)}
    taken = {name: arrays for name, arrays in found.items() if arrays is not None}
    for name, arrays in taken.items():
        if all_same(arrays, values, key.scale):
            return wrong("as_it_came", computed.AS_IT_CAME.filled(name=name))
        for function, compute in _KNOWN:
            if function is computed.SOFTMAX and any(one.ndim == 0 for case in arrays for one in case):
                continue
            with np.errstate(all="ignore"):
                results = tuple(tuple(compute(one) for one in case) for case in arrays)
            if all_same(results, values, key.scale):
                return wrong("known_function", computed.KNOWN_FUNCTION.filled(function=function, name=name))
    for (name, ones), (other, twos) in combinations(taken.items(), 2):
        pairs = [list(zip(*both, strict=True)) for both in zip(ones, twos, strict=True)]
        if not all(one.shape == two.shape and one.ndim for case in pairs for one, two in case):
            continue
        for function, gather in _KNOWN_OF_TWO:
            if all_same(tuple(tuple(gather(*pair) for pair in case) for case in pairs), values, key.scale):
                said = computed.KNOWN_OF_TWO.filled(function=function, one=name, other=other)
                return wrong("known_function", said)
    return None


def _taken(key: Key, at: int) -> tuple[tuple[Array, ...], ...] | None:
    """Return one argument at every call; None where it is no number and no array."""
    taken = [[numbers_of(call[at]) for call in case.calls] for case in key.cases]
    found = tuple(tuple(one.astype(float) for one in case if one is not None and one.size) for case in taken)
    return found if list(map(len, found)) == list(map(len, taken)) else None


def _lines(matrix: Array, axis: int) -> Array:
    """Return the columns of a matrix for 0, its rows for 1."""
    return matrix.T if axis == 0 else matrix


def by_first_only(key: Key, values: Values) -> Feedback | None:
    """Return that only the first column is right, or only the first row, on all data that has several."""
    pairs = pairs_of(key.wanted, values)
    if pairs is None or not all(pair.wanted.ndim == 2 and pair.wanted.shape == pair.given.shape for pair in pairs):
        return None
    for axis, words in ((0, computed.ONLY_FIRST_COLUMN), (1, computed.ONLY_FIRST_ROW)):
        right = [
            [
                near(one, other, key.scale)
                for one, other in zip(_lines(pair.wanted, axis), _lines(pair.given, axis), strict=True)
            ]
            for pair in pairs
        ]
        is_first = all(lines[:1] == [True] and not any(lines[1:]) for lines in right)
        if is_first and any(len(lines) > 1 for lines in right):
            return wrong("first_only", words)
    return None


def by_two_changes(key: Key, values: Values) -> Feedback | None:
    """Return what to say to a program that computes what a right one does after two changes."""
    for known in key.confirmed(lambda some, known, part: _second(some, known, part) is not None, values):
        second = _second(key, known, values)
        if second is not None and known.kind in CHANGES and CHANGES[known.kind] is not second:
            return wrong("two", computed.COMES_OUT_OF_TWO.filled(what=CHANGES[known.kind], other=second))
    for first, twice in key.twice_changed:
        if first in CHANGES and twice.kind in CHANGES and all_same(twice.values, values, key.scale):
            clauses = {"what": CHANGES[first], "other": CHANGES[twice.kind]}
            return wrong("two", computed.COMES_OUT_OF_TWO.filled(**clauses))
    return None


def _second(key: Key, known: Known, values: Values) -> Text | None:
    pairs = pairs_of(known.values, values)
    if pairs is None:
        return None
    relation = factors_between(pairs, key.cases, key.exercise.arguments)
    return _SECOND.get(relation.kind) if relation is not None else None


def by_dependence(key: Key, values: Values) -> Feedback | None:
    """Return that a program gives the same everywhere, or does not change with one of its arguments."""
    wanted, given = [[call for case in every for call in case] for every in (key.wanted, values)]
    if len(given) > 1 and _all_equal(given, key.scale) and not _all_equal(wanted, key.scale):
        array = numbers_of(given[0])
        if array is not None and array.size == 1:
            return wrong("constant", computed.CONSTANT.filled(given=shown(float(array.flat[0]))))
    if all(array is not None and not array.any() for array in map(numbers_of, given)):
        return wrong("constant", computed.ALL_ZERO)
    for at, name in enumerate(key.exercise.arguments):
        moved = list(_moved(key, at))
        changes = [one for one in moved if not same(key.wanted[one[0]][0], key.wanted[one[0]][one[1]], key.scale)]
        if changes and all(same(values[case][0], values[case][call], key.scale) for case, call in moved):
            return wrong("depends", computed.DEPENDS.filled(name=name))
    return None


def _moved(key: Key, at: int) -> Iterator[tuple[int, int]]:
    """Yield the case and call of every call that differs from the first of its case in one argument only."""
    for place, case in enumerate(key.cases):
        for call, arguments in enumerate(case.calls):
            off = [not np.array_equal(*pair) for pair in zip(case.calls[0], arguments, strict=True)]
            if sum(off) == 1 and off[at]:
                yield place, call


def _all_equal(values: list[Any], scale: float) -> bool:
    arrays = [numbers_of(value) for value in values]
    first = arrays[0]
    return first is not None and all(
        one is not None and one.shape == first.shape and near(first, one, scale) for one in arrays
    )
