"""What a wrong program computes instead of the answer, said in kinds of slips: no sentence gives the solution away."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from tutor.course.programs import messages
from tutor.course.programs.compare import Values, all_same, near, numbers_of, same
from tutor.course.programs.key import Key, Known
from tutor.course.programs.relations import Relation, factors_between, pairs_of, relation_of
from tutor.course.programs.words import wrong
from tutor.course.programs.written import shown
from tutor.course.questions import Feedback
from tutor.language import Text
from tutor.nn.arrays import Array

_PLAIN: Mapping[str, Text] = {
    "negative": messages.NEGATIVE,
    "twice": messages.TWICE,
    "half": messages.HALF,
    "square": messages.SQUARE_OF_ANSWER,
    "root": messages.ROOT,
    "reciprocal": messages.RECIPROCAL,
    "absolute_answer": messages.ABSOLUTE_ANSWER,
    "one_minus": messages.ONE_MINUS,
    "log_of_answer": messages.LOG_OF_ANSWER,
    "exp_of_answer": messages.EXP_OF_ANSWER,
    "rounded": messages.ROUNDED,
    "transposed": messages.TRANSPOSED,
    "no_squash": messages.NO_SQUASH,
    "slope": messages.SLOPE,
    "one_hot": messages.ONE_HOT,
    "log10": messages.LOGARITHM.filled(base=10),
    "log2": messages.LOGARITHM.filled(base=2),
    "squash_tanh": messages.SQUASH_OTHER.filled(name="tanh"),
    "squash_relu": messages.SQUASH_OTHER.filled(name="ReLU"),
    "squash_step": messages.SQUASH_OTHER.filled(name=messages.STEP_FUNCTION),
}

_CHANGES: Mapping[str, Text] = {
    "sign": messages.MUTANT_SIGN,
    "mean_sum": messages.MUTANT_MEAN_SUM,
    "square_late": messages.MUTANT_SQUARE_LATE,
    "late": messages.MUTANT_LATE,
    "square": messages.MUTANT_SQUARE,
    "absolute": messages.MUTANT_ABSOLUTE,
    "axis": messages.MUTANT_AXIS,
    "transposed": messages.MUTANT_TRANSPOSED,
    "swapped": messages.MUTANT_SWAPPED,
    "exchanged": messages.MUTANT_EXCHANGED,
    "left_out": messages.MUTANT_LEFT_OUT,
    "one_minus": messages.MUTANT_ONE_MINUS,
    "precedence": messages.MUTANT_PRECEDENCE,
    "operation": messages.MUTANT_OPERATION,
    "matrix": messages.MUTANT_MATRIX,
    "function": messages.MUTANT_FUNCTION,
    "compared": messages.MUTANT_COMPARED,
    "skipped": messages.MUTANT_SKIPPED,
    "one_sample": messages.MUTANT_ONE_SAMPLE,
}
"""What led to the numbers, as a clause."""
_WHOLE: Mapping[str, Text] = {"part": messages.MUTANT_PART, "repeated": messages.MUTANT_REPEATED}
_HINTS: Mapping[str, Text] = {
    "axis": messages.AXIS_HINT,
    "precedence": messages.BRACKETS_HINT,
    "skipped": messages.INDEX_HINT,
}
_SECOND: Mapping[str, Text] = {
    "negative": messages.MUTANT_SIGN,
    "times_m": messages.MUTANT_MEAN_SUM,
    "over_m": messages.MUTANT_MEAN_SUM,
    "twice": messages.FACTOR_OF_TWO,
    "half": messages.FACTOR_OF_TWO,
}
"""What a second slip can be, by how the numbers are related to those of the first."""


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
            return wrong("keys", messages.KEYS_WANTED.filled(wanted=Text(en=keys, ko=keys)))
        return None
    if not isinstance(wanted, tuple):
        return None
    array = numbers_of(given)
    several = isinstance(given, tuple | list) or (array is not None and array.ndim > 0)
    if not several or len(given) != len(wanted):
        count = messages.SOME_VALUES.filled(count=len(given)) if several else messages.ONE_VALUE
        return wrong("count", messages.COUNT_WANTED.filled(given=count, wanted=len(wanted)))
    turned = tuple(tuple(tuple(reversed(call)) for call in case) for case in values)
    if all_same(key.wanted, turned, key.scale):
        return wrong("order", messages.OTHER_ORDER)
    return None


def one_of_several(key: Key, values: Values) -> Feedback | None:
    """Return which of several values is wrong, where the others are right on all data."""
    first = key.wanted[0][0]
    if not isinstance(first, tuple | dict):
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
    return wrong("entry", messages.ONE_OF_SEVERAL.filled(position=position, count=len(places)))


def by_relation(key: Key, values: Values) -> Feedback | None:
    """Return what to say where the numbers are related to the answer as a whole, or have another shape."""
    pairs = pairs_of(key.wanted, values)
    if pairs is None:
        return None
    relation = relation_of(pairs, key.cases, key.exercise.arguments)
    other = next((pair for pair in pairs if not _alike(pair.wanted, pair.given)), None)
    if relation is not None:
        wanted, given = (pairs[0].wanted, pairs[0].given) if other is None else (other.wanted, other.given)
        return wrong(relation.kind, _said(relation, wanted, given))
    if other is not None:
        return wrong("shape", other_shape(other.wanted, other.given))
    return None


def other_shape(wanted: Array, given: Array) -> Text:
    """Return which shape is wanted and which is given."""
    if wanted.size == 1:
        return messages.NUMBER_WANTED.filled(given=given.size, shape=given.shape)
    if given.size == 1:
        return messages.ARRAY_WANTED.filled(wanted=wanted.size, shape=wanted.shape)
    return messages.SHAPE_WANTED.filled(given=given.shape, wanted=wanted.shape)


def _alike(wanted: Array, given: Array) -> bool:
    return wanted.shape == given.shape or wanted.size == given.size == 1


def _said(relation: Relation, wanted: Array, given: Array) -> Text:
    """Return a relation in words; the two arrays are of a call that shows it."""
    counts = {"given": given.size, "wanted": wanted.size}
    factor = shown(relation.factor)
    match relation.kind:
        case "times_m":
            return messages.TIMES_M.filled(factor=factor, name=relation.name)
        case "over_m":
            return messages.OVER_M.filled(factor=factor, name=relation.name)
        case "fixed_number":
            return messages.FIXED_NUMBER.filled(factor=factor, name=relation.name)
        case "factor":
            return messages.FACTOR.filled(factor=factor)
        case "offset":
            more = messages.OFFSET_MORE if relation.factor > 0 else messages.OFFSET_LESS
            return more.filled(offset=shown(abs(relation.factor)))
        case "not_normalised":
            return messages.NOT_NORMALISED.filled(sum=factor)
        case "not_averaged":
            return messages.NOT_AVERAGED.filled(**counts)
        case "not_summed":
            return messages.NOT_SUMMED.filled(**counts)
        case "averaged":
            return messages.AVERAGED.filled(**counts)
        case "summed":
            return messages.SUMMED.filled(**counts)
        case "first_row":
            return messages.FIRST_ROW.filled(wanted=len(wanted))
        case "only_shape":
            return messages.ONLY_SHAPE.filled(given=given.shape, wanted=wanted.shape)
        case _:
            return _PLAIN[relation.kind]


def by_mutant(key: Key, values: Values) -> Feedback | None:
    """Return what to say to a program that computes what a right one does after one change."""
    kinds = list(dict.fromkeys(one.kind for one in key.mutants if all_same(one.values, values, key.scale)))
    if not kinds:
        return None
    kind = kinds[0]
    if kind in _WHOLE:
        return wrong(kind, _WHOLE[kind])
    sentences = [messages.COMES_OUT.filled(what=_CHANGES[kind])]
    if kind in _HINTS:
        sentences.append(_HINTS[kind])
    elif "precedence" in kinds:
        sentences.append(messages.BRACKETS_TOO)
    return wrong(kind, *sentences)


def by_two_changes(key: Key, values: Values) -> Feedback | None:
    """Return what to say to a program that computes what a right one does after two changes."""
    for known in key.mutants:
        second = _second(key, known, values)
        if second is not None and known.kind in _CHANGES and _CHANGES[known.kind] is not second:
            said = messages.COMES_OUT_OF_TWO.filled(what=_CHANGES[known.kind], other=second)
            return wrong("two", said)
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
            return wrong("constant", messages.CONSTANT.filled(given=shown(float(array.flat[0]))))
    for at, name in enumerate(key.exercise.arguments):
        moved = list(_moved(key, at))
        changes = [one for one in moved if not same(key.wanted[one[0]][0], key.wanted[one[0]][one[1]], key.scale)]
        if changes and all(same(values[case][0], values[case][call], key.scale) for case, call in moved):
            return wrong("depends", messages.DEPENDS.filled(name=name))
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
