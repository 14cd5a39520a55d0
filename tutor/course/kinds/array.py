"""A matrix or a vector to work out, or a shape."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from tutor.course import messages
from tutor.course.entry import Typed
from tutor.course.fields import Field, OneOf, ReadoutName, Words
from tutor.course.kinds.draft import Draft, Kind
from tutor.course.kinds.number import MISTAKES, TOLERANCE, Mistake, mistakes_of, tolerance_of, written
from tutor.course.messages import questions as for_authors
from tutor.course.proof import Claim, Meets, Right, Wrong
from tutor.course.questions import (
    Asked,
    Derived,
    Desk,
    Feedback,
    Need,
    Question,
    Reference,
    Unreadable,
    prose_of,
    words_of,
)
from tutor.course.questions import Words as Localised
from tutor.course.slips.hearing import working_of
from tutor.course.slips.saying import Speaker, speaker_of
from tutor.course.slips.shapes import Array, array_slips, hear_array, product_entries
from tutor.course.telling import in_a_row
from tutor.course.tolerance import Tolerance, is_rounding_of
from tutor.course.typed import (
    Nested,
    RaggedError,
    decimals_of,
    entries_of,
    normalised,
    read_arrays,
    read_shape,
    shape_of,
    write_array,
)
from tutor.dataclass import dataclass
from tutor.language import MINUS, Text
from tutor.working import Working

_TIGHT_COMMA = re.compile(r"[0-9],[0-9]")


@dataclass(frozen=True, eq=False, kw_only=True)
class ArrayQuestion(Question, Kind):
    """An array; its answer is a readout."""

    KIND: ClassVar[str] = "array"
    WEIGHT: ClassVar[int] = 4
    FIELDS: ClassVar[tuple[Field, ...]] = (
        Field("answer", ReadoutName(), for_authors.ANSWER, required=True),
        Field("tolerance", TOLERANCE, for_authors.ARRAY_TOLERANCE),
        Field("input", OneOf(("shape",)), for_authors.ARRAY_INPUT),
        Field("mistakes", MISTAKES, for_authors.ARRAY_MISTAKES),
        Field("otherwise", Words(), for_authors.ARRAY_OTHERWISE),
    )

    answer: Reference
    tolerance: Tolerance
    shape: bool
    """the answer is a shape, typed as 3x2 or (3, 2)"""
    mistakes: tuple[Mistake, ...]
    otherwise: Localised | None
    """for an unrecognised wrong array; None says the shape, or the first wrong entry"""

    @classmethod
    def build(cls, draft: Draft, given: Mapping[str, Any]) -> ArrayQuestion:
        """Return the question."""
        tolerance = tolerance_of(given)
        shape = given.get("input") == "shape"
        decides = {"answer": str(given["answer"]), "abs": tolerance.abs, "rel": tolerance.rel, "shape": shape}
        return cls(
            **draft.shared(decides),
            answer=given["answer"],
            tolerance=tolerance,
            shape=shape,
            mistakes=mistakes_of(given),
            otherwise=given.get("otherwise"),
        )

    def truth(self, asked: Asked) -> Nested:
        """Return the answer as nested tuples."""
        return nested(self.answer.of(asked))

    def entry(self, asked: Asked) -> Typed:
        """Return an entry that says how a shape, a row or rows are typed."""
        if self.shape:
            return Typed(messages.ENTRY_SHAPE, letters=False)
        is_row = len(shape_of(self.truth(asked))) == 1
        return Typed(messages.ENTRY_ROW if is_row else messages.ENTRY_ARRAY, letters=False)

    def read(self, response: str) -> tuple[Nested, ...]:
        """Return the arrays that `response` can mean; () where it is none.

        Raises:
            RaggedError: the rows differ in length.
        """
        if not self.shape:
            return read_arrays(response)
        shape = read_shape(response)
        return () if shape is None else (tuple(map(float, shape)),)

    def grade(self, asked: Asked, response: str, language: str) -> Feedback | Unreadable:
        """Return what to tell the learner about an array."""
        try:
            given = self.read(response)
        except RaggedError:
            return Unreadable(messages.RAGGED_ARRAY(language))
        if not given:
            return Unreadable(self._why_unread(response)(language))
        truth = self.truth(asked)
        if any(self._alike(truth, array) for array in given):
            return Feedback(True)
        for mistake in self.mistakes:
            wrong = nested(mistake.answer.of(asked))
            if any(self._alike(wrong, array) for array in given):
                return Feedback(False, mistake.say, str(mistake.answer))
        if self._can_be_decimals(truth, given, response):
            return Unreadable(messages.COMMA_OR_POINT(language))
        if self.shape and response.strip().startswith("[") and len(given[0]) != len(truth):
            return Feedback(False, words_of(messages.VALUES_FOR_SHAPE), "values")
        if any(self._is_rounded(truth, array) for array in given):
            return Feedback(False, words_of(messages.ENTRIES_ROUNDED_TOO_FAR, wanted=self.tolerance.words()), "rounded")
        heard = hear_array(*self._as_heard(asked), given)
        if heard is not None:
            return Feedback(False, prose_of(heard.say), heard.mistake, lambda: heard.working)
        if self.otherwise is not None:
            return Feedback(False, self.otherwise)
        return self._what_differs(truth, given)

    def _as_heard(self, asked: Asked) -> tuple[Speaker, Array]:
        """Return who says slips of the array, and what they are derived from."""
        truth = self.truth(asked)
        speaker = speaker_of(asked, self.answer.name, entries_of(truth), self.tolerance)
        entries = working_of(self.working(asked)) or product_entries(speaker, truth, nested)
        known = entries if isinstance(entries, tuple) and len(entries) == len(entries_of(truth)) else None
        return speaker, Array(truth, known, self._alike, nested, self.shape)

    def slips(self, asked: Asked) -> Iterator[Derived]:
        """Yield the wrong arrays that can be derived, as they would be typed."""
        truth = self.truth(asked)
        for slip in array_slips(*self._as_heard(asked)):
            if isinstance(slip.value, tuple) and all(map(math.isfinite, entries_of(slip.value))):
                text = "x".join(_sizes(slip.value)) if self.shape else write_array(slip.value)
                yield Derived(text, slip.cause, slip.cost, self._alike(truth, slip.value))

    def _why_unread(self, response: str) -> Text:
        """Return what to say to what is neither an array nor a shape: often it is the one where the other is asked."""
        if not self.shape:
            return messages.SHAPE_FOR_VALUES if read_shape(response) else messages.NO_ARRAY
        try:
            return messages.VALUES_FOR_SHAPE if read_arrays(response) else messages.NO_SHAPE
        except RaggedError:
            return messages.NO_SHAPE

    def _can_be_decimals(self, truth: Nested, given: tuple[Nested, ...], response: str) -> bool:
        """Return whether commas part twice as many numbers as are asked for: "1,5,2,5" for two of them."""
        if self.shape or not _TIGHT_COMMA.search(normalised(response)):
            return False
        twice = 2 * len(entries_of(truth))
        return all(shape_of(array) != shape_of(truth) and len(entries_of(array)) == twice for array in given)

    def _alike(self, truth: Nested, given: Nested) -> bool:
        return shape_of(truth) == shape_of(given) and all(
            map(self.tolerance.covers, entries_of(truth), entries_of(given))
        )

    def _is_rounded(self, truth: Nested, given: Nested) -> bool:
        """Return whether every entry is right, or the right one rounded to at least a decimal, but not as asked."""
        return shape_of(truth) == shape_of(given) and all(
            self.tolerance.covers(right, entry) or _is_entry_rounded(right, entry)
            for right, entry in zip(entries_of(truth), entries_of(given), strict=True)
        )

    def _what_differs(self, truth: Nested, given: tuple[Nested, ...]) -> Feedback:
        """Return the shape, where that is wrong, and else the first wrong entry."""
        shape = shape_of(truth)
        same = next((array for array in given if shape_of(array) == shape), None)
        if same is None:
            if self.shape:
                return Feedback(False, words_of(messages.OTHER_DIMENSIONS, given=shape_of(given[0])[0]), "dimensions")
            return Feedback(False, words_of(messages.OTHER_SHAPE, given=shape_of(given[0])), "shape")
        pairs = list(zip(entries_of(truth), entries_of(same), strict=True))
        at = next(index for index, pair in enumerate(pairs) if not self.tolerance.covers(*pair))
        shown = written(pairs[at][1], 0.0).replace("-", MINUS)
        said = words_of(messages.FIRST_WRONG_ENTRY, given=shown, place=_place_words(at, shape))
        return Feedback(False, said, "entry")

    def right_response(self, asked: Asked) -> str:
        """Return the answer as a learner would type it."""
        truth = self.truth(asked)
        if self.shape:
            return "x".join(_sizes(truth)) or "()"
        return self._written(truth)

    def _written(self, array: Nested | float) -> str:
        if not isinstance(array, tuple):
            return written(array, self.tolerance.width(array))
        return f"[{', '.join(map(self._written, array))}]"

    def spell(self, asked: Asked, response: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return the array as it was typed, with true minus signs and its rows in one line."""
        return "; ".join(normalised(response).splitlines()).replace("-", MINUS)

    def working(self, asked: Asked) -> Working | None:
        """Return the working of the readout."""
        if asked.result is None or self.answer.index or self.answer.name not in asked.result.readouts:
            return None
        return asked.result.readouts[self.answer.name].working

    def same_answer(self, one: Asked, other: Asked) -> bool:
        """Return whether the answer of one variant is right in another."""
        return self._alike(self.truth(one), self.truth(other))

    def references(self) -> Iterator[tuple[Reference, Need]]:
        """Yield the answer and the recognised mistakes."""
        yield self.answer, "array"
        for mistake in self.mistakes:
            yield mistake.answer, "array"

    def texts(self) -> Iterator[Localised]:
        """Yield every text that a learner can meet."""
        yield from super().texts()
        yield from (mistake.say for mistake in self.mistakes)
        if self.otherwise is not None:
            yield self.otherwise

    def told(self, asked: Asked, hint: str, prompt: str, language: str) -> str:  # noqa: ARG002 - kinds use them
        """Return where the hint lists the entries of the answer, which the prompt does not."""
        entries = entries_of(self.truth(asked))
        if len(entries) < 2:
            return ""

        def is_near(entry: float, number: float) -> bool:
            return abs(entry - number) <= min(self.tolerance.width(entry), 0.01 * max(abs(entry), 1))

        told = in_a_row(hint, entries, is_near)
        return "" if told and in_a_row(prompt, entries, is_near) else told

    # -- proof --------------------------------------------------------------------------------------------------------

    def prove(self, desk: Desk) -> Iterator[Claim]:
        """Yield that every spelling is taken, that nothing but zeros is not, and that the mistakes are told apart."""
        truth = self.truth(desk.asked)
        yield Right(tuple(self._spellings(desk.asked, truth)))
        entries = entries_of(truth)
        if not self.shape and len(shape_of(truth)) == 1 and any(abs(entry) > 1e-9 for entry in entries):
            yield Wrong((write_array((0.0,) * len(entries)),))
        for mistake in self.mistakes:
            wrong = nested(mistake.answer.of(desk.asked))
            text = "x".join(_sizes(wrong)) if self.shape else write_array(wrong)
            yield Meets((text,), mistake.say, str(mistake.answer), mistake.answer.place)

    def _spellings(self, asked: Asked, truth: Nested) -> Iterator[str]:
        """Yield the right array, or shape, as learners write it."""
        if self.shape:
            sizes = _sizes(truth)
            yield from ("x".join(sizes), "×".join(sizes), f"({', '.join(sizes)})") if len(sizes) > 1 else sizes
            return
        right = self.right_response(asked)
        yield from (right.replace("-", MINUS), right.replace(" ", ""))
        if len(shape_of(truth)) == 2 and len(truth) > 1:
            rows = [" ".join(written(entry, self.tolerance.width(entry)) for entry in entries_of(row)) for row in truth]
            yield from ("; ".join(rows), "\n".join(rows), f"[{'; '.join(rows)}]")


def _is_entry_rounded(right: float, entry: float) -> bool:
    decimals = 0 if entry.is_integer() else decimals_of(repr(entry))
    return decimals is not None and decimals > 0 and is_rounding_of(entry, right, decimals)


def nested(value: Any) -> Nested:
    """Return an array, a list or a tuple as nested tuples of floats."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    return tuple(nested(item) if isinstance(item, list | tuple) else float(item) for item in value)


def _sizes(shape: Nested) -> list[str]:
    return [str(round(size)) for size in entries_of(shape)]


def _place_words(at: int, shape: tuple[int, ...]) -> Text:
    """Return the place of the entry number `at` of an array in words."""
    if len(shape) == 1:
        return messages.AT_POSITION.filled(position=at + 1)
    index: list[int] = []
    for length in reversed(shape):
        at, rest = divmod(at, length)
        index.insert(0, rest)
    if len(shape) == 2:
        return messages.AT_ROW_COLUMN.filled(row=index[0] + 1, column=index[1] + 1)
    return messages.AT_INDEX.filled(index=index)
