"""Where a program is wrong, in the lesson's own terms: at W = 0 yours gives 14, the cost is 4.67."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from tutor.course.programs.compare import Values, arrays_in, numbers_of, same, same_shape
from tutor.course.programs.key import Key
from tutor.course.programs.messages import computed
from tutor.course.programs.words import as_code, wrong
from tutor.course.programs.written import MOST_ENTRIES, both_shown, briefly, listing, place_of, shown
from tutor.course.questions import Feedback
from tutor.language import Text
from tutor.namedtuple import NamedTuple
from tutor.nn.arrays import Array

_LARGE = 300.0
"""Of a number that is larger e to its power may be infinite, once a slip has doubled it."""


class Call(NamedTuple):
    """A call that gave something wrong."""

    case: int
    call: int
    wanted: Any
    given: Any

    @property
    def arrays(self) -> tuple[Array, Array] | None:
        """What is wanted and what is given, where both are numbers in the same shape."""
        one, other = numbers_of(self.wanted), numbers_of(self.given)
        if one is None or other is None or not same_shape(one, other):
            return None
        return one.astype(float).reshape(one.shape), other.astype(float).reshape(one.shape)

    @property
    def is_finite(self) -> bool:
        """Whether every given number is one that can be shown."""
        return all(bool(np.isfinite(array).all()) for array in arrays_in(self.given))


def wrong_calls(key: Key, values: Values) -> tuple[Call, ...]:
    """Return every call that did not give what is wanted."""
    return tuple(
        Call(case, call, *pair)
        for case, calls in enumerate(zip(key.wanted, values, strict=True))
        for call, pair in enumerate(zip(*calls, strict=True))
        if not same(*pair, key.scale)
    )


def not_finite(key: Key, calls: tuple[Call, ...], source: str) -> Feedback | None:
    """Return where the nan or inf comes from, if every wrong call has one."""
    if any(call.is_finite for call in calls):
        return None
    call = calls[0]
    given = next(shown(float(n)) for array in arrays_in(call.given) for n in array.flat if not np.isfinite(n))
    name, number = max(_extremes(key, call), key=lambda one: abs(one[1]), default=("", 0.0))
    if "exp" in source and abs(number) > _LARGE:
        value = as_code(f"{name} = {shown(number)}")
        return wrong("overflow", computed.EXP_OVERFLOWS.filled(value=value, given=given))
    if "log" in source and "/" not in source and "exp" not in source:
        return wrong("log_of_zero", computed.LOG_OF_ZERO.filled(given=given))
    return wrong("nan", computed.NOT_A_NUMBER.filled(given=given))


def _extremes(key: Key, call: Call) -> Iterator[tuple[str, float]]:
    """Yield the number of the largest size that each name holds in a call."""
    for name, value in _named(key, call):
        for array in arrays_in(value):
            if array.size:
                yield name, float(array.flat[int(np.argmax(np.abs(array)))])


def counterexample(key: Key, calls: tuple[Call, ...]) -> Feedback:
    """Return the call that shows best that a program is wrong, and what all wanted numbers keep to and it does not."""
    call = min(calls, key=lambda one: (not one.is_finite, one.arrays is None, one.case, len(_place(key, one))))
    said = _said(key, call)
    for name, law in _laws(key, call):
        return wrong(name, law, said)
    return wrong("counterexample", said)


def _laws(key: Key, call: Call) -> Iterator[tuple[str, Text]]:
    """Yield what holds for every wanted number and not for this call."""
    wanted = [array.astype(float) for case in key.wanted for value in case for array in arrays_in(value) if array.size]
    if call.arrays is None or not wanted:
        return
    given = call.arrays[1]
    if given.ndim == 2 and all(
        one.ndim == 2 and one.shape[1] > 1 and np.allclose(one.sum(axis=1), 1) for one in wanted
    ):
        off = np.abs(given.sum(axis=1) - 1)
        if off.max() > 1e-3:
            row = int(off.argmax())
            yield "row_sums", computed.ROW_SUMS.filled(row=row + 1, sum=shown(float(given[row].sum())))
    low, high = min(float(one.min()) for one in wanted), max(float(one.max()) for one in wanted)
    if 0 < low and high < 1 and not ((given >= 0) & (given <= 1)).all():
        outside = given[(given < 0) | (given > 1)][0]
        yield "between", computed.BETWEEN_0_AND_1.filled(given=shown(float(outside)))
    elif low >= 0 and (given < 0).any():
        yield "never_negative", computed.NEVER_NEGATIVE.filled(given=shown(float(given.min())))


def _said(key: Key, call: Call) -> Text:
    answer = _answer(key)
    if call.arrays is None:
        return _of_others(key, call, answer)
    wanted, given = call.arrays
    if wanted.size == 1:
        numbers = both_shown(float(given.flat[0]), float(wanted.flat[0]))
        words: dict[str, str | Text] = {"given": numbers[0], "answer": answer, "wanted": numbers[1]}
        return _located(key, call, (computed.AT_PLACE, computed.ON_OTHER_SAMPLES, computed.ON_DATA), words)
    with np.errstate(all="ignore"):
        off = np.nan_to_num(np.abs(given - wanted), nan=np.inf)
    index = tuple(int(at) for at in np.unravel_index(int(off.argmax()), off.shape))
    numbers = both_shown(float(given[index]), float(wanted[index]))
    entry = {"index": f"[{', '.join(map(str, index))}]", "given": numbers[0], "wanted": numbers[1]}
    sentences = (computed.ENTRY_DIFFERS, computed.ENTRY_DIFFERS_ON_OTHER_SAMPLES, computed.ENTRY_DIFFERS_ON_DATA)
    return _located(key, call, sentences, entry)


def _located(key: Key, call: Call, sentences: tuple[Text, Text, Text], words: Mapping[str, str | Text]) -> Text:
    """Return a sentence about a call: at short values, on further data by how that begins, or on the lab's own."""
    at_place, on_others, on_data = sentences
    place = _place(key, call)
    others = briefly(_named(key, call)) if call.case else ""
    if others:
        return on_others.filled(place=", ".join(part for part in (others, place) if part), **words)
    return at_place.filled(place=place, **words) if place else on_data.filled(**words)


def _of_others(key: Key, call: Call, answer: Text) -> Text:
    """Return in plain words what came back instead of what, where they are not numbers of one shape."""
    words: dict[str, str | Text] = {"given": _plain(call.given), "answer": answer, "wanted": _plain(call.wanted)}
    return _located(key, call, (computed.AT_PLACE, computed.ON_OTHER_SAMPLES, computed.ON_DATA), words)


def _plain(value: Any) -> str:
    array = numbers_of(value)
    if array is not None:
        return listing(array) if array.size <= MOST_ENTRIES else f"[{array.shape}]"
    if isinstance(value, tuple | list):
        return f"({', '.join(map(_plain, value))})"
    return repr(value)


def _answer(key: Key) -> Text:
    drawn = key.exercise.drawn
    if drawn is None or drawn.walks:
        return computed.THE_ANSWER
    return Text(en=f"`{drawn.readout}`", ko=f"`{drawn.readout}`")


def _place(key: Key, call: Call) -> str:
    """Return where the program was called, in words; the lab's own data goes without saying."""
    named = list(_named(key, call))
    if call.case == 0:
        named = [(name, value) for name, value in named if name in key.exercise.arguments]
    return place_of(named)


def _named(key: Key, call: Call) -> Iterator[tuple[str, Any]]:
    case = key.cases[call.case]
    yield from zip(key.exercise.arguments, case.calls[call.call], strict=True)
    yield from case.given.items()
