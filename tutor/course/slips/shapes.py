"""Slips of arrays: turned, reversed, flattened, one cell of it wrong; and of shapes, which are arrays of lengths."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence

from tutor.course.messages import AT_POSITION, AT_ROW_COLUMN
from tutor.course.slips import messages
from tutor.course.slips.around import elsewhere, quantities, shapes_shown, shown
from tutor.course.slips.causes import Cause
from tutor.course.slips.derive import slips_of
from tutor.course.slips.hearing import AS_LIKELY, Given, Heard, hear
from tutor.course.slips.saying import Speaker
from tutor.course.slips.slip import Slip, claim
from tutor.course.typed import Nested, RaggedError, entries_of, read_arrays, shape_of, write_array
from tutor.language import INTERFACE_LANGUAGES, MINUS, Localised, Text
from tutor.namedtuple import NamedTuple
from tutor.working import Expression, given, weighted

Alike = Callable[[Nested, Nested], bool]
"""Whether two arrays are the same within the tolerance that is asked."""
ToNested = Callable[[object], Nested]


MOST_LENGTHS = 6
"""Lengths of which a shape can be put together: of more, it could be anything."""


class Array(NamedTuple):
    """An array that was asked for, and what to tell by."""

    truth: Nested
    entries: tuple[Expression, ...] | None
    """how its entries are worked out, row by row"""
    alike: Alike
    nested: ToNested
    is_shape: bool


def hear_array(speaker: Speaker, array: Array, given_arrays: Sequence[Nested]) -> Heard | None:
    """Return what is heard in a wrong array; None where that is nothing."""
    found: list[tuple[float, Slip, str]] = []
    for slip in array_slips(speaker, array):
        value = slip.value
        if not isinstance(value, tuple) or not all(map(math.isfinite, entries_of(value))):
            continue
        if array.alike(array.truth, value):
            continue
        if any(array.alike(value, one) and shape_of(one) == shape_of(value) for one in given_arrays):
            text = speaker.sentence_of(messages.THE_ARRAY, [slip])
            if text is not None:
                found.append((slip.cost, slip, text.in_("en")))
    if not found:
        return _one_length(speaker, array, given_arrays) if array.is_shape else _one_cell(speaker, array, given_arrays)
    found.sort(key=lambda one: one[0])
    others = [slip for cost, slip, text in found if text != found[0][2] and cost <= found[0][0] + AS_LIKELY]
    first = found[0][1]
    both = speaker.sentence_of(messages.THE_ARRAY, [first, others[0]]) if others else None
    alone = speaker.sentence_of(messages.THE_ARRAY, [first])
    assert alone is not None
    return Heard(both or alone, first.cause, first.working)


def array_slips(speaker: Speaker, array: Array) -> Iterator[Slip]:
    """Yield the slips of an array, likely and unlikely."""
    truth = array.truth
    if array.is_shape:
        yield from _of_shape(speaker, truth)
    else:
        yield from _turned(truth)
        yield from _of_others(speaker, array)
        yield from _unsummed(array)
    if array.entries is not None:
        for slip in slips_of(array.entries):
            if isinstance(slip.value, tuple):
                yield slip._replace(value=_shaped(entries_of(slip.value), shape_of(truth)))
    around = () if array.is_shape else elsewhere(speaker, thoroughly=True)
    for beside in (*quantities(speaker), *shown(speaker), *around):
        value = _array_of(beside.value, array.nested)
        if value is not None:
            yield Slip(beside.cause, (beside.claim,), beside.cost, value)
            if shape_of(value) != shape_of(truth) and beside.values is None:
                # A row of numbers is often written as the only row of a matrix, and the other way round.
                yield Slip(beside.cause, (beside.claim,), beside.cost + 1, (value,))


def _of_others(speaker: Speaker, array: Array) -> Iterator[Slip]:
    """Yield what becomes of the arrays that the lab shows: turned, or added up in one way or another."""
    result = speaker.asked.result
    for name, readout in (result.readouts if result is not None else {}).items():
        value = _array_of(readout.value, array.nested) or _written_out(readout.value)
        if name == speaker.answer or value is None or not readout.label or len(shape_of(value)) != 2:
            continue
        rows = [tuple(entries_of(row)) for row in value]
        columns = tuple(zip(*rows, strict=True))
        what = Text(**{language: speaker.name(name, language) for language in INTERFACE_LANGUAGES})
        found: list[tuple[Text, float, Nested]] = [
            (messages.IS_TURNED_OF, 13, columns),
            (messages.IS_ROWS_REVERSED_OF, 14, tuple(rows[::-1])),
            (messages.IS_COLUMNS_REVERSED_OF, 14, tuple(row[::-1] for row in rows)),
            (messages.ADDS_ROWS_OF, 12, tuple(map(math.fsum, rows))),
            (messages.ADDS_COLUMNS_OF, 12, tuple(map(math.fsum, columns))),
            (messages.MULTIPLIES_ROWS_OF, 14, tuple(map(math.prod, rows))),
            (messages.MULTIPLIES_COLUMNS_OF, 14, tuple(map(math.prod, columns))),
        ]
        for text, lines in ((messages.IS_ROW_OF, rows), (messages.IS_COLUMN_OF, columns)):
            found += [(text.filled(number=at, what="{what}"), 13, line) for at, line in enumerate(lines, 1)]
        for text, cost, new in found:
            for written in (new, (new,)):
                yield Slip(Cause.QUANTITY, (claim(text, what=what),), cost, written)


def _written_out(value: object) -> Nested | None:
    """Return the array that a lab writes out as text: "[[1, 2], [3, 4]]"."""
    if not isinstance(value, str) or not value.startswith("[["):
        return None
    try:
        return next(iter(read_arrays(value)), None)
    except RaggedError:
        return None


def _unsummed(array: Array) -> Iterator[Slip]:
    """Yield the products of a matrix product below each other, not added up."""
    shape = shape_of(array.truth)
    if array.entries is None or len(shape) != 2:
        return
    terms = [one.operands for one in array.entries]
    if len({len(one) for one in terms}) == 1 and shape[0] == 1:
        rows = tuple(zip(*([term.value for term in one] for one in terms), strict=True))
        if rows:
            said = claim(messages.IS_NOT_ADDED_UP, what=terms[0][0])
            yield Slip(Cause.STOPPED, (said,), 12, rows)


def _array_of(value: object, to_nested: ToNested) -> Nested | None:
    if isinstance(value, str) or not hasattr(value, "__len__"):
        return None
    try:
        return to_nested(value)
    except (TypeError, ValueError):
        return None


def _shaped(entries: Sequence[float], shape: tuple[int, ...]) -> Nested:
    """Return entries, row by row, as an array of a shape."""
    if len(shape) <= 1:
        return tuple(entries)
    size = len(entries) // shape[0]
    return tuple(_shaped(entries[at * size : (at + 1) * size], shape[1:]) for at in range(shape[0]))


def _turned(truth: Nested) -> Iterator[Slip]:
    """Yield what comes of writing the right numbers otherwise, or a part of them."""
    entries, shape = entries_of(truth), shape_of(truth)

    def slip(cause: Cause, text: Text, cost: float, value: Nested, **pieces: str) -> Slip:
        return Slip(cause, (claim(text, **pieces),), cost, value)

    yield slip(Cause.QUANTITY, messages.IS_THE_SHAPE, 9, tuple(map(float, shape)))
    yield slip(Cause.SIGN, messages.HAS_OTHER_SIGNS, 8, _shaped([-entry for entry in entries], shape))
    yield slip(Cause.TOO_FAR, messages.IS_ADDED_UP, 10, (math.fsum(entries),))
    if len(shape) == 1:
        yield slip(Cause.EXCHANGED, messages.IS_REVERSED, 8, entries[::-1])
        yield slip(Cause.EXCHANGED, messages.IS_IN_BRACKETS, 9, (entries,))
        yield slip(Cause.EXCHANGED, messages.IS_IN_COLUMN, 9, tuple((entry,) for entry in entries))
        for at in range(len(entries) if len(entries) > 2 else 0):
            yield slip(Cause.LEFT_OUT, messages.IS_WITHOUT_ONE, 12, (*entries[:at], *entries[at + 1 :]))
    if len(shape) == 2:
        rows = [tuple(entries_of(row)) for row in truth]
        columns = tuple(zip(*rows, strict=True))
        yield slip(Cause.EXCHANGED, messages.IS_TRANSPOSED, 8, columns)
        yield slip(Cause.EXCHANGED, messages.ROWS_REVERSED, 9, tuple(rows[::-1]))
        yield slip(Cause.EXCHANGED, messages.COLUMNS_REVERSED, 9, tuple(row[::-1] for row in rows))
        yield slip(Cause.EXCHANGED, messages.IS_REVERSED, 10, tuple(row[::-1] for row in rows[::-1]))
        yield slip(Cause.EXCHANGED, messages.IS_FLAT, 9, entries)
        yield slip(Cause.EXCHANGED, messages.IS_FLAT, 9, (entries,))
        yield slip(Cause.EXCHANGED, messages.IS_REPEATED, 13, (entries,) * len(rows))
        for at, row in enumerate(rows):
            turned = (*rows[:at], row[::-1], *rows[at + 1 :])
            yield slip(Cause.EXCHANGED, messages.HAS_A_ROW_BACKWARDS, 11, turned, row=f"{at + 1}")
        for number, row in enumerate(rows, 1):
            yield slip(Cause.LEFT_OUT, messages.IS_ONE_ROW, 12, row, row=f"{number}")
            yield slip(Cause.LEFT_OUT, messages.IS_ONE_ROW, 12, (row,), row=f"{number}")
        for number, column in enumerate(columns, 1):
            yield slip(Cause.LEFT_OUT, messages.IS_ONE_COLUMN, 12, column, column=f"{number}")
            yield slip(
                Cause.LEFT_OUT, messages.IS_ONE_COLUMN, 12, tuple((entry,) for entry in column), column=f"{number}"
            )
        yield slip(Cause.EXCHANGED, messages.IS_RESHAPED, 11, _shaped(entries, shape[::-1]))


def _of_shape(speaker: Speaker, truth: Nested) -> Iterator[Slip]:
    """Yield what comes of mistaking a shape."""
    lengths = entries_of(truth)

    def slip(cause: Cause, text: Text, cost: float, *value: float) -> Slip:
        return Slip(cause, (claim(text),), cost, value)

    yield slip(Cause.EXCHANGED, messages.SHAPE_IS_TURNED, 8, *lengths[::-1])
    for at in range(len(lengths) if len(lengths) > 1 else 0):
        yield slip(Cause.LEFT_OUT, messages.SHAPE_LEAVES_OUT, 10, *lengths[:at], *lengths[at + 1 :])
    for at in range(len(lengths) + 1):
        yield slip(Cause.TOO_FAR, messages.SHAPE_HAS_ONE_MORE, 10, *lengths[:at], 1.0, *lengths[at:])
    yield slip(Cause.QUANTITY, messages.SHAPE_IS_SIZE, 12, math.prod(lengths))
    yield slip(Cause.QUANTITY, messages.SHAPE_IS_DIMENSIONS, 13, float(len(lengths)))
    beside = list(shapes_shown(speaker))
    for what, lengths in beside:
        yield Slip(Cause.QUANTITY, (claim(messages.SHAPE_OF, what=what),), 11, lengths)
        yield Slip(Cause.QUANTITY, (claim(messages.SHAPE_OF_TURNED, what=what),), 15, lengths[::-1])
    yield from _put_together(beside)
    known = sorted({*(length for _, sizes in beside for length in sizes), *entries_of(truth), 1.0})
    if len(known) <= MOST_LENGTHS:
        for count in (1, 2, 3):
            for value in _choices(known, count):
                yield slip(Cause.EXCHANGED, messages.SHAPE_TAKES_OTHERS, 20, *value)


def _put_together(beside: Sequence[tuple[Text, tuple[float, ...]]]) -> Iterator[Slip]:
    """Yield what comes of two shapes put together in a wrong way."""
    for at, (one, first) in enumerate(beside):
        for other, second in beside[at + 1 :]:
            named = {"one": one, "other": other}
            found: list[tuple[Text, tuple[float, ...]]] = [
                (messages.SHAPES_JOINED, (*first, *second)),
                (messages.SHAPES_MULTIPLIED, (math.prod(first), math.prod(second))),
            ]
            if len(first) == len(second):
                found.append((messages.SHAPES_ADDED, tuple(map(sum, zip(first, second, strict=True)))))
            if first and second and first[-1] == second[0]:
                found.append((messages.SHAPES_JOINED_ONCE, (*first, *second[1:])))
            for text, value in found:
                yield Slip(Cause.OPERATION, (claim(text, **named),), 13, value)


def _choices(lengths: Sequence[float], count: int) -> Iterator[tuple[float, ...]]:
    if count == 0:
        yield ()
        return
    for first in lengths:
        for rest in _choices(lengths, count - 1):
            yield (first, *rest)


def _one_length(speaker: Speaker, array: Array, given_arrays: Sequence[Nested]) -> Heard | None:
    """Return what is heard in a shape of which one length is right, and another is none of the lab's."""
    truth = entries_of(array.truth)
    for one in map(entries_of, given_arrays):
        right = [at for at, (wanted, length) in enumerate(zip(truth, one, strict=False), 1) if wanted == length]
        if len(one) == len(truth) and len(right) == 1 and len(truth) > 1:
            said = claim(messages.SHAPE_HAS_ONE_RIGHT, at=f"{right[0]}")
            text = speaker.sentence_of(messages.THE_ARRAY, [Slip(Cause.EXCHANGED, (said,), 0, one)])
            return None if text is None else Heard(text, Cause.EXCHANGED)
    return None


def _one_cell(speaker: Speaker, array: Array, given_arrays: Sequence[Nested]) -> Heard | None:
    """Return what is heard in an array of which a part is right."""
    truth = entries_of(array.truth)
    for one in given_arrays:
        if shape_of(one) != shape_of(array.truth):
            continue
        pairs = list(zip(truth, entries_of(one), strict=True))
        wrong = [at for at, (right, entry) in enumerate(pairs) if not speaker.tolerance.covers(right, entry)]
        if not wrong:
            return None
        at = wrong[0]
        spelled = write_array(pairs[at][1]).replace("-", MINUS)
        typed = Given(pairs[at][1], write_array(pairs[at][1]), 1, spelled)
        working = array.entries[at] if array.entries is not None else None
        cell = speaker._replace(truths=(truth[at], *truth))
        heard = hear(cell, [typed], working, in_array=True)
        if heard is None:
            return None
        place = place_words(at, shape_of(array.truth))
        said = {
            language: messages.SLIP_ENTRY(language, place=place(language), sentence=sentence)
            for language, sentence in heard.say.variants.items()
        }
        mine = heard.working
        whole = None
        if array.entries is not None and isinstance(mine, Expression):
            whole = (*array.entries[:at], mine, *array.entries[at + 1 :])
        return heard._replace(say=Localised(said), working=whole)
    return None


def place_words(at: int, shape: tuple[int, ...]) -> Text:
    """Return the place of the entry number `at` of an array of one or two dimensions in words."""
    if len(shape) == 1:
        return AT_POSITION.filled(position=at + 1)
    row, column = divmod(at, shape[-1])
    return AT_ROW_COLUMN.filled(row=row + 1, column=column + 1)


def product_entries(speaker: Speaker, truth: Nested, to_nested: ToNested) -> tuple[Expression, ...] | None:
    """Return how the entries of a matrix are worked out that is the product of two others that the lab shows."""
    result = speaker.asked.result
    if result is None or len(shape_of(truth)) != 2:
        return None
    shown = {
        name: value
        for name, readout in result.readouts.items()
        if name != speaker.answer
        and readout.label
        and (value := _array_of(readout.value, to_nested)) is not None
        and len(shape_of(value)) == 2
    }
    for left, A in shown.items():
        for right, B in shown.items():
            (rows, inner), (below, columns) = shape_of(A), shape_of(B)
            if left == right or inner != below or (rows, columns) != shape_of(truth):
                continue
            a, b = entries_of(A), entries_of(B)
            entries = tuple(
                weighted(
                    (
                        given(a[row * inner + at], f"{left}[{row},{at}]"),
                        given(b[at * columns + column], f"{right}[{at},{column}]"),
                    )
                    for at in range(inner)
                )
                for row in range(rows)
                for column in range(columns)
            )
            if all(
                math.isclose(one.value, wanted, abs_tol=1e-9)
                for one, wanted in zip(entries, entries_of(truth), strict=True)
            ):
                return entries
    return None
